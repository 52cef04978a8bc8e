/* SPDX-License-Identifier: MIT */
/* tombs.c - who was taken away, for the next process. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "lastgood.h"
#include "log.h"
#include "tombs.h"

/* An empty file for each: whoever makes it a second time changes nothing. */
static const char prefix[] = "gone-";

struct tomb {
	char *name; /* owned */
	int64_t since_ns;
};

struct graveyard {
	struct tomb *tombs;
	size_t n;
	size_t cap;
};

void
tombs_add(const char *dir, const char *id)
{
	int dirfd = file_open_dir(dir);
	struct strbuf name;
	int fd;

	if (dir == NULL)
		return;
	strbuf_init(&name);
	strbuf_printf(&name, "%s%s", prefix, id);
	fd = openat(dirfd, name.buf,
	    O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
	if (fd < 0)
		log_event(LOG_WARNING, "%s/%s: not written: %s", dir, name.buf,
		    strerror(errno));
	else
		close(fd);
	strbuf_release(&name);
	if (dirfd >= 0)
		close(dirfd);
	lastgood_remove(dir, id);
}

void
tombs_remove(const char *dir, const char *id)
{
	int dirfd = file_open_dir(dir);
	struct strbuf name;

	if (dirfd < 0)
		return;
	strbuf_init(&name);
	strbuf_printf(&name, "%s%s", prefix, id);
	unlinkat(dirfd, name.buf, 0);
	strbuf_release(&name);
	close(dirfd);
}

static int
compare_ages(const void *x, const void *y)
{
	const struct tomb *a = x;
	const struct tomb *b = y;

	if (a->since_ns != b->since_ns)
		return a->since_ns > b->since_ns ? -1 : 1;
	return strcmp(a->name, b->name);
}

static void
read_all(struct graveyard *g, DIR *dir)
{
	const struct dirent *entry;
	struct file_id seen;

	for (entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
		if (strncmp(entry->d_name, prefix, strlen(prefix)) != 0 ||
		    file_stat(dirfd(dir), entry->d_name, &seen) != 0)
			continue;
		g->tombs = grow(g->tombs, g->n, &g->cap, sizeof(*g->tombs));
		g->tombs[g->n++] =
		    (struct tomb){xstrdup(entry->d_name), seen.mtime_ns};
	}
}

void
tombs_list(const char *dir, void (*found)(void *ctx, const char *id), void *ctx)
{
	int fd = file_open_dir(dir);
	DIR *d = fd >= 0 ? fdopendir(fd) : NULL;
	struct graveyard g = {0};

	if (d == NULL) {
		if (fd >= 0)
			close(fd);
		return;
	}
	read_all(&g, d);
	if (g.n > TOMBS_MAX)
		qsort(g.tombs, g.n, sizeof(*g.tombs), compare_ages);
	for (size_t i = 0; i < g.n; i++) {
		if (i < TOMBS_MAX)
			found(ctx, g.tombs[i].name + strlen(prefix));
		else
			unlinkat(dirfd(d), g.tombs[i].name, 0);
		free(g.tombs[i].name);
	}
	free(g.tombs);
	closedir(d);
}

/* SPDX-License-Identifier: MIT */
/* diskcache.c - whole answers, kept on disk for the next process. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diskcache.h"
#include "file.h"
#include "fingerprint.h"
#include "log.h"

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "unknown"
#endif

enum {
	SLOTS = 1024, /* files; each holds one answer */
	NAME_SIZE = 32,
	/* of the largest answer, with both forms of its body */
	MAX_FILE_BYTES = 8 * 1024 * 1024,
	LARGEST_SHARE = 4,
	/* what is younger may be written again without its times moving */
	YOUNG_MS = 2000,
};

struct diskcache {
	const struct settings *settings;
	char *program;
	size_t max_bytes;
	int dirfd;
};

/* Is the directory, or the file, ours alone? */
static bool
is_ours(const struct stat *st)
{
	return (st->st_uid == geteuid() || st->st_uid == 0) &&
	       (st->st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

struct diskcache *
diskcache_open(const struct settings *s, const char *program)
{
	const char *dir = s->value[SETTING_CACHE_DIR];
	struct diskcache *c;
	struct stat st;
	int fd;

	if (dir == NULL)
		return NULL;
	fd = file_open_dir(dir);
	if (fd < 0 || fstat(fd, &st) != 0 || !is_ours(&st)) {
		log_event(LOG_WARNING, "%s: no answers are kept here: %s", dir,
		    fd < 0 ? strerror(errno)
			   : "others can write to this directory");
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	c = xcalloc(1, sizeof(*c));
	c->settings = s;
	c->program = xstrdup(program);
	c->max_bytes = settings_bytes(s, SETTING_CACHE);
	c->dirfd = fd;
	return c;
}

void
diskcache_close(struct diskcache *c)
{
	if (c == NULL)
		return;
	close(c->dirfd);
	free(c->program);
	free(c);
}

/* What else the answer depends on, beside what was asked for. */
static void
write_key(const struct diskcache *c, const char *key, struct strbuf *out)
{
	static const enum setting named[] = {
	    SETTING_DATA, SETTING_SHARE, SETTING_THEME, SETTING_BASE};

	for (size_t i = 0; i < ARRAY_SIZE(named); i++) {
		const char *value = c->settings->value[named[i]];

		strbuf_printf(out, "%s\n", value != NULL ? value : "");
	}
	strbuf_puts(out, key);
}

static void
name_slot(const struct strbuf *key, char name[NAME_SIZE])
{
	uint64_t hash = hash_bytes(HASH_SEED, key->buf, key->len);

	snprintf(name, NAME_SIZE, "page-%03x", (unsigned)(hash % SLOTS));
}

/* The lengths of what follows the first line, in order. */
enum { KEY, PERSON, HEADERS, BODY, GZIP, PART__MAX };

static void
write_page(const struct kept_page *page, const struct strbuf *key,
    uint64_t stamp, struct strbuf *out)
{
	const char *person = page->person != NULL ? page->person : "";

	strbuf_printf(out,
	    "vitae " PACKAGE_VERSION " %016" PRIx64 " %s %zu %zu %zu %zu %zu\n",
	    stamp, page->etag, key->len, strlen(person), strlen(page->headers),
	    page->n, page->ngzip);
	strbuf_add(out, key->buf, key->len);
	strbuf_puts(out, person);
	strbuf_puts(out, page->headers);
	strbuf_add(out, page->body, page->n);
	if (page->ngzip > 0)
		strbuf_add(out, page->gzip, page->ngzip);
}

/* Does the file say of itself that it is an answer, and all of it? */
static bool
read_head(const struct strbuf *file, uint64_t *stamp, char etag[ETAG_SIZE],
    size_t lengths[PART__MAX], const char **rest)
{
	const char *line = memchr(file->buf, '\n', file->len);
	size_t sum = 0;
	int used = 0;

	if (line == NULL ||
	    sscanf(file->buf,
		"vitae " PACKAGE_VERSION " %16" SCNx64
		" %20s %zu %zu %zu %zu %zu%n",
		stamp, etag, &lengths[KEY], &lengths[PERSON], &lengths[HEADERS],
		&lengths[BODY], &lengths[GZIP], &used) != 7 ||
	    file->buf + used != line)
		return false;
	*rest = line + 1;
	for (size_t i = 0; i < PART__MAX; i++) {
		if (lengths[i] > file->len)
			return false;
		sum += lengths[i];
	}
	return sum == file->len - (size_t)(*rest - file->buf);
}

static char *
copy(const char *p, size_t n)
{
	char *s = xmalloc(n + 1);

	memcpy(s, p, n);
	s[n] = '\0';
	return s;
}

static struct kept_page *
read_page(const struct strbuf *file, const struct strbuf *key)
{
	struct kept_page *page = xcalloc(1, sizeof(*page));
	size_t lengths[PART__MAX];
	const char *parts[PART__MAX];
	const char *rest;

	if (!read_head(file, &page->stamp, page->etag, lengths, &rest) ||
	    lengths[KEY] != key->len || memcmp(rest, key->buf, key->len) != 0) {
		kept_free(page);
		return NULL;
	}
	for (size_t i = 0; i < PART__MAX; i++) {
		parts[i] = rest;
		rest += lengths[i];
	}
	page->key = copy(parts[KEY], lengths[KEY]);
	if (lengths[PERSON] > 0)
		page->person = copy(parts[PERSON], lengths[PERSON]);
	page->headers = copy(parts[HEADERS], lengths[HEADERS]);
	page->n = lengths[BODY];
	page->body = copy(parts[BODY], page->n);
	page->ngzip = lengths[GZIP];
	page->gzip = page->ngzip > 0 ? copy(parts[GZIP], page->ngzip) : NULL;
	page->gzip_tried = true;
	return page;
}

static struct kept_page *
read_slot(const struct diskcache *c, const struct strbuf *key)
{
	struct kept_page *page = NULL;
	char name[NAME_SIZE];
	struct file_id id;
	struct strbuf file;
	struct stat st;

	name_slot(key, name);
	if (fstatat(c->dirfd, name, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
	    !S_ISREG(st.st_mode) || !is_ours(&st))
		return NULL;
	strbuf_init(&file);
	if (file_read(c->dirfd, name, MAX_FILE_BYTES, &file, &id) == 0 &&
	    id.ino == st.st_ino)
		page = read_page(&file, key);
	strbuf_release(&file);
	return page;
}

struct kept_page *
diskcache_read(const struct diskcache *c, const char *key)
{
	struct kept_page *page;
	struct strbuf whole;

	strbuf_init(&whole);
	write_key(c, key, &whole);
	page = read_slot(c, &whole);
	strbuf_release(&whole);
	if (page != NULL &&
	    fingerprint(c->settings, c->program, page->person).sum !=
		page->stamp) {
		kept_free(page);
		page = NULL;
	}
	return page;
}

/* The oldest file, and how many bytes all of them have. */
static size_t
survey(const struct diskcache *c, char oldest[NAME_SIZE])
{
	int fd = openat(c->dirfd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	const struct dirent *e;
	int64_t since_ns = INT64_MAX;
	size_t bytes = 0;

	oldest[0] = '\0';
	if (dir == NULL && fd >= 0)
		close(fd);
	for (e = dir != NULL ? readdir(dir) : NULL; e != NULL;
	     e = readdir(dir)) {
		struct file_id id;

		/* and what was left half written by somebody who died */
		if (strncmp(e->d_name + (e->d_name[0] == '.'), "page-", 5) !=
			0 ||
		    strlen(e->d_name) >= NAME_SIZE ||
		    file_stat(dirfd(dir), e->d_name, &id) != 0)
			continue;
		bytes += (size_t)id.size;
		if (id.mtime_ns < since_ns) {
			since_ns = id.mtime_ns;
			memcpy(oldest, e->d_name, strlen(e->d_name) + 1);
		}
	}
	if (dir != NULL)
		closedir(dir);
	return bytes;
}

static void
make_room(const struct diskcache *c, size_t n)
{
	char oldest[NAME_SIZE];

	for (int i = 0; i < SLOTS && survey(c, oldest) + n > c->max_bytes; i++)
		if (oldest[0] == '\0' || unlinkat(c->dirfd, oldest, 0) != 0)
			break;
}

void
diskcache_write(
    struct diskcache *c, const struct kept_page *page, int64_t now_ms)
{
	const struct file_stamp stamp =
	    fingerprint(c->settings, c->program, page->person);
	struct strbuf file;
	struct strbuf key;
	char name[NAME_SIZE];

	if (stamp.newest_ns / 1000000 > now_ms - YOUNG_MS)
		return;
	strbuf_init(&file);
	strbuf_init(&key);
	write_key(c, page->key, &key);
	write_page(page, &key, stamp.sum, &file);
	name_slot(&key, name);
	if (file.len <= MAX_FILE_BYTES &&
	    file.len <= c->max_bytes / LARGEST_SHARE) {
		make_room(c, file.len);
		if (file_write(c->dirfd, name, &file, NULL) != 0)
			log_event(LOG_WARNING, "%s/%s: not written: %s",
			    c->settings->value[SETTING_CACHE_DIR], name,
			    strerror(errno));
	}
	strbuf_release(&file);
	strbuf_release(&key);
}

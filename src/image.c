/* SPDX-License-Identifier: MIT */
/* image.c - what a process knows, in a file for the next one. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "image.h"
#include "log.h"
#include "sink.h"

enum { BUFFER_BYTES = 65536 };

static void
init(struct image *im, bool loading)
{
	*im = (struct image){.fd = -1, .loading = loading, .digest = HASH_SEED};
	strbuf_init(&im->buf);
}

static void
release(struct image *im)
{
	if (im->fd >= 0)
		close(im->fd);
	im->fd = -1;
	free(im->temp);
	strbuf_release(&im->buf);
}

static void
flush(struct image *im)
{
	struct sink to = sink_to_fd(&im->fd);

	if (!im->bad && sink_write(&to, im->buf.buf, im->buf.len) != 0)
		im->bad = true;
	strbuf_reset(&im->buf);
}

static void
put(struct image *im, const void *p, size_t n)
{
	struct sink to = sink_to_fd(&im->fd);

	if (im->buf.len + n > BUFFER_BYTES)
		flush(im);
	if (n <= BUFFER_BYTES)
		strbuf_add(&im->buf, p, n);
	else if (!im->bad && sink_write(&to, p, n) != 0)
		im->bad = true;
}

static size_t
read_some(struct image *im, void *p, size_t n)
{
	ssize_t got;

	do
		got = read(im->fd, p, n);
	while (got < 0 && errno == EINTR);
	return got > 0 ? (size_t)got : 0;
}

/* Out of the buffer first; what is large goes to its place directly. */
static void
get(struct image *im, void *p, size_t n)
{
	char *to = p;

	while (n > 0 && !im->bad) {
		size_t ready = im->buf.len - im->at;
		size_t some = ready < n ? ready : n;

		memcpy(to, im->buf.buf + im->at, some);
		im->at += some;
		if (some == 0 && n >= BUFFER_BYTES) {
			some = read_some(im, to, n);
			im->bad = some == 0;
		} else if (some == 0) {
			strbuf_reserve(&im->buf, BUFFER_BYTES);
			im->at = 0;
			im->buf.len = read_some(im, im->buf.buf, BUFFER_BYTES);
			im->bad = im->buf.len == 0;
		}
		to += some;
		n -= some;
	}
}

static void
transfer(struct image *im, void *p, size_t n)
{
	if (!im->loading) {
		put(im, p, n);
	} else if (n > im->left) {
		im->bad = true;
	} else {
		im->left -= n;
		get(im, p, n);
	}
	if (!im->bad)
		im->digest = hash_long(im->digest, p, n);
}

void
image_number(struct image *im, uint64_t *number)
{
	if (im->loading)
		*number = 0;
	transfer(im, number, sizeof(*number));
}

void
image_size(struct image *im, size_t *size)
{
	uint64_t number = *size;

	image_number(im, &number);
	*size = im->bad ? 0 : (size_t)number;
}

void *
image_array(struct image *im, void *p, size_t *n, size_t *cap, size_t size)
{
	image_size(im, n);
	if (!im->loading) {
		if (*n > 0)
			transfer(im, p, *n * size);
		return p;
	}
	if (*n > im->left / size)
		im->bad = true;
	p = NULL;
	if (!im->bad && *n > 0) {
		p = xmalloc(*n * size);
		transfer(im, p, *n * size);
	}
	if (im->bad) {
		free(p);
		p = NULL;
		*n = 0;
	}
	if (cap != NULL)
		*cap = *n;
	return p;
}

/* The process that writes the file called `temp`, "." NAME "." PID; 0: none. */
static pid_t
writer_of(const char *temp, const char *name)
{
	size_t n = strlen(name);
	char *end;
	long pid;

	if (temp[0] != '.' || strncmp(temp + 1, name, n) != 0 ||
	    temp[1 + n] != '.')
		return 0;
	pid = strtol(temp + n + 2, &end, 10);
	return *end == '\0' && pid > 0 && pid <= INT_MAX ? (pid_t)pid : 0;
}

/*
 * Remove what writers left who were killed in the middle. One who is killed
 * for want of memory begins anew, and may be killed again: the disk would be
 * full in the end.
 */
static void
remove_leftovers(int dirfd, const char *name)
{
	int fd = openat(dirfd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	const struct dirent *entry;

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		pid_t pid = writer_of(entry->d_name, name);

		if (pid > 0 && kill(pid, 0) != 0 && errno == ESRCH)
			unlinkat(dirfd, entry->d_name, 0);
	}
	if (dir != NULL)
		closedir(dir);
	else if (fd >= 0)
		close(fd);
}

int
image_save(struct image *im, const char *dir, const char *name, uint64_t key)
{
	int dirfd = key != 0 ? file_open_dir(dir) : -1;
	struct strbuf temp;

	if (dirfd < 0)
		return -1;
	remove_leftovers(dirfd, name);
	init(im, false);
	strbuf_init(&temp);
	strbuf_printf(&temp, ".%s.%ld", name, (long)getpid());
	im->temp = strbuf_detach(&temp);
	strbuf_release(&temp);
	im->fd = openat(dirfd, im->temp,
	    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	close(dirfd);
	if (im->fd < 0) {
		log_event(LOG_WARNING, "%s/%s: not written: %s", dir, name,
		    strerror(errno));
		release(im);
		return -1;
	}
	image_number(im, &key);
	return 0;
}

int
image_load(struct image *im, const char *dir, const char *name, uint64_t key)
{
	int dirfd = key != 0 ? file_open_dir(dir) : -1;
	uint64_t found;
	struct stat st;

	if (dirfd < 0)
		return -1;
	init(im, true);
	/* O_NONBLOCK: a FIFO of that name must not hold us */
	im->fd =
	    openat(dirfd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	close(dirfd);
	if (im->fd >= 0 && fstat(im->fd, &st) == 0 && S_ISREG(st.st_mode))
		im->left = (uint64_t)st.st_size;
	image_number(im, &found);
	if (!im->bad && found == key)
		return 0;
	release(im);
	return -1;
}

static int
end_save(struct image *im, const char *dir, const char *name)
{
	int dirfd = file_open_dir(dir);
	int rc = -1;

	flush(im);
	if (close(im->fd) != 0)
		im->bad = true;
	im->fd = -1;
	if (dirfd < 0)
		return -1;
	if (!im->bad)
		rc = renameat(dirfd, im->temp, dirfd, name);
	if (rc != 0) {
		log_event(LOG_WARNING, "%s/%s: not written: %s", dir, name,
		    strerror(errno));
		unlinkat(dirfd, im->temp, 0);
	}
	close(dirfd);
	return rc;
}

int
image_end(struct image *im, const char *dir, const char *name)
{
	uint64_t digest = im->digest;
	uint64_t written = digest;
	int rc;

	image_number(im, &written);
	if (im->loading)
		rc = !im->bad && written == digest && im->left == 0 ? 0 : -1;
	else
		rc = end_save(im, dir, name);
	release(im);
	return rc;
}

uint64_t
image_program(void)
{
	struct file_id id;

	if (file_stat(AT_FDCWD, "/proc/self/exe", &id) != 0)
		return 0;
	return hash_bytes(hash_bytes(HASH_SEED, &id.size, sizeof(id.size)),
	    &id.mtime_ns, sizeof(id.mtime_ns));
}

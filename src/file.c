/* SPDX-License-Identifier: MIT */
/* file.c - read regular files that stay inside their directory. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

#include "file.h"
#include "sink.h"

int
file_open_dir(const char *dir)
{
	if (dir == NULL) {
		errno = ENOENT;
		return -1;
	}
	return open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

bool
file_id_equal(const struct file_id *a, const struct file_id *b)
{
	return a->dev == b->dev && a->ino == b->ino && a->size == b->size &&
	       a->mtime_ns == b->mtime_ns && a->ctime_ns == b->ctime_ns;
}

static int64_t
nanoseconds(struct timespec ts)
{
	return (int64_t)ts.tv_sec * 1000000000 + ts.tv_nsec;
}

static void
fill_id(struct file_id *id, const struct stat *st)
{
	*id = (struct file_id){
	    .dev = st->st_dev,
	    .ino = st->st_ino,
	    .size = st->st_size,
	    .mtime_ns = nanoseconds(st->st_mtim),
	    .ctime_ns = nanoseconds(st->st_ctim),
	};
}

int
file_stat(int dirfd, const char *path, struct file_id *id)
{
	struct stat st;

	*id = (struct file_id){0};
	if (fstatat(dirfd, path, &st, 0) != 0)
		return errno;
	fill_id(id, &st);
	return 0;
}

void
file_stamp_add(
    struct file_stamp *stamp, uint64_t name, const struct file_id *id)
{
	stamp->sum += hash_bytes(name, id, sizeof(*id));
	if (id->ctime_ns > stamp->newest_ns)
		stamp->newest_ns = id->ctime_ns;
	if (id->mtime_ns > stamp->newest_ns)
		stamp->newest_ns = id->mtime_ns;
}

/* Errors of what came before are what the caller asks about. */
static void
close_quietly(int fd)
{
	int saved = errno;

	close(fd);
	errno = saved;
}

/*
 * Where the kernel cannot keep a path beneath a directory, every part of it
 * must be what it says: no symbolic link at all is followed.
 */
static int
open_stepwise(int dirfd, const char *path, int flags)
{
	int at = dup(dirfd);
	const char *slash;

	while (at >= 0 && (slash = strchr(path, '/')) != NULL) {
		char *part = xstrndup(path, (size_t)(slash - path));
		int next = -1;

		errno = EXDEV;
		if (part[0] != '\0' && strcmp(part, "..") != 0)
			next = openat(at, part,
			    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		free(part);
		close_quietly(at);
		at = next;
		path = slash + 1;
	}
	if (at >= 0) {
		int fd = openat(at, path, flags | O_NOFOLLOW);

		close_quietly(at);
		at = fd;
	}
	return at;
}

/* O_NONBLOCK: a FIFO of that name must not hold us. */
static int
open_beneath(int dirfd, const char *path)
{
	int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
	int fd = -1;

#ifdef SYS_openat2
	struct open_how how = {
	    .flags = (unsigned long long)flags,
	    .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
	};

	fd = (int)syscall(SYS_openat2, dirfd, path, &how, sizeof(how));
	/* old kernels have no such call; a sandbox may refuse it */
	if (fd >= 0 || (errno != ENOSYS && errno != EPERM))
		return fd;
#endif
	return open_stepwise(dirfd, path, flags);
}

/*
 * Append the `size` bytes that there seem to be. Whether there were more or
 * less the version of the file tells, which is asked for once more afterwards.
 */
static int
read_all(int fd, off_t size, size_t max, struct strbuf *out)
{
	size_t left = (size_t)size;

	/* a file may be larger than memory has addresses */
	if ((uintmax_t)size > max)
		return EFBIG;
	strbuf_reserve(out, left);
	while (left > 0) {
		ssize_t n = read(fd, out->buf + out->len, left);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno;
		if (n == 0)
			break;
		out->len += (size_t)n;
		left -= (size_t)n;
	}
	out->buf[out->len] = '\0';
	return 0;
}

/* May the open file be read for somebody? `st` is its own. */
typedef int check_fn(const struct stat *st, uid_t owner);

static int
check_regular(const struct stat *st, uid_t owner)
{
	(void)owner;
	return S_ISREG(st->st_mode) ? 0 : EINVAL;
}

static int
check_owned(const struct stat *st, uid_t owner)
{
	if (!S_ISREG(st->st_mode))
		return EINVAL;
	if (st->st_uid != owner)
		return FILE_NOT_OWNED;
	if ((st->st_mode & S_IWOTH) != 0 ||
	    ((st->st_mode & S_IWGRP) != 0 && st->st_gid != owner))
		return FILE_WRITABLE;
	return 0;
}

static int
read_checked(int dirfd, const char *path, check_fn *check, uid_t owner,
    size_t max_bytes, struct strbuf *out, struct file_id *id)
{
	size_t before = out->len;
	struct file_id after;
	struct stat st;
	int error = 0;
	int fd;

	*id = (struct file_id){0};
	fd = open_beneath(dirfd, path);
	if (fd < 0)
		return errno;
	if (fstat(fd, &st) != 0) {
		error = errno;
		goto out;
	}
	fill_id(id, &st);
	error = check(&st, owner);
	if (error == 0)
		error = read_all(fd, st.st_size, max_bytes, out);
	if (error == 0 && fstat(fd, &st) != 0)
		error = errno;
	fill_id(&after, &st);
	if (error == 0 && !file_id_equal(id, &after))
		error = EAGAIN;
out:
	if (error != 0)
		strbuf_truncate(out, before);
	close(fd);
	return error;
}

int
file_read(int dirfd, const char *path, size_t max_bytes, struct strbuf *out,
    struct file_id *id)
{
	return read_checked(dirfd, path, check_regular, 0, max_bytes, out, id);
}

int
file_read_home(const char *path, size_t home, size_t max_bytes,
    struct strbuf *out, struct file_id *id)
{
	char *dir = xstrndup(path, home);
	int dirfd = file_open_dir(dir);
	struct stat st;
	int error;

	free(dir);
	*id = (struct file_id){0};
	if (dirfd < 0)
		return errno;
	if (fstat(dirfd, &st) != 0)
		error = errno;
	else
		error = read_checked(dirfd, path + home + 1, check_owned,
		    st.st_uid, max_bytes, out, id);
	close(dirfd);
	return error;
}

static int
fill(int fd, const struct strbuf *content, const int64_t *mtime_ns)
{
	struct sink to = sink_to_fd(&fd);
	struct timespec times[2];
	int rc = sink_write(&to, content->buf, content->len);

	if (rc != 0 || mtime_ns == NULL)
		return rc;
	times[0] = times[1] =
	    (struct timespec){.tv_sec = *mtime_ns / 1000000000,
		.tv_nsec = *mtime_ns % 1000000000};
	return futimens(fd, times);
}

/* A file of another name first: a rename is whole or does not happen. */
int
file_write(int dirfd, const char *name, const struct strbuf *content,
    const int64_t *mtime_ns)
{
	struct strbuf temp;
	int rc = -1;
	int fd;

	strbuf_init(&temp);
	strbuf_printf(&temp, ".%s.%ld", name, (long)getpid());
	fd = openat(dirfd, temp.buf,
	    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd >= 0) {
		rc = fill(fd, content, mtime_ns);
		if (close(fd) != 0)
			rc = -1;
		if (rc == 0)
			rc = renameat(dirfd, temp.buf, dirfd, name);
		if (rc != 0)
			unlinkat(dirfd, temp.buf, 0);
	}
	strbuf_release(&temp);
	return rc;
}

const char *
file_strerror(int error)
{
	switch (error) {
	case EFBIG:
		return "the file is larger than allowed";
	case EAGAIN:
		return "the file changed while it was read";
	case EINVAL:
	case ENXIO: /* a socket */
		return "this is not a regular file";
	case EXDEV:
	case ELOOP:
		return "a symbolic link leads out of the directory, or is "
		       "absolute";
	case FILE_NOT_OWNED:
		return "the file does not belong to the owner of the home "
		       "directory; the owner must write it, or chown";
	case FILE_WRITABLE:
		return "others may write to the file; chmod go-w";
	default:
		return strerror(error);
	}
}

/* SPDX-License-Identifier: MIT */
/* file.h - read regular files that stay inside their directory. */
#ifndef VITAE_FILE_H
#define VITAE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "strbuf.h"
#include "util.h"

/* To work below this directory; -1 with errno, for NULL, too. */
int file_open_dir(const char *dir);

/* What tells one version of a file from another; all zero: no such file. */
struct file_id {
	uint64_t dev;
	uint64_t ino;
	int64_t size;
	int64_t mtime_ns;
	int64_t ctime_ns;
};

/* Versions are compared for equality only: clocks go back, backups return. */
bool file_id_equal(const struct file_id *a, const struct file_id *b);

/* Fill `id` for `path` below `dirfd`; 0, or the errno that says why not. */
int file_stat(int dirfd, const char *path, struct file_id *id);

/* The versions of many files in one number, whatever their order. */
struct file_stamp {
	uint64_t sum;
	int64_t newest_ns; /* when the last of them changed in any way */
};

/* Add a file, known by the digest `name`. */
void file_stamp_add(
    struct file_stamp *stamp, uint64_t name, const struct file_id *id);

/*
 * Append the file `path` below `dirfd` to `out` and say in `id` which
 * version it was. Symbolic links that leave the directory are not followed;
 * devices, pipes and directories are refused; so is a file that changed
 * while it was read. Returns 0, or an errno: EFBIG above `max_bytes`, EAGAIN
 * when it changed meanwhile, EINVAL when it is not a regular file. After a
 * failure `out` is as it was, and `id` is what was seen.
 */
NODISCARD int file_read(int dirfd, const char *path, size_t max_bytes,
    struct strbuf *out, struct file_id *id);

/* Errors beside those of the system. */
enum { FILE_NOT_OWNED = 100001, FILE_WRITABLE };

/*
 * The same for a file that its owner keeps in a directory of his own, `path`
 * up to `home` bytes, which may itself be a symbolic link. Links inside must
 * not leave it. FILE_NOT_OWNED: the file is not of the owner of that
 * directory. FILE_WRITABLE: others may write to it, or a group that is not
 * the owner's alone: such a group has the owner's number.
 */
NODISCARD int file_read_home(const char *path, size_t home, size_t max_bytes,
    struct strbuf *out, struct file_id *id);

/*
 * Write the file `name` in the directory `dirfd`, for us alone, whole or not
 * at all: what was there before stays until then. It gets the time
 * `*mtime_ns`, unless that is NULL. 0, or -1 with errno.
 */
NODISCARD int file_write(int dirfd, const char *name,
    const struct strbuf *content, const int64_t *mtime_ns);

/* What an error of file_read() means to the person who owns the file. */
const char *file_strerror(int error);

#endif

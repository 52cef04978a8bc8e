/* SPDX-License-Identifier: MIT */
/* file.h - read regular files that stay inside their directory. */
#ifndef VITAE_FILE_H
#define VITAE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "strbuf.h"
#include "util.h"

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

/* What an error of file_read() means to the person who owns the file. */
const char *file_strerror(int error);

#endif

/* SPDX-License-Identifier: MIT */
/* folder.c - a directory whose names are watched. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "folder.h"
#include "source.h"

/* 0, or an errno: it could not be opened, or not be read to its end. */
static int
read_names(int dirfd, const char *path,
    void (*found)(void *ctx, const char *name), void *ctx)
{
	int fd = openat(dirfd, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	const struct dirent *entry;
	int error = errno;

	if (dir == NULL) {
		if (fd >= 0)
			close(fd);
		return error;
	}
	errno = 0;
	while ((entry = readdir(dir)) != NULL) {
		found(ctx, entry->d_name);
		errno = 0;
	}
	error = errno;
	closedir(dir);
	return error;
}

void
folder_look(struct folder *f, int dirfd, const char *path, int64_t now_ms,
    void (*found)(void *ctx, const char *name), void *ctx)
{
	struct file_id id;
	int error = file_stat(dirfd, path, &id);

	if (error == 0 && f->error == 0 && !f->racy &&
	    file_id_equal(&id, &f->seen))
		return;
	f->seen = id;
	f->racy = source_is_racy(&id, now_ms);
	f->error = error != 0 ? error : read_names(dirfd, path, found, ctx);
}

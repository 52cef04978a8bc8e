/* SPDX-License-Identifier: MIT */
/* folder.c - a directory whose names are watched. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "folder.h"
#include "source.h"

int
folder_look(struct folder *f, int dirfd, const char *path, int64_t now_ms,
    void (*found)(void *ctx, const char *name), void *ctx)
{
	const struct dirent *entry;
	struct file_id id;
	int error = file_stat(dirfd, path, &id);
	DIR *dir;
	int fd;

	if (error == 0 && !f->racy && file_id_equal(&id, &f->seen))
		return 0;
	f->seen = id;
	f->racy = source_is_racy(&id, now_ms);
	if (error != 0)
		return error;
	fd = openat(dirfd, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return errno;
	dir = fdopendir(fd);
	if (dir == NULL) {
		error = errno;
		close(fd);
		return error;
	}
	for (entry = readdir(dir); entry != NULL; entry = readdir(dir))
		found(ctx, entry->d_name);
	closedir(dir);
	return 0;
}

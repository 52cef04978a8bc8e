/* SPDX-License-Identifier: MIT */
/* folder.h - a directory whose names are watched. */
#ifndef VITAE_FOLDER_H
#define VITAE_FOLDER_H

#include <stdbool.h>
#include <stdint.h>

#include "file.h"

/* All zero: never looked at. */
struct folder {
	struct file_id seen;
	bool racy; /* looks at the times alone could miss a change */
};

/*
 * Call `found` with every name in the directory `path` below `dirfd`, if
 * there may be other ones than at the last look. 0, or an errno: it cannot
 * be read. `now_ms` is the wall clock.
 */
int folder_look(struct folder *f, int dirfd, const char *path, int64_t now_ms,
    void (*found)(void *ctx, const char *name), void *ctx);

#endif

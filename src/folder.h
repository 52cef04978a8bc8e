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
	int error; /* an errno: the last look failed; it is tried again */
};

/*
 * Call `found` with every name in the directory `path` below `dirfd`, if
 * there may be other ones than at the last look. If it cannot be read,
 * f->error says why. `now_ms` is the wall clock.
 */
void folder_look(struct folder *f, int dirfd, const char *path, int64_t now_ms,
    void (*found)(void *ctx, const char *name), void *ctx);

#endif

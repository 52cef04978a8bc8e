/* SPDX-License-Identifier: MIT */
/* supervise.h - several processes that do the same work. */
#ifndef VITAE_SUPERVISE_H
#define VITAE_SUPERVISE_H

#include "util.h"

/*
 * Run `work` in `n` child processes, replace those that die, and at SIGTERM
 * or SIGINT tell them to stop and wait for them. What was loaded before is
 * shared by all as long as nobody writes to it. In a child, returns what
 * `work` returned, for the child to exit with, and sets `*child`; in the
 * parent, 0 once all have ended.
 */
NODISCARD int
supervise(unsigned n, int (*work)(void *ctx), void *ctx, int *child);

#endif

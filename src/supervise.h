/* SPDX-License-Identifier: MIT */
/* supervise.h - several processes that do the same work. */
#ifndef VITAE_SUPERVISE_H
#define VITAE_SUPERVISE_H

#include <signal.h>
#include <stdbool.h>

#include "util.h"

#define SUPERVISE_RENEW SIGUSR2

/* What is supervised. */
struct supervised {
	int (*work)(void *ctx);	  /* in a child: its status */
	void (*renew)(void *ctx); /* in the parent: take over what is new */
	bool (*idle)(void *ctx);  /* there, too: did it find work? */
	void *ctx;
};

/*
 * Work in `n` child processes, replace those that die, and at SIGTERM,
 * SIGINT or SIGUSR1 tell them to stop and wait for them. What was loaded before
 * is shared by all as long as nobody writes to it. At SUPERVISE_RENEW from a
 * child, renew it, and replace one child after the other. In a child, returns
 * what work() returned, for the child to exit with, and sets `*child`; in the
 * parent, 0 once all have ended.
 *
 * While it has nothing else to do the parent is idle(), a bit at a time, until
 * that finds no more; if it ever did, all are renewed then, too.
 */
NODISCARD int supervise(unsigned n, const struct supervised *what, int *child);

#endif

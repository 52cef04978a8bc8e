/* SPDX-License-Identifier: MIT */
/* sweep.h - when which files are looked at. */
#ifndef VITAE_SWEEP_H
#define VITAE_SWEEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	SWEEP_FEW = 512,   /* so many are looked at together, once a second */
	SWEEP_SLICE = 256, /* fewer of many are not worth an interruption */
	SWEEP_MAX_STALL_MS = 100,
};

/*
 * Requests carry the looks: nobody looks while nobody asks. Of many files,
 * each is looked at twice a second; where the file system is so slow that
 * this would take more than a fiftieth of the time, less often. No request
 * waits for more than about SWEEP_MAX_STALL_MS of it. All zero: never began.
 */
struct sweep {
	int64_t looked_ms; /* wall clock of the last look */
	int64_t cost_ns;   /* of a look at one file, about */
};

/* How many of `n` files are to be looked at now? */
size_t sweep_due(const struct sweep *s, size_t n, int64_t now_ms);

/* `looks` files were looked at in `took_ns`, from `now_ms` on. */
void sweep_done(struct sweep *s, size_t looks, int64_t took_ns, int64_t now_ms);

/* How long, so long after the last time, may take what nobody asked for? */
int64_t sweep_share_ns(int64_t since_ms);

/* Are `n` files looked at together, and not in slices? */
bool sweep_takes_all(const struct sweep *s, size_t n);

#endif

/* SPDX-License-Identifier: MIT */
/* shelf.h - the profiles that are in memory, within bounds. */
#ifndef VITAE_SHELF_H
#define VITAE_SHELF_H

#include <stddef.h>

#include "roster.h"

/* Those that were asked for last stay longest. All zero: empty. */
struct shelf {
	struct entry *newest;
	struct entry *oldest;
	size_t bytes;
	size_t max_bytes;
};

/*
 * Consumes `p`; what the person had there before is freed. Nobody asked for
 * it yet: it is the first to go.
 */
void shelf_put(struct shelf *s, struct entry *e, struct profile *p);
/* It was asked for. */
void shelf_touch(struct shelf *s, struct entry *e);
/* Free the profile of `e`, if it has one. */
void shelf_drop(struct shelf *s, struct entry *e);

/*
 * Free the oldest until the rest is within bounds; neither `keep`, which may
 * be NULL, nor what `stays`: it could not be read again.
 */
void shelf_trim(struct shelf *s, const struct profile *keep,
    bool (*stays)(const void *ctx, const struct entry *e), const void *ctx);

#endif

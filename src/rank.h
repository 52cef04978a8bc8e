/* SPDX-License-Identifier: MIT */
/* rank.h - labels as numbers that sort like them. */
#ifndef VITAE_RANK_H
#define VITAE_RANK_H

#include <stddef.h>
#include <stdint.h>

#include "pubindex.h"

/* By value of a field, in the order of labels; 0 is for none. */
struct labelranks {
	uint32_t *unique; /* every value has its own */
	uint32_t *shared; /* values that are called alike have one */
};

/*
 * Made from the index when somebody asks for them, and kept until it changes;
 * borrowed until then. `f` is FIELD_TYPE or FIELD_VENUE.
 */
const struct labelranks *rank_labels(const struct pubindex *ix, enum field f);

#endif

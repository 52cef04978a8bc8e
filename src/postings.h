/* SPDX-License-Identifier: MIT */
/* postings.h - the rows in which each of many things occurs. */
#ifndef VITAE_POSTINGS_H
#define VITAE_POSTINGS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "bits.h"

/* The slices of all of them. Zeroed memory has none. */
struct postings {
	unsigned char *bytes; /* owned */
	size_t used;
	size_t cap;
};

enum { POSTING_GROUP = 8, POSTING_UNIT = 2 };

/*
 * The rows of one thing; whoever has it names the slices that it is of.
 * Zeroed memory has no rows. Eight rows side by side are a group: a frequent
 * word is in many of them, and what one person writes about in several. Rows
 * of one group need no slice.
 */
struct posting {
	uint32_t head;	/* the first slice; 0: none */
	uint32_t tail;	/* behind the last unit: see postings.c */
	uint32_t group; /* of the last row, from 1 */
	uint16_t unit;	/* the last one */
	uint16_t room;	/* bytes left in the last slice */
};

void postings_release(struct postings *ps);

/* For the next functions alone: what is not so simple. */
void postings_add_rest(struct postings *ps, struct posting *p, uint32_t row);

/* The same: the last unit has another row. */
static inline void
posting_store(const struct postings *ps, const struct posting *p)
{
	memcpy(ps->bytes + p->tail - POSTING_UNIT, &p->unit, POSTING_UNIT);
}

/*
 * Add a row, which is not below the last; nothing changes when it is there.
 * UINT32_MAX is no row.
 */
static inline void
postings_add(struct postings *ps, struct posting *p, uint32_t row)
{
	uint32_t group = row / POSTING_GROUP + 1;
	uint32_t step = group - p->group;
	uint32_t fresh = step != 0;

	if (step >= 0x100 || p->room == 0) {
		postings_add_rest(ps, p, row);
		return;
	}
	/* no branch, as nobody can tell: the old rows stay in an old group */
	p->unit = (uint16_t)(step | (p->unit & (fresh - 1)) |
			     0x100U << row % POSTING_GROUP);
	p->group = group;
	p->tail += POSTING_UNIT * fresh;
	p->room = (uint16_t)(p->room - POSTING_UNIT * fresh);
	posting_store(ps, p);
}

/* Take the rows of one thing away from a set, which has room for them. */
void postings_subtract(
    const struct postings *ps, const struct posting *p, struct bits *from);

/* Walks along the rows of one thing; nothing may be added meanwhile. */
struct posting_reader {
	const struct postings *ps;
	const struct posting *p;
	size_t at;
	size_t end; /* of the slice */
	size_t size;
	uint32_t group;
};

void posting_reader_init(struct posting_reader *r, const struct postings *ps,
    const struct posting *p);
/* How many of the next rows have been put into `rows`; 0: no more. */
size_t posting_read(struct posting_reader *r, uint32_t rows[POSTING_GROUP]);

/* Save the slices or load them into zeroed memory: see image.h. */
struct image;
void postings_image(struct image *im, struct postings *ps);

#endif

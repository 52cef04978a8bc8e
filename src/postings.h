/* SPDX-License-Identifier: MIT */
/* postings.h - the rows in which each of many things occurs. */
#ifndef VITAE_POSTINGS_H
#define VITAE_POSTINGS_H

#include <stddef.h>
#include <stdint.h>

/* The slices of all of them. Zeroed memory has none. */
struct postings {
	unsigned char *bytes; /* owned */
	size_t used;
	size_t cap;
};

/*
 * The rows of one thing; whoever has it names the slices that it is of.
 * Zeroed memory has no rows. One row needs no slice.
 */
struct posting {
	uint32_t head; /* the first slice; 0: none */
	uint32_t tail; /* where the next distance goes */
	uint32_t end;  /* behind the last row */
	uint16_t room; /* bytes left in the last slice */
	uint16_t size; /* of the last slice */
};

void postings_release(struct postings *ps);

/* For the next function alone: what is not so simple. */
void postings_add_rest(struct postings *ps, struct posting *p, uint32_t row);

/*
 * Add a row, which is not below the last; nothing changes when it is there.
 * UINT32_MAX is no row.
 */
static inline void
postings_add(struct postings *ps, struct posting *p, uint32_t row)
{
	uint32_t distance = row + 1 - p->end;

	/* a distance of 0 is the end, which stands there already */
	if (distance < 0x80 && p->room > 0) {
		ps->bytes[p->tail] = (unsigned char)distance;
		p->tail += distance != 0;
		p->room = (uint16_t)(p->room - (distance != 0));
		p->end = row + 1;
	} else {
		postings_add_rest(ps, p, row);
	}
}

/* Walks along the rows of one thing; nothing may be added meanwhile. */
struct posting_reader {
	const unsigned char *bytes;
	size_t slice; /* 0: none */
	size_t size;
	size_t at;
	uint32_t next; /* behind the row before */
	uint32_t end;
};

enum { POSTING_ROWS = 64 };

void posting_reader_init(struct posting_reader *r, const struct postings *ps,
    const struct posting *p);
/* How many of the next rows have been put into `rows`; 0: no more. */
size_t posting_read(struct posting_reader *r, uint32_t rows[POSTING_ROWS]);

/* Save the slices or load them into zeroed memory: see image.h. */
struct image;
void postings_image(struct image *im, struct postings *ps);

#endif

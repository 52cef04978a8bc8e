/* SPDX-License-Identifier: MIT */
/* postings.c - rows as steps and bits, in slices of one piece of memory. */
#include <stdlib.h>

#include "image.h"
#include "postings.h"
#include "util.h"

/*
 * A group of rows is a unit: how many groups it is behind the one before, and
 * a bit for each row that there is. What does not fit into the byte of the
 * step stands before, in units without bits, highest byte first. Units are a
 * chain of slices, each twice as large as the one before up to a limit: most
 * words occur once, few in most of the rows. At its end a slice has the place
 * of the next one; until there is one, its own size.
 */
enum {
	LINK_BYTES = sizeof(uint32_t),
	MIN_SLICE = 8,
	MAX_SLICE = 1024,
};

void
postings_release(struct postings *ps)
{
	free(ps->bytes);
	*ps = (struct postings){0};
}

/* None is at place 0. */
static uint32_t
new_slice(struct postings *ps, uint32_t size)
{
	size_t at = ps->used > 0 ? ps->used : LINK_BYTES;

	if (size > UINT32_MAX - at)
		abort();
	while (ps->cap < at + size)
		ps->bytes = grow(ps->bytes, ps->cap, &ps->cap, 1);
	ps->used = at + size;
	memcpy(ps->bytes + ps->used - LINK_BYTES, &size, LINK_BYTES);
	return (uint32_t)at;
}

static void
add_slice(struct postings *ps, struct posting *p)
{
	uint32_t size = MIN_SLICE;
	uint32_t at;

	if (p->head == 0) {
		p->head = at = new_slice(ps, size);
	} else {
		memcpy(&size, ps->bytes + p->tail, LINK_BYTES);
		if (size < MAX_SLICE)
			size *= 2;
		at = new_slice(ps, size);
		memcpy(ps->bytes + p->tail, &at, LINK_BYTES);
	}
	p->room = (uint16_t)(size - LINK_BYTES);
	p->tail = at;
}

static void
put(struct postings *ps, struct posting *p, uint32_t unit)
{
	if (p->room == 0)
		add_slice(ps, p);
	p->unit = (uint16_t)unit;
	p->tail += POSTING_UNIT;
	p->room = (uint16_t)(p->room - POSTING_UNIT);
	posting_store(ps, p);
}

static void
put_group(struct postings *ps, struct posting *p, uint32_t step, uint32_t rows)
{
	unsigned shift = 0;

	while (step >> shift >= 0x100)
		shift += 8;
	for (; shift > 0; shift -= 8)
		put(ps, p, step >> shift & 0xff);
	put(ps, p, (step & 0xff) | rows);
}

void
postings_add_rest(struct postings *ps, struct posting *p, uint32_t row)
{
	uint32_t rows = 0x100U << row % POSTING_GROUP;
	uint32_t group = row / POSTING_GROUP + 1;
	uint32_t step = group - p->group;

	if (step == 0) {
		p->unit = (uint16_t)(p->unit | rows);
		if (p->head != 0)
			posting_store(ps, p);
		return;
	}
	if (p->group == 0) {
		p->unit = (uint16_t)rows;
	} else {
		if (p->head == 0)
			put_group(ps, p, p->group, p->unit);
		put_group(ps, p, step, rows);
	}
	p->group = group;
}

void
posting_reader_init(struct posting_reader *r, const struct postings *ps,
    const struct posting *p)
{
	*r = (struct posting_reader){
	    .ps = ps, .p = p, .at = p->head, .size = MIN_SLICE};
	r->end = r->at + r->size - LINK_BYTES;
}

static uint16_t
next_unit(struct posting_reader *r)
{
	uint16_t unit;

	if (r->at == r->end) {
		uint32_t at;

		memcpy(&at, r->ps->bytes + r->end, LINK_BYTES);
		if (r->size < MAX_SLICE)
			r->size *= 2;
		r->at = at;
		r->end = r->at + r->size - LINK_BYTES;
	}
	memcpy(&unit, r->ps->bytes + r->at, POSTING_UNIT);
	r->at += POSTING_UNIT;
	return unit;
}

/* The rows of the next group that has any; 0: no more. */
static inline unsigned
next_group(struct posting_reader *r)
{
	uint32_t step = 0;
	uint16_t unit;

	if (r->group == r->p->group)
		return 0;
	if (r->p->head == 0) {
		r->group = r->p->group;
		return r->p->unit >> 8;
	}
	do {
		unit = next_unit(r);
		step = step << 8 | (unit & 0xff);
	} while (unit >> 8 == 0);
	r->group += step;
	return unit >> 8;
}

size_t
posting_read(struct posting_reader *r, uint32_t rows[POSTING_GROUP])
{
	unsigned bits = next_group(r);
	size_t n = 0;

	for (; bits != 0; bits &= bits - 1)
		rows[n++] = (r->group - 1) * POSTING_GROUP +
			    (uint32_t)__builtin_ctz(bits);
	return n;
}

void
postings_subtract(
    const struct postings *ps, const struct posting *p, struct bits *from)
{
	enum { GROUPS = 64 / POSTING_GROUP }; /* in a word */
	struct posting_reader r;
	uint64_t rows;

	posting_reader_init(&r, ps, p);
	while ((rows = next_group(&r)) != 0) {
		uint32_t group = r.group - 1;

		from->words[group / GROUPS] &=
		    ~(rows << group % GROUPS * POSTING_GROUP);
	}
}

void
postings_image(struct image *im, struct postings *ps)
{
	ps->bytes = image_array(im, ps->bytes, &ps->used, &ps->cap, 1);
}

/* SPDX-License-Identifier: MIT */
/* postings.c - rows as distances, in slices of one piece of memory. */
#include <stdlib.h>
#include <string.h>

#include "image.h"
#include "postings.h"
#include "util.h"

/*
 * Rows are a chain of slices, each twice as large as the one before up to a
 * limit: most words occur once, few in most of the rows. A slice begins with
 * the place of the next one; then come the distances from row to row, never 0,
 * seven bits in a byte, low ones first, the highest bit set on all but the
 * last. So a byte of 0 is the end of what is in a slice.
 */
enum {
	LINK_BYTES = sizeof(uint32_t),
	MIN_SLICE = 8,
	MAX_SLICE = 1024,
	MAX_VARINT = 5,
};

void
postings_release(struct postings *ps)
{
	free(ps->bytes);
	*ps = (struct postings){0};
}

/* A new slice of zeros. None is at place 0. */
static uint32_t
new_slice(struct postings *ps, size_t size)
{
	size_t at = ps->used > 0 ? ps->used : LINK_BYTES;

	if (size > UINT32_MAX - at)
		abort();
	while (ps->cap < at + size)
		ps->bytes = grow(ps->bytes, ps->cap, &ps->cap, 1);
	memset(ps->bytes + at, 0, size);
	ps->used = at + size;
	return (uint32_t)at;
}

static void
add_slice(struct postings *ps, struct posting *p)
{
	size_t size = p->size == 0	    ? MIN_SLICE
		      : p->size < MAX_SLICE ? 2 * (size_t)p->size
					    : MAX_SLICE;
	uint32_t at = new_slice(ps, size);

	if (p->head == 0)
		p->head = at;
	else
		memcpy(
		    ps->bytes + p->tail + p->room - p->size, &at, LINK_BYTES);
	p->size = (uint16_t)size;
	p->room = (uint16_t)(size - LINK_BYTES);
	p->tail = at + LINK_BYTES;
}

static void
put(struct postings *ps, struct posting *p, uint32_t distance)
{
	unsigned char bytes[MAX_VARINT];
	uint16_t n = 0;

	for (; distance >= 0x80; distance >>= 7)
		bytes[n++] = (unsigned char)(distance | 0x80);
	bytes[n++] = (unsigned char)distance;
	if (p->room < n)
		add_slice(ps, p);
	memcpy(ps->bytes + p->tail, bytes, n);
	p->tail += n;
	p->room = (uint16_t)(p->room - n);
}

void
postings_add_rest(struct postings *ps, struct posting *p, uint32_t row)
{
	if (row + 1 == p->end)
		return;
	if (p->end != 0) {
		/* the distance of the first row is that from before all */
		if (p->head == 0)
			put(ps, p, p->end);
		put(ps, p, row + 1 - p->end);
	}
	p->end = row + 1;
}

void
posting_reader_init(struct posting_reader *r, const struct postings *ps,
    const struct posting *p)
{
	*r = (struct posting_reader){.bytes = ps->bytes,
	    .slice = p->head,
	    .size = MIN_SLICE,
	    .at = p->head + LINK_BYTES,
	    .end = p->end};
}

static void
next_slice(struct posting_reader *r)
{
	uint32_t next;

	memcpy(&next, r->bytes + r->slice, LINK_BYTES);
	r->slice = next;
	r->at = next + LINK_BYTES;
	if (r->size < MAX_SLICE)
		r->size *= 2;
}

/* The same of one slice, for the `n` that are wanted. */
static size_t
read_slice(struct posting_reader *r, uint32_t *rows, size_t n)
{
	const unsigned char *p = r->bytes + r->at;
	const unsigned char *end = r->bytes + r->slice + r->size;
	uint32_t next = r->next;
	size_t i = 0;

	while (i < n && p < end && *p != 0) {
		uint32_t byte = *p++;

		next += byte;
		for (unsigned shift = 7; byte >= 0x80; shift += 7) {
			byte = *p++;
			/* takes the bit away that said that there is more */
			next += (byte - 1) << shift;
		}
		rows[i++] = next - 1;
	}
	r->at = (size_t)(p - r->bytes);
	r->next = next;
	return i;
}

size_t
posting_read(struct posting_reader *r, uint32_t rows[POSTING_ROWS])
{
	size_t n = 0;

	while (r->next != r->end && n < POSTING_ROWS) {
		size_t i;

		if (r->slice == 0) {
			r->next = r->end;
			rows[n++] = r->end - 1;
			break;
		}
		i = read_slice(r, rows + n, POSTING_ROWS - n);
		if (i == 0)
			next_slice(r);
		n += i;
	}
	return n;
}

void
postings_image(struct image *im, struct postings *ps)
{
	ps->bytes = image_array(im, ps->bytes, &ps->used, &ps->cap, 1);
}

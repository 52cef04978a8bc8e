/* SPDX-License-Identifier: MIT */
/* puborder.c - rows in order, kept so when some come and go. */
#include <stdlib.h>
#include <string.h>

#include "pubindex.h"
#include "util.h"

/*
 * What is ahead first, then newest first; inside one date as the authors put
 * them in their files. As one number: no file has room for 16 million.
 */
static uint64_t
place_of(const struct pubrow *r)
{
	uint64_t status = r->ahead ? r->status : UINT8_MAX;
	uint32_t age = (uint32_t)INT32_MAX - (uint32_t)r->date;

	return status << 56 | (uint64_t)age << 24 | r->ordinal;
}

/* What is left decides between different owners. */
static int
compare_strings(const struct pubindex *ix, uint32_t x, uint32_t y)
{
	int c;

	c = strcmp(strlist_get(&ix->titles, x), strlist_get(&ix->titles, y));
	if (c == 0)
		c = strcmp(
		    strlist_get(&ix->keys, x), strlist_get(&ix->keys, y));
	if (c == 0)
		c = strcmp(pubindex_owner_id(ix, x), pubindex_owner_id(ix, y));
	return c != 0 ? c : (x > y) - (x < y);
}

static int
compare(const struct pubindex *ix, uint32_t x, uint32_t y)
{
	uint64_t a = place_of(&ix->rows[x]);
	uint64_t b = place_of(&ix->rows[y]);

	return a != b ? (a > b) - (a < b) : compare_strings(ix, x, y);
}

/* A row, and what is compared first: its place, and then its title. */
struct placed {
	uint64_t keys[2];
	uint32_t row;
};

static bool
is_level(const struct placed *a, const struct placed *b)
{
	return a->keys[0] == b->keys[0] && a->keys[1] == b->keys[1];
}

static int
compare_placed(const void *x, const void *y, void *ctx)
{
	const struct placed *a = x;
	const struct placed *b = y;

	return compare_strings(ctx, a->row, b->row);
}

/* In order of one byte of a key, else as they were. */
static void
distribute(const struct placed *from, struct placed *to, size_t n, size_t key,
    unsigned shift)
{
	size_t ends[UINT8_MAX + 1] = {0};

	for (size_t i = 0; i < n; i++)
		ends[from[i].keys[key] >> shift & UINT8_MAX]++;
	for (size_t i = 1; i < ARRAY_SIZE(ends); i++)
		ends[i] += ends[i - 1];
	for (size_t i = n; i-- > 0;)
		to[--ends[from[i].keys[key] >> shift & UINT8_MAX]] = from[i];
}

/*
 * To compare half a million rows with each other waits for memory ten million
 * times. So they are put in order without that, byte by byte from the last
 * one, and only those that are level then are compared.
 */
static void
sort(struct pubindex *ix, uint32_t *rows, size_t n)
{
	struct placed *v = xcalloc(n, sizeof(*v));
	struct placed *spare = xcalloc(n, sizeof(*v));
	size_t end;

	for (size_t i = 0; i < n; i++)
		v[i] = (struct placed){
		    {place_of(&ix->rows[rows[i]]),
			first_bytes(strlist_get(&ix->titles, rows[i]))},
		    rows[i]};
	/* an even number of times: all end where they began */
	for (size_t key = ARRAY_SIZE(v->keys); key-- > 0;)
		for (unsigned shift = 0; shift < 64; shift += 16) {
			distribute(v, spare, n, key, shift);
			distribute(spare, v, n, key, shift + 8);
		}
	for (size_t i = 0; i < n; i = end) {
		for (end = i + 1; end < n && is_level(&v[i], &v[end]);)
			end++;
		if (end > i + 1)
			qsort_r(&v[i], end - i, sizeof(*v), compare_placed, ix);
	}
	for (size_t i = 0; i < n; i++)
		rows[i] = v[i].row;
	free(spare);
	free(v);
}

/* Rows that get another place are dead while the dead are dropped. */
static void
take_moved(struct sequence *seq, struct pubindex *ix)
{
	size_t n = 0;

	for (size_t i = 0; i < ix->moved.n; i++) {
		uint32_t row = ix->moved.v[i];

		/* new ones have no place yet; some are there twice */
		if (row < seq->seen && bits_test(&ix->live, row)) {
			bits_clear(&ix->live, row);
			ix->moved.v[n++] = row;
		}
	}
	ix->moved.n = n;
}

static void
drop_dead(struct sequence *seq, const struct pubindex *ix)
{
	size_t n = 0;

	for (size_t i = 0; i < seq->n; i++)
		if (bits_test(&ix->live, seq->rows[i]))
			seq->rows[n++] = seq->rows[i];
	seq->n = n;
}

/* How many of the first `n` rows stand before `row`. */
static size_t
find_place(const struct sequence *seq, size_t n, const struct pubindex *ix,
    uint32_t row)
{
	size_t low = 0;

	while (low < n) {
		size_t middle = low + (n - low) / 2;

		if (compare(ix, seq->rows[middle], row) < 0)
			low = middle + 1;
		else
			n = middle;
	}
	return low;
}

/*
 * The last of the new rows goes in first: everything is moved once, to where
 * it stays.
 */
static void
insert(struct sequence *seq, const uint32_t *rows, size_t n,
    const struct pubindex *ix)
{
	size_t end = seq->n;

	while (seq->cap < seq->n + n)
		seq->rows =
		    grow(seq->rows, seq->cap, &seq->cap, sizeof(*seq->rows));
	seq->n += n;
	while (n-- > 0) {
		size_t at = find_place(seq, end, ix, rows[n]);

		memmove(&seq->rows[at + n + 1], &seq->rows[at],
		    (end - at) * sizeof(*seq->rows));
		seq->rows[at + n] = rows[n];
		end = at;
	}
}

static void
sequence_update(struct sequence *seq, struct pubindex *ix)
{
	uint32_t *added;
	size_t n;

	take_moved(seq, ix);
	drop_dead(seq, ix);
	added = xcalloc(ix->n - seq->seen + ix->moved.n, sizeof(*added));
	for (n = 0; n < ix->moved.n; n++) {
		added[n] = ix->moved.v[n];
		bits_set(&ix->live, added[n]);
	}
	rowlist_release(&ix->moved);
	for (size_t r = bits_next(&ix->live, seq->seen); r < ix->n;
	     r = bits_next(&ix->live, r + 1))
		added[n++] = (uint32_t)r;
	sort(ix, added, n);
	insert(seq, added, n, ix);
	seq->seen = ix->n;
	free(added);
}

void
sequence_release(struct sequence *seq)
{
	free(seq->rows);
	*seq = (struct sequence){0};
}

void
pubindex_settle(struct pubindex *ix)
{
	entries_settle(ix);
	sequence_update(&ix->order, ix);
	pubindex_compact(ix);
}

size_t
pubindex_place(const struct pubindex *ix, uint32_t row)
{
	size_t i = 0;

	while (ix->order.rows[i] != row)
		i++;
	return i;
}

/* SPDX-License-Identifier: MIT */
/* puborder.c - rows in order, kept so when some come and go. */
#include <stdlib.h>
#include <string.h>

#include "pubindex.h"
#include "util.h"

static int
compare_numbers(long a, long b)
{
	return (a > b) - (a < b);
}

/*
 * Not out yet first, then newest first; inside one date as the authors put
 * them in their files. What is left decides between different owners.
 */
static int
compare(const struct pubindex *ix, uint32_t x, uint32_t y)
{
	const struct pubrow *a = &ix->rows[x];
	const struct pubrow *b = &ix->rows[y];
	int c;

	if (a->forthcoming != b->forthcoming)
		return a->forthcoming ? -1 : 1;
	if (a->forthcoming && a->status != b->status)
		return a->status < b->status ? -1 : 1;
	if (a->date != b->date)
		return a->date > b->date ? -1 : 1;
	if (a->ordinal != b->ordinal)
		return a->ordinal < b->ordinal ? -1 : 1;
	c = strcmp(strlist_get(&ix->titles, x), strlist_get(&ix->titles, y));
	if (c == 0)
		c = strcmp(
		    strlist_get(&ix->keys, x), strlist_get(&ix->keys, y));
	if (c == 0)
		c = strcmp(pubindex_owner_id(ix, x), pubindex_owner_id(ix, y));
	return c != 0 ? c : compare_numbers(x, y);
}

static int
compare_rows(const void *x, const void *y, void *ctx)
{
	return compare(ctx, *(const uint32_t *)x, *(const uint32_t *)y);
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
	if (n > 0)
		qsort_r(added, n, sizeof(*added), compare_rows, ix);
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

/* SPDX-License-Identifier: MIT */
/* entries.c - rows of different owners that are one work are one entry. */
#include <stdlib.h>
#include <string.h>

#include "pubindex.h"
#include "util.h"

/*
 * Rows that have a key in common hang together. When some come or go, only
 * what hangs together with them is put in entries again, and always by the
 * same rules: what was there before makes no difference.
 */

/* Does a copy before this one have the value? */
static bool
is_counted(const struct pubindex *ix, const struct column *c, uint32_t entry,
    uint32_t copy, uint32_t value)
{
	for (; entry != copy; entry = ix->next_copy[entry]) {
		size_t n;
		const uint32_t *values = column_values(c, entry, &n);

		for (size_t i = 0; i < n; i++)
			if (values[i] == value)
				return true;
	}
	return false;
}

/* What the copies behind the first one have, and none before them. */
static void
count_copies(
    struct pubindex *ix, struct column *c, uint32_t entry, uint32_t change)
{
	for (uint32_t copy = ix->next_copy[entry]; copy != PUBROW_NONE;
	     copy = ix->next_copy[copy]) {
		size_t n;
		const uint32_t *values = column_values(c, copy, &n);

		for (size_t i = 0; i < n; i++)
			if (!is_counted(ix, c, entry, copy, values[i]))
				c->dict.entries[values[i]] += change;
	}
}

static inline void
count_field(struct pubindex *ix, enum field f, uint32_t entry, uint32_t change)
{
	struct column *c = &ix->fields[f];
	size_t n;
	const uint32_t *values = column_values(c, entry, &n);

	for (size_t i = 0; i < n; i++)
		c->dict.entries[values[i]] += change;
	if (field_is_of_copies(f))
		count_copies(ix, c, entry, change);
}

/* One field after the other: the values of rows in order lie in order, too. */
static void
add_entries(struct pubindex *ix, const struct rowlist *entries)
{
	for (size_t i = 0; i < entries->n; i++)
		bits_set(&ix->entries, entries->v[i]);
	ix->nentries += entries->n;
	for (unsigned f = 0; f < FIELD__MAX; f++)
		for (size_t i = 0; i < entries->n && ix->fields[f].n > 0; i++)
			count_field(ix, (enum field)f, entries->v[i], 1);
}

/* Its rows are none's from now on, and are looked at again. */
static void
dissolve(struct pubindex *ix, uint32_t entry)
{
	uint32_t next;

	for (unsigned f = 0; f < FIELD__MAX; f++)
		count_field(ix, (enum field)f, entry, UINT32_MAX);
	bits_clear(&ix->entries, entry);
	ix->nentries--;
	for (uint32_t row = entry; row != PUBROW_NONE; row = next) {
		next = ix->next_copy[row];
		ix->entry_of[row] = ix->next_copy[row] = PUBROW_NONE;
		rowlist_add(&ix->loose, row);
	}
}

void
entries_count_again(struct pubindex *ix, enum field f)
{
	struct column *c = &ix->fields[f];

	if (dict_size(&c->dict) == 0)
		return;
	memset(
	    c->dict.entries, 0, dict_size(&c->dict) * sizeof(*c->dict.entries));
	for (size_t r = bits_next(&ix->entries, 0); r < ix->entries.n;
	     r = bits_next(&ix->entries, r + 1))
		count_field(ix, f, (uint32_t)r, 1);
}

void
entries_add(struct pubindex *ix, uint32_t row)
{
	size_t cap = ix->copies_cap;

	ix->entry_of = grow(ix->entry_of, row, &cap, sizeof(*ix->entry_of));
	ix->next_copy =
	    grow(ix->next_copy, row, &ix->copies_cap, sizeof(*ix->next_copy));
	ix->entry_of[row] = ix->next_copy[row] = PUBROW_NONE;
	rowlist_add(&ix->loose, row);
}

void
entries_remove(struct pubindex *ix, uint32_t row)
{
	if (ix->entry_of[row] != PUBROW_NONE)
		dissolve(ix, ix->entry_of[row]);
	/* others may have stood apart because of it */
	if (ix->works != NULL)
		works_neighbours(ix->works, row, &ix->loose);
}

/* Rows that hang together, and in which set each is so far. */
struct cluster {
	struct pubindex *ix;
	struct rowlist rows;
	struct joined *v; /* by place in rows */
	size_t cap;
};

struct joined {
	size_t set;   /* its name is its first member */
	size_t next;  /* of the same set; SIZE_MAX: none */
	uint64_t doi; /* of the set, if it is the first; 0: none */
};

/* By the id of the owner, then as in the file: the same in every process. */
static int
compare_rows(const void *x, const void *y, void *ctx)
{
	const struct pubindex *ix = ctx;
	uint32_t a = *(const uint32_t *)x;
	uint32_t b = *(const uint32_t *)y;
	int c = strcmp(pubindex_owner_id(ix, a), pubindex_owner_id(ix, b));

	if (c != 0)
		return c;
	return (ix->rows[a].ordinal > ix->rows[b].ordinal) -
	       (ix->rows[a].ordinal < ix->rows[b].ordinal);
}

static void
cluster_sort(struct cluster *c)
{
	struct pubindex *ix = c->ix;

	qsort_r(c->rows.v, c->rows.n, sizeof(*c->rows.v), compare_rows, ix);
	for (size_t i = 0; i < c->rows.n; i++) {
		c->v = grow(c->v, i, &c->cap, sizeof(*c->v));
		c->v[i] = (struct joined){
		    i, SIZE_MAX, works_keys(ix->works, c->rows.v[i])[WORK_DOI]};
	}
}

static bool
share_owner(const struct cluster *c, size_t a, size_t b)
{
	for (size_t i = a; i != SIZE_MAX; i = c->v[i].next)
		for (size_t j = b; j != SIZE_MAX; j = c->v[j].next)
			if (c->ix->rows[c->rows.v[i]].owner ==
			    c->ix->rows[c->rows.v[j]].owner)
				return true;
	return false;
}

/*
 * Works of different DOIs are different; and who lists two of one title and
 * year means two. False: the rows stay apart.
 */
static bool
unite(struct cluster *c, size_t i, size_t j, enum work_key kind)
{
	size_t a = c->v[i].set;
	size_t b = c->v[j].set;
	size_t last = a;

	if (a == b)
		return true;
	if (c->v[a].doi != 0 && c->v[b].doi != 0 && c->v[a].doi != c->v[b].doi)
		return false;
	if (kind == WORK_TITLE && share_owner(c, a, b))
		return false;
	while (c->v[last].next != SIZE_MAX)
		last = c->v[last].next;
	c->v[last].next = b;
	for (size_t k = b; k != SIZE_MAX; k = c->v[k].next)
		c->v[k].set = a;
	if (c->v[a].doi == 0)
		c->v[a].doi = c->v[b].doi;
	return true;
}

/* Many rows of one title and many DOIs must not cost their square. */
enum { MAX_ATTEMPTS = 16 };

static void
unite_by(struct cluster *c, enum work_key kind)
{
	const struct works *w = c->ix->works;

	for (size_t i = 1; i < c->rows.n; i++) {
		uint64_t key = works_keys(w, c->rows.v[i])[kind];
		int attempts = key != 0 ? MAX_ATTEMPTS : 0;

		for (size_t j = 0; j < i && attempts > 0; j++)
			if (works_keys(w, c->rows.v[j])[kind] == key) {
				attempts--;
				if (unite(c, j, i, kind))
					break;
			}
	}
}

/* Is row a the better one to show? The one that is found first stays. */
static bool
is_better(const struct pubindex *ix, uint32_t a, uint32_t b)
{
	bool x = works_keys(ix->works, a)[WORK_DOI] != 0;
	bool y = works_keys(ix->works, b)[WORK_DOI] != 0;

	if (ix->rows[a].filled != ix->rows[b].filled)
		return ix->rows[a].filled > ix->rows[b].filled;
	return x && !y;
}

/* Of all rows of a set, the one that comes first. */
static size_t
first_of(const struct cluster *c, size_t set)
{
	size_t first = set;

	for (size_t i = set; i != SIZE_MAX; i = c->v[i].next)
		first = i < first ? i : first;
	return first;
}

/* The rows of a set: the best one leads, the others follow in their order. */
static uint32_t
make_entry(const struct cluster *c, size_t set)
{
	struct pubindex *ix = c->ix;
	bool many = c->v[set].next != SIZE_MAX;
	uint32_t entry = c->rows.v[first_of(c, set)];
	uint32_t last;

	for (size_t i = 0; i < c->rows.n && many; i++)
		if (c->v[i].set == set && is_better(ix, c->rows.v[i], entry))
			entry = c->rows.v[i];
	last = entry;
	ix->entry_of[entry] = entry;
	for (size_t i = 0; i < c->rows.n && many; i++) {
		uint32_t row = c->rows.v[i];

		if (c->v[i].set != set || row == entry)
			continue;
		ix->entry_of[row] = entry;
		ix->next_copy[last] = row;
		last = row;
	}
	return entry;
}

/* At a row that was seen it ends: from there another walk goes on. */
static void
walk_ring(
    struct cluster *c, uint32_t row, enum work_key kind, struct bits *seen)
{
	const struct pubindex *ix = c->ix;

	for (row = works_next(ix->works, row, kind); !bits_test(seen, row);
	     row = works_next(ix->works, row, kind))
		if (bits_test(&ix->live, row)) {
			bits_set(seen, row);
			rowlist_add(&c->rows, row);
		}
}

/* Everything that hangs together with `row`, itself included. */
static void
find_cluster(struct cluster *c, uint32_t row, struct bits *seen)
{
	c->rows.n = 0;
	bits_set(seen, row);
	rowlist_add(&c->rows, row);
	for (size_t i = 0; c->ix->works != NULL && i < c->rows.n; i++)
		for (unsigned k = 0; k < WORK__MAX; k++)
			walk_ring(c, c->rows.v[i], (enum work_key)k, seen);
}

/* Put the rows of the cluster in entries, which are added to `made`. */
static void
make_entries(struct cluster *c, struct rowlist *made)
{
	struct pubindex *ix = c->ix;
	const struct rowlist *rows = &c->rows;

	for (size_t i = 0; i < rows->n; i++)
		if (ix->entry_of[rows->v[i]] != PUBROW_NONE)
			dissolve(ix, ix->entry_of[rows->v[i]]);
	if (rows->n == 1) {
		ix->entry_of[rows->v[0]] = rows->v[0];
		rowlist_add(made, rows->v[0]);
		return;
	}
	cluster_sort(c);
	for (unsigned k = 0; k < WORK__MAX; k++)
		unite_by(c, (enum work_key)k);
	for (size_t i = 0; i < rows->n; i++)
		if (c->v[i].set == i)
			rowlist_add(made, make_entry(c, i));
}

void
entries_settle(struct pubindex *ix)
{
	struct cluster c = {.ix = ix};
	struct rowlist made = {0};
	struct bits seen;

	if (ix->works != NULL)
		works_link(ix->works);
	bits_init(&seen, ix->n);
	bits_grow(&ix->entries, ix->n);
	/* dissolved ones are added on the way, and are all seen already */
	for (size_t i = 0; i < ix->loose.n; i++) {
		uint32_t row = ix->loose.v[i];

		if (!bits_test(&ix->live, row) || bits_test(&seen, row))
			continue;
		find_cluster(&c, row, &seen);
		make_entries(&c, &made);
	}
	add_entries(ix, &made);
	rowlist_release(&made);
	rowlist_release(&c.rows);
	free(c.v);
	rowlist_release(&ix->loose);
	bits_release(&seen);
}

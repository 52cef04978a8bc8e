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

static void
count_field(struct pubindex *ix, enum field f, uint32_t entry, uint32_t change)
{
	struct column *c = &ix->fields[f];
	bool all = field_is_of_copies(f);

	for (uint32_t copy = entry; copy != PUBROW_NONE;
	     copy = all ? ix->next_copy[copy] : PUBROW_NONE) {
		size_t n;
		const uint32_t *values = column_values(c, copy, &n);

		for (size_t i = 0; i < n; i++)
			if (copy == entry ||
			    !is_counted(ix, c, entry, copy, values[i]))
				c->dict.entries[values[i]] += change;
	}
}

static void
add_entry(struct pubindex *ix, uint32_t entry)
{
	bits_set(&ix->entries, entry);
	ix->nentries++;
	for (unsigned f = 0; f < FIELD__MAX; f++)
		count_field(ix, (enum field)f, entry, 1);
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
	const struct pubindex *ix;
	struct rowlist rows;
	size_t *set;   /* of each row: its name is its first row */
	size_t *next;  /* the next row of the same set; SIZE_MAX: none */
	uint64_t *doi; /* by the first row of a set; 0: none */
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
cluster_init(struct cluster *c, const struct pubindex *ix, struct rowlist rows)
{
	size_t n = rows.n;

	*c = (struct cluster){ix, rows, xcalloc(n, sizeof(*c->set)),
	    xcalloc(n, sizeof(*c->next)), xcalloc(n, sizeof(*c->doi))};
	qsort_r(
	    rows.v, n, sizeof(*rows.v), compare_rows, (void *)(uintptr_t)ix);
	for (size_t i = 0; i < n; i++) {
		c->set[i] = i;
		c->next[i] = SIZE_MAX;
		c->doi[i] = works_keys(ix->works, rows.v[i])[WORK_DOI];
	}
}

static void
cluster_release(struct cluster *c)
{
	free(c->set);
	free(c->next);
	free(c->doi);
}

static bool
share_owner(const struct cluster *c, size_t a, size_t b)
{
	for (size_t i = a; i != SIZE_MAX; i = c->next[i])
		for (size_t j = b; j != SIZE_MAX; j = c->next[j])
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
	size_t a = c->set[i];
	size_t b = c->set[j];
	size_t last = a;

	if (a == b)
		return true;
	if (c->doi[a] != 0 && c->doi[b] != 0 && c->doi[a] != c->doi[b])
		return false;
	if (kind == WORK_TITLE && share_owner(c, a, b))
		return false;
	while (c->next[last] != SIZE_MAX)
		last = c->next[last];
	c->next[last] = b;
	for (size_t k = b; k != SIZE_MAX; k = c->next[k])
		c->set[k] = a;
	if (c->doi[a] == 0)
		c->doi[a] = c->doi[b];
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

	for (size_t i = set; i != SIZE_MAX; i = c->next[i])
		first = i < first ? i : first;
	return first;
}

/* The rows of a set: the best one leads, the others follow in their order. */
static void
make_entry(struct pubindex *ix, const struct cluster *c, size_t set)
{
	bool many = c->next[set] != SIZE_MAX;
	uint32_t entry = c->rows.v[first_of(c, set)];
	uint32_t last;

	for (size_t i = 0; i < c->rows.n && many; i++)
		if (c->set[i] == set && is_better(ix, c->rows.v[i], entry))
			entry = c->rows.v[i];
	last = entry;
	ix->entry_of[entry] = entry;
	for (size_t i = 0; i < c->rows.n && many; i++) {
		uint32_t row = c->rows.v[i];

		if (c->set[i] != set || row == entry)
			continue;
		ix->entry_of[row] = entry;
		ix->next_copy[last] = row;
		last = row;
	}
	add_entry(ix, entry);
}

/* Everything that hangs together with `row`, itself included. */
static struct rowlist
find_cluster(const struct pubindex *ix, uint32_t row, struct bits *seen)
{
	struct rowlist rows = {0};
	struct rowlist near = {0};

	bits_set(seen, row);
	rowlist_add(&rows, row);
	for (size_t i = 0; ix->works != NULL && i < rows.n; i++) {
		near.n = 0;
		works_neighbours(ix->works, rows.v[i], &near);
		for (size_t k = 0; k < near.n; k++)
			if (bits_test(&ix->live, near.v[k]) &&
			    !bits_test(seen, near.v[k])) {
				bits_set(seen, near.v[k]);
				rowlist_add(&rows, near.v[k]);
			}
	}
	rowlist_release(&near);
	return rows;
}

static void
make_entries(struct pubindex *ix, struct rowlist rows)
{
	struct cluster c;

	for (size_t i = 0; i < rows.n; i++)
		if (ix->entry_of[rows.v[i]] != PUBROW_NONE)
			dissolve(ix, ix->entry_of[rows.v[i]]);
	if (rows.n == 1) {
		ix->entry_of[rows.v[0]] = rows.v[0];
		add_entry(ix, rows.v[0]);
		return;
	}
	cluster_init(&c, ix, rows);
	for (unsigned k = 0; k < WORK__MAX; k++)
		unite_by(&c, (enum work_key)k);
	for (size_t i = 0; i < rows.n; i++)
		if (c.set[i] == i)
			make_entry(ix, &c, i);
	cluster_release(&c);
}

void
entries_settle(struct pubindex *ix)
{
	struct bits seen;

	if (ix->works != NULL)
		works_link(ix->works);
	bits_init(&seen, ix->n);
	bits_grow(&ix->entries, ix->n);
	/* dissolved ones are added on the way, and are all seen already */
	for (size_t i = 0; i < ix->loose.n; i++) {
		uint32_t row = ix->loose.v[i];
		struct rowlist rows;

		if (!bits_test(&ix->live, row) || bits_test(&seen, row))
			continue;
		rows = find_cluster(ix, row, &seen);
		make_entries(ix, rows);
		rowlist_release(&rows);
	}
	rowlist_release(&ix->loose);
	bits_release(&seen);
}

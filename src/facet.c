/* SPDX-License-Identifier: MIT */
/* facet.c - how many publications each value of a field would show. */
#include <stdlib.h>
#include <string.h>

#include "facet.h"
#include "util.h"

/* What is counted, and how often each value was met. */
struct counting {
	const struct pubindex *ix;
	const struct column *column;
	uint32_t *counts;
	/* the last entry that a value was counted for, + 1; NULL: no copies */
	uint32_t *seen;
};

/* Calls `fn` for each row of the set: what it does is put in here. */
static inline void
for_rows(const struct bits *rows,
    void (*fn)(const struct counting *c, uint32_t row),
    const struct counting *c)
{
	for (size_t w = 0; w * 64 < rows->n; w++)
		for (uint64_t word = rows->words[w]; word != 0;
		     word &= word - 1)
			fn(c, (uint32_t)(w * 64) +
				  (uint32_t)__builtin_ctzll(word));
}

static inline void
count_one(const struct counting *c, uint32_t row)
{
	c->counts[c->column->values[row]]++;
}

static inline void
count_some(const struct counting *c, uint32_t row)
{
	const struct column *col = c->column;

	for (uint32_t i = col->first[row]; i < col->first[row + 1]; i++)
		c->counts[col->values[i]]++;
}

/* The same for the values of all copies; once for each entry. */
static inline void
count_copies(const struct counting *c, uint32_t row)
{
	const uint32_t *next_copy = c->ix->next_copy;
	size_t n;
	const uint32_t *v = column_values(c->column, row, &n);

	if (next_copy[row] == PUBROW_NONE) {
		for (size_t i = 0; i < n; i++)
			c->counts[v[i]]++;
		return;
	}
	for (uint32_t copy = row; copy != PUBROW_NONE; copy = next_copy[copy]) {
		v = column_values(c->column, copy, &n);
		for (size_t i = 0; i < n; i++) {
			c->counts[v[i]] += c->seen[v[i]] != row + 1;
			c->seen[v[i]] = row + 1;
		}
	}
}

static void
count_rows(const struct counting *c, const struct bits *rows)
{
	if (c->column->n == 0)
		return;
	if (c->seen != NULL)
		for_rows(rows, count_copies, c);
	else if (c->column->first == NULL)
		for_rows(rows, count_one, c);
	else
		for_rows(rows, count_some, c);
}

/* How many entries have each value, by value. Owned. */
static uint32_t *
count(const struct selection *sel, enum field f)
{
	const struct pubindex *ix = sel->index;
	const struct column *c = &ix->fields[f];
	size_t n = dict_size(&c->dict);
	struct counting k = {ix, c, xcalloc(n, sizeof(*k.counts)), NULL};
	struct bits rows;
	bool most;

	select_others(sel, f, &rows);
	/* of most entries, those that are left out are fewer to look at */
	most = bits_count(&rows) > ix->nentries / 2;
	if (most) {
		struct bits rest;

		bits_copy(&rest, &ix->entries);
		bits_subtract(&rest, &rows);
		bits_release(&rows);
		rows = rest;
	}
	if (field_is_of_copies(f) && ix->works != NULL)
		k.seen = xcalloc(n, sizeof(*k.seen));
	count_rows(&k, &rows);
	for (size_t v = 0; most && v < n; v++)
		k.counts[v] = c->dict.entries[v] - k.counts[v];
	bits_release(&rows);
	free(k.seen);
	return k.counts;
}

/* The best values so far, best first. */
struct top {
	const struct dict *dict;
	bool by_id; /* ascending; else most first */
	struct facet_value *values;
	size_t n;
	size_t max;
};

static int
compare(const struct top *top, const struct facet_value *a,
    const struct facet_value *b)
{
	if (!top->by_id && a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return strcmp(
	    dict_id(top->dict, a->value), dict_id(top->dict, b->value));
}

/* Put the value where it belongs, if it is among the best. */
static void
offer(struct top *top, struct facet_value v)
{
	size_t at = top->n;

	while (at > 0 && compare(top, &v, &top->values[at - 1]) < 0)
		at--;
	if (at == top->max)
		return;
	if (top->n < top->max)
		top->n++;
	memmove(&top->values[at + 1], &top->values[at],
	    (top->n - 1 - at) * sizeof(v));
	top->values[at] = v;
}

/* "not selected" is no choice anybody looks for */
static bool
is_offered(const struct dict *dict, enum field f, const struct facet_value *v)
{
	if (v->current)
		return true;
	return v->n > 0 && !(f == FIELD_SELECTED &&
			       strcmp(dict_id(dict, v->value), "false") == 0);
}

/* The best, and besides them the best of what is asked for. */
static void
choose(struct facet *fc, const struct dict *dict, const uint32_t *counts,
    const struct bits *wanted)
{
	bool all = fc->field == FIELD_YEAR || fc->field == FIELD_LETTER;
	size_t max = all ? dict_size(dict) : FACET_MAX_VALUES;
	struct top best = {dict, all, fc->values, 0, max};
	struct top asked = {
	    dict, all, xcalloc(max, sizeof(*fc->values)), 0, max};

	for (size_t i = 0; i < dict_size(dict); i++) {
		const struct facet_value v = {(uint32_t)i, counts[i],
		    wanted->words != NULL && bits_test(wanted, i)};

		if (!is_offered(dict, fc->field, &v))
			continue;
		fc->more++;
		offer(&best, v);
		if (v.current)
			offer(&asked, v);
	}
	best.max *= 2;
	for (size_t i = 0, n = best.n; i < asked.n; i++)
		if (n == 0 ||
		    compare(&best, &fc->values[n - 1], &asked.values[i]) < 0)
			offer(&best, asked.values[i]);
	fc->n = best.n;
	fc->more -= fc->n;
	free(asked.values);
}

void
facet_count(struct facet *fc, const struct selection *sel, enum field f)
{
	const struct dict *dict = &sel->index->fields[f].dict;
	uint32_t *counts = count(sel, f);

	*fc = (struct facet){.field = f};
	fc->values = xcalloc(
	    2 * (dict_size(dict) + FACET_MAX_VALUES), sizeof(*fc->values));
	choose(fc, dict, counts, &sel->wanted[f]);
	free(counts);
}

void
facet_release(struct facet *fc)
{
	free(fc->values);
	*fc = (struct facet){0};
}

bool
facet_matters(const struct facet *fc, const struct selection *sel)
{
	for (size_t i = 0; i < fc->n; i++)
		if (fc->values[i].current)
			return true;
	return fc->n > 1 ||
	       (fc->n == 1 && fc->values[0].n < sel->without[fc->field]);
}

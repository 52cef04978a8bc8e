/* SPDX-License-Identifier: MIT */
/* arrange.c - the order and the headings of what a query shows. */
#include <stdlib.h>
#include <string.h>

#include "rank.h"
#include "select.h"
#include "util.h"

/* Where the page that is asked for lies among the matches. */
struct slice {
	size_t first;
	size_t n;
};

static bool
find_slice(struct selection *sel, const struct query *q, struct slice *slice)
{
	const unsigned per = query_per(q);

	*slice = (struct slice){0, sel->matches};
	sel->page = q->page;
	if (per == 0)
		return q->page == 1;
	sel->pages = (unsigned)((sel->matches + per - 1) / per);
	slice->first = (size_t)(q->page - 1) * per;
	if (slice->first >= sel->matches)
		return q->page == 1;
	slice->n -= slice->first;
	if (slice->n > per)
		slice->n = per;
	return true;
}

/* Oldest first: the order of the index, read from its end. */
static bool
is_backwards(const struct query *q)
{
	return q->sort == SORT_YEAR && q->order == ORDER_ASC;
}

/* The matches of the slice in the order of the index. */
static void
take(const struct selection *sel, struct slice slice, bool backwards,
    uint32_t *rows)
{
	const struct sequence *order = &sel->index->order;
	size_t end = slice.first + slice.n;

	for (size_t i = 0, seen = 0; seen < end; i++) {
		uint32_t row = order->rows[backwards ? order->n - 1 - i : i];

		if (!bits_test(&sel->all, row))
			continue;
		if (seen++ >= slice.first)
			*rows++ = row;
	}
}

/* What keys are made from. */
struct keys {
	const struct pubindex *ix;
	const struct query *q;
	const struct labelranks *groups;
	const struct labelranks *venues;
};

/* A row on its way into another order; smaller keys come first. */
struct keyed {
	uint64_t key; /* of the group, above that of the sort */
	uint32_t row;
	uint32_t at; /* its place in the order of the index */
};

static uint32_t
group_key(const struct keys *k, uint32_t row)
{
	const struct pubrow *r = &k->ix->rows[row];
	long v;

	switch (k->q->by) {
	case BY_NONE:
		return 0;
	case BY_YEAR:
		return r->ahead ? 0 : 10000 - (uint32_t)(r->date / 10000);
	default:
		v = pubindex_value(
		    k->ix, row, k->q->by == BY_TYPE ? FIELD_TYPE : FIELD_VENUE);
		return v >= 0 ? k->groups->unique[v] : 0;
	}
}

static const char *
title_of(const struct keys *k, uint32_t row)
{
	return strlist_get(&k->ix->titles, row);
}

static uint32_t
sort_key(const struct keys *k, uint32_t row)
{
	uint32_t key = 0;
	long v;

	switch (k->q->sort) {
	case SORT_YEAR:
		return 0;
	case SORT_TITLE:
		key = (uint32_t)(first_bytes(title_of(k, row)) >> 32);
		break;
	case SORT_VENUE:
		v = pubindex_value(k->ix, row, FIELD_VENUE);
		key = v >= 0 ? k->venues->shared[v] : 0;
		break;
	case SORT_CITED:
		key = (uint32_t)k->ix->rows[row].cited + 1;
		break;
	}
	return k->q->order == ORDER_DESC ? ~key : key;
}

/* Groups, then the sort in its direction, then the order of the index. */
static int
compare_keyed(const void *x, const void *y, void *ctx)
{
	const struct keyed *a = x;
	const struct keyed *b = y;
	const struct keys *k = ctx;
	int c = 0;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	if (k->q->sort == SORT_TITLE)
		c = strcmp(title_of(k, a->row), title_of(k, b->row));
	if (c != 0)
		return k->q->order == ORDER_DESC ? -c : c;
	return (a->at > b->at) - (a->at < b->at);
}

/* More rounds than that: chance has failed, it is sorted. */
enum { MAX_ROUNDS = 64 };

/*
 * Let the row be at `nth` that belongs there, and those before and behind it
 * on their sides, in no order (C. A. R. Hoare's Find): what is not on the
 * page that is asked for need not be sorted.
 */
static void
place(struct keys *k, struct keyed *v, size_t n, size_t nth)
{
	size_t low = 0;
	size_t high = n;

	for (int rounds = 0; high - low > 1; rounds++) {
		const struct keyed pivot = v[nth];
		size_t i = low;
		size_t j = high;

		if (rounds == MAX_ROUNDS) {
			qsort_r(
			    v + low, high - low, sizeof(*v), compare_keyed, k);
			return;
		}
		/* those below i are not larger, those from j on not smaller */
		while (i < j) {
			while (compare_keyed(&v[i], &pivot, k) < 0)
				i++;
			while (compare_keyed(&pivot, &v[j - 1], k) < 0)
				j--;
			if (i < j) {
				struct keyed other = v[i];

				v[i++] = v[j - 1];
				v[--j] = other;
			}
		}
		if (j <= nth)
			low = j;
		if (nth < i)
			high = i;
	}
}

/* The matches of the slice in an order that is not that of the index. */
static void
take_sorted(
    const struct selection *sel, const struct query *q, struct slice slice)
{
	struct keys k = {.ix = sel->index, .q = q};
	size_t n = sel->matches;
	uint32_t *rows = xcalloc(n, sizeof(*rows));
	struct keyed *v = xcalloc(n, sizeof(*v));

	if (q->by == BY_TYPE || q->by == BY_VENUE)
		k.groups = rank_labels(
		    k.ix, q->by == BY_TYPE ? FIELD_TYPE : FIELD_VENUE);
	if (q->sort == SORT_VENUE)
		k.venues = rank_labels(k.ix, FIELD_VENUE);
	take(sel, (struct slice){0, n}, is_backwards(q), rows);
	for (uint32_t i = 0; i < n; i++)
		v[i] = (struct keyed){(uint64_t)group_key(&k, rows[i]) << 32 |
					  sort_key(&k, rows[i]),
		    rows[i], i};
	free(rows);
	if (slice.n > 0 && slice.first > 0)
		place(&k, v, n, slice.first);
	if (slice.n > 0)
		place(&k, v + slice.first, n - slice.first, slice.n - 1);
	qsort_r(v + slice.first, slice.n, sizeof(*v), compare_keyed, &k);
	for (size_t i = 0; i < slice.n; i++)
		sel->rows[i] = v[slice.first + i].row;
	free(v);
}

/* The heading that a publication stands under. */
static struct group
group_of(const struct pubindex *ix, const struct query *q, uint32_t row)
{
	static const enum field fields[] = {[BY_YEAR] = FIELD_YEAR,
	    [BY_TYPE] = FIELD_TYPE,
	    [BY_VENUE] = FIELD_VENUE};
	const struct dict *dict;
	long v;

	if (q->of == QUERY_OF_PEOPLE && !ix->rows[row].ahead)
		return (struct group){"alumni", NULL, "", 0, 0};
	if (q->by == BY_NONE)
		return (struct group){"all", NULL, "", 0, 0};
	if (q->by == BY_YEAR && ix->rows[row].ahead)
		return (struct group){"forthcoming", NULL, "", 0, 0};
	v = pubindex_value(ix, row, fields[q->by]);
	if (v < 0)
		return (struct group){"none", NULL, "", 0, 0};
	dict = &ix->fields[fields[q->by]].dict;
	return (struct group){dict_id(dict, (size_t)v),
	    dict_label(dict, (size_t)v), dict_lang(dict, (size_t)v), 0, 0};
}

static void
make_groups(struct selection *sel, const struct query *q)
{
	size_t cap = 0;

	for (size_t i = 0; i < sel->n; i++) {
		struct group g = group_of(sel->index, q, sel->rows[i]);

		if (sel->ngroups > 0 &&
		    strcmp(sel->groups[sel->ngroups - 1].id, g.id) == 0) {
			sel->groups[sel->ngroups - 1].n++;
			continue;
		}
		g.first = i;
		g.n = 1;
		sel->groups =
		    grow(sel->groups, sel->ngroups, &cap, sizeof(*sel->groups));
		sel->groups[sel->ngroups++] = g;
	}
}

bool
select_arrange(struct selection *sel, const struct query *q)
{
	struct slice slice;

	if (!find_slice(sel, q, &slice))
		return false;
	sel->rows = xcalloc(slice.n, sizeof(*sel->rows));
	if (q->sort == SORT_YEAR && (q->by == BY_YEAR || q->by == BY_NONE))
		take(sel, slice, is_backwards(q), sel->rows);
	else
		take_sorted(sel, q, slice);
	sel->n = slice.n;
	make_groups(sel, q);
	return true;
}

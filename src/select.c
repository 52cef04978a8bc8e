/* SPDX-License-Identifier: MIT */
/* select.c - which publications a query shows. */
#include <stdlib.h>
#include <string.h>

#include "pubfields.h"
#include "select.h"
#include "text.h"
#include "util.h"

/* A query made ready for one index. */
struct plan {
	const struct pubindex *ix;
	const struct query *q;
	bool *wanted[FIELD__MAX]; /* by number of value; NULL: any will do */
	struct strbuf words;	  /* of q, folded, each ended by a NUL */
};

static void
mark_years(const struct dict *dict, int from, int to, bool *wanted)
{
	long latest = -1;

	for (size_t i = 0; i < dict->n; i++) {
		long year = strtol(dict->values[i].id, NULL, 10);

		if (year > latest)
			latest = year;
	}
	for (size_t i = 0; i < dict->n; i++) {
		long year = strtol(dict->values[i].id, NULL, 10);

		if (from < 0 ? year == latest : year >= from && year <= to)
			wanted[i] = true;
	}
}

/* All statuses of what is not out yet. */
static void
mark_forthcoming(const struct dict *dict, bool *wanted)
{
	for (size_t i = 0; i < dict->n; i++)
		if (status_is_forthcoming(dict->values[i].id))
			wanted[i] = true;
}

void
select_term(
    const struct dict *dict, enum field f, const char *term, bool *wanted)
{
	long exact = dict_find(dict, term);
	int from;
	int to;

	if (f == FIELD_YEAR) {
		if (query_year_range(term, &from, &to))
			mark_years(dict, from, to, wanted);
		return;
	}
	if (f == FIELD_STATUS && strcmp(term, STATUS_FORTHCOMING) == 0) {
		mark_forthcoming(dict, wanted);
		return;
	}
	if (exact >= 0)
		wanted[exact] = true;
	for (size_t i = 0; exact < 0 && i < dict->n; i++)
		if (text_has_words(dict->values[i].slug, term))
			wanted[i] = true;
}

static void
plan_init(struct plan *plan, const struct pubindex *ix, const struct query *q)
{
	*plan = (struct plan){.ix = ix, .q = q};
	for (size_t f = 0; f < FIELD__MAX; f++) {
		const struct terms *terms = &q->fields[f];

		if (terms->n == 0)
			continue;
		plan->wanted[f] = xcalloc(ix->fields[f].n, sizeof(bool));
		for (size_t i = 0; i < terms->n; i++)
			select_term(&ix->fields[f], (enum field)f, terms->v[i],
			    plan->wanted[f]);
	}
	strbuf_init(&plan->words);
	if (q->q != NULL)
		text_fold(&plan->words, q->q);
	for (size_t i = 0; i < plan->words.len; i++)
		if (plan->words.buf[i] == ' ')
			plan->words.buf[i] = '\0';
}

static void
plan_release(struct plan *plan)
{
	for (size_t f = 0; f < FIELD__MAX; f++)
		free(plan->wanted[f]);
	strbuf_release(&plan->words);
}

/* Every word must be there, in whatever order. */
static bool
has_words(const struct plan *plan, const struct publication *p)
{
	const char *word = plan->words.buf;
	const char *end = word + plan->words.len;

	for (; word < end; word += strlen(word) + 1)
		if (!text_contains(p->text, word))
			return false;
	return true;
}

static uint16_t
find_misses(const struct plan *plan, const struct publication *p)
{
	unsigned misses = 0;

	for (unsigned f = 0; f < FIELD__MAX; f++) {
		bool hit = plan->wanted[f] == NULL;

		for (size_t i = p->values[f]; !hit && i < p->values[f + 1]; i++)
			hit = plan->wanted[f][plan->ix->pool[i]];
		if (!hit)
			misses |= 1u << f;
	}
	if (plan->q->q != NULL && !has_words(plan, p))
		misses |= 1u << FIELD__MAX;
	return (uint16_t)misses;
}

static void
match(struct selection *sel, const struct plan *plan)
{
	const struct pubindex *ix = plan->ix;

	sel->misses = xcalloc(ix->n, sizeof(*sel->misses));
	sel->pubs = xcalloc(ix->n, sizeof(*sel->pubs));
	for (size_t i = 0; i < ix->n; i++) {
		unsigned misses = find_misses(plan, &ix->pubs[i]);

		sel->misses[i] = (uint16_t)misses;
		if (misses == 0)
			sel->pubs[sel->n++] = &ix->pubs[i];
		for (size_t f = 0; f <= FIELD__MAX; f++)
			sel->without[f] += (misses & ~(1u << f)) == 0;
	}
	sel->total = ix->n;
	sel->matches = sel->n;
}

/* What qsort() must know; the comparison gets it beside the elements. */
struct sorting {
	const struct pubindex *ix;
	const struct query *q;
};

/* By label; venues of one label still have a heading each. */
static int
compare_venues(const struct pubindex *ix, const struct publication *a,
    const struct publication *b)
{
	int c = text_compare(pubindex_label(ix, a, FIELD_VENUE),
	    pubindex_label(ix, b, FIELD_VENUE));
	long x = pubindex_value(ix, a, FIELD_VENUE);
	long y = pubindex_value(ix, b, FIELD_VENUE);

	return c != 0 ? c : (x > y) - (x < y);
}

static int
compare_groups(const struct sorting *s, const struct publication *a,
    const struct publication *b)
{
	if (s->q->by == BY_TYPE)
		return strcmp(pubindex_label(s->ix, a, FIELD_TYPE),
		    pubindex_label(s->ix, b, FIELD_TYPE));
	if (s->q->by == BY_VENUE)
		return compare_venues(s->ix, a, b);
	if (s->q->by == BY_YEAR) {
		if (a->forthcoming != b->forthcoming)
			return a->forthcoming ? -1 : 1;
		return a->forthcoming ? 0
				      : (a->date / 10000 < b->date / 10000) -
					    (a->date / 10000 > b->date / 10000);
	}
	return 0;
}

static int
compare_sort(const struct sorting *s, const struct publication *a,
    const struct publication *b)
{
	switch (s->q->sort) {
	case SORT_TITLE:
		return strcmp(a->title, b->title);
	case SORT_VENUE:
		return text_compare(pubindex_label(s->ix, a, FIELD_VENUE),
		    pubindex_label(s->ix, b, FIELD_VENUE));
	case SORT_CITED:
		return (a->cited > b->cited) - (a->cited < b->cited);
	case SORT_YEAR:
		break;
	}
	/* the index is in order of years, newest first */
	return (a < b) - (a > b);
}

/*
 * A total order: groups, then the sort in its direction, then the order of
 * the index. Groups of years follow the direction when years are sorted.
 */
static int
compare(const void *x, const void *y, void *ctx)
{
	const struct sorting *s = ctx;
	const struct publication *a = *(const struct publication *const *)x;
	const struct publication *b = *(const struct publication *const *)y;
	int c = compare_groups(s, a, b);

	if (c != 0)
		return s->q->sort == SORT_YEAR && s->q->by == BY_YEAR &&
			       s->q->order == ORDER_ASC
			   ? -c
			   : c;
	c = compare_sort(s, a, b);
	if (c != 0)
		return s->q->order == ORDER_DESC ? -c : c;
	return (a > b) - (a < b);
}

static bool
is_index_order(const struct query *q)
{
	return q->sort == SORT_YEAR && q->order == ORDER_DESC &&
	       (q->by == BY_YEAR || q->by == BY_NONE);
}

/* Keep the page that is asked for. */
static bool
cut_page(struct selection *sel, const struct query *q)
{
	size_t first;

	sel->page = q->page;
	if (q->per == 0)
		return q->page == 1;
	sel->pages = (unsigned)((sel->n + q->per - 1) / q->per);
	first = (size_t)(q->page - 1) * q->per;
	if (first >= sel->n && q->page > 1)
		return false;
	sel->n -= first;
	if (sel->n > q->per)
		sel->n = q->per;
	memmove(sel->pubs, sel->pubs + first, sel->n * sizeof(*sel->pubs));
	return true;
}

/* The heading that a publication stands under. */
static struct group
group_of(const struct selection *sel, const struct query *q,
    const struct publication *p)
{
	static const enum field fields[] = {[BY_YEAR] = FIELD_YEAR,
	    [BY_TYPE] = FIELD_TYPE,
	    [BY_VENUE] = FIELD_VENUE};
	const struct pubindex *ix = sel->index;
	const struct value *v;
	enum field f;

	if (q->by == BY_NONE)
		return (struct group){"all", NULL, 0, 0};
	if (q->by == BY_YEAR && p->forthcoming)
		return (struct group){"forthcoming", NULL, 0, 0};
	f = fields[q->by];
	if (p->values[f] == p->values[f + 1])
		return (struct group){"none", NULL, 0, 0};
	v = &ix->fields[f].values[ix->pool[p->values[f]]];
	return (struct group){v->id, v->label, 0, 0};
}

static void
make_groups(struct selection *sel, const struct query *q)
{
	size_t cap = 0;

	for (size_t i = 0; i < sel->n; i++) {
		struct group g = group_of(sel, q, sel->pubs[i]);

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
select_run(
    struct selection *sel, const struct pubindex *ix, const struct query *q)
{
	struct sorting sorting = {ix, q};
	struct plan plan;
	bool exists;

	*sel = (struct selection){.index = ix};
	plan_init(&plan, ix, q);
	match(sel, &plan);
	plan_release(&plan);
	if (!is_index_order(q) && sel->n > 0)
		qsort_r(
		    sel->pubs, sel->n, sizeof(*sel->pubs), compare, &sorting);
	exists = cut_page(sel, q);
	if (!exists)
		sel->n = 0;
	make_groups(sel, q);
	return exists;
}

void
select_one(struct selection *sel, const struct pubindex *ix,
    const struct publication *p)
{
	*sel = (struct selection){
	    .index = ix, .n = 1, .total = 1, .matches = 1, .page = 1};
	sel->pubs = xcalloc(1, sizeof(*sel->pubs));
	sel->pubs[0] = p;
	sel->misses = xcalloc(ix->n, sizeof(*sel->misses));
}

void
select_release(struct selection *sel)
{
	free(sel->pubs);
	free(sel->groups);
	free(sel->misses);
	*sel = (struct selection){0};
}

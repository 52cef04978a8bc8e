/* SPDX-License-Identifier: MIT */
/* facet.c - how many publications each value of a field would show. */
#include <stdlib.h>
#include <string.h>

#include "facet.h"
#include "util.h"

static size_t *
count(const struct selection *sel, enum field f)
{
	const struct pubindex *ix = sel->index;
	size_t *counts = xcalloc(ix->fields[f].n, sizeof(*counts));

	for (size_t i = 0; i < ix->n; i++) {
		const struct publication *p = &ix->pubs[i];

		if ((sel->misses[i] & ~(1u << f)) != 0)
			continue;
		for (size_t v = p->values[f]; v < p->values[f + 1]; v++)
			counts[ix->pool[v]]++;
	}
	return counts;
}

static int
compare_years(const void *x, const void *y)
{
	const struct facet_value *a = x;
	const struct facet_value *b = y;

	return strcmp(a->value->id, b->value->id);
}

static int
compare_counts(const void *x, const void *y)
{
	const struct facet_value *a = x;
	const struct facet_value *b = y;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return strcmp(a->value->id, b->value->id);
}

void
facet_count(struct facet *fc, const struct selection *sel,
    const struct query *q, enum field f)
{
	const struct dict *dict = &sel->index->fields[f];
	size_t *counts = count(sel, f);
	bool *current = xcalloc(dict->n, sizeof(*current));

	for (size_t i = 0; i < q->fields[f].n; i++)
		select_term(dict, f, q->fields[f].v[i], current);
	*fc = (struct facet){.field = f};
	fc->values = xcalloc(dict->n, sizeof(*fc->values));
	for (size_t i = 0; i < dict->n; i++) {
		/* "not selected" is no choice anybody looks for */
		if (f == FIELD_SELECTED && !current[i] &&
		    strcmp(dict->values[i].id, "false") == 0)
			continue;
		if (counts[i] > 0 || current[i])
			fc->values[fc->n++] = (struct facet_value){
			    &dict->values[i], counts[i], current[i]};
	}
	if (fc->n > 0)
		qsort(fc->values, fc->n, sizeof(*fc->values),
		    f == FIELD_YEAR ? compare_years : compare_counts);
	free(counts);
	free(current);
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

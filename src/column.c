/* SPDX-License-Identifier: MIT */
/* column.c - the values that rows have in one field. */
#include <stdlib.h>

#include "column.h"
#include "util.h"

void
column_release(struct column *c)
{
	dict_release(&c->dict);
	free(c->first);
	free(c->values);
	*c = (struct column){0};
}

/* Say in numbers where the values of each row are: `each` for a row. */
static void
spell_out(struct column *c, uint32_t row, uint32_t each)
{
	c->first_cap = 2 * ((size_t)row + 2);
	c->first = xcalloc(c->first_cap, sizeof(*c->first));
	for (uint32_t r = 0; r <= row; r++)
		c->first[r] = r * each;
}

/* Where the values of the newest row begin. */
static size_t
begin(const struct column *c, uint32_t row)
{
	return c->first == NULL ? row : c->first[row];
}

static void
put(struct column *c, uint32_t row, uint32_t value)
{
	if (c->n == 0 && c->first == NULL && row > 0)
		spell_out(c, row, 0);
	if (c->n >= UINT32_MAX)
		abort();
	c->values = grow(c->values, c->n, &c->cap, sizeof(*c->values));
	c->values[c->n++] = value;
	c->dict.uses[value]++;
}

void
column_add(struct column *c, uint32_t row, const char *id, const char *label,
    const char *words)
{
	long known = dict_find(&c->dict, id);

	/* in a column without any value it is not known, either */
	for (size_t i = begin(c, row); known >= 0 && i < c->n; i++)
		if (c->values[i] == (uint32_t)known)
			return;
	put(c, row, dict_add(&c->dict, id, label, words));
}

void
column_repeat(struct column *c, uint32_t row, uint32_t from)
{
	size_t n;

	(void)column_values(c, from, &n);
	/* they may move when one is put */
	for (size_t i = 0; i < n; i++)
		put(c, row, column_values(c, from, &n)[i]);
}

void
column_end(struct column *c, uint32_t row)
{
	if (c->first == NULL) {
		if (c->n == (size_t)row + 1 || c->n == 0)
			return;
		spell_out(c, row, 1);
	}
	c->first =
	    grow(c->first, (size_t)row + 1, &c->first_cap, sizeof(*c->first));
	c->first[row + 1] = (uint32_t)c->n;
}

void
column_forget(struct column *c, uint32_t row)
{
	size_t n;
	const uint32_t *values = column_values(c, row, &n);

	for (size_t i = 0; i < n; i++)
		c->dict.uses[values[i]]--;
}

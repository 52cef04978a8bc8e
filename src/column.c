/* SPDX-License-Identifier: MIT */
/* column.c - the values that rows have in one field. */
#include <stdlib.h>
#include <string.h>

#include "column.h"
#include "strbuf.h"
#include "text.h"
#include "util.h"

#define NO_VALUE UINT32_MAX

void
column_release(struct column *c)
{
	dict_release(&c->dict);
	strset_release(&c->names);
	free(c->named);
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

static inline void
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

/* The value of a name that was never there before, or NO_VALUE. */
static uint32_t
first_value(
    struct column *c, const char *name, const char *label, const char *words)
{
	uint32_t value = NO_VALUE;
	struct strbuf id;

	strbuf_init(&id);
	text_slug(&id, name);
	if (id.len > 0)
		value = dict_add(&c->dict, id.buf, label, words);
	strbuf_release(&id);
	return value;
}

static uint32_t
find_value(
    struct column *c, const char *name, const char *label, const char *words)
{
	size_t known = c->names.list.n;
	uint32_t number = strset_intern(&c->names, name, strlen(name));
	uint32_t value;

	if (number == known) {
		c->named =
		    grow(c->named, known, &c->named_cap, sizeof(*c->named));
		return c->named[number] = first_value(c, name, label, words);
	}
	value = c->named[number];
	/* nearly all are used, and keep their labels */
	if (value != NO_VALUE && c->dict.uses[value] == 0)
		dict_offer(&c->dict, value, label);
	return value;
}

long
column_add(struct column *c, uint32_t row, const char *name, const char *label,
    const char *words)
{
	uint32_t value = find_value(c, name, label, words);

	if (value == NO_VALUE)
		return -1;
	for (size_t i = begin(c, row); i < c->n; i++)
		if (c->values[i] == value)
			return -1;
	put(c, row, value);
	return c->dict.uses[value] == 1 ? (long)value : -1;
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

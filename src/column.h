/* SPDX-License-Identifier: MIT */
/* column.h - the values that rows have in one field. */
#ifndef VITAE_COLUMN_H
#define VITAE_COLUMN_H

#include <stddef.h>
#include <stdint.h>

#include "dict.h"

/* Values are known by their numbers in the dictionary. Zeroed: no rows. */
struct column {
	struct dict dict;
	/*
	 * The values of row r are values[first[r]..first[r + 1]). As long as
	 * every row has exactly one, first is NULL and r itself is the place;
	 * it is NULL, too, as long as none has any.
	 */
	uint32_t *first; /* owned */
	size_t first_cap;
	uint32_t *values; /* owned */
	size_t n;
	size_t cap;
	/*
	 * What values were called before, byte for byte: most of them come
	 * again, and to make an id of a name takes long. No part of an image.
	 */
	struct strset names;
	uint32_t *named; /* owned; by number of the name: the value */
	size_t named_cap;
};

void column_release(struct column *c);

/*
 * Give `row`, the one behind those that are complete, the value whose id is
 * the slug of `name`, once; a name without letters is none. The number of the
 * value if it has taken the label, whose language is then to be said; else -1.
 */
long column_add(struct column *c, uint32_t row, const char *name,
    const char *label, const char *words);
/* Give it the values that another row has. */
void column_repeat(struct column *c, uint32_t row, uint32_t from);
/* It has all its values now. */
void column_end(struct column *c, uint32_t row);
/* The values of `row` are used once less. */
void column_forget(struct column *c, uint32_t row);

/* The numbers of the values of a row in a field: their place and how many. */
static inline const uint32_t *
column_values(const struct column *c, uint32_t row, size_t *n)
{
	if (c->first == NULL) {
		*n = c->n > 0;
		return *n > 0 ? c->values + row : NULL;
	}
	*n = c->first[row + 1] - c->first[row];
	return c->values + c->first[row];
}

#endif

/* SPDX-License-Identifier: MIT */
/* compact.c - an index without its dead rows, and what only they had. */
#include <stdlib.h>
#include <string.h>

#include "pubindex.h"
#include "util.h"

/* Fewer dead rows than that are left alone, and as many as half of all. */
enum { MIN_DEAD = 4096 };

/*
 * One part after the other is replaced, so that never all of the index is in
 * memory twice. Rows keep their order; `map` has their new numbers.
 */

static uint32_t
map_row(const uint32_t *map, uint32_t row)
{
	return row != PUBROW_NONE ? map[row] : PUBROW_NONE;
}

static void
copy_value(struct column *to, uint32_t row, const struct dict *dict, uint32_t v)
{
	long copy = column_add(to, row, dict_id(dict, v), dict_label(dict, v),
	    strlist_get(&dict->slugs, v));

	if (copy >= 0)
		dict_say_lang(&to->dict, (uint32_t)copy, dict_lang(dict, v));
}

static void
compact_column(struct column *c, const uint32_t *map, size_t n)
{
	struct column to = {.dict.version = c->dict.version + 1};

	for (uint32_t r = 0; r < n; r++) {
		size_t nvalues;
		const uint32_t *v = column_values(c, r, &nvalues);

		if (map[r] == PUBROW_NONE)
			continue;
		for (size_t i = 0; i < nvalues; i++)
			copy_value(&to, map[r], &c->dict, v[i]);
		column_end(&to, map[r]);
	}
	column_release(c);
	*c = to;
}

static void
compact_strings(struct strlist *list, const uint32_t *map, size_t n)
{
	struct strlist to = {0};

	for (size_t r = 0; r < n; r++)
		if (map[r] != PUBROW_NONE) {
			const char *s = strlist_get(list, r);

			strlist_add(&to, s, strlen(s));
		}
	strlist_release(list);
	*list = to;
}

static void
compact_works(struct pubindex *ix, const uint32_t *map)
{
	struct works *to;

	if (ix->works == NULL)
		return;
	to = works_new();
	for (uint32_t r = 0; r < ix->n; r++)
		if (map[r] != PUBROW_NONE)
			works_add(to, works_keys(ix->works, r));
	works_link(to);
	works_free(ix->works);
	ix->works = to;
}

static void
compact_tokens(struct pubindex *ix, const uint32_t *map)
{
	struct tokens *to = tokens_renumber(ix->tokens, map);

	tokens_free(ix->tokens);
	ix->tokens = to;
}

/* What has one number or flag for each row; the new ones are not larger. */
static void
compact_rows(struct pubindex *ix, const uint32_t *map)
{
	struct bits entries;

	bits_init(&entries, ix->nlive);
	for (uint32_t r = 0; r < ix->n; r++) {
		uint32_t to = map[r];

		if (to == PUBROW_NONE)
			continue;
		ix->rows[to] = ix->rows[r];
		ix->rows[to].next = map_row(map, ix->rows[r].next);
		ix->entry_of[to] = map_row(map, ix->entry_of[r]);
		ix->next_copy[to] = map_row(map, ix->next_copy[r]);
		if (bits_test(&ix->entries, r))
			bits_set(&entries, to);
	}
	bits_release(&ix->entries);
	ix->entries = entries;
	bits_release(&ix->live);
	bits_init(&ix->live, ix->nlive);
	for (size_t r = 0; r < ix->nlive; r++)
		bits_set(&ix->live, r);
}

static void
compact_references(struct pubindex *ix, const uint32_t *map)
{
	for (size_t i = 0; i < ix->nowners; i++)
		if (ix->owners[i].n > 0)
			ix->owners[i].first = map[ix->owners[i].first];
	for (size_t i = 0; i < ix->order.n; i++)
		ix->order.rows[i] = map[ix->order.rows[i]];
	ix->order.seen = ix->nlive;
	pubranks_free(ix->ranks);
	ix->ranks = pubranks_new();
}

void
pubindex_compact(struct pubindex *ix)
{
	size_t dead = ix->n - ix->nlive;
	uint32_t *map;
	uint32_t n = 0;

	if (dead < MIN_DEAD || dead < ix->nlive / 2)
		return;
	map = xcalloc(ix->n, sizeof(*map));
	for (uint32_t r = 0; r < ix->n; r++)
		map[r] = bits_test(&ix->live, r) ? n++ : PUBROW_NONE;
	for (size_t f = 0; f < FIELD__MAX; f++)
		compact_column(&ix->fields[f], map, ix->n);
	compact_strings(&ix->keys, map, ix->n);
	compact_strings(&ix->titles, map, ix->n);
	compact_works(ix, map);
	compact_tokens(ix, map);
	compact_rows(ix, map);
	compact_references(ix, map);
	ix->n = n;
	free(map);
	for (unsigned f = 0; f < FIELD__MAX; f++)
		entries_count_again(ix, (enum field)f);
}

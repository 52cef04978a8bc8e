/* SPDX-License-Identifier: MIT */
/* pubedit.c - another version of what an owner has, row by row. */
#include <stdlib.h>

#include "pubindex.h"
#include "util.h"
#include "xmlnode.h"

/*
 * An edit changes one publication of fifty, or puts one on top of them. Rows
 * that would be the same again stay, so that an index which is shared by
 * several processes stays shared, and few rows die.
 */

/* A publication of the new version. */
struct edited {
	uint64_t content;
	uint32_t ordinal;
};

static int
compare_contents(const void *x, const void *y)
{
	const struct edited *a = x;
	const struct edited *b = y;

	return (a->content > b->content) - (a->content < b->content);
}

static uint64_t
content_of(const struct pubsource *source, size_t i)
{
	uint64_t content = node_digest(source->nodes[i], source->context);

	return content != 0 ? content : 1;
}

/* It stands elsewhere in the file: so it may in lists, and among copies. */
static void
move_row(struct pubindex *ix, uint32_t row, uint32_t ordinal)
{
	entries_remove(ix, row);
	rowlist_add(&ix->loose, row);
	rowlist_add(&ix->moved, row);
	ix->rows[row].ordinal = ordinal;
}

/*
 * Kill the rows that nothing in `v`, sorted, is the same as. The others are
 * the owner's, and what they are goes to `kept`.
 */
static void
keep_rows(struct pubindex *ix, struct pubowner *o, const struct edited *v,
    size_t n, struct bits *kept)
{
	uint32_t row = o->first;
	uint32_t left = o->n;
	uint32_t *end = &o->first;

	for (o->n = 0; left > 0; left--) {
		uint32_t next = ix->rows[row].next;
		const struct edited key = {ix->rows[row].content, 0};
		const struct edited *same =
		    bsearch(&key, v, n, sizeof(*v), compare_contents);

		if (same == NULL || bits_test(kept, same->ordinal)) {
			pubindex_kill(ix, row);
		} else {
			bits_set(kept, same->ordinal);
			if (ix->rows[row].ordinal != same->ordinal)
				move_row(ix, row, same->ordinal);
			*end = row;
			end = &ix->rows[row].next;
			o->n++;
		}
		row = next;
	}
	*end = PUBROW_NONE;
}

void
pubindex_replace(
    struct pubindex *ix, uint32_t owner, const struct pubsource *source)
{
	uint64_t *contents;
	struct edited *v;
	struct bits kept;

	if (!pubindex_has(ix, owner) || source->context == 0) {
		pubindex_remove(ix, owner);
		pubindex_add(ix, owner, source);
		return;
	}
	contents = xcalloc(source->n, sizeof(*contents));
	v = xcalloc(source->n, sizeof(*v));
	bits_init(&kept, source->n);
	for (size_t i = 0; i < source->n; i++) {
		contents[i] = content_of(source, i);
		v[i] = (struct edited){contents[i], (uint32_t)i};
	}
	qsort(v, source->n, sizeof(*v), compare_contents);
	keep_rows(ix, &ix->owners[owner], v, source->n, &kept);
	pubindex_append(ix, owner, source, contents, &kept);
	bits_release(&kept);
	free(v);
	free(contents);
}

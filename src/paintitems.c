/* SPDX-License-Identifier: MIT */
/* paintitems.c - the entries of a list, kept or made in batches. */
#include <string.h>

#include "log.h"
#include "paintitems.h"
#include "view.h"
#include "xmlnode.h"

/*
 * The first batch is smaller, so that what fills the first write is made
 * soon; each goes on from all that were before, up to the usual size.
 */
enum { FIRST_BATCH = 12 };

void
itempainter_init(struct itempainter *ip, struct theme *t, const struct page *pg,
    const struct sheet *list)
{
	ip->theme = t;
	ip->page = pg;
	ip->list = list;
	ip->broken = false;
	/* files are no lists of entries that others have, too */
	ip->unmarked = pg->format != NULL;
	ip->first = 0;
	ip->n = 0;
	strbuf_init(&ip->bytes);
}

void
itempainter_release(struct itempainter *ip)
{
	strbuf_release(&ip->bytes);
}

/* Many owners' profiles were borrowed for a batch of a list of many. */
static void
trim(const struct itempainter *ip)
{
	const struct page *pg = ip->page;

	if (pg->store != NULL && pg->profile == NULL)
		store_trim(pg->store, NULL);
}

/* A bad publication costs itself, not the fifty around it. */
static enum render_result
paint_unmarked(struct itempainter *ip, size_t first, size_t n, struct sink *out)
{
	xmlDoc *items = view_items(ip->page, first, n);
	enum render_result rc;

	trim(ip);
	rc = render(ip->list, items, ip->page->words, NULL, NULL, out);
	xmlFreeDoc(items);
	if (rc != RENDER_FAILED)
		return rc;
	ip->broken = true;
	rc = RENDER_OK;
	for (size_t i = 0; n > 1 && i < n && rc == RENDER_OK; i++)
		rc = paint_unmarked(ip, first + i, 1, out);
	return rc;
}

/* Where the entries end that a sheet has made; each says so with a slot. */
struct ends {
	const struct strbuf *bytes;
	size_t at[PAINT_BATCH];
	size_t n;
	bool odd; /* there are other slots, or more than entries */
};

static enum render_result
note_end(void *ctx, const char *name, struct sink *out)
{
	struct ends *ends = ctx;

	(void)out;
	if (strcmp(name, "end") != 0 || ends->n == PAINT_BATCH)
		ends->odd = true;
	else
		ends->at[ends->n++] = ends->bytes->len;
	return RENDER_OK;
}

/*
 * Make the entries of `view`, `n` of them, whose places are `items`. False
 * when the sheet does not mark their ends.
 */
static bool
make(struct itempainter *ip, xmlDoc *view, struct painted *const *items,
    size_t n)
{
	struct sink out = sink_to_strbuf(&ip->bytes);
	struct ends ends = {.bytes = &ip->bytes};
	size_t at = ip->bytes.len;

	if (render(ip->list, view, ip->page->words, note_end, &ends, &out) !=
	    RENDER_OK) {
		strbuf_truncate(&ip->bytes, at);
		ip->broken = true;
		for (size_t i = 0; i < n; i++)
			items[i]->state = ITEM_BROKEN;
		return true;
	}
	if (ends.odd || ends.n != n)
		return false;
	for (size_t i = 0; i < n; i++) {
		items[i]->at = at;
		items[i]->n = ends.at[i] - at;
		items[i]->state = ITEM_MADE;
		at = ends.at[i];
	}
	return true;
}

/* The same, one by one: a bad publication costs itself. */
static bool
make_again(struct itempainter *ip)
{
	bool marked = true;

	for (size_t i = 0; i < ip->n && marked; i++) {
		struct painted *item = &ip->items[i];
		xmlDoc *view;

		if (item->state != ITEM_BROKEN)
			continue;
		view = view_items(ip->page, ip->first + i, 1);
		marked = make(ip, view, &item, 1);
		xmlFreeDoc(view);
	}
	return marked;
}

/* Copy what is kept, and take it out of `view`; what is left is missing. */
static size_t
take_kept(struct itempainter *ip, xmlDoc *view, struct painted **missing)
{
	struct fragments *kept = theme_fragments(ip->theme);
	xmlNode *root = xmlDocGetRootElement(view);
	xmlNode *node = node_next(node_first(root, "site"), NULL);
	size_t nmissing = 0;

	for (size_t i = 0; i < ip->n; i++) {
		struct painted *item = &ip->items[i];
		xmlNode *next = node_next(node, NULL);
		const char *bytes;

		item->key =
		    fragments_key(kept, sheet_name(ip->list), root, node);
		item->at = ip->bytes.len;
		item->n = 0;
		item->state = ITEM_MISSING;
		bytes = fragments_find(kept, item->key, &item->n);
		if (bytes != NULL) {
			item->state = ITEM_KEPT;
			strbuf_add(&ip->bytes, bytes, item->n);
			xmlUnlinkNode(node);
			xmlFreeNode(node);
		} else {
			missing[nmissing++] = item;
		}
		node = next;
	}
	return nmissing;
}

static void
keep_made(struct itempainter *ip)
{
	for (size_t i = 0; i < ip->n; i++)
		if (ip->items[i].state == ITEM_MADE)
			fragments_add(theme_fragments(ip->theme),
			    ip->items[i].key, ip->bytes.buf + ip->items[i].at,
			    ip->items[i].n);
}

/* Get ready the batch that begins at `first`. */
static bool
load(struct itempainter *ip, size_t first)
{
	size_t left = ip->page->selection->n - first;
	size_t most = first > FIRST_BATCH ? first : FIRST_BATCH;
	struct painted *missing[PAINT_BATCH];
	bool marked = true;
	size_t nmissing;
	xmlDoc *view;

	ip->first = first;
	if (most > PAINT_BATCH)
		most = PAINT_BATCH;
	ip->n = left < most ? left : most;
	strbuf_reset(&ip->bytes);
	view = view_items(ip->page, first, ip->n);
	trim(ip);
	nmissing = take_kept(ip, view, missing);
	if (nmissing > 0)
		marked = make(ip, view, missing, nmissing);
	xmlFreeDoc(view);
	if (marked && nmissing > 1 && missing[0]->state == ITEM_BROKEN)
		marked = make_again(ip);
	if (marked)
		keep_made(ip);
	return marked;
}

/*
 * Write the entry `i` and those behind it, before `end` and in its batch, whose
 * bytes follow: each write is a call of the kernel, and wakes the web server.
 * How many, or 0 when the client has gone.
 */
static size_t
write_run(struct itempainter *ip, size_t i, size_t end, struct sink *out)
{
	const struct painted *run = &ip->items[i - ip->first];
	size_t most = (end < ip->first + ip->n ? end : ip->first + ip->n) - i;
	size_t bytes = run[0].n;
	size_t n = 1;

	while (n < most && run[n].at == run[0].at + bytes)
		bytes += run[n++].n;
	if (bytes > 0 && sink_write(out, ip->bytes.buf + run[0].at, bytes) != 0)
		return 0;
	return n;
}

enum render_result
paint_items(struct itempainter *ip, size_t first, size_t n, struct sink *out)
{
	enum render_result rc = RENDER_OK;
	size_t done;

	for (size_t i = first; i < first + n && rc == RENDER_OK; i += done) {
		if (!ip->unmarked && (i < ip->first || i >= ip->first + ip->n))
			ip->unmarked = !load(ip, i);
		if (ip->unmarked) {
			done = first + n - i;
			if (done > PAINT_BATCH)
				done = PAINT_BATCH;
			rc = paint_unmarked(ip, i, done, out);
			continue;
		}
		done = write_run(ip, i, first + n, out);
		if (done == 0)
			rc = RENDER_HUP;
	}
	return rc;
}

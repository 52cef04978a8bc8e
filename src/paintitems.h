/* SPDX-License-Identifier: MIT */
/* paintitems.h - the entries of a list, kept or made in batches. */
#ifndef VITAE_PAINTITEMS_H
#define VITAE_PAINTITEMS_H

#include <stdbool.h>

#include "page.h"
#include "render.h"
#include "sink.h"
#include "strbuf.h"
#include "theme.h"

/*
 * Publications a transform: measured fastest between 50 and 100, and memory
 * stays flat however long the list is.
 */
enum { PAINT_BATCH = 50 };

/* Where an entry stands in the bytes of its batch. */
struct painted {
	uint64_t key;
	size_t at;
	size_t n;
	enum { ITEM_MISSING, ITEM_KEPT, ITEM_MADE, ITEM_BROKEN } state;
};

/* The list of one page while it is painted. */
struct itempainter {
	struct theme *theme;	  /* borrowed */
	const struct page *page;  /* borrowed; it has a selection */
	const struct sheet *list; /* borrowed */
	bool broken;		  /* an entry could not be shown */
	bool unmarked; /* the sheet does not say where an entry ends */
	/* the batch that was made last: publications first to first + n - 1 */
	size_t first;
	size_t n;
	struct painted items[PAINT_BATCH];
	struct strbuf bytes;
};

void itempainter_init(struct itempainter *ip, struct theme *t,
    const struct page *pg, const struct sheet *list);
void itempainter_release(struct itempainter *ip);

/*
 * Write publications `first` to `first + n - 1` of the page's selection. What
 * was made for another page is used again; of the rest, the next fifty are
 * made at once, whatever group they are in.
 */
NODISCARD enum render_result
paint_items(struct itempainter *ip, size_t first, size_t n, struct sink *out);

#endif

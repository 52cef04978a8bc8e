/* SPDX-License-Identifier: MIT */
/* paint.h - a page, section after section, into a sink. */
#ifndef VITAE_PAINT_H
#define VITAE_PAINT_H

#include "render.h"
#include "sink.h"
#include "store.h"
#include "theme.h"
#include "util.h"
#include "view.h"

enum paint_result {
	PAINT_OK,
	PAINT_BROKEN, /* written, but a section could not be shown */
	PAINT_FAILED, /* nothing was written */
};

/*
 * Write the page: the layout, and in its slots the sections. `st` is for the
 * list of people and may be NULL. A sink that takes no more ends the work;
 * that is no failure of the page.
 */
NODISCARD enum paint_result paint_page(
    struct theme *t, struct store *st, const struct page *pg, struct sink *out);

/*
 * The document that the sheet of a slot is applied to; of the layout, if
 * `slot` is "". With "items N", the publications of the N-th group. Owned ->
 * xmlFreeDoc(); NULL: there is no such slot. `st` may be NULL.
 */
NODISCARD xmlDoc *
paint_view(struct store *st, const struct page *pg, const char *slot);

/* The same for a page that is a feed or file. */
NODISCARD enum paint_result paint_format(
    struct theme *t, struct store *st, const struct page *pg, struct sink *out);

#endif

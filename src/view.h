/* SPDX-License-Identifier: MIT */
/* view.h - the documents that sheets are applied to: what a page shows. */
#ifndef VITAE_VIEW_H
#define VITAE_VIEW_H

#include <stddef.h>

#include <libxml/tree.h>

#include "page.h"

/*
 * Every function returns a document of its own, to be freed with
 * xmlFreeDoc(): what it shows is copied, chosen for the language, without
 * hidden entries, with references resolved. The interface's words are lent
 * to it when a sheet is applied.
 */

/* The page without its sections. */
xmlDoc *view_frame(const struct page *pg);
/* The person, as an introduction to what follows. */
xmlDoc *view_intro(const struct page *pg);
/* One section with all its entries. */
xmlDoc *view_section(const struct page *pg, const struct section *s);
/* A feed of the section: the person, and entries with the dates of feeds. */
xmlDoc *view_feed(const struct page *pg, const struct section *s);
/* A list without what is in it: filters and headings. */
xmlDoc *view_list(const struct page *pg, const struct section *s);
/*
 * Rows `first` to `first + n - 1` of the page's selection, one element each
 * behind the site; `unread` for what cannot be read at this moment.
 */
xmlDoc *view_items(const struct page *pg, size_t first, size_t n);
/*
 * A file or feed of the page's selection, without the publications; they are
 * the slot "items".
 */
xmlDoc *view_export(const struct page *pg);
/* A card of the person: the frame, and the sections that say who it is. */
xmlDoc *view_person(const struct page *pg);
/* The addresses of a person's pages. */
xmlDoc *view_pages(const struct page *pg);
/* A file of the site: where the pages are listed, where to search. */
xmlDoc *view_site(const struct page *pg, struct store *st);
/* In place of a section that could not be shown. */
xmlDoc *view_not_shown(const struct page *pg, const struct section *s);

#endif

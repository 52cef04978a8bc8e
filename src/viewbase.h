/* SPDX-License-Identifier: MIT */
/* viewbase.h - what all views have before their own part. */
#ifndef VITAE_VIEWBASE_H
#define VITAE_VIEWBASE_H

#include <libxml/tree.h>

#include "page.h"

/*
 * The root element, called `name`, of a new document, with the page's
 * places; `section` is the id of the section it is of, or NULL.
 */
xmlNode *
view_root(const struct page *pg, const char *name, const char *section);
/* An element `site` with the absolute addresses only. */
xmlNode *view_addresses(const struct page *pg, xmlNode *root);

/* A root called view, with site and page. */
xmlNode *view_new(const struct page *pg, const char *section);
/*
 * The same for a part of the page that is the same on other pages: of the
 * page, it has the feeds and files of the section only.
 */
xmlNode *view_part(const struct page *pg, const char *section);
/* The page's person, below `root`. */
void view_person_of(const struct page *pg, xmlNode *root);

/* Beside the attribute `date`, the same in the two forms of feeds. */
void view_dates(xmlNode *item);

#endif

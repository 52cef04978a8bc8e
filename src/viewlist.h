/* SPDX-License-Identifier: MIT */
/* viewlist.h - the parts of a view that choose: query, facets, pager. */
#ifndef VITAE_VIEWLIST_H
#define VITAE_VIEWLIST_H

#include <libxml/tree.h>

#include "page.h"

/*
 * Each adds its part below `root`; `pg` has a query and a selection. What the
 * page of a group shows of a list is not chosen there: only its address is.
 */
void add_query(const struct page *pg, xmlNode *root);
void add_facets(const struct page *pg, xmlNode *root);
/* Nothing, when everything is on one page. */
void add_pager(const struct page *pg, xmlNode *root);
void add_groups(const struct page *pg, xmlNode *list);

#endif

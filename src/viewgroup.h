/* SPDX-License-Identifier: MIT */
/* viewgroup.h - the groups of the site. */
#ifndef VITAE_VIEWGROUP_H
#define VITAE_VIEWGROUP_H

#include <libxml/tree.h>

#include "page.h"

/* Add below `parent` the page's group: what it is, is in, and has in it. */
void viewgroup_one(const struct page *pg, xmlNode *parent);
/* All groups of the site. */
void viewgroup_all(const struct page *pg, xmlNode *parent);
/* Let `dst` lead to the page of the group `id`. */
void viewgroup_href(const struct page *pg, xmlNode *dst, const char *id);

#endif

/* SPDX-License-Identifier: MIT */
/* viewmany.h - what lists of many show of each. */
#ifndef VITAE_VIEWMANY_H
#define VITAE_VIEWMANY_H

#include <stdint.h>

#include <libxml/tree.h>

#include "page.h"

/*
 * Each adds its part below `parent`. What belongs to somebody is copied from
 * their profile, which the store may have to read: profiles that were
 * borrowed before stay valid until store_trim().
 */

/*
 * The row of the page's list, which is one of the whole site: a person, an
 * entry (a piece of news and whose it is) or a publication. Nothing when it
 * cannot be read at this moment.
 */
xmlNode *many_row(const struct page *pg, uint32_t row, xmlNode *parent);
/* The sections of the site that have something in them. */
void many_sections(const struct page *pg, xmlNode *parent);
/* Who is on this page of the list of people, by name. */
void many_listed(const struct page *pg, xmlNode *parent);

#endif

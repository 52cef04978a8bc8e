/* SPDX-License-Identifier: MIT */
/* href.h - addresses of pages of the site, as links say them. */
#ifndef VITAE_HREF_H
#define VITAE_HREF_H

#include <libxml/tree.h>

#include "page.h"
#include "strbuf.h"

/*
 * Every link from one page of the site to another is made here, so that the
 * language that the visitor chose goes with it.
 */

/*
 * Append `path`, percent-encoded, and behind it the query that `q` is with
 * `edit` applied, in canonical form.
 */
void href_write(struct strbuf *out, const char *path, const struct query *q,
    struct query_edit edit);

/* What the page's own query says, as far as it is about the page. */
const struct query *href_own_query(const struct page *pg);

/* Attribute `name` of `node`: the page at `path`, in the language of `pg`. */
void href_set(
    const struct page *pg, xmlNode *node, const char *name, const char *path);
/* Attribute `href`: what href_write() makes of the rest. */
void href_set_query(xmlNode *node, const char *path, const struct query *q,
    struct query_edit edit);

#endif

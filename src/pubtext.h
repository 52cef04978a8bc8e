/* SPDX-License-Identifier: MIT */
/* pubtext.h - the words of a row. */
#ifndef VITAE_PUBTEXT_H
#define VITAE_PUBTEXT_H

#include <libxml/tree.h>

#include "pubfields.h"
#include "strbuf.h"

/* What the rows of `source` are. */
const struct rowkind *rowkind_of(const struct pubsource *source);

/* Append, folded, what titles are sorted by. */
void pubtext_title(const xmlNode *publication, struct strbuf *out);
/* Append, folded, everything that q looks at. */
void pubtext_search(
    const xmlNode *node, const struct pubsource *source, struct strbuf *out);
/* Append, not folded, one of the labels that q looks at. */
void pubtext_label(struct strbuf *out, const char *label);

#endif

/* SPDX-License-Identifier: MIT */
/* pubtext.h - the words of a publication, folded. */
#ifndef VITAE_PUBTEXT_H
#define VITAE_PUBTEXT_H

#include <libxml/tree.h>

#include "pubfields.h"
#include "strbuf.h"

/* Append what titles are sorted by. */
void pubtext_title(const xmlNode *publication, struct strbuf *out);
/* Append everything that q looks at. */
void pubtext_search(const xmlNode *publication, const struct pubsource *source,
    struct strbuf *out);

#endif

/* SPDX-License-Identifier: MIT */
/* words.h - the interface's words in one language, lent to each view. */
#ifndef VITAE_WORDS_H
#define VITAE_WORDS_H

#include <libxml/tree.h>

#include "util.h"

struct words;

/*
 * The words of the document `doc`, whose root is <strings>; consumed. Owned
 * -> words_free(). NULL when it has no root.
 */
NODISCARD struct words *words_new(xmlDoc *doc);
void words_free(struct words *w);

/* The first <s> with this id, or NULL; borrowed. */
xmlNode *words_find(const struct words *w, const char *id);

/*
 * Put the element <strings> before everything else in the root of `view`,
 * until words_return(): copying hundreds of words into each view would cost
 * more than most sheets do with it. One view at a time; it must not be freed
 * before.
 */
void words_lend(struct words *w, xmlDoc *view);
void words_return(struct words *w);

#endif

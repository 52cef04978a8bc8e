/* SPDX-License-Identifier: MIT */
/* pubkeys.h - what tells that publications of different people are one work. */
#ifndef VITAE_PUBKEYS_H
#define VITAE_PUBKEYS_H

#include <stdint.h>

#include <libxml/tree.h>

#include "pubfields.h"
#include "strbuf.h"

/*
 * Digests of what a publication is known by in the world; 0: it has nothing
 * of that kind. `title` is its title, folded.
 */
void pubkeys_read(const xmlNode *publication, const struct pubsource *source,
    const struct strbuf *title, uint64_t keys[WORK__MAX]);
/* That of its title and year alone. */
uint64_t pubkeys_title(const xmlNode *publication, const struct strbuf *title);

/* Append the DOI as all write it: "https://doi.org/10.1/X" is "10.1/x". */
void pubkeys_doi(const xmlNode *publication, struct strbuf *out);

/*
 * How much is known of it: elements of different names. Of two copies of a
 * work, the one with more is shown.
 */
unsigned pubkeys_filled(const xmlNode *publication);

/*
 * How many authors there are, in `n`, and which of them, from 1, is `owner`,
 * whose list it is; 0: none is, or they are too many to be counted.
 */
uint16_t
pubkeys_self(const xmlNode *publication, const char *owner, uint16_t *n);

#endif

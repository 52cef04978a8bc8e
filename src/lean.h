/* SPDX-License-Identifier: MIT */
/* lean.h - let a tree that is read and never changed take less memory. */
#ifndef VITAE_LEAN_H
#define VITAE_LEAN_H

#include <stdbool.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "strlist.h"

/* While one document is read. */
struct lean {
	struct strset values; /* that attributes have */
	xmlNode **texts;      /* owned array; the text of each of them */
	size_t cap;
};

/*
 * Of what `ctxt` reads from now on attributes with equal values share one
 * text, which belongs to the first of them; and space between elements is left
 * out where they cannot have text beside them. `l` is borrowed by `ctxt`. To
 * be released when the document is read.
 */
void lean_begin(struct lean *l, xmlParserCtxt *ctxt);
void lean_release(struct lean *l);

/* Is this text of `element` space that can be left out? */
bool lean_is_needless(const xmlNode *element, const xmlChar *text, int n);

/*
 * Free such a tree, or any other; xmlFreeDoc() would free a text for each that
 * shares it.
 */
void lean_free(xmlDoc *doc);

#endif

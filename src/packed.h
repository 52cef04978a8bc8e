/* SPDX-License-Identifier: MIT */
/* packed.h - a tree as bytes, and a tree of them. */
#ifndef VITAE_PACKED_H
#define VITAE_PACKED_H

#include <libxml/tree.h>

#include "strbuf.h"
#include "util.h"

/*
 * A node takes 120 bytes of memory, an attribute twice as much; packed, they
 * take little more than their text. So this is for trees that stay but are
 * seldom looked at: a tree is made of the bytes in less than a tenth of the
 * time in which XML is parsed. Of namespaces only that of xml:lang is known,
 * and comments and processing instructions are left out.
 */

/* Append an element with all that is in it, or a text. */
void packed_node(struct strbuf *out, const xmlNode *node);
/* The same in parts: an element and its attributes, and where it ends. */
void packed_start(struct strbuf *out, const xmlNode *element);
void packed_end(struct strbuf *out);

/*
 * A tree of the element that begins at `bytes`. These are its strings, and have
 * to stay as long as it does. It is to be read only. Owned -> packed_close().
 */
NODISCARD xmlDoc *packed_open(const char *bytes);
void packed_close(xmlDoc *doc);

#endif

/* SPDX-License-Identifier: MIT */
/* xmlnode.h - short ways to walk and to build libxml2 trees. */
#ifndef VITAE_XMLNODE_H
#define VITAE_XMLNODE_H

#include <stdbool.h>
#include <stdint.h>

#include <libxml/tree.h>

#include "strbuf.h"
#include "util.h"

/* Is it an element of this name? NULL is none. */
bool node_is(const xmlNode *node, const char *name);

/* The first child element, or the next sibling element; any if name is NULL. */
xmlNode *node_first(const xmlNode *parent, const char *name);
xmlNode *node_next(const xmlNode *node, const char *name);

/*
 * Make `node`, which is nowhere, the last child of `parent`. Unlike
 * xmlAddChild() it joins no texts, and leaves the document of `node` as it is.
 */
static inline void
node_append(xmlNode *parent, xmlNode *node)
{
	node->parent = parent;
	node->prev = parent->last;
	if (node->prev != NULL)
		node->prev->next = node;
	else
		parent->children = node;
	parent->last = node;
}

/* The node that follows in document order; NULL behind the last. */
xmlNode *node_following(xmlNode *node);

/*
 * Of the elements `name` in the children `list` of `root`, the one with this
 * id; NULL: there is none.
 */
xmlNode *node_entry(
    const xmlNode *root, const char *list, const char *name, const char *id);

/* The value of an attribute, borrowed from the tree; NULL if it has none. */
const char *node_attr(const xmlNode *node, const char *name);
/* Is the attribute there, and is it `value`? */
bool node_attr_is(const xmlNode *node, const char *name, const char *value);
/* Is the attribute an XML Schema boolean that is true? */
bool node_flag(const xmlNode *node, const char *name);
/* The line in the file that the element begins on. */
int node_line(const xmlNode *node);

/*
 * The language of the text in `node`: the nearest xml:lang, or "". Borrowed
 * from the tree.
 */
const char *node_lang(const xmlNode *node);

/*
 * Append the text of `node`, an element or a text, with white space folded as
 * HTML does; NULL has none. Between the parts of a name that are written
 * without space between them one is put, but not in scripts that use none
 * (Han, kana).
 */
void node_text(const xmlNode *node, struct strbuf *out);
/* The same without what stands in its children called `skip`. */
void
node_text_without(const xmlNode *node, const char *skip, struct strbuf *out);

/* Append the text of `node` as it stands: for who folds it otherwise. */
void node_raw_text(const xmlNode *node, struct strbuf *out);
/* The same of all children called `name`, with a blank behind each. */
void
node_raw_texts(const xmlNode *parent, const char *name, struct strbuf *out);

/* Of all that stands in `node`, itself included; goes on from `seed`. */
uint64_t node_digest(const xmlNode *node, uint64_t seed);

/* Do the parts of this name want spaces between them? */
bool node_wants_spaces(const xmlNode *name);

/* Build: an element below `parent`, with text unless it is NULL. */
xmlNode *node_add(xmlNode *parent, const char *name, const char *text);
void node_set(xmlNode *node, const char *name, const char *value);
void
node_setf(xmlNode *node, const char *name, const char *fmt, ...) PRINTF(3, 4);

#endif

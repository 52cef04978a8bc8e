/* SPDX-License-Identifier: MIT */
/* skim.h - a tree for whoever reads it once and throws it away. */
#ifndef VITAE_SKIM_H
#define VITAE_SKIM_H

#include <stdbool.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

/*
 * libxml2 takes more time to make a tree and to free it than to parse. What
 * `ctxt` reads from now on becomes a tree like its own, but without comments,
 * processing instructions, declared namespaces and numbers of lines, and its
 * nodes lie side by side in memory that is freed in one go; 2 MiB of it are
 * kept for the next tree.
 *
 * Functions of libxml2 that change or free a node must not meet it; those that
 * copy it may.
 */
void skim_begin(xmlParserCtxt *ctxt);

/* Is it such a tree? */
bool skim_is(const xmlDoc *doc);
void skim_free(xmlDoc *doc);

/* Give an element of it an attribute that it does not have. */
void skim_set(xmlNode *node, const char *name, const char *value);

#endif

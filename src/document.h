/* SPDX-License-Identifier: MIT */
/* document.h - bytes of a data file -> a validated tree. */
#ifndef VITAE_DOCUMENT_H
#define VITAE_DOCUMENT_H

#include <stddef.h>

#include <libxml/tree.h>

#include "diag.h"
#include "schema.h"
#include "util.h"

/*
 * Guard, parse and validate `n` bytes of XML. No file or network is touched,
 * whatever the bytes say. `file` is the name in messages. Without `schemas`
 * it is not validated.
 *
 * Returns a tree that is not to be changed (see lean.h), owned ->
 * document_free(), or NULL with every problem in `d`.
 */
NODISCARD xmlDoc *document_parse(const char *xml, size_t n, const char *file,
    const struct schemas *schemas, enum schema_kind kind, struct diag *d);

/*
 * The same, not validated, for a tree that does not stay, see skim.h: it takes
 * less time.
 */
NODISCARD xmlDoc *document_skim(const char *xml, size_t n, const char *file,
    enum schema_kind kind, struct diag *d);

void document_free(xmlDoc *doc);

/* Give an element an attribute that the file does not give it. */
void document_set(xmlNode *node, const char *name, const char *value);

/* How many bytes of memory the tree takes, about. */
size_t document_bytes(const xmlDoc *doc);

#endif

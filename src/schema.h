/* SPDX-License-Identifier: MIT */
/* schema.h - the grammars, compiled once. */
#ifndef VITAE_SCHEMA_H
#define VITAE_SCHEMA_H

#include <stdint.h>

#include <libxml/tree.h>

#include "diag.h"
#include "util.h"

enum schema_kind { SCHEMA_PROFILE, SCHEMA_SITE, SCHEMA__MAX };

struct schemas;

/*
 * Compile the grammars in the directory `dir`. Owned -> schemas_close();
 * NULL with the reasons in `d`.
 */
struct schemas *schemas_open(const char *dir, struct diag *d);
void schemas_close(struct schemas *s);

/* Of the grammars: another one for other rules. */
uint64_t schemas_digest(const struct schemas *s);

/* Every breach of the grammar goes into `d` under the name `file`; 0 or -1. */
NODISCARD int schemas_validate(const struct schemas *s, enum schema_kind kind,
    xmlDoc *doc, const char *file, struct diag *d);

#endif

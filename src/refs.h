/* SPDX-License-Identifier: MIT */
/* refs.h - what a grammar cannot say: references, order of dates, links. */
#ifndef VITAE_REFS_H
#define VITAE_REFS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "diag.h"
#include "profile.h"
#include "util.h"

/*
 * Check the tree of a profile that the grammar has accepted: unique ids,
 * references that lead somewhere, from before to, days that exist, links of
 * the allowed kinds. Every problem goes into `d` under the name `file`; 0,
 * or -1 when there was one.
 */
NODISCARD int refs_check(const struct profile *p, const char *file,
    struct diag *d);

/* May this word be the id of a person or of a section? Some are paths. */
bool id_is_reserved(const char *id);

#endif

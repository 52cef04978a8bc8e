/* SPDX-License-Identifier: MIT */
/* anchors.h - ids of a profile: each is that of one thing. */
#ifndef VITAE_ANCHORS_H
#define VITAE_ANCHORS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "diag.h"

/* Is this child of the root a section? Others are registries. */
bool anchors_is_section(const xmlNode *node);

/*
 * Check the ids of a profile that the grammar has accepted: entries and
 * sections share the addresses of a page, so no two of them have the same id,
 * and none has a word of the program's own; and a registry says each id once.
 * `owner` is the id of the person. Every problem goes into `d` under the name
 * `file`.
 */
void anchors_check(
    const xmlNode *root, const char *owner, const char *file, struct diag *d);

#endif

/* SPDX-License-Identifier: MIT */
/* refs.h - what a grammar cannot say: references, order of dates, links. */
#ifndef VITAE_REFS_H
#define VITAE_REFS_H

#include <stdbool.h>

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "diag.h"
#include "util.h"

/* A profile that the grammar has accepted; all borrowed. */
struct refs {
	xmlDoc *doc;
	const char *id;	      /* of the owner */
	xmlHashTable *people; /* id -> person */
	xmlHashTable *venues; /* id -> venue */
};

/*
 * Check what no grammar can: unique ids (anchors.h), references that lead
 * somewhere, from before to, days that exist, links of the allowed kinds. Every
 * problem goes into `d` under the name `file`; 0, or -1 when there was one.
 */
NODISCARD int
refs_check(const struct refs *refs, const char *file, struct diag *d);

#endif

/* SPDX-License-Identifier: MIT */
/* namekey.h - what people are sorted by. */
#ifndef VITAE_NAMEKEY_H
#define VITAE_NAMEKEY_H

#include <libxml/tree.h>

#include "strbuf.h"

/*
 * Append what `person` is sorted by: the slug of the family name, a character
 * below all of a slug, the slug of what else the name has. Particles ("van
 * der") do not count; case and accents neither.
 *
 * What the main name says itself (sort-as) comes first, then its element
 * family; a name without parts ends in the family name, unless it is written
 * "Berg, Ada" or begins in Chinese, Japanese or Korean letters. Of such a
 * name that does not say more, another name of the person in other letters
 * is the reading.
 */
void namekey(const xmlNode *person, struct strbuf *out);

#endif

/* SPDX-License-Identifier: MIT */
/* namekey.h - what people are sorted by. */
#ifndef VITAE_NAMEKEY_H
#define VITAE_NAMEKEY_H

#include <libxml/tree.h>

#include "strbuf.h"

/*
 * Append what `person` is sorted by: the slug of the family name, a character
 * below all of a slug, the slug of the given name. Particles ("van der") do not
 * count; case and accents neither.
 *
 * What the main name says itself (sort-as) comes first, then its parts as
 * nameparts.h has them. Of a name in Chinese, Japanese or Korean letters that
 * does not say how it is read, another name of the person in other letters
 * is the reading.
 */
void namekey(const xmlNode *person, struct strbuf *out);

#endif

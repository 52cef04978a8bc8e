/* SPDX-License-Identifier: MIT */
/* places.h - where the pages of the site and of its people are. */
#ifndef VITAE_PLACES_H
#define VITAE_PLACES_H

#include "profile.h"
#include "site.h"
#include "strbuf.h"

/*
 * What the whole site has: "people", "publications", "news" and "groups", as
 * sections that belong to nobody. NULL: it has nothing of this name.
 */
const struct section *site_section(const char *name);
/* The i-th of them; NULL behind the last. */
const struct section *site_section_at(size_t i);

/*
 * Append a path, percent-encoded. `base` is where the program is mounted and
 * ends in "/"; it may be "". `site` may be NULL.
 */

/* The page of a person; ends in "/". */
void place_person(struct strbuf *out, const char *base, const struct site *site,
    const char *id);
/* The list of a person's publications. */
void place_publications(struct strbuf *out, const char *base,
    const struct site *site, const struct profile *p);
/*
 * A section of the site. The people are at the front, and the other lists
 * beside them; where somebody is at home there, they are below "people".
 */
void place_section(struct strbuf *out, const char *base,
    const struct site *site, const char *name);
/* The page of a group. */
void place_group(struct strbuf *out, const char *base, const char *id);

#endif

/* SPDX-License-Identifier: MIT */
/* catalogue.h - what everybody has, in the indexes of the lists of the site. */
#ifndef VITAE_CATALOGUE_H
#define VITAE_CATALOGUE_H

#include <stdbool.h>

#include "profile.h"
#include "pubindex.h"
#include "roster.h"
#include "site.h"

/* Rows are owned by the numbers of members. */
struct catalogue {
	struct pubindex people;
	struct pubindex publications;
	struct pubindex news;
	bool unsettled;
};

void catalogue_init(struct catalogue *c);
void catalogue_release(struct catalogue *c);

/*
 * Take over what the profile `p` of `m` has, instead of what was known of
 * them before. `site` may be NULL: nobody is in a group.
 */
void catalogue_take(struct catalogue *c, const struct site *site,
    const struct member *m, const struct profile *p);
/* The member has nothing any more. */
void catalogue_drop(struct catalogue *c, const struct member *m);

/* The groups of the site are others: find out anew who is in which. */
void catalogue_regroup(
    struct catalogue *c, const struct site *site, const struct roster *people);

/* Save it, settled, or load it into one that was just made: see image.h. */
struct image;
void catalogue_image(struct image *im, struct catalogue *c);

/* To be called before anything is asked of the indexes. */
void catalogue_settle(struct catalogue *c);

#endif

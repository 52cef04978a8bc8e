/* SPDX-License-Identifier: MIT */
/* sitecheck.h - what site.xml and the profiles say of each other. */
#ifndef VITAE_SITECHECK_H
#define VITAE_SITECHECK_H

#include <stddef.h>

#include "diag.h"
#include "profile.h"
#include "site.h"
#include "strlist.h"

/* Zeroed memory is one of no site and nobody. */
struct sitecheck {
	const struct site
	    *site;	      /* the caller's; NULL: nothing is known of it */
	struct strset people; /* ids that were met */
	struct profile *home; /* owned; whom the site shows first, or NULL */
	char *home_file;      /* owned; how messages call it */
};

void sitecheck_release(struct sitecheck *k);

/* Languages that the site offers, and for which there are no words in `tags`.
 */
void sitecheck_languages(const struct sitecheck *k, const char *const *tags,
    size_t n, const char *site_file, struct diag *d);

/*
 * The person `id` has a file, good or bad; `p` is what is in it, or NULL.
 * Groups that the site does not have are a problem. Consumes `p`.
 */
void sitecheck_person(struct sitecheck *k, const char *id, struct profile *p,
    const char *file, struct diag *d);

/*
 * Everybody was met: is there the person whom the site shows first, and are
 * there ways to all sections of that one?
 */
void
sitecheck_end(const struct sitecheck *k, const char *site_file, struct diag *d);

#endif

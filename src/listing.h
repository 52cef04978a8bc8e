/* SPDX-License-Identifier: MIT */
/* listing.h - directories are listed: whose file would be where. */
#ifndef VITAE_LISTING_H
#define VITAE_LISTING_H

#include <stdbool.h>
#include <stdint.h>

#include "folder.h"
#include "roster.h"

/* All zero: nothing was listed yet. */
struct listing {
	struct folder people; /* people/ in the data directory */
	struct folder homes;
	char *template; /* owned; path of a profile in a home, NULL none */
	bool is_set;	/* the template is known, were it NULL */
	struct roster *roster;
};

/*
 * Those whom an earlier process saw taken away, out of its `state_dir`, which
 * may be NULL; others may be in the roster.
 */
void listing_begin(struct listing *l, struct roster *r, const char *state_dir);
void listing_release(struct listing *l);

/*
 * From now on profiles are there, too; NULL: nowhere else. Those whose home
 * was elsewhere, were it for an earlier process, are missing until they are
 * found.
 */
void listing_set_template(struct listing *l, const char *template);
/* Look at the homes again: who was in people/ may be there. */
void listing_forget_homes(struct listing *l);

/*
 * Add who is new to the roster: files people/ID.xml below `dirfd`, and
 * directories in place of the template's "*". A word that is no id is
 * MEMBER_RESERVED. Who is in people/ is there, whatever is at home; who was
 * taken away from there may come back at home. Of a directory that cannot be
 * listed the files are missing, we will see; its folder says why.
 */
void listing_look(struct listing *l, int dirfd, int64_t now_ms);

#endif

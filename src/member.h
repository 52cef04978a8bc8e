/* SPDX-License-Identifier: MIT */
/* member.h - what stays in memory of every person. */
#ifndef VITAE_MEMBER_H
#define VITAE_MEMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libxml/tree.h>

#include "profile.h"
#include "util.h"

enum member_state {
	MEMBER_NONE,	  /* there is no file, and none that we know was */
	MEMBER_BROKEN,	  /* no version of the file is good */
	MEMBER_GOOD,	  /* the file as it is now */
	MEMBER_LAST_GOOD, /* the file is no good now: the version before */
	MEMBER_GONE,	  /* the file was taken away */
	MEMBER_RESERVED,  /* the id is a word of our own: never read */
};

/*
 * A profile is several times as large as its file, and a site can have more of
 * them than fit into memory. So lists of people are made from this:
 * the profile's <person> without what only its own page shows (bio, links,
 * address ...), packed: as a tree it would be ten times as large.
 */
struct member {
	char *id;	 /* owned */
	uint32_t number; /* from 0; nobody else's as long as the process lives
			  */
	enum member_state state;
	char *packed;	 /* owned; NULL unless there is a version to show */
	size_t n;	 /* of its bytes */
	uint64_t digest; /* of the profile */
};

/* Is there a version of the profile to show? */
bool member_is_shown(const struct member *m);

/* Keep of `p` what is kept; what was kept before is freed. */
void
member_set(struct member *m, const struct profile *p, enum member_state state);
/* The same of the `n` bytes that a member kept of a profile of this digest. */
void member_put(struct member *m, const char *packed, size_t n, uint64_t digest,
    enum member_state state);
/* There is nothing to show any more. */
void member_clear(struct member *m, enum member_state state);
void member_release(struct member *m);

/*
 * The person element, in a tree of its own below an element that says the
 * language as the profile does; NULL: there is no version to show. Borrows
 * from the member, until member_close().
 */
NODISCARD xmlNode *member_open(const struct member *m);
void member_close(const xmlNode *person);

#endif

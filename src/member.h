/* SPDX-License-Identifier: MIT */
/* member.h - what stays in memory of every person. */
#ifndef VITAE_MEMBER_H
#define VITAE_MEMBER_H

#include <stdbool.h>
#include <stdint.h>

#include <libxml/tree.h>

#include "profile.h"
#include "strbuf.h"

enum member_state {
	MEMBER_NONE,	  /* there is no file, and none that we know was */
	MEMBER_BROKEN,	  /* no version of the file is good */
	MEMBER_GOOD,	  /* the file as it is now */
	MEMBER_LAST_GOOD, /* the file is no good now: the version before */
	MEMBER_GONE,	  /* the file was taken away */
	MEMBER_RESERVED,  /* the id is a word of our own: never read */
};

/*
 * A profile can be thirty times as large as its file, and a site can have
 * more of them than fit into memory. So lists of people are made from this:
 * `person` is a copy of the profile's element without what only its own page
 * shows (bio, links, address ...).
 */
struct member {
	char *id;	 /* owned */
	uint32_t number; /* from 0; nobody else's as long as the process lives
			  */
	enum member_state state;
	xmlDoc *doc;	  /* owned; NULL unless there is a version to show */
	xmlNode *person;  /* NULL likewise; borrowed from doc, as is the rest */
	const char *lang; /* of its texts that do not say; "" unknown */
	const char *updated; /* the date that the profile says, or NULL */
	uint64_t digest;     /* of the profile */
};

/* Is there a version of the profile to show? */
bool member_is_shown(const struct member *m);

/* Copy what is kept of `p`; what was kept before is freed. */
void
member_set(struct member *m, const struct profile *p, enum member_state state);
/* There is nothing to show any more. */
void member_clear(struct member *m, enum member_state state);
void member_release(struct member *m);

/* Append what member_undump() makes the same member of. */
void member_dump(const struct member *m, struct strbuf *out);
/*
 * `m` is like after member_set() of a profile of this digest; -1: the bytes
 * are none of member_dump(), and nothing is shown.
 */
NODISCARD int member_undump(struct member *m, const char *xml, size_t n,
    uint64_t digest, enum member_state state);

#endif

/* SPDX-License-Identifier: MIT */
/* roster.h - everybody whom the store knows, by id and by number. */
#ifndef VITAE_ROSTER_H
#define VITAE_ROSTER_H

#include <stddef.h>
#include <stdint.h>

#include "member.h"
#include "source.h"

/*
 * A file is not gone because it is not there once: whoever writes it may
 * take two steps for that.
 */
enum absence {
	ABSENCE_NONE,
	ABSENCE_ONCE, /* it was missing at the last look */
	ABSENCE_SURE, /* and at the one before */
};

/* A person: what everybody sees, and where it comes from. */
struct entry {
	struct member member;
	struct source file;
	struct profile *profile; /* owned; NULL: not in memory */
	enum absence absence;
	bool unchecked;	    /* taken without asking the grammar: see intake.h */
	bool refused;	    /* and that was said */
	int64_t visited_ms; /* looked at for the sake of one request */
	bool entombed;	    /* an earlier process saw it go, and said so */
	int64_t excerpted_ms; /* read in part for a request */
	uint64_t share;	      /* of the digest of the roster; 0: not shown */
	struct entry *newer;  /* neighbours on the shelf, while it is */
	struct entry *older;
};

struct roster {
	struct entry **entries; /* owned; in order of ids */
	size_t n;
	size_t nsorted; /* so many are in order; new ones stand behind */
	size_t cap;
	struct entry **numbered; /* the same, in order of numbers */
	size_t numbered_cap;
	struct entry **shown; /* those that have something to show, by id */
	size_t nshown;
	size_t shown_cap;
	bool stale;	 /* others are shown now */
	uint64_t digest; /* of all that is shown, in no order */
	uint64_t who;	 /* of the ids alone */
};

void roster_release(struct roster *r);

/* Entries never move and stay until roster_release(). */

/* NULL: nobody. Not those added since the last roster_sort(). */
struct entry *roster_find(const struct roster *r, const char *id);
/* NULL: nobody ever had this number. */
struct entry *roster_numbered(const struct roster *r, uint32_t number);

/*
 * A new person; consumes `id` and `path`. roster_sort() is due once all new
 * ones are there.
 */
struct entry *roster_add(struct roster *r, char *id, char *path);
void roster_sort(struct roster *r);

/* The member of `e` is another one: so are the digests, and who is shown. */
void roster_note(struct roster *r, struct entry *e);
/* Find out again who is shown. */
void roster_update(struct roster *r);

#endif

/* SPDX-License-Identifier: MIT */
/* intake.h - bytes of a file -> the version that is served. */
#ifndef VITAE_INTAKE_H
#define VITAE_INTAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "roster.h"
#include "schema.h"
#include "shelf.h"
#include "site.h"
#include "source.h"

/* The first members are the owner's to set, and stay his. */
struct intake {
	const char *data_dir;  /* how messages call it */
	const char *state_dir; /* NULL: copies are not kept */
	const struct schemas *schemas;
	size_t max_file_bytes;
	int dirfd; /* the data directory, -1: it is not there */
	struct shelf shelf;
	struct profile *excerpt; /* owned; NULL: none */
	const xmlNode *person; /* owned: the member that is open; NULL: none */
	bool whole;	       /* all files are looked at in one go */
	bool trusting;	       /* files are taken in, and checked later */
	bool warned;	       /* that what is forgotten may be lost */
	bool uncopied;	       /* the last copy could not be written */
};

/*
 * Is there a data directory? It may come later, and another one may take its
 * place; if not, errno says why.
 */
bool intake_open(struct intake *in);

/*
 * To ask the grammar about a file takes longer than to parse it. So a process
 * that begins with many of them takes them in without that: they are in the
 * indexes and in lists of names at once, and checked before anything else of
 * them is shown, at last when their turn comes (see census.h). One that is no
 * good then goes the way of one that was edited; it never was a good version.
 */

/*
 * Look at the file of `e` and take over what is new. A file that is no good
 * leaves the last good version in place, from memory or from its copy, and
 * is logged once. For a file that is not there, only e->absence says so.
 */
enum intake_news {
	INTAKE_SAME,
	INTAKE_TRIED, /* it was read, but the member is as it was */
	INTAKE_OTHER, /* the member is another than before */
};
enum intake_news
intake_person(struct intake *in, struct entry *e, int64_t now_ms);
/*
 * Is the version of `e` known to be good? If nobody checked it yet, it is done
 * now. False: it is not to be shown, and the next look at the file finds
 * something new.
 */
bool intake_check(struct intake *in, struct entry *e);
/* It is in the indexes: free the profile of one that is not checked. */
void intake_indexed(struct intake *in, struct entry *e);
/*
 * Go on without the file: is there a version that can be served? If not, the
 * member is cleared.
 */
bool intake_fall_back(struct intake *in, struct entry *e);
/* The person was taken away: forget everything but that. */
void intake_bury(struct intake *in, struct entry *e);

/* The same for site.xml: `*site` is replaced when there is a good version. */
bool intake_site(
    struct intake *in, struct source *src, struct site **site, int64_t now_ms);
/* There is not even a data directory; `error` is an errno. */
void intake_no_site(
    struct intake *in, struct source *src, struct site **site, int error);

/*
 * The profile of `e`, read again if it was forgotten. NULL: there is none,
 * or its file is being changed at this moment. Borrowed until intake_trim(),
 * or until the file of `e` is taken again.
 */
const struct profile *intake_profile(struct intake *in, struct entry *e);
/*
 * The same for whoever shows nothing but the publication `key`: of a profile
 * that is not in memory only that is read, see excerpt.h; all of it when more
 * is asked for at the same `now_ms`. Borrowed until the next call, too.
 */
const struct profile *intake_excerpt(
    struct intake *in, struct entry *e, const char *key, int64_t now_ms);

/*
 * The person element of the member, for lists; NULL: it is not to be shown.
 * Borrowed until the next call or intake_trim().
 */
const xmlNode *intake_member(struct intake *in, struct entry *e);

/* Append how messages call the file. */
void intake_name(
    const struct intake *in, const struct source *src, struct strbuf *sb);

/* Forget profiles that are too much; `keep`, which may be NULL, stays. */
void intake_trim(struct intake *in, const struct profile *keep);

#endif

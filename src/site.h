/* SPDX-License-Identifier: MIT */
/* site.h - site.xml: what the whole site has in common. */
#ifndef VITAE_SITE_H
#define VITAE_SITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "diag.h"
#include "schema.h"
#include "util.h"

/*
 * A group. They are numbered in document order, so that those in a group
 * are the numbers behind its own, up to `end`.
 */
struct site_group {
	const xmlNode *node; /* borrowed from the site's doc, as is the id */
	const char *id;
	char *label; /* owned; the text of its first name */
	long parent; /* number of the group that it stands in; -1 none */
	size_t end;
};

struct site {
	xmlDoc *doc;	       /* owned */
	xmlNode *root;	       /* borrowed from doc, as are the strings */
	const char *base_url;  /* absolute, ends in "/" */
	const char *home;      /* id of the person at "/", NULL none */
	const char *lang;      /* of the interface; "en" by default */
	const char *languages; /* offered, as written; NULL: all there are */
	bool negotiate;	       /* follow what browsers ask for? */
	const char *statics; /* prefix of static files, NULL: below the base */
	const char *people;  /* path of profiles elsewhere, a * in it; NULL */
	long max_age_s;	     /* how long a page may be kept */
	struct site_group *groups; /* owned */
	size_t ngroups;
	xmlHashTable *ids; /* owned; id -> its group */
	uint64_t digest;
};

/*
 * Parse and check `n` bytes of site.xml. Owned -> site_free(); NULL with
 * every problem in `d`.
 */
NODISCARD struct site *site_parse(const char *xml, size_t n, const char *file,
    const struct schemas *schemas, struct diag *d);
void site_free(struct site *site);

/* Is the front page that of the person `id`? `site` may be NULL. */
bool site_is_home(const struct site *site, const char *id);

/* The group of this id; NULL none. */
const struct site_group *site_group(const struct site *site, const char *id);

/*
 * Call `fn` for each word of the attribute `group` of a person of a profile,
 * in the order in which they stand there. `group` is NULL when the site has
 * no such group; `id` is valid during the call only.
 */
void site_groups_named(const struct site *site, const xmlNode *person,
    void (*fn)(void *ctx, const char *id, const struct site_group *group),
    void *ctx);
/*
 * The numbers of the groups that the person belongs to, ascending: those that
 * are named, and those around them. Owned; `n` says how many they are.
 */
NODISCARD size_t *
site_groups_around(const struct site *site, const xmlNode *person, size_t *n);

#endif

/* SPDX-License-Identifier: MIT */
/* route.h - path -> which page of whom. */
#ifndef VITAE_ROUTE_H
#define VITAE_ROUTE_H

#include "format.h"
#include "profile.h"
#include "store.h"
#include "strbuf.h"

enum route_kind {
	ROUTE_NOT_FOUND,
	ROUTE_GONE,	/* of somebody who was taken away */
	ROUTE_REDIRECT, /* to the path in `location` */
	ROUTE_PEOPLE,	/* the list of people */
	ROUTE_LIST,	/* another section of the site */
	ROUTE_GROUPS,
	ROUTE_GROUP,
	ROUTE_HOME,
	ROUTE_CV,
	ROUTE_SECTION,
	ROUTE_PUBLICATION,
	ROUTE_FORMAT, /* a feed or file of what the rest of the route says */
	ROUTE_HEALTH,
};

/*
 * Everything is borrowed from the store but the strings. A path that leads
 * nowhere says how far it led: to a profile, to its section. A section
 * without a profile is one of the site.
 */
struct route {
	enum route_kind kind;
	const struct profile *profile;	/* NULL: of nobody */
	const struct section *section;	/* NULL: of no single one */
	const xmlNode *publication;	/* NULL: of no single one */
	const struct site_group *group; /* NULL: of no single one */
	const struct format *format;	/* NULL: a page */
	struct strbuf location;		/* decoded, below the base */
	/* pairs, with "=" between, that the location has before its own */
	struct strbuf pairs;
	struct strbuf key; /* of a publication that is not there */
};

/* Find what `path` (decoded, starts with "/") means. route_release() is due. */
void route_find(struct route *r, struct store *st, const char *path);
void route_release(struct route *r);

#endif

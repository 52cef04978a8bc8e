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
	ROUTE_PEOPLE,
	ROUTE_HOME,
	ROUTE_CV,
	ROUTE_SECTION,
	ROUTE_PUBLICATION,
	ROUTE_FORMAT, /* a feed or file of what the rest of the route says */
	ROUTE_HEALTH,
};

/*
 * Everything is borrowed from the store but `location` and `key`. A path
 * that leads nowhere says how far it led: to a profile, to its section.
 */
struct route {
	enum route_kind kind;
	const struct profile *profile; /* NULL: of nobody */
	const struct section *section; /* NULL: of no single one */
	const xmlNode *publication;    /* NULL: of no single one */
	const struct format *format;   /* NULL: a page */
	struct strbuf location;	       /* decoded, below the base */
	struct strbuf key;	       /* of a publication that is not there */
};

/* Find what `path` (decoded, starts with "/") means. route_release() is due. */
void route_find(struct route *r, struct store *st, const char *path);
void route_release(struct route *r);

#endif

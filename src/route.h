/* SPDX-License-Identifier: MIT */
/* route.h - path -> which page of whom. */
#ifndef VITAE_ROUTE_H
#define VITAE_ROUTE_H

#include "profile.h"
#include "store.h"
#include "strbuf.h"

enum route_kind {
	ROUTE_NOT_FOUND,
	ROUTE_REDIRECT, /* to the path in `location` */
	ROUTE_PEOPLE,
	ROUTE_HOME,
	ROUTE_SECTION,
	ROUTE_FORMAT, /* a feed or file of a section */
	ROUTE_HEALTH,
};

/* A feed or file that a section can be had as. */
struct format {
	const char *suffix;  /* ".rss" */
	const char *section; /* element name of the sections that have it */
	const char *sheet;
	const char *type;  /* media type, with its charset */
	const char *title; /* names it among the interface strings */
};

/* Everything is borrowed from the store but `location`. */
struct route {
	enum route_kind kind;
	const struct profile *profile; /* NULL: of nobody */
	const struct section *section; /* NULL: of no single one */
	const struct format *format;   /* NULL: a page */
	struct strbuf location;	       /* decoded, below the base */
};

/* Find what `path` (decoded, starts with "/") means. route_release() is due. */
void route_find(struct route *r, const struct store *st, const char *path);
void route_release(struct route *r);

/* The i-th format that sections of this name have; NULL behind the last. */
const struct format *route_format(const char *section, size_t i);

#endif

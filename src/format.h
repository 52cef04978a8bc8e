/* SPDX-License-Identifier: MIT */
/* format.h - the feeds and files that pages can be had as. */
#ifndef VITAE_FORMAT_H
#define VITAE_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

/* What a format is of. */
enum format_of {
	FORMAT_OF_NEWS,
	FORMAT_OF_PUBLICATIONS, /* a list, with the filters of its page */
	FORMAT_OF_PERSON,
	FORMAT_OF_PAGES, /* of a person, for robots; no page links to it */
	FORMAT_OF_SITE,
};

struct format {
	const char *suffix; /* ".rss"; of the site: the whole path */
	enum format_of of;
	const char *sheet;
	const char *type; /* media type, with its charset if it has one */
	const char *name; /* names it among the interface strings */
	bool one;	  /* a single publication can be had so, too */
	bool feed;	  /* shows the newest; others show all */
};

/* The i-th format of this kind; NULL behind the last. */
const struct format *format_at(enum format_of of, size_t i);

/*
 * The format of this kind whose suffix `segment` ends with, and something
 * before it; NULL: none. Of several the longest.
 */
const struct format *format_find(enum format_of of, const char *segment);

/* The format of this kind that has this suffix; NULL: none. */
const struct format *format_named(enum format_of of, const char *suffix);

/* What a section of this element name can be had as; false: nothing. */
bool format_of_section(const char *name, enum format_of *of);

#endif

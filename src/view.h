/* SPDX-License-Identifier: MIT */
/* view.h - the documents that sheets are applied to: what a page shows. */
#ifndef VITAE_VIEW_H
#define VITAE_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "profile.h"
#include "query.h"
#include "select.h"
#include "site.h"

/* A feed or file that shows the same as the page. */
struct alternate {
	const char *type; /* media type */
	const char *name; /* names its title among the interface strings */
	const char *href; /* path from the root of the host */
};

/*
 * What a page is of. All views of one page are made from this; everything
 * is borrowed. Paths are percent-encoded and start with "/".
 */
struct page {
	const char *kind;    /* home, section, people, error, feed */
	const char *lang;    /* of the interface */
	const char *base;    /* where the program is mounted; ends in "/" */
	const char *statics; /* prefix of static files; ends in "/" */
	const char *home;    /* of the person; NULL without one */
	const char *list;    /* of the person's publications; NULL likewise */
	const char *path;    /* of this page, with its canonical query */
	const char *canonical; /* the page that search engines shall know */
	bool noindex;
	const struct alternate *alternates;
	size_t nalternates;
	int error;              /* status; 0 none */
	enum query_key bad_key; /* what 400 is about; KEY_NONE unknown */
	const struct site *site;       /* NULL: the site has no good version */
	const struct profile *profile; /* NULL without one */
	const struct section *section; /* NULL: the page is of no single one */
	const xmlNode *strings;        /* of the interface */
	const struct query *query;     /* NULL: the page has no list */
	const struct selection *selection; /* NULL likewise */
};

/*
 * Every function returns a document of its own, to be freed with
 * xmlFreeDoc(): what it shows is copied, chosen for the language, without
 * hidden entries, with references resolved.
 */

/* The page without its sections. */
xmlDoc *view_frame(const struct page *pg);
/* The list of people, as the frame's single section. */
xmlDoc *view_people(const struct page *pg, const struct profile *const *people,
    size_t n);
/* One section with all its entries. */
xmlDoc *view_section(const struct page *pg, const struct section *s);
/* The same with the dates that feeds need. */
xmlDoc *view_feed(const struct page *pg, const struct section *s);
/* A list of publications without the publications: filters and headings. */
xmlDoc *view_list(const struct page *pg, const struct section *s);
/* Publications `first` to `first + n - 1` of the page's selection. */
xmlDoc *view_items(const struct page *pg, size_t first, size_t n);
/* In place of a section that could not be shown. */
xmlDoc *view_not_shown(const struct page *pg, const struct section *s);

#endif

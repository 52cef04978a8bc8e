/* SPDX-License-Identifier: MIT */
/* page.h - what a page is of, before it is looked at. */
#ifndef VITAE_PAGE_H
#define VITAE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "format.h"
#include "profile.h"
#include "query.h"
#include "select.h"
#include "site.h"
#include "store.h"
#include "words.h"

enum { PAGE_MAX_NEAR = 3, PAGE_MAX_LANGUAGES = 32 };

/* A feed or file that shows the same as the page. */
struct alternate {
	const char *section; /* id of the section that it is of; NULL none */
	const char *type;    /* media type */
	const char *name;    /* names its title among the interface strings */
	const char *href;    /* path from the root of the host */
};

/* A language that the visitor may have the page in. */
struct language {
	const char *tag;  /* RFC 5646: zh, pt-BR */
	const char *name; /* in itself */
};

/*
 * What a page is of. All views of one page are made from this; everything
 * is borrowed. Paths are percent-encoded and start with "/".
 */
struct page {
	/* home, cv, section, publication, people, groups, group, feed, error */
	const char *kind;
	const char *lang; /* of the interface */
	/* that is meant when no language is said; NULL: the browser says it */
	const char *usual;
	const char *base;    /* where the program is mounted; ends in "/" */
	const char *statics; /* prefix of static files; ends in "/" */
	const char *home;    /* of the person; NULL without one */
	/* where the list is that can be filtered: of the person's publications,
	 * or of the section of the site; NULL none */
	const char *list;
	const char *people;    /* the list of people; NULL: there is none */
	const char *path;      /* of this page, with its canonical query */
	const char *canonical; /* the page that search engines shall know */
	bool noindex;
	const struct alternate *alternates;
	size_t nalternates;
	/* to choose from; the switch of a page leads to its stem */
	const struct language *languages;
	size_t nlanguages;
	bool varies;		 /* another browser may get another language */
	const char *stem;	 /* path without suffix and query */
	int error;		 /* status; 0 none */
	enum query_key bad_key;	 /* what 400 is about; KEY_NONE unknown */
	const struct site *site; /* NULL: the site has no good version */
	struct store *store;	 /* NULL: others are not known */
	const struct profile *profile; /* NULL without one */
	/* NULL: the page is of no single one; of the site without a profile */
	const struct section *section;
	const struct site_group *group; /* NULL likewise */
	const xmlNode *publication;	/* NULL likewise */
	/* what was meant by a key that is not there */
	const xmlNode *nearest[PAGE_MAX_NEAR];
	size_t nnearest;
	const struct format *format; /* NULL: a page of HTML */
	struct words *words;	     /* of the interface; NULL none */
	const struct query *query;   /* NULL: the page has no list */
	struct query plain; /* only the language that the visitor chose */
	const struct selection *selection; /* NULL likewise */
	/* the lists that the page of a group shows, each as a page of its own
	 */
	const struct page *parts;
	size_t nparts;
	/*
	 * Of a list of many, while what one of them has is copied: the profile,
	 * home and list are the owner's, and this is the list of all.
	 */
	const char *all;
};

#endif

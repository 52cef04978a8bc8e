/* SPDX-License-Identifier: MIT */
/* site.h - site.xml: what the whole site has in common. */
#ifndef VITAE_SITE_H
#define VITAE_SITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libxml/tree.h>

#include "diag.h"
#include "schema.h"
#include "util.h"

struct site {
	xmlDoc *doc;	      /* owned */
	xmlNode *root;	      /* borrowed from doc, as are the strings */
	const char *base_url; /* absolute, ends in "/" */
	const char *home;     /* id of the person at "/", NULL none */
	const char *lang;     /* of the interface; "en" by default */
	const char *statics;  /* prefix of static files, NULL: below the base */
	long max_age_s;	      /* how long a page may be kept */
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

#endif

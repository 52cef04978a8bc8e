/* SPDX-License-Identifier: MIT */
/* site.c - site.xml: what the whole site has in common. */
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "site.h"
#include "url.h"
#include "xmlnode.h"

enum { DEFAULT_MAX_AGE_S = 60 };

static int
check(const struct site *site, const char *file, struct diag *d)
{
	size_t before = d->n;

	if (!url_is_absolute_http(site->base_url) ||
	    site->base_url[strlen(site->base_url) - 1] != '/')
		diag_add(d, file, node_line(site->root),
		    "base-url=\"%s\" must be the full address of the site and "
		    "end in /, like https://people.example.org/",
		    site->base_url);
	if (site->statics != NULL &&
	    (!(site->statics[0] == '/' ||
		 url_is_absolute_http(site->statics)) ||
		!url_is_safe(site->statics) ||
		site->statics[strlen(site->statics) - 1] != '/'))
		diag_add(d, file, node_line(site->root),
		    "static=\"%s\" must be a path or an address that ends in "
		    "/, like /static/",
		    site->statics);
	for (const xmlNode *n = node_first(site->root, "link"); n != NULL;
	     n = node_next(n, "link"))
		if (!url_is_safe(node_attr(n, "href")))
			diag_add(d, file, node_line(n),
			    "this link may not be published; use http:, "
			    "https:, mailto: or a path without scheme");
	return d->n == before ? 0 : -1;
}

struct site *
site_parse(const char *xml, size_t n, const char *file,
    const struct schemas *schemas, struct diag *d)
{
	xmlDoc *doc = document_parse(xml, n, file, schemas, SCHEMA_SITE, d);
	struct site *site;
	const char *max_age;

	if (doc == NULL)
		return NULL;
	site = xcalloc(1, sizeof(*site));
	site->doc = doc;
	site->root = xmlDocGetRootElement(doc);
	site->base_url = node_attr(site->root, "base-url");
	site->home = node_attr(site->root, "home");
	site->statics = node_attr(site->root, "static");
	site->lang = node_lang(site->root);
	if (site->lang[0] == '\0')
		site->lang = "en";
	max_age = node_attr(site->root, "max-age");
	site->max_age_s =
	    max_age != NULL ? strtol(max_age, NULL, 10) : DEFAULT_MAX_AGE_S;
	site->digest = hash_bytes(HASH_SEED, xml, n);
	if (check(site, file, d) != 0) {
		site_free(site);
		return NULL;
	}
	return site;
}

void
site_free(struct site *site)
{
	if (site == NULL)
		return;
	xmlFreeDoc(site->doc);
	free(site);
}

bool
site_is_home(const struct site *site, const char *id)
{
	return site != NULL && site->home != NULL &&
	       strcmp(site->home, id) == 0;
}

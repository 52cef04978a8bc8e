/* SPDX-License-Identifier: MIT */
/* site.c - site.xml: what the whole site has in common. */
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "reserved.h"
#include "site.h"
#include "url.h"
#include "xmlnode.h"

enum { DEFAULT_MAX_AGE_S = 60 };

/* Every group below `parent`, however deep the guard lets them be. */
static void
add_groups(struct site *site, const xmlNode *parent, long number, size_t *cap)
{
	for (const xmlNode *n = node_first(parent, "group"); n != NULL;
	     n = node_next(n, "group")) {
		size_t at = site->ngroups;

		site->groups =
		    grow(site->groups, at, cap, sizeof(*site->groups));
		site->groups[at] = (struct site_group){
		    .node = n, .id = node_attr(n, "id"), .parent = number};
		site->ngroups++;
		add_groups(site, n, (long)at, cap);
		site->groups[at].end = site->ngroups;
	}
}

static void
check_groups(const struct site *site, const char *file, struct diag *d)
{
	for (size_t i = 0; i < site->ngroups; i++) {
		const struct site_group *g = &site->groups[i];
		const struct site_group *first = site_group(site, g->id);

		if (id_is_reserved(g->id))
			diag_add(d, file, node_line(g->node),
			    "id=\"%s\" is a word that the program uses itself; "
			    "choose another",
			    g->id);
		if (first != g)
			diag_add(d, file, node_line(g->node),
			    "id=\"%s\" is there already, in line %d; every "
			    "group needs an id of its own",
			    g->id, node_line(first->node));
	}
}

static void
check_links(const struct site *site, const char *file, struct diag *d)
{
	const xmlNode *n = site->root;

	while (n != NULL) {
		const xmlNode *next = node_first(n, NULL);
		const char *href = node_attr(n, "href");

		if (href != NULL && !url_is_safe(href))
			diag_add(d, file, node_line(n),
			    "this link may not be published; use http:, "
			    "https:, mailto: or a path without scheme");
		while (next == NULL && n != site->root) {
			next = node_next(n, NULL);
			if (next == NULL)
				n = n->parent;
		}
		n = next;
	}
}

static int
check(const struct site *site, const char *file, struct diag *d)
{
	const xmlNode *logo = node_first(site->root, "logo");
	const char *src = logo != NULL ? node_attr(logo, "src") : NULL;
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
	if (src != NULL && (!url_is_safe(src) || url_is_absolute_http(src)))
		diag_add(d, file, node_line(logo),
		    "src=\"%s\" is no file of this site; copy the picture to "
		    "your static files and give its path, like files/logo.svg",
		    src);
	check_links(site, file, d);
	check_groups(site, file, d);
	return d->n == before ? 0 : -1;
}

struct site *
site_parse(const char *xml, size_t n, const char *file,
    const struct schemas *schemas, struct diag *d)
{
	xmlDoc *doc = document_parse(xml, n, file, schemas, SCHEMA_SITE, d);
	struct site *site;
	const char *max_age;
	size_t cap = 0;

	if (doc == NULL)
		return NULL;
	site = xcalloc(1, sizeof(*site));
	site->doc = doc;
	site->root = xmlDocGetRootElement(doc);
	site->base_url = node_attr(site->root, "base-url");
	site->home = node_attr(site->root, "home");
	site->statics = node_attr(site->root, "static");
	site->people = node_attr(site->root, "people");
	site->lang = node_lang(site->root);
	if (site->lang[0] == '\0')
		site->lang = "en";
	site->languages = node_attr(site->root, "languages");
	site->negotiate = node_flag(site->root, "negotiate");
	max_age = node_attr(site->root, "max-age");
	site->max_age_s =
	    max_age != NULL ? strtol(max_age, NULL, 10) : DEFAULT_MAX_AGE_S;
	site->digest = hash_bytes(HASH_SEED, xml, n);
	add_groups(site, site->root, -1, &cap);
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
	document_free(site->doc);
	free(site->groups);
	free(site);
}

bool
site_is_home(const struct site *site, const char *id)
{
	return site != NULL && site->home != NULL &&
	       strcmp(site->home, id) == 0;
}

const struct site_group *
site_group(const struct site *site, const char *id)
{
	for (size_t i = 0; i < site->ngroups; i++)
		if (strcmp(site->groups[i].id, id) == 0)
			return &site->groups[i];
	return NULL;
}

void
site_groups_named(const struct site *site, const xmlNode *person,
    void (*fn)(void *ctx, const char *id, const struct site_group *group),
    void *ctx)
{
	static const char blank[] = " \t\r\n";
	const char *s = node_attr(person, "group");

	while (s != NULL && *(s += strspn(s, blank)) != '\0') {
		size_t n = strcspn(s, blank);
		char *id = xstrndup(s, n);

		fn(ctx, id, site_group(site, id));
		free(id);
		s += n;
	}
}

struct marking {
	const struct site *site;
	bool *marks;
};

static void
mark(void *ctx, const char *id, const struct site_group *group)
{
	const struct marking *m = ctx;

	(void)id;
	for (long i = group != NULL ? group - m->site->groups : -1; i >= 0;
	     i = m->site->groups[i].parent)
		m->marks[i] = true;
}

void
site_groups_mark(const struct site *site, const xmlNode *person, bool *marks)
{
	struct marking m = {site, marks};

	site_groups_named(site, person, mark, &m);
}

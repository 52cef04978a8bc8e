/* SPDX-License-Identifier: MIT */
/* site.c - site.xml: what the whole site has in common. */
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "reserved.h"
#include "site.h"
#include "text.h"
#include "url.h"
#include "xmlnode.h"

enum { DEFAULT_MAX_AGE_S = 60 };

static char *
label_of(const xmlNode *group)
{
	struct strbuf label;

	strbuf_init(&label);
	node_text(node_first(group, "name"), &label);
	return strbuf_detach(&label);
}

/* Every group below `parent`, however deep the guard lets them be. */
static void
add_groups(struct site *site, const xmlNode *parent, long number, size_t *cap)
{
	for (const xmlNode *n = node_first(parent, "group"); n != NULL;
	     n = node_next(n, "group")) {
		size_t at = site->ngroups;

		site->groups =
		    grow(site->groups, at, cap, sizeof(*site->groups));
		site->groups[at] = (struct site_group){.node = n,
		    .id = node_attr(n, "id"),
		    .label = label_of(n),
		    .parent = number};
		site->ngroups++;
		add_groups(site, n, (long)at, cap);
		site->groups[at].end = site->ngroups;
	}
}

/* Of those that are called the same, the first. */
static void
add_ids(struct site *site)
{
	site->ids = xmlHashCreate(0);
	for (size_t i = 0; i < site->ngroups; i++)
		xmlHashAddEntry(site->ids, (const xmlChar *)site->groups[i].id,
		    &site->groups[i]);
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
check_link(const xmlNode *node, const char *file, struct diag *d)
{
	const char *href = node_attr(node, "href");

	if (href != NULL && !url_is_safe(href))
		diag_add(d, file, node_line(node),
		    "this link may not be published; use http:, https:, "
		    "mailto: or a path without scheme");
}

/* What is there once in each language. */
static void
check_variant(const xmlNode *node, const char *file, struct diag *d)
{
	static const char *const variants[] = {"name", "description", "footer"};
	const xmlNode *first = NULL;

	for (size_t i = 0; i < ARRAY_SIZE(variants); i++)
		if (node_is(node, variants[i]))
			first = node_first(node->parent, variants[i]);
	while (first != NULL && first != node &&
	       strcmp(node_lang(first), node_lang(node)) != 0)
		first = node_next(first, (const char *)node->name);
	if (first != NULL && first != node)
		diag_add(d, file, node_line(node),
		    "a second <%s> in the same language, the first is in line "
		    "%d; give one of them its xml:lang, or remove it",
		    (const char *)node->name, node_line(first));
}

static void
check_nodes(const struct site *site, const char *file, struct diag *d)
{
	const xmlNode *n = site->root;

	while (n != NULL) {
		const xmlNode *next = node_first(n, NULL);

		check_link(n, file, d);
		check_variant(n, file, d);
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
	check_nodes(site, file, d);
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
	add_ids(site);
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
	for (size_t i = 0; i < site->ngroups; i++)
		free(site->groups[i].label);
	free(site->groups);
	xmlHashFree(site->ids, NULL);
	document_free(site->doc);
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
	return xmlHashLookup(site->ids, (const xmlChar *)id);
}

void
site_groups_named(const struct site *site, const xmlNode *person,
    void (*fn)(void *ctx, const char *id, const struct site_group *group),
    void *ctx)
{
	const char *s = node_attr(person, "group");

	for (size_t n; (n = text_next_word(&s)) > 0; s += n) {
		char *id = xstrndup(s, n);

		fn(ctx, id, site_group(site, id));
		free(id);
	}
}

struct gathering {
	const struct site *site;
	size_t *v;
	size_t n;
	size_t cap;
};

/* False: it is there already, and those around it are. */
static bool
gather_one(struct gathering *g, size_t number)
{
	size_t at = g->n;

	while (at > 0 && g->v[at - 1] > number)
		at--;
	if (at > 0 && g->v[at - 1] == number)
		return false;
	g->v = grow(g->v, g->n, &g->cap, sizeof(*g->v));
	memmove(&g->v[at + 1], &g->v[at], (g->n - at) * sizeof(*g->v));
	g->v[at] = number;
	g->n++;
	return true;
}

static void
gather(void *ctx, const char *id, const struct site_group *group)
{
	struct gathering *g = ctx;
	long i = group != NULL ? group - g->site->groups : -1;

	(void)id;
	while (i >= 0 && gather_one(g, (size_t)i))
		i = g->site->groups[i].parent;
}

size_t *
site_groups_around(const struct site *site, const xmlNode *person, size_t *n)
{
	struct gathering g = {.site = site};

	site_groups_named(site, person, gather, &g);
	*n = g.n;
	return g.v;
}

/* SPDX-License-Identifier: MIT */
/* viewsite.c - what the sheets of files for robots and browsers get. */
#include <string.h>

#include "places.h"
#include "store.h"
#include "url.h"
#include "view.h"
#include "viewbase.h"
#include "xmlnode.h"

/* An address below that of the site; `path` is percent-encoded. */
static xmlNode *
add_address(
    const struct page *pg, const char *name, const char *path, xmlNode *root)
{
	xmlNode *node = node_add(root, name, NULL);

	node_setf(node, "loc", "%s%s", pg->site->base_url, path);
	return node;
}

static void
add_url(const struct page *pg, const struct profile *p, const char *path,
    xmlNode *root)
{
	const char *updated =
	    node_attr(xmlDocGetRootElement(p->doc), "updated");
	xmlNode *url = add_address(pg, "url", path, root);

	/* sitemaps want a day; a month says less than nothing */
	if (updated != NULL && strlen(updated) == strlen("2024-04-01"))
		node_set(url, "lastmod", updated);
}

static void
add_pages_of(const struct page *pg, const struct profile *p, xmlNode *root)
{
	const struct section *list = profile_section_named(p, "publications");
	struct strbuf path;
	size_t stem;

	strbuf_init(&path);
	place_person(&path, "", pg->site, p->id);
	stem = path.len;
	add_url(pg, p, path.buf, root);
	for (size_t i = 0; i < p->nsections; i++) {
		strbuf_truncate(&path, stem);
		url_encode(&path, p->sections[i].id);
		add_url(pg, p, path.buf, root);
	}
	strbuf_truncate(&path, stem);
	strbuf_puts(&path, "cv");
	add_url(pg, p, path.buf, root);
	for (size_t i = 0; list != NULL && i < p->nnodes; i++) {
		strbuf_truncate(&path, stem);
		url_encode(&path, list->id);
		strbuf_putc(&path, '/');
		url_encode(&path, node_attr(profile_at(p, i), "id"));
		add_url(pg, p, path.buf, root);
	}
	strbuf_release(&path);
}

/* The lists of everybody, and the groups. */
static void
add_pages_of_site(const struct page *pg, struct store *st, xmlNode *root)
{
	const struct section *s;
	struct strbuf path;

	if (!store_has_many(st))
		return;
	strbuf_init(&path);
	for (size_t i = 0; (s = site_section_at(i)) != NULL; i++) {
		if (strcmp(s->name, "groups") == 0 && pg->site->ngroups == 0)
			continue;
		strbuf_reset(&path);
		place_section(&path, "", pg->site, s->name);
		add_address(pg, "url", path.buf, root);
	}
	for (size_t i = 0; i < pg->site->ngroups; i++) {
		strbuf_reset(&path);
		place_group(&path, "", pg->site->groups[i].id);
		add_address(pg, "url", path.buf, root);
	}
	strbuf_release(&path);
}

/*
 * A list of pages must not have more than 50,000 (sitemaps.org). So everybody
 * has one, and that of the site names these; nobody's profile is read for it.
 */
static void
add_maps(const struct page *pg, struct store *st, xmlNode *root)
{
	struct strbuf path;

	if (store_members(st) == 1) {
		const struct profile *p = store_profile_at(st, 0);

		add_pages_of_site(pg, st, root);
		if (p != NULL)
			add_pages_of(pg, p, root);
		return;
	}
	add_address(pg, "map", "sitemap-pages.xml", root);
	strbuf_init(&path);
	for (size_t i = 0; i < store_members(st); i++) {
		strbuf_reset(&path);
		strbuf_printf(
		    &path, "%s.sitemap.xml", store_member_at(st, i)->id);
		add_address(pg, "map", path.buf, root);
	}
	strbuf_release(&path);
}

/* The list that a search of the site looks through: of its home, or of all. */
static void
add_search(const struct page *pg, struct store *st, xmlNode *root)
{
	const struct profile *p = NULL;
	struct strbuf path;

	if (pg->site->home != NULL)
		p = store_profile(st, pg->site->home);
	if (pg->site->home != NULL &&
	    (p == NULL || profile_section_named(p, "publications") == NULL))
		return;
	strbuf_init(&path);
	if (p != NULL)
		place_publications(&path, "", pg->site, p);
	else
		place_section(&path, "", pg->site, "publications");
	node_setf(node_first(root, "page"), "list", "%s%s", pg->site->base_url,
	    path.buf);
	strbuf_release(&path);
}

static const struct {
	const char *suffix; /* of the format */
	void (*add)(const struct page *pg, struct store *st, xmlNode *root);
} files[] = {
    {"opensearch.xml", add_search},
    {"sitemap-pages.xml", add_pages_of_site},
    {"sitemap.xml", add_maps},
};

xmlDoc *
view_site(const struct page *pg, struct store *st)
{
	xmlNode *root = view_new(pg, NULL);

	for (size_t i = 0; st != NULL && i < ARRAY_SIZE(files); i++)
		if (strcmp(files[i].suffix, pg->format->suffix) == 0)
			files[i].add(pg, st, root);
	return root->doc;
}

xmlDoc *
view_pages(const struct page *pg)
{
	xmlNode *root = view_new(pg, NULL);

	add_pages_of(pg, pg->profile, root);
	return root->doc;
}

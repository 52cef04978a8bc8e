/* SPDX-License-Identifier: MIT */
/* viewbase.c - what all views have before their own part. */
#include <string.h>

#include "href.h"
#include "httpdate.h"
#include "viewbase.h"
#include "viewcopy.h"
#include "xmlnode.h"

/* What sheets put behind the paths of `base` and `home`. */
static void
add_query_of_links(const struct page *pg, xmlNode *root)
{
	struct strbuf query;

	strbuf_init(&query);
	href_write(&query, "", &pg->plain, (struct query_edit){KEY_NONE, NULL});
	if (query.len > 0)
		node_set(root, "query", query.buf);
	strbuf_release(&query);
}

/* A document of the given root element, with what every view says. */
xmlNode *
view_root(const struct page *pg, const char *name, const char *section)
{
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *root = xmlNewDocNode(doc, NULL, (const xmlChar *)name, NULL);
	const struct {
		const char *name;
		const char *value;
	} attrs[] = {
	    {"kind", pg->kind},
	    {"lang", pg->lang},
	    {"base", pg->base},
	    {"static", pg->statics},
	    {"home", pg->home},
	    {"section", section},
	};

	xmlDocSetRootElement(doc, root);
	for (size_t i = 0; i < ARRAY_SIZE(attrs); i++)
		if (attrs[i].value != NULL)
			node_set(root, attrs[i].name, attrs[i].value);
	add_query_of_links(pg, root);
	if (pg->people != NULL)
		href_set(pg, root, "people", pg->people);
	return root;
}

/* Where static files are, as an absolute URL for feeds. */
static void
add_static_url(const struct page *pg, xmlNode *site)
{
	const char *base_url = pg->site->base_url;
	const char *host = strstr(base_url, "://");
	int origin;

	if (pg->statics[0] != '/' || host == NULL) {
		node_set(site, "static-url", pg->statics);
		return;
	}
	host += 3;
	origin = (int)(host - base_url + (long)strcspn(host, "/"));
	node_setf(site, "static-url", "%.*s%s", origin, base_url, pg->statics);
}

xmlNode *
view_addresses(const struct page *pg, xmlNode *root)
{
	xmlNode *site = node_add(root, "site", NULL);

	if (pg->site != NULL) {
		node_set(site, "base-url", pg->site->base_url);
		add_static_url(pg, site);
	}
	return site;
}

/* Groups are left out: there may be hundreds. */
static void
add_site(const struct page *pg, xmlNode *root)
{
	static const char *const shown[] = {
	    "name", "logo", "navigation", "link", "footer"};
	xmlNode *site = view_addresses(pg, root);

	for (size_t i = 0; pg->site != NULL && i < ARRAY_SIZE(shown); i++)
		copy_children(pg, pg->site->root, shown[i], site);
}

static void
add_search(const struct page *pg, xmlNode *page)
{
	struct strbuf path;

	strbuf_init(&path);
	strbuf_printf(&path, "%sopensearch.xml", pg->base);
	href_set(pg, page, "search", path.buf);
	strbuf_release(&path);
}

/*
 * Search engines are told of the other languages of a page. But robots.txt
 * keeps them from addresses with two keys, and the language is one of them.
 */
static bool
is_announced(const struct page *pg, const struct query *q)
{
	struct strbuf keys;
	bool none;

	strbuf_init(&keys);
	query_write(q, (struct query_edit){KEY_LANG, NULL}, &keys);
	none = keys.len == 0 && q->page == 1;
	strbuf_release(&keys);
	return none && !pg->noindex;
}

/*
 * The same page in other languages. Where none is said, it is in `usual`, or
 * in what the browser asks for.
 */
static void
add_languages(const struct page *pg, xmlNode *page)
{
	const struct query *q = href_own_query(pg);

	if (pg->nlanguages < 2 || pg->error != 0)
		return;
	for (size_t i = 0; i < pg->nlanguages; i++) {
		const struct language *l = &pg->languages[i];
		bool usual =
		    pg->usual != NULL && strcmp(pg->usual, l->tag) == 0;
		xmlNode *node = node_add(page, "language", l->name);

		node_set(node, "tag", l->tag);
		if (strcmp(pg->lang, l->tag) == 0)
			node_set(node, "current", "true");
		href_set_query(node, pg->stem, q,
		    (struct query_edit){KEY_LANG, usual ? NULL : l->tag});
	}
	if (is_announced(pg, q))
		href_set_query(node_add(page, "any-language", NULL), pg->stem,
		    q, (struct query_edit){KEY_LANG, NULL});
}

/* Of one section, or of all if it is NULL. */
static void
add_alternates(const struct page *pg, const char *section, xmlNode *page)
{
	for (size_t i = 0; i < pg->nalternates; i++) {
		const struct alternate *from = &pg->alternates[i];
		xmlNode *to;

		if (section != NULL && (from->section == NULL ||
					   strcmp(from->section, section) != 0))
			continue;
		to = node_add(page, "alternate", NULL);
		if (from->section != NULL)
			node_set(to, "section", from->section);
		node_set(to, "type", from->type);
		node_set(to, "name", from->name);
		node_set(to, "href", from->href);
	}
}

static void
add_page(const struct page *pg, xmlNode *root)
{
	xmlNode *page = node_add(root, "page", NULL);

	node_set(page, "path", pg->path);
	if (pg->canonical != NULL)
		node_set(page, "canonical", pg->canonical);
	if (pg->noindex)
		node_set(page, "noindex", "true");
	if (pg->site != NULL && (pg->site->home != NULL || pg->people != NULL))
		add_search(pg, page);
	if (pg->profile != NULL)
		copy_attr(
		    xmlDocGetRootElement(pg->profile->doc), "updated", page);
	add_alternates(pg, NULL, page);
	if (pg->format == NULL)
		add_languages(pg, page);
}

xmlNode *
view_new(const struct page *pg, const char *section)
{
	xmlNode *root = view_root(pg, "view", section);

	add_site(pg, root);
	add_page(pg, root);
	return root;
}

xmlNode *
view_part(const struct page *pg, const char *section)
{
	xmlNode *root = view_root(pg, "view", section);

	add_site(pg, root);
	if (section != NULL)
		add_alternates(pg, section, node_add(root, "page", NULL));
	return root;
}

void
view_person_of(const struct page *pg, xmlNode *root)
{
	xmlNode *person = copy_entry(pg, pg->profile->person, root);

	node_set(person, "id", pg->profile->id);
}

void
view_dates(xmlNode *item)
{
	const char *date = node_attr(item, "date");
	int64_t at = date != NULL ? httpdate_from_iso(date) : HTTPDATE_NONE;
	char buf[HTTPDATE_SIZE];

	if (at == HTTPDATE_NONE)
		return;
	httpdate_format(buf, at);
	node_set(item, "rfc822", buf);
	httpdate_rfc3339(buf, at);
	node_set(item, "rfc3339", buf);
}

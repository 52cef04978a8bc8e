/* SPDX-License-Identifier: MIT */
/* view.c - the documents that sheets are applied to. */
#include <string.h>

#include "httpdate.h"
#include "view.h"
#include "viewcopy.h"
#include "viewlist.h"
#include "xmlnode.h"

/* A document of the given root element, with what every view says. */
static xmlNode *
new_root(const struct page *pg, const char *name, const char *section)
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
	return root;
}

static void
add_strings(const struct page *pg, xmlNode *root)
{
	if (pg->strings != NULL)
		xmlAddChild(
		    root, xmlDocCopyNode(
			      (xmlNode *)(uintptr_t)pg->strings, root->doc, 1));
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

static void
add_site(const struct page *pg, xmlNode *root)
{
	xmlNode *site = node_add(root, "site", NULL);

	if (pg->site == NULL)
		return;
	node_set(site, "base-url", pg->site->base_url);
	add_static_url(pg, site);
	copy_children(pg, pg->site->root, NULL, site);
}

static xmlNode *
add_page(const struct page *pg, xmlNode *root)
{
	xmlNode *page = node_add(root, "page", NULL);

	node_set(page, "path", pg->path);
	if (pg->canonical != NULL)
		node_set(page, "canonical", pg->canonical);
	if (pg->noindex)
		node_set(page, "noindex", "true");
	if (pg->profile != NULL)
		copy_attr(
		    xmlDocGetRootElement(pg->profile->doc), "updated", page);
	for (size_t i = 0; i < pg->nalternates; i++) {
		xmlNode *a = node_add(page, "alternate", NULL);

		node_set(a, "type", pg->alternates[i].type);
		node_set(a, "name", pg->alternates[i].name);
		node_set(a, "href", pg->alternates[i].href);
	}
	return page;
}

static void
add_sections(const struct page *pg, xmlNode *root)
{
	const struct profile *p = pg->profile;
	xmlNode *sections;

	if (p == NULL)
		return;
	sections = node_add(root, "sections", NULL);
	for (size_t i = 0; i < p->nsections; i++) {
		const struct section *s = &p->sections[i];
		xmlNode *dst = node_add(sections, "section", NULL);

		node_set(dst, "name", s->name);
		node_set(dst, "id", s->id);
		if (strcmp(pg->kind, "home") == 0)
			node_setf(dst, "href", "#%s", s->id);
		else
			node_setf(dst, "href", "%s%s", pg->home, s->id);
		if (s->nomenu)
			node_set(dst, "nomenu", "true");
		if (s == pg->section)
			node_set(dst, "current", "true");
		copy_children(pg, s->node, "heading", dst);
	}
}

static void
add_error(const struct page *pg, xmlNode *root)
{
	xmlNode *error;

	if (pg->error == 0)
		return;
	error = node_add(root, "error", NULL);
	node_setf(error, "status", "%d", pg->error);
	if (pg->bad_key != KEY_NONE)
		node_set(error, "key", query_key_name(pg->bad_key));
	if (pg->list != NULL)
		node_set(error, "list", pg->list);
}

/* What all views have before their own part. */
static xmlNode *
new_view(const struct page *pg, const char *section)
{
	xmlNode *root = new_root(pg, "view", section);

	add_site(pg, root);
	add_page(pg, root);
	add_strings(pg, root);
	return root;
}

xmlDoc *
view_frame(const struct page *pg)
{
	xmlNode *root;

	root = new_view(pg, pg->section != NULL ? pg->section->id : NULL);
	if (pg->profile != NULL) {
		xmlNode *person = copy_entry(pg, pg->profile->person, root);

		node_set(person, "id", pg->profile->id);
	}
	add_sections(pg, root);
	if (pg->selection != NULL)
		add_query(pg, root);
	add_error(pg, root);
	return root->doc;
}

xmlDoc *
view_people(
    const struct page *pg, const struct profile *const *people, size_t n)
{
	xmlDoc *doc = view_frame(pg);
	xmlNode *list = node_add(xmlDocGetRootElement(doc), "people", NULL);

	for (size_t i = 0; i < n; i++) {
		struct page one = *pg;
		xmlNode *person;

		one.profile = people[i];
		person = copy_entry(&one, people[i]->person, list);
		node_set(person, "id", people[i]->id);
		node_setf(person, "href", "%s%s/", pg->base, people[i]->id);
	}
	return doc;
}

xmlDoc *
view_section(const struct page *pg, const struct section *s)
{
	xmlNode *root = new_view(pg, s->id);

	copy_entry(pg, s->node, root);
	return root->doc;
}

static void
add_feed_dates(xmlNode *item)
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

/* The feed is as new as its newest entry. */
static const char *
newest_date(const xmlNode *section)
{
	const char *newest = "";

	for (const xmlNode *n = node_first(section, NULL); n != NULL;
	     n = node_next(n, NULL)) {
		const char *date = node_attr(n, "date");

		if (date != NULL && strcmp(date, newest) > 0)
			newest = date;
	}
	return newest;
}

xmlDoc *
view_feed(const struct page *pg, const struct section *s)
{
	xmlNode *root = new_view(pg, s->id);
	xmlNode *page = node_first(root, "page");
	xmlNode *section;

	copy_entry(pg, pg->profile->person, root);
	section = copy_entry(pg, s->node, root);
	for (xmlNode *n = node_first(section, NULL); n != NULL;
	     n = node_next(n, NULL))
		add_feed_dates(n);
	node_setf(page, "self", "%s%s", pg->site->base_url,
	    pg->path + strlen(pg->base));
	node_set(page, "date", newest_date(section));
	add_feed_dates(page);
	return root->doc;
}

xmlDoc *
view_list(const struct page *pg, const struct section *s)
{
	xmlNode *root = new_view(pg, s->id);
	xmlNode *list;

	add_query(pg, root);
	add_facets(pg, root);
	add_pager(pg, root);
	list = node_add(root, s->name, NULL);
	node_set(list, "id", s->id);
	copy_children(pg, s->node, "heading", list);
	add_groups(pg, list);
	return root->doc;
}

xmlDoc *
view_items(const struct page *pg, size_t first, size_t n)
{
	xmlNode *root =
	    new_root(pg, "items", pg->section != NULL ? pg->section->id : NULL);

	add_strings(pg, root);
	for (size_t i = first; i < first + n; i++)
		copy_publication(pg, pg->selection->pubs[i], root);
	return root->doc;
}

xmlDoc *
view_not_shown(const struct page *pg, const struct section *s)
{
	xmlNode *root = new_view(pg, s != NULL ? s->id : NULL);

	node_add(root, "not-shown", NULL);
	return root->doc;
}

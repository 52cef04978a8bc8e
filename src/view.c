/* SPDX-License-Identifier: MIT */
/* view.c - the documents that the sheets of pages are applied to. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "href.h"
#include "url.h"
#include "view.h"
#include "viewbase.h"
#include "viewcopy.h"
#include "viewgroup.h"
#include "viewlist.h"
#include "viewmany.h"
#include "xmlnode.h"

static bool
is_kind(const struct page *pg, const char *kind)
{
	return strcmp(pg->kind, kind) == 0;
}

static void
add_section(const struct page *pg, const struct section *s, xmlNode *sections)
{
	xmlNode *dst = node_add(sections, "section", NULL);
	bool here = is_kind(pg, "home") || is_kind(pg, "cv");
	struct strbuf href;

	strbuf_init(&href);
	strbuf_puts(&href, here ? "#" : pg->home);
	url_encode(&href, s->id);
	node_set(dst, "name", s->name);
	node_set(dst, "id", s->id);
	if (here)
		node_set(dst, "href", href.buf);
	else
		href_set(pg, dst, "href", href.buf);
	strbuf_release(&href);
	if (s->nomenu)
		node_set(dst, "nomenu", "true");
	if (s == pg->section)
		node_set(dst, "current", "true");
	copy_headings(pg, s->node, dst);
}

/* The order that readers of a CV expect; what is not here comes last. */
static const char *const cv_order[] = {"education", "experience", "grants",
    "awards", "publications", "talks", "teaching", "students", "projects",
    "software", "services"};

static bool
is_in_cv_order(const char *name)
{
	for (size_t k = 0; k < ARRAY_SIZE(cv_order); k++)
		if (strcmp(cv_order[k], name) == 0)
			return true;
	return false;
}

/* News are no part of a CV. */
static void
add_cv_sections(const struct page *pg, xmlNode *sections)
{
	const struct profile *p = pg->profile;

	for (size_t k = 0; k < ARRAY_SIZE(cv_order); k++)
		for (size_t i = 0; i < p->nsections; i++)
			if (strcmp(p->sections[i].name, cv_order[k]) == 0)
				add_section(pg, &p->sections[i], sections);
	for (size_t i = 0; i < p->nsections; i++)
		if (strcmp(p->sections[i].name, "news") != 0 &&
		    !is_in_cv_order(p->sections[i].name))
			add_section(pg, &p->sections[i], sections);
}

static void
add_sections(const struct page *pg, xmlNode *root)
{
	const struct profile *p = pg->profile;
	xmlNode *sections;

	if (p == NULL && pg->people != NULL)
		many_sections(pg, root);
	if (p == NULL)
		return;
	sections = node_add(root, "sections", NULL);
	if (is_kind(pg, "cv"))
		add_cv_sections(pg, sections);
	for (size_t i = 0; !is_kind(pg, "cv") && i < p->nsections; i++)
		add_section(pg, &p->sections[i], sections);
}

/* Another publication, by its title. */
static void
add_neighbour(const struct page *pg, const char *name,
    const xmlNode *publication, xmlNode *parent)
{
	xmlNode *dst = node_add(parent, name, NULL);

	node_set(dst, "key", node_attr(publication, "id"));
	set_publication_href(pg, publication, dst);
	copy_children(pg, publication, "title", dst);
}

/* The publication that the page is of, between its neighbours. */
static void
add_publication(const struct page *pg, xmlNode *root)
{
	const struct profile *p = pg->profile;
	const xmlNode *previous;
	const xmlNode *next;

	profile_neighbours(p, pg->publication, &previous, &next);
	if (previous != NULL)
		add_neighbour(pg, "previous", previous, root);
	if (next != NULL)
		add_neighbour(pg, "next", next, root);
	copy_publication(pg, pg->publication, root);
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
		href_set(pg, error, "list", pg->list);
	if (pg->profile == NULL && pg->section != NULL)
		node_set(error, "of", pg->section->name);
	for (size_t i = 0; i < pg->nnearest; i++)
		add_neighbour(pg, "near", pg->nearest[i], error);
}

xmlDoc *
view_frame(const struct page *pg)
{
	xmlNode *root;

	root = view_new(pg, pg->section != NULL ? pg->section->id : NULL);
	if (pg->profile != NULL)
		view_person_of(pg, root);
	add_sections(pg, root);
	if (pg->query != NULL)
		add_query(pg, root);
	add_error(pg, root);
	if (pg->publication != NULL)
		add_publication(pg, root);
	if (is_kind(pg, "group"))
		viewgroup_one(pg, root);
	if (is_kind(pg, "groups"))
		viewgroup_all(pg, root);
	if (is_kind(pg, "people"))
		many_listed(pg, root);
	return root->doc;
}

/* In a CV with what of it is shown; else it is the same on many pages. */
xmlDoc *
view_intro(const struct page *pg)
{
	xmlNode *root = view_part(pg, NULL);

	if (pg->profile != NULL)
		view_person_of(pg, root);
	if (is_kind(pg, "cv") && pg->query != NULL)
		add_query(pg, root);
	return root->doc;
}

/* Does the time of this entry touch the years that are asked for? */
static bool
is_in_years(const struct page *pg, const xmlNode *entry)
{
	const struct terms *years = &pg->query->fields[FIELD_YEAR];
	const char *date = node_attr(entry, "date");
	const char *from = node_attr(entry, "from");
	const char *to = node_attr(entry, "to");
	long first;
	long last;

	if (years->n == 0 || (date == NULL && from == NULL && to == NULL))
		return true;
	/* without an end it still goes on, without a start it has no other */
	last = date != NULL ? strtol(date, NULL, 10)
	       : to != NULL ? strtol(to, NULL, 10)
			    : LONG_MAX;
	first = date != NULL   ? last
		: from != NULL ? strtol(from, NULL, 10)
			       : last;
	for (size_t i = 0; i < years->n; i++) {
		int a;
		int b;

		/* "latest" is the latest of papers; it says nothing of others
		 */
		if (query_year_range(years->v[i], &a, &b) &&
		    (a < 0 || (a <= last && b >= first)))
			return true;
	}
	return false;
}

static void
drop_other_years(const struct page *pg, xmlNode *section)
{
	xmlNode *next;

	for (xmlNode *n = node_first(section, NULL); n != NULL; n = next) {
		next = node_next(n, NULL);
		if (!is_in_years(pg, n)) {
			xmlUnlinkNode(n);
			xmlFreeNode(n);
		}
	}
}

xmlDoc *
view_section(const struct page *pg, const struct section *s)
{
	xmlNode *root = view_part(pg, s->id);
	xmlNode *copy = copy_entry(pg, s->node, root);

	if (is_kind(pg, "cv"))
		drop_other_years(pg, copy);
	return root->doc;
}

xmlDoc *
view_list(const struct page *pg, const struct section *s)
{
	xmlNode *root = view_new(pg, s->id);
	xmlNode *list;

	add_query(pg, root);
	if (pg->group == NULL) {
		add_facets(pg, root);
		add_pager(pg, root);
	}
	list = node_add(root, s->name, NULL);
	node_set(list, "id", s->id);
	copy_headings(pg, s->node, list);
	add_groups(pg, list);
	return root->doc;
}

/* What the page shows in this row; NULL when it cannot be read just now. */
static xmlNode *
add_row(const struct page *pg, uint32_t row, xmlNode *parent)
{
	const struct profile *p = pg->profile;

	if (p == NULL)
		return many_row(pg, row, parent);
	return copy_publication(
	    pg, p->nodes[pg->selection->index->rows[row].ordinal], parent);
}

/*
 * An entry is the same on every page but a CV, so that it can be kept; only
 * files count their entries.
 */
static xmlNode *
items_root(const struct page *pg, size_t first)
{
	const struct section *list = pg->section;
	struct page one = *pg;
	xmlNode *root;

	if (is_kind(pg, "home")) {
		one.kind = "section";
		list = profile_section_named(pg->profile, "publications");
	}
	root = view_root(&one, "items", list != NULL ? list->id : NULL);
	if (pg->format != NULL)
		node_setf(root, "first", "%zu", first);
	view_addresses(pg, root);
	return root;
}

xmlDoc *
view_items(const struct page *pg, size_t first, size_t n)
{
	xmlNode *root = items_root(pg, first);

	for (size_t i = first; i < first + n; i++) {
		xmlNode *item = add_row(pg, pg->selection->rows[i], root);

		if (item == NULL)
			item = node_add(root, "unread", NULL);
		if (pg->format != NULL)
			view_dates(item);
	}
	return root->doc;
}

xmlDoc *
view_not_shown(const struct page *pg, const struct section *s)
{
	xmlNode *root = view_new(pg, s != NULL ? s->id : NULL);

	node_add(root, "not-shown", NULL);
	return root->doc;
}

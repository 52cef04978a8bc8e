/* SPDX-License-Identifier: MIT */
/* viewmany.c - what lists of many show of each. */
#include <stdlib.h>
#include <string.h>

#include "href.h"
#include "news.h"
#include "places.h"
#include "url.h"
#include "viewcopy.h"
#include "viewgroup.h"
#include "viewmany.h"
#include "xmlnode.h"

/* The page as if it were of one owner. */
struct owned {
	struct page page;
	struct strbuf home;
	struct strbuf list;
};

static void
owned_init(struct owned *o, const struct page *pg, const struct profile *p)
{
	*o = (struct owned){.page = *pg};
	strbuf_init(&o->home);
	strbuf_init(&o->list);
	place_person(&o->home, pg->base, pg->site, p->id);
	place_publications(&o->list, pg->base, pg->site, p);
	o->page.profile = p;
	o->page.home = o->home.buf;
	o->page.list = o->list.buf;
	o->page.all = pg->list;
}

static void
owned_release(struct owned *o)
{
	strbuf_release(&o->home);
	strbuf_release(&o->list);
}

static void
set_person_href(const struct page *pg, xmlNode *dst, const char *id)
{
	struct strbuf path;

	strbuf_init(&path);
	place_person(&path, pg->base, pg->site, id);
	href_set(pg, dst, "href", path.buf);
	strbuf_release(&path);
}

struct copying {
	const struct page *pg;
	xmlNode *parent;
};

/* A group that somebody names; one that is not there is left out. */
static void
add_membership(void *ctx, const char *id, const struct site_group *group)
{
	const struct copying *c = ctx;
	xmlNode *dst;

	if (group == NULL)
		return;
	dst = node_add(c->parent, "group", NULL);
	node_set(dst, "id", id);
	viewgroup_href(c->pg, dst, id);
	copy_children(c->pg, group->node, "name", dst);
}

static xmlNode *
add_person(const struct page *pg, uint32_t row, xmlNode *parent)
{
	const struct pubrow *r = &pg->selection->index->rows[row];
	const struct member *m = store_member_numbered(pg->store, r->owner);
	const xmlNode *person = m != NULL ? store_person(pg->store, m) : NULL;
	struct copying c = {pg, NULL};

	if (person == NULL)
		return NULL;
	c.parent = copy_entry(pg, person, parent);
	node_set(c.parent, "id", m->id);
	set_person_href(pg, c.parent, m->id);
	if (pg->site != NULL)
		site_groups_named(pg->site, person, add_membership, &c);
	return c.parent;
}

/* The section of news that the item stands in. */
static const struct section *
section_of(const struct profile *p, const xmlNode *item)
{
	for (size_t i = 0; i < p->nsections; i++)
		if (p->sections[i].node == item->parent)
			return &p->sections[i];
	return NULL;
}

static void
set_item_places(const struct owned *o, const xmlNode *item, xmlNode *entry)
{
	const struct section *s = section_of(o->page.profile, item);
	struct strbuf path;

	strbuf_init(&path);
	strbuf_puts(&path, o->home.buf);
	url_encode(&path, s->id);
	node_set(entry, "home", o->home.buf);
	node_set(entry, "section", s->id);
	href_set(&o->page, entry, "href", path.buf);
	strbuf_release(&path);
}

/* Everybody whose news it is; the one whose words are shown comes first. */
static void
add_owners(const struct page *pg, uint32_t row, xmlNode *entry)
{
	const struct pubindex *ix = pg->selection->index;

	for (; row != PUBROW_NONE; row = ix->next_copy[row]) {
		const struct member *m =
		    store_member_numbered(pg->store, ix->rows[row].owner);
		const xmlNode *src =
		    m != NULL ? store_person(pg->store, m) : NULL;
		xmlNode *person;

		if (src == NULL)
			continue;
		person = node_add(entry, "person", NULL);
		node_set(person, "id", m->id);
		set_person_href(pg, person, m->id);
		copy_entry(pg, best_child(pg, src, "name"), person);
	}
}

static xmlNode *
add_news(const struct page *pg, uint32_t row, xmlNode *parent)
{
	const struct pubrow *r = &pg->selection->index->rows[row];
	const struct profile *p = store_profile_numbered(pg->store, r->owner);
	xmlNode *entry = NULL;
	xmlNode **items;
	struct owned o;
	size_t n;

	if (p == NULL)
		return NULL;
	items = news_items(p, &n);
	owned_init(&o, pg, p);
	if (r->ordinal < n) {
		entry = node_add(parent, "entry", NULL);
		set_item_places(&o, items[r->ordinal], entry);
		add_owners(pg, row, entry);
		copy_entry(&o.page, items[r->ordinal], entry);
	}
	owned_release(&o);
	free(items);
	return entry;
}

/* Is the author of this id somebody who has a page here? */
static bool
is_member(const struct page *pg, const char *id)
{
	const struct member *m =
	    id != NULL ? store_member(pg->store, id) : NULL;

	return m != NULL && member_is_shown(m);
}

/*
 * Say that the author at that place, from 1, is the member; not if the list
 * says that it is another one, or where this one is.
 */
static void
set_author(const struct page *pg, const xmlNode *authors, unsigned place,
    const char *id)
{
	xmlNode *author = NULL;

	for (xmlNode *a = node_first(authors, "author"); a != NULL;
	     a = node_next(a, "author")) {
		const char *said = node_attr(a, "id");

		if (said != NULL && strcmp(said, id) == 0)
			return;
		if (--place == 0)
			author = a;
	}
	if (author == NULL || is_member(pg, node_attr(author, "id")))
		return;
	node_set(author, "id", id);
	set_person_href(pg, author, id);
}

/*
 * Who has a copy of the shown entry says there which author that is. Where
 * as many are named, it is the same place in both; names prove nothing.
 */
static void
set_owners_of_copies(
    const struct page *pg, uint32_t row, const xmlNode *authors)
{
	const struct pubindex *ix = pg->selection->index;
	const struct pubrow *shown = &ix->rows[row];

	for (uint32_t copy = ix->next_copy[row]; copy != PUBROW_NONE;
	     copy = ix->next_copy[copy]) {
		const struct pubrow *r = &ix->rows[copy];
		const struct member *m =
		    store_member_numbered(pg->store, r->owner);

		if (m != NULL && member_is_shown(m) && r->self > 0 &&
		    r->self != shown->self && r->nauthors == shown->nauthors)
			set_author(pg, authors, r->self, m->id);
	}
}

static xmlNode *
add_publication(const struct page *pg, uint32_t row, xmlNode *parent)
{
	const struct profile *p;
	const xmlNode *publication = store_publication(pg->store, row, &p);
	xmlNode *dst;
	struct owned o;

	if (publication == NULL)
		return NULL;
	owned_init(&o, pg, p);
	dst = copy_publication(&o.page, publication, parent);
	set_owners_of_copies(pg, row, node_first(dst, "authors"));
	/* two may call different papers the same; no id of theirs has a dot */
	node_setf(dst, "id", "%s.%s", p->id, node_attr(dst, "id"));
	node_set(dst, "owner", p->id);
	owned_release(&o);
	return dst;
}

/* What the rows of each section are. */
static const struct {
	const char *section;
	xmlNode *(*add)(const struct page *pg, uint32_t row, xmlNode *parent);
	const struct pubindex *(*index)(const struct store *st);
} rows[] = {
    {"people", add_person, store_people},
    {"publications", add_publication, store_publications},
    {"news", add_news, store_news},
};

xmlNode *
many_row(const struct page *pg, uint32_t row, xmlNode *parent)
{
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		if (strcmp(pg->section->name, rows[i].section) == 0)
			return rows[i].add(pg, row, parent);
	return NULL;
}

static bool
has_something(const struct page *pg, const struct section *s)
{
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		if (strcmp(s->name, rows[i].section) == 0)
			return rows[i].index(pg->store)->nlive > 0;
	return pg->site != NULL && pg->site->ngroups > 0;
}

void
many_sections(const struct page *pg, xmlNode *parent)
{
	xmlNode *sections = node_add(parent, "sections", NULL);
	const struct section *s;
	struct strbuf path;

	strbuf_init(&path);
	for (size_t i = 0; (s = site_section_at(i)) != NULL; i++) {
		xmlNode *dst;

		if (s != pg->section && !has_something(pg, s))
			continue;
		dst = node_add(sections, "section", NULL);
		node_set(dst, "name", s->name);
		node_set(dst, "id", s->id);
		strbuf_reset(&path);
		place_section(&path, pg->base, pg->site, s->name);
		href_set(pg, dst, "href", path.buf);
		if (s == pg->section)
			node_set(dst, "current", "true");
	}
	strbuf_release(&path);
}

void
many_listed(const struct page *pg, xmlNode *parent)
{
	const struct selection *sel = pg->selection;
	xmlNode *listed = node_add(parent, "listed", NULL);

	node_setf(listed, "n", "%zu", sel->matches);
	for (size_t i = 0; i < sel->n; i++) {
		const struct pubrow *row = &sel->index->rows[sel->rows[i]];
		const struct member *m =
		    store_member_numbered(pg->store, row->owner);
		const xmlNode *src =
		    m != NULL ? store_person(pg->store, m) : NULL;
		xmlNode *person;

		if (src == NULL)
			continue;
		person = node_add(listed, "person", NULL);
		set_person_href(pg, person, m->id);
		copy_entry(pg, best_child(pg, src, "name"), person);
	}
}

/* SPDX-License-Identifier: MIT */
/* viewref.c - what entries refer to, spelt out. */
#include <string.h>

#include "href.h"
#include "places.h"
#include "url.h"
#include "viewcopy.h"
#include "xmlnode.h"

typedef const char *resolve_fn(const struct page *pg, xmlNode *dst);

static const char *
homepage_of(const xmlNode *person)
{
	const xmlNode *link = node_first(person, "link");

	for (; link != NULL; link = node_next(link, "link"))
		if (node_attr_is(link, "rel", "homepage"))
			return node_attr(link, "href");
	return NULL;
}

void
set_publication_href(
    const struct page *pg, const xmlNode *publication, xmlNode *dst)
{
	struct strbuf href;

	strbuf_init(&href);
	strbuf_printf(&href, "%s/", pg->list);
	url_encode(&href, node_attr(publication, "id"));
	href_set(pg, dst, "href", href.buf);
	strbuf_release(&href);
}

/* <ref publication="key"/>: where it leads, and words if there are none. */
static const char *
resolve_ref(const struct page *pg, xmlNode *ref)
{
	const char *key = node_attr(ref, "publication");
	const xmlNode *p =
	    key != NULL ? profile_publication(pg->profile, key) : NULL;
	const xmlNode *title;

	if (p == NULL)
		return NULL;
	set_publication_href(pg, p, ref);
	if (ref->children != NULL)
		return NULL;
	title = best_child(pg, p, "title");
	copy_children(pg, title, NULL, ref);
	return strcmp(node_lang(title), node_lang(ref)) != 0 ? node_lang(title)
							     : NULL;
}

static const xmlNode *
find_person(const struct page *pg, const xmlNode *dst)
{
	const char *id = node_attr(dst, "person");

	return id != NULL
		   ? xmlHashLookup(pg->profile->people, (const xmlChar *)id)
		   : NULL;
}

/* Where the page of a member is. */
static void
set_member_href(const struct page *pg, const char *id, xmlNode *dst)
{
	struct strbuf path;

	strbuf_init(&path);
	place_person(&path, pg->base, pg->site, id);
	href_set(pg, dst, "href", path.buf);
	strbuf_release(&path);
}

void
set_person_link(
    const struct page *pg, const char *id, const xmlNode *person, xmlNode *dst)
{
	const struct member *m = pg->store != NULL && id != NULL
				     ? store_member(pg->store, id)
				     : NULL;
	const char *href = homepage_of(person);

	if (node_attr(dst, "href") != NULL)
		return;
	if (m != NULL && member_is_shown(m))
		set_member_href(pg, id, dst);
	else if (href != NULL)
		node_set(dst, "href", href);
}

/* The name as text: <advisor person="id"/>. */
static const char *
resolve_advisor(const struct page *pg, xmlNode *dst)
{
	const xmlNode *person = find_person(pg, dst);
	const xmlNode *name;

	if (person == NULL)
		return NULL;
	set_person_link(pg, node_attr(dst, "person"), person, dst);
	if (dst->children != NULL)
		return NULL;
	name = best_child(pg, person, "name");
	copy_name(name, dst);
	return node_lang(name);
}

/* The name as an element: <student person="id">. */
static const char *
resolve_student(const struct page *pg, xmlNode *dst)
{
	const xmlNode *person = find_person(pg, dst);

	if (person == NULL)
		return NULL;
	set_person_link(pg, node_attr(dst, "person"), person, dst);
	if (node_first(dst, "name") == NULL)
		copy_variant(pg, best_child(pg, person, "name"), dst);
	return NULL;
}

/* Where there are no words, the short name is what entries go by. */
static const char *
resolve_venue(const struct page *pg, xmlNode *dst)
{
	const char *ref = node_attr(dst, "ref");
	const xmlNode *venue = ref != NULL ? xmlHashLookup(pg->profile->venues,
						 (const xmlChar *)ref)
					   : NULL;
	const xmlNode *name;

	if (venue == NULL)
		return NULL;
	if (node_attr(dst, "href") == NULL)
		copy_attr(venue, "href", dst);
	if (dst->children != NULL)
		return NULL;
	if (node_attr(venue, "short") != NULL) {
		xmlNodeAddContent(
		    dst, (const xmlChar *)node_attr(venue, "short"));
		return ""; /* of no language in particular */
	}
	name = best_child(pg, venue, "name");
	copy_children(pg, name, NULL, dst);
	return node_lang(name);
}

static const struct {
	const char *name;
	resolve_fn *resolve;
} referrers[] = {
    {"ref", resolve_ref},
    {"advisor", resolve_advisor},
    {"student", resolve_student},
    {"venue", resolve_venue},
};

const char *
resolve(const struct page *pg, xmlNode *dst)
{
	for (size_t i = 0; pg->profile != NULL && i < ARRAY_SIZE(referrers);
	     i++)
		if (node_is(dst, referrers[i].name))
			return referrers[i].resolve(pg, dst);
	return NULL;
}

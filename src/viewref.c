/* SPDX-License-Identifier: MIT */
/* viewref.c - what entries refer to, spelt out. */
#include <string.h>

#include "href.h"
#include "url.h"
#include "viewcopy.h"
#include "xmlnode.h"

typedef void resolve_fn(const struct page *pg, xmlNode *dst);

const char *
homepage_of(const xmlNode *person)
{
	const xmlNode *link = node_first(person, "link");

	for (; link != NULL; link = node_next(link, "link"))
		if (strcmp(node_attr(link, "rel"), "homepage") == 0)
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
static void
resolve_ref(const struct page *pg, xmlNode *ref)
{
	const char *key = node_attr(ref, "publication");
	const xmlNode *p =
	    key != NULL ? profile_publication(pg->profile, key) : NULL;

	if (p == NULL)
		return;
	set_publication_href(pg, p, ref);
	if (ref->children == NULL)
		copy_children(pg, best_child(pg, p, "title"), NULL, ref);
}

static const xmlNode *
find_person(const struct page *pg, const xmlNode *dst)
{
	const char *id = node_attr(dst, "person");

	return id != NULL
		   ? xmlHashLookup(pg->profile->people, (const xmlChar *)id)
		   : NULL;
}

static void
set_homepage(const xmlNode *person, xmlNode *dst)
{
	const char *href = homepage_of(person);

	if (href != NULL && node_attr(dst, "href") == NULL)
		node_set(dst, "href", href);
}

/* The name as text: <advisor person="id"/>. */
static void
resolve_advisor(const struct page *pg, xmlNode *dst)
{
	const xmlNode *person = find_person(pg, dst);

	if (person == NULL)
		return;
	set_homepage(person, dst);
	if (dst->children == NULL)
		copy_name(best_child(pg, person, "name"), dst);
}

/* The name as an element: <student person="id">. */
static void
resolve_student(const struct page *pg, xmlNode *dst)
{
	const xmlNode *person = find_person(pg, dst);

	if (person == NULL)
		return;
	set_homepage(person, dst);
	if (node_first(dst, "name") == NULL)
		copy_variant(pg, best_child(pg, person, "name"), dst);
}

/* Where there are no words, the short name is what entries go by. */
static void
resolve_venue(const struct page *pg, xmlNode *dst)
{
	const char *ref = node_attr(dst, "ref");
	const xmlNode *venue = ref != NULL ? xmlHashLookup(pg->profile->venues,
						 (const xmlChar *)ref)
					   : NULL;

	if (venue == NULL)
		return;
	if (node_attr(dst, "href") == NULL)
		copy_attr(venue, "href", dst);
	if (dst->children != NULL)
		return;
	if (node_attr(venue, "short") != NULL)
		xmlNodeAddContent(
		    dst, (const xmlChar *)node_attr(venue, "short"));
	else
		copy_children(pg, best_child(pg, venue, "name"), NULL, dst);
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

void
resolve(const struct page *pg, xmlNode *dst)
{
	for (size_t i = 0; pg->profile != NULL && i < ARRAY_SIZE(referrers);
	     i++)
		if (node_is(dst, referrers[i].name))
			referrers[i].resolve(pg, dst);
}

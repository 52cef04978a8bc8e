/* SPDX-License-Identifier: MIT */
/* viewitem.c - a publication as a page shows it. */
#include <string.h>

#include "href.h"
#include "pubfields.h"
#include "text.h"
#include "viewcopy.h"
#include "xmlnode.h"

static void
copy_author(const struct page *pg, const xmlNode *src, xmlNode *authors)
{
	const struct profile *profile = pg->profile;
	const char *id = node_attr(src, "person");
	const char *role = node_attr(src, "role");
	const xmlNode *person =
	    id == NULL ? NULL
		       : xmlHashLookup(profile->people, (const xmlChar *)id);
	xmlNode *dst = node_add(authors, "author", NULL);
	const char *lang;

	if (node_flag(src, "self"))
		person = profile->person;
	/* in a list of many, the owner is one of them */
	if (person == profile->person && pg->all == NULL)
		node_set(dst, "self", "true");
	else
		set_person_link(pg,
		    person == profile->person ? profile->id : id, person, dst);
	if (id != NULL)
		node_set(dst, "id", id);
	copy_attr(src, "role", dst);
	if (node_flag(src, "equal"))
		node_set(dst, "equal", "true");
	if (node_flag(src, "corresponding"))
		node_set(dst, "corresponding", "true");
	copy_name(src, dst);
	if (dst->children == NULL) {
		src = best_child(pg, person, "name");
		copy_name(src, dst);
	}
	set_name_parts(dst, role != NULL && strcmp(role, "collaboration") == 0);
	lang = src != NULL ? node_lang(src) : "";
	if (lang[0] != '\0' && strcmp(lang, node_lang(dst)) != 0)
		xmlNodeSetLang(dst, (const xmlChar *)lang);
}

/* The flags say whether the legend of a mark is needed. */
static void
copy_authors(const struct page *pg, const xmlNode *src, xmlNode *dst)
{
	static const char *const marks[] = {"equal", "corresponding"};
	xmlNode *authors = node_add(dst, "authors", NULL);
	size_t n = 0;

	copy_lang(pg, node_lang(src), authors);
	for (const xmlNode *a = node_first(src, "author"); a != NULL;
	     a = node_next(a, "author")) {
		copy_author(pg, a, authors);
		n++;
		for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
			if (node_flag(a, marks[i]))
				node_set(authors, marks[i], "true");
	}
	node_setf(authors, "n", "%zu", n);
	copy_children(pg, src, "others", authors);
}

static void
copy_venue(const struct page *pg, const xmlNode *src, xmlNode *dst)
{
	const xmlNode *said = venue_resolve(src, pg->profile->venues);
	xmlNode *venue = node_add(dst, "venue", NULL);

	copy_attr(said, "type", venue);
	copy_attr(said, "short", venue);
	copy_attr(said, "href", venue);
	copy_children(pg, said, NULL, venue);
	/* what stands at the paper itself wins over the registry */
	if (said == src)
		return;
	copy_attr(src, "short", venue);
	copy_attr(src, "href", venue);
	copy_attr(src, "type", venue);
	if (node_first(venue, "name") == NULL)
		copy_children(pg, src, "name", venue);
}

static void
copy_keyword(const struct page *pg, const xmlNode *src, xmlNode *dst)
{
	xmlNode *keyword = copy_variant(pg, src, dst);
	struct strbuf text;
	struct strbuf slug;

	if (keyword == NULL)
		return;
	strbuf_init(&text);
	strbuf_init(&slug);
	node_text(src, &text);
	text_slug(&slug, text.buf);
	href_set_query(keyword, pg->all != NULL ? pg->all : pg->list,
	    &pg->plain, (struct query_edit){KEY_KEYWORD, slug.buf});
	strbuf_release(&text);
	strbuf_release(&slug);
}

/* What the owner says of it for the own list; others share the paper. */
static bool
is_annotation(const char *name)
{
	static const char *const names[] = {"note", "selected", "teaser"};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static void
copy_attrs(const struct page *pg, const xmlNode *publication, xmlNode *dst)
{
	for (const xmlAttr *a = publication->properties; a != NULL;
	     a = a->next) {
		const char *name = (const char *)a->name;

		if (strcmp(name, "hidden") != 0 && strcmp(name, "lang") != 0 &&
		    !(pg->all != NULL && is_annotation(name)))
			copy_attr(publication, name, dst);
	}
}

xmlNode *
copy_publication(
    const struct page *pg, const xmlNode *publication, xmlNode *parent)
{
	const char *lang = node_lang(publication);
	xmlNode *dst = node_add(parent, "publication", NULL);

	copy_attrs(pg, publication, dst);
	if (lang[0] != '\0' && strcmp(lang, pg->lang) != 0)
		xmlNodeSetLang(dst, (const xmlChar *)lang);
	set_publication_href(pg, publication, dst);
	copy_children(pg, publication, "title", dst);
	copy_authors(pg, node_first(publication, "authors"), dst);
	for (const xmlNode *n = node_first(publication, NULL); n != NULL;
	     n = node_next(n, NULL)) {
		if (node_is(n, "title") || node_is(n, "authors") ||
		    (pg->all != NULL && is_annotation((const char *)n->name)))
			continue;
		if (node_is(n, "venue"))
			copy_venue(pg, n, dst);
		else if (node_is(n, "keyword"))
			copy_keyword(pg, n, dst);
		else
			copy_variant(pg, n, dst);
	}
	return dst;
}

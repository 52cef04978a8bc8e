/* SPDX-License-Identifier: MIT */
/* viewcopy.c - copy what is shown. */
#include <string.h>
#include <strings.h>

#include "nameparts.h"
#include "viewcopy.h"
#include "xmlnode.h"

static const char *const inline_elements[] = {"a", "code", "em", "family",
    "given", "math", "particle", "prefix", "ref", "strong", "sub", "suffix",
    "sup"};

static bool
is_inline(const xmlNode *node)
{
	if (node == NULL)
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(inline_elements); i++)
		if (node_is(node, inline_elements[i]))
			return true;
	return node->type == XML_TEXT_NODE;
}

/* How well a text in `lang` serves the page; more is better. */
static int
language_rank(const struct page *pg, const char *lang, const char *usual)
{
	size_t primary = strcspn(pg->lang, "-");

	if (strcasecmp(lang, pg->lang) == 0)
		return 3;
	if (strncasecmp(lang, pg->lang, primary) == 0 &&
	    (lang[primary] == '-' || lang[primary] == '\0'))
		return 2;
	return strcmp(lang, usual) == 0;
}

/* Links are the same text only when they lead to the same kind of thing. */
static bool
is_variant(const xmlNode *a, const xmlNode *b)
{
	const char *x = node_attr(a, "rel");
	const char *y = node_attr(b, "rel");

	return x == y || (x != NULL && y != NULL && strcmp(x, y) == 0);
}

/*
 * A text that is there in several languages is the same element several
 * times; one language of them is shown. Elements that are repeated in one
 * language are different things and all stay.
 */
static bool
is_best_variant(const struct page *pg, const xmlNode *node)
{
	const char *name = (const char *)node->name;
	const char *usual = node_lang(xmlDocGetRootElement(node->doc));
	const char *own = node_lang(node);
	const char *best = NULL;

	for (const xmlNode *n = node_first(node->parent, name); n != NULL;
	     n = node_next(n, name)) {
		const char *lang = node_lang(n);

		if (is_variant(n, node) &&
		    (best == NULL || language_rank(pg, lang, usual) >
					 language_rank(pg, best, usual)))
			best = lang;
	}
	return strcmp(own, best) == 0;
}

/* Is `node` what a profile is made of: the person, a section? */
static bool
is_part(const xmlNode *node)
{
	return node != NULL && node_is(node->parent, "profile");
}

/* Entries of a section are never variants of each other. */
static bool
is_entry(const xmlNode *node)
{
	return is_part(node->parent) && !node_is(node->parent, "person");
}

/* The owner's name is shown in every script that it has. */
static bool
is_name_of_owner(const xmlNode *node)
{
	return node_is(node, "name") && is_part(node->parent) &&
	       node_is(node->parent, "person");
}

static bool
is_shown(const struct page *pg, const xmlNode *node)
{
	if (node_flag(node, "hidden"))
		return false;
	if (is_name_of_owner(node))
		return true;
	/* a word of another language belongs to its sentence */
	if (is_inline(node) || (is_entry(node) && !node_is(node, "heading")))
		return true;
	return is_best_variant(pg, node);
}

const xmlNode *
best_child(const struct page *pg, const xmlNode *src, const char *name)
{
	const xmlNode *n = node_first(src, name);

	while (n != NULL && !is_best_variant(pg, n))
		n = node_next(n, name);
	return n;
}

void
copy_attr(const xmlNode *src, const char *name, xmlNode *dst)
{
	const char *value = node_attr(src, name);

	if (value != NULL)
		node_set(dst, name, value);
}

/* The copy says its language where that is not the one around it. */
static void
copy_attrs(const xmlNode *src, xmlNode *dst)
{
	const char *lang = node_lang(src);

	for (const xmlAttr *a = src->properties; a != NULL; a = a->next) {
		const char *name = (const char *)a->name;

		if (strcmp(name, "lang") != 0 && strcmp(name, "hidden") != 0)
			node_set(dst, name, node_attr(src, name));
	}
	if (lang[0] != '\0' && strcmp(lang, node_lang(dst->parent)) != 0)
		xmlNodeSetLang(dst, (const xmlChar *)lang);
}

/* Blank text matters between words, not between the parts of a record. */
static bool
is_layout(const xmlNode *text)
{
	return xmlIsBlankNode((xmlNode *)(uintptr_t)text) &&
	       !(is_inline(text->prev) && is_inline(text->next));
}

static void
copy_text(const xmlNode *src, xmlNode *dst)
{
	if (!is_layout(src))
		xmlNodeAddContent(dst, src->content);
}

static bool
is_foreign(const struct page *pg, const char *lang)
{
	return lang[0] != '\0' && strcmp(lang, pg->lang) != 0;
}

void
copy_lang(const struct page *pg, const char *lang, xmlNode *dst)
{
	if (is_foreign(pg, lang))
		xmlNodeSetLang(dst, (const xmlChar *)lang);
}

/* Does it say something itself, and not by its parts? */
static bool
is_text(const xmlNode *node)
{
	const char *alt = node_attr(node, "alt");

	for (const xmlNode *n = node->children; n != NULL; n = n->next)
		if (node_is(n, "p") || node_is(n, "ul") || node_is(n, "ol") ||
		    (is_inline(n) && !xmlIsBlankNode((xmlNode *)(uintptr_t)n)))
			return !is_part(node);
	return alt != NULL && alt[0] != '\0';
}

/* The name in the page's own language comes first, else that in the file's. */
static void
put_name_first(const struct page *pg, const char *usual, xmlNode *person)
{
	xmlNode *first = node_first(person, "name");
	xmlNode *best = first;
	int most = -1;

	for (xmlNode *n = first; n != NULL; n = node_next(n, "name")) {
		int rank = language_rank(pg, node_lang(n), usual);

		if (rank > most) {
			most = rank;
			best = n;
		}
	}
	if (best != first)
		xmlAddPrevSibling(first, best);
}

/*
 * Texts that are not in the page's language say so each for itself: between
 * them a sheet puts words of the interface.
 */
static xmlNode *
copy_element(const struct page *pg, const xmlNode *src, xmlNode *parent)
{
	const char *lang = node_lang(src);
	const char *said;
	xmlNode *dst;

	dst = node_add(parent, (const char *)src->name, NULL);
	copy_attrs(src, dst);
	if (node_is(src, "name"))
		copy_name(src, dst);
	else
		copy_children(pg, src, NULL, dst);
	if (is_name_of_owner(src))
		set_name_parts(dst, false);
	said = resolve(pg, dst);
	if (said != NULL)
		copy_lang(pg, said, dst);
	else if (is_foreign(pg, lang) && is_text(dst) && !is_inline(src) &&
		 !is_text(src->parent))
		xmlNodeSetLang(dst, (const xmlChar *)lang);
	if (is_part(src) && node_is(src, "person"))
		put_name_first(
		    pg, node_lang(xmlDocGetRootElement(src->doc)), dst);
	return dst;
}

void
copy_children(
    const struct page *pg, const xmlNode *src, const char *name, xmlNode *dst)
{
	const xmlNode *n = src != NULL ? src->children : NULL;

	/* no deeper than the guard allows a file to be */
	for (; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE && name == NULL)
			copy_text(n, dst);
		else if (n->type == XML_ELEMENT_NODE &&
			 (name == NULL || node_is(n, name)))
			copy_variant(pg, n, dst);
	}
}

/* Ten thousand entries behind them need not be looked at. */
void
copy_headings(const struct page *pg, const xmlNode *section, xmlNode *dst)
{
	const xmlNode *n = section != NULL ? node_first(section, NULL) : NULL;

	for (; node_is(n, "heading"); n = node_next(n, NULL))
		copy_variant(pg, n, dst);
}

xmlNode *
copy_variant(const struct page *pg, const xmlNode *src, xmlNode *parent)
{
	return is_shown(pg, src) ? copy_element(pg, src, parent) : NULL;
}

xmlNode *
copy_entry(const struct page *pg, const xmlNode *src, xmlNode *parent)
{
	return node_flag(src, "hidden") ? NULL : copy_element(pg, src, parent);
}

void
copy_name(const xmlNode *src, xmlNode *dst)
{
	bool spaces = node_wants_spaces(src);
	struct strbuf text;

	strbuf_init(&text);
	for (const xmlNode *n = src->children; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE) {
			if (!xmlIsBlankNode((xmlNode *)(uintptr_t)n))
				xmlNodeAddContent(dst, n->content);
			continue;
		}
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (spaces && dst->children != NULL)
			xmlNodeAddContent(dst, (const xmlChar *)" ");
		strbuf_reset(&text);
		node_text(n, &text);
		node_add(dst, (const char *)n->name, text.buf);
	}
	strbuf_release(&text);
}

static void
set_part(xmlNode *name, const char *part, const struct strbuf *text)
{
	if (text->len > 0)
		node_set(name, part, text->buf);
}

void
set_name_parts(xmlNode *name, bool whole)
{
	struct nameparts np;

	nameparts_init(&np);
	nameparts_read(&np, name, whole);
	set_part(name, "given", &np.given);
	set_part(name, "particle", &np.particle);
	set_part(name, "family", &np.family);
	set_part(name, "suffix", &np.suffix);
	if (nameparts_are_plain(&np))
		node_set(name, "plain", "true");
	nameparts_release(&np);
}

/* SPDX-License-Identifier: MIT */
/* xmlnode.c - short ways to walk and to build libxml2 trees. */
#include <stdarg.h>
#include <string.h>

#include "xmlnode.h"

/* Most names differ in their first letter, and all are short. */
static inline bool
is_called(const xmlChar *called, const char *name)
{
	while (*called == (xmlChar)*name && *name != '\0') {
		called++;
		name++;
	}
	return *called == (xmlChar)*name;
}

bool
node_is(const xmlNode *node, const char *name)
{
	return node != NULL && node->type == XML_ELEMENT_NODE &&
	       is_called(node->name, name);
}

static xmlNode *
find_element(xmlNode *node, const char *name)
{
	for (; node != NULL; node = node->next)
		if (node->type == XML_ELEMENT_NODE &&
		    (name == NULL || node_is(node, name)))
			return node;
	return NULL;
}

xmlNode *
node_first(const xmlNode *parent, const char *name)
{
	return parent != NULL ? find_element(parent->children, name) : NULL;
}

xmlNode *
node_next(const xmlNode *node, const char *name)
{
	return find_element(node->next, name);
}

xmlNode *
node_following(xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE && node->children != NULL)
		return node->children;
	while (node->next == NULL && node->parent != NULL &&
	       node->parent->type == XML_ELEMENT_NODE)
		node = node->parent;
	return node->next;
}

const char *
node_attr(const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
		if (!is_called(a->name, name))
			continue;
		if (a->children == NULL || a->children->content == NULL)
			return "";
		return (const char *)a->children->content;
	}
	return NULL;
}

bool
node_attr_is(const xmlNode *node, const char *name, const char *value)
{
	const char *said = node_attr(node, name);

	return said != NULL && strcmp(said, value) == 0;
}

xmlNode *
node_entry(
    const xmlNode *root, const char *list, const char *name, const char *id)
{
	for (xmlNode *l = node_first(root, list); l != NULL;
	     l = node_next(l, list))
		for (xmlNode *n = node_first(l, name); n != NULL;
		     n = node_next(n, name))
			if (node_attr_is(n, "id", id))
				return n;
	return NULL;
}

bool
node_flag(const xmlNode *node, const char *name)
{
	const char *value = node_attr(node, name);

	return value != NULL &&
	       (strcmp(value, "true") == 0 || strcmp(value, "1") == 0);
}

int
node_line(const xmlNode *node)
{
	return (int)xmlGetLineNo(node);
}

const char *
node_lang(const xmlNode *node)
{
	for (; node != NULL && node->type == XML_ELEMENT_NODE;
	     node = node->parent) {
		const char *lang = node_attr(node, "lang");

		if (lang != NULL)
			return lang;
	}
	return "";
}

/* Three bytes of UTF-8 from here on: kana, Han, or full-width forms. */
static bool
starts_ideographic(const char *s)
{
	unsigned char a = (unsigned char)s[0];

	return (a >= 0xe3 && a <= 0xe9) || a == 0xf0 ||
	       (a == 0xef && (unsigned char)s[1] == 0xbc);
}

/* The same of a name without its parts called `skip`; NULL: with all. */
static bool
wants_spaces(const xmlNode *name, const char *skip)
{
	const xmlNode *part = node_first(name, NULL);

	while (skip != NULL && node_is(part, skip))
		part = node_next(part, NULL);
	if (part == NULL || part->children == NULL)
		return true;
	return part->children->content == NULL ||
	       !starts_ideographic((const char *)part->children->content);
}

bool
node_wants_spaces(const xmlNode *name)
{
	return wants_spaces(name, NULL);
}

static bool
is_name_part(const xmlNode *node)
{
	return node_is(node, "given") || node_is(node, "family") ||
	       node_is(node, "particle") || node_is(node, "suffix") ||
	       node_is(node, "prefix");
}

static bool
is_blank(char c)
{
	return c != '\0' && (unsigned char)c <= ' ';
}

/* How much of `s` is as it should be: words, one space between them. */
static size_t
folded_already(const char *s)
{
	size_t n = 0;

	while ((unsigned char)s[n] > ' ' ||
	       (s[n] == ' ' && n > 0 && !is_blank(s[n + 1])))
		n++;
	return n;
}

/* Append `s` to the text that begins at `start`. */
static void
add_folded(const char *s, size_t start, struct strbuf *out)
{
	for (;;) {
		size_t n = folded_already(s);

		strbuf_add(out, s, n);
		s += n;
		if (*s == '\0')
			return;
		while (is_blank(*s))
			s++;
		if (out->len > start && out->buf[out->len - 1] != ' ')
			strbuf_putc(out, ' ');
	}
}

/* Child elements called `skip`, which may be NULL, are left out. */
static void
add_text(
    const xmlNode *node, const char *skip, size_t start, struct strbuf *out)
{
	const xmlNode *n = node != NULL ? node->children : NULL;

	for (; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE) {
			add_folded((const char *)n->content, start, out);
		} else if (n->type == XML_ELEMENT_NODE &&
			   (skip == NULL || !node_is(n, skip))) {
			if (is_name_part(n) && wants_spaces(node, skip))
				add_folded(" ", start, out);
			add_text(n, NULL, start, out);
		}
	}
}

void
node_text_without(const xmlNode *node, const char *skip, struct strbuf *out)
{
	size_t start = out->len;

	if (node != NULL && node->type == XML_TEXT_NODE)
		add_folded((const char *)node->content, start, out);
	else
		add_text(node, skip, start, out);
	if (out->len > start && out->buf[out->len - 1] == ' ')
		strbuf_truncate(out, out->len - 1);
}

void
node_text(const xmlNode *node, struct strbuf *out)
{
	node_text_without(node, NULL, out);
}

void
node_raw_text(const xmlNode *node, struct strbuf *out)
{
	for (const xmlNode *n = node->children; n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE)
			node_raw_text(n, out);
		else if (n->type == XML_TEXT_NODE ||
			 n->type == XML_CDATA_SECTION_NODE)
			strbuf_puts(out, (const char *)n->content);
	}
}

void
node_raw_texts(const xmlNode *parent, const char *name, struct strbuf *out)
{
	const xmlNode *n = node_first(parent, name);

	for (; n != NULL; n = node_next(n, name)) {
		node_raw_text(n, out);
		strbuf_putc(out, ' ');
	}
}

/* The mark keeps different trees from being written alike. */
static uint64_t
digest_part(uint64_t seed, char mark, const xmlChar *s)
{
	seed = hash_bytes(seed, &mark, 1);
	return s != NULL ? hash_str(seed, (const char *)s) : seed;
}

uint64_t
node_digest(const xmlNode *node, uint64_t seed)
{
	if (node->type != XML_ELEMENT_NODE)
		return digest_part(seed, '\1', node->content);
	seed = digest_part(seed, '\2', node->name);
	for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
		seed = digest_part(seed, '\3', a->name);
		if (a->children != NULL)
			seed = node_digest(a->children, seed);
	}
	/* no deeper than the guard allows a file to be */
	for (const xmlNode *n = node->children; n != NULL; n = n->next)
		seed = node_digest(n, seed);
	return digest_part(seed, '\4', NULL);
}

xmlNode *
node_add(xmlNode *parent, const char *name, const char *text)
{
	return xmlNewTextChild(
	    parent, NULL, (const xmlChar *)name, (const xmlChar *)text);
}

void
node_set(xmlNode *node, const char *name, const char *value)
{
	xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

void
node_setf(xmlNode *node, const char *name, const char *fmt, ...)
{
	struct strbuf sb;
	va_list ap;

	strbuf_init(&sb);
	va_start(ap, fmt);
	strbuf_vprintf(&sb, fmt, ap);
	va_end(ap);
	node_set(node, name, sb.buf);
	strbuf_release(&sb);
}

/* SPDX-License-Identifier: MIT */
/* xmlnode.c - short ways to walk and to build libxml2 trees. */
#include <stdarg.h>
#include <string.h>

#include "xmlnode.h"

/* Most names differ in their first letter. */
static inline bool
is_called(const xmlChar *called, const char *name)
{
	return *called == (xmlChar)*name &&
	       strcmp((const char *)called, name) == 0;
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

bool
node_wants_spaces(const xmlNode *name)
{
	const xmlNode *part = node_first(name, NULL);

	if (part == NULL || part->children == NULL)
		return true;
	return part->children->content == NULL ||
	       !starts_ideographic((const char *)part->children->content);
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
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* How much of `s` is as it should be: words, one space between them. */
static size_t
folded_already(const char *s)
{
	size_t n = 0;

	while (s[n] != '\0' && (!is_blank(s[n]) || (s[n] == ' ' && n > 0 &&
						       !is_blank(s[n + 1]))))
		n++;
	return n;
}

static void
add_folded(const char *s, struct strbuf *out)
{
	for (;;) {
		size_t n = folded_already(s);

		strbuf_add(out, s, n);
		s += n;
		if (*s == '\0')
			return;
		while (is_blank(*s))
			s++;
		if (out->len > 0 && out->buf[out->len - 1] != ' ')
			strbuf_putc(out, ' ');
	}
}

static void
add_text(const xmlNode *node, struct strbuf *out)
{
	for (const xmlNode *n = node->children; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE) {
			add_folded((const char *)n->content, out);
		} else if (n->type == XML_ELEMENT_NODE) {
			if (is_name_part(n) && node_wants_spaces(node))
				add_folded(" ", out);
			add_text(n, out);
		}
	}
}

void
node_text(const xmlNode *node, struct strbuf *out)
{
	struct strbuf text;
	const char *s;

	strbuf_init(&text);
	if (node->type == XML_TEXT_NODE)
		add_folded((const char *)node->content, &text);
	else
		add_text(node, &text);
	s = text.buf + strspn(text.buf, " ");
	if (text.len > 0 && text.buf[text.len - 1] == ' ' && *s != '\0')
		strbuf_truncate(&text, text.len - 1);
	strbuf_puts(out, s);
	strbuf_release(&text);
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

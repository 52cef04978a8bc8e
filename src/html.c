/* SPDX-License-Identifier: MIT */
/* html.c - a tree in writing, as HTML. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/HTMLtree.h>
#include <libxml/parserInternals.h>

#include "html.h"
#include "util.h"

/* A page has some forty names, each many times. */
enum { KNOWN = 128 };

/* What is to be known of a name. Of elements and attributes alike: */
struct known {
	const xmlChar *name; /* in the dictionary of the tree */
	size_t length;
	/* as an element */
	bool empty;   /* it has no end */
	bool endless; /* it has no end if there is nothing in it */
	bool raw;     /* its text is no HTML */
	/* as an attribute */
	bool is_flag;
	bool is_address;
	bool is_anchor; /* an address, if the element is an anchor */
};

struct writer {
	struct strbuf *out;
	struct known known[KNOWN];
};

static bool
is_called(const xmlChar *name, const char *wanted)
{
	return strcasecmp((const char *)name, wanted) == 0;
}

static void
learn(struct known *k, const xmlChar *name)
{
	const htmlElemDesc *element = htmlTagLookup(name);

	*k = (struct known){.name = name, .length = strlen((const char *)name)};
	if (element != NULL) {
		k->empty = element->empty != 0;
		k->endless = element->saveEndTag != 0 &&
			     !is_called(name, "html") &&
			     !is_called(name, "body");
	}
	k->raw = is_called(name, "script") || is_called(name, "style");
	k->is_flag = htmlIsBooleanAttr(name) != 0;
	k->is_address = is_called(name, "href") || is_called(name, "src") ||
			is_called(name, "action");
	k->is_anchor = is_called(name, "name");
}

/* Names of a tree are few, and equal ones mostly one string. */
static const struct known *
know(struct writer *w, const xmlChar *name)
{
	struct known *k = &w->known[(uintptr_t)name / 8 % KNOWN];

	if (k->name != name)
		learn(k, name);
	return k;
}

/* An address has printable ASCII only. */
static bool
is_printable(char c)
{
	return c > ' ' && c < 0x7f;
}

/* How many bytes of `s` can be written as they are. */
static size_t
plain_length(const char *s, bool address)
{
	static const bool signs[256] = {
	    ['\0'] = true, ['<'] = true, ['>'] = true, ['&'] = true};
	const char *at = s;

	while (!signs[(unsigned char)*at] && (!address || is_printable(*at)))
		at++;
	return (size_t)(at - s);
}

static void
write_text(struct strbuf *out, const char *s, bool address)
{
	for (;; s++) {
		size_t n = plain_length(s, address);

		strbuf_add(out, s, n);
		s += n;
		if (*s == '\0')
			return;
		if (*s == '<')
			strbuf_puts(out, "&lt;");
		else if (*s == '>')
			strbuf_puts(out, "&gt;");
		else if (*s == '&')
			strbuf_puts(out, "&amp;");
		else
			strbuf_printf(out, "%%%02X", (unsigned char)*s);
	}
}

/* Put the value that begins at `start` between quotes that it has not. */
static void
quote(struct strbuf *out, size_t start)
{
	char *value;
	char mark = '"';

	if (strchr(out->buf + start, '"') != NULL) {
		mark = '\'';
		if (strchr(out->buf + start, '\'') != NULL)
			mark = '\0';
	}
	if (mark != '\0') {
		out->buf[start - 1] = mark;
		strbuf_putc(out, mark);
		return;
	}
	value = xstrdup(out->buf + start);
	strbuf_truncate(out, start);
	for (const char *s = value; *s != '\0'; s++)
		if (*s == '"')
			strbuf_puts(out, "&quot;");
		else
			strbuf_putc(out, *s);
	strbuf_putc(out, '"');
	free(value);
}

static void
write_name(
    struct writer *w, const xmlNs *ns, const xmlChar *name, size_t length)
{
	if (ns != NULL && ns->prefix != NULL) {
		strbuf_puts(w->out, (const char *)ns->prefix);
		strbuf_putc(w->out, ':');
	}
	strbuf_add(w->out, name, length);
}

static void
write_attribute(struct writer *w, const xmlNode *element, const xmlAttr *a)
{
	const struct known *k = know(w, a->name);
	bool address =
	    a->ns == NULL && element->ns == NULL &&
	    (k->is_address || (k->is_anchor && is_called(element->name, "a")));
	size_t start;

	strbuf_putc(w->out, ' ');
	write_name(w, a->ns, a->name, k->length);
	if (a->children == NULL || k->is_flag)
		return;
	strbuf_puts(w->out, "=\"");
	start = w->out->len;
	for (const xmlNode *n = a->children; n != NULL; n = n->next) {
		const char *s = (const char *)n->content;

		if (s == NULL || n->type != XML_TEXT_NODE)
			continue;
		if (address)
			s += strspn(s, " \t\r\n");
		write_text(w->out, s, address);
	}
	quote(w->out, start);
}

static void
write_namespace(struct writer *w, const xmlNs *ns)
{
	size_t start;

	if (ns->href == NULL ||
	    (ns->prefix != NULL && is_called(ns->prefix, "xml")))
		return;
	strbuf_puts(w->out, " xmlns");
	if (ns->prefix != NULL) {
		strbuf_putc(w->out, ':');
		strbuf_puts(w->out, (const char *)ns->prefix);
	}
	strbuf_puts(w->out, "=\"");
	start = w->out->len;
	strbuf_puts(w->out, (const char *)ns->href);
	quote(w->out, start);
}

static void
write_end(struct writer *w, const xmlNode *element)
{
	strbuf_puts(w->out, "</");
	write_name(
	    w, element->ns, element->name, know(w, element->name)->length);
	strbuf_putc(w->out, '>');
}

/* The element without what is in it. */
static void
write_element(struct writer *w, const xmlNode *element)
{
	/* a copy: its place may be another name's before we are done */
	const struct known k = *know(w, element->name);
	bool known = element->ns == NULL;

	strbuf_putc(w->out, '<');
	write_name(w, element->ns, element->name, k.length);
	for (const xmlNs *ns = element->nsDef; ns != NULL; ns = ns->next)
		write_namespace(w, ns);
	for (const xmlAttr *a = element->properties; a != NULL; a = a->next)
		write_attribute(w, element, a);
	strbuf_putc(w->out, '>');
	if (element->children == NULL && !(known && (k.empty || k.endless)))
		write_end(w, element);
}

static bool
is_raw(struct writer *w, const xmlNode *text)
{
	const xmlNode *parent = text->parent;

	return text->name == xmlStringTextNoenc ||
	       (parent->type == XML_ELEMENT_NODE && know(w, parent->name)->raw);
}

static void
write_node(struct writer *w, const xmlNode *n)
{
	const char *content =
	    n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE ||
		    n->type == XML_COMMENT_NODE || n->type == XML_PI_NODE
		? (const char *)n->content
		: NULL;

	if (n->type == XML_ELEMENT_NODE)
		write_element(w, n);
	else if (n->type == XML_PI_NODE)
		strbuf_printf(w->out, "<?%s%s%s>", (const char *)n->name,
		    content != NULL ? " " : "", content != NULL ? content : "");
	else if (content == NULL)
		return;
	else if (n->type == XML_COMMENT_NODE)
		strbuf_printf(w->out, "<!--%s-->", content);
	else if (n->type == XML_CDATA_SECTION_NODE || is_raw(w, n))
		strbuf_puts(w->out, content);
	else
		write_text(w->out, content, false);
}

/* Is there something inside that is to be written, too? */
static bool
is_open(struct writer *w, const xmlNode *n)
{
	return n->type == XML_ELEMENT_NODE && n->children != NULL &&
	       !(n->ns == NULL && know(w, n->name)->empty);
}

static void
write_type(struct writer *w, const xmlDtd *type)
{
	const char *where = (const char *)type->SystemID;

	strbuf_printf(w->out, "<!DOCTYPE %s", (const char *)type->name);
	if (type->ExternalID != NULL)
		strbuf_printf(
		    w->out, " PUBLIC \"%s\"", (const char *)type->ExternalID);
	else if (where != NULL && strcmp(where, "about:legacy-compat") == 0)
		where = NULL;
	else if (where != NULL)
		strbuf_puts(w->out, " SYSTEM");
	if (where != NULL)
		strbuf_printf(w->out, " \"%s\"", where);
	strbuf_puts(w->out, ">\n");
}

void
html_write(const xmlDoc *doc, struct strbuf *out)
{
	struct writer w = {.out = out};
	const xmlNode *n = doc->children;

	if (doc->intSubset != NULL)
		write_type(&w, doc->intSubset);
	while (n != NULL) {
		write_node(&w, n);
		if (is_open(&w, n)) {
			n = n->children;
			continue;
		}
		while (n->next == NULL && n->parent->type == XML_ELEMENT_NODE) {
			n = n->parent;
			write_end(&w, n);
		}
		n = n->next;
	}
	strbuf_putc(out, '\n');
}

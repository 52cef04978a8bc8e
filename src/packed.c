/* SPDX-License-Identifier: MIT */
/* packed.c - a tree as bytes, and a tree of them. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parserInternals.h>

#include "packed.h"
#include "xmlnode.h"

/* What follows is a byte of these, and then its strings. */
enum tag {
	TAG_END,	   /* of the element that is open */
	TAG_TEXT,	   /* content */
	TAG_ELEMENT,	   /* name; its attributes are next */
	TAG_ATTRIBUTE,	   /* name, value */
	TAG_XML_ATTRIBUTE, /* the same of xml:lang and its like */
	TAG__MAX,
};

static const uint8_t nstrings[TAG__MAX] = {0, 1, 1, 2, 2};

/* All that there is of a tree, in one piece of memory. */
struct tree {
	xmlDoc doc;
	xmlNs xml;
	xmlNode *node; /* the next one that is free */
	xmlAttr *attribute;
};

static void
put_string(struct strbuf *out, const xmlChar *s)
{
	strbuf_add(out, s, strlen((const char *)s) + 1);
}

static void
put_attribute(struct strbuf *out, const xmlAttr *a)
{
	const xmlNode *text = a->children;

	strbuf_putc(out, a->ns != NULL ? TAG_XML_ATTRIBUTE : TAG_ATTRIBUTE);
	put_string(out, a->name);
	put_string(out, text != NULL ? text->content : (const xmlChar *)"");
}

void
packed_start(struct strbuf *out, const xmlNode *element)
{
	strbuf_putc(out, TAG_ELEMENT);
	put_string(out, element->name);
	for (const xmlAttr *a = element->properties; a != NULL; a = a->next)
		put_attribute(out, a);
}

void
packed_end(struct strbuf *out)
{
	strbuf_putc(out, TAG_END);
}

/* No deeper than the guard lets files be. */
void
packed_node(struct strbuf *out, const xmlNode *node)
{
	if (node->type == XML_TEXT_NODE) {
		strbuf_putc(out, TAG_TEXT);
		put_string(out, node->content);
	} else if (node->type == XML_ELEMENT_NODE) {
		packed_start(out, node);
		for (const xmlNode *n = node->children; n != NULL; n = n->next)
			packed_node(out, n);
		packed_end(out);
	}
}

/* How often each tag is there up to the end of the first element. */
static void
count_tags(const char *p, size_t counts[TAG__MAX])
{
	do {
		int tag = *p++;

		counts[tag]++;
		for (int i = 0; i < nstrings[tag]; i++)
			p += strlen(p) + 1;
	} while (counts[TAG_END] < counts[TAG_ELEMENT]);
}

static struct tree *
new_tree(const size_t counts[TAG__MAX])
{
	size_t attributes = counts[TAG_ATTRIBUTE] + counts[TAG_XML_ATTRIBUTE];
	/* the value of an attribute is a text */
	size_t nodes = counts[TAG_ELEMENT] + counts[TAG_TEXT] + attributes;
	struct tree *t = xmalloc(sizeof(*t) + nodes * sizeof(*t->node) +
				 attributes * sizeof(*t->attribute));

	t->doc = (xmlDoc){.type = XML_DOCUMENT_NODE, .doc = &t->doc};
	t->xml = (xmlNs){.type = XML_NAMESPACE_DECL,
	    .href = XML_XML_NAMESPACE,
	    .prefix = (const xmlChar *)"xml"};
	t->node = (xmlNode *)(t + 1);
	t->attribute = (xmlAttr *)(t->node + nodes);
	return t;
}

static const xmlChar *
take_string(const char **p)
{
	const char *s = *p;

	*p += strlen(s) + 1;
	return (const xmlChar *)s;
}

static xmlNode *
new_node(struct tree *t, xmlElementType type, const xmlChar *name)
{
	*t->node = (xmlNode){.type = type, .name = name, .doc = &t->doc};
	return t->node++;
}

/* Nobody changes the content of a tree that is read only. */
static xmlNode *
new_text(struct tree *t, const char **p)
{
	xmlNode *text = new_node(t, XML_TEXT_NODE, xmlStringText);

	text->content = (xmlChar *)(uintptr_t)take_string(p);
	return text;
}

static void
add_attribute(struct tree *t, xmlNode *element, bool xml, const char **p)
{
	xmlAttr *a = t->attribute++;
	xmlAttr **end = &element->properties;

	*a = (xmlAttr){.type = XML_ATTRIBUTE_NODE,
	    .name = take_string(p),
	    .parent = element,
	    .doc = &t->doc,
	    .ns = xml ? &t->xml : NULL};
	node_append((xmlNode *)a, new_text(t, p));
	for (; *end != NULL; end = &(*end)->next)
		a->prev = *end;
	*end = a;
}

xmlDoc *
packed_open(const char *bytes)
{
	size_t counts[TAG__MAX] = {0};
	xmlNode *at; /* the element that is open, or the document */
	struct tree *t;

	count_tags(bytes, counts);
	t = new_tree(counts);
	at = (xmlNode *)&t->doc;
	do {
		int tag = *bytes++;

		if (tag == TAG_END) {
			at = at->parent;
		} else if (tag == TAG_TEXT) {
			node_append(at, new_text(t, &bytes));
		} else if (tag == TAG_ELEMENT) {
			node_append(at,
			    new_node(t, XML_ELEMENT_NODE, take_string(&bytes)));
			at = at->last;
		} else {
			add_attribute(t, at, tag == TAG_XML_ATTRIBUTE, &bytes);
		}
	} while (at != (xmlNode *)&t->doc);
	return &t->doc;
}

void
packed_close(xmlDoc *doc)
{
	free(doc);
}

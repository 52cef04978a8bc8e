/* SPDX-License-Identifier: MIT */
/* skim.c - a tree for whoever reads it once and throws it away. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include "lean.h"
#include "skim.h"
#include "util.h"
#include "xmlnode.h"

enum {
	BLOCK = 256 * 1024,
	SPARE = 8,
	ALIGNMENT = sizeof(void *),
};

struct block {
	struct block *before;
	size_t size;
	char bytes[];
};

/*
 * Blocks of trees that were freed: the next one comes soon, and malloc() would
 * give so much memory back to the kernel, and have it cleared again.
 */
static struct block *spare;
static int nspare;

struct skim {
	struct block *block; /* the newest of them */
	char *at;
	char *end;
	char *text_end; /* where the text that was read last goes on */
	xmlNode *open;	/* the element whose content is read */
	xmlNs xml;	/* of xml:lang */
};

/* A tree of ours says so. */
static char is_skimmed[1];

static void
add_block(struct skim *s, size_t n)
{
	struct block *b = spare;

	if (b != NULL && n <= BLOCK) {
		spare = b->before;
		nspare--;
	} else {
		size_t size = n > BLOCK ? n : BLOCK;

		/* where the next thing begins may lie behind the end */
		b = xmalloc(sizeof(*b) + size + ALIGNMENT);
		b->size = size;
	}
	b->before = s->block;
	s->block = b;
	s->at = b->bytes;
	s->end = b->bytes + b->size;
}

static void
free_block(struct block *b)
{
	if (b->size > BLOCK || nspare == SPARE) {
		free(b);
		return;
	}
	b->before = spare;
	spare = b;
	nspare++;
}

static char *
align(char *p)
{
	return p + (-(uintptr_t)p & (ALIGNMENT - 1));
}

static void *
take(struct skim *s, size_t n)
{
	char *p;

	if (s->end - s->at < (ptrdiff_t)n)
		add_block(s, n);
	p = s->at;
	s->at = align(p + n);
	return p;
}

/* `n` bytes of text, and the end of a string. */
static xmlChar *
take_text(struct skim *s, const void *text, size_t n)
{
	xmlChar *p = take(s, n + 1);

	memcpy(p, text, n);
	p[n] = '\0';
	return p;
}

static xmlNode *
new_node(struct skim *s, xmlDoc *doc, xmlElementType type, const xmlChar *name)
{
	xmlNode *node = take(s, sizeof(*node));

	*node = (xmlNode){.type = type, .name = name, .doc = doc};
	return node;
}

/* Only the namespace that needs no declaration: nothing asks for another. */
static xmlNs *
space_of(struct skim *s, const xmlChar *prefix)
{
	return prefix != NULL && xmlStrEqual(prefix, s->xml.prefix) ? &s->xml
								    : NULL;
}

struct attribute {
	xmlAttr a;
	xmlNode text;
	xmlChar value[];
};

static xmlAttr *
new_attribute(struct skim *s, xmlNode *node, const xmlChar *name,
    const void *value, size_t n)
{
	struct attribute *it = take(s, sizeof(*it) + n + 1);

	it->a = (xmlAttr){.type = XML_ATTRIBUTE_NODE,
	    .name = name,
	    .doc = node->doc,
	    .parent = node,
	    .children = &it->text,
	    .last = &it->text};
	it->text = (xmlNode){.type = XML_TEXT_NODE,
	    .name = xmlStringText,
	    .doc = node->doc,
	    .parent = (xmlNode *)&it->a,
	    .content = it->value};
	memcpy(it->value, value, n);
	it->value[n] = '\0';
	return &it->a;
}

static void
start_document(void *ctx)
{
	xmlParserCtxt *ctxt = ctx;
	struct skim *s;

	xmlSAX2StartDocument(ctx);
	if (ctxt->myDoc == NULL)
		return;
	s = xcalloc(1, sizeof(*s));
	s->xml = (xmlNs){.type = XML_NAMESPACE_DECL,
	    .href = XML_XML_NAMESPACE,
	    .prefix = (const xmlChar *)"xml"};
	ctxt->myDoc->psvi = is_skimmed;
	ctxt->myDoc->_private = s;
}

/* Five strings for each: name, prefix, namespace, value and its end. */
static void
start_element(void *ctx, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int nspaces, const xmlChar **spaces, int n,
    int ndefault, const xmlChar **attributes)
{
	xmlDoc *doc = ((xmlParserCtxt *)ctx)->myDoc;
	struct skim *s = doc->_private;
	xmlNode *node = new_node(s, doc, XML_ELEMENT_NODE, name);
	xmlAttr **end = &node->properties;

	(void)prefix, (void)uri, (void)nspaces, (void)spaces, (void)ndefault;
	node_append(s->open != NULL ? s->open : (xmlNode *)doc, node);
	for (xmlAttr *a = NULL; n-- > 0; attributes += 5, end = &a->next) {
		*end = new_attribute(s, node, attributes[0], attributes[3],
		    (size_t)(attributes[4] - attributes[3]));
		(*end)->prev = a;
		a = *end;
		a->ns = space_of(s, attributes[1]);
	}
	s->open = node;
}

static void
end_element(
    void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct skim *s = ((xmlParserCtxt *)ctx)->myDoc->_private;

	(void)name, (void)prefix, (void)uri;
	s->open =
	    s->open->parent->type == XML_ELEMENT_NODE ? s->open->parent : NULL;
}

/*
 * Text comes in pieces, of which the first was put where the last thing lies
 * that was taken.
 */
static void
add_piece(struct skim *s, xmlNode *node, const xmlChar *piece, size_t n)
{
	size_t before = (size_t)(s->text_end - (char *)node->content);

	if (s->end - s->text_end <= (ptrdiff_t)n) {
		/* the text may become as long again without another move */
		add_block(s, 2 * (before + n + 1));
		node->content = memcpy(s->at, node->content, before);
		s->text_end = s->at + before;
	}
	memcpy(s->text_end, piece, n);
	s->text_end += n;
	*s->text_end = '\0';
	s->at = align(s->text_end + 1);
}

static void
add_text(void *ctx, const xmlChar *text, int n)
{
	const xmlParserCtxt *ctxt = ctx;
	xmlDoc *doc = ctxt->myDoc;
	struct skim *s;
	xmlNode *node;

	/* text alone comes after an error, too, were it before the document */
	if (ctxt->wellFormed == 0)
		return;
	s = doc->_private;
	node = s->open->last;
	if (lean_is_needless(s->open, text, n))
		return;
	if (node != NULL && node->type == XML_TEXT_NODE) {
		add_piece(s, node, text, (size_t)n);
		return;
	}
	node = new_node(s, doc, XML_TEXT_NODE, xmlStringText);
	node->content = take_text(s, text, (size_t)n);
	s->text_end = (char *)node->content + n;
	node_append(s->open, node);
}

/* The parser would free what did not become a document, and not as we do. */
static void
end_document(void *ctx)
{
	xmlParserCtxt *ctxt = ctx;

	xmlSAX2EndDocument(ctx);
	if (ctxt->wellFormed == 0) {
		skim_free(ctxt->myDoc);
		ctxt->myDoc = NULL;
	}
}

void
skim_begin(xmlParserCtxt *ctxt)
{
	xmlSAXHandler *sax = ctxt->sax;

	sax->startDocument = start_document;
	sax->startElementNs = start_element;
	sax->endElementNs = end_element;
	sax->characters = add_text;
	sax->ignorableWhitespace = add_text;
	sax->cdataBlock = add_text;
	sax->comment = NULL;
	sax->processingInstruction = NULL;
	sax->endDocument = end_document;
}

bool
skim_is(const xmlDoc *doc)
{
	return doc != NULL && doc->psvi == is_skimmed;
}

void
skim_free(xmlDoc *doc)
{
	struct skim *s;

	if (doc == NULL)
		return;
	s = doc->_private;
	for (struct block *b = s->block, *before; b != NULL; b = before) {
		before = b->before;
		free_block(b);
	}
	free(s);
	doc->children = doc->last = NULL;
	xmlFreeDoc(doc);
}

void
skim_set(xmlNode *node, const char *name, const char *value)
{
	struct skim *s = node->doc->_private;
	xmlAttr **end = &node->properties;
	const xmlChar *known = take_text(s, name, strlen(name));
	xmlAttr *last = NULL;

	for (; *end != NULL; end = &last->next)
		last = *end;
	*end = new_attribute(s, node, known, value, strlen(value));
	(*end)->prev = last;
}

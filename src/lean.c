/* SPDX-License-Identifier: MIT */
/* lean.c - let a tree that is read and never changed take less memory. */
#include <stdlib.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/chvalid.h>

#include "lean.h"
#include "util.h"
#include "xmlnode.h"

/* A tree of ours says so. */
static char is_lean[1];

/* Elements of the grammar that have no text; most space is in the first. */
static const char *const containers[] = {
    "publication", "authors", "venue", "publications", "profile"};

static bool
has_no_text(const xmlNode *element)
{
	for (size_t i = 0; i < ARRAY_SIZE(containers); i++)
		if (node_is(element, containers[i]))
			return true;
	return false;
}

/* Is its value one text, which is not known by the document besides? */
static bool
is_plain(const xmlAttr *a)
{
	return a->children != NULL && a->children == a->last &&
	       a->children->type == XML_TEXT_NODE &&
	       a->children->content != NULL && a->atype != XML_ATTRIBUTE_ID;
}

static void
share_value(struct lean *l, xmlAttr *a)
{
	size_t n = l->values.list.n;
	const char *value;
	uint32_t i;

	if (!is_plain(a))
		return;
	value = (const char *)a->children->content;
	i = strset_intern(&l->values, value, strlen(value));
	if (l->values.list.n > n) {
		l->texts = grow(l->texts, n, &l->cap, sizeof(*l->texts));
		l->texts[i] = a->children;
	} else if (l->texts[i] != a->children) {
		xmlFreeNode(a->children);
		a->children = l->texts[i];
		a->last = l->texts[i];
	}
}

static void
start_element(void *ctx, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int nspaces, const xmlChar **spaces, int n,
    int ndefault, const xmlChar **attributes)
{
	xmlParserCtxt *ctxt = ctx;

	xmlSAX2StartElementNs(
	    ctx, name, prefix, uri, nspaces, spaces, n, ndefault, attributes);
	if (ctxt->node != NULL)
		for (xmlAttr *a = ctxt->node->properties; a != NULL;
		     a = a->next)
			share_value(ctxt->_private, a);
}

bool
lean_is_needless(const xmlNode *element, const xmlChar *text, int n)
{
	int i = 0;

	/* most texts are words */
	if (!xmlIsBlank_ch(text[0]) || !has_no_text(element))
		return false;
	while (i < n && xmlIsBlank_ch(text[i]))
		i++;
	return i == n;
}

static void
add_text(void *ctx, const xmlChar *text, int n)
{
	if (!lean_is_needless(((const xmlParserCtxt *)ctx)->node, text, n))
		xmlSAX2Characters(ctx, text, n);
}

/* The parser would free what did not become a document, and not as we do. */
static void
end_document(void *ctx)
{
	xmlParserCtxt *ctxt = ctx;

	xmlSAX2EndDocument(ctx);
	if (ctxt->myDoc != NULL)
		ctxt->myDoc->_private = is_lean;
	if (ctxt->wellFormed == 0) {
		lean_free(ctxt->myDoc);
		ctxt->myDoc = NULL;
	}
}

void
lean_begin(struct lean *l, xmlParserCtxt *ctxt)
{
	*l = (struct lean){0};
	ctxt->_private = l;
	ctxt->sax->startElementNs = start_element;
	ctxt->sax->characters = add_text;
	ctxt->sax->ignorableWhitespace = add_text;
	ctxt->sax->endDocument = end_document;
}

void
lean_release(struct lean *l)
{
	strset_release(&l->values);
	free(l->texts);
}

void
lean_free(xmlDoc *doc)
{
	bool shares = doc != NULL && doc->_private == is_lean;

	for (xmlNode *n = shares ? doc->children : NULL; n != NULL;
	     n = node_following(n))
		for (xmlAttr *a = n->type == XML_ELEMENT_NODE ? n->properties
							      : NULL;
		     a != NULL; a = a->next)
			if (a->children != NULL &&
			    a->children->parent != (xmlNode *)a) {
				a->children = NULL;
				a->last = NULL;
			}
	xmlFreeDoc(doc);
}

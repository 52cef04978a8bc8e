/* SPDX-License-Identifier: MIT */
/* sources.c - stylesheets as they are read, for whoever imports them. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>
#include <libxml/parser.h>

#include "sources.h"

/* As libxslt has it (xslt.h), but for the network. */
enum {
	PARSE_OPTIONS = XML_PARSE_NOENT | XML_PARSE_DTDLOAD |
			XML_PARSE_DTDATTR | XML_PARSE_NOCDATA | XML_PARSE_NONET
};

struct sources {
	xmlHashTable *docs; /* path -> xmlDoc */
};

struct sources *
sources_new(void)
{
	struct sources *s = xcalloc(1, sizeof(*s));

	s->docs = xmlHashCreate(0);
	return s;
}

static void
free_doc(void *payload, const xmlChar *name)
{
	(void)name;
	xmlFreeDoc(payload);
}

void
sources_free(struct sources *s)
{
	if (s == NULL)
		return;
	xmlHashFree(s->docs, free_doc);
	free(s);
}

/* Blank text counts in xsl:text, and where xml:space says so (XSLT, 3.4). */
static bool
keeps_blanks(const xmlNode *element)
{
	return strcmp((const char *)element->name, "text") == 0 ||
	       xmlNodeGetSpacePreserve(element) == 1;
}

static bool
is_needless(const xmlNode *n)
{
	if (n->type == XML_COMMENT_NODE)
		return true;
	return n->type == XML_TEXT_NODE && xmlIsBlankNode(n) == 1 &&
	       !keeps_blanks(n->parent);
}

static void
prune(xmlNode *parent)
{
	xmlNode *next;

	for (xmlNode *n = parent->children; n != NULL; n = next) {
		next = n->next;
		if (is_needless(n)) {
			xmlUnlinkNode(n);
			xmlFreeNode(n);
		} else if (n->type == XML_ELEMENT_NODE) {
			prune(n);
		}
	}
}

/* A tree of its own: libxslt changes what it compiles. */
static xmlDoc *
copy(xmlDoc *master, xmlDict *dict)
{
	xmlDoc *doc = xmlCopyDoc(master, 0);

	if (doc == NULL)
		return NULL;
	if (doc->URL == NULL)
		doc->URL = xmlStrdup(master->URL);
	if (dict != NULL) {
		doc->dict = dict;
		xmlDictReference(dict);
	}
	for (xmlNode *n = master->children; n != NULL; n = n->next)
		if (n->type != XML_DTD_NODE)
			xmlAddChild((xmlNode *)doc, xmlDocCopyNode(n, doc, 1));
	return doc;
}

xmlDoc *
sources_load(struct sources *s, const char *path, xmlDict *dict)
{
	xmlDoc *master = xmlHashLookup(s->docs, (const xmlChar *)path);

	if (master == NULL) {
		master = xmlReadFile(path, NULL, PARSE_OPTIONS);
		if (master == NULL)
			return NULL;
		if (xmlDocGetRootElement(master) != NULL)
			prune(xmlDocGetRootElement(master));
		xmlHashAddEntry(s->docs, (const xmlChar *)path, master);
	}
	return copy(master, dict);
}

/* SPDX-License-Identifier: MIT */
/* words.c - the interface's words in one language. */
#include <stdlib.h>

#include <libxml/hash.h>

#include "words.h"
#include "xmlnode.h"

struct words {
	xmlDoc *doc;
	xmlNode *root;
	xmlHashTable *by_id; /* id -> xmlNode of an <s> */
};

struct words *
words_new(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	struct words *w;

	if (root == NULL) {
		xmlFreeDoc(doc);
		return NULL;
	}
	w = xcalloc(1, sizeof(*w));
	w->doc = doc;
	w->root = root;
	w->by_id = xmlHashCreate(512);
	for (xmlNode *s = node_first(root, "s"); s != NULL;
	     s = node_next(s, "s")) {
		const char *id = node_attr(s, "id");

		/* of two with one id the first stays */
		if (id != NULL)
			xmlHashAddEntry(w->by_id, (const xmlChar *)id, s);
	}
	return w;
}

void
words_free(struct words *w)
{
	if (w == NULL)
		return;
	xmlHashFree(w->by_id, NULL);
	xmlFreeDoc(w->doc);
	free(w);
}

xmlNode *
words_find(const struct words *w, const char *id)
{
	return xmlHashLookup(w->by_id, (const xmlChar *)id);
}

void
words_lend(struct words *w, xmlDoc *view)
{
	xmlNode *to = xmlDocGetRootElement(view);

	xmlUnlinkNode(w->root);
	if (to->children != NULL)
		xmlAddPrevSibling(to->children, w->root);
	else
		xmlAddChild(to, w->root);
}

void
words_return(struct words *w)
{
	xmlDocSetRootElement(w->doc, w->root);
}

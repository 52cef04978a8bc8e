/* SPDX-License-Identifier: MIT */
/* document.c - bytes of a data file -> a validated tree. */
#include <limits.h>
#include <string.h>

#include <libxml/parser.h>

#include "document.h"
#include "guard.h"
#include "lean.h"
#include "pool.h"
#include "skim.h"
#include "xmldiag.h"
#include "xmlnode.h"

/* Neither entities nor DTDs nor XInclude: none of these is ever set. */
enum {
	PARSE_OPTIONS = XML_PARSE_NONET | XML_PARSE_NOCDATA |
			XML_PARSE_COMPACT | XML_PARSE_BIG_LINES
};

/* What becomes of the tree. */
enum use { KEPT, SKIMMED };

static xmlDoc *
parse(const char *xml, size_t n, const char *file, const char *encoding,
    enum use use, struct diag *d)
{
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	int options = PARSE_OPTIONS;
	struct xmldiag xd;
	struct lean lean;
	xmlDoc *doc;

	if (ctxt == NULL)
		return NULL;
	/* without a name it converts nothing: it takes the bytes as they are */
	if (strcmp(encoding, "UTF-8") == 0) {
		encoding = NULL;
		options |= XML_PARSE_IGNORE_ENC;
	}
	/* it has no nodes for entities: only `&amp;` and its like are left */
	if (use == SKIMMED)
		options |= XML_PARSE_NOENT;
	xmldiag_begin(&xd, d, file);
	if (use == KEPT)
		lean_begin(&lean, ctxt);
	else
		skim_begin(ctxt);
	doc = xmlCtxtReadMemory(ctxt, xml, (int)n, file, encoding, options);
	if (use == KEPT)
		lean_release(&lean);
	xmldiag_end();
	xmlFreeParserCtxt(ctxt);
	return doc;
}

/* The grammars know many elements; a document begins with one of them. */
static const char *const roots[SCHEMA__MAX] = {
    [SCHEMA_PROFILE] = "profile",
    [SCHEMA_SITE] = "site",
};

static int
check_root(
    const xmlDoc *doc, enum schema_kind kind, const char *file, struct diag *d)
{
	const xmlNode *root = xmlDocGetRootElement((xmlDoc *)(uintptr_t)doc);

	if (node_is(root, roots[kind]))
		return 0;
	diag_add(d, file, node_line(root),
	    "the file begins with <%s>; it must be <%s>",
	    (const char *)root->name, roots[kind]);
	return -1;
}

static xmlDoc *
parse_guarded(const char *xml, size_t n, const char *file,
    enum schema_kind kind, enum use use, struct diag *d)
{
	const char *encoding;
	xmlDoc *doc;

	if (n == 0) {
		diag_add(d, file, 1, "the file is empty");
		return NULL;
	}
	if (n > INT_MAX) {
		diag_add(d, file, 1, "the file is too large");
		return NULL;
	}
	encoding = guard_check(xml, n, file, d);
	if (encoding == NULL)
		return NULL;
	doc = parse(xml, n, file, encoding, use, d);
	if (doc == NULL) {
		if (d->n == 0)
			diag_add(d, file, 1, "this is not well-formed XML");
		return NULL;
	}
	if (check_root(doc, kind, file, d) != 0) {
		document_free(doc);
		return NULL;
	}
	return doc;
}

xmlDoc *
document_parse(const char *xml, size_t n, const char *file,
    const struct schemas *schemas, enum schema_kind kind, struct diag *d)
{
	enum pool before = pool_use(POOL_LASTING);
	xmlDoc *doc = parse_guarded(xml, n, file, kind, KEPT, d);

	if (doc != NULL && schemas != NULL &&
	    schemas_validate(schemas, kind, doc, file, d) != 0) {
		document_free(doc);
		doc = NULL;
	}
	pool_use(before);
	return doc;
}

xmlDoc *
document_skim(const char *xml, size_t n, const char *file,
    enum schema_kind kind, struct diag *d)
{
	enum pool before = pool_use(POOL_LASTING);
	xmlDoc *doc = parse_guarded(xml, n, file, kind, SKIMMED, d);

	pool_use(before);
	return doc;
}

void
document_free(xmlDoc *doc)
{
	if (skim_is(doc))
		skim_free(doc);
	else
		lean_free(doc);
}

void
document_set(xmlNode *node, const char *name, const char *value)
{
	if (skim_is(node->doc))
		skim_set(node, name, value);
	else
		node_set(node, name, value);
}

/* malloc() keeps a word and rounds up. */
enum { BLOCK_BYTES = 16 };

/* Short texts lie in the node itself. */
static size_t
text_bytes(const xmlNode *node)
{
	if (node->content == NULL ||
	    node->content == (const xmlChar *)&node->properties)
		return 0;
	return strlen((const char *)node->content) + BLOCK_BYTES;
}

static size_t
node_bytes(const xmlNode *node)
{
	size_t n = sizeof(*node) + BLOCK_BYTES;

	if (node->type != XML_ELEMENT_NODE)
		return n + text_bytes(node);
	for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
		n += sizeof(*a) + BLOCK_BYTES;
		if (a->children != NULL &&
		    a->children->parent == (const xmlNode *)a)
			n += sizeof(*node) + BLOCK_BYTES +
			     text_bytes(a->children);
	}
	return n;
}

size_t
document_bytes(const xmlDoc *doc)
{
	const xmlNode *n = doc->children;
	size_t bytes = sizeof(*doc);

	while (n != NULL) {
		const xmlNode *next = NULL;

		bytes += node_bytes(n);
		if (n->type == XML_ELEMENT_NODE)
			next = n->children;
		while (next == NULL && n != NULL && n != (const xmlNode *)doc) {
			next = n->next;
			n = n->parent;
		}
		n = next;
	}
	return bytes;
}

/* SPDX-License-Identifier: MIT */
/* anchors.c - ids of a profile: each is that of one thing. */
#include <libxml/hash.h>

#include "anchors.h"
#include "reserved.h"
#include "util.h"
#include "xmlnode.h"

struct check {
	const xmlNode *root;
	xmlHashTable *anchors; /* id -> the element that has it */
	const char *file;
	struct diag *d;
};

bool
anchors_is_section(const xmlNode *node)
{
	static const char *const registries[] = {"person", "people", "venues"};

	for (size_t i = 0; i < ARRAY_SIZE(registries); i++)
		if (node_is(node, registries[i]))
			return false;
	return true;
}

/* Entries and sections share one page, so they share one set of anchors. */
static void
check_anchor(struct check *c, const xmlNode *node)
{
	const char *id = node_attr(node, "id");

	if (id == NULL)
		return;
	if (id_is_reserved(id))
		diag_add(c->d, c->file, node_line(node),
		    "id=\"%s\" is a word that the program uses itself; choose "
		    "another",
		    id);
	if (xmlHashAddEntry(c->anchors, (const xmlChar *)id, (void *)node) != 0)
		diag_add(c->d, c->file, node_line(node),
		    "id=\"%s\" is there already, in line %d; every id of the "
		    "page must be different",
		    id,
		    node_line(xmlHashLookup(c->anchors, (const xmlChar *)id)));
}

/* A section without an id is called by the name of its element. */
static void
check_entry(struct check *c, const xmlNode *entry)
{
	const char *id = node_attr(entry, "id");
	const xmlNode *s = NULL;

	if (id != NULL)
		s = node_first(c->root, id);
	while (
	    s != NULL && (!anchors_is_section(s) || node_attr(s, "id") != NULL))
		s = node_next(s, id);
	if (s != NULL)
		diag_add(c->d, c->file, node_line(entry),
		    "id=\"%s\" is the name of the section in line %d; choose "
		    "another",
		    id, node_line(s));
	check_anchor(c, entry);
}

static void
check_section(struct check *c, const xmlNode *section)
{
	check_anchor(c, section);
	for (const xmlNode *e = node_first(section, NULL); e != NULL;
	     e = node_next(e, NULL))
		check_entry(c, e);
}

/* The registries say each id once, and nobody else has the owner's. */
static void
check_registry(
    const struct check *c, const xmlNode *registry, const char *owner)
{
	xmlHashTable *seen = xmlHashCreate(0);
	const xmlNode *n = node_first(registry, NULL);

	if (node_is(registry, "people"))
		xmlHashAddEntry(seen, (const xmlChar *)owner,
		    node_first(registry->parent, "person"));

	for (; n != NULL; n = node_next(n, NULL)) {
		const xmlChar *id = (const xmlChar *)node_attr(n, "id");

		if (id != NULL && xmlHashAddEntry(seen, id, (void *)n) != 0)
			diag_add(c->d, c->file, node_line(n),
			    "id=\"%s\" is there already, in line %d",
			    (const char *)id,
			    node_line(xmlHashLookup(seen, id)));
	}
	xmlHashFree(seen, NULL);
}

void
anchors_check(
    const xmlNode *root, const char *owner, const char *file, struct diag *d)
{
	struct check c = {root, xmlHashCreate(0), file, d};

	check_registry(&c, node_first(root, "people"), owner);
	check_registry(&c, node_first(root, "venues"), owner);
	for (const xmlNode *s = node_first(root, NULL); s != NULL;
	     s = node_next(s, NULL))
		if (anchors_is_section(s))
			check_section(&c, s);
	xmlHashFree(c.anchors, NULL);
}

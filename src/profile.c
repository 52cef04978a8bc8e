/* SPDX-License-Identifier: MIT */
/* profile.c - one person's file, read, checked and indexed. */
#include <stdlib.h>
#include <string.h>

#include "anchors.h"
#include "document.h"
#include "profile.h"
#include "refs.h"
#include "xmlnode.h"

/* Most tables of ids are small, and libxml2's own size for them is 12 KiB. */
enum { FEW_IDS = 32 };

/* id -> element, for the children of `parent` that have an id. */
static void
add_ids(xmlHashTable *table, const xmlNode *parent)
{
	for (xmlNode *n = node_first(parent, NULL); n != NULL;
	     n = node_next(n, NULL)) {
		const char *id = node_attr(n, "id");

		if (id != NULL)
			xmlHashAddEntry(table, (const xmlChar *)id, n);
	}
}

/*
 * An entry without an id gets one from its date and its words: the same as
 * long as these are, wherever in the file it stands. Feeds depend on it.
 */
static void
name_entry(xmlNode *entry, xmlHashTable *taken)
{
	const char *date = node_attr(entry, "date");
	struct strbuf sb;
	uint64_t hash;
	void *first = entry;

	if (date == NULL)
		date = node_attr(entry, "from");
	strbuf_init(&sb);
	node_text(entry, &sb);
	hash = hash_str(HASH_SEED, sb.buf);
	do {
		strbuf_reset(&sb);
		strbuf_printf(&sb, "%s-%s%s%08x", (const char *)entry->name,
		    date != NULL ? date : "", date != NULL ? "-" : "",
		    (unsigned)(hash ^ hash >> 32));
		hash++;
	} while (xmlHashAddEntry(taken, (const xmlChar *)sb.buf, first) != 0);
	document_set(entry, "id", sb.buf);
	strbuf_release(&sb);
}

static void
name_entries(xmlNode *section, xmlHashTable *taken)
{
	for (xmlNode *n = node_first(section, NULL); n != NULL;
	     n = node_next(n, NULL))
		if (!node_is(n, "heading") && node_attr(n, "id") == NULL &&
		    !node_is(section, "section"))
			name_entry(n, taken);
}

static void
find_sections(struct profile *p, const xmlNode *root)
{
	xmlHashTable *taken = xmlHashCreate(FEW_IDS);
	size_t cap = 0;

	for (xmlNode *n = node_first(root, NULL); n != NULL;
	     n = node_next(n, NULL)) {
		const char *name = (const char *)n->name;

		if (!anchors_is_section(n) || node_flag(n, "hidden"))
			continue;
		if (node_attr(n, "id") == NULL)
			document_set(n, "id", name);
		name_entries(n, taken);
		p->sections =
		    grow(p->sections, p->nsections, &cap, sizeof(*p->sections));
		p->sections[p->nsections++] = (struct section){
		    n, name, node_attr(n, "id"), node_flag(n, "nomenu")};
	}
	xmlHashFree(taken, NULL);
}

/* Two sections of one kind need ids to be told apart. */
static void
check_sections(const struct profile *p, const char *file, struct diag *d)
{
	for (size_t i = 0; i < p->nsections; i++)
		for (size_t j = 0; j < i; j++)
			if (strcmp(p->sections[i].id, p->sections[j].id) == 0)
				diag_add(d, file,
				    node_line(p->sections[i].node),
				    "a second section \"%s\"; give it an "
				    "id=\"...\" of its own",
				    p->sections[i].id);
	/* filters, keys and addresses are those of the one list */
	for (size_t i = 0, lists = 0; i < p->nsections; i++)
		if (strcmp(p->sections[i].name, "publications") == 0 &&
		    ++lists > 1)
			diag_add(d, file, node_line(p->sections[i].node),
			    "a second <publications>; move its entries into "
			    "the first, keywords and filters tell them apart");
}

/* What the grammar cannot say, unless it is known to hold. */
static int
check(struct profile *p, bool known, const char *file, struct diag *d)
{
	size_t before = d->n;
	const struct refs refs = {p->doc, p->id, p->people, p->venues};
	int rc = known ? 0 : refs_check(&refs, file, d);

	if (rc == 0)
		find_sections(p, xmlDocGetRootElement(p->doc));
	check_sections(p, file, d);
	return d->n == before ? rc : -1;
}

uint64_t
profile_digest(const char *id, uint64_t content)
{
	return hash_str(content, id);
}

static void
find_publications(struct profile *p)
{
	size_t cap = 0;

	for (size_t i = 0; i < p->nsections; i++) {
		xmlNode *list = p->sections[i].node;
		xmlNode *n = NULL;

		if (node_is(list, "publications"))
			n = node_first(list, "publication");
		for (; n != NULL; n = node_next(n, "publication")) {
			if (node_flag(n, "hidden"))
				continue;
			p->nodes =
			    grow(p->nodes, p->nnodes, &cap, sizeof(*p->nodes));
			p->nodes[p->nnodes++] = n;
		}
	}
}

struct pubsource
profile_source(const struct profile *p)
{
	return (struct pubsource){.owner = p->id,
	    .nodes = p->nodes,
	    .n = p->nnodes,
	    .publications = p->nodes,
	    .npublications = p->nnodes,
	    .people = p->people,
	    .venues = p->venues};
}

uint64_t
profile_context(const struct profile *p)
{
	const xmlNode *n = node_first(xmlDocGetRootElement(p->doc), NULL);
	uint64_t context = hash_str(HASH_SEED, p->id);

	if (p->nnodes > 0)
		context = hash_str(context, node_lang(p->nodes[0]->parent));
	for (; n != NULL; n = node_next(n, NULL))
		if (!anchors_is_section(n))
			context = node_digest(n, context);
	return context;
}

/* Consumes `doc`. Without `known`, what the grammar cannot say is checked. */
static struct profile *
make_profile(
    xmlDoc *doc, const char *file, const char *id, bool known, struct diag *d)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	struct profile *p;

	if (node_first(root, "person") == NULL) {
		diag_add(d, file, node_line(root), "there is no <person>");
		document_free(doc);
		return NULL;
	}
	p = xcalloc(1, sizeof(*p));
	p->id = xstrdup(id);
	p->doc = doc;
	p->lang = node_lang(root);
	p->person = node_first(root, "person");
	p->people = xmlHashCreate(FEW_IDS);
	p->venues = xmlHashCreate(FEW_IDS);
	xmlHashAddEntry(p->people, (const xmlChar *)p->id, p->person);
	add_ids(p->people, node_first(root, "people"));
	add_ids(p->venues, node_first(root, "venues"));
	if (check(p, known, file, d) != 0) {
		profile_free(p);
		return NULL;
	}
	find_publications(p);
	return p;
}

struct profile *
profile_parse(const char *xml, size_t n, const char *file, const char *id,
    const struct schemas *schemas, struct diag *d)
{
	xmlDoc *doc = document_parse(xml, n, file, schemas, SCHEMA_PROFILE, d);
	struct profile *p = NULL;

	if (doc != NULL)
		p = make_profile(doc, file, id, schemas == NULL, d);
	if (p == NULL)
		return NULL;
	p->digest = profile_digest(id, hash_long(HASH_SEED, xml, n));
	/* what will be folded for searches is about as long as the file */
	p->bytes = document_bytes(p->doc) + n;
	return p;
}

struct profile *
profile_skim(const char *xml, size_t n, const char *file, const char *id,
    uint64_t content)
{
	struct profile *p = NULL;
	struct diag d;
	xmlDoc *doc;

	diag_init(&d);
	doc = document_skim(xml, n, file, SCHEMA_PROFILE, &d);
	if (doc != NULL)
		p = make_profile(doc, file, id, true, &d);
	if (p != NULL)
		p->digest = profile_digest(id, content);
	diag_release(&d);
	return p;
}

void
profile_index(struct profile *p)
{
	struct pubsource source;

	if (p->indexed)
		return;
	source = profile_source(p);
	pubindex_init(&p->publications, PUBINDEX_ONE);
	pubindex_add(&p->publications, 0, &source);
	pubindex_settle(&p->publications);
	p->indexed = true;
}

void
profile_free(struct profile *p)
{
	if (p == NULL)
		return;
	if (p->indexed)
		pubindex_release(&p->publications);
	free(p->nodes);
	xmlHashFree(p->people, NULL);
	xmlHashFree(p->venues, NULL);
	document_free(p->doc);
	free(p->sections);
	free(p->id);
	free(p);
}

const struct section *
profile_section(const struct profile *p, const char *id)
{
	for (size_t i = 0; i < p->nsections; i++)
		if (strcmp(p->sections[i].id, id) == 0)
			return &p->sections[i];
	return NULL;
}

const struct section *
profile_section_named(const struct profile *p, const char *name)
{
	for (size_t i = 0; i < p->nsections; i++)
		if (strcmp(p->sections[i].name, name) == 0)
			return &p->sections[i];
	return NULL;
}

const xmlNode *
profile_publication(const struct profile *p, const char *key)
{
	for (size_t i = 0; i < p->nnodes; i++)
		if (node_attr_is(p->nodes[i], "id", key))
			return p->nodes[i];
	return NULL;
}

uint32_t
profile_row(const struct profile *p, const xmlNode *publication)
{
	uint32_t row = 0;

	while (p->nodes[row] != publication)
		row++;
	return row;
}

const xmlNode *
profile_at(const struct profile *p, size_t i)
{
	return p->nodes[p->publications.order.rows[i]];
}

void
profile_neighbours(const struct profile *p, const xmlNode *publication,
    const xmlNode **previous, const xmlNode **next)
{
	size_t i =
	    pubindex_place(&p->publications, profile_row(p, publication));

	*previous = i > 0 ? profile_at(p, i - 1) : NULL;
	*next = i + 1 < p->nnodes ? profile_at(p, i + 1) : NULL;
}

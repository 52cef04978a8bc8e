/* SPDX-License-Identifier: MIT */
/* pubindex.c - the columns of the publications. */
#include <stdlib.h>
#include <string.h>

#include "pubfields.h"
#include "pubindex.h"
#include "strbuf.h"
#include "text.h"
#include "util.h"
#include "xmlnode.h"

/* What is needed while one publication is read. */
struct builder {
	struct pubindex *ix;
	struct publication *pub;
	struct pubfields fields;
};

long
dict_find(const struct dict *dict, const char *id)
{
	return (long)(intptr_t)xmlHashLookup(dict->by_id, (const xmlChar *)id) -
	       1;
}

/* The number of `id` in the field's dictionary, added if it is new. */
static uint32_t
dict_intern(
    struct dict *dict, const char *id, const char *label, const char *words)
{
	long at = dict_find(dict, id);
	struct value *v;
	struct strbuf slug;

	if (at >= 0)
		return (uint32_t)at;
	dict->values =
	    grow(dict->values, dict->n, &dict->cap, sizeof(*dict->values));
	strbuf_init(&slug);
	text_slug(&slug, words);
	v = &dict->values[dict->n++];
	v->id = xstrdup(id);
	v->label = label != NULL ? xstrdup(label) : NULL;
	v->slug = strbuf_detach(&slug);
	strbuf_release(&slug);
	xmlHashAddEntry(
	    dict->by_id, (const xmlChar *)id, (void *)(intptr_t)dict->n);
	return (uint32_t)(dict->n - 1);
}

/* Give the publication that is built a value of field `f`, once. */
static void
add_value(void *ctx, enum field f, const char *id, const char *label,
    const char *words)
{
	struct builder *b = ctx;
	struct pubindex *ix = b->ix;
	uint32_t v = dict_intern(&ix->fields[f], id, label, words);

	for (size_t i = b->pub->values[f]; i < ix->npool; i++)
		if (ix->pool[i] == v)
			return;
	ix->pool = grow(ix->pool, ix->npool, &ix->pool_cap, sizeof(*ix->pool));
	ix->pool[ix->npool++] = v;
}

/* Releases `raw`. Owned. */
static char *
fold(struct strbuf *raw)
{
	struct strbuf folded;
	char *text;

	strbuf_init(&folded);
	text_fold(&folded, raw->buf);
	strbuf_release(raw);
	text = strbuf_detach(&folded);
	strbuf_release(&folded);
	return text;
}

/* Everything that q looks at, folded once. */
static char *
search_text(const struct builder *b, const xmlNode *node)
{
	static const char *const searched[] = {
	    "title", "abstract", "note", "distinction"};
	static const enum field labels[] = {
	    FIELD_AUTHOR, FIELD_VENUE, FIELD_KEYWORD, FIELD_YEAR};
	const xmlNode *venue;
	struct strbuf raw;

	strbuf_init(&raw);
	for (size_t i = 0; i < ARRAY_SIZE(searched); i++) {
		const xmlNode *n = node_first(node, searched[i]);

		for (; n != NULL; n = node_next(n, searched[i])) {
			node_text(n, &raw);
			strbuf_putc(&raw, '\n');
		}
	}
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
		const size_t *at = &b->pub->values[labels[i]];

		for (size_t v = at[0]; v < at[1]; v++)
			strbuf_printf(&raw, "%s\n",
			    b->ix->fields[labels[i]]
				.values[b->ix->pool[v]]
				.label);
	}
	venue = venue_resolve(node_first(node, "venue"), b->fields.venues);
	for (venue = node_first(venue, "name"); venue != NULL;
	     venue = node_next(venue, "name"))
		node_text(venue, &raw);
	return fold(&raw);
}

static char *
sort_title(const xmlNode *node)
{
	struct strbuf raw;

	strbuf_init(&raw);
	if (node_first(node, "title") != NULL)
		node_text(node_first(node, "title"), &raw);
	return fold(&raw);
}

/* "2023-07" -> 20230700 */
static int
date_number(const char *date)
{
	int parts[3] = {0};

	for (int i = 0; date != NULL && i < 3; i++) {
		char *end;

		parts[i] = (int)strtol(date, &end, 10);
		date = *end == '-' ? end + 1 : NULL;
	}
	return parts[0] * 10000 + parts[1] * 100 + parts[2];
}

static long
citations(const xmlNode *node)
{
	const xmlNode *m = node_first(node, "metric");

	for (; m != NULL; m = node_next(m, "metric")) {
		const char *type = node_attr(m, "type");
		const char *value = node_attr(m, "value");

		if (type != NULL && value != NULL &&
		    strcmp(type, "citations") == 0)
			return strtol(value, NULL, 10);
	}
	return -1;
}

static void
add_publication(struct builder *b, xmlNode *node)
{
	struct pubindex *ix = b->ix;
	struct publication *p;

	ix->pubs = grow(ix->pubs, ix->n, &ix->cap, sizeof(*ix->pubs));
	p = b->pub = &ix->pubs[ix->n++];
	*p = (struct publication){.node = node,
	    .key = node_attr(node, "id"),
	    .date = date_number(node_attr(node, "date")),
	    .cited = citations(node)};
	for (size_t f = 0; f < FIELD__MAX; f++) {
		p->values[f] = ix->npool;
		pubfields_collect(&b->fields, node, (enum field)f);
	}
	p->values[FIELD__MAX] = ix->npool;
	p->status = pubfields_status(node, &p->forthcoming);
	p->title = sort_title(node);
	p->text = search_text(b, node);
}

/*
 * Not out yet first, then newest first; inside one date as the author put
 * them in the file.
 */
static int
compare_default(const void *x, const void *y)
{
	const struct publication *a = x;
	const struct publication *b = y;

	if (a->forthcoming != b->forthcoming)
		return a->forthcoming ? -1 : 1;
	if (a->forthcoming && a->status != b->status)
		return a->status < b->status ? -1 : 1;
	if (a->date != b->date)
		return a->date > b->date ? -1 : 1;
	/* pool offsets grow in document order */
	return a->values[0] < b->values[0] ? -1 : 1;
}

void
pubindex_init(struct pubindex *ix, const xmlNode *root, xmlHashTable *people,
    xmlHashTable *venues, const char *owner)
{
	struct builder b = {ix, NULL, {people, venues, owner, add_value, &b}};

	*ix = (struct pubindex){0};
	for (size_t f = 0; f < FIELD__MAX; f++)
		ix->fields[f].by_id = xmlHashCreate(0);
	for (const xmlNode *s = node_first(root, "publications"); s != NULL;
	     s = node_next(s, "publications")) {
		if (node_flag(s, "hidden"))
			continue;
		for (xmlNode *n = node_first(s, "publication"); n != NULL;
		     n = node_next(n, "publication"))
			if (!node_flag(n, "hidden"))
				add_publication(&b, n);
	}
	if (ix->n > 0)
		qsort(ix->pubs, ix->n, sizeof(*ix->pubs), compare_default);
}

void
pubindex_release(struct pubindex *ix)
{
	for (size_t i = 0; i < ix->n; i++) {
		free(ix->pubs[i].title);
		free(ix->pubs[i].text);
	}
	for (size_t f = 0; f < FIELD__MAX; f++) {
		struct dict *d = &ix->fields[f];

		for (size_t i = 0; i < d->n; i++) {
			free(d->values[i].id);
			free(d->values[i].label);
			free(d->values[i].slug);
		}
		free(d->values);
		xmlHashFree(d->by_id, NULL);
	}
	free(ix->pubs);
	free(ix->pool);
	*ix = (struct pubindex){0};
}

const struct publication *
pubindex_find(const struct pubindex *ix, const char *key)
{
	for (size_t i = 0; i < ix->n; i++)
		if (strcmp(ix->pubs[i].key, key) == 0)
			return &ix->pubs[i];
	return NULL;
}

long
pubindex_value(
    const struct pubindex *ix, const struct publication *p, enum field f)
{
	return p->values[f] < p->values[f + 1] ? (long)ix->pool[p->values[f]]
					       : -1;
}

const char *
pubindex_label(
    const struct pubindex *ix, const struct publication *p, enum field f)
{
	long number = pubindex_value(ix, p, f);
	const struct value *v;

	if (number < 0)
		return "";
	v = &ix->fields[f].values[number];
	return v->label != NULL ? v->label : v->id;
}

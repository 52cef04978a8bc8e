/* SPDX-License-Identifier: MIT */
/* pubindex.c - the columns of the publications. */
#include <stdlib.h>
#include <string.h>

#include "pubindex.h"
#include "pubkeys.h"
#include "pubtext.h"
#include "util.h"
#include "xmlnode.h"

void
pubindex_init(struct pubindex *ix, enum pubindex_kind kind)
{
	*ix = (struct pubindex){
	    .kind = kind, .tokens = tokens_new(), .ranks = pubranks_new()};
}

void
pubindex_release(struct pubindex *ix)
{
	for (size_t f = 0; f < FIELD__MAX; f++)
		column_release(&ix->fields[f]);
	strlist_release(&ix->keys);
	strlist_release(&ix->titles);
	tokens_free(ix->tokens);
	works_free(ix->works);
	rowlist_release(&ix->loose);
	bits_release(&ix->entries);
	free(ix->entry_of);
	free(ix->next_copy);
	bits_release(&ix->live);
	free(ix->rows);
	free(ix->owners);
	sequence_release(&ix->order);
	pubranks_free(ix->ranks);
	*ix = (struct pubindex){0};
}

/* What is needed while one publication is read. */
struct builder {
	struct pubindex *ix;
	uint32_t row;
};

static void
add_value(void *ctx, enum field f, const char *id, const char *label,
    const char *words)
{
	const struct builder *b = ctx;

	column_add(&b->ix->fields[f], b->row, id, label, words);
}

/* "2023-07" -> 20230700 */
static int32_t
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

static int32_t
citations(const xmlNode *node)
{
	const xmlNode *m = node_first(node, "metric");

	for (; m != NULL; m = node_next(m, "metric")) {
		const char *type = node_attr(m, "type");
		const char *value = node_attr(m, "value");

		if (type != NULL && value != NULL &&
		    strcmp(type, "citations") == 0) {
			long n = strtol(value, NULL, 10);

			return n < INT32_MAX ? (int32_t)n : INT32_MAX;
		}
	}
	return -1;
}

static const struct rowkind publications = {
    pubfields_collect, pubtext_title, pubtext_search, pubkeys_read};

static const struct rowkind *
kind_of(const struct pubsource *source)
{
	return source->kind != NULL ? source->kind : &publications;
}

static void
add_words(
    const struct pubindex *ix, uint32_t row, const struct pubsource *source)
{
	struct strbuf text;

	strbuf_init(&text);
	kind_of(source)->text(
	    source->nodes[ix->rows[row].ordinal], source, &text);
	tokens_add(ix->tokens, row, text.buf);
	strbuf_release(&text);
}

const struct tokens *
pubindex_tokens(const struct pubindex *ix)
{
	if (ix->kind == PUBINDEX_ONE)
		for (uint32_t r = tokens_end(ix->tokens); r < ix->n; r++)
			add_words(ix, r, &ix->source);
	return ix->tokens;
}

static void
add_strings(struct pubindex *ix, const struct rowkind *kind,
    const xmlNode *node, const struct pubsource *source)
{
	const char *key = node_attr(node, "id");
	struct strbuf sb;

	/* the person need not say who it is */
	if (key == NULL)
		key = source->owner;
	strlist_add(&ix->keys, key, strlen(key));
	strbuf_init(&sb);
	kind->title(node, &sb);
	strlist_add(&ix->titles, sb.buf, sb.len);
	strbuf_release(&sb);
}

static void
add_keys(struct pubindex *ix, uint32_t row, const struct pubsource *source)
{
	struct pubrow *r = &ix->rows[row];
	const xmlNode *node = source->nodes[r->ordinal];
	unsigned filled = pubkeys_filled(node);
	uint64_t keys[WORK__MAX];

	r->filled = (uint8_t)(filled < 255 ? filled : 255);
	r->self = pubkeys_self(node, source->owner, &r->nauthors);
	kind_of(source)->keys(node, source, keys);
	if (ix->works == NULL)
		ix->works = works_new();
	works_add(ix->works, row, keys);
}

static void
add_row(struct pubindex *ix, uint32_t owner, const struct pubsource *source,
    size_t ordinal)
{
	const struct rowkind *kind = kind_of(source);
	const xmlNode *node = source->nodes[ordinal];
	uint32_t row = (uint32_t)ix->n;
	struct builder b = {ix, row};
	const struct pubfields fields = {source, add_value, &b};
	struct pubrow *r;
	int status;

	if (ix->n >= PUBROW_NONE - 1)
		abort();
	ix->rows = grow(ix->rows, ix->n, &ix->cap, sizeof(*ix->rows));
	r = &ix->rows[ix->n++];
	*r = (struct pubrow){.owner = owner,
	    .ordinal = (uint32_t)ordinal,
	    .date = date_number(node_attr(node, "date")),
	    .cited = citations(node)};
	status = pubfields_status(node, &r->forthcoming);
	r->status = (uint8_t)status;
	for (size_t f = 0; f < FIELD__MAX; f++) {
		kind->collect(&fields, node, (enum field)f);
		column_end(&ix->fields[f], row);
	}
	add_strings(ix, kind, node, source);
	if (ix->kind == PUBINDEX_SITE)
		add_words(ix, row, source);
	if (ix->kind == PUBINDEX_SITE && kind->keys != NULL)
		add_keys(ix, row, source);
	entries_add(ix, row);
}

void
pubindex_add(
    struct pubindex *ix, uint32_t owner, const struct pubsource *source)
{
	while (ix->nowners <= owner) {
		size_t cap = ix->nowners;

		ix->owners =
		    grow(ix->owners, ix->nowners, &cap, sizeof(*ix->owners));
		memset(ix->owners + ix->nowners, 0,
		    (cap - ix->nowners) * sizeof(*ix->owners));
		ix->nowners = cap;
	}
	ix->owners[owner] =
	    (struct pubowner){(uint32_t)ix->n, (uint32_t)source->n};
	if (ix->kind == PUBINDEX_ONE)
		ix->source = *source;
	bits_grow(&ix->live, ix->n + source->n);
	for (size_t i = 0; i < source->n; i++) {
		bits_set(&ix->live, ix->n);
		add_row(ix, owner, source, i);
	}
	ix->nlive += source->n;
}

static void
kill_row(struct pubindex *ix, uint32_t row)
{
	entries_remove(ix, row);
	for (size_t f = 0; f < FIELD__MAX; f++)
		column_forget(&ix->fields[f], row);
	bits_clear(&ix->live, row);
	ix->nlive--;
}

void
pubindex_remove(struct pubindex *ix, uint32_t owner)
{
	struct pubowner *o;

	if (owner >= ix->nowners || ix->owners[owner].n == 0)
		return;
	o = &ix->owners[owner];
	for (uint32_t i = 0; i < o->n; i++)
		kill_row(ix, o->first + i);
	*o = (struct pubowner){0};
}

void
pubindex_refill(struct pubindex *ix, enum field f,
    void (*collect)(void *ctx, uint32_t owner, const struct pubfields *to),
    void *ctx)
{
	struct column *c = &ix->fields[f];
	uint64_t version = c->dict.version + 1;

	column_release(c);
	c->dict.version = version;
	for (uint32_t row = 0; row < ix->n; row++) {
		uint32_t owner = ix->rows[row].owner;
		struct builder b = {ix, row};
		const struct pubfields to = {NULL, add_value, &b};

		if (!bits_test(&ix->live, row))
			;
		else if (row > ix->owners[owner].first)
			column_repeat(c, row, row - 1);
		else
			collect(ctx, owner, &to);
		column_end(c, row);
	}
	entries_count_again(ix, f);
}

uint32_t
pubindex_find(const struct pubindex *ix, uint32_t owner, const char *key)
{
	struct pubowner o = {0};

	if (owner < ix->nowners)
		o = ix->owners[owner];
	for (uint32_t i = 0; i < o.n; i++)
		if (strcmp(strlist_get(&ix->keys, o.first + i), key) == 0)
			return o.first + i;
	return PUBROW_NONE;
}

long
pubindex_value(const struct pubindex *ix, uint32_t row, enum field f)
{
	size_t n;
	const uint32_t *values = column_values(&ix->fields[f], row, &n);

	return n > 0 ? (long)values[0] : -1;
}

const char *
pubindex_label(const struct pubindex *ix, uint32_t row, enum field f)
{
	const struct dict *dict = &ix->fields[f].dict;
	long v = pubindex_value(ix, row, f);
	const char *label;

	if (v < 0)
		return "";
	label = dict_label(dict, (size_t)v);
	return label != NULL ? label : dict_id(dict, (size_t)v);
}

const char *
pubindex_owner_id(const struct pubindex *ix, uint32_t row)
{
	long v = pubindex_value(ix, row, FIELD_PERSON);

	return v >= 0 ? dict_id(&ix->fields[FIELD_PERSON].dict, (size_t)v) : "";
}

/* SPDX-License-Identifier: MIT */
/* pubindex.c - the columns of the publications. */
#include <stdlib.h>
#include <string.h>

#include "pubindex.h"
#include "pubkeys.h"
#include "pubtext.h"
#include "text.h"
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
	rowlist_release(&ix->moved);
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

/* What is needed while the rows of an owner are read. */
struct builder {
	struct pubindex *ix;
	const struct rowkind *kind;
	uint32_t row;
	bool words; /* those that q looks at are wanted now */
	struct strbuf text;
	struct strbuf folded;
};

static void
add_value(void *ctx, enum field f, const char *name, const char *label,
    const char *words, const xmlNode *in)
{
	struct builder *b = ctx;
	struct column *c = &b->ix->fields[f];
	long v = column_add(c, b->row, name, label, words);

	if (v >= 0 && in != NULL)
		dict_say_lang(&c->dict, (uint32_t)v, node_lang(in));
	if (b->words && (b->kind->labels & 1U << f) != 0)
		pubtext_label(&b->text, label);
}

/* "2023-07" -> 20230700 */
static int32_t
date_number(const char *date)
{
	int parts[3] = {0};

	for (int i = 0; date != NULL && i < 3; i++) {
		while (*date == ' ')
			date++;
		/* nobody may have looked at the file yet */
		for (; *date >= '0' && *date <= '9'; date++)
			if (parts[i] <= 9999)
				parts[i] = 10 * parts[i] + (*date - '0');
		if (parts[i] > 9999)
			parts[i] = 0;
		date = *date == '-' ? date + 1 : NULL;
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

const struct tokens *
pubindex_tokens(const struct pubindex *ix)
{
	const struct pubsource *source = &ix->source;
	struct strbuf text;

	strbuf_init(&text);
	for (uint32_t r = tokens_end(ix->tokens);
	     ix->kind == PUBINDEX_ONE && r < ix->n; r++) {
		strbuf_reset(&text);
		pubtext_search(
		    source->nodes[ix->rows[r].ordinal], source, &text);
		tokens_add(ix->tokens, r, text.buf);
	}
	strbuf_release(&text);
	return ix->tokens;
}

/* What the row is called; in b->folded, its title. */
static void
add_strings(
    struct builder *b, const xmlNode *node, const struct pubsource *source)
{
	const char *key = node_attr(node, "id");

	/* the person need not say who it is */
	if (key == NULL)
		key = source->owner;
	strlist_add(&b->ix->keys, key, strlen(key));
	strbuf_reset(&b->folded);
	b->kind->title(node, &b->folded);
	strlist_add(&b->ix->titles, b->folded.buf, b->folded.len);
}

/* b->folded is its title. */
static void
add_keys(struct builder *b, const xmlNode *node, const struct pubsource *source)
{
	struct pubindex *ix = b->ix;
	struct pubrow *r = &ix->rows[b->row];
	unsigned filled = pubkeys_filled(node);
	uint64_t keys[WORK__MAX];

	r->filled = (uint8_t)(filled < 255 ? filled : 255);
	r->self = pubkeys_self(node, source->owner, &r->nauthors);
	b->kind->keys(node, source, &b->folded, keys);
	if (ix->works == NULL)
		ix->works = works_new();
	works_add(ix->works, keys);
}

/*
 * Add the words of all rows from `row` on, whose texts are in b->text. Row by
 * row, what frequent words touch would not stay near.
 */
static void
add_words(struct builder *b, uint32_t row)
{
	const char *text = b->text.buf;

	for (; row < b->ix->n; row++, text += strlen(text) + 1) {
		strbuf_reset(&b->folded);
		text_fold(&b->folded, text);
		tokens_add(b->ix->tokens, row, b->folded.buf);
	}
}

static void
add_values(
    struct builder *b, const xmlNode *node, const struct pubsource *source)
{
	const struct pubfields fields = {source, add_value, b};
	uint32_t first = b->ix->owners[b->ix->rows[b->row].owner].first;

	for (unsigned f = 0; f < FIELD__MAX; f++) {
		struct column *c = &b->ix->fields[f];

		if (field_is_of_owner((enum field)f) && b->row > first)
			column_repeat(c, b->row, first);
		else
			b->kind->collect(&fields, node, (enum field)f);
		column_end(c, b->row);
	}
}

static void
add_row(struct builder *b, uint32_t owner, const struct pubsource *source,
    size_t ordinal, uint64_t content)
{
	struct pubindex *ix = b->ix;
	const xmlNode *node = source->nodes[ordinal];
	struct pubrow *r;

	if (ix->n >= PUBROW_NONE - 1)
		abort();
	b->row = (uint32_t)ix->n;
	ix->rows = grow(ix->rows, ix->n, &ix->cap, sizeof(*ix->rows));
	r = &ix->rows[ix->n++];
	*r = (struct pubrow){.owner = owner,
	    .ordinal = (uint32_t)ordinal,
	    .next = PUBROW_NONE,
	    .content = content,
	    .date = date_number(node_attr(node, "date")),
	    .cited = citations(node)};
	r->status = (uint8_t)b->kind->status(node, &r->ahead);
	add_values(b, node, source);
	add_strings(b, node, source);
	if (ix->kind == PUBINDEX_SITE && b->kind->keys != NULL)
		add_keys(b, node, source);
	if (b->words) {
		/* behind the labels of its values */
		b->kind->text(node, source, &b->text);
		strbuf_putc(&b->text, '\0');
	}
	entries_add(ix, b->row);
}

static struct pubowner *
owner_of(struct pubindex *ix, uint32_t owner)
{
	while (ix->nowners <= owner) {
		size_t cap = ix->nowners;

		ix->owners =
		    grow(ix->owners, ix->nowners, &cap, sizeof(*ix->owners));
		memset(ix->owners + ix->nowners, 0,
		    (cap - ix->nowners) * sizeof(*ix->owners));
		ix->nowners = cap;
	}
	return &ix->owners[owner];
}

/* Where the number of the owner's next row goes. */
static uint32_t *
end_of(struct pubindex *ix, struct pubowner *o)
{
	uint32_t *end = &o->first;

	for (uint32_t i = 0; i < o->n; i++)
		end = &ix->rows[*end].next;
	return end;
}

void
pubindex_append(struct pubindex *ix, uint32_t owner,
    const struct pubsource *source, const uint64_t *contents,
    const struct bits *but)
{
	struct builder b = {
	    ix, rowkind_of(source), .words = ix->kind == PUBINDEX_SITE};
	struct pubowner *o = owner_of(ix, owner);
	uint32_t *end = end_of(ix, o);
	uint32_t first = (uint32_t)ix->n;

	bits_grow(&ix->live, ix->n + source->n);
	strbuf_init(&b.text);
	strbuf_init(&b.folded);
	for (size_t i = 0; i < source->n; i++) {
		if (but != NULL && bits_test(but, i))
			continue;
		*end = (uint32_t)ix->n;
		o->n++;
		ix->nlive++;
		bits_set(&ix->live, ix->n);
		add_row(
		    &b, owner, source, i, contents != NULL ? contents[i] : 0);
		end = &ix->rows[ix->n - 1].next;
	}
	if (b.words)
		add_words(&b, first);
	strbuf_release(&b.text);
	strbuf_release(&b.folded);
}

void
pubindex_add(
    struct pubindex *ix, uint32_t owner, const struct pubsource *source)
{
	if (ix->kind == PUBINDEX_ONE)
		ix->source = *source;
	pubindex_append(ix, owner, source, NULL, NULL);
}

void
pubindex_kill(struct pubindex *ix, uint32_t row)
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

	if (!pubindex_has(ix, owner))
		return;
	o = &ix->owners[owner];
	for (uint32_t row = o->first; o->n > 0; o->n--) {
		pubindex_kill(ix, row);
		row = ix->rows[row].next;
	}
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
		struct builder b = {ix, .row = row};
		const struct pubfields to = {NULL, add_value, &b};

		if (!bits_test(&ix->live, row))
			;
		else if (row > ix->owners[owner].first)
			column_repeat(c, row, ix->owners[owner].first);
		else
			collect(ctx, owner, &to);
		column_end(c, row);
	}
	entries_count_again(ix, f);
}

long
pubindex_value(const struct pubindex *ix, uint32_t row, enum field f)
{
	size_t n;
	const uint32_t *values = column_values(&ix->fields[f], row, &n);

	return n > 0 ? (long)values[0] : -1;
}

const char *
pubindex_owner_id(const struct pubindex *ix, uint32_t row)
{
	long v = pubindex_value(ix, row, FIELD_PERSON);

	return v >= 0 ? dict_id(&ix->fields[FIELD_PERSON].dict, (size_t)v) : "";
}

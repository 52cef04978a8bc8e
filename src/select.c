/* SPDX-License-Identifier: MIT */
/* select.c - which publications a query shows. */
#include <stdlib.h>
#include <string.h>

#include "pubfields.h"
#include "select.h"
#include "text.h"
#include "util.h"

static long
year_of(const struct dict *dict, size_t v)
{
	return strtol(dict_id(dict, v), NULL, 10);
}

/* The latest year that a publication is of. */
static long
latest_year(const struct dict *dict)
{
	long latest = -1;

	for (size_t v = 0; v < dict_size(dict); v++)
		if (dict->uses[v] > 0 && year_of(dict, v) > latest)
			latest = year_of(dict, v);
	return latest;
}

static void
mark_years(const struct dict *dict, const char *term, struct bits *wanted)
{
	int from;
	int to;
	long latest;

	if (!query_year_range(term, &from, &to))
		return;
	latest = from < 0 ? latest_year(dict) : -1;
	for (size_t v = 0; v < dict_size(dict); v++) {
		long year = year_of(dict, v);

		if (from < 0 ? year == latest : year >= from && year <= to)
			bits_set(wanted, v);
	}
}

/* All statuses of what is not out yet. */
static void
mark_forthcoming(const struct dict *dict, struct bits *wanted)
{
	for (size_t v = 0; v < dict_size(dict); v++)
		if (status_is_forthcoming(dict_id(dict, v)))
			bits_set(wanted, v);
}

/* Whole words of what a value is called. */
static void
mark_words(const struct dict *dict, const char *term, struct bits *wanted)
{
	size_t n = dict_size(dict);

	if (term[0] == '\0')
		return;
	for (size_t v = strlist_find(&dict->slugs, term, 0); v < n;
	     v = strlist_find(&dict->slugs, term, v + 1))
		if (text_has_words(strlist_get(&dict->slugs, v), term))
			bits_set(wanted, v);
}

void
select_term(const struct dict *dict, enum field f, const char *term,
    struct bits *wanted)
{
	long exact = dict_find(dict, term);

	if (f == FIELD_YEAR)
		mark_years(dict, term, wanted);
	else if (f == FIELD_STATUS && strcmp(term, STATUS_FORTHCOMING) == 0)
		mark_forthcoming(dict, wanted);
	else if (exact >= 0)
		bits_set(wanted, (size_t)exact);
	else
		mark_words(dict, term, wanted);
}

/* The rows that have one of the wanted values. */
static void
match_values(
    const struct column *c, const struct bits *wanted, struct bits *hits)
{
	for (size_t r = 0; r < hits->n; r++) {
		size_t n;
		const uint32_t *values = column_values(c, (uint32_t)r, &n);

		for (size_t i = 0; i < n; i++)
			if (bits_test(wanted, values[i])) {
				bits_set(hits, r);
				break;
			}
	}
}

/* A live row speaks for the entry that it is a copy of. */
static void
match_entries(const struct pubindex *ix, struct bits *hits)
{
	if (ix->works == NULL)
		return;
	for (size_t r = bits_next(hits, 0); r < hits->n;
	     r = bits_next(hits, r + 1))
		if (bits_test(&ix->live, r))
			bits_set(hits, ix->entry_of[r]);
}

static void
match_field(struct selection *sel, const struct query *q, enum field f)
{
	const struct column *c = &sel->index->fields[f];
	const struct terms *terms = &q->fields[f];
	struct bits *wanted = &sel->wanted[f];

	if (terms->n == 0)
		return;
	bits_init(wanted, dict_size(&c->dict));
	for (size_t i = 0; i < terms->n; i++)
		select_term(&c->dict, f, terms->v[i], wanted);
	bits_init(&sel->hits[f], sel->index->n);
	if (bits_count(wanted) > 0)
		match_values(c, wanted, &sel->hits[f]);
	if (field_is_of_copies(f))
		match_entries(sel->index, &sel->hits[f]);
}

/* What is typed for q, in words that need not say each other again. */
struct words {
	struct strbuf folded; /* NUL behind each */
	const char *v[QUERY_MAX_VALUE_BYTES];
	size_t n;
};

/* Is the word a part of another one, or the same and not the first? */
static bool
is_implied(const char *word, const struct strbuf *words)
{
	for (const char *w = words->buf; w < words->buf + words->len;
	     w += strlen(w) + 1)
		if (w != word && strstr(w, word) != NULL &&
		    (w < word || strcmp(w, word) != 0))
			return true;
	return false;
}

static int
compare_lengths(const void *a, const void *b)
{
	const char *x = *(const char *const *)a;
	const char *y = *(const char *const *)b;

	if (strlen(x) != strlen(y))
		return strlen(x) > strlen(y) ? -1 : 1;
	return (x > y) - (x < y);
}

/* Long ones come first: the longer the rarer, and less is left to look at. */
static void
words_init(struct words *words, const char *typed)
{
	struct strbuf *folded = &words->folded;

	words->n = 0;
	strbuf_init(folded);
	text_fold(folded, typed);
	for (size_t i = 0; i < folded->len; i++)
		if (folded->buf[i] == ' ')
			folded->buf[i] = '\0';
	for (const char *w = folded->buf; w < folded->buf + folded->len;
	     w += strlen(w) + 1)
		if (*w != '\0' && !is_implied(w, folded) &&
		    words->n < ARRAY_SIZE(words->v))
			words->v[words->n++] = w;
	qsort(words->v, words->n, sizeof(*words->v), compare_lengths);
	if (words->n > QUERY_MAX_WORDS)
		words->n = QUERY_MAX_WORDS;
}

/* Every word must be there, in whatever order. */
static void
match_words(struct selection *sel, const char *typed)
{
	struct bits *hits = &sel->hits[SELECT_Q];
	struct words words;

	if (typed == NULL)
		return;
	words_init(&words, typed);
	bits_copy(hits, &sel->index->entries);
	for (size_t i = 0; i < words.n; i++) {
		struct bits left;

		bits_copy(&left, hits);
		tokens_match(pubindex_tokens(sel->index), words.v[i], &left);
		bits_subtract(hits, &left);
		bits_release(&left);
	}
	strbuf_release(&words.folded);
}

void
select_others(const struct selection *sel, unsigned f, struct bits *out)
{
	bits_copy(out, &sel->index->entries);
	for (unsigned g = 0; g <= SELECT_Q; g++)
		if (g != f && sel->hits[g].words != NULL)
			bits_and(out, &sel->hits[g]);
}

static void
match(struct selection *sel, const struct query *q)
{
	for (unsigned f = 0; f < FIELD__MAX; f++)
		match_field(sel, q, (enum field)f);
	match_words(sel, q->q);
	/* there is nothing behind q that could be left out */
	select_others(sel, SELECT_Q + 1, &sel->all);
	sel->total = sel->index->nentries;
	sel->matches = bits_count(&sel->all);
	for (unsigned f = 0; f <= SELECT_Q; f++) {
		struct bits others;

		sel->without[f] = sel->matches;
		if (sel->hits[f].words == NULL)
			continue;
		select_others(sel, f, &others);
		sel->without[f] = bits_count(&others);
		bits_release(&others);
	}
}

bool
select_run(
    struct selection *sel, const struct pubindex *ix, const struct query *q)
{
	*sel = (struct selection){.index = ix};
	match(sel, q);
	return select_arrange(sel, q);
}

void
select_one(struct selection *sel, const struct pubindex *ix, uint32_t row)
{
	*sel = (struct selection){
	    .index = ix, .n = 1, .total = 1, .matches = 1, .page = 1};
	sel->rows = xcalloc(1, sizeof(*sel->rows));
	sel->rows[0] = row;
	bits_init(&sel->all, ix->n);
	bits_set(&sel->all, row);
}

void
select_release(struct selection *sel)
{
	for (size_t f = 0; f < ARRAY_SIZE(sel->hits); f++)
		bits_release(&sel->hits[f]);
	for (size_t f = 0; f < ARRAY_SIZE(sel->wanted); f++)
		bits_release(&sel->wanted[f]);
	bits_release(&sel->all);
	free(sel->rows);
	free(sel->groups);
	*sel = (struct selection){0};
}

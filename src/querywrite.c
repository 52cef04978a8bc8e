/* SPDX-License-Identifier: MIT */
/* querywrite.c - a typed query in its one canonical spelling. */
#include <stdio.h>
#include <string.h>

#include "query.h"
#include "text.h"
#include "url.h"

typedef void pair_fn(void *ctx, const char *key, const char *value);

/* Where the pairs go, and what is changed on the way. */
struct writer {
	const struct query *q;
	struct query_edit edit;
	pair_fn *emit;
	void *ctx;
};

static void
add_term(struct strbuf *out, const char *term)
{
	strbuf_puts(out, term);
	strbuf_putc(out, ',');
}

/* The alternatives of a field, the edit's value toggled in its place. */
static void
join_terms(const struct writer *w, enum field f, struct strbuf *out)
{
	const struct terms *terms = &w->q->fields[f];
	const char *toggle = NULL;
	bool placed = true;

	if (w->edit.key != KEY_NONE && query_key_field(w->edit.key) == (int)f) {
		toggle = w->edit.value;
		if (toggle == NULL)
			return;
		placed = query_has(w->q, f, toggle);
	}
	for (size_t i = 0; i < terms->n; i++) {
		if (!placed && strcmp(toggle, terms->v[i]) < 0) {
			add_term(out, toggle);
			placed = true;
		}
		if (toggle == NULL || strcmp(toggle, terms->v[i]) != 0)
			add_term(out, terms->v[i]);
	}
	if (!placed)
		add_term(out, toggle);
	strbuf_truncate(out, out->len > 0 ? out->len - 1 : 0);
}

/* What a query that says nothing more would choose. */
static const char *
default_choice(enum query_key key, const char *sort)
{
	bool newest = strcmp(sort, "year") == 0;

	if (key == KEY_SORT)
		return "year";
	if (key == KEY_BY)
		return newest ? "year" : "none";
	return newest || strcmp(sort, "cited") == 0 ? "desc" : "asc";
}

/*
 * Choosing another sort also goes back to its natural order and grouping:
 * they were chosen for the other one.
 */
static const char *
choice(const struct writer *w, enum query_key key)
{
	const char *sort = query_chosen(w->q, KEY_SORT);
	const char *value = query_chosen(w->q, key);

	if (w->edit.key == KEY_SORT) {
		sort = w->edit.value != NULL ? w->edit.value : "year";
		value = key == KEY_SORT ? sort : default_choice(key, sort);
	} else if (w->edit.key == key) {
		value = w->edit.value;
	}
	if (value != NULL && strcmp(value, default_choice(key, sort)) == 0)
		value = NULL;
	return value;
}

static const char *
number(const struct writer *w, enum query_key key, char buf[16])
{
	unsigned n = key == KEY_PER ? w->q->per : w->q->page;
	bool stays = w->edit.key == KEY_NONE || w->edit.key == KEY_PAGE ||
		     w->edit.key == KEY_LANG || key == KEY_PER;

	if (w->edit.key == key)
		return w->edit.value;
	if (n == 0 || (key == KEY_PAGE && (n == 1 || !stays)))
		return NULL;
	snprintf(buf, 16, "%u", n);
	return buf;
}

static const char *
text(const struct writer *w, enum query_key key)
{
	if (w->edit.key == key)
		return w->edit.value;
	return key == KEY_Q ? w->q->q : w->q->lang;
}

/* The value of a key that is no field, NULL when it is not to be written. */
static const char *
value_of(const struct writer *w, enum query_key key, char buf[16])
{
	switch (key) {
	case KEY_Q:
	case KEY_LANG:
		return text(w, key);
	case KEY_PAGE:
	case KEY_PER:
		return number(w, key, buf);
	default:
		return choice(w, key);
	}
}

static void
write_pairs(const struct writer *w)
{
	struct strbuf terms;
	char buf[16];

	strbuf_init(&terms);
	for (enum query_key k = 0; k < KEY__MAX; k++) {
		int f = query_key_field(k);
		const char *value;

		if (!query_key_is_of(k, w->q->of))
			continue;
		if (f >= 0) {
			strbuf_reset(&terms);
			join_terms(w, (enum field)f, &terms);
			value = terms.len > 0 ? terms.buf : NULL;
		} else {
			value = value_of(w, k, buf);
		}
		if (value != NULL)
			w->emit(w->ctx, query_key_name(k), value);
	}
	strbuf_release(&terms);
}

static void
emit_url(void *ctx, const char *key, const char *value)
{
	struct strbuf *out = ctx;

	strbuf_puts(out, key);
	strbuf_putc(out, '=');
	url_encode(out, value);
	strbuf_putc(out, '&');
}

void
query_write(const struct query *q, struct query_edit edit, struct strbuf *out)
{
	size_t before = out->len;
	struct writer w = {q, edit, emit_url, out};

	write_pairs(&w);
	if (out->len > before)
		strbuf_truncate(out, out->len - 1);
}

struct param_ctx {
	pair_fn *fn;
	void *ctx;
};

static void
emit_param(void *ctx, const char *key, const char *value)
{
	const struct param_ctx *p = ctx;

	if (strcmp(key, "q") != 0 && strcmp(key, "page") != 0)
		p->fn(p->ctx, key, value);
}

void
query_params(const struct query *q,
    void (*fn)(void *ctx, const char *key, const char *value), void *ctx)
{
	struct param_ctx p = {fn, ctx};
	struct writer w = {q, {KEY_NONE, NULL}, emit_param, &p};

	write_pairs(&w);
}

bool
query_combines(const struct query *q)
{
	const char *sort = query_chosen(q, KEY_SORT);

	if (q->q != NULL || q->nterms > 1 || q->per != 0)
		return true;
	for (size_t k = KEY_SORT; k <= KEY_BY; k++)
		if (query_key_is_of((enum query_key)k, q->of) &&
		    strcmp(query_chosen(q, (enum query_key)k),
			default_choice((enum query_key)k, sort)) != 0)
			return true;
	return q->sort != SORT_YEAR;
}

bool
query_has(const struct query *q, enum field f, const char *term)
{
	for (size_t i = 0; i < q->fields[f].n; i++)
		if (strcmp(q->fields[f].v[i], term) == 0)
			return true;
	return false;
}

size_t
query_filters(const struct query *q)
{
	size_t n = q->q != NULL;

	for (size_t f = 0; f < FIELD__MAX; f++)
		n += q->fields[f].n > 0;
	return n;
}

bool
query_year_range(const char *term, int *from, int *to)
{
	const char *dash = strchr(term, '-');
	long a;
	long b;

	*from = *to = -1;
	if (strcmp(term, "latest") == 0)
		return true;
	if (dash == NULL) {
		a = b = text_parse_uint(term, strlen(term), 9999);
	} else {
		a = dash == term
			? 0
			: text_parse_uint(term, (size_t)(dash - term), 9999);
		b = dash[1] == '\0'
			? 9999
			: text_parse_uint(dash + 1, strlen(dash + 1), 9999);
		if (dash == term && dash[1] == '\0')
			return false;
	}
	*from = (int)a;
	*to = (int)b;
	return a >= 0 && b >= a;
}

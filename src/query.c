/* SPDX-License-Identifier: MIT */
/* query.c - query string -> typed query. */
#include <stdlib.h>
#include <string.h>

#include "query.h"
#include "text.h"
#include "url.h"

typedef int parse_fn(struct query *q, enum query_key key, const char *value);

static const struct {
	const char *typed;
	const char *means;
} booleans[] = {
    {"yes", "true"}, {"1", "true"}, {"no", "false"}, {"0", "false"}};

static int
parse_q(struct query *q, enum query_key key, const char *value)
{
	struct strbuf sb;

	(void)key;
	strbuf_init(&sb);
	if (q->q != NULL)
		strbuf_printf(&sb, "%s ", q->q);
	for (const char *s = value; *s != '\0'; s++)
		if (*s != ' ' || (sb.len > 0 && sb.buf[sb.len - 1] != ' '))
			strbuf_putc(&sb, *s);
	while (sb.len > 0 && sb.buf[sb.len - 1] == ' ')
		strbuf_truncate(&sb, sb.len - 1);
	if (sb.len > QUERY_MAX_VALUE_BYTES) {
		strbuf_release(&sb);
		return -1;
	}
	free(q->q);
	q->q = sb.len > 0 ? strbuf_detach(&sb) : NULL;
	strbuf_release(&sb);
	return 0;
}

/* RFC 5646, as far as a language of the interface needs it: zh, pt-BR. */
static int
parse_lang(struct query *q, enum query_key key, const char *value)
{
	size_t n = strspn(value, "abcdefghijklmnopqrstuvwxyz"
				 "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

	(void)key;
	if (value[n] != '\0' || n < 2 || n > 35 || value[0] == '-')
		return -1;
	free(q->lang);
	q->lang = xstrdup(value);
	return 0;
}

static int
parse_number(struct query *q, enum query_key key, const char *value)
{
	long max = key == KEY_PER ? QUERY_MAX_PER : 1000000;
	long n = text_parse_uint(value, strlen(value), max);

	if (n < 1)
		return -1;
	if (key == KEY_PER)
		q->per = (unsigned)n;
	else
		q->page = (unsigned)n;
	return 0;
}

static int
parse_choice(struct query *q, enum query_key key, const char *value)
{
	struct strbuf folded;
	int word;

	strbuf_init(&folded);
	text_slug(&folded, value);
	word = query_key_word(key, folded.buf);
	strbuf_release(&folded);
	if (word < 0)
		return -1;
	if (key == KEY_SORT)
		q->sort = (enum sort)word;
	else if (key == KEY_ORDER)
		q->order = (enum order)word;
	else
		q->by = (enum by)word;
	return 0;
}

/* Keep `terms` sorted and without repetition. */
static int
add_term(struct query *q, struct terms *terms, const char *term)
{
	size_t at = 0;
	int c = 1;

	while (at < terms->n && (c = strcmp(terms->v[at], term)) < 0)
		at++;
	if (at < terms->n && c == 0)
		return 0;
	if (terms->n == QUERY_MAX_TERMS || q->nterms == QUERY_MAX_ALL_TERMS)
		return -1;
	q->nterms++;
	memmove(&terms->v[at + 1], &terms->v[at],
	    (terms->n - at) * sizeof(terms->v[0]));
	terms->v[at] = xstrdup(term);
	terms->n++;
	return 0;
}

/* One spelling for each meaning: "02019" and "2019-2019" are "2019". */
static int
canonical_years(const char *typed, struct strbuf *out)
{
	int from;
	int to;

	if (!query_year_range(typed, &from, &to))
		return -1;
	if (from < 0)
		strbuf_puts(out, typed);
	else if (from == to)
		strbuf_printf(out, "%d", from);
	else if (to == 9999)
		strbuf_printf(out, "%d-", from);
	else if (from == 0)
		strbuf_printf(out, "-%d", to);
	else
		strbuf_printf(out, "%d-%d", from, to);
	return 0;
}

/* One alternative, made canonical; "" when nothing of it is left. */
static int
canonical_term(enum query_key key, const char *typed, struct strbuf *out)
{
	if (key == KEY_YEAR)
		return canonical_years(typed, out);
	text_slug(out, typed);
	for (size_t i = 0; key == KEY_SELECTED && i < ARRAY_SIZE(booleans); i++)
		if (strcmp(out->buf, booleans[i].typed) == 0) {
			strbuf_reset(out);
			strbuf_puts(out, booleans[i].means);
		}
	return query_key_word(key, out->buf) >= 0 ? 0 : -1;
}

static int
parse_field(struct query *q, enum query_key key, const char *value)
{
	struct terms *terms = &q->fields[query_key_field(key)];
	struct strbuf typed;
	struct strbuf term;
	int rc = 0;

	strbuf_init(&typed);
	strbuf_init(&term);
	while (rc == 0 && *value != '\0') {
		size_t n = strcspn(value, ",");

		strbuf_reset(&typed);
		strbuf_reset(&term);
		value += strspn(value, " ");
		n = strcspn(value, ",");
		strbuf_add(&typed, value, n);
		while (typed.len > 0 && typed.buf[typed.len - 1] == ' ')
			strbuf_truncate(&typed, typed.len - 1);
		if (typed.len > 0)
			rc = canonical_term(key, typed.buf, &term);
		/* a canonical form that is too long could not be asked for */
		if (n > QUERY_MAX_VALUE_BYTES ||
		    term.len > QUERY_MAX_VALUE_BYTES)
			rc = -1;
		if (rc == 0 && term.len > 0)
			rc = add_term(q, terms, term.buf);
		value += n;
		value += *value == ',';
	}
	strbuf_release(&typed);
	strbuf_release(&term);
	return rc;
}

static parse_fn *const parsers[KEY__MAX] = {
    [KEY_Q] = parse_q,
    [KEY_SORT] = parse_choice,
    [KEY_ORDER] = parse_choice,
    [KEY_BY] = parse_choice,
    [KEY_PAGE] = parse_number,
    [KEY_PER] = parse_number,
    [KEY_LANG] = parse_lang,
};

static int
parse_pair(
    struct query *q, const char *name, const char *typed, enum query_key *key)
{
	struct strbuf value;
	int rc = 0;

	strbuf_init(&value);
	*key = KEY_NONE;
	if (typed[0] != '\0')
		*key = query_key_find(name, typed, &value);
	if (*key != KEY_NONE && !query_key_is_of(*key, q->of))
		*key = KEY_NONE;
	if (*key != KEY_NONE)
		rc = query_key_field(*key) >= 0
			 ? parse_field(q, *key, value.buf)
			 : parsers[*key](q, *key, value.buf);
	strbuf_release(&value);
	return rc;
}

/* What is not said follows from what is: the order from the sort, and so on. */
static void
set_defaults(struct query *q, bool order_given, bool by_given)
{
	if (!order_given)
		q->order = q->sort == SORT_YEAR || q->sort == SORT_CITED
			       ? ORDER_DESC
			       : ORDER_ASC;
	if (q->of == QUERY_OF_PEOPLE)
		q->by = BY_NONE;
	else if (!by_given)
		q->by = q->sort == SORT_YEAR ? BY_YEAR : BY_NONE;
	/* that many is what a list of the site shows anyway */
	if (q->of != QUERY_OF_PERSON && q->per == QUERY_DEFAULT_PER)
		q->per = 0;
	if (q->of == QUERY_OF_PERSON && q->page > 1 && q->per == 0)
		q->per = QUERY_DEFAULT_PER;
}

int
query_parse(
    struct query *q, enum query_of of, const char *qs, enum query_key *bad)
{
	struct url_pairs it;
	struct strbuf name;
	struct strbuf value;
	bool given[KEY__MAX + 1] = {false};
	enum query_key key;
	int pairs = 0;
	int status = 0;
	int rc;

	*q = (struct query){.of = of, .page = 1};
	*bad = KEY_NONE;
	strbuf_init(&name);
	strbuf_init(&value);
	url_pairs_init(&it, qs, strlen(qs));
	while ((rc = url_pairs_next(&it, &name, &value)) > 0 &&
	       ++pairs <= QUERY_MAX_PAIRS) {
		if (parse_pair(q, name.buf, value.buf, &key) == 0) {
			given[key] = true;
		} else if (status == 0) {
			status = 400;
			*bad = key;
		}
	}
	if (rc < 0 || pairs > QUERY_MAX_PAIRS)
		status = 400;
	set_defaults(q, given[KEY_ORDER], given[KEY_BY]);
	strbuf_release(&name);
	strbuf_release(&value);
	return status;
}

void
query_release(struct query *q)
{
	for (size_t f = 0; f < FIELD__MAX; f++)
		for (size_t i = 0; i < q->fields[f].n; i++)
			free(q->fields[f].v[i]);
	free(q->q);
	free(q->lang);
	*q = (struct query){0};
}

unsigned
query_per(const struct query *q)
{
	if (q->per == 0 && q->of != QUERY_OF_PERSON)
		return QUERY_DEFAULT_PER;
	return q->per;
}

const char *
query_chosen(const struct query *q, enum query_key key)
{
	if (key == KEY_SORT)
		return query_choice(key, q->sort);
	if (key == KEY_ORDER)
		return query_choice(key, q->order);
	return query_choice(key, q->by);
}

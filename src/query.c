/* SPDX-License-Identifier: MIT */
/* query.c - query string -> typed query. */
#include <stdlib.h>
#include <string.h>

#include "query.h"
#include "text.h"
#include "url.h"

typedef int parse_fn(struct query *q, enum query_key key, const char *value);

static parse_fn parse_q, parse_lang, parse_field, parse_choice, parse_number;

/* Words that a field may have; NULL-terminated. */
static const char *const type_words[] = {"book", "chapter", "conference",
    "dataset", "demo", "journal", "other", "patent", "poster", "preprint",
    "report", "software", "thesis", "workshop", NULL};
static const char *const status_words[] = {"accepted", STATUS_FORTHCOMING,
    "in-preparation", "in-press", "published", "retracted", "submitted", NULL};
static const char *const selected_words[] = {"false", "true", NULL};
static const char *const has_words[] = {
    "code", "data", "paper", "slides", "video", NULL};
static const char *const sort_words[] = {
    "year", "title", "venue", "cited", NULL};
static const char *const order_words[] = {"desc", "asc", NULL};
static const char *const by_words[] = {"year", "type", "venue", "none", NULL};

/* Everything that differs between the keys. */
static const struct {
	const char *name;
	parse_fn *parse;
	int field;		  /* for parse_field */
	const char *const *words; /* NULL: any */
} keys[KEY__MAX] = {
    [KEY_Q] = {"q", parse_q, -1, NULL},
    [KEY_AUTHOR] = {"author", parse_field, FIELD_AUTHOR, NULL},
    [KEY_YEAR] = {"year", parse_field, FIELD_YEAR, NULL},
    [KEY_TYPE] = {"type", parse_field, FIELD_TYPE, type_words},
    [KEY_VENUE] = {"venue", parse_field, FIELD_VENUE, NULL},
    [KEY_KEYWORD] = {"keyword", parse_field, FIELD_KEYWORD, NULL},
    [KEY_PROJECT] = {"project", parse_field, FIELD_PROJECT, NULL},
    [KEY_GRANT] = {"grant", parse_field, FIELD_GRANT, NULL},
    [KEY_PERSON] = {"person", parse_field, FIELD_PERSON, NULL},
    [KEY_GROUP] = {"group", parse_field, FIELD_GROUP, NULL},
    [KEY_STATUS] = {"status", parse_field, FIELD_STATUS, status_words},
    [KEY_SELECTED] = {"selected", parse_field, FIELD_SELECTED, selected_words},
    [KEY_HAS] = {"has", parse_field, FIELD_HAS, has_words},
    [KEY_RANK] = {"rank", parse_field, FIELD_RANK, NULL},
    [KEY_SORT] = {"sort", parse_choice, -1, sort_words},
    [KEY_ORDER] = {"order", parse_choice, -1, order_words},
    [KEY_BY] = {"by", parse_choice, -1, by_words},
    [KEY_PAGE] = {"page", parse_number, -1, NULL},
    [KEY_PER] = {"per", parse_number, -1, NULL},
    [KEY_LANG] = {"lang", parse_lang, -1, NULL},
};

/* bibtexbrowser's names, for sites that migrate; and words people type. */
static const struct {
	const char *name;
	enum query_key key;
	const char *value; /* NULL: as given */
	const char *more;  /* comes behind the value */
} aliases[] = {
    {"search", KEY_Q, NULL, ""},
    {"range", KEY_YEAR, NULL, ""},
    {"since", KEY_YEAR, NULL, "-"},
    {"keywords", KEY_KEYWORD, NULL, ""},
    {"academic", KEY_BY, "type", ""},
};

static const struct {
	const char *typed;
	const char *means;
} booleans[] = {
    {"yes", "true"}, {"1", "true"}, {"no", "false"}, {"0", "false"}};

const char *
query_key_name(enum query_key key)
{
	return keys[key].name;
}

enum query_key
query_field_key(enum field f)
{
	size_t k = 0;

	while (keys[k].field != (int)f)
		k++;
	return (enum query_key)k;
}

const char *
query_choice(enum query_key key, size_t i)
{
	return keys[key].words[i];
}

/* The place of `word` in the words of `key`, or -1. */
static int
find_word(enum query_key key, const char *word)
{
	for (int i = 0; keys[key].words[i] != NULL; i++)
		if (strcmp(keys[key].words[i], word) == 0)
			return i;
	return -1;
}

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
	word = find_word(key, folded.buf);
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
	if (keys[key].words == NULL)
		return 0;
	for (size_t i = 0; key == KEY_SELECTED && i < ARRAY_SIZE(booleans); i++)
		if (strcmp(out->buf, booleans[i].typed) == 0) {
			strbuf_reset(out);
			strbuf_puts(out, booleans[i].means);
		}
	return find_word(key, out->buf) >= 0 ? 0 : -1;
}

static int
parse_field(struct query *q, enum query_key key, const char *value)
{
	struct terms *terms = &q->fields[keys[key].field];
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

/* The key of this name; an alias may know better what the value is. */
static enum query_key
find_key(const char *name, const char *typed, struct strbuf *value)
{
	for (size_t k = 0; k < KEY__MAX; k++)
		if (strcmp(keys[k].name, name) == 0) {
			strbuf_puts(value, typed);
			return (enum query_key)k;
		}
	for (size_t i = 0; i < ARRAY_SIZE(aliases); i++)
		if (strcmp(aliases[i].name, name) == 0) {
			strbuf_printf(value, "%s%s",
			    aliases[i].value != NULL ? aliases[i].value : typed,
			    aliases[i].more);
			return aliases[i].key;
		}
	return KEY_NONE;
}

static int
parse_pair(
    struct query *q, const char *name, const char *typed, enum query_key *key)
{
	struct strbuf value;
	int rc = 0;

	strbuf_init(&value);
	*key = KEY_NONE;
	if (typed[0] != '\0')
		*key = find_key(name, typed, &value);
	if (*key != KEY_NONE)
		rc = keys[*key].parse(q, *key, value.buf);
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
	if (!by_given)
		q->by = q->sort == SORT_YEAR ? BY_YEAR : BY_NONE;
	if (q->page > 1 && q->per == 0)
		q->per = QUERY_DEFAULT_PER;
}

int
query_parse(struct query *q, const char *qs, enum query_key *bad)
{
	struct url_pairs it;
	struct strbuf name;
	struct strbuf value;
	bool given[KEY__MAX + 1] = {false};
	enum query_key key;
	int pairs = 0;
	int status = 0;
	int rc;

	*q = (struct query){.page = 1};
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

const char *
query_chosen(const struct query *q, enum query_key key)
{
	if (key == KEY_SORT)
		return sort_words[q->sort];
	if (key == KEY_ORDER)
		return order_words[q->order];
	return by_words[q->by];
}

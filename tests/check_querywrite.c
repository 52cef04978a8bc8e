/* SPDX-License-Identifier: MIT */
/* check_querywrite.c - tests of query.h: what is written. */
#include <stdlib.h>
#include <string.h>

#include "query.h"
#include "testing.h"

static const struct query_edit no_edit = {KEY_NONE, NULL};

/* Parse and write; whatever is not understood is left out. Owned. */
static char *
rewrite(const char *qs, struct query_edit edit)
{
	enum query_key bad;
	struct strbuf sb;
	struct query q;
	int status = query_parse(&q, QUERY_OF_PERSON, qs, &bad);

	(void)status;
	strbuf_init(&sb);
	query_write(&q, edit, &sb);
	query_release(&q);
	return strbuf_detach(&sb);
}

static const struct {
	const char *qs;
	struct query_edit edit;
	const char *want;
} edits[] = {
    {"", {KEY_NONE, NULL}, ""},
    /* fields: in its place, or away */
    {"", {KEY_YEAR, "2023"}, "year=2023"},
    {"year=2023", {KEY_YEAR, "2023"}, ""},
    {"year=2021,2023", {KEY_YEAR, "2022"}, "year=2021,2022,2023"},
    {"year=2021,2023", {KEY_YEAR, "2020"}, "year=2020,2021,2023"},
    {"year=2021,2023", {KEY_YEAR, "2024"}, "year=2021,2023,2024"},
    {"year=2021,2022,2023", {KEY_YEAR, "2021"}, "year=2022,2023"},
    {"year=2021,2022,2023", {KEY_YEAR, "2022"}, "year=2021,2023"},
    {"year=2021,2022,2023", {KEY_YEAR, "2023"}, "year=2021,2022"},
    {"year=2021,2022", {KEY_YEAR, NULL}, ""},
    {"year=2021&type=book", {KEY_VENUE, "acm-mm"},
	"year=2021&type=book&venue=acm-mm"},
    {"year=2021&type=book", {KEY_AUTHOR, "ada"},
	"author=ada&year=2021&type=book"},
    {"keyword=a", {KEY_KEYWORD, "\u89c6\u9891"},
	"keyword=a,%E8%A7%86%E9%A2%91"},
    /* words */
    {"q=a", {KEY_Q, "b & c"}, "q=b%20%26%20c"},
    {"q=a&year=2021", {KEY_Q, NULL}, "year=2021"},
    {"lang=fr", {KEY_LANG, "zh"}, "lang=zh"},
    {"lang=fr", {KEY_LANG, NULL}, ""},
    /* choices: the default is not written */
    {"", {KEY_BY, "type"}, "by=type"},
    {"by=type", {KEY_BY, "year"}, ""},
    {"by=type", {KEY_BY, NULL}, ""},
    {"", {KEY_ORDER, "asc"}, "order=asc"},
    {"order=asc", {KEY_ORDER, "desc"}, ""},
    {"sort=title", {KEY_ORDER, "desc"}, "sort=title&order=desc"},
    {"sort=title&order=desc", {KEY_ORDER, "asc"}, "sort=title"},
    {"sort=title", {KEY_BY, "year"}, "sort=title&by=year"},
    {"sort=title&by=year", {KEY_BY, "none"}, "sort=title"},
    /* another sort comes with its own order and grouping */
    {"order=asc&by=type", {KEY_SORT, "title"}, "sort=title"},
    {"sort=title&order=desc&by=year", {KEY_SORT, "cited"}, "sort=cited"},
    {"sort=title&order=desc&by=venue", {KEY_SORT, "year"}, ""},
    {"sort=cited&order=asc", {KEY_SORT, NULL}, ""},
    /* any other list begins with its first page */
    {"page=3&per=10", {KEY_YEAR, "2023"}, "year=2023&per=10"},
    {"page=3&per=10", {KEY_Q, "a"}, "q=a&per=10"},
    {"page=3&per=10", {KEY_SORT, "title"}, "sort=title&per=10"},
    {"page=3&per=10", {KEY_BY, "type"}, "by=type&per=10"},
    {"page=3&per=10", {KEY_PER, "20"}, "per=20"},
    {"page=3&per=10", {KEY_PER, NULL}, ""},
    {"page=3&per=10&year=2023", {KEY_PAGE, "4"}, "year=2023&page=4&per=10"},
    {"page=3&per=10", {KEY_PAGE, NULL}, "per=10"},
    /* another language is the same page of the same list */
    {"page=3&per=10", {KEY_LANG, "fr"}, "page=3&per=10&lang=fr"},
    {"page=3&per=10", {KEY_NONE, NULL}, "page=3&per=10"},
};

START_TEST(edits_toggle_add_and_take_away)
{
	for (size_t i = 0; i < ARRAY_SIZE(edits); i++) {
		char *got = rewrite(edits[i].qs, edits[i].edit);

		ck_assert_msg(strcmp(got, edits[i].want) == 0,
		    "%zu: %s gives %s, not %s", i, edits[i].qs, got,
		    edits[i].want);
		free(got);
	}
}
END_TEST

START_TEST(toggling_twice_changes_nothing_but_the_page)
{
	static const char *const queries[] = {"", "year=2021&q=a",
	    "author=a,b,c&sort=title", "keyword=m&type=book,thesis&lang=fr"};
	static const struct query_edit toggles[] = {{KEY_YEAR, "2021"},
	    {KEY_AUTHOR, "b"}, {KEY_TYPE, "book"}, {KEY_KEYWORD, "z"},
	    {KEY_HAS, "code"}, {KEY_SELECTED, "true"}};

	for (size_t i = 0; i < ARRAY_SIZE(queries); i++)
		for (size_t k = 0; k < ARRAY_SIZE(toggles); k++) {
			char *before = rewrite(queries[i], no_edit);
			char *once = rewrite(queries[i], toggles[k]);
			char *twice = rewrite(once, toggles[k]);

			ck_assert_str_ne(before, once);
			ck_assert_str_eq(before, twice);
			free(before);
			free(once);
			free(twice);
		}
}
END_TEST

START_TEST(writing_appends)
{
	enum query_key bad;
	struct strbuf sb;
	struct query q;

	strbuf_init(&sb);
	strbuf_puts(&sb, "/list?x&");
	ck_assert_int_eq(query_parse(&q, QUERY_OF_PERSON, "", &bad), 0);
	query_write(&q, no_edit, &sb);
	ck_assert_str_eq(sb.buf, "/list?x&");
	query_release(&q);
	ck_assert_int_eq(query_parse(&q, QUERY_OF_PERSON, "q=a", &bad), 0);
	query_write(&q, no_edit, &sb);
	ck_assert_str_eq(sb.buf, "/list?x&q=a");
	query_release(&q);
	strbuf_release(&sb);
}
END_TEST

/* A small generator of our own: the same everywhere. */
static unsigned
next(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* What visitors, crawlers and attackers put together. */
static void
make_up(unsigned *seed, struct strbuf *qs)
{
	static const char *const keys[] = {"q", "author", "year", "type",
	    "venue", "keyword", "status", "selected", "has", "rank", "sort",
	    "order", "by", "page", "per", "lang", "search", "range", "keywords",
	    "academic", "utm_source", ""};
	static const char *const values[] = {"", "a", "A+b", "2023",
	    "2019-2021", "-2015", "2019-", "latest", "journal", "book,thesis",
	    "true", "no", "code", "title", "venue", "cited", "asc", "desc",
	    "none", "type", "year", "3", "10", "fr", "zh-Hant", "M%C3%BCller",
	    "%E8%A7%86%E9%A2%91,x", "a,b,,c", "%2C", "%26%3D%25", "++",
	    "\u00e9", "\ufdfa", "a%2Bb", "0002021", "accepted", "ccf-a", "%00",
	    "%", "x=y", "?", "#", "\u0130stanbul", "%EF%AC%81"};
	unsigned n = next(seed) % 8;

	while (n-- > 0)
		strbuf_printf(qs, "%s=%s%s%s&",
		    keys[next(seed) % ARRAY_SIZE(keys)],
		    values[next(seed) % ARRAY_SIZE(values)],
		    next(seed) % 3 == 0 ? "," : "",
		    next(seed) % 3 == 0
			? values[next(seed) % ARRAY_SIZE(values)]
			: "");
}

START_TEST(a_canonical_form_is_its_own_canonical_form)
{
	unsigned seed = 1;

	for (int i = 0; i < 20000; i++) {
		enum query_key bad;
		struct strbuf qs;
		struct query q;
		char *first;
		char *second;

		strbuf_init(&qs);
		make_up(&seed, &qs);
		first = rewrite(qs.buf, no_edit);
		ck_assert_msg(
		    query_parse(&q, QUERY_OF_PERSON, first, &bad) == 0,
		    "%s: %s is refused", qs.buf, first);
		query_release(&q);
		second = rewrite(first, no_edit);
		ck_assert_msg(strcmp(first, second) == 0, "%s: %s becomes %s",
		    qs.buf, first, second);
		free(first);
		free(second);
		strbuf_release(&qs);
	}
}
END_TEST

START_TEST(the_order_in_which_things_are_said_does_not_matter)
{
	static const char *const parts[] = {
	    "q=a", "author=x,y", "year=2023", "sort=title", "page=2&per=10"};
	char *want = rewrite(
	    "q=a&author=x,y&year=2023&sort=title&page=2&per=10", no_edit);

	for (size_t first = 0; first < ARRAY_SIZE(parts); first++)
		for (size_t step = 1; step < ARRAY_SIZE(parts); step++) {
			struct strbuf qs;
			char *got;

			strbuf_init(&qs);
			/* five is prime: every step visits every part */
			for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
				strbuf_printf(&qs, "%s&",
				    parts[(first + i * step) %
					  ARRAY_SIZE(parts)]);
			got = rewrite(qs.buf, no_edit);
			ck_assert_str_eq(got, want);
			free(got);
			strbuf_release(&qs);
		}
	free(want);
}
END_TEST

static void
add_param(void *ctx, const char *key, const char *value)
{
	strbuf_printf(ctx, "%s=%s;", key, value);
}

START_TEST(parameters_of_a_form_are_all_but_words_and_page)
{
	enum query_key bad;
	struct strbuf sb;
	struct query q;

	strbuf_init(&sb);
	ck_assert_int_eq(
	    query_parse(&q, QUERY_OF_PERSON,
		"q=a+b&page=2&per=10&author=ada,bo&sort=title&lang=fr&"
		"keyword=%E8%A7%86",
		&bad),
	    0);
	query_params(&q, add_param, &sb);
	ck_assert_str_eq(
	    sb.buf, "author=ada,bo;keyword=\u89c6;sort=title;per=10;lang=fr;");
	query_release(&q);
	strbuf_release(&sb);
}
END_TEST

START_TEST(choices_are_named)
{
	enum query_key bad;
	struct query q;

	ck_assert_str_eq(query_choice(KEY_SORT, 0), "year");
	ck_assert_str_eq(query_choice(KEY_ORDER, 1), "asc");
	ck_assert_ptr_null(query_choice(KEY_BY, 4));
	ck_assert_int_eq(
	    query_parse(&q, QUERY_OF_PERSON, "sort=cited&by=type", &bad), 0);
	ck_assert_str_eq(query_chosen(&q, KEY_SORT), "cited");
	ck_assert_str_eq(query_chosen(&q, KEY_ORDER), "desc");
	ck_assert_str_eq(query_chosen(&q, KEY_BY), "type");
	query_release(&q);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    edits_toggle_add_and_take_away,
	    toggling_twice_changes_nothing_but_the_page,
	    writing_appends,
	    a_canonical_form_is_its_own_canonical_form,
	    the_order_in_which_things_are_said_does_not_matter,
	    parameters_of_a_form_are_all_but_words_and_page,
	    choices_are_named,
	    NULL,
	};

	return run_tests("querywrite", tests);
}

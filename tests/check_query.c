/* SPDX-License-Identifier: MIT */
/* check_query.c - tests of query.h: what is understood. */
#include <stdlib.h>
#include <string.h>

#include "query.h"
#include "testing.h"

/* The canonical form of what could be understood. Owned. */
static char *
canonical(const char *qs, int *status, enum query_key *bad)
{
	struct query q;
	struct strbuf sb;

	strbuf_init(&sb);
	*status = query_parse(&q, QUERY_OF_PERSON, qs, bad);
	query_write(&q, (struct query_edit){KEY_NONE, NULL}, &sb);
	query_release(&q);
	return strbuf_detach(&sb);
}

static const struct {
	const char *qs;
	const char *canonical;
} good[] = {
    {"", ""},
    {"&&", ""},
    /* every key, given in the wrong order */
    {"lang=fr&per=20&page=3&by=none&order=asc&sort=title&rank=CCF+A&"
     "has=code&selected=1&status=accepted&keyword=leaf+order&venue=STOA&"
     "type=journal&year=2023&author=Ada+Berg&q=tree",
	"q=tree&author=ada-berg&year=2023&type=journal&venue=stoa&"
	"keyword=leaf-order&status=accepted&selected=true&has=code&"
	"rank=ccf-a&sort=title&page=3&per=20&lang=fr"},
    /* defaults are left out, each of them */
    {"sort=year", ""},
    {"order=desc", ""},
    {"by=year", ""},
    {"page=1", ""},
    {"sort=year&order=desc&by=year&page=1", ""},
    {"sort=title&order=asc&by=none", "sort=title"},
    {"sort=cited&order=desc", "sort=cited"},
    {"sort=venue&order=asc&by=none", "sort=venue"},
    {"sort=title&order=desc&by=year", "sort=title&order=desc&by=year"},
    {"order=asc", "order=asc"},
    {"by=none", "by=none"},
    {"by=venue&sort=cited", "sort=cited&by=venue"},
    {"per=50", "per=50"},
    {"page=2", "page=2&per=50"},
    /* keys that nobody knows, and values that say nothing */
    {"utm_source=x&fbclid=y&q=a", "q=a"},
    {"Q2=x&AUTHOR=ada&Year=2023", ""},
    {"q=&author=&year=&sort=&page=&lang=", ""},
    {"q", ""},
    {"q=+++", ""},
    {"author=,,+,", ""},
    {"author=***", ""},
    {"=x&=", ""},
    /* alternatives: comma or again, sorted, once */
    {"year=2023,2019,2021", "year=2019,2021,2023"},
    {"year=2023&type=thesis&year=2019&type=book",
	"year=2019,2023&type=book,thesis"},
    {"type=journal,journal&type=JOURNAL", "type=journal"},
    {"author=+Ada++Berg+,ada-berg,ADA.BERG", "author=ada-berg"},
    {"keyword=%E8%A7%86%E9%A2%91,M%C3%BCller",
	"keyword=muller,%E8%A7%86%E9%A2%91"},
    /* years: one spelling for each meaning */
    {"year=latest", "year=latest"},
    {"year=2019-2021", "year=2019-2021"},
    {"year=2019-", "year=2019-"},
    {"year=-2015", "year=-2015"},
    {"year=02019", "year=2019"},
    {"year=2019-2019,2019", "year=2019"},
    {"year=0002019-9999,2019-", "year=2019-"},
    {"year=0-2015,-2015,-0002015", "year=-2015"},
    {"year=987", "year=987"},
    /* words people type */
    {"selected=yes", "selected=true"},
    {"selected=true,1,yes", "selected=true"},
    {"selected=no,1", "selected=false,true"},
    {"has=code,paper&has=CODE", "has=code,paper"},
    {"type=Journal", "type=journal"},
    {"sort=Title&by=TYPE&order=Desc", "sort=title&order=desc&by=type"},
    /* q is as typed */
    {"q=++M%C3%BCller++%26+Co+", "q=M%C3%BCller%20%26%20Co"},
    {"q=a&q=b", "q=a%20b"},
    {"q=%3Cscript%3E", "q=%3Cscript%3E"},
    {"q=year:2023,2024", "q=year:2023,2024"},
    /* the last one counts where there can only be one */
    {"sort=title&sort=cited", "sort=cited"},
    {"page=2&page=5&per=10", "page=5&per=10"},
    {"lang=pt-BR&lang=zh", "lang=zh"},
    /* names that other programs gave */
    {"search=a", "q=a"},
    {"range=2019-2021", "year=2019-2021"},
    {"keywords=trees&keyword=graphs", "keyword=graphs,trees"},
    {"academic", ""},
    {"academic=1", "by=type"},
    {"academic=whatever", "by=type"},
};

START_TEST(every_query_has_one_canonical_form)
{
	for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
		enum query_key bad;
		int status;
		char *got = canonical(good[i].qs, &status, &bad);

		ck_assert_msg(status == 0, "%s: %d", good[i].qs, status);
		ck_assert_int_eq(bad, KEY_NONE);
		ck_assert_msg(strcmp(got, good[i].canonical) == 0,
		    "%s gives %s, not %s", good[i].qs, got, good[i].canonical);
		free(got);
	}
}
END_TEST

/* Else a redirect to it would never end. */
START_TEST(a_canonical_form_is_its_own)
{
	for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
		enum query_key bad;
		int status;
		char *got = canonical(good[i].canonical, &status, &bad);

		ck_assert_msg(status == 0, "%s: %d", good[i].canonical, status);
		ck_assert_str_eq(got, good[i].canonical);
		free(got);
	}
}
END_TEST

static const struct {
	const char *qs;
	enum query_key key;
	const char *rest; /* what is understood all the same */
} bad[] = {
    {"year=soon&q=a", KEY_YEAR, "q=a"},
    {"year=-", KEY_YEAR, ""},
    {"year=2021-2019", KEY_YEAR, ""},
    {"year=20x9", KEY_YEAR, ""},
    {"year=12345", KEY_YEAR, ""},
    {"year=2019-2020-2021", KEY_YEAR, ""},
    {"year=%2B2019", KEY_YEAR, ""},
    {"range=x", KEY_YEAR, ""},
    {"type=blog&type=book", KEY_TYPE, "type=book"},
    {"status=lost", KEY_STATUS, ""},
    {"selected=maybe", KEY_SELECTED, ""},
    {"has=money", KEY_HAS, ""},
    {"sort=size", KEY_SORT, ""},
    {"order=up", KEY_ORDER, ""},
    {"by=author", KEY_BY, ""},
    {"page=0", KEY_PAGE, ""},
    {"page=-1", KEY_PAGE, ""},
    {"page=1.5", KEY_PAGE, ""},
    {"page=+2", KEY_PAGE, ""},
    {"page=99999999999999999999", KEY_PAGE, ""},
    {"per=0", KEY_PER, ""},
    {"per=1001", KEY_PER, ""},
    {"per=all", KEY_PER, ""},
    {"lang=x", KEY_LANG, ""},
    {"lang=en_US", KEY_LANG, ""},
    {"lang=-en", KEY_LANG, ""},
    {"lang=../../etc/passwd", KEY_LANG, ""},
    {"lang=%E4%B8%AD", KEY_LANG, ""},
    /* the first one is named */
    {"per=x&year=y&sort=z", KEY_PER, ""},
    /* the string as a whole */
    {"q=%", KEY_NONE, ""},
    {"q=%zz&year=2023", KEY_NONE, ""},
    {"q=%ff", KEY_NONE, ""},
    {"q=%c0%af", KEY_NONE, ""},
    {"q=%ed%a0%80", KEY_NONE, ""},
    {"q=a%00b", KEY_NONE, ""},
    {"q=a%0ab", KEY_NONE, ""},
    {"unknown=%7f", KEY_NONE, ""},
    {"year=2023&q=%", KEY_NONE, "year=2023"},
};

START_TEST(a_bad_value_names_its_key_and_leaves_the_rest)
{
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		enum query_key key;
		int status;
		char *got = canonical(bad[i].qs, &status, &key);

		ck_assert_msg(status == 400, "%s: %d", bad[i].qs, status);
		ck_assert_msg(
		    key == bad[i].key, "%s: key %d", bad[i].qs, (int)key);
		ck_assert_msg(strcmp(got, bad[i].rest) == 0,
		    "%s leaves %s, not %s", bad[i].qs, got, bad[i].rest);
		free(got);
	}
}
END_TEST

START_TEST(year_ranges_mean_what_they_say)
{
	static const struct {
		const char *term;
		bool good;
		int from;
		int to;
	} cases[] = {
	    {"2023", true, 2023, 2023},
	    {"2019-2021", true, 2019, 2021},
	    {"2019-", true, 2019, 9999},
	    {"-2015", true, 0, 2015},
	    {"latest", true, -1, -1},
	    {"0", true, 0, 0},
	    {"9999", true, 9999, 9999},
	    {"10000", false, 0, 0},
	    {"", false, 0, 0},
	    {"-", false, 0, 0},
	    {"--", false, 0, 0},
	    {"2021-2019", false, 0, 0},
	    {"Latest", false, 0, 0},
	    {" 2023", false, 0, 0},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		int from;
		int to;

		ck_assert_int_eq(
		    query_year_range(cases[i].term, &from, &to), cases[i].good);
		if (cases[i].good) {
			ck_assert_int_eq(from, cases[i].from);
			ck_assert_int_eq(to, cases[i].to);
		}
	}
}
END_TEST

START_TEST(filters_are_the_keys_that_narrow_the_list)
{
	static const struct {
		const char *qs;
		size_t n;
	} cases[] = {
	    {"", 0},
	    {"sort=title&by=type&page=2&lang=fr", 0},
	    {"q=a", 1},
	    {"year=2020,2021", 1},
	    {"q=a&author=b&year=1&type=book&venue=c&keyword=d&status=accepted&"
	     "selected=1&has=code&rank=a",
		10},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		enum query_key key;
		struct query q;

		ck_assert_int_eq(
		    query_parse(&q, QUERY_OF_PERSON, cases[i].qs, &key), 0);
		ck_assert_uint_eq(query_filters(&q), cases[i].n);
		query_release(&q);
	}
}
END_TEST

START_TEST(combinations_are_told_from_single_filters)
{
	static const struct {
		const char *qs;
		bool combines;
	} cases[] = {
	    {"", false},
	    {"year=2023", false},
	    {"author=ada&lang=fr", false},
	    {"sort=year&order=desc&by=year", false},
	    {"year=2022,2023", true},
	    {"year=2023&type=book", true},
	    {"q=a", true},
	    {"sort=title", true},
	    {"order=asc", true},
	    {"by=type", true},
	    {"sort=cited&order=desc&by=none", true},
	    {"per=10", true},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		enum query_key key;
		struct query q;

		ck_assert_int_eq(
		    query_parse(&q, QUERY_OF_PERSON, cases[i].qs, &key), 0);
		ck_assert_msg(
		    query_combines(&q) == cases[i].combines, "%s", cases[i].qs);
		query_release(&q);
	}
}
END_TEST

START_TEST(fields_and_keys_correspond)
{
	for (int f = 0; f < FIELD__MAX; f++) {
		enum query_key key = query_field_key((enum field)f);
		enum query_of of = query_key_is_of(key, QUERY_OF_PERSON)
				       ? QUERY_OF_PERSON
				       : QUERY_OF_PEOPLE;
		struct strbuf qs;
		enum query_key none;
		struct query q;

		strbuf_init(&qs);
		strbuf_printf(&qs, "%s=%s", query_key_name(key),
		    key == KEY_YEAR	  ? "2023"
		    : key == KEY_TYPE	  ? "book"
		    : key == KEY_STATUS	  ? "accepted"
		    : key == KEY_SELECTED ? "true"
		    : key == KEY_HAS	  ? "code"
		    : key == KEY_ROLE	  ? "staff"
					  : "x");
		ck_assert_int_eq(query_parse(&q, of, qs.buf, &none), 0);
		ck_assert_uint_eq(q.fields[f].n, 1);
		ck_assert(query_has(&q, (enum field)f, q.fields[f].v[0]));
		ck_assert(!query_has(&q, (enum field)f, "other"));
		query_release(&q);
		strbuf_release(&qs);
	}
}
END_TEST

static const struct {
	enum query_of of;
	const char *qs;
	const char *canonical;
	unsigned per;
} lists[] = {
    {QUERY_OF_PEOPLE,
	"topic=T&letter=B&group=g&role=Staff&q=x&year=2020&by=type",
	"q=x&role=staff&group=g&topic=t&letter=b", 50},
    {QUERY_OF_PEOPLE, "page=3", "page=3", 50},
    {QUERY_OF_PEOPLE, "page=3&per=50", "page=3", 50},
    {QUERY_OF_PEOPLE, "per=20&sort=title", "per=20", 20},
    {QUERY_OF_NEWS, "year=2020&person=ada&group=g&type=book&search=a",
	"q=a&year=2020&person=ada&group=g", 50},
    {QUERY_OF_SITE, "role=staff&person=ada&type=book&page=2",
	"type=book&person=ada&page=2", 50},
    {QUERY_OF_PERSON, "letter=b&page=2", "page=2&per=50", 50},
    {QUERY_OF_PERSON, "letter=b", "", 0},
};

START_TEST(each_list_has_keys_of_its_own)
{
	for (size_t i = 0; i < ARRAY_SIZE(lists); i++) {
		enum query_key key;
		struct strbuf sb;
		struct query q;

		strbuf_init(&sb);
		ck_assert_int_eq(
		    query_parse(&q, lists[i].of, lists[i].qs, &key), 0);
		query_write(&q, (struct query_edit){KEY_NONE, NULL}, &sb);
		ck_assert_str_eq(sb.buf, lists[i].canonical);
		ck_assert_uint_eq(query_per(&q), lists[i].per);
		query_release(&q);
		strbuf_release(&sb);
	}
}
END_TEST

START_TEST(a_role_that_nobody_has_is_a_mistake)
{
	enum query_key key;
	struct query q;

	ck_assert_int_eq(
	    query_parse(&q, QUERY_OF_PEOPLE, "role=king", &key), 400);
	ck_assert_int_eq(key, KEY_ROLE);
	ck_assert(!query_combines(&q));
	query_release(&q);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    every_query_has_one_canonical_form,
	    a_canonical_form_is_its_own,
	    a_bad_value_names_its_key_and_leaves_the_rest,
	    year_ranges_mean_what_they_say,
	    filters_are_the_keys_that_narrow_the_list,
	    combinations_are_told_from_single_filters,
	    fields_and_keys_correspond,
	    each_list_has_keys_of_its_own,
	    a_role_that_nobody_has_is_a_mistake,
	    NULL,
	};

	return run_tests("query", tests);
}

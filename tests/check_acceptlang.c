/* SPDX-License-Identifier: MIT */
/* check_acceptlang.c - tests of acceptlang.h. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "acceptlang.h"
#include "strbuf.h"
#include "testing.h"

static const char *const some[] = {
    "ar", "de", "en", "fr", "pt-BR", "zh", "zh-Hant", "sr-Latn"};

/* "" for none. */
static const char *
named(int at)
{
	return at < 0 ? "" : some[at];
}

START_TEST(a_language_is_looked_up_from_the_special_to_the_general)
{
	static const char *const cases[][2] = {
	    {"de", "de"},
	    {"DE", "de"},
	    {"de-AT", "de"},
	    {"de-Latn-AT-1996", "de"},
	    {"zh-hant", "zh-Hant"},
	    {"zh-Hant-TW", "zh-Hant"},
	    {"zh-TW", "zh"},
	    /* a letter alone begins an extension and goes with it */
	    {"en-a-bbb-x-ccc", "en"},
	    {"de-x-dialect", "de"},
	    /* nearer than another language */
	    {"pt", "pt-BR"},
	    {"pt-PT", ""},
	    {"sr", "sr-Latn"},
	    {"sr-Cyrl", ""},
	    /* no language begins another one */
	    {"d", ""},
	    {"deu", ""},
	    {"zh-Han", "zh"},
	    {"x", ""},
	    {"", ""},
	    {"-", ""},
	    {"--", ""},
	    {"-de", ""},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		int at = acceptlang_lookup(cases[i][0], some, ARRAY_SIZE(some));

		ck_assert_msg(strcmp(named(at), cases[i][1]) == 0, "%s: \"%s\"",
		    cases[i][0], named(at));
	}
	ck_assert_int_eq(acceptlang_lookup("de", some, 0), -1);
}
END_TEST

struct header_case {
	const char *header;
	const char *want;
};

static void
ck_choices(const struct header_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		int at = acceptlang_choose(
		    cases[i].header, some, ARRAY_SIZE(some), 2);

		ck_assert_msg(strcmp(named(at), cases[i].want) == 0,
		    "%s: \"%s\"", cases[i].header, named(at));
	}
}

START_TEST(the_language_of_the_highest_quality_is_chosen)
{
	static const struct header_case cases[] = {
	    {NULL, ""},
	    {"", ""},
	    {"fr", "fr"},
	    {"fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "fr"},
	    {"en;q=0.8,de;q=0.9", "de"},
	    {"de;q=0.9,en", "en"},
	    {"nl,de;q=0.5", "de"},
	    {"de;q=0.899,fr;q=0.9", "fr"},
	    {"de;q=0.001", "de"},
	    {"de;q=1.000,fr", "de"},
	    /* of equals, the first */
	    {"fr,de", "fr"},
	    {"de;q=0.5,fr;q=0.5", "de"},
	    {" de ; q=0.5 ,\tfr\t;\tQ=0.6 ", "fr"},
	    {",, ,de,", "de"},
	    {"nl", ""},
	    {"nl, fi;q=0.5", ""},
	};

	ck_choices(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(a_star_leaves_the_choice_to_the_site)
{
	static const struct header_case cases[] = {
	    {"*", "en"},
	    {"nl, *;q=0.1", "en"},
	    {"de;q=0.2, *;q=0.5", "en"},
	    {"de;q=0.5, *;q=0.2", "de"},
	    {"*;q=0", ""},
	};

	ck_choices(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(quality_0_rules_a_language_out)
{
	static const struct header_case cases[] = {
	    {"de;q=0", ""},
	    {"de;q=0.0, fr;q=0.1", "fr"},
	    {"de, de;q=0", ""},
	    {"en;q=0, *", ""},
	    {"zh-Hant, zh;q=0, fr;q=0.1", "fr"},
	    {"zh, zh-Hant;q=0", "zh"},
	};

	ck_choices(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(what_is_no_language_is_skipped)
{
	static const struct header_case cases[] = {
	    {"de_AT, fr", "fr"},
	    {"de;q=2, fr", "fr"},
	    {"de;q=1.001, fr;q=0.1", "fr"},
	    {"de;q=0.1234, fr;q=0.1", "fr"},
	    {"de;q=-1, fr;q=0.1", "fr"},
	    {"de;q=, fr;q=0.1", "fr"},
	    {"de;q, fr;q=0.1", "fr"},
	    {"de;level=1, fr;q=0.1", "fr"},
	    {"de;q=0.5;q=1, fr;q=0.1", "fr"},
	    {"de fr, ar;q=0.1", "ar"},
	    {"<script>, ;q=1, fr", "fr"},
	    {"\xe4\xb8\xad, fr", "fr"},
	    {"de;q=.5", ""},
	    {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	     ","
	     "fr",
		"fr"},
	};

	ck_choices(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(a_long_list_is_read_to_a_limit)
{
	struct strbuf header;

	strbuf_init(&header);
	for (int i = 0; i < ACCEPTLANG_MAX_RANGES - 1; i++)
		strbuf_puts(&header, "nl,");
	strbuf_puts(&header, "fr;q=0.1,de");
	ck_assert_str_eq(
	    named(acceptlang_choose(header.buf, some, ARRAY_SIZE(some), 2)),
	    "fr");
	strbuf_release(&header);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_language_is_looked_up_from_the_special_to_the_general,
	    the_language_of_the_highest_quality_is_chosen,
	    a_star_leaves_the_choice_to_the_site,
	    quality_0_rules_a_language_out,
	    what_is_no_language_is_skipped,
	    a_long_list_is_read_to_a_limit,
	    NULL,
	};

	return run_tests("acceptlang", tests);
}

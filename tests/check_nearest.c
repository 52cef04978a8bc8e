/* SPDX-License-Identifier: MIT */
/* check_nearest.c - tests of nearest.h. */
#include <stdlib.h>
#include <string.h>

#include "nearest.h"
#include "testing.h"

static const char *const words[] = {"sun2022readagain", "sun2023relation",
    "sun2024multilevel", "gao2021ranet", "zhu2023deepfake", "a", ""};

static const char *
word_at(const void *ctx, size_t i)
{
	return ((const char *const *)ctx)[i];
}

static const struct {
	const char *typed;
	size_t max;
	const char *want;
} cases[] = {
    {"sun2023relation", 3, "sun2023relation"},
    {"sun2023relatoin", 1, "sun2023relation"},
    {"SUN2023RELATION", 1, "sun2023relation"},
    {"sun2023", 3, ""},
    {"gao2021ranett", 3, "gao2021ranet"},
    {"gao2021rane", 3, "gao2021ranet"},
    {"something-else-altogether", 3, ""},
    {"sun2023relation", 0, ""},
    {"b", 3, ""},
    {"", 3, ""},
    {"ab", 3, "a"},
};

START_TEST(words_that_are_like_it_are_found_the_most_alike_first)
{
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		size_t found[3];
		struct strbuf sb;
		size_t n;

		strbuf_init(&sb);
		n = nearest_find(cases[i].typed, ARRAY_SIZE(words) - 1, word_at,
		    words, found, cases[i].max);
		for (size_t k = 0; k < n; k++)
			strbuf_printf(
			    &sb, "%s%s", k > 0 ? " " : "", words[found[k]]);
		ck_assert_msg(strncmp(sb.buf, cases[i].want,
				  strlen(cases[i].want)) == 0 &&
				  (n > 0) == (cases[i].want[0] != '\0'),
		    "%s: \"%s\"", cases[i].typed, sb.buf);
		strbuf_release(&sb);
	}
}
END_TEST

/* Seven words that differ from "aaaaaaaa" in 4, 1, 3, 2, 1, 5 and 0 places. */
START_TEST(of_many_the_best_stay_in_order)
{
	static const char *const many[] = {"aaaabbbb", "aaaaaaab", "aaaaabbb",
	    "aaaaaabb", "baaaaaaa", "aaabbbbb", "aaaaaaaa"};
	static const size_t want[] = {6, 1, 4};
	size_t found[3];

	ck_assert_uint_eq(
	    nearest_find("aaaaaaaa", ARRAY_SIZE(many), word_at, many, found, 3),
	    3);
	ck_assert_mem_eq(found, want, sizeof(want));
}
END_TEST

START_TEST(long_words_are_cut_and_do_no_harm)
{
	struct strbuf typed;
	const char *word;
	size_t found[1];

	strbuf_init(&typed);
	strbuf_printf(&typed, "%0100000d", 0);
	word = typed.buf;
	ck_assert_uint_eq(
	    nearest_find(typed.buf, 1, word_at, &word, found, 1), 1);
	ck_assert_uint_eq(nearest_find(typed.buf, ARRAY_SIZE(words), word_at,
			      words, found, 1),
	    0);
	strbuf_release(&typed);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    words_that_are_like_it_are_found_the_most_alike_first,
	    of_many_the_best_stay_in_order,
	    long_words_are_cut_and_do_no_harm,
	    NULL,
	};

	return run_tests("nearest", tests);
}

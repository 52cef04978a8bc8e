/* SPDX-License-Identifier: MIT */
/* check_diag.c - tests of diag.h. */
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "testing.h"

START_TEST(problems_are_copied_and_formatted)
{
	static const struct {
		const char *file;
		int line;
		const char *text;
		const char *want;
	} cases[] = {
	    {"a.xml", 3, "no title", "a.xml:3: no title"},
	    {"a.xml", 0, "is empty", "a.xml: is empty"},
	    {NULL, 0, "workers: a number", "workers: a number"},
	    {NULL, 5, "no file", "no file"},
	    {"a.xml", 1, "ends in white space \r\n\t",
		"a.xml:1: ends in white "
		"space"},
	    {"a.xml", 1, "", "a.xml:1: "},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char file[] = "a.xml";
		struct strbuf sb;
		struct diag d;

		diag_init(&d);
		strbuf_init(&sb);
		diag_add(&d, cases[i].file != NULL ? file : NULL, cases[i].line,
		    "%s", cases[i].text);
		file[0] = 'X';
		diag_format(&d.problems[0], &sb);
		ck_assert_str_eq(sb.buf, cases[i].want);
		strbuf_release(&sb);
		diag_release(&d);
	}
}
END_TEST

START_TEST(sorting_is_by_file_and_line_and_stable)
{
	static const struct {
		const char *file;
		int line;
	} added[] = {{"b", 2}, {"a", 9}, {"b", 1}, {NULL, 0}, {"a", 9},
	    {"a", 10}, {"b", 1}, {NULL, 0}};
	struct diag d;
	char *text;

	diag_init(&d);
	for (size_t i = 0; i < ARRAY_SIZE(added); i++)
		diag_add(&d, added[i].file, added[i].line, "%zu", i);
	diag_sort(&d);
	text = problems_of(&d);
	ck_assert_str_eq(
	    text, "3\n7\na:9: 1\na:9: 4\na:10: 5\nb:1: 2\nb:1: 6\nb:2: 0\n");
	free(text);
	diag_release(&d);
}
END_TEST

START_TEST(after_a_thousand_one_says_that_there_are_more)
{
	struct diag d;

	diag_init(&d);
	for (int i = 0; i < 5000; i++)
		diag_add(&d, "a.xml", i, "problem %d", i);
	ck_assert_uint_eq(d.n, 1001);
	ck_assert_str_eq(d.problems[999].text, "problem 999");
	ck_assert_ptr_nonnull(strstr(d.problems[1000].text, "too many"));
	diag_release(&d);
}
END_TEST

START_TEST(reset_forgets_and_can_be_used_again)
{
	struct diag d;

	diag_init(&d);
	diag_add(&d, "a", 1, "one");
	diag_add(&d, "a", 2, "two");
	diag_reset(&d);
	ck_assert_uint_eq(d.n, 0);
	diag_add(&d, "b", 3, "three");
	ck_assert_uint_eq(d.n, 1);
	ck_assert_str_eq(d.problems[0].text, "three");
	diag_release(&d);
	ck_assert_uint_eq(d.n, 0);
}
END_TEST

START_TEST(what_stands_in_a_file_name_is_no_format)
{
	struct diag d;
	char *text;

	diag_init(&d);
	diag_add(&d, "%s%n.xml", 1, "%s", "%d%n");
	text = problems_of(&d);
	ck_assert_str_eq(text, "%s%n.xml:1: %d%n\n");
	free(text);
	diag_release(&d);
}
END_TEST

START_TEST(all_problems_go_to_the_log)
{
	struct strbuf lines;
	struct diag d;

	log_begin(&lines);
	diag_init(&d);
	diag_add(&d, "a.xml", 4, "first");
	diag_add(&d, NULL, 0, "second\nand more");
	diag_log(&d, LOG_WARNING);
	ck_assert_str_eq(
	    lines.buf, "warning: a.xml:4: first\nwarning: second and more\n");
	diag_release(&d);
	strbuf_release(&lines);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    problems_are_copied_and_formatted,
	    sorting_is_by_file_and_line_and_stable,
	    after_a_thousand_one_says_that_there_are_more,
	    reset_forgets_and_can_be_used_again,
	    what_stands_in_a_file_name_is_no_format,
	    all_problems_go_to_the_log,
	    NULL,
	};

	return run_tests("diag", tests);
}

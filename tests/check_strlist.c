/* SPDX-License-Identifier: MIT */
/* check_strlist.c - tests of strlist.h, dict.h and column.h. */
#include <stdio.h>
#include <string.h>

#include "column.h"
#include "dict.h"
#include "testing.h"

START_TEST(strings_keep_their_numbers)
{
	struct strlist list = {0};
	char word[16];

	for (int i = 0; i < 1000; i++) {
		snprintf(word, sizeof(word), "w%d", i);
		strlist_add(&list, word, strlen(word));
	}
	ck_assert_uint_eq(list.n, 1000);
	ck_assert_str_eq(strlist_get(&list, 0), "w0");
	ck_assert_str_eq(strlist_get(&list, 999), "w999");
	strlist_replace(&list, 5, "five");
	ck_assert_str_eq(strlist_get(&list, 5), "five");
	ck_assert_str_eq(strlist_get(&list, 6), "w6");
	strlist_release(&list);
}
END_TEST

START_TEST(a_needle_is_found_in_each_string_that_has_it_once)
{
	static const char *const words[] = {
	    "", "aaa", "ba", "", "b", "ab", "a", "xaxa", ""};
	struct strlist list = {0};
	size_t want = 0;

	ck_assert_uint_eq(strlist_find(&list, "a", 0), 0);
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		strlist_add(&list, words[i], strlen(words[i]));
	for (size_t i = strlist_find(&list, "a", 0); i < list.n;
	     i = strlist_find(&list, "a", i + 1), want++) {
		while (strchr(words[want], 'a') == NULL)
			want++;
		ck_assert_uint_eq(i, want);
	}
	ck_assert_uint_eq(want, 8);
	/* not across two strings */
	ck_assert_uint_eq(strlist_find(&list, "aab", 0), list.n);
	ck_assert_uint_eq(strlist_find(&list, "a", 9), list.n);
	strlist_release(&list);
}
END_TEST

START_TEST(a_set_has_each_string_once)
{
	struct strset set = {0};
	char word[16];

	ck_assert_int_eq(strset_find(&set, "w", 1), -1);
	for (unsigned i = 0; i < 3000; i++) {
		int n = snprintf(word, sizeof(word), "w%u", i % 1000);

		ck_assert_uint_eq(
		    strset_intern(&set, word, (size_t)n), i % 1000);
	}
	ck_assert_uint_eq(set.list.n, 1000);
	ck_assert_int_eq(strset_find(&set, "w77x", 3), 77);
	ck_assert_int_eq(strset_find(&set, "w77x", 4), -1);
	ck_assert_int_eq(strset_find(&set, "", 0), -1);
	ck_assert_uint_eq(strset_intern(&set, "", 0), 1000);
	ck_assert_int_eq(strset_find(&set, "", 0), 1000);
	strset_release(&set);
}
END_TEST

START_TEST(a_value_keeps_its_label_while_it_is_used)
{
	struct dict dict = {0};
	uint64_t version;

	ck_assert_uint_eq(dict_add(&dict, "trees", "Trees", "Trees"), 0);
	ck_assert_uint_eq(dict_add(&dict, "book", NULL, "book"), 1);
	ck_assert_ptr_null(dict_label(&dict, 1));
	dict.uses[0] = 1;
	version = dict.version;
	ck_assert_uint_eq(dict_add(&dict, "trees", "TREES", "TREES"), 0);
	ck_assert_str_eq(dict_label(&dict, 0), "Trees");
	ck_assert_uint_eq(dict.version, version);
	dict.uses[0] = 0;
	ck_assert_uint_eq(dict_add(&dict, "trees", "TREES", "TREES"), 0);
	ck_assert_str_eq(dict_label(&dict, 0), "TREES");
	ck_assert_uint_ne(dict.version, version);
	ck_assert_str_eq(dict_id(&dict, 0), "trees");
	ck_assert_str_eq(dict_lang(&dict, 0), "");
	dict_say_lang(&dict, 0, "zh");
	ck_assert_str_eq(dict_lang(&dict, 0), "zh");
	dict_offer(&dict, 0, "TREES");
	ck_assert_str_eq(dict_lang(&dict, 0), "");
	ck_assert_int_eq(dict_find(&dict, "book"), 1);
	ck_assert_int_eq(dict_find(&dict, "boo"), -1);
	dict_release(&dict);
}
END_TEST

START_TEST(what_is_spelt_in_many_ways_is_one_value)
{
	struct column c = {0};
	const uint32_t *values;
	size_t n;

	ck_assert_int_eq(
	    column_add(&c, 0, "Green Trees", "Green Trees", ""), 0);
	ck_assert_int_eq(
	    column_add(&c, 0, "green-trees", "green-trees", ""), -1);
	ck_assert_int_eq(
	    column_add(&c, 0, "Green Trees", "Green Trees", ""), -1);
	ck_assert_int_eq(column_add(&c, 0, "?", "?", "?"), -1);
	column_end(&c, 0);
	column_add(&c, 1, "GREEN TREES", "GREEN TREES", "GREEN TREES");
	column_add(&c, 1, "Leaves", "Leaves", "Leaves");
	column_end(&c, 1);
	values = column_values(&c, 0, &n);
	ck_assert_uint_eq(n, 1);
	ck_assert_str_eq(dict_id(&c.dict, values[0]), "green-trees");
	ck_assert_str_eq(dict_label(&c.dict, values[0]), "Green Trees");
	values = column_values(&c, 1, &n);
	ck_assert_uint_eq(n, 2);
	ck_assert_uint_eq(values[0], 0);
	ck_assert_uint_eq(values[1], 1);
	/* nobody has it: the next one says how it is called, known or not */
	column_forget(&c, 0);
	column_forget(&c, 1);
	ck_assert_int_eq(
	    column_add(&c, 2, "GREEN TREES", "GREEN TREES", ""), 0);
	column_end(&c, 2);
	ck_assert_str_eq(dict_label(&c.dict, 0), "GREEN TREES");
	column_release(&c);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    strings_keep_their_numbers,
	    a_needle_is_found_in_each_string_that_has_it_once,
	    a_set_has_each_string_once,
	    a_value_keeps_its_label_while_it_is_used,
	    what_is_spelt_in_many_ways_is_one_value,
	    NULL,
	};

	return run_tests("strlist", tests);
}

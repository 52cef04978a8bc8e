/* SPDX-License-Identifier: MIT */
/* check_text.c - tests of text.h. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "testing.h"
#include "text.h"

typedef void append_fn(struct strbuf *out, const char *s);

static const struct {
	const char *in;
	const char *slug;
} slugs[] = {
    {"", ""},
    {"---", ""},
    {"!?\u2026\u2014", ""},
    {"Ada Berg", "ada-berg"},
    {"  Human\u2013Robot  Interaction (HRI) ", "human-robot-interaction-hri"},
    {"O\u2019Neil & S\u00f6hne", "o-neil-sohne"},
    {"C++", "c-plus-plus"},
    {"C#", "c-sharp"},
    {"CORE A*", "core-a-star"},
    {"A* search", "a-star-search"},
    {"# of * + things", "of-things"},
    {"a_b/c.d", "a-b-c-d"},
    {"\u6771\u4eac\u5927\u5b66", "\u6771\u4eac\u5927\u5b66"},
    {"\u4e8c\u3007\u4e8c\u4e09 \u16ee", "\u4e8c\u3007\u4e8c\u4e09-\u16ee"},
    {"\u6771\u4eac, \u5927\u5b66", "\u6771\u4eac-\u5927\u5b66"},
    {"\u0663\u0664 \u2164\u00bd", "\u0663\u0664-v1-2"},
    {"\u0939\u093f\u0928\u094d\u0926\u0940",
	"\u0939\u093f\u0928\u094d\u0926\u0940"},
    {"\U0001f600 smile \U0001f600", "smile"},
};

static const struct {
	const char *bytes;
	bool valid;
} encodings[] = {
    {"", true},
    {"abc\x7f", true},
    {"\xc2\x80", true},
    {"\xdf\xbf", true},
    {"\xe0\xa0\x80", true},
    {"\xed\x9f\xbf", true},
    {"\xee\x80\x80", true},
    {"\xef\xbf\xbf", true},
    {"\xf0\x90\x80\x80", true},
    {"\xf4\x8f\xbf\xbf", true},
    /* alone, or cut off */
    {"\x80", false},
    {"a\xbfz", false},
    {"\xc3", false},
    {"\xc3(", false},
    {"\xe2\x82", false},
    {"\xe2\x82 ", false},
    {"\xf0\x9f\x98", false},
    /* longer than need be */
    {"\xc0\x80", false},
    {"\xc0\xaf", false},
    {"\xc1\xbf", false},
    {"\xe0\x80\xaf", false},
    {"\xe0\x9f\xbf", false},
    {"\xf0\x80\x80\xaf", false},
    {"\xf0\x8f\xbf\xbf", false},
    /* surrogates, beyond Unicode, no UTF-8 at all */
    {"\xed\xa0\x80", false},
    {"\xed\xbf\xbf", false},
    {"\xf4\x90\x80\x80", false},
    {"\xf5\x80\x80\x80", false},
    {"\xf8\x88\x80\x80\x80", false},
    {"\xfe\xff", false},
    {"latin1 \xe9t\xe9", false},
};

static void
expect(append_fn *fn, const char *in, const char *want)
{
	struct strbuf sb;

	strbuf_init(&sb);
	/* something before it must neither change nor matter */
	strbuf_puts(&sb, "Before ");
	fn(&sb, in);
	ck_assert_int_eq(strncmp(sb.buf, "Before ", 7), 0);
	ck_assert_str_eq(sb.buf + 7, want);
	strbuf_release(&sb);
}

static void
slug_of_folded(struct strbuf *out, const char *s)
{
	struct strbuf folded;

	strbuf_init(&folded);
	text_fold(&folded, s);
	text_slug_folded(out, folded.buf, folded.len);
	strbuf_release(&folded);
}

START_TEST(only_shortest_form_utf8_is_valid)
{
	for (size_t i = 0; i < ARRAY_SIZE(encodings); i++) {
		size_t n = strlen(encodings[i].bytes);
		char *bytes = bare_copy(encodings[i].bytes, n);

		ck_assert_msg(text_is_utf8(bytes, n) == encodings[i].valid,
		    "encoding %zu", i);
		free(bytes);
	}
	ck_assert(text_is_utf8("a\0b", 3));
	ck_assert(!text_is_utf8("\xe2\x82\xac", 2));
}
END_TEST

START_TEST(controls_of_both_sets_are_found)
{
	for (int c = 0; c < 0x80; c++) {
		char s[2] = {'a', (char)c};

		ck_assert_int_eq(text_has_control(s, 2), c < 32 || c == 127);
	}
	ck_assert(text_has_control("\xc2\x80", 2));
	ck_assert(text_has_control("a\xc2\x9f", 3));
	ck_assert(!text_has_control("\xc2\xa0", 2));
	ck_assert(!text_has_control("\xc3\x80", 2));
	ck_assert(!text_has_control("", 0));
	ck_assert(!text_has_control("a\n", 1));
	/* the end of the string decides, not what follows it */
	ck_assert(!text_has_control("\xc2\x80", 1));
}
END_TEST

START_TEST(slugs_are_words_and_single_dashes)
{
	for (size_t i = 0; i < ARRAY_SIZE(slugs); i++) {
		expect(text_slug, slugs[i].in, slugs[i].slug);
		expect(text_slug, slugs[i].slug, slugs[i].slug);
		expect(slug_of_folded, slugs[i].in, slugs[i].slug);
	}
}
END_TEST

START_TEST(invalid_text_is_folded_into_valid_text)
{
	expect(text_fold, "Caf\xe9 NOIR", "caf\ufffd noir");
	expect(text_slug, "Caf\xe9 NOIR", "caf-noir");
	expect(text_slug, "\xff\xfe", "");
	for (size_t i = 0; i < ARRAY_SIZE(encodings); i++) {
		struct strbuf sb;

		strbuf_init(&sb);
		text_fold(&sb, encodings[i].bytes);
		text_slug(&sb, encodings[i].bytes);
		ck_assert(text_is_utf8(sb.buf, sb.len));
		strbuf_release(&sb);
	}
}
END_TEST

/* Slugs are ids, and what is folded is folded again when it comes back. */
START_TEST(every_character_folds_and_slugs_to_itself_the_second_time)
{
	static append_fn *const fns[] = {text_fold, text_slug};
	struct strbuf once;
	struct strbuf twice;

	strbuf_init(&once);
	strbuf_init(&twice);
	for (utf8proc_int32_t c = 1; c <= 0x10ffff; c++) {
		char s[8] = "a";
		utf8proc_ssize_t n =
		    utf8proc_encode_char(c, (utf8proc_uint8_t *)s + 1);

		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		s[1 + n] = 'B';
		for (size_t i = 0; i < ARRAY_SIZE(fns); i++) {
			strbuf_reset(&once);
			strbuf_reset(&twice);
			fns[i](&once, s);
			fns[i](&twice, once.buf);
			if (strcmp(once.buf, twice.buf) != 0 ||
			    !text_is_utf8(once.buf, once.len) ||
			    text_has_control(once.buf, once.len))
				ck_abort_msg("U+%04X", (unsigned)c);
		}
	}
	strbuf_release(&once);
	strbuf_release(&twice);
}
END_TEST

START_TEST(only_whole_words_in_a_row_are_words_of_a_slug)
{
	static const struct {
		const char *slug;
		const char *words;
		bool has;
	} cases[] = {
	    {"ada-berg", "ada", true},
	    {"ada-berg", "berg", true},
	    {"ada-berg", "ada-berg", true},
	    {"a-b-c-d", "b-c", true},
	    {"a-b-c-d", "b-d", false},
	    {"ada-berg", "ber", false},
	    {"ada-berg", "erg", false},
	    {"ada-berg", "da-berg", false},
	    {"ada-berg", "ada-ber", false},
	    {"ada-berg", "berg-ada", false},
	    {"ada", "ada-berg", false},
	    {"bergen-berg", "berg", true},
	    {"a-a-b", "a-b", true},
	    {"ada-berg", "", false},
	    {"", "", false},
	    {"", "ada", false},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		ck_assert_msg(text_has_words(cases[i].slug, cases[i].words) ==
				  cases[i].has,
		    "%s in %s", cases[i].words, cases[i].slug);
}
END_TEST

START_TEST(a_list_has_words_with_white_space_between)
{
	const char *s = " \t\r\nvision  nlp\n";
	const char *nothing = NULL;
	const char *blank = " ";

	ck_assert_uint_eq(text_next_word(&s), 6);
	ck_assert_int_eq(strncmp(s, "vision", 6), 0);
	s += 6;
	ck_assert_uint_eq(text_next_word(&s), 3);
	ck_assert_int_eq(strncmp(s, "nlp", 3), 0);
	s += 3;
	ck_assert_uint_eq(text_next_word(&s), 0);
	ck_assert_uint_eq(text_next_word(&nothing), 0);
	ck_assert_uint_eq(text_next_word(&blank), 0);
}
END_TEST

START_TEST(numbers_are_digits_within_a_limit)
{
	static const struct {
		const char *s;
		long max;
		long value;
	} cases[] = {
	    {"0", 10, 0},
	    {"10", 10, 10},
	    {"11", 10, -1},
	    {"007", 10, 7},
	    {"9", 5, -1},
	    {"0", 0, 0},
	    {"1", 0, -1},
	    {"", 10, -1},
	    {"-1", 10, -1},
	    {"+1", 10, -1},
	    {" 1", 10, -1},
	    {"1 ", 10, -1},
	    {"1x", 10, -1},
	    {"0x1", 10, -1},
	    {"1e1", 100, -1},
	    {"/", 100, -1},
	    {":", 100, -1},
	    {"\u0663", 100, -1},
	    {"9223372036854775807", LONG_MAX, LONG_MAX},
	    {"9223372036854775808", LONG_MAX, -1},
	    {"99999999999999999999999999", LONG_MAX, -1},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		size_t n = strlen(cases[i].s);
		char *s = bare_copy(cases[i].s, n);

		ck_assert_int_eq(
		    text_parse_uint(s, n, cases[i].max), cases[i].value);
		free(s);
	}
	ck_assert_int_eq(text_parse_uint("1234", 2, 99), 12);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    only_shortest_form_utf8_is_valid,
	    controls_of_both_sets_are_found,
	    slugs_are_words_and_single_dashes,
	    invalid_text_is_folded_into_valid_text,
	    every_character_folds_and_slugs_to_itself_the_second_time,
	    only_whole_words_in_a_row_are_words_of_a_slug,
	    a_list_has_words_with_white_space_between,
	    numbers_are_digits_within_a_limit,
	    NULL,
	};

	return run_tests("text", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_strbuf.c - tests of strbuf.h. */
#include <stdlib.h>
#include <string.h>

#include "strbuf.h"
#include "testing.h"

START_TEST(a_new_buffer_is_the_empty_string)
{
	struct strbuf sb;

	strbuf_init(&sb);
	ck_assert_str_eq(sb.buf, "");
	ck_assert_uint_eq(sb.len, 0);
	strbuf_release(&sb);
	ck_assert_ptr_null(sb.buf);
	/* twice is harmless */
	strbuf_release(&sb);
}
END_TEST

START_TEST(whatever_is_added_stands_in_order)
{
	struct strbuf sb;

	strbuf_init(&sb);
	strbuf_puts(&sb, "one");
	strbuf_putc(&sb, ' ');
	strbuf_add(&sb, "two!", 3);
	strbuf_printf(&sb, " %d%%", 3);
	strbuf_add(&sb, "ignored", 0);
	strbuf_puts(&sb, "");
	ck_assert_str_eq(sb.buf, "one two 3%");
	ck_assert_uint_eq(sb.len, strlen("one two 3%"));
	strbuf_release(&sb);
}
END_TEST

START_TEST(every_length_keeps_its_nul)
{
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t n = 1; n <= 10000; n++) {
		strbuf_putc(&sb, (char)('a' + n % 26));
		ck_assert_uint_eq(sb.len, n);
		ck_assert_int_eq(sb.buf[n], '\0');
		ck_assert_uint_gt(sb.cap, sb.len);
	}
	for (size_t i = 0; i < sb.len; i++)
		ck_assert_int_eq(sb.buf[i], 'a' + (int)((i + 1) % 26));
	strbuf_release(&sb);
}
END_TEST

START_TEST(formatting_grows_by_as_much_as_it_needs)
{
	for (int n = 0; n < 300; n++) {
		struct strbuf sb;

		strbuf_init(&sb);
		strbuf_puts(&sb, "<");
		strbuf_printf(&sb, "%*s>", n, "");
		ck_assert_uint_eq(sb.len, (size_t)n + 2);
		ck_assert_int_eq(sb.buf[n + 1], '>');
		ck_assert_uint_eq(strlen(sb.buf), sb.len);
		strbuf_release(&sb);
	}
}
END_TEST

START_TEST(bytes_may_be_any_nul_too)
{
	static const char bytes[] = {'a', '\0', '\xff', '\n'};
	struct strbuf sb;

	strbuf_init(&sb);
	strbuf_add(&sb, bytes, sizeof(bytes));
	strbuf_putc(&sb, '\0');
	ck_assert_uint_eq(sb.len, sizeof(bytes) + 1);
	ck_assert_mem_eq(sb.buf, bytes, sizeof(bytes));
	strbuf_release(&sb);
}
END_TEST

START_TEST(truncating_cuts_but_never_lengthens)
{
	struct strbuf sb;

	strbuf_init(&sb);
	strbuf_puts(&sb, "abcdef");
	strbuf_truncate(&sb, 7);
	ck_assert_str_eq(sb.buf, "abcdef");
	ck_assert_uint_eq(sb.len, 6);
	strbuf_truncate(&sb, 6);
	ck_assert_str_eq(sb.buf, "abcdef");
	strbuf_truncate(&sb, 2);
	ck_assert_str_eq(sb.buf, "ab");
	strbuf_puts(&sb, "X");
	ck_assert_str_eq(sb.buf, "abX");
	strbuf_release(&sb);
}
END_TEST

START_TEST(reset_empties_and_keeps_the_memory)
{
	struct strbuf sb;
	size_t cap;

	strbuf_init(&sb);
	strbuf_printf(&sb, "%5000s", "");
	cap = sb.cap;
	strbuf_reset(&sb);
	ck_assert_str_eq(sb.buf, "");
	ck_assert_uint_eq(sb.len, 0);
	ck_assert_uint_eq(sb.cap, cap);
	strbuf_release(&sb);
}
END_TEST

START_TEST(detached_string_is_the_callers_and_the_buffer_starts_anew)
{
	struct strbuf sb;
	char *s;

	strbuf_init(&sb);
	strbuf_puts(&sb, "mine");
	s = strbuf_detach(&sb);
	strbuf_puts(&sb, "yours");
	ck_assert_str_eq(s, "mine");
	ck_assert_str_eq(sb.buf, "yours");
	free(s);
	strbuf_release(&sb);
}
END_TEST

START_TEST(room_that_is_lent_is_used_as_long_as_it_lasts)
{
	char room[8];
	struct strbuf sb;
	char *s;

	strbuf_lend(&sb, room, sizeof(room));
	ck_assert_str_eq(sb.buf, "");
	strbuf_puts(&sb, "1234567");
	ck_assert_ptr_eq(sb.buf, room);
	s = strbuf_detach(&sb);
	ck_assert_ptr_ne(s, room);
	ck_assert_str_eq(s, "1234567");
	free(s);
	strbuf_lend(&sb, room, sizeof(room));
	strbuf_puts(&sb, "1234567");
	strbuf_puts(&sb, "8");
	ck_assert_ptr_ne(sb.buf, room);
	ck_assert_str_eq(sb.buf, "12345678");
	strbuf_release(&sb);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_new_buffer_is_the_empty_string,
	    whatever_is_added_stands_in_order,
	    every_length_keeps_its_nul,
	    formatting_grows_by_as_much_as_it_needs,
	    bytes_may_be_any_nul_too,
	    truncating_cuts_but_never_lengthens,
	    reset_empties_and_keeps_the_memory,
	    detached_string_is_the_callers_and_the_buffer_starts_anew,
	    room_that_is_lent_is_used_as_long_as_it_lasts,
	    NULL,
	};

	return run_tests("strbuf", tests);
}

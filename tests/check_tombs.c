/* SPDX-License-Identifier: MIT */
/* check_tombs.c - tests of tombs.h. */
#include <stdlib.h>
#include <string.h>

#include "lastgood.h"
#include "testing.h"
#include "tombs.h"

struct names {
	struct strbuf all; /* "ada bo " */
	size_t n;
};

static void
note(void *ctx, const char *id)
{
	struct names *names = ctx;

	names->n++;
	strbuf_printf(&names->all, "%s ", id);
}

static void
ck_listed(const char *dir, const char *const *ids, size_t n)
{
	struct names names = {.n = 0};

	strbuf_init(&names.all);
	tombs_list(dir, note, &names);
	ck_assert_uint_eq(names.n, n);
	for (size_t i = 0; i < n; i++)
		ck_assert_ptr_nonnull(strstr(names.all.buf, ids[i]));
	strbuf_release(&names.all);
}

START_TEST(who_was_taken_away_is_remembered_until_there_is_a_file_again)
{
	static const char *const both[] = {"ada", "bo"};
	char *dir = temp_begin();

	ck_listed(dir, both, 0);
	tombs_add(dir, "ada");
	tombs_add(dir, "bo");
	tombs_add(dir, "ada");
	ck_listed(dir, both, 2);
	tombs_remove(dir, "bo");
	tombs_remove(dir, "zoe");
	ck_listed(dir, both, 1);
	temp_end(dir);
}
END_TEST

START_TEST(the_copy_of_the_profile_goes_too)
{
	char *dir = temp_begin();
	bool failed = false;
	struct strbuf xml;

	strbuf_init(&xml);
	strbuf_puts(&xml, "<profile/>");
	lastgood_write(dir, "ada", &xml, NOON_MS * 1000000, &failed);
	lastgood_write(dir, "bo", &xml, NOON_MS * 1000000, &failed);
	tombs_add(dir, "ada");
	strbuf_reset(&xml);
	ck_assert_int_eq(lastgood_read(dir, "ada", 100, &xml), -1);
	ck_assert_int_eq(lastgood_read(dir, "bo", 100, &xml), 0);
	strbuf_release(&xml);
	temp_end(dir);
}
END_TEST

START_TEST(what_else_is_in_the_directory_is_nobody)
{
	static const char *const ada[] = {"ada"};
	char *dir = temp_begin();

	put_file(dir, "person-bo.xml", "<profile/>");
	put_file(dir, "site.xml", "<site/>");
	put_file(dir, ".gone-bo", "");
	tombs_add(dir, "ada");
	ck_listed(dir, ada, 1);
	temp_end(dir);
}
END_TEST

START_TEST(the_oldest_are_forgotten)
{
	char *dir = temp_begin();
	struct names names = {.n = 0};
	struct strbuf name;

	strbuf_init(&names.all);
	strbuf_init(&name);
	for (int i = 0; i < TOMBS_MAX + 5; i++) {
		strbuf_reset(&name);
		strbuf_printf(&name, "gone-p%05d", i);
		put_file(dir, name.buf, "");
		set_time(dir, name.buf, NOON_MS + i);
	}
	tombs_list(dir, note, &names);
	ck_assert_uint_eq(names.n, TOMBS_MAX);
	ck_assert_ptr_null(strstr(names.all.buf, "p00004 "));
	ck_assert_ptr_nonnull(strstr(names.all.buf, "p00005 "));
	tombs_list(dir, note, &names);
	ck_assert_uint_eq(names.n, 2 * TOMBS_MAX);
	strbuf_release(&name);
	strbuf_release(&names.all);
	temp_end(dir);
}
END_TEST

START_TEST(without_a_directory_nothing_is_kept)
{
	struct strbuf lines;

	log_begin(&lines);
	tombs_add(NULL, "ada");
	tombs_remove(NULL, "ada");
	ck_listed(NULL, NULL, 0);
	ck_assert_str_eq(lines.buf, "");
	tombs_add("/nonexistent", "ada");
	tombs_remove("/nonexistent", "ada");
	ck_listed("/nonexistent", NULL, 0);
	ck_assert_uint_eq(count_of(lines.buf, "warning: "), 1);
	strbuf_release(&lines);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    who_was_taken_away_is_remembered_until_there_is_a_file_again,
	    the_copy_of_the_profile_goes_too,
	    what_else_is_in_the_directory_is_nobody,
	    the_oldest_are_forgotten,
	    without_a_directory_nothing_is_kept,
	    NULL,
	};

	return run_tests("tombs", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_storelater.c - tests of store.h: many files, checked later. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "census.h"
#include "lastgood.h"
#include "storehouse.h"
#include "sweep.h"
#include "xmlnode.h"

enum { N = CENSUS_CHECKED + 8, BAD = 7 };

/* A check takes as long as we say, whatever else the machine does. */
static int64_t now_ns;
static int64_t check_ns;

static int64_t
tick(void)
{
	return now_ns += check_ns;
}

static void
put_profile(const struct storehouse *fx, int i, const char *inside)
{
	char path[32];
	struct strbuf xml;

	snprintf(path, sizeof(path), "people/p%03d.xml", i);
	strbuf_init(&xml);
	strbuf_printf(&xml, "<profile version='1'>\n%s</profile>\n", inside);
	put_file(fx->data.buf, path, xml.buf);
	strbuf_release(&xml);
}

static void
put_person(const struct storehouse *fx, int i)
{
	struct strbuf xml;

	strbuf_init(&xml);
	strbuf_printf(&xml,
	    "<person><name>Name %d</name></person><publications>"
	    "<publication id='k%d' type='journal' date='2024'><title>T %d"
	    "</title><authors><author self='true'/></authors></publication>"
	    "</publications>",
	    i, i, i);
	put_profile(fx, i, xml.buf);
	strbuf_release(&xml);
}

/* The parser has nothing against it, nor has the grammar in the second. */
static const char wrong_element[] =
    "<person><name>Wrong</name></person>\n<hobby>none</hobby>";
static const char wrong_reference[] =
    "<person><name>Wrong</name></person><publications>\n<publication id='k' "
    "type='journal' date='2024'><title>T</title><authors><author "
    "person='nobody'/></authors></publication></publications>";

static void
begin(struct storehouse *fx, int n)
{
	storehouse_begin(fx);
	fx->config.clock_ns = tick;
	check_ns = 1000;
	for (int i = 0; i < n; i++)
		put_person(fx, i);
	put_profile(fx, BAD, wrong_element);
}

static const struct member *
bad_member(const struct storehouse *fx)
{
	return store_member(fx->store, "p007");
}

static void
ck_name(const xmlNode *person, const char *want)
{
	struct strbuf name;

	strbuf_init(&name);
	node_text(node_first(person, "name"), &name);
	ck_assert_str_eq(name.buf, want);
	strbuf_release(&name);
}

/* It is out, and that was said once. */
static void
expect_out(const struct storehouse *fx, size_t members)
{
	ck_assert_int_eq(bad_member(fx)->state, MEMBER_BROKEN);
	ck_assert_ptr_null(store_profile(fx->store, "p007"));
	ck_assert_uint_eq(store_members(fx->store), members);
	ck_assert_uint_eq(store_people(fx->store)->nlive, members);
	ck_assert_uint_eq(count_of(fx->lines.buf, "people/p007.xml:"), 1);
	ck_assert_uint_eq(count_of(fx->lines.buf, "error: "), 1);
}

START_TEST(few_files_are_checked_at_the_start)
{
	struct storehouse fx;

	begin(&fx, CENSUS_CHECKED);
	storehouse_open(&fx);
	expect_out(&fx, CENSUS_CHECKED - 1);
	storehouse_end(&fx);
}
END_TEST

START_TEST(many_are_there_at_once_and_none_is_shown_before_it_is_checked)
{
	static const char *const bad[] = {wrong_element, wrong_reference};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct storehouse fx;
		const struct member *m;

		begin(&fx, N);
		put_profile(&fx, BAD, bad[i]);
		storehouse_open(&fx);
		ck_assert_uint_eq(store_members(fx.store), N);
		ck_assert_uint_eq(count_of(fx.lines.buf, "error: "), 0);
		ck_assert_ptr_null(store_person(fx.store, bad_member(&fx)));
		ck_assert_ptr_null(store_profile(fx.store, "p007"));
		ck_assert_ptr_null(
		    store_profile_numbered(fx.store, bad_member(&fx)->number));
		m = store_member(fx.store, "p100");
		ck_name(store_person(fx.store, m), "Name 100");
		ck_assert_ptr_nonnull(store_profile(fx.store, "p101"));
		/* what a request borrowed stays; the next one knows */
		ck_assert_uint_eq(store_members(fx.store), N);
		storehouse_refresh(&fx);
		expect_out(&fx, N - 1);
		storehouse_end(&fx);
	}
}
END_TEST

START_TEST(whose_page_is_asked_for_is_checked_at_once)
{
	struct storehouse fx;

	begin(&fx, N);
	storehouse_open(&fx);
	ck_assert_ptr_nonnull(store_visit(fx.store, "p008"));
	ck_assert_ptr_null(store_visit(fx.store, "p007"));
	expect_out(&fx, N - 1);
	put_person(&fx, BAD);
	storehouse_refresh(&fx);
	ck_assert_ptr_nonnull(store_visit(fx.store, "p007"));
	ck_assert_uint_eq(store_members(fx.store), N);
	storehouse_end(&fx);
}
END_TEST

START_TEST(all_are_checked_in_a_fiftieth_of_the_time)
{
	struct storehouse fx;
	int seconds = 0;

	begin(&fx, N);
	storehouse_open(&fx);
	check_ns = 1000000;
	while (member_is_shown(bad_member(&fx)) && seconds < 10) {
		storehouse_refresh(&fx);
		seconds++;
	}
	expect_out(&fx, N - 1);
	storehouse_end(&fx);
}
END_TEST

/* As the parent of workers does it; the next process need not. */
START_TEST(all_are_checked_at_once_by_who_has_nothing_else_to_do)
{
	struct storehouse fx;
	int bits = 0;

	begin(&fx, N);
	fx.config.state_dir = fx.state.buf;
	storehouse_open(&fx);
	while (store_check(fx.store, fx.now_ms))
		bits++;
	ck_assert_int_gt(bits, 1);
	store_catch_up(fx.store, fx.now_ms);
	expect_out(&fx, N - 1);
	storehouse_restart(&fx);
	ck_assert(!store_check(fx.store, fx.now_ms));
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_worker_leaves_that_to_its_parent)
{
	struct storehouse fx;

	begin(&fx, N);
	storehouse_open(&fx);
	store_leave_checks(fx.store);
	check_ns = 1000;
	for (int s = 0; s < 3; s++)
		storehouse_refresh_after(&fx, 3600000);
	ck_assert_int_eq(bad_member(&fx)->state, MEMBER_GOOD);
	ck_assert(!store_check(fx.store, fx.now_ms));
	/* but shows nothing unchecked */
	ck_assert_ptr_null(store_visit(fx.store, "p007"));
	expect_out(&fx, N - 1);
	storehouse_end(&fx);
}
END_TEST

/* However few: who does it must know that there was something. */
START_TEST(the_last_ones_are_checked_and_counted)
{
	struct storehouse fx;
	int bits = 0;

	begin(&fx, N);
	storehouse_open(&fx);
	for (int i = 0; i < N; i++)
		if (i != BAD) {
			char id[16];

			snprintf(id, sizeof(id), "p%03d", i);
			ck_assert_ptr_nonnull(store_profile(fx.store, id));
		}
	while (store_check(fx.store, fx.now_ms))
		bits++;
	ck_assert_int_eq(bits, 1);
	storehouse_end(&fx);
}
END_TEST

START_TEST(no_request_waits_for_the_checks_of_all)
{
	struct storehouse fx;
	int64_t before;

	begin(&fx, N);
	storehouse_open(&fx);
	check_ns = 10000000;
	before = now_ns;
	storehouse_refresh_after(&fx, 3600000);
	/* the looks are ticks, too, in the same request */
	ck_assert_int_le(now_ns - before,
	    (N + 4) * check_ns + SWEEP_MAX_STALL_MS * INT64_C(1000000));
	storehouse_end(&fx);
}
END_TEST

START_TEST(copies_are_written_of_what_was_checked)
{
	struct storehouse fx;
	struct strbuf xml;

	begin(&fx, N);
	fx.config.state_dir = fx.state.buf;
	storehouse_open(&fx);
	strbuf_init(&xml);
	ck_assert_int_eq(lastgood_read(fx.state.buf, "p008", 9999, &xml), -1);
	ck_assert_ptr_nonnull(store_profile(fx.store, "p008"));
	ck_assert_ptr_null(store_profile(fx.store, "p007"));
	ck_assert_int_eq(lastgood_read(fx.state.buf, "p008", 9999, &xml), 0);
	ck_assert_int_eq(lastgood_read(fx.state.buf, "p007", 9999, &xml), -1);
	strbuf_release(&xml);
	storehouse_end(&fx);
}
END_TEST

START_TEST(the_copy_of_a_good_version_stands_in)
{
	struct storehouse fx;

	begin(&fx, N);
	fx.config.state_dir = fx.state.buf;
	put_person(&fx, BAD);
	storehouse_open(&fx);
	ck_assert_ptr_nonnull(store_visit(fx.store, "p007"));
	put_profile(&fx, BAD, wrong_element);
	remove_file(fx.state.buf, "remembered");
	storehouse_restart(&fx);
	ck_assert_int_eq(bad_member(&fx)->state, MEMBER_GOOD);
	ck_assert_ptr_null(store_person(fx.store, bad_member(&fx)));
	storehouse_refresh(&fx);
	ck_assert_int_eq(bad_member(&fx)->state, MEMBER_LAST_GOOD);
	ck_name(store_person(fx.store, bad_member(&fx)), "Name 7");
	storehouse_end(&fx);
}
END_TEST

START_TEST(the_next_process_remembers_what_was_not_checked)
{
	struct storehouse fx;

	begin(&fx, N);
	fx.config.state_dir = fx.state.buf;
	storehouse_open(&fx);
	storehouse_restart(&fx);
	ck_assert_int_eq(bad_member(&fx)->state, MEMBER_GOOD);
	ck_assert_ptr_null(store_profile(fx.store, "p007"));
	storehouse_refresh(&fx);
	expect_out(&fx, N - 1);
	storehouse_end(&fx);
}
END_TEST

/* Their files may come back as they were. */
START_TEST(unchecked_ones_stay_while_a_disk_is_away)
{
	struct storehouse fx;

	begin(&fx, N);
	put_person(&fx, BAD);
	storehouse_open(&fx);
	check_ns = INT64_C(1000000000);
	move_file(fx.data.buf, "people", "away");
	for (int s = 0; s < 5; s++)
		storehouse_refresh(&fx);
	ck_assert_uint_eq(store_members(fx.store), N);
	ck_assert_ptr_null(store_profile(fx.store, "p200"));
	move_file(fx.data.buf, "away", "people");
	storehouse_refresh(&fx);
	ck_assert_ptr_nonnull(store_visit(fx.store, "p200"));
	storehouse_end(&fx);
}
END_TEST

/* Nothing of this is as the indexes know it; each in a file of its own. */
static const char *const strange[] = {
    "",
    "<publications/><person/>",
    "<person role='' group='x'><name/><name><prefix/></name></person>",
    "<person><interests><interest/></interests></person><people/><venues/>",
    "<person/><people><person/><person id='x'/></people><venues><venue/>"
    "<venue id='v'><rank/></venue></venues><publications><publication>"
    "<authors><author person='x'/><author/></authors><venue ref='v'/>"
    "</publication></publications>",
    "<person/><publications><publication/><publication date='' type='' "
    "status='?' project=' a ' grant='b'/><publication id='k' "
    "date='99999999999999999999-x'><title/><identifier/><identifier "
    "type='doi'/><identifier>x</identifier><metric/><metric type='citations'/>"
    "<metric type='citations' value='-9999999999999999999'/><link/><venue/>"
    "<venue><name/></venue><keyword/><keyword>?</keyword></publication>"
    "</publications>",
    "<person/><news><item/><item date='x'>A<ref publication='k'/></item><item "
    "date='2024'><a/><a href='x'/></item></news>",
    "<person><person/></person><person/><news/><news/><text/>",
};

START_TEST(strange_documents_do_no_harm)
{
	struct storehouse fx;
	char id[16];

	begin(&fx, N);
	for (size_t i = 0; i < ARRAY_SIZE(strange); i++)
		put_profile(&fx, BAD + (int)i, strange[i]);
	put_file(fx.data.buf, "people/p100.xml", "<person/>");
	put_file(fx.data.buf, "people/p101.xml", "<profile><person>");
	storehouse_open(&fx);
	for (size_t i = 0; i < ARRAY_SIZE(strange); i++) {
		snprintf(id, sizeof(id), "p%03zu", BAD + i);
		ck_assert_ptr_null(store_profile(fx.store, id));
	}
	storehouse_refresh(&fx);
	ck_assert_uint_eq(store_members(fx.store), N - ARRAY_SIZE(strange) - 2);
	ck_assert_uint_eq(
	    store_publications(fx.store)->nlive, N - ARRAY_SIZE(strange) - 2);
	storehouse_end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    few_files_are_checked_at_the_start,
	    many_are_there_at_once_and_none_is_shown_before_it_is_checked,
	    whose_page_is_asked_for_is_checked_at_once,
	    all_are_checked_in_a_fiftieth_of_the_time,
	    all_are_checked_at_once_by_who_has_nothing_else_to_do,
	    a_worker_leaves_that_to_its_parent,
	    the_last_ones_are_checked_and_counted,
	    no_request_waits_for_the_checks_of_all,
	    copies_are_written_of_what_was_checked,
	    the_copy_of_a_good_version_stands_in,
	    the_next_process_remembers_what_was_not_checked,
	    unchecked_ones_stay_while_a_disk_is_away,
	    strange_documents_do_no_harm,
	    NULL,
	};

	return run_tests("storelater", tests);
}

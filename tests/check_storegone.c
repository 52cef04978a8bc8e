/* SPDX-License-Identifier: MIT */
/* check_storegone.c - tests of store.h: files that are taken away. */
#include <stdio.h>
#include <string.h>

#include "storehouse.h"

static void
put_person(const struct storehouse *fx, int i)
{
	struct strbuf path;
	struct strbuf xml;

	strbuf_init(&path);
	strbuf_init(&xml);
	strbuf_printf(&path, "people/p%d.xml", i);
	strbuf_printf(&xml,
	    "<profile version=\"1\"><person><name>Name %d</name></person>"
	    "</profile>\n",
	    i);
	put_file(fx->data.buf, path.buf, xml.buf);
	strbuf_release(&path);
	strbuf_release(&xml);
}

static void
remove_person(const struct storehouse *fx, int i)
{
	char path[32];

	snprintf(path, sizeof(path), "people/p%d.xml", i);
	remove_file(fx->data.buf, path);
}

/* p0 to p<n - 1> have files. */
static void
begin(struct storehouse *fx, int n)
{
	storehouse_begin(fx);
	fx->config.state_dir = fx->state.buf;
	for (int i = 0; i < n; i++)
		put_person(fx, i);
	set_time(fx->data.buf, "people", NOON_MS);
	storehouse_open(fx);
	ck_assert_uint_eq(store_members(fx->store), (size_t)n);
	ck_assert_str_eq(fx->lines.buf, "");
}

/* MEMBER_NONE: there is nobody like that. */
static enum member_state
state_of(const struct storehouse *fx, const char *id)
{
	const struct member *m = store_member(fx->store, id);
	bool shown = m != NULL && member_is_shown(m);

	ck_assert_int_eq(store_profile(fx->store, id) != NULL, shown);
	return m != NULL ? m->state : MEMBER_NONE;
}

START_TEST(a_deleted_profile_is_gone_within_two_seconds)
{
	struct storehouse fx;

	begin(&fx, 5);
	remove_person(&fx, 3);
	storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GOOD);
	storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GONE);
	ck_assert_uint_eq(store_members(fx.store), 4);
	storehouse_refresh(&fx);
	ck_assert_uint_eq(
	    count_of(fx.lines.buf, "people/p3.xml: was taken away"), 1);
	ck_assert_uint_eq(count_of(fx.lines.buf, "\n"), 1);
	storehouse_end(&fx);
}
END_TEST

/* Nobody asked for hours: the first who does must not see the page. */
START_TEST(a_profile_that_was_deleted_a_while_ago_is_gone_at_the_first_look)
{
	struct storehouse fx;

	begin(&fx, 5);
	remove_person(&fx, 3);
	set_time(fx.data.buf, "people", fx.now_ms - 5000);
	storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GONE);
	ck_assert_uint_eq(store_members(fx.store), 4);
	storehouse_end(&fx);
}
END_TEST

START_TEST(it_is_still_gone_after_a_restart)
{
	struct storehouse fx;

	begin(&fx, 5);
	remove_person(&fx, 3);
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	storehouse_restart(&fx);
	ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GONE);
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GONE);
	ck_assert_int_eq(state_of(&fx, "p4"), MEMBER_GOOD);
	/* by CGI, each request would say so otherwise */
	ck_assert_uint_eq(count_of(fx.lines.buf, "was taken away"), 1);
	/* until it goes once more */
	put_person(&fx, 3);
	storehouse_restart(&fx);
	ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GOOD);
	remove_person(&fx, 3);
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_assert_uint_eq(count_of(fx.lines.buf, "was taken away"), 2);
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_file_that_comes_back_is_served_and_nothing_remembers)
{
	for (int restarts = 0; restarts < 2; restarts++) {
		struct storehouse fx;
		uint32_t number;

		begin(&fx, 5);
		number = store_member(fx.store, "p3")->number;
		remove_person(&fx, 3);
		storehouse_refresh(&fx);
		storehouse_refresh(&fx);
		if (restarts != 0)
			storehouse_restart(&fx);
		put_person(&fx, 3);
		storehouse_refresh(&fx);
		ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GOOD);
		if (restarts == 0)
			ck_assert_uint_eq(
			    store_member(fx.store, "p3")->number, number);
		/* while nobody looks: only who was seen to go is gone */
		remove_person(&fx, 3);
		storehouse_restart(&fx);
		ck_assert_int_ne(state_of(&fx, "p3"), MEMBER_GONE);
		storehouse_end(&fx);
	}
}
END_TEST

/* An editor that deletes and writes, with a look between. */
START_TEST(a_file_that_is_missing_for_a_moment_is_not_gone)
{
	struct storehouse fx;

	begin(&fx, 5);
	for (int i = 0; i < 3; i++) {
		remove_person(&fx, 3);
		storehouse_refresh(&fx);
		ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GOOD);
		put_person(&fx, 3);
		storehouse_refresh(&fx);
		ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GOOD);
	}
	ck_assert_str_eq(fx.lines.buf, "");
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_renamed_file_is_somebody_else)
{
	struct storehouse fx;

	begin(&fx, 1);
	move_file(fx.data.buf, "people/p0.xml", "people/ada.xml");
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "ada"), MEMBER_GOOD);
	ck_assert_int_eq(state_of(&fx, "p0"), MEMBER_GONE);
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_file_that_is_replaced_is_never_gone)
{
	struct storehouse fx;

	begin(&fx, 5);
	move_file(fx.data.buf, "people/p1.xml", "people/p0.xml");
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p0"), MEMBER_GOOD);
	ck_xpath(
	    store_profile(fx.store, "p0")->doc, "string(//name)", "Name 1");
	ck_assert_int_eq(state_of(&fx, "p1"), MEMBER_GONE);
	storehouse_end(&fx);
}
END_TEST

START_TEST(most_files_at_once_are_a_mishap_and_said_once)
{
	struct storehouse fx;

	begin(&fx, 5);
	for (int i = 0; i < 3; i++)
		remove_person(&fx, i);
	for (int i = 0; i < 4; i++)
		storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p0"), MEMBER_LAST_GOOD);
	ck_assert_int_eq(state_of(&fx, "p2"), MEMBER_LAST_GOOD);
	ck_assert_int_eq(state_of(&fx, "p4"), MEMBER_GOOD);
	ck_assert_uint_eq(store_members(fx.store), 5);
	ck_assert_uint_eq(count_of(fx.lines.buf, "\n"), 1);
	ck_assert_ptr_nonnull(
	    strstr(fx.lines.buf, "3 of 5 profiles are missing at once"));
	/* when one of them comes back, the others were taken away */
	put_person(&fx, 0);
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p0"), MEMBER_GOOD);
	ck_assert_int_eq(state_of(&fx, "p1"), MEMBER_GONE);
	ck_assert_int_eq(state_of(&fx, "p2"), MEMBER_GONE);
	storehouse_end(&fx);
}
END_TEST

/* It may be mounted later than we are started; the administrator can say. */
START_TEST(most_files_stay_after_a_restart_until_nobody_remembers_them)
{
	struct storehouse fx;

	begin(&fx, 5);
	for (int i = 0; i < 3; i++)
		remove_person(&fx, i);
	storehouse_restart(&fx);
	storehouse_refresh(&fx);
	ck_assert_uint_eq(store_members(fx.store), 5);
	ck_assert_ptr_nonnull(strstr(fx.lines.buf, "how to empty a site"));
	remove_file(fx.state.buf, "remembered");
	storehouse_restart(&fx);
	storehouse_refresh(&fx);
	ck_assert_uint_eq(store_members(fx.store), 2);
	ck_assert_int_eq(state_of(&fx, "p0"), MEMBER_NONE);
	storehouse_end(&fx);
}
END_TEST

/* The disk that holds them is not mounted. */
START_TEST(a_directory_that_vanishes_takes_nobody_along)
{
	static const char *const places[] = {"data", "data/people"};

	for (size_t i = 0; i < ARRAY_SIZE(places); i++)
		for (int remains = 0; remains < 2; remains++) {
			struct storehouse fx;

			begin(&fx, 5);
			move_file(fx.dir, places[i], "away");
			if (remains != 0)
				put_folder(fx.dir, places[i]);
			for (int k = 0; k < 4; k++)
				storehouse_refresh(&fx);
			ck_assert_uint_eq(store_members(fx.store), 5);
			ck_assert_ptr_nonnull(store_site(fx.store));
			if (remains != 0)
				remove_file(fx.dir, places[i]);
			move_file(fx.dir, "away", places[i]);
			storehouse_refresh(&fx);
			storehouse_refresh(&fx);
			ck_assert_int_eq(state_of(&fx, "p4"), MEMBER_GOOD);
			storehouse_end(&fx);
		}
}
END_TEST

START_TEST(a_broken_file_that_is_deleted_was_nobody)
{
	struct storehouse fx;

	begin(&fx, 5);
	put_file(fx.data.buf, "people/bad.xml", "broken");
	storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "bad"), MEMBER_BROKEN);
	remove_file(fx.data.buf, "people/bad.xml");
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "bad"), MEMBER_NONE);
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_last_good_version_goes_with_its_file)
{
	struct storehouse fx;

	begin(&fx, 5);
	put_file(fx.data.buf, "people/p1.xml", "broken");
	storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p1"), MEMBER_LAST_GOOD);
	remove_person(&fx, 1);
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p1"), MEMBER_GONE);
	storehouse_end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_deleted_profile_is_gone_within_two_seconds,
	    a_profile_that_was_deleted_a_while_ago_is_gone_at_the_first_look,
	    it_is_still_gone_after_a_restart,
	    a_file_that_comes_back_is_served_and_nothing_remembers,
	    a_file_that_is_missing_for_a_moment_is_not_gone,
	    a_renamed_file_is_somebody_else,
	    a_file_that_is_replaced_is_never_gone,
	    most_files_at_once_are_a_mishap_and_said_once,
	    most_files_stay_after_a_restart_until_nobody_remembers_them,
	    a_directory_that_vanishes_takes_nobody_along,
	    a_broken_file_that_is_deleted_was_nobody,
	    a_last_good_version_goes_with_its_file,
	    NULL,
	};

	return run_tests("storegone", tests);
}

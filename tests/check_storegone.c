/* SPDX-License-Identifier: MIT */
/* check_storegone.c - tests of store.h: files that are taken away. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "store.h"
#include "testing.h"

enum { MAX_BYTES = 10000, MAX_MEMORY = 10000000 };

struct fixture {
	char *dir;
	struct strbuf data;
	struct strbuf state;
	struct strbuf lines;
	struct schemas *schemas;
	struct store *store;
	int64_t now_ms;
	int n; /* p0 to p<n - 1> have files */
};

static void
put_person(const struct fixture *fx, int i)
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
remove_person(const struct fixture *fx, int i)
{
	char path[32];

	snprintf(path, sizeof(path), "people/p%d.xml", i);
	remove_file(fx->data.buf, path);
}

static void
open_store(struct fixture *fx)
{
	const struct store_config config = {
	    .data_dir = fx->data.buf,
	    .state_dir = fx->state.buf,
	    .schemas = fx->schemas,
	    .max_file_bytes = MAX_BYTES,
	    .max_memory_bytes = MAX_MEMORY,
	};

	fx->store = store_open(&config, fx->now_ms);
}

static void
restart(struct fixture *fx)
{
	store_close(fx->store);
	open_store(fx);
}

static void
begin(struct fixture *fx, int n)
{
	fx->dir = temp_begin();
	fx->schemas = open_schemas();
	fx->now_ms = NOON_MS + DAY_MS;
	fx->n = n;
	strbuf_init(&fx->data);
	strbuf_init(&fx->state);
	strbuf_printf(&fx->data, "%s/data", fx->dir);
	strbuf_printf(&fx->state, "%s/state", fx->dir);
	ck_assert_int_eq(mkdir(fx->state.buf, 0777), 0);
	log_begin(&fx->lines);
	put_file(fx->data.buf, "site.xml", SITE);
	for (int i = 0; i < n; i++)
		put_person(fx, i);
	set_time(fx->data.buf, "people", NOON_MS);
	open_store(fx);
	ck_assert_uint_eq(store_members(fx->store), (size_t)n);
	ck_assert_str_eq(fx->lines.buf, "");
}

static void
end(struct fixture *fx)
{
	store_close(fx->store);
	schemas_close(fx->schemas);
	strbuf_release(&fx->data);
	strbuf_release(&fx->state);
	strbuf_release(&fx->lines);
	temp_end(fx->dir);
}

static void
refresh(struct fixture *fx)
{
	fx->now_ms += 1000;
	store_refresh(fx->store, fx->now_ms);
}

/* MEMBER_NONE: there is nobody like that. */
static enum member_state
state_of(const struct fixture *fx, const char *id)
{
	const struct member *m = store_member(fx->store, id);
	bool shown = m != NULL && member_is_shown(m);

	ck_assert_int_eq(store_profile(fx->store, id) != NULL, shown);
	return m != NULL ? m->state : MEMBER_NONE;
}

START_TEST(a_deleted_profile_is_gone_within_two_seconds)
{
	struct fixture fx;

	begin(&fx, 5);
	remove_person(&fx, 3);
	refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GOOD);
	refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GONE);
	ck_assert_uint_eq(store_members(fx.store), 4);
	refresh(&fx);
	ck_assert_uint_eq(
	    count_of(fx.lines.buf, "people/p3.xml: was taken away"), 1);
	ck_assert_uint_eq(count_of(fx.lines.buf, "\n"), 1);
	end(&fx);
}
END_TEST

/* Nobody asked for hours: the first who does must not see the page. */
START_TEST(a_profile_that_was_deleted_a_while_ago_is_gone_at_the_first_look)
{
	struct fixture fx;

	begin(&fx, 5);
	remove_person(&fx, 3);
	set_time(fx.data.buf, "people", fx.now_ms - 5000);
	refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GONE);
	ck_assert_uint_eq(store_members(fx.store), 4);
	end(&fx);
}
END_TEST

START_TEST(it_is_still_gone_after_a_restart)
{
	struct fixture fx;

	begin(&fx, 5);
	remove_person(&fx, 3);
	refresh(&fx);
	refresh(&fx);
	restart(&fx);
	ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GONE);
	refresh(&fx);
	refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GONE);
	ck_assert_int_eq(state_of(&fx, "p4"), MEMBER_GOOD);
	end(&fx);
}
END_TEST

START_TEST(a_file_that_comes_back_is_served_and_nothing_remembers)
{
	for (int restarts = 0; restarts < 2; restarts++) {
		struct fixture fx;
		uint32_t number;

		begin(&fx, 5);
		number = store_member(fx.store, "p3")->number;
		remove_person(&fx, 3);
		refresh(&fx);
		refresh(&fx);
		if (restarts != 0)
			restart(&fx);
		put_person(&fx, 3);
		refresh(&fx);
		ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GOOD);
		if (restarts == 0)
			ck_assert_uint_eq(
			    store_member(fx.store, "p3")->number, number);
		/* while nobody looks: only who was seen to go is gone */
		remove_person(&fx, 3);
		restart(&fx);
		ck_assert_int_ne(state_of(&fx, "p3"), MEMBER_GONE);
		end(&fx);
	}
}
END_TEST

/* An editor that deletes and writes, with a look between. */
START_TEST(a_file_that_is_missing_for_a_moment_is_not_gone)
{
	struct fixture fx;

	begin(&fx, 5);
	for (int i = 0; i < 3; i++) {
		remove_person(&fx, 3);
		refresh(&fx);
		ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GOOD);
		put_person(&fx, 3);
		refresh(&fx);
		ck_assert_int_eq(state_of(&fx, "p3"), MEMBER_GOOD);
	}
	ck_assert_str_eq(fx.lines.buf, "");
	end(&fx);
}
END_TEST

START_TEST(a_renamed_file_is_somebody_else)
{
	struct fixture fx;
	struct strbuf from;
	struct strbuf to;

	begin(&fx, 1);
	strbuf_init(&from);
	strbuf_init(&to);
	strbuf_printf(&from, "%s/people/p0.xml", fx.data.buf);
	strbuf_printf(&to, "%s/people/ada.xml", fx.data.buf);
	ck_assert_int_eq(rename(from.buf, to.buf), 0);
	refresh(&fx);
	refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "ada"), MEMBER_GOOD);
	ck_assert_int_eq(state_of(&fx, "p0"), MEMBER_GONE);
	strbuf_release(&from);
	strbuf_release(&to);
	end(&fx);
}
END_TEST

START_TEST(a_file_that_is_replaced_is_never_gone)
{
	struct fixture fx;
	struct strbuf from;
	struct strbuf to;

	begin(&fx, 5);
	strbuf_init(&from);
	strbuf_init(&to);
	strbuf_printf(&from, "%s/people/p1.xml", fx.data.buf);
	strbuf_printf(&to, "%s/people/p0.xml", fx.data.buf);
	ck_assert_int_eq(rename(from.buf, to.buf), 0);
	refresh(&fx);
	refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p0"), MEMBER_GOOD);
	ck_xpath(
	    store_profile(fx.store, "p0")->doc, "string(//name)", "Name 1");
	ck_assert_int_eq(state_of(&fx, "p1"), MEMBER_GONE);
	strbuf_release(&from);
	strbuf_release(&to);
	end(&fx);
}
END_TEST

START_TEST(most_files_at_once_are_a_mishap_and_said_once)
{
	struct fixture fx;

	begin(&fx, 5);
	for (int i = 0; i < 3; i++)
		remove_person(&fx, i);
	for (int i = 0; i < 4; i++)
		refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p0"), MEMBER_LAST_GOOD);
	ck_assert_int_eq(state_of(&fx, "p2"), MEMBER_LAST_GOOD);
	ck_assert_int_eq(state_of(&fx, "p4"), MEMBER_GOOD);
	ck_assert_uint_eq(store_members(fx.store), 5);
	ck_assert_uint_eq(count_of(fx.lines.buf, "\n"), 1);
	ck_assert_ptr_nonnull(
	    strstr(fx.lines.buf, "3 of 5 profiles are missing at once"));
	/* when one of them comes back, the others were taken away */
	put_person(&fx, 0);
	refresh(&fx);
	refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p0"), MEMBER_GOOD);
	ck_assert_int_eq(state_of(&fx, "p1"), MEMBER_GONE);
	ck_assert_int_eq(state_of(&fx, "p2"), MEMBER_GONE);
	end(&fx);
}
END_TEST

/* The disk that holds them is not mounted. */
START_TEST(a_directory_that_vanishes_takes_nobody_along)
{
	static const char *const places[] = {"data", "data/people"};

	for (size_t i = 0; i < ARRAY_SIZE(places); i++)
		for (int remains = 0; remains < 2; remains++) {
			struct fixture fx;
			struct strbuf at;
			struct strbuf away;

			begin(&fx, 5);
			strbuf_init(&at);
			strbuf_init(&away);
			strbuf_printf(&at, "%s/%s", fx.dir, places[i]);
			strbuf_printf(&away, "%s/away", fx.dir);
			ck_assert_int_eq(rename(at.buf, away.buf), 0);
			if (remains != 0)
				ck_assert_int_eq(mkdir(at.buf, 0755), 0);
			for (int k = 0; k < 4; k++)
				refresh(&fx);
			ck_assert_uint_eq(store_members(fx.store), 5);
			ck_assert_ptr_nonnull(store_site(fx.store));
			if (remains != 0)
				remove_file(fx.dir, places[i]);
			ck_assert_int_eq(rename(away.buf, at.buf), 0);
			refresh(&fx);
			refresh(&fx);
			ck_assert_int_eq(state_of(&fx, "p4"), MEMBER_GOOD);
			strbuf_release(&at);
			strbuf_release(&away);
			end(&fx);
		}
}
END_TEST

START_TEST(a_broken_file_that_is_deleted_was_nobody)
{
	struct fixture fx;

	begin(&fx, 5);
	put_file(fx.data.buf, "people/bad.xml", "broken");
	refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "bad"), MEMBER_BROKEN);
	remove_file(fx.data.buf, "people/bad.xml");
	refresh(&fx);
	refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "bad"), MEMBER_NONE);
	end(&fx);
}
END_TEST

START_TEST(a_last_good_version_goes_with_its_file)
{
	struct fixture fx;

	begin(&fx, 5);
	put_file(fx.data.buf, "people/p1.xml", "broken");
	refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p1"), MEMBER_LAST_GOOD);
	remove_person(&fx, 1);
	refresh(&fx);
	refresh(&fx);
	ck_assert_int_eq(state_of(&fx, "p1"), MEMBER_GONE);
	end(&fx);
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
	    a_directory_that_vanishes_takes_nobody_along,
	    a_broken_file_that_is_deleted_was_nobody,
	    a_last_good_version_goes_with_its_file,
	    NULL,
	};

	return run_tests("storegone", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_storemany.c - tests of store.h: more profiles than fit in memory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "storehouse.h"

enum { N = 20, A_FEW = 8000 };

/* Who is "Name 7", written by `hand`. */
static void
put_person(const struct storehouse *fx, int i, const char *hand)
{
	struct strbuf path;
	struct strbuf xml;

	strbuf_init(&path);
	strbuf_init(&xml);
	strbuf_printf(&path, "people/p%02d.xml", i);
	strbuf_printf(&xml,
	    "<profile version=\"1\"><person><name>Name %d</name>"
	    "<bio>%s</bio></person></profile>\n",
	    i, hand);
	put_file(fx->data.buf, path.buf, xml.buf);
	strbuf_release(&path);
	strbuf_release(&xml);
}

/* No profile stays in memory. */
static void
begin(struct storehouse *fx)
{
	storehouse_begin(fx);
	fx->config.max_memory_bytes = 0;
	for (int i = 0; i < N; i++)
		put_person(fx, i, "Old");
	set_time(fx->data.buf, "people", NOON_MS);
}

/* The bio of p00, p01 ... is this; `hand` NULL: there is no such profile. */
static void
ck_bio(const struct storehouse *fx, int i, const char *hand)
{
	const struct profile *p;
	char id[16];

	snprintf(id, sizeof(id), "p%02d", i);
	p = store_profile(fx->store, id);
	ck_assert_int_eq(p != NULL, hand != NULL);
	if (p != NULL)
		ck_xpath(p->doc, "string(/profile/person/bio)", hand);
}

START_TEST(members_stay_when_their_profiles_are_forgotten)
{
	struct storehouse fx;

	begin(&fx);
	storehouse_open(&fx);
	ck_assert_uint_eq(store_members(fx.store), N);
	for (int i = 0; i < N; i++) {
		const struct member *m = store_member_at(fx.store, (size_t)i);
		char *name = member_name(m);
		char want[32];

		snprintf(want, sizeof(want), "Name %d", i);
		ck_assert_str_eq(name, want);
		free(name);
		ck_assert_int_eq(m->state, MEMBER_GOOD);
		ck_assert_ptr_eq(store_member(fx.store, m->id), m);
		ck_assert_ptr_eq(store_member_numbered(fx.store, m->number), m);
	}
	ck_assert_ptr_null(store_member_at(fx.store, N));
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_forgotten_profile_is_read_again)
{
	struct storehouse fx;

	begin(&fx);
	storehouse_open(&fx);
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < N; i++) {
			const struct member *m =
			    store_member_at(fx.store, (size_t)i);

			ck_bio(&fx, i, "Old");
			ck_assert_uint_eq(
			    store_profile_at(fx.store, (size_t)i)->digest,
			    m->digest);
			ck_assert_ptr_eq(
			    store_profile_numbered(fx.store, m->number),
			    store_profile(fx.store, m->id));
		}
		storehouse_refresh(&fx);
	}
	storehouse_end(&fx);
}
END_TEST

START_TEST(profiles_stay_borrowed_until_they_are_trimmed)
{
	const struct profile *first;
	const struct profile *other;
	struct storehouse fx;

	begin(&fx);
	storehouse_open(&fx);
	first = store_profile(fx.store, "p03");
	other = store_profile(fx.store, "p04");
	ck_assert_ptr_eq(store_profile(fx.store, "p03"), first);
	ck_assert_ptr_eq(store_profile(fx.store, "p04"), other);
	store_trim(fx.store, first);
	ck_assert_ptr_eq(store_profile(fx.store, "p03"), first);
	ck_xpath(first->doc, "string(//name)", "Name 3");
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_changed_file_is_taken_though_its_profile_is_forgotten)
{
	struct storehouse fx;
	uint64_t digest;

	begin(&fx);
	storehouse_open(&fx);
	digest = store_digest(fx.store);
	put_person(&fx, 3, "New");
	storehouse_refresh(&fx);
	ck_bio(&fx, 3, "New");
	ck_bio(&fx, 4, "Old");
	ck_assert_uint_ne(store_digest(fx.store), digest);
	put_person(&fx, 3, "Old");
	storehouse_refresh(&fx);
	ck_assert_uint_eq(store_digest(fx.store), digest);
	storehouse_end(&fx);
}
END_TEST

/*
 * Between two looks the file is not what the member is. No other version
 * than that may be shown: lists were made from it.
 */
START_TEST(a_file_that_changed_since_the_last_look_is_no_version)
{
	for (int keeps_state = 0; keeps_state < 2; keeps_state++) {
		struct storehouse fx;

		begin(&fx);
		if (keeps_state)
			fx.config.state_dir = fx.state.buf;
		storehouse_open(&fx);
		put_person(&fx, 3, "New");
		ck_bio(&fx, 3, keeps_state ? "Old" : NULL);
		storehouse_refresh(&fx);
		ck_bio(&fx, 3, "New");
		storehouse_end(&fx);
	}
}
END_TEST

START_TEST(a_forgotten_version_is_served_from_its_copy)
{
	struct storehouse fx;

	begin(&fx);
	fx.config.state_dir = fx.state.buf;
	storehouse_open(&fx);
	put_file(fx.data.buf, "people/p03.xml", "broken");
	for (int i = 0; i < 3; i++) {
		storehouse_refresh(&fx);
		ck_bio(&fx, 3, "Old");
		store_trim(fx.store, NULL);
		ck_bio(&fx, 3, "Old");
	}
	ck_assert_int_eq(
	    store_member(fx.store, "p03")->state, MEMBER_LAST_GOOD);
	ck_assert_uint_eq(count_of(fx.lines.buf, "error: "), 1);
	ck_assert_ptr_nonnull(
	    strstr(fx.lines.buf, "; the last good version is served"));
	storehouse_end(&fx);
}
END_TEST

START_TEST(without_copies_a_forgotten_version_is_lost_and_that_is_said)
{
	struct storehouse fx;

	begin(&fx);
	storehouse_open(&fx);
	ck_assert_uint_eq(count_of(fx.lines.buf, "set --state"), 1);
	put_file(fx.data.buf, "people/p03.xml", "broken");
	storehouse_refresh(&fx);
	ck_bio(&fx, 3, NULL);
	ck_assert_uint_eq(store_members(fx.store), N - 1);
	ck_assert_int_eq(store_member(fx.store, "p03")->state, MEMBER_BROKEN);
	ck_assert_ptr_nonnull(
	    strstr(fx.lines.buf, "; there is no version to serve"));
	put_person(&fx, 3, "New");
	storehouse_refresh(&fx);
	ck_bio(&fx, 3, "New");
	ck_assert_uint_eq(count_of(fx.lines.buf, "set --state"), 1);
	storehouse_end(&fx);
}
END_TEST

/* What only memory has is never forgotten. */
START_TEST(without_copies_a_last_good_version_in_memory_stays)
{
	struct storehouse fx;

	begin(&fx);
	fx.config.max_memory_bytes = A_FEW;
	storehouse_open(&fx);
	ck_assert_uint_eq(count_of(fx.lines.buf, "set --state"), 1);
	ck_bio(&fx, 3, "Old");
	put_file(fx.data.buf, "people/p03.xml", "broken");
	storehouse_refresh(&fx);
	for (int i = 0; i < N; i++)
		ck_bio(&fx, i, "Old");
	store_trim(fx.store, NULL);
	put_person(&fx, 4, "New");
	storehouse_refresh(&fx);
	ck_bio(&fx, 3, "Old");
	storehouse_end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    members_stay_when_their_profiles_are_forgotten,
	    a_forgotten_profile_is_read_again,
	    profiles_stay_borrowed_until_they_are_trimmed,
	    a_changed_file_is_taken_though_its_profile_is_forgotten,
	    a_file_that_changed_since_the_last_look_is_no_version,
	    a_forgotten_version_is_served_from_its_copy,
	    without_copies_a_forgotten_version_is_lost_and_that_is_said,
	    without_copies_a_last_good_version_in_memory_stays,
	    NULL,
	};

	return run_tests("storemany", tests);
}

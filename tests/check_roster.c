/* SPDX-License-Identifier: MIT */
/* check_roster.c - tests of roster.h. */
#include "roster.h"
#include "testing.h"

static struct entry *
add(struct roster *r, const char *id)
{
	return roster_add(r, xstrdup(id), xstrdup("people/x.xml"));
}

START_TEST(everybody_is_found_by_id_and_by_number)
{
	struct roster r = {0};
	const struct entry *bo;
	const struct entry *ada;

	ck_assert_ptr_null(roster_find(&r, "ada"));
	ck_assert_ptr_null(roster_numbered(&r, 0));
	bo = add(&r, "bo");
	ada = add(&r, "ada");
	roster_sort(&r);
	ck_assert_ptr_eq(roster_find(&r, "ada"), ada);
	ck_assert_ptr_eq(roster_find(&r, "bo"), bo);
	ck_assert_ptr_null(roster_find(&r, "zoe"));
	ck_assert_ptr_eq(roster_numbered(&r, 0), bo);
	ck_assert_ptr_eq(roster_numbered(&r, 1), ada);
	ck_assert_ptr_null(roster_numbered(&r, 2));
	roster_release(&r);
}
END_TEST

START_TEST(numbers_and_places_in_memory_stay_when_others_come)
{
	struct roster r = {0};
	struct entry *first = add(&r, "m");

	roster_sort(&r);
	for (int i = 0; i < 1000; i++) {
		struct strbuf id;

		strbuf_init(&id);
		strbuf_printf(&id, "%c%d", i % 2 == 0 ? 'a' : 'z', i);
		add(&r, id.buf);
		strbuf_release(&id);
	}
	/* they are not there before they are sorted in */
	ck_assert_ptr_null(roster_find(&r, "a0"));
	ck_assert_ptr_eq(roster_find(&r, "m"), first);
	roster_sort(&r);
	ck_assert_ptr_eq(roster_find(&r, "m"), first);
	ck_assert_uint_eq(first->member.number, 0);
	ck_assert_uint_eq(roster_find(&r, "z999")->member.number, 1000);
	ck_assert_ptr_eq(roster_numbered(&r, 1), roster_find(&r, "a0"));
	roster_release(&r);
}
END_TEST

START_TEST(only_those_with_something_to_show_are_shown_in_order)
{
	struct roster r = {0};

	add(&r, "zoe")->member.state = MEMBER_GOOD;
	add(&r, "bo")->member.state = MEMBER_GONE;
	add(&r, "al")->member.state = MEMBER_BROKEN;
	add(&r, "groups")->member.state = MEMBER_RESERVED;
	add(&r, "ada")->member.state = MEMBER_LAST_GOOD;
	roster_sort(&r);
	roster_update(&r);
	ck_assert_uint_eq(r.nshown, 2);
	ck_assert_str_eq(r.shown[0]->member.id, "ada");
	ck_assert_str_eq(r.shown[1]->member.id, "zoe");
	roster_find(&r, "ada")->member.state = MEMBER_GONE;
	roster_update(&r);
	ck_assert_uint_eq(r.nshown, 1);
	ck_assert_str_eq(r.shown[0]->member.id, "zoe");
	roster_release(&r);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    everybody_is_found_by_id_and_by_number,
	    numbers_and_places_in_memory_stay_when_others_come,
	    only_those_with_something_to_show_are_shown_in_order,
	    NULL,
	};

	return run_tests("roster", tests);
}

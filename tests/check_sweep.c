/* SPDX-License-Identifier: MIT */
/* check_sweep.c - tests of sweep.h. */
#include "sweep.h"
#include "testing.h"

enum { MANY = 10000, LOCAL_NS = 1500, NFS_NS = 500000 };

/* A sweep that looked at everything at noon, at this cost a file. */
static struct sweep
sweep_of(size_t n, int64_t cost_ns)
{
	struct sweep s = {0};

	for (int i = 0; i < 20; i++)
		sweep_done(&s, n, (int64_t)n * cost_ns, NOON_MS);
	return s;
}

START_TEST(few_files_are_all_looked_at_once_a_second)
{
	struct sweep s = sweep_of(100, LOCAL_NS);

	ck_assert_uint_eq(sweep_due(&s, 100, NOON_MS), 0);
	ck_assert_uint_eq(sweep_due(&s, 100, NOON_MS + 999), 0);
	ck_assert_uint_eq(sweep_due(&s, 100, NOON_MS + 1000), 100);
	ck_assert_uint_eq(sweep_due(&s, 100, NOON_MS + 3600000), 100);
	ck_assert_uint_eq(sweep_due(&s, 0, NOON_MS + 1000), 0);
}
END_TEST

START_TEST(some_hundreds_are_few_but_not_where_looks_are_slow)
{
	struct sweep s = sweep_of(SWEEP_FEW, LOCAL_NS);

	ck_assert(sweep_takes_all(&s, SWEEP_FEW));
	ck_assert_uint_eq(sweep_due(&s, SWEEP_FEW, NOON_MS + 999), 0);
	ck_assert_uint_eq(sweep_due(&s, SWEEP_FEW, NOON_MS + 1000), SWEEP_FEW);
	s = sweep_of(SWEEP_FEW, NFS_NS);
	ck_assert(!sweep_takes_all(&s, SWEEP_FEW));
	ck_assert_uint_eq(
	    sweep_due(&s, SWEEP_FEW, NOON_MS + 13000), SWEEP_SLICE);
}
END_TEST

START_TEST(a_sweep_that_never_began_looks_at_everything_it_may)
{
	struct sweep s = {0};

	ck_assert_uint_eq(sweep_due(&s, MANY, NOON_MS), MANY);
}
END_TEST

START_TEST(a_clock_that_is_set_back_stops_nothing)
{
	struct sweep s = sweep_of(100, LOCAL_NS);

	ck_assert_uint_eq(sweep_due(&s, 100, NOON_MS - 1), 100);
}
END_TEST

/* Requests come every 50 ms: in half a second each file was looked at. */
START_TEST(many_files_are_looked_at_in_slices)
{
	struct sweep s = sweep_of(MANY, LOCAL_NS);
	size_t looks = 0;

	for (int ms = 100; ms <= 750; ms += 50) {
		size_t due = sweep_due(&s, MANY, NOON_MS + ms);

		ck_assert_uint_le(due, 1500);
		sweep_done(&s, due, (int64_t)due * LOCAL_NS, NOON_MS + ms);
		looks += due;
	}
	ck_assert_uint_ge(looks, MANY * 99 / 100);
}
END_TEST

/* The shortest pauses add up to slices that are worth it. */
START_TEST(requests_in_quick_succession_do_not_look_each)
{
	struct sweep s = sweep_of(MANY, LOCAL_NS);
	size_t looks = 0;
	int times = 0;

	for (int ms = 1; ms <= 750; ms++) {
		size_t due = sweep_due(&s, MANY, NOON_MS + ms);

		if (due == 0)
			continue;
		sweep_done(&s, due, (int64_t)due * LOCAL_NS, NOON_MS + ms);
		looks += due;
		times++;
	}
	ck_assert_int_le(times, 50);
	ck_assert_uint_gt(looks, MANY * 9 / 10);
}
END_TEST

/* Half a millisecond a file: a fiftieth of the time is 250 s for all. */
START_TEST(a_slow_file_system_takes_a_fiftieth_of_the_time)
{
	struct sweep s = sweep_of(MANY, NFS_NS);
	int64_t took_ns = 0;

	for (int s1 = 1; s1 <= 100; s1++) {
		int64_t now_ms = NOON_MS + s1 * 1000;
		size_t due = sweep_due(&s, MANY, now_ms);

		ck_assert_uint_le(due * NFS_NS, SWEEP_MAX_STALL_MS * 2000000);
		if (due == 0)
			continue;
		took_ns += (int64_t)due * NFS_NS;
		sweep_done(&s, due, (int64_t)due * NFS_NS, now_ms);
	}
	ck_assert_int_gt(took_ns, 1000000000);
	ck_assert_int_le(took_ns, 2000000000);
}
END_TEST

START_TEST(after_a_pause_no_request_waits_for_all_of_a_slow_file_system)
{
	struct sweep s = sweep_of(MANY, NFS_NS);
	size_t due = sweep_due(&s, MANY, NOON_MS + 3600000);

	ck_assert_uint_ge(due, SWEEP_SLICE / 2);
	ck_assert_uint_le(due, SWEEP_SLICE);
}
END_TEST

START_TEST(one_look_does_not_tell_what_all_cost)
{
	struct sweep s = sweep_of(MANY, LOCAL_NS);

	sweep_done(&s, 1, 1000000000, NOON_MS);
	ck_assert_uint_eq(sweep_due(&s, MANY, NOON_MS + 1000), MANY);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    few_files_are_all_looked_at_once_a_second,
	    some_hundreds_are_few_but_not_where_looks_are_slow,
	    a_sweep_that_never_began_looks_at_everything_it_may,
	    a_clock_that_is_set_back_stops_nothing,
	    many_files_are_looked_at_in_slices,
	    requests_in_quick_succession_do_not_look_each,
	    a_slow_file_system_takes_a_fiftieth_of_the_time,
	    after_a_pause_no_request_waits_for_all_of_a_slow_file_system,
	    one_look_does_not_tell_what_all_cost,
	    NULL,
	};

	return run_tests("sweep", tests);
}

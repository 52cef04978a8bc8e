/* SPDX-License-Identifier: MIT */
/* check_postings.c - tests of postings.h. */
#include "postings.h"
#include "testing.h"

/* Are the rows of the thing every `step`th of the first `n`? */
static void
ck_steps(const struct postings *ps, const struct posting *p, uint32_t step,
    uint32_t n)
{
	struct posting_reader r;
	uint32_t rows[POSTING_GROUP];
	uint64_t want = 0;
	size_t found;

	posting_reader_init(&r, ps, p);
	while ((found = posting_read(&r, rows)) > 0)
		for (size_t i = 0; i < found; i++, want += step)
			ck_assert_uint_eq(rows[i], want);
	ck_assert_uint_ge(want, n);
	ck_assert_uint_lt(want, (uint64_t)n + step);
	ck_assert_uint_eq(posting_read(&r, rows), 0);
}

START_TEST(nothing_is_in_no_row)
{
	struct postings ps = {0};
	struct posting p = {0};

	ck_steps(&ps, &p, 1, 0);
	postings_release(&ps);
}
END_TEST

START_TEST(rows_of_many_things_are_kept_apart)
{
	static const uint32_t steps[] = {
	    1, 2, 3, 8, 2040, 2048, 2056, 16384, 99999};
	enum { ROWS = 100000 };
	struct postings ps = {0};
	struct posting p[ARRAY_SIZE(steps)] = {0};

	for (uint32_t row = 0; row < ROWS; row++)
		for (size_t i = 0; i < ARRAY_SIZE(steps); i++)
			if (row % steps[i] == 0)
				postings_add(&ps, &p[i], row);
	for (size_t i = 0; i < ARRAY_SIZE(steps); i++)
		ck_steps(&ps, &p[i], steps[i], ROWS);
	postings_release(&ps);
}
END_TEST

START_TEST(a_row_that_is_added_again_is_there_once)
{
	enum { ROWS = 1000 };
	struct postings ps = {0};
	struct posting p = {0};

	/* at the beginning, in the middle and at the end of a slice */
	for (uint32_t row = 0; row < ROWS; row++)
		for (int again = 0; again < 3; again++)
			postings_add(&ps, &p, row);
	ck_steps(&ps, &p, 1, ROWS);
	postings_release(&ps);
}
END_TEST

START_TEST(rows_are_taken_away_from_a_set)
{
	enum { ROWS = 5000 };
	struct postings ps = {0};
	struct posting p = {0};
	struct bits left;

	bits_init(&left, ROWS);
	for (uint32_t row = 0; row < ROWS; row++)
		if (row % 7 < 3 || row > 4990)
			postings_add(&ps, &p, row);
	for (uint32_t row = 0; row < ROWS; row++)
		if (row % 2 == 0)
			bits_set(&left, row);
	postings_subtract(&ps, &p, &left);
	for (uint32_t row = 0; row < ROWS; row++)
		ck_assert_int_eq(bits_test(&left, row),
		    row % 2 == 0 && row % 7 >= 3 && row <= 4990);
	bits_release(&left);
	postings_release(&ps);
}
END_TEST

START_TEST(the_largest_row_is_far_from_the_first)
{
	struct postings ps = {0};
	struct posting p = {0};

	postings_add(&ps, &p, 0);
	ck_assert_uint_eq(ps.used, 0);
	postings_add(&ps, &p, UINT32_MAX - 1);
	ck_steps(&ps, &p, UINT32_MAX - 1, UINT32_MAX);
	postings_release(&ps);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    nothing_is_in_no_row,
	    rows_of_many_things_are_kept_apart,
	    a_row_that_is_added_again_is_there_once,
	    rows_are_taken_away_from_a_set,
	    the_largest_row_is_far_from_the_first,
	    NULL,
	};

	return run_tests("postings", tests);
}

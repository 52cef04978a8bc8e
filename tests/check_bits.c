/* SPDX-License-Identifier: MIT */
/* check_bits.c - tests of bits.h. */
#include "bits.h"
#include "testing.h"

START_TEST(a_set_holds_what_was_put_in_and_not_taken_out)
{
	static const size_t sizes[] = {0, 1, 63, 64, 65, 1000};

	for (size_t k = 0; k < ARRAY_SIZE(sizes); k++) {
		size_t n = sizes[k];
		size_t seen = 0;
		struct bits b;

		bits_init(&b, n);
		ck_assert_uint_eq(bits_next(&b, 0), n);
		for (size_t i = 0; i < n; i++)
			bits_set(&b, i);
		ck_assert_uint_eq(bits_count(&b), n);
		for (size_t i = 0; i < n; i++)
			if (i % 3 != 0)
				bits_clear(&b, i);
		for (size_t i = bits_next(&b, 0); i < n;
		     i = bits_next(&b, i + 1)) {
			ck_assert_uint_eq(i, 3 * seen);
			ck_assert(bits_test(&b, i));
			seen++;
		}
		ck_assert_uint_eq(seen, (n + 2) / 3);
		ck_assert_uint_eq(bits_count(&b), seen);
		bits_release(&b);
	}
}
END_TEST

START_TEST(a_set_grows_and_keeps_what_it_has)
{
	struct bits b = {0};

	for (size_t n = 1; n < 700; n += 13) {
		bits_grow(&b, n);
		bits_set(&b, n - 1);
		bits_grow(&b, n / 2);
		ck_assert_uint_eq(b.n, n);
	}
	ck_assert_uint_eq(bits_count(&b), 54);
	ck_assert_uint_eq(bits_next(&b, 2), 13);
	bits_release(&b);
}
END_TEST

START_TEST(sets_are_cut_with_each_other)
{
	struct bits twos;
	struct bits threes;
	struct bits both;

	bits_init(&twos, 100);
	bits_init(&threes, 100);
	for (size_t i = 0; i < 100; i += 2)
		bits_set(&twos, i);
	for (size_t i = 0; i < 100; i += 3)
		bits_set(&threes, i);
	bits_copy(&both, &twos);
	bits_and(&both, &threes);
	ck_assert_uint_eq(bits_count(&both), 17);
	ck_assert_uint_eq(bits_next(&both, 1), 6);
	bits_subtract(&twos, &both);
	ck_assert_uint_eq(bits_count(&twos), 33);
	ck_assert(!bits_test(&twos, 6));
	bits_release(&twos);
	bits_release(&threes);
	bits_release(&both);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_set_holds_what_was_put_in_and_not_taken_out,
	    a_set_grows_and_keeps_what_it_has,
	    sets_are_cut_with_each_other,
	    NULL,
	};

	return run_tests("bits", tests);
}

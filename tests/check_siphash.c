/* SPDX-License-Identifier: MIT */
/* check_siphash.c - tests of siphash.h. */
#include "siphash.h"
#include "testing.h"

/* Key 00 01 .. 0f; the message is 00 01 02 ... of that length. */
static const struct {
	size_t length;
	uint64_t digest;
} known[] = {
    {0, UINT64_C(0x726fdb47dd0e0e31)},
    {1, UINT64_C(0x74f839c593dc67fd)},
    {7, UINT64_C(0xab0200f58b01d137)},
    {8, UINT64_C(0x93f5f5799a932462)},
    {15, UINT64_C(0xa129ca6149be45e5)},
};

START_TEST(the_digests_are_those_of_the_paper)
{
	const struct siphash_key key = {
	    {UINT64_C(0x0706050403020100), UINT64_C(0x0f0e0d0c0b0a0908)}};
	unsigned char message[16];

	for (size_t i = 0; i < sizeof(message); i++)
		message[i] = (unsigned char)i;
	for (size_t i = 0; i < ARRAY_SIZE(known); i++)
		ck_assert_uint_eq(
		    siphash(&key, message, known[i].length), known[i].digest);
}
END_TEST

START_TEST(another_key_gives_another_digest)
{
	struct siphash_key a = siphash_random_key();
	struct siphash_key b = siphash_random_key();

	ck_assert_uint_ne(siphash(&a, "x", 1), siphash(&b, "x", 1));
	ck_assert_uint_eq(siphash(&a, "x", 1), siphash(&a, "x", 1));
	ck_assert_uint_ne(siphash(&a, "x", 1), siphash(&a, "y", 1));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    the_digests_are_those_of_the_paper,
	    another_key_gives_another_digest,
	    NULL,
	};

	return run_tests("siphash", tests);
}

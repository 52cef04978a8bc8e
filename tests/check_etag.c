/* SPDX-License-Identifier: MIT */
/* check_etag.c - tests of etag.h. */
#include <stdlib.h>
#include <string.h>

#include "etag.h"
#include "testing.h"
#include "util.h"

static const char tag[] = "W/\"0123456789abcdef\"";

static const char *const matching[] = {
    "*",
    " * ",
    "\t*",
    "W/\"0123456789abcdef\"",
    "\"0123456789abcdef\"",
    "  \"0123456789abcdef\"\t ",
    /* what servers make of it when they compress */
    "\"0123456789abcdef-gzip\"",
    "W/\"0123456789abcdef-gzip\"",
    "\"0123456789abcdef-br\"",
    "\"0123456789abcdef-zstd\"",
    "\"0123456789abcdef;gzip\"",
    /* lists */
    "\"x\", \"0123456789abcdef\"",
    "W/\"0123456789abcdef\",\"x\"",
    "\"x\" ,\t\"y\",W/\"0123456789abcdef\" , \"z\"",
    ",, \"0123456789abcdef\",",
    "\"a,b\", \"0123456789abcdef\"",
    "\"\",\"0123456789abcdef\"",
    "\"\xc3\xa9\", \"0123456789abcdef\"",
    "\"W/\", \"0123456789abcdef\"",
};

static const char *const different[] = {
    "",
    " ",
    ",",
    "\"\"",
    "W/\"\"",
    "\"0123456789abcde\"",
    "\"0123456789abcdef0\"",
    "\"0123456789ABCDEF\"",
    "\"x0123456789abcdef\"",
    "\"0123456789abcdef-\"",
    "\"0123456789abcdef-gz\"",
    "\"0123456789abcdef-gzip2\"",
    "\"0123456789abcdef-gzip-gzip\"",
    "\"0123456789abcdef-deflate\"",
    "\"0123456789abcdef;br\"",
    "\"-gzip\"",
    "\"*\"",
    /* inside of another tag */
    "\"a,0123456789abcdef\"",
    "\"W/0123456789abcdef\"",
};

static const char *const malformed[] = {
    "0123456789abcdef",
    "W/0123456789abcdef",
    "\"0123456789abcdef",
    "0123456789abcdef\"",
    "\"",
    "W/",
    "W",
    "W/\"",
    "w/\"0123456789abcdef\"",
    "W\"0123456789abcdef\"",
    "W /\"0123456789abcdef\"",
    "W/ \"0123456789abcdef\"",
    "'0123456789abcdef'",
    "\"0123456789abcdef\"-gzip",
    "\"0123456789abcdef\" \"x\"",
    "\"0123456789abcdef\"; \"x\"",
    "\"0123456789abcdef\", x",
    "\"0123456789abcdef\", \"x",
    "x, \"0123456789abcdef\"",
    "\"a b\", \"0123456789abcdef\"",
    "\"a\tb\", \"0123456789abcdef\"",
    "\"a\x7f\", \"0123456789abcdef\"",
    "\"\x01\", \"0123456789abcdef\"",
    "*, \"0123456789abcdef\"",
    "\"0123456789abcdef\", *",
    "**",
    "* x",
    "\n*",
};

/* On the heap, so that ASan sees when the end is not respected. */
static bool
match(const char *header)
{
	size_t size = strlen(header) + 1;
	char *copy = xmalloc(size);
	bool found;

	memcpy(copy, header, size);
	found = etag_match(tag, copy);
	free(copy);
	return found;
}

START_TEST(a_tag_is_weak_and_of_sixteen_digits)
{
	const uint64_t parts[] = {1, UINT64_C(0xffffffffffffffff)};

	for (size_t n = 0; n <= ARRAY_SIZE(parts); n++) {
		char out[ETAG_SIZE];

		memset(out, 'x', sizeof(out));
		etag_make(out, parts, n);
		ck_assert_uint_eq(strlen(out), ETAG_SIZE - 1);
		ck_assert_int_eq(strncmp(out, "W/\"", 3), 0);
		ck_assert_uint_eq(strspn(out + 3, "0123456789abcdef"), 16);
		ck_assert_str_eq(out + 19, "\"");
		ck_assert(etag_match(out, out));
	}
}
END_TEST

/* Every node of a cluster, every build: the value may not drift unseen. */
START_TEST(a_tag_is_the_same_on_every_machine)
{
	const uint64_t parts[] = {UINT64_C(0x0102030405060708)};
	/* 08 07 06 05 04 03 02 01, lowest byte first */
	const unsigned char bytes[] = {8, 7, 6, 5, 4, 3, 2, 1};
	char out[ETAG_SIZE];

	etag_make(out, NULL, 0);
	ck_assert_str_eq(out, "W/\"cbf29ce484222325\"");
	etag_make(out, parts, 1);
	ck_assert_uint_eq(strtoull(out + 3, NULL, 16),
	    hash_bytes(HASH_SEED, bytes, sizeof(bytes)));
}
END_TEST

START_TEST(a_digest_of_many_bytes_knows_each_of_them)
{
	unsigned char bytes[101] = {0};
	uint64_t none = hash_long(HASH_SEED, bytes, sizeof(bytes));

	ck_assert_uint_ne(none, hash_long(HASH_SEED, bytes, 100));
	ck_assert_uint_ne(none, hash_long(1, bytes, sizeof(bytes)));
	for (size_t i = 0; i < sizeof(bytes); i++) {
		bytes[i] = 1;
		ck_assert_uint_ne(
		    none, hash_long(HASH_SEED, bytes, sizeof(bytes)));
		bytes[i] = 0;
	}
	ck_assert_uint_eq(none, hash_long(HASH_SEED, bytes, sizeof(bytes)));
}
END_TEST

START_TEST(every_part_and_their_order_count)
{
	static const uint64_t parts[][3] = {
	    {1, 2, 3},
	    {1, 3, 2},
	    {2, 1, 3},
	    {1, 2, 4},
	    {5, 2, 3},
	    {1, 2, UINT64_C(3) << 32},
	    {1, 2, UINT64_C(1) << 63},
	    {0, 0, 0},
	};
	char tags[ARRAY_SIZE(parts) + 2][ETAG_SIZE];
	size_t n = ARRAY_SIZE(parts);

	for (size_t i = 0; i < n; i++)
		etag_make(tags[i], parts[i], 3);
	/* fewer of them are not the same either */
	etag_make(tags[n++], parts[0], 2);
	etag_make(tags[n++], parts[7], 2);
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			ck_assert_int_eq(strcmp(tags[i], tags[j]) == 0, i == j);
}
END_TEST

START_TEST(a_header_that_names_the_tag_matches)
{
	for (size_t i = 0; i < ARRAY_SIZE(matching); i++)
		ck_assert_msg(match(matching[i]), "%s", matching[i]);
}
END_TEST

START_TEST(a_header_that_names_others_does_not_match)
{
	ck_assert(!etag_match(tag, NULL));
	for (size_t i = 0; i < ARRAY_SIZE(different); i++)
		ck_assert_msg(!match(different[i]), "%s", different[i]);
}
END_TEST

START_TEST(a_malformed_header_does_not_match)
{
	for (size_t i = 0; i < ARRAY_SIZE(malformed); i++)
		ck_assert_msg(!match(malformed[i]), "%s", malformed[i]);
}
END_TEST

START_TEST(no_header_is_read_beyond_its_end)
{
	for (size_t i = 0; i < ARRAY_SIZE(matching); i++)
		for (size_t n = 0; n < strlen(matching[i]); n++) {
			char *cut = xstrndup(matching[i], n);

			/* whatever it says: ASan watches */
			(void)match(cut);
			free(cut);
		}
}
END_TEST

START_TEST(a_strong_tag_is_compared_weakly_too)
{
	ck_assert(etag_match("\"a\"", "W/\"a\""));
	ck_assert(etag_match("\"a\"", "\"a-gzip\""));
	ck_assert(!etag_match("\"a-gzip\"", "\"a\""));
	ck_assert(!etag_match("", "*"));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_tag_is_weak_and_of_sixteen_digits,
	    a_tag_is_the_same_on_every_machine,
	    a_digest_of_many_bytes_knows_each_of_them,
	    every_part_and_their_order_count,
	    a_header_that_names_the_tag_matches,
	    a_header_that_names_others_does_not_match,
	    a_malformed_header_does_not_match,
	    no_header_is_read_beyond_its_end,
	    a_strong_tag_is_compared_weakly_too,
	    NULL,
	};

	return run_tests("etag", tests);
}

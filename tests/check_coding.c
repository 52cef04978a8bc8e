/* SPDX-License-Identifier: MIT */
/* check_coding.c - tests of coding.h. */
#include <stdlib.h>
#include <string.h>

#include "coding.h"
#include "testing.h"

static const struct {
	const char *header;
	bool gzip;
} headers[] = {
    {NULL, false},
    {"", false},
    {"gzip", true},
    {"GZIP", true},
    {"x-gzip", true},
    {"gzip, deflate, br, zstd", true},
    {"deflate, br", false},
    {"br;q=1.0, gzip;q=0.8, *;q=0.1", true},
    {"*", true},
    {"*;q=0", false},
    {"gzip;q=0", false},
    {"gzip;q=0.0", false},
    {"gzip;q=0.000", false},
    {"gzip;q=0.001", true},
    {"gzip;q=1.000", true},
    {"gzip ; q=0", false},
    {"gzip;\tQ=0", false},
    {"gzip;q=0, *", false},
    {"*, gzip;q=0", false},
    {"*;q=0, gzip", true},
    /* what is liked better than gzip */
    {"identity, gzip;q=0.5", false},
    {"identity;q=0.5, gzip", true},
    {"identity;q=0, gzip", true},
    {"identity, gzip", true},
    {"identity", false},
    {"identity;q=0.5, *", true},
    {"identity, *;q=0.2", false},
    /* lists with nothing in places */
    {" gzip ", true},
    {",gzip,", true},
    {", ,", false},
    {"br,,gzip", true},
    /* what says nothing that could be relied upon */
    {"gzip;q=2", false},
    {"gzip;q=1.001", false},
    {"gzip;q=0.1234", false},
    {"gzip;q=", false},
    {"gzip;q=x", false},
    {"gzip;level=9", false},
    {"gzip;", false},
    {"gzip deflate", false},
    {"gzip, de flate", false},
    {"gzip;q=-1", false},
    {"gzipped", false},
    {"\"gzip\"", false},
    {"gzip\x80", false},
    {";q=1", false},
};

START_TEST(gzip_is_for_those_who_want_it)
{
	for (size_t i = 0; i < ARRAY_SIZE(headers); i++)
		ck_assert_msg(
		    coding_wants_gzip(headers[i].header) == headers[i].gzip,
		    "%s", headers[i].header);
}
END_TEST

START_TEST(what_was_compressed_comes_back)
{
	static const size_t lengths[] = {100, 1024, 40000, 3000000};

	for (size_t i = 0; i < ARRAY_SIZE(lengths); i++) {
		struct strbuf text;
		struct strbuf once;
		struct strbuf again;
		char *back;

		strbuf_init(&text);
		strbuf_init(&once);
		strbuf_init(&again);
		while (text.len < lengths[i])
			strbuf_printf(&text, "line %zu\n", text.len * 7919);
		ck_assert_int_eq(coding_gzip(text.buf, text.len, &once), 0);
		ck_assert_uint_lt(once.len, text.len);
		back = gunzip(once.buf, once.len, text.len);
		ck_assert_str_eq(back, text.buf);
		/* on every machine the same, at every time */
		ck_assert_int_eq(coding_gzip(text.buf, text.len, &again), 0);
		ck_assert_uint_eq(once.len, again.len);
		ck_assert_mem_eq(once.buf, again.buf, once.len);
		free(back);
		strbuf_release(&text);
		strbuf_release(&once);
		strbuf_release(&again);
	}
}
END_TEST

START_TEST(what_does_not_become_smaller_stays_as_it_is)
{
	struct strbuf sb;
	char noise[2000];
	unsigned seed = 1;

	for (size_t i = 0; i < sizeof(noise); i++) {
		seed = seed * 1664525u + 1013904223u;
		noise[i] = (char)(seed >> 24);
	}
	strbuf_init(&sb);
	strbuf_puts(&sb, "before");
	ck_assert_int_eq(coding_gzip(noise, sizeof(noise), &sb), -1);
	ck_assert_int_eq(coding_gzip("", 0, &sb), -1);
	ck_assert_str_eq(sb.buf, "before");
	strbuf_release(&sb);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    gzip_is_for_those_who_want_it,
	    what_was_compressed_comes_back,
	    what_does_not_become_smaller_stays_as_it_is,
	    NULL,
	};

	return run_tests("coding", tests);
}

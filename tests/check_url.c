/* SPDX-License-Identifier: MIT */
/* check_url.c - tests of url.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "testing.h"
#include "url.h"

START_TEST(escapes_are_decoded)
{
	static const struct {
		const char *in;
		bool plus_is_space;
		const char *want; /* NULL: bad */
	} cases[] = {
	    {"", false, ""},
	    {"plain", false, "plain"},
	    {"a%20b", false, "a b"},
	    {"%41%7a%7A", false, "Azz"},
	    {"%c3%A9", false, "\u00e9"},
	    {"%ff", false, "\xff"},
	    {"%2525", false, "%25"},
	    {"a+b", false, "a+b"},
	    {"a+b%2B", true, "a b+"},
	    {"%", false, NULL},
	    {"abc%", false, NULL},
	    {"%4", false, NULL},
	    {"abc%4", false, NULL},
	    {"%g0", false, NULL},
	    {"%0g", false, NULL},
	    {"%%41", false, NULL},
	    {"% 1", false, NULL},
	    {"%+1", false, NULL},
	    {"%-1", false, NULL},
	    {"%0x", false, NULL},
	    {"%u0041", false, NULL},
	};
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		size_t n = strlen(cases[i].in);
		char *in = bare_copy(cases[i].in, n);
		int rc;

		strbuf_reset(&sb);
		strbuf_puts(&sb, "<");
		rc = url_decode(&sb, in, n, cases[i].plus_is_space);
		ck_assert_int_eq(rc, cases[i].want != NULL ? 0 : -1);
		ck_assert_int_eq(sb.buf[0], '<');
		ck_assert_str_eq(
		    sb.buf + 1, cases[i].want != NULL ? cases[i].want : "");
		free(in);
	}
	strbuf_reset(&sb);
	ck_assert_int_eq(url_decode(&sb, "a%00b", 5, false), 0);
	ck_assert_uint_eq(sb.len, 3);
	ck_assert_mem_eq(sb.buf, "a\0b", 4);
	strbuf_release(&sb);
}
END_TEST

START_TEST(an_escape_does_not_reach_beyond_the_given_length)
{
	struct strbuf sb;

	strbuf_init(&sb);
	ck_assert_int_eq(url_decode(&sb, "a%41", 3, false), -1);
	ck_assert_int_eq(url_decode(&sb, "a%41", 2, false), -1);
	ck_assert_uint_eq(sb.len, 0);
	strbuf_release(&sb);
}
END_TEST

START_TEST(only_harmless_bytes_stay_as_they_are)
{
	static const char literal[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz"
				      "0123456789-._~,:/@";
	struct strbuf sb;

	strbuf_init(&sb);
	for (int c = 1; c < 256; c++) {
		char s[2] = {(char)c, '\0'};
		char want[4];

		if (strchr(literal, c) != NULL)
			memcpy(want, s, 2);
		else
			snprintf(want, sizeof(want), "%%%02X", c);
		strbuf_reset(&sb);
		strbuf_puts(&sb, "x");
		url_encode(&sb, s);
		ck_assert_int_eq(sb.buf[0], 'x');
		ck_assert_str_eq(sb.buf + 1, want);
	}
	strbuf_reset(&sb);
	url_encode(&sb, "/a b/\u00fc,c?d&e=\"f\"");
	ck_assert_str_eq(sb.buf, "/a%20b/%C3%BC,c%3Fd%26e%3D%22f%22");
	strbuf_reset(&sb);
	url_encode(&sb, "");
	ck_assert_str_eq(sb.buf, "");
	strbuf_release(&sb);
}
END_TEST

START_TEST(what_is_encoded_decodes_to_itself)
{
	char all[256];
	struct strbuf encoded;
	struct strbuf decoded;

	for (int c = 1; c < 256; c++)
		all[c - 1] = (char)c;
	all[255] = '\0';
	strbuf_init(&encoded);
	strbuf_init(&decoded);
	url_encode(&encoded, all);
	for (int plus = 0; plus < 2; plus++) {
		strbuf_reset(&decoded);
		ck_assert_int_eq(
		    url_decode(&decoded, encoded.buf, encoded.len, plus != 0),
		    0);
		ck_assert_str_eq(decoded.buf, all);
	}
	strbuf_release(&encoded);
	strbuf_release(&decoded);
}
END_TEST

/* Every pair of `qs` as "[key|value]", "!" for a bad one. */
static void
expect_pairs(const char *qs, const char *want)
{
	size_t n = strlen(qs);
	char *bare = bare_copy(qs, n);
	struct url_pairs it;
	struct strbuf key;
	struct strbuf value;
	struct strbuf got;
	int rc;

	strbuf_init(&key);
	strbuf_init(&value);
	strbuf_init(&got);
	url_pairs_init(&it, bare, n);
	do {
		strbuf_puts(&key, "old");
		strbuf_puts(&value, "old");
		rc = url_pairs_next(&it, &key, &value);
		if (rc > 0) {
			strbuf_printf(&got, "[%s|%s]", key.buf, value.buf);
			continue;
		}
		ck_assert_uint_eq(key.len, 0);
		ck_assert_uint_eq(value.len, 0);
		if (rc < 0)
			strbuf_putc(&got, '!');
	} while (rc != 0);
	ck_assert_str_eq(got.buf, want);
	/* the end stays the end */
	ck_assert_int_eq(url_pairs_next(&it, &key, &value), 0);
	strbuf_release(&key);
	strbuf_release(&value);
	strbuf_release(&got);
	free(bare);
}

START_TEST(a_query_string_is_taken_apart)
{
	expect_pairs("", "");
	expect_pairs("&", "");
	expect_pairs("&&&", "");
	expect_pairs("a=1", "[a|1]");
	expect_pairs("a=1&b=2&a=3", "[a|1][b|2][a|3]");
	expect_pairs("&a=1&&b=2&", "[a|1][b|2]");
	expect_pairs("a", "[a|]");
	expect_pairs("a&b=", "[a|][b|]");
	expect_pairs("=v", "[|v]");
	expect_pairs("=", "[|]");
	expect_pairs("a=b=c", "[a|b=c]");
	expect_pairs("a=1;b=2", "[a|1;b=2]");
	expect_pairs("a%3Db=%26%3d", "[a=b|&=]");
	expect_pairs("q=M%C3%BCller+%2B+x&k+k=", "[q|M\u00fcller + x][k k|]");
}
END_TEST

START_TEST(a_bad_pair_is_told_from_the_end)
{
	static const char *const bad[] = {"a=%", "%zz=1", "a=%4", "a=%ff",
	    "%c0%af=1", "a=%ed%a0%80", "a=\xff", "a=%00", "a=b%0D%0Ac", "%09",
	    "a=\n", "a=%7F", "a=%C2%85"};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct strbuf qs;

		expect_pairs(bad[i], "!");
		strbuf_init(&qs);
		strbuf_printf(&qs, "x=1&%s&y=2", bad[i]);
		expect_pairs(qs.buf, "[x|1]![y|2]");
		strbuf_release(&qs);
	}
	/* the halves of a character are no character */
	expect_pairs("a%c3=%a9", "!");
}
END_TEST

START_TEST(links_of_three_schemes_and_of_the_site_are_safe)
{
	static const char *const safe[] = {"", "#top", "?q=a:b", "/", "/a",
	    "a/b.pdf", "./a:b", "../a", "a/b:c", "/a//b", "/a\\b", "a b.pdf",
	    "#a:b", "a#b:c", "http://example.org/", "HTTPS://example.org",
	    "Http:a", "mailto:ada@example.org", "MAILTO:a@b",
	    "https://example.org/\u00e9?a=b:c#d", "\u00e9t\u00e9.html",
	    "/javascript:alert(1)"};

	for (size_t i = 0; i < ARRAY_SIZE(safe); i++)
		ck_assert_msg(url_is_safe(safe[i]), "\"%s\"", safe[i]);
}
END_TEST

START_TEST(links_that_run_or_leave_in_disguise_are_refused)
{
	static const char *const unsafe[] = {"javascript:alert(1)",
	    "JavaScript:alert(1)", " javascript:alert(1)",
	    "\tjavascript:alert(1)", "\x01javascript:alert(1)",
	    "java\tscript:alert(1)", "java\nscript:alert(1)",
	    "java\rscript:alert(1)", "javascript\t:alert(1)",
	    "javascript :alert(1)", "java%73cript:alert(1)",
	    "javascript&colon;:", "data:text/html,x", "vbscript:x", "file:///",
	    "ftp://example.org/", "tel:+1", "blob:x", "x:", ":", ":x", "1a:b",
	    "\u00a0javascript:alert(1)", "\u2028javascript:alert(1)",
	    "httpx://example.org/", "xhttp:a", "https\n://a",
	    "http ://example.org/", "//example.org", "///example.org",
	    "/\\example.org", "\\/example.org", "\\\\example.org", "\\a", " /a",
	    "/\t/example.org", "\n//example.org", "/a\n", "a\x7f", "a\xc2\x85"};

	for (size_t i = 0; i < ARRAY_SIZE(unsafe); i++)
		ck_assert_msg(!url_is_safe(unsafe[i]), "\"%s\"", unsafe[i]);
}
END_TEST

START_TEST(an_absolute_address_has_scheme_and_host)
{
	static const struct {
		const char *s;
		bool absolute;
	} cases[] = {
	    {"http://a", true},
	    {"https://people.example.org/", true},
	    {"HTTPS://Example.org:8443/a/", true},
	    {"http://[::1]/", true},
	    {"http://127.0.0.1:80", true},
	    {"", false},
	    {"http", false},
	    {"http:", false},
	    {"http:/", false},
	    {"http://", false},
	    {"https://", false},
	    {"http:///a/", false},
	    {"http://?a", false},
	    {"http://#a", false},
	    {"http://:80/", false},
	    {"http://@a/", false},
	    {"ftp://a/", false},
	    {"//a/", false},
	    {"/a/", false},
	    {"mailto:a@b", false},
	    {" http://a/", false},
	    {"http://a /", false},
	    {"http://a/\n", false},
	    {"http://a/\"", false},
	    {"http://a/<b>", false},
	    {"http://a\\b/", false},
	    {"http:\\\\a/", false},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		ck_assert_msg(
		    url_is_absolute_http(cases[i].s) == cases[i].absolute,
		    "\"%s\"", cases[i].s);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    escapes_are_decoded,
	    an_escape_does_not_reach_beyond_the_given_length,
	    only_harmless_bytes_stay_as_they_are,
	    what_is_encoded_decodes_to_itself,
	    a_query_string_is_taken_apart,
	    a_bad_pair_is_told_from_the_end,
	    links_of_three_schemes_and_of_the_site_are_safe,
	    links_that_run_or_leave_in_disguise_are_refused,
	    an_absolute_address_has_scheme_and_host,
	    NULL,
	};

	return run_tests("url", tests);
}

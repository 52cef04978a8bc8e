/* SPDX-License-Identifier: MIT */
/* check_framing.c - tests of framing.h. */
#include <stdlib.h>
#include <string.h>

#include "fcgi.h"
#include "framing.h"
#include "testing.h"

/* What web servers send. */
static void
good_request(struct strbuf *sb)
{
	struct strbuf params;
	struct strbuf value;

	strbuf_init(&params);
	strbuf_init(&value);
	strbuf_printf(&value, "%200s", "");
	fcgi_add_pair(&params, "REQUEST_METHOD", "GET");
	fcgi_add_pair(&params, "EMPTY", "");
	fcgi_add_pair(&params, "HTTP_LONG", value.buf);
	fcgi_add_begin(sb, false);
	/* in two records, cut in the middle of a value */
	fcgi_add_record(sb, 1, FCGI_PARAMS, 1, params.buf, 20, 4);
	fcgi_add_params(sb, params.buf + 20, params.len - 20);
	fcgi_add_params(sb, "", 0);
	strbuf_release(&params);
	strbuf_release(&value);
}

/* Judge a copy that ends where the bytes end: ASan sees who reads on. */
static enum framing
parse(struct call *call, const char *bytes, size_t n)
{
	unsigned char *copy = xmalloc(n);
	enum framing rc;

	if (n > 0)
		memcpy(copy, bytes, n);
	rc = framing_parse(call, copy, n);
	free(copy);
	return rc;
}

static enum framing
judge(const char *bytes, size_t n)
{
	struct call *call = xmalloc(sizeof(*call));
	enum framing rc = parse(call, bytes, n);

	free(call);
	return rc;
}

START_TEST(a_whole_request_is_good_and_each_beginning_is_short)
{
	struct strbuf sb;

	strbuf_init(&sb);
	good_request(&sb);
	for (size_t n = 0; n < sb.len; n++)
		ck_assert_int_eq(judge(sb.buf, n), FRAMING_SHORT);
	ck_assert_int_eq(judge(sb.buf, sb.len), FRAMING_GOOD);
	/* the body that follows is not looked at */
	fcgi_add_record(&sb, 1, FCGI_STDIN, 1, "body", 4, 0);
	ck_assert_int_eq(judge(sb.buf, sb.len), FRAMING_GOOD);
	strbuf_release(&sb);
}
END_TEST

START_TEST(a_request_without_parameters_is_whole)
{
	struct strbuf sb;

	strbuf_init(&sb);
	fcgi_add_begin(&sb, false);
	fcgi_add_params(&sb, "", 0);
	ck_assert_int_eq(judge(sb.buf, sb.len), FRAMING_GOOD);
	strbuf_release(&sb);
}
END_TEST

/* What may stand where FCGI_BEGIN is expected. */
static const struct {
	int version;
	int type;
	int request;
	const char *body;
	size_t n;
} openings[] = {
    {0, FCGI_BEGIN, 1, "\0\1\0\0\0\0\0\0", 8},
    {2, FCGI_BEGIN, 1, "\0\1\0\0\0\0\0\0", 8},
    {'G', 'E', 'T', "", 0},
    {1, FCGI_BEGIN, 0, "\0\1\0\0\0\0\0\0", 8},
    {1, FCGI_BEGIN, 1, "\0\2\0\0\0\0\0\0", 8}, /* authorizer */
    {1, FCGI_BEGIN, 1, "\0\3\0\0\0\0\0\0", 8}, /* filter */
    {1, FCGI_BEGIN, 1, "\1\1\0\0\0\0\0\0", 8},
    {1, FCGI_BEGIN, 1, "\0\1\0\0\0\0\0", 7},
    {1, FCGI_BEGIN, 1, "\0\1\0\0\0\0\0\0\0", 9},
    {1, FCGI_BEGIN, 1, "", 0},
    {1, FCGI_PARAMS, 1, "", 0},
    {1, FCGI_STDIN, 1, "", 0},
    {1, FCGI_ABORT, 1, "", 0},
    {1, FCGI_GET_VALUES, 0, "", 0},
    {1, 255, 1, "", 0},
};

START_TEST(nothing_but_begin_for_a_responder_opens_a_request)
{
	for (size_t i = 0; i < ARRAY_SIZE(openings); i++) {
		struct strbuf sb;

		strbuf_init(&sb);
		fcgi_add_record(&sb, openings[i].version, openings[i].type,
		    openings[i].request, openings[i].body, openings[i].n, 0);
		fcgi_add_params(&sb, "", 0);
		ck_assert_msg(judge(sb.buf, sb.len) == FRAMING_BAD, "%zu", i);
		strbuf_release(&sb);
	}
}
END_TEST

START_TEST(nothing_but_parameters_of_the_same_request_follows)
{
	static const struct {
		int type;
		int request;
	} others[] = {{FCGI_STDIN, 1}, {FCGI_ABORT, 1}, {FCGI_BEGIN, 1},
	    {FCGI_END, 1}, {FCGI_GET_VALUES, 0}, {FCGI_PARAMS, 2},
	    {FCGI_PARAMS, 0}, {FCGI_PARAMS, 257}};

	for (size_t i = 0; i < ARRAY_SIZE(others); i++) {
		struct strbuf sb;

		strbuf_init(&sb);
		fcgi_add_begin(&sb, false);
		fcgi_add_record(
		    &sb, 1, others[i].type, others[i].request, "", 0, 0);
		ck_assert_msg(judge(sb.buf, sb.len) == FRAMING_BAD, "%zu", i);
		strbuf_release(&sb);
	}
}
END_TEST

static const struct {
	const char *params;
	size_t n;
	enum framing want;
} contents[] = {
    {"\1\1ab", 4, FRAMING_GOOD},
    {"\0\0", 2, FRAMING_GOOD},
    {"\1\0a\1\0b", 6, FRAMING_GOOD},
    {"\200\0\0\1\1ab", 7, FRAMING_GOOD},
    /* lengths that promise more than there is */
    {"\1\2ab", 4, FRAMING_BAD},
    {"\2\1ab", 4, FRAMING_BAD},
    {"\1", 1, FRAMING_BAD},
    {"\200\0\0", 3, FRAMING_BAD},
    {"\1\200\0\0", 4, FRAMING_BAD},
    {"\377\377\377\377\1a", 6, FRAMING_BAD},
    {"\1\377\377\377\377a", 6, FRAMING_BAD},
    /* CVE-2025-23016: both together overflow 32 bits */
    {"\377\377\377\377\377\377\377\377ab", 10, FRAMING_BAD},
    {"\1\1ab\1", 5, FRAMING_BAD},
    /* a NUL would end the variable early */
    {"\1\1a\0", 4, FRAMING_BAD},
    {"\1\1\0b", 4, FRAMING_BAD},
};

START_TEST(parameters_keep_within_what_was_sent)
{
	for (size_t i = 0; i < ARRAY_SIZE(contents); i++) {
		struct strbuf sb;

		strbuf_init(&sb);
		fcgi_add_begin(&sb, false);
		fcgi_add_params(&sb, contents[i].params, contents[i].n);
		fcgi_add_params(&sb, "", 0);
		ck_assert_msg(
		    judge(sb.buf, sb.len) == contents[i].want, "%zu", i);
		strbuf_release(&sb);
	}
}
END_TEST

START_TEST(parameters_are_counted)
{
	for (int extra = 0; extra < 2; extra++) {
		struct strbuf params;
		struct strbuf sb;

		strbuf_init(&params);
		strbuf_init(&sb);
		for (int i = 0; i < FRAMING_MAX_PARAMS + extra; i++)
			fcgi_add_pair(&params, "A", "b");
		fcgi_add_begin(&sb, false);
		fcgi_add_params(&sb, params.buf, params.len);
		fcgi_add_params(&sb, "", 0);
		ck_assert_int_eq(judge(sb.buf, sb.len),
		    extra > 0 ? FRAMING_BAD : FRAMING_GOOD);
		strbuf_release(&params);
		strbuf_release(&sb);
	}
}
END_TEST

START_TEST(parameters_are_measured)
{
	static char content[60000];
	struct strbuf sb;

	strbuf_init(&sb);
	memset(content, 'x', sizeof(content));
	fcgi_add_begin(&sb, false);
	fcgi_add_params(&sb, content, sizeof(content));
	ck_assert_int_eq(judge(sb.buf, sb.len), FRAMING_SHORT);
	fcgi_add_params(&sb, content, FRAMING_MAX_BYTES - sizeof(content) + 1);
	ck_assert_int_eq(judge(sb.buf, sb.len), FRAMING_BAD);
	strbuf_release(&sb);
}
END_TEST

START_TEST(rubbish_is_never_a_request)
{
	unsigned seed = 7;

	for (int i = 0; i < 20000; i++) {
		struct strbuf sb;
		size_t at;

		strbuf_init(&sb);
		good_request(&sb);
		/* one byte of the lengths and types is another */
		seed = seed * 1664525u + 1013904223u;
		at = (seed >> 8) % 70;
		sb.buf[at] = (char)(seed >> 24);
		judge(sb.buf, sb.len);
		strbuf_release(&sb);
	}
}
END_TEST

START_TEST(parameters_become_strings)
{
	struct call *call = xmalloc(sizeof(*call));
	size_t length;
	struct strbuf sb;

	strbuf_init(&sb);
	good_request(&sb);
	length = sb.len;
	strbuf_puts(&sb, "the next request");
	ck_assert_int_eq(parse(call, sb.buf, sb.len), FRAMING_GOOD);
	ck_assert_uint_eq(call->bytes, length);
	ck_assert_uint_eq(call->id, 1);
	ck_assert(!call->keep);
	ck_assert_uint_eq(call->nparams, 3);
	ck_assert_str_eq(call_param(call, "REQUEST_METHOD"), "GET");
	ck_assert_str_eq(call_param(call, "EMPTY"), "");
	ck_assert_uint_eq(strlen(call_param(call, "HTTP_LONG")), 200);
	ck_assert_ptr_null(call_param(call, "HTTP_LON"));
	ck_assert_ptr_null(call_param(call, ""));
	strbuf_release(&sb);
	free(call);
}
END_TEST

START_TEST(of_two_with_one_name_the_first_counts)
{
	struct call *call = xmalloc(sizeof(*call));
	struct strbuf sb;

	strbuf_init(&sb);
	fcgi_add_begin(&sb, false);
	fcgi_add_params(&sb, "\1\1Aa\1\1Ab\1\0B", 11);
	fcgi_add_params(&sb, "", 0);
	ck_assert_int_eq(parse(call, sb.buf, sb.len), FRAMING_GOOD);
	ck_assert_str_eq(call_param(call, "A"), "a");
	ck_assert_str_eq(call_param(call, "B"), "");
	strbuf_release(&sb);
	free(call);
}
END_TEST

START_TEST(parameters_in_pieces_are_those_in_one)
{
	static const char params[] = "\1\1Aa\3\5NAMEtext\1\1Bb";
	const size_t n = sizeof(params) - 1;

	for (size_t step = 1; step <= n; step++) {
		struct call *call = xmalloc(sizeof(*call));
		struct strbuf sb;

		strbuf_init(&sb);
		fcgi_add_begin(&sb, false);
		for (size_t i = 0; i < n; i += step)
			fcgi_add_params(
			    &sb, params + i, n - i < step ? n - i : step);
		fcgi_add_params(&sb, "", 0);
		ck_assert_int_eq(parse(call, sb.buf, sb.len), FRAMING_GOOD);
		ck_assert_str_eq(call_param(call, "A"), "a");
		ck_assert_str_eq(call_param(call, "NAM"), "Etext");
		strbuf_release(&sb);
		free(call);
	}
}
END_TEST

START_TEST(who_wants_to_use_the_connection_again_says_so)
{
	static const char flags[] = {0, 1, 2, 3};

	for (size_t i = 0; i < ARRAY_SIZE(flags); i++) {
		struct call *call = xmalloc(sizeof(*call));
		const char body[8] = {0, 1, flags[i]};
		struct strbuf sb;

		strbuf_init(&sb);
		fcgi_add_record(&sb, 1, FCGI_BEGIN, 258, body, sizeof(body), 0);
		fcgi_add_record(&sb, 1, FCGI_PARAMS, 258, "", 0, 0);
		ck_assert_int_eq(parse(call, sb.buf, sb.len), FRAMING_GOOD);
		ck_assert_int_eq(call->keep, flags[i] & 1);
		ck_assert_uint_eq(call->id, 258);
		strbuf_release(&sb);
		free(call);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_whole_request_is_good_and_each_beginning_is_short,
	    a_request_without_parameters_is_whole,
	    nothing_but_begin_for_a_responder_opens_a_request,
	    nothing_but_parameters_of_the_same_request_follows,
	    parameters_keep_within_what_was_sent,
	    parameters_are_counted,
	    parameters_are_measured,
	    rubbish_is_never_a_request,
	    parameters_become_strings,
	    of_two_with_one_name_the_first_counts,
	    parameters_in_pieces_are_those_in_one,
	    who_wants_to_use_the_connection_again_says_so,
	    NULL,
	};

	return run_tests("framing", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_framingout.c - tests of framing.h: bodies, and answers. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "fcgi.h"
#include "framing.h"
#include "testing.h"

/* Skip a body that comes in pieces of `step` bytes; `used` of it all. */
static enum framing
skip(const struct strbuf *sb, size_t step, size_t *used)
{
	struct tail tail = {.id = 1};
	enum framing rc = FRAMING_SHORT;
	size_t end = 0;

	*used = 0;
	while (rc == FRAMING_SHORT && end < sb->len) {
		size_t part;

		end = end + step < sb->len ? end + step : sb->len;
		rc = framing_skip(&tail, (unsigned char *)sb->buf + *used,
		    end - *used, &part);
		*used += part;
		ck_assert_uint_eq(tail.bytes, *used);
	}
	return rc;
}

START_TEST(a_body_is_skipped_in_whatever_pieces_it_comes)
{
	static const char content[300];
	struct strbuf sb;
	size_t length;
	size_t used;

	strbuf_init(&sb);
	fcgi_add_record(&sb, 1, FCGI_STDIN, 1, content, sizeof(content), 5);
	fcgi_add_record(&sb, 1, FCGI_ABORT, 1, "", 0, 0);
	fcgi_add_record(&sb, 1, FCGI_STDIN, 1, "a", 1, 0);
	for (size_t step = 1; step < 400; step++)
		ck_assert_int_eq(skip(&sb, step, &used), FRAMING_SHORT);
	fcgi_add_record(&sb, 1, FCGI_STDIN, 1, "", 0, 7);
	length = sb.len;
	fcgi_add_record(&sb, 1, FCGI_BEGIN, 1, "", 0, 0);
	for (size_t step = 1; step < 400; step++) {
		ck_assert_int_eq(skip(&sb, step, &used), FRAMING_GOOD);
		ck_assert_uint_eq(used, length);
	}
	strbuf_release(&sb);
}
END_TEST

START_TEST(nothing_but_the_body_of_the_request_follows_it)
{
	static const struct {
		int version;
		int type;
		int request;
	} others[] = {{2, FCGI_STDIN, 1}, {1, FCGI_STDIN, 2},
	    {1, FCGI_STDIN, 0}, {1, FCGI_BEGIN, 1}, {1, FCGI_BEGIN, 2},
	    {1, FCGI_PARAMS, 1}, {1, FCGI_GET_VALUES, 0}};

	for (size_t i = 0; i < ARRAY_SIZE(others); i++) {
		struct strbuf sb;
		size_t used;

		strbuf_init(&sb);
		fcgi_add_record(&sb, others[i].version, others[i].type,
		    others[i].request, "x", 1, 0);
		ck_assert_msg(skip(&sb, 100, &used) == FRAMING_BAD, "%zu", i);
		strbuf_release(&sb);
	}
}
END_TEST

/* What a peer gets of two pieces, each of `n` bytes. Owned. */
static char *
sent(size_t n, bool last, size_t *got)
{
	char *content = xmalloc(n);
	const struct piece pieces[] = {{content, n}, {content, n}};
	char *in = xmalloc(2 * n + 1024);
	ssize_t part;
	int fds[2];

	memset(content, 'x', n);
	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
	if (fork() == 0)
		_exit(framing_write(fds[1], 258, pieces, 2, last) == 0 ? 0 : 1);
	close(fds[1]);
	for (*got = 0;
	     (part = read(fds[0], in + *got, 2 * n + 1024 - *got)) > 0;
	     *got += (size_t)part)
		;
	close(fds[0]);
	free(content);
	return in;
}

START_TEST(an_answer_is_records_and_then_an_end)
{
	static const char want[] = "\1\6\1\2\0\3\0\0xxx"
				   "\1\6\1\2\0\3\0\0xxx"
				   "\1\6\1\2\0\0\0\0"
				   "\1\3\1\2\0\10\0\0\0\0\0\0\0\0\0\0";
	size_t got;
	char *in = sent(3, true, &got);

	ck_assert_uint_eq(got, sizeof(want) - 1);
	ck_assert_mem_eq(in, want, got);
	free(in);
	/* no end before the last piece */
	in = sent(3, false, &got);
	ck_assert_uint_eq(got, 22);
	ck_assert_mem_eq(in, want, got);
	free(in);
}
END_TEST

START_TEST(long_answers_are_cut_into_records)
{
	const size_t n = 5000000;
	size_t content = 0;
	size_t got;
	char *in = sent(n, false, &got);

	for (size_t at = 0; at < got;) {
		size_t length = (size_t)((unsigned char)in[at + 4] << 8 |
					 (unsigned char)in[at + 5]);

		ck_assert_int_eq(in[at + 1], 6);
		ck_assert_uint_gt(length, 0);
		content += length;
		at += 8 + length;
	}
	ck_assert_uint_eq(content, 2 * n);
	free(in);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_body_is_skipped_in_whatever_pieces_it_comes,
	    nothing_but_the_body_of_the_request_follows_it,
	    an_answer_is_records_and_then_an_end,
	    long_answers_are_cut_into_records,
	    NULL,
	};

	return run_tests("framingout", tests);
}

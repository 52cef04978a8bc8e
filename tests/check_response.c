/* SPDX-License-Identifier: MIT */
/* check_response.c - tests of response.h. */
#include <stdlib.h>
#include <string.h>

#include "response.h"
#include "testing.h"

/* A peer that remembers how much came in how many pieces. */
struct peer {
	struct strbuf got;
	size_t writes;
	size_t refused;
	size_t takes; /* pieces; then it has gone */
	bool ended;
};

static int
take(void *ctx, const char *p, size_t n)
{
	struct peer *peer = ctx;

	if (peer->writes == peer->takes) {
		peer->refused++;
		return -1;
	}
	peer->writes++;
	strbuf_add(&peer->got, p, n);
	return 0;
}

static int
take_last(void *ctx, const struct piece *pieces, size_t n)
{
	struct peer *peer = ctx;

	peer->ended = true;
	for (size_t i = 0; i < n; i++)
		strbuf_add(&peer->got, pieces[i].p, pieces[i].n);
	return n > 0 ? take(ctx, "", 0) : 0;
}

struct fixture {
	struct peer peer;
	struct sink out;
	struct response rs;
	struct sink body;
};

static void
begin(struct fixture *fx, enum method method)
{
	fx->peer = (struct peer){.takes = 1000000};
	strbuf_init(&fx->peer.got);
	fx->out =
	    (struct sink){.write = take, .ctx = &fx->peer, .finish = take_last};
	response_init(&fx->rs, method, &fx->out);
	fx->body = response_body(&fx->rs);
}

static void
end(struct fixture *fx)
{
	response_release(&fx->rs);
	strbuf_release(&fx->peer.got);
}

static void
ck_got(const struct fixture *fx, const char *want)
{
	ck_assert_str_eq(fx->peer.got.buf, want);
}

START_TEST(a_small_response_is_sent_whole_in_one_piece)
{
	struct fixture fx;

	begin(&fx, METHOD_GET);
	response_status(&fx.rs, 404);
	ck_assert_int_eq(response_header(&fx.rs, "X-A", "1"), 0);
	ck_assert_int_eq(sink_puts(&fx.body, "one "), 0);
	ck_assert_int_eq(response_headerf(&fx.rs, "X-B", "%d%%", 2), 0);
	ck_assert_int_eq(sink_puts(&fx.body, "two"), 0);
	ck_got(&fx, "");
	ck_assert(response_is_open(&fx.rs));
	ck_assert_int_eq(response_end(&fx.rs), 0);
	ck_got(&fx, "Status: 404 Not Found\r\nX-A: 1\r\nX-B: 2%\r\n"
		    "Content-Length: 7\r\n\r\none two");
	ck_assert_uint_eq(fx.peer.writes, 1);
	ck_assert(!response_is_open(&fx.rs));
	end(&fx);
}
END_TEST

START_TEST(head_has_the_length_but_no_body)
{
	struct fixture fx;

	begin(&fx, METHOD_HEAD);
	ck_assert_int_eq(sink_puts(&fx.body, "hidden"), 0);
	ck_assert_int_eq(response_end(&fx.rs), 0);
	ck_got(&fx, "Status: 200 OK\r\nContent-Length: 6\r\n\r\n");
	end(&fx);
}
END_TEST

START_TEST(statuses_without_a_body_have_no_length)
{
	static const struct {
		int status;
		const char *want;
	} cases[] = {
	    {204, "Status: 204 No Content\r\n\r\n"},
	    {304, "Status: 304 Not Modified\r\n\r\n"},
	    {301, "Status: 301 Moved Permanently\r\nContent-Length: 0\r\n\r\n"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct fixture fx;

		begin(&fx, METHOD_GET);
		response_status(&fx.rs, cases[i].status);
		response_end(&fx.rs);
		ck_got(&fx, cases[i].want);
		end(&fx);
	}
}
END_TEST

/* Write `n` bytes in pieces of `piece`; how many were taken. */
static size_t
write_many(struct fixture *fx, size_t n, size_t piece)
{
	char *bytes = xcalloc(1, piece);
	size_t done = 0;

	memset(bytes, 'x', piece);
	while (done < n && sink_write(&fx->body, bytes, piece) == 0)
		done += piece;
	free(bytes);
	return done;
}

START_TEST(up_to_the_limit_nothing_leaves_and_above_it_everything)
{
	struct fixture fx;

	begin(&fx, METHOD_GET);
	ck_assert_uint_eq(
	    write_many(&fx, RESPONSE_HOLD_BYTES, 1024), RESPONSE_HOLD_BYTES);
	ck_assert_uint_eq(fx.peer.writes, 0);
	ck_assert_int_eq(sink_puts(&fx.body, "y"), 0);
	/* the head with all that was held, then what came */
	ck_assert_uint_eq(fx.peer.writes, 2);
	ck_assert(!response_is_open(&fx.rs));
	ck_assert_ptr_null(strstr(fx.peer.got.buf, "Content-Length"));
	ck_assert_uint_eq(fx.peer.got.len,
	    strlen("Status: 200 OK\r\n\r\n") + RESPONSE_HOLD_BYTES + 1);
	ck_assert_int_eq(sink_puts(&fx.body, "z"), 0);
	ck_assert_uint_eq(fx.peer.writes, 3);
	ck_assert_int_eq(response_end(&fx.rs), 0);
	ck_assert_uint_eq(fx.peer.writes, 3);
	ck_assert_str_eq(fx.peer.got.buf + fx.peer.got.len - 3, "xyz");
	end(&fx);
}
END_TEST

START_TEST(a_body_that_just_fits_is_still_measured)
{
	struct fixture fx;

	begin(&fx, METHOD_GET);
	write_many(&fx, RESPONSE_HOLD_BYTES, RESPONSE_HOLD_BYTES);
	ck_assert_int_eq(response_end(&fx.rs), 0);
	ck_assert_ptr_nonnull(
	    strstr(fx.peer.got.buf, "Content-Length: 65536\r\n"));
	end(&fx);
}
END_TEST

START_TEST(a_long_head_response_ends_the_work_early)
{
	struct fixture fx;

	begin(&fx, METHOD_HEAD);
	ck_assert_uint_le(
	    write_many(&fx, 10000000, 10000), RESPONSE_HOLD_BYTES);
	ck_assert_int_eq(sink_puts(&fx.body, "more"), -1);
	/* the peer got what it wanted: that is no failure */
	ck_assert_int_eq(response_end(&fx.rs), 0);
	ck_got(&fx, "Status: 200 OK\r\n\r\n");
	end(&fx);
}
END_TEST

START_TEST(until_it_has_left_it_can_be_another_one)
{
	struct fixture fx;

	begin(&fx, METHOD_GET);
	response_header(&fx.rs, "ETag", "\"a\"");
	write_many(&fx, RESPONSE_HOLD_BYTES, 4096);
	ck_assert(response_is_open(&fx.rs));
	response_reset(&fx.rs);
	response_status(&fx.rs, 500);
	ck_assert_int_eq(sink_puts(&fx.body, "sorry"), 0);
	ck_assert_int_eq(response_end(&fx.rs), 0);
	ck_got(&fx, "Status: 500 Internal Server Error\r\nContent-Length: 5"
		    "\r\n\r\nsorry");
	end(&fx);
}
END_TEST

START_TEST(of_a_long_response_less_is_held)
{
	struct fixture fx;

	begin(&fx, METHOD_GET);
	response_expect_long(&fx.rs);
	write_many(&fx, RESPONSE_HOLD_LONG_BYTES, 1024);
	ck_assert_uint_eq(fx.peer.writes, 0);
	ck_assert_int_eq(sink_puts(&fx.body, "y"), 0);
	ck_assert_uint_eq(fx.peer.writes, 2);
	end(&fx);
}
END_TEST

START_TEST(what_comes_in_place_of_a_long_response_is_not_long)
{
	struct fixture fx;

	begin(&fx, METHOD_GET);
	response_expect_long(&fx.rs);
	response_reset(&fx.rs);
	write_many(&fx, RESPONSE_HOLD_BYTES, 1024);
	ck_assert_uint_eq(fx.peer.writes, 0);
	end(&fx);
}
END_TEST

START_TEST(a_header_cannot_be_split)
{
	static const char *const bad[] = {
	    "a\r\nX: y", "a\nb", "a\rb", "\x01", "a\tb", "a\x7f", "\n"};
	static const char *const good[] = {
	    "", "a b", "\"quoted\"; q=0.5", "caf\u00e9"};
	struct fixture fx;

	begin(&fx, METHOD_GET);
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		ck_assert_int_eq(response_header(&fx.rs, "X", bad[i]), -1);
		ck_assert_int_eq(
		    response_headerf(&fx.rs, "X", "%s", bad[i]), -1);
	}
	response_end(&fx.rs);
	ck_got(&fx, "Status: 200 OK\r\nContent-Length: 0\r\n\r\n");
	end(&fx);
	begin(&fx, METHOD_GET);
	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		ck_assert_int_eq(response_header(&fx.rs, "X", good[i]), 0);
	ck_assert_uint_eq(count_of(fx.rs.headers.buf, "X: "), 4);
	end(&fx);
}
END_TEST

START_TEST(headers_are_dropped_by_their_whole_name)
{
	struct fixture fx;

	begin(&fx, METHOD_GET);
	response_header(&fx.rs, "ETag", "1");
	response_header(&fx.rs, "ETag-Like", "2");
	response_header(&fx.rs, "X-ETag", "3");
	response_header(&fx.rs, "etag", "ETag: 4");
	response_header(&fx.rs, "Y", "ETag: 5");
	response_drop_header(&fx.rs, "ETag");
	response_drop_header(&fx.rs, "Missing");
	response_end(&fx.rs);
	ck_got(&fx, "Status: 200 OK\r\nETag-Like: 2\r\nX-ETag: 3\r\n"
		    "Y: ETag: 5\r\nContent-Length: 0\r\n\r\n");
	end(&fx);
}
END_TEST

START_TEST(a_peer_that_has_gone_is_not_written_to_again)
{
	/* it takes nothing; the head; the head and one piece */
	for (size_t takes = 0; takes < 3; takes++) {
		struct fixture fx;

		begin(&fx, METHOD_GET);
		fx.peer.takes = takes;
		ck_assert_uint_le(write_many(&fx, 1000000, 10000), 90000);
		ck_assert_int_eq(sink_puts(&fx.body, "more"), -1);
		ck_assert_uint_eq(fx.peer.writes, takes);
		ck_assert_uint_eq(fx.peer.refused, 1);
		ck_assert_int_eq(response_end(&fx.rs), -1);
		end(&fx);
	}
}
END_TEST

START_TEST(a_small_response_to_nobody_fails_at_its_end)
{
	struct fixture fx;

	begin(&fx, METHOD_GET);
	fx.peer.takes = 0;
	ck_assert_int_eq(sink_puts(&fx.body, "hello"), 0);
	ck_assert_int_eq(response_end(&fx.rs), -1);
	end(&fx);
}
END_TEST

START_TEST(every_status_that_we_use_has_a_reason)
{
	static const int statuses[] = {
	    200, 204, 301, 304, 400, 404, 405, 410, 414, 500, 501, 503};

	for (size_t i = 0; i < ARRAY_SIZE(statuses); i++)
		ck_assert_str_ne(response_reason(statuses[i]), "Unknown");
	ck_assert_str_eq(response_reason(299), "Unknown");
}
END_TEST

START_TEST(the_end_is_told_to_whoever_got_all_and_to_nobody_else)
{
	static const struct {
		size_t n;
		bool aborted;
		bool ended;
	} cases[] = {{10, false, true}, {10, true, false},
	    {2 * RESPONSE_HOLD_BYTES, false, true},
	    {2 * RESPONSE_HOLD_BYTES, true, false}};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct fixture fx;
		char *content = xcalloc(1, cases[i].n);

		begin(&fx, METHOD_GET);
		ck_assert_int_eq(sink_write(&fx.body, content, cases[i].n), 0);
		ck_assert(!fx.peer.ended);
		if (cases[i].aborted)
			response_abort(&fx.rs);
		ck_assert_int_eq(response_end(&fx.rs), cases[i].ended ? 0 : -1);
		ck_assert_int_eq(fx.peer.ended, cases[i].ended);
		free(content);
		end(&fx);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_small_response_is_sent_whole_in_one_piece,
	    head_has_the_length_but_no_body,
	    statuses_without_a_body_have_no_length,
	    up_to_the_limit_nothing_leaves_and_above_it_everything,
	    a_body_that_just_fits_is_still_measured,
	    a_long_head_response_ends_the_work_early,
	    until_it_has_left_it_can_be_another_one,
	    of_a_long_response_less_is_held,
	    what_comes_in_place_of_a_long_response_is_not_long,
	    a_header_cannot_be_split,
	    headers_are_dropped_by_their_whole_name,
	    a_peer_that_has_gone_is_not_written_to_again,
	    a_small_response_to_nobody_fails_at_its_end,
	    every_status_that_we_use_has_a_reason,
	    the_end_is_told_to_whoever_got_all_and_to_nobody_else,
	    NULL,
	};

	return run_tests("response", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_peers.c - tests of peers.h. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "fcgi.h"
#include "peers.h"
#include "testing.h"

struct fixture {
	struct handover handover;
	struct peers *peers;
	struct strbuf asked; /* addresses, in order */
	bool gone;	     /* say that the peer has gone */
};

/* "you asked for URI"; an address with "long" is answered in three parts. */
static int
answer(void *ctx, const struct call *call, struct sink *out)
{
	struct fixture *fx = ctx;
	const char *uri = call_param(call, "REQUEST_URI");
	const struct piece pieces[] = {{"asked for ", 10}, {uri, strlen(uri)}};

	strbuf_printf(&fx->asked, "%s ", uri);
	if (fx->gone)
		return -1;
	if (strstr(uri, "long") != NULL &&
	    (sink_puts(out, "you ") != 0 || sink_puts(out, "really ") != 0))
		return -1;
	return sink_finish(out, pieces, 2);
}

static void
begin(struct fixture *fx)
{
	*fx = (struct fixture){.handover = {-1, -1}};
	strbuf_init(&fx->asked);
	fx->peers = peers_new(answer, fx, &fx->handover);
}

static void
end(struct fixture *fx)
{
	peers_free(fx->peers);
	strbuf_release(&fx->asked);
}

/* A connection that has sent these bytes; our end of it. */
static int
add(struct fixture *fx, const struct strbuf *sb)
{
	int fds[2];

	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
	if (sb != NULL)
		fcgi_send(fds[0], sb);
	peers_add(fx->peers, fds[1]);
	return fds[0];
}

/* Let everybody be heard once who has something to say. */
static size_t
turn(struct fixture *fx)
{
	struct pollfd fds[PEERS_MAX];
	int timeout_ms = 0;
	size_t n = peers_poll(fx->peers, fds, &timeout_ms);

	ck_assert_int_ge(poll(fds, n, timeout_ms), 0);
	peers_hear(fx->peers, fds);
	return n;
}

static void
ck_answer(int fd, const char *want)
{
	struct strbuf sb;

	strbuf_init(&sb);
	ck_assert(fcgi_receive(fd, &sb));
	ck_assert_str_eq(sb.buf, want);
	strbuf_release(&sb);
}

START_TEST(a_connection_is_kept_when_its_peer_wants_that)
{
	struct fixture fx;

	for (int keep = 0; keep < 2; keep++) {
		struct strbuf sb;
		int fd;

		begin(&fx);
		strbuf_init(&sb);
		fcgi_add_get(&sb, "/a", keep);
		fd = add(&fx, &sb);
		ck_answer(fd, "asked for /a");
		if (keep) {
			ck_assert(fcgi_is_quiet(fd));
			strbuf_reset(&sb);
			fcgi_add_get(&sb, "/b", true);
			for (int i = 0; i < 5; i++) {
				fcgi_send(fd, &sb);
				turn(&fx);
				ck_answer(fd, "asked for /b");
			}
		} else {
			ck_assert(fcgi_is_closed(fd));
		}
		strbuf_release(&sb);
		close(fd);
		end(&fx);
	}
}
END_TEST

START_TEST(requests_that_come_together_are_answered_in_order)
{
	struct fixture fx;
	struct strbuf sb;
	int fd;

	begin(&fx);
	strbuf_init(&sb);
	fcgi_add_get(&sb, "/a", true);
	fcgi_add_get(&sb, "/long", true);
	fcgi_add_get(&sb, "/c", false);
	fcgi_add_get(&sb, "/never", true);
	fd = add(&fx, &sb);
	ck_answer(fd, "asked for /a");
	ck_answer(fd, "you really asked for /long");
	ck_answer(fd, "asked for /c");
	ck_assert(fcgi_is_closed(fd));
	ck_assert_str_eq(fx.asked.buf, "/a /long /c ");
	strbuf_release(&sb);
	close(fd);
	end(&fx);
}
END_TEST

START_TEST(a_request_in_pieces_is_answered_when_it_is_whole)
{
	struct fixture fx;
	struct strbuf piece;
	struct strbuf sb;
	int other;
	int fd;

	begin(&fx);
	strbuf_init(&sb);
	strbuf_init(&piece);
	fcgi_add_get(&sb, "/a", true);
	fd = add(&fx, NULL);
	for (size_t i = 0; i < sb.len; i++) {
		strbuf_reset(&piece);
		strbuf_putc(&piece, sb.buf[i]);
		fcgi_send(fd, &piece);
		turn(&fx);
		/* and others do not wait for it */
		if (i == sb.len / 2) {
			other = add(&fx, &sb);
			ck_answer(other, "asked for /a");
			close(other);
		}
	}
	ck_answer(fd, "asked for /a");
	ck_assert(fcgi_is_quiet(fd));
	ck_assert_str_eq(fx.asked.buf, "/a /a ");
	strbuf_release(&piece);
	strbuf_release(&sb);
	close(fd);
	end(&fx);
}
END_TEST

START_TEST(half_a_request_is_not_waited_for_long)
{
	struct pollfd fds[PEERS_MAX];
	struct fixture fx;
	struct strbuf sb;
	int timeout_ms = -1;
	int fd;

	begin(&fx);
	strbuf_init(&sb);
	fcgi_add_get(&sb, "/a", true);
	strbuf_truncate(&sb, sb.len / 2);
	fd = add(&fx, &sb);
	ck_assert_uint_eq(peers_poll(fx.peers, fds, &timeout_ms), 1);
	ck_assert_int_ge(timeout_ms, 0);
	ck_assert_int_le(timeout_ms, PEERS_REQUEST_MS);
	while (turn(&fx) > 0)
		usleep(10000);
	ck_assert(fcgi_is_closed(fd));
	ck_assert_str_eq(fx.asked.buf, "");
	strbuf_release(&sb);
	close(fd);
	end(&fx);
}
END_TEST

START_TEST(who_sends_rubbish_is_hung_up_on)
{
	static const char *const rubbish[] = {"GET / HTTP/1.0\r\n\r\n", "\1\2",
	    "\1\11\0\0\0\0\0\0", "\1\1\0\1\0\10\0\0\0\2\0\0\0\0\0\0"};
	static const size_t lengths[] = {18, 0, 8, 16};
	struct fixture fx;

	for (size_t i = 0; i < ARRAY_SIZE(rubbish); i++) {
		struct strbuf sb;
		int fd;

		begin(&fx);
		strbuf_init(&sb);
		strbuf_add(&sb, rubbish[i], lengths[i]);
		fd = add(&fx, lengths[i] > 0 ? &sb : NULL);
		/* or goes away without a word */
		if (lengths[i] == 0) {
			shutdown(fd, SHUT_WR);
			turn(&fx);
		}
		ck_assert(fcgi_is_closed(fd));
		ck_assert_uint_eq(turn(&fx), 0);
		ck_assert_str_eq(fx.asked.buf, "");
		strbuf_release(&sb);
		close(fd);
		end(&fx);
	}
}
END_TEST

START_TEST(a_body_is_refused_and_read_to_its_end)
{
	static const char content[60000];
	struct fixture fx;
	struct strbuf sb;
	int fd;

	begin(&fx);
	strbuf_init(&sb);
	fcgi_add_get(&sb, "/a", true);
	/* without its empty body */
	strbuf_truncate(&sb, sb.len - 8);
	fd = add(&fx, &sb);
	ck_answer(fd, "asked for /a");
	for (int i = 0; i < 5; i++) {
		strbuf_reset(&sb);
		fcgi_add_record(
		    &sb, 1, FCGI_STDIN, 1, content, sizeof(content), 3);
		fcgi_send(fd, &sb);
		turn(&fx);
	}
	strbuf_reset(&sb);
	fcgi_add_record(&sb, 1, FCGI_STDIN, 1, "", 0, 0);
	fcgi_add_get(&sb, "/b", false);
	fcgi_send(fd, &sb);
	turn(&fx);
	ck_answer(fd, "asked for /b");
	ck_assert(fcgi_is_closed(fd));
	strbuf_release(&sb);
	close(fd);
	end(&fx);
}
END_TEST

START_TEST(a_body_without_end_is_given_up)
{
	static const char content[60000];
	struct fixture fx;
	struct strbuf sb;
	size_t sent = 0;
	int fd;

	begin(&fx);
	strbuf_init(&sb);
	fcgi_add_get(&sb, "/a", true);
	strbuf_truncate(&sb, sb.len - 8);
	fd = add(&fx, &sb);
	strbuf_reset(&sb);
	fcgi_add_record(&sb, 1, FCGI_STDIN, 1, content, sizeof(content), 0);
	while (sent < (size_t)2 * PEERS_MAX_BODY_BYTES &&
	       send(fd, sb.buf, sb.len, MSG_NOSIGNAL) == (ssize_t)sb.len) {
		sent += sb.len;
		turn(&fx);
	}
	ck_assert_uint_gt(sent, PEERS_MAX_BODY_BYTES);
	ck_assert_uint_lt(sent, PEERS_MAX_BODY_BYTES + 2 * sizeof(content));
	strbuf_release(&sb);
	close(fd);
	end(&fx);
}
END_TEST

START_TEST(when_there_are_too_many_the_oldest_idle_one_goes)
{
	struct fixture fx;
	int fds[PEERS_MAX + 1];
	struct strbuf sb;

	begin(&fx);
	strbuf_init(&sb);
	fcgi_add_get(&sb, "/a", true);
	for (size_t i = 0; i < PEERS_MAX; i++)
		fds[i] = add(&fx, i == 1 ? &sb : NULL);
	/* the first one is used again; now the second is the oldest */
	fcgi_send(fds[0], &sb);
	turn(&fx);
	ck_answer(fds[0], "asked for /a");
	ck_answer(fds[1], "asked for /a");
	ck_assert(!peers_are_full(fx.peers));
	fds[PEERS_MAX] = add(&fx, NULL);
	ck_assert(fcgi_is_closed(fds[1]));
	for (size_t i = 0; i <= PEERS_MAX; i++) {
		if (i != 1)
			ck_assert(fcgi_is_quiet(fds[i]));
		close(fds[i]);
	}
	strbuf_release(&sb);
	end(&fx);
}
END_TEST

START_TEST(who_is_in_the_middle_of_something_stays)
{
	struct fixture fx;
	int fds[PEERS_MAX];
	struct strbuf sb;

	begin(&fx);
	strbuf_init(&sb);
	fcgi_add_get(&sb, "/a", true);
	strbuf_truncate(&sb, 20);
	for (size_t i = 0; i < PEERS_MAX; i++)
		fds[i] = add(&fx, &sb);
	ck_assert(peers_are_full(fx.peers));
	close(add(&fx, &sb));
	for (size_t i = 0; i < PEERS_MAX; i++) {
		ck_assert(fcgi_is_quiet(fds[i]));
		close(fds[i]);
	}
	strbuf_release(&sb);
	end(&fx);
}
END_TEST

START_TEST(an_answer_that_failed_has_no_end)
{
	struct fixture fx;
	struct strbuf sb;
	int fd;

	begin(&fx);
	fx.gone = true;
	strbuf_init(&sb);
	fcgi_add_get(&sb, "/a", true);
	fd = add(&fx, &sb);
	ck_assert(fcgi_is_closed(fd));
	strbuf_release(&sb);
	close(fd);
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_connection_is_kept_when_its_peer_wants_that,
	    requests_that_come_together_are_answered_in_order,
	    a_request_in_pieces_is_answered_when_it_is_whole,
	    half_a_request_is_not_waited_for_long,
	    who_sends_rubbish_is_hung_up_on,
	    a_body_is_refused_and_read_to_its_end,
	    a_body_without_end_is_given_up,
	    when_there_are_too_many_the_oldest_idle_one_goes,
	    who_is_in_the_middle_of_something_stays,
	    an_answer_that_failed_has_no_end,
	    NULL,
	};

	return run_tests("peers", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_framing.c - tests of framing.h. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "framing.h"
#include "testing.h"

enum { BEGIN = 1, ABORT = 2, END = 3, PARAMS = 4, STDIN = 5, GET_VALUES = 9 };

/* A record of the FastCGI protocol. */
static void
add_record(struct strbuf *sb, int version, int type, int request,
    const void *content, size_t n, size_t padding)
{
	const char header[8] = {(char)version, (char)type, (char)(request >> 8),
	    (char)request, (char)(n >> 8), (char)n, (char)padding, 0};

	strbuf_add(sb, header, sizeof(header));
	strbuf_add(sb, content, n);
	while (padding-- > 0)
		strbuf_putc(sb, 'p');
}

static void
add_begin(struct strbuf *sb, int role)
{
	const char body[8] = {(char)(role >> 8), (char)role};

	add_record(sb, 1, BEGIN, 1, body, sizeof(body), 0);
}

static void
add_params(struct strbuf *sb, const void *content, size_t n)
{
	add_record(sb, 1, PARAMS, 1, content, n, 0);
}

static void
add_length(struct strbuf *sb, size_t n)
{
	if (n >= 0x80) {
		strbuf_putc(sb, (char)(0x80 | n >> 24));
		strbuf_putc(sb, (char)(n >> 16));
		strbuf_putc(sb, (char)(n >> 8));
	}
	strbuf_putc(sb, (char)n);
}

static void
add_pair(struct strbuf *sb, const char *name, const char *value)
{
	add_length(sb, strlen(name));
	add_length(sb, strlen(value));
	strbuf_puts(sb, name);
	strbuf_puts(sb, value);
}

/* What web servers send. */
static void
good_request(struct strbuf *sb)
{
	struct strbuf params;
	struct strbuf value;

	strbuf_init(&params);
	strbuf_init(&value);
	strbuf_printf(&value, "%200s", "");
	add_pair(&params, "REQUEST_METHOD", "GET");
	add_pair(&params, "EMPTY", "");
	add_pair(&params, "HTTP_LONG", value.buf);
	add_begin(sb, 1);
	/* in two records, cut in the middle of a value */
	add_record(sb, 1, PARAMS, 1, params.buf, 20, 4);
	add_params(sb, params.buf + 20, params.len - 20);
	add_params(sb, "", 0);
	strbuf_release(&params);
	strbuf_release(&value);
}

/* Judge a copy that ends where the bytes end: ASan sees who reads on. */
static enum framing
judge(const char *bytes, size_t n)
{
	unsigned char *copy = xmalloc(n);
	enum framing rc;

	if (n > 0)
		memcpy(copy, bytes, n);
	rc = framing_parse(copy, n);
	free(copy);
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
	add_record(&sb, 1, STDIN, 1, "body", 4, 0);
	ck_assert_int_eq(judge(sb.buf, sb.len), FRAMING_GOOD);
	strbuf_release(&sb);
}
END_TEST

START_TEST(a_request_without_parameters_is_whole)
{
	struct strbuf sb;

	strbuf_init(&sb);
	add_begin(&sb, 1);
	add_params(&sb, "", 0);
	ck_assert_int_eq(judge(sb.buf, sb.len), FRAMING_GOOD);
	strbuf_release(&sb);
}
END_TEST

/* What may stand where BEGIN is expected. */
static const struct {
	int version;
	int type;
	int request;
	const char *body;
	size_t n;
} openings[] = {
    {0, BEGIN, 1, "\0\1\0\0\0\0\0\0", 8},
    {2, BEGIN, 1, "\0\1\0\0\0\0\0\0", 8},
    {'G', 'E', 'T', "", 0},
    {1, BEGIN, 0, "\0\1\0\0\0\0\0\0", 8},
    {1, BEGIN, 1, "\0\2\0\0\0\0\0\0", 8}, /* authorizer */
    {1, BEGIN, 1, "\0\3\0\0\0\0\0\0", 8}, /* filter */
    {1, BEGIN, 1, "\1\1\0\0\0\0\0\0", 8},
    {1, BEGIN, 1, "\0\1\0\0\0\0\0", 7},
    {1, BEGIN, 1, "\0\1\0\0\0\0\0\0\0", 9},
    {1, BEGIN, 1, "", 0},
    {1, PARAMS, 1, "", 0},
    {1, STDIN, 1, "", 0},
    {1, ABORT, 1, "", 0},
    {1, GET_VALUES, 0, "", 0},
    {1, 255, 1, "", 0},
};

START_TEST(nothing_but_begin_for_a_responder_opens_a_request)
{
	for (size_t i = 0; i < ARRAY_SIZE(openings); i++) {
		struct strbuf sb;

		strbuf_init(&sb);
		add_record(&sb, openings[i].version, openings[i].type,
		    openings[i].request, openings[i].body, openings[i].n, 0);
		add_params(&sb, "", 0);
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
	} others[] = {{STDIN, 1}, {ABORT, 1}, {BEGIN, 1}, {END, 1},
	    {GET_VALUES, 0}, {PARAMS, 2}, {PARAMS, 0}, {PARAMS, 257}};

	for (size_t i = 0; i < ARRAY_SIZE(others); i++) {
		struct strbuf sb;

		strbuf_init(&sb);
		add_begin(&sb, 1);
		add_record(&sb, 1, others[i].type, others[i].request, "", 0, 0);
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
		add_begin(&sb, 1);
		add_params(&sb, contents[i].params, contents[i].n);
		add_params(&sb, "", 0);
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
			add_pair(&params, "A", "b");
		add_begin(&sb, 1);
		add_params(&sb, params.buf, params.len);
		add_params(&sb, "", 0);
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
	add_begin(&sb, 1);
	add_params(&sb, content, sizeof(content));
	ck_assert_int_eq(judge(sb.buf, sb.len), FRAMING_SHORT);
	add_params(&sb, content, FRAMING_MAX_BYTES - sizeof(content) + 1);
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

/* What framing_wait() says of these bytes when then nothing more comes. */
static int
wait_for(const char *bytes, size_t n)
{
	int fds[2];
	char buf[16];
	int rc;

	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
	ck_assert_int_eq(write(fds[0], bytes, n), (ssize_t)n);
	shutdown(fds[0], SHUT_WR);
	rc = framing_wait(fds[1]);
	/* nothing was taken out */
	if (rc == 0) {
		ck_assert_int_eq(read(fds[1], buf, sizeof(buf)), 16);
		ck_assert_mem_eq(buf, bytes, sizeof(buf));
	}
	close(fds[0]);
	close(fds[1]);
	return rc;
}

START_TEST(a_request_that_is_there_is_not_waited_for)
{
	struct strbuf sb;

	strbuf_init(&sb);
	good_request(&sb);
	ck_assert_int_eq(wait_for(sb.buf, sb.len), 0);
	ck_assert_int_eq(wait_for("GET / HTTP/1.0\r\n\r\n", 18), -1);
	ck_assert_int_eq(wait_for("", 0), -1);
	strbuf_release(&sb);
}
END_TEST

START_TEST(a_peer_that_went_away_half_way_is_not_waited_for)
{
	struct timespec since;
	struct timespec now;
	struct strbuf sb;

	strbuf_init(&sb);
	good_request(&sb);
	clock_gettime(CLOCK_MONOTONIC, &since);
	for (size_t n = 1; n < 40; n++)
		ck_assert_int_eq(wait_for(sb.buf, n), -1);
	clock_gettime(CLOCK_MONOTONIC, &now);
	/* each would have been worth FRAMING_WAIT_MS */
	ck_assert_int_lt(now.tv_sec - since.tv_sec, 20);
	strbuf_release(&sb);
}
END_TEST

START_TEST(the_rest_is_waited_for)
{
	struct strbuf sb;
	int fds[2];
	pid_t pid;

	strbuf_init(&sb);
	good_request(&sb);
	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
	pid = fork();
	if (pid == 0) {
		for (size_t i = 0; i < sb.len; i += 5)
			if (write(fds[0], sb.buf + i,
				sb.len - i < 5 ? sb.len - i : 5) < 1)
				_exit(1);
		pause();
		_exit(0);
	}
	ck_assert_int_eq(framing_wait(fds[1]), 0);
	kill(pid, SIGKILL);
	close(fds[0]);
	close(fds[1]);
	strbuf_release(&sb);
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
	    a_request_that_is_there_is_not_waited_for,
	    a_peer_that_went_away_half_way_is_not_waited_for,
	    the_rest_is_waited_for,
	    NULL,
	};

	return run_tests("framing", tests);
}

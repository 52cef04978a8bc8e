/* SPDX-License-Identifier: MIT */
/* check_sink.c - tests of sink.h. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sink.h"
#include "testing.h"

START_TEST(memory_takes_everything_in_order)
{
	struct strbuf sb;
	struct sink to;

	strbuf_init(&sb);
	to = sink_to_strbuf(&sb);
	ck_assert_int_eq(sink_puts(&to, "head "), 0);
	ck_assert_int_eq(sink_write(&to, "bo\0dy", 5), 0);
	ck_assert_uint_eq(sb.len, 10);
	ck_assert_mem_eq(sb.buf, "head bo\0dy", 10);
	strbuf_release(&sb);
}
END_TEST

static int
count_calls(void *ctx, const char *p, size_t n)
{
	(void)p;
	(void)n;
	++*(int *)ctx;
	return -1;
}

START_TEST(nothing_to_write_is_not_written)
{
	int calls = 0;
	struct sink to = {.write = count_calls, .ctx = &calls};

	ck_assert_int_eq(sink_write(&to, NULL, 0), 0);
	ck_assert_int_eq(sink_puts(&to, ""), 0);
	ck_assert_int_eq(calls, 0);
	ck_assert_int_eq(sink_puts(&to, "x"), -1);
	ck_assert_int_eq(calls, 1);
}
END_TEST

static int
count_pieces(void *ctx, const struct piece *pieces, size_t n)
{
	(void)pieces;
	*(int *)ctx += (int)n;
	return 0;
}

START_TEST(the_last_pieces_come_together_or_one_by_one)
{
	static const struct piece pieces[] = {{"one ", 4}, {"two", 3}};
	int calls = 0;
	struct sink knows = {
	    .write = count_calls, .ctx = &calls, .finish = count_pieces};
	struct strbuf sb;
	struct sink to;

	strbuf_init(&sb);
	to = sink_to_strbuf(&sb);
	ck_assert_int_eq(sink_finish(&to, pieces, 2), 0);
	ck_assert_str_eq(sb.buf, "one two");
	ck_assert_int_eq(sink_finish(&to, NULL, 0), 0);
	strbuf_release(&sb);
	ck_assert_int_eq(sink_finish(&knows, pieces, 2), 0);
	ck_assert_int_eq(calls, 2);
	ck_assert_int_eq(sink_finish(&knows, pieces, SINK_MAX_PIECES + 1), -1);
}
END_TEST

static void
ignore(int signo)
{
	(void)signo;
}

/* Reads slowly enough that the writer gets less than it asked for. */
static void
read_and_compare(int fd, const char *want, size_t n)
{
	char buf[1000];
	size_t got = 0;
	ssize_t k;

	while ((k = read(fd, buf, sizeof(buf))) > 0) {
		if (got + (size_t)k > n ||
		    memcmp(want + got, buf, (size_t)k) != 0)
			_exit(1);
		got += (size_t)k;
	}
	_exit(got == n ? 0 : 1);
}

START_TEST(a_pipe_gets_everything_in_spite_of_signals_and_short_writes)
{
	enum { BYTES = 3000000 };
	const struct itimerval often = {{0, 500}, {0, 500}};
	const struct itimerval never = {0};
	struct sigaction sa = {.sa_handler = ignore};
	char *bytes = xmalloc(BYTES);
	struct sink to;
	int fds[2];
	int status;
	pid_t pid;

	for (size_t i = 0; i < BYTES; i++)
		bytes[i] = (char)(i * 7 + i / 1000);
	ck_assert_int_eq(pipe(fds), 0);
	pid = fork();
	if (pid == 0) {
		close(fds[1]);
		read_and_compare(fds[0], bytes, BYTES);
	}
	close(fds[0]);
	/* no SA_RESTART: write() ends with EINTR or short */
	sigaction(SIGALRM, &sa, NULL);
	setitimer(ITIMER_REAL, &often, NULL);
	to = sink_to_fd(&fds[1]);
	ck_assert_int_eq(sink_write(&to, bytes, BYTES), 0);
	setitimer(ITIMER_REAL, &never, NULL);
	close(fds[1]);
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_int_eq(status, 0);
	free(bytes);
}
END_TEST

START_TEST(a_peer_that_has_gone_is_reported)
{
	struct sink to;
	int fds[2];

	signal(SIGPIPE, SIG_IGN);
	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
	close(fds[0]);
	to = sink_to_fd(&fds[1]);
	ck_assert_int_eq(sink_puts(&to, "anybody?"), -1);
	close(fds[1]);
}
END_TEST

START_TEST(a_full_disk_is_reported)
{
	int fd = open("/dev/full", O_WRONLY);
	struct sink to = sink_to_fd(&fd);

	if (fd < 0)
		return;
	ck_assert_int_eq(sink_puts(&to, "x"), -1);
	close(fd);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    memory_takes_everything_in_order,
	    nothing_to_write_is_not_written,
	    the_last_pieces_come_together_or_one_by_one,
	    a_pipe_gets_everything_in_spite_of_signals_and_short_writes,
	    a_peer_that_has_gone_is_reported,
	    a_full_disk_is_reported,
	    NULL,
	};

	return run_tests("sink", tests);
}

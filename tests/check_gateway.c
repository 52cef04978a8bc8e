/* SPDX-License-Identifier: MIT */
/* check_gateway.c - tests of gateway.h: workers on a socket. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fcgi.h"
#include "gateway.h"
#include "listen.h"
#include "world.h"

enum { MAX_WORKERS = 2, IDLE = 64, LONG_BYTES = 2000000 };

struct fixture {
	struct world w;
	struct strbuf path;
	struct handover handover;
	int listener;
	size_t n;
	pid_t workers[MAX_WORKERS];
};

/* A publication, and news of a length that no socket takes at once. */
static void
put_long_profile(const struct world *w)
{
	struct strbuf news;
	struct strbuf xml;

	strbuf_init(&news);
	strbuf_init(&xml);
	for (int i = 0; i < LONG_BYTES / 10; i++)
		strbuf_puts(&news, "long news ");
	strbuf_printf(&xml,
	    PROFILE("<news><item id='n1' date='2024'>%s</item></news>"
		    "<publications/>"),
	    news.buf);
	put_file(w->data.buf, "people/ada.xml", xml.buf);
	strbuf_release(&news);
	strbuf_release(&xml);
}

/*
 * A signal that comes before the worker is ready for it must wait: what
 * libcheck has set up for signals would end the whole test.
 */
static void
start_worker(struct fixture *fx, size_t i)
{
	sigset_t signals;
	sigset_t before;

	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGUSR1);
	sigprocmask(SIG_BLOCK, &signals, &before);
	fx->workers[i] = fork();
	if (fx->workers[i] == 0)
		_exit(gateway_fastcgi(
			  &fx->w.program, fx->listener, &fx->handover) == 0
			  ? 0
			  : 1);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

static void
begin(struct fixture *fx, size_t n)
{
	struct diag d;

	*fx = (struct fixture){.n = n, .handover = {-1, -1}};
	world_begin(&fx->w);
	put_long_profile(&fx->w);
	world_open(&fx->w);
	diag_init(&d);
	strbuf_init(&fx->path);
	strbuf_printf(&fx->path, "%s/socket", fx->w.dir);
	fx->listener = listen_unix(fx->path.buf, 0600, &d);
	ck_assert_int_ge(fx->listener, 0);
	if (n > 1)
		ck_assert_int_eq(handover_open(&fx->handover), 0);
	for (size_t i = 0; i < n; i++)
		start_worker(fx, i);
}

/* The worker must end by itself, and well. */
static void
await_end(pid_t pid)
{
	int status;

	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_int_eq(status, 0);
}

static void
end(struct fixture *fx)
{
	for (size_t i = 0; i < fx->n; i++)
		kill(fx->workers[i], SIGTERM);
	for (size_t i = 0; i < fx->n; i++)
		await_end(fx->workers[i]);
	close(fx->listener);
	strbuf_release(&fx->path);
	world_end(&fx->w);
}

static void
send_get(int fd, const char *uri, bool keep)
{
	struct strbuf sb;

	strbuf_init(&sb);
	fcgi_add_get(&sb, uri, keep);
	fcgi_send(fd, &sb);
	strbuf_release(&sb);
}

/* Receive a page that has this text. */
static void
ck_page(int fd, const char *text)
{
	struct strbuf sb;

	strbuf_init(&sb);
	ck_assert_msg(fcgi_receive(fd, &sb), "no end: %.200s", sb.buf);
	ck_assert_int_eq(strncmp(sb.buf, "Status: 200 OK\r\n", 16), 0);
	ck_assert_ptr_nonnull(strstr(sb.buf, text));
	strbuf_release(&sb);
}

static void
get(int fd, const char *uri, const char *text)
{
	send_get(fd, uri, true);
	ck_page(fd, text);
}

START_TEST(one_connection_serves_many_requests)
{
	struct fixture fx;
	int fd;

	begin(&fx, 1);
	fd = fcgi_connect(fx.path.buf);
	for (int i = 0; i < 10; i++) {
		get(fd, "/publications", "0 of 0");
		get(fd, "/news", "long news long news");
	}
	send_get(fd, "/healthz", false);
	ck_page(fd, "OK");
	ck_assert(fcgi_is_closed(fd));
	close(fd);
	end(&fx);
}
END_TEST

START_TEST(idle_and_silent_connections_hold_nobody)
{
	struct fixture fx;
	int fds[IDLE];
	int silent;
	int fd;

	begin(&fx, 2);
	silent = fcgi_connect(fx.path.buf);
	for (size_t i = 0; i < IDLE; i++) {
		fds[i] = fcgi_connect(fx.path.buf);
		get(fds[i], "/healthz", "OK");
	}
	fd = fcgi_connect(fx.path.buf);
	get(fd, "/publications", "0 of 0");
	/* and all of them are still good */
	for (size_t i = 0; i < IDLE; i++) {
		get(fds[i], "/healthz", "OK");
		close(fds[i]);
	}
	close(silent);
	close(fd);
	end(&fx);
}
END_TEST

/*
 * One worker is held by an answer that nobody takes; connections that are
 * kept, whoever had them, are served by the other.
 */
START_TEST(nobody_waits_behind_a_long_answer)
{
	struct fixture fx;
	int fds[IDLE];
	int busy;

	begin(&fx, 2);
	for (size_t i = 0; i < IDLE; i++) {
		fds[i] = fcgi_connect(fx.path.buf);
		get(fds[i], "/healthz", "OK");
	}
	busy = fcgi_connect(fx.path.buf);
	send_get(busy, "/news", true);
	/* its beginning has come, so the worker is in the middle of it */
	while (fcgi_is_quiet(busy))
		usleep(1000);
	for (size_t i = 0; i < IDLE; i++)
		get(fds[i], "/healthz", "OK");
	ck_page(busy, "long news long news");
	for (size_t i = 0; i < IDLE; i++) {
		get(fds[i], "/publications", "0 of 0");
		close(fds[i]);
	}
	close(busy);
	end(&fx);
}
END_TEST

START_TEST(a_signal_lets_answers_finish_and_closes_the_rest)
{
	static const int signals[] = {SIGTERM, SIGINT, SIGUSR1};

	for (size_t i = 0; i < ARRAY_SIZE(signals); i++) {
		struct fixture fx;
		int idle;
		int busy;

		begin(&fx, 1);
		idle = fcgi_connect(fx.path.buf);
		get(idle, "/healthz", "OK");
		busy = fcgi_connect(fx.path.buf);
		send_get(busy, "/news", true);
		while (fcgi_is_quiet(busy))
			usleep(1000);
		/* this one came before the signal did */
		send_get(idle, "/publications", true);
		kill(fx.workers[0], signals[i]);
		ck_page(busy, "long news long news");
		ck_page(idle, "0 of 0");
		ck_assert(fcgi_is_closed(busy));
		ck_assert(fcgi_is_closed(idle));
		await_end(fx.workers[0]);
		fx.n = 0;
		close(busy);
		close(idle);
		end(&fx);
	}
}
END_TEST

START_TEST(connections_of_a_dead_worker_are_closed)
{
	struct fixture fx;
	int status;
	int fd;

	begin(&fx, 1);
	fd = fcgi_connect(fx.path.buf);
	get(fd, "/healthz", "OK");
	kill(fx.workers[0], SIGKILL);
	ck_assert(fcgi_is_closed(fd));
	close(fd);
	waitpid(fx.workers[0], &status, 0);
	/* and a new one takes over */
	start_worker(&fx, 0);
	fd = fcgi_connect(fx.path.buf);
	get(fd, "/publications", "0 of 0");
	close(fd);
	end(&fx);
}
END_TEST

START_TEST(a_socket_that_is_none_ends_the_work)
{
	struct fixture fx;

	begin(&fx, 0);
	ck_assert_int_eq(
	    gateway_fastcgi(&fx.w.program, 1000, &fx.handover), -1);
	ck_assert_ptr_nonnull(strstr(fx.w.lines.buf, "error: accept: "));
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    one_connection_serves_many_requests,
	    idle_and_silent_connections_hold_nobody,
	    nobody_waits_behind_a_long_answer,
	    a_signal_lets_answers_finish_and_closes_the_rest,
	    connections_of_a_dead_worker_are_closed,
	    a_socket_that_is_none_ends_the_work,
	    NULL,
	};

	return run_tests("gateway", tests);
}

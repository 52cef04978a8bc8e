/* SPDX-License-Identifier: MIT */
/* check_supervise.c - tests of supervise.h. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "supervise.h"
#include "testing.h"

/* What a worker says when it starts. */
struct report {
	pid_t pid;
	int blocked; /* are SIGTERM, SIGINT or SIGCHLD blocked? */
	int value;   /* of the context */
};

/* Only workers and their supervisor hold the end that is written to. */
struct fixture {
	pid_t supervisor;
	int fds[2];
	int value;
	int bits;	  /* of work that the supervisor has */
	bool short_lived; /* workers end by themselves, with status 7 */
};

static int
work(void *ctx)
{
	const struct fixture *fx = ctx;
	struct report report = {.pid = getpid(), .value = fx->value};
	sigset_t mask;

	sigprocmask(SIG_SETMASK, NULL, &mask);
	report.blocked = sigismember(&mask, SIGTERM) ||
			 sigismember(&mask, SIGINT) ||
			 sigismember(&mask, SIGCHLD);
	if (write(fx->fds[1], &report, sizeof(report)) != sizeof(report))
		_exit(99);
	if (!fx->short_lived)
		for (;;)
			pause();
	return 7;
}

static void
renew(void *ctx)
{
	struct fixture *fx = ctx;

	fx->value++;
}

static bool
idle(void *ctx)
{
	struct fixture *fx = ctx;

	return fx->bits > 0 && fx->bits-- > 0;
}

/* In the process that supervises. */
static void
supervise_and_exit(struct fixture *fx, unsigned n)
{
	const struct supervised what = {work, renew, idle, fx};
	struct strbuf lines;
	int child;
	int rc;

	close(fx->fds[0]);
	/* the handlers of libcheck would end the whole group */
	signal(SIGTERM, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	log_begin(&lines);
	rc = supervise(n, &what, &child);
	/* the parent tells by its status how many it saw die of SIGKILL */
	if (!child)
		_exit(rc == 0
			  ? 10 + (int)count_of(lines.buf, "killed by signal 9")
			  : 1);
	_exit(rc);
}

static void
begin(struct fixture *fx, unsigned n)
{
	ck_assert_int_eq(pipe(fx->fds), 0);
	fx->value = 42;
	fx->supervisor = fork();
	if (fx->supervisor == 0)
		supervise_and_exit(fx, n);
	close(fx->fds[1]);
}

static struct report
next_report(const struct fixture *fx)
{
	struct report report;

	ck_assert_int_eq(
	    read(fx->fds[0], &report, sizeof(report)), sizeof(report));
	return report;
}

/* End it, and see that nobody is left; returns its exit status. */
static int
end(struct fixture *fx, int signo)
{
	char buf[4096];
	int status;

	kill(fx->supervisor, signo);
	ck_assert_int_eq(waitpid(fx->supervisor, &status, 0), fx->supervisor);
	while (read(fx->fds[0], buf, sizeof(buf)) > 0)
		;
	close(fx->fds[0]);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static bool
is_alive(pid_t pid)
{
	return kill(pid, 0) == 0;
}

START_TEST(as_many_workers_as_were_asked_for_do_the_work)
{
	static const int signals[] = {SIGTERM, SIGINT, SIGUSR1};

	for (size_t i = 0; i < ARRAY_SIZE(signals); i++) {
		struct fixture fx = {0};
		pid_t pids[3];

		begin(&fx, 3);
		for (int w = 0; w < 3; w++) {
			struct report report = next_report(&fx);

			pids[w] = report.pid;
			ck_assert_int_ne(report.pid, fx.supervisor);
			/* as it was before, or SIGTERM could not end it */
			ck_assert_int_eq(report.blocked, 0);
			ck_assert_int_eq(report.value, 42);
			for (int v = 0; v < w; v++)
				ck_assert_int_ne(pids[v], pids[w]);
		}
		ck_assert_int_eq(end(&fx, signals[i]), 10);
		for (int w = 0; w < 3; w++)
			ck_assert(!is_alive(pids[w]));
	}
}
END_TEST

START_TEST(a_worker_that_is_killed_is_replaced_and_logged)
{
	struct fixture fx = {0};
	struct report first;
	struct report second;
	struct report third;

	begin(&fx, 2);
	first = next_report(&fx);
	second = next_report(&fx);
	kill(first.pid, SIGKILL);
	third = next_report(&fx);
	ck_assert_int_ne(third.pid, first.pid);
	ck_assert_int_eq(third.blocked, 0);
	ck_assert(is_alive(second.pid));
	ck_assert_int_eq(end(&fx, SIGTERM), 10 + 1);
	ck_assert(!is_alive(second.pid));
	ck_assert(!is_alive(third.pid));
}
END_TEST

START_TEST(a_worker_that_ends_by_itself_is_replaced)
{
	struct fixture fx = {.short_lived = true};
	struct report first;
	struct report second;

	begin(&fx, 1);
	first = next_report(&fx);
	second = next_report(&fx);
	ck_assert_int_ne(first.pid, second.pid);
	ck_assert_int_eq(end(&fx, SIGTERM), 10);
}
END_TEST

/* The parent is renewed once, then every one of them has what it has. */
START_TEST(workers_are_replaced_one_by_one_when_one_asks_for_it)
{
	struct fixture fx = {0};
	struct report first[3];

	begin(&fx, 3);
	for (int w = 0; w < 3; w++)
		first[w] = next_report(&fx);
	for (int round = 1; round < 3; round++) {
		kill(fx.supervisor, SUPERVISE_RENEW);
		for (int w = 0; w < 3; w++) {
			struct report report = next_report(&fx);

			ck_assert_int_eq(report.value, 42 + round);
			ck_assert_int_eq(report.blocked, 0);
			for (int v = 0; v < 3; v++)
				ck_assert_int_ne(report.pid, first[v].pid);
		}
	}
	ck_assert_int_eq(end(&fx, SIGTERM), 10);
	for (int w = 0; w < 3; w++)
		ck_assert(!is_alive(first[w].pid));
}
END_TEST

START_TEST(workers_are_replaced_when_their_parent_has_done_its_work)
{
	struct fixture fx = {.bits = 5};
	int renewed = 0;

	begin(&fx, 2);
	/* those of before may be told to stop before they say anything */
	while (renewed < 2) {
		struct report report = next_report(&fx);

		ck_assert(report.value == 42 || report.value == 43);
		renewed += report.value == 43;
	}
	ck_assert_int_eq(end(&fx, SIGTERM), 10);
}
END_TEST

/* Its log may be a pipe, whose reader is started again. */
START_TEST(a_pipe_that_nobody_reads_does_not_end_them)
{
	struct fixture fx = {0};
	struct report first;

	begin(&fx, 1);
	first = next_report(&fx);
	kill(fx.supervisor, SIGPIPE);
	kill(fx.supervisor, SUPERVISE_RENEW);
	ck_assert_int_ne(next_report(&fx).pid, first.pid);
	ck_assert_int_eq(end(&fx, SIGTERM), 10);
}
END_TEST

START_TEST(workers_do_not_outlive_a_supervisor_that_is_killed)
{
	struct fixture fx = {0};

	begin(&fx, 3);
	for (int w = 0; w < 3; w++)
		next_report(&fx);
	/* end() reads until the last of them has gone */
	ck_assert_int_eq(end(&fx, SIGKILL), -SIGKILL);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    as_many_workers_as_were_asked_for_do_the_work,
	    a_worker_that_is_killed_is_replaced_and_logged,
	    a_worker_that_ends_by_itself_is_replaced,
	    workers_are_replaced_one_by_one_when_one_asks_for_it,
	    workers_are_replaced_when_their_parent_has_done_its_work,
	    a_pipe_that_nobody_reads_does_not_end_them,
	    workers_do_not_outlive_a_supervisor_that_is_killed,
	    NULL,
	};

	return run_tests("supervise", tests);
}

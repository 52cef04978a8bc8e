/* SPDX-License-Identifier: MIT */
/* check_handover.c - tests of handover.h. */
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "handover.h"
#include "testing.h"

START_TEST(what_one_gives_another_takes)
{
	struct handover h;
	int ends[2];
	char byte = 0;
	int status;

	ck_assert_int_eq(handover_open(&h), 0);
	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	if (fork() == 0)
		_exit(handover_give(&h, ends[1]) == 0 ? 0 : 1);
	close(ends[1]);
	wait(&status);
	ck_assert_int_eq(status, 0);
	ends[1] = handover_take(&h);
	ck_assert_int_ge(ends[1], 0);
	ck_assert_int_ne(fcntl(ends[1], F_GETFD) & FD_CLOEXEC, 0);
	ck_assert_int_eq(write(ends[0], "x", 1), 1);
	ck_assert_int_eq(read(ends[1], &byte, 1), 1);
	ck_assert_int_eq(byte, 'x');
	handover_close(&h);
}
END_TEST

START_TEST(nobody_waits_for_what_is_not_there)
{
	struct handover h;

	ck_assert_int_eq(handover_open(&h), 0);
	ck_assert_int_eq(handover_take(&h), -1);
	handover_close(&h);
	ck_assert_int_eq(handover_take(&h), -1);
}
END_TEST

START_TEST(when_no_more_fit_the_rest_stays_ours)
{
	struct handover h;
	int given = 0;
	int fd;

	ck_assert_int_eq(handover_open(&h), 0);
	fd = dup(0);
	while (given < 5000 && handover_give(&h, fd) == 0) {
		given++;
		fd = dup(0);
	}
	ck_assert_int_ge(given, 64);
	ck_assert_int_lt(given, 5000);
	/* it was not closed */
	ck_assert_int_ge(fcntl(fd, F_GETFD), 0);
	close(fd);
	for (; given > 0; given--) {
		fd = handover_take(&h);
		ck_assert_int_ge(fd, 0);
		close(fd);
	}
	handover_close(&h);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    what_one_gives_another_takes,
	    nobody_waits_for_what_is_not_there,
	    when_no_more_fit_the_rest_stays_ours,
	    NULL,
	};

	return run_tests("handover", tests);
}

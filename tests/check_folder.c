/* SPDX-License-Identifier: MIT */
/* check_folder.c - tests of folder.h. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "folder.h"
#include "testing.h"

static void
count(void *ctx, const char *name)
{
	if (strncmp(name, "a", 1) == 0)
		++*(int *)ctx;
}

/* How many names with an "a" the look gives; 0 too when it gives none. */
static int
look(struct folder *f, int dirfd, int64_t now_ms)
{
	int n = 0;

	folder_look(f, dirfd, "d", now_ms, count, &n);
	ck_assert_int_eq(f->error, 0);
	return n;
}

START_TEST(names_are_given_when_there_may_be_other_ones)
{
	char *dir = temp_begin();
	int dirfd = open(dir, O_RDONLY | O_DIRECTORY);
	struct folder f = {0};

	put_file(dir, "d/a1", "");
	put_file(dir, "d/a2", "");
	set_time(dir, "d", NOON_MS);
	ck_assert_int_eq(look(&f, dirfd, NOON_MS + DAY_MS), 2);
	ck_assert_int_eq(look(&f, dirfd, NOON_MS + DAY_MS), 0);
	put_file(dir, "d/a3", "");
	ck_assert_int_eq(look(&f, dirfd, NOON_MS + DAY_MS), 3);
	close(dirfd);
	temp_end(dir);
}
END_TEST

START_TEST(a_young_directory_is_read_again_though_it_looks_the_same)
{
	char *dir = temp_begin();
	int dirfd = open(dir, O_RDONLY | O_DIRECTORY);
	struct folder f = {0};

	put_file(dir, "d/a1", "");
	set_time(dir, "d", NOON_MS);
	ck_assert_int_eq(look(&f, dirfd, NOON_MS + 1), 1);
	ck_assert_int_eq(look(&f, dirfd, NOON_MS + DAY_MS), 1);
	ck_assert_int_eq(look(&f, dirfd, NOON_MS + DAY_MS), 0);
	close(dirfd);
	temp_end(dir);
}
END_TEST

START_TEST(a_directory_may_come_and_go)
{
	char *dir = temp_begin();
	int dirfd = open(dir, O_RDONLY | O_DIRECTORY);
	struct folder f = {0};
	int n = 0;

	folder_look(&f, dirfd, "d", NOON_MS, count, &n);
	ck_assert_int_eq(f.error, ENOENT);
	put_file(dir, "d/a1", "");
	ck_assert_int_eq(look(&f, dirfd, NOON_MS), 1);
	remove_file(dir, "d/a1");
	remove_file(dir, "d");
	folder_look(&f, dirfd, "d", NOON_MS, count, &n);
	ck_assert_int_eq(f.error, ENOENT);
	put_file(dir, "d", "no directory");
	folder_look(&f, dirfd, "d", NOON_MS, count, &n);
	ck_assert_int_eq(f.error, ENOTDIR);
	ck_assert_int_eq(n, 0);
	close(dirfd);
	temp_end(dir);
}
END_TEST

/* No descriptor was left at that moment. */
START_TEST(a_directory_that_could_not_be_read_is_tried_again)
{
	char *dir = temp_begin();
	int dirfd = open(dir, O_RDONLY | O_DIRECTORY);
	int next = dup(dirfd);
	struct folder f = {0};
	struct rlimit before;
	struct rlimit none;
	int n = 0;

	put_file(dir, "d/a1", "");
	set_time(dir, "d", NOON_MS);
	close(next);
	ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &before), 0);
	none = before;
	none.rlim_cur = (rlim_t)next;
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &none), 0);
	folder_look(&f, dirfd, "d", NOON_MS + DAY_MS, count, &n);
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &before), 0);
	ck_assert_int_eq(f.error, EMFILE);
	ck_assert_int_eq(n, 0);
	ck_assert_int_eq(look(&f, dirfd, NOON_MS + DAY_MS), 1);
	ck_assert_int_eq(look(&f, dirfd, NOON_MS + DAY_MS), 0);
	close(dirfd);
	temp_end(dir);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    names_are_given_when_there_may_be_other_ones,
	    a_young_directory_is_read_again_though_it_looks_the_same,
	    a_directory_may_come_and_go,
	    a_directory_that_could_not_be_read_is_tried_again,
	    NULL,
	};

	return run_tests("folder", tests);
}

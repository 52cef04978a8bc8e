/* SPDX-License-Identifier: MIT */
/* check_pool.c - tests of pool.h. */
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pool.h"
#include "testing.h"

/* Around every change of size, and around what the pool leaves to others. */
static const size_t sizes[] = {0, 1, 7, 8, 9, 16, 23, 24, 25, 40, 96, 104, 105,
    120, 121, 500, 1000, 1015, 1016, 1017, 1024, 5000, 100000};

static void
fill(char *p, size_t n, size_t seed)
{
	for (size_t i = 0; i < n; i++)
		p[i] = (char)(seed + i * 7);
}

/* One assertion for all: each one is a system call. */
static void
ck_filled(const char *p, size_t n, size_t seed)
{
	size_t i = 0;

	while (i < n && p[i] == (char)(seed + i * 7))
		i++;
	ck_assert_uint_eq(i, n);
}

START_TEST(pieces_are_aligned_and_do_not_overlap)
{
	enum { TIMES = 200 };
	char *p[TIMES][ARRAY_SIZE(sizes)];

	for (size_t k = 0; k < TIMES; k++)
		for (size_t i = 0; i < ARRAY_SIZE(sizes); i++) {
			p[k][i] = pool_malloc(sizes[i]);
			ck_assert_ptr_nonnull(p[k][i]);
			ck_assert_uint_eq((uintptr_t)p[k][i] % 8, 0);
			fill(p[k][i], sizes[i], k + i);
		}
	for (size_t k = 0; k < TIMES; k++)
		for (size_t i = 0; i < ARRAY_SIZE(sizes); i++) {
			ck_filled(p[k][i], sizes[i], k + i);
			pool_free(p[k][i]);
		}
}
END_TEST

START_TEST(another_size_keeps_what_fits)
{
	for (size_t i = 0; i < ARRAY_SIZE(sizes); i++)
		for (size_t k = 0; k < ARRAY_SIZE(sizes); k++) {
			size_t less = sizes[i < k ? i : k];
			char *p = pool_malloc(sizes[i]);

			fill(p, sizes[i], i);
			p = pool_realloc(p, sizes[k]);
			ck_assert_ptr_nonnull(p);
			ck_assert_uint_eq((uintptr_t)p % 8, 0);
			ck_filled(p, less, i);
			fill(p, sizes[k], k);
			pool_free(p);
		}
}
END_TEST

START_TEST(what_was_freed_is_used_again)
{
	void *p = pool_malloc(100);
	void *q = pool_malloc(100);

	pool_free(p);
	ck_assert_ptr_eq(pool_malloc(97), p);
	pool_free(q);
	pool_free(p);
	ck_assert_ptr_eq(pool_malloc(100), p);
	ck_assert_ptr_eq(pool_malloc(100), q);
	pool_free(p);
	pool_free(q);
}
END_TEST

START_TEST(what_is_freed_goes_back_to_the_pool_it_is_of)
{
	void *lasting = pool_malloc(100);
	enum pool before = pool_use(POOL_REQUEST);
	void *request = pool_malloc(100);

	ck_assert_int_eq(before, POOL_LASTING);
	pool_free(lasting);
	ck_assert_ptr_ne(pool_malloc(100), lasting);
	ck_assert_int_eq(pool_use(before), POOL_REQUEST);
	pool_free(request);
	ck_assert_ptr_eq(pool_malloc(100), lasting);
	pool_use(POOL_REQUEST);
	ck_assert_ptr_eq(pool_malloc(100), request);
	pool_use(before);
}
END_TEST

START_TEST(nothing_is_freed_and_grown)
{
	char *p = pool_realloc(NULL, 10);
	char *s = pool_strdup("a string");

	pool_free(NULL);
	ck_assert_ptr_nonnull(p);
	ck_assert_str_eq(s, "a string");
	pool_free(p);
	pool_free(s);
}
END_TEST

START_TEST(more_than_there_is_is_refused)
{
	char *p = pool_malloc(2000);

	ck_assert_ptr_null(pool_malloc(SIZE_MAX));
	ck_assert_ptr_null(pool_malloc(SIZE_MAX - 8));
	fill(p, 2000, 1);
	ck_assert_ptr_null(pool_realloc(p, SIZE_MAX - 8));
	ck_filled(p, 2000, 1);
	pool_free(p);
}
END_TEST

#ifndef __SANITIZE_ADDRESS__
/* In a process of its own, which exits with 0 if all is well. */
static int
live_without_addresses(void)
{
	const struct rlimit none = {1, 1};
	char *p[64];
	int wrong = 0;

	if (setrlimit(RLIMIT_AS, &none) != 0)
		return 2;
	for (size_t i = 0; i < ARRAY_SIZE(p); i++) {
		p[i] = pool_malloc(100);
		wrong |= p[i] == NULL;
		if (p[i] != NULL)
			fill(p[i], 100, i);
	}
	for (size_t i = 0; i < ARRAY_SIZE(p); i++) {
		p[i] = pool_realloc(p[i], 10);
		wrong |= p[i] == NULL || p[i][9] != (char)(i + 9 * 7);
		pool_free(p[i]);
	}
	return wrong;
}

START_TEST(where_no_more_addresses_are_given_malloc_is_used)
{
	int status = -1;
	pid_t pid = fork();

	if (pid == 0)
		_exit(live_without_addresses());
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_int_eq(status, 0);
}
END_TEST
#endif

int
main(void)
{
	const TTest *const tests[] = {
	    pieces_are_aligned_and_do_not_overlap,
	    another_size_keeps_what_fits,
	    what_was_freed_is_used_again,
	    what_is_freed_goes_back_to_the_pool_it_is_of,
	    nothing_is_freed_and_grown,
	    more_than_there_is_is_refused,
#ifndef __SANITIZE_ADDRESS__
	    where_no_more_addresses_are_given_malloc_is_used,
#endif
	    NULL,
	};

	return run_tests("pool", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_pagecache.c - tests of pagecache.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pagecache.h"
#include "testing.h"

enum { MAX_BYTES = 100000, BODY_BYTES = 8000 };

static void
put(struct pagecache *c, const char *key, size_t n)
{
	struct kept_page *page = xcalloc(1, sizeof(*page));

	page->key = xstrdup(key);
	page->person = xstrdup("ada");
	page->headers = xstrdup("A: b\r\n");
	page->body = xcalloc(1, n);
	page->n = n;
	snprintf(page->body, n, "%s", key);
	pagecache_put(c, page);
}

static void
ck_kept(struct pagecache *c, const char *key, bool kept)
{
	const struct kept_page *page = pagecache_find(c, key);

	ck_assert_msg((page != NULL) == kept, "%s", key);
	if (page != NULL)
		ck_assert_str_eq(page->body, key);
}

START_TEST(what_was_put_is_found_until_it_is_dropped)
{
	struct pagecache *c = pagecache_new(MAX_BYTES);

	put(c, "/a", 100);
	put(c, "/b", 100);
	ck_kept(c, "/a", true);
	ck_kept(c, "/b", true);
	ck_kept(c, "/", false);
	ck_kept(c, "/ab", false);
	pagecache_drop(c, pagecache_find(c, "/a"));
	ck_kept(c, "/a", false);
	ck_kept(c, "/b", true);
	pagecache_drop(c, pagecache_find(c, "/b"));
	ck_assert_uint_eq(pagecache_bytes(c), 0);
	pagecache_free(c);
}
END_TEST

START_TEST(a_second_one_replaces_the_first)
{
	struct pagecache *c = pagecache_new(MAX_BYTES);
	size_t bytes;

	put(c, "/a", 100);
	bytes = pagecache_bytes(c);
	put(c, "/a", 200);
	ck_assert_uint_eq(pagecache_bytes(c), bytes + 100);
	ck_assert_uint_eq(pagecache_find(c, "/a")->n, 200);
	ck_assert_uint_eq(pagecache_puts(c), 2);
	pagecache_free(c);
}
END_TEST

START_TEST(what_nobody_asked_for_longest_makes_room)
{
	struct pagecache *c = pagecache_new(MAX_BYTES);
	char key[32];

	put(c, "/first", BODY_BYTES);
	for (int i = 0; i < 1000; i++) {
		snprintf(key, sizeof(key), "/%d", i);
		put(c, key, BODY_BYTES);
		ck_assert_uint_le(pagecache_bytes(c), MAX_BYTES);
		ck_kept(c, "/first", true);
	}
	ck_kept(c, "/999", true);
	ck_kept(c, "/995", true);
	ck_kept(c, "/500", false);
	ck_assert_uint_gt(pagecache_bytes(c), MAX_BYTES / 2);
	pagecache_free(c);
}
END_TEST

START_TEST(many_small_ones_all_have_their_place)
{
	struct pagecache *c = pagecache_new((size_t)100 * MAX_BYTES);
	char key[32];

	for (int i = 0; i < 9000; i++) {
		snprintf(key, sizeof(key), "/%d", i);
		put(c, key, 10);
	}
	for (int i = 0; i < 9000; i += 2) {
		snprintf(key, sizeof(key), "/%d", i);
		pagecache_drop(c, pagecache_find(c, key));
	}
	for (int i = 0; i < 9000; i++) {
		snprintf(key, sizeof(key), "/%d", i);
		ck_kept(c, key, i % 2 == 1);
	}
	pagecache_free(c);
}
END_TEST

START_TEST(no_answer_takes_most_of_the_room)
{
	struct pagecache *c = pagecache_new(MAX_BYTES);

	ck_assert_uint_eq(pagecache_max_body(c), MAX_BYTES / 8);
	put(c, "/a", 100);
	put(c, "/large", MAX_BYTES / 8);
	ck_kept(c, "/large", true);
	put(c, "/larger", MAX_BYTES / 8 + 1);
	ck_kept(c, "/larger", false);
	ck_kept(c, "/a", true);
	/* not even when there was one that fitted */
	put(c, "/large", MAX_BYTES / 8 + 1);
	ck_kept(c, "/large", false);
	pagecache_free(c);
}
END_TEST

START_TEST(without_room_nothing_is_kept)
{
	struct pagecache *c = pagecache_new(0);

	ck_assert_uint_eq(pagecache_max_body(c), 0);
	put(c, "/a", 1);
	ck_kept(c, "/a", false);
	pagecache_free(c);
	pagecache_free(NULL);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    what_was_put_is_found_until_it_is_dropped,
	    a_second_one_replaces_the_first,
	    what_nobody_asked_for_longest_makes_room,
	    many_small_ones_all_have_their_place,
	    no_answer_takes_most_of_the_room,
	    without_room_nothing_is_kept,
	    NULL,
	};

	return run_tests("pagecache", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_works.c - tests of works.h. */
#include <stdlib.h>

#include "image.h"
#include "testing.h"
#include "works.h"

static void
add(struct works *w, uint64_t doi, uint64_t arxiv, uint64_t title)
{
	const uint64_t keys[WORK__MAX] = {doi, arxiv, title};

	works_add(w, keys);
}

/* The neighbours of a row, as they come: "2 1 ". */
static void
ck_neighbours(const struct works *w, uint32_t row, const char *want)
{
	struct rowlist near = {0};
	struct strbuf got;

	strbuf_init(&got);
	works_neighbours(w, row, &near);
	for (size_t i = 0; i < near.n; i++)
		strbuf_printf(&got, "%u ", near.v[i]);
	ck_assert_msg(strcmp(got.buf, want) == 0, "of %u: \"%s\", not \"%s\"",
	    row, got.buf, want);
	strbuf_release(&got);
	rowlist_release(&near);
}

START_TEST(rows_of_one_key_are_neighbours)
{
	struct works *w = works_new();

	add(w, 7, 0, 9);
	add(w, 0, 0, 9);
	add(w, 7, 7, 8);
	/* a key of another kind is another one, and 0 is none */
	add(w, 9, 8, 7);
	add(w, 0, 0, 9);
	add(w, 0, 0, 0);
	works_link(w);
	ck_neighbours(w, 0, "2 4 1 ");
	ck_neighbours(w, 1, "0 4 ");
	ck_neighbours(w, 2, "0 ");
	ck_neighbours(w, 3, "");
	ck_neighbours(w, 4, "1 0 ");
	ck_neighbours(w, 5, "");
	ck_assert_uint_eq(works_keys(w, 3)[WORK_ARXIV], 8);
	works_free(w);
}
END_TEST

START_TEST(a_ring_leads_along_all_rows_of_a_key_and_back)
{
	struct works *w = works_new();
	uint32_t row = 0;

	for (unsigned i = 0; i < 100; i++) {
		add(w, i, 5, 0);
		/* whether they come one by one or together */
		if (i < 10 || i == 50)
			works_link(w);
	}
	ck_assert_uint_eq(works_next(w, 51, WORK_ARXIV), 51);
	works_link(w);
	for (unsigned i = 1; i < 100; i++) {
		row = works_next(w, row, WORK_ARXIV);
		ck_assert_uint_ne(row, 0);
		ck_assert_uint_eq(works_next(w, row, WORK_DOI), row);
		ck_assert_uint_eq(works_next(w, row, WORK_TITLE), row);
	}
	ck_assert_uint_eq(works_next(w, row, WORK_ARXIV), 0);
	works_free(w);
}
END_TEST

/* So many that some keys differ in what the table knows of them alone. */
enum { MANY = 200000 };

static uint64_t
random_key(uint64_t i)
{
	return hash_bytes(HASH_SEED, &i, sizeof(i));
}

START_TEST(keys_are_told_apart_among_many)
{
	struct works *w = works_new();

	for (uint32_t i = 0; i < 2 * MANY; i++)
		add(w, 0, 0, random_key(i % MANY));
	works_link(w);
	for (uint32_t i = 0; i < MANY; i++) {
		ck_assert_uint_eq(works_next(w, i, WORK_TITLE), i + MANY);
		ck_assert_uint_eq(works_next(w, i + MANY, WORK_TITLE), i);
	}
	works_free(w);
}
END_TEST

START_TEST(what_was_saved_is_added_to)
{
	char *dir = temp_begin();
	struct works *w = works_new();
	struct image im;

	add(w, 1, 0, 2);
	add(w, 1, 0, 3);
	works_link(w);
	ck_assert_int_eq(image_save(&im, dir, "works", 1), 0);
	works_image(&im, w);
	ck_assert_int_eq(image_end(&im, dir, "works"), 0);
	works_free(w);
	w = works_new();
	ck_assert_int_eq(image_load(&im, dir, "works", 1), 0);
	works_image(&im, w);
	ck_assert_int_eq(image_end(&im, dir, "works"), 0);
	for (uint64_t i = 0; i < 100; i++)
		add(w, i, 0, i);
	works_link(w);
	ck_neighbours(w, 0, "3 1 4 ");
	ck_neighbours(w, 1, "0 3 5 ");
	ck_neighbours(w, 4, "0 ");
	ck_neighbours(w, 101, "");
	works_free(w);
	temp_end(dir);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    rows_of_one_key_are_neighbours,
	    a_ring_leads_along_all_rows_of_a_key_and_back,
	    keys_are_told_apart_among_many,
	    what_was_saved_is_added_to,
	    NULL,
	};

	return run_tests("works", tests);
}

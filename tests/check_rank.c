/* SPDX-License-Identifier: MIT */
/* check_rank.c - tests of rank.h. */
#include "rank.h"
#include "testing.h"

static void
add(struct pubindex *ix, const char *id, const char *label)
{
	dict_add(&ix->fields[FIELD_VENUE].dict, id, label, "");
}

START_TEST(labels_sort_as_readers_expect)
{
	static const char *const sorted[] = {"Aberg", "\u00c5berg", "Acta",
	    "acta b", "\u00c9cole", "Ecolo", "Zoo", "\u6771\u4eac"};
	const size_t n = ARRAY_SIZE(sorted);
	const struct labelranks *ranks;
	struct pubindex ix;

	pubindex_init(&ix, PUBINDEX_SITE);
	/* the last one first */
	for (size_t i = n; i-- > 0;)
		add(&ix, (const char[]){(char)('a' + i), '\0'}, sorted[i]);
	ranks = rank_labels(&ix, FIELD_VENUE);
	for (size_t i = 0; i < n; i++) {
		ck_assert_uint_eq(ranks->unique[i], n - i);
		ck_assert_uint_eq(ranks->shared[i], n - i);
	}
	pubindex_release(&ix);
}
END_TEST

START_TEST(what_is_called_alike_shares_a_place)
{
	const struct labelranks *ranks;
	struct pubindex ix;

	pubindex_init(&ix, PUBINDEX_SITE);
	add(&ix, "x", "Acta");
	add(&ix, "y", "Acta");
	add(&ix, "zoo", NULL); /* by its id */
	ranks = rank_labels(&ix, FIELD_VENUE);
	ck_assert_uint_eq(ranks->unique[0], 1);
	ck_assert_uint_eq(ranks->unique[1], 2);
	ck_assert_uint_eq(ranks->unique[2], 3);
	ck_assert_uint_eq(ranks->shared[0], ranks->shared[1]);
	ck_assert_uint_ne(ranks->shared[1], ranks->shared[2]);
	pubindex_release(&ix);
}
END_TEST

START_TEST(a_new_label_gets_its_place)
{
	const struct labelranks *ranks;
	struct pubindex ix;

	pubindex_init(&ix, PUBINDEX_SITE);
	add(&ix, "b", "B");
	(void)rank_labels(&ix, FIELD_VENUE);
	add(&ix, "a", "A");
	ranks = rank_labels(&ix, FIELD_VENUE);
	ck_assert_uint_eq(ranks->unique[0], 2);
	ck_assert_uint_eq(ranks->unique[1], 1);
	pubindex_release(&ix);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    labels_sort_as_readers_expect,
	    what_is_called_alike_shares_a_place,
	    a_new_label_gets_its_place,
	    NULL,
	};

	return run_tests("rank", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_fragments.c - tests of fragments.h. */
#include <string.h>

#include <libxml/parser.h>

#include "fragments.h"
#include "testing.h"

static xmlDoc *
parse(const char *xml)
{
	return xmlReadMemory(
	    xml, (int)strlen(xml), NULL, NULL, XML_PARSE_NONET);
}

static uint64_t
key_of(struct fragments *f, const char *sheet, const char *xml)
{
	xmlDoc *doc = parse(xml);
	uint64_t key = fragments_key(f, sheet, xmlDocGetRootElement(doc), NULL);

	xmlFreeDoc(doc);
	return key;
}

static bool
has(struct fragments *f, uint64_t key, const char *want)
{
	size_t n;
	const char *bytes = fragments_find(f, key, &n);

	if (bytes == NULL)
		return false;
	ck_assert_uint_eq(n, strlen(want));
	ck_assert_mem_eq(bytes, want, n);
	return true;
}

START_TEST(what_was_added_is_found_and_all_can_be_forgotten)
{
	struct fragments *f = fragments_open(1000);

	ck_assert(!has(f, 1, ""));
	fragments_add(f, 1, "one", 3);
	fragments_add(f, 8193, "same bucket", 11);
	fragments_add(f, 2, "", 0);
	ck_assert(has(f, 1, "one"));
	ck_assert(has(f, 8193, "same bucket"));
	ck_assert(has(f, 2, ""));
	fragments_clear(f);
	ck_assert(!has(f, 1, ""));
	ck_assert(!has(f, 8193, ""));
	fragments_close(f);
}
END_TEST

START_TEST(what_nobody_asked_for_goes_first)
{
	struct fragments *f = fragments_open(1000);
	char bytes[200];

	memset(bytes, 'x', sizeof(bytes));
	for (uint64_t key = 1; key <= 4; key++)
		fragments_add(f, key, bytes, sizeof(bytes));
	for (uint64_t key = 5; key <= 40; key++) {
		size_t n;

		/* the first one is asked for each time */
		ck_assert_ptr_nonnull(fragments_find(f, 1, &n));
		fragments_add(f, key, bytes, sizeof(bytes));
		ck_assert_ptr_nonnull(fragments_find(f, key, &n));
		ck_assert_ptr_null(fragments_find(f, key - 3, &n));
	}
	fragments_close(f);
}
END_TEST

START_TEST(what_there_is_no_room_for_is_not_kept)
{
	struct fragments *none = fragments_open(0);
	struct fragments *some = fragments_open(200);
	char bytes[300] = {0};

	ck_assert_uint_eq(key_of(none, "s", "<v/>"), 0);
	fragments_add(none, 1, "", 0);
	ck_assert(!has(none, 1, ""));
	fragments_add(some, 1, "one", 3);
	fragments_add(some, 2, bytes, sizeof(bytes));
	ck_assert(has(some, 1, "one"));
	ck_assert(!has(some, 2, ""));
	fragments_close(none);
	fragments_close(some);
	fragments_close(NULL);
}
END_TEST

/* No two of them are the same view. */
static const char *const views[] = {"<v/>", "<w/>", "<v a=''/>", "<v a='b'/>",
    "<v b='a'/>", "<v ab=''/>", "<v a='x' b='y'/>", "<v a='xb' c='y'/>",
    "<v>a</v>", "<v>ab</v>", "<v><a/></v>", "<v><a/><b/></v>",
    "<v><a><b/></a></v>", "<v><a/>b</v>", "<v>b<a/></v>", "<v><b>a</b></v>",
    "<v xml:lang='a'/>", "<v lang='a'/>", "<v>&lt;a/&gt;</v>"};

START_TEST(different_views_and_sheets_have_different_keys)
{
	struct fragments *f = fragments_open(1);

	for (size_t i = 0; i < ARRAY_SIZE(views); i++) {
		uint64_t key = key_of(f, "s", views[i]);

		ck_assert_uint_eq(key, key_of(f, "s", views[i]));
		ck_assert_uint_ne(key, key_of(f, "t", views[i]));
		for (size_t k = 0; k < i; k++)
			ck_assert_msg(key != key_of(f, "s", views[k]),
			    "%s and %s", views[i], views[k]);
	}
	fragments_close(f);
}
END_TEST

START_TEST(of_an_entry_the_root_counts_and_the_other_entries_do_not)
{
	static const struct {
		const char *view;
		bool same;
	} cases[] = {
	    {"<items a='1'><site b='2'/><p>x</p><p>y</p></items>", true},
	    {"<items a='1'><site b='2'/><p>x</p></items>", true},
	    {"<items a='2'><site b='2'/><p>x</p></items>", false},
	    {"<items a='1'><site b='3'/><p>x</p></items>", false},
	    {"<items a='1'><site b='2'/><p>y</p></items>", false},
	};
	struct fragments *f = fragments_open(1);
	uint64_t first = 0;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		xmlDoc *doc = parse(cases[i].view);
		xmlNode *root = xmlDocGetRootElement(doc);
		uint64_t key =
		    fragments_key(f, "s", root, root->children->next);

		if (i == 0)
			first = key;
		ck_assert_msg((key == first) == cases[i].same, "%zu", i);
		xmlFreeDoc(doc);
	}
	fragments_close(f);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    what_was_added_is_found_and_all_can_be_forgotten,
	    what_nobody_asked_for_goes_first,
	    what_there_is_no_room_for_is_not_kept,
	    different_views_and_sheets_have_different_keys,
	    of_an_entry_the_root_counts_and_the_other_entries_do_not,
	    NULL,
	};

	return run_tests("fragments", tests);
}

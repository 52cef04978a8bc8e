/* SPDX-License-Identifier: MIT */
/* check_themefiles.c - tests of themefiles.h: sums of files. */
#include <stdlib.h>

#include "testing.h"
#include "themefiles.h"

struct fixture {
	char *dir;
	char *base;
	char *mine;
};

static void
begin(struct fixture *fx)
{
	fx->dir = temp_begin();
	fx->base = path_in(fx->dir, "base");
	fx->mine = path_in(fx->dir, "mine");
	put_file(fx->base, "sections/a.xsl", "a");
	put_file(fx->mine, "readme", "");
}

static void
end(struct fixture *fx)
{
	free(fx->base);
	free(fx->mine);
	temp_end(fx->dir);
}

static uint64_t
digest_of(const struct fixture *fx)
{
	uint64_t digest = 0;

	themefiles_add(fx->base, fx->mine, NULL, &digest);
	return digest;
}

static uint64_t
stamp_of(const struct fixture *fx)
{
	struct file_stamp stamp = {0};

	themefiles_add(fx->base, fx->mine, &stamp, NULL);
	return stamp.sum;
}

START_TEST(both_sums_change_with_every_file_that_counts)
{
	static const char *const names[] = {"layout.xsl", "lib/x.xsl",
	    "formats/x.xsl", "sections/x.xsl", "strings/x.xml"};
	struct fixture fx;
	uint64_t digest;
	uint64_t stamp;

	begin(&fx);
	digest = digest_of(&fx);
	stamp = stamp_of(&fx);
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		for (int mine = 0; mine < 2; mine++) {
			const char *dir = mine ? fx.mine : fx.base;

			put_file(dir, names[i], "");
			ck_assert_uint_ne(digest_of(&fx), digest);
			ck_assert_uint_ne(stamp_of(&fx), stamp);
			remove_file(dir, names[i]);
			ck_assert_uint_eq(digest_of(&fx), digest);
			ck_assert_uint_eq(stamp_of(&fx), stamp);
		}
	end(&fx);
}
END_TEST

START_TEST(no_sum_changes_with_other_files)
{
	static const char *const names[] = {"sections/notes.txt",
	    "sections/.a.xsl.swp", "sections/.x.xsl", "sections/a.xsl~",
	    "other/x.xsl", "x"};
	struct fixture fx;
	uint64_t digest;
	uint64_t stamp;

	begin(&fx);
	digest = digest_of(&fx);
	stamp = stamp_of(&fx);
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		put_file(fx.base, names[i], "x");
		ck_assert_msg(digest_of(&fx) == digest, "%s", names[i]);
		ck_assert_msg(stamp_of(&fx) == stamp, "%s", names[i]);
	}
	end(&fx);
}
END_TEST

START_TEST(a_file_that_is_touched_changes_the_stamp_alone)
{
	struct fixture fx;
	uint64_t digest;
	uint64_t stamp;

	begin(&fx);
	digest = digest_of(&fx);
	stamp = stamp_of(&fx);
	set_time(fx.base, "sections/a.xsl", NOON_MS + 77);
	ck_assert_uint_eq(digest_of(&fx), digest);
	ck_assert_uint_ne(stamp_of(&fx), stamp);
	end(&fx);
}
END_TEST

START_TEST(a_file_that_moves_is_another)
{
	struct fixture fx;
	uint64_t digest;

	begin(&fx);
	digest = digest_of(&fx);
	move_file(fx.base, "sections/a.xsl", "sections/b.xsl");
	ck_assert_uint_ne(digest_of(&fx), digest);
	move_file(fx.base, "sections/b.xsl", "a.xsl");
	ck_assert_uint_ne(digest_of(&fx), digest);
	move_file(fx.base, "a.xsl", "sections/a.xsl");
	ck_assert_uint_eq(digest_of(&fx), digest);
	/* of the theme, no longer of the program */
	put_folder(fx.mine, "sections");
	move_file(fx.dir, "base/sections/a.xsl", "mine/sections/a.xsl");
	ck_assert_uint_ne(digest_of(&fx), digest);
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    both_sums_change_with_every_file_that_counts,
	    no_sum_changes_with_other_files,
	    a_file_that_is_touched_changes_the_stamp_alone,
	    a_file_that_moves_is_another,
	    NULL,
	};

	return run_tests("themefiles", tests);
}

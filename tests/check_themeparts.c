/* SPDX-License-Identifier: MIT */
/* check_themeparts.c - tests of theme.h: sheets that are compiled together. */
#include <string.h>

#include "themehouse.h"

/* A base whose sections a and c are parts of one sheet. */
static void
put_parts(const struct themehouse *th)
{
	put_file(th->base.buf, "sections.xsl",
	    XSL("<xsl:include href='sections/a.xsl'/>"
		"<xsl:include href='sections/c.xsl'/>"
		"<xsl:output method='text'/><xsl:template match='/'>"
		"<xsl:call-template name='a'/><xsl:call-template name='c'/>"
		"</xsl:template>"));
	put_file(th->base.buf, "sections/a.xsl",
	    XSL("<xsl:template name='a'>[a]</xsl:template>"));
	put_file(th->base.buf, "sections/c.xsl",
	    XSL("<xsl:template name='c'>[c]</xsl:template>"));
}

static void
ck_together(
    const struct themehouse *th, const char *one, const char *other, bool want)
{
	const struct sheet *a = theme_sheet(th->theme, one);
	const struct sheet *b = theme_sheet(th->theme, other);

	ck_assert_msg((sheet_compiled(a) == sheet_compiled(b)) == want,
	    "%s, %s", one, other);
}

START_TEST(sections_that_are_parts_of_one_sheet_are_compiled_once)
{
	struct themehouse th;

	themehouse_begin(&th);
	put_parts(&th);
	themehouse_open(&th);
	ck_sheet(&th, "sections/c.xsl", "[a][c]");
	ck_sheet(&th, "sections/b.xsl", "base b");
	ck_together(&th, "sections/a.xsl", "sections/c.xsl", true);
	ck_together(&th, "sections.xsl", "sections/c.xsl", true);
	ck_together(&th, "sections/b.xsl", "sections/c.xsl", false);
	ck_assert_str_eq(th.lines.buf, "");
	themehouse_end(&th);
}
END_TEST

/* The same with a page around them. */
static void
put_page(const struct themehouse *th)
{
	put_parts(th);
	put_file(th->base.buf, "layout.xsl", SAYS("layout"));
	put_file(th->base.buf, "page.xsl",
	    XSL("<xsl:include href='sections.xsl'/>"
		"<xsl:template match='/' mode='page'>page</xsl:template>"));
}

START_TEST(sections_are_parts_of_the_page_once_that_is_compiled)
{
	struct themehouse th;

	themehouse_begin(&th);
	put_page(&th);
	themehouse_open(&th);
	ck_sheet(&th, "sections/a.xsl", "[a][c]");
	ck_sheet(&th, "page.xsl", "page");
	ck_sheet(&th, "sections/c.xsl", "[a][c]");
	ck_sheet(&th, "layout.xsl", "layout");
	ck_together(&th, "page.xsl", "sections/c.xsl", true);
	ck_together(&th, "page.xsl", "sections/a.xsl", false);
	ck_together(&th, "page.xsl", "layout.xsl", false);
	themehouse_end(&th);
}
END_TEST

START_TEST(a_theme_that_changes_page_or_sections_has_both_apart)
{
	static const char *const names[] = {"layout.xsl", "sections.xsl"};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct themehouse th;

		themehouse_begin(&th);
		put_page(&th);
		put_file(th.mine.buf, names[i], SAYS("mine"));
		themehouse_open(&th);
		ck_sheet(&th, "page.xsl", NULL);
		ck_sheet(&th, names[i], "mine");
		ck_assert_str_eq(th.lines.buf, "");
		themehouse_end(&th);
	}
}
END_TEST

START_TEST(a_theme_replaces_one_part_or_changes_all)
{
	static const char mine[] =
	    XSL("<xsl:import href='base:sections/a.xsl'/>"
		"<xsl:template name='a'>(mine)</xsl:template>");
	struct themehouse th;

	themehouse_begin(&th);
	put_parts(&th);
	put_file(th.mine.buf, "sections/a.xsl", mine);
	themehouse_open(&th);
	ck_sheet(&th, "sections/a.xsl", "(mine)[c]");
	ck_sheet(&th, "sections/c.xsl", "[a][c]");
	put_file(th.mine.buf, "sections.xsl", mine);
	remove_file(th.mine.buf, "sections/a.xsl");
	themehouse_refresh(&th);
	ck_sheet(&th, "sections/a.xsl", "(mine)[c]");
	ck_sheet(&th, "sections/c.xsl", "(mine)[c]");
	ck_assert_str_eq(th.lines.buf, "");
	themehouse_end(&th);
}
END_TEST

START_TEST(a_part_that_is_broken_breaks_its_whole_and_nothing_else)
{
	struct themehouse th;

	themehouse_begin(&th);
	put_parts(&th);
	put_file(th.base.buf, "sections/a.xsl", "<broken");
	themehouse_open(&th);
	ck_sheet(&th, "sections/c.xsl", NULL);
	ck_sheet(&th, "sections/a.xsl", NULL);
	ck_sheet(&th, "sections/b.xsl", "base b");
	ck_assert_ptr_nonnull(strstr(th.lines.buf, "/base/sections/a.xsl"));
	put_file(th.base.buf, "sections.xsl", "<broken");
	themehouse_refresh(&th);
	ck_assert_ptr_nonnull(strstr(th.lines.buf, "/base/sections.xsl:1: "));
	ck_sheet(&th, "sections/b.xsl", "base b");
	themehouse_end(&th);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    sections_that_are_parts_of_one_sheet_are_compiled_once,
	    sections_are_parts_of_the_page_once_that_is_compiled,
	    a_theme_that_changes_page_or_sections_has_both_apart,
	    a_theme_replaces_one_part_or_changes_all,
	    a_part_that_is_broken_breaks_its_whole_and_nothing_else,
	    NULL,
	};

	return run_tests("themeparts", tests);
}

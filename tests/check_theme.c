/* SPDX-License-Identifier: MIT */
/* check_theme.c - tests of theme.h. */
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "themehouse.h"

START_TEST(sheets_are_found_by_name)
{
	struct themehouse th;

	themehouse_begin(&th);
	themehouse_open(&th);
	ck_sheet(&th, "sections/a.xsl", "base a");
	ck_sheet(&th, "sections/b.xsl", "base b");
	ck_sheet(&th, "sections/c.xsl", NULL);
	themehouse_end(&th);
}
END_TEST

START_TEST(without_a_theme_the_built_in_sheets_are_used)
{
	struct themehouse th;

	themehouse_begin(&th);
	th.theme = theme_open(th.base.buf, NULL, th.now_ms);
	ck_sheet(&th, "sections/a.xsl", "base a");
	themehouse_end(&th);
	theme_close(NULL);
}
END_TEST

START_TEST(a_theme_replaces_sheets_of_the_same_name)
{
	struct themehouse th;

	themehouse_begin(&th);
	put_file(th.mine.buf, "sections/a.xsl", SAYS("my a"));
	put_file(th.mine.buf, "sections/c.xsl", SAYS("my c"));
	themehouse_open(&th);
	ck_sheet(&th, "sections/a.xsl", "my a");
	ck_sheet(&th, "sections/c.xsl", "my c");
	themehouse_end(&th);
}
END_TEST

START_TEST(a_theme_imports_what_it_replaces)
{
	struct themehouse th;

	themehouse_begin(&th);
	put_file(th.base.buf, "lib/words.xsl",
	    XSL("<xsl:template name='w'>deep</xsl:template>"));
	put_file(th.base.buf, "sections/a.xsl",
	    XSL("<xsl:import href='../lib/words.xsl'/><xsl:output "
		"method='text'/><xsl:template match='/'>[<xsl:call-template "
		"name='x'/> <xsl:call-template name='w'/>]</xsl:template>"
		"<xsl:template name='x'>base</xsl:template>"));
	put_file(th.mine.buf, "sections/a.xsl",
	    XSL("<xsl:import href='base:sections/a.xsl'/><xsl:template "
		"name='x'>mine</xsl:template>"));
	themehouse_open(&th);
	ck_sheet(&th, "sections/a.xsl", "[minedeep]");
	ck_assert_str_eq(th.lines.buf, "");
	themehouse_end(&th);
}
END_TEST

static const char *const broken[] = {
    "",
    "<xsl:stylesheet",
    XSL("<xsl:template match='['/>"),
    XSL("<xsl:import href='base:missing.xsl'/>"),
    XSL("<xsl:import href='http://127.0.0.1:1/x.xsl'/>"),
    XSL("<xsl:include href='missing.xsl'/>"),
    XSL("<xsl:template match='/'><xsl:unknown/></xsl:template>"),
};

START_TEST(a_theme_sheet_that_does_not_compile_falls_back_and_is_logged)
{
	for (size_t i = 0; i < ARRAY_SIZE(broken); i++) {
		struct themehouse th;
		struct strbuf path;
		size_t logged;

		themehouse_begin(&th);
		strbuf_init(&path);
		strbuf_printf(&path, "%s/sections/a.xsl", th.mine.buf);
		put_file(th.mine.buf, "sections/a.xsl", broken[i]);
		themehouse_open(&th);
		ck_sheet(&th, "sections/a.xsl", "base a");
		ck_assert_msg(strstr(th.lines.buf, path.buf) != NULL, "%zu: %s",
		    i, th.lines.buf);
		ck_assert_uint_ge(count_of(th.lines.buf, "error: "), 1);
		/* but not again as long as nothing changes */
		logged = th.lines.len;
		for (int n = 0; n < 3; n++) {
			themehouse_refresh(&th);
			ck_sheet(&th, "sections/a.xsl", "base a");
		}
		ck_assert_uint_eq(th.lines.len, logged);
		strbuf_release(&path);
		themehouse_end(&th);
	}
}
END_TEST

START_TEST(a_sheet_that_compiles_nowhere_is_none)
{
	struct themehouse th;
	size_t logged;

	themehouse_begin(&th);
	put_file(th.base.buf, "sections/a.xsl", "<broken");
	put_file(th.mine.buf, "sections/a.xsl", "<broken");
	themehouse_open(&th);
	ck_sheet(&th, "sections/a.xsl", NULL);
	logged = th.lines.len;
	ck_assert_uint_gt(logged, 0);
	ck_sheet(&th, "sections/a.xsl", NULL);
	ck_assert_uint_eq(th.lines.len, logged);
	themehouse_end(&th);
}
END_TEST

START_TEST(changes_are_taken_within_a_second)
{
	struct themehouse th;

	themehouse_begin(&th);
	themehouse_open(&th);
	ck_sheet(&th, "sections/a.xsl", "base a");
	put_file(th.base.buf, "sections/a.xsl", SAYS("base A"));
	put_file(th.base.buf, "sections/c.xsl", SAYS("base c"));
	theme_refresh(th.theme, th.now_ms + 999);
	ck_sheet(&th, "sections/a.xsl", "base a");
	themehouse_refresh(&th);
	ck_sheet(&th, "sections/a.xsl", "base A");
	ck_sheet(&th, "sections/c.xsl", "base c");
	put_file(th.mine.buf, "sections/a.xsl", SAYS("mine"));
	themehouse_refresh(&th);
	ck_sheet(&th, "sections/a.xsl", "mine");
	themehouse_end(&th);
}
END_TEST

START_TEST(digest_is_of_the_content_and_not_of_times)
{
	struct themehouse th;
	uint64_t digest;

	themehouse_begin(&th);
	themehouse_open(&th);
	digest = theme_digest(th.theme);
	set_time(th.base.buf, "sections/a.xsl", NOON_MS + 77);
	themehouse_refresh(&th);
	ck_assert_uint_eq(theme_digest(th.theme), digest);
	put_file(th.base.buf, "sections/a.xsl", SAYS("BASE a"));
	themehouse_refresh(&th);
	ck_assert_uint_ne(theme_digest(th.theme), digest);
	put_file(th.base.buf, "sections/a.xsl", SAYS("base a"));
	themehouse_refresh(&th);
	ck_assert_uint_eq(theme_digest(th.theme), digest);
	themehouse_end(&th);
}
END_TEST

START_TEST(every_sheet_of_the_program_compiles_without_a_word)
{
	struct themehouse th;
	glob_t found;

	themehouse_begin(&th);
	strbuf_reset(&th.base);
	strbuf_printf(&th.base, "%s/xslt", share_dir());
	themehouse_open(&th);
	strbuf_puts(&th.base, "/{.,sections,formats}/*.xsl");
	ck_assert_int_eq(glob(th.base.buf, GLOB_BRACE, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		const char *name = strstr(found.gl_pathv[i], "/xslt/") + 6;

		ck_assert_msg(theme_sheet(th.theme, name) != NULL, "%s", name);
	}
	ck_assert_str_eq(th.lines.buf, "");
	globfree(&found);
	themehouse_end(&th);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    every_sheet_of_the_program_compiles_without_a_word,
	    sheets_are_found_by_name,
	    without_a_theme_the_built_in_sheets_are_used,
	    a_theme_replaces_sheets_of_the_same_name,
	    a_theme_imports_what_it_replaces,
	    a_theme_sheet_that_does_not_compile_falls_back_and_is_logged,
	    a_sheet_that_compiles_nowhere_is_none,
	    changes_are_taken_within_a_second,
	    digest_is_of_the_content_and_not_of_times,
	    NULL,
	};

	return run_tests("theme", tests);
}

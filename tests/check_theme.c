/* SPDX-License-Identifier: MIT */
/* check_theme.c - tests of theme.h. */
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "render.h"
#include "testing.h"
#include "theme.h"

#define XSL(body)                                                              \
	"<xsl:stylesheet version='1.0' "                                       \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>" body               \
	"</xsl:stylesheet>"
/* A sheet that says `text`. */
#define SAYS(text)                                                             \
	XSL("<xsl:output method='text'/><xsl:template match='/'>" text         \
	    "</xsl:template>")

struct fixture {
	char *dir;
	struct strbuf base;
	struct strbuf mine; /* the theme's own directory */
	struct strbuf lines;
	struct theme *theme;
	int64_t now_ms;
};

static void
begin(struct fixture *fx)
{
	*fx = (struct fixture){.dir = temp_begin(), .now_ms = NOON_MS};
	strbuf_init(&fx->base);
	strbuf_init(&fx->mine);
	strbuf_printf(&fx->base, "%s/base", fx->dir);
	strbuf_printf(&fx->mine, "%s/mine", fx->dir);
	log_begin(&fx->lines);
	put_file(fx->base.buf, "sections/a.xsl", SAYS("base a"));
	put_file(fx->base.buf, "sections/b.xsl", SAYS("base b"));
	put_file(fx->mine.buf, "readme", "");
}

static void
open_theme(struct fixture *fx)
{
	fx->theme = theme_open(fx->base.buf, fx->mine.buf, fx->now_ms);
}

static void
end(struct fixture *fx)
{
	theme_close(fx->theme);
	strbuf_release(&fx->base);
	strbuf_release(&fx->mine);
	strbuf_release(&fx->lines);
	temp_end(fx->dir);
}

static void
refresh(struct fixture *fx)
{
	fx->now_ms += 1000;
	theme_refresh(fx->theme, fx->now_ms);
}

/* `want` NULL: there is no such sheet. */
static void
ck_sheet(const struct fixture *fx, const char *name, const char *want)
{
	struct sheet *sheet = theme_sheet(fx->theme, name);
	struct strbuf sb;
	struct sink out;
	xmlDoc *view;

	ck_assert_msg((sheet != NULL) == (want != NULL), "%s", name);
	if (sheet == NULL)
		return;
	strbuf_init(&sb);
	out = sink_to_strbuf(&sb);
	view = xmlNewDoc((const xmlChar *)"1.0");
	xmlDocSetRootElement(view, xmlNewNode(NULL, (const xmlChar *)"view"));
	ck_assert_int_eq(
	    render(sheet, view, NULL, NULL, NULL, &out), RENDER_OK);
	ck_assert_str_eq(sb.buf, want);
	xmlFreeDoc(view);
	strbuf_release(&sb);
}

START_TEST(sheets_are_found_by_name)
{
	struct fixture fx;

	begin(&fx);
	open_theme(&fx);
	ck_sheet(&fx, "sections/a.xsl", "base a");
	ck_sheet(&fx, "sections/b.xsl", "base b");
	ck_sheet(&fx, "sections/c.xsl", NULL);
	end(&fx);
}
END_TEST

START_TEST(without_a_theme_the_built_in_sheets_are_used)
{
	struct fixture fx;

	begin(&fx);
	fx.theme = theme_open(fx.base.buf, NULL, fx.now_ms);
	ck_sheet(&fx, "sections/a.xsl", "base a");
	end(&fx);
	theme_close(NULL);
}
END_TEST

START_TEST(a_theme_replaces_sheets_of_the_same_name)
{
	struct fixture fx;

	begin(&fx);
	put_file(fx.mine.buf, "sections/a.xsl", SAYS("my a"));
	put_file(fx.mine.buf, "sections/c.xsl", SAYS("my c"));
	open_theme(&fx);
	ck_sheet(&fx, "sections/a.xsl", "my a");
	ck_sheet(&fx, "sections/c.xsl", "my c");
	end(&fx);
}
END_TEST

START_TEST(a_theme_imports_what_it_replaces)
{
	struct fixture fx;

	begin(&fx);
	put_file(fx.base.buf, "lib/words.xsl",
	    XSL("<xsl:template name='w'>deep</xsl:template>"));
	put_file(fx.base.buf, "sections/a.xsl",
	    XSL("<xsl:import href='../lib/words.xsl'/><xsl:output "
		"method='text'/><xsl:template match='/'>[<xsl:call-template "
		"name='x'/> <xsl:call-template name='w'/>]</xsl:template>"
		"<xsl:template name='x'>base</xsl:template>"));
	put_file(fx.mine.buf, "sections/a.xsl",
	    XSL("<xsl:import href='base:sections/a.xsl'/><xsl:template "
		"name='x'>mine</xsl:template>"));
	open_theme(&fx);
	ck_sheet(&fx, "sections/a.xsl", "[minedeep]");
	ck_assert_str_eq(fx.lines.buf, "");
	end(&fx);
}
END_TEST

/* A base whose sections a and c are parts of one sheet. */
static void
put_parts(const struct fixture *fx)
{
	put_file(fx->base.buf, "sections.xsl",
	    XSL("<xsl:include href='sections/a.xsl'/>"
		"<xsl:include href='sections/c.xsl'/>"
		"<xsl:output method='text'/><xsl:template match='/'>"
		"<xsl:call-template name='a'/><xsl:call-template name='c'/>"
		"</xsl:template>"));
	put_file(fx->base.buf, "sections/a.xsl",
	    XSL("<xsl:template name='a'>[a]</xsl:template>"));
	put_file(fx->base.buf, "sections/c.xsl",
	    XSL("<xsl:template name='c'>[c]</xsl:template>"));
}

START_TEST(sections_that_are_parts_of_one_sheet_are_compiled_once)
{
	struct fixture fx;

	begin(&fx);
	put_parts(&fx);
	open_theme(&fx);
	ck_sheet(&fx, "sections/c.xsl", "[a][c]");
	ck_sheet(&fx, "sections/b.xsl", "base b");
	ck_assert_ptr_eq(theme_sheet(fx.theme, "sections/a.xsl"),
	    theme_sheet(fx.theme, "sections/c.xsl"));
	ck_assert_ptr_eq(theme_sheet(fx.theme, "sections.xsl"),
	    theme_sheet(fx.theme, "sections/c.xsl"));
	ck_assert_str_eq(fx.lines.buf, "");
	end(&fx);
}
END_TEST

START_TEST(a_theme_replaces_one_part_or_changes_all)
{
	static const char mine[] =
	    XSL("<xsl:import href='base:sections/a.xsl'/>"
		"<xsl:template name='a'>(mine)</xsl:template>");
	struct fixture fx;

	begin(&fx);
	put_parts(&fx);
	put_file(fx.mine.buf, "sections/a.xsl", mine);
	open_theme(&fx);
	ck_sheet(&fx, "sections/a.xsl", "(mine)[c]");
	ck_sheet(&fx, "sections/c.xsl", "[a][c]");
	put_file(fx.mine.buf, "sections.xsl", mine);
	remove_file(fx.mine.buf, "sections/a.xsl");
	refresh(&fx);
	ck_sheet(&fx, "sections/a.xsl", "(mine)[c]");
	ck_sheet(&fx, "sections/c.xsl", "(mine)[c]");
	ck_assert_str_eq(fx.lines.buf, "");
	end(&fx);
}
END_TEST

START_TEST(a_part_that_is_broken_breaks_its_whole_and_nothing_else)
{
	struct fixture fx;

	begin(&fx);
	put_parts(&fx);
	put_file(fx.base.buf, "sections/a.xsl", "<broken");
	open_theme(&fx);
	ck_sheet(&fx, "sections/c.xsl", NULL);
	ck_sheet(&fx, "sections/a.xsl", NULL);
	ck_sheet(&fx, "sections/b.xsl", "base b");
	ck_assert_ptr_nonnull(strstr(fx.lines.buf, "/base/sections/a.xsl"));
	put_file(fx.base.buf, "sections.xsl", "<broken");
	refresh(&fx);
	ck_assert_ptr_nonnull(strstr(fx.lines.buf, "/base/sections.xsl:1: "));
	ck_sheet(&fx, "sections/b.xsl", "base b");
	end(&fx);
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
		struct fixture fx;
		struct strbuf path;
		size_t logged;

		begin(&fx);
		strbuf_init(&path);
		strbuf_printf(&path, "%s/sections/a.xsl", fx.mine.buf);
		put_file(fx.mine.buf, "sections/a.xsl", broken[i]);
		open_theme(&fx);
		ck_sheet(&fx, "sections/a.xsl", "base a");
		ck_assert_msg(strstr(fx.lines.buf, path.buf) != NULL, "%zu: %s",
		    i, fx.lines.buf);
		ck_assert_uint_ge(count_of(fx.lines.buf, "error: "), 1);
		/* but not again as long as nothing changes */
		logged = fx.lines.len;
		for (int n = 0; n < 3; n++) {
			refresh(&fx);
			ck_sheet(&fx, "sections/a.xsl", "base a");
		}
		ck_assert_uint_eq(fx.lines.len, logged);
		strbuf_release(&path);
		end(&fx);
	}
}
END_TEST

START_TEST(a_sheet_that_compiles_nowhere_is_none)
{
	struct fixture fx;
	size_t logged;

	begin(&fx);
	put_file(fx.base.buf, "sections/a.xsl", "<broken");
	put_file(fx.mine.buf, "sections/a.xsl", "<broken");
	open_theme(&fx);
	ck_sheet(&fx, "sections/a.xsl", NULL);
	logged = fx.lines.len;
	ck_assert_uint_gt(logged, 0);
	ck_sheet(&fx, "sections/a.xsl", NULL);
	ck_assert_uint_eq(fx.lines.len, logged);
	end(&fx);
}
END_TEST

START_TEST(changes_are_taken_within_a_second)
{
	struct fixture fx;

	begin(&fx);
	open_theme(&fx);
	ck_sheet(&fx, "sections/a.xsl", "base a");
	put_file(fx.base.buf, "sections/a.xsl", SAYS("base A"));
	put_file(fx.base.buf, "sections/c.xsl", SAYS("base c"));
	theme_refresh(fx.theme, fx.now_ms + 999);
	ck_sheet(&fx, "sections/a.xsl", "base a");
	refresh(&fx);
	ck_sheet(&fx, "sections/a.xsl", "base A");
	ck_sheet(&fx, "sections/c.xsl", "base c");
	put_file(fx.mine.buf, "sections/a.xsl", SAYS("mine"));
	refresh(&fx);
	ck_sheet(&fx, "sections/a.xsl", "mine");
	end(&fx);
}
END_TEST

START_TEST(digest_is_of_the_content_and_not_of_times)
{
	struct fixture fx;
	uint64_t digest;

	begin(&fx);
	open_theme(&fx);
	digest = theme_digest(fx.theme);
	set_time(fx.base.buf, "sections/a.xsl", NOON_MS + 77);
	refresh(&fx);
	ck_assert_uint_eq(theme_digest(fx.theme), digest);
	put_file(fx.base.buf, "sections/a.xsl", SAYS("BASE a"));
	refresh(&fx);
	ck_assert_uint_ne(theme_digest(fx.theme), digest);
	put_file(fx.base.buf, "sections/a.xsl", SAYS("base a"));
	refresh(&fx);
	ck_assert_uint_eq(theme_digest(fx.theme), digest);
	end(&fx);
}
END_TEST

START_TEST(every_sheet_of_the_program_compiles_without_a_word)
{
	struct fixture fx;
	glob_t found;

	begin(&fx);
	strbuf_reset(&fx.base);
	strbuf_printf(&fx.base, "%s/xslt", share_dir());
	open_theme(&fx);
	strbuf_puts(&fx.base, "/{.,sections,formats}/*.xsl");
	ck_assert_int_eq(glob(fx.base.buf, GLOB_BRACE, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		const char *name = strstr(found.gl_pathv[i], "/xslt/") + 6;

		ck_assert_msg(theme_sheet(fx.theme, name) != NULL, "%s", name);
	}
	ck_assert_str_eq(fx.lines.buf, "");
	globfree(&found);
	end(&fx);
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
	    sections_that_are_parts_of_one_sheet_are_compiled_once,
	    a_theme_replaces_one_part_or_changes_all,
	    a_part_that_is_broken_breaks_its_whole_and_nothing_else,
	    a_theme_sheet_that_does_not_compile_falls_back_and_is_logged,
	    a_sheet_that_compiles_nowhere_is_none,
	    changes_are_taken_within_a_second,
	    digest_is_of_the_content_and_not_of_times,
	    NULL,
	};

	return run_tests("theme", tests);
}

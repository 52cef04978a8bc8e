/* SPDX-License-Identifier: MIT */
/* check_sheet.c - tests of sheet.h. */
#include <string.h>

#include "render.h"
#include "sheet.h"
#include "testing.h"

#define XSL(body)                                                              \
	"<xsl:stylesheet version='1.0' "                                       \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>" body               \
	"</xsl:stylesheet>"

struct fixture {
	char *dir;
	struct strbuf path;
	struct strbuf lines;
};

static void
begin(struct fixture *fx, const char *sheet)
{
	fx->dir = temp_begin();
	log_begin(&fx->lines);
	strbuf_init(&fx->path);
	strbuf_printf(&fx->path, "%s/a.xsl", fx->dir);
	put_file(fx->dir, "a.xsl", sheet);
}

static void
end(struct fixture *fx)
{
	strbuf_release(&fx->path);
	strbuf_release(&fx->lines);
	temp_end(fx->dir);
}

/* What is asked for as "base:NAME" is NAME in the directory. */
static void
find(const void *ctx, const char *name, struct strbuf *path)
{
	const struct fixture *fx = ctx;

	strbuf_printf(path, "%s/%s", fx->dir, name);
}

static struct sheet *
compile(const struct fixture *fx, const char *mode)
{
	const struct sheet_base base = {find, fx};

	return sheet_compile("a.xsl", fx->path.buf, mode, &base);
}

static void
ck_made(const struct sheet *s, const char *want)
{
	xmlDoc *view = xmlNewDoc((const xmlChar *)"1.0");
	struct strbuf sb;
	struct sink out;

	strbuf_init(&sb);
	out = sink_to_strbuf(&sb);
	xmlDocSetRootElement(view, xmlNewNode(NULL, (const xmlChar *)"view"));
	ck_assert_int_eq(render(s, view, NULL, NULL, NULL, &out), RENDER_OK);
	ck_assert_str_eq(sb.buf, want);
	strbuf_release(&sb);
	xmlFreeDoc(view);
}

static const char both[] =
    XSL("<xsl:output method='html' doctype-system='about:legacy-compat'/>"
	"<xsl:template match='/view'><p>part</p></xsl:template>"
	"<xsl:template match='view' mode='whole'><p>whole</p></xsl:template>");

START_TEST(a_sheet_begins_in_its_mode_and_its_parts_in_none)
{
	struct fixture fx;
	struct sheet *whole;
	struct sheet *part;

	begin(&fx, both);
	whole = compile(&fx, "whole");
	part = sheet_part("b.xsl", whole);
	ck_made(whole, "<!DOCTYPE html>\n"
		       "<p>whole</p>\n");
	ck_made(part, "<p>part</p>\n");
	ck_assert_str_eq(sheet_name(whole), "a.xsl");
	ck_assert_str_eq(sheet_name(part), "b.xsl");
	ck_assert_ptr_eq(sheet_compiled(part), sheet_compiled(whole));
	ck_assert_str_eq(fx.lines.buf, "");
	sheet_free(part);
	sheet_free(whole);
	sheet_free(NULL);
	end(&fx);
}
END_TEST

START_TEST(base_is_where_it_is_said_to_be)
{
	struct fixture fx;
	struct sheet *s;

	begin(&fx, XSL("<xsl:import href='base:lib/b.xsl'/>"));
	put_file(fx.dir, "lib/b.xsl", both);
	s = compile(&fx, NULL);
	ck_made(s, "<!DOCTYPE html>\n"
		   "<p>part</p>\n");
	sheet_free(s);
	end(&fx);
}
END_TEST

START_TEST(what_does_not_compile_is_logged)
{
	static const char *const bad[] = {"", "<x", XSL("<xsl:unknown/>"),
	    XSL("<xsl:import href='base:missing.xsl'/>")};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct fixture fx;

		begin(&fx, bad[i]);
		ck_assert_ptr_null(compile(&fx, NULL));
		ck_assert_ptr_nonnull(strstr(fx.lines.buf, "/a.xsl"));
		end(&fx);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_sheet_begins_in_its_mode_and_its_parts_in_none,
	    base_is_where_it_is_said_to_be,
	    what_does_not_compile_is_logged,
	    NULL,
	};

	return run_tests("sheet", tests);
}

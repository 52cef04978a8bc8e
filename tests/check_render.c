/* SPDX-License-Identifier: MIT */
/* check_render.c - tests of render.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/parser.h>

#include "render.h"
#include "testing.h"
#include "theme.h"

#define XSL(body)                                                              \
	"<xsl:stylesheet version='1.0' "                                       \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "                    \
	"xmlns:exsl='http://exslt.org/common' "                                \
	"xmlns:dyn='http://exslt.org/dynamic' "                                \
	"xmlns:str='http://exslt.org/strings' "                                \
	"extension-element-prefixes='exsl' "                                   \
	"exclude-result-prefixes='dyn str'>" body "</xsl:stylesheet>"
#define OUTPUT(method)                                                         \
	"<xsl:output method='" method "' encoding='UTF-8' indent='no' "        \
	"omit-xml-declaration='yes'/>"
#define VIEW(body) "<xsl:template match='/view'>" body "</xsl:template>"
#define SLOT(name)                                                             \
	"<xsl:processing-instruction name='slot'>" name                        \
	"</xsl:processing-instruction>"
#define HTML(body) XSL(OUTPUT("html") VIEW(body))

/* What slots are filled with, and what that says. */
struct filler {
	struct strbuf names; /* "[a][b]" */
	enum render_result result;
	size_t good; /* so many slots are filled before that */
};

static enum render_result
fill(void *ctx, const char *name, struct sink *out)
{
	struct filler *f = ctx;

	strbuf_printf(&f->names, "[%s]", name);
	if (f->good == 0)
		return f->result;
	f->good--;
	return sink_puts(out, "*") == 0 ? RENDER_OK : RENDER_HUP;
}

struct fixture {
	char *dir;
	struct theme *theme;
	struct strbuf lines;
	struct strbuf out;
	struct filler filler;
	enum render_result result;
};

static void
begin(struct fixture *fx, const char *sheet)
{
	*fx = (struct fixture){.dir = temp_begin(), .filler = {.good = 100}};
	put_file(fx->dir, "x.xsl", sheet);
	log_begin(&fx->lines);
	strbuf_init(&fx->out);
	strbuf_init(&fx->filler.names);
	fx->theme = theme_open(fx->dir, NULL, NOON_MS);
	ck_assert_msg(theme_sheet(fx->theme, "x.xsl") != NULL, "%s\n%s", sheet,
	    fx->lines.buf);
}

static void
run(struct fixture *fx, const char *xml, bool with_slots)
{
	xmlDoc *view = xmlReadMemory(
	    xml, (int)strlen(xml), NULL, "UTF-8", XML_PARSE_NONET);
	struct sink out = sink_to_strbuf(&fx->out);

	ck_assert_ptr_nonnull(view);
	fx->result = render(theme_sheet(fx->theme, "x.xsl"), view, NULL,
	    with_slots ? fill : NULL, &fx->filler, &out);
	xmlFreeDoc(view);
}

static void
end(struct fixture *fx)
{
	theme_close(fx->theme);
	strbuf_release(&fx->lines);
	strbuf_release(&fx->out);
	strbuf_release(&fx->filler.names);
	temp_end(fx->dir);
}

static const struct {
	const char *sheet;
	const char *view;
	const char *out;
	const char *slots;
} slots[] = {
    {HTML("<p>a</p>"), "<view/>", "<p>a</p>\n", ""},
    {HTML("<p>" SLOT("a") "</p>"), "<view/>", "<p>*</p>\n", "[a]"},
    {HTML("<p>1" SLOT("a") "2" SLOT("b") SLOT("items 10") "3</p>"), "<view/>",
	"<p>1*2**3</p>\n", "[a][b][items 10]"},
    {HTML("<p>" SLOT("<xsl:value-of select='@n'/>") "</p>"), "<view n='news'/>",
	"<p>*</p>\n", "[news]"},
    {XSL(OUTPUT("xml") VIEW("<p>" SLOT("a") "b</p>")), "<view/>", "<p>*b</p>",
	"[a]"},
    {XSL(OUTPUT("text") VIEW("x" SLOT("a") "y")), "<view/>", "x*y", "[a]"},
    {HTML("<p>" SLOT("") "</p>"), "<view/>", "<p>*</p>\n", "[]"},
    /* nobody's names are so long */
    {HTML(
	 "<p>" SLOT("<xsl:value-of select='str:padding(200, \"x\")'/>") "</p>"),
	"<view/>", "<p>*</p>\n", "[]"},
    /* what data says is data */
    {HTML("<p title='{@t}'><xsl:value-of select='.'/></p>"),
	"<view t='&lt;?slot t?&gt;'>&lt;?slot x?&gt;</view>",
	"<p title=\"&lt;?slot t?&gt;\">&lt;?slot x?&gt;</p>\n", ""},
    {HTML("<a href='{@t}'/>"), "<view t='&lt;!-- &lt;?slot t?&gt; --&gt;'/>",
	NULL, ""},
    {HTML("<title><xsl:value-of select='.'/></title>"),
	"<view>&lt;?slot x?&gt;</view>", NULL, ""},
    {HTML("<textarea><xsl:value-of select='.'/></textarea>"),
	"<view>&lt;?slot x?&gt;</view>", NULL, ""},
    {XSL(OUTPUT("text") VIEW("<xsl:value-of select='.'/>")),
	"<view>&lt;?slot x?&gt;</view>", "<?slot x?>", ""},
    {HTML("<p><xsl:value-of select='.'/></p>"), "<view><?slot x?>a</view>",
	"<p>a</p>\n", ""},
};

START_TEST(slots_are_filled_where_the_sheet_has_them_and_nowhere_else)
{
	for (size_t i = 0; i < ARRAY_SIZE(slots); i++) {
		struct fixture fx;

		begin(&fx, slots[i].sheet);
		run(&fx, slots[i].view, true);
		ck_assert_int_eq(fx.result, RENDER_OK);
		ck_assert_msg(strcmp(fx.filler.names.buf, slots[i].slots) == 0,
		    "%zu: slots %s", i, fx.filler.names.buf);
		if (slots[i].out != NULL)
			ck_assert_str_eq(fx.out.buf, slots[i].out);
		ck_assert_str_eq(fx.lines.buf, "");
		end(&fx);
	}
}
END_TEST

START_TEST(without_a_filler_slots_stay_empty)
{
	struct fixture fx;

	begin(&fx, HTML("<p>&#x5b59;<xsl:processing-instruction name='slot'>"
			"x</xsl:processing-instruction>&#xe9;</p>"));
	run(&fx, "<view/>", false);
	ck_assert_int_eq(fx.result, RENDER_OK);
	ck_assert_str_eq(fx.out.buf, "<p>\u5b59\u00e9</p>\n");
	end(&fx);
}
END_TEST

START_TEST(a_slot_can_end_the_rendering)
{
	static const enum render_result results[] = {RENDER_HUP, RENDER_FAILED};

	for (size_t i = 0; i < ARRAY_SIZE(results); i++) {
		struct fixture fx;

		begin(&fx,
		    HTML("<p>" SLOT("a") "1" SLOT("b") "2" SLOT("c") "</p>"));
		fx.filler.good = 1;
		fx.filler.result = results[i];
		run(&fx, "<view/>", true);
		ck_assert_int_eq(fx.result, results[i]);
		ck_assert_str_eq(fx.filler.names.buf, "[a][b]");
		ck_assert_str_eq(fx.out.buf, "<p>*1");
		end(&fx);
	}
}
END_TEST

static int
refuse(void *ctx, const char *p, size_t n)
{
	(void)p;
	(void)n;
	++*(int *)ctx;
	return -1;
}

START_TEST(a_sink_that_takes_no_more_ends_the_rendering)
{
	for (int with_slots = 0; with_slots < 2; with_slots++) {
		xmlDoc *view = xmlReadMemory("<view/>", 7, NULL, NULL, 0);
		struct fixture fx;
		int calls = 0;
		struct sink out = {.write = refuse, .ctx = &calls};

		begin(&fx, HTML("<p>" SLOT("a") "</p>"));
		ck_assert_int_eq(
		    render(theme_sheet(fx.theme, "x.xsl"), view, NULL,
			with_slots ? fill : NULL, &fx.filler, &out),
		    RENDER_HUP);
		ck_assert_int_eq(calls, 1);
		ck_assert_str_eq(fx.filler.names.buf, "");
		xmlFreeDoc(view);
		end(&fx);
	}
}
END_TEST

/* Every one of these has written something when it fails. */
#define FAILING(body) HTML("<p>begun</p>" body)
static const char *const failing[] = {
    FAILING("<xsl:message terminate='yes'>enough</xsl:message>"),
    FAILING("<xsl:value-of select='nowhere()'/>"),
    FAILING("<xsl:value-of select='$nothing'/>"),
    FAILING("<xsl:value-of select='document(\"/etc/hostname\")'/>"),
    FAILING("<xsl:value-of select='document(\"base:x.xsl\")'/>"),
    FAILING("<xsl:value-of select='document(\"http://127.0.0.1:1/\")'/>"),
    FAILING("<exsl:document href='OUT'>x</exsl:document>"),
    FAILING("<xsl:value-of select='dyn:evaluate(\"1\")'/>"),
    /* without end, and with one that nobody will see */
    XSL(OUTPUT("html")
	    VIEW("<xsl:call-template name='r'/>") "<xsl:template "
						  "name='r'><xsl:call-template "
						  "name='r'/>"
						  "</xsl:template>"),
    XSL(OUTPUT("html") VIEW(
	"<xsl:call-template name='r'><xsl:with-param "
	"name='n' select='40'/></xsl:call-template>") "<xsl:template "
						      "name='r'><xsl:param "
						      "name='n'/><xsl:if "
						      "test='$n'>"
						      "<xsl:call-template "
						      "name='r'><xsl:with-"
						      "param name='n' "
						      "select='$n - "
						      "1'/></"
						      "xsl:call-template><xsl:"
						      "call-template "
						      "name='r'><xsl:with-"
						      "param name='n' "
						      "select='$n - 1'/>"
						      "</xsl:call-template></"
						      "xsl:if></xsl:template>"),
    HTML("<xsl:value-of select='count(//x[//x[//x[//x]]])'/>"),
};

/* A view with many nodes. */
static char *
wide_view(void)
{
	struct strbuf sb;

	strbuf_init(&sb);
	strbuf_puts(&sb, "<view>");
	for (int i = 0; i < 500; i++)
		strbuf_puts(&sb, "<x/>");
	strbuf_puts(&sb, "</view>");
	return strbuf_detach(&sb);
}

START_TEST(a_sheet_that_fails_writes_nothing_and_is_logged)
{
	char *view = wide_view();

	for (size_t i = 0; i < ARRAY_SIZE(failing); i++) {
		struct fixture fx;

		begin(&fx, failing[i]);
		run(&fx, view, true);
		ck_assert_msg(
		    fx.result == RENDER_FAILED, "%zu: %s", i, fx.out.buf);
		ck_assert_str_eq(fx.out.buf, "");
		ck_assert_str_eq(fx.filler.names.buf, "");
		ck_assert_msg(strstr(fx.lines.buf, "error: x.xsl: ") != NULL,
		    "%zu: %s", i, fx.lines.buf);
		end(&fx);
	}
	free(view);
}
END_TEST

/* Everything goes through the log, and the log is ours here. */
START_TEST(the_libraries_write_nothing_to_stderr)
{
	char *dir = temp_begin();
	char *view = wide_view();
	struct strbuf path;
	struct strbuf text;
	int saved = dup(STDERR_FILENO);

	strbuf_init(&path);
	strbuf_init(&text);
	strbuf_printf(&path, "%s/err", dir);
	ck_assert_ptr_nonnull(freopen(path.buf, "w", stderr));
	for (size_t i = 0; i < ARRAY_SIZE(failing); i++) {
		struct fixture fx;

		begin(&fx, failing[i]);
		run(&fx, view, true);
		end(&fx);
	}
	fflush(stderr);
	dup2(saved, STDERR_FILENO);
	close(saved);
	ck_assert(read_whole(path.buf, &text));
	ck_assert_str_eq(text.buf, "");
	strbuf_release(&path);
	strbuf_release(&text);
	free(view);
	temp_end(dir);
}
END_TEST

START_TEST(no_file_is_written)
{
	static const char *const elements[] = {"exsl:document", "xsl:document"};

	for (size_t i = 0; i < ARRAY_SIZE(elements); i++) {
		char *dir = temp_begin();
		struct strbuf path;
		struct strbuf sheet;
		struct fixture fx;

		strbuf_init(&path);
		strbuf_init(&sheet);
		strbuf_printf(&path, "%s/written", dir);
		strbuf_printf(&sheet,
		    XSL("<xsl:template match='/'><%s href='%s'>x</%s>"
			"</xsl:template>"),
		    elements[i], path.buf, elements[i]);
		begin(&fx, sheet.buf);
		run(&fx, "<view/>", false);
		ck_assert_int_eq(fx.result, RENDER_FAILED);
		ck_assert_int_ne(access(path.buf, F_OK), 0);
		end(&fx);
		strbuf_release(&path);
		strbuf_release(&sheet);
		temp_end(dir);
	}
}
END_TEST

START_TEST(a_message_is_a_warning_and_the_page_goes_on)
{
	struct fixture fx;

	begin(&fx, HTML("<p>a</p><xsl:message>odd: <xsl:value-of "
			"select='.'/></xsl:message><p>b</p>"));
	run(&fx, "<view>line&#10;feed</view>", true);
	ck_assert_int_eq(fx.result, RENDER_OK);
	ck_assert_str_eq(fx.out.buf, "<p>a</p><p>b</p>\n");
	ck_assert_ptr_nonnull(
	    strstr(fx.lines.buf, "warning: x.xsl: odd: line feed"));
	end(&fx);
}
END_TEST

START_TEST(after_a_failure_the_next_page_is_right)
{
	struct fixture fx;

	begin(&fx, HTML("<xsl:if test='@bad'><xsl:message terminate='yes'>no"
			"</xsl:message></xsl:if><p>" SLOT("a") "</p>"));
	for (int i = 0; i < 3; i++) {
		run(&fx, "<view bad='1'/>", true);
		ck_assert_int_eq(fx.result, RENDER_FAILED);
		strbuf_reset(&fx.out);
		run(&fx, "<view/>", true);
		ck_assert_int_eq(fx.result, RENDER_OK);
		ck_assert_str_eq(fx.out.buf, "<p>*</p>\n");
		strbuf_reset(&fx.out);
	}
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    slots_are_filled_where_the_sheet_has_them_and_nowhere_else,
	    without_a_filler_slots_stay_empty,
	    a_slot_can_end_the_rendering,
	    a_sink_that_takes_no_more_ends_the_rendering,
	    a_sheet_that_fails_writes_nothing_and_is_logged,
	    the_libraries_write_nothing_to_stderr,
	    no_file_is_written,
	    a_message_is_a_warning_and_the_page_goes_on,
	    after_a_failure_the_next_page_is_right,
	    NULL,
	};

	return run_tests("render", tests);
}

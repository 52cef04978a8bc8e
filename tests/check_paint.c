/* SPDX-License-Identifier: MIT */
/* check_paint.c - tests of paint.h. */
#include <stdlib.h>
#include <string.h>

#include "paint.h"
#include "sample.h"
#include "world.h"

#define XSL(body)                                                              \
	"<xsl:stylesheet version='1.0' "                                       \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"                    \
	"<xsl:output method='html' encoding='UTF-8' indent='no'/>" body        \
	"</xsl:stylesheet>"
#define STOP "<xsl:message terminate='yes'>stop</xsl:message>"
#define PUB(id)                                                                \
	"<publication id='" id "' type='book' date='2024'><title>Title " id    \
	"</title><authors><author>B</author></authors></publication>"

static const char profile[] = PROFILE(
    "<news><item id='n1' date='2024'>Hello</item></news>"
    "<publications>" PUB("a") PUB("b")
	PUB("c") "</publications>"
		 "<section id='join'><heading>Join us</heading></section>");

struct fixture {
	char *dir;
	struct strbuf xslt;
	struct strbuf lines;
	struct strbuf out;
	struct theme *theme;
	struct sample s;
};

static void
begin(struct fixture *fx)
{
	*fx = (struct fixture){.dir = temp_begin()};
	strbuf_init(&fx->xslt);
	strbuf_init(&fx->out);
	strbuf_printf(&fx->xslt, "%s/xslt", fx->dir);
	log_begin(&fx->lines);
	put_theme(fx->dir, "xslt");
}

/* Paint the page that `qs` asks for. */
static enum paint_result
paint(struct fixture *fx, const char *xml, const char *qs)
{
	struct sink out = sink_to_strbuf(&fx->out);

	theme_close(fx->theme);
	fx->theme = theme_open(fx->xslt.buf, NULL, NOON_MS);
	if (fx->s.schemas != NULL)
		sample_close(&fx->s);
	sample_open(&fx->s, xml, qs);
	strbuf_reset(&fx->out);
	fx->s.page.words = lexicon_words(theme_lexicon(fx->theme), "en");
	return paint_page(fx->theme, NULL, &fx->s.page, &out);
}

static void
end(struct fixture *fx)
{
	if (fx->s.schemas != NULL)
		sample_close(&fx->s);
	theme_close(fx->theme);
	strbuf_release(&fx->xslt);
	strbuf_release(&fx->lines);
	strbuf_release(&fx->out);
	temp_end(fx->dir);
}

/* Do these stand in the page, in this order? */
static void
ck_order(const struct fixture *fx, const char *const *parts)
{
	const char *at = fx->out.buf;

	for (; *parts != NULL; parts++) {
		at = strstr(at, *parts);
		ck_assert_msg(at != NULL,
		    "%s is not there, or not in order: %s", *parts,
		    fx->out.buf);
	}
}

START_TEST(sections_stand_in_their_slots_in_order)
{
	static const char *const parts[] = {"<!DOCTYPE html", "<html",
	    "<h1>Ada Berg</h1>", "<ul id=\"news\"><li>Hello</li></ul>",
	    "<p id=\"publications\">3 of 3</p>", "<h2>2024</h2>", "<ol><li",
	    "Title a", "Title b", "Title c", "</ol>",
	    "<section id=\"join\">Join us</section>", "<p>the end</p>",
	    "</html>", NULL};
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(paint(&fx, profile, ""), PAINT_OK);
	ck_order(&fx, parts);
	ck_assert_ptr_null(strstr(fx.out.buf, "<?"));
	ck_assert_str_eq(fx.lines.buf, "");
	end(&fx);
}
END_TEST

START_TEST(a_section_without_a_sheet_has_the_default_one)
{
	struct fixture fx;

	begin(&fx);
	remove_file(fx.dir, "xslt/sections/news.xsl");
	ck_assert_int_eq(paint(&fx, profile, ""), PAINT_OK);
	ck_assert_ptr_nonnull(
	    strstr(fx.out.buf, "<section id=\"news\">Hello</section>"));
	ck_assert_str_eq(fx.lines.buf, "");
	end(&fx);
}
END_TEST

START_TEST(a_section_that_fails_is_not_shown_and_the_page_goes_on)
{
	static const char *const parts[] = {"<h1>Ada Berg</h1>",
	    "<p class=\"not-shown\">news cannot be shown</p>", "Title a",
	    "Join us", "<p>the end</p>", "</html>", NULL};
	struct fixture fx;

	begin(&fx);
	put_file(fx.dir, "xslt/sections/news.xsl",
	    XSL("<xsl:template match='/'><p>half</p>" STOP "</xsl:template>"));
	ck_assert_int_eq(paint(&fx, profile, ""), PAINT_BROKEN);
	ck_order(&fx, parts);
	ck_assert_ptr_null(strstr(fx.out.buf, "half"));
	ck_assert_uint_eq(
	    count_of(fx.lines.buf, "error: sections/news.xsl: stop"), 1);
	end(&fx);
}
END_TEST

START_TEST(the_part_of_the_person_may_fail_too)
{
	static const char *const parts[] = {
	    "<p class=\"not-shown\">", "Hello", "<p>the end</p>", NULL};
	struct fixture fx;

	begin(&fx);
	put_file(fx.dir, "xslt/sections/person.xsl",
	    XSL("<xsl:template match='/'>" STOP "</xsl:template>"));
	ck_assert_int_eq(paint(&fx, profile, ""), PAINT_BROKEN);
	ck_order(&fx, parts);
	end(&fx);
}
END_TEST

START_TEST(when_even_that_fails_the_place_stays_empty)
{
	static const char *const parts[] = {
	    "<h1>Ada Berg</h1>", "Title a", "<p>the end</p>", NULL};
	struct fixture fx;

	begin(&fx);
	put_file(fx.dir, "xslt/sections/news.xsl", "<broken");
	remove_file(fx.dir, "xslt/sections/default.xsl");
	remove_file(fx.dir, "xslt/sections/not-shown.xsl");
	ck_assert_int_eq(paint(&fx, profile, ""), PAINT_BROKEN);
	ck_order(&fx, parts);
	end(&fx);
}
END_TEST

START_TEST(without_a_layout_nothing_is_written)
{
	static const char *const layouts[] = {"<broken",
	    XSL("<xsl:template match='/'><p>half</p>" STOP "</xsl:template>")};

	for (size_t i = 0; i < ARRAY_SIZE(layouts); i++) {
		struct fixture fx;

		begin(&fx);
		put_file(fx.dir, "xslt/layout.xsl", layouts[i]);
		ck_assert_int_eq(paint(&fx, profile, ""), PAINT_FAILED);
		ck_assert_str_eq(fx.out.buf, "");
		end(&fx);
	}
}
END_TEST

/* The items of p0 to p119, with one or two that the sheet cannot do. */
START_TEST(a_bad_item_costs_itself_and_not_its_neighbours)
{
	struct strbuf xml;
	struct fixture fx;

	begin(&fx);
	strbuf_init(&xml);
	generate_profile(&xml, 120);
	put_file(fx.dir, "xslt/sections/publications.xsl",
	    XSL("<xsl:template match='/view'><ol><xsl:processing-instruction "
		"name='slot'>items 0</xsl:processing-instruction></ol>"
		"</xsl:template><xsl:template match='/items'><xsl:for-each "
		"select='publication'><xsl:if test='@id=\"p7\" or "
		"@id=\"p70\"'>" STOP "</xsl:if><li><xsl:value-of select='@id'"
		"/></li></xsl:for-each></xsl:template>"));
	ck_assert_int_eq(paint(&fx, xml.buf, "by=none"), PAINT_BROKEN);
	ck_assert_uint_eq(count_of(fx.out.buf, "<li>p"), 118);
	for (int i = 0; i < 120; i++) {
		struct strbuf item;

		strbuf_init(&item);
		strbuf_printf(&item, "<li>p%d</li>", i);
		ck_assert_uint_eq(
		    count_of(fx.out.buf, item.buf), i != 7 && i != 70);
		strbuf_release(&item);
	}
	ck_assert_ptr_nonnull(strstr(fx.out.buf, "<p>the end</p>"));
	strbuf_release(&xml);
	end(&fx);
}
END_TEST

START_TEST(only_the_groups_of_the_page_are_painted)
{
	struct strbuf xml;
	struct fixture fx;

	begin(&fx);
	strbuf_init(&xml);
	generate_profile(&xml, 200);
	ck_assert_int_eq(paint(&fx, xml.buf, "per=60&page=2"), PAINT_OK);
	ck_assert_uint_eq(count_of(fx.out.buf, "<li id="), 60);
	ck_assert_int_eq(paint(&fx, xml.buf, "type=journal"), PAINT_OK);
	ck_assert_uint_eq(count_of(fx.out.buf, "<li id="), 67);
	ck_assert_int_eq(paint(&fx, xml.buf, "q=nowhere"), PAINT_OK);
	ck_assert_uint_eq(count_of(fx.out.buf, "<li id="), 0);
	strbuf_release(&xml);
	end(&fx);
}
END_TEST

START_TEST(slots_that_lead_nowhere_are_logged_and_stay_empty)
{
	struct fixture fx;

	begin(&fx);
	put_file(fx.dir, "xslt/layout.xsl",
	    XSL("<xsl:template match='/'><p>[<xsl:processing-instruction "
		"name='slot'>nothing</xsl:processing-instruction>]</p>"
		"</xsl:template>"));
	ck_assert_int_eq(paint(&fx, profile, ""), PAINT_OK);
	ck_assert_ptr_nonnull(strstr(fx.out.buf, "<p>[]</p>"));
	ck_assert_ptr_nonnull(
	    strstr(fx.lines.buf, "slot \"nothing\": there is no such section"));
	end(&fx);
}
END_TEST

static int
take_some(void *ctx, const char *p, size_t n)
{
	size_t *left = ctx;

	(void)p;
	if (n > *left)
		return -1;
	*left -= n;
	return 0;
}

START_TEST(a_sink_that_takes_no_more_ends_the_work_without_blame)
{
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(paint(&fx, profile, ""), PAINT_OK);
	for (size_t bytes = 0; bytes < fx.out.len; bytes += 7) {
		size_t left = bytes;
		struct sink out = {.write = take_some, .ctx = &left};

		ck_assert_int_eq(
		    paint_page(fx.theme, NULL, &fx.s.page, &out), PAINT_OK);
	}
	ck_assert_str_eq(fx.lines.buf, "");
	end(&fx);
}
END_TEST

START_TEST(each_slot_has_a_view_of_its_own)
{
	static const struct {
		const char *slot;
		const char *expr; /* NULL: there is none */
		const char *want;
	} cases[] = {
	    {"", "count(/view/sections)", "1"},
	    {"person", "/view/person/@id", "ada"},
	    {"news", "/view/news/item", "Hello"},
	    {"publications", "count(/view/publications/group)", "1"},
	    {"items 0", "count(/items/publication)", "3"},
	    {"items", "count(/items/publication)", "3"},
	    {"items 1", NULL, NULL},
	    {"items x", NULL, NULL},
	    {"nothing", NULL, NULL},
	};
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(paint(&fx, profile, ""), PAINT_OK);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		xmlDoc *view = paint_view(NULL, &fx.s.page, cases[i].slot);

		ck_assert_msg((view != NULL) == (cases[i].expr != NULL), "%s",
		    cases[i].slot);
		if (view != NULL)
			ck_xpath(view, cases[i].expr, cases[i].want);
		xmlFreeDoc(view);
	}
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    sections_stand_in_their_slots_in_order,
	    a_section_without_a_sheet_has_the_default_one,
	    a_section_that_fails_is_not_shown_and_the_page_goes_on,
	    the_part_of_the_person_may_fail_too,
	    when_even_that_fails_the_place_stays_empty,
	    without_a_layout_nothing_is_written,
	    a_bad_item_costs_itself_and_not_its_neighbours,
	    only_the_groups_of_the_page_are_painted,
	    slots_that_lead_nowhere_are_logged_and_stay_empty,
	    a_sink_that_takes_no_more_ends_the_work_without_blame,
	    each_slot_has_a_view_of_its_own,
	    NULL,
	};

	return run_tests("paint", tests);
}

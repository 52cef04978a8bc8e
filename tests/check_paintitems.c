/* SPDX-License-Identifier: MIT */
/* check_paintitems.c - tests of paintitems.h: what is made, and what kept. */
#include <stdlib.h>
#include <string.h>

#include "world.h"

#define XSL(body)                                                              \
	"<xsl:stylesheet version='1.0' "                                       \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"                    \
	"<xsl:output method='html' encoding='UTF-8' indent='no'/>" body        \
	"</xsl:stylesheet>"
#define SLOT(name)                                                             \
	"<xsl:processing-instruction name='slot'>" name                        \
	"</xsl:processing-instruction>"
/*
 * The log says "made KEY." of each, "batch." of each transform of these, and
 * "list." of what is around them.
 */
#define LIST                                                                   \
	"<xsl:template match='/view'><xsl:message>list.</xsl:message>"         \
	"<xsl:for-each "                                                       \
	"select='*/group'><ol>" SLOT(                                          \
	    "<xsl:value-of select='@slot'/>") "</ol></xsl:for-each>"           \
					      "</xsl:template>"                \
					      "<xsl:template match='/items'>"  \
					      "<xsl:message>batch.</"          \
					      "xsl:message>"                   \
					      "<xsl:apply-templates "          \
					      "select='publication'/>"         \
					      "</xsl:template>"
#define ENTRY(before, after)                                                   \
	"<xsl:template match='publication'>" before                            \
	"<xsl:message>made <xsl:value-of select='@id'/>.</xsl:message>"        \
	"<li><xsl:value-of select='title'/></li>" after "</xsl:template>"
#define MARKED XSL(LIST ENTRY("", SLOT("end")))

#define PUB(id, year, title)                                                   \
	"<publication id='" id "' type='book' date='" year "'><title>" title   \
	"</title><authors><author>B</author></authors></publication>"
#define PUBS(title)                                                            \
	PROFILE("<publications>" PUB("a", "2024", "A") PUB("b", "2023", title) \
		PUB("c", "2022", "C") "</publications>")

struct fixture {
	struct world w;
};

static void
begin(struct fixture *fx, const char *sheet, const char *parts)
{
	world_begin(&fx->w);
	settings_set(&fx->w.settings, SETTING_CACHE, "0");
	settings_set(&fx->w.settings, SETTING_PARTS, parts);
	put_file(fx->w.dir, "share/xslt/sections/publications.xsl", sheet);
	put_file(fx->w.data.buf, "people/ada.xml", PUBS("B"));
	world_open(&fx->w);
}

/* Ask for it; does the body hold these, in order? */
static void
ck_shows(struct fixture *fx, const char *uri, const char *const *parts)
{
	char *response = world_get(&fx->w, uri);
	const char *at = body_of(response);

	for (; *parts != NULL; parts++) {
		at = strstr(at, *parts);
		ck_assert_msg(at != NULL, "%s: %s is not there: %s", uri,
		    *parts, response);
	}
	free(response);
}

/* How often have a, b and c been made, and in how many transforms? */
static void
ck_made(const struct fixture *fx, size_t a, size_t b, size_t c, size_t batches)
{
	ck_assert_uint_eq(count_of(fx->w.lines.buf, "made a."), a);
	ck_assert_uint_eq(count_of(fx->w.lines.buf, "made b."), b);
	ck_assert_uint_eq(count_of(fx->w.lines.buf, "made c."), c);
	ck_assert_uint_eq(count_of(fx->w.lines.buf, "batch."), batches);
}

static const char *const all[] = {
    "<ol><li>A</li></ol>", "<ol><li>B</li></ol>", "<ol><li>C</li></ol>", NULL};
static const char *const of_2023[] = {"<ol><li>B</li></ol>", NULL};

START_TEST(an_entry_is_made_once_whatever_pages_it_is_on)
{
	struct fixture fx;

	begin(&fx, MARKED, "1");
	ck_shows(&fx, "/publications?year=2023", of_2023);
	ck_made(&fx, 0, 1, 0, 1);
	ck_shows(&fx, "/publications", all);
	ck_made(&fx, 1, 1, 1, 2);
	ck_shows(&fx, "/", all);
	ck_shows(&fx, "/publications?year=2022,2023,2024", all);
	ck_shows(&fx, "/publications?type=book", all);
	ck_made(&fx, 1, 1, 1, 2);
	world_end(&fx.w);
}
END_TEST

START_TEST(a_cv_and_another_language_have_entries_of_their_own)
{
	struct fixture fx;

	begin(&fx, MARKED, "1");
	ck_shows(&fx, "/publications", all);
	ck_shows(&fx, "/cv", all);
	ck_made(&fx, 2, 2, 2, 2);
	ck_shows(&fx, "/publications?lang=fr", all);
	ck_made(&fx, 3, 3, 3, 3);
	ck_shows(&fx, "/?lang=fr", all);
	ck_made(&fx, 3, 3, 3, 3);
	world_end(&fx.w);
}
END_TEST

START_TEST(one_edit_makes_the_one_entry_again)
{
	static const char *const edited[] = {
	    "<li>A</li>", "<li>B, edited</li>", "<li>C</li>", NULL};
	struct fixture fx;

	begin(&fx, MARKED, "1");
	ck_shows(&fx, "/publications", all);
	put_file(fx.w.data.buf, "people/ada.xml", PUBS("B, edited"));
	ck_shows(&fx, "/publications", edited);
	ck_made(&fx, 1, 2, 1, 2);
	world_end(&fx.w);
}
END_TEST

START_TEST(what_is_around_them_is_made_once_but_of_a_choice)
{
	static const char *const edited[] = {
	    "<ol><li>A</li></ol>", "<ol><li>B, edited</li></ol>", NULL};
	struct fixture fx;

	begin(&fx, MARKED, "1");
	ck_shows(&fx, "/publications", all);
	ck_shows(&fx, "/publications", all);
	put_file(fx.w.data.buf, "people/ada.xml", PUBS("B, edited"));
	ck_shows(&fx, "/publications", edited);
	ck_assert_uint_eq(count_of(fx.w.lines.buf, "list."), 1);
	ck_shows(&fx, "/publications?year=2022,2023,2024", edited);
	ck_shows(&fx, "/publications?year=2022,2023,2024", edited);
	ck_assert_uint_eq(count_of(fx.w.lines.buf, "list."), 3);
	world_end(&fx.w);
}
END_TEST

START_TEST(another_sheet_makes_all_of_them_again)
{
	static const char *const more[] = {"<ol><li>A</li><li>more</li></ol>",
	    "<li>B</li><li>more</li>", NULL};
	struct fixture fx;

	begin(&fx, MARKED, "1");
	ck_shows(&fx, "/publications", all);
	put_file(fx.w.dir, "share/xslt/sections/publications.xsl",
	    XSL(LIST ENTRY("", "<li>more</li>" SLOT("end"))));
	ck_shows(&fx, "/publications", more);
	ck_made(&fx, 2, 2, 2, 2);
	world_end(&fx.w);
}
END_TEST

START_TEST(without_room_each_page_makes_its_entries)
{
	struct fixture fx;

	begin(&fx, MARKED, "0");
	for (size_t i = 1; i < 4; i++) {
		ck_shows(&fx, "/publications", all);
		ck_made(&fx, i, i, i, i);
	}
	world_end(&fx.w);
}
END_TEST

START_TEST(a_sheet_that_does_not_mark_its_entries_makes_them_each_time)
{
	static const char *const sheets[] = {XSL(LIST ENTRY("", "")),
	    XSL(LIST ENTRY(SLOT("end"), SLOT("end"))),
	    XSL(LIST ENTRY("", SLOT("other")))};

	for (size_t i = 0; i < ARRAY_SIZE(sheets); i++) {
		struct fixture fx;
		size_t before;

		begin(&fx, sheets[i], "1");
		ck_shows(&fx, "/publications?by=none",
		    (const char *const[]){
			"<li>A</li>", "<li>B</li>", "<li>C</li>", NULL});
		before = count_of(fx.w.lines.buf, "made a.");
		ck_shows(&fx, "/publications",
		    (const char *const[]){
			"<li>A</li>", "<li>B</li>", "<li>C</li>", NULL});
		ck_assert_uint_gt(count_of(fx.w.lines.buf, "made a."), before);
		world_end(&fx.w);
	}
}
END_TEST

START_TEST(an_entry_that_fails_is_left_out_and_tried_again)
{
	static const char *const others[] = {
	    "<ol><li>A</li></ol>", "<ol></ol>", "<ol><li>C</li></ol>", NULL};
	struct fixture fx;

	begin(&fx,
	    XSL(LIST ENTRY("<xsl:if test='title = \"B\"'><xsl:message "
			   "terminate='yes'>no</xsl:message></xsl:if>",
		SLOT("end"))),
	    "1");
	ck_shows(&fx, "/publications", others);
	ck_made(&fx, 2, 0, 1, 4);
	ck_shows(&fx, "/publications", others);
	ck_made(&fx, 2, 0, 1, 5);
	put_file(fx.w.data.buf, "people/ada.xml", PUBS("B, mended"));
	ck_shows(&fx, "/publications",
	    (const char *const[]){"<li>B, mended</li>", NULL});
	ck_made(&fx, 2, 1, 1, 6);
	world_end(&fx.w);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    an_entry_is_made_once_whatever_pages_it_is_on,
	    a_cv_and_another_language_have_entries_of_their_own,
	    one_edit_makes_the_one_entry_again,
	    what_is_around_them_is_made_once_but_of_a_choice,
	    another_sheet_makes_all_of_them_again,
	    without_room_each_page_makes_its_entries,
	    a_sheet_that_does_not_mark_its_entries_makes_them_each_time,
	    an_entry_that_fails_is_left_out_and_tried_again,
	    NULL,
	};

	return run_tests("paintitems", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_refs.c - tests of refs.h, by way of profiles. */
#include <stdlib.h>
#include <string.h>

#include "refs.h"
#include "testing.h"

#define PUBLICATION(attrs, rest)                                               \
	"<publications>\n<publication id='k1' type='journal' "                 \
	"date='2024'" attrs "><title>T</title>" rest                           \
	"</publication></publications>\n"
#define AUTHORED(rest)                                                         \
	PUBLICATION("", "<authors><author>B</author></authors>" rest)
#define NEWS(attrs, text)                                                      \
	"<news><item date='2024' " attrs ">" text "</item></news>\n"
#define JOB(attrs) "<experience><job " attrs "/></experience>\n"

/* What a profile with these parts is told; "" nothing. Owned. */
static char *
complaints(const struct schemas *s, const char *xml)
{
	struct profile *p;
	struct diag d;
	char *why;

	diag_init(&d);
	p = profile_parse(xml, strlen(xml), "people/ada.xml", "ada", s, &d);
	why = problems_of(&d);
	ck_assert_int_eq(p == NULL, d.n > 0);
	profile_free(p);
	diag_release(&d);
	return why;
}

static const struct {
	const char *xml;
	const char *start; /* behind people/ada.xml: */
} bad[] = {
    /* references */
    {PROFILE(PUBLICATION(
	 "", "\n<authors><author person='bo'>Bo</author></authors>")),
	"5: person=\"bo\" is nobody in <people>; add <person id=\"bo\"> "
	"there or correct the id"},
    {PROFILE("<education><degree from='2020'>\n<advisor person='bo'/>"
	     "</degree></education>"),
	"4: person=\"bo\" is nobody in <people>"},
    {PROFILE("<students><student from='2020' level='phd' person='bo'/>"
	     "</students>"),
	"3: person=\"bo\" is nobody in <people>"},
    {PROFILE(AUTHORED("<venue ref='jg'/>")),
	"4: ref=\"jg\" is no venue of <venues>; add <venue id=\"jg\"> there"},
    {PROFILE("<services><service role='editor'><venue ref='jg'>J</venue>"
	     "</service></services>"),
	"3: ref=\"jg\" is no venue of <venues>"},
    {PROFILE(NEWS("", "see <ref publication='k9'>it</ref>")),
	"3: publication=\"k9\" is no publication of this file"},
    {PROFILE(PUBLICATION(
	 " project='tree'", "<authors><author>B</author></authors>")),
	"4: project=\"tree\" is no project of this file"},
    {PROFILE(PUBLICATION(" grant='gold'",
	 "<authors><author>B</author></authors>") "<grants><grant id='silver' "
						  "from='2020'><title>S</title>"
						  "<funder>F</funder></grant></"
						  "grants>"),
	"4: grant=\"gold\" is no grant of this file"},
    {PROFILE(PUBLICATION(" project='tree  bush'",
	 "<authors><author>B</author></authors>") "<projects><project "
						  "id='tree'><title>S</title></"
						  "project>"
						  "</projects>"),
	"4: project=\"bush\" is no project of this file"},
    /* authors */
    {PROFILE(PUBLICATION("", "<authors>\n<author>  </author></authors>")),
	"5: this author has no name"},
    {PROFILE(PUBLICATION("", "<authors><author equal='true'/></authors>")),
	"4: this author has no name"},
    /* numbers without a day */
    {PROFILE(AUTHORED("\n<metric type='citations' value='3'/>")),
	"5: a number without its day"},
    /* at most one */
    {PROFILE(AUTHORED("<pages>1</pages>\n<pages>2</pages>")),
	"5: a second <pages>; a publication has at most one"},
    {PROFILE(AUTHORED("<venue><name>A</name></venue><volume>1</volume>"
		      "<venue><name>B</name></venue>")),
	"4: a second <venue>"},
    /* dates */
    {PROFILE("<news><item date='2023-02-29'>a</item></news>"),
	"3: date=\"2023-02-29\" is a day that does not exist"},
    {PROFILE("<news><item date='2024-04-31'>a</item></news>"),
	"3: date=\"2024-04-31\" is a day that does not exist"},
    {PROFILE(JOB("from='2023-06-31'")),
	"3: from=\"2023-06-31\" is a day that does not exist"},
    {PROFILE(JOB("from='2023' to='2023-11-31'")),
	"3: to=\"2023-11-31\" is a day that does not exist"},
    {PROFILE(AUTHORED("<metric type='views' value='1' as-of='2023-02-30'/>")),
	"4: as-of=\"2023-02-30\" is a day that does not exist"},
    {PROFILE(JOB("from='2023' to='2022'")),
	"3: from=\"2023\" is after to=\"2022\"; exchange them"},
    {PROFILE(JOB("from='2023-05' to='2023-04-30'")),
	"3: from=\"2023-05\" is after to=\"2023-04-30\""},
    {PROFILE(JOB("from='2023-05-02' to='2023-05-01'")),
	"3: from=\"2023-05-02\" is after to=\"2023-05-01\""},
    /* links that the grammar lets through */
    {PROFILE(NEWS("", "<a href='//evil.example/x'>a</a>")),
	"3: href=\"//evil.example/x\" is no link that may be published"},
    {PROFILE(NEWS("", "<a href='\\\\evil.example/x'>a</a>")),
	"3: href=\"\\\\evil.example/x\" is no link"},
    {PROFILE(AUTHORED("<teaser src='//evil.example/x.png' alt=''/>")),
	"4: src=\"//evil.example/x.png\" is no link"},
    /* the owner */
    {"<profile version='1'><person id='bo'><name>B</name></person></profile>",
	"1: id=\"bo\" but the file is ada.xml; make them the same"},
    /* sections */
    {PROFILE("<section id='x'><p>a</p></section>"),
	"3: a section of your own needs a <heading>"},
    {PROFILE("<section><heading>H</heading></section>"),
	"3: a section of your own needs an id"},
    {PROFILE("<talks/>\n<talks/>"),
	"4: a second section \"talks\"; give it an id"},
    {PROFILE("<talks/>\n<news id='talks'/>"), "4: "},
    {PROFILE("<publications/>\n<publications id='more'/>"),
	"4: a second <publications>"},
};

START_TEST(what_a_grammar_cannot_say_is_told_with_its_line)
{
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		static const char file[] = "people/ada.xml:";
		char *why = complaints(s, bad[i].xml);

		ck_assert_msg(why[0] != '\0', "accepted: %s", bad[i].xml);
		ck_assert_msg(strncmp(why, file, strlen(file)) == 0 &&
				  strncmp(why + strlen(file), bad[i].start,
				      strlen(bad[i].start)) == 0,
		    "%s\nsays: %snot: %s", bad[i].xml, why, bad[i].start);
		ck_assert_msg(count_of(why, "\n") == 1, "%s", why);
		free(why);
	}
	schemas_close(s);
}
END_TEST

/* As near to the bad ones as may be. */
static const char *const good[] = {
    PROFILE_WITH("<people><person id='bo'><name>B</name></person></people>"
		 "<venues><venue id='jg'/></venues>",
	PUBLICATION("", "<authors><author person='bo'/><author "
			"person='ada'/></authors><venue ref='jg'/>")),
    PROFILE(AUTHORED("") NEWS("", "<ref publication='k1'/>")),
    PROFILE(NEWS("", "<ref publication='k1'/>") "<publications><publication "
						"id='k1' hidden='true' "
						"type='book' "
						"date='2024'><title>T</"
						"title><authors><author>B"
						"</author></authors></"
						"publication></publications>"),
    PROFILE(PUBLICATION(" project='tree bush' grant='gold'",
	"<authors><author>B</author></authors>") "<projects><project "
						 "id='tree'><title>A</title></"
						 "project>"
						 "<project id='bush' "
						 "hidden='true'><title>B</"
						 "title></project>"
						 "</projects><grants><grant "
						 "id='gold' "
						 "from='2020'><title>G"
						 "</title><funder>F</funder></"
						 "grant></grants>"),
    PROFILE(AUTHORED("<metric type='citations' href='https://x.example/'/>"
		     "<metric type='stars' value='3' as-of='2024'/>")),
    PROFILE(AUTHORED("<pages>1</pages><volume>1</volume><issue>1</issue>")),
    PROFILE("<news><item date='2024-02-29'>a</item></news>"),
    PROFILE("<news><item date='2000-02-29'>a</item></news>"),
    /* before 1970, and before that */
    PROFILE("<news><item date='1969'>a</item><item date='1905-06-30'>b"
	    "</item></news>" JOB("from='1933' to='1955-04-18'")),
    PROFILE(JOB("from='2023-09' to='2023'")),
    PROFILE(JOB("from='2023' to='2023-01'")),
    PROFILE(JOB("from='2023-05-01' to='2023-05-01'")),
    PROFILE(NEWS("", "<a href='/x'>a</a><a href='x#y'>b</a>"
		     "<a href='mailto:a@b.example'>c</a>")),
    PROFILE("<talks/><talks id='media'/><news/>"),
    PROFILE("<publications/><publications id='old' hidden='true'/>"),
    "<profile version='1'><person><name>B</name></person></profile>",
};

START_TEST(good_neighbours_pass)
{
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
		char *why = complaints(s, good[i]);

		ck_assert_msg(why[0] == '\0', "%s\nsays: %s", good[i], why);
		free(why);
	}
	schemas_close(s);
}
END_TEST

/* What they are is in check_anchors. */
START_TEST(ids_are_checked_too)
{
	struct schemas *s = open_schemas();
	char *why = complaints(s, PROFILE(NEWS("id='cv'", "a")));

	ck_assert_msg(strstr(why, "3: id=\"cv\" is a word") != NULL, "%s", why);
	free(why);
	schemas_close(s);
}
END_TEST

START_TEST(all_problems_are_told_at_once)
{
	struct schemas *s = open_schemas();
	char *why =
	    complaints(s, PROFILE(JOB("from='2023' to='2022'") NEWS(
			      "id='cv'", "a") AUTHORED("<venue ref='jg'/>")));

	ck_assert_uint_eq(count_of(why, "people/ada.xml:"), 3);
	free(why);
	schemas_close(s);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    what_a_grammar_cannot_say_is_told_with_its_line,
	    good_neighbours_pass,
	    ids_are_checked_too,
	    all_problems_are_told_at_once,
	    NULL,
	};

	return run_tests("refs", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_viewlang.c - tests of viewcopy.h: which language a text says it is in.
 */
#include <stdlib.h>
#include <string.h>

#include "sample.h"
#include "view.h"
#include "viewcopy.h"
#include "xmlnode.h"

#define ZH " xml:lang='zh'"
#define PERSON                                                                 \
	"<person id='ada'><name>Ada Berg</name><name" ZH ">\u767d</name>"      \
	"<photo src='a.png' alt='Ada'/><position>Reader</position>"            \
	"<organization" ZH ">\u5927\u5b66</organization>"                      \
	"<bio><p>I <em>am</em></p><p" ZH ">\u6211</p></bio></person>"
/* what the file is written in stands behind a name in other letters */
#define NATIVE                                                                 \
	"<profile version='1' xml:lang='en'><person><name" ZH ">\u767d</name>" \
	"<name>Ada Berg</name></person></profile>"
#define PEOPLE                                                                 \
	"<people><person id='bo'><name>Bo</name><name" ZH ">\u535a</name>"     \
	"</person></people>"
#define VENUES                                                                 \
	"<venues><venue id='v' type='journal' short='TJ'><name>Trees</name>"   \
	"</venue><venue id='w' type='journal'><name>Roots</name></venue>"      \
	"</venues>"
#define SECTIONS                                                               \
	"<education><degree id='d' kind='phd' from='2020'>"                    \
	"<organization>Uni</organization><advisor person='bo'/></degree>"      \
	"</education>"                                                         \
	"<services><service id='s' role='reviewer' date='2020'>"               \
	"<venue ref='v'/><venue ref='w'/></service></services>"                \
	"<publications><publication id='p' type='book' date='2020'>"           \
	"<title>Trees</title><authors><author self='true'/>"                   \
	"<author person='bo'/><author>Cy</author></authors>"                   \
	"<keyword>leaf</keyword></publication></publications>"

static const char profile[] =
    "<profile version='1' xml:lang='en'>" PERSON PEOPLE VENUES SECTIONS
    "</profile>";

/* What `expr` finds in a copy of `part` on a page in `lang`. */
static void
ck_copy_of(const char *xml, const char *lang, const char *part,
    const char *expr, const char *want)
{
	struct sample s;
	xmlDoc *doc;
	xmlNode *root;
	char *got;

	sample_open(&s, xml, "");
	s.page.lang = lang;
	doc = xmlNewDoc((const xmlChar *)"1.0");
	root = xmlNewDocNode(doc, NULL, (const xmlChar *)"view", NULL);
	xmlDocSetRootElement(doc, root);
	node_set(root, "lang", lang);
	if (strcmp(part, "publication") == 0)
		copy_publication(
		    &s.page, profile_publication(s.profile, "p"), root);
	else
		copy_entry(&s.page,
		    node_first(xmlDocGetRootElement(s.profile->doc), part),
		    root);
	got = xpath(doc, expr);
	ck_assert_msg(strcmp(got, want) == 0, "%s: %s is \"%s\", not \"%s\"",
	    lang, expr, got, want);
	free(got);
	xmlFreeDoc(doc);
	sample_close(&s);
}

struct lang_case {
	const char *lang;
	const char *part;
	const char *expr;
	const char *want;
};

static void
ck_copies(const struct lang_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		ck_copy_of(profile, cases[i].lang, cases[i].part, cases[i].expr,
		    cases[i].want);
}

START_TEST(each_text_in_another_language_says_so_itself)
{
	static const struct lang_case cases[] = {
	    {"en", "person", "count(//position/@xml:lang)", "0"},
	    {"fr", "person", "//position/@xml:lang", "en"},
	    {"fr", "person", "//organization/@xml:lang", "zh"},
	    {"fr", "person", "//photo/@xml:lang", "en"},
	    {"zh", "person", "//organization", "\u5927\u5b66"},
	    {"fr", "publication", "//title/@xml:lang", "en"},
	    {"fr", "publication", "//keyword/@xml:lang", "en"},
	    {"en", "publication", "count(//*/@xml:lang)", "0"},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

/* Between the texts of an entry a sheet puts words of the interface. */
START_TEST(paragraphs_say_it_together_and_parts_one_by_one)
{
	static const struct lang_case cases[] = {
	    {"fr", "person", "//bio/@xml:lang", "en"},
	    {"fr", "person", "count(//bio/p[.='I am']/@xml:lang)", "0"},
	    {"fr", "person", "count(//em/@xml:lang)", "0"},
	    {"fr", "education", "//degree/organization/@xml:lang", "en"},
	    {"fr", "education", "count(//degree/@xml:lang)", "0"},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(what_is_spelt_out_is_in_the_language_it_was_found_in)
{
	static const struct lang_case cases[] = {
	    {"fr", "education", "//advisor/@xml:lang", "en"},
	    {"zh", "education", "//advisor", "\u535a"},
	    {"zh", "education", "count(//advisor/@xml:lang)", "0"},
	    {"fr", "services", "//venue[.='Roots']/@xml:lang", "en"},
	    /* a short name is of no language */
	    {"fr", "services", "count(//venue[.='TJ']/@xml:lang)", "0"},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(authors_are_in_the_language_of_the_paper_or_of_their_name)
{
	static const struct lang_case cases[] = {
	    {"fr", "publication", "//authors/@xml:lang", "en"},
	    {"fr", "publication", "count(//author/@xml:lang)", "0"},
	    {"zh", "publication", "//author[1]", "\u767d"},
	    {"zh", "publication", "//author[1]/@xml:lang", "zh"},
	    {"zh", "publication", "count(//author[3]/@xml:lang)", "0"},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(the_name_in_the_language_of_the_page_comes_first)
{
	static const struct lang_case cases[] = {
	    {"en", "person", "//name[1]", "Ada Berg"},
	    {"zh", "person", "//name[1]", "\u767d"},
	    {"zh-CN", "person", "//name[1]", "\u767d"},
	    {"zh", "person", "//name[2]", "Ada Berg"},
	    {"zh", "person", "//name[2]/@xml:lang", "en"},
	    {"zh", "person", "count(//name)", "2"},
	    {"fr", "person", "//name[1]", "Ada Berg"},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(without_such_a_name_that_of_the_file_comes_first)
{
	ck_copy_of(NATIVE, "fr", "person", "//name[1]", "Ada Berg");
	ck_copy_of(NATIVE, "fr", "person", "//name[1]/@xml:lang", "en");
	ck_copy_of(NATIVE, "fr", "person", "//name[2]/@xml:lang", "zh");
	ck_copy_of(NATIVE, "zh", "person", "//name[1]", "\u767d");
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    each_text_in_another_language_says_so_itself,
	    paragraphs_say_it_together_and_parts_one_by_one,
	    what_is_spelt_out_is_in_the_language_it_was_found_in,
	    authors_are_in_the_language_of_the_paper_or_of_their_name,
	    the_name_in_the_language_of_the_page_comes_first,
	    without_such_a_name_that_of_the_file_comes_first,
	    NULL,
	};

	return run_tests("viewlang", tests);
}

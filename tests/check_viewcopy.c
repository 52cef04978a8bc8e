/* SPDX-License-Identifier: MIT */
/* check_viewcopy.c - tests of viewcopy.h. */
#include <stdlib.h>
#include <string.h>

#include "sample.h"
#include "viewcopy.h"
#include "xmlnode.h"

#define OWN(body)                                                              \
	PROFILE("<section id='s'><heading>H</heading>" body "</section>")
#define COPIED(body) "<section id=\"s\"><heading>H</heading>" body "</section>"
#define NEWS(attrs, body)                                                      \
	PROFILE(                                                               \
	    "<news><item id='n' date='2024'" attrs ">" body "</item></news>")
#define ITEM(attrs, body)                                                      \
	"<news id=\"news\"><item id=\"n\" date=\"2024\"" attrs ">" body        \
	"</item></news>"

/* What is copied of the first section, on a page of the language. Owned. */
static char *
copy_section(const char *profile, const char *lang)
{
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlBuffer *buf = xmlBufferCreate();
	struct sample s;
	xmlNode *root;
	const xmlNode *copy;
	char *text;

	sample_open(&s, profile, "");
	s.page.lang = lang;
	root = xmlNewDocNode(doc, NULL, (const xmlChar *)"view", NULL);
	xmlDocSetRootElement(doc, root);
	node_set(root, "lang", lang);
	copy = copy_entry(&s.page, s.profile->sections[0].node, root);
	if (copy != NULL)
		xmlNodeDump(buf, doc, root->children, 0, 0);
	text = xstrdup((const char *)xmlBufferContent(buf));
	xmlBufferFree(buf);
	xmlFreeDoc(doc);
	sample_close(&s);
	return text;
}

struct copy_case {
	const char *profile;
	const char *lang;
	const char *want;
};

static void
ck_copies(const struct copy_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *got = copy_section(cases[i].profile, cases[i].lang);

		ck_assert_msg(strcmp(got, cases[i].want) == 0,
		    "%zu (%s):\n%s\nis not\n%s", i, cases[i].lang, got,
		    cases[i].want);
		free(got);
	}
}

START_TEST(text_is_copied_with_its_words_and_without_its_layout)
{
	static const struct copy_case cases[] = {
	    {OWN("\n  <p>a</p>\n  <!-- no --><p>b</p>\n"), "en",
		COPIED("<p>a</p><p>b</p>")},
	    {OWN("<p>one <em>two</em> <strong>three</strong>\nfour</p>"), "en",
		COPIED("<p>one <em>two</em> <strong>three</strong>\nfour</p>")},
	    {OWN("<p>a &lt;b&gt; &amp; c</p>"), "en",
		COPIED("<p>a &lt;b&gt; &amp; c</p>")},
	    {OWN("<p><![CDATA[<b>]]></p>"), "en", COPIED("<p>&lt;b&gt;</p>")},
	    {OWN("<ul>\n<li>a <a href='/x?a=1&amp;b'>b</a></li>\n</ul>"), "en",
		COPIED("<ul><li>a <a href=\"/x?a=1&amp;b\">b</a></li></ul>")},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(hidden_entries_are_not_copied)
{
	static const struct copy_case cases[] = {
	    {PROFILE("<news><item id='a' date='2024' hidden='true'>A</item>"
		     "<item id='b' date='2024' hidden='false'>B</item></news>"),
		"en",
		"<news id=\"news\"><item id=\"b\" date=\"2024\">B</item></"
		"news>"},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

/* A text in English and French; "" when it is not there. */
#define HEADINGS                                                               \
	PROFILE("<news><heading>News</heading><heading xml:lang='fr'>"         \
		"Nouvelles</heading><heading xml:lang='zh-Hant'>\u65b0"        \
		"</heading></news>")
#define HEADED(attrs, text)                                                    \
	"<news id=\"news\"><heading" attrs ">" text "</heading></news>"

START_TEST(of_texts_in_several_languages_the_best_one_is_copied)
{
	static const struct copy_case cases[] = {
	    {HEADINGS, "en", HEADED("", "News")},
	    {HEADINGS, "fr",
		"<news id=\"news\" xml:lang=\"en\"><heading "
		"xml:lang=\"fr\">Nouvelles</heading></news>"},
	    /* a region of the language, or the language of a region */
	    {HEADINGS, "fr-CA",
		"<news id=\"news\" xml:lang=\"en\"><heading "
		"xml:lang=\"fr\">Nouvelles</heading></news>"},
	    {HEADINGS, "zh",
		"<news id=\"news\" xml:lang=\"en\"><heading "
		"xml:lang=\"zh-Hant\">\u65b0</heading></news>"},
	    /* else that of the profile, which says so */
	    {HEADINGS, "de",
		"<news id=\"news\" xml:lang=\"en\"><heading "
		"xml:lang=\"en\">News</heading></news>"},
	    /* else what there is */
	    {PROFILE("<news><heading xml:lang='fr'>Nouvelles</heading></news>"),
		"en", HEADED(" xml:lang=\"fr\"", "Nouvelles")},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(words_of_another_language_stay_in_their_sentence)
{
	static const struct copy_case cases[] = {
	    {NEWS("", "<em>one</em> and <em xml:lang='fr'>deux</em>"), "en",
		ITEM("", "<em>one</em> and <em xml:lang=\"fr\">deux</em>")},
	    {NEWS("", "see <a href='/a'>here</a>, <a href='/b' "
		      "xml:lang='fr'>l\u00e0</a>"),
		"en",
		ITEM("", "see <a href=\"/a\">here</a>, <a href=\"/b\" "
			 "xml:lang=\"fr\">l\u00e0</a>")},
	    {OWN("<p xml:lang='fr'>Aussi en <em xml:lang='en'>English</em>"
		 "</p>"),
		"en",
		COPIED("<p xml:lang=\"fr\">Aussi en <em xml:lang=\"en\">"
		       "English</em></p>")},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(entries_of_a_section_are_no_variants_of_each_other)
{
	static const struct copy_case cases[] = {
	    {PROFILE("<news><item id='a' date='2024'>A</item><item id='b' "
		     "date='2024' xml:lang='fr'>B</item></news>"),
		"en",
		"<news id=\"news\"><item id=\"a\" date=\"2024\">A</item><item "
		"id=\"b\" date=\"2024\" xml:lang=\"fr\">B</item></news>"},
	    {PROFILE("<talks><talk id='t' date='2024'><title>A</title><title "
		     "xml:lang='fr'>B</title><note>x</note><note>y</note>"
		     "</talk></talks>"),
		"en",
		"<talks id=\"talks\"><talk id=\"t\" date=\"2024\"><title>A"
		"</title><note>x</note><note>y</note></talk></talks>"},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(links_are_variants_of_links_to_the_same_kind_of_thing)
{
	static const char profile[] =
	    PROFILE("<talks><talk id='t' date='2024'><title>A</title>"
		    "<link rel='slides' href='/s'/>"
		    "<link rel='code' href='/c'>Code</link>"
		    "<link rel='code' href='/c-zh' xml:lang='zh'>\u7801</link>"
		    "<link rel='zhihu' href='/z' xml:lang='zh'>\u77e5</link>"
		    "</talk></talks>");
#define TALK(attrs, title, links)                                              \
	"<talks id=\"talks\"" attrs                                            \
	"><talk id=\"t\" date=\"2024\"><title" title                           \
	">A</title><link rel=\"slides\" href=\"/s\"/>" links                   \
	"<link rel=\"zhihu\" href=\"/z\" xml:lang=\"zh\">\u77e5</link></talk>" \
	"</talks>"
	static const struct copy_case cases[] = {
	    {profile, "en",
		TALK("", "",
		    "<link rel=\"code\" href=\"/c\">Code"
		    "</link>")},
	    {profile, "zh",
		TALK(" xml:lang=\"en\"", " xml:lang=\"en\"",
		    "<link rel=\"code\" href=\"/c-zh\" "
		    "xml:lang=\"zh\">\u7801</link>")},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(references_lead_to_their_publication)
{
	static const char profile[] = PROFILE(
	    "<news><item id='n' date='2024'><ref publication='p.1'/>, <ref "
	    "publication='p.1'>it</ref></item></news>"
	    "<publications><publication id='p.1' type='book' date='2020'>"
	    "<title>On <em>Trees</em></title><title xml:lang='fr'>Des arbres"
	    "</title><authors><author>B</author></authors></publication>"
	    "</publications>");
	static const struct copy_case cases[] = {
	    {profile, "en",
		ITEM("", "<ref publication=\"p.1\" href=\"/publications/p.1\">"
			 "On <em>Trees</em></ref>, <ref publication=\"p.1\" "
			 "href=\"/publications/p.1\">it</ref>")},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(people_are_spelt_out)
{
	static const char profile[] = PROFILE_WITH(
	    "<people><person id='bo'><name xml:lang='en'>Bo Li</name><name "
	    "xml:lang='zh'>\u674e\u535a</name><link rel='homepage' "
	    "href='https://bo.example/'/></person></people>",
	    "<students><student id='s' from='2020' level='phd' person='bo'/>"
	    "</students>");
	static const struct copy_case cases[] = {
	    {profile, "en",
		"<students id=\"students\"><student id=\"s\" from=\"2020\" "
		"level=\"phd\" person=\"bo\" href=\"https://bo.example/\">"
		"<name>Bo Li</name></student></students>"},
	};

	ck_copies(cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(names_have_spaces_between_parts_but_not_in_han)
{
	static const struct {
		const char *name;
		const char *want;
	} names[] = {
	    {"<name><given>Ada</given><family>Berg</family></name>",
		"<given>Ada</given> <family>Berg</family>"},
	    {"<name><prefix>Dr</prefix> <given>Ada</given>\n<particle>van"
	     "</particle> <family>Berg</family></name>",
		"<prefix>Dr</prefix> <given>Ada</given> <particle>van"
		"</particle> <family>Berg</family>"},
	    {"<name><family>\u5b59</family> <given>\u65b0</given></name>",
		"<family>\u5b59</family><given>\u65b0</given>"},
	    {"<name>Bo Li</name>", "Bo Li"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct strbuf profile;
		struct strbuf want;
		char *got;

		strbuf_init(&profile);
		strbuf_init(&want);
		strbuf_printf(&profile,
		    PROFILE("<students><student id='s' from='2020' "
			    "level='phd'>%s</student></students>"),
		    names[i].name);
		strbuf_printf(
		    &want, "<name>%s</name></student>", names[i].want);
		got = copy_section(profile.buf, "en");
		ck_assert_msg(strstr(got, want.buf) != NULL, "%s", got);
		free(got);
		strbuf_release(&profile);
		strbuf_release(&want);
	}
}
END_TEST

START_TEST(the_stored_profile_is_not_changed)
{
	char *xml = read_fixture("ada-berg.xml");
	struct schemas *schemas = open_schemas();
	xmlChar *before;
	xmlChar *after;
	struct profile *p;
	struct diag d;
	int n;

	diag_init(&d);
	p = profile_parse(
	    xml, strlen(xml), "ada-berg.xml", "ada-berg", schemas, &d);
	xmlDocDumpMemory(p->doc, &before, &n);
	for (size_t i = 0; i < p->nsections; i++) {
		const struct page pg = {.lang = "fr",
		    .home = "/",
		    .list = "/publications",
		    .profile = p};
		xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
		xmlNode *root =
		    xmlNewDocNode(doc, NULL, (const xmlChar *)"view", NULL);

		xmlDocSetRootElement(doc, root);
		copy_entry(&pg, p->sections[i].node, root);
		ck_xpath(doc, "count(//@hidden)", "0");
		xmlFreeDoc(doc);
	}
	xmlDocDumpMemory(p->doc, &after, &n);
	ck_assert_str_eq((const char *)before, (const char *)after);
	xmlFree(before);
	xmlFree(after);
	profile_free(p);
	schemas_close(schemas);
	diag_release(&d);
	free(xml);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    text_is_copied_with_its_words_and_without_its_layout,
	    hidden_entries_are_not_copied,
	    of_texts_in_several_languages_the_best_one_is_copied,
	    words_of_another_language_stay_in_their_sentence,
	    entries_of_a_section_are_no_variants_of_each_other,
	    links_are_variants_of_links_to_the_same_kind_of_thing,
	    references_lead_to_their_publication,
	    people_are_spelt_out,
	    names_have_spaces_between_parts_but_not_in_han,
	    the_stored_profile_is_not_changed,
	    NULL,
	};

	return run_tests("viewcopy", tests);
}

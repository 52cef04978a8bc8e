/* SPDX-License-Identifier: MIT */
/* check_view.c - tests of view.h. */
#include "sample.h"
#include "view.h"
#include "xmlnode.h"

#define PUB(id, date, parts)                                                   \
	"<publication id='" id "' type='book' date='" date                     \
	"'><title>Title " id "</title>" parts "</publication>"
#define NOBODY "<authors><author>Zoe</author></authors>"

static const char full[] = PROFILE_WITH(
    "<people><person id='bo'><name xml:lang='en'>Bo Li</name><name "
    "xml:lang='zh'>\u674e\u535a</name><link rel='homepage' "
    "href='https://bo.example/'/></person></people>"
    "<venues><venue id='jg' type='journal' short='J. Graphs' "
    "href='https://jg.example/'><name>Journal of Graphs</name><rank "
    "scheme='CCF'>A</rank></venue></venues>",
    "<news><heading>News</heading><heading xml:lang='fr'>Nouvelles</heading>"
    "<item id='n1' date='2024-05-06'>New</item><item id='n2' "
    "date='1969'>Old</item><item id='n3' date='2030' "
    "hidden='true'>Secret</item></news>"
    "<publications>" PUB("a", "2024",
	"<authors><author person='bo' equal='true'/><author person='ada' "
	"self='true' equal='true' corresponding='true'>A. Berg</author>"
	"<others/></authors><venue ref='jg' short='JG'/><keyword>Leaf order"
	"</keyword><abstract>A &lt;b&gt;</abstract><abstract xml:lang='fr'>Un"
	"</abstract>") PUB("b", "2023", NOBODY) PUB("c", "2022",
	NOBODY) "</publications>"
		"<section id='join' nomenu='true'><heading>Join us</heading>"
		"<p>Hi</p></section><section id='\u00fcber' nomenu='true'>"
		"<heading>About</heading></section>");

START_TEST(the_frame_says_what_and_where_the_page_is)
{
	static const struct path_case cases[] = {
	    {"name(/*)", "view"},
	    {"/view/@kind", "home"},
	    {"/view/@lang", "en"},
	    {"/view/@base", "/"},
	    {"/view/@static", "/static/"},
	    {"/view/@home", "/"},
	    {"count(/view/@section)", "0"},
	    {"/view/site/@base-url", "https://example.org/"},
	    {"/view/site/@static-url", "https://example.org/static/"},
	    {"/view/site/name", "Bergs"},
	    {"/view/page/@path", "/"},
	    {"/view/page/@canonical", "https://example.org/"},
	    {"count(/view/page/@noindex)", "0"},
	    {"/view/person/@id", "ada"},
	    {"/view/person/name", "Ada Berg"},
	    {"count(/view/sections/section)", "4"},
	    {"/view/sections/section[1]/@name", "news"},
	    {"/view/sections/section[1]/@href", "#news"},
	    {"/view/sections/section[1]/heading", "News"},
	    {"count(/view/sections/section[1]/heading)", "1"},
	    {"/view/sections/section[3]/@id", "join"},
	    {"/view/sections/section[3]/@name", "section"},
	    {"/view/sections/section[3]/@nomenu", "true"},
	    {"count(/view/sections/section/@current)", "0"},
	    {"/view/query/@total", "3"},
	    {"count(/view/error)", "0"},
	    /* what sections hold is not in the frame */
	    {"count(//item | //publication)", "0"},
	};
	struct sample s;

	sample_open(&s, full, "");
	ck_paths(view_frame(&s.page), cases, ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

START_TEST(the_frame_of_a_section_leads_to_the_others)
{
	static const struct path_case cases[] = {
	    {"/view/@section", "news"},
	    {"/view/sections/section[1]/@current", "true"},
	    {"count(/view/sections/section/@current)", "1"},
	    {"/view/sections/section[2]/@href", "/ada/publications"},
	    {"/view/sections/section[4]/@id", "\u00fcber"},
	    {"/view/sections/section[4]/@href", "/ada/%C3%BCber"},
	    {"/view/page/@noindex", "true"},
	};
	struct sample s;

	sample_open(&s, full, "");
	s.page.kind = "section";
	s.page.home = "/ada/";
	s.page.noindex = true;
	s.page.section = profile_section(s.profile, "news");
	ck_paths(view_frame(&s.page), cases, ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

START_TEST(an_error_page_needs_nothing_but_its_status)
{
	static const struct path_case cases[] = {
	    {"/view/@kind", "error"},
	    {"/view/error/@status", "400"},
	    {"/view/error/@key", "year"},
	    {"count(/view/error/@list)", "0"},
	    {"count(/view/site)", "1"},
	    {"count(/view/site/@*)", "0"},
	    {"count(/view/person | /view/query | /view/sections)", "0"},
	};
	const struct page pg = {.kind = "error",
	    .lang = "en",
	    .base = "/",
	    .statics = "/static/",
	    .path = "/",
	    .error = 400,
	    .bad_key = KEY_YEAR};

	ck_paths(view_frame(&pg), cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(alternates_are_told)
{
	static const struct alternate alternates[] = {
	    {.section = "news",
		.type = "application/rss+xml",
		.name = "feed.news.rss",
		.href = "/news.rss"},
	    {.type = "text/vcard", .name = "file.vcf", .href = "/ada.vcf"},
	};
	static const struct path_case cases[] = {
	    {"count(/view/page/alternate)", "2"},
	    {"/view/page/alternate[1]/@section", "news"},
	    {"/view/page/alternate[1]/@type", "application/rss+xml"},
	    {"/view/page/alternate[1]/@href", "/news.rss"},
	    {"count(/view/page/alternate[2]/@section)", "0"},
	    {"/view/page/alternate[2]/@name", "file.vcf"},
	};
	struct sample s;

	sample_open(&s, full, "");
	s.page.alternates = alternates;
	s.page.nalternates = ARRAY_SIZE(alternates);
	ck_paths(view_frame(&s.page), cases, ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

START_TEST(a_section_has_its_entries_and_nothing_hidden)
{
	static const struct path_case cases[] = {
	    {"/view/@section", "news"},
	    {"count(/view/news/item)", "2"},
	    {"/view/news/item[1]", "New"},
	    {"/view/news/item[1]/@id", "n1"},
	    {"count(//@hidden)", "0"},
	    {"/view/news/heading", "News"},
	    {"count(/view/person)", "0"},
	};
	struct sample s;

	sample_open(&s, full, "");
	ck_paths(view_section(&s.page, profile_section(s.profile, "news")),
	    cases, ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

START_TEST(a_feed_dates_its_entries_back_to_any_year)
{
	static const struct path_case cases[] = {
	    {"/view/person/name", "Ada Berg"},
	    {"count(/view/news/item)", "2"},
	    {"/view/news/item[1]/@rfc822", "Mon, 06 May 2024 00:00:00 GMT"},
	    {"/view/news/item[1]/@rfc3339", "2024-05-06T00:00:00Z"},
	    {"/view/news/item[2]/@rfc822", "Wed, 01 Jan 1969 00:00:00 GMT"},
	    {"/view/page/@self", "https://example.org/news.rss"},
	    /* as new as what can be seen */
	    {"/view/page/@date", "2024-05-06"},
	    {"/view/page/@rfc3339", "2024-05-06T00:00:00Z"},
	};
	struct sample s;

	sample_open(&s, full, "");
	s.page.kind = "feed";
	s.page.base = "/cgi-bin/vitae/";
	s.page.path = "/cgi-bin/vitae/news.rss";
	ck_paths(view_feed(&s.page, profile_section(s.profile, "news")), cases,
	    ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

START_TEST(a_list_has_filters_and_headings_but_no_items)
{
	static const struct path_case cases[] = {
	    {"/view/@section", "publications"},
	    {"/view/query/@shown", "2"},
	    {"count(/view/facet) > 0", "true"},
	    {"count(/view/pager/page)", "2"},
	    {"/view/publications/@id", "publications"},
	    {"count(/view/publications/group)", "1"},
	    {"/view/publications/group/@id", "2023"},
	    {"count(//publication)", "0"},
	};
	struct sample s;

	sample_open(&s, full, "year=2022-2023&per=1");
	ck_paths(view_list(&s.page, profile_section(s.profile, "publications")),
	    cases, ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

START_TEST(items_are_a_part_of_the_selection)
{
	static const struct path_case cases[] = {
	    {"name(/*)", "items"},
	    {"count(/items/publication)", "2"},
	    {"/items/publication[1]/@id", "b"},
	    {"/items/publication[2]/@id", "c"},
	};
	struct sample s;

	sample_open(&s, full, "");
	ck_paths(view_items(&s.page, 1, 2), cases, ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

START_TEST(a_publication_is_spelt_out)
{
	static const struct path_case cases[] = {
	    {"//publication/@href", "/publications/a"},
	    {"//publication/title", "Title a"},
	    {"//authors/@n", "2"},
	    {"//authors/@equal", "true"},
	    {"//authors/@corresponding", "true"},
	    {"count(//authors/others)", "1"},
	    /* by the name of the register, unless the paper has its own */
	    {"//author[1]", "Bo Li"},
	    {"//author[1]/@href", "https://bo.example/"},
	    {"count(//author[1]/@self)", "0"},
	    {"//author[1]/@equal", "true"},
	    {"//author[2]", "A. Berg"},
	    {"//author[2]/@self", "true"},
	    {"count(//author[2]/@href)", "0"},
	    {"//author[2]/@corresponding", "true"},
	    {"//venue/@short", "JG"},
	    {"//venue/@href", "https://jg.example/"},
	    {"//venue/@type", "journal"},
	    {"//venue/name", "Journal of Graphs"},
	    {"//venue/rank", "A"},
	    {"//keyword/@href", "/publications?keyword=leaf-order"},
	    {"count(//abstract)", "1"},
	    {"//abstract", "A <b>"},
	};
	struct sample s;

	sample_open(&s, full, "");
	ck_paths(view_items(&s.page, 0, 1), cases, ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

START_TEST(a_page_in_another_language_takes_what_there_is_of_it)
{
	static const struct path_case cases[] = {
	    {"/items/@lang", "fr"},
	    {"//abstract", "Un"},
	    {"//publication/@xml:lang", "en"},
	    {"//abstract/@xml:lang", "fr"},
	    {"//title/@xml:lang", "en"},
	    {"//authors/@xml:lang", "en"},
	};
	struct sample s;

	sample_open(&s, full, "");
	s.page.lang = "fr";
	ck_paths(view_items(&s.page, 0, 1), cases, ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

START_TEST(in_place_of_a_section_that_failed_there_is_a_mark)
{
	static const struct path_case cases[] = {
	    {"count(/view/not-shown)", "1"},
	    {"/view/@section", "news"},
	};
	struct sample s;

	sample_open(&s, full, "");
	ck_paths(view_not_shown(&s.page, profile_section(s.profile, "news")),
	    cases, ARRAY_SIZE(cases));
	xmlFreeDoc(view_not_shown(&s.page, NULL));
	sample_close(&s);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    the_frame_says_what_and_where_the_page_is,
	    the_frame_of_a_section_leads_to_the_others,
	    an_error_page_needs_nothing_but_its_status,
	    alternates_are_told,
	    a_section_has_its_entries_and_nothing_hidden,
	    a_feed_dates_its_entries_back_to_any_year,
	    a_list_has_filters_and_headings_but_no_items,
	    items_are_a_part_of_the_selection,
	    a_publication_is_spelt_out,
	    a_page_in_another_language_takes_what_there_is_of_it,
	    in_place_of_a_section_that_failed_there_is_a_mark,
	    NULL,
	};

	return run_tests("view", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_many.c - tests of viewmany.h, and of pages that are of many people. */
#include <stdlib.h>
#include <string.h>

#include "testing.h"
#include "world.h"

#define SITE_OF(attrs)                                                         \
	"<site version='1' base-url='https://example.org/' "                   \
	"xml:lang='en' " attrs                                                 \
	"><name>Science</name><group id='maths'><name>Mathematics"             \
	"</name><name xml:lang='fr'>Math\u00e9matiques</name><description>M"   \
	"</description><group id='trees'><name>Trees</name></group></group>"   \
	"</site>"
#define ADA                                                                    \
	"<profile version='1' xml:lang='en'><person role='phd' group='trees "  \
	"nowhere'><name>Ada Berg</name><name xml:lang='fr'>Ada Mont</name>"    \
	"</person><people><person id='bo'>"                                    \
	"<name>Bo Li</name><link rel='homepage' href='https://bo.example/'/>"  \
	"</person><person id='zoe'><name>Zoe</name><link rel='homepage' "      \
	"href='https://zoe.example/'/></person></people><news id='blog'>"      \
	"<item id='n1' date='2024-05-01'>Won <ref publication='p1'>it</ref>"   \
	"</item></news><publications><publication id='p1' type='book' "        \
	"date='2024' selected='true'><title>P</title><authors><author "        \
	"self='true'>A. Berg</author><author person='bo'>B</author><author "   \
	"person='zoe'>Z</author></authors><keyword>Leaf</keyword><note>Mine"   \
	"</note></publication></publications></profile>"
#define BO                                                                     \
	"<profile version='1' xml:lang='zh'><person><name>\u674e\u535a</name>" \
	"<position>\u6559\u6388</position></person></profile>"

static void
begin(struct world *w, const char *attrs)
{
	struct strbuf site;

	world_begin(w);
	strbuf_init(&site);
	strbuf_printf(&site, SITE_OF("%s"), attrs);
	put_file(w->data.buf, "site.xml", site.buf);
	put_file(w->data.buf, "people/ada.xml", ADA);
	put_file(w->data.buf, "people/bo.xml", BO);
	world_open(w);
	strbuf_release(&site);
}

START_TEST(people_stand_in_their_list_with_roles_and_groups)
{
	struct world w;

	begin(&w, "");
	WORLD_CK_VIEW(&w, "/", "items 0", {"count(/items/person)", "2"},
	    {"/items/person[1]/@id", "ada"}, {"/items/person[1]/@role", "phd"},
	    {"/items/person[1]/@href", "/ada/"},
	    {"count(/items/person[1]/group)", "1"},
	    {"/items/person[1]/group/@href", "/groups/trees"},
	    {"/items/person[1]/group/name", "Trees"},
	    {"/items/person[2]/name/@xml:lang", "zh"},
	    {"/items/person[2]/position/@xml:lang", "zh"});
	WORLD_CK_VIEW(&w, "/?group=maths&lang=fr", "people",
	    {"/view/query/@of", "people"}, {"/view/query/@shown", "1"},
	    {"/view/query/filter/@label", "Math\u00e9matiques"},
	    {"/view/facet[@key='group']/value[1]/@label", "Math\u00e9matiques"},
	    {"/view/facet[@key='group']/value[2]/@href",
		"/?group=maths,trees&lang=fr"},
	    {"count(/view/query/choice)", "0"});
	world_end(&w);
}
END_TEST

START_TEST(the_frame_names_who_is_on_the_page)
{
	struct world w;

	begin(&w, "");
	WORLD_CK_VIEW(&w, "/?letter=b", "", {"/view/listed/@n", "1"},
	    {"/view/listed/person/name", "Ada Berg"},
	    {"/view/sections/section[@current]/@id", "people"},
	    {"count(/view/sections/section)", "4"},
	    {"/view/sections/section[2]/@href", "/publications"},
	    {"//alternate[@section='news'][2]/@href", "/news.atom"},
	    {"/view/@people", "/"}, {"count(/view/person)", "0"});
	world_end(&w);
}
END_TEST

START_TEST(papers_of_all_belong_to_their_owners)
{
	struct world w;

	begin(&w, "");
	WORLD_CK_VIEW(&w, "/publications", "items 0",
	    {"count(/items/publication)", "1"},
	    {"/items/publication/@id", "ada.p1"},
	    {"/items/publication/@href", "/ada/publications/p1"},
	    {"count(/items/publication/@selected)", "0"},
	    {"count(/items/publication/note)", "0"},
	    {"/items/publication/keyword/@href", "/publications?keyword=leaf"},
	    {"count(//author/@self)", "0"}, {"//author[1]/@href", "/ada/"},
	    {"//author[2]/@href", "/bo/"},
	    {"//author[3]/@href", "https://zoe.example/"});
	WORLD_CK_VIEW(&w, "/publications?person=ada&keyword=leaf&lang=fr",
	    "publications", {"//filter[@key='person']/@label", "Ada Mont"},
	    {"count(//filter[@key='person']/@xml:lang)", "0"},
	    {"//filter[@key='keyword']/@xml:lang", "en"});
	WORLD_CK_VIEW(&w, "/ada/publications", "items 0",
	    {"/items/publication/@selected", "true"},
	    {"/items/publication/@id", "p1"},
	    {"/items/publication/note", "Mine"}, {"//author[1]/@self", "true"},
	    {"//author[2]/@href", "/bo/"});
	world_end(&w);
}
END_TEST

/* A paper of one DOI, with what is said of its authors. */
#define SHARED(id, parts, authors)                                             \
	"<profile version='1' xml:lang='en'><person><name>" id                 \
	"</name></person><people><person id='bo'><name>Bo</name></person>"     \
	"</people><publications><publication id='p' type='book' "              \
	"date='2024'><title>T</title><authors>" authors                        \
	"</authors><identifier type='doi'>10.1/x</identifier>" parts           \
	"</publication></publications></profile>"

START_TEST(everybody_who_lists_a_paper_is_linked_from_it)
{
	struct world w;

	begin(&w, "");
	put_file(w.data.buf, "people/cy.xml",
	    SHARED("Cy", "<pages>1</pages>",
		"<author>D. Ek</author><author self='true'>C. Y.</author>"
		"<author>E. Fox</author><author person='bo'>B</author>"));
	put_file(w.data.buf, "people/dag.xml",
	    SHARED("Dag", "",
		"<author self='true'>Dag</author><author>Cy</author>"
		"<author>E</author><author>B</author>"));
	/* one author less: nobody knows which place is which */
	put_file(w.data.buf, "people/eve.xml",
	    SHARED("Eve", "",
		"<author>D</author><author>C</author>"
		"<author self='true'>E. Fox</author>"));
	/* this cannot be: the list that is shown says who the last one is */
	put_file(w.data.buf, "people/flo.xml",
	    SHARED("Flo", "",
		"<author>D</author><author>C</author><author>E</author>"
		"<author self='true'>F</author>"));
	set_time(w.data.buf, "people", w.now_ms);
	free(world_get(&w, "/"));
	WORLD_CK_VIEW(&w, "/publications?person=dag", "items 0",
	    {"count(/items/publication)", "1"}, {"count(//author)", "4"},
	    {"//author[1]", "D. Ek"}, {"//author[1]/@href", "/dag/"},
	    {"//author[2]/@href", "/cy/"}, {"count(//author[3]/@href)", "0"},
	    {"//author[4]/@href", "/bo/"});
	world_end(&w);
}
END_TEST

START_TEST(equal_keys_of_different_papers_are_told_apart)
{
	struct world w;

	begin(&w, "");
	put_file(w.data.buf, "people/zoe.xml",
	    "<profile version='1' xml:lang='en'><person><name>Zoe</name>"
	    "</person><publications><publication id='p1' type='book' "
	    "date='2023'><title>Q</title><authors><author self='true'/>"
	    "</authors></publication></publications></profile>");
	set_time(w.data.buf, "people", w.now_ms);
	free(world_get(&w, "/"));
	WORLD_CK_VIEW(&w, "/publications.bib", "items",
	    {"count(/items/publication)", "2"},
	    {"/items/publication[1]/@id", "ada.p1"},
	    {"/items/publication[2]/@id", "zoe.p1"},
	    {"/items/publication[2]/@owner", "zoe"});
	world_end(&w);
}
END_TEST

START_TEST(news_of_all_say_whose_they_are)
{
	struct world w;

	begin(&w, "");
	WORLD_CK_VIEW(&w, "/news?lang=fr", "items 0",
	    {"count(/items/entry)", "1"},
	    {"/items/entry/@href", "/ada/blog?lang=fr"},
	    {"/items/entry/@home", "/ada/"}, {"/items/entry/@section", "blog"},
	    {"/items/entry/person/@href", "/ada/?lang=fr"},
	    {"/items/entry/person/name", "Ada Mont"},
	    {"/items/entry/item/ref/@href", "/ada/publications/p1?lang=fr"});
	WORLD_CK_VIEW(&w, "/news.rss", "",
	    {"count(/view/news/entry/item)", "1"},
	    {"/view/news/entry/item/@rfc822", "Wed, 01 May 2024 00:00:00 GMT"},
	    {"/view/page/@self", "https://example.org/news.rss"});
	world_end(&w);
}
END_TEST

/* Somebody with news of this text, and a paper that is called p1. */
#define NEWS(name, title, text)                                                \
	"<profile version='1' xml:lang='en'><person><name>" name               \
	"</name></person><news><item date='2024-05-01'>" text                  \
	"</item></news><publications><publication id='p1' type='book' "        \
	"date='2024'><title>" title "</title><authors><author "                \
	"self='true'/></authors></publication></publications></profile>"
#define IT "<ref publication='p1'>it</ref>"

START_TEST(equal_news_of_several_are_one_item)
{
	static const struct {
		const char *name;
		const char *xml;
	} files[] = {
	    {"people/cy.xml", NEWS("Cy", "P", "Won \n" IT)},
	    /* it is another paper that is called p1 here */
	    {"people/dag.xml", NEWS("Dag", "Q", "Won " IT)},
	    {"people/eve.xml", NEWS("Eve", "P", "Lost " IT)},
	    {"people/flo.xml", NEWS("Flo", "P", "Won <a href='/x'>it</a>")},
	    {"people/gus.xml", NEWS("Gus", "P", "Won <a href='/x'>it</a>")},
	    {"people/hal.xml", NEWS("Hal", "P", "Won <a href='/y'>it</a>")},
	};
	struct world w;

	begin(&w, "");
	for (size_t i = 0; i < ARRAY_SIZE(files); i++)
		put_file(w.data.buf, files[i].name, files[i].xml);
	set_time(w.data.buf, "people", w.now_ms);
	free(world_get(&w, "/"));
	WORLD_CK_VIEW(&w, "/news", "items 0", {"count(/items/entry)", "5"},
	    {"count(/items/entry[count(person)=2])", "2"},
	    {"//person[@id='ada']/following-sibling::person/@id", "cy"},
	    {"//person[@id='flo']/following-sibling::person/@id", "gus"});
	WORLD_CK_VIEW(&w, "/news?person=cy", "items 0",
	    {"count(/items/entry)", "1"},
	    {"/items/entry/person[2]/name", "Cy"});
	world_end(&w);
}
END_TEST

START_TEST(search_engines_are_told_of_pages_of_many)
{
	struct world w;

	begin(&w, "");
	WORLD_CK_VIEW(&w, "/sitemap-pages.xml", "",
	    {"count(//url[@loc='https://example.org/'])", "1"},
	    {"count(//url[@loc='https://example.org/publications'])", "1"},
	    {"count(//url[@loc='https://example.org/groups/trees'])", "1"});
	WORLD_CK_VIEW(&w, "/opensearch.xml", "",
	    {"/view/page/@list", "https://example.org/publications"});
	world_end(&w);
}
END_TEST

START_TEST(with_somebody_at_home_the_lists_move_aside)
{
	struct world w;

	begin(&w, "home='ada'");
	WORLD_CK_VIEW(&w, "/people", "items 0", {"/items/person[1]/@href", "/"},
	    {"/items/person[2]/@href", "/bo/"});
	WORLD_CK_VIEW(&w, "/people/publications", "items 0",
	    {"/items/publication/@href", "/publications/p1"});
	WORLD_CK_VIEW(&w, "/", "", {"/view/@people", "/people"});
	world_end(&w);
}
END_TEST

START_TEST(pages_of_many_are_served)
{
	static const struct {
		const char *uri;
		const char *want;
	} cases[] = {
	    {"/", "<a href=\"/ada/\">Ada Berg</a>"},
	    {"/groups/maths", "<a href=\"/groups/trees\">Trees 1</a>"},
	    {"/groups/maths", "<li id=\"ada.p1\">P</li>"},
	    {"/groups/trees/news", "Location: /news?group=trees\r\n"},
	    {"/groups/trees/news?lang=fr",
		"Location: /news?group=trees&lang=fr\r\n"},
	    {"/?page=2", "404 Not Found"},
	    {"/?role=king", "400 Bad Request"},
	    {"/?year=2024", "Location: /\r\n"},
	};
	struct world w;

	begin(&w, "");
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char *got = world_get(&w, cases[i].uri);

		ck_assert_msg(strstr(got, cases[i].want) != NULL,
		    "%s has no %s: %s", cases[i].uri, cases[i].want, got);
		free(got);
	}
	world_end(&w);
}
END_TEST

START_TEST(who_comes_and_goes_changes_pages_that_link_to_them)
{
	struct world w;
	char *pages[2];
	char *etags[2];

	begin(&w, "");
	for (size_t i = 0; i < ARRAY_SIZE(pages); i++) {
		pages[i] = world_get(&w, "/ada/");
		etags[i] = header_of(pages[i], "ETag");
		put_file(w.data.buf, "people/zoe.xml", BO);
		set_time(w.data.buf, "people", w.now_ms);
	}
	ck_assert_str_ne(etags[0], etags[1]);
	for (size_t i = 0; i < ARRAY_SIZE(pages); i++) {
		free(pages[i]);
		free(etags[i]);
	}
	world_end(&w);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    people_stand_in_their_list_with_roles_and_groups,
	    the_frame_names_who_is_on_the_page,
	    papers_of_all_belong_to_their_owners,
	    everybody_who_lists_a_paper_is_linked_from_it,
	    equal_keys_of_different_papers_are_told_apart,
	    news_of_all_say_whose_they_are,
	    equal_news_of_several_are_one_item,
	    search_engines_are_told_of_pages_of_many,
	    with_somebody_at_home_the_lists_move_aside,
	    pages_of_many_are_served,
	    who_comes_and_goes_changes_pages_that_link_to_them,
	    NULL,
	};

	return run_tests("many", tests);
}

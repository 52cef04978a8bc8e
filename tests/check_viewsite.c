/* SPDX-License-Identifier: MIT */
/* check_viewsite.c - tests of view.h: files for robots and browsers. */
#include <libxml/tree.h>

#include "view.h"
#include "world.h"

#define ADA                                                                    \
	PROFILE("<publications><publication id='a' type='book' date='2023'>"   \
		"<title>T</title><authors><author>B</author></authors>"        \
		"</publication></publications><section id='\u00fcber'>"        \
		"<heading>H</heading></section>")

static struct page
page_of(struct world *w, enum format_of of, const char *suffix)
{
	return (struct page){.kind = "feed",
	    .lang = "en",
	    .base = "/x/",
	    .statics = "/x/static/",
	    .path = "/x/file",
	    .format = format_named(of, suffix),
	    .site = store_site(w->program.store)};
}

static void
begin(struct world *w, const char *site)
{
	world_begin(w);
	put_file(w->data.buf, "people/ada.xml", ADA);
	if (site != NULL)
		put_file(w->data.buf, "site.xml", site);
}

/* What the file of this name gets. */
static void
ck_site(
    struct world *w, const char *name, const struct path_case *cases, size_t n)
{
	struct page pg = page_of(w, FORMAT_OF_SITE, name);

	ck_paths(view_site(&pg, w->program.store), cases, n);
}

START_TEST(one_person_has_all_pages_in_one_list)
{
	static const struct path_case cases[] = {
	    {"/view/url[1]/@loc", "https://example.org/"},
	    {"count(/view/url[@loc = 'https://example.org/cv'])", "1"},
	    {"count(/view/url[@loc = 'https://example.org/publications/a'])",
		"1"},
	    {"count(/view/url[@loc = 'https://example.org/%C3%BCber'])", "1"},
	    {"count(/view/url)", "5"},
	    {"count(/view/map)", "0"},
	};
	struct world w;

	begin(&w, NULL);
	world_open(&w);
	ck_site(&w, "sitemap.xml", cases, ARRAY_SIZE(cases));
	world_end(&w);
}
END_TEST

START_TEST(each_of_many_has_a_list_and_so_has_the_site)
{
	static const struct path_case maps[] = {
	    {"count(/view/url)", "0"},
	    {"count(/view/map)", "3"},
	    {"/view/map[1]/@loc", "https://example.org/sitemap-pages.xml"},
	    {"/view/map[2]/@loc", "https://example.org/ada.sitemap.xml"},
	    {"/view/map[3]/@loc", "https://example.org/bo.sitemap.xml"},
	};
	static const struct path_case pages[] = {
	    {"/view/url[1]/@loc", "https://example.org/"},
	    {"count(/view/url[@loc = 'https://example.org/publications'])",
		"1"},
	    {"count(/view/url[@loc = 'https://example.org/groups/g'])", "1"},
	    {"count(/view/url[contains(@loc, 'ada')])", "0"},
	};
	struct world w;

	begin(&w,
	    "<site version='1' base-url='https://example.org/'><name>S</name>"
	    "<group id='g'><name>G</name></group></site>");
	put_file(w.data.buf, "people/bo.xml", NAMED("Bo Li"));
	world_open(&w);
	ck_site(&w, "sitemap.xml", maps, ARRAY_SIZE(maps));
	ck_site(&w, "sitemap-pages.xml", pages, ARRAY_SIZE(pages));
	world_end(&w);
}
END_TEST

START_TEST(a_persons_list_has_the_persons_pages)
{
	static const struct path_case cases[] = {
	    {"/view/url[1]/@loc", "https://example.org/bo/"},
	    {"/view/url[2]/@loc", "https://example.org/bo/cv"},
	    {"count(/view/url)", "2"},
	};
	struct world w;
	struct page pg;

	begin(&w, NULL);
	put_file(w.data.buf, "people/bo.xml", NAMED("Bo Li"));
	world_open(&w);
	pg = page_of(&w, FORMAT_OF_PAGES, ".sitemap.xml");
	pg.profile = store_profile(w.program.store, "bo");
	ck_paths(view_pages(&pg), cases, ARRAY_SIZE(cases));
	world_end(&w);
}
END_TEST

/* With ten thousand people it would take their memory. */
START_TEST(robots_are_told_what_to_do_without_reading_anybody)
{
	static const struct path_case cases[] = {
	    {"count(/view/url | /view/map)", "0"},
	    {"/view/site/@base-url", "https://example.org/"},
	};
	struct world w;

	begin(&w, NULL);
	world_open(&w);
	ck_site(&w, "robots.txt", cases, ARRAY_SIZE(cases));
	world_end(&w);
}
END_TEST

START_TEST(a_search_of_the_site_is_that_of_who_is_at_home)
{
	static const struct path_case cases[] = {
	    {"/view/page/@list", "https://example.org/publications"},
	};
	struct world w;

	begin(&w, NULL);
	world_open(&w);
	ck_site(&w, "opensearch.xml", cases, ARRAY_SIZE(cases));
	world_end(&w);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    one_person_has_all_pages_in_one_list,
	    each_of_many_has_a_list_and_so_has_the_site,
	    a_persons_list_has_the_persons_pages,
	    robots_are_told_what_to_do_without_reading_anybody,
	    a_search_of_the_site_is_that_of_who_is_at_home,
	    NULL,
	};

	return run_tests("viewsite", tests);
}

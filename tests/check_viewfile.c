/* SPDX-License-Identifier: MIT */
/* check_viewfile.c - tests of view.h: what feeds and files are made from. */
#include "sample.h"
#include "view.h"

#define PUB(id, date)                                                          \
	"<publication id='" id "' type='book' date='" date "'><title>" id      \
	"</title><authors><author>B</author></authors></publication>"

static const char full[] =
    "<profile version='1' updated='2024-04-01'><person><name>Ada</name>"
    "</person><news><item id='n' date='2024'>x</item></news>"
    "<publications><heading>Papers</heading>" PUB("a", "2023-07")
	PUB("b", "2022-01-02")
	    PUB("c.1", "1969") "</publications><awards><award id='w' "
			       "date='2020'><title>Prize</title>"
			       "</award></awards><section "
			       "id='\u00fcber'><heading>H</heading></section>"
			       "</profile>";

static void
open_sample(struct sample *s, const char *qs)
{
	sample_open(s, full, qs);
	s->page.kind = "feed";
	s->page.section = profile_section(s->profile, "publications");
}

START_TEST(a_file_says_what_it_is_of_and_leaves_the_items_to_their_slot)
{
	static const struct path_case cases[] = {
	    {"/view/@section", "publications"},
	    {"/view/person/@id", "ada"},
	    {"/view/publications/@n", "3"},
	    {"/view/publications/heading", "Papers"},
	    {"count(//publication)", "0"},
	    {"/view/page/@self", "https://example.org/publications.rss?q=x"},
	    /* as new as the newest, as exact as that is known */
	    {"/view/page/@date", "2023-07"},
	    {"/view/page/@rfc3339", "2023-07-01T00:00:00Z"},
	};
	struct sample s;

	open_sample(&s, "");
	s.page.base = "/x/";
	s.page.path = "/x/publications.rss?q=x";
	ck_paths(view_export(&s.page), cases, ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

START_TEST(a_file_is_as_new_as_what_is_in_it)
{
	static const struct {
		const char *qs;
		const char *date;
	} cases[] = {
	    {"year=2022", "2022-01-02"},
	    {"year=-2000", "1969"},
	    {"year=1800", ""},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct sample s;
		xmlDoc *doc;

		open_sample(&s, cases[i].qs);
		doc = view_export(&s.page);
		ck_xpath(doc, "/view/page/@date", cases[i].date);
		xmlFreeDoc(doc);
		sample_close(&s);
	}
}
END_TEST

START_TEST(items_of_a_file_have_the_dates_of_feeds)
{
	static const struct path_case cases[] = {
	    {"//publication[1]/@rfc3339", "2023-07-01T00:00:00Z"},
	    {"//publication[3]/@rfc822", "Wed, 01 Jan 1969 00:00:00 GMT"},
	};
	struct sample s;

	open_sample(&s, "");
	s.page.format = format_find(FORMAT_OF_PUBLICATIONS, "x.rss");
	ck_paths(view_items(&s.page, 0, 3), cases, ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

START_TEST(a_card_has_the_person_and_what_says_who_it_is)
{
	static const struct path_case cases[] = {
	    {"/view/person/name", "Ada"},
	    {"/view/awards/award/title", "Prize"},
	    {"count(/view/news | /view/publications)", "0"},
	};
	struct sample s;

	open_sample(&s, "");
	ck_paths(view_person(&s.page), cases, ARRAY_SIZE(cases));
	sample_close(&s);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_file_says_what_it_is_of_and_leaves_the_items_to_their_slot,
	    a_file_is_as_new_as_what_is_in_it,
	    items_of_a_file_have_the_dates_of_feeds,
	    a_card_has_the_person_and_what_says_who_it_is,
	    NULL,
	};

	return run_tests("viewfile", tests);
}

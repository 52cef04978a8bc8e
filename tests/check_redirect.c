/* SPDX-License-Identifier: MIT */
/* check_redirect.c - tests of serve.h: every page has one address. */
#include <stdlib.h>
#include <string.h>

#include "world.h"

static const char *const pages[] = {
    "/",
    "/news",
    "/cv",
    "/bo/",
    "/bo/news",
    "/publications",
    "/publications/a",
    "/%C3%BCber",
    "/news?lang=fr",
    "/publications?lang=fr",
    "/publications?year=2023",
    "/publications?year=2023,2024",
    "/publications?q=Title%20a&type=book&sort=title",
    "/publications?page=2&per=1",
    "/cv?year=2024",
    "/?sort=title",
};

START_TEST(a_page_names_the_address_that_it_has)
{
	struct world w;

	world_begin_two(&w);
	world_open(&w);
	for (size_t i = 0; i < ARRAY_SIZE(pages); i++) {
		char *page = world_get(&w, pages[i]);
		struct strbuf link;

		strbuf_init(&link);
		strbuf_puts(
		    &link, "rel=\"canonical\" href=\"https://example.org");
		for (const char *s = pages[i]; *s != '\0'; s++)
			if (*s == '&')
				strbuf_puts(&link, "&amp;");
			else
				strbuf_putc(&link, *s);
		strbuf_putc(&link, '"');
		ck_assert_msg(
		    strstr(page, link.buf) != NULL, "%s:\n%s", pages[i], page);
		strbuf_release(&link);
		free(page);
	}
	world_end(&w);
}
END_TEST

static const struct {
	const char *asked;
	const char *location;
} spellings[] = {
    /* the person at home */
    {"/ada/", "/"},
    {"/ada/news", "/news"},
    {"/ada/publications/a?lang=fr", "/publications/a?lang=fr"},
    /* a filtered home page is the filtered list */
    {"/?year=2023", "/publications?year=2023"},
    {"/?q=title", "/publications?q=title"},
    /* who has no list has no filter */
    {"/bo/?year=2023", "/bo/"},
    {"/bo/news?q=unused&utm_source=x", "/bo/news"},
    {"/publications/a?year=2023", "/publications/a"},
    /* order, repetition, case, escapes, empty values, unknown keys */
    {"/publications?type=book&year=2023", "/publications?year=2023&type=book"},
    {"/publications?year=2024,2023&x=y", "/publications?year=2023,2024"},
    {"/publications?year=2023&year=2024", "/publications?year=2023,2024"},
    {"/publications?type=BOOK", "/publications?type=book"},
    {"/publications?sort=Title", "/publications?sort=title"},
    {"/publications?q=title+a&year=", "/publications?q=title%20a"},
    {"/publications?q=title+a+", "/publications?q=title%20a"},
    {"/publications?q=%74itle", "/publications?q=title"},
    {"/publications?q=&year=", "/publications"},
    {"/publications?q=title&year=", "/publications?q=title"},
    {"/publications?&year=2023&", "/publications?year=2023"},
    {"/publications?since=2024", "/publications?year=2024-"},
    /* what is the default anyway says nothing */
    {"/publications?lang=en&sort=year&page=1", "/publications"},
    {"/publications?lang=xx", "/publications"},
    {"/publications?page=2", "/publications?page=2&per=50"},
    {"/news?lang=en", "/news"},
    {"/bo/?lang=en", "/bo/"},
    {"/publications/a?type=book&lang=fr", "/publications/a?lang=fr"},
    /* the path */
    {"/publications/", "/publications"},
    {"//publications", "/publications"},
    {"/publications//a", "/publications/a"},
    {"/%6eews", "/news"},
};

START_TEST(any_other_spelling_leads_there)
{
	struct world w;

	world_begin_two(&w);
	world_open(&w);
	for (size_t i = 0; i < ARRAY_SIZE(spellings); i++) {
		char *page = world_get(&w, spellings[i].asked);
		char *status = header_of(page, "Status");
		char *location = header_of(page, "Location");
		char *kept = header_of(page, "Cache-Control");

		ck_assert_msg(strcmp(location, spellings[i].location) == 0,
		    "%s: %s", spellings[i].asked, page);
		ck_assert_str_eq(status, "301 Moved Permanently");
		ck_assert_str_eq(
		    kept, "public, max-age=60, stale-if-error=86400");
		free(page);
		free(status);
		free(location);
		free(kept);
	}
	world_end(&w);
}
END_TEST

/* Nobody is sent to a page that is not there. */
START_TEST(without_the_person_at_home_the_front_leads_to_the_others)
{
	static const struct {
		bool others;
		const char *front;
		const char *list;
	} cases[] = {
	    {true, "301 Moved Permanently", "200 OK"},
	    {false, "404 Not Found", "404 Not Found"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct world w;
		char *page;

		world_begin_two(&w);
		put_file(w.data.buf, "people/ada.xml", "broken");
		if (!cases[i].others)
			remove_file(w.data.buf, "people/bo.xml");
		world_open(&w);
		page = world_get(&w, "/");
		ck_header(page, "Status", cases[i].front);
		ck_header(page, "Location", cases[i].others ? "/people" : "");
		free(page);
		page = world_get(&w, "/people");
		ck_header(page, "Status", cases[i].list);
		free(page);
		world_end(&w);
	}
}
END_TEST

/* Some write escapes in small letters; a redirect would never end. */
START_TEST(what_a_server_in_front_may_insist_on_is_let_be)
{
	struct world w;
	char *location;
	char *page;

	world_begin_two(&w);
	world_open(&w);
	page = world_get(&w, "/%c3%bcber");
	location = header_of(page, "Location");
	ck_assert_str_eq(location, "");
	free(location);
	free(page);
	world_end(&w);
}
END_TEST

/* It is the same page, which names one address. */
START_TEST(blanks_may_be_spelt_as_forms_do)
{
	static const char *const uris[] = {
	    "/publications?q=title%20a", "/publications?q=title+a"};
	char *etags[ARRAY_SIZE(uris)];
	struct world w;

	world_begin_two(&w);
	world_open(&w);
	for (size_t i = 0; i < ARRAY_SIZE(uris); i++) {
		char *page = world_get(&w, uris[i]);
		char *status = header_of(page, "Status");

		etags[i] = header_of(page, "ETag");
		ck_assert_str_eq(status, "200 OK");
		ck_assert_ptr_nonnull(
		    strstr(page, "rel=\"canonical\" href=\"https://example.org"
				 "/publications?q=title%20a\""));
		free(status);
		free(page);
	}
	ck_assert_str_eq(etags[0], etags[1]);
	free(etags[0]);
	free(etags[1]);
	world_end(&w);
}
END_TEST

/* Who has subscribed to a file shall not be sent elsewhere. */
START_TEST(files_answer_to_any_spelling)
{
	static const char *const uris[] = {"/news.rss?utm_source=x",
	    "/publications.bib?type=book&year=2023", "/ada/news.rss",
	    "/publications/a.bib?x=y"};
	struct world w;

	world_begin_two(&w);
	world_open(&w);
	for (size_t i = 0; i < ARRAY_SIZE(uris); i++) {
		char *page = world_get(&w, uris[i]);
		char *status = header_of(page, "Status");

		ck_assert_msg(
		    strncmp(status, "200", 3) == 0, "%s: %s", uris[i], page);
		free(status);
		free(page);
	}
	world_end(&w);
}
END_TEST

static const struct {
	const char *uri;
	bool listed;
} for_robots[] = {
    {"/publications", true},
    {"/publications?year=2023", true},
    {"/publications?year=2023&type=book", false},
    {"/publications?type=book", true},
    /* whoever has put that into a link: it is not ours */
    {"/publications?author=buy-pills", false},
    {"/cv?year=1066", false},
    {"/bo/", true},
};

START_TEST(combinations_and_empty_lists_are_not_for_robots)
{
	struct world w;

	world_begin_two(&w);
	world_open(&w);
	for (size_t i = 0; i < ARRAY_SIZE(for_robots); i++) {
		char *page = world_get(&w, for_robots[i].uri);
		bool listed = strstr(page, "noindex") == NULL;

		ck_assert_msg(strncmp(page, "Status: 200", 11) == 0 &&
				  listed == for_robots[i].listed,
		    "%s: %s", for_robots[i].uri, page);
		free(page);
	}
	world_end(&w);
}
END_TEST

START_TEST(what_does_not_fit_when_spelt_as_it_should_be_is_414)
{
	struct strbuf uri;
	struct world w;
	char *status;
	char *page;

	world_begin_two(&w);
	world_open(&w);
	strbuf_init(&uri);
	strbuf_puts(&uri, "/publications?q=");
	for (int i = 0; i < 80; i++)
		strbuf_puts(&uri, "\u89c6");
	for (int k = 0; k < 4; k++) {
		strbuf_puts(&uri, "&keyword=");
		strbuf_putc(&uri, (char)('a' + k));
		for (int i = 0; i < 80; i++)
			strbuf_puts(&uri, "\u89c6");
	}
	page = world_get(&w, uri.buf);
	status = header_of(page, "Status");
	ck_assert_str_eq(status, "414 URI Too Long");
	free(status);
	free(page);
	strbuf_release(&uri);
	world_end(&w);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_page_names_the_address_that_it_has,
	    any_other_spelling_leads_there,
	    without_the_person_at_home_the_front_leads_to_the_others,
	    what_a_server_in_front_may_insist_on_is_let_be,
	    blanks_may_be_spelt_as_forms_do,
	    files_answer_to_any_spelling,
	    combinations_and_empty_lists_are_not_for_robots,
	    what_does_not_fit_when_spelt_as_it_should_be_is_414,
	    NULL,
	};

	return run_tests("redirect", tests);
}

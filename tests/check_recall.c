/* SPDX-License-Identifier: MIT */
/* check_recall.c - tests of recall.h: answers that were given before. */
#include <stdlib.h>
#include <string.h>

#include "world.h"

#define NEWS(text) "<news><item id='n1' date='2024'>" text "</item></news>"
#define ADA(text)                                                              \
	PROFILE(NEWS(                                                          \
	    text) "<publications><publication id='a' type='book' date='2023'>" \
		  "<title>T</title><authors><author>B</author></authors>"      \
		  "</publication></publications>")
#define BO(text)                                                               \
	"<profile version='1'><person><name>Bo Li</name></person>" NEWS(       \
	    text) "</profile>"
#define FAILS                                                                  \
	"<xsl:stylesheet version='1.0' "                                       \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"                    \
	"<xsl:template match='/'><xsl:message terminate='yes'>stop"            \
	"</xsl:message></xsl:template></xsl:stylesheet>"

static void
begin(struct world *w)
{
	world_begin(w);
	put_file(w->data.buf, "people/ada.xml", ADA("Hello"));
	put_file(w->data.buf, "people/bo.xml", BO("Moved"));
	world_open(w);
}

/* How many pages the request made anew, and was good for. */
static size_t
made(struct world *w, const char *uri)
{
	size_t before = pagecache_puts(w->program.pages);

	free(world_get(w, uri));
	return pagecache_puts(w->program.pages) - before;
}

static const char *const uris[] = {"/", "/news", "/publications", "/cv",
    "/publications?year=2023", "/publications/a", "/news.rss",
    "/publications.bib", "/bo/", "/bo/news", "/?lang=fr"};

START_TEST(the_second_answer_is_the_first_one)
{
	static const char *const methods[] = {"GET", "HEAD"};
	struct world w;

	for (size_t m = 0; m < ARRAY_SIZE(methods); m++)
		for (size_t i = 0; i < ARRAY_SIZE(uris); i++) {
			const struct ask ask = {
			    .uri = uris[i], .method = methods[m]};
			char *first;
			char *second;

			begin(&w);
			first = world_ask(&w, ask);
			ck_assert_uint_eq(pagecache_puts(w.program.pages), 1);
			second = world_ask(&w, ask);
			ck_assert_uint_eq(pagecache_puts(w.program.pages), 1);
			ck_assert_str_eq(first, second);
			free(first);
			free(second);
			world_end(&w);
		}
}
END_TEST

START_TEST(one_page_serves_all_methods_and_conditions)
{
	struct world w;
	char *get;
	char *head;
	char *etag;
	char *page;

	begin(&w);
	head = world_ask(&w, (struct ask){.uri = "/news", .method = "HEAD"});
	get = world_get(&w, "/news");
	ck_assert_uint_eq(pagecache_puts(w.program.pages), 1);
	ck_assert_int_eq(strncmp(get, head, strlen(head)), 0);
	ck_assert_str_eq(body_of(head), "");
	ck_assert_str_ne(body_of(get), "");
	etag = header_of(get, "ETag");
	page =
	    world_ask(&w, (struct ask){.uri = "/news", .if_none_match = etag});
	ck_assert_int_eq(strncmp(page, "Status: 304", 11), 0);
	ck_assert_ptr_nonnull(strstr(page, "Cache-Control: public"));
	ck_assert_ptr_null(strstr(page, "\nContent-Type"));
	ck_assert_ptr_null(strstr(page, "Content-Length"));
	ck_assert_str_eq(body_of(page), "");
	free(page);
	free(etag);
	free(head);
	free(get);
	world_end(&w);
}
END_TEST

START_TEST(an_edit_makes_anew_what_depends_on_it_and_nothing_else)
{
	struct world w;

	begin(&w);
	for (size_t i = 0; i < ARRAY_SIZE(uris); i++)
		ck_assert_uint_eq(made(&w, uris[i]), 1);
	put_file(w.data.buf, "people/bo.xml", BO("Moved again"));
	for (size_t i = 0; i < ARRAY_SIZE(uris); i++)
		ck_assert_uint_eq(
		    made(&w, uris[i]), strncmp(uris[i], "/bo/", 4) == 0);
	put_file(w.data.buf, "people/ada.xml", ADA("Hullo"));
	for (size_t i = 0; i < ARRAY_SIZE(uris); i++)
		ck_assert_uint_eq(
		    made(&w, uris[i]), strncmp(uris[i], "/bo/", 4) != 0);
	for (size_t i = 0; i < ARRAY_SIZE(uris); i++)
		ck_assert_uint_eq(made(&w, uris[i]), 0);
	world_end(&w);
}
END_TEST

START_TEST(what_all_pages_are_made_of_makes_all_anew)
{
	static const char *const names[] = {"data/site.xml",
	    "share/xslt/lib/x.xsl", "share/xslt/strings/en.xml"};
	static const char *const texts[] = {
	    "<site version='1' base-url='https://example.com/' home='ada'>"
	    "<name>S</name></site>",
	    "<x/>", "<strings lang='en'><s key='x'>y</s></strings>"};
	struct world w;

	begin(&w);
	made(&w, "/news");
	made(&w, "/bo/");
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		put_file(w.dir, names[i], texts[i]);
		ck_assert_uint_eq(made(&w, "/news"), 1);
		ck_assert_uint_eq(made(&w, "/bo/"), 1);
	}
	world_end(&w);
}
END_TEST

START_TEST(an_edit_shows_and_a_broken_one_does_not)
{
	struct world w;
	char *page;

	begin(&w);
	free(world_get(&w, "/news"));
	put_file(w.data.buf, "people/ada.xml", ADA("Hullo"));
	page = world_get(&w, "/news");
	ck_assert_ptr_nonnull(strstr(page, "Hullo"));
	free(page);
	put_file(w.data.buf, "people/ada.xml", "<broken");
	ck_assert_uint_eq(made(&w, "/news"), 0);
	page = world_get(&w, "/news");
	ck_assert_ptr_nonnull(strstr(page, "Hullo"));
	free(page);
	world_end(&w);
}
END_TEST

START_TEST(the_same_address_at_another_place_is_another_page)
{
	struct world w;
	char *at_root;
	char *below;

	begin(&w);
	at_root = world_ask(&w, (struct ask){.uri = "/bo/", .script = ""});
	below = world_ask(&w, (struct ask){.uri = "/bo/", .script = "/bo"});
	ck_assert_ptr_nonnull(strstr(at_root, "Bo Li"));
	ck_assert_ptr_nonnull(strstr(below, "Ada Berg"));
	free(at_root);
	free(below);
	world_end(&w);
}
END_TEST

START_TEST(another_spelling_of_a_file_is_the_same_file)
{
	struct world w;

	begin(&w);
	ck_assert_uint_eq(made(&w, "/publications.bib"), 1);
	ck_assert_uint_eq(made(&w, "/publications.bib?utm_source=x"), 0);
	ck_assert_uint_eq(made(&w, "//publications.bib"), 0);
	/* and a page is still sent to its one address */
	made(&w, "/news");
	char *page = world_get(&w, "//news");
	ck_assert_int_eq(strncmp(page, "Status: 301", 11), 0);
	free(page);
	world_end(&w);
}
END_TEST

START_TEST(errors_and_what_is_no_page_are_not_kept)
{
	static const char *const others[] = {"/nothing", "/news?year=x",
	    "/publications?page=7", "/news/", "/healthz", "/publications/b"};
	struct world w;

	begin(&w);
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		ck_assert_uint_eq(made(&w, others[i]), 0);
	free(world_ask(&w, (struct ask){.uri = "/", .method = "OPTIONS"}));
	free(world_ask(&w, (struct ask){.uri = "/", .method = "POST"}));
	ck_assert_uint_eq(pagecache_bytes(w.program.pages), 0);
	world_end(&w);
}
END_TEST

START_TEST(a_page_with_a_hole_is_not_kept)
{
	struct world w;

	begin(&w);
	put_file(w.dir, "share/xslt/sections/news.xsl", FAILS);
	ck_assert_uint_eq(made(&w, "/news"), 0);
	ck_assert_uint_eq(made(&w, "/"), 0);
	ck_assert_uint_eq(made(&w, "/publications"), 1);
	world_end(&w);
}
END_TEST

START_TEST(a_cache_of_no_size_keeps_nothing)
{
	struct world w;

	world_begin(&w);
	settings_set(&w.settings, SETTING_CACHE, "0");
	world_open(&w);
	ck_assert_uint_eq(made(&w, "/news"), 0);
	ck_assert_uint_eq(made(&w, "/news"), 0);
	ck_assert_uint_eq(pagecache_bytes(w.program.pages), 0);
	world_end(&w);
}
END_TEST

/* A peer that takes `left` pieces. */
static int
take(void *ctx, const char *p, size_t n)
{
	size_t *left = ctx;

	(void)p;
	(void)n;
	return *left > 0 ? (--*left, 0) : -1;
}

static void
put_long_news(struct world *w, size_t n)
{
	struct strbuf news;
	struct strbuf xml;

	strbuf_init(&news);
	strbuf_init(&xml);
	for (size_t i = 0; i < n; i += 10)
		strbuf_puts(&news, "long news ");
	strbuf_printf(&xml, PROFILE("<news><item date='2024'>%s</item></news>"),
	    news.buf);
	put_file(w->data.buf, "people/ada.xml", xml.buf);
	strbuf_release(&news);
	strbuf_release(&xml);
}

START_TEST(a_long_page_is_kept_when_it_has_left_whole)
{
	struct world w;
	char *first;
	char *second;
	char *length;

	world_begin(&w);
	put_long_news(&w, 500000);
	world_open(&w);
	/* not when its peer goes, nor when nobody wants the body */
	for (size_t takes = 0; takes < 2; takes++) {
		size_t left = takes;
		struct sink out = {.write = take, .ctx = &left};

		ck_assert_int_eq(
		    world_serve(&w, (struct ask){.uri = "/news"}, &out), -1);
	}
	free(world_ask(&w, (struct ask){.uri = "/news", .method = "HEAD"}));
	ck_assert_uint_eq(pagecache_puts(w.program.pages), 0);
	first = world_get(&w, "/news");
	ck_assert_uint_eq(pagecache_puts(w.program.pages), 1);
	second = world_get(&w, "/news");
	ck_assert_uint_eq(pagecache_puts(w.program.pages), 1);
	ck_assert_str_eq(body_of(first), body_of(second));
	/* now its length is known */
	length = header_of(second, "Content-Length");
	ck_assert_uint_eq(strtoul(length, NULL, 10), strlen(body_of(second)));
	free(first);
	free(second);
	free(length);
	world_end(&w);
}
END_TEST

START_TEST(what_is_too_long_is_made_each_time)
{
	struct world w;
	char *page;

	world_begin(&w);
	put_long_news(&w, 5000000);
	world_open(&w);
	ck_assert_uint_eq(made(&w, "/news"), 0);
	page = world_get(&w, "/news");
	ck_assert_uint_gt(strlen(page), 5000000);
	free(page);
	ck_assert_uint_eq(pagecache_bytes(w.program.pages), 0);
	world_end(&w);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    the_second_answer_is_the_first_one,
	    one_page_serves_all_methods_and_conditions,
	    an_edit_makes_anew_what_depends_on_it_and_nothing_else,
	    what_all_pages_are_made_of_makes_all_anew,
	    an_edit_shows_and_a_broken_one_does_not,
	    the_same_address_at_another_place_is_another_page,
	    another_spelling_of_a_file_is_the_same_file,
	    errors_and_what_is_no_page_are_not_kept,
	    a_page_with_a_hole_is_not_kept,
	    a_cache_of_no_size_keeps_nothing,
	    a_long_page_is_kept_when_it_has_left_whole,
	    what_is_too_long_is_made_each_time,
	    NULL,
	};

	return run_tests("recall", tests);
}

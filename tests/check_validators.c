/* SPDX-License-Identifier: MIT */
/* check_validators.c - tests of serve.h: what may be kept, and for how long. */
#include <stdlib.h>
#include <string.h>

#include "world.h"

#define XSL(body)                                                              \
	"<xsl:stylesheet version='1.0' "                                       \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"                    \
	"<xsl:output method='html' encoding='UTF-8' indent='no'/>" body        \
	"</xsl:stylesheet>"
#define FAILS                                                                  \
	XSL("<xsl:template match='/'><xsl:message terminate='yes'>stop"        \
	    "</xsl:message></xsl:template>")
#define ADA(text)                                                              \
	PROFILE("<news><item id='n1' date='2024'>" text                        \
		"</item></news><publications><publication id='a' type='book' " \
		"date='2023'><title>T</title><authors><author>B</author>"      \
		"</authors></publication></publications>")
#define SITE_OF(attrs)                                                         \
	"<site version='1' base-url='https://example.org/'" attrs              \
	"><name>S</name></site>"

static void
begin(struct world *w)
{
	world_begin(w);
	put_file(w->data.buf, "people/ada.xml", ADA("Hello"));
	put_file(w->data.buf, "people/bo.xml", NAMED("Bo Li"));
	world_open(w);
}

/* The header of a GET. Owned. */
static char *
get_header(struct world *w, const char *uri, const char *name)
{
	char *page = world_get(w, uri);
	char *value = header_of(page, name);

	free(page);
	return value;
}

/* Has the tag of the page changed since `etag`? Replaces it. */
static bool
has_changed(struct world *w, const char *uri, char **etag)
{
	char *now = get_header(w, uri, "ETag");
	bool changed = *etag == NULL || strcmp(now, *etag) != 0;

	ck_assert_str_ne(now, "");
	free(*etag);
	*etag = now;
	return changed;
}

START_TEST(a_tag_is_the_same_as_long_as_nothing_changes)
{
	char *etag = NULL;
	struct world w;

	begin(&w);
	has_changed(&w, "/", &etag);
	ck_assert(!has_changed(&w, "/", &etag));
	/* times, files that do not count */
	set_time(w.data.buf, "people/ada.xml", NOON_MS + 5);
	put_file(w.data.buf, "people/notes.txt", "x");
	put_file(w.dir, "share/xslt/notes.txt", "x");
	ck_assert(!has_changed(&w, "/", &etag));
	/* somebody else's page */
	put_file(w.data.buf, "people/bo.xml",
	    "<profile version='1'><person><name>Bo</name></person></profile>");
	ck_assert(!has_changed(&w, "/", &etag));
	free(etag);
	world_end(&w);
}
END_TEST

START_TEST(another_process_gives_the_same_tag)
{
	char *etag = NULL;

	for (int i = 0; i < 2; i++) {
		struct world w;

		begin(&w);
		ck_assert_int_eq(has_changed(&w, "/news", &etag), i == 0);
		world_end(&w);
	}
	free(etag);
}
END_TEST

START_TEST(a_tag_changes_with_whatever_the_page_is_made_of)
{
	char *etag = NULL;
	struct world w;

	begin(&w);
	has_changed(&w, "/news", &etag);
	put_file(w.data.buf, "people/ada.xml", ADA("Hullo"));
	ck_assert(has_changed(&w, "/news", &etag));
	put_file(w.data.buf, "site.xml", SITE_OF(" home='ada' max-age='5'"));
	ck_assert(has_changed(&w, "/news", &etag));
	put_file(w.dir, "share/xslt/sections/news.xsl",
	    XSL("<xsl:template match='/'>other</xsl:template>"));
	ck_assert(has_changed(&w, "/news", &etag));
	put_file(w.dir, "share/xslt/strings/en.xml",
	    "<strings lang='en'><s key='x'>y</s></strings>");
	ck_assert(has_changed(&w, "/news", &etag));
	put_file(w.data.buf, "people/ada.xml", "<broken");
	ck_assert(!has_changed(&w, "/news", &etag));
	free(etag);
	world_end(&w);
}
END_TEST

START_TEST(pages_have_different_tags)
{
	static const char *const uris[] = {"/", "/?lang=fr", "/news",
	    "/news?lang=fr", "/news.rss", "/publications",
	    "/publications?year=2023", "/publications.bib", "/bo/",
	    "/publications/a", "/publications?sort=title", "/cv"};
	char *etags[ARRAY_SIZE(uris)];
	struct world w;

	begin(&w);
	for (size_t i = 0; i < ARRAY_SIZE(uris); i++) {
		etags[i] = get_header(&w, uris[i], "ETag");
		ck_assert_str_ne(etags[i], "");
		for (size_t k = 0; k < i; k++)
			ck_assert_msg(strcmp(etags[i], etags[k]) != 0,
			    "%s and %s", uris[i], uris[k]);
	}
	for (size_t i = 0; i < ARRAY_SIZE(uris); i++)
		free(etags[i]);
	world_end(&w);
}
END_TEST

START_TEST(the_list_of_people_changes_with_everybody_in_it)
{
	char *etag = NULL;
	struct world w;

	begin(&w);
	put_file(w.data.buf, "site.xml", SITE_OF(""));
	has_changed(&w, "/", &etag);
	put_file(w.data.buf, "people/ada.xml", ADA("Hullo"));
	ck_assert(has_changed(&w, "/", &etag));
	put_file(w.data.buf, "people/zoe.xml", NAMED("Bo Li"));
	ck_assert(has_changed(&w, "/", &etag));
	free(etag);
	world_end(&w);
}
END_TEST

/* %s is the tag without W/ and quotes. */
static const struct {
	const char *before;
	const char *after; /* NULL: without the tag */
	bool match;
} conditions[] = {
    {"W/\"", "\"", true},
    {"\"", "\"", true},
    {"\"", "-gzip\"", true},
    {"W/\"", "-gzip\"", true},
    {"\"x\", W/\"", "\"", true},
    {"\"a,b\", \"", "\", \"c\"", true},
    {"*", NULL, true},
    {"\"x\"", NULL, false},
    {"", "", false},
    {"\"", "", false},
    {"rubbish", NULL, false},
    {"", NULL, false},
};

START_TEST(who_has_it_already_gets_304_and_nothing_else)
{
	struct world w;
	char *etag;

	begin(&w);
	etag = get_header(&w, "/", "ETag");
	ck_assert_int_eq(strncmp(etag, "W/\"", 3), 0);
	for (size_t i = 0; i < ARRAY_SIZE(conditions); i++) {
		bool with_tag = conditions[i].after != NULL;
		struct strbuf header;
		char *page;

		strbuf_init(&header);
		strbuf_printf(&header, "%s%.*s%s", conditions[i].before,
		    with_tag ? (int)strlen(etag) - 4 : 0, etag + 3,
		    with_tag ? conditions[i].after : "");
		page = world_ask(
		    &w, (struct ask){.uri = "/", .if_none_match = header.buf});
		ck_header(page, "Status",
		    conditions[i].match ? "304 Not Modified" : "200 OK");
		ck_header(page, "ETag", etag);
		ck_header(page, "Cache-Control",
		    "public, max-age=60, stale-if-error=86400");
		ck_assert_int_eq(body_of(page)[0] == '\0', conditions[i].match);
		if (conditions[i].match)
			ck_header(page, "Content-Length", "");
		free(page);
		strbuf_release(&header);
	}
	free(etag);
	world_end(&w);
}
END_TEST

START_TEST(an_old_tag_gets_the_new_page)
{
	struct world w;
	char *etag;
	char *page;

	begin(&w);
	etag = get_header(&w, "/news", "ETag");
	put_file(w.data.buf, "people/ada.xml", ADA("Hullo"));
	page =
	    world_ask(&w, (struct ask){.uri = "/news", .if_none_match = etag});
	ck_header(page, "Status", "200 OK");
	ck_assert_ptr_nonnull(strstr(page, "Hullo"));
	free(etag);
	free(page);
	world_end(&w);
}
END_TEST

START_TEST(the_site_says_how_long_pages_are_kept)
{
	struct world w;
	char *value;

	begin(&w);
	put_file(w.data.buf, "site.xml", SITE_OF(" max-age='3600'"));
	value = get_header(&w, "/", "Cache-Control");
	ck_assert_str_eq(value, "public, max-age=3600, stale-if-error=86400");
	free(value);
	world_end(&w);
}
END_TEST

START_TEST(a_section_that_cannot_be_shown_is_said_and_not_kept)
{
	struct strbuf theme;
	struct world w;
	char *page;

	world_begin(&w);
	strbuf_init(&theme);
	strbuf_printf(&theme, "%s/theme", w.dir);
	put_file(theme.buf, "sections/news.xsl", FAILS);
	put_file(w.data.buf, "people/ada.xml", ADA("Hello"));
	settings_set(&w.settings, SETTING_THEME, theme.buf);
	world_open(&w);
	page = world_get(&w, "/");
	ck_header(page, "Status", "200 OK");
	ck_header(page, "Cache-Control", "no-store");
	ck_header(page, "ETag", "");
	ck_assert_uint_eq(count_of(page, "news cannot be shown"), 1);
	ck_assert_ptr_nonnull(strstr(page, "1 of 1"));
	ck_assert_ptr_nonnull(strstr(page, "<p>the end</p>"));
	ck_assert_ptr_nonnull(
	    strstr(w.lines.buf, "error: sections/news.xsl: stop"));
	free(page);
	put_file(theme.buf, "sections/news.xsl",
	    XSL("<xsl:template match='/'><p>mine</p></xsl:template>"));
	page = world_get(&w, "/");
	ck_assert_ptr_nonnull(strstr(page, "<p>mine</p>"));
	ck_header(
	    page, "Cache-Control", "public, max-age=60, stale-if-error=86400");
	free(page);
	strbuf_release(&theme);
	world_end(&w);
}
END_TEST

START_TEST(a_theme_sheet_that_does_not_compile_costs_nothing_but_a_line)
{
	struct strbuf theme;
	struct world w;
	char *page;

	world_begin(&w);
	strbuf_init(&theme);
	strbuf_printf(&theme, "%s/theme", w.dir);
	put_file(theme.buf, "sections/news.xsl", "<broken");
	put_file(w.data.buf, "people/ada.xml", ADA("Hello"));
	settings_set(&w.settings, SETTING_THEME, theme.buf);
	world_open(&w);
	page = world_get(&w, "/");
	ck_assert_ptr_nonnull(strstr(page, "<li>Hello</li>"));
	ck_header(
	    page, "Cache-Control", "public, max-age=60, stale-if-error=86400");
	ck_assert_ptr_nonnull(strstr(w.lines.buf, theme.buf));
	free(page);
	strbuf_release(&theme);
	world_end(&w);
}
END_TEST

START_TEST(without_a_layout_there_is_still_an_answer)
{
	static const struct {
		const char *uri;
		const char *status;
		const char *body;
	} cases[] = {
	    {"/", "500 Internal Server Error", "Internal Server Error\n"},
	    {"/nothing", "404 Not Found", "Not Found\n"},
	    {"/?year=x", "400 Bad Request", "Bad Request\n"},
	};
	struct world w;

	begin(&w);
	put_file(w.dir, "share/xslt/layout.xsl", FAILS);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char *page = world_get(&w, cases[i].uri);

		ck_header(page, "Status", cases[i].status);
		ck_header(page, "Cache-Control", "no-store");
		ck_header(page, "Content-Type", "text/plain; charset=utf-8");
		ck_header(page, "ETag", "");
		ck_assert_str_eq(body_of(page), cases[i].body);
		free(page);
	}
	world_end(&w);
}
END_TEST

START_TEST(without_a_site_it_is_503_until_there_is_one)
{
	struct world w;
	char *page;

	world_begin(&w);
	put_file(w.data.buf, "site.xml", "<broken");
	put_file(w.data.buf, "people/ada.xml", ADA("Hello"));
	world_open(&w);
	page = world_get(&w, "/");
	ck_header(page, "Status", "503 Service Unavailable");
	ck_header(page, "Retry-After", "10");
	ck_header(page, "Cache-Control", "no-store");
	ck_assert_ptr_nonnull(strstr(page, "error 503"));
	free(page);
	page = world_get(&w, "/healthz");
	ck_header(page, "Status", "503 Service Unavailable");
	free(page);
	put_file(w.data.buf, "site.xml", SITE);
	page = world_get(&w, "/");
	ck_header(page, "Status", "200 OK");
	free(page);
	/* once there was one, there is always one */
	remove_file(w.data.buf, "site.xml");
	page = world_get(&w, "/healthz");
	ck_header(page, "Status", "200 OK");
	free(page);
	world_end(&w);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_tag_is_the_same_as_long_as_nothing_changes,
	    another_process_gives_the_same_tag,
	    a_tag_changes_with_whatever_the_page_is_made_of,
	    pages_have_different_tags,
	    the_list_of_people_changes_with_everybody_in_it,
	    who_has_it_already_gets_304_and_nothing_else,
	    an_old_tag_gets_the_new_page,
	    the_site_says_how_long_pages_are_kept,
	    a_section_that_cannot_be_shown_is_said_and_not_kept,
	    a_theme_sheet_that_does_not_compile_costs_nothing_but_a_line,
	    without_a_layout_there_is_still_an_answer,
	    without_a_site_it_is_503_until_there_is_one,
	    NULL,
	};

	return run_tests("validators", tests);
}

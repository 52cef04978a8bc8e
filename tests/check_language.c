/* SPDX-License-Identifier: MIT */
/* check_language.c - tests of language.h, through whole responses. */
#include <stdlib.h>
#include <string.h>

#include "exchange.h"
#include "world.h"

#define ALWAYS "Accept-Encoding"
#define ALSO "Accept-Encoding, Accept-Language"
#define SITE_OF(attrs)                                                         \
	"<site version='1' base-url='https://example.org/' home='ada' " attrs  \
	"><name>B</name></site>"

static void
begin(struct world *w, const char *site)
{
	world_begin(w);
	put_file(w->share.buf, "xslt/strings/pt-BR.xml",
	    "<strings lang='pt-BR' name='Portugu\u00eas'/>");
	put_file(w->share.buf, "xslt/formats/robots.xsl",
	    "<x:stylesheet version='1.0' "
	    "xmlns:x='http://www.w3.org/1999/XSL/Transform'>"
	    "<x:output method='text'/></x:stylesheet>");
	put_file(w->data.buf, "site.xml", site);
	world_open(w);
}

struct ask_case {
	const char *uri;
	const char *accept;
	const char *want;
};

static char *
ask(struct world *w, const struct ask_case *c)
{
	return world_ask(
	    w, (struct ask){.uri = c->uri, .accept_language = c->accept});
}

/* The language that the head says is that of the page. */
static void
ck_languages(struct world *w, const struct ask_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *page = ask(w, &cases[i]);
		char *got = header_of(page, "Content-Language");
		struct strbuf html;

		strbuf_init(&html);
		strbuf_printf(&html, "<html lang=\"%s\"", cases[i].want);
		ck_assert_msg(strcmp(got, cases[i].want) == 0,
		    "%s for %s: %s, not %s", cases[i].uri, cases[i].accept, got,
		    cases[i].want);
		ck_assert_msg(strstr(page, html.buf) != NULL ||
				  strstr(page, "text/html") == NULL,
		    "%s:\n%s", cases[i].uri, page);
		strbuf_release(&html);
		free(got);
		free(page);
	}
}

START_TEST(the_query_says_the_language_of_every_page)
{
	static const struct ask_case cases[] = {
	    {"/", NULL, "en"},
	    {"/?lang=fr", NULL, "fr"},
	    {"/?lang=pt-BR", NULL, "pt-BR"},
	    {"/news?lang=fr", NULL, "fr"},
	    {"/cv?lang=fr", NULL, "fr"},
	    {"/publications?type=book&lang=fr", NULL, "fr"},
	    {"/news.rss?lang=fr", NULL, "fr"},
	    {"/news.rss?lang=FR-ca", NULL, "fr"},
	    {"/nothing?lang=fr", NULL, "fr"},
	    {"/publications?lang=fr&year=soon", NULL, "fr"},
	    /* nobody asked for this site to follow browsers */
	    {"/", "fr", "en"},
	};
	struct world w;

	begin(&w, SITE_OF(""));
	ck_languages(&w, cases, ARRAY_SIZE(cases));
	world_end(&w);
}
END_TEST

START_TEST(a_language_has_one_spelling)
{
	static const struct {
		const char *attrs;
		const char *uri;
		const char *location;
	} cases[] = {
	    {"", "/?lang=FR", "/?lang=fr"},
	    {"", "/?lang=fr-CA", "/?lang=fr"},
	    {"", "/?lang=pt-br", "/?lang=pt-BR"},
	    {"", "/cv?lang=pt", "/cv?lang=pt-BR"},
	    {"", "/?lang=xx", "/"},
	    {"", "/?lang=", "/"},
	    {"", "/?lang=en", "/"},
	    {"languages='en'", "/?lang=fr", "/"},
	    /* where the browser chooses, it has to be said */
	    {"negotiate='1'", "/?lang=en", ""},
	    {"negotiate='1'", "/?lang=xx", "/"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf site;
		struct world w;
		char *page;
		char *got;

		strbuf_init(&site);
		strbuf_printf(&site,
		    "<site version='1' base-url='https://example.org/' "
		    "home='ada' %s><name>B</name></site>",
		    cases[i].attrs);
		begin(&w, site.buf);
		page = world_get(&w, cases[i].uri);
		got = header_of(page, "Location");
		ck_assert_msg(strcmp(got, cases[i].location) == 0, "%s: \"%s\"",
		    cases[i].uri, got);
		free(got);
		free(page);
		strbuf_release(&site);
		world_end(&w);
	}
}
END_TEST

START_TEST(a_site_may_follow_the_browser)
{
	static const struct ask_case cases[] = {
	    {"/", "fr", "fr"},
	    {"/news", "de, fr;q=0.5, en;q=0.4", "fr"},
	    {"/", "de", "en"},
	    {"/", "*", "en"},
	    {"/", "", "en"},
	    {"/", NULL, "en"},
	    {"/nothing", "fr", "fr"},
	    {"/news.rss", "fr", "fr"},
	    /* what the visitor says comes first */
	    {"/?lang=en", "fr", "en"},
	    {"/?lang=pt-BR", "fr", "pt-BR"},
	};
	struct world w;

	begin(&w, SITE_OF("negotiate='true'"));
	ck_languages(&w, cases, ARRAY_SIZE(cases));
	world_end(&w);
}
END_TEST

START_TEST(a_site_offers_what_it_lists_and_its_own_language)
{
	static const struct ask_case cases[] = {
	    {"/", NULL, "en"},
	    {"/?lang=pt-BR", NULL, "pt-BR"},
	    {"/news.rss?lang=fr", NULL, "en"},
	    {"/", "fr, pt;q=0.1", "pt-BR"},
	};
	struct world w;

	begin(&w, SITE_OF("languages='pt-br de' negotiate='1'"));
	ck_languages(&w, cases, ARRAY_SIZE(cases));
	world_end(&w);
}
END_TEST

START_TEST(a_site_speaks_its_own_language_or_english)
{
	static const struct {
		const char *site;
		struct ask_case ask;
	} cases[] = {
	    {SITE_OF("xml:lang='fr'"), {"/", NULL, "fr"}},
	    {SITE_OF("xml:lang='fr-CH'"), {"/", NULL, "fr"}},
	    {SITE_OF("xml:lang='de'"), {"/", NULL, "en"}},
	    {SITE_OF("xml:lang='fr' languages='pt-BR'"), {"/", NULL, "fr"}},
	    {SITE_OF("xml:lang='fr'"), {"/?lang=en", NULL, "en"}},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct world w;

		begin(&w, cases[i].site);
		ck_languages(&w, &cases[i].ask, 1);
		world_end(&w);
	}
}
END_TEST

/* A cache that heeds Vary keeps a page for each browser: no more than needed.
 */
START_TEST(a_page_varies_only_where_the_browser_chose)
{
	static const struct {
		const char *site;
		struct ask_case ask;
	} cases[] = {
	    {SITE_OF(""), {"/", "fr", ALWAYS}},
	    {SITE_OF("negotiate='false'"), {"/", "fr", ALWAYS}},
	    {SITE_OF("negotiate='true'"), {"/", "fr", ALSO}},
	    {SITE_OF("negotiate='true'"), {"/", NULL, ALSO}},
	    {SITE_OF("negotiate='true'"), {"/news.rss?lang=xx", "fr", ALSO}},
	    {SITE_OF("negotiate='true'"), {"/news.rss", "fr", ALSO}},
	    {SITE_OF("negotiate='true'"), {"/?lang=fr", "fr", ALWAYS}},
	    {SITE_OF("negotiate='true'"), {"/robots.txt", "fr", ALWAYS}},
	    {SITE_OF("negotiate='true' languages='en'"), {"/", "fr", ALWAYS}},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct world w;
		char *page;
		char *got;

		begin(&w, cases[i].site);
		page = ask(&w, &cases[i].ask);
		got = header_of(page, "Vary");
		ck_assert_msg(strcmp(got, cases[i].ask.want) == 0, "%s %s: %s",
		    cases[i].site, cases[i].ask.uri, got);
		free(got);
		free(page);
		world_end(&w);
	}
}
END_TEST

START_TEST(each_language_has_its_own_tag)
{
	struct world w;
	char *tags[3];
	char *page;
	char *vary;

	begin(&w, SITE_OF("negotiate='true'"));
	page = world_get(&w, "/");
	tags[0] = header_of(page, "ETag");
	free(page);
	page = ask(&w, &(struct ask_case){"/", "fr", NULL});
	tags[1] = header_of(page, "ETag");
	free(page);
	page = ask(&w, &(struct ask_case){"/?lang=fr", NULL, NULL});
	tags[2] = header_of(page, "ETag");
	free(page);
	ck_assert_str_ne(tags[0], tags[1]);
	/* its links are others */
	ck_assert_str_ne(tags[1], tags[2]);
	page = world_ask(&w,
	    (struct ask){
		.uri = "/", .accept_language = "fr", .if_none_match = tags[1]});
	ck_assert_ptr_nonnull(strstr(page, "Status: 304"));
	vary = header_of(page, "Vary");
	ck_assert_str_eq(vary, ALSO);
	free(vary);
	free(page);
	for (size_t i = 0; i < ARRAY_SIZE(tags); i++)
		free(tags[i]);
	world_end(&w);
}
END_TEST

/* Views of a page in `site`: what `expr` finds in the frame. */
static void
ck_view(const char *site, const char *uri, const char *expr, const char *want)
{
	const char *q = strchr(uri, '?');
	enum query_key bad;
	struct exchange x;
	struct world w;
	xmlDoc *view;

	begin(&w, site);
	exchange_init(&x, &w.program);
	x.request.base = xstrdup("");
	x.request.path =
	    xstrndup(uri, q != NULL ? (size_t)(q - uri) : strlen(uri));
	x.request.query = xstrdup(q != NULL ? q + 1 : "");
	x.request.accept_language = xstrdup("fr");
	if (exchange_find(&x, &bad) == 0)
		ck_assert_int_eq(exchange_select(&x, &bad), 0);
	else
		exchange_compose(&x, 404, KEY_NONE);
	view = view_frame(&x.page);
	ck_xpath(view, expr, want);
	xmlFreeDoc(view);
	exchange_release(&x);
	world_end(&w);
}

START_TEST(a_page_leads_to_itself_in_other_languages)
{
	static const char plain[] = SITE_OF("");
	static const char follows[] = SITE_OF("negotiate='true'");
	static const struct {
		const char *site;
		const char *uri;
		const char *expr;
		const char *want;
	} cases[] = {
	    {plain, "/", "count(//language)", "3"},
	    {plain, "/", "//language[@current]/@tag", "en"},
	    {plain, "/?lang=fr", "//language[@current]/@tag", "fr"},
	    {plain, "/", "string(//language[@tag='pt-BR'])", "Portugu\u00eas"},
	    {plain, "/", "string(//language[@tag='fr'])", "fr"},
	    {plain, "/cv", "//language[@tag='fr']/@href", "/cv?lang=fr"},
	    {plain, "/cv?lang=fr", "//language[@tag='en']/@href", "/cv"},
	    {plain, "/cv?lang=fr", "//any-language/@href", "/cv"},
	    /* filters and place stay */
	    {plain, "/publications?type=book&per=2&lang=fr",
		"//language[@tag='pt-BR']/@href",
		"/publications?type=book&per=2&lang=pt-BR"},
	    /* where the browser chooses, every choice has to be said */
	    {follows, "/cv", "//language[@current]/@tag", "fr"},
	    {follows, "/cv", "//language[@tag='en']/@href", "/cv?lang=en"},
	    {follows, "/cv", "//any-language/@href", "/cv"},
	    {follows, "/cv", "//page/@canonical", "https://example.org/cv"},
	    {follows, "/cv?lang=fr", "//page/@canonical",
		"https://example.org/cv?lang=fr"},
	    {follows, "/cv?lang=en", "/view/@query", "?lang=en"},
	    {follows, "/cv", "count(/view/@query)", "0"},
	    /* what search engines shall not find has no other languages there
	     */
	    {plain, "/publications?type=book&q=x", "count(//any-language)",
		"0"},
	    {plain, "/publications?type=book", "count(//any-language)", "0"},
	    {plain, "/publications", "count(//any-language)", "1"},
	    {plain, "/publications?lang=fr", "count(//any-language)", "1"},
	    /* nor has what they may not read in them */
	    {plain, "/cv?since=2020", "count(//any-language)", "0"},
	    /* no choice, no page */
	    {SITE_OF("languages='en'"), "/", "count(//language)", "0"},
	    {plain, "/nothing", "count(//language)", "0"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		ck_view(
		    cases[i].site, cases[i].uri, cases[i].expr, cases[i].want);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    the_query_says_the_language_of_every_page,
	    a_language_has_one_spelling,
	    a_site_may_follow_the_browser,
	    a_site_offers_what_it_lists_and_its_own_language,
	    a_site_speaks_its_own_language_or_english,
	    a_page_varies_only_where_the_browser_chose,
	    each_language_has_its_own_tag,
	    a_page_leads_to_itself_in_other_languages,
	    NULL,
	};

	return run_tests("language", tests);
}

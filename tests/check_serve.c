/* SPDX-License-Identifier: MIT */
/* check_serve.c - tests of serve.h: whole responses. */
#include <stdlib.h>
#include <string.h>

#include "world.h"

static void
ck_status(const char *response, const char *what, const char *want)
{
	char *got = header_of(response, "Status");

	ck_assert_msg(strncmp(got, want, strlen(want)) == 0, "%s: %s, not %s",
	    what, got, want);
	free(got);
}

START_TEST(a_page_has_exactly_these_headers)
{
	static const char *const names[] = {"Status", "Content-Type",
	    "Content-Security-Policy", "X-Content-Type-Options",
	    "Referrer-Policy", "Permissions-Policy",
	    "Cross-Origin-Opener-Policy", "ETag", "Vary", "Cache-Control",
	    "Content-Language", "Content-Length"};
	struct strbuf length;
	struct world w;
	char *page;

	world_begin_two(&w);
	world_open(&w);
	strbuf_init(&length);
	page = world_get(&w, "/");
	ck_status(page, "/", "200 OK");
	ck_header(page, "Content-Type", "text/html; charset=utf-8");
	ck_header(page, "X-Content-Type-Options", "nosniff");
	ck_header(
	    page, "Cache-Control", "public, max-age=60, stale-if-error=86400");
	strbuf_printf(&length, "%zu", strlen(body_of(page)));
	ck_header(page, "Content-Length", length.buf);
	ck_assert_ptr_nonnull(strstr(page, "default-src 'none'"));
	ck_assert_ptr_nonnull(strstr(page, "frame-ancestors 'none'"));
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		char *value = header_of(page, names[i]);

		ck_assert_str_ne(value, "");
		free(value);
	}
	/* and no others: nothing says who or what we are */
	*(char *)(uintptr_t)(body_of(page) - 2) = '\0';
	ck_assert_uint_eq(count_of(page, "\r\n"), ARRAY_SIZE(names));
	free(page);
	strbuf_release(&length);
	world_end(&w);
}
END_TEST

static const struct {
	const char *method;
	const char *uri;
	const char *status;
	const char *part; /* of the response */
} answers[] = {
    {"GET", "/", "200", "<h1>Ada Berg</h1>"},
    {"GET", "/news", "200", "<li>Hello</li>"},
    {"GET", "/publications?year=2023", "200", "1 of 2"},
    {"GET", "/publications/a", "200", "<h1>Title a</h1>"},
    {"GET", "/bo/", "200", "<h1>Bo Li</h1>"},
    {"GET", "/bo/news", "200", "<li>Moved</li>"},
    {"GET", "/news.rss", "200", "application/rss+xml; charset=utf-8"},
    {"GET", "/news.rss", "200", "<item>Hello</item>"},
    {"GET", "/publications.bib?year=2023", "200", "@{a}"},
    {"GET", "/healthz", "200", "\r\n\r\nOK\n"},
    {"GET", "/?utm_source=x&fbclid=y", "301", "Location: /\r\n"},
    {"GET", "/bo", "301", "Location: /bo/\r\n"},
    {"GET", "/bo?q=a&x=%20", "301", "Location: /bo/?q=a&x=%20\r\n"},
    {"GET", "/news/", "301", "Location: /news\r\n"},
    {"GET", "/?year=soon", "400", "error 400 year"},
    {"GET", "/news?per=0", "400", "error 400 per"},
    {"GET", "/?q=%ff", "400", "error 400 "},
    {"GET", "/?q=%0d%0aSet-Cookie:x", "400", "error 400 "},
    {"GET", "/%00", "400", "error 400 "},
    {"GET", "/%zz", "400", "error 400 "},
    {"GET", "/nothing", "404", "error 404 "},
    {"GET", "/bo/nothing", "404", "error 404 "},
    {"GET", "/publications/z", "404", "error 404 "},
    {"GET", "/publications?page=2&per=50", "404", "error 404 page"},
    {"GET", "/publications?page=3&per=1", "404", "error 404 page"},
    {"GET", "/../../etc/passwd", "4", "error 4"},
    {"GET", "/%2e%2e/%2e%2e/etc/passwd", "4", "error 4"},
    {"GET", "/people/ada.xml", "404", "error 404 "},
    {"POST", "/", "405", "Allow: GET, HEAD, OPTIONS\r\n"},
    {"DELETE", "/news", "405", "Allow: GET, HEAD, OPTIONS\r\n"},
    {"TRACE", "/", "405", "error 405 "},
    {"BREW", "/", "501", "error 501 "},
    {"get", "/", "501", "error 501 "},
    {"OPTIONS", "/", "204", "Allow: GET, HEAD, OPTIONS\r\n"},
    {"OPTIONS", "/nothing", "204", "Allow: GET, HEAD, OPTIONS\r\n"},
};

START_TEST(every_request_has_its_status)
{
	struct world w;

	world_begin_two(&w);
	world_open(&w);
	for (size_t i = 0; i < ARRAY_SIZE(answers); i++) {
		char *page =
		    world_ask(&w, (struct ask){.method = answers[i].method,
				      .uri = answers[i].uri});

		ck_status(page, answers[i].uri, answers[i].status);
		ck_assert_msg(strstr(page, answers[i].part) != NULL,
		    "%s %s: no %s in:\n%s", answers[i].method, answers[i].uri,
		    answers[i].part, page);
		free(page);
	}
	world_end(&w);
}
END_TEST

START_TEST(errors_are_never_kept_and_show_nothing_of_the_request)
{
	static const char *const uris[] = {"/?year=s3cret", "/s3cret",
	    "/news/s3cret", "/publications?q=s3cret&page=77&per=50",
	    "/?q=s3cret%ff", "/publications/s3cret", "/?per=s3cret&lang=fr"};
	struct world w;

	world_begin_two(&w);
	world_open(&w);
	for (size_t i = 0; i < ARRAY_SIZE(uris); i++) {
		char *page = world_get(&w, uris[i]);

		ck_status(page, uris[i], "4");
		ck_header(page, "Cache-Control", "no-store");
		ck_header(page, "ETag", "");
		ck_header(page, "Content-Type", "text/html; charset=utf-8");
		ck_assert_msg(
		    strstr(page, "s3cret") == NULL, "%s:\n%s", uris[i], page);
		ck_assert_ptr_null(strstr(page, w.dir));
		free(page);
	}
	world_end(&w);
}
END_TEST

START_TEST(what_is_too_long_is_414)
{
	static const struct {
		const char *start;
		size_t n;
		const char *status;
	} cases[] = {
	    {"/", 1023, "404"},
	    {"/", 1024, "414"},
	    {"/?x=", 2046, "301"},
	    {"/?x=", 2047, "414"},
	    {"/?x=", 100000, "414"},
	};
	struct world w;

	world_begin_two(&w);
	world_open(&w);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf uri;
		char *page;

		strbuf_init(&uri);
		strbuf_puts(&uri, cases[i].start);
		for (size_t n = 0; n < cases[i].n; n++)
			strbuf_putc(&uri, 'a');
		page = world_get(&w, uri.buf);
		ck_status(page, cases[i].start, cases[i].status);
		free(page);
		strbuf_release(&uri);
	}
	world_end(&w);
}
END_TEST

START_TEST(head_is_get_without_its_body)
{
	static const char *const uris[] = {"/", "/publications?year=2023",
	    "/news.rss", "/nothing", "/?year=x", "/bo", "/healthz"};
	struct world w;

	world_begin_two(&w);
	world_open(&w);
	for (size_t i = 0; i < ARRAY_SIZE(uris); i++) {
		char *get = world_get(&w, uris[i]);
		char *head = world_ask(
		    &w, (struct ask){.method = "HEAD", .uri = uris[i]});
		size_t n = (size_t)(body_of(get) - get);

		ck_assert_msg(strlen(head) == n && memcmp(head, get, n) == 0,
		    "%s:\n%s", uris[i], head);
		free(get);
		free(head);
	}
	world_end(&w);
}
END_TEST

static const struct {
	const char *base; /* as configured; NULL: the server says */
	const char *script;
	const char *uri;
	const char *part;
} mounts[] = {
    {NULL, "", "/", "<a href=\"/\">top</a>"},
    {NULL, "", "/", "href=\"/static/style.css\""},
    {NULL, "", "/publications", "href=\"/publications?year=2023\""},
    {NULL, "", "/bo/news", "<a href=\"/bo/\">home</a>"},
    {NULL, "/people", "/people/", "<a href=\"/people/\">top</a>"},
    {NULL, "/people", "/people/", "href=\"/people/static/style.css\""},
    {NULL, "/people", "/people/publications",
	"href=\"/people/publications?year=2023\""},
    {NULL, "/people", "/people/bo", "Location: /people/bo/\r\n"},
    {NULL, "/cgi-bin/vitae", "/cgi-bin/vitae/publications?year=2023",
	"href=\"/cgi-bin/vitae/publications?year=2023,2024\""},
    {NULL, "/cgi-bin/vitae", "/cgi-bin/vitae/",
	"<a href=\"/cgi-bin/vitae/\">top</a>"},
    /* the slash of what is below */
    {NULL, "/cgi-bin/vitae", "/cgi-bin/vitae", "Location: /cgi-bin/vitae/\r\n"},
    {"/team", "/cgi-bin/vitae", "/team?q=a",
	"Location: /team/publications?q=a\r\n"},
    {NULL, "/cgi-bin/vitae", "/cgi-bin/vitae/bo/",
	"<a href=\"/cgi-bin/vitae/bo/\">home</a>"},
    {"/team", "/cgi-bin/vitae", "/team/publications",
	"href=\"/team/publications?year=2023\""},
    {"/", "/cgi-bin/vitae", "/publications",
	"href=\"/publications?year=2023\""},
    /* wherever we are mounted, the world sees the site's own address */
    {NULL, "/cgi-bin/vitae", "/cgi-bin/vitae/publications?year=2023",
	"href=\"https://example.org/publications?year=2023\""},
    {NULL, "/people", "/people/news.rss",
	"self=\"https://example.org/news.rss\""},
};

START_TEST(links_fit_wherever_the_program_is_mounted)
{
	for (size_t i = 0; i < ARRAY_SIZE(mounts); i++) {
		struct world w;
		char *page;

		world_begin_two(&w);
		settings_set(&w.settings, SETTING_BASE, mounts[i].base);
		world_open(&w);
		page = world_ask(&w, (struct ask){.uri = mounts[i].uri,
					 .script = mounts[i].script});
		ck_assert_msg(strstr(page, mounts[i].part) != NULL,
		    "%s at %s: no %s in\n%s", mounts[i].uri, mounts[i].script,
		    mounts[i].part, page);
		free(page);
		world_end(&w);
	}
}
END_TEST

START_TEST(a_language_without_words_is_that_of_the_site)
{
	static const char *const cases[][2] = {
	    {"/", "<html lang=\"fr\">"},
	    {"/?lang=xx", "Location: /\r\n"},
	    {"/?lang=en", "<html lang=\"en\">"},
	    {"/nothing?lang=en", "<html lang=\"en\">"},
	};
	struct world w;

	world_begin_two(&w);
	world_open(&w);
	put_file(w.data.buf, "site.xml",
	    "<site version='1' xml:lang='fr' home='ada' "
	    "base-url='https://example.org/'><name>B</name></site>");
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char *page = world_get(&w, cases[i][0]);

		ck_assert_msg(strstr(page, cases[i][1]) != NULL, "%s:\n%s",
		    cases[i][0], page);
		free(page);
	}
	world_end(&w);
}
END_TEST

START_TEST(pages_of_somebody_who_was_taken_away_are_gone)
{
	static const char *const uris[] = {
	    "/bo/", "/bo", "/bo/news", "/bo/news.rss", "/bo.vcf"};
	struct world w;
	char *page;

	world_begin_two(&w);
	world_open(&w);
	remove_file(w.data.buf, "people/bo.xml");
	free(world_get(&w, "/"));
	free(world_get(&w, "/"));
	for (size_t i = 0; i < ARRAY_SIZE(uris); i++) {
		page = world_get(&w, uris[i]);
		ck_status(page, uris[i], "410 Gone");
		ck_assert_ptr_nonnull(strstr(page, "error 410 "));
		free(page);
	}
	/* nobody of that name ever was */
	page = world_get(&w, "/bob/");
	ck_status(page, "/bob/", "404");
	free(page);
	put_file(w.data.buf, "people/bo.xml", NAMED("Bo Li"));
	page = world_get(&w, "/bo/");
	ck_status(page, "/bo/", "200 OK");
	free(page);
	world_end(&w);
}
END_TEST

START_TEST(style_script_and_pictures_may_be_on_a_host_of_their_own)
{
	static const char policy[] =
	    "default-src 'none'; style-src 'self' https://s.example.org; "
	    "script-src 'self' https://s.example.org; "
	    "img-src 'self' https://s.example.org; connect-src 'self'; ";
	struct world w;
	char *page;

	world_begin_two(&w);
	world_open(&w);
	page = world_get(&w, "/");
	ck_assert_ptr_nonnull(
	    strstr(page, "style-src 'self'; script-src 'self'; img-src 's"));
	free(page);
	put_file(w.data.buf, "site.xml",
	    "<site version='1' xml:lang='en' home='ada' "
	    "static='https://s.example.org/v1/' "
	    "base-url='https://example.org/'><name>B</name></site>");
	page = world_get(&w, "/");
	ck_assert_ptr_nonnull(strstr(page, policy));
	free(page);
	world_end(&w);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_page_has_exactly_these_headers,
	    every_request_has_its_status,
	    errors_are_never_kept_and_show_nothing_of_the_request,
	    what_is_too_long_is_414,
	    head_is_get_without_its_body,
	    links_fit_wherever_the_program_is_mounted,
	    a_language_without_words_is_that_of_the_site,
	    pages_of_somebody_who_was_taken_away_are_gone,
	    style_script_and_pictures_may_be_on_a_host_of_their_own,
	    NULL,
	};

	return run_tests("serve", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_request.c - tests of request.h. */
#include <stdlib.h>
#include <string.h>

#include "request.h"
#include "strbuf.h"
#include "testing.h"

enum { URI, SCRIPT, INFO, DOCUMENT, QUERY, METHOD, TAG, LANGUAGE, ENCODING };

static const char *const variables[] = {"REQUEST_URI", "SCRIPT_NAME",
    "PATH_INFO", "DOCUMENT_URI", "QUERY_STRING", "REQUEST_METHOD",
    "HTTP_IF_NONE_MATCH", "HTTP_ACCEPT_LANGUAGE", "HTTP_ACCEPT_ENCODING"};

/* In the order of `variables`; one that is NULL is not set. */
struct variables {
	const char *v[ARRAY_SIZE(variables)];
};

static const char *
get(const void *ctx, const char *name)
{
	const struct variables *vars = ctx;

	for (size_t i = 0; i < ARRAY_SIZE(variables); i++)
		if (strcmp(variables[i], name) == 0)
			return vars->v[i];
	ck_abort_msg("%s is none of our business", name);
	return NULL;
}

static int
init(struct request *rq, const struct variables *vars, const char *base)
{
	const struct env env = {get, vars};

	return request_init(rq, &env, base);
}

/* Everything about a request for `vars`, which is a GET if it does not say. */
static void
expect(struct variables vars, const char *configured, int status,
    const char *base, const char *path, const char *query)
{
	struct request rq;
	int got;

	if (vars.v[METHOD] == NULL)
		vars.v[METHOD] = "GET";
	got = init(&rq, &vars, configured);
	if (got != status || strcmp(rq.base, base) != 0 ||
	    strcmp(rq.path, path) != 0 || strcmp(rq.query, query) != 0)
		ck_abort_msg("REQUEST_URI=\"%.99s\" SCRIPT_NAME=\"%.99s\" "
			     "gave %d: \"%s\", \"%s\", \"%s\"",
		    vars.v[URI] != NULL ? vars.v[URI] : "(null)",
		    vars.v[SCRIPT] != NULL ? vars.v[SCRIPT] : "(null)", got,
		    rq.base, rq.path, rq.query);
	request_release(&rq);
}

/* What each server was measured to send (research/hosting.md, 1.2). */
static const struct {
	const char *configured;
	struct variables vars;
	const char *base;
	const char *path;
} mounts[] = {
    /* nginx with our snippet */
    {NULL, {{"/people/ada/news", "/people"}}, "/people", "/ada/news"},
    {NULL, {{"/people?", "/people", ""}}, "/people", "/"},
    {NULL, {{"/people/", "/people", "/"}}, "/people", "/"},
    {NULL, {{"/people/ada", "/people/"}}, "/people", "/ada"},
    {NULL, {{"/ada/", ""}}, "", "/ada/"},
    /* nginx with its fastcgi_params, the path split */
    {NULL, {{"/people", "/people", "", "/people"}}, "/people", "/"},
    {NULL, {{"/p/ada", "/p", NULL, "/p/ada"}}, "/p", "/ada"},
    /* and not split: SCRIPT_NAME is the path */
    {NULL, {{"/ada/news", "/ada/news", NULL, "/ada/news"}}, "", "/ada/news"},
    {NULL, {{"//ad%61/?", "/ada/", NULL, "/ada/"}}, "", "/ada/"},
    {NULL, {{"/a/b", "/a/b", "/a/b", "/a/b"}}, "", "/a/b"},
    {"/p", {{"/p/a", "/p/a", NULL, "/p/a"}}, "/p", "/a"},
    /* a person who is called as the mount point */
    {NULL, {{"/ada/ada", "/ada", "/ada"}}, "/ada", "/ada"},
    {NULL, {{NULL, "/ada", "/ada"}}, "/ada", "/ada"},
    /* Apache: ScriptAlias, SetHandler deeper down and at the root */
    {NULL, {{"/people", "/people"}}, "/people", "/"},
    {"/dept/people", {{"/dept/people/ada", "/dept", "/people/ada"}},
	"/dept/people", "/ada"},
    {"/", {{"/ada/pubs", "/ada", "/pubs"}}, "", "/ada/pubs"},
    /* Apache with ProxyPass: SCRIPT_NAME is the whole path */
    {"/pp", {{"/pp/people/ada", "/pp/people/ada"}}, "/pp", "/people/ada"},
    /* lighttpd at the root, without and with fix-root-scriptname */
    {"/", {{"/ada", "/ada"}}, "", "/ada"},
    {NULL, {{"/ada", "", "/ada"}}, "", "/ada"},
    /* CGI by its own name; by RewriteRule; by FallbackResource */
    {NULL, {{"/cgi-bin/vitae/ada/", "/cgi-bin/vitae", "/ada/"}},
	"/cgi-bin/vitae", "/ada/"},
    {NULL, {{"/~al/prof/ada/news", "/~al/prof/index.cgi", "/ada/news"}},
	"/~al/prof", "/ada/news"},
    {NULL, {{"/%7Eal/prof/ada", "/~al/prof/index.cgi"}}, "/~al/prof", "/ada"},
    {NULL, {{"/~al/x.cgi/ada", "/~al/x.cgi"}}, "/~al/x.cgi", "/ada"},
    {NULL, {{"/ada/news", "/index.cgi"}}, "", "/ada/news"},
    /* a base ends where a segment ends */
    {NULL, {{"/peoples/ada", "/people"}}, "", "/peoples/ada"},
    {"/people", {{"/peoples/ada", ""}}, "", "/peoples/ada"},
    /* the configured base, else the server's, else its directory, else none */
    {"/a", {{"/a/b/c", "/a/b"}}, "/a", "/b/c"},
    {"/x", {{"/a/b/c", "/a/b"}}, "/a/b", "/c"},
    {"", {{"/a/b/c", "/a/b"}}, "/a/b", "/c"},
    {"/x", {{"/a/b/c", "/a/b/x.cgi"}}, "/a/b", "/c"},
    {"/x", {{"/a/b/c", "/d/e"}}, "", "/a/b/c"},
    /* spellings of a base */
    {"//people//", {{"/people//ada"}}, "/people", "/ada"},
    {"/caf%C3%A9", {{"/caf%c3%a9/ada"}}, "/caf%C3%A9", "/ada"},
    {"/caf\u00e9 1", {{"/caf%C3%A9%201/ada"}}, "/caf%C3%A9%201", "/ada"},
    {"/a%", {{"/a/b", "/a"}}, "/a", "/b"},
    {NULL, {{"/a%20%22b%25/c", "/a \"b%"}}, "/a%20%22b%25", "/c"},
    {NULL, {{"//people///ada//", "/people"}}, "/people", "/ada/"},
    /* links must not lead to another host */
    {NULL, {{"//example.org/x", "//example.org"}}, "/example.org", "/x"},
    /* no REQUEST_URI */
    {NULL, {{NULL, "/people", "/ada/news"}}, "/people", "/ada/news"},
    {NULL, {{"", "/people", "/ada/news"}}, "/people", "/ada/news"},
    {NULL, {{NULL, "/p q", "/50%25/\u00e9"}}, "/p%20q", "/50%25/\u00e9"},
    {NULL, {{NULL, "/people"}}, "/people", "/"},
    {NULL, {{NULL, "/people", "ada"}}, "/people", "/ada"},
    {"/dept/people", {{NULL, "/dept", "/people/ada"}}, "/dept/people", "/ada"},
    {NULL, {{NULL}}, "", "/"},
};

START_TEST(base_and_path_are_found_with_every_server)
{
	for (size_t i = 0; i < ARRAY_SIZE(mounts); i++)
		expect(mounts[i].vars, mounts[i].configured, 0, mounts[i].base,
		    mounts[i].path, "");
}
END_TEST

START_TEST(a_target_is_taken_apart)
{
	static const struct {
		const char *uri;
		const char *path;
		const char *query;
	} cases[] = {
	    {"/", "/", ""},
	    {"/?", "/", ""},
	    {"/a?b=%zz&c", "/a", "b=%zz&c"},
	    {"/a?b/../c%2F", "/a", "b/../c%2F"},
	    {"//", "/", ""},
	    {"/a//b///c", "/a/b/c", ""},
	    {"/a/", "/a/", ""},
	    {"/%61%20b+c", "/a b+c", ""},
	    {"/%C3%A9", "/\u00e9", ""},
	    {"/\u00e9", "/\u00e9", ""},
	    {"/100%25", "/100%", ""},
	    {"/%252e%252e/%252F", "/%2e%2e/%2F", ""},
	    {"/.../.a/a./..a/a..", "/.../.a/a./..a/a..", ""},
	    {"/a%3Fb%23c", "/a?b#c", ""},
	    {"/http://b/", "/http:/b/", ""},
	    {"http://example.org/a?b", "/a", "b"},
	    {"HTTPS://example.org:8443/a/", "/a/", ""},
	    {"http://example.org", "/", ""},
	    {"http://example.org?b", "/", "b"},
	    {"http://example.org//evil/x", "/evil/x", ""},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		expect((struct variables){{cases[i].uri}}, NULL, 0, "",
		    cases[i].path, cases[i].query);
}
END_TEST

/* What is refused must still be fit for an error page: base and all. */
START_TEST(a_path_with_two_readings_is_refused)
{
	static const char *const bad[] = {"/.", "/..", "/a/./b", "/a/../b",
	    "/a/..", "/../a", "/%2e", "/%2E%2e", "/.%2e/a", "/a/%2e%2e/b",
	    "/a%2Fb", "/a%2fb", "/%2F", "/..%2Fa", "/a%00", "/%00", "/a%5Cb",
	    "/a\\b", "/..\\a", "/a%0A", "/a%0d%0aX:y", "/%1f", "/%7F",
	    "/%C2%85", "/a\tb", "/a\x01", "/a\x7f", "/%ff", "/\xff", "/%c0%af",
	    "/%c0%ae%c0%ae/", "/%ed%a0%80", "/%f4%90%80%80", "/%e2%82",
	    "/%c3/%a9", "/%", "/a%", "/a%4", "/%zz", "/%u0041", "/%%35%63"};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct strbuf uri;

		expect((struct variables){{bad[i]}}, NULL, 400, "", "/", "");
		strbuf_init(&uri);
		strbuf_printf(&uri, "/my%%20people%s?q=x", bad[i]);
		expect((struct variables){{uri.buf, "/my people"}}, NULL, 400,
		    "/my%20people", "/", "");
		strbuf_release(&uri);
	}
}
END_TEST

START_TEST(path_info_is_no_more_trusted)
{
	static const char *const bad[] = {"/..", "/a/../b", "/.", "..", "/a\\b",
	    "/\xff", "/a\nb", "/\xc2\x85"};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		expect((struct variables){{NULL, "/p", bad[i]}}, NULL, 400,
		    "/p", "/", "");
}
END_TEST

START_TEST(what_is_no_path_is_refused)
{
	static const char *const bad[] = {"a", "a/b", "*", "?a", "#a",
	    "example.org:80", "ftp://a/b", "http:/a", "http:", "http",
	    "https:/", "httpx://a/b", "\\a", " /a", "%2Fa"};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		expect((struct variables){{bad[i]}}, NULL, 400, "", "/", "");
}
END_TEST

START_TEST(long_paths_and_queries_are_refused)
{
	static const struct {
		const char *start;
		size_t more;
		char fill;
		int status;
	} cases[] = {
	    {"/p/", 1021, 'a', 0},
	    {"/p/", 1022, 'a', 414},
	    {"/p/", 1021, '/', 0},
	    {"/p/", 1022, '/', 414},
	    {"http://example.org/p/", 1021, 'a', 0},
	    {"http://example.org/p/", 1022, 'a', 414},
	    /* escapes count as they were sent, and one may be cut */
	    {"/p/%41%41", 1015, 'a', 0},
	    {"/p/%41%41", 1016, 'a', 414},
	    {"/p/", 1022, '%', 414},
	    {"/p?", 2048, 'a', 0},
	    {"/p?", 2049, 'a', 414},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct variables vars = {{NULL, "/p", [METHOD] = "GET"}};
		struct request rq;
		struct strbuf uri;

		strbuf_init(&uri);
		strbuf_puts(&uri, cases[i].start);
		for (size_t k = 0; k < cases[i].more; k++)
			strbuf_putc(&uri, cases[i].fill);
		vars.v[URI] = uri.buf;
		ck_assert_int_eq(init(&rq, &vars, NULL), cases[i].status);
		ck_assert_str_eq(rq.base, "/p");
		request_release(&rq);
		if (cases[i].status != 0)
			expect(vars, NULL, 414, "/p", "/", "");
		strbuf_release(&uri);
	}
}
END_TEST

START_TEST(the_query_of_the_uri_goes_before_query_string)
{
	static const struct {
		struct variables vars;
		int status;
		const char *query;
	} cases[] = {
	    {{{"/?a=1", [QUERY] = "b=2"}}, 0, "a=1"},
	    {{{"/?", [QUERY] = "b=2"}}, 0, ""},
	    {{{"/", [QUERY] = "b=2"}}, 0, "b=2"},
	    {{{NULL, [QUERY] = "b=2"}}, 0, "b=2"},
	    {{{"/?a=\r\nB: c"}}, 400, ""},
	    {{{"/", [QUERY] = "\x7f"}}, 400, ""},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		expect(cases[i].vars, NULL, cases[i].status, "", "/",
		    cases[i].query);
}
END_TEST

START_TEST(methods_are_known_allowed_or_neither)
{
	static const struct {
		const char *name;
		int status;
	} cases[] = {{"POST", 405}, {"PUT", 405}, {"DELETE", 405},
	    {"PATCH", 405}, {"TRACE", 405}, {"CONNECT", 405}, {"PROPFIND", 405},
	    {"get", 501}, {"Head", 501}, {"GETS", 501}, {"GE", 501},
	    {" GET", 501}, {"post", 501}, {"BREW", 501}, {"", 400}};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		expect((struct variables){{"/p/a?b=c",
			   "/p", [METHOD] = cases[i].name}},
		    NULL, cases[i].status, "/p", "/", "");
	/* whatever else is wrong with it */
	expect((struct variables){{"a.org:1", [METHOD] = "CONNECT"}}, NULL, 405,
	    "", "/", "");
}
END_TEST

START_TEST(get_head_and_options_are_ours)
{
	/* in the order of enum method */
	static const char *const names[] = {"GET", "HEAD", "OPTIONS"};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct variables vars = {{"/", [METHOD] = names[i]}};
		struct request rq;

		ck_assert_int_eq(init(&rq, &vars, NULL), 0);
		ck_assert_int_eq(rq.method, (enum method)i);
		request_release(&rq);
		/* or a bad HEAD would be answered with a body */
		vars.v[URI] = "/..";
		ck_assert_int_eq(init(&rq, &vars, NULL), 400);
		ck_assert_int_eq(rq.method, (enum method)i);
		request_release(&rq);
	}
}
END_TEST

START_TEST(options_may_ask_for_the_whole_server)
{
	expect((struct variables){{"*", [METHOD] = "OPTIONS"}}, NULL, 0, "",
	    "/", "");
	expect((struct variables){{"*", [METHOD] = "HEAD"}}, NULL, 400, "", "/",
	    "");
}
END_TEST

START_TEST(headers_are_kept_up_to_a_limit)
{
	struct variables vars = {{"/", [METHOD] = "GET", [TAG] = "*",
	    [LANGUAGE] = "de, en;q=0.5", [ENCODING] = "gzip, br"}};
	char value[4096 + 2] = "";
	struct request rq;

	ck_assert_int_eq(init(&rq, &vars, NULL), 0);
	ck_assert_str_eq(rq.if_none_match, "*");
	ck_assert_str_eq(rq.accept_language, "de, en;q=0.5");
	ck_assert_str_eq(rq.accept_encoding, "gzip, br");
	request_release(&rq);
	memset(value, 'x', 4096);
	vars.v[TAG] = value;
	vars.v[LANGUAGE] = "";
	ck_assert_int_eq(init(&rq, &vars, NULL), 0);
	ck_assert_str_eq(rq.if_none_match, value);
	ck_assert_ptr_null(rq.accept_language);
	request_release(&rq);
	value[4096] = 'x';
	ck_assert_int_eq(init(&rq, &vars, NULL), 0);
	ck_assert_ptr_null(rq.if_none_match);
	request_release(&rq);
}
END_TEST

START_TEST(a_request_without_method_can_be_released_twice)
{
	const struct variables vars = {{"/a"}};
	struct request rq = {.method = METHOD_GET};

	request_release(&rq);
	ck_assert_int_eq(init(&rq, &vars, NULL), 400);
	ck_assert_int_eq(rq.method, METHOD_GET);
	request_release(&rq);
	request_release(&rq);
	ck_assert_ptr_null(rq.path);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    base_and_path_are_found_with_every_server,
	    a_target_is_taken_apart,
	    a_path_with_two_readings_is_refused,
	    path_info_is_no_more_trusted,
	    what_is_no_path_is_refused,
	    long_paths_and_queries_are_refused,
	    the_query_of_the_uri_goes_before_query_string,
	    methods_are_known_allowed_or_neither,
	    get_head_and_options_are_ours,
	    options_may_ask_for_the_whole_server,
	    headers_are_kept_up_to_a_limit,
	    a_request_without_method_can_be_released_twice,
	    NULL,
	};

	return run_tests("request", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_request.c - tests of request.h. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "request.h"
#include "strbuf.h"

/* The variables of one request, as "NAME=value". */
struct variables {
	const char *v[10];
};

static const char *
get(const void *ctx, const char *name)
{
	const struct variables *vars = ctx;
	size_t n = strlen(name);

	for (size_t i = 0; i < ARRAY_SIZE(vars->v) && vars->v[i]; i++)
		if (strncmp(vars->v[i], name, n) == 0 && vars->v[i][n] == '=')
			return vars->v[i] + n + 1;
	return NULL;
}

static int
init(struct request *rq, const struct variables *vars, const char *base)
{
	const struct env env = {get, vars};

	return request_init(rq, &env, base);
}

/* A GET of `uri` at the root. */
static int
init_uri(struct request *rq, const char *uri)
{
	struct strbuf sb;
	struct variables vars;
	int status;

	strbuf_init(&sb);
	strbuf_printf(&sb, "REQUEST_URI=%s", uri);
	vars =
	    (struct variables){{"REQUEST_METHOD=GET", sb.buf, "SCRIPT_NAME="}};
	status = init(rq, &vars, NULL);
	strbuf_release(&sb);
	return status;
}

/* What each server was measured to send (research/hosting.md, 1.2). */
static const struct {
	const char *what;
	const char *configured;
	struct variables vars;
	const char *base;
	const char *path;
} mounts[] = {
    {"nginx, our snippet", NULL,
	{{"REQUEST_URI=/people/ada/news", "SCRIPT_NAME=/people"}}, "/people",
	"/ada/news"},
    {"nginx, our snippet, nothing follows", NULL,
	{{"REQUEST_URI=/people?q=a", "SCRIPT_NAME=/people", "PATH_INFO="}},
	"/people", "/"},
    {"nginx, only a slash follows", NULL,
	{{"REQUEST_URI=/people/", "SCRIPT_NAME=/people", "PATH_INFO=/"}},
	"/people", "/"},
    {"nginx at the root", NULL, {{"REQUEST_URI=/ada/", "SCRIPT_NAME="}}, "",
	"/ada/"},
    {"nginx, base with a slash too many", NULL,
	{{"REQUEST_URI=/people/ada", "SCRIPT_NAME=/people/"}}, "/people",
	"/ada"},
    {"nginx, split, nothing follows", NULL,
	{{"REQUEST_URI=/people", "SCRIPT_NAME=/people", "DOCUMENT_URI=/people",
	    "PATH_INFO="}},
	"/people", "/"},
    {"nginx, fastcgi_params, not split: the root", NULL,
	{{"REQUEST_URI=/ada/news", "SCRIPT_NAME=/ada/news",
	    "DOCUMENT_URI=/ada/news"}},
	"", "/ada/news"},
    {"nginx, fastcgi_params, not split, as the client wrote it", NULL,
	{{"REQUEST_URI=//ad%61/?q=x", "SCRIPT_NAME=/ada/",
	    "DOCUMENT_URI=/ada/"}},
	"", "/ada/"},
    {"nginx, PATH_INFO is everything and so is SCRIPT_NAME", NULL,
	{{"REQUEST_URI=/ada/news", "SCRIPT_NAME=/ada/news",
	    "PATH_INFO=/ada/news", "DOCUMENT_URI=/ada/news"}},
	"", "/ada/news"},
    {"a person called as the mount point", NULL,
	{{"REQUEST_URI=/ada/ada", "SCRIPT_NAME=/ada", "PATH_INFO=/ada"}},
	"/ada", "/ada"},
    {"nginx, fastcgi_params, not split: a configured base", "/people",
	{{"REQUEST_URI=/people/ada", "SCRIPT_NAME=/people/ada",
	    "DOCUMENT_URI=/people/ada"}},
	"/people", "/ada"},
    {"Apache, ScriptAlias, nothing follows", NULL,
	{{"REQUEST_URI=/people", "SCRIPT_NAME=/people"}}, "/people", "/"},
    {"Apache, SetHandler at a deeper place", "/dept/people",
	{{"REQUEST_URI=/dept/people/ada", "SCRIPT_NAME=/dept",
	    "PATH_INFO=/people/ada"}},
	"/dept/people", "/ada"},
    {"Apache, SetHandler at the root", "/",
	{{"REQUEST_URI=/ada/pubs", "SCRIPT_NAME=/ada", "PATH_INFO=/pubs"}}, "",
	"/ada/pubs"},
    {"Apache, ProxyPass: SCRIPT_NAME is the whole path", "/pp",
	{{"REQUEST_URI=/pp/people/ada", "SCRIPT_NAME=/pp/people/ada"}}, "/pp",
	"/people/ada"},
    {"lighttpd, check-local disabled at the root", "/",
	{{"REQUEST_URI=/ada", "SCRIPT_NAME=/ada"}}, "", "/ada"},
    {"lighttpd, fix-root-scriptname", NULL,
	{{"REQUEST_URI=/ada", "SCRIPT_NAME=", "PATH_INFO=/ada"}}, "", "/ada"},
    {"CGI by its own name", NULL,
	{{"REQUEST_URI=/cgi-bin/vitae/ada/", "SCRIPT_NAME=/cgi-bin/vitae",
	    "PATH_INFO=/ada/"}},
	"/cgi-bin/vitae", "/ada/"},
    {"~user, RewriteRule to index.cgi", NULL,
	{{"REQUEST_URI=/~alice/prof/ada/news",
	    "SCRIPT_NAME=/~alice/prof/index.cgi", "PATH_INFO=/ada/news"}},
	"/~alice/prof", "/ada/news"},
    {"~user, escaped", NULL,
	{{"REQUEST_URI=/%7Ealice/prof/ada",
	    "SCRIPT_NAME=/~alice/prof/index.cgi"}},
	"/~alice/prof", "/ada"},
    {"~user, index.cgi asked for itself", NULL,
	{{"REQUEST_URI=/~alice/prof/index.cgi/ada",
	    "SCRIPT_NAME=/~alice/prof/index.cgi"}},
	"/~alice/prof/index.cgi", "/ada"},
    {"FallbackResource: no PATH_INFO", NULL,
	{{"REQUEST_URI=/ada/news", "SCRIPT_NAME=/index.cgi"}}, "", "/ada/news"},
    {"no SCRIPT_NAME", NULL, {{"REQUEST_URI=/ada"}}, "", "/ada"},
    {"a base ends where a segment ends", NULL,
	{{"REQUEST_URI=/peoples/ada", "SCRIPT_NAME=/people"}}, "",
	"/peoples/ada"},
    {"so does a configured one", "/people",
	{{"REQUEST_URI=/peoples/ada", "SCRIPT_NAME="}}, "", "/peoples/ada"},
    {"the configured base goes before the server's", "/a",
	{{"REQUEST_URI=/a/b/c", "SCRIPT_NAME=/a/b"}}, "/a", "/b/c"},
    {"a configured base that does not match: the server's", "/x",
	{{"REQUEST_URI=/a/b/c", "SCRIPT_NAME=/a/b"}}, "/a/b", "/c"},
    {"a configured base that does not match: the directory", "/x",
	{{"REQUEST_URI=/a/b/c", "SCRIPT_NAME=/a/b/x.cgi"}}, "/a/b", "/c"},
    {"a configured base that does not match: none", "/x",
	{{"REQUEST_URI=/a/b/c", "SCRIPT_NAME=/d/e"}}, "", "/a/b/c"},
    {"an empty configured base says nothing", "",
	{{"REQUEST_URI=/a/b/c", "SCRIPT_NAME=/a/b"}}, "/a/b", "/c"},
    {"a configured base with slashes too many", "//people//",
	{{"REQUEST_URI=/people//ada"}}, "/people", "/ada"},
    {"a configured base, escaped", "/caf%C3%A9",
	{{"REQUEST_URI=/caf%c3%a9/ada"}}, "/caf%C3%A9", "/ada"},
    {"a configured base, not escaped", "/caf\u00e9 1",
	{{"REQUEST_URI=/caf%C3%A9%201/ada"}}, "/caf%C3%A9%201", "/ada"},
    {"a configured base that is broken", "/a%",
	{{"REQUEST_URI=/a/b", "SCRIPT_NAME=/a"}}, "/a", "/b"},
    {"SCRIPT_NAME is decoded", NULL,
	{{"REQUEST_URI=/a%20%22b%25/c", "SCRIPT_NAME=/a \"b%"}}, "/a%20%22b%25",
	"/c"},
    {"slashes are merged on both sides", NULL,
	{{"REQUEST_URI=//people///ada//", "SCRIPT_NAME=/people"}}, "/people",
	"/ada/"},
    {"no other site is in the base", NULL,
	{{"REQUEST_URI=//example.org/x", "SCRIPT_NAME=//example.org"}},
	"/example.org", "/x"},
    {"no REQUEST_URI", NULL, {{"SCRIPT_NAME=/people", "PATH_INFO=/ada/news"}},
	"/people", "/ada/news"},
    {"no REQUEST_URI: PATH_INFO is decoded", NULL,
	{{"SCRIPT_NAME=/p q", "PATH_INFO=/50%25/\u00e9"}}, "/p%20q",
	"/50%25/\u00e9"},
    {"no REQUEST_URI, nothing follows", NULL, {{"SCRIPT_NAME=/people"}},
	"/people", "/"},
    {"no REQUEST_URI, no first slash", NULL,
	{{"SCRIPT_NAME=/people", "PATH_INFO=ada"}}, "/people", "/ada"},
    {"no REQUEST_URI, called as the mount point", NULL,
	{{"SCRIPT_NAME=/ada", "PATH_INFO=/ada"}}, "/ada", "/ada"},
    {"empty REQUEST_URI, a configured base", "/dept/people",
	{{"REQUEST_URI=", "SCRIPT_NAME=/dept", "PATH_INFO=/people/ada"}},
	"/dept/people", "/ada"},
    {"nothing at all", NULL, {{NULL}}, "", "/"},
};

START_TEST(base_and_path_are_found_with_every_server)
{
	for (size_t i = 0; i < ARRAY_SIZE(mounts); i++) {
		struct variables vars = {{"REQUEST_METHOD=GET"}};
		struct request rq;

		memcpy(vars.v + 1, mounts[i].vars.v,
		    sizeof(vars.v) - sizeof(vars.v[0]));
		ck_assert_msg(init(&rq, &vars, mounts[i].configured) == 0, "%s",
		    mounts[i].what);
		if (strcmp(rq.base, mounts[i].base) != 0 ||
		    strcmp(rq.path, mounts[i].path) != 0)
			ck_abort_msg("%s: base \"%s\", path \"%s\"",
			    mounts[i].what, rq.base, rq.path);
		request_release(&rq);
	}
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
	    {"/a?b?c", "/a", "b?c"},
	    {"/a?b/../c%2F", "/a", "b/../c%2F"},
	    {"//", "/", ""},
	    {"/a//b///c", "/a/b/c", ""},
	    {"/a/", "/a/", ""},
	    {"/a//", "/a/", ""},
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

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct request rq;

		ck_assert_int_eq(init_uri(&rq, cases[i].uri), 0);
		ck_assert_str_eq(rq.base, "");
		ck_assert_str_eq(rq.path, cases[i].path);
		ck_assert_str_eq(rq.query, cases[i].query);
		request_release(&rq);
	}
}
END_TEST

/* Of a refused request, everything must still be fit for an error page. */
static void
expect_refused(int status, const struct variables *vars, const char *base)
{
	struct request rq;

	ck_assert_int_eq(init(&rq, vars, NULL), status);
	ck_assert_str_eq(rq.base, base);
	ck_assert_str_eq(rq.path, "/");
	ck_assert_str_eq(rq.query, "");
	ck_assert_int_eq(rq.method, METHOD_GET);
	request_release(&rq);
}

static const char *const bad_paths[] = {"/.", "/..", "/a/./b", "/a/../b",
    "/a/..", "/../a", "/%2e", "/%2E%2e", "/.%2e/a", "/a/%2e%2e/b", "/a%2Fb",
    "/a%2fb", "/%2F", "/..%2Fa", "/a%00", "/%00", "/a%5Cb", "/a\\b", "/..\\a",
    "/a%0A", "/a%0d%0aX:y", "/%1f", "/%7F", "/%C2%85", "/a\tb", "/a\x01",
    "/a\x7f", "/%ff", "/\xff", "/%c0%af", "/%c0%ae%c0%ae/", "/%ed%a0%80",
    "/%f4%90%80%80", "/%e2%82", "/%c3/%a9", "/%", "/a%", "/a%4", "/%zz",
    "/%u0041", "/%%35%63"};

START_TEST(a_path_with_two_readings_is_refused)
{
	for (size_t i = 0; i < ARRAY_SIZE(bad_paths); i++) {
		struct request rq;

		ck_assert_msg(
		    init_uri(&rq, bad_paths[i]) == 400, "%s", bad_paths[i]);
		request_release(&rq);
	}
}
END_TEST

START_TEST(a_refused_path_still_tells_the_base)
{
	for (size_t i = 0; i < ARRAY_SIZE(bad_paths); i++) {
		struct strbuf uri;
		struct variables vars;

		strbuf_init(&uri);
		strbuf_printf(
		    &uri, "REQUEST_URI=/my%%20people%s?q=x", bad_paths[i]);
		vars = (struct variables){{"REQUEST_METHOD=GET", uri.buf,
		    "SCRIPT_NAME=/my people", "QUERY_STRING=q=x"}};
		expect_refused(400, &vars, "/my%20people");
		strbuf_release(&uri);
	}
}
END_TEST

START_TEST(path_info_is_no_more_trusted)
{
	static const char *const bad[] = {"PATH_INFO=/..", "PATH_INFO=/a/../b",
	    "PATH_INFO=/.", "PATH_INFO=..", "PATH_INFO=/a\\b",
	    "PATH_INFO=/\xff", "PATH_INFO=/a\nb", "PATH_INFO=/\xc2\x85"};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct variables vars = {
		    {"REQUEST_METHOD=GET", bad[i], "SCRIPT_NAME=/p"}};

		expect_refused(400, &vars, "/p");
	}
}
END_TEST

START_TEST(what_is_no_path_is_refused)
{
	static const char *const bad[] = {"a", "a/b", "*", "?a", "#a",
	    "example.org:80", "ftp://a/b", "http:/a", "http:", "httpx://a/b",
	    "\\a", " /a", "%2Fa"};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct request rq;

		ck_assert_msg(init_uri(&rq, bad[i]) == 400, "%s", bad[i]);
		request_release(&rq);
	}
}
END_TEST

/* `prefix` and as many more bytes as make `n`, without "REQUEST_URI=". */
static char *
long_uri(const char *prefix, size_t n, char fill)
{
	struct strbuf sb;

	strbuf_init(&sb);
	strbuf_printf(&sb, "REQUEST_URI=%s", prefix);
	while (sb.len < strlen("REQUEST_URI=") + n)
		strbuf_putc(&sb, fill);
	return sb.buf;
}

START_TEST(long_paths_and_queries_are_refused)
{
	static const struct {
		const char *prefix;
		size_t n;
		int status;
	} cases[] = {
	    {"/p/", 1024, 0},
	    {"/p/", 1025, 414},
	    {"/p/", 100000, 414},
	    {"http://example.org/p/", 1024 + 18, 0},
	    {"http://example.org/p/", 1025 + 18, 414},
	    {"/p/?", 4 + 2048, 0},
	    {"/p/?", 4 + 2049, 414},
	    {"/p/?", 100000, 414},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char *uri = long_uri(cases[i].prefix, cases[i].n, 'a');
		struct variables vars = {
		    {"REQUEST_METHOD=GET", uri, "SCRIPT_NAME=/p"}};
		struct request rq;

		ck_assert_int_eq(init(&rq, &vars, NULL), cases[i].status);
		ck_assert_str_eq(rq.base, "/p");
		request_release(&rq);
		if (cases[i].status != 0)
			expect_refused(414, &vars, "/p");
		free(uri);
	}
}
END_TEST

START_TEST(a_long_path_counts_as_it_was_sent)
{
	struct strbuf uri;
	struct request rq;

	strbuf_init(&uri);
	strbuf_putc(&uri, '/');
	for (int i = 0; i < 342; i++)
		strbuf_puts(&uri, "%41");
	ck_assert_int_eq(init_uri(&rq, uri.buf), 414);
	request_release(&rq);
	strbuf_reset(&uri);
	for (int i = 0; i < 1025; i++)
		strbuf_putc(&uri, '/');
	ck_assert_int_eq(init_uri(&rq, uri.buf), 414);
	request_release(&rq);
	strbuf_release(&uri);
}
END_TEST

START_TEST(the_query_of_the_uri_goes_before_query_string)
{
	static const struct {
		struct variables vars;
		const char *query;
	} cases[] = {
	    {{{"REQUEST_URI=/?a=1", "QUERY_STRING=b=2"}}, "a=1"},
	    {{{"REQUEST_URI=/?", "QUERY_STRING=b=2"}}, ""},
	    {{{"REQUEST_URI=/", "QUERY_STRING=b=2"}}, "b=2"},
	    {{{"PATH_INFO=/?", "QUERY_STRING=b=2"}}, "b=2"},
	    {{{"REQUEST_URI=/"}}, ""},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct variables vars = cases[i].vars;
		struct request rq;

		vars.v[4] = "REQUEST_METHOD=GET";
		for (size_t k = 0; k < 4; k++)
			if (vars.v[k] == NULL)
				vars.v[k] = "";
		ck_assert_int_eq(init(&rq, &vars, NULL), 0);
		ck_assert_str_eq(rq.query, cases[i].query);
		request_release(&rq);
	}
}
END_TEST

START_TEST(a_query_with_a_control_character_is_refused)
{
	struct request rq;

	ck_assert_int_eq(init_uri(&rq, "/?a=\r\nSet-Cookie: x"), 400);
	ck_assert_str_eq(rq.query, "");
	request_release(&rq);
	ck_assert_int_eq(init_uri(&rq, "/?a=\x7f"), 400);
	request_release(&rq);
}
END_TEST

START_TEST(methods_are_known_allowed_or_neither)
{
	static const struct {
		const char *variable;
		int status;
		enum method method;
	} cases[] = {
	    {"REQUEST_METHOD=GET", 0, METHOD_GET},
	    {"REQUEST_METHOD=HEAD", 0, METHOD_HEAD},
	    {"REQUEST_METHOD=OPTIONS", 0, METHOD_OPTIONS},
	    {"REQUEST_METHOD=POST", 405, METHOD_GET},
	    {"REQUEST_METHOD=PUT", 405, METHOD_GET},
	    {"REQUEST_METHOD=DELETE", 405, METHOD_GET},
	    {"REQUEST_METHOD=PATCH", 405, METHOD_GET},
	    {"REQUEST_METHOD=TRACE", 405, METHOD_GET},
	    {"REQUEST_METHOD=CONNECT", 405, METHOD_GET},
	    {"REQUEST_METHOD=PROPFIND", 405, METHOD_GET},
	    {"REQUEST_METHOD=get", 501, METHOD_GET},
	    {"REQUEST_METHOD=Head", 501, METHOD_GET},
	    {"REQUEST_METHOD=GETS", 501, METHOD_GET},
	    {"REQUEST_METHOD=GE", 501, METHOD_GET},
	    {"REQUEST_METHOD= GET", 501, METHOD_GET},
	    {"REQUEST_METHOD=post", 501, METHOD_GET},
	    {"REQUEST_METHOD=BREW", 501, METHOD_GET},
	    {"REQUEST_METHOD=", 400, METHOD_GET},
	    {"NO_METHOD=", 400, METHOD_GET},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct variables vars = {{cases[i].variable,
		    "REQUEST_URI=/p/a?b=c", "SCRIPT_NAME=/p"}};
		struct request rq;

		ck_assert_int_eq(init(&rq, &vars, NULL), cases[i].status);
		ck_assert_int_eq(rq.method, cases[i].method);
		ck_assert_str_eq(rq.base, "/p");
		request_release(&rq);
		if (cases[i].status != 0)
			expect_refused(cases[i].status, &vars, "/p");
	}
}
END_TEST

START_TEST(the_method_of_a_bad_path_is_kept)
{
	/* or a HEAD would be answered with a body */
	const struct variables vars = {
	    {"REQUEST_METHOD=HEAD", "REQUEST_URI=/.."}};
	struct request rq;

	ck_assert_int_eq(init(&rq, &vars, NULL), 400);
	ck_assert_int_eq(rq.method, METHOD_HEAD);
	request_release(&rq);
}
END_TEST

START_TEST(a_bad_method_goes_before_a_bad_path)
{
	const struct variables vars = {
	    {"REQUEST_METHOD=CONNECT", "REQUEST_URI=example.org:443"}};

	expect_refused(405, &vars, "");
}
END_TEST

START_TEST(options_may_ask_for_the_whole_server)
{
	const struct variables vars = {
	    {"REQUEST_METHOD=OPTIONS", "REQUEST_URI=*"}};
	struct request rq;

	ck_assert_int_eq(init(&rq, &vars, NULL), 0);
	ck_assert_str_eq(rq.path, "/");
	ck_assert_int_eq(rq.method, METHOD_OPTIONS);
	request_release(&rq);
}
END_TEST

START_TEST(headers_are_kept_up_to_a_limit)
{
	struct variables vars = {{"REQUEST_METHOD=GET", "REQUEST_URI=/",
	    "HTTP_IF_NONE_MATCH=*", "HTTP_ACCEPT_LANGUAGE=de, en;q=0.5",
	    "HTTP_ACCEPT_ENCODING=gzip, br"}};
	const char *name = "HTTP_IF_NONE_MATCH=";
	struct request rq;
	struct strbuf sb;

	ck_assert_int_eq(init(&rq, &vars, NULL), 0);
	ck_assert_str_eq(rq.if_none_match, "*");
	ck_assert_str_eq(rq.accept_language, "de, en;q=0.5");
	ck_assert_str_eq(rq.accept_encoding, "gzip, br");
	request_release(&rq);
	strbuf_init(&sb);
	strbuf_puts(&sb, name);
	while (sb.len < strlen(name) + 4096)
		strbuf_putc(&sb, 'x');
	vars = (struct variables){{"REQUEST_METHOD=GET", "REQUEST_URI=/",
	    sb.buf, "HTTP_ACCEPT_LANGUAGE="}};
	ck_assert_int_eq(init(&rq, &vars, NULL), 0);
	ck_assert_uint_eq(strlen(rq.if_none_match), 4096);
	ck_assert_ptr_null(rq.accept_language);
	ck_assert_ptr_null(rq.accept_encoding);
	request_release(&rq);
	strbuf_putc(&sb, 'x');
	vars.v[2] = sb.buf;
	ck_assert_int_eq(init(&rq, &vars, NULL), 0);
	ck_assert_ptr_null(rq.if_none_match);
	request_release(&rq);
	strbuf_release(&sb);
}
END_TEST

START_TEST(a_zeroed_request_can_be_released_and_released_again)
{
	struct request rq = {METHOD_GET, NULL, NULL, NULL, NULL, NULL, NULL};

	request_release(&rq);
	ck_assert_int_eq(init_uri(&rq, "/a"), 0);
	request_release(&rq);
	request_release(&rq);
	ck_assert_ptr_null(rq.path);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("request");
	TCase *tc = tcase_create("request");
	SRunner *sr = srunner_create(suite);
	int failed;

	tcase_add_test(tc, base_and_path_are_found_with_every_server);
	tcase_add_test(tc, a_target_is_taken_apart);
	tcase_add_test(tc, a_path_with_two_readings_is_refused);
	tcase_add_test(tc, a_refused_path_still_tells_the_base);
	tcase_add_test(tc, path_info_is_no_more_trusted);
	tcase_add_test(tc, what_is_no_path_is_refused);
	tcase_add_test(tc, long_paths_and_queries_are_refused);
	tcase_add_test(tc, a_long_path_counts_as_it_was_sent);
	tcase_add_test(tc, the_query_of_the_uri_goes_before_query_string);
	tcase_add_test(tc, a_query_with_a_control_character_is_refused);
	tcase_add_test(tc, methods_are_known_allowed_or_neither);
	tcase_add_test(tc, the_method_of_a_bad_path_is_kept);
	tcase_add_test(tc, a_bad_method_goes_before_a_bad_path);
	tcase_add_test(tc, options_may_ask_for_the_whole_server);
	tcase_add_test(tc, headers_are_kept_up_to_a_limit);
	tcase_add_test(tc, a_zeroed_request_can_be_released_and_released_again);
	suite_add_tcase(suite, tc);
	srunner_run_all(sr, CK_ENV);
	failed = srunner_ntests_failed(sr);
	srunner_free(sr);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* SPDX-License-Identifier: MIT */
/* check_kept.c - tests of kept.h. */
#include <stdlib.h>
#include <string.h>

#include "coding.h"
#include "kept.h"
#include "testing.h"

static struct kept_page *
make(const char *body)
{
	struct kept_page *page = xcalloc(1, sizeof(*page));

	page->key = xstrdup(" /a");
	page->headers = xstrdup("Content-Type: text/plain\r\nETag: \"x\"\r\n");
	memcpy(page->etag, "\"x\"", 4);
	page->body = xstrdup(body);
	page->n = strlen(body);
	return page;
}

static void
ck_answer(const struct kept_page *page, struct request rq, const char *want)
{
	struct response rs;
	struct strbuf sb;
	struct sink out;

	strbuf_init(&sb);
	out = sink_to_strbuf(&sb);
	response_init(&rs, rq.method, &out);
	kept_answer(page, &rq, &rs);
	ck_assert_int_eq(response_end(&rs), 0);
	ck_assert_str_eq(sb.buf, want);
	response_release(&rs);
	strbuf_release(&sb);
}

#define HEAD(length)                                                           \
	"Status: 200 OK\r\nContent-Type: text/plain\r\nETag: \"x\"\r\n"        \
	"Content-Length: " length "\r\n\r\n"

START_TEST(a_page_answers_each_kind_of_request)
{
	struct kept_page *page = make("body");

	ck_answer(page, (struct request){0}, HEAD("4") "body");
	ck_answer(page, (struct request){.method = METHOD_HEAD}, HEAD("4"));
	ck_answer(page, (struct request){.if_none_match = (char[]){"\"y\""}},
	    HEAD("4") "body");
	ck_answer(page, (struct request){.if_none_match = (char[]){"\"x\""}},
	    "Status: 304 Not Modified\r\nETag: \"x\"\r\n\r\n");
	kept_free(page);
	kept_free(NULL);
}
END_TEST

START_TEST(only_what_is_worth_it_is_compressed_and_only_once)
{
	char body[CODING_MIN_BYTES + 1];
	struct kept_page *page;

	memset(body, 'x', sizeof(body));
	body[CODING_MIN_BYTES - 1] = '\0';
	page = make(body);
	ck_assert_uint_eq(kept_compress(page), 0);
	ck_assert_ptr_null(page->gzip);
	kept_free(page);
	body[CODING_MIN_BYTES - 1] = 'x';
	body[CODING_MIN_BYTES] = '\0';
	page = make(body);
	ck_assert_uint_gt(kept_compress(page), 0);
	ck_assert_ptr_nonnull(page->gzip);
	ck_assert_uint_eq(kept_compress(page), 0);
	kept_free(page);
}
END_TEST

START_TEST(a_key_tells_mounts_and_languages_apart)
{
	const struct request root = {.base = (char[]){""}};
	const struct request below = {.base = (char[]){"/a"}};
	struct strbuf one;
	struct strbuf two;

	strbuf_init(&one);
	strbuf_init(&two);
	kept_key(&root, "/a/b", NULL, &one);
	kept_key(&below, "/a/b", NULL, &two);
	ck_assert_str_ne(one.buf, two.buf);
	strbuf_reset(&two);
	kept_key(&root, "/a/b", "fr", &two);
	ck_assert_str_ne(one.buf, two.buf);
	strbuf_release(&one);
	strbuf_release(&two);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_page_answers_each_kind_of_request,
	    only_what_is_worth_it_is_compressed_and_only_once,
	    a_key_tells_mounts_and_languages_apart,
	    NULL,
	};

	return run_tests("kept", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_compressed.c - tests of recall.h: bodies that are sent compressed. */
#include <stdlib.h>
#include <string.h>

#include "coding.h"
#include "world.h"

/* News of about `n` bytes. */
static void
begin(struct world *w, size_t n)
{
	struct strbuf news;
	struct strbuf xml;

	world_begin(w);
	strbuf_init(&news);
	strbuf_init(&xml);
	while (news.len < n)
		strbuf_printf(&news, "news %zu ", news.len * 7919);
	strbuf_printf(&xml, PROFILE("<news><item date='2024'>%s</item></news>"),
	    news.buf);
	put_file(w->data.buf, "people/ada.xml", xml.buf);
	strbuf_release(&news);
	strbuf_release(&xml);
	world_open(w);
}

/* Head and body of an answer. */
struct answer {
	char *head;
	const char *body;
	size_t n;
	struct strbuf all;
};

static struct answer
get(struct world *w, struct ask ask)
{
	struct answer a;
	struct sink out;

	strbuf_init(&a.all);
	out = sink_to_strbuf(&a.all);
	ask.uri = "/news";
	ck_assert_int_eq(world_serve(w, ask, &out), 0);
	a.body = body_of(a.all.buf);
	a.head = xstrndup(a.all.buf, (size_t)(a.body - a.all.buf));
	a.n = a.all.len - (size_t)(a.body - a.all.buf);
	return a;
}

static void
end(struct answer *a)
{
	free(a->head);
	strbuf_release(&a->all);
}

static void
ck_length(const struct answer *a)
{
	char *got = header_of(a->head, "Content-Length");

	ck_assert_uint_eq(strtoul(got, NULL, 10), a->n);
	free(got);
}

START_TEST(first_and_second_answer_are_the_page_compressed)
{
	struct answer plain;
	struct world w;

	begin(&w, 20000);
	plain = get(&w, (struct ask){0});
	ck_header(plain.head, "Content-Encoding", "");
	ck_header(plain.head, "Vary", "Accept-Encoding");
	world_end(&w);
	begin(&w, 20000);
	for (int i = 0; i < 2; i++) {
		struct answer a =
		    get(&w, (struct ask){.accept_encoding = "gzip"});
		char *text = gunzip(a.body, a.n, plain.n);

		ck_assert_mem_eq(text, plain.body, plain.n);
		ck_assert_uint_lt(a.n, plain.n / 2);
		ck_header(a.head, "Content-Encoding", "gzip");
		ck_header(a.head, "Vary", "Accept-Encoding");
		ck_length(&a);
		free(text);
		end(&a);
	}
	ck_assert_uint_eq(pagecache_puts(w.program.pages), 1);
	end(&plain);
	world_end(&w);
}
END_TEST

START_TEST(a_page_is_compressed_once)
{
	struct answer a;
	struct world w;
	size_t plain;
	size_t both;

	begin(&w, 20000);
	a = get(&w, (struct ask){0});
	end(&a);
	plain = pagecache_bytes(w.program.pages);
	a = get(&w, (struct ask){.accept_encoding = "gzip"});
	both = pagecache_bytes(w.program.pages);
	ck_assert_uint_eq(both, plain + a.n);
	end(&a);
	for (int i = 0; i < 3; i++) {
		a = get(&w, (struct ask){.accept_encoding = "gzip"});
		end(&a);
		ck_assert_uint_eq(pagecache_bytes(w.program.pages), both);
	}
	world_end(&w);
}
END_TEST

START_TEST(who_does_not_want_it_gets_the_page_as_it_is)
{
	static const char *const others[] = {NULL, "identity", "br", "gzip;q=0",
	    "*;q=0", "identity, gzip;q=0.1"};
	struct answer plain;
	struct answer a;
	struct world w;

	begin(&w, 20000);
	plain = get(&w, (struct ask){0});
	a = get(&w, (struct ask){.accept_encoding = "gzip"});
	end(&a);
	for (size_t i = 0; i < ARRAY_SIZE(others); i++) {
		a = get(&w, (struct ask){.accept_encoding = others[i]});
		ck_assert_str_eq(a.all.buf, plain.all.buf);
		end(&a);
	}
	end(&plain);
	world_end(&w);
}
END_TEST

START_TEST(a_condition_holds_for_both_forms)
{
	static const char *const codings[] = {NULL, "gzip"};
	struct answer first;
	struct world w;

	begin(&w, 20000);
	first = get(&w, (struct ask){.accept_encoding = "gzip"});
	char *etag = header_of(first.head, "ETag");
	for (size_t i = 0; i < ARRAY_SIZE(codings); i++) {
		struct answer a =
		    get(&w, (struct ask){.accept_encoding = codings[i],
				.if_none_match = etag});

		ck_header(a.head, "Status", "304 Not Modified");
		ck_header(a.head, "Vary", "Accept-Encoding");
		ck_header(a.head, "ETag", etag);
		ck_header(a.head, "Content-Encoding", "");
		ck_assert_uint_eq(a.n, 0);
		end(&a);
	}
	free(etag);
	end(&first);
	world_end(&w);
}
END_TEST

START_TEST(a_head_tells_what_a_get_would_bring)
{
	const struct ask head = {.method = "HEAD", .accept_encoding = "gzip"};

	for (int order = 0; order < 2; order++) {
		struct answer one;
		struct answer a;
		struct world w;

		begin(&w, 20000);
		one = get(&w, order == 0
				  ? head
				  : (struct ask){.accept_encoding = "gzip"});
		a = get(&w, order == 1
				? head
				: (struct ask){.accept_encoding = "gzip"});
		ck_assert_str_eq(one.head, a.head);
		ck_assert_uint_eq(order == 0 ? one.n : a.n, 0);
		end(&one);
		end(&a);
		world_end(&w);
	}
}
END_TEST

START_TEST(a_small_page_stays_as_it_is)
{
	struct answer a;
	struct world w;

	begin(&w, 10);
	a = get(&w, (struct ask){.accept_encoding = "gzip"});
	ck_assert_uint_lt(a.n, CODING_MIN_BYTES);
	ck_header(a.head, "Content-Encoding", "");
	ck_length(&a);
	end(&a);
	world_end(&w);
}
END_TEST

START_TEST(a_page_that_streams_is_compressed_when_it_is_kept)
{
	struct answer plain;
	struct answer a;
	struct world w;
	char *text;

	begin(&w, 300000);
	plain = get(&w, (struct ask){.accept_encoding = "gzip"});
	ck_header(plain.head, "Content-Encoding", "");
	ck_header(plain.head, "Content-Length", "");
	ck_header(plain.head, "Vary", "Accept-Encoding");
	a = get(&w, (struct ask){.accept_encoding = "gzip"});
	ck_header(a.head, "Content-Encoding", "gzip");
	ck_length(&a);
	text = gunzip(a.body, a.n, plain.n);
	ck_assert_mem_eq(text, plain.body, plain.n);
	free(text);
	end(&a);
	end(&plain);
	world_end(&w);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    first_and_second_answer_are_the_page_compressed,
	    a_page_is_compressed_once,
	    who_does_not_want_it_gets_the_page_as_it_is,
	    a_condition_holds_for_both_forms,
	    a_head_tells_what_a_get_would_bring,
	    a_small_page_stays_as_it_is,
	    a_page_that_streams_is_compressed_when_it_is_kept,
	    NULL,
	};

	return run_tests("compressed", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_stream.c - tests of serve.h: long lists leave as they are made. */
#include <stdlib.h>
#include <string.h>

#include "response.h"
#include "sample.h"
#include "world.h"

enum { PUBLICATIONS = 2000 };

/* Items of some 200 bytes; each batch is an event in the log. */
static const char sheet[] =
    "<xsl:stylesheet version='1.0' "
    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
    "<xsl:output method='html' encoding='UTF-8' indent='no'/>"
    "<xsl:template match='/view'><ol><xsl:for-each "
    "select='publications/group'><xsl:processing-instruction name='slot'>"
    "<xsl:value-of select='@slot'/></xsl:processing-instruction>"
    "</xsl:for-each></ol></xsl:template>"
    "<xsl:template match='/items'><xsl:message>batch of <xsl:value-of "
    "select='count(publication)'/></xsl:message><xsl:for-each "
    "select='publication'><li id='{@id}'><xsl:value-of select='title'/>"
    "<span title='............................................................"
    "...............................................................'/></li>"
    "</xsl:for-each></xsl:template></xsl:stylesheet>";

/* A peer that takes `takes` pieces; pieces and batches in order. */
struct peer {
	struct strbuf *events;
	struct strbuf got;
	size_t largest;
	size_t takes;
};

static int
take(void *ctx, const char *p, size_t n)
{
	struct peer *peer = ctx;

	if (peer->takes == 0)
		return -1;
	peer->takes--;
	strbuf_puts(peer->events, "write\n");
	strbuf_add(&peer->got, p, n);
	if (n > peer->largest)
		peer->largest = n;
	return 0;
}

static int
take_last(void *ctx, const struct piece *pieces, size_t n)
{
	struct peer *peer = ctx;

	strbuf_puts(peer->events, "last\n");
	for (size_t i = 0; i < n; i++)
		strbuf_add(&peer->got, pieces[i].p, pieces[i].n);
	return 0;
}

struct fixture {
	struct world w;
	struct peer peer;
	struct sink out;
};

static void
begin(struct fixture *fx)
{
	struct strbuf xml;

	world_begin(&fx->w);
	strbuf_init(&xml);
	generate_profile(&xml, PUBLICATIONS);
	put_file(fx->w.data.buf, "people/ada.xml", xml.buf);
	put_file(fx->w.dir, "share/xslt/sections/publications.xsl", sheet);
	strbuf_release(&xml);
	world_open(&fx->w);
	fx->peer = (struct peer){.events = &fx->w.lines, .takes = (size_t)-1};
	strbuf_init(&fx->peer.got);
	fx->out =
	    (struct sink){.write = take, .ctx = &fx->peer, .finish = take_last};
}

static void
end(struct fixture *fx)
{
	strbuf_release(&fx->peer.got);
	world_end(&fx->w);
}

static int
ask(struct fixture *fx, const char *method, const char *uri)
{
	return world_serve(
	    &fx->w, (struct ask){.method = method, .uri = uri}, &fx->out);
}

START_TEST(the_head_leaves_long_before_the_last_item_is_made)
{
	struct fixture fx;
	const char *first;
	size_t before;
	size_t batches;

	begin(&fx);
	ck_assert_int_eq(ask(&fx, "GET", "/publications"), 0);
	batches = count_of(fx.w.lines.buf, "batch of");
	ck_assert_uint_ge(batches, PUBLICATIONS / 50);
	first = strstr(fx.w.lines.buf, "write\n");
	ck_assert_ptr_nonnull(first);
	before = batches - count_of(first, "batch of");
	/* the first 4 KiB are some 20 items of 2,000 */
	ck_assert_uint_gt(before, 0);
	ck_assert_uint_lt(before, batches / 3);
	/* and from then on, what is made leaves */
	for (const char *s = first; (s = strstr(s, "batch of")) != NULL; s++)
		ck_assert_ptr_nonnull(strstr(s, "write\n"));
	ck_assert_uint_ge(count_of(first, "write\n"), batches - before);
	end(&fx);
}
END_TEST

START_TEST(no_more_is_held_than_the_limit_and_a_batch)
{
	enum { ITEM_BYTES = 300, BATCH = 100 };
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(ask(&fx, "GET", "/publications"), 0);
	ck_assert_uint_gt(fx.peer.got.len, 3 * RESPONSE_HOLD_BYTES);
	ck_assert_uint_le(
	    fx.peer.largest, RESPONSE_HOLD_LONG_BYTES + BATCH * ITEM_BYTES);
	end(&fx);
}
END_TEST

START_TEST(a_streamed_page_is_whole_and_has_no_length)
{
	struct fixture fx;
	char *length;

	begin(&fx);
	ck_assert_int_eq(ask(&fx, "GET", "/publications?by=none"), 0);
	length = header_of(fx.peer.got.buf, "Content-Length");
	ck_assert_str_eq(length, "");
	free(length);
	ck_assert_uint_eq(count_of(fx.peer.got.buf, "<li id="), PUBLICATIONS);
	for (int i = 0; i < PUBLICATIONS; i += 97) {
		struct strbuf item;

		strbuf_init(&item);
		strbuf_printf(&item, "<li id=\"p%d\">", i);
		ck_assert_uint_eq(count_of(fx.peer.got.buf, item.buf), 1);
		strbuf_release(&item);
	}
	ck_assert_ptr_nonnull(strstr(fx.peer.got.buf, "<p>the end</p>"));
	ck_assert_uint_eq(count_of(fx.w.lines.buf, "last\n"), 1);
	end(&fx);
}
END_TEST

START_TEST(a_page_of_the_list_is_sent_whole)
{
	struct fixture fx;
	char *length;

	begin(&fx);
	ck_assert_int_eq(ask(&fx, "GET", "/publications?per=50"), 0);
	length = header_of(fx.peer.got.buf, "Content-Length");
	ck_assert_str_ne(length, "");
	free(length);
	ck_assert_uint_eq(count_of(fx.w.lines.buf, "write\n"), 0);
	ck_assert_uint_eq(count_of(fx.w.lines.buf, "last\n"), 1);
	end(&fx);
}
END_TEST

START_TEST(a_list_that_may_fit_is_held_as_long_as_it_does)
{
	struct fixture fx;

	begin(&fx);
	/* 200 entries of some 200 bytes: less than 64 KiB */
	ck_assert_int_eq(ask(&fx, "GET", "/publications?per=200"), 0);
	ck_assert_uint_gt(fx.peer.got.len, RESPONSE_HOLD_LONG_BYTES);
	ck_assert_uint_eq(count_of(fx.w.lines.buf, "write\n"), 0);
	end(&fx);
}
END_TEST

START_TEST(a_file_of_the_list_is_streamed_too)
{
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(ask(&fx, "GET", "/publications.bib"), 0);
	ck_assert_uint_eq(count_of(fx.peer.got.buf, "@{p"), PUBLICATIONS);
	end(&fx);
}
END_TEST

START_TEST(for_a_head_request_the_list_is_not_made)
{
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(ask(&fx, "HEAD", "/publications"), 0);
	ck_assert_uint_lt(
	    count_of(fx.w.lines.buf, "batch of"), PUBLICATIONS / 50 / 3);
	ck_assert_str_eq(body_of(fx.peer.got.buf), "");
	end(&fx);
}
END_TEST

START_TEST(for_a_peer_that_has_gone_the_work_ends)
{
	for (size_t takes = 0; takes < 4; takes++) {
		struct fixture fx;

		begin(&fx);
		fx.peer.takes = takes;
		ck_assert_int_eq(ask(&fx, "GET", "/publications"), -1);
		ck_assert_uint_lt(count_of(fx.w.lines.buf, "batch of"),
		    PUBLICATIONS / 50 / 2);
		ck_assert_uint_eq(count_of(fx.w.lines.buf, "write\n"), takes);
		ck_assert_uint_eq(count_of(fx.w.lines.buf, "error: "), 0);
		end(&fx);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    the_head_leaves_long_before_the_last_item_is_made,
	    no_more_is_held_than_the_limit_and_a_batch,
	    a_streamed_page_is_whole_and_has_no_length,
	    a_page_of_the_list_is_sent_whole,
	    a_list_that_may_fit_is_held_as_long_as_it_does,
	    a_file_of_the_list_is_streamed_too,
	    for_a_head_request_the_list_is_not_made,
	    for_a_peer_that_has_gone_the_work_ends,
	    NULL,
	};

	return run_tests("stream", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_pubedit.c - tests of pubindex_replace(). */
#include <stdlib.h>

#include "siteindex.h"

#define PUB(id, title)                                                         \
	"<publication id='" id "' type='book' date='2020'><title>" title       \
	"</title><authors><author self='true'/></authors></publication>"

static void
put(struct siteindex *si, uint32_t owner, const char *publications)
{
	siteindex_put(si, owner, publications);
	siteindex_ck_fresh(si);
}

/* Dead rows that an edit leaves behind; the second one, which knows more. */
static size_t
dead_after(const char *before, const char *after)
{
	struct siteindex si;
	size_t n;

	siteindex_open(&si);
	put(&si, 1, PUB("x", "X") PUB("y", "Y"));
	put(&si, 0, PUB("a", "Other") PUB("b", "Other") PUB("c", "Other"));
	put(&si, 0, before);
	n = si.ix.n - si.ix.nlive;
	put(&si, 0, after);
	n = si.ix.n - si.ix.nlive - n;
	siteindex_close(&si);
	return n;
}

START_TEST(what_did_not_change_stays)
{
	static const char before[] =
	    PUB("a", "A") PUB("b", "B") PUB("c", "C") PUB("d", "D");

	ck_assert_uint_eq(dead_after(before, before), 0);
	/* another title */
	ck_assert_uint_eq(dead_after(before, PUB("a", "A") PUB("b", "Z")
						 PUB("c", "C") PUB("d", "D")),
	    1);
	/* one more on top, one less below it, another order */
	ck_assert_uint_eq(
	    dead_after(before, PUB("n", "N") PUB("a", "A") PUB("b", "B")
				   PUB("c", "C") PUB("d", "D")),
	    0);
	ck_assert_uint_eq(
	    dead_after(before, PUB("b", "B") PUB("c", "C") PUB("d", "D")), 1);
	ck_assert_uint_eq(dead_after(before, PUB("d", "D") PUB("c", "C")
						 PUB("b", "B") PUB("a", "A")),
	    0);
	ck_assert_uint_eq(dead_after(before, ""), 4);
}
END_TEST

/* Titles of venues and names of people are in the context. */
START_TEST(nothing_stays_when_the_context_is_another)
{
	struct siteindex si;
	struct pubsource source;

	siteindex_open(&si);
	siteindex_put(&si, 0, PUB("a", "A") PUB("b", "B"));
	siteindex_put(&si, 0, PUB("a", "A") PUB("b", "B"));
	siteindex_put(&si, 0, PUB("a", "A") PUB("b", "B"));
	siteindex_ck_fresh(&si);
	ck_assert_uint_eq(si.ix.n, 4);
	source = profile_source(si.profiles[0]);
	for (uint64_t context = 0; context < 3; context++) {
		source.context = context;
		pubindex_replace(&si.ix, 0, &source);
		siteindex_ck_fresh(&si);
		ck_assert_uint_eq(si.ix.n, 6 + 2 * context);
	}
	siteindex_close(&si);
}
END_TEST

enum { WORKS = 8 };

/*
 * Edits of few works at a time: some come, go, change or trade places. Two
 * owners have the same works, so that entries change, too.
 */
static void
edit(unsigned *state, unsigned versions[WORKS], struct strbuf *out)
{
	unsigned from =
	    next_random(state, 3) == 0 ? next_random(state, WORKS) : 0;

	for (unsigned n = next_random(state, 3); n > 0; n--)
		versions[next_random(state, WORKS)] = next_random(state, 4);
	strbuf_reset(out);
	for (unsigned i = 0; i < WORKS; i++) {
		unsigned w = (from + i) % WORKS;

		if (versions[w] > 0)
			strbuf_printf(out,
			    "<publication id='p%u' type='book' date='202%u'>"
			    "<title>T%u</title><authors><author "
			    "self='true'/></authors><keyword>k%u</keyword>"
			    "</publication>",
			    w, w / 4, versions[w] < 3 ? w : 0, versions[w]);
	}
}

START_TEST(after_any_edits_it_is_as_if_it_were_new)
{
	unsigned versions[SITEINDEX_OWNERS][WORKS] = {{0}};
	unsigned state = 3;
	struct siteindex si;
	struct strbuf sb;

	siteindex_open(&si);
	strbuf_init(&sb);
	for (unsigned i = 0; i < 600; i++) {
		uint32_t owner = next_random(&state, 5);

		edit(&state, versions[owner], &sb);
		siteindex_put(
		    &si, owner, next_random(&state, 20) > 0 ? sb.buf : NULL);
		if (next_random(&state, 2) == 0)
			siteindex_ck_fresh(&si);
	}
	strbuf_release(&sb);
	siteindex_close(&si);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    what_did_not_change_stays,
	    nothing_stays_when_the_context_is_another,
	    after_any_edits_it_is_as_if_it_were_new,
	    NULL,
	};

	return run_tests("pubedit", tests);
}

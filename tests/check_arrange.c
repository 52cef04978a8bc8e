/* SPDX-License-Identifier: MIT */
/* check_arrange.c - tests of select_arrange(): orders, headings, pages. */
#include <stdlib.h>

#include "sample.h"
#include "select.h"

enum { MANY = 150 };

/* Select what `qs` asks for, which is there. */
static void
begin(struct selection *sel, struct query *q, const struct pubindex *ix,
    const char *qs)
{
	enum query_key bad;

	ck_assert_int_eq(query_parse(q, QUERY_OF_PERSON, qs, &bad), 0);
	ck_assert_msg(select_run(sel, ix, q), "%s", qs);
}

static void
end(struct selection *sel, struct query *q)
{
	select_release(sel);
	query_release(q);
}

/* Calls `check` with each order and each kind of headings. */
static void
for_all_orders(void (*check)(const struct pubindex *ix, const char *qs))
{
	static const char *const sorts[] = {"year", "title", "venue", "cited"};
	static const char *const orders[] = {"asc", "desc"};
	static const char *const bys[] = {"year", "type", "venue", "none"};
	struct schemas *s = open_schemas();
	struct profile *p;
	struct strbuf xml;

	strbuf_init(&xml);
	generate_profile(&xml, MANY);
	p = parse_profile(s, xml.buf);
	for (size_t i = 0; i < 4 * 2 * 4; i++) {
		struct strbuf qs;

		strbuf_init(&qs);
		strbuf_printf(&qs, "sort=%s&order=%s&by=%s", sorts[i / 8],
		    orders[i / 4 % 2], bys[i % 4]);
		check(&p->publications, qs.buf);
		strbuf_release(&qs);
	}
	profile_free(p);
	strbuf_release(&xml);
	schemas_close(s);
}

static void
ck_total_order(const struct pubindex *ix, const char *qs)
{
	struct selection sel;
	struct query q;
	bool *seen = xcalloc(ix->n, sizeof(*seen));

	begin(&sel, &q, ix, qs);
	ck_assert_uint_eq(sel.n, ix->n);
	for (size_t i = 0; i < sel.n; i++) {
		ck_assert(!seen[sel.rows[i]]);
		seen[sel.rows[i]] = true;
	}
	/* every heading once, and all publications under one */
	for (size_t g = 0, first = 0; g < sel.ngroups; g++) {
		ck_assert_uint_eq(sel.groups[g].first, first);
		ck_assert_uint_gt(sel.groups[g].n, 0);
		first += sel.groups[g].n;
		for (size_t h = 0; h < g; h++)
			ck_assert_str_ne(sel.groups[g].id, sel.groups[h].id);
		if (g + 1 == sel.ngroups)
			ck_assert_uint_eq(first, sel.n);
	}
	end(&sel, &q);
	free(seen);
}

START_TEST(every_order_is_total_and_every_group_is_in_one_piece)
{
	for_all_orders(ck_total_order);
}
END_TEST

/* Each page is found without sorting the others. */
static void
ck_pages(const struct pubindex *ix, const char *qs)
{
	struct selection all;
	struct query of_all;

	begin(&all, &of_all, ix, qs);
	for (unsigned per = 1; per < MANY; per = 3 * per + 1)
		for (size_t first = 0; first < ix->n; first += per) {
			struct selection sel;
			struct query q;
			struct strbuf paged;

			strbuf_init(&paged);
			strbuf_printf(&paged, "%s&per=%u&page=%zu", qs, per,
			    first / per + 1);
			begin(&sel, &q, ix, paged.buf);
			for (size_t i = 0; i < sel.n; i++)
				ck_assert_msg(
				    sel.rows[i] == all.rows[first + i], "%s",
				    paged.buf);
			end(&sel, &q);
			strbuf_release(&paged);
		}
	end(&all, &of_all);
}

START_TEST(a_page_of_any_order_is_a_part_of_all_of_it)
{
	for_all_orders(ck_pages);
}
END_TEST

/* "c a b": keys in the order that is asked for. Owned. */
static char *
keys_of(const char *publications, const char *qs)
{
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(s, publications);
	struct selection sel;
	struct query q;
	struct strbuf sb;

	strbuf_init(&sb);
	begin(&sel, &q, &p->publications, qs);
	for (size_t i = 0; i < sel.n; i++)
		strbuf_printf(&sb, "%s%s", i > 0 ? " " : "",
		    strlist_get(&p->publications.keys, sel.rows[i]));
	end(&sel, &q);
	profile_free(p);
	schemas_close(s);
	return strbuf_detach(&sb);
}

#define PUB(id, title)                                                         \
	"<publication id='" id "' type='book' date='2020'><title>" title       \
	"</title><authors><author self='true'/></authors></publication>"

START_TEST(titles_that_begin_alike_are_told_apart)
{
	static const char xml[] = PROFILE("<publications>" PUB("a", "Trees, b")
		PUB("b", "Tree") PUB("c", "Trees") PUB("d", "Trees, a")
		    PUB("e", "T") PUB("f", "\u00e9t\u00e9") PUB("g", "Trees")
			PUB("h", "\u89c6") "</publications>");
	char *up = keys_of(xml, "sort=title");
	char *down = keys_of(xml, "sort=title&order=desc");

	ck_assert_str_eq(up, "f e b c g d a h");
	/* equal ones stay as they are in the file */
	ck_assert_str_eq(down, "h a d c g b e f");
	free(up);
	free(down);
}
END_TEST

#define VENUE_PUB(id, venue)                                                   \
	"<publication id='" id "' type='book' date='2020'><title>T</title>"    \
	"<authors><author self='true'/></authors><venue ref='" venue "'/>"     \
	"</publication>"

START_TEST(venues_of_one_label_have_one_heading_each)
{
	static const char xml[] =
	    PROFILE_WITH("<venues><venue id='v1' short='STOA'/><venue id='v2' "
			 "short='STOA'/></venues>",
		"<publications>" VENUE_PUB("a", "v1") VENUE_PUB("b", "v2")
		    VENUE_PUB("c", "v1") "</publications>");
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(s, xml);
	struct selection sel;
	struct query q;

	begin(&sel, &q, &p->publications, "by=venue");
	ck_assert_uint_eq(sel.ngroups, 2);
	ck_assert_uint_eq(sel.groups[0].n, 2);
	end(&sel, &q);
	ck_total_order(&p->publications, "by=venue&sort=cited");
	profile_free(p);
	schemas_close(s);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    every_order_is_total_and_every_group_is_in_one_piece,
	    a_page_of_any_order_is_a_part_of_all_of_it,
	    titles_that_begin_alike_are_told_apart,
	    venues_of_one_label_have_one_heading_each,
	    NULL,
	};

	return run_tests("arrange", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_select.c - tests of select.h. */
#include <stdlib.h>
#include <string.h>

#include "pubtext.h"
#include "sample.h"
#include "select.h"

#define PUB(id, type, date, attrs, title, parts)                               \
	"<publication id='" id "' type='" type "' date='" date "'" attrs       \
	"><title>" title "</title><authors><author>Zo\u00eb M\u00fcller"       \
	"</author></authors>" parts "</publication>"
#define VENUE(name) "<venue><name>" name "</name></venue>"
#define CITED(n) "<metric type='citations' value='" n "' as-of='2024'/>"

/* In the order of the index: acc sub a b c d e */
static const char small[] = PROFILE("<publications>" PUB("a", "journal",
    "2023-05", "", "Beta trees", VENUE("Acta") CITED("5")) PUB("b", "book",
    "2023", "", "alpha", CITED("50")) PUB("sub", "journal", "2019",
    " status='submitted'", "Gamma", "") PUB("c", "journal", "2021-12-31", "",
    "\u00c9clair", VENUE("Zeitschrift") CITED("5"))
	PUB("d", "thesis", "2021", "", "\u89c6\u9891\u7247\u6bb5\u68c0\u7d22",
	    "<keyword>leaf order"
	    "</keyword>") PUB("acc", "journal", "2018", " status='accepted'",
	    "Delta", VENUE("Acta") CITED("1")) PUB("e", "book", "1999", "",
	    "alpha", VENUE("acta") CITED("0")) "</publications>");

/* "acc sub | a b": keys, with a bar between groups. Owned. */
static char *
run(const struct pubindex *ix, const char *qs, bool *exists)
{
	enum query_key bad;
	struct selection sel;
	struct strbuf sb;
	struct query q;

	strbuf_init(&sb);
	ck_assert_msg(
	    query_parse(&q, QUERY_OF_PERSON, qs, &bad) == 0, "%s", qs);
	*exists = select_run(&sel, ix, &q);
	for (size_t g = 0; g < sel.ngroups; g++)
		for (size_t i = 0; i < sel.groups[g].n; i++)
			strbuf_printf(&sb, "%s%s",
			    i > 0   ? " "
			    : g > 0 ? " | "
				    : "",
			    strlist_get(
				&ix->keys, sel.rows[sel.groups[g].first + i]));
	select_release(&sel);
	query_release(&q);
	return strbuf_detach(&sb);
}

static const struct {
	const char *qs;
	const char *want;
} cases[] = {
    /* what is not out yet is on top, then years */
    {"", "acc sub | a b | c d | e"},
    {"order=asc", "e | d c | b a | sub acc"},
    {"by=none", "acc sub a b c d e"},
    {"by=none&order=asc", "e d c b a sub acc"},
    {"by=type", "b e | acc sub a c | d"},
    {"by=venue", "sub b d | acc a e | c"},
    {"sort=title", "b e a acc c sub d"},
    {"sort=title&order=desc", "d sub c acc a b e"},
    {"sort=title&by=year", "acc sub | b a | c d | e"},
    {"sort=cited", "b a c acc e sub d"},
    {"sort=cited&order=asc", "sub d e acc a c b"},
    {"sort=venue", "sub b d acc a e c"},
    /* years */
    {"year=2023", "a b"},
    {"year=2021,2023", "a b | c d"},
    {"year=2021-2023", "a b | c d"},
    {"year=2022-", "a b"},
    {"year=-1999", "e"},
    {"year=1990-2010,2021", "c d | e"},
    {"year=latest", "a b"},
    {"year=latest&type=book", "b"},
    {"year=2018", "acc"},
    {"year=1066", ""},
    /* one key: or; several: and */
    {"type=book,thesis", "b | d | e"},
    {"type=book&type=thesis", "b | d | e"},
    {"type=book&year=2023", "b"},
    {"type=book,journal&year=2021,1999", "c | e"},
    {"type=book&venue=zeitschrift", ""},
    {"status=accepted,submitted", "acc sub"},
    /* an id, or else whole words of the label */
    {"author=zoe-muller", "acc sub | a b | c d | e"},
    {"author=M%C3%BCller", "acc sub | a b | c d | e"},
    {"author=MULLER", "acc sub | a b | c d | e"},
    {"author=mull", ""},
    {"keyword=order", "d"},
    {"keyword=leaf+order", "d"},
    {"keyword=orders", ""},
    {"venue=acta", "acc | a | e"},
    {"author=nobody", ""},
    /* words: all of them, anywhere, folded */
    {"q=muller&year=2021", "c d"},
    {"q=M%C3%9CLLER+zoe&year=2021", "c d"},
    {"q=eclair", "c"},
    {"q=%C3%A9CLAIR", "c"},
    {"q=TREES+beta", "a"},
    {"q=tree", "a"},
    {"q=trees+alpha", ""},
    {"q=%E8%A7%86%E9%A2%91", "d"},
    {"q=%E6%A3%80%E7%B4%A2+order", "d"},
    {"q=zeitschrift", "c"},
    {"q=.*", ""},
    {"q=%25", ""},
    /* sixteen words; a shorter one more is not looked for */
    {"q=x+be+et+ta+tr+re+ee+es+zo+oe+mu+ul+ll+le+er+ac", ""},
    {"q=x+be+et+ta+tr+re+ee+es+zo+oe+mu+ul+ll+le+er+ac+ct", "a"},
};

START_TEST(queries_show_what_they_ask_for_in_order)
{
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(s, small);

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		bool exists;
		char *got = run(&p->publications, cases[i].qs, &exists);

		ck_assert(exists);
		ck_assert_msg(strcmp(got, cases[i].want) == 0,
		    "?%s shows \"%s\", not \"%s\"", cases[i].qs, got,
		    cases[i].want);
		free(got);
	}
	profile_free(p);
	schemas_close(s);
}
END_TEST

/* Has the publication one of the alternatives? By ids, without any plan. */
static bool
matches_field(const struct pubindex *ix, uint32_t row, const struct query *q,
    enum field f)
{
	const struct column *c = &ix->fields[f];
	bool hit = q->fields[f].n == 0;
	size_t n;
	const uint32_t *values = column_values(c, row, &n);

	for (size_t i = 0; i < n; i++)
		hit = hit || query_has(q, f, dict_id(&c->dict, values[i]));
	return hit;
}

static bool
has_text(const struct pubindex *ix, uint32_t row, const char *word)
{
	struct strbuf text;
	bool found;

	strbuf_init(&text);
	pubtext_search(
	    ix->source.nodes[ix->rows[row].ordinal], &ix->source, &text);
	found = strstr(text.buf, word) != NULL;
	strbuf_release(&text);
	return found;
}

static void
ck_selection(const struct pubindex *ix, const char *qs)
{
	size_t without[FIELD__MAX + 1] = {0};
	enum query_key bad;
	struct selection sel;
	struct query q;
	size_t n = 0;

	ck_assert_msg(
	    query_parse(&q, QUERY_OF_PERSON, qs, &bad) == 0, "%s", qs);
	ck_assert(select_run(&sel, ix, &q));
	for (size_t i = 0; i < ix->n; i++) {
		uint32_t row = ix->order.rows[i];
		bool word = q.q == NULL || has_text(ix, row, q.q);
		int misses = !word;
		int missed = FIELD__MAX;

		for (int f = 0; f < FIELD__MAX; f++)
			if (!matches_field(ix, row, &q, (enum field)f)) {
				misses++;
				missed = f;
			}
		if (misses == 0) {
			ck_assert_msg(n < sel.n, "%s", qs);
			ck_assert_msg(sel.rows[n++] == row, "%s", qs);
		}
		for (int f = 0; f <= FIELD__MAX; f++)
			without[f] +=
			    misses == 0 || (misses == 1 && missed == f);
	}
	ck_assert_uint_eq(sel.n, n);
	ck_assert_uint_eq(sel.matches, n);
	ck_assert_uint_eq(sel.total, ix->n);
	ck_assert_mem_eq(sel.without, without, sizeof(without));
	select_release(&sel);
	query_release(&q);
}

/* What each key may say; "" nothing. */
static const char *const choices[][4] = {
    {"", "q=arborum", NULL},
    {"", "author=ada", "author=co-author-3,co-author-5", NULL},
    {"", "year=2019", "year=2016,2020,2021", NULL},
    {"", "type=journal", "type=preprint,conference", NULL},
    {"", "venue=stoa", "venue=acta-arborum,zeitschrift", NULL},
    {"", "keyword=muller-automata", NULL},
    {"", "status=published", NULL},
    {"", "selected=true", NULL},
    {"", "has=code,data", NULL},
    {"", "rank=ccf-b", NULL},
};

START_TEST(every_combination_shows_what_brute_force_finds)
{
	size_t at[ARRAY_SIZE(choices)] = {0};
	struct schemas *s = open_schemas();
	struct profile *p;
	struct strbuf xml;
	struct strbuf qs;
	size_t k = 0;

	strbuf_init(&xml);
	strbuf_init(&qs);
	generate_profile(&xml, 100);
	p = parse_profile(s, xml.buf);
	/* an odometer over all choices */
	while (k < ARRAY_SIZE(choices)) {
		strbuf_reset(&qs);
		strbuf_puts(&qs, "by=none");
		for (size_t i = 0; i < ARRAY_SIZE(choices); i++)
			if (at[i] > 0)
				strbuf_printf(&qs, "&%s", choices[i][at[i]]);
		ck_selection(&p->publications, qs.buf);
		for (k = 0;
		     k < ARRAY_SIZE(choices) && choices[k][++at[k]] == NULL;
		     k++)
			at[k] = 0;
	}
	profile_free(p);
	strbuf_release(&xml);
	strbuf_release(&qs);
	schemas_close(s);
}
END_TEST

START_TEST(pages_show_everything_once)
{
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(s, small);
	static const struct {
		const char *qs;
		bool exists;
		const char *want;
	} pages[] = {
	    {"per=3", true, "acc sub | a"},
	    {"per=3&page=2", true, "b | c d"},
	    {"per=3&page=3", true, "e"},
	    {"per=3&page=4", false, ""},
	    {"per=7", true, "acc sub | a b | c d | e"},
	    {"per=7&page=2", false, ""},
	    {"page=2", false, ""},
	    {"per=2&page=2&type=book,thesis", true, "e"},
	    {"per=2&page=1000000", false, ""},
	    {"per=3&type=patent", true, ""},
	    {"per=3&type=patent&page=2", false, ""},
	};

	for (size_t i = 0; i < ARRAY_SIZE(pages); i++) {
		bool exists;
		char *got = run(&p->publications, pages[i].qs, &exists);

		ck_assert_int_eq(exists, pages[i].exists);
		ck_assert_str_eq(got, pages[i].want);
		free(got);
	}
	profile_free(p);
	schemas_close(s);
}
END_TEST

START_TEST(an_empty_list_shows_nothing_and_is_no_error)
{
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(s, PROFILE(""));

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		bool exists;
		char *got = run(&p->publications, cases[i].qs, &exists);

		ck_assert(exists);
		ck_assert_str_eq(got, "");
		free(got);
	}
	profile_free(p);
	schemas_close(s);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    queries_show_what_they_ask_for_in_order,
	    every_combination_shows_what_brute_force_finds,
	    pages_show_everything_once,
	    an_empty_list_shows_nothing_and_is_no_error,
	    NULL,
	};

	return run_tests("select", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_facet.c - tests of facet.h. */
#include <stdlib.h>
#include <string.h>

#include "facet.h"
#include "sample.h"

/* A selection and what it was made from. */
struct fixture {
	struct schemas *schemas;
	struct profile *profile;
	struct query query;
	struct selection sel;
};

static void
begin(struct fixture *fx, const char *xml)
{
	*fx = (struct fixture){.schemas = open_schemas()};
	fx->profile = parse_profile(fx->schemas, xml);
}

static void
ask(struct fixture *fx, const char *qs)
{
	enum query_key bad;

	select_release(&fx->sel);
	query_release(&fx->query);
	ck_assert_msg(
	    query_parse(&fx->query, QUERY_OF_PERSON, qs, &bad) == 0, "%s", qs);
	select_run(&fx->sel, &fx->profile->publications, &fx->query);
}

static void
end(struct fixture *fx)
{
	select_release(&fx->sel);
	query_release(&fx->query);
	profile_free(fx->profile);
	schemas_close(fx->schemas);
}

/* "book 3 *thesis 1": values, counts, a star for those asked for. Owned. */
static char *
describe(const struct fixture *fx, enum field f, bool *matters)
{
	const struct dict *dict = &fx->profile->publications.fields[f].dict;
	struct facet fc;
	struct strbuf sb;

	strbuf_init(&sb);
	facet_count(&fc, &fx->sel, f);
	ck_assert_int_eq(fc.field, f);
	for (size_t i = 0; i < fc.n; i++)
		strbuf_printf(&sb, "%s%s%s %zu", i > 0 ? " " : "",
		    fc.values[i].current ? "*" : "",
		    dict_id(dict, fc.values[i].value), fc.values[i].n);
	*matters = facet_matters(&fc, &fx->sel);
	facet_release(&fc);
	return strbuf_detach(&sb);
}

#define PUB(id, type, date, parts)                                             \
	"<publication id='" id "' type='" type "' date='" date "'><title>" id  \
	"</title><authors><author>Zoe</author></authors>" parts                \
	"</publication>"
#define KEYWORD(k) "<keyword>" k "</keyword>"

static const char small[] = PROFILE("<publications>" PUB("a", "book", "2020",
    KEYWORD("x") KEYWORD("y")) PUB("b", "book", "2021", KEYWORD("x"))
	PUB("c", "thesis", "2021", KEYWORD("y")) PUB("d", "journal", "2023",
	    KEYWORD("y") KEYWORD("leaf order")) "</publications>");

static const struct {
	const char *qs;
	enum field field;
	const char *want;
	bool matters;
} cases[] = {
    /* most first, then by id; years ascending */
    {"", FIELD_TYPE, "book 2 journal 1 thesis 1", true},
    {"", FIELD_YEAR, "2020 1 2021 2 2023 1", true},
    {"", FIELD_KEYWORD, "y 3 x 2 leaf-order 1", true},
    /* everybody has it: no choice */
    {"", FIELD_AUTHOR, "zoe 4", false},
    {"", FIELD_STATUS, "published 4", false},
    {"", FIELD_VENUE, "", false},
    {"", FIELD_SELECTED, "", false},
    /* its own filter does not count, the others do */
    {"type=book", FIELD_TYPE, "*book 2 journal 1 thesis 1", true},
    {"type=book", FIELD_YEAR, "2020 1 2021 1", true},
    {"type=book", FIELD_KEYWORD, "x 2 y 1", true},
    {"type=book&year=2021", FIELD_TYPE, "*book 1 thesis 1", true},
    {"type=book&year=2021", FIELD_YEAR, "2020 1 *2021 1", true},
    {"type=book&year=2021", FIELD_KEYWORD, "x 1", false},
    /* less than all that could be seen: still a choice */
    {"year=2023", FIELD_KEYWORD, "leaf-order 1 y 1", true},
    {"q=leaf", FIELD_TYPE, "journal 1", false},
    /* what is asked for stays, though it shows nothing */
    {"type=thesis&year=2023", FIELD_TYPE, "journal 1 *thesis 0", true},
    {"type=thesis&year=2023", FIELD_YEAR, "2021 1 *2023 0", true},
    {"type=patent", FIELD_TYPE, "book 2 journal 1 thesis 1", true},
    {"type=patent", FIELD_YEAR, "", false},
    /* ranges and words mark what they mean */
    {"year=2020-2021", FIELD_YEAR, "*2020 1 *2021 2 2023 1", true},
    {"year=latest", FIELD_YEAR, "2020 1 2021 2 *2023 1", true},
    {"keyword=order", FIELD_KEYWORD, "y 3 x 2 *leaf-order 1", true},
    {"selected=true", FIELD_SELECTED, "", false},
    {"selected=false", FIELD_SELECTED, "*false 4", true},
};

START_TEST(values_are_counted_under_all_other_filters)
{
	struct fixture fx;

	begin(&fx, small);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		bool matters;
		char *got;

		ask(&fx, cases[i].qs);
		got = describe(&fx, cases[i].field, &matters);
		ck_assert_msg(strcmp(got, cases[i].want) == 0,
		    "?%s has \"%s\", not \"%s\"", cases[i].qs, got,
		    cases[i].want);
		ck_assert_msg(matters == cases[i].matters, "?%s", cases[i].qs);
		free(got);
	}
	end(&fx);
}
END_TEST

/* How many there would be if the field asked for this value only. */
static size_t
count_alone(struct fixture *fx, enum field f, const char *id)
{
	struct terms before = fx->query.fields[f];
	struct selection sel;
	size_t n;

	fx->query.fields[f] = (struct terms){.n = 1};
	fx->query.fields[f].v[0] = xstrdup(id);
	select_run(&sel, &fx->profile->publications, &fx->query);
	n = sel.matches;
	select_release(&sel);
	free(fx->query.fields[f].v[0]);
	fx->query.fields[f] = before;
	return n;
}

static void
ck_facet(struct fixture *fx, const char *qs, enum field f)
{
	const struct dict *dict = &fx->profile->publications.fields[f].dict;
	struct facet fc;
	size_t shown = 0;

	facet_count(&fc, &fx->sel, f);
	for (size_t i = 0; i < fc.n; i++) {
		const char *id = dict_id(dict, fc.values[i].value);

		ck_assert_msg(fc.values[i].n == count_alone(fx, f, id),
		    "?%s: %s=%s is not %zu", qs,
		    query_key_name(query_field_key(f)), id, fc.values[i].n);
		ck_assert_int_eq(
		    fc.values[i].current, query_has(&fx->query, f, id));
	}
	/* and nothing that would show something is missing */
	for (size_t i = 0; i < dict_size(dict); i++) {
		const char *id = dict_id(dict, i);

		shown += query_has(&fx->query, f, id) ||
			 (count_alone(fx, f, id) > 0 &&
			     (f != FIELD_SELECTED || strcmp(id, "true") == 0));
	}
	ck_assert_msg(
	    fc.n == shown, "?%s: %s", qs, query_key_name(query_field_key(f)));
	facet_release(&fc);
}

START_TEST(every_count_is_what_choosing_it_shows)
{
	static const char *const choices[][3] = {
	    {"", "q=arborum"},
	    {"", "author=co-author-3,co-author-5"},
	    {"", "year=2016", "year=2019,2021"},
	    {"", "type=journal,preprint"},
	    {"", "venue=stoa"},
	    {"", "keyword=trees,graphs"},
	    {"", "status=accepted,published"},
	    {"", "selected=true"},
	};
	struct strbuf xml;
	struct strbuf qs;
	struct fixture fx;

	strbuf_init(&xml);
	strbuf_init(&qs);
	generate_profile(&xml, 60);
	begin(&fx, xml.buf);
	/* the year has three choices, all others two */
	for (size_t i = 0; i < 3u << (ARRAY_SIZE(choices) - 1); i++) {
		size_t bits = i / 3;

		strbuf_reset(&qs);
		for (size_t k = 0; k < ARRAY_SIZE(choices); k++) {
			size_t choice = k == 2 ? i % 3 : bits & 1;

			if (k != 2)
				bits >>= 1;
			strbuf_printf(&qs, "%s&", choices[k][choice]);
		}
		ask(&fx, qs.buf);
		for (int f = 0; f < FIELD__MAX; f++)
			ck_facet(&fx, qs.buf, (enum field)f);
	}
	end(&fx);
	strbuf_release(&xml);
	strbuf_release(&qs);
}
END_TEST

START_TEST(paging_does_not_change_counts)
{
	struct fixture fx;
	bool matters;
	char *whole;
	char *page;

	begin(&fx, small);
	for (int f = 0; f < FIELD__MAX; f++) {
		ask(&fx, "year=2021-");
		whole = describe(&fx, (enum field)f, &matters);
		ask(&fx, "year=2021-&per=1&page=2");
		page = describe(&fx, (enum field)f, &matters);
		ck_assert_str_eq(whole, page);
		free(whole);
		free(page);
	}
	end(&fx);
}
END_TEST

START_TEST(an_empty_list_has_no_facets)
{
	struct fixture fx;

	begin(&fx, PROFILE(""));
	ask(&fx, "type=book&year=2023&q=x");
	for (int f = 0; f < FIELD__MAX; f++) {
		bool matters;
		char *got = describe(&fx, (enum field)f, &matters);

		ck_assert_str_eq(got, "");
		ck_assert(!matters);
		free(got);
	}
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    values_are_counted_under_all_other_filters,
	    every_count_is_what_choosing_it_shows,
	    paging_does_not_change_counts,
	    an_empty_list_has_no_facets,
	    NULL,
	};

	return run_tests("facet", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_entries.c - tests of the index of all publications of a site. */
#include <stdlib.h>
#include <string.h>

#include "facet.h"
#include "siteindex.h"

static void
ck_entries(struct siteindex *fx, const char *want)
{
	char *got;

	pubindex_settle(&fx->ix);
	got = siteindex_describe(&fx->ix);
	ck_assert_str_eq(got, want);
	free(got);
}

#define PUB(id, date, title, parts)                                            \
	"<publication id='" id "' type='journal' date='" date                  \
	"'><title>" title                                                      \
	"</title><authors><author self='true'/></authors>" parts               \
	"</publication>"
#define ID(type, id) "<identifier type='" type "'>" id "</identifier>"
#define DOI(id) ID("doi", id)
#define ARXIV(id) ID("arxiv", id)

START_TEST(publications_of_one_doi_are_one_entry)
{
	struct siteindex fx;

	siteindex_open(&fx);
	siteindex_put(&fx, 0, PUB("p", "2024", "Trees", DOI("10.1/AB")));
	siteindex_put(&fx, 1,
	    PUB("q", "2023", "Tress", DOI("https://doi.org/10.1/ab"))
		PUB("r", "2022", "Other", DOI("10.1/abc")));
	ck_entries(&fx, "a/p+b/q b/r");
	ck_assert_uint_eq(fx.ix.nentries, 2);
	siteindex_close(&fx);
}
END_TEST

START_TEST(versions_and_dois_of_arxiv_are_its_ids)
{
	struct siteindex fx;

	siteindex_open(&fx);
	siteindex_put(&fx, 0, PUB("p", "2024", "A", ARXIV("2401.00001v2")));
	siteindex_put(&fx, 1, PUB("q", "2023", "B", ARXIV("arXiv:2401.00001")));
	siteindex_put(
	    &fx, 2, PUB("r", "2022", "C", DOI("10.48550/arXiv.2401.00001")));
	/* the paper has a DOI of its own, and says where the preprint is */
	siteindex_put(
	    &fx, 3, PUB("s", "2021", "D", DOI("10.1/s") ARXIV("2401.00001v1")));
	ck_entries(&fx, "d/s+a/p+b/q+c/r");
	siteindex_close(&fx);
}
END_TEST

START_TEST(titles_of_one_year_are_compared_without_signs_and_case)
{
	struct siteindex fx;

	siteindex_open(&fx);
	siteindex_put(&fx, 0, PUB("p", "2024-05", "Trees: a Survey", ""));
	siteindex_put(
	    &fx, 1, PUB("q", "2024-06", "Tr\u00e9es \u2013 A SURVEY.", ""));
	siteindex_put(&fx, 2, PUB("r", "2023", "Trees: a Survey", ""));
	ck_entries(&fx, "a/p+b/q c/r");
	siteindex_close(&fx);
}
END_TEST

START_TEST(of_different_people_titles_decide_and_then_keys)
{
	struct siteindex fx;

	siteindex_open(&fx);
	siteindex_put(&fx, 0, PUB("p", "2024", "Gardens of two", ""));
	siteindex_put(&fx, 1, PUB("q", "2024", "Gardens of one", ""));
	siteindex_put(&fx, 2, PUB("r", "2024", "Garden", ""));
	siteindex_put(&fx, 3, PUB("s", "2024", "\u017bagle", DOI("10.1/s")));
	siteindex_put(&fx, 4, PUB("o", "2024", "\u017bagle", DOI("10.1/o")));
	siteindex_put(&fx, 5, PUB("t", "2024-01", "Zoo", ""));
	ck_entries(&fx, "f/t c/r b/q a/p e/o d/s");
	siteindex_close(&fx);
}
END_TEST

START_TEST(works_of_different_dois_are_different)
{
	struct siteindex fx;

	siteindex_open(&fx);
	siteindex_put(&fx, 0, PUB("p", "2024", "Editorial", DOI("10.1/a")));
	siteindex_put(&fx, 1, PUB("q", "2024", "Editorial", DOI("10.1/b")));
	siteindex_put(&fx, 2, PUB("r", "2024", "Editorial", ""));
	ck_entries(&fx, "a/p+c/r b/q");
	/* whoever lists two of one title means two */
	siteindex_put(&fx, 0,
	    PUB("p", "2024", "Editorial", "")
		PUB("o", "2024", "Editorial", ""));
	siteindex_put(&fx, 1, PUB("q", "2024", "Editorial", ""));
	ck_entries(&fx, "a/p+b/q+c/r a/o");
	siteindex_close(&fx);
}
END_TEST

START_TEST(the_copy_that_says_most_is_shown)
{
	struct siteindex fx;

	siteindex_open(&fx);
	siteindex_put(&fx, 0, PUB("p", "2024", "T", ""));
	siteindex_put(&fx, 1, PUB("q", "2024", "T", "<pages>1</pages>"));
	siteindex_put(&fx, 2, PUB("r", "2024", "T", DOI("10.1/r")));
	siteindex_put(&fx, 3,
	    PUB("s", "2024", "T", "<keyword>a</keyword><keyword>b</keyword>"));
	/* all but the first say one thing more; a DOI is worth most */
	ck_entries(&fx, "c/r+a/p+b/q+d/s");
	siteindex_put(&fx, 2, NULL);
	ck_entries(&fx, "b/q+a/p+d/s");
	siteindex_put(&fx, 1, NULL);
	siteindex_put(&fx, 3, PUB("s", "2024", "T", ""));
	ck_entries(&fx, "a/p+d/s");
	siteindex_put(&fx, 0, NULL);
	siteindex_put(&fx, 3, NULL);
	ck_entries(&fx, "");
	siteindex_close(&fx);
}
END_TEST

/* How many entries match, and the counts of a facet: "2: a 1 b 2". */
static void
ck_query(
    const struct siteindex *fx, const char *qs, enum field f, const char *want)
{
	const struct dict *dict = &fx->ix.fields[f].dict;
	struct selection sel;
	struct strbuf got;
	enum query_key bad;
	struct query q;
	struct facet fc;

	ck_assert_int_eq(query_parse(&q, QUERY_OF_SITE, qs, &bad), 0);
	select_run(&sel, &fx->ix, &q);
	facet_count(&fc, &sel, f);
	strbuf_init(&got);
	strbuf_printf(&got, "%zu:", sel.matches);
	for (size_t i = 0; i < fc.n; i++)
		strbuf_printf(&got, " %s %zu",
		    dict_id(dict, fc.values[i].value), fc.values[i].n);
	ck_assert_msg(strcmp(got.buf, want) == 0, "?%s: \"%s\", not \"%s\"", qs,
	    got.buf, want);
	strbuf_release(&got);
	facet_release(&fc);
	select_release(&sel);
	query_release(&q);
}

START_TEST(an_entry_counts_once_and_for_all_its_owners)
{
	struct siteindex fx;

	siteindex_open(&fx);
	siteindex_put(&fx, 0,
	    PUB("p", "2024", "T", "<keyword>x</keyword>")
		PUB("u", "2020", "U", ""));
	siteindex_put(&fx, 1, PUB("q", "2024", "T", ""));
	siteindex_put(&fx, 2, PUB("r", "2024", "T", ""));
	pubindex_settle(&fx.ix);
	ck_query(&fx, "", FIELD_PERSON, "2: a 2 b 1 c 1");
	ck_query(&fx, "person=b,c", FIELD_PERSON, "1: a 2 b 1 c 1");
	ck_query(&fx, "person=b", FIELD_KEYWORD, "1: x 1");
	ck_query(&fx, "year=2024", FIELD_PERSON, "1: a 1 b 1 c 1");
	ck_query(&fx, "person=b&year=2020", FIELD_YEAR, "0: 2020 0 2024 1");
	siteindex_close(&fx);
}
END_TEST

/* The counts that are kept are those of all entries. */
static void
ck_counts(const struct pubindex *ix)
{
	for (unsigned f = 0; f < FIELD__MAX; f++) {
		const struct column *c = &ix->fields[f];
		uint32_t *counts =
		    xcalloc(dict_size(&c->dict), sizeof(*counts));

		for (uint32_t row = 0; row < ix->n; row++) {
			size_t n;
			const uint32_t *v = column_values(c, row, &n);

			if (!bits_test(&ix->entries, row) ||
			    field_is_of_copies((enum field)f))
				continue;
			for (size_t i = 0; i < n; i++)
				counts[v[i]]++;
		}
		for (size_t v = 0; v < dict_size(&c->dict); v++)
			if (!field_is_of_copies((enum field)f))
				ck_assert_uint_eq(
				    counts[v], c->dict.entries[v]);
		free(counts);
	}
}

START_TEST(what_was_there_before_makes_no_difference)
{
	unsigned state = 1;
	struct siteindex fx;
	struct strbuf sb;

	siteindex_open(&fx);
	strbuf_init(&sb);
	for (unsigned i = 0; i < 300; i++) {
		uint32_t owner = next_random(&state, SITEINDEX_OWNERS);

		strbuf_reset(&sb);
		random_publications(&state, &sb);
		siteindex_put(
		    &fx, owner, next_random(&state, 5) > 0 ? sb.buf : NULL);
		if (next_random(&state, 3) == 0) {
			siteindex_ck_fresh(&fx);
			ck_counts(&fx.ix);
		}
	}
	strbuf_release(&sb);
	siteindex_close(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    publications_of_one_doi_are_one_entry,
	    versions_and_dois_of_arxiv_are_its_ids,
	    titles_of_one_year_are_compared_without_signs_and_case,
	    of_different_people_titles_decide_and_then_keys,
	    works_of_different_dois_are_different,
	    the_copy_that_says_most_is_shown,
	    an_entry_counts_once_and_for_all_its_owners,
	    what_was_there_before_makes_no_difference,
	    NULL,
	};

	return run_tests("entries", tests);
}

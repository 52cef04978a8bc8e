/* SPDX-License-Identifier: MIT */
/* check_pubindex.c - tests of pubindex.h and pubfields.h. */
#include <stdlib.h>
#include <string.h>

#include "pubindex.h"
#include "pubtext.h"
#include "siteindex.h"
#include "testing.h"

#define REGISTERS                                                              \
	"<people><person id='bo-li'><name xml:lang='en'>Bo Li</name>"          \
	"<name xml:lang='zh'>\u674e\u535a</name></person></people>"            \
	"<venues><venue id='jg' short='J. Graphs'><name>Journal of "           \
	"Gr\u00e4phs</name><rank scheme='JCR'>Q1</rank><rank scheme='CCF'>B"   \
	"</rank></venue><venue id='plain'><name>Plain Letters</name></venue>"  \
	"<venue id='bare'/></venues>"
#define PUBLICATIONS(list) PROFILE_WITH(REGISTERS, "<publications>" list LATER)
#define LATER                                                                  \
	"</publications>"                                                      \
	"<projects><project id='Pr_1'><title>Seeing Trees</title></project>"   \
	"<project id='pr2' hidden='true'><title>Secret</title></project>"      \
	"</projects><grants hidden='true'><grant id='g0' from='2020'><title>"  \
	"No</title><funder>F</funder></grant></grants><grants id='more'>"      \
	"<grant id='g1' from='2020'><title>Roots</title><funder>F</funder>"    \
	"</grant></grants>"
/* One publication that is completed by attributes and elements. */
#define PUB(attrs, parts)                                                      \
	"<publication " attrs "><title>T</title>" parts "</publication>"
#define NOBODY "<authors><author>Zoe</author></authors>"
#define ONE(attrs, parts)                                                      \
	PUBLICATIONS(PUB("id='k' type='journal' date='2023'" attrs, parts))

/* "id=label id=label" of the first publication in a field. */
static void
describe(
    const struct pubindex *ix, uint32_t row, enum field f, struct strbuf *out)
{
	const struct dict *dict = &ix->fields[f].dict;
	size_t n;
	const uint32_t *values = column_values(&ix->fields[f], row, &n);

	for (size_t i = 0; i < n; i++) {
		const char *label = dict_label(dict, values[i]);

		strbuf_printf(out, "%s%s=%s", out->len > 0 ? "; " : "",
		    dict_id(dict, values[i]), label != NULL ? label : "(word)");
	}
}

static const struct {
	const char *xml;
	enum field field;
	const char *values;
} field_cases[] = {
    {ONE("", "<authors><author person='ada' self='true'/><author "
	     "person='bo-li'>B. Li</author><author>Zo\u00eb "
	     "M\u00fcller</author></authors>"),
	FIELD_AUTHOR,
	"ada=Ada Berg; bo-li=Bo Li; zoe-muller=Zo\u00eb "
	"M\u00fcller"},
    {ONE("", "<authors><author person='bo-li'/></authors>"), FIELD_AUTHOR,
	"bo-li=Bo Li"},
    /* the same person twice is one */
    {ONE("", "<authors><author person='ada'/><author person='ada'>A."
	     "</author></authors>"),
	FIELD_AUTHOR, "ada=Ada Berg"},
    {ONE("", "<authors><author>\u5b59\u65b0</author></authors>"), FIELD_AUTHOR,
	"\u5b59\u65b0=\u5b59\u65b0"},
    /* nothing that could stand in a URL */
    {ONE("", "<authors><author>***</author></authors>"), FIELD_AUTHOR, ""},
    {ONE("", NOBODY), FIELD_YEAR, "2023=2023"},
    {PUBLICATIONS(PUB("id='k' type='book' date='0987-06-05'", NOBODY)),
	FIELD_YEAR, "0987=0987"},
    {ONE("", NOBODY), FIELD_TYPE, "journal=(word)"},
    {ONE("", NOBODY), FIELD_VENUE, ""},
    {ONE("", NOBODY "<venue ref='jg'/>"), FIELD_VENUE, "jg=J. Graphs"},
    {ONE("", NOBODY "<venue ref='plain'/>"), FIELD_VENUE,
	"plain=Plain Letters"},
    {ONE("", NOBODY "<venue ref='bare'/>"), FIELD_VENUE, "bare=bare"},
    {ONE("", NOBODY "<venue short='ACM MM'><name>Multimedia</name></venue>"),
	FIELD_VENUE, "acm-mm=ACM MM"},
    {ONE("", NOBODY "<venue><name>Acta  \n Arborum</name></venue>"),
	FIELD_VENUE, "acta-arborum=Acta Arborum"},
    {ONE("", NOBODY "<venue/>"), FIELD_VENUE, ""},
    {ONE("", NOBODY "<keyword>Trees</keyword><keyword>leaf  order</keyword>"
		    "<keyword>TREES</keyword>"),
	FIELD_KEYWORD, "trees=Trees; leaf-order=leaf order"},
    {ONE("", NOBODY), FIELD_KEYWORD, ""},
    {ONE("", NOBODY), FIELD_PROJECT, ""},
    {ONE(" project='Pr_1  pr2'", NOBODY), FIELD_PROJECT, "pr-1=Seeing Trees"},
    {ONE(" grant='g1 g0'", NOBODY), FIELD_GRANT, "g1=Roots"},
    {ONE("", NOBODY), FIELD_PERSON, "ada=Ada Berg"},
    {ONE("", NOBODY), FIELD_GROUP, ""},
    {ONE("", NOBODY), FIELD_STATUS, "published=(word)"},
    {ONE(" status='in-press'", NOBODY), FIELD_STATUS, "in-press=(word)"},
    {ONE("", NOBODY), FIELD_SELECTED, "false=(word)"},
    {ONE(" selected='1'", NOBODY), FIELD_SELECTED, "true=(word)"},
    {ONE("", NOBODY), FIELD_HAS, ""},
    {ONE("", NOBODY "<link rel='code' href='/c'/><link rel='preprint' "
		    "href='/p'/><link rel='paper' href='/q'/><link "
		    "rel='blog' href='/b'/><link rel='video' href='/v'/>"),
	FIELD_HAS, "code=(word); paper=(word); video=(word)"},
    {ONE("", NOBODY "<venue ref='jg'/>"), FIELD_RANK,
	"jcr-q1=JCR Q1; ccf-b=CCF B"},
    {ONE("", NOBODY "<venue><name>N</name><rank scheme=''>A*</rank></venue>"),
	FIELD_RANK, "a-star=A*"},
    {ONE("", NOBODY "<venue ref='plain'/>"), FIELD_RANK, ""},
};

START_TEST(fields_have_the_values_that_the_file_says)
{
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(field_cases); i++) {
		struct profile *p = parse_profile(s, field_cases[i].xml);
		struct strbuf got;

		strbuf_init(&got);
		describe(&p->publications, 0, field_cases[i].field, &got);
		ck_assert_msg(strcmp(got.buf, field_cases[i].values) == 0,
		    "%zu: \"%s\", not \"%s\"", i, got.buf,
		    field_cases[i].values);
		strbuf_release(&got);
		profile_free(p);
	}
	schemas_close(s);
}
END_TEST

/* The keys of all publications, in order. */
static char *
keys_of(const struct pubindex *ix)
{
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t i = 0; i < ix->n; i++)
		strbuf_printf(&sb, "%s%s", i > 0 ? " " : "",
		    strlist_get(&ix->keys, ix->order.rows[i]));
	return strbuf_detach(&sb);
}

static void
ck_order(const char *xml, const char *want)
{
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(s, xml);
	char *got = keys_of(&p->publications);

	ck_assert_str_eq(got, want);
	free(got);
	profile_free(p);
	schemas_close(s);
}

START_TEST(newest_is_first_and_more_exact_is_newer)
{
	ck_order(PUBLICATIONS(PUB("id='a' type='book' date='2020'", NOBODY)
			 PUB("id='b' type='book' date='2021-03'", NOBODY)
			     PUB("id='c' type='book' date='2021-03-02'", NOBODY)
				 PUB("id='d' type='book' date='2021'", NOBODY)
				     PUB("id='e' type='book' date='2021-12-31'",
					 NOBODY)),
	    "e c b d a");
}
END_TEST

START_TEST(what_is_not_out_yet_is_on_top_by_status)
{
	ck_order(PUBLICATIONS(PUB("id='pub' type='book' date='2030'", NOBODY)
			 PUB("id='ret' type='book' date='2031' "
			     "status='retracted'",
			     NOBODY) PUB("id='prep' type='book' date='2024' "
					 "status='in-preparation'",
			     NOBODY) PUB("id='sub' type='book' date='2020' "
					 "status='submitted'",
			     NOBODY) PUB("id='acc1' type='book' date='2019' "
					 "status='accepted'",
			     NOBODY) PUB("id='acc2' type='book' date='2020' "
					 "status='accepted'",
			     NOBODY) PUB("id='press' type='book' date='1999' "
					 "status='in-press'",
			     NOBODY)),
	    "press acc2 acc1 sub prep ret pub");
}
END_TEST

START_TEST(within_one_date_the_order_of_the_file_stays)
{
	ck_order(PUBLICATIONS(PUB("id='z' type='book' date='2020'", NOBODY)
			 PUB("id='a' type='thesis' date='2020'", NOBODY)
			     PUB("id='m' type='book' date='2020'", NOBODY)),
	    "z a m");
}
END_TEST

START_TEST(hundreds_of_publications_are_in_order_as_well)
{
	struct strbuf list;
	struct strbuf want;
	struct strbuf xml;

	strbuf_init(&list);
	strbuf_init(&want);
	strbuf_init(&xml);
	for (int i = 0; i < 600; i++) {
		strbuf_printf(&list,
		    PUB("id='p%d' type='book' date='%d'", NOBODY), i,
		    2020 - i % 2);
		strbuf_printf(&want, "%sp%d", i > 0 ? " " : "",
		    i < 300 ? 2 * i : 2 * i - 599);
	}
	strbuf_printf(
	    &xml, PROFILE("<publications>%s</publications>"), list.buf);
	ck_order(xml.buf, want.buf);
	strbuf_release(&list);
	strbuf_release(&want);
	strbuf_release(&xml);
}
END_TEST

START_TEST(hidden_publications_are_not_there)
{
	ck_order(PUBLICATIONS(PUB("id='a' type='book' date='2020'", NOBODY) PUB(
		     "id='b' type='book' date='2020' hidden='true'", NOBODY)),
	    "a");
	ck_order(
	    PROFILE("<publications hidden='1'>" PUB(
		"id='a' type='book' date='2020'", NOBODY) "</publications>"),
	    "");
	ck_order(PROFILE(""), "");
}
END_TEST

START_TEST(search_sees_words_of_titles_abstracts_people_and_venues)
{
	static const char *const found[] = {"h2o trees", "titre", "abstractly",
	    "a remark", "best paper", "bo li", "zoe", "j. graphs",
	    "journal of graphs", "leaf order", "2023"};
	static const char *const not_found[] = {
	    "paper.pdf", "10.1145", "bibtex", "journal of grap hs", "k9"};
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(s,
	    PUBLICATIONS("<publication id='k9' type='journal' date='2023'>"
			 "<title>H<sub>2</sub>O <em>Trees</em></title>"
			 "<title xml:lang='fr'>Titre</title><authors><author "
			 "person='bo-li'/><author>Zo\u00cb</author></authors>"
			 "<venue ref='jg'/><identifier type='doi'>10.1145/1"
			 "</identifier><link rel='paper' href='/paper.pdf'/>"
			 "<abstract><p>Abstractly</p></abstract><keyword>Leaf "
			 "order</keyword><distinction>Best paper"
			 "</distinction><note>A remark</note><bibtex>@bibtex"
			 "</bibtex></publication>"));
	struct pubsource source = profile_source(p);
	struct strbuf text;

	strbuf_init(&text);
	pubtext_search(p->nodes[0], &source, &text);

	for (size_t i = 0; i < ARRAY_SIZE(found); i++)
		ck_assert_msg(strstr(text.buf, found[i]) != NULL,
		    "%s not in: %s", found[i], text.buf);
	for (size_t i = 0; i < ARRAY_SIZE(not_found); i++)
		ck_assert_msg(
		    strstr(text.buf, not_found[i]) == NULL, "%s", not_found[i]);
	strbuf_release(&text);
	profile_free(p);
	schemas_close(s);
}
END_TEST

START_TEST(citations_are_the_first_number_of_that_kind)
{
	static const struct {
		const char *xml;
		long cited;
	} cases[] = {
	    {ONE("", NOBODY), -1},
	    {ONE("", NOBODY "<metric type='citations' href='/c'/>"), -1},
	    {ONE("", NOBODY "<metric type='stars' value='9' as-of='2024'/>"),
		-1},
	    {ONE("", NOBODY "<metric type='citations' value='0' "
			    "as-of='2024'/>"),
		0},
	    {ONE("", NOBODY "<metric type='citations' href='/c'/><metric "
			    "type='citations' value='42' as-of='2024'/>"
			    "<metric type='citations' value='7' "
			    "as-of='2024'/>"),
		42},
	};
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct profile *p = parse_profile(s, cases[i].xml);

		ck_assert_int_eq(p->publications.rows[0].cited, cases[i].cited);
		profile_free(p);
	}
	schemas_close(s);
}
END_TEST

START_TEST(things_are_found_by_their_ids)
{
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(
	    s, PUBLICATIONS(PUB("id='a' type='book' date='2020'", NOBODY)
		       PUB("id='b' type='journal' date='2021'",
			   NOBODY "<venue ref='jg'/>")));
	const struct pubindex *ix = &p->publications;
	uint32_t b = index_row(ix, 0, "b");

	ck_assert_uint_eq(b, 1);
	ck_assert_int_eq(ix->rows[b].date, 20210000);
	ck_assert_uint_eq(index_row(ix, 0, "c"), PUBROW_NONE);
	ck_assert_uint_eq(index_row(ix, 0, ""), PUBROW_NONE);
	ck_assert_uint_eq(index_row(ix, 1, "b"), PUBROW_NONE);
	ck_assert_int_ge(dict_find(&ix->fields[FIELD_YEAR].dict, "2020"), 0);
	ck_assert_int_eq(dict_find(&ix->fields[FIELD_YEAR].dict, "2022"), -1);
	ck_assert_int_eq(dict_find(&ix->fields[FIELD_RANK].dict, "2020"), -1);
	ck_assert_str_eq(index_label(ix, b, FIELD_VENUE), "J. Graphs");
	ck_assert_str_eq(index_label(ix, b, FIELD_TYPE), "journal");
	ck_assert_str_eq(index_label(ix, b, FIELD_KEYWORD), "");
	profile_free(p);
	schemas_close(s);
}
END_TEST

START_TEST(an_empty_index_can_be_released)
{
	struct pubindex ix;

	pubindex_init(&ix, PUBINDEX_SITE);
	pubindex_settle(&ix);
	ck_assert_uint_eq(ix.n, 0);
	pubindex_release(&ix);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    fields_have_the_values_that_the_file_says,
	    newest_is_first_and_more_exact_is_newer,
	    what_is_not_out_yet_is_on_top_by_status,
	    within_one_date_the_order_of_the_file_stays,
	    hundreds_of_publications_are_in_order_as_well,
	    hidden_publications_are_not_there,
	    search_sees_words_of_titles_abstracts_people_and_venues,
	    citations_are_the_first_number_of_that_kind,
	    things_are_found_by_their_ids,
	    an_empty_index_can_be_released,
	    NULL,
	};

	return run_tests("pubindex", tests);
}

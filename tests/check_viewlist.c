/* SPDX-License-Identifier: MIT */
/* check_viewlist.c - tests of viewlist.h. */
#include <stdlib.h>
#include <string.h>

#include "sample.h"
#include "viewlist.h"
#include "xmlnode.h"

#define PUB(id, type, date, attrs, parts)                                      \
	"<publication id='" id "' type='" type "' date='" date "'" attrs       \
	"><title>" id "</title><authors><author>Zo\u00eb M\u00fcller"          \
	"</author></authors>" parts "</publication>"
#define KEYWORD(k) "<keyword>" k "</keyword>"
#define ZH " xml:lang='zh'"

static const char small[] = PROFILE("<publications>" PUB("a", "book", "2020",
    "", KEYWORD("Leaf order")) PUB("b", "book", "2021", "", KEYWORD("x"))
	PUB("c", "thesis", "2021", "", KEYWORD("Leaf order"))
	    PUB("d", "journal", "2023", " status='accepted'", KEYWORD("x"))
		PUB("e", "journal", "2023", "", "") "</publications>");

typedef void add_fn(const struct page *pg, xmlNode *root);

/* The part that `add` makes of the list that `qs` asks for. */
static xmlDoc *
build(add_fn *add, const char *profile, const char *qs, struct sample *s)
{
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *root = xmlNewDocNode(doc, NULL, (const xmlChar *)"v", NULL);

	sample_open(s, profile, qs);
	xmlDocSetRootElement(doc, root);
	add(&s->page, root);
	return doc;
}

struct list_case {
	const char *qs;
	const char *expr;
	const char *want;
};

static void
ck_lists(
    add_fn *add, const char *profile, const struct list_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct sample s;
		xmlDoc *doc = build(add, profile, cases[i].qs, &s);
		char *got = xpath(doc, cases[i].expr);

		ck_assert_msg(strcmp(got, cases[i].want) == 0,
		    "?%s: %s is \"%s\", not \"%s\"", cases[i].qs, cases[i].expr,
		    got, cases[i].want);
		free(got);
		xmlFreeDoc(doc);
		sample_close(&s);
	}
}

START_TEST(query_says_what_is_shown_of_how_much)
{
	static const struct list_case cases[] = {
	    {"", "/v/query/@action", "/publications"},
	    {"", "concat(//query/@shown, '/', //query/@total)", "5/5"},
	    {"type=book", "concat(//query/@shown, '/', //query/@total)", "2/5"},
	    {"per=2", "concat(//query/@shown, '/', //query/@total)", "5/5"},
	    {"type=patent", "concat(//query/@shown, '/', //query/@total)",
		"0/5"},
	    {"", "count(//query/@q)", "0"},
	    {"q=++A+B", "//query/@q", "A B"},
	    {"q=x&type=book", "//reset/@href", "/publications"},
	};

	ck_lists(add_query, small, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(each_alternative_is_a_filter_that_can_be_taken_away)
{
	static const struct list_case cases[] = {
	    {"", "count(//filter)", "0"},
	    {"sort=title&by=type&per=2", "count(//filter)", "0"},
	    {"type=book,thesis&year=2021&q=b", "count(//filter)", "4"},
	    {"type=book,thesis", "//filter[1]/@href",
		"/publications?type=thesis"},
	    {"type=book,thesis", "//filter[2]/@href",
		"/publications?type=book"},
	    {"type=book&q=b", "//filter[@key='q']/@href",
		"/publications?type=book"},
	    {"type=book&q=b", "//filter[@key='q']/@label", "b"},
	    {"type=book&page=2&per=1", "//filter/@href", "/publications?per=1"},
	    {"type=book", "//filter/@id", "book"},
	    /* the words of the reader, or of the interface */
	    {"type=book", "count(//filter/@label)", "0"},
	    {"year=latest", "count(//filter/@label)", "0"},
	    {"year=2020-2021", "//filter/@label", "2020-2021"},
	    {"keyword=leaf-order", "//filter/@label", "Leaf order"},
	    {"author=muller", "//filter/@label", "muller"},
	    {"status=submitted", "count(//filter/@label)", "0"},
	    /* what would be shown without it */
	    {"type=book&year=2021", "//filter[@key='type']/@would", "2"},
	    {"type=book&year=2021", "//filter[@key='year']/@would", "2"},
	    {"type=book&q=zzz", "//filter[@key='q']/@would", "2"},
	    {"type=book&q=zzz", "//filter[@key='type']/@would", "0"},
	};

	ck_lists(add_query, small, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(a_form_keeps_everything_but_words_and_page)
{
	static const struct list_case cases[] = {
	    {"", "count(//param)", "0"},
	    {"q=b&page=2&per=2&type=thesis,book&sort=title&lang=fr",
		"count(//param)", "4"},
	    {"type=thesis,book", "//param[@key='type']/@value", "book,thesis"},
	    {"per=2&page=2", "//param[@key='per']/@value", "2"},
	};

	ck_lists(add_query, small, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(choices_say_which_one_is_current_and_lead_to_the_others)
{
	static const struct list_case cases[] = {
	    {"", "count(//choice)", "10"},
	    {"", "count(//choice[@current])", "3"},
	    {"", "//choice[@key='sort'][@current]/@id", "year"},
	    {"", "//choice[@key='order'][@current]/@id", "desc"},
	    {"", "//choice[@key='by'][@current]/@id", "year"},
	    {"sort=title", "//choice[@key='order'][@current]/@id", "asc"},
	    {"sort=title", "//choice[@key='by'][@current]/@id", "none"},
	    {"", "//choice[@id='title']/@href", "/publications?sort=title"},
	    {"sort=title&q=a", "//choice[@key='sort'][@id='year']/@href",
		"/publications?q=a"},
	    {"by=type", "//choice[@key='by'][@id='year']/@href",
		"/publications"},
	};

	ck_lists(add_query, small, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(facets_offer_what_can_be_chosen)
{
	static const struct list_case cases[] = {
	    /* nobody has a venue, all have one author */
	    {"", "count(//facet)", "4"},
	    {"", "//facet[1]/@key", "year"},
	    {"", "//facet[2]/@key", "type"},
	    {"", "//facet[3]/@key", "keyword"},
	    {"", "//facet[4]/@key", "status"},
	    {"", "//value[@id='leaf-order']/@label", "Leaf order"},
	    {"", "//value[@id='leaf-order']/@n", "2"},
	    {"", "count(//value[@id='book']/@label)", "0"},
	    {"", "count(//value[@current])", "0"},
	    {"", "//value[@id='2021']/@href", "/publications?year=2021"},
	    {"type=book", "//value[@id='thesis']/@href",
		"/publications?type=book,thesis"},
	    {"type=book", "//value[@id='book']/@current", "true"},
	    {"type=book", "//value[@id='book']/@href", "/publications"},
	    {"type=book&q=zo&sort=title", "//value[@id='thesis']/@href",
		"/publications?q=zo&type=book,thesis&sort=title"},
	    {"per=2&page=2", "//value[@id='book']/@href",
		"/publications?type=book&per=2"},
	    /* what a range or a word has chosen goes away with it */
	    {"year=2020-2021", "count(//value[@current])", "2"},
	    {"year=2020-2021", "//value[@id='2020']/@href", "/publications"},
	    {"year=2020-2021", "//value[@id='2023']/@href",
		"/publications?year=2020-2021,2023"},
	    {"keyword=order", "//value[@id='leaf-order']/@href",
		"/publications"},
	};

	ck_lists(add_facets, small, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(labels_say_which_other_language_they_are_in)
{
	static const char profile[] =
	    "<profile version='1' xml:lang='de'><person><name>Ada</name>"
	    "</person><publications>" PUB("a", "book", "2020", "",
		"<venue type='journal'><name" ZH ">\u6811</name></venue>")
		PUB("b", "book", "2021", "",
		    "<venue type='journal' short='T'><name>Tanne</name>"
		    "</venue><keyword" ZH ">\u6839</keyword>")
		    PUB("c", "thesis", "2021", "",
			"<keyword xml:lang='en'>leaf</keyword>" KEYWORD(
			    "Blatt")) "</publications></profile>";
	static const struct list_case cases[] = {
	    {"", "//value[@label='\u6839']/@xml:lang", "zh"},
	    {"", "//value[@label='\u6811']/@xml:lang", "zh"},
	    {"", "//value[@label='Blatt']/@xml:lang", "de"},
	    /* the page's own, a short name, a year, a word of the interface */
	    {"", "count(//value[@label='leaf' or @label='T']/@xml:lang)", "0"},
	    {"", "count(//facet[@key='year']/value/@xml:lang)", "0"},
	    {"", "count(//value[@id='book']/@xml:lang)", "0"},
	};
	static const struct list_case groups[] = {
	    {"by=venue", "//group[@label='\u6811']/@xml:lang", "zh"},
	    {"by=venue", "count(//group[@label='T']/@xml:lang)", "0"},
	    {"", "count(//group/@xml:lang)", "0"},
	};

	ck_lists(add_facets, profile, cases, ARRAY_SIZE(cases));
	ck_lists(add_groups, profile, groups, ARRAY_SIZE(groups));
}
END_TEST

/* "1 2 [3] 4": the links of a pager. */
static void
ck_pager(size_t n, const char *qs, const char *want)
{
	struct strbuf profile;
	struct strbuf got;
	struct sample s;
	xmlDoc *doc;

	strbuf_init(&profile);
	strbuf_init(&got);
	generate_profile(&profile, n);
	doc = build(add_pager, profile.buf, qs, &s);
	for (const xmlNode *p = node_first(
		 node_first(xmlDocGetRootElement(doc), "pager"), "page");
	     p != NULL; p = node_next(p, "page"))
		strbuf_printf(&got, node_flag(p, "current") ? "[%s] " : "%s ",
		    node_attr(p, "n"));
	ck_assert_msg(
	    strcmp(got.buf, want) == 0, "%zu ?%s: %s", n, qs, got.buf);
	xmlFreeDoc(doc);
	sample_close(&s);
	strbuf_release(&profile);
	strbuf_release(&got);
}

START_TEST(a_pager_names_the_ends_and_the_neighbours)
{
	ck_pager(10, "", "");
	ck_pager(10, "per=10", "");
	ck_pager(11, "per=10", "[1] 2 ");
	ck_pager(50, "per=10&page=3", "1 2 [3] 4 5 ");
	ck_pager(100, "per=5", "[1] 2 3 20 ");
	ck_pager(100, "per=5&page=10", "1 8 9 [10] 11 12 20 ");
	ck_pager(100, "per=5&page=20", "1 18 19 [20] ");
	ck_pager(100, "per=5&type=journal&page=2", "1 [2] 3 4 7 ");
}
END_TEST

START_TEST(a_pager_keeps_the_query)
{
	static const struct list_case cases[] = {
	    {"per=2",
		"concat(//pager/@page, '/', //pager/@pages, '/', "
		"//pager/@per)",
		"1/3/2"},
	    {"per=2&page=2", "//page[@n='1']/@href", "/publications?per=2"},
	    {"per=2&page=2", "//page[@n='3']/@href",
		"/publications?page=3&per=2"},
	    {"per=2&q=m&sort=title", "//page[@n='2']/@href",
		"/publications?q=m&sort=title&page=2&per=2"},
	};

	ck_lists(add_pager, small, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(groups_have_a_slot_for_their_items_each)
{
	static const struct list_case cases[] = {
	    {"", "count(//group)", "4"},
	    {"", "//group[1]/@id", "forthcoming"},
	    {"", "count(//group[1]/@label)", "0"},
	    {"", "//group[1]/@slot", "items 0"},
	    {"", "//group[2]/@id", "2023"},
	    {"", "//group[2]/@label", "2023"},
	    {"", "//group[3]/@n", "2"},
	    {"", "//group[4]/@slot", "items 3"},
	    {"", "//group[4]/@key", "year"},
	    {"by=type", "//group[1]/@id", "book"},
	    {"by=type", "count(//group[1]/@label)", "0"},
	    {"by=none", "concat(count(//group), //group/@id, //group/@n)",
		"1all5"},
	    {"by=venue", "//group/@id", "none"},
	    {"type=patent", "count(//group)", "0"},
	    {"per=2&page=2", "sum(//group/@n)", "2"},
	};

	ck_lists(add_groups, small, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(links_are_percent_encoded)
{
	static const char han[] = PROFILE("<publications>" PUB(
	    "a", "book", "2020", "", KEYWORD("\u89c6\u9891")) PUB("b", "book",
	    "2021", "", KEYWORD("a &amp; \"b\"")) "</publications>");
	static const struct list_case cases[] = {
	    {"", "//value[@id='\u89c6\u9891']/@href",
		"/publications?keyword=%E8%A7%86%E9%A2%91"},
	    {"", "//value[@id='a-b']/@label", "a & \"b\""},
	    {"", "//value[@id='a-b']/@href", "/publications?keyword=a-b"},
	};

	ck_lists(add_facets, han, cases, ARRAY_SIZE(cases));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    query_says_what_is_shown_of_how_much,
	    each_alternative_is_a_filter_that_can_be_taken_away,
	    a_form_keeps_everything_but_words_and_page,
	    choices_say_which_one_is_current_and_lead_to_the_others,
	    facets_offer_what_can_be_chosen,
	    labels_say_which_other_language_they_are_in,
	    a_pager_names_the_ends_and_the_neighbours,
	    a_pager_keeps_the_query,
	    groups_have_a_slot_for_their_items_each,
	    links_are_percent_encoded,
	    NULL,
	};

	return run_tests("viewlist", tests);
}

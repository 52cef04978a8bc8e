/* SPDX-License-Identifier: MIT */
/* check_people.c - tests of people.h, news.h and catalogue.h. */
#include <stdlib.h>
#include <string.h>

#include "catalogue.h"
#include "facet.h"
#include "news.h"
#include "testing.h"

#define PROFILE_OF(attrs, parts, rest)                                         \
	"<profile version='1' xml:lang='en'><person " attrs ">" parts          \
	"</person>" rest "</profile>"
#define NAME(given, family)                                                    \
	"<name><given>" given "</given><family>" family "</family></name>"
#define TOPIC(name) "<interests><interest>" name "</interest></interests>"
#define NEWS(items) "<news>" items "</news>"
#define ITEM(date, text) "<item date='" date "'>" text "</item>"
#define PAPERS(title)                                                          \
	"<publications><publication id='p' type='book' date='2024'>"           \
	"<title>" title "</title><authors><author self='true'/></authors>"     \
	"</publication></publications>"
#define GROUPS(inner)                                                          \
	"<site version='1' base-url='https://example.org/'><name>S</name>"     \
	"<group id='maths'><name>Mathematics</name>" inner "</group></site>"
#define TREES "<group id='trees'><name>Trees</name></group>"

static const struct {
	const char *id;
	const char *xml;
} people[] = {
    {"ada", PROFILE_OF("role='professor' group='trees'",
		NAME("Ada", "Berg") TOPIC("Graph Theory"),
		NEWS(ITEM("2024-03", "Ada won.") ITEM("2023", "Before."))
		    PAPERS("P"))},
    {"bo", PROFILE_OF("role='phd' group='trees nowhere'",
	       NAME("Bo", "\u00c5strand") TOPIC("Graph theory"),
	       NEWS(ITEM("2024-05-01", "Bo won.")))},
    {"che", PROFILE_OF("role='phd'", "<name>\u5b59\u65b0</name>", "")},
    {"dee",
	PROFILE_OF("group='maths'", NAME("Dee", "Alm"),
	    NEWS("<item date='2025' hidden='true'>No.</item>") PAPERS("Q"))},
    {"eve", PROFILE_OF("role='alumni'", NAME("Eve", "Aal"), "")},
};

struct fixture {
	struct schemas *schemas;
	struct site *site;
	struct roster people;
	struct catalogue catalogue;
	struct query query;
	struct selection selection;
};

static struct site *
parse_site(const struct schemas *s, const char *xml)
{
	struct site *site;
	struct diag d;

	diag_init(&d);
	site = site_parse(xml, strlen(xml), "site.xml", s, &d);
	ck_assert_ptr_nonnull(site);
	diag_release(&d);
	return site;
}

static void
take(struct fixture *fx, size_t i)
{
	struct member *m = &roster_numbered(&fx->people, (uint32_t)i)->member;
	struct profile *p;
	struct diag d;

	diag_init(&d);
	p = profile_parse(people[i].xml, strlen(people[i].xml), people[i].id,
	    people[i].id, fx->schemas, &d);
	ck_assert_msg(p != NULL, "%s", d.n > 0 ? d.problems[0].text : "");
	member_set(m, p, MEMBER_GOOD);
	catalogue_take(&fx->catalogue, fx->site, m, p);
	profile_free(p);
	diag_release(&d);
}

static void
begin(struct fixture *fx)
{
	*fx = (struct fixture){.schemas = open_schemas()};
	fx->site = parse_site(fx->schemas, GROUPS(TREES));
	catalogue_init(&fx->catalogue);
	for (size_t i = 0; i < ARRAY_SIZE(people); i++) {
		roster_add(&fx->people, xstrdup(people[i].id), xstrdup(""));
		take(fx, i);
	}
	catalogue_settle(&fx->catalogue);
}

static void
end(struct fixture *fx)
{
	roster_release(&fx->people);
	catalogue_release(&fx->catalogue);
	site_free(fx->site);
	schemas_close(fx->schemas);
}

/* "ada bo": owners of the rows that `qs` shows. Owned. */
static char *
ask(struct fixture *fx, const struct pubindex *ix, enum query_of of,
    const char *qs)
{
	enum query_key bad;
	struct strbuf sb;

	strbuf_init(&sb);
	ck_assert_int_eq(query_parse(&fx->query, of, qs, &bad), 0);
	ck_assert(select_run(&fx->selection, ix, &fx->query));
	for (size_t i = 0; i < fx->selection.n; i++)
		strbuf_printf(&sb, "%s%s", i > 0 ? " " : "",
		    people[ix->rows[fx->selection.rows[i]].owner].id);
	select_release(&fx->selection);
	query_release(&fx->query);
	return strbuf_detach(&sb);
}

static void
ck_ask(struct fixture *fx, const struct pubindex *ix, enum query_of of,
    const char *qs, const char *want)
{
	char *got = ask(fx, ix, of, qs);

	ck_assert_msg(strcmp(got, want) == 0, "%s shows \"%s\", not \"%s\"", qs,
	    got, want);
	free(got);
}

static const struct {
	const char *qs;
	const char *want;
} cases[] = {
    /* by family name: Alm, Astrand, Berg, and what has no letter; who left */
    {"", "dee bo ada che eve"},
    {"role=phd", "bo che"},
    {"role=phd,professor", "bo ada che"},
    {"group=trees", "bo ada"},
    {"group=maths", "dee bo ada"},
    {"group=maths&role=professor", "ada"},
    {"group=nowhere", ""},
    {"topic=graph-theory", "bo ada"},
    {"topic=graph", "bo ada"},
    {"letter=a", "dee bo eve"},
    {"role=alumni", "eve"},
    {"letter=other", "che"},
    {"q=astrand", "bo"},
    {"q=theory+ada", "ada"},
    {"q=trees", "bo ada"},
    {"per=2&page=2", "ada che"},
};

START_TEST(people_are_chosen_by_what_they_say_of_themselves)
{
	struct fixture fx;

	begin(&fx);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		ck_ask(&fx, &fx.catalogue.people, QUERY_OF_PEOPLE, cases[i].qs,
		    cases[i].want);
	end(&fx);
}
END_TEST

/* "A 2, # 1" */
static void
ck_facet(struct fixture *fx, enum field f, const char *want)
{
	const struct pubindex *ix = &fx->catalogue.people;
	const struct dict *dict = &ix->fields[f].dict;
	enum query_key bad;
	struct strbuf sb;
	struct facet fc;

	strbuf_init(&sb);
	ck_assert_int_eq(query_parse(&fx->query, QUERY_OF_PEOPLE, "", &bad), 0);
	ck_assert(select_run(&fx->selection, ix, &fx->query));
	facet_count(&fc, &fx->selection, f);
	for (size_t i = 0; i < fc.n; i++) {
		const char *label = dict_label(dict, fc.values[i].value);

		strbuf_printf(&sb, "%s%s %zu", i > 0 ? ", " : "",
		    label != NULL ? label : dict_id(dict, fc.values[i].value),
		    fc.values[i].n);
	}
	ck_assert_str_eq(sb.buf, want);
	facet_release(&fc);
	select_release(&fx->selection);
	query_release(&fx->query);
	strbuf_release(&sb);
}

START_TEST(facets_count_people)
{
	struct fixture fx;

	begin(&fx);
	ck_facet(&fx, FIELD_ROLE, "phd 2, alumni 1, professor 1");
	ck_facet(&fx, FIELD_GROUP, "Mathematics 3, Trees 2");
	ck_facet(&fx, FIELD_TOPIC, "Graph Theory 2");
	ck_facet(&fx, FIELD_LETTER, "A 3, B 1, other 1");
	ck_facet(&fx, FIELD_YEAR, "");
	end(&fx);
}
END_TEST

START_TEST(who_has_left_stands_under_a_heading_of_their_own)
{
	struct fixture fx;
	enum query_key bad;

	begin(&fx);
	ck_assert_int_eq(
	    query_parse(&fx.query, QUERY_OF_PEOPLE, "per=4&page=2", &bad), 0);
	ck_assert(select_run(&fx.selection, &fx.catalogue.people, &fx.query));
	ck_assert_uint_eq(fx.selection.ngroups, 1);
	ck_assert_str_eq(fx.selection.groups[0].id, "alumni");
	select_release(&fx.selection);
	query_release(&fx.query);
	ck_assert_int_eq(query_parse(&fx.query, QUERY_OF_PEOPLE, "", &bad), 0);
	ck_assert(select_run(&fx.selection, &fx.catalogue.people, &fx.query));
	ck_assert_uint_eq(fx.selection.ngroups, 2);
	ck_assert_str_eq(fx.selection.groups[0].id, "all");
	ck_assert_uint_eq(fx.selection.groups[1].n, 1);
	select_release(&fx.selection);
	query_release(&fx.query);
	end(&fx);
}
END_TEST

START_TEST(news_of_all_are_newest_first)
{
	struct fixture fx;
	const struct pubindex *news;

	begin(&fx);
	news = &fx.catalogue.news;
	ck_ask(&fx, news, QUERY_OF_NEWS, "", "bo ada ada");
	ck_ask(&fx, news, QUERY_OF_NEWS, "year=2024", "bo ada");
	ck_ask(&fx, news, QUERY_OF_NEWS, "person=ada", "ada ada");
	ck_ask(&fx, news, QUERY_OF_NEWS, "group=trees&q=won", "bo ada");
	end(&fx);
}
END_TEST

START_TEST(old_news_of_one_person_are_left_out)
{
	struct schemas *s = open_schemas();
	struct profile *p;
	struct strbuf xml;
	xmlNode **items;
	size_t n;

	strbuf_init(&xml);
	strbuf_puts(&xml, "<profile version='1'><person><name>A</name>"
			  "</person><news>");
	for (int i = 0; i < NEWS_MAX_ITEMS + 20; i++)
		strbuf_printf(&xml, "<item date='%d'>x</item>", 1800 + i);
	strbuf_puts(&xml, "</news></profile>");
	p = parse_profile(s, xml.buf);
	items = news_items(p, &n);
	ck_assert_uint_eq(n, NEWS_MAX_ITEMS);
	ck_assert_str_eq(
	    (const char *)items[0]->properties->children->content, "1919");
	free(items);
	profile_free(p);
	strbuf_release(&xml);
	schemas_close(s);
}
END_TEST

START_TEST(publications_of_all_know_their_owners)
{
	struct fixture fx;
	const struct pubindex *all;

	begin(&fx);
	all = &fx.catalogue.publications;
	ck_ask(&fx, all, QUERY_OF_SITE, "person=dee", "dee");
	ck_ask(&fx, all, QUERY_OF_SITE, "group=trees", "ada");
	ck_ask(&fx, all, QUERY_OF_SITE, "group=nowhere", "");
	end(&fx);
}
END_TEST

START_TEST(whoever_goes_takes_everything_along)
{
	struct fixture fx;

	begin(&fx);
	catalogue_drop(&fx.catalogue, &roster_numbered(&fx.people, 0)->member);
	catalogue_settle(&fx.catalogue);
	ck_ask(
	    &fx, &fx.catalogue.people, QUERY_OF_PEOPLE, "", "dee bo che eve");
	ck_ask(&fx, &fx.catalogue.news, QUERY_OF_NEWS, "", "bo");
	take(&fx, 0);
	catalogue_settle(&fx.catalogue);
	ck_ask(&fx, &fx.catalogue.people, QUERY_OF_PEOPLE, "",
	    "dee bo ada che eve");
	end(&fx);
}
END_TEST

START_TEST(groups_that_change_are_asked_for_as_they_are_now)
{
	struct fixture fx;

	begin(&fx);
	site_free(fx.site);
	fx.site = parse_site(fx.schemas, GROUPS(""));
	catalogue_regroup(&fx.catalogue, fx.site, &fx.people);
	catalogue_settle(&fx.catalogue);
	ck_ask(&fx, &fx.catalogue.people, QUERY_OF_PEOPLE, "group=trees", "");
	ck_ask(
	    &fx, &fx.catalogue.people, QUERY_OF_PEOPLE, "group=maths", "dee");
	ck_ask(&fx, &fx.catalogue.news, QUERY_OF_NEWS, "group=trees", "");
	ck_ask(&fx, &fx.catalogue.publications, QUERY_OF_SITE, "group=maths",
	    "dee");
	site_free(fx.site);
	fx.site = parse_site(fx.schemas, GROUPS(TREES));
	catalogue_regroup(&fx.catalogue, fx.site, &fx.people);
	ck_ask(&fx, &fx.catalogue.people, QUERY_OF_PEOPLE, "group=trees",
	    "bo ada");
	ck_ask(&fx, &fx.catalogue.news, QUERY_OF_NEWS, "group=trees",
	    "bo ada ada");
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    people_are_chosen_by_what_they_say_of_themselves,
	    facets_count_people,
	    who_has_left_stands_under_a_heading_of_their_own,
	    news_of_all_are_newest_first,
	    old_news_of_one_person_are_left_out,
	    publications_of_all_know_their_owners,
	    whoever_goes_takes_everything_along,
	    groups_that_change_are_asked_for_as_they_are_now,
	    NULL,
	};

	return run_tests("people", tests);
}

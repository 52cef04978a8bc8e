/* SPDX-License-Identifier: MIT */
/* check_route.c - tests of route.h and format.h. */
#include <stdlib.h>
#include <string.h>

#include "route.h"
#include "testing.h"
#include "xmlnode.h"

#define PERSON(name, sections)                                                 \
	"<profile version='1'><person><name>" name "</name></person>" sections \
	"</profile>"
#define PAPER(id)                                                              \
	"<publication id='" id "' type='book' date='2024'><title>T</title>"    \
	"<authors><author>B</author></authors></publication>"

struct fixture {
	char *dir;
	struct schemas *schemas;
	struct strbuf lines;
	struct store *store;
};

static void
begin(struct fixture *fx, const char *site)
{
	struct store_config config = {
	    .max_file_bytes = 100000, .max_memory_bytes = 1000000};

	fx->dir = temp_begin();
	fx->schemas = open_schemas();
	log_begin(&fx->lines);
	put_file(fx->dir, "site.xml", site);
	put_file(fx->dir, "people/ada.xml",
	    PERSON("Ada",
		"<news/><publications>" PAPER("p1") PAPER("p1.ris")
		    PAPER("a.b") "</publications><section id='join'><heading>J"
				 "</heading></section><talks hidden='true'/>"));
	put_file(fx->dir, "people/bo.xml",
	    PERSON("Bo", "<news id='blog'/><publications id='papers'>" PAPER(
			     "p2") "</publications>"));
	config.data_dir = fx->dir;
	config.schemas = fx->schemas;
	fx->store = store_open(&config, NOON_MS);
	ck_assert_str_eq(fx->lines.buf, "");
}

static void
end(struct fixture *fx)
{
	store_close(fx->store);
	schemas_close(fx->schemas);
	strbuf_release(&fx->lines);
	temp_end(fx->dir);
}

/* "section ada/news .rss": kind, then what it is of. Owned. */
static char *
describe(const struct fixture *fx, const char *path)
{
	static const char *const kinds[] = {
	    [ROUTE_NOT_FOUND] = "none",
	    [ROUTE_GONE] = "gone",
	    [ROUTE_REDIRECT] = "to",
	    [ROUTE_PEOPLE] = "people",
	    [ROUTE_LIST] = "list",
	    [ROUTE_GROUPS] = "groups",
	    [ROUTE_GROUP] = "group",
	    [ROUTE_HOME] = "home",
	    [ROUTE_CV] = "cv",
	    [ROUTE_SECTION] = "section",
	    [ROUTE_PUBLICATION] = "publication",
	    [ROUTE_FORMAT] = "format",
	    [ROUTE_HEALTH] = "health",
	};
	struct strbuf sb;
	struct route r;

	strbuf_init(&sb);
	route_find(&r, fx->store, path);
	strbuf_puts(&sb, kinds[r.kind]);
	if (r.kind == ROUTE_REDIRECT)
		strbuf_printf(&sb, " %s%s%s", r.location.buf,
		    r.pairs.len > 0 ? " ?" : "", r.pairs.buf);
	if (r.kind != ROUTE_NOT_FOUND && r.kind != ROUTE_REDIRECT) {
		if (r.profile != NULL)
			strbuf_printf(&sb, " %s", r.profile->id);
		if (r.section != NULL)
			strbuf_printf(&sb, "/%s", r.section->id);
		if (r.group != NULL)
			strbuf_printf(&sb, " %s", r.group->id);
		if (r.publication != NULL)
			strbuf_printf(
			    &sb, "/%s", node_attr(r.publication, "id"));
		if (r.format != NULL)
			strbuf_printf(&sb, " %s", r.format->suffix);
	}
	route_release(&r);
	return strbuf_detach(&sb);
}

struct route_case {
	const char *path;
	const char *want;
};

static void
ck_routes(const char *site, const struct route_case *cases, size_t n)
{
	struct fixture fx;

	begin(&fx, site);
	for (size_t i = 0; i < n; i++) {
		char *got = describe(&fx, cases[i].path);

		ck_assert_msg(strcmp(got, cases[i].want) == 0,
		    "%s is \"%s\", not \"%s\"", cases[i].path, got,
		    cases[i].want);
		free(got);
	}
	end(&fx);
}

START_TEST(paths_lead_to_pages_of_people)
{
	static const struct route_case cases[] = {
	    {"/bo/", "home bo"},
	    {"/bo", "to /bo/"},
	    {"/bo/blog", "section bo/blog"},
	    {"/bo/papers", "section bo/papers"},
	    {"/bo/cv", "cv bo"},
	    {"/bo/papers/p2", "publication bo/papers/p2"},
	    {"/ada/join", "section ada/join"},
	    {"/ada/publications/p1", "publication ada/publications/p1"},
	    /* sections have their ids, not their elements' names */
	    {"/bo/news", "none"},
	    {"/bo/publications", "none"},
	    /* what is hidden or not there */
	    {"/ada/talks", "none"},
	    {"/ada/grants", "none"},
	    {"/ada/publications/p2", "none"},
	    {"/bo/blog/p2", "none"},
	    {"/zoe/", "none"},
	    {"/zoe", "none"},
	    {"/zoe/news", "none"},
	    {"/ADA/", "none"},
	    {"/ada.xml", "none"},
	    {"/people/ada.xml", "none"},
	    {"/ada/../bo/", "none"},
	};

	ck_routes(SITE, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(the_person_at_home_has_the_short_paths_too)
{
	static const struct route_case cases[] = {
	    {"/", "home ada"},
	    {"/news", "section ada/news"},
	    {"/ada/news", "section ada/news"},
	    {"/cv", "cv ada"},
	    {"/publications/p1", "publication ada/publications/p1"},
	    {"/join", "section ada/join"},
	    {"/news.rss", "format ada/news .rss"},
	    /* others do not */
	    {"/blog", "none"},
	    {"/papers", "none"},
	};

	ck_routes(SITE, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(without_a_home_there_is_a_list_of_people)
{
	static const char site[] = "<site version='1' "
				   "base-url='https://example.org/'><name>S"
				   "</name></site>";
	static const struct route_case cases[] = {
	    {"/", "people/people"},
	    {"/people", "to /"},
	    {"/people/", "to /"},
	    {"/news", "list/news"},
	    {"/news/", "to /news"},
	    {"/news.rss", "format/news .rss"},
	    {"/news.bib", "none"},
	    {"/news.old.rss", "none"},
	    {"/publications", "list/publications"},
	    {"/publications.csl.json", "format/publications .csl.json"},
	    {"/people/publications", "to /publications"},
	    {"/people/publications.bib", "to /publications.bib"},
	    {"/people/ada", "none"},
	    {"/people.rss", "none"},
	    {"/publications/p1", "none"},
	    {"/groups", "none"},
	    {"/cv", "none"},
	    {"/ada/", "home ada"},
	    {"/ada/news.rss", "format ada/news .rss"},
	};

	ck_routes(site, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(a_home_that_is_not_there_is_none)
{
	static const char site[] = "<site version='1' home='zoe' "
				   "base-url='https://example.org/'><name>S"
				   "</name></site>";
	static const struct route_case cases[] = {
	    {"/", "people/people"},
	    {"/people", "people/people"},
	    {"/people/news", "list/news"},
	    {"/news", "none"},
	    {"/ada/", "home ada"},
	};

	ck_routes(site, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(lists_of_all_stand_beside_the_person_at_home)
{
	static const struct route_case cases[] = {
	    {"/", "home ada"},
	    {"/publications", "section ada/publications"},
	    {"/people", "people/people"},
	    {"/people/", "to /people"},
	    {"/people/publications", "list/publications"},
	    {"/people/publications.rss", "format/publications .rss"},
	    {"/people/news", "list/news"},
	    {"/people/cv", "none"},
	};

	ck_routes(SITE, cases, ARRAY_SIZE(cases));
}
END_TEST

#define WITH_GROUPS(attrs)                                                     \
	"<site version='1' base-url='https://example.org/' " attrs             \
	"><name>S</name><group id='maths'><name>M</name><group id='trees'>"    \
	"<name>T</name></group></group></site>"

START_TEST(groups_have_pages_and_their_lists_are_filters)
{
	static const struct route_case cases[] = {
	    {"/groups", "groups/groups"},
	    {"/groups/", "to /groups"},
	    {"/groups/maths", "group/groups maths"},
	    {"/groups/trees", "group/groups trees"},
	    {"/groups/trees/", "to /groups/trees"},
	    {"/groups/maths/trees", "none"},
	    {"/groups/music", "none"},
	    {"/groups/trees/people", "to / ?group=trees"},
	    {"/groups/trees/publications", "to /publications ?group=trees"},
	    {"/groups/trees/publications/", "to /publications ?group=trees"},
	    {"/groups/trees/news.rss", "to /news.rss ?group=trees"},
	    {"/groups/trees/cv", "none"},
	};
	static const struct route_case at_home[] = {
	    {"/groups/trees/people", "to /people ?group=trees"},
	    {"/groups/trees/publications",
		"to /people/publications ?group=trees"},
	};

	ck_routes(WITH_GROUPS(""), cases, ARRAY_SIZE(cases));
	ck_routes(WITH_GROUPS("home='ada'"), at_home, ARRAY_SIZE(at_home));
}
END_TEST

START_TEST(files_have_suffixes)
{
	static const struct route_case cases[] = {
	    {"/ada/news.rss", "format ada/news .rss"},
	    {"/bo/blog.atom", "format bo/blog .atom"},
	    {"/ada/publications.bib", "format ada/publications .bib"},
	    {"/ada/publications.csl.json", "format ada/publications .csl.json"},
	    {"/ada/publications.json", "format ada/publications .json"},
	    {"/bo/papers.rss", "format bo/papers .rss"},
	    {"/ada.vcf", "format ada .vcf"},
	    {"/bo.jsonld", "format bo .jsonld"},
	    /* the suffix of the site's files is all of their name */
	    {"/sitemap.xml", "format sitemap.xml"},
	    /* one publication, unless it is called so itself */
	    {"/ada/publications/p1.bib", "format ada/publications/p1 .bib"},
	    {"/ada/publications/p1.ris", "publication ada/publications/p1.ris"},
	    {"/ada/publications/a.b.bib", "format ada/publications/a.b .bib"},
	    /* not of everything */
	    {"/ada/news.bib", "none"},
	    {"/ada/join.rss", "none"},
	    {"/ada/cv.rss", "none"},
	    {"/ada/publications/p1.rss", "none"},
	    {"/ada/publications/p9.bib", "none"},
	    {"/ada/publications/.bib", "none"},
	    {"/ada/.rss", "none"},
	    {"/.vcf", "none"},
	    {"/zoe.vcf", "none"},
	    {"/ada/news.old.rss", "none"},
	    {"/ada/publications.exe", "none"},
	    {"/ada/sitemap.xml", "none"},
	};

	ck_routes(SITE, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(a_slash_too_many_is_forgiven)
{
	static const struct route_case cases[] = {
	    {"/news/", "to /news"},
	    {"/ada/news/", "to /ada/news"},
	    {"/bo/papers/p2/", "to /bo/papers/p2"},
	    {"/ada/news.rss/", "to /ada/news.rss"},
	    {"/cv/", "to /cv"},
	    {"/healthz/", "to /healthz"},
	    {"/nothing/", "none"},
	    {"/ada/nothing/", "none"},
	};

	ck_routes(SITE, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(health_is_asked_of_the_program)
{
	static const struct route_case cases[] = {
	    {"/healthz", "health"},
	    {"/ada/healthz", "none"},
	};

	ck_routes(SITE, cases, ARRAY_SIZE(cases));
}
END_TEST

START_TEST(a_path_that_leads_nowhere_says_how_far_it_led)
{
	struct fixture fx;
	struct route r;

	begin(&fx, SITE);
	route_find(&r, fx.store, "/bo/papers/p9");
	ck_assert_int_eq(r.kind, ROUTE_NOT_FOUND);
	ck_assert_str_eq(r.profile->id, "bo");
	ck_assert_str_eq(r.section->id, "papers");
	ck_assert_str_eq(r.key.buf, "p9");
	route_release(&r);
	end(&fx);
}
END_TEST

START_TEST(every_format_is_found_by_its_suffix)
{
	static const enum format_of kinds[] = {FORMAT_OF_NEWS,
	    FORMAT_OF_PUBLICATIONS, FORMAT_OF_PERSON, FORMAT_OF_SITE};

	for (size_t k = 0; k < ARRAY_SIZE(kinds); k++) {
		const struct format *f;

		for (size_t i = 0; (f = format_at(kinds[k], i)) != NULL; i++) {
			struct strbuf segment;

			strbuf_init(&segment);
			strbuf_printf(&segment, "x%s", f->suffix);
			ck_assert_ptr_eq(format_find(kinds[k], segment.buf), f);
			ck_assert_int_eq(strncmp(f->sheet, "formats/", 8), 0);
			strbuf_release(&segment);
		}
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    paths_lead_to_pages_of_people,
	    the_person_at_home_has_the_short_paths_too,
	    without_a_home_there_is_a_list_of_people,
	    lists_of_all_stand_beside_the_person_at_home,
	    groups_have_pages_and_their_lists_are_filters,
	    a_home_that_is_not_there_is_none,
	    files_have_suffixes,
	    a_slash_too_many_is_forgiven,
	    health_is_asked_of_the_program,
	    a_path_that_leads_nowhere_says_how_far_it_led,
	    every_format_is_found_by_its_suffix,
	    NULL,
	};

	return run_tests("route", tests);
}

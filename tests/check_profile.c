/* SPDX-License-Identifier: MIT */
/* check_profile.c - tests of profile.h. */
#include <stdlib.h>
#include <string.h>

#include "profile.h"
#include "sample.h"
#include "xmlnode.h"

/* "id(name) id(name)" of the sections. */
static char *
sections_of(const struct profile *p)
{
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t i = 0; i < p->nsections; i++)
		strbuf_printf(&sb, "%s%s(%s%s)", i > 0 ? " " : "",
		    p->sections[i].id, p->sections[i].name,
		    p->sections[i].nomenu ? ", no menu" : "");
	return strbuf_detach(&sb);
}

START_TEST(sections_keep_the_order_of_the_file)
{
	static const struct {
		const char *xml;
		const char *sections;
	} cases[] = {
	    {PROFILE(""), ""},
	    {PROFILE("<talks/><news/><awards nomenu='true'/>"),
		"talks(talks) news(news) awards(awards, no menu)"},
	    {PROFILE_WITH("<people/><venues/>",
		 "<section id='join'><heading>J</heading></section>"
		 "<talks id='media'/><talks/>"),
		"join(section) media(talks) talks(talks)"},
	    {PROFILE("<news hidden='true'/><grants/>"), "grants(grants)"},
	};
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct profile *p = parse_profile(s, cases[i].xml);
		char *got = sections_of(p);

		ck_assert_str_eq(got, cases[i].sections);
		free(got);
		profile_free(p);
	}
	schemas_close(s);
}
END_TEST

START_TEST(sections_are_found_by_id_and_by_name)
{
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(
	    s, PROFILE("<talks id='media'/><talks/><news hidden='true'/>"));

	ck_assert_str_eq(profile_section(p, "media")->name, "talks");
	ck_assert_str_eq(profile_section(p, "talks")->id, "talks");
	ck_assert_ptr_null(profile_section(p, "news"));
	ck_assert_ptr_null(profile_section(p, "section"));
	ck_assert_str_eq(profile_section_named(p, "talks")->id, "media");
	ck_assert_ptr_null(profile_section_named(p, "media"));
	profile_free(p);
	schemas_close(s);
}
END_TEST

START_TEST(people_and_venues_are_found_by_id_owner_included)
{
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(
	    s, PROFILE_WITH("<people><person id='bo'><name>Bo</name></person>"
			    "</people><venues><venue id='jg'/></venues>",
		   ""));

	ck_assert_ptr_eq(
	    xmlHashLookup(p->people, (const xmlChar *)"ada"), p->person);
	ck_assert(
	    node_is(xmlHashLookup(p->people, (const xmlChar *)"bo"), "person"));
	ck_assert_ptr_null(xmlHashLookup(p->people, (const xmlChar *)"jg"));
	ck_assert(
	    node_is(xmlHashLookup(p->venues, (const xmlChar *)"jg"), "venue"));
	profile_free(p);
	schemas_close(s);
}
END_TEST

START_TEST(language_is_that_of_the_root)
{
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(s, PROFILE(""));

	ck_assert_str_eq(p->lang, "en");
	ck_assert_str_eq(p->id, "ada");
	profile_free(p);
	p = parse_profile(s,
	    "<profile version='1'><person><name>A</name></person></profile>");
	ck_assert_str_eq(p->lang, "");
	profile_free(p);
	schemas_close(s);
}
END_TEST

/* The id that entry `n` of the section `name` has. */
static char *
entry_id(const struct schemas *s, const char *xml, int n)
{
	struct profile *p = parse_profile(s, xml);
	const xmlNode *e = node_first(p->sections[0].node, NULL);
	char *id;

	while (n-- > 0)
		e = node_next(e, NULL);
	id = xstrdup(node_attr(e, "id"));
	profile_free(p);
	return id;
}

START_TEST(entries_without_an_id_get_one_that_lasts)
{
	struct schemas *s = open_schemas();
	char *id = entry_id(
	    s, PROFILE("<news><item date='2024-05'>Hello</item></news>"), 0);
	static const struct {
		const char *xml;
		int n;
		bool same;
	} cases[] = {
	    /* elsewhere, in other company, written otherwise */
	    {PROFILE("<news><item date='2025'>New</item>\n<item "
		     "date='2024-05'>Hello</item></news>"),
		1, true},
	    {PROFILE("<news><item date='2024-05'>\n  Hello\n</item></news>"), 0,
		true},
	    {PROFILE("<news><item date='2024-05' icon='x'>Hello</item></news>"),
		0, true},
	    {PROFILE("<news><item date='2024-06'>Hello</item></news>"), 0,
		false},
	    {PROFILE("<news><item date='2024-05'>Hallo</item></news>"), 0,
		false},
	};

	ck_assert_int_eq(strncmp(id, "item-2024-05-", 13), 0);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char *other = entry_id(s, cases[i].xml, cases[i].n);

		ck_assert_msg(
		    (strcmp(id, other) == 0) == cases[i].same, "%zu", i);
		free(other);
	}
	free(id);
	schemas_close(s);
}
END_TEST

START_TEST(equal_entries_get_different_ids)
{
	static const char xml[] =
	    PROFILE("<news><item date='2024'>A</item><item "
		    "date='2024'>A</item><item id='mine' date='2024'>A"
		    "</item></news>");
	struct schemas *s = open_schemas();
	char *ids[3];

	for (int i = 0; i < 3; i++)
		ids[i] = entry_id(s, xml, i);
	ck_assert_str_ne(ids[0], ids[1]);
	ck_assert_str_eq(ids[2], "mine");
	for (int i = 0; i < 3; i++)
		free(ids[i]);
	schemas_close(s);
}
END_TEST

START_TEST(headings_and_free_text_get_no_ids)
{
	struct schemas *s = open_schemas();
	struct profile *p = parse_profile(
	    s, PROFILE("<news><heading>H</heading></news><section id='x'>"
		       "<heading>H</heading><p>a</p></section>"));

	ck_xpath(p->doc, "count(//heading/@id | //p/@id)", "0");
	profile_free(p);
	schemas_close(s);
}
END_TEST

static uint64_t
digest(const struct schemas *s, const char *xml, const char *id)
{
	struct profile *p;
	struct diag d;
	uint64_t value;

	diag_init(&d);
	p = profile_parse(xml, strlen(xml), "x.xml", id, s, &d);
	ck_assert_ptr_nonnull(p);
	value = p->digest;
	profile_free(p);
	diag_release(&d);
	return value;
}

START_TEST(digest_depends_on_bytes_and_id_and_nothing_else)
{
	static const char a[] =
	    "<profile version='1'><person><name>A</name></person></profile>";
	static const char b[] =
	    "<profile version='1'><person><name>B</name></person></profile>";
	struct schemas *s = open_schemas();

	ck_assert_uint_eq(digest(s, a, "x"), digest(s, a, "x"));
	ck_assert_uint_ne(digest(s, a, "x"), digest(s, b, "x"));
	ck_assert_uint_ne(digest(s, a, "x"), digest(s, a, "y"));
	schemas_close(s);
}
END_TEST

START_TEST(a_bad_profile_is_none)
{
	static const char bad[] = PROFILE("<talks/><talks/>");
	struct schemas *s = open_schemas();
	struct diag d;

	diag_init(&d);
	ck_assert_ptr_null(
	    profile_parse(bad, strlen(bad), "people/ada.xml", "ada", s, &d));
	ck_assert_uint_eq(d.n, 1);
	diag_release(&d);
	profile_free(NULL);
	schemas_close(s);
}
END_TEST

START_TEST(what_is_known_to_be_good_is_not_validated_again)
{
	static const char xml[] = PROFILE("<hobby/>");
	struct schemas *s = open_schemas();
	struct profile *p;
	struct diag d;

	diag_init(&d);
	ck_assert_ptr_null(
	    profile_parse(xml, strlen(xml), "x.xml", "ada", s, &d));
	ck_assert_uint_eq(d.n, 1);
	p = profile_parse(xml, strlen(xml), "x.xml", "ada", NULL, &d);
	ck_assert_ptr_nonnull(p);
	ck_assert_uint_eq(d.n, 1);
	ck_assert_uint_eq(p->digest,
	    profile_digest("ada", hash_long(HASH_SEED, xml, strlen(xml))));
	profile_free(p);
	/* but it must be XML, whoever says that it is good */
	ck_assert_ptr_null(profile_parse("<a>", 3, "x.xml", "ada", NULL, &d));
	schemas_close(s);
	diag_release(&d);
}
END_TEST

START_TEST(a_profile_is_indexed_when_it_is_needed)
{
	struct schemas *s = open_schemas();
	struct profile *p;
	struct strbuf xml;
	struct diag d;

	diag_init(&d);
	strbuf_init(&xml);
	generate_profile(&xml, 3);
	p = profile_parse(xml.buf, xml.len, "x.xml", "ada", s, &d);
	ck_assert_uint_eq(p->publications.n, 0);
	profile_index(p);
	profile_index(p);
	ck_assert_uint_eq(p->publications.n, 3);
	profile_free(p);
	strbuf_release(&xml);
	diag_release(&d);
	schemas_close(s);
}
END_TEST

START_TEST(the_fixture_that_uses_everything_is_accepted)
{
	struct schemas *s = open_schemas();
	char *xml = read_fixture("ada-berg.xml");
	struct profile *p;
	struct diag d;
	char *why;

	diag_init(&d);
	p = profile_parse(xml, strlen(xml), "ada-berg.xml", "ada-berg", s, &d);
	why = problems_of(&d);
	ck_assert_str_eq(why, "");
	profile_index(p);
	ck_assert_uint_eq(p->publications.n, 15);
	ck_assert_uint_gt(p->bytes, strlen(xml));
	ck_assert_uint_eq(p->nsections, 14);
	free(why);
	diag_release(&d);
	profile_free(p);
	free(xml);
	schemas_close(s);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    sections_keep_the_order_of_the_file,
	    sections_are_found_by_id_and_by_name,
	    people_and_venues_are_found_by_id_owner_included,
	    language_is_that_of_the_root,
	    entries_without_an_id_get_one_that_lasts,
	    equal_entries_get_different_ids,
	    headings_and_free_text_get_no_ids,
	    digest_depends_on_bytes_and_id_and_nothing_else,
	    a_bad_profile_is_none,
	    what_is_known_to_be_good_is_not_validated_again,
	    a_profile_is_indexed_when_it_is_needed,
	    the_fixture_that_uses_everything_is_accepted,
	    NULL,
	};

	return run_tests("profile", tests);
}

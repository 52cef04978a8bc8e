/* SPDX-License-Identifier: MIT */
/* check_site.c - tests of site.h. */
#include <stdlib.h>
#include <string.h>

#include "site.h"
#include "testing.h"

#define SITE_WITH(attrs, rest)                                                 \
	"<site version='1' " attrs ">\n<name>S</name>" rest "</site>"
#define GROUP(id, rest) "<group id='" id "'><name>G</name>" rest "</group>"
#define HERE "base-url='https://example.org/'"

static struct site *
parse(const struct schemas *s, const char *xml, char **why)
{
	struct site *site;
	struct diag d;

	diag_init(&d);
	site = site_parse(xml, strlen(xml), "site.xml", s, &d);
	*why = problems_of(&d);
	ck_assert_int_eq(site == NULL, d.n > 0);
	diag_release(&d);
	return site;
}

static struct site *
parse_good(const struct schemas *s, const char *xml)
{
	char *why;
	struct site *site = parse(s, xml, &why);

	ck_assert_msg(site != NULL, "%s: %s", xml, why);
	free(why);
	return site;
}

START_TEST(what_is_not_said_has_defaults)
{
	struct schemas *s = open_schemas();
	struct site *site = parse_good(s, SITE_WITH(HERE, ""));

	ck_assert_str_eq(site->base_url, "https://example.org/");
	ck_assert_ptr_null(site->home);
	ck_assert_str_eq(site->lang, "en");
	ck_assert_ptr_null(site->statics);
	ck_assert_ptr_null(site->people);
	ck_assert_int_eq(site->max_age_s, 60);
	site_free(site);
	site_free(NULL);
	schemas_close(s);
}
END_TEST

START_TEST(what_is_said_is_taken)
{
	struct schemas *s = open_schemas();
	struct site *site = parse_good(
	    s, SITE_WITH("base-url='http://localhost:8080/people/' home='ada' "
			 "xml:lang='zh-Hant' max-age='0' static='/files/' "
			 "people='/home/*/public_html/profile.xml'",
		   "<link href='/imprint'>I</link><footer>F</footer>"));

	ck_assert_str_eq(site->base_url, "http://localhost:8080/people/");
	ck_assert_str_eq(site->people, "/home/*/public_html/profile.xml");
	ck_assert_str_eq(site->home, "ada");
	ck_assert_str_eq(site->lang, "zh-Hant");
	ck_assert_str_eq(site->statics, "/files/");
	ck_assert_int_eq(site->max_age_s, 0);
	site_free(site);
	schemas_close(s);
}
END_TEST

START_TEST(static_files_may_be_elsewhere)
{
	static const char *const prefixes[] = {
	    "/", "/files/", "https://static.example.org/v1/"};
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(prefixes); i++) {
		struct strbuf xml;
		struct site *site;

		strbuf_init(&xml);
		strbuf_printf(
		    &xml, SITE_WITH(HERE " static='%s'", ""), prefixes[i]);
		site = parse_good(s, xml.buf);
		ck_assert_str_eq(site->statics, prefixes[i]);
		site_free(site);
		strbuf_release(&xml);
	}
	schemas_close(s);
}
END_TEST

static const struct {
	const char *xml;
	const char *start;
} bad[] = {
    {SITE_WITH("", ""), "site.xml:1: Element 'site': The attribute 'base-url'"},
    {SITE_WITH("base-url='example.org/'", ""), "site.xml:1: "},
    {SITE_WITH("base-url='ftp://example.org/'", ""), "site.xml:1: "},
    {SITE_WITH("base-url='https://example.org'", ""), "site.xml:1: "},
    {SITE_WITH("base-url='https://example.org/x'", ""), "site.xml:1: "},
    {SITE_WITH("base-url='https:///x/'", ""), "site.xml:1: "},
    {SITE_WITH("base-url='https://a&quot;b/'", ""), "site.xml:1: "},
    {SITE_WITH("base-url='https://a b/'", ""), "site.xml:1: "},
    {SITE_WITH(HERE " home='Ada Berg'", ""), "site.xml:1: "},
    {SITE_WITH(HERE " max-age='-1'", ""), "site.xml:1: "},
    {SITE_WITH(HERE " max-age='soon'", ""), "site.xml:1: "},
    {SITE_WITH(HERE " static='/files'", ""), "site.xml:1: "},
    {SITE_WITH(HERE " static='javascript:/'", ""),
	"site.xml:1: Element 'site', attribute 'static': the value "
	"'javascript:/' is not right; "},
    {SITE_WITH(HERE " static='//evil.example/'", ""),
	"site.xml:1: static=\"//evil.example/\" must be"},
    {SITE_WITH(HERE " people='/home/*'", ""),
	"site.xml:1: Element 'site', attribute 'people': the value "
	"'/home/*' is not right; write a path with * in place"},
    {SITE_WITH(HERE " people='home/*/p.xml'", ""), "site.xml:1: "},
    {SITE_WITH(HERE " people='/h/u*/p.xml'", ""), "site.xml:1: "},
    {SITE_WITH(HERE " people='/h/*/*/p.xml'", ""), "site.xml:1: "},
    {SITE_WITH(HERE " people='/h/p.xml'", ""), "site.xml:1: "},
    {SITE_WITH(HERE, "\n<link href='javascript:x'>I</link>"),
	"site.xml:3: Element 'link', attribute 'href'"},
    {SITE_WITH(HERE, "\n<link href='//evil.example'>I</link>"),
	"site.xml:3: this link may not be published"},
    {SITE_WITH(HERE, "\n<footer><script/></footer>"), "site.xml:3: "},
    {SITE_WITH(HERE, "\n<navigation><link href='//e'>I</link></navigation>"),
	"site.xml:3: this link may not be published"},
    {SITE_WITH(HERE, "\n<logo src='https://e.example/l.svg' alt=''/>"),
	"site.xml:3: src=\"https://e.example/l.svg\" is no file of this site"},
    {SITE_WITH(HERE, "\n" GROUP("people", "")),
	"site.xml:3: id=\"people\" is a word that the program uses itself"},
    {SITE_WITH(HERE, GROUP("a", "\n" GROUP("b", "")) "\n" GROUP("b", "")),
	"site.xml:4: id=\"b\" is there already, in line 3; "},
    {SITE_WITH(HERE, "\n<group id='A'><name>A</name></group>"), "site.xml:3: "},
    {SITE_WITH(HERE, "\n<group id='a'/>"), "site.xml:3: "},
    /* what is there once in each language */
    {SITE_WITH(HERE, "\n<footer>A</footer><footer>B</footer>"),
	"site.xml:3: a second <footer> in the same language, the first is in "
	"line 3; give one of them its xml:lang"},
    {SITE_WITH(
	 HERE, GROUP("a", "\n<description>A</description>"
			  "<description xml:lang='de'>A</description>"
			  "\n<description xml:lang='de'>B</description>")),
	"site.xml:4: a second <description> in the same language"},
    {SITE_WITH(HERE, "\n<group id='a'><name>A</name><name>B</name></group>"),
	"site.xml:3: a second <name> in the same language"},
    {"<site version='1' " HERE "/>", "site.xml:1: "},
    {PROFILE(""), "site.xml:1: the file begins with <profile>; it must be "
		  "<site>"},
};

START_TEST(bad_sites_say_where_and_why)
{
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		char *why;

		ck_assert_msg(parse(s, bad[i].xml, &why) == NULL,
		    "accepted: %s", bad[i].xml);
		ck_assert_msg(
		    strncmp(why, bad[i].start, strlen(bad[i].start)) == 0,
		    "%s\nsays: %snot: %s", bad[i].xml, why, bad[i].start);
		free(why);
	}
	schemas_close(s);
}
END_TEST

START_TEST(digest_changes_with_the_bytes)
{
	struct schemas *s = open_schemas();
	struct site *a = parse_good(s, SITE_WITH(HERE, ""));
	struct site *b = parse_good(s, SITE_WITH(HERE, ""));
	struct site *c = parse_good(s, SITE_WITH(HERE " ", ""));

	ck_assert_uint_eq(a->digest, b->digest);
	ck_assert_uint_ne(a->digest, c->digest);
	site_free(a);
	site_free(b);
	site_free(c);
	schemas_close(s);
}
END_TEST

static struct site *
parse_groups(const struct schemas *s)
{
	return parse_good(
	    s, SITE_WITH(HERE,
		   GROUP("science",
		       GROUP("maths", GROUP("trees", "")) GROUP("physics",
			   "")) "<logo src='files/l.svg' alt=''/>" GROUP("arts",
		       "")));
}

START_TEST(groups_know_what_is_in_them)
{
	struct schemas *s = open_schemas();
	struct site *site = parse_groups(s);
	const struct site_group *maths = site_group(site, "maths");

	ck_assert_uint_eq(site->ngroups, 5);
	ck_assert_str_eq(site->groups[0].id, "science");
	ck_assert_int_eq(site->groups[0].parent, -1);
	ck_assert_uint_eq(site->groups[0].end, 4);
	ck_assert_int_eq(maths->parent, 0);
	ck_assert_uint_eq(maths->end, 3);
	ck_assert_int_eq(site_group(site, "trees")->parent, 1);
	ck_assert_int_eq(site_group(site, "physics")->parent, 0);
	ck_assert_int_eq(site_group(site, "arts")->parent, -1);
	ck_assert_ptr_null(site_group(site, "music"));
	ck_assert_str_eq(maths->label, "G");
	site_free(site);
	schemas_close(s);
}
END_TEST

static void
write_named(void *ctx, const char *id, const struct site_group *group)
{
	strbuf_printf(ctx, "%s%s ", id, group != NULL ? "" : "?");
}

/* Their ids in the order of the file, each once. */
static void
ck_around(const struct site *site, const xmlNode *person, const char *want)
{
	size_t n;
	size_t *numbers = site_groups_around(site, person, &n);
	struct strbuf ids;

	strbuf_init(&ids);
	for (size_t i = 0; i < n; i++)
		strbuf_printf(&ids, "%s ", site->groups[numbers[i]].id);
	ck_assert_str_eq(ids.buf, want);
	strbuf_release(&ids);
	free(numbers);
}

START_TEST(who_is_in_a_group_is_in_those_around_it)
{
	struct schemas *s = open_schemas();
	struct site *site = parse_groups(s);
	xmlNode *person = xmlNewNode(NULL, (const xmlChar *)"person");
	struct strbuf sb;

	strbuf_init(&sb);
	ck_around(site, person, "");
	site_groups_named(site, person, write_named, &sb);
	ck_assert_str_eq(sb.buf, "");
	xmlSetProp(person, (const xmlChar *)"group",
	    (const xmlChar *)" arts\n trees  music ");
	ck_around(site, person, "science maths trees arts ");
	site_groups_named(site, person, write_named, &sb);
	ck_assert_str_eq(sb.buf, "arts trees music? ");
	xmlSetProp(person, (const xmlChar *)"group",
	    (const xmlChar *)"physics trees science physics");
	ck_around(site, person, "science maths trees physics ");
	xmlFreeNode(person);
	strbuf_release(&sb);
	site_free(site);
	schemas_close(s);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    what_is_not_said_has_defaults,
	    what_is_said_is_taken,
	    static_files_may_be_elsewhere,
	    bad_sites_say_where_and_why,
	    digest_changes_with_the_bytes,
	    groups_know_what_is_in_them,
	    who_is_in_a_group_is_in_those_around_it,
	    NULL,
	};

	return run_tests("site", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_schema.c - tests of schema.h. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "schema.h"
#include "testing.h"

static int
validate(
    const struct schemas *s, enum schema_kind kind, const char *xml, char **why)
{
	xmlDoc *doc = xmlReadMemory(
	    xml, (int)strlen(xml), NULL, "UTF-8", XML_PARSE_NONET);
	struct diag d;
	int rc;

	diag_init(&d);
	rc = schemas_validate(s, kind, doc, "x.xml", &d);
	*why = problems_of(&d);
	ck_assert_int_eq(rc == 0, d.n == 0);
	diag_release(&d);
	xmlFreeDoc(doc);
	return rc;
}

START_TEST(the_grammars_of_the_program_compile)
{
	struct schemas *s = open_schemas();

	ck_assert_ptr_nonnull(s);
	schemas_close(s);
	schemas_close(NULL);
}
END_TEST

START_TEST(each_kind_has_its_own_grammar)
{
	struct schemas *s = open_schemas();
	char *why;

	ck_assert_int_eq(validate(s, SCHEMA_PROFILE, PROFILE(""), &why), 0);
	free(why);
	ck_assert_int_eq(validate(s, SCHEMA_SITE, SITE, &why), 0);
	free(why);
	ck_assert_int_eq(validate(s, SCHEMA_SITE, PROFILE(""), &why), -1);
	free(why);
	ck_assert_int_eq(validate(s, SCHEMA_PROFILE, SITE, &why), -1);
	free(why);
	schemas_close(s);
}
END_TEST

START_TEST(every_breach_is_told_with_its_line)
{
	struct schemas *s = open_schemas();
	char *why;

	ck_assert_int_eq(validate(s, SCHEMA_PROFILE,
			     PROFILE("<news>\n<item date='x'>a</item>\n"
				     "<itme/>\n</news>\n<hobby/>\n"),
			     &why),
	    -1);
	ck_assert_ptr_nonnull(strstr(why, "x.xml:4: "));
	ck_assert_ptr_nonnull(strstr(why, "x.xml:5: "));
	ck_assert_ptr_nonnull(strstr(why, "x.xml:7: "));
	free(why);
	schemas_close(s);
}
END_TEST

START_TEST(a_bad_value_is_told_once_and_how_to_write_it)
{
	static const struct {
		const char *xml;
		const char *value;
		const char *hint;
	} bad[] = {
	    {PROFILE("<news><item date='June 2023'>a</item></news>"),
		"June 2023", "write a date as 2023, 2023-07 or 2023-07-31"},
	    {PROFILE("<news id='a b'><item date='2024'>a</item></news>"),
		"'a b'", "an id has letters, digits"},
	    {PROFILE("<news><item date='2024' hidden='yes'>a</item></news>"),
		"value 'yes' is not right", "write true or false"},
	    {"<profile version='1'><person role='post-doc'><name>A</name>"
	     "</person></profile>",
		"value 'post-doc' is not right",
		"researcher, postdoc, phd, student"},
	    {"<profile version='1'><person><name xml:lang='in English'>A"
	     "</name></person></profile>",
		"attribute 'xml:lang': the value 'in English'",
		"write a language as en, zh or pt-BR"},
	    {"<profile version='1'><person><name lang='fr'>A</name></person>"
	     "</profile>",
		"attribute 'lang': The attribute 'lang' is not allowed",
		"not allowed; write xml:lang\n"},
	    {PROFILE("<news><item date='2024'><a href='http://a.org/b c'>d</a>"
		     "</item></news>"),
		"value 'http://a.org/b c'", "write %20 for a blank"},
	    {"<profile version='2'><person><name>A</name></person></profile>",
		"value '2' is not right", "; write 1\n"},
	    {"<profile version='1'><person><name>A</name>"
	     "<email>mailto:a@example.org</email></person></profile>",
		"value 'mailto:a@example.org'", "write name@example.org"},
	    {PROFILE("<news><itme date='2024'>a</itme></news>"),
		"'itme': there is no such element", "is <item> meant?"},
	    {PROFILE("<news><place/></news>"), "'place'",
		"Expected is one of ( heading, item )"},
	    {"<profile version='1'><person><name>A</name><bio>b</bio><bio>b"
	     "</bio><item/></person></profile>",
		"'item': it has no place here", "vitae-profile(5)"},
	};
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		char *why;

		ck_assert_int_eq(
		    validate(s, SCHEMA_PROFILE, bad[i].xml, &why), -1);
		ck_assert_msg(count_of(why, "\n") == 1, "%s", why);
		ck_assert_ptr_nonnull(strstr(why, bad[i].value));
		ck_assert_ptr_nonnull(strstr(why, bad[i].hint));
		free(why);
	}
	schemas_close(s);
}
END_TEST

/* Files may be called so, and papers as others keep them. */
START_TEST(an_id_may_begin_with_a_digit)
{
	static const char xml[] =
	    "<profile version='1'><person id='3dlab'><name>3D</name></person>"
	    "<people><person id='4d'><name>4D</name></person></people>"
	    "<publications><publication id='2024:a' type='book' date='2024'>"
	    "<title>T</title><authors><author person='4d'/></authors>"
	    "</publication></publications></profile>";
	struct schemas *s = open_schemas();
	char *why;

	ck_assert_msg(validate(s, SCHEMA_PROFILE, xml, &why) == 0, "%s", why);
	free(why);
	schemas_close(s);
}
END_TEST

START_TEST(the_fixture_and_the_sample_are_valid)
{
	struct schemas *s = open_schemas();
	char *ada = read_fixture("ada-berg.xml");
	char *xin = read_fixture("../../xml/people/xin-sun.xml");
	char *site = read_fixture("../../xml/site.xml");
	const struct {
		enum schema_kind kind;
		const char *xml;
	} files[] = {
	    {SCHEMA_PROFILE, ada}, {SCHEMA_PROFILE, xin}, {SCHEMA_SITE, site}};

	for (size_t i = 0; i < ARRAY_SIZE(files); i++) {
		char *why;

		validate(s, files[i].kind, files[i].xml, &why);
		ck_assert_str_eq(why, "");
		free(why);
	}
	free(ada);
	free(xin);
	free(site);
	schemas_close(s);
}
END_TEST

START_TEST(grammars_that_are_missing_or_broken_say_which)
{
	static const struct {
		const char *profile;
		const char *reason;
	} cases[] = {
	    {NULL, "profile.xsd"},
	    {"", "profile.xsd"},
	    {"<xs:schema", "profile.xsd:1: "},
	    {"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n"
	     "<xs:element name='a' type='nothing'/></xs:schema>",
		"profile.xsd:2: "},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char *dir = temp_begin();
		struct diag d;
		char *why;

		if (cases[i].profile != NULL)
			put_file(dir, "profile.xsd", cases[i].profile);
		diag_init(&d);
		ck_assert_ptr_null(schemas_open(dir, &d));
		why = problems_of(&d);
		ck_assert_msg(strstr(why, cases[i].reason) != NULL, "%s", why);
		free(why);
		diag_release(&d);
		temp_end(dir);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    the_grammars_of_the_program_compile,
	    each_kind_has_its_own_grammar,
	    every_breach_is_told_with_its_line,
	    a_bad_value_is_told_once_and_how_to_write_it,
	    an_id_may_begin_with_a_digit,
	    the_fixture_and_the_sample_are_valid,
	    grammars_that_are_missing_or_broken_say_which,
	    NULL,
	};

	return run_tests("schema", tests);
}

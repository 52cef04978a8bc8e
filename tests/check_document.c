/* SPDX-License-Identifier: MIT */
/* check_document.c - tests of document.h. */
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "testing.h"

static xmlDoc *
parse(const struct schemas *s, const char *xml, size_t n, char **why)
{
	struct diag d;
	xmlDoc *doc;

	diag_init(&d);
	doc = document_parse(xml, n, "p.xml", s, SCHEMA_PROFILE, &d);
	*why = problems_of(&d);
	/* a document or a reason, never both, never neither */
	ck_assert_int_eq(doc == NULL, d.n > 0);
	diag_release(&d);
	return doc;
}

START_TEST(a_good_document_becomes_a_tree)
{
	static const char *const good[] = {
	    PROFILE(""),
	    "\xef\xbb\xbf" PROFILE(""),
	    "<?xml version='1.0' encoding='ISO-8859-1'?>" PROFILE(""),
	    "<!-- first --><?x y?>" PROFILE("<!-- <a> -->") "<!-- last -->\n",
	    PROFILE("<news><item date='2024'>\U0001f389 \u202eabc\u202c "
		    "a\u0301\u0302\u0303 &#x1F389;</item></news>"),
	    PROFILE("<news><item date='2024'><![CDATA[<b>]]></item></news>"),
	};
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
		char *why;
		xmlDoc *doc = parse(s, good[i], strlen(good[i]), &why);

		ck_assert_msg(doc != NULL, "%s", why);
		ck_xpath(doc, "string(/profile/person/name)", "Ada Berg");
		document_free(doc);
		free(why);
	}
	schemas_close(s);
}
END_TEST

START_TEST(latin_text_becomes_utf8)
{
	static const char xml[] =
	    "<?xml version='1.0' encoding='ISO-8859-1'?><profile "
	    "version='1'><person><name>M\xfcller</name></person></profile>";
	struct schemas *s = open_schemas();
	char *why;
	xmlDoc *doc = parse(s, xml, strlen(xml), &why);

	ck_assert_msg(doc != NULL, "%s", why);
	ck_xpath(doc, "string(//name)", "M\u00fcller");
	document_free(doc);
	free(why);
	schemas_close(s);
}
END_TEST

/* The first line of the reasons begins like this. */
static const struct {
	const char *xml;
	const char *start;
} bad[] = {
    {"", "p.xml:1: the file is empty"},
    {" ", "p.xml:1: "},
    {"\n\nno markup\n", "p.xml:3: Start tag expected"},
    {"<profile version='1'>\n<person>\n<name>A</person>\n</profile>",
	"p.xml:3: <name> is not closed before </person> in line 3; write "
	"</name> where it ends"},
    {"<profile version='1'>\n<person>\n<nmae>A</name></person>\n</profile>",
	"p.xml:3: <nmae> is not closed before </name> in line 3; both must be "
	"the same word"},
    {PROFILE("<news>\n<item date='2024'>a & b</item></news>"), "p.xml:4: "},
    {PROFILE("<news>\n\n<item date='2024' date='2025'>a</item></news>"),
	"p.xml:5: Attribute date redefined"},
    {PROFILE("<news><item date='2024'>&auml;</item></news>"),
	"p.xml:3: Entity 'auml' not defined"},
    {PROFILE("") "<more/>", "p.xml:4: Extra content at the end"},
    {PROFILE("") "\ntail", "p.xml:5: Extra content at the end"},
    {"<profile>\x01</profile>", "p.xml:1: "},
    {"<profile>&#0;</profile>", "p.xml:1: "},
    {"<profile>&#xFFFF;</profile>", "p.xml:1: "},
    /* what would read other files or fill memory */
    {"<!DOCTYPE profile [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n"
     "<profile>&x;</profile>",
	"p.xml:1: <!DOCTYPE and <!ENTITY are not accepted"},
    {"<!DOCTYPE p SYSTEM 'http://127.0.0.1:1/x.dtd'>" PROFILE(""),
	"p.xml:1: <!DOCTYPE and <!ENTITY are not accepted"},
    {"<?xml version='1.0' encoding='UTF-7'?>+ADw-profile/+AD4-",
	"p.xml:1: this encoding is not accepted"},
    {PROFILE("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' "
	     "href='/etc/passwd'/>"),
	"p.xml:3: Element '{http://www.w3.org/2001/XInclude}include'"},
    /* another document altogether */
    {"<html/>", "p.xml:1: the file begins with <html>; it must be "
		"<profile>"},
    {SITE, "p.xml:1: the file begins with <site>; it must be <profile>"},
    {"\n<person><name>A</name></person>",
	"p.xml:2: the file begins with <person>"},
    /* the grammar */
    {"<profile version='1'/>", "p.xml:1: Element 'profile': Missing child"},
    {"<profile version='2'><person><name>A</name></person></profile>",
	"p.xml:1: Element 'profile', attribute 'version'"},
    {PROFILE("\n<hobby/>"), "p.xml:4: Element 'hobby'"},
    {PROFILE("<news>\n<item>a</item></news>"),
	"p.xml:4: Element 'item': The attribute 'date' is required"},
    {PROFILE("<news><item date='2024-13'>a</item></news>"),
	"p.xml:3: Element 'item', attribute 'date'"},
    {PROFILE("<news><item date='2024'><script>x</script></item></news>"),
	"p.xml:3: Element 'script'"},
    {PROFILE("<news><item date='2024' onclick='x'>a</item></news>"),
	"p.xml:3: Element 'item', attribute 'onclick'"},
    {PROFILE("<news><item date='2024'><a href='javascript:x'>a</a>"
	     "</item></news>"),
	"p.xml:3: Element 'a', attribute 'href'"},
};

START_TEST(bad_documents_say_where_and_why)
{
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		char *why;

		ck_assert_msg(
		    parse(s, bad[i].xml, strlen(bad[i].xml), &why) == NULL,
		    "accepted: %s", bad[i].xml);
		ck_assert_msg(
		    strncmp(why, bad[i].start, strlen(bad[i].start)) == 0,
		    "%s\nsays: %snot: %s", bad[i].xml, why, bad[i].start);
		free(why);
	}
	schemas_close(s);
}
END_TEST

START_TEST(a_nul_and_what_follows_is_not_ignored)
{
	static const char xml[] = PROFILE("") "\0 garbage";
	struct schemas *s = open_schemas();
	char *why;

	ck_assert_ptr_null(parse(s, xml, sizeof(xml) - 1, &why));
	ck_assert_ptr_nonnull(strstr(why, "p.xml:4: the file contains a NUL"));
	free(why);
	schemas_close(s);
}
END_TEST

START_TEST(no_beginning_of_a_file_is_a_document)
{
	static const char xml[] = PROFILE("<news><item id=\"x\" "
					  "date=\"2024\">a<br/></item></news>");
	struct schemas *s = open_schemas();
	/* the line end behind the last tag may be missing */
	size_t whole = strlen(xml) - 1;

	for (size_t n = 0; n < whole; n++) {
		char *why;

		ck_assert_ptr_null(parse(s, xml, n, &why));
		ck_assert_int_eq(strncmp(why, "p.xml:", 6), 0);
		free(why);
	}
	schemas_close(s);
}
END_TEST

START_TEST(messages_are_single_lines)
{
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct diag d;

		diag_init(&d);
		ck_assert_ptr_null(document_parse(bad[i].xml,
		    strlen(bad[i].xml), "p.xml", s, SCHEMA_PROFILE, &d));
		for (size_t k = 0; k < d.n; k++)
			ck_assert_ptr_null(strchr(d.problems[k].text, '\n'));
		diag_release(&d);
	}
	schemas_close(s);
}
END_TEST

/* It refuses what no parser reads, whatever the grammar says of the rest. */
START_TEST(skimming_takes_what_parsing_takes)
{
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		const char *xml = bad[i].xml;
		size_t n = strlen(xml);
		struct diag d;
		xmlDoc *parsed;
		xmlDoc *skimmed;

		diag_init(&d);
		parsed =
		    document_parse(xml, n, "p.xml", NULL, SCHEMA_PROFILE, &d);
		skimmed = document_skim(xml, n, "p.xml", SCHEMA_PROFILE, &d);
		ck_assert_int_eq(parsed == NULL, skimmed == NULL);
		document_free(parsed);
		document_free(skimmed);
		diag_release(&d);
	}
}
END_TEST

START_TEST(lines_beyond_65535_are_right)
{
	struct schemas *s = open_schemas();
	struct strbuf xml;
	char *why;

	strbuf_init(&xml);
	strbuf_puts(&xml, "<profile version='1'>");
	for (int i = 0; i < 70000; i++)
		strbuf_putc(&xml, '\n');
	strbuf_puts(&xml, "<person><name>A</name></person><hobby/></profile>");
	ck_assert_ptr_null(parse(s, xml.buf, xml.len, &why));
	ck_assert_msg(strncmp(why, "p.xml:70001: ", 13) == 0, "%s", why);
	free(why);
	strbuf_release(&xml);
	schemas_close(s);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_good_document_becomes_a_tree,
	    latin_text_becomes_utf8,
	    bad_documents_say_where_and_why,
	    a_nul_and_what_follows_is_not_ignored,
	    no_beginning_of_a_file_is_a_document,
	    messages_are_single_lines,
	    skimming_takes_what_parsing_takes,
	    lines_beyond_65535_are_right,
	    NULL,
	};

	return run_tests("document", tests);
}

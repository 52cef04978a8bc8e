/* SPDX-License-Identifier: MIT */
/* check_html.c - tests of html.h. */
#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLtree.h>
#include <libxml/parser.h>

#include "html.h"
#include "testing.h"

/* What is written of this document. Owned. */
static char *
html_of(const char *xml)
{
	xmlDoc *doc =
	    xmlReadMemory(xml, (int)strlen(xml), "x", NULL, XML_PARSE_NONET);
	struct strbuf html;

	ck_assert_msg(doc != NULL, "%s is no XML", xml);
	strbuf_init(&html);
	html_write(doc, &html);
	xmlFreeDoc(doc);
	return strbuf_detach(&html);
}

struct piece_of_html {
	const char *xml;
	const char *want; /* without the line break behind it */
};

static void
check_pieces(const struct piece_of_html *pieces, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *got = html_of(pieces[i].xml);
		size_t length = strlen(pieces[i].want);

		ck_assert_msg(strncmp(got, pieces[i].want, length) == 0 &&
				  strcmp(got + length, "\n") == 0,
		    "%s is written as %s", pieces[i].xml, got);
		free(got);
	}
}

static const struct piece_of_html elements[] = {
    {"<p>a<b>c</b>d</p>", "<p>a<b>c</b>d</p>"},
    {"<div><p/><span/><td/><x/></div>",
	"<div><p></p><span></span><td></td><x></x></div>"},
    {"<p>a<br/>b<img/><hr/><input/></p>", "<p>a<br>b<img><hr><input></p>"},
    {"<BR/>", "<BR>"},
    {"<html/>", "<html></html>"},
    {"<ul><li>a</li>\n<li/></ul>", "<ul><li>a</li>\n<li></ul>"},
    {"<!--x--><p><!-- y --></p>", "<!--x--><p><!-- y --></p>"},
    {"<p><?slot items 0?><?end?></p>", "<p><?slot items 0><?end></p>"},
};

START_TEST(an_element_has_an_end_where_html_wants_one)
{
	check_pieces(elements, ARRAY_SIZE(elements));
}
END_TEST

static const struct piece_of_html texts[] = {
    {"<p>a &lt;b> &amp;c; \"d\" 'e'</p>",
	"<p>a &lt;b&gt; &amp;c; \"d\" 'e'</p>"},
    {"<p>\u00e9\u00a0\u5b59\U0001f600</p>",
	"<p>\u00e9\u00a0\u5b59\U0001f600</p>"},
    {"<script>1 &lt; 2 &amp;&amp; 3</script>", "<script>1 < 2 && 3</script>"},
    {"<style>a > b</style>", "<style>a > b</style>"},
    {"<p><script>a</script>&lt;</p>", "<p><script>a</script>&lt;</p>"},
    {"<p><![CDATA[<b>]]></p>", "<p><b></p>"},
};

START_TEST(text_is_escaped_but_in_scripts)
{
	check_pieces(texts, ARRAY_SIZE(texts));
}
END_TEST

static const struct piece_of_html attributes[] = {
    {"<p a='1' b='x y'/>", "<p a=\"1\" b=\"x y\"></p>"},
    {"<p a='&lt;&amp;>'/>", "<p a=\"&lt;&amp;&gt;\"></p>"},
    {"<p a='say \"hi\"'/>", "<p a='say \"hi\"'></p>"},
    {"<p a=\"it's\"/>", "<p a=\"it's\"></p>"},
    {"<p a=\"'&quot;'\"/>", "<p a=\"'&quot;'\"></p>"},
    {"<option selected='selected'/>", "<option selected></option>"},
    {"<details open='open'/>", "<details open=\"open\"></details>"},
    {"<p xml:lang='de'/>", "<p xml:lang=\"de\"></p>"},
    {"<s:p xmlns:s='urn:s' s:a='1'/>",
	"<s:p xmlns:s=\"urn:s\" s:a=\"1\"></s:p>"},
    {"<br xmlns='urn:s'/>", "<br xmlns=\"urn:s\"></br>"},
};

START_TEST(attributes_stand_between_quotes_that_they_have_not)
{
	check_pieces(attributes, ARRAY_SIZE(attributes));
}
END_TEST

static const struct piece_of_html addresses[] = {
    {"<a href='/x?a=1&amp;b=2#c'/>", "<a href=\"/x?a=1&amp;b=2#c\"></a>"},
    {"<a href=' /\u00e9 b'/>", "<a href=\"/%C3%A9%20b\"></a>"},
    {"<img src='a%20b&lt;>'/>", "<img src=\"a%20b&lt;&gt;\">"},
    {"<form action='&#9;\u00fc'/>", "<form action=\"%C3%BC\"></form>"},
    {"<a name='\u00fc'/>", "<a name=\"%C3%BC\"></a>"},
    {"<input name='\u00fc'/>", "<input name=\"\u00fc\">"},
    {"<p title='\u00fc b'/>", "<p title=\"\u00fc b\"></p>"},
};

START_TEST(addresses_are_percent_encoded)
{
	check_pieces(addresses, ARRAY_SIZE(addresses));
}
END_TEST

/* The serializer of libxml2 lets these pass. */
static const struct piece_of_html forged[] = {
    {"<p a='&lt;!--&lt;b>-->'/>", "<p a=\"&lt;!--&lt;b&gt;--&gt;\"></p>"},
    {"<p a='&amp;{x};'/>", "<p a=\"&amp;{x};\"></p>"},
};

START_TEST(nothing_in_an_attribute_is_markup)
{
	check_pieces(forged, ARRAY_SIZE(forged));
}
END_TEST

static const struct piece_of_html types[] = {
    {"<!DOCTYPE html><html/>", "<!DOCTYPE html>\n<html></html>"},
    {"<!DOCTYPE html SYSTEM 'about:legacy-compat'><html/>",
	"<!DOCTYPE html>\n<html></html>"},
    {"<!DOCTYPE html SYSTEM 'a.dtd'><html/>",
	"<!DOCTYPE html SYSTEM \"a.dtd\">\n<html></html>"},
    {"<!DOCTYPE html PUBLIC '-//A' 'a.dtd'><html/>",
	"<!DOCTYPE html PUBLIC \"-//A\" \"a.dtd\">\n<html></html>"},
};

START_TEST(the_type_stands_before_the_root)
{
	check_pieces(types, ARRAY_SIZE(types));
}
END_TEST

START_TEST(there_may_be_many_names_and_levels)
{
	enum { NAMES = 1000, LEVELS = 200 };
	struct strbuf xml;
	char *got;

	strbuf_init(&xml);
	strbuf_puts(&xml, "<r>");
	for (int i = 0; i < NAMES; i++)
		strbuf_printf(&xml, "<x%d y%d=\"%d\">z</x%d>", i, i, i, i);
	for (int i = 0; i < LEVELS; i++)
		strbuf_printf(&xml, "<l%d>", i);
	strbuf_puts(&xml, "in");
	for (int i = LEVELS; i-- > 0;)
		strbuf_printf(&xml, "</l%d>", i);
	strbuf_puts(&xml, "</r>\n");
	got = html_of(xml.buf);
	ck_assert_str_eq(got, xml.buf);
	free(got);
	strbuf_release(&xml);
}
END_TEST

/* The result of a sheet may have several roots, or none. */
START_TEST(a_document_needs_no_root)
{
	xmlDoc *doc = htmlNewDocNoDtD(NULL, NULL);
	struct strbuf html;

	strbuf_init(&html);
	html_write(doc, &html);
	ck_assert_str_eq(html.buf, "\n");
	strbuf_reset(&html);
	xmlAddChild((xmlNode *)doc, xmlNewText((const xmlChar *)"a<"));
	xmlAddChild((xmlNode *)doc, xmlNewNode(NULL, (const xmlChar *)"li"));
	html_write(doc, &html);
	ck_assert_str_eq(html.buf, "a&lt;<li>\n");
	strbuf_release(&html);
	xmlFreeDoc(doc);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    an_element_has_an_end_where_html_wants_one,
	    text_is_escaped_but_in_scripts,
	    attributes_stand_between_quotes_that_they_have_not,
	    addresses_are_percent_encoded,
	    nothing_in_an_attribute_is_markup,
	    the_type_stands_before_the_root,
	    there_may_be_many_names_and_levels,
	    a_document_needs_no_root,
	    NULL,
	};

	return run_tests("html", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_xmlnode.c - tests of xmlnode.h. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "testing.h"
#include "xmlnode.h"

static xmlDoc *
parse(const char *xml)
{
	xmlDoc *doc = xmlReadMemory(
	    xml, (int)strlen(xml), NULL, "UTF-8", XML_PARSE_NONET);

	ck_assert_msg(doc != NULL, "%s", xml);
	return doc;
}

START_TEST(elements_are_found_among_text_and_comments)
{
	xmlDoc *doc = parse("<r>x<!-- a --><?a b?><a n='1'/>y<b/><a n='2'/>"
			    "<!-- z --></r>");
	const xmlNode *root = xmlDocGetRootElement(doc);
	const xmlNode *a = node_first(root, "a");

	ck_assert(node_is(root, "r"));
	ck_assert(!node_is(root, "R"));
	ck_assert(!node_is(NULL, "r"));
	ck_assert(!node_is(root->children, "text"));
	ck_assert_ptr_eq(node_first(root, NULL), a);
	ck_assert_str_eq(node_attr(a, "n"), "1");
	ck_assert(node_is(node_next(a, NULL), "b"));
	ck_assert_str_eq(node_attr(node_next(a, "a"), "n"), "2");
	ck_assert_ptr_null(node_next(node_next(a, "a"), NULL));
	ck_assert_ptr_null(node_first(root, "c"));
	ck_assert_ptr_null(node_first(a, NULL));
	ck_assert_ptr_null(node_first(NULL, NULL));
	xmlFreeDoc(doc);
}
END_TEST

START_TEST(attributes_are_there_empty_or_missing)
{
	xmlDoc *doc = parse("<r a='' b='x &amp; y &lt;&#x4e2d;' "
			    "xml:lang='en'/>");
	const xmlNode *root = xmlDocGetRootElement(doc);

	ck_assert_str_eq(node_attr(root, "a"), "");
	ck_assert_str_eq(node_attr(root, "b"), "x & y <\u4e2d");
	ck_assert_str_eq(node_attr(root, "lang"), "en");
	ck_assert_ptr_null(node_attr(root, "c"));
	xmlFreeDoc(doc);
}
END_TEST

START_TEST(flags_are_booleans_of_xml_schema)
{
	static const struct {
		const char *xml;
		bool flag;
	} cases[] = {
	    {"<r f='true'/>", true},
	    {"<r f='1'/>", true},
	    {"<r f='false'/>", false},
	    {"<r f='0'/>", false},
	    {"<r f=''/>", false},
	    {"<r/>", false},
	    {"<r g='true'/>", false},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		xmlDoc *doc = parse(cases[i].xml);

		ck_assert_int_eq(
		    node_flag(xmlDocGetRootElement(doc), "f"), cases[i].flag);
		xmlFreeDoc(doc);
	}
}
END_TEST

START_TEST(language_is_that_of_the_nearest_element_that_says)
{
	xmlDoc *doc = parse("<r xml:lang='en'><a><b xml:lang='zh-Hant'><c/>"
			    "</b></a><d xml:lang=''/></r>");
	const xmlNode *root = xmlDocGetRootElement(doc);
	const xmlNode *a = node_first(root, "a");
	const xmlNode *b = node_first(a, "b");
	xmlDoc *mute = parse("<r><a/></r>");

	ck_assert_str_eq(node_lang(root), "en");
	ck_assert_str_eq(node_lang(a), "en");
	ck_assert_str_eq(node_lang(b), "zh-Hant");
	ck_assert_str_eq(node_lang(node_first(b, "c")), "zh-Hant");
	ck_assert_str_eq(node_lang(node_first(root, "d")), "");
	ck_assert_str_eq(
	    node_lang(node_first(xmlDocGetRootElement(mute), "a")), "");
	xmlFreeDoc(doc);
	xmlFreeDoc(mute);
}
END_TEST

START_TEST(text_is_folded_as_html_does)
{
	static const struct {
		const char *xml;
		const char *text;
	} cases[] = {
	    {"<r/>", ""},
	    {"<r> \n\t </r>", ""},
	    {"<r>one</r>", "one"},
	    {"<r>  one \n\t two  </r>", "one two"},
	    {"<r>a<em>b</em>c <sub> d </sub> e</r>", "abc d e"},
	    {"<r><p>a</p> <p>b</p></r>", "a b"},
	    {"<r>x<!-- no --><?no no?>y</r>", "xy"},
	    {"<r>a<![CDATA[ <b> & ]]>c</r>", "a <b> & c"},
	    {"<r>&lt;b&gt; &amp;amp;</r>", "<b> &amp;"},
	    /* names: their parts belong apart, but not in Han or kana */
	    {"<r><given>Ada</given><family>Berg</family></r>", "Ada Berg"},
	    {"<r><given>Ada</given> <particle>van</particle>\n<family>Berg"
	     "</family></r>",
		"Ada van Berg"},
	    {"<r><prefix>Dr</prefix><given>A.</given><family>B"
	     "</family><suffix>Jr.</suffix></r>",
		"Dr A. B Jr."},
	    {"<r><family>\u5b59</family><given>\u65b0</given></r>",
		"\u5b59\u65b0"},
	    {"<r><family>\u68ee</family><given>\u3042\u304a\u3044</given></r>",
		"\u68ee\u3042\u304a\u3044"},
	    {"<r><family>\uae40</family><given>\ub098\ubb34</given></r>",
		"\uae40 \ub098\ubb34"},
	    {"<r><family>\u0411\u0435\u0440\u0433</family><given>"
	     "\u0410\u0434\u0430</given></r>",
		"\u0411\u0435\u0440\u0433 \u0410\u0434\u0430"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		xmlDoc *doc = parse(cases[i].xml);
		struct strbuf out;

		strbuf_init(&out);
		strbuf_puts(&out, "before ");
		node_text(xmlDocGetRootElement(doc), &out);
		ck_assert_str_eq(out.buf + strlen("before "), cases[i].text);
		strbuf_release(&out);
		xmlFreeDoc(doc);
	}
}
END_TEST

START_TEST(a_name_is_read_without_its_title_too)
{
	static const struct {
		const char *xml;
		const char *text;
		const char *raw;
	} cases[] = {
	    {"<r><prefix>Dr</prefix> <given>A.</given><family>B</family></r>",
		"A. B", "Dr A.B"},
	    /* what stands before Han says nothing of them */
	    {"<r><prefix>Dr</prefix><family>\u5b59</family><given>\u65b0"
	     "</given></r>",
		"\u5b59\u65b0", "Dr\u5b59\u65b0"},
	    {"<r><em>a <prefix>b</prefix>\n</em></r>", "a b", "a b\n"},
	};
	struct strbuf out;

	strbuf_init(&out);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		xmlDoc *doc = parse(cases[i].xml);
		const xmlNode *root = xmlDocGetRootElement(doc);

		strbuf_reset(&out);
		node_text_without(root, "prefix", &out);
		ck_assert_str_eq(out.buf, cases[i].text);
		strbuf_reset(&out);
		node_raw_text(root, &out);
		ck_assert_str_eq(out.buf, cases[i].raw);
		xmlFreeDoc(doc);
	}
	strbuf_reset(&out);
	node_text(NULL, &out);
	ck_assert_str_eq(out.buf, "");
	strbuf_release(&out);
}
END_TEST

START_TEST(lines_are_those_of_the_file_beyond_65535_too)
{
	struct strbuf xml;
	xmlDoc *doc;

	strbuf_init(&xml);
	strbuf_puts(&xml, "<r>\n<a/>");
	for (int i = 0; i < 70000; i++)
		strbuf_putc(&xml, '\n');
	strbuf_puts(&xml, "<b>text</b></r>");
	doc = xmlReadMemory(
	    xml.buf, (int)xml.len, NULL, "UTF-8", XML_PARSE_BIG_LINES);
	ck_assert_int_eq(
	    node_line(node_first(xmlDocGetRootElement(doc), "a")), 2);
	ck_assert_int_eq(
	    node_line(node_first(xmlDocGetRootElement(doc), "b")), 70002);
	xmlFreeDoc(doc);
	strbuf_release(&xml);
}
END_TEST

START_TEST(what_is_built_is_text_and_never_markup)
{
	xmlDoc *doc = parse("<r/>");
	xmlNode *a =
	    node_add(xmlDocGetRootElement(doc), "a", "<b> & &amp; \u4e2d");
	xmlChar *bytes;
	int n;

	node_set(a, "x", "\"<&amp;'");
	node_setf(a, "y", "%s=%d", "n&", 7);
	node_set(a, "y", "once more");
	ck_assert_ptr_eq(node_add(a, "c", NULL), node_first(a, "c"));
	ck_xpath(doc, "/r/a/text()", "<b> & &amp; \u4e2d");
	ck_xpath(doc, "/r/a/@x", "\"<&amp;'");
	ck_xpath(doc, "/r/a/@y", "once more");
	ck_xpath(doc, "count(/r/a/c/node())", "0");
	xmlDocDumpMemory(doc, &bytes, &n);
	ck_assert_ptr_nonnull(strstr((const char *)bytes, "&lt;b&gt; &amp; "
							  "&amp;amp;"));
	xmlFree(bytes);
	xmlFreeDoc(doc);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    elements_are_found_among_text_and_comments,
	    attributes_are_there_empty_or_missing,
	    flags_are_booleans_of_xml_schema,
	    language_is_that_of_the_nearest_element_that_says,
	    text_is_folded_as_html_does,
	    a_name_is_read_without_its_title_too,
	    lines_are_those_of_the_file_beyond_65535_too,
	    what_is_built_is_text_and_never_markup,
	    NULL,
	};

	return run_tests("xmlnode", tests);
}

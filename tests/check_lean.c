/* SPDX-License-Identifier: MIT */
/* check_lean.c - tests of lean.h. */
#include <stdlib.h>
#include <string.h>

#include "lean.h"
#include "testing.h"
#include "xmlnode.h"

/* NULL: it is not well-formed. */
static xmlDoc *
read_lean(const char *xml)
{
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	struct lean l;
	xmlDoc *doc;

	lean_begin(&l, ctxt);
	doc = xmlCtxtReadMemory(ctxt, xml, (int)strlen(xml), NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_COMPACT);
	lean_release(&l);
	xmlFreeParserCtxt(ctxt);
	return doc;
}

static xmlNode *
text_of(xmlNode *element, const char *name)
{
	return xmlHasProp(element, (const xmlChar *)name)->children;
}

START_TEST(equal_values_are_one_text)
{
	xmlDoc *doc = read_lean("<a x='journal' y='journal'><b x='journal'/>"
				"<b x='a longer value than fits a node'/>"
				"<b x='a longer value than fits a node'/>"
				"<b x=''/><b x='other'/></a>");
	xmlNode *a = xmlDocGetRootElement(doc);
	xmlNode *b = node_first(a, "b");
	xmlNode *c = node_next(b, "b");
	xmlNode *d = node_next(c, "b");

	ck_assert_ptr_eq(text_of(a, "x"), text_of(a, "y"));
	ck_assert_ptr_eq(text_of(a, "x"), text_of(b, "x"));
	ck_assert_ptr_eq(text_of(c, "x"), text_of(d, "x"));
	ck_assert_str_eq(node_attr(b, "x"), "journal");
	ck_assert_str_eq(node_attr(d, "x"), "a longer value than fits a node");
	ck_xpath(doc, "count(//@*[. = 'journal'])", "3");
	ck_xpath(doc, "string(/a/b[5]/@x)", "other");
	ck_xpath(doc, "string-length(/a/b[4]/@x)", "0");
	lean_free(doc);
	lean_free(NULL);
}
END_TEST

START_TEST(copies_have_values_of_their_own)
{
	xmlDoc *doc = read_lean("<a x='journal'><b x='journal'/></a>");
	xmlDoc *other = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *b = node_first(xmlDocGetRootElement(doc), "b");

	xmlDocSetRootElement(other, xmlDocCopyNode(b, other, 1));
	lean_free(doc);
	ck_xpath(other, "string(/b/@x)", "journal");
	xmlFreeDoc(other);
}
END_TEST

START_TEST(space_is_left_out_only_where_there_cannot_be_text)
{
	xmlDoc *doc = read_lean(
	    "<profile>\n <publications>\n  <publication>\n"
	    "   <authors>\n <author> A </author> </authors>\n"
	    "   <venue> <name>V</name> </venue>\n"
	    "   <note> <em>a</em> <em>b</em> </note>\n"
	    "  </publication>\n </publications>\n <news> <item/> </news>\n"
	    "</profile>");

	ck_xpath(doc,
	    "count((//profile | //publications | //publication | //authors |"
	    " //venue)/text())",
	    "0");
	ck_xpath(doc, "string(//author)", " A ");
	ck_xpath(doc, "string(//note)", " a b ");
	ck_xpath(doc, "count(//news/text())", "2");
	lean_free(doc);
}
END_TEST

START_TEST(text_where_there_should_be_none_is_kept_for_complaints)
{
	xmlDoc *doc = read_lean("<publication> x <title/></publication>");

	ck_xpath(doc, "string(/publication)", " x ");
	lean_free(doc);
}
END_TEST

START_TEST(what_breaks_off_is_freed)
{
	static const char xml[] =
	    "<a x='same' y='same'><b x='same'/><b x='same'>t</b></a>";
	struct strbuf part;

	strbuf_init(&part);
	for (size_t n = 0; n < strlen(xml); n++) {
		strbuf_reset(&part);
		strbuf_add(&part, xml, n);
		ck_assert_ptr_null(read_lean(part.buf));
	}
	strbuf_release(&part);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    equal_values_are_one_text,
	    copies_have_values_of_their_own,
	    space_is_left_out_only_where_there_cannot_be_text,
	    text_where_there_should_be_none_is_kept_for_complaints,
	    what_breaks_off_is_freed,
	    NULL,
	};

	return run_tests("lean", tests);
}

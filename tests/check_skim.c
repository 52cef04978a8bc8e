/* SPDX-License-Identifier: MIT */
/* check_skim.c - tests of skim.h. */
#include <string.h>

#include <libxml/parser.h>

#include "skim.h"
#include "strbuf.h"
#include "testing.h"
#include "xmlnode.h"

enum { OPTIONS = XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_NOERROR };

static xmlDoc *
skim(const char *xml, size_t n)
{
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	xmlDoc *doc;

	skim_begin(ctxt);
	doc = xmlCtxtReadMemory(ctxt, xml, (int)n, "a.xml", NULL, OPTIONS);
	xmlFreeParserCtxt(ctxt);
	return doc;
}

/* Is it written as the tree that libxml2 makes of it? */
static void
check_same(const char *xml, size_t n)
{
	xmlDoc *theirs = xmlReadMemory(xml, (int)n, "a.xml", NULL, OPTIONS);
	xmlDoc *ours = skim(xml, n);
	xmlChar *a;
	xmlChar *b;

	ck_assert_ptr_nonnull(theirs);
	ck_assert_ptr_nonnull(ours);
	ck_assert(skim_is(ours));
	ck_assert(!skim_is(theirs));
	xmlDocDumpMemoryEnc(theirs, &a, NULL, "UTF-8");
	xmlDocDumpMemoryEnc(ours, &b, NULL, "UTF-8");
	ck_assert_str_eq((char *)a, (char *)b);
	xmlFree(a);
	xmlFree(b);
	skim_free(ours);
	xmlFreeDoc(theirs);
}

START_TEST(the_tree_is_that_of_libxml2)
{
	static const char *const documents[] = {
	    "<a/>",
	    "<a b='1' c=''/>",
	    "<a><b/><c><d/></c><e/></a>",
	    "<a> x <b>y</b> z </a>",
	    "<a b='x &amp; y &lt; &#233; &quot;'>x &amp; y &#x4e2d;</a>",
	    "<a b=' x\ty\nz '/>",
	    "<a>x\r\ny<![CDATA[<z/> ]]> &gt;</a>",
	    "<a xml:lang='en'><b xml:lang='zh'>\xe4\xb8\xad</b></a>",
	    "<?xml version='1.0' encoding='ISO-8859-1'?><a b='\xe9'>\xe8</a>",
	};

	for (size_t i = 0; i < ARRAY_SIZE(documents); i++)
		check_same(documents[i], strlen(documents[i]));
}
END_TEST

/* It comes in pieces, and some are longer than what memory is asked for. */
START_TEST(long_texts_are_whole)
{
	struct strbuf xml;

	strbuf_init(&xml);
	strbuf_puts(&xml, "<a><b c='");
	for (int i = 0; i < 100000; i++)
		strbuf_puts(&xml, "attribute ");
	strbuf_puts(&xml, "'>");
	for (int i = 0; i < 100000; i++)
		strbuf_puts(&xml, "\xc3\xa9 &amp; ");
	strbuf_puts(&xml, "</b>x</a>");
	check_same(xml.buf, xml.len);
	strbuf_release(&xml);
}
END_TEST

START_TEST(comments_and_instructions_are_left_out)
{
	static const char xml[] =
	    "<!-- x --><a>y<!-- x -->y<?x x?>y<b/></a><!-- x -->";
	xmlDoc *doc = skim(xml, strlen(xml));
	const xmlNode *a = xmlDocGetRootElement(doc);

	ck_assert_ptr_eq(doc->children, a);
	ck_assert_ptr_null(a->next);
	ck_assert_str_eq((const char *)a->children->content, "yyy");
	ck_assert(node_is(a->children->next, "b"));
	skim_free(doc);
}
END_TEST

START_TEST(space_that_the_grammar_ignores_is_left_out)
{
	static const char xml[] =
	    "<publication> <title> </title>\n</publication>";
	xmlDoc *doc = skim(xml, strlen(xml));
	const xmlNode *root = xmlDocGetRootElement(doc);

	ck_assert_ptr_eq(root->children, root->last);
	ck_assert(node_is(root->children, "title"));
	ck_assert_str_eq((const char *)root->children->children->content, " ");
	skim_free(doc);
}
END_TEST

START_TEST(an_attribute_can_be_added)
{
	static const char xml[] = "<a><b/><c d='1'/></a>";
	xmlDoc *doc = skim(xml, strlen(xml));
	xmlNode *b = node_first(xmlDocGetRootElement(doc), "b");
	xmlNode *c = node_next(b, "c");

	skim_set(b, "id", "x");
	skim_set(c, "id", "y");
	ck_assert_str_eq(node_attr(b, "id"), "x");
	ck_assert_str_eq(node_attr(c, "id"), "y");
	ck_assert_str_eq(node_attr(c, "d"), "1");
	skim_free(doc);
}
END_TEST

/* What a member keeps outlives the tree that it was copied from. */
START_TEST(a_copy_outlives_the_tree)
{
	static const char xml[] =
	    "<a><name xml:lang='zh'>\xe4\xb8\xad</name></a>";
	xmlDoc *doc = skim(xml, strlen(xml));
	xmlDoc *other = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *copy =
	    xmlDocCopyNode(xmlDocGetRootElement(doc)->children, other, 1);

	xmlDocSetRootElement(other, copy);
	skim_free(doc);
	ck_assert_str_eq((const char *)copy->children->content, "\xe4\xb8\xad");
	ck_assert_str_eq(node_lang(copy), "zh");
	ck_assert_str_eq((const char *)copy->properties->ns->prefix, "xml");
	xmlFreeDoc(other);
}
END_TEST

/* Under a checker of memory this tells whether all of it is freed. */
START_TEST(a_broken_document_leaves_nothing)
{
	static const char xml[] =
	    "<a b='x'><c>y &amp; z</c><d><e f='1'/> </d></a>";

	for (size_t n = 0; n < strlen(xml); n++)
		ck_assert_ptr_null(skim(xml, n));
	skim_free(NULL);
}
END_TEST

/* Parsers speak of text even after that. */
START_TEST(what_is_broken_before_the_document_leaves_nothing)
{
	static const char *const documents[] = {
	    "<?xml version='1.0' x?><a>text</a>",
	    "<!-- -- --><a>text<b/></a>",
	    "<!-- -- -->\n<a>\n<b/> text</a>",
	    "<?xml?><a><![CDATA[text]]></a>",
	    "x<a>text</a>",
	};

	for (size_t i = 0; i < ARRAY_SIZE(documents); i++)
		ck_assert_ptr_null(skim(documents[i], strlen(documents[i])));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    the_tree_is_that_of_libxml2,
	    long_texts_are_whole,
	    comments_and_instructions_are_left_out,
	    space_that_the_grammar_ignores_is_left_out,
	    an_attribute_can_be_added,
	    a_copy_outlives_the_tree,
	    a_broken_document_leaves_nothing,
	    what_is_broken_before_the_document_leaves_nothing,
	    NULL,
	};

	return run_tests("skim", tests);
}

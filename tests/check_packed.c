/* SPDX-License-Identifier: MIT */
/* check_packed.c - tests of packed.h. */
#include <string.h>

#include <libxml/parser.h>

#include "packed.h"
#include "testing.h"
#include "xmlnode.h"

#define ROOT                                                                   \
	"<profile xml:lang='en'><!-- c --><person id='ada' group=''>\n"        \
	"<name><given>Ada</given> <family>B &amp; C</family></name>"           \
	"<photo src='a.jpg' alt='&lt;A>&#10;&quot;B&quot;'/><?pi?>"            \
	"<name xml:lang='zh'>\u5b59\u65b0</name></person></profile>"

/* As bytes, and to the last of them the tree again. */
static xmlDoc *
pack(const char *xml, struct strbuf *bytes)
{
	xmlDoc *doc =
	    xmlReadMemory(xml, (int)strlen(xml), NULL, NULL, XML_PARSE_NONET);

	strbuf_init(bytes);
	packed_node(bytes, xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
	return packed_open(bytes->buf);
}

START_TEST(a_tree_becomes_bytes_and_a_tree_again)
{
	static const struct path_case cases[] = {
	    {"string(/profile/@xml:lang)", "en"},
	    {"count(/profile/node())", "1"},
	    {"string(/profile/person/@id)", "ada"},
	    {"count(/profile/person/@group)", "1"},
	    {"string(//@group)", ""},
	    {"string(//person/text()[1])", "\n"},
	    {"string(//name[1])", "Ada B & C"},
	    {"count(//name[1]/node())", "3"},
	    {"string(//photo/@alt)", "<A>\n\"B\""},
	    {"count(//photo/node())", "0"},
	    {"string(//person/*[last()]/@xml:lang)", "zh"},
	    {"string(//name[lang('zh')])", "\u5b59\u65b0"},
	    {"name(//family/preceding-sibling::*)", "given"},
	};
	struct strbuf bytes;
	xmlDoc *doc = pack(ROOT, &bytes);

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		ck_xpath(doc, cases[i].expr, cases[i].want);
	packed_close(doc);
	packed_close(NULL);
	strbuf_release(&bytes);
}
END_TEST

START_TEST(a_packed_tree_can_be_walked_and_copied)
{
	struct strbuf bytes;
	xmlDoc *doc = pack(ROOT, &bytes);
	xmlNode *person = node_first(xmlDocGetRootElement(doc), "person");
	xmlDoc *other = xmlNewDoc((const xmlChar *)"1.0");

	ck_assert_ptr_eq(person->doc, doc);
	ck_assert_str_eq(node_lang(node_first(person, "photo")), "en");
	ck_assert_str_eq(node_attr(person, "id"), "ada");
	xmlDocSetRootElement(other, xmlDocCopyNode(person, other, 1));
	packed_close(doc);
	strbuf_release(&bytes);
	ck_xpath(other, "string(/person/photo/@src)", "a.jpg");
	ck_xpath(other, "string(//name[2]/@xml:lang)", "zh");
	xmlFreeDoc(other);
}
END_TEST

START_TEST(a_tree_can_be_packed_in_parts)
{
	xmlNode *root = xmlNewNode(NULL, (const xmlChar *)"profile");
	xmlNode *name = node_add(root, "name", "Ada");
	struct strbuf bytes;
	xmlDoc *doc;

	node_set(root, "version", "1");
	strbuf_init(&bytes);
	packed_start(&bytes, root);
	packed_node(&bytes, name);
	packed_node(&bytes, name);
	packed_end(&bytes);
	xmlFreeNode(root);
	doc = packed_open(bytes.buf);
	ck_xpath(doc, "string(/profile[@version = 1])", "AdaAda");
	ck_xpath(doc, "count(/profile/name)", "2");
	packed_close(doc);
	strbuf_release(&bytes);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_tree_becomes_bytes_and_a_tree_again,
	    a_packed_tree_can_be_walked_and_copied,
	    a_tree_can_be_packed_in_parts,
	    NULL,
	};

	return run_tests("packed", tests);
}

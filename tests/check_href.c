/* SPDX-License-Identifier: MIT */
/* check_href.c - tests of href.h. */
#include <stdlib.h>
#include <string.h>

#include "href.h"
#include "sample.h"
#include "xmlnode.h"

START_TEST(a_link_has_its_query_in_canonical_form)
{
	static const struct {
		const char *path;
		const char *qs;
		struct query_edit edit;
		const char *want;
	} cases[] = {
	    {"/ada/", "", {KEY_NONE, NULL}, "/ada/"},
	    {"/ada/", "lang=fr", {KEY_NONE, NULL}, "/ada/?lang=fr"},
	    {"/p", "lang=fr&type=book", {KEY_NONE, NULL},
		"/p?type=book&lang=fr"},
	    {"/p", "lang=fr", {KEY_KEYWORD, "leaf-order"},
		"/p?keyword=leaf-order&lang=fr"},
	    {"/p", "lang=fr&page=2&per=5", {KEY_LANG, "ja"},
		"/p?page=2&per=5&lang=ja"},
	    {"/p", "lang=fr&q=a+%26+b", {KEY_LANG, NULL}, "/p?q=a%20%26%20b"},
	    {"", "lang=fr", {KEY_NONE, NULL}, "?lang=fr"},
	    {"", "", {KEY_NONE, NULL}, ""},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		enum query_key bad;
		struct strbuf out;
		struct query q;

		strbuf_init(&out);
		strbuf_puts(&out, "<");
		ck_assert_int_eq(
		    query_parse(&q, QUERY_OF_PERSON, cases[i].qs, &bad), 0);
		href_write(&out, cases[i].path, &q, cases[i].edit);
		ck_assert_str_eq(out.buf + 1, cases[i].want);
		query_release(&q);
		strbuf_release(&out);
	}
}
END_TEST

/* Not the filters of the page's own list: another page has another list. */
START_TEST(a_link_to_another_page_takes_only_the_language_along)
{
	xmlNode *node = xmlNewNode(NULL, (const xmlChar *)"a");
	char fr[] = "fr";
	struct sample s;

	sample_open(&s, PROFILE("<publications/>"), "type=book");
	href_set(&s.page, node, "href", "/ada/cv");
	ck_assert_str_eq(node_attr(node, "href"), "/ada/cv");
	s.page.plain = (struct query){.page = 1, .lang = fr};
	href_set(&s.page, node, "href", "/ada/cv");
	href_set(&s.page, node, "list", "/ada/publications");
	ck_assert_str_eq(node_attr(node, "href"), "/ada/cv?lang=fr");
	ck_assert_str_eq(node_attr(node, "list"), "/ada/publications?lang=fr");
	href_set_query(
	    node, "/p", s.page.query, (struct query_edit){KEY_TYPE, "thesis"});
	ck_assert_str_eq(node_attr(node, "href"), "/p?type=book,thesis");
	xmlFreeNode(node);
	sample_close(&s);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_link_has_its_query_in_canonical_form,
	    a_link_to_another_page_takes_only_the_language_along,
	    NULL,
	};

	return run_tests("href", tests);
}

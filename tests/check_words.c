/* SPDX-License-Identifier: MIT */
/* check_words.c - tests of words.h. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "testing.h"
#include "words.h"

static xmlDoc *
parse(const char *xml)
{
	return xmlReadMemory(
	    xml, (int)strlen(xml), NULL, NULL, XML_PARSE_NONET);
}

static const char some[] = "<strings lang='en'><s id='a'>one</s>"
			   "<s id='b'>two</s><s id='a'>late</s><s>no id</s>"
			   "</strings>";

START_TEST(a_word_is_found_by_its_id)
{
	struct words *w = words_new(parse(some));

	ck_assert_str_eq(
	    (const char *)words_find(w, "a")->children->content, "one");
	ck_assert_str_eq(
	    (const char *)words_find(w, "b")->children->content, "two");
	ck_assert_ptr_null(words_find(w, "c"));
	ck_assert_ptr_null(words_find(w, ""));
	words_free(w);
}
END_TEST

START_TEST(without_a_root_there_are_no_words)
{
	ck_assert_ptr_null(words_new(NULL));
	ck_assert_ptr_null(words_new(xmlNewDoc((const xmlChar *)"1.0")));
	words_free(NULL);
}
END_TEST

START_TEST(words_that_are_lent_stand_first_and_come_back_whole)
{
	static const char *const views[] = {
	    "<view/>", "<view><site/><page/></view>", "<view>text</view>"};
	struct words *w = words_new(parse(some));

	for (size_t i = 0; i < ARRAY_SIZE(views); i++) {
		xmlDoc *view = parse(views[i]);
		xmlDoc *bare = parse(views[i]);
		char *left = xpath(bare, "concat(count(//node()), /view)");

		words_lend(w, view);
		ck_xpath(view, "name(/view/node()[1])", "strings");
		ck_xpath(view, "/view/strings/s[@id='b']", "two");
		ck_assert_ptr_eq(words_find(w, "a")->doc, view);
		words_return(w);
		ck_xpath(view, "concat(count(//node()), /view)", left);
		ck_assert_ptr_ne(words_find(w, "a")->doc, view);
		xmlFreeDoc(view);
		xmlFreeDoc(bare);
		free(left);
		ck_xpath(words_find(w, "b")->doc, "/strings/s[@id='b']", "two");
	}
	words_free(w);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_word_is_found_by_its_id,
	    without_a_root_there_are_no_words,
	    words_that_are_lent_stand_first_and_come_back_whole,
	    NULL,
	};

	return run_tests("words", tests);
}

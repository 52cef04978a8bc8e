/* SPDX-License-Identifier: MIT */
/* check_sources.c - tests of sources.h. */
#include <stdlib.h>
#include <string.h>

#include "sources.h"
#include "testing.h"

static const char sheet[] = "<!-- before --><x:stylesheet version='1.0' "
			    "xmlns:x='http://www.w3.org/1999/XSL/Transform'>\n"
			    "  <!-- why -->\n"
			    "  <x:template match='a'>\n"
			    "    <b title='{@c}'> text </b>\n"
			    "    <x:text> </x:text><x:text>\n</x:text>\n"
			    "    <pre xml:space='preserve'> <i/> </pre>\n"
			    "  </x:template>\n"
			    "</x:stylesheet>\n";
static const char pruned[] =
    "<x:stylesheet xmlns:x=\"http://www.w3.org/1999/XSL/Transform\" "
    "version=\"1.0\"><x:template match=\"a\"><b title=\"{@c}\"> text </b>"
    "<x:text> </x:text><x:text>\n</x:text><pre xml:space=\"preserve\"> <i/> "
    "</pre></x:template></x:stylesheet>";

struct fixture {
	char *dir;
	struct strbuf path;
	struct sources *s;
};

static void
begin(struct fixture *fx)
{
	fx->dir = temp_begin();
	put_file(fx->dir, "a.xsl", sheet);
	strbuf_init(&fx->path);
	strbuf_printf(&fx->path, "%s/a.xsl", fx->dir);
	fx->s = sources_new();
}

static void
end(struct fixture *fx)
{
	sources_free(fx->s);
	strbuf_release(&fx->path);
	temp_end(fx->dir);
}

static void
ck_root(xmlDoc *doc, const char *want)
{
	xmlBuffer *buf = xmlBufferCreate();

	ck_assert_ptr_nonnull(doc);
	xmlNodeDump(buf, doc, xmlDocGetRootElement(doc), 0, 0);
	ck_assert_str_eq((const char *)xmlBufferContent(buf), want);
	xmlBufferFree(buf);
}

START_TEST(comments_and_blanks_that_do_not_count_are_left_out)
{
	struct fixture fx;
	xmlDoc *doc;

	begin(&fx);
	doc = sources_load(fx.s, fx.path.buf, NULL);
	ck_root(doc, pruned);
	/* imports are found, and errors placed, by these */
	ck_assert_str_eq((const char *)doc->URL, fx.path.buf);
	ck_assert_int_eq(xmlGetLineNo(xmlDocGetRootElement(doc)->children), 3);
	xmlFreeDoc(doc);
	end(&fx);
}
END_TEST

START_TEST(each_gets_a_tree_of_its_own)
{
	struct fixture fx;
	xmlDict *dict = xmlDictCreate();
	xmlNode *child;
	xmlDoc *one;
	xmlDoc *two;

	begin(&fx);
	one = sources_load(fx.s, fx.path.buf, dict);
	child = xmlDocGetRootElement(one)->children;
	xmlUnlinkNode(child);
	xmlFreeNode(child);
	/* the file is not read again */
	put_file(fx.dir, "a.xsl", "<other/>");
	two = sources_load(fx.s, fx.path.buf, dict);
	ck_root(two, pruned);
	ck_assert_int_eq(xmlDictOwns(dict, xmlDocGetRootElement(two)->name), 1);
	xmlFreeDoc(one);
	xmlFreeDoc(two);
	xmlDictFree(dict);
	end(&fx);
}
END_TEST

START_TEST(what_cannot_be_read_is_none)
{
	struct fixture fx;
	struct strbuf lines;

	begin(&fx);
	log_begin(&lines);
	put_file(fx.dir, "a.xsl", "<broken");
	ck_assert_ptr_null(sources_load(fx.s, fx.path.buf, NULL));
	remove_file(fx.dir, "a.xsl");
	ck_assert_ptr_null(sources_load(fx.s, fx.path.buf, NULL));
	/* and is looked at once more the next time */
	put_file(fx.dir, "a.xsl", "<a/>");
	xmlDoc *doc = sources_load(fx.s, fx.path.buf, NULL);
	ck_root(doc, "<a/>");
	xmlFreeDoc(doc);
	strbuf_release(&lines);
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    comments_and_blanks_that_do_not_count_are_left_out,
	    each_gets_a_tree_of_its_own,
	    what_cannot_be_read_is_none,
	    NULL,
	};

	return run_tests("sources", tests);
}

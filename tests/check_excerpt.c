/* SPDX-License-Identifier: MIT */
/* check_excerpt.c - tests of excerpt.h. */
#include <stdlib.h>
#include <string.h>

#include "excerpt.h"
#include "sample.h"
#include "viewcopy.h"
#include "xmlnode.h"

static bool
make(const char *xml, size_t n, const char *key, struct strbuf *out)
{
	char *copy = bare_copy(xml, n);
	bool made = excerpt_make(copy, n, key, out);

	free(copy);
	return made;
}

static void
ck_excerpt(const char *xml, const char *key, const char *want)
{
	struct strbuf out;

	strbuf_init(&out);
	strbuf_puts(&out, "[");
	ck_assert_msg(make(xml, strlen(xml), key, &out) == (want != NULL),
	    "%s of %s", key, xml);
	ck_assert_str_eq(out.buf + 1, want != NULL ? want : "");
	strbuf_release(&out);
}

START_TEST(other_publications_are_left_out)
{
	static const char xml[] =
	    "<p><person/><publications><heading>H</heading>"
	    "<publication id='a'><title>A</title></publication>\n"
	    "<publication type='x' id = \"b\"><title>B</title></publication>"
	    "<publication id='c'/></publications><news/></p>";

	ck_excerpt(xml, "a",
	    "<p><person/><publications><heading>H</heading>"
	    "<publication id='a'><title>A</title></publication>\n"
	    "</publications><news/></p>");
	ck_excerpt(xml, "b",
	    "<p><person/><publications><heading>H</heading>\n"
	    "<publication type='x' id = \"b\"><title>B</title></publication>"
	    "</publications><news/></p>");
	ck_excerpt(xml, "c",
	    "<p><person/><publications><heading>H</heading>\n"
	    "<publication id='c'/></publications><news/></p>");
}
END_TEST

START_TEST(one_that_is_not_there_has_none)
{
	ck_excerpt("<p><publication id='a'/></p>", "b", NULL);
	ck_excerpt("<p><publication id='ab'/></p>", "a", NULL);
	ck_excerpt("<p><publication xml:id='a'/></p>", "a", NULL);
	ck_excerpt("<p><publication grid='a'/></p>", "a", NULL);
	ck_excerpt("<p><publication t=\"id='a'\"/></p>", "a", NULL);
	ck_excerpt("<p><publications id='a'/></p>", "a", NULL);
	ck_excerpt("", "a", NULL);
}
END_TEST

START_TEST(one_that_refers_to_others_has_none)
{
	ck_excerpt("<p><publication id='a'><ref publication='b'/>"
		   "</publication><publication id='b'/></p>",
	    "a", NULL);
}
END_TEST

START_TEST(what_only_looks_like_a_publication_is_none)
{
	ck_excerpt(
	    "<p><!-- <publication id='a'> --><?x <publication id='a'>?>"
	    "<publication id='b'><![CDATA[</publication>]]>"
	    "<!-- </publication> --><l t='</publication>'/></publication>"
	    "<publication t='>' id='a'><![CDATA[<publication>]]>"
	    "</publication ><publication-x/></p>",
	    "a",
	    "<p><!-- <publication id='a'> --><?x <publication id='a'>?>"
	    "<publication t='>' id='a'><![CDATA[<publication>]]>"
	    "</publication ><publication-x/></p>");
}
END_TEST

/* Whatever is cut off where: nothing is read behind the end. */
START_TEST(half_a_file_does_no_harm)
{
	static const char xml[] =
	    "<p><publication id = 'a' b=\"c\"><![CDATA[x]]><!-- --><?x ?>"
	    "</publication><publication id='b'/></p>";

	for (size_t n = 0; n < sizeof(xml); n++) {
		struct strbuf out;

		strbuf_init(&out);
		make(xml, n, "a", &out);
		make(xml, n, "b", &out);
		strbuf_release(&out);
	}
}
END_TEST

/* What a list shows of the publication. Owned. */
static char *
shown(const struct sample *s, const struct profile *p, const char *key)
{
	struct page page = s->page;
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *root = xmlNewNode(NULL, (const xmlChar *)"view");
	xmlChar *text;
	int n;

	page.profile = p;
	xmlDocSetRootElement(doc, root);
	copy_publication(&page, profile_publication(p, key), root);
	xmlDocDumpMemory(doc, &text, &n);
	xmlFreeDoc(doc);
	return (char *)text;
}

static struct profile *
parse(const char *xml, size_t n)
{
	struct profile *p;
	struct diag d;

	diag_init(&d);
	p = profile_parse(xml, n, "a.xml", "a", NULL, &d);
	ck_assert_ptr_nonnull(p);
	diag_release(&d);
	return p;
}

static void
ck_shown_alike(const struct sample *s, const struct profile *whole,
    const struct strbuf *part, const char *key)
{
	struct profile *p = parse(part->buf, part->len);
	char *want = shown(s, whole, key);
	char *got = shown(s, p, key);

	ck_assert_uint_eq(p->nnodes, 1);
	ck_assert_str_eq(got, want);
	xmlFree(want);
	xmlFree(got);
	profile_free(p);
}

/* `n`: of how many publications of the fixture there is an excerpt. */
static void
ck_fixture(const char *name, size_t n)
{
	char *xml = read_fixture(name);
	struct profile *whole = parse(xml, strlen(xml));
	struct sample s;
	size_t made = 0;

	sample_open(&s, PROFILE(""), "");
	for (size_t i = 0; i < whole->nnodes; i++) {
		const char *key = node_attr(whole->nodes[i], "id");
		struct strbuf part;

		strbuf_init(&part);
		if (excerpt_make(xml, strlen(xml), key, &part)) {
			ck_shown_alike(&s, whole, &part, key);
			made++;
		}
		strbuf_release(&part);
	}
	ck_assert_uint_eq(made, n);
	sample_close(&s);
	profile_free(whole);
	free(xml);
}

START_TEST(an_excerpt_shows_what_the_whole_shows)
{
	ck_fixture("ada-berg.xml", 15);
	ck_fixture("hard/people/hard.xml", 17);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    other_publications_are_left_out,
	    one_that_is_not_there_has_none,
	    one_that_refers_to_others_has_none,
	    what_only_looks_like_a_publication_is_none,
	    half_a_file_does_no_harm,
	    an_excerpt_shows_what_the_whole_shows,
	    NULL,
	};

	return run_tests("excerpt", tests);
}

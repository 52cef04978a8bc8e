/* SPDX-License-Identifier: MIT */
/* check_guard.c - tests of guard.h. */
#include <stdlib.h>
#include <string.h>

#include "guard.h"
#include "testing.h"

static const char *
check(const char *xml, size_t n, char **problem)
{
	char *copy = bare_copy(xml, n);
	const char *encoding;
	struct diag d;

	diag_init(&d);
	encoding = guard_check(copy, n, "a.xml", &d);
	*problem = problems_of(&d);
	ck_assert_uint_eq(d.n, encoding == NULL);
	diag_release(&d);
	free(copy);
	return encoding;
}

static void
accepted(const char *xml, const char *encoding)
{
	char *problem;
	const char *got = check(xml, strlen(xml), &problem);

	ck_assert_msg(got != NULL, "%s: %s", xml, problem);
	ck_assert_str_eq(got, encoding);
	free(problem);
}

static void
refused(const char *xml, size_t n, const char *start)
{
	char *problem;

	ck_assert_msg(check(xml, n, &problem) == NULL, "accepted: %.60s", xml);
	ck_assert_msg(strncmp(problem, start, strlen(start)) == 0,
	    "%s does not begin with %s", problem, start);
	free(problem);
}

START_TEST(ordinary_documents_pass)
{
	static const char *const good[] = {
	    "",
	    "<a/>",
	    "\xef\xbb\xbf<a/>",
	    "<?xml version='1.0'?><a>\u4e2d\U0001f389</a>",
	    "<!-- <!DOCTYPE a> --><a><!-- <b> --></a>",
	    "<a><![CDATA[<!DOCTYPE x> <b><b><b>]]></a>",
	    "<?pi <!DOCTYPE ?><a/>",
	    "<a b='<' c=\">\" d='/>'>x > y</a>",
	    "<a>&lt;!DOCTYPE&gt;</a>",
	    /* not well-formed: the parser's business */
	    "</a></a></a>",
	    "<a",
	    "<!-- no end",
	    "<![CDATA[ no end",
	    "<?no end",
	    "<",
	    "text",
	};

	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		accepted(good[i], "UTF-8");
}
END_TEST

START_TEST(encodings_of_the_latin_world_pass_by_name)
{
	static const struct {
		const char *xml;
		const char *encoding;
	} cases[] = {
	    {"<?xml version='1.0' encoding='UTF-8'?><a/>", "UTF-8"},
	    {"<?xml version='1.0' encoding=\"utf-8\" ?><a/>", "UTF-8"},
	    {"<?xml version='1.0' encoding='us-ascii'?><a/>", "US-ASCII"},
	    {"<?xml version='1.0' encoding = 'ISO-8859-1'?><a>\xe9</a>",
		"ISO-8859-1"},
	    {"<?xml version='1.0' encoding='iso-8859-15'?><a>\xa4</a>",
		"ISO-8859-15"},
	    {"<?xml version='1.0' encoding='Windows-1252'?><a>\x80</a>",
		"windows-1252"},
	    {"<?xml version='1.0' standalone='yes'?><a encoding='UTF-7'/>",
		"UTF-8"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		accepted(cases[i].xml, cases[i].encoding);
}
END_TEST

START_TEST(encodings_that_hide_markup_are_refused)
{
	static const char *const names[] = {"UTF-7", "UTF-16", "UTF-16LE",
	    "EBCDIC-CP-US", "IBM037", "UTF-32", "Shift_JIS", "GB18030", "",
	    "utf8", "a-name-that-is-longer-than-any-encoding-there-is"};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct strbuf xml;

		strbuf_init(&xml);
		strbuf_printf(&xml, "<?xml version='1.0' encoding='%s'?>\n<a/>",
		    names[i]);
		refused(xml.buf, xml.len,
		    "a.xml:1: this encoding is not accepted; save the file "
		    "as UTF-8");
		strbuf_release(&xml);
	}
}
END_TEST

START_TEST(doctype_and_entities_are_refused_wherever_they_stand)
{
	static const struct {
		const char *xml;
		const char *start;
	} cases[] = {
	    {"<!DOCTYPE a><a/>", "a.xml:1: <!DOCTYPE"},
	    {"<?xml version='1.0'?>\n\n<!DOCTYPE a SYSTEM "
	     "\"file:///etc/passwd\"><a/>",
		"a.xml:3: <!DOCTYPE"},
	    {"<!-- a\nb -->\n<!doctype a><a/>", "a.xml:3: <!DOCTYPE"},
	    {"<!-- --><![CDATA[\n]]><!ENTITY x 'y'>", "a.xml:2: <!DOCTYPE"},
	    {"<a>\n<b c='\n'/><!ELEMENT a ANY></a>", "a.xml:3: <!DOCTYPE"},
	    {"<![INCLUDE[<!DOCTYPE a>]]>", "a.xml:1: <!DOCTYPE"},
	    {"<?x\n?><!", "a.xml:2: <!DOCTYPE"},
	    {"<!-", "a.xml:1: <!DOCTYPE"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		refused(cases[i].xml, strlen(cases[i].xml), cases[i].start);
}
END_TEST

START_TEST(nul_and_bad_utf8_are_refused_with_their_line)
{
	static const struct {
		const char *xml;
		size_t n;
		const char *start;
	} cases[] = {
	    {"<a/>\0", 5, "a.xml:1: the file contains a NUL byte"},
	    {"<a>\n\n\0</a>", 10, "a.xml:3: the file contains a NUL byte"},
	    {"\xff\xfe<\0a\0", 6, "a.xml:1: the file contains a NUL byte"},
	    {"<a>\n\xe9t\xe9</a>", 11, "a.xml:2: this is not valid UTF-8"},
	    {"<a>\n\n\xc0\xaf</a>", 11, "a.xml:3: this is not valid UTF-8"},
	    {"<a>\xed\xa0\x80</a>", 10, "a.xml:1: this is not valid UTF-8"},
	    {"<a>\xf4\x90\x80\x80</a>", 11, "a.xml:1: this is not valid"},
	    {"<a/>\n\xc3", 6, "a.xml:2: this is not valid UTF-8"},
	    /* a character must not be cut by the end of a line */
	    {"<a>\xe4\xb8\n\xad</a>", 11, "a.xml:1: this is not valid UTF-8"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		refused(cases[i].xml, cases[i].n, cases[i].start);
}
END_TEST

static void
nested(struct strbuf *xml, int depth)
{
	for (int i = 0; i < depth; i++)
		strbuf_puts(xml, "<a><b/>\n");
	for (int i = 0; i < depth; i++)
		strbuf_puts(xml, "</a>");
}

START_TEST(depth_is_bounded)
{
	struct strbuf xml;

	strbuf_init(&xml);
	nested(&xml, GUARD_MAX_DEPTH - 1);
	accepted(xml.buf, "UTF-8");
	strbuf_reset(&xml);
	/* an empty element is no deeper than what stands around it */
	nested(&xml, GUARD_MAX_DEPTH);
	accepted(xml.buf, "UTF-8");
	strbuf_reset(&xml);
	nested(&xml, GUARD_MAX_DEPTH + 1);
	refused(xml.buf, xml.len,
	    "a.xml:65: elements are nested more than 64 deep");
	strbuf_reset(&xml);
	for (int i = 0; i < 1000; i++)
		strbuf_puts(&xml, "<a></a>");
	accepted(xml.buf, "UTF-8");
	strbuf_reset(&xml);
	nested(&xml, 100000);
	refused(xml.buf, xml.len, "a.xml:65: ");
	strbuf_release(&xml);
}
END_TEST

static void
tag(struct strbuf *xml, int attributes)
{
	strbuf_puts(xml, "<a>\n<b");
	for (int i = 0; i < attributes; i++)
		strbuf_printf(xml, "\nx%d='a=b=c>'", i);
	strbuf_puts(xml, "/></a>");
}

START_TEST(attributes_of_a_tag_are_bounded)
{
	struct strbuf xml;

	strbuf_init(&xml);
	tag(&xml, GUARD_MAX_ATTRIBUTES);
	accepted(xml.buf, "UTF-8");
	strbuf_reset(&xml);
	tag(&xml, GUARD_MAX_ATTRIBUTES + 1);
	refused(xml.buf, xml.len, "a.xml:2: a tag has more than 64");
	strbuf_reset(&xml);
	tag(&xml, 100000);
	refused(xml.buf, xml.len, "a.xml:2: a tag has more than 64");
	strbuf_release(&xml);
}
END_TEST

START_TEST(every_beginning_of_a_document_is_looked_at_safely)
{
	char *xml = read_fixture("ada-berg.xml");
	size_t n = strlen(xml) < 6000 ? strlen(xml) : 6000;

	for (size_t i = 0; i <= n; i++) {
		char *problem;
		const char *encoding = check(xml, i, &problem);

		/* a character or the beginning of a comment is cut */
		if (encoding == NULL)
			ck_assert(strstr(problem, "UTF-8") != NULL ||
				  xml[i - 1] == '!' || xml[i - 2] == '!');
		free(problem);
	}
	free(xml);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    ordinary_documents_pass,
	    encodings_of_the_latin_world_pass_by_name,
	    encodings_that_hide_markup_are_refused,
	    doctype_and_entities_are_refused_wherever_they_stand,
	    nul_and_bad_utf8_are_refused_with_their_line,
	    depth_is_bounded,
	    attributes_of_a_tag_are_bounded,
	    every_beginning_of_a_document_is_looked_at_safely,
	    NULL,
	};

	return run_tests("guard", tests);
}

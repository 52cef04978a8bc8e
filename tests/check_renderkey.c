/* SPDX-License-Identifier: MIT */
/* check_renderkey.c - tests of XSLT's function key() in render.h. */
#include <string.h>

#include <libxml/parser.h>

#include "render.h"
#include "testing.h"
#include "theme.h"
#include "words.h"

#define SHEET                                                                  \
	"<xsl:stylesheet version='1.0' "                                       \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"                    \
	"<xsl:output method='text'/>"                                          \
	"<xsl:key name='s' match='strings/s' use='@id'/>"                      \
	"<xsl:key name='other' match='o' use='@k'/>"                           \
	"<xsl:template match='/view'><xsl:value-of select=\"%s\"/>"            \
	"</xsl:template></xsl:stylesheet>"

static xmlDoc *
parse(const char *xml)
{
	return xmlReadMemory(
	    xml, (int)strlen(xml), NULL, NULL, XML_PARSE_NONET);
}

/* What the sheet x.xsl makes of `xml`. */
static void
run(struct theme *theme, const char *xml, struct words *words,
    struct strbuf *result)
{
	struct sink out = sink_to_strbuf(result);
	xmlDoc *view = parse(xml);

	ck_assert_int_eq(
	    render(theme_sheet(theme, "x.xsl"), view, words, NULL, NULL, &out),
	    RENDER_OK);
	xmlFreeDoc(view);
}

/* The function is ours for words, and libxslt's for everything else. */
START_TEST(key_finds_the_same_with_words_as_without)
{
	static const char *const keys[] = {
	    "key('s', 'a')",
	    "key('s', 1)",
	    "key('s', @n)",
	    "key('s', @n | @m)",
	    "count(key('s', 'none'))",
	    "count(key('s', ''))",
	    "key('s', concat('a', ''))/@id",
	    "key('s', 'a')/../@lang",
	    "key('other', 'x')",
	    "count(key(string(@n), 'b'))",
	    "strings/s[@id = 'b']",
	};
	static const char xml[] = "<strings lang='en'><s id='a'>one</s>"
				  "<s id='b'>two</s><s id='1'>number</s>"
				  "</strings>";

	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		struct words *words = words_new(parse(xml));
		char *dir = temp_begin();
		struct strbuf lines;
		struct strbuf text;
		struct strbuf want;
		struct theme *theme;

		strbuf_init(&text);
		strbuf_init(&want);
		strbuf_printf(&text, SHEET, keys[i]);
		put_file(dir, "x.xsl", text.buf);
		log_begin(&lines);
		theme = theme_open(dir, NULL, NOON_MS);
		strbuf_reset(&text);
		strbuf_printf(&text,
		    "<view m='a' n='b'>%s<o k='x'>other</o></view>", xml);
		run(theme, text.buf, NULL, &want);
		strbuf_reset(&text);
		run(theme, "<view m='a' n='b'><o k='x'>other</o></view>", words,
		    &text);
		ck_assert_str_eq(text.buf, want.buf);
		ck_assert_str_eq(lines.buf, "");
		theme_close(theme);
		words_free(words);
		strbuf_release(&lines);
		strbuf_release(&text);
		strbuf_release(&want);
		temp_end(dir);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    key_finds_the_same_with_words_as_without,
	    NULL,
	};

	return run_tests("renderkey", tests);
}

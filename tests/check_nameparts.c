/* SPDX-License-Identifier: MIT */
/* check_nameparts.c - tests of nameparts.h. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "nameparts.h"
#include "testing.h"

static xmlDoc *
parse_name(const char *content)
{
	struct strbuf xml;
	xmlDoc *doc;

	strbuf_init(&xml);
	strbuf_printf(&xml, "<author>%s</author>", content);
	doc = xmlReadMemory(xml.buf, (int)xml.len, "x", NULL, 0);
	ck_assert_ptr_nonnull(doc);
	strbuf_release(&xml);
	return doc;
}

/* "given|particle|family|suffix", and "!" behind it if it is plain. Owned. */
static char *
parts_of(const char *content, bool whole)
{
	xmlDoc *doc = parse_name(content);
	struct nameparts np;
	struct strbuf got;

	strbuf_init(&got);
	nameparts_init(&np);
	nameparts_read(&np, xmlDocGetRootElement(doc), whole);
	strbuf_printf(&got, "%s|%s|%s|%s%s", np.given.buf, np.particle.buf,
	    np.family.buf, np.suffix.buf, nameparts_are_plain(&np) ? "!" : "");
	nameparts_release(&np);
	xmlFreeDoc(doc);
	return strbuf_detach(&got);
}

struct name {
	const char *content;
	const char *want;
};

static void
check_names(const struct name *names, size_t n, bool whole)
{
	for (size_t i = 0; i < n; i++) {
		char *got = parts_of(names[i].content, whole);

		ck_assert_msg(strcmp(got, names[i].want) == 0,
		    "%s is \"%s\", not \"%s\"", names[i].content, got,
		    names[i].want);
		free(got);
	}
}

static const struct name said[] = {
    {"<given>Ada</given> <family>Berg</family>", "Ada||Berg|!"},
    {"<given>Mar\u00eda</given><family>Garc\u00eda</family>"
     "<family>L\u00f3pez</family>",
	"Mar\u00eda||Garc\u00eda L\u00f3pez|!"},
    {"<prefix>Prof.</prefix> <given>Ada</given> <particle>van\n der</particle> "
     "<family>Berg</family> <suffix>Jr.</suffix>",
	"Ada|van der|Berg|Jr."},
    {"Ada Maria <family>Berg</family>", "Ada Maria||Berg|!"},
    {"<family>\u5b59</family><given>\u65b0</given>", "\u65b0||\u5b59|!"},
    {"<family>Berg, Ada</family>", "||Berg, Ada|"},
};

START_TEST(elements_say_what_they_are)
{
	check_names(said, ARRAY_SIZE(said), false);
}
END_TEST

static const struct name guessed[] = {
    {"Ada Berg", "Ada||Berg|!"},
    {"  Ada\n  Maria\tBerg ", "Ada Maria||Berg|!"},
    {"<prefix>Dr.</prefix> Ada Berg", "Ada||Berg|!"},
    {"<prefix>Prof.</prefix> <prefix>Dr.</prefix> Ada Berg", "Ada||Berg|!"},
    {"Plato", "||Plato|"},
    {"Ludwig van Beethoven", "Ludwig|van|Beethoven|"},
    {"Bram de la Cruz Ortiz", "Bram|de la|Cruz Ortiz|"},
    {"de la Cruz", "|de la|Cruz|"},
    {"Van Morrison", "Van||Morrison|!"},
    {"van", "||van|"},
    {"Ada van", "Ada||van|!"},
    {"Berg, Ada", "Ada||Berg|!"},
    {"van den Berg, Ada", "Ada|van den|Berg|"},
    {"Garc\u00eda M\u00e1rquez, Gabriel",
	"Gabriel||Garc\u00eda M\u00e1rquez|!"},
    {"Berg,Ada", "||Berg,Ada|"},
    {"Ada Berg Jr.", "Ada||Berg|Jr."},
    {"Ada Berg, Jr.", "Ada||Berg|Jr."},
    {"Berg, Ada III", "Ada||Berg|III"},
    {"Berg, Jr., Ada", "Jr., Ada||Berg|"},
    {"Ada Jr.", "Ada||Jr.|!"},
    {"Ada Berg,", "Ada||Berg|!"},
    {",", "|||"},
    {"", "|||"},
    {"\u5b59 \u65b0", "||\u5b59 \u65b0|"},
    {"\uae40\ub098\ubb34", "||\uae40\ub098\ubb34|"},
};

START_TEST(a_name_without_elements_is_split_at_its_small_words)
{
	check_names(guessed, ARRAY_SIZE(guessed), false);
}
END_TEST

static const struct name groups[] = {
    {"The ATLAS Collaboration", "||The ATLAS Collaboration|"},
    {"Berg, Li and others", "||Berg, Li and others|"},
    {"<given>Ada</given> <family>Berg</family>", "Ada||Berg|!"},
};

START_TEST(the_name_of_a_group_stays_whole)
{
	check_names(groups, ARRAY_SIZE(groups), true);
}
END_TEST

static const struct name signs[] = {
    {"Jean-Luc O'Brien", "Jean-Luc||O'Brien|!"},
    {"J. R. Berg", "J. R.||Berg|!"},
    {"<given>Ada the</given><family>Berg</family>", "Ada the||Berg|"},
    {"<given>Ada</given><family>Berg and Sons</family>", "Ada||Berg and Sons|"},
    {"A_da Berg", "A_da||Berg|"},
    {"Ada Berg{", "Ada||Berg{|"},
    {"Ada &amp;Berg", "Ada||&Berg|"},
    {"Ada 50%", "Ada||50%|"},
    {"Ada \\Berg", "Ada||\\Berg|"},
    {"\"Ada\" Berg", "\"Ada\"||Berg|"},
};

START_TEST(a_plain_name_has_no_sign_and_no_small_word_inside)
{
	check_names(signs, ARRAY_SIZE(signs), false);
}
END_TEST

START_TEST(the_parts_that_were_there_are_replaced)
{
	xmlDoc *jr = parse_name("Ada van Berg Jr.");
	xmlDoc *li = parse_name("Li");
	struct nameparts np;

	nameparts_init(&np);
	nameparts_read(&np, xmlDocGetRootElement(jr), false);
	ck_assert_str_eq(np.suffix.buf, "Jr.");
	nameparts_read(&np, xmlDocGetRootElement(li), false);
	ck_assert_str_eq(np.given.buf, "");
	ck_assert_str_eq(np.particle.buf, "");
	ck_assert_str_eq(np.family.buf, "Li");
	ck_assert_str_eq(np.suffix.buf, "");
	nameparts_release(&np);
	xmlFreeDoc(jr);
	xmlFreeDoc(li);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    elements_say_what_they_are,
	    a_name_without_elements_is_split_at_its_small_words,
	    the_name_of_a_group_stays_whole,
	    a_plain_name_has_no_sign_and_no_small_word_inside,
	    the_parts_that_were_there_are_replaced,
	    NULL,
	};

	return run_tests("nameparts", tests);
}

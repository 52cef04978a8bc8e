/* SPDX-License-Identifier: MIT */
/* check_namekey.c - tests of namekey.h. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "namekey.h"
#include "testing.h"
#include "text.h"

/* The key of a person with these names, "family|rest". Owned. */
static char *
key_of(const char *names)
{
	struct strbuf xml;
	struct strbuf key;
	xmlDoc *doc;

	strbuf_init(&xml);
	strbuf_init(&key);
	strbuf_printf(&xml, "<person>%s</person>", names);
	doc = xmlReadMemory(xml.buf, (int)xml.len, "x", NULL, 0);
	ck_assert_ptr_nonnull(doc);
	namekey(xmlDocGetRootElement(doc), &key);
	for (size_t i = 0; i < key.len; i++)
		if (key.buf[i] == 1)
			key.buf[i] = '|';
	xmlFreeDoc(doc);
	strbuf_release(&xml);
	return strbuf_detach(&key);
}

static const struct {
	const char *names;
	const char *want;
} cases[] = {
    /* what the data says */
    {"<name><prefix>Prof.</prefix> <given>Ada</given> <particle>van der"
     "</particle> <family>Berg</family> <suffix>Jr.</suffix></name>",
	"berg|ada"},
    {"<name><given>Mar\u00eda</given><family>Garc\u00eda</family>"
     "<family>L\u00f3pez</family></name>",
	"garcia-lopez|maria"},
    /* what has to be guessed */
    {"<name>Ada Berg</name>", "berg|ada"},
    {"<name>Ada\n  Maria\tBerg</name>", "berg|ada-maria"},
    {"<name><prefix>Dr.</prefix> Ada Berg</name>", "berg|ada"},
    {"<name>Ludwig van Beethoven</name>", "beethoven|ludwig"},
    {"<name>Bram de la Cruz Ortiz</name>", "cruz-ortiz|bram"},
    {"<name>Van Morrison</name>", "morrison|van"},
    {"<name>van</name>", "van|"},
    {"<name>Ada van</name>", "van|ada"},
    {"<name>Berg, Ada</name>", "berg|ada"},
    {"<name>van den Berg, Ada</name>", "berg|ada"},
    {"<name>Otis Grant III</name>", "grant|otis"},
    {"<name>Plato</name>", "plato|"},
    {"<name>J\u00f8rgen \u00d8stby</name>", "ostby|jorgen"},
    {"<name>Sinead O\u2019Brien</name>", "o-brien|sinead"},
    {"<name>\u0414\u043c\u0438\u0442\u0440\u0438\u0439 "
     "\u0412\u043e\u043b\u043a\u043e\u0432</name>",
	"\u0432\u043e\u043b\u043a\u043e\u0432|"
	"\u0434\u043c\u0438\u0442\u0440\u0438\u0438"},
    /* readings */
    {"<name>\u5b59\u65b0</name>", "\u5b59\u65b0|"},
    {"<name sort-as='Sun Xin'>\u5b59\u65b0</name>", "sun|xin"},
    {"<name sort-as='de Wit, Bram'>Bram de Wit</name>", "de-wit|bram"},
    {"<name>\u5b59\u65b0</name><name>Xin Sun</name>", "sun|xin"},
    {"<name sort-as='Son Sin'>\u5b59\u65b0</name><name>Xin Sun</name>",
	"son|sin"},
    {"<name>Xin Sun</name><name sort-as='Zzz'>\u5b59\u65b0</name>", "sun|xin"},
    {"", ""},
};

START_TEST(families_come_first_as_their_languages_have_them)
{
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char *got = key_of(cases[i].names);

		ck_assert_msg(strcmp(got, cases[i].want) == 0,
		    "%s is sorted by \"%s\", not by \"%s\"", cases[i].names,
		    got, cases[i].want);
		free(got);
	}
}
END_TEST

START_TEST(a_family_stands_before_longer_names)
{
	char *a = key_of("<name>Zoe Li</name>");
	char *b =
	    key_of("<name><given>Ada</given><family>Li Wei</family></name>");
	char *c = key_of("<name>Ada Lima</name>");

	/* the character behind a family is below all of a slug */
	ck_assert_uint_eq(strcspn(a, "|"), 2);
	ck_assert_int_eq(strncmp(b, "li-", 3), 0);
	ck_assert_int_lt(strcmp("li\001zoe", "li-wei\001ada"), 0);
	ck_assert_int_lt(strcmp("li-wei\001ada", "lima\001ada"), 0);
	ck_assert_str_eq(c, "lima|ada");
	free(a);
	free(b);
	free(c);
}
END_TEST

static const struct {
	const char *slug;
	const char *small;
	const char *capital;
} initials[] = {
    {"berg", "b", "B"},
    {"\u043b\u0438", "\u043b", "\u041b"},
    {"\u03c3", "\u03c3", "\u03a3"},
    {"\u3055\u3068", "\u3055", "\u3055"},
    {"\u0645", "\u0645", "\u0645"},
    {"\u5b59\u65b0", "", ""},
    {"42", "", ""},
    {"", "", ""},
};

START_TEST(an_initial_is_a_letter_of_an_alphabet)
{
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t i = 0; i < ARRAY_SIZE(initials); i++) {
		strbuf_reset(&sb);
		text_initial(&sb, initials[i].slug, false);
		ck_assert_str_eq(sb.buf, initials[i].small);
		strbuf_reset(&sb);
		text_initial(&sb, initials[i].slug, true);
		ck_assert_str_eq(sb.buf, initials[i].capital);
	}
	strbuf_release(&sb);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    families_come_first_as_their_languages_have_them,
	    a_family_stands_before_longer_names,
	    an_initial_is_a_letter_of_an_alphabet,
	    NULL,
	};

	return run_tests("namekey", tests);
}

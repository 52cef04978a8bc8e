/* SPDX-License-Identifier: MIT */
/* check_copies.c - tests of copies.h. */
#include <stdlib.h>
#include <string.h>

#include "copies.h"
#include "testing.h"

#define PUB(date, title, authors, parts)                                       \
	"<publication id='k' type='journal' date='" date "'><title>" title     \
	"</title><authors>" authors "</authors>" parts "</publication>"
#define TWO "<author>A</author><author>B</author>"
#define DOI(id) "<identifier type='doi'>" id "</identifier>"
#define VENUE(name) "<venue><name>" name "</name></venue>"
#define FIRST                                                                  \
	PUB("2024", "Trees", TWO,                                              \
	    DOI("10.1/a") VENUE("Acta") "<pages>1</pages>")

/* What two files say, and what is told of it. */
static const struct {
	const char *first;
	const char *second;
	const char *want;
} cases[] = {
    {FIRST, FIRST, ""},
    /* spelling, and what is not said */
    {FIRST, PUB("2024-05", "TREES.", TWO, DOI("https://doi.org/10.1/A")), ""},
    {FIRST, PUB("2024", "Trees", "<author>A</author><others/>", ""), ""},
    {FIRST, PUB("2023", "Trees", TWO, DOI("10.1/a")),
	"b.xml:4: the year is \"2023\" here and \"2024\" in a.xml:4, for "
	"\"Trees\"\n"},
    {FIRST,
	PUB("2024", "Tress", "<author>A</author>", DOI("10.1/a") VENUE("Akta")),
	"b.xml:4: the title is \"Tress\" here and \"Trees\" in a.xml:4, for "
	"\"Trees\"\n"
	"b.xml:4: the venue is \"Akta\" here and \"Acta\" in a.xml:4, for "
	"\"Trees\"\n"
	"b.xml:4: the number of authors is \"1\" here and \"2\" in a.xml:4, "
	"for \"Trees\"\n"},
    /* two works, or one DOI is wrong */
    {FIRST, PUB("2024", "Trees", TWO, DOI("10.1/b")),
	"a.xml:4: the DOI is \"10.1/a\" here and \"10.1/b\" in b.xml:4, for "
	"\"Trees\"\n"},
    {FIRST, PUB("2024", "Trees", "<author>C</author>", DOI("10.1/b")), ""},
};

static void
add(struct copies *c, const struct schemas *s, const char *file,
    const char *publications)
{
	char id[] = {file[0], '\0'};
	struct profile *p;
	struct strbuf xml;
	struct diag d;

	diag_init(&d);
	strbuf_init(&xml);
	strbuf_printf(&xml,
	    "<profile version='1'>\n<person id='%s'><name>N</name></person>\n"
	    "<publications>\n%s</publications></profile>",
	    id, publications);
	p = profile_parse(xml.buf, xml.len, file, id, s, &d);
	if (p == NULL)
		ck_abort_msg("%s", problems_of(&d));
	copies_add(c, file, p);
	profile_free(p);
	strbuf_release(&xml);
	diag_release(&d);
}

START_TEST(files_that_do_not_agree_are_told)
{
	struct schemas *s = open_schemas();

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct copies *c = copies_new();
		struct diag d;
		char *got;

		diag_init(&d);
		add(c, s, "a.xml", cases[i].first);
		add(c, s, "b.xml", cases[i].second);
		copies_report(c, &d);
		got = problems_of(&d);
		ck_assert_msg(strcmp(got, cases[i].want) == 0,
		    "%zu: \"%s\", not \"%s\"", i, got, cases[i].want);
		free(got);
		diag_release(&d);
		copies_free(c);
	}
	schemas_close(s);
}
END_TEST

START_TEST(nobody_contradicts_nobody)
{
	struct copies *c = copies_new();
	struct diag d;

	diag_init(&d);
	copies_report(c, &d);
	ck_assert_uint_eq(d.n, 0);
	diag_release(&d);
	copies_free(c);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    files_that_do_not_agree_are_told,
	    nobody_contradicts_nobody,
	    NULL,
	};

	return run_tests("copies", tests);
}

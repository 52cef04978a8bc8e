/* SPDX-License-Identifier: MIT */
/* check_anchors.c - tests of anchors.h. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "anchors.h"
#include "reserved.h"
#include "testing.h"

/* A profile of Ada's; what is in it begins in line 2. */
#define PROFILE_OF(rest) "<profile><person/>\n" rest "</profile>"
#define PEOPLE(rest) PROFILE_OF("<people>" rest "</people>")

/* What a profile is told, each with its line. Owned. */
static char *
complaints(const char *xml)
{
	xmlDoc *doc = xmlReadMemory(xml, (int)strlen(xml), NULL, NULL, 0);
	struct diag d;
	char *why;

	ck_assert_ptr_nonnull(doc);
	diag_init(&d);
	anchors_check(xmlDocGetRootElement(doc), "ada", "f", &d);
	why = problems_of(&d);
	diag_release(&d);
	xmlFreeDoc(doc);
	return why;
}

static const struct {
	const char *xml;
	const char *start;
} bad[] = {
    {PROFILE_OF("<news><item id='cv'/></news>"),
	"f:2: id=\"cv\" is a word that the program uses itself"},
    {PROFILE_OF("<section id='people'/>"),
	"f:2: id=\"people\" is a word that the program uses itself"},
    {PROFILE_OF("<news><item id='a'/>\n<item id='a'/></news>"),
	"f:3: id=\"a\" is there already, in line 2"},
    {PROFILE_OF("<publications><publication id='k1'/></publications>\n"
		"<news><item id='k1'/></news>"),
	"f:3: id=\"k1\" is there already, in line 2"},
    {PROFILE_OF("<section id='k1'/>\n"
		"<publications><publication id='k1'/></publications>"),
	"f:3: id=\"k1\" is there already, in line 2"},
    {PROFILE_OF("<awards><award id='news'/></awards>\n<news/>"),
	"f:2: id=\"news\" is the name of the section in line 3"},
    {PEOPLE("<person id='bo'/>\n<person id='bo'/>"),
	"f:3: id=\"bo\" is there already, in line 2"},
    {PEOPLE("<person id='ada'/>"),
	"f:2: id=\"ada\" is there already, in line 1"},
    {PROFILE_OF("<venues><venue id='v'/>\n<venue id='v'/></venues>"),
	"f:3: id=\"v\" is there already, in line 2"},
};

START_TEST(an_id_is_that_of_one_thing)
{
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		char *why = complaints(bad[i].xml);

		ck_assert_msg(
		    strncmp(why, bad[i].start, strlen(bad[i].start)) == 0,
		    "%s\nsays: %snot: %s", bad[i].xml, why, bad[i].start);
		ck_assert_msg(count_of(why, "\n") == 1, "%s", why);
		free(why);
	}
}
END_TEST

/* As near to the bad ones as may be. */
static const char *const good[] = {
    PROFILE_OF("<news><item id='curriculum'/></news>"),
    /* ids of people and venues are no anchors */
    PROFILE_OF("<people><person id='k1'/></people><venues><venue id='k1'/>"
	       "</venues><publications><publication id='k1'/></publications>"),
    PROFILE_OF("<venues><venue id='ada'/></venues>"),
    /* the section has another address, and a registry has none */
    PROFILE_OF("<awards><award id='news'/></awards><news id='old'/>"),
    PROFILE_OF("<venues/><awards><award id='venues'/></awards>"),
    PROFILE_OF(""),
};

START_TEST(good_neighbours_pass)
{
	for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
		char *why = complaints(good[i]);

		ck_assert_msg(why[0] == '\0', "%s\nsays: %s", good[i], why);
		free(why);
	}
}
END_TEST

START_TEST(paths_of_the_site_are_reserved)
{
	static const char *const words[] = {"cv", "groups", "healthz", "people",
	    "person", "error", "sitemap", "robots", "opensearch", "static"};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		ck_assert(id_is_reserved(words[i]));
	ck_assert(!id_is_reserved("ada"));
	ck_assert(!id_is_reserved("CV"));
	ck_assert(!id_is_reserved(""));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    an_id_is_that_of_one_thing,
	    good_neighbours_pass,
	    paths_of_the_site_are_reserved,
	    NULL,
	};

	return run_tests("anchors", tests);
}

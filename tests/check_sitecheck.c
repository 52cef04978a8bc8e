/* SPDX-License-Identifier: MIT */
/* check_sitecheck.c - tests of sitecheck.h. */
#include <stdlib.h>
#include <string.h>

#include "sitecheck.h"
#include "testing.h"

#define WITH(attrs)                                                            \
	"<site version='1' base-url='https://example.org/' " attrs ">"         \
	"<name>S</name><group id='vision'><name>V</name></group></site>"

static const char *const tags[] = {"de", "zh-Hant"};

/* One whole check of a site and what is said of its people. */
struct house {
	struct schemas *schemas;
	struct site *site;
	struct sitecheck check;
	struct diag d;
};

static void
open_house(struct house *h, const char *site)
{
	*h = (struct house){.schemas = open_schemas()};
	diag_init(&h->d);
	h->site = site_parse(site, strlen(site), "site.xml", h->schemas, &h->d);
	ck_assert_ptr_nonnull(h->site);
	h->check.site = h->site;
}

/* `xml` NULL: the file is no good. */
static void
meet(struct house *h, const char *id, const char *xml)
{
	struct profile *p = NULL;

	if (xml != NULL) {
		p = profile_parse(
		    xml, strlen(xml), "p.xml", id, h->schemas, &h->d);
		ck_assert_ptr_nonnull(p);
	}
	sitecheck_person(&h->check, id, p, "p.xml", &h->d);
}

/* NULL: there was no problem; `why` is how the only one begins. */
static void
close_house(struct house *h, const char *why)
{
	char *problems = problems_of(&h->d);

	if (why == NULL)
		ck_assert_msg(h->d.n == 0, "%s", problems);
	else
		ck_assert_msg(h->d.n == 1 && strstr(problems, why) == problems,
		    "%s", problems);
	free(problems);
	sitecheck_release(&h->check);
	site_free(h->site);
	schemas_close(h->schemas);
	diag_release(&h->d);
}

START_TEST(a_site_without_a_home_wants_nobody)
{
	struct house h;

	open_house(&h, WITH(""));
	meet(&h, "ada",
	    PROFILE("<section id='bo'><heading>B</heading><p>x</p></section>"));
	meet(&h, "bo", NAMED("Bo"));
	sitecheck_end(&h.check, "site.xml", &h.d);
	close_house(&h, NULL);
}
END_TEST

START_TEST(the_person_at_home_must_be_there)
{
	struct house h;

	open_house(&h, WITH("home='ada'"));
	meet(&h, "bo", NAMED("Bo"));
	sitecheck_end(&h.check, "site.xml", &h.d);
	close_house(&h, "site.xml:1: home=\"ada\" is nobody");
	/* a file that is no good is told elsewhere */
	open_house(&h, WITH("home='ada'"));
	meet(&h, "ada", NULL);
	sitecheck_end(&h.check, "site.xml", &h.d);
	close_house(&h, NULL);
}
END_TEST

START_TEST(a_section_at_home_does_not_stand_where_a_person_does)
{
	static const char *const orders[][2] = {{"ada", "bo"}, {"bo", "ada"}};
	static const char home[] =
	    PROFILE("<section id='bo'><heading>B</heading><p>x</p></section>");

	for (size_t i = 0; i < ARRAY_SIZE(orders); i++) {
		struct house h;

		open_house(&h, WITH("home='ada'"));
		for (size_t k = 0; k < 2; k++)
			meet(&h, orders[i][k],
			    strcmp(orders[i][k], "ada") == 0 ? home
							     : NAMED("Bo"));
		sitecheck_end(&h.check, "site.xml", &h.d);
		close_house(&h, "p.xml:3: the section \"bo\" has no address");
	}
}
END_TEST

START_TEST(groups_are_those_of_the_site)
{
	static const char in[] =
	    "<profile version='1'><person group='vision'><name>A</name>"
	    "</person></profile>";
	static const char out[] =
	    "<profile version='1'>\n<person group='visions'><name>A</name>"
	    "</person></profile>";
	struct house h;

	open_house(&h, WITH(""));
	meet(&h, "ada", in);
	close_house(&h, NULL);
	open_house(&h, WITH(""));
	meet(&h, "ada", out);
	close_house(&h, "p.xml:2: group=\"visions\" is no group of site.xml");
	/* nothing is known of groups where the site was not read */
	open_house(&h, WITH(""));
	h.check.site = NULL;
	meet(&h, "ada", out);
	sitecheck_end(&h.check, "site.xml", &h.d);
	close_house(&h, NULL);
}
END_TEST

START_TEST(languages_have_words)
{
	struct house h;

	open_house(&h, WITH("languages='DE zh-hant'"));
	sitecheck_languages(&h.check, tags, 2, "site.xml", &h.d);
	close_house(&h, NULL);
	open_house(&h, WITH("languages='de zh'"));
	sitecheck_languages(&h.check, tags, 2, "site.xml", &h.d);
	close_house(&h,
	    "site.xml:1: languages: the interface has no words in \"zh\"; it "
	    "has de, zh-Hant");
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_site_without_a_home_wants_nobody,
	    the_person_at_home_must_be_there,
	    a_section_at_home_does_not_stand_where_a_person_does,
	    groups_are_those_of_the_site,
	    languages_have_words,
	    NULL,
	};

	return run_tests("sitecheck", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_viewgroup.c - tests of viewgroup.h. */
#include "testing.h"
#include "world.h"

static void
begin(struct world *w)
{
	world_begin(w);
	put_file(w->data.buf, "site.xml",
	    "<site version='1' base-url='https://example.org/' xml:lang='en'>"
	    "<name>Science</name><group id='maths'><name>Mathematics</name>"
	    "<description>M</description><link href='/m'>More</link>"
	    "<group id='trees'><name>Trees</name></group></group></site>");
	put_file(w->data.buf, "people/ada.xml",
	    "<profile version='1' xml:lang='en'><person group='trees nowhere'>"
	    "<name>Ada Berg</name></person><news><item date='2024'>a</item>"
	    "</news><publications><publication id='p1' type='book' "
	    "date='2024'><title>P</title><authors><author self='true'>A"
	    "</author></authors></publication></publications></profile>");
	world_open(w);
}

START_TEST(a_group_shows_what_it_is_and_what_is_in_it)
{
	struct world w;

	begin(&w);
	WORLD_CK_VIEW(&w, "/groups/maths", "",
	    {"/view/group/name", "Mathematics"},
	    {"/view/group/description", "M"}, {"/view/group/link", "More"},
	    {"/view/group/@n", "1"},
	    {"/view/group/group/@href", "/groups/trees"},
	    {"//alternate[@section='news']/@href", "/news.rss?group=maths"},
	    {"count(/view/parent)", "0"}, {"count(/view/group/section)", "3"});
	WORLD_CK_VIEW(&w, "/groups/maths", "publications",
	    {"/view/query/@href", "/publications?group=maths"},
	    {"/view/publications/group/@n", "1"}, {"count(//facet)", "0"});
	world_end(&w);
}
END_TEST

START_TEST(groups_stand_in_each_other)
{
	struct world w;

	begin(&w);
	WORLD_CK_VIEW(&w, "/groups/trees", "groups",
	    {"/view/parent/@href", "/groups/maths"}, {"/view/parent/@n", "1"},
	    {"count(/view/group/group)", "0"});
	WORLD_CK_VIEW(&w, "/groups", "groups",
	    {"/view/groups/group/group/name", "Trees"},
	    {"/view/groups/group/group/@href", "/groups/trees"});
	world_end(&w);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_group_shows_what_it_is_and_what_is_in_it,
	    groups_stand_in_each_other,
	    NULL,
	};

	return run_tests("viewgroup", tests);
}

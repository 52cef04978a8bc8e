/* SPDX-License-Identifier: MIT */
/* check_storelists.c - tests of store.h: what lists of the site are made of. */
#include <stdlib.h>
#include <string.h>

#include "store.h"
#include "testing.h"

enum { DAY_MS = 86400000 };

#define SITE_OF(groups)                                                        \
	"<site version='1' "                                                   \
	"base-url='https://example.org/'><name>S</name>" groups "</site>"
#define TREES "<group id='trees'><name>Trees</name></group>"
#define PERSON(name, items)                                                    \
	"<profile version='1'><person group='trees'><name>" name "</name>"     \
	"</person><news>" items "</news><publications><publication id='p' "    \
	"type='book' date='2024'><title>T</title><authors><author "            \
	"self='true'/></authors></publication></publications></profile>"
#define ITEM "<item date='2024'>Won.</item>"

struct fixture {
	char *dir;
	struct schemas *schemas;
	struct strbuf lines;
	struct store *store;
	int64_t now_ms;
};

static void
begin(struct fixture *fx)
{
	struct store_config config = {
	    .max_file_bytes = 10000, .max_memory_bytes = 10000000};

	*fx = (struct fixture){.dir = temp_begin(),
	    .schemas = open_schemas(),
	    .now_ms = NOON_MS + DAY_MS};
	log_begin(&fx->lines);
	put_file(fx->dir, "site.xml", SITE_OF(TREES));
	put_file(fx->dir, "people/ada.xml", PERSON("Ada", ITEM));
	put_file(fx->dir, "people/bo.xml", PERSON("Bo", ITEM ITEM));
	config.data_dir = fx->dir;
	config.schemas = fx->schemas;
	fx->store = store_open(&config, fx->now_ms);
}

static void
end(struct fixture *fx)
{
	ck_assert_str_eq(fx->lines.buf, "");
	store_close(fx->store);
	schemas_close(fx->schemas);
	strbuf_release(&fx->lines);
	temp_end(fx->dir);
}

static void
refresh(struct fixture *fx)
{
	fx->now_ms += 1500;
	store_refresh(fx->store, fx->now_ms);
}

/* Rows of people, publications and news that are in the group. */
static void
ck_rows(const struct fixture *fx, size_t people, size_t papers, size_t news)
{
	ck_assert_uint_eq(store_people(fx->store)->nlive, people);
	ck_assert_uint_eq(store_publications(fx->store)->nlive, papers);
	ck_assert_uint_eq(store_news(fx->store)->nlive, news);
	ck_assert_uint_eq(store_people(fx->store)->order.n, people);
}

static uint32_t
uses_of_trees(const struct pubindex *ix)
{
	const struct dict *dict = &ix->fields[FIELD_GROUP].dict;
	long v = dict_find(dict, "trees");

	return v >= 0 ? dict->uses[v] : 0;
}

START_TEST(everybody_is_in_the_lists)
{
	struct fixture fx;
	const struct pubindex *people;
	const struct member *m;

	begin(&fx);
	ck_rows(&fx, 2, 2, 3);
	people = store_people(fx.store);
	m = store_member_numbered(
	    fx.store, people->rows[people->order.rows[0]].owner);
	ck_assert_str_eq(m->id, "ada");
	end(&fx);
}
END_TEST

START_TEST(an_edit_replaces_what_was_there)
{
	struct fixture fx;

	begin(&fx);
	put_file(fx.dir, "people/bo.xml", PERSON("Bob", ""));
	set_time(fx.dir, "people/bo.xml", NOON_MS + 1000);
	refresh(&fx);
	ck_rows(&fx, 2, 2, 1);
	put_file(fx.dir, "people/che.xml", PERSON("Che", ITEM));
	set_time(fx.dir, "people", NOON_MS + 2000);
	refresh(&fx);
	ck_rows(&fx, 3, 3, 2);
	end(&fx);
}
END_TEST

START_TEST(groups_follow_the_site)
{
	struct fixture fx;

	begin(&fx);
	ck_assert_uint_eq(uses_of_trees(store_people(fx.store)), 2);
	ck_assert_uint_eq(uses_of_trees(store_news(fx.store)), 3);
	put_file(fx.dir, "site.xml", SITE_OF(""));
	set_time(fx.dir, "site.xml", NOON_MS + 1000);
	refresh(&fx);
	ck_assert_uint_eq(uses_of_trees(store_people(fx.store)), 0);
	put_file(fx.dir, "site.xml", SITE_OF(TREES));
	set_time(fx.dir, "site.xml", NOON_MS + 2000);
	refresh(&fx);
	ck_assert_uint_eq(uses_of_trees(store_people(fx.store)), 2);
	ck_assert_uint_eq(uses_of_trees(store_publications(fx.store)), 2);
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    everybody_is_in_the_lists,
	    an_edit_replaces_what_was_there,
	    groups_follow_the_site,
	    NULL,
	};

	return run_tests("storelists", tests);
}

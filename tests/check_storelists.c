/* SPDX-License-Identifier: MIT */
/* check_storelists.c - tests of store.h: what lists of the site are made of. */
#include <string.h>

#include "sample.h"
#include "siteindex.h"
#include "storehouse.h"
#include "xmlnode.h"

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

/* `memory`: how many bytes of profiles stay there. */
static void
begin_with(struct storehouse *fx, size_t memory)
{
	storehouse_begin(fx);
	fx->config.max_memory_bytes = memory;
	put_file(fx->data.buf, "site.xml", SITE_OF(TREES));
	put_file(fx->data.buf, "people/ada.xml", PERSON("Ada", ITEM));
	put_file(fx->data.buf, "people/bo.xml", PERSON("Bo", ITEM ITEM));
	storehouse_open(fx);
}

static void
begin(struct storehouse *fx)
{
	begin_with(fx, 10000000);
}

static void
end(struct storehouse *fx)
{
	ck_assert_str_eq(fx->lines.buf, "");
	storehouse_end(fx);
}

/* Rows of people, publications and news that are in the group. */
static void
ck_rows(const struct storehouse *fx, size_t people, size_t papers, size_t news)
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
	struct storehouse fx;
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
	struct storehouse fx;

	begin(&fx);
	put_file(fx.data.buf, "people/bo.xml", PERSON("Bob", ""));
	set_time(fx.data.buf, "people/bo.xml", NOON_MS + 1000);
	storehouse_refresh(&fx);
	ck_rows(&fx, 2, 2, 1);
	put_file(fx.data.buf, "people/che.xml", PERSON("Che", ITEM));
	set_time(fx.data.buf, "people", NOON_MS + 2000);
	storehouse_refresh(&fx);
	ck_rows(&fx, 3, 3, 2);
	end(&fx);
}
END_TEST

START_TEST(groups_follow_the_site)
{
	struct storehouse fx;

	begin(&fx);
	ck_assert_uint_eq(uses_of_trees(store_people(fx.store)), 2);
	ck_assert_uint_eq(uses_of_trees(store_news(fx.store)), 3);
	put_file(fx.data.buf, "site.xml", SITE_OF(""));
	set_time(fx.data.buf, "site.xml", NOON_MS + 1000);
	storehouse_refresh(&fx);
	ck_assert_uint_eq(uses_of_trees(store_people(fx.store)), 0);
	put_file(fx.data.buf, "site.xml", SITE_OF(TREES));
	set_time(fx.data.buf, "site.xml", NOON_MS + 2000);
	storehouse_refresh(&fx);
	ck_assert_uint_eq(uses_of_trees(store_people(fx.store)), 2);
	ck_assert_uint_eq(uses_of_trees(store_publications(fx.store)), 2);
	end(&fx);
}
END_TEST

#define TWO                                                                    \
	"<profile version='1'><person><name>Bo</name></person><publications>"  \
	"<publication id='a' type='book' date='2024'><title>A</title>"         \
	"<authors><author self='true'/></authors></publication>"               \
	"<publication id='b' type='book' date='2023'><title>B</title>"         \
	"<authors><author self='true'/></authors></publication>"               \
	"</publications></profile>"

static const xmlNode *
publication(
    const struct storehouse *fx, const char *key, const struct profile **p)
{
	const struct pubindex *ix = store_publications(fx->store);
	uint32_t owner = store_member(fx->store, "bo")->number;

	return store_publication(fx->store, index_row(ix, owner, key), p);
}

static void
begin_with_two(struct storehouse *fx, size_t memory)
{
	begin_with(fx, memory);
	put_file(fx->data.buf, "people/bo.xml", TWO);
	set_time(fx->data.buf, "people/bo.xml", NOON_MS + 1000);
	storehouse_refresh(fx);
	storehouse_refresh(fx);
	strbuf_reset(&fx->lines);
}

START_TEST(of_an_owner_who_is_not_in_memory_one_publication_is_read)
{
	const struct profile *p;
	const xmlNode *node;
	struct storehouse fx;

	begin_with_two(&fx, 0);
	node = publication(&fx, "b", &p);
	ck_assert_uint_eq(p->nnodes, 1);
	ck_assert_str_eq(node_attr(node, "id"), "b");
	storehouse_refresh(&fx);
	node = publication(&fx, "a", &p);
	ck_assert_uint_eq(p->nnodes, 1);
	ck_assert_str_eq(node_attr(node, "id"), "a");
	/* another one for the same request */
	node = publication(&fx, "b", &p);
	ck_assert_uint_eq(p->nnodes, 2);
	ck_assert_str_eq(node_attr(node, "id"), "b");
	end(&fx);
}
END_TEST

START_TEST(of_an_owner_who_is_in_memory_nothing_is_read)
{
	const struct profile *p;
	struct storehouse fx;

	begin_with_two(&fx, 1000000);
	ck_assert_str_eq(node_attr(publication(&fx, "b", &p), "id"), "b");
	ck_assert_ptr_eq(p, store_profile(fx.store, "bo"));
	end(&fx);
}
END_TEST

START_TEST(a_publication_of_another_version_is_not_shown)
{
	const struct profile *p;
	struct storehouse fx;

	begin_with_two(&fx, 0);
	put_file(fx.data.buf, "people/bo.xml", PERSON("Bo", ""));
	ck_assert_ptr_null(publication(&fx, "b", &p));
	end(&fx);
}
END_TEST

/* So many rows that processes that were forked before share little. */
START_TEST(much_that_is_new_sets_a_process_apart_until_it_catches_up)
{
	enum { MANY = 4200 };
	struct storehouse fx;
	struct strbuf xml;
	uint64_t digest;

	strbuf_init(&xml);
	generate_profile(&xml, MANY);
	storehouse_begin(&fx);
	fx.config.max_file_bytes = 8000000;
	fx.config.max_memory_bytes = 100000000;
	put_file(fx.data.buf, "site.xml", SITE_OF(TREES));
	put_file(fx.data.buf, "people/bo.xml", PERSON("Bo", ITEM));
	storehouse_open(&fx);
	ck_assert(!store_is_apart(fx.store));
	put_file(fx.data.buf, "people/ada.xml", xml.buf);
	set_time(fx.data.buf, "people", NOON_MS + 1000);
	storehouse_refresh(&fx);
	ck_rows(&fx, 2, MANY + 1, 1);
	digest = store_digest(fx.store);
	ck_assert(store_is_apart(fx.store));
	put_file(fx.data.buf, "people/che.xml", PERSON("Che", ITEM));
	set_time(fx.data.buf, "people", NOON_MS + 2000);
	store_catch_up(fx.store, fx.now_ms);
	ck_rows(&fx, 3, MANY + 2, 2);
	ck_assert_uint_ne(store_digest(fx.store), digest);
	ck_assert(!store_is_apart(fx.store));
	strbuf_release(&xml);
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
	    of_an_owner_who_is_not_in_memory_one_publication_is_read,
	    of_an_owner_who_is_in_memory_nothing_is_read,
	    a_publication_of_another_version_is_not_shown,
	    much_that_is_new_sets_a_process_apart_until_it_catches_up,
	    NULL,
	};

	return run_tests("storelists", tests);
}

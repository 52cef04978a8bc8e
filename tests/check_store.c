/* SPDX-License-Identifier: MIT */
/* check_store.c - tests of store.h. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "storehouse.h"

/* A site with ada and bo, whose files are a day old. */
static void
begin(struct storehouse *fx)
{
	storehouse_begin(fx);
	put_file(fx->data.buf, "people/ada.xml", NAMED("Ada"));
	put_file(fx->data.buf, "people/bo.xml", NAMED("Bo"));
	set_time(fx->data.buf, "people", NOON_MS);
}

/* "Ada Bo": the names of everybody, in order. */
static void
ck_people(const struct storehouse *fx, const char *want)
{
	const struct profile *p;
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t i = 0; (p = store_profile_at(fx->store, i)) != NULL; i++) {
		char *name = xpath(p->doc, "string(/profile/person/name)");

		strbuf_printf(&sb, "%s%s", i > 0 ? " " : "", name);
		ck_assert_ptr_eq(store_profile(fx->store, p->id), p);
		free(name);
	}
	ck_assert_str_eq(sb.buf, want);
	strbuf_release(&sb);
}

START_TEST(everything_is_loaded_at_once)
{
	struct storehouse fx;

	begin(&fx);
	put_file(fx.data.buf, "people/aaron.xml", NAMED("Aaron"));
	storehouse_open(&fx);
	ck_assert_str_eq(
	    store_site(fx.store)->base_url, "https://example.org/");
	ck_people(&fx, "Aaron Ada Bo");
	ck_assert_ptr_null(store_profile(fx.store, "zoe"));
	ck_assert_ptr_null(store_profile(fx.store, ""));
	ck_assert_ptr_null(store_profile(fx.store, "../site"));
	ck_assert_str_eq(fx.lines.buf, "");
	storehouse_end(&fx);
}
END_TEST

/* What editors leave says nothing; a slip of the pen is told. */
static const struct {
	const char *path;
	bool told;
} odd_names[] = {
    {"people/ada.xml~", false},
    {"people/.ada.xml.swp", false},
    {"people/.#ada.xml", false},
    {"people/#ada.xml#", false},
    {"people/ada.xml.bak", false},
    {"people/.xml", false},
    {"people/x", false},
    {"people/Ada.xml", true},
    {"people/a b.xml", true},
    {"people/-x.xml", true},
    {"people/\u00e9.xml", true},
    {"people/a.b.xml", true},
};

START_TEST(what_is_no_profile_by_its_name_is_not_read)
{
	struct storehouse fx;

	begin(&fx);
	for (size_t i = 0; i < ARRAY_SIZE(odd_names); i++)
		put_file(fx.data.buf, odd_names[i].path, "rubbish");
	storehouse_open(&fx);
	storehouse_refresh(&fx);
	ck_people(&fx, "Ada Bo");
	for (size_t i = 0; i < ARRAY_SIZE(odd_names); i++) {
		struct strbuf line;

		strbuf_init(&line);
		strbuf_printf(&line, "%s: \"", odd_names[i].path);
		ck_assert_uint_eq(
		    count_of(fx.lines.buf, line.buf), odd_names[i].told);
		strbuf_release(&line);
	}
	ck_assert_uint_eq(count_of(fx.lines.buf, "\n"), 5);
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_reserved_name_is_refused_once_and_said_so)
{
	struct storehouse fx;

	begin(&fx);
	put_file(fx.data.buf, "people/groups.xml", NAMED("Groups"));
	storehouse_open(&fx);
	ck_people(&fx, "Ada Bo");
	ck_assert_ptr_nonnull(strstr(fx.lines.buf, "people/groups.xml: "));
	put_file(fx.data.buf, "people/zoe.xml", NAMED("Zoe"));
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_people(&fx, "Ada Bo Zoe");
	ck_assert_uint_eq(count_of(fx.lines.buf, "groups.xml"), 1);
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_changed_file_is_taken_within_a_second)
{
	struct storehouse fx;

	begin(&fx);
	storehouse_open(&fx);
	put_file(fx.data.buf, "people/ada.xml", NAMED("Ada Berg"));
	store_refresh(fx.store, fx.now_ms + 999);
	ck_people(&fx, "Ada Bo");
	store_refresh(fx.store, fx.now_ms + 1000);
	ck_people(&fx, "Ada Berg Bo");
	put_file(fx.data.buf, "site.xml",
	    "<site version='1' base-url='http://b.example/'><name>B</name>"
	    "</site>");
	store_refresh(fx.store, fx.now_ms + 2000);
	ck_assert_str_eq(store_site(fx.store)->base_url, "http://b.example/");
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_clock_that_is_set_back_stops_nothing)
{
	struct storehouse fx;

	begin(&fx);
	storehouse_open(&fx);
	put_file(fx.data.buf, "people/ada.xml", NAMED("Ada Berg"));
	store_refresh(fx.store, fx.now_ms - 10 * (int64_t)DAY_MS);
	ck_people(&fx, "Ada Berg Bo");
	storehouse_end(&fx);
}
END_TEST

START_TEST(an_unchanged_file_keeps_its_tree)
{
	const struct profile *ada;
	struct storehouse fx;

	begin(&fx);
	storehouse_open(&fx);
	ada = store_profile(fx.store, "ada");
	storehouse_refresh(&fx);
	/* other times, same bytes: nothing new to parse */
	set_time(fx.data.buf, "people/ada.xml", NOON_MS + 5);
	storehouse_refresh(&fx);
	ck_assert_ptr_eq(store_profile(fx.store, "ada"), ada);
	storehouse_end(&fx);
}
END_TEST

START_TEST(new_people_appear_in_order)
{
	struct storehouse fx;

	begin(&fx);
	storehouse_open(&fx);
	put_file(fx.data.buf, "people/al.xml", NAMED("Al"));
	put_file(fx.data.buf, "people/zoe.xml", NAMED("Zoe"));
	storehouse_refresh(&fx);
	ck_people(&fx, "Ada Al Bo Zoe");
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_person_whose_file_appears_while_the_directory_looks_the_same)
{
	struct storehouse fx;

	begin(&fx);
	set_time(fx.data.buf, "people", fx.now_ms);
	storehouse_open(&fx);
	put_file(fx.data.buf, "people/zoe.xml", NAMED("Zoe"));
	set_time(fx.data.buf, "people", fx.now_ms);
	storehouse_refresh(&fx);
	ck_people(&fx, "Ada Bo Zoe");
	storehouse_end(&fx);
}
END_TEST

/* The store had no people/, or not even its directory, when it began. */
START_TEST(directories_may_come_later)
{
	struct storehouse fx;

	begin(&fx);
	move_file(fx.dir, "data", "away");
	storehouse_open(&fx);
	storehouse_refresh(&fx);
	ck_assert_ptr_null(store_site(fx.store));
	ck_assert_uint_eq(count_of(fx.lines.buf, "error: "), 1);
	move_file(fx.dir, "away", "data");
	storehouse_refresh(&fx);
	ck_assert_ptr_nonnull(store_site(fx.store));
	ck_people(&fx, "Ada Bo");
	storehouse_end(&fx);
}
END_TEST

/*
 * Bytes that change through a mapping move no times while their page is
 * dirty: the same identity, another content.
 */
struct mapping {
	char *bytes;
	size_t n;
};

static struct mapping
map_file(const struct storehouse *fx, const char *name)
{
	struct mapping m = {NULL, 0};
	struct strbuf path;
	struct stat st;
	int fd;

	strbuf_init(&path);
	strbuf_printf(&path, "%s/%s", fx->data.buf, name);
	fd = open(path.buf, O_RDWR);
	ck_assert_int_eq(fstat(fd, &st), 0);
	m.n = (size_t)st.st_size;
	m.bytes = mmap(NULL, m.n, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	ck_assert_ptr_ne(m.bytes, MAP_FAILED);
	m.bytes[0] = m.bytes[0];
	close(fd);
	strbuf_release(&path);
	return m;
}

static void
rename_ada(struct mapping *m, const char *name)
{
	memcpy(strstr(m->bytes, "<name>") + strlen("<name>"), name, 3);
}

static bool
is_same_version(const struct storehouse *fx, const struct file_id *id)
{
	int fd = open(fx->data.buf, O_RDONLY | O_DIRECTORY);
	struct file_id now;

	ck_assert_int_eq(file_stat(fd, "people/ada.xml", &now), 0);
	close(fd);
	return file_id_equal(id, &now);
}

START_TEST(a_racy_file_is_read_again_though_it_looks_the_same)
{
	struct file_id id;
	struct storehouse fx;
	struct mapping m;
	int fd;

	begin(&fx);
	m = map_file(&fx, "people/ada.xml");
	set_time(fx.data.buf, "people/ada.xml", fx.now_ms - 1);
	storehouse_open(&fx);
	fd = open(fx.data.buf, O_RDONLY | O_DIRECTORY);
	ck_assert_int_eq(file_stat(fd, "people/ada.xml", &id), 0);
	close(fd);
	rename_ada(&m, "Eva");
	storehouse_refresh(&fx);
	ck_people(&fx, "Eva Bo");
	/* still young at that look, so there is one more */
	rename_ada(&m, "Ida");
	storehouse_refresh(&fx);
	ck_people(&fx, "Ida Bo");
	/* from now on its identity is enough */
	rename_ada(&m, "Una");
	if (is_same_version(&fx, &id)) {
		storehouse_refresh(&fx);
		ck_people(&fx, "Ida Bo");
	}
	munmap(m.bytes, m.n);
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_file_from_the_future_is_read_every_time)
{
	struct storehouse fx;
	struct mapping m;

	begin(&fx);
	m = map_file(&fx, "people/ada.xml");
	set_time(fx.data.buf, "people/ada.xml", fx.now_ms + DAY_MS);
	storehouse_open(&fx);
	for (int i = 0; i < 5; i++)
		storehouse_refresh(&fx);
	rename_ada(&m, "Eva");
	storehouse_refresh(&fx);
	ck_people(&fx, "Eva Bo");
	munmap(m.bytes, m.n);
	storehouse_end(&fx);
}
END_TEST

START_TEST(profiles_are_borrowed_from_the_store_by_number_too)
{
	struct storehouse fx;

	begin(&fx);
	put_file(fx.data.buf, "people/al.xml", "broken");
	storehouse_open(&fx);
	/* those without any good version do not count */
	ck_assert_str_eq(store_profile_at(fx.store, 0)->id, "ada");
	ck_assert_str_eq(store_profile_at(fx.store, 1)->id, "bo");
	ck_assert_ptr_null(store_profile_at(fx.store, 2));
	storehouse_end(&fx);
	store_close(NULL);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    everything_is_loaded_at_once,
	    what_is_no_profile_by_its_name_is_not_read,
	    a_reserved_name_is_refused_once_and_said_so,
	    a_changed_file_is_taken_within_a_second,
	    a_clock_that_is_set_back_stops_nothing,
	    an_unchanged_file_keeps_its_tree,
	    new_people_appear_in_order,
	    a_person_whose_file_appears_while_the_directory_looks_the_same,
	    directories_may_come_later,
	    a_racy_file_is_read_again_though_it_looks_the_same,
	    a_file_from_the_future_is_read_every_time,
	    profiles_are_borrowed_from_the_store_by_number_too,
	    NULL,
	};

	return run_tests("store", tests);
}

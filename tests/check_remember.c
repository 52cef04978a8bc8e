/* SPDX-License-Identifier: MIT */
/* check_remember.c - tests of remember.h, through the store. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "siteindex.h"
#include "storehouse.h"

enum { N = 30 };

static void
put_site(const struct storehouse *fx, const char *group)
{
	struct strbuf xml;

	strbuf_init(&xml);
	strbuf_printf(&xml,
	    "<site version='1' base-url='https://example.org/'><name>S</name>"
	    "<group id='trees'><name>%s</name></group></site>",
	    group);
	put_file(fx->data.buf, "site.xml", xml.buf);
	strbuf_release(&xml);
}

/* Each has a paper and a piece of news; every third is in a group. */
static void
put_person(const struct storehouse *fx, int i, const char *title)
{
	char path[32];
	struct strbuf xml;

	snprintf(path, sizeof(path), "people/p%02d.xml", i);
	strbuf_init(&xml);
	strbuf_printf(&xml,
	    "<profile version=\"1\" xml:lang=\"en\"><person%s><name>Name %d"
	    "</name></person><news><item date=\"2024\">News %d</item></news>"
	    "<publications><publication id=\"k%d\" type=\"journal\" "
	    "date=\"%d\"><title>%s %d</title><authors><author self=\"true\"/>"
	    "</authors><keyword>Word%d</keyword></publication></publications>"
	    "</profile>\n",
	    i % 3 == 0 ? " group=\"trees\"" : "", i, i, i, 2000 + i % 20, title,
	    i, i % 5);
	put_file(fx->data.buf, path, xml.buf);
	strbuf_release(&xml);
}

static void
begin(struct storehouse *fx)
{
	storehouse_begin(fx);
	fx->config.state_dir = fx->state.buf;
	put_site(fx, "Trees");
	for (int i = 0; i < N; i++)
		put_person(fx, i, "Old");
	set_time(fx->data.buf, "people", NOON_MS);
	storehouse_open(fx);
}

/* The values of a row in a field. */
static void
describe_row(const struct pubindex *ix, uint32_t row, struct strbuf *out)
{
	strbuf_printf(out, "%s/%s %d", strlist_get(&ix->keys, row),
	    strlist_get(&ix->titles, row), (int)ix->rows[row].date);
	for (int f = 0; f < FIELD__MAX; f++)
		strbuf_printf(out, "|%s", index_label(ix, row, (enum field)f));
	strbuf_puts(out, "\n");
}

/* Everything that lists are made from, as text. Owned. */
static char *
describe(const struct store *st)
{
	const struct pubindex *const indexes[] = {
	    store_people(st), store_publications(st), store_news(st)};
	const struct member *m;
	struct strbuf sb;
	char *text;

	strbuf_init(&sb);
	for (size_t i = 0; (m = store_member_at(st, i)) != NULL; i++) {
		char *shown = member_name(m);

		strbuf_printf(&sb, "%s %u %d %s\n", m->id, m->number,
		    (int)m->state, shown);
		free(shown);
	}
	for (size_t i = 0; i < ARRAY_SIZE(indexes); i++)
		for (size_t k = 0; k < indexes[i]->order.n; k++)
			describe_row(
			    indexes[i], indexes[i]->order.rows[k], &sb);
	strbuf_printf(&sb, "%llu", (unsigned long long)store_digest(st));
	text = strbuf_detach(&sb);
	strbuf_release(&sb);
	return text;
}

START_TEST(a_restart_knows_everything)
{
	struct storehouse fx;
	char *before;
	char *after;

	begin(&fx);
	before = describe(fx.store);
	ck_assert_ptr_nonnull(strstr(before, "|Trees|"));
	storehouse_restart(&fx);
	after = describe(fx.store);
	ck_assert_int_eq(strcmp(after, before), 0);
	ck_xpath(
	    store_profile(fx.store, "p07")->doc, "string(//title)", "Old 7");
	ck_assert_str_eq(fx.lines.buf, "");
	free(before);
	free(after);
	storehouse_end(&fx);
}
END_TEST

/*
 * Bytes that change through a mapping move no times while their page is
 * dirty: only who reads the file knows of it.
 */
START_TEST(what_looks_the_same_is_not_read)
{
	struct storehouse fx;
	struct strbuf path;
	struct stat before;
	struct stat after;
	char *bytes;
	int fd;

	begin(&fx);
	strbuf_init(&path);
	strbuf_printf(&path, "%s/people/p07.xml", fx.data.buf);
	fd = open(path.buf, O_RDWR);
	ck_assert_int_eq(fstat(fd, &before), 0);
	bytes = mmap(NULL, (size_t)before.st_size, PROT_READ | PROT_WRITE,
	    MAP_SHARED, fd, 0);
	ck_assert_ptr_ne(bytes, MAP_FAILED);
	bytes[0] = bytes[0];
	set_time(fx.data.buf, "people/p07.xml", NOON_MS);
	for (int i = 0; i < 5; i++)
		put_person(&fx, i, "New");
	storehouse_restart(&fx);
	ck_assert_int_eq(fstat(fd, &before), 0);
	memcpy(strstr(bytes, "<title>") + strlen("<title>"), "Odd", 3);
	ck_assert_int_eq(fstat(fd, &after), 0);
	storehouse_restart(&fx);
	if (before.st_ctim.tv_nsec == after.st_ctim.tv_nsec)
		ck_assert_ptr_null(strstr(
		    strlist_get(&store_publications(fx.store)->titles,
			index_row(store_publications(fx.store),
			    store_member(fx.store, "p07")->number, "k7")),
		    "odd"));
	munmap(bytes, (size_t)before.st_size);
	close(fd);
	strbuf_release(&path);
	storehouse_end(&fx);
}
END_TEST

START_TEST(what_changed_meanwhile_is_read)
{
	struct storehouse fx;
	char *after;
	char *fresh;

	begin(&fx);
	put_person(&fx, 3, "Newer");
	put_file(fx.data.buf, "people/p04.xml", "broken");
	remove_file(fx.data.buf, "people/p05.xml");
	put_person(&fx, N, "Young");
	storehouse_restart(&fx);
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_assert_int_eq(
	    store_member(fx.store, "p04")->state, MEMBER_LAST_GOOD);
	ck_assert_int_eq(store_member(fx.store, "p05")->state, MEMBER_GONE);
	after = describe(fx.store);
	ck_assert_ptr_nonnull(strstr(after, "newer 3"));
	ck_assert_ptr_nonnull(strstr(after, "young"));
	ck_assert_ptr_null(strstr(after, "old 5 "));
	/* once more, and once more with the file that is broken */
	storehouse_restart(&fx);
	fresh = describe(fx.store);
	ck_assert_int_eq(strcmp(fresh, after), 0);
	free(after);
	free(fresh);
	storehouse_end(&fx);
}
END_TEST

START_TEST(other_groups_are_noticed)
{
	struct storehouse fx;
	char *after;

	begin(&fx);
	put_site(&fx, "Forests");
	storehouse_restart(&fx);
	after = describe(fx.store);
	ck_assert_ptr_null(strstr(after, "|Trees|"));
	ck_assert_ptr_nonnull(strstr(after, "|Forests|"));
	free(after);
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_damaged_memory_is_none)
{
	struct storehouse fx;
	struct strbuf path;
	char *before;
	char *after;

	begin(&fx);
	strbuf_init(&path);
	strbuf_printf(&path, "%s/remembered", fx.state.buf);
	before = describe(fx.store);
	for (off_t n = 0; n < 3000; n += 500) {
		ck_assert_int_eq(truncate(path.buf, n), 0);
		storehouse_restart(&fx);
		after = describe(fx.store);
		ck_assert_int_eq(strcmp(after, before), 0);
		free(after);
	}
	free(before);
	strbuf_release(&path);
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_few_that_changed_are_no_reason_to_write_it_again)
{
	struct storehouse fx;
	struct strbuf path;
	struct stat was;
	struct stat is;

	begin(&fx);
	strbuf_init(&path);
	strbuf_printf(&path, "%s/remembered", fx.state.buf);
	ck_assert_int_eq(stat(path.buf, &was), 0);
	put_person(&fx, 3, "Newer");
	storehouse_restart(&fx);
	ck_assert_int_eq(stat(path.buf, &is), 0);
	ck_assert_uint_eq(is.st_ino, was.st_ino);
	for (int i = 0; i < 5; i++)
		put_person(&fx, i, "Newest");
	storehouse_restart(&fx);
	ck_assert_int_eq(stat(path.buf, &is), 0);
	ck_assert_uint_ne(is.st_ino, was.st_ino);
	strbuf_release(&path);
	storehouse_end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_restart_knows_everything,
	    what_looks_the_same_is_not_read,
	    what_changed_meanwhile_is_read,
	    other_groups_are_noticed,
	    a_damaged_memory_is_none,
	    a_few_that_changed_are_no_reason_to_write_it_again,
	    NULL,
	};

	return run_tests("remember", tests);
}

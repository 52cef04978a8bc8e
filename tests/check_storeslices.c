/* SPDX-License-Identifier: MIT */
/* check_storeslices.c - tests of store.h: more files than one look takes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "storehouse.h"
#include "sweep.h"

enum { N = SWEEP_FEW + SWEEP_SLICE };

/* Looks take as long as we say, whatever else the machine does. */
static int64_t now_ns;
static int64_t look_ns;

static int64_t
tick(void)
{
	return now_ns += look_ns;
}

static void
put_person(const struct storehouse *fx, int i, const char *hand)
{
	char path[32];
	struct strbuf xml;

	snprintf(path, sizeof(path), "people/p%04d.xml", i);
	strbuf_init(&xml);
	strbuf_printf(&xml,
	    "<profile version=\"1\"><person><name>%s %d</name></person>"
	    "</profile>\n",
	    hand, i);
	put_file(fx->data.buf, path, xml.buf);
	strbuf_release(&xml);
}

static void
begin(struct storehouse *fx)
{
	storehouse_begin(fx);
	fx->config.clock_ns = tick;
	for (int i = 0; i < N; i++)
		put_person(fx, i, "Old");
}

/* A look takes so long. All files were checked, a while after the start. */
static void
open_store(struct storehouse *fx, int64_t cost_ns)
{
	look_ns = cost_ns;
	storehouse_open(fx);
	for (int hour = 0; hour < 10; hour++)
		storehouse_refresh_after(fx, 3600000);
}

/* How many members are called "New ...". */
static size_t
count_new(const struct storehouse *fx)
{
	const struct member *m;
	size_t n = 0;

	for (size_t i = 0; (m = store_member_at(fx->store, i)) != NULL; i++) {
		char *name = member_name(m);

		n += strncmp(name, "New", 3) == 0;
		free(name);
	}
	return n;
}

START_TEST(requests_share_the_looks_and_see_everything_within_a_second)
{
	struct storehouse fx;
	size_t seen = 0;
	int steps = 0;

	begin(&fx);
	open_store(&fx, 1000);
	for (int i = 0; i < N; i++)
		put_person(&fx, i, "New");
	for (int ms = 0; ms < 1000; ms += 100) {
		storehouse_refresh_after(&fx, 100);
		steps += count_new(&fx) > seen;
		seen = count_new(&fx);
	}
	ck_assert_uint_eq(seen, N);
	ck_assert_int_gt(steps, 1);
	storehouse_end(&fx);
}
END_TEST

START_TEST(after_a_pause_one_request_sees_everything)
{
	struct storehouse fx;

	begin(&fx);
	open_store(&fx, 1000);
	put_person(&fx, 1, "New");
	put_person(&fx, N - 1, "New");
	storehouse_refresh_after(&fx, 3600000);
	ck_assert_uint_eq(count_new(&fx), 2);
	storehouse_end(&fx);
}
END_TEST

/* Where a look takes a millisecond, all of them may take half a minute. */
START_TEST(who_is_asked_for_is_looked_at_at_once_on_slow_file_systems)
{
	const struct profile *p;
	struct storehouse fx;

	begin(&fx);
	open_store(&fx, 1000000);
	put_person(&fx, 700, "New");
	put_person(&fx, 701, "New");
	storehouse_refresh(&fx);
	ck_assert_uint_eq(count_new(&fx), 0);
	p = store_visit(fx.store, "p0700");
	ck_xpath(p->doc, "string(//name)", "New 700");
	/* once for each request: what it borrowed stays */
	put_person(&fx, 700, "Newer");
	ck_assert_ptr_eq(store_visit(fx.store, "p0700"), p);
	ck_xpath(
	    store_profile(fx.store, "p0701")->doc, "string(//name)", "Old 701");
	for (int s = 0; s < 120; s++)
		storehouse_refresh(&fx);
	ck_assert_uint_eq(count_new(&fx), 2);
	storehouse_end(&fx);
}
END_TEST

START_TEST(no_request_waits_for_all_files_of_a_slow_file_system)
{
	struct storehouse fx;
	int64_t before;

	begin(&fx);
	open_store(&fx, 1000000);
	before = now_ns;
	storehouse_refresh_after(&fx, 3600000);
	ck_assert_int_le(now_ns - before, 2 * SWEEP_SLICE * look_ns);
	storehouse_end(&fx);
}
END_TEST

START_TEST(who_is_taken_away_among_many_is_gone_within_two_seconds)
{
	struct storehouse fx;

	begin(&fx);
	open_store(&fx, 1000);
	remove_file(fx.data.buf, "people/p0333.xml");
	for (int ms = 0; ms < 2000; ms += 100)
		storehouse_refresh_after(&fx, 100);
	ck_assert_int_eq(store_member(fx.store, "p0333")->state, MEMBER_GONE);
	ck_assert_uint_eq(store_members(fx.store), N - 1);
	storehouse_end(&fx);
}
END_TEST

/* Half of them were looked at before the disk vanished, half after that. */
START_TEST(a_disk_that_vanishes_in_the_middle_of_a_round_takes_nobody_along)
{
	struct storehouse fx;

	begin(&fx);
	open_store(&fx, 1000);
	for (int ms = 0; ms < 300; ms += 100)
		storehouse_refresh_after(&fx, 100);
	move_file(fx.data.buf, "people", "away");
	for (int ms = 0; ms < 5000; ms += 100)
		storehouse_refresh_after(&fx, 100);
	ck_assert_uint_eq(store_members(fx.store), N);
	ck_assert_uint_eq(count_of(fx.lines.buf, "error: "), 1);
	storehouse_end(&fx);
}
END_TEST

/* Every kind of bad file; the others do not notice. */
static void
spoil(const struct storehouse *fx, int i)
{
	char path[32];
	struct strbuf big;
	char *full;

	snprintf(path, sizeof(path), "people/p%04d.xml", i);
	full = path_in(fx->data.buf, path);
	strbuf_init(&big);
	strbuf_printf(
	    &big, "<profile>%*s</profile>", (int)fx->config.max_file_bytes, "");
	remove_file(fx->data.buf, path);
	switch (i % 6) {
	case 0:
		put_file(fx->data.buf, path, "<profile>");
		break;
	case 1:
		put_file(fx->data.buf, path, big.buf);
		break;
	case 2:
		put_folder(fx->data.buf, path);
		break;
	case 3:
		ck_assert_int_eq(mkfifo(full, 0644), 0);
		break;
	case 4:
		/* a loop */
		put_link(fx->data.buf, path, path + strlen("people/"));
		break;
	default:
		put_link(fx->data.buf, path, "/dev/zero");
	}
	free(full);
	strbuf_release(&big);
}

START_TEST(bad_files_cost_nobody_else_anything)
{
	struct storehouse fx;

	begin(&fx);
	for (int i = 0; i < N; i += 2)
		spoil(&fx, i);
	open_store(&fx, 1000);
	ck_assert_uint_eq(store_members(fx.store), N / 2);
	ck_assert_uint_eq(count_of(fx.lines.buf, "error: "), N / 2);
	put_person(&fx, 1, "New");
	storehouse_refresh(&fx);
	ck_assert_uint_eq(count_new(&fx), 1);
	/* those that were served go on in their last good versions */
	for (int i = 1; i < N / 2; i += 2)
		spoil(&fx, i);
	for (int s = 0; s < 3; s++)
		storehouse_refresh(&fx);
	ck_assert_uint_eq(store_members(fx.store), N / 2);
	for (int i = 1; i < N; i += 2) {
		char id[16];

		snprintf(id, sizeof(id), "p%04d", i);
		ck_assert_ptr_nonnull(store_profile(fx.store, id));
	}
	storehouse_end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    requests_share_the_looks_and_see_everything_within_a_second,
	    after_a_pause_one_request_sees_everything,
	    who_is_asked_for_is_looked_at_at_once_on_slow_file_systems,
	    no_request_waits_for_all_files_of_a_slow_file_system,
	    who_is_taken_away_among_many_is_gone_within_two_seconds,
	    a_disk_that_vanishes_in_the_middle_of_a_round_takes_nobody_along,
	    bad_files_cost_nobody_else_anything,
	    NULL,
	};

	return run_tests("storeslices", tests);
}

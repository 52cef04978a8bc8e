/* SPDX-License-Identifier: MIT */
/* check_source.c - tests of source.h. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "source.h"
#include "testing.h"

enum { MAX_BYTES = 100 };

struct fixture {
	char *dir;
	int dirfd;
	struct source src;
	struct strbuf xml;
	int error;
};

static void
begin(struct fixture *fx)
{
	fx->dir = temp_begin();
	fx->dirfd = open(fx->dir, O_RDONLY | O_DIRECTORY);
	fx->src = (struct source){.path = xstrdup("a.xml")};
	strbuf_init(&fx->xml);
	put_file(fx->dir, "a.xml", "one");
}

static void
end(struct fixture *fx)
{
	source_release(&fx->src);
	strbuf_release(&fx->xml);
	close(fx->dirfd);
	temp_end(fx->dir);
}

static enum source_news
look_at(struct fixture *fx, int64_t now_ms)
{
	strbuf_reset(&fx->xml);
	return source_look(
	    &fx->src, fx->dirfd, MAX_BYTES, now_ms, &fx->xml, &fx->error);
}

static enum source_news
look(struct fixture *fx)
{
	return look_at(fx, NOON_MS + DAY_MS);
}

START_TEST(a_file_is_news_once)
{
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(look(&fx), SOURCE_NEW);
	ck_assert_str_eq(fx.xml.buf, "one");
	ck_assert_int_eq(look(&fx), SOURCE_SAME);
	ck_assert_str_eq(fx.xml.buf, "");
	put_file(fx.dir, "a.xml", "three");
	ck_assert_int_eq(look(&fx), SOURCE_NEW);
	ck_assert_str_eq(fx.xml.buf, "three");
	end(&fx);
}
END_TEST

START_TEST(another_time_alone_is_no_news)
{
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(look(&fx), SOURCE_NEW);
	set_time(fx.dir, "a.xml", NOON_MS + 5);
	ck_assert_int_eq(look(&fx), SOURCE_SAME);
	ck_assert_int_eq(fx.src.seen.mtime_ns / 1000000 - NOON_MS, 5);
	end(&fx);
}
END_TEST

START_TEST(an_error_is_news_once_and_again_after_a_good_version)
{
	struct fixture fx;

	begin(&fx);
	for (int i = 0; i < 2; i++) {
		put_file(fx.dir, "a.xml", i == 0 ? "one" : "two");
		ck_assert_int_eq(look(&fx), SOURCE_NEW);
		remove_file(fx.dir, "a.xml");
		ck_assert_int_eq(look(&fx), SOURCE_BAD);
		ck_assert_int_eq(fx.error, ENOENT);
		ck_assert_int_eq(look(&fx), SOURCE_SAME);
		ck_assert_str_eq(fx.xml.buf, "");
	}
	/* the same bytes as before the error are news, too */
	put_file(fx.dir, "a.xml", "two");
	ck_assert_int_eq(look(&fx), SOURCE_NEW);
	end(&fx);
}
END_TEST

START_TEST(another_error_is_news)
{
	struct fixture fx;

	begin(&fx);
	remove_file(fx.dir, "a.xml");
	ck_assert_int_eq(look(&fx), SOURCE_BAD);
	ck_assert(!source_is_news(&fx.src, ENOENT));
	ck_assert(source_is_news(&fx.src, EACCES));
	ck_assert(!source_is_news(&fx.src, EACCES));
	end(&fx);
}
END_TEST

START_TEST(a_young_file_is_racy_and_one_from_the_future)
{
	const struct file_id id = {.mtime_ns = NOON_MS * 1000000};

	ck_assert(source_is_racy(&id, NOON_MS));
	ck_assert(source_is_racy(&id, NOON_MS + 1999));
	ck_assert(!source_is_racy(&id, NOON_MS + 2000));
	ck_assert(source_is_racy(&id, NOON_MS - DAY_MS));
}
END_TEST

/* Processes that were forked share what nobody writes to. */
START_TEST(a_look_that_tells_nothing_writes_nothing)
{
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(look(&fx), SOURCE_NEW);
	/* a write would say that it is young now */
	ck_assert_int_eq(look_at(&fx, NOON_MS), SOURCE_SAME);
	ck_assert(!fx.src.racy);
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_file_is_news_once,
	    another_time_alone_is_no_news,
	    an_error_is_news_once_and_again_after_a_good_version,
	    another_error_is_news,
	    a_young_file_is_racy_and_one_from_the_future,
	    a_look_that_tells_nothing_writes_nothing,
	    NULL,
	};

	return run_tests("source", tests);
}

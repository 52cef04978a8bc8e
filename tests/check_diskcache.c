/* SPDX-License-Identifier: MIT */
/* check_diskcache.c - tests of diskcache.h. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diskcache.h"
#include "program.h"
#include "testing.h"

/* Files that were made just now are old by then. */
enum { LATER_MS = 10000 };

struct fixture {
	char *dir;
	struct strbuf cache;
	struct strbuf lines;
	struct settings s;
	struct diskcache *c;
	int64_t now_ms;
};

static const char *
no_variable(const char *name)
{
	(void)name;
	return NULL;
}

static void
begin(struct fixture *fx)
{
	struct strbuf data;

	fx->dir = temp_begin();
	fx->now_ms = clock_ms() + LATER_MS;
	log_begin(&fx->lines);
	put_file(fx->dir, "data/site.xml", "x");
	put_file(fx->dir, "data/people/ada.xml", "x");
	strbuf_init(&fx->cache);
	strbuf_printf(&fx->cache, "%s/cache", fx->dir);
	ck_assert_int_eq(mkdir(fx->cache.buf, 0700), 0);
	settings_init(&fx->s, no_variable);
	strbuf_init(&data);
	strbuf_printf(&data, "%s/data", fx->dir);
	settings_set(&fx->s, SETTING_DATA, data.buf);
	settings_set(&fx->s, SETTING_SHARE, fx->dir);
	settings_set(&fx->s, SETTING_CACHE_DIR, fx->cache.buf);
	settings_set(&fx->s, SETTING_CACHE, "1");
	strbuf_release(&data);
	fx->c = diskcache_open(&fx->s, "/bin/sh");
	ck_assert_ptr_nonnull(fx->c);
}

static void
end(struct fixture *fx)
{
	diskcache_close(fx->c);
	settings_release(&fx->s);
	strbuf_release(&fx->cache);
	strbuf_release(&fx->lines);
	temp_end(fx->dir);
}

static struct kept_page *
make(const char *key, const char *person, size_t n)
{
	struct kept_page *page = xcalloc(1, sizeof(*page));

	page->key = xstrdup(key);
	page->person = person != NULL ? xstrdup(person) : NULL;
	page->headers = xstrdup("A: b\r\nC: d\r\n");
	snprintf(page->etag, ETAG_SIZE, "W/\"0123456789abcdef\"");
	page->body = xcalloc(1, n);
	memset(page->body, '\n', n);
	page->n = n;
	return page;
}

static void
put(struct fixture *fx, const char *key, const char *person, size_t n)
{
	struct kept_page *page = make(key, person, n);

	kept_compress(page);
	diskcache_write(fx->c, page, fx->now_ms);
	kept_free(page);
}

static bool
is_kept(const struct fixture *fx, const char *key)
{
	struct kept_page *page = diskcache_read(fx->c, key);
	bool kept = page != NULL;

	kept_free(page);
	return kept;
}

START_TEST(what_was_written_comes_back)
{
	static const char *const people[] = {"ada", NULL};
	static const size_t lengths[] = {0, 10, 5000};

	for (size_t i = 0; i < 6; i++) {
		struct kept_page *page;
		struct kept_page *back;
		struct fixture fx;

		begin(&fx);
		page = make(" /a?b", people[i % 2], lengths[i / 2]);
		kept_compress(page);
		diskcache_write(fx.c, page, fx.now_ms);
		back = diskcache_read(fx.c, " /a?b");
		ck_assert_ptr_nonnull(back);
		ck_assert_str_eq(back->etag, page->etag);
		ck_assert_str_eq(back->headers, page->headers);
		ck_assert_uint_eq(back->n, page->n);
		ck_assert_mem_eq(back->body, page->body, page->n);
		ck_assert_uint_eq(back->ngzip, page->ngzip);
		ck_assert_int_eq(back->gzip != NULL, page->gzip != NULL);
		if (page->gzip != NULL)
			ck_assert_mem_eq(back->gzip, page->gzip, page->ngzip);
		kept_free(page);
		kept_free(back);
		end(&fx);
	}
}
END_TEST

START_TEST(an_answer_holds_until_a_file_changes)
{
	struct fixture fx;

	begin(&fx);
	put(&fx, " /ada", "ada", 10);
	put(&fx, " /", NULL, 10);
	put_file(fx.dir, "data/people/bo.xml", "new");
	ck_assert(is_kept(&fx, " /ada"));
	ck_assert(!is_kept(&fx, " /"));
	put_file(fx.dir, "data/people/ada.xml", "longer");
	ck_assert(!is_kept(&fx, " /ada"));
	put(&fx, " /ada", "ada", 10);
	ck_assert(is_kept(&fx, " /ada"));
	end(&fx);
}
END_TEST

START_TEST(other_settings_have_other_answers)
{
	static const enum setting others[] = {
	    SETTING_DATA, SETTING_SHARE, SETTING_THEME, SETTING_BASE};

	for (size_t i = 0; i < ARRAY_SIZE(others); i++) {
		struct fixture fx;

		begin(&fx);
		put(&fx, " /a", "ada", 10);
		ck_assert(is_kept(&fx, " /a"));
		ck_assert(!is_kept(&fx, "/b /a"));
		settings_set(&fx.s, others[i], "/tmp/./");
		ck_assert(!is_kept(&fx, " /a"));
		end(&fx);
	}
}
END_TEST

START_TEST(what_is_made_from_a_young_file_is_not_kept)
{
	struct fixture fx;

	begin(&fx);
	fx.now_ms = clock_ms();
	put(&fx, " /a", "ada", 10);
	ck_assert(!is_kept(&fx, " /a"));
	end(&fx);
}
END_TEST

START_TEST(a_directory_that_others_can_write_to_is_not_used)
{
	static const mode_t modes[] = {0777, 0770, 01777, 0702};

	for (size_t i = 0; i < ARRAY_SIZE(modes); i++) {
		struct fixture fx;

		begin(&fx);
		ck_assert_int_eq(chmod(fx.cache.buf, modes[i]), 0);
		ck_assert_ptr_null(diskcache_open(&fx.s, "/bin/sh"));
		ck_assert_ptr_nonnull(strstr(fx.lines.buf,
		    "no answers are kept here: others can write"));
		end(&fx);
	}
}
END_TEST

START_TEST(without_a_directory_there_is_no_cache)
{
	struct fixture fx;

	begin(&fx);
	settings_set(&fx.s, SETTING_CACHE_DIR, "/nowhere");
	ck_assert_ptr_null(diskcache_open(&fx.s, "/bin/sh"));
	ck_assert_ptr_nonnull(strstr(fx.lines.buf, "No such file"));
	strbuf_reset(&fx.lines);
	settings_set(&fx.s, SETTING_CACHE_DIR, NULL);
	ck_assert_ptr_null(diskcache_open(&fx.s, "/bin/sh"));
	ck_assert_str_eq(fx.lines.buf, "");
	end(&fx);
}
END_TEST

/* The name of the only file of the cache. Owned. */
static char *
only_file(const struct fixture *fx)
{
	DIR *dir = opendir(fx->cache.buf);
	const struct dirent *e;
	char *name = NULL;

	while ((e = readdir(dir)) != NULL)
		if (e->d_name[0] != '.') {
			ck_assert_ptr_null(name);
			name = xstrdup(e->d_name);
		}
	closedir(dir);
	ck_assert_ptr_nonnull(name);
	return name;
}

START_TEST(a_file_that_is_spoilt_is_no_answer)
{
	struct fixture fx;
	struct strbuf path;
	struct strbuf whole;
	char *name;

	begin(&fx);
	put(&fx, " /a", "ada", 100);
	name = only_file(&fx);
	strbuf_init(&path);
	strbuf_init(&whole);
	strbuf_printf(&path, "%s/%s", fx.cache.buf, name);
	ck_assert(read_whole(path.buf, &whole));
	for (size_t n = 0; n < whole.len; n++) {
		put_bytes(fx.cache.buf, name, whole.buf, n);
		chmod(path.buf, 0600);
		ck_assert_msg(!is_kept(&fx, " /a"), "%zu", n);
	}
	strbuf_putc(&whole, 'x');
	put_bytes(fx.cache.buf, name, whole.buf, whole.len);
	ck_assert(!is_kept(&fx, " /a"));
	put_bytes(fx.cache.buf, name, whole.buf, whole.len - 1);
	ck_assert(is_kept(&fx, " /a"));
	/* others could have written it */
	ck_assert_int_eq(chmod(path.buf, 0666), 0);
	ck_assert(!is_kept(&fx, " /a"));
	free(name);
	strbuf_release(&path);
	strbuf_release(&whole);
	end(&fx);
}
END_TEST

START_TEST(links_are_neither_read_nor_written_through)
{
	struct fixture fx;
	struct strbuf path;
	struct strbuf away;
	struct strbuf text;
	char *name;

	begin(&fx);
	put(&fx, " /a", "ada", 100);
	name = only_file(&fx);
	strbuf_init(&path);
	strbuf_init(&away);
	strbuf_init(&text);
	strbuf_printf(&path, "%s/%s", fx.cache.buf, name);
	strbuf_printf(&away, "%s/away", fx.dir);
	ck_assert_int_eq(rename(path.buf, away.buf), 0);
	ck_assert_int_eq(symlink(away.buf, path.buf), 0);
	ck_assert(!is_kept(&fx, " /a"));
	put_file(fx.dir, "away", "precious");
	put(&fx, " /a", "ada", 100);
	ck_assert(is_kept(&fx, " /a"));
	ck_assert(read_whole(away.buf, &text));
	ck_assert_str_eq(text.buf, "precious");
	free(name);
	strbuf_release(&path);
	strbuf_release(&away);
	strbuf_release(&text);
	end(&fx);
}
END_TEST

static off_t
bytes_of(const char *dir)
{
	DIR *d = opendir(dir);
	const struct dirent *e;
	off_t sum = 0;
	struct stat st;

	while ((e = readdir(d)) != NULL)
		if (fstatat(dirfd(d), e->d_name, &st, 0) == 0 &&
		    S_ISREG(st.st_mode))
			sum += st.st_size;
	closedir(d);
	return sum;
}

START_TEST(all_of_it_has_no_more_bytes_than_was_said)
{
	struct fixture fx;
	char key[32];

	begin(&fx);
	/* left by a process that died while it wrote */
	put_bytes(fx.cache.buf, ".page-001.77", fx.dir, 5);
	for (int i = 0; i < 100; i++) {
		snprintf(key, sizeof(key), " /%d", i);
		put(&fx, key, "ada", 100000);
		ck_assert_int_le(bytes_of(fx.cache.buf), 1024 * 1024);
		ck_assert(is_kept(&fx, key));
	}
	ck_assert_int_gt(bytes_of(fx.cache.buf), 512 * 1024);
	put(&fx, " /large", "ada", 300000);
	ck_assert(!is_kept(&fx, " /large"));
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    what_was_written_comes_back,
	    an_answer_holds_until_a_file_changes,
	    other_settings_have_other_answers,
	    what_is_made_from_a_young_file_is_not_kept,
	    a_directory_that_others_can_write_to_is_not_used,
	    without_a_directory_there_is_no_cache,
	    a_file_that_is_spoilt_is_no_answer,
	    links_are_neither_read_nor_written_through,
	    all_of_it_has_no_more_bytes_than_was_said,
	    NULL,
	};

	return run_tests("diskcache", tests);
}

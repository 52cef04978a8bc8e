/* SPDX-License-Identifier: MIT */
/* check_fingerprint.c - tests of fingerprint.h. */
#include <stdlib.h>
#include <string.h>

#include "fingerprint.h"
#include "program.h"
#include "testing.h"

struct fixture {
	char *dir;
	struct settings s;
	struct strbuf program;
};

static const char *
no_variable(const char *name)
{
	(void)name;
	return NULL;
}

static void
set_dir(struct fixture *fx, enum setting which, const char *name)
{
	struct strbuf path;

	strbuf_init(&path);
	strbuf_printf(&path, "%s/%s", fx->dir, name);
	settings_set(&fx->s, which, path.buf);
	strbuf_release(&path);
}

static void
begin(struct fixture *fx)
{
	static const char *const files[] = {"program", "data/site.xml",
	    "data/people/ada.xml", "data/people/bo.xml",
	    "share/xslt/layout.xsl", "share/xslt/strings/en.xml",
	    "theme/sections/news.xsl"};

	fx->dir = temp_begin();
	for (size_t i = 0; i < ARRAY_SIZE(files); i++)
		put_file(fx->dir, files[i], "x");
	settings_init(&fx->s, no_variable);
	set_dir(fx, SETTING_DATA, "data");
	set_dir(fx, SETTING_SHARE, "share");
	set_dir(fx, SETTING_THEME, "theme");
	strbuf_init(&fx->program);
	strbuf_printf(&fx->program, "%s/program", fx->dir);
}

static void
end(struct fixture *fx)
{
	strbuf_release(&fx->program);
	settings_release(&fx->s);
	temp_end(fx->dir);
}

static uint64_t
of(const struct fixture *fx, const char *person)
{
	return fingerprint(&fx->s, fx->program.buf, person).sum;
}

/* Whose answers are made anew when this file changes? */
static const struct {
	const char *file;
	bool ada;
	bool everybody;
} cases[] = {
    {"program", true, true},
    {"data/site.xml", true, true},
    {"data/people/ada.xml", true, true},
    {"data/people/bo.xml", false, true},
    {"data/people/zoe.xml", false, true},
    {"data/notes.txt", false, false},
    {"share/xslt/layout.xsl", true, true},
    {"share/xslt/lib/new.xsl", true, true},
    {"share/xslt/strings/en.xml", true, true},
    {"share/xslt/notes.txt", false, false},
    {"theme/sections/news.xsl", true, true},
    {"theme/layout.xsl", true, true},
};

START_TEST(what_an_answer_is_made_from_is_in_it_and_nothing_else)
{
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct fixture fx;
		uint64_t ada;
		uint64_t everybody;

		begin(&fx);
		ada = of(&fx, "ada");
		everybody = of(&fx, NULL);
		ck_assert(of(&fx, "ada") == ada);
		ck_assert(of(&fx, "bo") != ada);
		put_file(fx.dir, cases[i].file, "longer");
		ck_assert_msg((of(&fx, "ada") != ada) == cases[i].ada, "%s",
		    cases[i].file);
		ck_assert_msg(
		    (of(&fx, NULL) != everybody) == cases[i].everybody, "%s",
		    cases[i].file);
		end(&fx);
	}
}
END_TEST

START_TEST(what_is_taken_away_shows)
{
	struct fixture fx;
	uint64_t ada;

	begin(&fx);
	ada = of(&fx, "ada");
	remove_file(fx.dir, "data/people/ada.xml");
	ck_assert(of(&fx, "ada") != ada);
	end(&fx);
}
END_TEST

START_TEST(the_same_length_at_the_same_time_shows)
{
	struct fixture fx;
	uint64_t ada;

	begin(&fx);
	ada = of(&fx, "ada");
	/* another inode, and another moment of change */
	remove_file(fx.dir, "data/people/ada.xml");
	put_file(fx.dir, "data/people/other", "y");
	put_file(fx.dir, "data/people/ada.xml", "y");
	ck_assert(of(&fx, "ada") != ada);
	end(&fx);
}
END_TEST

START_TEST(the_last_change_is_known)
{
	struct file_stamp stamp;
	struct fixture fx;

	begin(&fx);
	stamp = fingerprint(&fx.s, fx.program.buf, "ada");
	/* NOON_MS is the past, but the files were made now */
	ck_assert(stamp.newest_ns / 1000000 > NOON_MS);
	ck_assert(stamp.newest_ns / 1000000 <= clock_ms() + 1000);
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    what_an_answer_is_made_from_is_in_it_and_nothing_else,
	    what_is_taken_away_shows,
	    the_same_length_at_the_same_time_shows,
	    the_last_change_is_known,
	    NULL,
	};

	return run_tests("fingerprint", tests);
}

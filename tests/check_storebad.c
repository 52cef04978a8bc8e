/* SPDX-License-Identifier: MIT */
/* check_storebad.c - tests of store.h: files that are no good. */
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storehouse.h"

static void
begin(struct storehouse *fx)
{
	storehouse_begin(fx);
	fx->config.state_dir = fx->state.buf;
	put_file(fx->data.buf, "people/ada.xml", NAMED("Ada"));
	put_file(fx->dir, "outside.xml", NAMED("Eve"));
	storehouse_open(fx);
	ck_assert_str_eq(fx->lines.buf, "");
}

/* Borrowed until it is asked for again. */
static const char *
her_file(const struct storehouse *fx)
{
	static char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/people/ada.xml", fx->data.buf);
	return path;
}

/* `name` NULL: there is no version of her. */
static void
ck_served(const struct storehouse *fx, const char *name)
{
	const struct profile *p = store_profile(fx->store, "ada");

	ck_assert_int_eq(p != NULL, name != NULL);
	if (p != NULL)
		ck_xpath(p->doc, "string(/profile/person/name)", name);
}

/* One error in the log, which begins with her file and goes on like this. */
static void
ck_logged(const struct storehouse *fx, const char *text, const char *ending)
{
	struct strbuf start;

	strbuf_init(&start);
	strbuf_printf(&start, "error: %s:%s", her_file(fx), text);
	ck_assert_msg(strncmp(fx->lines.buf, start.buf, start.len) == 0,
	    "%s does not begin with %s", fx->lines.buf, start.buf);
	ck_assert_msg(
	    strstr(fx->lines.buf, ending) != NULL, "%s", fx->lines.buf);
	ck_assert_uint_eq(count_of(fx->lines.buf, "error: "), 1);
	strbuf_release(&start);
}

typedef void spoil_fn(const struct storehouse *fx);

static void
put(const struct storehouse *fx, const char *xml)
{
	put_file(fx->data.buf, "people/ada.xml", xml);
}

static void
truncate_half(const struct storehouse *fx)
{
	ck_assert_int_eq(truncate(her_file(fx), 30), 0);
}

static void
make_too_large(const struct storehouse *fx)
{
	struct strbuf xml;

	strbuf_init(&xml);
	strbuf_printf(&xml, "%s<!--%*s-->", NAMED("Big"),
	    (int)fx->config.max_file_bytes, "");
	put(fx, xml.buf);
	strbuf_release(&xml);
}

static void
delete_it(const struct storehouse *fx)
{
	ck_assert_int_eq(remove(her_file(fx)), 0);
}

static void
delete_its_directory(const struct storehouse *fx)
{
	delete_it(fx);
	remove_file(fx->data.buf, "people");
}

static void
make_directory(const struct storehouse *fx)
{
	delete_it(fx);
	ck_assert_int_eq(mkdir(her_file(fx), 0755), 0);
}

static void
make_fifo(const struct storehouse *fx)
{
	delete_it(fx);
	ck_assert_int_eq(mkfifo(her_file(fx), 0644), 0);
}

/* Root reads everything: the nearest thing for it is a directory. */
static void
forbid_reading(const struct storehouse *fx)
{
	if (geteuid() == 0)
		make_directory(fx);
	else
		ck_assert_int_eq(chmod(her_file(fx), 0), 0);
}

static const struct mishap {
	const char *text; /* of the log, behind the name of the file */
	const char *xml;  /* is written to it, */
	const char *link; /* or it becomes a link to this, */
	spoil_fn *spoil;  /* or something else */
} mishaps[] = {
    {"3: <name> is not closed before </person>",
	"<profile version=\"1\">\n<person>\n<name>A</person>\n</profile>\n",
	NULL, NULL},
    {"3: Element 'hobby'", PROFILE("<hobby/>"), NULL, NULL},
    {"3: person=\"bo\" is nobody in <people>",
	PROFILE("<students><student from='2020' level='phd' person='bo'/>"
		"</students>"),
	NULL, NULL},
    {"1: the file is empty", "", NULL, NULL},
    {"1: ", NULL, NULL, truncate_half},
    {" the file is larger than allowed", NULL, NULL, make_too_large},
    {" No such file or directory", NULL, NULL, delete_it},
    {" No such file or directory", NULL, NULL, delete_its_directory},
    {" this is not a regular file", NULL, NULL, make_directory},
    {" this is not a regular file", NULL, NULL, make_fifo},
    {" a symbolic link leads out of", NULL, "../../outside.xml", NULL},
    {" a symbolic link leads out of", NULL, "ada.xml", NULL},
    {" a symbolic link leads out of", NULL, "/dev/zero", NULL},
    {" ", NULL, NULL, forbid_reading},
};

static void
spoil(const struct storehouse *fx, const struct mishap *m)
{
	if (m->xml != NULL) {
		put(fx, m->xml);
	} else if (m->link != NULL) {
		delete_it(fx);
		ck_assert_int_eq(symlink(m->link, her_file(fx)), 0);
	} else {
		m->spoil(fx);
	}
}

/* Whatever it is, a file can be put in its place. */
static void
repair(const struct storehouse *fx, const char *name)
{
	struct strbuf xml;

	chmod(her_file(fx), 0644);
	remove(her_file(fx));
	strbuf_init(&xml);
	strbuf_printf(&xml, NAMED("%s"), name);
	put(fx, xml.buf);
	strbuf_release(&xml);
}

START_TEST(bad_file_keeps_last_good_version_and_is_logged_once)
{
	for (size_t i = 0; i < ARRAY_SIZE(mishaps); i++) {
		struct storehouse fx;

		begin(&fx);
		spoil(&fx, &mishaps[i]);
		for (int n = 0; n < 5; n++)
			storehouse_refresh(&fx);
		ck_served(&fx, "Ada");
		ck_logged(
		    &fx, mishaps[i].text, "; the last good version is served");
		storehouse_end(&fx);
	}
}
END_TEST

START_TEST(repaired_file_is_taken)
{
	for (size_t i = 0; i < ARRAY_SIZE(mishaps); i++) {
		struct storehouse fx;

		begin(&fx);
		spoil(&fx, &mishaps[i]);
		storehouse_refresh(&fx);
		repair(&fx, "Eva");
		storehouse_refresh(&fx);
		ck_served(&fx, "Eva");
		/* back to what it was, and broken once more: news again */
		repair(&fx, "Ada");
		storehouse_refresh(&fx);
		ck_served(&fx, "Ada");
		strbuf_reset(&fx.lines);
		spoil(&fx, &mishaps[i]);
		storehouse_refresh(&fx);
		storehouse_refresh(&fx);
		ck_served(&fx, "Ada");
		ck_logged(&fx, mishaps[i].text, "is served");
		storehouse_end(&fx);
	}
}
END_TEST

START_TEST(file_that_is_bad_from_the_start_has_no_version)
{
	for (size_t i = 0; i < ARRAY_SIZE(mishaps); i++) {
		struct storehouse fx;

		begin(&fx);
		store_close(fx.store);
		remove_file(fx.state.buf, "person-ada.xml");
		spoil(&fx, &mishaps[i]);
		storehouse_open(&fx);
		storehouse_refresh(&fx);
		storehouse_refresh(&fx);
		ck_served(&fx, NULL);
		ck_assert_ptr_nonnull(store_site(fx.store));
		/* what is not there is not missed */
		if (access(her_file(&fx), F_OK) == 0)
			ck_logged(&fx, mishaps[i].text,
			    "; there is no version to serve");
		repair(&fx, "Ada");
		storehouse_refresh(&fx);
		ck_served(&fx, "Ada");
		storehouse_end(&fx);
	}
}
END_TEST

/* Only a file whose name is there is known to a new process. */
START_TEST(last_good_version_survives_a_restart)
{
	for (size_t i = 0; i < ARRAY_SIZE(mishaps); i++) {
		struct storehouse fx;
		struct stat st;

		begin(&fx);
		spoil(&fx, &mishaps[i]);
		storehouse_restart(&fx);
		storehouse_refresh(&fx);
		if (lstat(her_file(&fx), &st) == 0) {
			ck_served(&fx, "Ada");
			ck_assert_uint_eq(count_of(fx.lines.buf, "error: "), 1);
			ck_assert_ptr_nonnull(strstr(fx.lines.buf,
			    "notice: people/ada.xml: the copy of its last "
			    "good version is served\n"));
		}
		repair(&fx, "Eva");
		storehouse_refresh(&fx);
		ck_served(&fx, "Eva");
		storehouse_end(&fx);
	}
}
END_TEST

START_TEST(half_written_file_keeps_last_good_version)
{
	static const char whole[] = NAMED("Eva Maria");
	struct storehouse fx;

	begin(&fx);
	for (size_t n = 0; n < strlen(whole) - 1; n++) {
		put_bytes(fx.data.buf, "people/ada.xml", whole, n);
		storehouse_refresh(&fx);
		ck_served(&fx, "Ada");
	}
	put(&fx, whole);
	storehouse_refresh(&fx);
	ck_served(&fx, "Eva Maria");
	storehouse_end(&fx);
}
END_TEST

START_TEST(site_keeps_its_last_good_version_too)
{
	struct storehouse fx;

	begin(&fx);
	put_file(fx.data.buf, "site.xml", "<site version='1'/>");
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_assert_str_eq(
	    store_site(fx.store)->base_url, "https://example.org/");
	ck_assert_uint_eq(count_of(fx.lines.buf, "/site.xml:1: "), 1);
	storehouse_restart(&fx);
	ck_assert_str_eq(
	    store_site(fx.store)->base_url, "https://example.org/");
	remove_file(fx.data.buf, "site.xml");
	storehouse_refresh(&fx);
	ck_assert_ptr_nonnull(store_site(fx.store));
	storehouse_end(&fx);
}
END_TEST

START_TEST(log_tells_whether_there_is_more_to_mend)
{
	struct storehouse fx;

	begin(&fx);
	put(&fx, PROFILE("<news><item/></news><talks><talk/></talks>"));
	storehouse_refresh(&fx);
	ck_assert_ptr_nonnull(strstr(fx.lines.buf,
	    " (vitae check tells the other problems); the last good"));
	strbuf_reset(&fx.lines);
	put(&fx, "");
	storehouse_refresh(&fx);
	ck_assert_ptr_null(strstr(fx.lines.buf, "vitae check"));
	storehouse_end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    bad_file_keeps_last_good_version_and_is_logged_once,
	    repaired_file_is_taken,
	    file_that_is_bad_from_the_start_has_no_version,
	    last_good_version_survives_a_restart,
	    half_written_file_keeps_last_good_version,
	    site_keeps_its_last_good_version_too,
	    log_tells_whether_there_is_more_to_mend,
	    NULL,
	};

	return run_tests("storebad", tests);
}

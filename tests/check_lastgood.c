/* SPDX-License-Identifier: MIT */
/* check_lastgood.c - tests of lastgood.h. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "lastgood.h"
#include "testing.h"

enum { MAX_BYTES = 1000 };
static const int64_t noon_ns = NOON_MS * 1000000;

static void
write_it(const char *dir, const char *id, const char *xml, int64_t mtime_ns)
{
	struct strbuf sb;
	bool failed = false;

	strbuf_init(&sb);
	strbuf_puts(&sb, xml);
	lastgood_write(dir, id, &sb, mtime_ns, &failed);
	strbuf_release(&sb);
}

/* `want` NULL: there is no copy. */
static void
ck_copy(const char *dir, const char *id, const char *want)
{
	struct strbuf sb;
	int rc;

	strbuf_init(&sb);
	rc = lastgood_read(dir, id, MAX_BYTES, &sb);
	ck_assert_int_eq(rc, want != NULL ? 0 : -1);
	ck_assert_str_eq(sb.buf, want != NULL ? want : "");
	strbuf_release(&sb);
}

START_TEST(what_is_written_is_read)
{
	char *dir = temp_begin();

	ck_copy(dir, "ada", NULL);
	write_it(dir, "ada", "<ada/>", noon_ns);
	write_it(dir, "bo", "<bo/>", noon_ns);
	write_it(dir, NULL, "<site/>", noon_ns);
	/* a person may be called like the other file */
	write_it(dir, "site", "<person/>", noon_ns);
	ck_copy(dir, "ada", "<ada/>");
	ck_copy(dir, "bo", "<bo/>");
	ck_copy(dir, NULL, "<site/>");
	ck_copy(dir, "site", "<person/>");
	ck_copy(dir, "zoe", NULL);
	temp_end(dir);
}
END_TEST

START_TEST(a_new_version_replaces_the_copy)
{
	static const struct {
		const char *xml;
		int64_t mtime_ns;
	} versions[] = {
	    {"<a/>", 5},
	    {"<longer/>", 5},
	    /* as long: a newer one, and an older one that was put back */
	    {"<LONGER/>", 6},
	    {"<restored", 2},
	};
	char *dir = temp_begin();

	for (size_t i = 0; i < ARRAY_SIZE(versions); i++) {
		write_it(dir, "ada", versions[i].xml,
		    noon_ns + versions[i].mtime_ns);
		ck_copy(dir, "ada", versions[i].xml);
	}
	temp_end(dir);
}
END_TEST

START_TEST(a_copy_of_the_same_version_is_not_written_again)
{
	char *dir = temp_begin();
	struct stat before;
	struct stat after;
	struct strbuf path;

	strbuf_init(&path);
	strbuf_printf(&path, "%s/person-ada.xml", dir);
	write_it(dir, "ada", "<a/>", noon_ns + 123456789);
	ck_assert_int_eq(stat(path.buf, &before), 0);
	write_it(dir, "ada", "<a/>", noon_ns + 123456789);
	ck_assert_int_eq(stat(path.buf, &after), 0);
	ck_assert_uint_eq(before.st_ino, after.st_ino);
	strbuf_release(&path);
	temp_end(dir);
}
END_TEST

START_TEST(nothing_else_is_left_in_the_directory)
{
	char *dir = temp_begin();
	const struct dirent *e;
	int files = 0;
	DIR *d;

	write_it(dir, "ada", "<a/>", noon_ns);
	write_it(dir, "ada", "<aa/>", noon_ns);
	d = opendir(dir);
	while ((e = readdir(d)) != NULL)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			files++;
	closedir(d);
	ck_assert_int_eq(files, 1);
	temp_end(dir);
}
END_TEST

START_TEST(without_a_directory_nothing_is_kept_nor_said)
{
	struct strbuf lines;

	log_begin(&lines);
	write_it(NULL, "ada", "<a/>", noon_ns);
	ck_copy(NULL, "ada", NULL);
	ck_assert_str_eq(lines.buf, "");
	strbuf_release(&lines);
}
END_TEST

START_TEST(a_copy_that_cannot_be_written_is_a_warning)
{
	char *dir = temp_begin();
	struct strbuf gone;
	struct strbuf lines;

	log_begin(&lines);
	strbuf_init(&gone);
	strbuf_printf(&gone, "%s/gone", dir);
	write_it(gone.buf, "ada", "<a/>", noon_ns);
	ck_assert_uint_eq(count_of(lines.buf, "warning: "), 1);
	ck_assert_ptr_nonnull(strstr(lines.buf, "/gone/person-ada.xml: not"));
	ck_copy(gone.buf, "ada", NULL);
	strbuf_reset(&lines);
	/* its name is taken by a directory with something in it */
	put_file(dir, "person-bo.xml/x", "");
	write_it(dir, "bo", "<b/>", noon_ns);
	ck_assert_uint_eq(count_of(lines.buf, "warning: "), 1);
	strbuf_release(&gone);
	strbuf_release(&lines);
	temp_end(dir);
}
END_TEST

/* Ten thousand lines would hide all others. */
START_TEST(a_full_disk_is_said_once_until_there_is_room)
{
	char *dir = temp_begin();
	bool failed = false;
	struct strbuf gone;
	struct strbuf lines;
	struct strbuf xml;

	log_begin(&lines);
	strbuf_init(&gone);
	strbuf_init(&xml);
	strbuf_printf(&gone, "%s/gone", dir);
	for (int i = 0; i < 3; i++)
		lastgood_write(gone.buf, "ada", &xml, noon_ns, &failed);
	ck_assert(failed);
	ck_assert_uint_eq(count_of(lines.buf, "warning: "), 1);
	lastgood_write(dir, "ada", &xml, noon_ns, &failed);
	ck_assert(!failed);
	lastgood_write(gone.buf, "ada", &xml, noon_ns, &failed);
	ck_assert_uint_eq(count_of(lines.buf, "warning: "), 2);
	/* one that is there already proves nothing */
	lastgood_write(dir, "ada", &xml, noon_ns, &failed);
	ck_assert(failed);
	strbuf_release(&xml);
	strbuf_release(&gone);
	strbuf_release(&lines);
	temp_end(dir);
}
END_TEST

START_TEST(a_copy_that_is_too_large_or_leads_out_is_none)
{
	char *dir = temp_begin();
	struct strbuf big;
	struct strbuf link;

	strbuf_init(&big);
	strbuf_init(&link);
	strbuf_printf(&big, "%*s", MAX_BYTES + 1, "");
	write_it(dir, "big", big.buf, noon_ns);
	ck_copy(dir, "big", NULL);
	strbuf_printf(&link, "%s/person-out.xml", dir);
	ck_assert_int_eq(symlink("/etc/hostname", link.buf), 0);
	ck_copy(dir, "out", NULL);
	strbuf_release(&big);
	strbuf_release(&link);
	temp_end(dir);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    what_is_written_is_read,
	    a_new_version_replaces_the_copy,
	    a_copy_of_the_same_version_is_not_written_again,
	    nothing_else_is_left_in_the_directory,
	    without_a_directory_nothing_is_kept_nor_said,
	    a_copy_that_cannot_be_written_is_a_warning,
	    a_full_disk_is_said_once_until_there_is_room,
	    a_copy_that_is_too_large_or_leads_out_is_none,
	    NULL,
	};

	return run_tests("lastgood", tests);
}

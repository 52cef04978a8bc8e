/* SPDX-License-Identifier: MIT */
/* check_file.c - tests of file.h. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "file.h"
#include "testing.h"

/* A directory `data` with something beside it that is nobody's business. */
struct fixture {
	char *dir;
	struct strbuf data;
	int fd;
};

static void
begin(struct fixture *fx)
{
	fx->dir = temp_begin();
	put_file(fx->dir, "outside.xml", "secret");
	put_file(fx->dir, "data/a.xml", "content");
	strbuf_init(&fx->data);
	strbuf_printf(&fx->data, "%s/data", fx->dir);
	fx->fd = open(fx->data.buf, O_RDONLY | O_DIRECTORY);
	ck_assert_int_ge(fx->fd, 0);
}

static void
end(struct fixture *fx)
{
	close(fx->fd);
	strbuf_release(&fx->data);
	temp_end(fx->dir);
}

static void
link_to(const struct fixture *fx, const char *target, const char *name)
{
	ck_assert_int_eq(symlinkat(target, fx->fd, name), 0);
}

/* Read `name`; `out` must get `want` when that is not NULL, else nothing. */
static int
read_it(const struct fixture *fx, const char *name, size_t max_bytes,
    const char *want)
{
	struct strbuf out;
	struct file_id id;
	int error;

	strbuf_init(&out);
	strbuf_puts(&out, "before ");
	error = file_read(fx->fd, name, max_bytes, &out, &id);
	ck_assert_str_eq(out.buf + strlen("before "), want != NULL ? want : "");
	ck_assert_int_eq(error == 0, want != NULL);
	strbuf_release(&out);
	return error;
}

START_TEST(a_file_is_appended_and_its_version_is_told)
{
	struct file_id seen;
	struct file_id id;
	struct fixture fx;
	struct strbuf out;
	struct stat st;

	begin(&fx);
	strbuf_init(&out);
	strbuf_puts(&out, "<");
	ck_assert_int_eq(file_read(fx.fd, "a.xml", 100, &out, &id), 0);
	ck_assert_str_eq(out.buf, "<content");
	ck_assert_int_eq(file_stat(fx.fd, "a.xml", &seen), 0);
	ck_assert(file_id_equal(&id, &seen));
	ck_assert_int_eq(fstatat(fx.fd, "a.xml", &st, 0), 0);
	ck_assert_int_eq(id.size, 7);
	ck_assert_uint_eq(id.ino, st.st_ino);
	ck_assert_uint_eq(id.dev, st.st_dev);
	ck_assert_int_eq(id.mtime_ns, NOON_MS * 1000000);
	strbuf_release(&out);
	end(&fx);
}
END_TEST

START_TEST(each_part_of_a_version_tells_files_apart)
{
	const struct file_id a = {1, 2, 3, 4, 5};
	const struct file_id others[] = {{9, 2, 3, 4, 5}, {1, 9, 3, 4, 5},
	    {1, 2, 9, 4, 5}, {1, 2, 3, 9, 5}, {1, 2, 3, 4, 9}};
	const struct file_id same = a;

	ck_assert(file_id_equal(&a, &same));
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		ck_assert(!file_id_equal(&a, &others[i]));
}
END_TEST

START_TEST(a_missing_file_has_no_version)
{
	struct file_id id = {1, 1, 1, 1, 1};
	const struct file_id none = {0};
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(file_stat(fx.fd, "b.xml", &id), ENOENT);
	ck_assert(file_id_equal(&id, &none));
	ck_assert_int_eq(read_it(&fx, "b.xml", 100, NULL), ENOENT);
	ck_assert_int_eq(read_it(&fx, "b/c.xml", 100, NULL), ENOENT);
	end(&fx);
}
END_TEST

START_TEST(the_limit_is_exact)
{
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(read_it(&fx, "a.xml", 7, "content"), 0);
	ck_assert_int_eq(read_it(&fx, "a.xml", 6, NULL), EFBIG);
	ck_assert_int_eq(read_it(&fx, "a.xml", 0, NULL), EFBIG);
	put_file(fx.data.buf, "empty.xml", "");
	ck_assert_int_eq(read_it(&fx, "empty.xml", 0, ""), 0);
	end(&fx);
}
END_TEST

START_TEST(long_files_are_read_whole)
{
	struct strbuf text;
	struct fixture fx;

	begin(&fx);
	strbuf_init(&text);
	for (int i = 0; text.len < 300000; i++)
		strbuf_printf(&text, "%d ", i);
	put_file(fx.data.buf, "long.xml", text.buf);
	ck_assert_int_eq(read_it(&fx, "long.xml", text.len, text.buf), 0);
	ck_assert_int_eq(read_it(&fx, "long.xml", text.len - 1, NULL), EFBIG);
	strbuf_release(&text);
	end(&fx);
}
END_TEST

START_TEST(links_are_followed_inside_the_directory_only)
{
	struct fixture fx;

	begin(&fx);
	put_file(fx.data.buf, "people/x.xml", "x");
	link_to(&fx, "a.xml", "inside.xml");
	link_to(&fx, "../a.xml", "people/up.xml");
	link_to(&fx, "../outside.xml", "outside.xml");
	link_to(&fx, "/etc/passwd", "absolute.xml");
	link_to(&fx, "..", "parent");
	link_to(&fx, "loop.xml", "loop.xml");
	ck_assert_int_eq(read_it(&fx, "inside.xml", 100, "content"), 0);
	ck_assert_int_eq(read_it(&fx, "people/up.xml", 100, "content"), 0);
	ck_assert_int_eq(read_it(&fx, "outside.xml", 100, NULL), EXDEV);
	ck_assert_int_eq(read_it(&fx, "absolute.xml", 100, NULL), EXDEV);
	ck_assert_int_eq(read_it(&fx, "parent/outside.xml", 100, NULL), EXDEV);
	ck_assert_int_eq(read_it(&fx, "loop.xml", 100, NULL), ELOOP);
	end(&fx);
}
END_TEST

START_TEST(paths_do_not_lead_out_either)
{
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(read_it(&fx, "../outside.xml", 100, NULL), EXDEV);
	ck_assert_int_eq(read_it(&fx, "/etc/passwd", 100, NULL), EXDEV);
	ck_assert_int_eq(read_it(&fx, "../data/a.xml", 100, NULL), EXDEV);
	end(&fx);
}
END_TEST

START_TEST(only_regular_files_are_read_and_nothing_blocks)
{
	struct sockaddr_un addr = {.sun_family = AF_UNIX};
	struct fixture fx;
	int fd;

	begin(&fx);
	ck_assert_int_eq(mkdirat(fx.fd, "dir.xml", 0755), 0);
	ck_assert_int_eq(mkfifoat(fx.fd, "fifo.xml", 0644), 0);
	fd = socket(AF_UNIX, SOCK_STREAM, 0);
	ck_assert_int_eq(fchdir(fx.fd), 0);
	strcpy(addr.sun_path, "socket.xml");
	ck_assert_int_eq(
	    bind(fd, (const struct sockaddr *)&addr, sizeof(addr)), 0);
	ck_assert_int_eq(read_it(&fx, "dir.xml", 100, NULL), EINVAL);
	ck_assert_int_eq(read_it(&fx, "fifo.xml", 100, NULL), EINVAL);
	ck_assert_int_eq(read_it(&fx, "socket.xml", 100, NULL), ENXIO);
	ck_assert_int_eq(chdir("/"), 0);
	close(fd);
	end(&fx);
}
END_TEST

START_TEST(a_device_is_refused)
{
	int fd = open("/dev", O_RDONLY | O_DIRECTORY);
	struct fixture fx = {.fd = fd};

	ck_assert_int_eq(read_it(&fx, "zero", 100, NULL), EINVAL);
	ck_assert_int_eq(read_it(&fx, "null", 100, NULL), EINVAL);
	close(fd);
}
END_TEST

START_TEST(a_file_that_nobody_may_read_is_refused)
{
	struct fixture fx;

	if (geteuid() == 0)
		return;
	begin(&fx);
	ck_assert_int_eq(fchmodat(fx.fd, "a.xml", 0, 0), 0);
	ck_assert_int_eq(read_it(&fx, "a.xml", 100, NULL), EACCES);
	end(&fx);
}
END_TEST

START_TEST(another_file_of_the_same_name_is_another_version)
{
	struct file_id a;
	struct file_id b;
	struct fixture fx;

	begin(&fx);
	ck_assert_int_eq(file_stat(fx.fd, "a.xml", &a), 0);
	/* as editors do it: same size, same time, other file */
	put_file(fx.data.buf, "b.xml", "CONTENT");
	ck_assert_int_eq(renameat(fx.fd, "b.xml", fx.fd, "a.xml"), 0);
	ck_assert_int_eq(file_stat(fx.fd, "a.xml", &b), 0);
	ck_assert_int_eq(a.size, b.size);
	ck_assert_int_eq(a.mtime_ns, b.mtime_ns);
	ck_assert(!file_id_equal(&a, &b));
	end(&fx);
}
END_TEST

START_TEST(reasons_are_for_the_owner_of_the_file)
{
	static const struct {
		int error;
		const char *word;
	} cases[] = {
	    {EFBIG, "larger than allowed"},
	    {EAGAIN, "changed while"},
	    {EINVAL, "not a regular file"},
	    {ENXIO, "not a regular file"},
	    {EXDEV, "leads out"},
	    {ELOOP, "symbolic link"},
	    {ENOENT, "No such file"},
	    {EACCES, "ermission"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		ck_assert_ptr_nonnull(
		    strstr(file_strerror(cases[i].error), cases[i].word));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_file_is_appended_and_its_version_is_told,
	    each_part_of_a_version_tells_files_apart,
	    a_missing_file_has_no_version,
	    the_limit_is_exact,
	    long_files_are_read_whole,
	    links_are_followed_inside_the_directory_only,
	    paths_do_not_lead_out_either,
	    only_regular_files_are_read_and_nothing_blocks,
	    a_device_is_refused,
	    a_file_that_nobody_may_read_is_refused,
	    another_file_of_the_same_name_is_another_version,
	    reasons_are_for_the_owner_of_the_file,
	    NULL,
	};

	return run_tests("file", tests);
}

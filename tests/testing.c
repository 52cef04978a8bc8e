/* SPDX-License-Identifier: MIT */
/* testing.c - what several tests need. */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libxml/xpath.h>
#include <zlib.h>

#include "testing.h"

int
run_tests(const char *name, const TTest *const *tests)
{
	Suite *suite = suite_create(name);
	TCase *tc = tcase_create(name);
	SRunner *sr = srunner_create(suite);
	int failed;

	for (; *tests != NULL; tests++)
		tcase_add_test(tc, *tests);
	/* sanitizers and slow machines */
	tcase_set_timeout(tc, 120);
	suite_add_tcase(suite, tc);
	srunner_run_all(sr, CK_ENV);
	failed = srunner_ntests_failed(sr);
	srunner_free(sr);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

const char *
share_dir(void)
{
	const char *dir = getenv("VITAE_SHARE");

	return dir != NULL && dir[0] != '\0' ? dir : ".";
}

char *
temp_begin(void)
{
	const char *tmp = getenv("TMPDIR");
	struct strbuf path;

	strbuf_init(&path);
	strbuf_printf(
	    &path, "%s/vitae-check.XXXXXX", tmp != NULL ? tmp : "/tmp");
	ck_assert_ptr_nonnull(mkdtemp(path.buf));
	return strbuf_detach(&path);
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

void
temp_end(char *dir)
{
	ck_assert_int_eq(nftw(dir, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
	free(dir);
}

char *
path_in(const char *dir, const char *name)
{
	struct strbuf path;

	strbuf_init(&path);
	strbuf_printf(&path, "%s/%s", dir, name);
	return strbuf_detach(&path);
}

static void
make_parents(char *path)
{
	for (char *s = strchr(path + 1, '/'); s != NULL;
	     s = strchr(s + 1, '/')) {
		*s = '\0';
		if (mkdir(path, 0777) != 0)
			ck_assert_int_eq(errno, EEXIST);
		*s = '/';
	}
}

void
put_bytes(const char *dir, const char *name, const void *p, size_t n)
{
	char *path = path_in(dir, name);
	FILE *f;

	make_parents(path);
	f = fopen(path, "wb");
	ck_assert_msg(f != NULL, "%s: %s", path, strerror(errno));
	ck_assert_uint_eq(fwrite(p, 1, n, f), n);
	ck_assert_int_eq(fclose(f), 0);
	free(path);
	set_time(dir, name, NOON_MS);
}

void
put_file(const char *dir, const char *name, const char *text)
{
	put_bytes(dir, name, text, strlen(text));
}

void
set_time(const char *dir, const char *name, int64_t mtime_ms)
{
	const struct timespec at = {
	    .tv_sec = mtime_ms / 1000, .tv_nsec = mtime_ms % 1000 * 1000000};
	const struct timespec times[] = {at, at};
	char *path = path_in(dir, name);

	ck_assert_int_eq(
	    utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW), 0);
	free(path);
}

void
put_link(const char *dir, const char *name, const char *to)
{
	char *path = path_in(dir, name);

	ck_assert_int_eq(symlink(to, path), 0);
	free(path);
}

void
put_folder(const char *dir, const char *name)
{
	char *path = path_in(dir, name);

	make_parents(path);
	ck_assert_int_eq(mkdir(path, 0755), 0);
	free(path);
}

void
move_file(const char *dir, const char *from, const char *to)
{
	char *old = path_in(dir, from);
	char *new = path_in(dir, to);

	ck_assert_int_eq(rename(old, new), 0);
	free(old);
	free(new);
}

void
remove_file(const char *dir, const char *name)
{
	char *path = path_in(dir, name);

	ck_assert_int_eq(remove(path), 0);
	free(path);
}

bool
read_whole(const char *path, struct strbuf *out)
{
	FILE *f = fopen(path, "rb");
	int c;

	if (f == NULL)
		return false;
	while ((c = getc(f)) != EOF)
		strbuf_putc(out, (char)c);
	fclose(f);
	return true;
}

char *
read_fixture(const char *name)
{
	struct strbuf path;
	struct strbuf text;

	strbuf_init(&path);
	strbuf_init(&text);
	strbuf_printf(&path, "%s/tests/data/%s", share_dir(), name);
	ck_assert_msg(read_whole(path.buf, &text), "%s", path.buf);
	strbuf_release(&path);
	return strbuf_detach(&text);
}

static void
collect_line(void *ctx, enum log_level level, const char *line)
{
	static const char *const names[] = {
	    "error", "warning", "notice", "debug"};

	strbuf_printf(ctx, "%s: %s\n", names[level], line);
}

void
log_begin(struct strbuf *lines)
{
	strbuf_init(lines);
	log_set_sink(collect_line, lines);
}

char *
bare_copy(const char *s, size_t n)
{
	char *copy = xmalloc(n);

	if (n > 0)
		memcpy(copy, s, n);
	return copy;
}

size_t
count_of(const char *text, const char *word)
{
	size_t n = 0;

	for (; (text = strstr(text, word)) != NULL; text += strlen(word))
		n++;
	return n;
}

char *
gunzip(const char *p, size_t length, size_t n)
{
	char *text = xcalloc(1, n + 1);
	z_stream z = {0};

	ck_assert_int_eq(inflateInit2(&z, 15 + 16), Z_OK);
	z.next_in = (unsigned char *)(uintptr_t)p;
	z.avail_in = (unsigned)length;
	z.next_out = (unsigned char *)text;
	z.avail_out = (unsigned)n;
	ck_assert_int_eq(inflate(&z, Z_FINISH), Z_STREAM_END);
	ck_assert_uint_eq(z.total_out, n);
	ck_assert_uint_eq(z.avail_in, 0);
	inflateEnd(&z);
	return text;
}

struct schemas *
open_schemas(void)
{
	char *dir = path_in(share_dir(), "xml/schema");
	struct schemas *schemas;
	struct diag d;

	diag_init(&d);
	schemas = schemas_open(dir, &d);
	ck_assert_ptr_nonnull(schemas);
	diag_release(&d);
	free(dir);
	return schemas;
}

char *
problems_of(const struct diag *d)
{
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t i = 0; i < d->n; i++) {
		diag_format(&d->problems[i], &sb);
		strbuf_putc(&sb, '\n');
	}
	return strbuf_detach(&sb);
}

struct profile *
parse_profile(const struct schemas *schemas, const char *xml)
{
	struct profile *p;
	struct diag d;

	diag_init(&d);
	p = profile_parse(
	    xml, strlen(xml), "people/ada.xml", "ada", schemas, &d);
	if (p == NULL)
		ck_abort_msg("%s", problems_of(&d));
	profile_index(p);
	diag_release(&d);
	return p;
}

char *
xpath(xmlDoc *doc, const char *expr)
{
	xmlXPathContext *ctxt = xmlXPathNewContext(doc);
	xmlXPathObject *value =
	    xmlXPathEvalExpression((const xmlChar *)expr, ctxt);
	xmlChar *text;
	char *copy;

	ck_assert_msg(value != NULL, "%s", expr);
	text = xmlXPathCastToString(value);
	copy = xstrdup((const char *)text);
	xmlFree(text);
	xmlXPathFreeObject(value);
	xmlXPathFreeContext(ctxt);
	return copy;
}

void
ck_paths(xmlDoc *doc, const struct path_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		ck_xpath(doc, cases[i].expr, cases[i].want);
	xmlFreeDoc(doc);
}

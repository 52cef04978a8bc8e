/* SPDX-License-Identifier: MIT */
/* check_image.c - tests of image.h. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "image.h"
#include "testing.h"

enum { KEY = 42, MANY = 100000 };

/* Some data, small and large. */
struct things {
	uint64_t number;
	size_t size;
	uint32_t *few;
	size_t nfew;
	uint64_t *many;
	size_t nmany;
	size_t many_cap;
	char *none;
	size_t nnone;
};

static void
walk(struct image *im, struct things *t)
{
	image_number(im, &t->number);
	t->few = image_array(im, t->few, &t->nfew, NULL, sizeof(*t->few));
	image_size(im, &t->size);
	t->many =
	    image_array(im, t->many, &t->nmany, &t->many_cap, sizeof(*t->many));
	t->none = image_array(im, t->none, &t->nnone, NULL, 1);
}

static void
release(struct things *t)
{
	free(t->few);
	free(t->many);
	free(t->none);
	*t = (struct things){0};
}

static void
make(struct things *t)
{
	*t = (struct things){
	    .number = UINT64_MAX, .size = 7, .nfew = 3, .nmany = MANY};
	t->few = xcalloc(t->nfew, sizeof(*t->few));
	t->many = xcalloc(t->nmany, sizeof(*t->many));
	t->few[2] = 5;
	for (size_t i = 0; i < MANY; i++)
		t->many[i] = i * i;
}

static int
save(const char *dir, struct things *t)
{
	struct image im;

	if (image_save(&im, dir, "im", KEY) != 0)
		return -1;
	walk(&im, t);
	return image_end(&im, dir, "im");
}

/* `t` is to be released in any case. */
static int
load(const char *dir, uint64_t key, struct things *t)
{
	struct image im;

	*t = (struct things){.size = 1, .nnone = 1};
	if (image_load(&im, dir, "im", key) != 0)
		return -1;
	walk(&im, t);
	return image_end(&im, dir, "im");
}

START_TEST(what_is_saved_is_loaded)
{
	char *dir = temp_begin();
	struct things before;
	struct things t;

	make(&before);
	ck_assert_int_eq(save(dir, &before), 0);
	ck_assert_int_eq(load(dir, KEY, &t), 0);
	ck_assert_uint_eq(t.number, UINT64_MAX);
	ck_assert_uint_eq(t.size, 7);
	ck_assert_uint_eq(t.nfew, 3);
	ck_assert_uint_eq(t.few[2], 5);
	ck_assert_uint_eq(t.nmany, MANY);
	ck_assert_uint_eq(t.many_cap, MANY);
	ck_assert_int_eq(
	    memcmp(t.many, before.many, MANY * sizeof(*t.many)), 0);
	ck_assert_ptr_null(t.none);
	ck_assert_uint_eq(t.nnone, 0);
	release(&t);
	release(&before);
	temp_end(dir);
}
END_TEST

START_TEST(a_file_of_another_key_is_none)
{
	char *dir = temp_begin();
	struct things t;

	ck_assert_int_eq(load(dir, KEY, &t), -1);
	make(&t);
	ck_assert_int_eq(save(dir, &t), 0);
	release(&t);
	ck_assert_int_eq(load(dir, KEY + 1, &t), -1);
	ck_assert_int_eq(load(dir, 0, &t), -1);
	temp_end(dir);
}
END_TEST

START_TEST(a_fifo_of_that_name_holds_nobody)
{
	char *dir = temp_begin();
	struct strbuf path;
	struct things t;

	strbuf_init(&path);
	strbuf_printf(&path, "%s/im", dir);
	ck_assert_int_eq(mkfifo(path.buf, 0600), 0);
	ck_assert_int_eq(load(dir, KEY, &t), -1);
	strbuf_release(&path);
	temp_end(dir);
}
END_TEST

START_TEST(a_damaged_file_is_noticed_wherever_it_is)
{
	char *dir = temp_begin();
	struct strbuf bytes;
	struct strbuf path;
	struct things t;

	strbuf_init(&bytes);
	strbuf_init(&path);
	make(&t);
	ck_assert_int_eq(save(dir, &t), 0);
	release(&t);
	strbuf_printf(&path, "%s/im", dir);
	ck_assert(read_whole(path.buf, &bytes));
	for (size_t i = 0; i < bytes.len; i += i < 100 ? 1 : 99991) {
		bytes.buf[i] ^= 1;
		put_bytes(dir, "im", bytes.buf, bytes.len);
		ck_assert_int_eq(load(dir, KEY, &t), -1);
		release(&t);
		bytes.buf[i] ^= 1;
		/* and so is one that ends too early */
		put_bytes(dir, "im", bytes.buf, i);
		ck_assert_int_eq(load(dir, KEY, &t), -1);
		release(&t);
	}
	strbuf_putc(&bytes, 'x');
	put_bytes(dir, "im", bytes.buf, bytes.len);
	ck_assert_int_eq(load(dir, KEY, &t), -1);
	release(&t);
	strbuf_release(&bytes);
	strbuf_release(&path);
	temp_end(dir);
}
END_TEST

START_TEST(what_cannot_be_saved_leaves_the_file_as_it_was)
{
	char *dir = temp_begin();
	struct strbuf lines;
	struct things t;

	log_begin(&lines);
	put_file(dir, "im/x", "");
	make(&t);
	ck_assert_int_eq(save(dir, &t), -1);
	ck_assert_uint_eq(count_of(lines.buf, "warning: "), 1);
	remove_file(dir, "im/x");
	remove_file(dir, "im");
	/* nothing else is there either */
	ck_assert_int_eq(rmdir(dir), 0);
	ck_assert_int_eq(mkdir(dir, 0755), 0);
	ck_assert_int_eq(save(NULL, &t), -1);
	ck_assert_uint_eq(count_of(lines.buf, "warning: "), 1);
	release(&t);
	strbuf_release(&lines);
	temp_end(dir);
}
END_TEST

static bool
is_there(const char *dir, const char *name)
{
	char *path = path_in(dir, name);
	bool there = access(path, F_OK) == 0;

	free(path);
	return there;
}

/* Each as large as the whole file, and nobody would ever look. */
START_TEST(what_a_killed_writer_left_is_removed)
{
	static const char *const others[] = {
	    ".im.", ".im.x", ".im.1x", ".imp.999999999", ".im.-1", "im.1"};
	char *dir = temp_begin();
	struct strbuf alive;
	struct things t;

	strbuf_init(&alive);
	strbuf_printf(&alive, ".im.%ld", (long)getppid());
	put_file(dir, alive.buf, "");
	/* there are never as many processes as that */
	put_file(dir, ".im.999999999", "");
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		put_file(dir, others[i], "");
	make(&t);
	ck_assert_int_eq(save(dir, &t), 0);
	release(&t);
	ck_assert(!is_there(dir, ".im.999999999"));
	ck_assert(is_there(dir, alive.buf));
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		ck_assert_msg(is_there(dir, others[i]), "%s", others[i]);
	strbuf_release(&alive);
	temp_end(dir);
}
END_TEST

START_TEST(this_program_is_known)
{
	ck_assert_uint_ne(image_program(), 0);
	ck_assert_uint_eq(image_program(), image_program());
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    what_is_saved_is_loaded,
	    a_file_of_another_key_is_none,
	    a_fifo_of_that_name_holds_nobody,
	    a_damaged_file_is_noticed_wherever_it_is,
	    what_cannot_be_saved_leaves_the_file_as_it_was,
	    what_a_killed_writer_left_is_removed,
	    this_program_is_known,
	    NULL,
	};

	return run_tests("image", tests);
}

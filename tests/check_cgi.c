/* SPDX-License-Identifier: MIT */
/* check_cgi.c - tests of cgi.h and engine.h. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "cgi.h"
#include "engine.h"
#include "testing.h"

static const char *
no_variable(const char *name)
{
	(void)name;
	return NULL;
}

START_TEST(the_data_beside_the_program_is_found)
{
	char *dir = temp_begin();
	struct settings s;
	struct strbuf want;
	struct strbuf script;

	strbuf_init(&want);
	strbuf_init(&script);
	strbuf_printf(&script, "%s/index.cgi", dir);
	strbuf_printf(&want, "%s/vitae-data", dir);
	unsetenv("VITAE_DATA");
	setenv("SCRIPT_FILENAME", script.buf, 1);
	settings_init(&s, no_variable);
	cgi_find_data(&s);
	ck_assert_str_ne(s.value[SETTING_DATA], want.buf);
	put_file(dir, "vitae-data/site.xml", "x");
	cgi_find_data(&s);
	ck_assert_str_eq(s.value[SETTING_DATA], want.buf);
	/* unless somebody says where it is */
	settings_set(&s, SETTING_DATA, "/srv");
	setenv("VITAE_DATA", "/srv", 1);
	cgi_find_data(&s);
	ck_assert_str_eq(s.value[SETTING_DATA], "/srv");
	settings_release(&s);
	strbuf_release(&want);
	strbuf_release(&script);
	temp_end(dir);
}
END_TEST

START_TEST(variables_are_those_of_the_process)
{
	setenv("REQUEST_METHOD", "BREW", 1);
	unsetenv("REQUEST_URI");
	ck_assert_str_eq(cgi_env.get(cgi_env.ctx, "REQUEST_METHOD"), "BREW");
	ck_assert_ptr_null(cgi_env.get(cgi_env.ctx, "REQUEST_URI"));
}
END_TEST

START_TEST(a_body_is_read_as_far_as_it_was_announced)
{
	static const struct {
		const char *length;
		size_t left;
	} cases[] = {{NULL, 6000}, {"", 6000}, {"x", 6000}, {"-1", 6000},
	    {"6000", 0}, {"99999999999", 0}};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char body[6000] = {0};
		size_t left = 0;
		ssize_t n;
		int fds[2];

		ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
		ck_assert_int_eq(write(fds[0], body, sizeof(body)), 6000);
		shutdown(fds[0], SHUT_WR);
		ck_assert_int_eq(dup2(fds[1], STDIN_FILENO), STDIN_FILENO);
		if (cases[i].length != NULL)
			setenv("CONTENT_LENGTH", cases[i].length, 1);
		else
			unsetenv("CONTENT_LENGTH");
		cgi_discard_body();
		while ((n = read(STDIN_FILENO, body, sizeof(body))) > 0)
			left += (size_t)n;
		ck_assert_uint_eq(left, cases[i].left);
		close(fds[0]);
		close(fds[1]);
	}
}
END_TEST

START_TEST(the_engine_is_searched_where_it_was_installed)
{
	struct strbuf path;

	strbuf_init(&path);
	engine_find(&path);
	/* the tests are not beside it */
	ck_assert_int_eq(path.buf[0], '/');
	ck_assert_str_eq(strrchr(path.buf, '/'), "/vitae-engine");
	strbuf_release(&path);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    the_data_beside_the_program_is_found,
	    variables_are_those_of_the_process,
	    a_body_is_read_as_far_as_it_was_announced,
	    the_engine_is_searched_where_it_was_installed,
	    NULL,
	};

	return run_tests("cgi", tests);
}

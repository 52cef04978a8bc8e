/* SPDX-License-Identifier: MIT */
/* check_settings.c - tests of settings.h. */
#include <stdlib.h>
#include <string.h>

#include "settings.h"
#include "testing.h"

static const char *
nothing(const char *name)
{
	(void)name;
	return NULL;
}

static const char *
something(const char *name)
{
	static const char *const variables[][2] = {
	    {"VITAE_DATA", "/srv/data"},
	    {"VITAE_LOG", "debug"},
	    {"VITAE_WORKERS", ""},
	    {"DATA", "/wrong"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(variables); i++)
		if (strcmp(name, variables[i][0]) == 0)
			return variables[i][1];
	return NULL;
}

START_TEST(without_an_environment_there_are_defaults)
{
	struct settings s;
	struct diag d;

	diag_init(&d);
	settings_init(&s, nothing);
	for (size_t i = 0; i < SETTING__MAX; i++) {
		const char *want = setting_specs[i].fallback;

		if (want == NULL)
			ck_assert_ptr_null(s.value[i]);
		else
			ck_assert_str_eq(s.value[i], want);
	}
	ck_assert_str_eq(s.value[SETTING_WORKERS], "1");
	ck_assert_str_eq(s.value[SETTING_LISTEN_MODE], "0660");
	ck_assert_int_eq(settings_log_level(&s), LOG_NOTICE);
	ck_assert_int_eq(settings_check(&s, &d), 0);
	settings_release(&s);
	diag_release(&d);
}
END_TEST

START_TEST(the_environment_wins_over_defaults_unless_it_is_empty)
{
	struct settings s;

	settings_init(&s, something);
	ck_assert_str_eq(s.value[SETTING_DATA], "/srv/data");
	ck_assert_int_eq(settings_log_level(&s), LOG_DEBUG);
	ck_assert_str_eq(s.value[SETTING_WORKERS], "1");
	settings_release(&s);
}
END_TEST

START_TEST(the_table_is_complete_and_consistent)
{
	for (size_t i = 0; i < SETTING__MAX; i++) {
		const struct setting_spec *spec = &setting_specs[i];
		struct strbuf name;

		ck_assert_ptr_nonnull(spec->flag);
		ck_assert_ptr_nonnull(spec->argument);
		ck_assert_ptr_nonnull(spec->help);
		/* listen-mode is VITAE_LISTEN_MODE */
		strbuf_init(&name);
		strbuf_puts(&name, "VITAE_");
		for (const char *c = spec->flag; *c != '\0'; c++)
			strbuf_putc(
			    &name, *c == '-' ? '_' : (char)(*c - 'a' + 'A'));
		ck_assert_str_eq(spec->variable, name.buf);
		strbuf_release(&name);
	}
}
END_TEST

static const struct {
	const char *argv[5];
	int used; /* -1: refused */
	enum setting which;
	const char *value; /* afterwards */
} flags[] = {
    {{"--data", "/x"}, 2, SETTING_DATA, "/x"},
    {{"--data=/x"}, 1, SETTING_DATA, "/x"},
    {{"--data=/x", "check"}, 1, SETTING_DATA, "/x"},
    {{"--data", "/x", "--data", "/y"}, 4, SETTING_DATA, "/y"},
    {{"--theme=/t", "--data", "/x", "get"}, 3, SETTING_DATA, "/x"},
    {{"--listen-mode=0666"}, 1, SETTING_LISTEN_MODE, "0666"},
    {{"--listen=unix:/a=b"}, 1, SETTING_LISTEN, "unix:/a=b"},
    /* a value may look like anything */
    {{"--data", "--theme"}, 2, SETTING_DATA, "--theme"},
    /* an empty one is none */
    {{"--log="}, 1, SETTING_LOG, "notice"},
    {{"--workers", ""}, 2, SETTING_WORKERS, "1"},
    {{"--listen-mode="}, 1, SETTING_LISTEN_MODE, "0660"},
    /* where flags end */
    {{"check", "--data", "/x"}, 0, SETTING_LOG, "notice"},
    {{"--", "--log=debug"}, 1, SETTING_LOG, "notice"},
    {{"-log=debug"}, 0, SETTING_LOG, "notice"},
    {{"--version"}, 0, SETTING_LOG, "notice"},
    {{"--log=error", "--unknown", "x"}, 1, SETTING_LOG, "error"},
    {{"--logs=debug"}, 0, SETTING_LOG, "notice"},
    {{"--lo=debug"}, 0, SETTING_LOG, "notice"},
    {{NULL}, 0, SETTING_LOG, "notice"},
    {{"--log"}, -1, SETTING_LOG, "notice"},
    {{"--data=/x", "--log"}, -1, SETTING_LOG, "notice"},
};

START_TEST(flags_are_taken_from_the_front)
{
	for (size_t i = 0; i < ARRAY_SIZE(flags); i++) {
		char *argv[5];
		int argc = 0;
		struct settings s;
		struct diag d;

		while (argc < 5 && flags[i].argv[argc] != NULL) {
			argv[argc] = xstrdup(flags[i].argv[argc]);
			argc++;
		}
		diag_init(&d);
		settings_init(&s, nothing);
		ck_assert_msg(
		    settings_flags(&s, argc, argv, &d) == flags[i].used, "%zu",
		    i);
		ck_assert_uint_eq(d.n, flags[i].used < 0);
		ck_assert_str_eq(s.value[flags[i].which], flags[i].value);
		while (argc > 0)
			free(argv[--argc]);
		settings_release(&s);
		diag_release(&d);
	}
}
END_TEST

START_TEST(a_flag_without_a_value_says_how_to_write_it)
{
	char word[] = "--workers";
	char *argv[] = {word};
	struct settings s;
	struct diag d;

	diag_init(&d);
	settings_init(&s, nothing);
	ck_assert_int_eq(settings_flags(&s, 1, argv, &d), -1);
	ck_assert_str_eq(
	    d.problems[0].text, "--workers needs a value: --workers N");
	settings_release(&s);
	diag_release(&d);
}
END_TEST

static const struct {
	enum setting which;
	const char *value;
	bool good;
} values[] = {
    {SETTING_CACHE, "0", true},
    {SETTING_CACHE, "1000", true},
    {SETTING_CACHE, "-1", false},
    {SETTING_CACHE, "16M", false},
    {SETTING_CACHE, "99999999", false},
    {SETTING_WORKERS, "1", true},
    {SETTING_WORKERS, "64", true},
    {SETTING_WORKERS, "65", false},
    {SETTING_WORKERS, "0", false},
    {SETTING_WORKERS, "-1", false},
    {SETTING_WORKERS, "two", false},
    {SETTING_WORKERS, "2 ", false},
    {SETTING_LOG, "error", true},
    {SETTING_LOG, "warning", true},
    {SETTING_LOG, "notice", true},
    {SETTING_LOG, "debug", true},
    {SETTING_LOG, "ERROR", false},
    {SETTING_LOG, "loud", false},
    {SETTING_LISTEN_MODE, "0666", true},
    {SETTING_LISTEN_MODE, "660", true},
    {SETTING_LISTEN_MODE, "0888", false},
    {SETTING_LISTEN_MODE, "rw-rw----", false},
    {SETTING_LISTEN_MODE, "00660", false},
    {SETTING_LISTEN, "unix:/run/v.sock", true},
    {SETTING_LISTEN, "unix:v.sock", false},
    {SETTING_LISTEN, "/run/v.sock", false},
    {SETTING_LISTEN, "127.0.0.1:9000", false},
    {SETTING_BASE, "/", true},
    {SETTING_BASE, "/people", true},
    {SETTING_BASE, "people", false},
};

START_TEST(values_are_checked_and_problems_name_the_setting)
{
	for (size_t i = 0; i < ARRAY_SIZE(values); i++) {
		const char *flag = setting_specs[values[i].which].flag;
		struct settings s;
		struct diag d;

		diag_init(&d);
		settings_init(&s, nothing);
		settings_set(&s, values[i].which, values[i].value);
		ck_assert_msg((settings_check(&s, &d) == 0) == values[i].good,
		    "%s=%s", flag, values[i].value);
		if (!values[i].good) {
			ck_assert_uint_eq(d.n, 1);
			ck_assert_int_eq(
			    strncmp(d.problems[0].text, flag, strlen(flag)), 0);
		}
		settings_release(&s);
		diag_release(&d);
	}
}
END_TEST

START_TEST(all_bad_values_are_told_at_once)
{
	struct settings s;
	struct diag d;

	diag_init(&d);
	settings_init(&s, nothing);
	settings_set(&s, SETTING_WORKERS, "x");
	settings_set(&s, SETTING_LOG, "x");
	settings_set(&s, SETTING_LISTEN_MODE, "x");
	settings_set(&s, SETTING_LISTEN, "x");
	settings_set(&s, SETTING_BASE, "x");
	ck_assert_int_eq(settings_check(&s, &d), -1);
	ck_assert_uint_eq(d.n, 5);
	/* what is none is the default one */
	ck_assert_int_eq(settings_log_level(&s), LOG_NOTICE);
	settings_release(&s);
	diag_release(&d);
}
END_TEST

START_TEST(setting_nothing_goes_back_to_the_default)
{
	struct settings s;

	settings_init(&s, something);
	settings_set(&s, SETTING_LOG, NULL);
	settings_set(&s, SETTING_THEME, "/t");
	settings_set(&s, SETTING_THEME, "");
	ck_assert_str_eq(s.value[SETTING_LOG], "notice");
	ck_assert_ptr_null(s.value[SETTING_THEME]);
	settings_release(&s);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    without_an_environment_there_are_defaults,
	    the_environment_wins_over_defaults_unless_it_is_empty,
	    the_table_is_complete_and_consistent,
	    flags_are_taken_from_the_front,
	    a_flag_without_a_value_says_how_to_write_it,
	    values_are_checked_and_problems_name_the_setting,
	    all_bad_values_are_told_at_once,
	    setting_nothing_goes_back_to_the_default,
	    NULL,
	};

	return run_tests("settings", tests);
}

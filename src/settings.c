/* SPDX-License-Identifier: MIT */
/* settings.c - what the administrator sets. */
#include <stdlib.h>
#include <string.h>

#include "settings.h"
#include "text.h"

#ifndef VITAE_DATA_DIR
#define VITAE_DATA_DIR "/etc/vitae"
#endif
#ifndef VITAE_SHARE_DIR
#define VITAE_SHARE_DIR "/usr/share/vitae"
#endif

enum { MAX_WORKERS = 64, MAX_MEMORY_MIB = 1048576 };

const struct setting_spec setting_specs[SETTING__MAX] = {
    [SETTING_DATA] = {"data", "VITAE_DATA", "DIR", VITAE_DATA_DIR,
	"site.xml and people/ are here"},
    [SETTING_SHARE] = {"share", "VITAE_SHARE", "DIR", VITAE_SHARE_DIR,
	"the program's own stylesheets and grammars"},
    [SETTING_THEME] = {"theme", "VITAE_THEME", "DIR", NULL,
	"stylesheets that replace built-in ones of the same name"},
    [SETTING_STATE] = {"state", "VITAE_STATE", "DIR", NULL,
	"copies of the last good version of every file are kept here"},
    [SETTING_BASE] = {"base", "VITAE_BASE", "PATH", NULL,
	"where the program is mounted, when the server does not say"},
    [SETTING_LISTEN] = {"listen", "VITAE_LISTEN", "unix:PATH", NULL,
	"serve FastCGI on a socket of our own"},
    [SETTING_LISTEN_MODE] = {"listen-mode", "VITAE_LISTEN_MODE", "MODE", "0660",
	"permissions of that socket"},
    [SETTING_WORKERS] = {"workers", "VITAE_WORKERS", "N", "1",
	"processes that serve; one request each at a time"},
    [SETTING_MEMORY] = {"memory", "VITAE_MEMORY", "MIB", "64",
	"for profiles in memory, in each process; others are read again"},
    [SETTING_CACHE] = {"cache", "VITAE_CACHE", "MIB", "16",
	"for answers in memory, in each process; 0 keeps none"},
    [SETTING_PARTS] = {"parts", "VITAE_PARTS", "MIB", "16",
	"for parts of pages that are kept for other pages; 0 keeps none"},
    [SETTING_CACHE_DIR] = {"cache-dir", "VITAE_CACHE_DIR", "DIR", NULL,
	"a CGI program keeps its answers here"},
    [SETTING_LOG] = {"log", "VITAE_LOG", "LEVEL", "notice",
	"error, warning, notice or debug"},
};

static const char *const log_words[] = {
    [LOG_ERROR] = "error",
    [LOG_WARNING] = "warning",
    [LOG_NOTICE] = "notice",
    [LOG_DEBUG] = "debug",
};

/* The level of this name, or -1. */
static int
find_level(const char *word)
{
	for (size_t i = 0; i < ARRAY_SIZE(log_words); i++)
		if (strcmp(word, log_words[i]) == 0)
			return (int)i;
	return -1;
}

enum log_level
settings_log_level(const struct settings *s)
{
	int level = find_level(s->value[SETTING_LOG]);

	return level >= 0 ? (enum log_level)level : LOG_NOTICE;
}

/* -1: it is no such number. */
static long
mebibytes(const struct settings *s, enum setting which)
{
	const char *value = s->value[which];

	return text_parse_uint(value, strlen(value), MAX_MEMORY_MIB);
}

size_t
settings_bytes(const struct settings *s, enum setting which)
{
	return (size_t)mebibytes(s, which) * 1024 * 1024;
}

void
settings_set(struct settings *s, enum setting which, const char *value)
{
	if (value == NULL || value[0] == '\0')
		value = setting_specs[which].fallback;
	free(s->value[which]);
	s->value[which] = value != NULL ? xstrdup(value) : NULL;
}

void
settings_init(struct settings *s, const char *(*get)(const char *name))
{
	*s = (struct settings){0};
	for (size_t i = 0; i < SETTING__MAX; i++)
		settings_set(
		    s, (enum setting)i, get(setting_specs[i].variable));
}

void
settings_release(struct settings *s)
{
	for (size_t i = 0; i < SETTING__MAX; i++)
		free(s->value[i]);
	*s = (struct settings){0};
}

/* The setting that `word` ("--data", "--data=x") is the flag of, or -1. */
static int
find_flag(const char *word, const char **value)
{
	size_t n = strcspn(word, "=");

	for (int i = 0; i < SETTING__MAX; i++) {
		const char *flag = setting_specs[i].flag;

		if (strlen(flag) + 2 != n || strncmp(word + 2, flag, n - 2))
			continue;
		*value = word[n] == '=' ? word + n + 1 : NULL;
		return i;
	}
	return -1;
}

int
settings_flags(struct settings *s, int argc, char *const *argv, struct diag *d)
{
	int i = 0;

	while (i < argc && strncmp(argv[i], "--", 2) == 0) {
		const char *value;
		int which;

		if (strcmp(argv[i], "--") == 0)
			return i + 1;
		which = find_flag(argv[i], &value);
		if (which < 0)
			return i;
		if (value == NULL && i + 1 == argc) {
			diag_add(d, NULL, 0, "%s needs a value: %s %s", argv[i],
			    argv[i], setting_specs[which].argument);
			return -1;
		}
		if (value == NULL)
			value = argv[++i];
		settings_set(s, (enum setting)which, value);
		i++;
	}
	return i;
}

int
settings_check(const struct settings *s, struct diag *d)
{
	const char *workers = s->value[SETTING_WORKERS];
	const char *mode = s->value[SETTING_LISTEN_MODE];
	const char *listen = s->value[SETTING_LISTEN];
	const char *base = s->value[SETTING_BASE];
	size_t before = d->n;
	long n = text_parse_uint(workers, strlen(workers), MAX_WORKERS);

	if (n < 1)
		diag_add(
		    d, NULL, 0, "workers: a number from 1 to %d", MAX_WORKERS);
	if (mebibytes(s, SETTING_MEMORY) < 1)
		diag_add(d, NULL, 0, "memory: a number of MiB from 1 to %d",
		    MAX_MEMORY_MIB);
	if (mebibytes(s, SETTING_CACHE) < 0)
		diag_add(d, NULL, 0, "cache: a number of MiB from 0 to %d",
		    MAX_MEMORY_MIB);
	if (mebibytes(s, SETTING_PARTS) < 0)
		diag_add(d, NULL, 0, "parts: a number of MiB from 0 to %d",
		    MAX_MEMORY_MIB);
	if (find_level(s->value[SETTING_LOG]) < 0)
		diag_add(
		    d, NULL, 0, "log: one of error, warning, notice, debug");
	if (strspn(mode, "01234567") != strlen(mode) || strlen(mode) > 4)
		diag_add(d, NULL, 0, "listen-mode: an octal number like 0660");
	if (listen != NULL && strncmp(listen, "unix:/", 6) != 0)
		diag_add(d, NULL, 0,
		    "listen: unix: and an absolute path, like "
		    "unix:/run/vitae/vitae.sock");
	if (base != NULL && base[0] != '/')
		diag_add(d, NULL, 0, "base: a path, like /people");
	return d->n == before ? 0 : -1;
}

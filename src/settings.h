/* SPDX-License-Identifier: MIT */
/* settings.h - what the administrator sets: flags, environment, defaults. */
#ifndef VITAE_SETTINGS_H
#define VITAE_SETTINGS_H

#include <stddef.h>

#include "diag.h"
#include "util.h"

enum setting {
	SETTING_DATA,
	SETTING_SHARE,
	SETTING_THEME,
	SETTING_STATE,
	SETTING_BASE,
	SETTING_LISTEN,
	SETTING_LISTEN_MODE,
	SETTING_WORKERS,
	SETTING_MEMORY,
	SETTING_CACHE,
	SETTING_PARTS,
	SETTING_CACHE_DIR,
	SETTING_LOG,
	SETTING__MAX
};

struct settings {
	char *value[SETTING__MAX]; /* owned; NULL: not set and no default */
};

/* One row of the table that the program and its manual share. */
struct setting_spec {
	const char *flag;     /* --data */
	const char *variable; /* VITAE_DATA */
	const char *argument; /* how the manual calls the value */
	const char *fallback; /* default; NULL none */
	const char *help;     /* one line */
};

extern const struct setting_spec setting_specs[SETTING__MAX];

/*
 * Defaults, then the environment (`getenv`-like function). settings_release()
 * is due.
 */
void settings_init(struct settings *s, const char *(*get)(const char *name));
void settings_release(struct settings *s);

/*
 * Take the flags at the front of `argv` (--data DIR and --data=DIR). Returns
 * how many words were used, or -1 with the reason in `d`.
 */
int
settings_flags(struct settings *s, int argc, char *const *argv, struct diag *d);

/* Set one; NULL or "" goes back to the default, if it has one. */
void settings_set(struct settings *s, enum setting which, const char *value);

/* The level that the setting "log" names; notice when it is none. */
enum log_level settings_log_level(const struct settings *s);

/* A setting that is a number of MiB, in bytes. */
size_t settings_bytes(const struct settings *s, enum setting which);

/* The values in bounds? 0 or -1 with every reason in `d`. */
NODISCARD int settings_check(const struct settings *s, struct diag *d);

#endif

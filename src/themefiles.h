/* SPDX-License-Identifier: MIT */
/* themefiles.h - which version of a theme's files there is. */
#ifndef VITAE_THEMEFILES_H
#define VITAE_THEMEFILES_H

#include <stddef.h>
#include <stdint.h>

#include "file.h"

/* More languages are not offered. */
enum { THEMEFILES_MAX_LANGUAGES = 64 };

/*
 * Add up all sheets and words below two directories, the second of which may
 * be NULL. Exactly one of the sums is wanted, the other is NULL: `stamp`
 * changes when a file is touched, `digest` when its bytes change, on every
 * machine alike.
 */
void themefiles_add(const char *base_dir, const char *theme_dir,
    struct file_stamp *stamp, uint64_t *digest);

/*
 * LANG of each file strings/LANG.xml below either directory, sorted, once, and
 * in `n` how many. The array and each name in it are owned -> free().
 */
char **
themefiles_languages(const char *base_dir, const char *theme_dir, size_t *n);

#endif

/* SPDX-License-Identifier: MIT */
/* themefiles.h - which version of a theme's files there is. */
#ifndef VITAE_THEMEFILES_H
#define VITAE_THEMEFILES_H

#include <stdint.h>

/*
 * Add up all sheets and words below two directories, the second of which may
 * be NULL. Exactly one of the sums is wanted, the other is NULL: `stamp`
 * changes when a file is touched, `digest` when its bytes change, on every
 * machine alike.
 */
void themefiles_add(const char *base_dir, const char *theme_dir,
    uint64_t *stamp, uint64_t *digest);

#endif

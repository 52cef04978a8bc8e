/* SPDX-License-Identifier: MIT */
/* theme.h - the stylesheets and the interface's words, compiled and kept. */
#ifndef VITAE_THEME_H
#define VITAE_THEME_H

#include <stdint.h>

#include <libxml/tree.h>

#include "diag.h"
#include "fragments.h"
#include "lexicon.h"
#include "sheet.h"
#include "util.h"

struct theme;

/*
 * The sheets of the directory `base_dir`, each replaced by the one of the
 * same name in `theme_dir`, if that is not NULL and has it. A theme's sheet
 * imports the one it replaces as "base:NAME". The built-in sections.xsl stands
 * for all that it includes. Owned -> theme_close(). The strings are copied.
 * Libxslt is set up here, once a process.
 */
struct theme *
theme_open(const char *base_dir, const char *theme_dir, int64_t now_ms);
void theme_close(struct theme *t);

/*
 * Forget what was compiled from files that have changed since; looks at most
 * once a second. `now_ms` is the wall clock.
 */
void theme_refresh(struct theme *t, int64_t now_ms);

/*
 * The sheet `name`, like "sections/news.xsl". A theme's sheet that does not
 * compile is logged once and the built-in one taken. NULL when there is no
 * such sheet or none that compiles. Borrowed until theme_refresh().
 */
struct sheet *theme_sheet(struct theme *t, const char *name);

/* The words of the interface; borrowed until theme_refresh(). */
struct lexicon *theme_lexicon(const struct theme *t);

/*
 * Keep up to `max_bytes` of what the sheets make, until one of them changes;
 * nothing is kept before this is called.
 */
void theme_keep(struct theme *t, size_t max_bytes);
/* Borrowed until theme_keep(). */
struct fragments *theme_fragments(const struct theme *t);

/* Changes whenever any file of the theme does. */
uint64_t theme_digest(const struct theme *t);

#endif

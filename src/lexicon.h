/* SPDX-License-Identifier: MIT */
/* lexicon.h - the interface's words in all languages of a theme. */
#ifndef VITAE_LEXICON_H
#define VITAE_LEXICON_H

#include <stddef.h>

#include "util.h"
#include "words.h"

struct lexicon;

/*
 * Of the files strings/LANG.xml of the directory `base_dir`, each replaced by
 * the one of the same name in `theme_dir`, which may be NULL. Both strings must
 * outlive it. Owned -> lexicon_free().
 */
NODISCARD struct lexicon *
lexicon_new(const char *base_dir, const char *theme_dir);
void lexicon_free(struct lexicon *l);

/*
 * The words of the language, or of English when they are not there; NULL
 * when there are none at all. A file that cannot be read is logged, and its
 * language not offered any more. Borrowed until lexicon_free().
 */
struct words *lexicon_words(struct lexicon *l, const char *lang);

/*
 * The tags of all languages that have words of their own, sorted, and in `n`
 * how many. Borrowed until lexicon_words().
 */
const char *const *lexicon_languages(struct lexicon *l, size_t *n);

/* What such a language calls itself, else its tag; until lexicon_free(). */
const char *lexicon_name(struct lexicon *l, const char *tag);

#endif

/* SPDX-License-Identifier: MIT */
/* tokens.h - in which rows a word stands, wherever in a token it does. */
#ifndef VITAE_TOKENS_H
#define VITAE_TOKENS_H

#include <stdint.h>

#include "bits.h"

/*
 * What stands between spaces is a token. A word holds no space: it stands in
 * a text just where it stands in one of the text's tokens. So all different
 * tokens are kept, and for each of them the rows it occurs in; a word is
 * looked for in the tokens, not in the texts.
 */
struct tokens;

struct tokens *tokens_new(void);
void tokens_free(struct tokens *t);

/* `text` is that of `row`; rows come in ascending order. */
void tokens_add(struct tokens *t, uint32_t row, const char *text);
/* Rows below it have been added, or have no text. */
uint32_t tokens_end(const struct tokens *t);

/*
 * Take away the rows of `word`, which is not empty, from those that are left
 * to be looked at; there is room for all rows.
 */
void tokens_match(const struct tokens *t, const char *word, struct bits *left);

/*
 * The same with the rows map[0], map[1] ... in place of 0, 1 ...; UINT32_MAX
 * leaves a row out. The others keep their order. Owned.
 */
struct tokens *tokens_renumber(const struct tokens *t, const uint32_t *map);

/* Save it or load it into one that was just made: see image.h. */
struct image;
void tokens_image(struct image *im, struct tokens *t);

#endif

/* SPDX-License-Identifier: MIT */
/* text.h - UTF-8: is it valid, and what is it like without accent and case. */
#ifndef VITAE_TEXT_H
#define VITAE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "strbuf.h"

/* The code point at `s`, in `length` its bytes; -1 and 1: none is there. */
int32_t text_decode(const char *s, size_t n, size_t *length);

/* Shortest form, no surrogates, nothing above U+10FFFF (RFC 3629). */
bool text_is_utf8(const char *s, size_t n);

/* Is there a C0 or C1 control character or DEL? White space is among them. */
bool text_has_control(const char *s, size_t n);

/*
 * The next word of a list with white space between, as XML Schema writes them:
 * `*s`, which may be NULL, is moved to it. How long it is; 0: there is none.
 */
size_t text_next_word(const char **s);

/*
 * Append `s` in the form that searching compares: decomposed (NFKD), without
 * accents and case, each run of white space one space and none at the ends,
 * typographic quotes and dashes as ASCII. Marks that spell (the vowels of
 * Indic scripts, the voicing of kana) stay: they are no accents. Folding
 * twice changes nothing more. The result is valid UTF-8 whatever `s` is.
 */
void text_fold(struct strbuf *out, const char *s);

/*
 * Append the folded `s` with each run of what is no letter, number or mark
 * as one '-', none at the ends: "Human-Robot Interaction (HRI)" gives
 * "human-robot-interaction-hri". A sign that makes another thing of the word
 * before it is spelt out: "C++" gives "c-plus-plus", "A*" "a-star". Nothing is
 * appended when nothing is left.
 */
void text_slug(struct strbuf *out, const char *s);
/* The same of the `n` bytes at `s`, which are folded already. */
void text_slug_folded(struct strbuf *out, const char *s, size_t n);

/*
 * Append the letter that `slug` begins with, as an alphabetical list has it
 * at the side; `capital` wants the large one. Nothing is appended when no
 * alphabet has it: a number, a Chinese character.
 */
void text_initial(struct strbuf *out, const char *slug, bool capital);

/*
 * Is `words`, a slug, a run of whole words of `slug`? "berg" is one of
 * "ada-berg", "ber" is none. "" is a run of nothing.
 */
bool text_has_words(const char *slug, const char *words);

/*
 * The number that the `n` bytes at `s` are: decimal digits only. -1 when
 * they are something else, nothing, or more than `max`.
 */
long text_parse_uint(const char *s, size_t n, long max);

#endif

/* SPDX-License-Identifier: MIT */
/* acceptlang.h - which of the languages that we have suits best. */
#ifndef VITAE_ACCEPTLANG_H
#define VITAE_ACCEPTLANG_H

#include <stddef.h>

/* What a browser lists behind these is not looked at. */
enum { ACCEPTLANG_MAX_RANGES = 32 };

/*
 * Languages are tags of RFC 5646, compared without regard to case. Both
 * return the place in the `n` tags of `have`, or -1: none will do.
 */

/*
 * The tag that `range` asks for (RFC 4647, 3.4): itself, or else what is left
 * of it when parts are taken away at its end, de-Latn-AT, de-Latn, de. Where
 * nothing is, the first tag that the range begins: pt-BR for pt.
 */
int acceptlang_lookup(const char *range, const char *const *have, size_t n);

/*
 * The best for the header Accept-Language (RFC 9110, 12.5.4); NULL: none. At
 * `*`, everything is welcome: then it is have[usual]. Elements that are no
 * language are skipped; quality 0 rules a language out.
 */
int acceptlang_choose(
    const char *header, const char *const *have, size_t n, size_t usual);

#endif

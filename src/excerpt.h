/* SPDX-License-Identifier: MIT */
/* excerpt.h - a profile with one of its publications, before it is parsed. */
#ifndef VITAE_EXCERPT_H
#define VITAE_EXCERPT_H

#include <stdbool.h>
#include <stddef.h>

#include "strbuf.h"

/*
 * Append to `out` the `n` bytes of a profile that was found good before,
 * without the publications whose id is not `key`. Lists of many show one of
 * each owner, and parsing the others is most of what that costs. False, with
 * `out` as it was: there is no such publication, or it refers to others.
 */
bool
excerpt_make(const char *xml, size_t n, const char *key, struct strbuf *out);

#endif

/* SPDX-License-Identifier: MIT */
/* nearest.h - what somebody who mistyped a word may have meant. */
#ifndef VITAE_NEAREST_H
#define VITAE_NEAREST_H

#include <stddef.h>

/*
 * Put those of `n` words that are like `typed` into `found`, at most `max`,
 * the most alike first, and return how many. `word` gives the i-th word.
 */
size_t nearest_find(const char *typed, size_t n,
    const char *(*word)(const void *ctx, size_t i), const void *ctx,
    size_t *found, size_t max);

#endif

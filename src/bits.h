/* SPDX-License-Identifier: MIT */
/* bits.h - sets of small numbers, a bit for each. */
#ifndef VITAE_BITS_H
#define VITAE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Numbers below `n`. Zeroed memory is a set of none that can be resized. */
struct bits {
	uint64_t *words; /* owned; what lies behind `n` is 0 */
	size_t n;
	size_t cap; /* in words */
};

/* All numbers below `n`, none of them in the set. */
void bits_init(struct bits *b, size_t n);
void bits_copy(struct bits *dst, const struct bits *src);
void bits_release(struct bits *b);
/* More numbers may be in the set; it has what it had. Never shrinks. */
void bits_grow(struct bits *b, size_t n);

/* Save it or load it into an empty one: see image.h. */
struct image;
void bits_image(struct image *im, struct bits *b);

static inline void
bits_set(struct bits *b, size_t i)
{
	b->words[i / 64] |= UINT64_C(1) << i % 64;
}

static inline void
bits_clear(struct bits *b, size_t i)
{
	b->words[i / 64] &= ~(UINT64_C(1) << i % 64);
}

static inline bool
bits_test(const struct bits *b, size_t i)
{
	return (b->words[i / 64] >> i % 64 & 1) != 0;
}

/* Keep what is in both; take away what is in `src`. Both are of one size. */
void bits_and(struct bits *dst, const struct bits *src);
void bits_subtract(struct bits *dst, const struct bits *src);
/* How many are in the set. */
size_t bits_count(const struct bits *b);

/* The smallest in the set that is not below `from`; b->n when there is none. */
static inline size_t
bits_next(const struct bits *b, size_t from)
{
	size_t w = from / 64;
	uint64_t word;

	if (from >= b->n)
		return b->n;
	word = b->words[w] & ~UINT64_C(0) << from % 64;
	while (word == 0) {
		if (++w * 64 >= b->n)
			return b->n;
		word = b->words[w];
	}
	return w * 64 + (size_t)__builtin_ctzll(word);
}

#endif

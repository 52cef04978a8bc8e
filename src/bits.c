/* SPDX-License-Identifier: MIT */
/* bits.c - sets of small numbers. */
#include <stdlib.h>
#include <string.h>

#include "bits.h"
#include "image.h"
#include "util.h"

static size_t
words_for(size_t n)
{
	return (n + 63) / 64;
}

void
bits_init(struct bits *b, size_t n)
{
	b->n = n;
	b->cap = words_for(n);
	b->words = xcalloc(b->cap, sizeof(*b->words));
}

void
bits_copy(struct bits *dst, const struct bits *src)
{
	bits_init(dst, src->n);
	if (src->n > 0)
		memcpy(dst->words, src->words,
		    words_for(src->n) * sizeof(*dst->words));
}

void
bits_release(struct bits *b)
{
	free(b->words);
	*b = (struct bits){0};
}

void
bits_grow(struct bits *b, size_t n)
{
	size_t cap = b->cap;

	if (n <= b->n)
		return;
	if (words_for(n) > cap) {
		cap = words_for(n) > 2 * cap ? words_for(n) : 2 * cap;
		b->words = xrealloc(b->words, cap * sizeof(*b->words));
		memset(
		    b->words + b->cap, 0, (cap - b->cap) * sizeof(*b->words));
		b->cap = cap;
	}
	b->n = n;
}

void
bits_and(struct bits *dst, const struct bits *src)
{
	for (size_t w = 0; w < words_for(dst->n); w++)
		dst->words[w] &= src->words[w];
}

void
bits_subtract(struct bits *dst, const struct bits *src)
{
	for (size_t w = 0; w < words_for(dst->n); w++)
		dst->words[w] &= ~src->words[w];
}

size_t
bits_count(const struct bits *b)
{
	size_t n = 0;

	for (size_t w = 0; w < words_for(b->n); w++)
		n += (size_t)__builtin_popcountll(b->words[w]);
	return n;
}

void
bits_image(struct image *im, struct bits *b)
{
	size_t n = words_for(b->n);

	image_size(im, &b->n);
	b->words = image_array(im, b->words, &n, NULL, sizeof(*b->words));
	if (im->loading)
		b->cap = n;
	/* a set whose words do not fit its size */
	if (n != words_for(b->n))
		im->bad = true;
}

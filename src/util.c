/* SPDX-License-Identifier: MIT */
/* util.c - allocation that cannot fail. */
#include <endian.h>
#include <stdlib.h>
#include <string.h>

#include "util.h"

void *
xmalloc(size_t size)
{
	void *p = malloc(size > 0 ? size : 1);

	if (p == NULL)
		abort();
	return p;
}

void *
xcalloc(size_t n, size_t size)
{
	void *p = calloc(n > 0 ? n : 1, size > 0 ? size : 1);

	if (p == NULL)
		abort();
	return p;
}

void *
xrealloc(void *p, size_t size)
{
	p = realloc(p, size > 0 ? size : 1);
	if (p == NULL)
		abort();
	return p;
}

char *
xstrdup(const char *s)
{
	return xstrndup(s, strlen(s));
}

char *
xstrndup(const char *s, size_t n)
{
	char *copy = xmalloc(n + 1);

	memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

void *
grow_twice(void *p, size_t *cap, size_t size)
{
	if (*cap > SIZE_MAX / 2 / size)
		abort();
	*cap = *cap > 0 ? *cap * 2 : 8;
	return xrealloc(p, *cap * size);
}

/* Eight bytes as a number that is the same on every machine. */
static uint64_t
word_at(const unsigned char *s)
{
	uint64_t word;

	memcpy(&word, s, sizeof(word));
	return le64toh(word);
}

static uint64_t
mix(uint64_t seed, uint64_t word)
{
	seed = (seed ^ word) * UINT64_C(0x9fb21c651e98df25);
	return seed ^ seed >> 32;
}

uint64_t
hash_bytes(uint64_t seed, const void *p, size_t n)
{
	const unsigned char *s = p;

	for (; n >= 8; s += 8, n -= 8)
		seed = mix(seed, word_at(s));
	for (; n > 0; s++, n--)
		seed = (seed ^ *s) * UINT64_C(0x100000001b3);
	return seed;
}

uint64_t
hash_long(uint64_t seed, const void *p, size_t n)
{
	uint64_t lanes[8];
	const unsigned char *s = p;

	/* one need not wait for the other */
	for (size_t i = 0; i < ARRAY_SIZE(lanes); i++)
		lanes[i] = seed + i;
	for (; n >= sizeof(lanes); s += sizeof(lanes), n -= sizeof(lanes))
		for (size_t i = 0; i < ARRAY_SIZE(lanes); i++)
			lanes[i] = mix(lanes[i], word_at(s + 8 * i));
	for (size_t i = 0; i < ARRAY_SIZE(lanes); i++)
		seed = mix(seed, lanes[i]);
	return hash_bytes(seed, s, n);
}

uint64_t
hash_str(uint64_t seed, const char *s)
{
	/* the NUL counts, so that "ab","c" and "a","bc" differ */
	return hash_bytes(seed, s, strlen(s) + 1);
}

uint64_t
first_bytes(const char *s)
{
	uint64_t word = 0;

	for (size_t i = 0; i < sizeof(word); i++) {
		word = word << 8 | (unsigned char)*s;
		s += *s != '\0';
	}
	return word;
}

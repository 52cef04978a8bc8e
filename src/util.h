/* SPDX-License-Identifier: MIT */
/* util.h - allocation that cannot fail, and the attributes we use. */
#ifndef VITAE_UTIL_H
#define VITAE_UTIL_H

#include <stddef.h>
#include <stdint.h>

#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))
#define PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))
#define NODISCARD __attribute__((warn_unused_result))

/* The same byte eight times, in a word of 64 bit. */
#define EIGHT(byte) (UINT64_C(0x0101010101010101) * (byte))

/* These abort when memory is exhausted: their callers have no branch. */
void *xmalloc(size_t size);
void *xcalloc(size_t n, size_t size);
void *xrealloc(void *p, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t n);

/* For grow() alone, when there is not enough. */
void *grow_twice(void *p, size_t *cap, size_t size);

/*
 * Make room for one more element in the array `p` of `*cap` elements of
 * `size` bytes, `n` of them used. The capacity doubles.
 */
static inline void *
grow(void *p, size_t n, size_t *cap, size_t size)
{
	return n < *cap ? p : grow_twice(p, cap, size);
}

/*
 * The first eight bytes of a string as a number: of two strings with different
 * ones, that with the smaller number comes first.
 */
uint64_t first_bytes(const char *s);

/*
 * 64 bit of `n` bytes, going on from `seed`; FNV-1a of words of 8 bytes, and
 * of what is left. For digests of content that we trust ourselves, not for
 * adversaries.
 */
#define HASH_SEED UINT64_C(0xcbf29ce484222325)
uint64_t hash_bytes(uint64_t seed, const void *p, size_t n);
uint64_t hash_str(uint64_t seed, const char *s);
/* Another number, in a third of the time when there are many bytes. */
uint64_t hash_long(uint64_t seed, const void *p, size_t n);

#endif

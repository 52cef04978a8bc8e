/* SPDX-License-Identifier: MIT */
/* siphash.h - digests that nobody can aim at who does not know the key. */
#ifndef VITAE_SIPHASH_H
#define VITAE_SIPHASH_H

#include <stddef.h>
#include <stdint.h>

struct siphash_key {
	uint64_t k[2];
};

/* A key that differs from process to process. */
struct siphash_key siphash_random_key(void);

/* SipHash-2-4 of `n` bytes. */
uint64_t siphash(const struct siphash_key *key, const void *p, size_t n);

#endif

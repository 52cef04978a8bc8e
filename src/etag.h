/* SPDX-License-Identifier: MIT */
/* etag.h - entity tags: made from digests, compared weakly. */
#ifndef VITAE_ETAG_H
#define VITAE_ETAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* W/"0123456789abcdef" and its NUL. */
enum { ETAG_SIZE = 21 };

/*
 * A weak tag of `n` digests. The same digests in the same order give the
 * same tag on every machine.
 */
void etag_make(char out[ETAG_SIZE], const uint64_t *parts, size_t n);

/*
 * Does If-None-Match `header` name `tag` (RFC 9110, 13.1.2)? The comparison
 * is weak, and what web servers append to a tag when they compress is
 * forgiven: "x-gzip" is "x". A header that is NULL or malformed anywhere
 * names nothing.
 */
bool etag_match(const char *tag, const char *header);

#endif

/* SPDX-License-Identifier: MIT */
/* coding.h - compressed bodies: who wants them, and how they are made. */
#ifndef VITAE_CODING_H
#define VITAE_CODING_H

#include <stdbool.h>
#include <stddef.h>

#include "strbuf.h"
#include "util.h"

/* Less than this is not worth it: a packet has room for more. */
enum { CODING_MIN_BYTES = 1024 };

/*
 * Does Accept-Encoding `header` (RFC 9110, 12.5.3) take gzip, and like it no
 * less than a body as it is? A header that is NULL or malformed does not.
 */
bool coding_wants_gzip(const char *header);

/*
 * Append the `n` bytes at `p` to `out`, compressed; the same bytes give the
 * same result. -1: that is not possible, or nothing is won by it; then `out`
 * is as it was.
 */
NODISCARD int coding_gzip(const char *p, size_t n, struct strbuf *out);

#endif

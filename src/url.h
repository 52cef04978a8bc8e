/* SPDX-License-Identifier: MIT */
/* url.h - percent-encoding, query strings, and which links are harmless. */
#ifndef VITAE_URL_H
#define VITAE_URL_H

#include <stdbool.h>
#include <stddef.h>

#include "strbuf.h"
#include "util.h"

/*
 * Append the `n` bytes at `s` with their escapes decoded; '+' is a space
 * where the caller says so. The result may hold any byte, NUL too: the caller
 * judges it. -1 when a '%' lacks its two hex digits; then `out` is as it was.
 */
NODISCARD int
url_decode(struct strbuf *out, const char *s, size_t n, bool plus_is_space);

/*
 * Append `s` for use in a path or as a value of a query: unreserved
 * characters (RFC 3986, 2.3) and , : / @ as they are, the rest as %XX. What
 * comes out is safe in HTML attributes and headers.
 */
void url_encode(struct strbuf *out, const char *s);

/* Where url_pairs_next() is in a query string; borrows the string. */
struct url_pairs {
	const char *at;
	const char *end;
};

void url_pairs_init(struct url_pairs *it, const char *qs, size_t len);

/*
 * The next "key=value", decoded, in `key` and `value`, whose contents are
 * replaced. Nothing between two '&' is no pair; without '=' the value is "".
 * 1; 0 at the end; -1 for a bad escape, invalid UTF-8 or a control character.
 * When it is not 1, both are empty; after -1 the next call goes on behind
 * what was bad.
 */
NODISCARD int
url_pairs_next(struct url_pairs *it, struct strbuf *key, struct strbuf *value);

/*
 * May this be published as a link? http:, https:, mailto:, or a reference
 * without scheme that stays on the site: a path, a query, a fragment, "".
 * What browsers would read as something else than it looks is refused:
 * control characters, white space in front, two slashes in front whichever
 * way they lean.
 */
bool url_is_safe(const char *href);

/* "http://" or "https://", a host, and nothing that needs an escape. */
bool url_is_absolute_http(const char *s);

#endif

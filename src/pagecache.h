/* SPDX-License-Identifier: MIT */
/* pagecache.h - whole answers, kept in memory for whoever asks again. */
#ifndef VITAE_PAGECACHE_H
#define VITAE_PAGECACHE_H

#include <stddef.h>

#include "kept.h"
#include "util.h"

struct pagecache;

/* Room for `max_bytes` of answers. Owned -> pagecache_free(). */
struct pagecache *pagecache_new(size_t max_bytes);
void pagecache_free(struct pagecache *c);

/* How long a body may be to be kept; 0: none is. */
size_t pagecache_max_body(const struct pagecache *c);

/*
 * The answer of this key, or NULL. Whether it is still true is for the caller
 * to know. Borrowed until the next call that changes the cache.
 */
struct kept_page *pagecache_find(struct pagecache *c, const char *key);

/*
 * Keep an answer, made by xcalloc(); it is the cache's from now on. One of
 * the same key goes, and as many as it takes of those that nobody asked for
 * longest. Returns it, or NULL when it is not kept after all.
 */
struct kept_page *pagecache_put(struct pagecache *c, struct kept_page *page);
/*
 * Compress the body of an answer that is kept, if that was not tried before
 * and may be worth it.
 */
void pagecache_compress(struct pagecache *c, struct kept_page *page);
void pagecache_drop(struct pagecache *c, struct kept_page *page);

/* For tests: how many answers were ever put, and how many bytes are kept. */
size_t pagecache_puts(const struct pagecache *c);
size_t pagecache_bytes(const struct pagecache *c);

#endif

/* SPDX-License-Identifier: MIT */
/* diskcache.h - whole answers, kept on disk for the next process. */
#ifndef VITAE_DISKCACHE_H
#define VITAE_DISKCACHE_H

#include <stdint.h>

#include "kept.h"
#include "settings.h"

struct diskcache;

/*
 * Use the directory that the setting "cache-dir" names; nobody but us (or
 * root) may be able to write to it, or what lies there could be anybody's.
 * `program` is the file that makes answers, an absolute path. NULL when there
 * is no such directory, which is logged, or none is set. The settings are
 * borrowed. Owned -> diskcache_close().
 */
struct diskcache *diskcache_open(const struct settings *s, const char *program);
void diskcache_close(struct diskcache *c);

/*
 * The answer of this key, as long as no file has changed that it was made
 * from; NULL: there is none. Owned -> kept_free().
 */
struct kept_page *diskcache_read(const struct diskcache *c, const char *key);

/*
 * Keep a copy of an answer, whole or not at all, and take away what is oldest
 * until all of it has no more bytes than the setting "cache" says. An answer
 * is not kept when a file it was made from is so young that it may change
 * without showing it. `now_ms` is the wall clock.
 */
void diskcache_write(
    struct diskcache *c, const struct kept_page *page, int64_t now_ms);

#endif

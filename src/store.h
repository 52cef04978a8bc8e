/* SPDX-License-Identifier: MIT */
/* store.h - the data that is served now: last good version of every file. */
#ifndef VITAE_STORE_H
#define VITAE_STORE_H

#include <stddef.h>
#include <stdint.h>

#include "profile.h"
#include "schema.h"
#include "site.h"
#include "util.h"

/* A larger file is refused: its tree would be up to thirty times as large. */
enum { STORE_MAX_FILE_BYTES = 8 * 1024 * 1024 };

struct store;

struct store_config {
	const char *data_dir;  /* holds site.xml and people/ */
	const char *state_dir; /* last good copies survive here; NULL none */
	const struct schemas *schemas; /* borrowed until store_close() */
	size_t max_file_bytes;
};

/*
 * Make a store and load everything once. Never fails: what cannot be read is
 * logged and tried again. Owned -> store_close(). `config` is copied, what it
 * points to must outlive the store.
 */
struct store *store_open(const struct store_config *config, int64_t now_ms);
void store_close(struct store *st);

/*
 * Take over what has changed on disk; looks at most once a second. `now_ms`
 * is the wall clock. A file that does not load leaves its last good version
 * in place and is logged once; so does one that is gone.
 */
void store_refresh(struct store *st, int64_t now_ms);

/* All of these are borrowed until the next store_refresh(). */

/* NULL as long as no site.xml was ever good. */
const struct site *store_site(const struct store *st);
const struct profile *store_profile(const struct store *st, const char *id);
/* The i-th profile in order of ids; NULL behind the last. */
const struct profile *store_profile_at(const struct store *st, size_t i);

#endif

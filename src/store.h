/* SPDX-License-Identifier: MIT */
/* store.h - the data that is served now: last good version of every file. */
#ifndef VITAE_STORE_H
#define VITAE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "member.h"
#include "profile.h"
#include "pubindex.h"
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
	size_t max_memory_bytes;   /* of profiles that stay in memory */
	int64_t (*clock_ns)(void); /* monotonic; NULL: the real one */
};

/*
 * Make a store and load everything once. Never fails: what cannot be read is
 * logged and tried again. Owned -> store_close(). `config` is copied, what it
 * points to must outlive the store.
 */
struct store *store_open(const struct store_config *config, int64_t now_ms);
void store_close(struct store *st);

/*
 * Take over what has changed on disk. Every file is looked at once a second;
 * where there are so many, or a file system so slow, that it costs more than
 * a fiftieth of the time, less often. `now_ms` is the wall clock.
 *
 * A file that does not load leaves its last good version in place and is
 * logged once; of many, some are checked only now. A file that is missing at
 * two looks was taken away, unless more than half of all files are.
 *
 * Call it at the start of a request: everything that was borrowed before
 * ends.
 */
void store_refresh(struct store *st, int64_t now_ms);

/* The same of all files at once, as when it was opened. */
void store_catch_up(struct store *st, int64_t now_ms);
/*
 * Check some of the files that were taken in unchecked, out of turn. False:
 * there were none left, and store_catch_up() says what became of them.
 */
bool store_check(struct store *st, int64_t now_ms);
/*
 * Another process does that, from which one is forked then that takes the
 * place of this one: check only what is shown.
 */
void store_leave_checks(struct store *st);
/*
 * Has so much changed since then that processes which were forked then share
 * little of the lists?
 */
bool store_is_apart(const struct store *st);

/* What follows is borrowed until the next store_refresh(). */

/* NULL as long as no site.xml was ever good. */
const struct site *store_site(const struct store *st);

/*
 * Everybody who has a version to show: how many, and the i-th in order of
 * ids; NULL behind the last.
 */
size_t store_members(const struct store *st);
const struct member *store_member_at(const struct store *st, size_t i);
/*
 * Everybody who is known, in whatever state: by id, or by the number that
 * publications name their owner by. NULL: nobody.
 */
const struct member *store_member(const struct store *st, const char *id);
const struct member *
store_member_numbered(const struct store *st, uint32_t number);
/*
 * The person element of a member, for lists; NULL when there is nothing to
 * show. Borrowed until the next call or store_trim().
 */
const xmlNode *store_person(struct store *st, const struct member *m);

/* Of all that is shown, the site included: another one after any change. */
uint64_t store_digest(const struct store *st);
/* Of who is shown: pages link to those who are. */
uint64_t store_who(const struct store *st);
/*
 * Has the site lists of everybody? One without groups, and with nobody but
 * the person at home, has not.
 */
bool store_has_many(const struct store *st);

/*
 * What lists of the whole site are made from; where there is one person only,
 * not before somebody asks. The owner of a row is the number of a member; see
 * pubindex.h. Of news, the ordinal is the place among news_items().
 */
const struct pubindex *store_people(const struct store *st);
const struct pubindex *store_publications(const struct store *st);
const struct pubindex *store_news(const struct store *st);

/*
 * The whole profile, indexed, read from its file if it is not in memory. NULL:
 * there is no version to show. Borrowed until the next store_refresh(), or
 * until a store_trim() that does not keep it.
 */
const struct profile *store_profile(struct store *st, const char *id);
/*
 * The same for the person whose page is asked for: after a look at the file,
 * so that it is seen at once where looks at all are rare. To be called before
 * anything but the site is borrowed. store_look() is content with the member.
 */
const struct profile *store_visit(struct store *st, const char *id);
const struct member *store_look(struct store *st, const char *id);
/* The i-th of store_members(). */
const struct profile *store_profile_at(struct store *st, size_t i);
/* The same without an index, for lists of many. */
const struct profile *store_profile_numbered(struct store *st, uint32_t number);
/*
 * The publication of a row of store_publications(), and in `*p` the profile
 * that it is from, which may have no other one. NULL: as above. Borrowed until
 * the next call or store_trim().
 */
const xmlNode *
store_publication(struct store *st, uint32_t row, const struct profile **p);

/*
 * Forget profiles until those in memory are within bounds; to be called
 * between batches that borrow many. `keep`, which may be NULL, stays.
 */
void store_trim(struct store *st, const struct profile *keep);

#endif

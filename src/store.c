/* SPDX-License-Identifier: MIT */
/* store.c - the data that is served now. */
#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "catalogue.h"
#include "census.h"
#include "remember.h"
#include "store.h"

enum {
	REFRESH_MS = 1000,
	WORTH = 20,
	APART = 8,
	APART_ROWS = 4096,
	CHECKS = 8
};

struct store {
	struct census census;
	int64_t now_ms;	   /* of the last refresh */
	int64_t looked_ms; /* when site and directories were looked at */
	struct source site_file;
	struct site *site; /* owned; NULL: none was good yet */
	struct catalogue catalogue;
	bool catalogued;  /* not before somebody asks, for one person */
	uint64_t grouped; /* digest of the site whose groups are known */
	size_t rows;	  /* of the lists, when all files had been looked at */
	bool changed;
	uint64_t digest;
};

static int64_t
clock_ns(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000000000 + ts.tv_nsec;
}

static void
catalogue(struct store *st, struct entry *e)
{
	const struct profile *p = NULL;

	if (member_is_shown(&e->member))
		p = e->profile != NULL ? e->profile
				       : intake_profile(&st->census.in, e);
	if (p != NULL)
		catalogue_take(&st->catalogue, st->site, &e->member, p);
	else
		catalogue_drop(&st->catalogue, &e->member);
}

static void
note_change(void *ctx, struct entry *e)
{
	struct store *st = ctx;

	if (st->catalogued)
		catalogue(st, e);
	roster_note(&st->census.people, e);
	st->changed = true;
}

/* Lists of the site cost a site of one person nothing. */
static void
catalogue_all(struct store *st)
{
	struct roster *r = &st->census.people;

	if (st->catalogued)
		return;
	st->catalogued = true;
	for (size_t i = 0; i < r->n; i++)
		if (member_is_shown(&r->entries[i]->member))
			catalogue(st, r->entries[i]);
	catalogue_settle(&st->catalogue);
}

/* Who is shown, and the digest of it all. */
static void
update(struct store *st)
{
	struct roster *r = &st->census.people;

	if (!st->changed)
		return;
	st->changed = false;
	if (r->stale)
		roster_update(r);
	st->digest = hash_bytes(st->site != NULL ? st->site->digest : HASH_SEED,
	    &r->digest, sizeof(r->digest));
	catalogue_settle(&st->catalogue);
}

/* The site is another: so may be its groups. */
static void
regroup(struct store *st)
{
	uint64_t digest = st->site != NULL ? st->site->digest : 0;

	st->changed = true;
	if (st->grouped == digest)
		return;
	st->grouped = digest;
	catalogue_regroup(&st->catalogue, st->site, &st->census.people);
}

/* True if there is a data directory. */
static bool
look_around(struct store *st, int64_t now_ms)
{
	struct intake *in = &st->census.in;
	int64_t since_ms = now_ms - st->looked_ms;

	/* since_ms is negative when the clock was set back */
	if (since_ms >= 0 && since_ms < REFRESH_MS)
		return in->dirfd >= 0;
	st->looked_ms = now_ms;
	if (!intake_open(in)) {
		intake_no_site(in, &st->site_file, &st->site, errno);
		return false;
	}
	if (intake_site(in, &st->site_file, &st->site, now_ms))
		regroup(st);
	/* without a site nobody knows whether people are at home */
	if (st->site != NULL)
		census_set_template(&st->census, st->site->people);
	census_list(&st->census, now_ms);
	if (st->census.people.n > 1)
		catalogue_all(st);
	return true;
}

void
store_refresh(struct store *st, int64_t now_ms)
{
	st->now_ms = now_ms;
	intake_trim(&st->census.in, NULL);
	if (look_around(st, now_ms))
		census_look(&st->census, false, now_ms);
	update(st);
}

void
store_catch_up(struct store *st, int64_t now_ms)
{
	struct census *c = &st->census;

	st->looked_ms = now_ms - REFRESH_MS;
	st->now_ms = now_ms;
	if (look_around(st, now_ms))
		census_look(c, true, now_ms);
	update(st);
	/* a few that are read each time are no reason to write it all */
	if (st->catalogued && c->taken * WORTH > c->people.n) {
		remember_save(c, &st->catalogue, st->grouped);
		c->taken = 0;
	}
	st->rows = st->catalogue.publications.n;
}

bool
store_check(struct store *st, int64_t now_ms)
{
	st->now_ms = now_ms;
	return census_check(&st->census, CHECKS, now_ms) > 0;
}

void
store_leave_checks(struct store *st)
{
	st->census.checked = st->census.people.n;
}

bool
store_is_apart(const struct store *st)
{
	size_t rows = st->catalogue.publications.n;

	return rows > st->rows + st->rows / APART + APART_ROWS;
}

struct store *
store_open(const struct store_config *config, int64_t now_ms)
{
	struct store *st = xcalloc(1, sizeof(*st));
	struct census *c = &st->census;

	c->in = (struct intake){
	    .data_dir = config->data_dir,
	    .state_dir = config->state_dir,
	    .schemas = config->schemas,
	    .max_file_bytes = config->max_file_bytes,
	    .dirfd = -1,
	    .shelf = {.max_bytes = config->max_memory_bytes},
	};
	catalogue_init(&st->catalogue);
	c->changed = note_change;
	c->ctx = st;
	c->clock_ns = config->clock_ns != NULL ? config->clock_ns : clock_ns;
	st->site_file.path = xstrdup("site.xml");
	st->catalogued = remember_load(c, &st->catalogue, &st->grouped);
	for (size_t i = 0; i < c->people.n; i++)
		roster_note(&c->people, c->people.entries[i]);
	census_begin(c);
	st->changed = true;
	c->in.trusting = !st->catalogued;
	store_catch_up(st, now_ms);
	c->in.trusting = false;
	return st;
}

void
store_close(struct store *st)
{
	if (st == NULL)
		return;
	if (st->census.in.dirfd >= 0)
		close(st->census.in.dirfd);
	intake_trim(&st->census.in, NULL);
	census_release(&st->census);
	catalogue_release(&st->catalogue);
	source_release(&st->site_file);
	site_free(st->site);
	free(st);
}

const struct site *
store_site(const struct store *st)
{
	return st->site;
}

uint64_t
store_digest(const struct store *st)
{
	return st->digest;
}

uint64_t
store_who(const struct store *st)
{
	return st->census.people.who;
}

bool
store_has_many(const struct store *st)
{
	const struct member *home;

	if (st->site == NULL || st->site->home == NULL || st->site->ngroups > 0)
		return true;
	home = store_member(st, st->site->home);
	return store_members(st) > (home != NULL && member_is_shown(home));
}

size_t
store_members(const struct store *st)
{
	return st->census.people.nshown;
}

const struct member *
store_member_at(const struct store *st, size_t i)
{
	const struct roster *r = &st->census.people;

	return i < r->nshown ? &r->shown[i]->member : NULL;
}

static const struct member *
member_of(const struct entry *e)
{
	return e != NULL && e->member.state != MEMBER_NONE ? &e->member : NULL;
}

const struct member *
store_member(const struct store *st, const char *id)
{
	return member_of(roster_find(&st->census.people, id));
}

const struct member *
store_member_numbered(const struct store *st, uint32_t number)
{
	return member_of(roster_numbered(&st->census.people, number));
}

const xmlNode *
store_person(struct store *st, const struct member *m)
{
	struct entry *e = roster_numbered(&st->census.people, m->number);

	return intake_member(&st->census.in, e);
}

static const struct profile *
profile_of(struct store *st, struct entry *e)
{
	if (e == NULL || intake_profile(&st->census.in, e) == NULL)
		return NULL;
	profile_index(e->profile);
	return e->profile;
}

const struct member *
store_look(struct store *st, const char *id)
{
	struct entry *e = roster_find(&st->census.people, id);

	if (e != NULL) {
		census_visit(&st->census, e, st->now_ms);
		update(st);
	}
	return member_of(e);
}

const struct profile *
store_visit(struct store *st, const char *id)
{
	store_look(st, id);
	return store_profile(st, id);
}

const struct profile *
store_profile(struct store *st, const char *id)
{
	return profile_of(st, roster_find(&st->census.people, id));
}

const struct profile *
store_profile_numbered(struct store *st, uint32_t number)
{
	struct entry *e = roster_numbered(&st->census.people, number);

	return e != NULL ? intake_profile(&st->census.in, e) : NULL;
}

const xmlNode *
store_publication(struct store *st, uint32_t row, const struct profile **p)
{
	const struct pubindex *ix = store_publications(st);
	const struct pubrow *r = &ix->rows[row];
	struct entry *e = roster_numbered(&st->census.people, r->owner);

	*p = e != NULL ? intake_excerpt(&st->census.in, e,
			     strlist_get(&ix->keys, row), st->now_ms)
		       : NULL;
	if (*p == NULL)
		return NULL;
	if (*p == e->profile)
		return r->ordinal < (*p)->nnodes ? (*p)->nodes[r->ordinal]
						 : NULL;
	return profile_publication(*p, strlist_get(&ix->keys, row));
}

const struct profile *
store_profile_at(struct store *st, size_t i)
{
	const struct roster *r = &st->census.people;

	return i < r->nshown ? profile_of(st, r->shown[i]) : NULL;
}

void
store_trim(struct store *st, const struct profile *keep)
{
	intake_trim(&st->census.in, keep);
}

/* To make it when it is asked for changes nothing that anybody sees. */
static const struct catalogue *
catalogue_of(const struct store *st)
{
	catalogue_all((struct store *)(uintptr_t)st);
	return &st->catalogue;
}

const struct pubindex *
store_people(const struct store *st)
{
	return &catalogue_of(st)->people;
}

const struct pubindex *
store_publications(const struct store *st)
{
	return &catalogue_of(st)->publications;
}

const struct pubindex *
store_news(const struct store *st)
{
	return &catalogue_of(st)->news;
}

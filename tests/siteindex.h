/* SPDX-License-Identifier: MIT */
/* siteindex.h - an index of a site for tests, and the profiles in it. */
#ifndef VITAE_TESTS_SITEINDEX_H
#define VITAE_TESTS_SITEINDEX_H

#include "profile.h"
#include "testing.h"

enum { SITEINDEX_OWNERS = 24 };

struct siteindex {
	struct schemas *schemas;
	struct pubindex ix;
	struct profile *profiles[SITEINDEX_OWNERS];
};

void siteindex_open(struct siteindex *si);
void siteindex_close(struct siteindex *si);

/*
 * What the person of this number, called "a" or "b" and so on, publishes;
 * NULL: there is none any more. The index is not settled.
 */
void
siteindex_put(struct siteindex *si, uint32_t owner, const char *publications);

/* "a/1+b/7 a/2": entries in order, their copies behind them. Owned. */
char *siteindex_describe(const struct pubindex *ix);
/*
 * Settle it: it is the same as an index that has never been another one.
 */
void siteindex_ck_fresh(struct siteindex *si);

/* The row of the owner's publication of this key, or PUBROW_NONE. */
uint32_t index_row(const struct pubindex *ix, uint32_t owner, const char *key);
/* The label of its first value, or its id when it has none, or "". */
const char *index_label(const struct pubindex *ix, uint32_t row, enum field f);

/* A number below `n`, the same in every run. */
unsigned next_random(unsigned *state, unsigned n);
/* Append a few of thirty works, listed in a way of one's own. */
void random_publications(unsigned *state, struct strbuf *out);

#endif

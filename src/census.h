/* SPDX-License-Identifier: MIT */
/* census.h - who is there: directories are listed, files are looked at. */
#ifndef VITAE_CENSUS_H
#define VITAE_CENSUS_H

#include <stdbool.h>
#include <stdint.h>

#include "intake.h"
#include "listing.h"
#include "roster.h"
#include "sweep.h"

struct census {
	struct intake in;
	struct roster people;
	/* Called for each member that is another than before, or gone. */
	void (*changed)(void *ctx, struct entry *e);
	void *ctx;
	int64_t (*clock_ns)(void); /* monotonic: what a look costs */
	struct listing listing;
	struct sweep sweep;
	size_t at;	/* whose turn it is */
	size_t taken;	/* files that were read for what is new, or checked */
	size_t nabsent; /* files that were missing in this round */
	bool holding;	/* too many are missing: they are kept */
	size_t checked; /* in order of numbers, those before it were checked */
	int64_t checked_ms; /* when that was, and what one took */
	int64_t check_ns;
};

/* Those whom an earlier process saw taken away. */
void census_begin(struct census *c);
void census_release(struct census *c);

/* Where else profiles are; see listing_set_template(). */
void census_set_template(struct census *c, const char *template);
/* Find out who is new: in people/, and where the template says. */
void census_list(struct census *c, int64_t now_ms);
/*
 * Look at the files that are due, or at `all`. A process that begins with more
 * than CENSUS_CHECKED files has them checked bit by bit after that, in a
 * fiftieth of the time, unless that is left to another one.
 */
enum { CENSUS_CHECKED = 256 };
void census_look(struct census *c, bool all, int64_t now_ms);
/* Check up to `n` of these at once; how many there were. */
size_t census_check(struct census *c, size_t n, int64_t now_ms);
/*
 * Look at one person's file out of turn, once for each `now_ms`. Nothing of
 * it may be borrowed.
 */
void census_visit(struct census *c, struct entry *e, int64_t now_ms);

#endif

/* SPDX-License-Identifier: MIT */
/* select.h - which publications a query shows, in which order and groups. */
#ifndef VITAE_SELECT_H
#define VITAE_SELECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pubindex.h"
#include "query.h"

/* Consecutive publications under one heading. */
struct group {
	const char *id;	   /* borrowed from the index */
	const char *label; /* NULL: a word of the interface */
	size_t first;	   /* in selection.pubs */
	size_t n;
};

/*
 * The outcome of a query. Everything borrows from the index it was made
 * from.
 */
struct selection {
	const struct pubindex *index;
	const struct publication **pubs; /* owned; this page of the matches */
	size_t n;
	struct group *groups; /* owned */
	size_t ngroups;
	size_t total;	/* publications there are */
	size_t matches; /* on all pages */
	unsigned page;
	unsigned pages; /* 0: not paged */
	/* bit f: does not match in field f; bit FIELD__MAX: not in q */
	uint16_t *misses;		/* owned; by number in the index */
	size_t without[FIELD__MAX + 1]; /* matches if this were not asked */
};

/*
 * Run `q` over `ix`. Nothing matching is no error. True, or false when the
 * page that is asked for lies behind the last.
 */
bool select_run(
    struct selection *sel, const struct pubindex *ix, const struct query *q);
/* Select this one publication, whatever the query says. */
void select_one(struct selection *sel, const struct pubindex *ix,
    const struct publication *p);
void select_release(struct selection *sel);

/*
 * Mark in `wanted`, one flag a value of the field, what a term means: a
 * year or a range of them, an id, or else the words of a label.
 */
void select_term(
    const struct dict *dict, enum field f, const char *term, bool *wanted);

#endif

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
	const char *lang;  /* that the label is in; "": nobody says */
	size_t first;	   /* in selection.rows */
	size_t n;
};

/* Where q stands among what can be asked for: behind the fields. */
#define SELECT_Q FIELD__MAX

/*
 * The outcome of a query. Everything borrows from the index it was made
 * from.
 */
struct selection {
	const struct pubindex *index;
	uint32_t *rows; /* owned; this page of the matches */
	size_t n;
	struct group *groups; /* owned */
	size_t ngroups;
	size_t total;	/* publications there are */
	size_t matches; /* on all pages */
	unsigned page;
	unsigned pages;	 /* 0: not paged */
	struct bits all; /* owned; what matches */
	/* owned; values of a field that are asked for; no words: not asked */
	struct bits wanted[FIELD__MAX];
	/* owned; what matches in one field or in q; no words: everything */
	struct bits hits[FIELD__MAX + 1];
	size_t without[FIELD__MAX + 1]; /* matches if this were not asked */
};

/*
 * Run `q` over `ix`. Nothing matching is no error. True, or false when the
 * page that is asked for lies behind the last.
 */
bool select_run(
    struct selection *sel, const struct pubindex *ix, const struct query *q);
/* Select this one publication, whatever the query says. */
void select_one(struct selection *sel, const struct pubindex *ix, uint32_t row);
void select_release(struct selection *sel);

/*
 * For select_run() alone: fill in the page that is asked for from what
 * matches: rows, groups, pages. False when it lies behind the last.
 */
bool select_arrange(struct selection *sel, const struct query *q);

/*
 * What matches in everything but the field `f`, or q. bits_release() is due.
 */
void select_others(const struct selection *sel, unsigned f, struct bits *out);

/*
 * Mark in `wanted` the values of the field that a term means: a year or a
 * range of them, an id, or else the words of a label.
 */
void select_term(const struct dict *dict, enum field f, const char *term,
    struct bits *wanted);

#endif

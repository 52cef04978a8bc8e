/* SPDX-License-Identifier: MIT */
/* works.h - which rows have a key in common. */
#ifndef VITAE_WORKS_H
#define VITAE_WORKS_H

#include <stddef.h>
#include <stdint.h>

/* What a work is known by, the surest first. */
enum work_key { WORK_DOI, WORK_ARXIV, WORK_TITLE, WORK__MAX };

/* Zeroed memory is an empty list. */
struct rowlist {
	uint32_t *v; /* owned */
	size_t n;
	size_t cap;
};

void rowlist_add(struct rowlist *list, uint32_t row);
void rowlist_release(struct rowlist *list);

struct works;

struct works *works_new(void);
void works_free(struct works *w);

/* The next row, from 0. A key of 0 is none. */
void works_add(struct works *w, const uint64_t keys[WORK__MAX]);
const uint64_t *works_keys(const struct works *w, uint32_t row);

/*
 * Find out with whom new rows have a key in common: until then with nobody.
 * Many at once cost less.
 */
void works_link(struct works *w);
/*
 * Rows that have the same key of this kind are a ring: the one behind `row`,
 * which is `row` itself when no other has the key.
 */
uint32_t works_next(const struct works *w, uint32_t row, enum work_key kind);
/* Append the other rows that have a key in common with `row`, some more than
 * once. */
void
works_neighbours(const struct works *w, uint32_t row, struct rowlist *list);

/* Save it or load it into one that was just made: see image.h. */
struct image;
void works_image(struct image *im, struct works *w);

#endif

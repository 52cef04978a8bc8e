/* SPDX-License-Identifier: MIT */
/* works.c - which rows have a key in common. */
#include <stdlib.h>

#include "image.h"
#include "util.h"
#include "works.h"

/* Rows that have a key in common are a ring: each knows the next one. */
struct work {
	uint64_t keys[WORK__MAX]; /* 0: none */
	uint32_t next[WORK__MAX]; /* row; itself: no other has the key */
};

/* Where a ring is found. */
struct slot {
	uint32_t tag; /* of the key: tells it from nearly all others */
	uint32_t row; /* one that has it, + 1; 0: free */
};

/*
 * The table is needed to put rows into their rings, not to walk along these,
 * and grows without a look at the keys.
 */
struct works {
	struct work *rows;
	size_t n;
	size_t cap;
	size_t linked; /* rows that are in their rings */
	struct slot *slots;
	size_t nslots; /* a power of two */
	size_t used;
};

/* So many rows before one is linked, its slots are asked for. */
enum { AHEAD = 8 };

/* All bits of a key have a part in it: what ends a hash is in few of them. */
static uint32_t
tag_of(uint64_t key)
{
	return (uint32_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 32);
}

/* Tags in order lie in order, so a table that grows is walked along once. */
static size_t
place_of(const struct works *w, uint32_t tag)
{
	return (size_t)((uint64_t)tag * w->nslots >> 32);
}

struct works *
works_new(void)
{
	return xcalloc(1, sizeof(struct works));
}

void
works_free(struct works *w)
{
	if (w == NULL)
		return;
	free(w->rows);
	free(w->slots);
	free(w);
}

const uint64_t *
works_keys(const struct works *w, uint32_t row)
{
	return w->rows[row].keys;
}

uint32_t
works_next(const struct works *w, uint32_t row, enum work_key kind)
{
	return w->rows[row].next[kind];
}

static void
grow_table(struct works *w)
{
	struct slot *old = w->slots;
	size_t n = w->nslots;

	w->nslots = n > 0 ? 2 * n : 64;
	w->slots = xcalloc(w->nslots, sizeof(*w->slots));
	for (size_t k = 0; k < n; k++) {
		size_t i = place_of(w, old[k].tag);

		if (old[k].row == 0)
			continue;
		while (w->slots[i].row != 0)
			i = (i + 1) & (w->nslots - 1);
		w->slots[i] = old[k];
	}
	free(old);
}

/* Where the ring of the key is, or the free slot where it would be. */
static struct slot *
find_slot(const struct works *w, uint64_t key, size_t kind)
{
	uint32_t tag = tag_of(key);
	size_t i = place_of(w, tag);

	for (;; i = (i + 1) & (w->nslots - 1)) {
		struct slot *slot = &w->slots[i];

		if (slot->row == 0 ||
		    (slot->tag == tag &&
			w->rows[slot->row - 1].keys[kind] == key))
			return slot;
	}
}

static void
link_key(struct works *w, uint32_t row, size_t kind)
{
	uint64_t key = w->rows[row].keys[kind];
	struct slot *slot = find_slot(w, key, kind);
	struct work *other;

	if (slot->row == 0) {
		*slot = (struct slot){tag_of(key), row + 1};
		w->used++;
		return;
	}
	other = &w->rows[slot->row - 1];
	w->rows[row].next[kind] = other->next[kind];
	other->next[kind] = row;
}

/* They are anywhere in memory, and to wait for each takes most of the time. */
static void
ask_for_slots(const struct works *w, size_t row)
{
	for (size_t k = 0; row < w->n && k < WORK__MAX; k++)
		__builtin_prefetch(
		    &w->slots[place_of(w, tag_of(w->rows[row].keys[k]))]);
}

void
works_link(struct works *w)
{
	for (; w->linked < w->n; w->linked++) {
		if (4 * (w->used + WORK__MAX) > 3 * w->nslots)
			grow_table(w);
		ask_for_slots(w, w->linked + AHEAD);
		for (size_t k = 0; k < WORK__MAX; k++)
			if (w->rows[w->linked].keys[k] != 0)
				link_key(w, (uint32_t)w->linked, k);
	}
}

void
works_add(struct works *w, const uint64_t keys[WORK__MAX])
{
	struct work *row;

	if (w->n >= UINT32_MAX)
		abort();
	w->rows = grow(w->rows, w->n, &w->cap, sizeof(*w->rows));
	row = &w->rows[w->n];
	for (size_t k = 0; k < WORK__MAX; k++) {
		row->keys[k] = keys[k];
		row->next[k] = (uint32_t)w->n;
	}
	w->n++;
}

void
works_neighbours(const struct works *w, uint32_t row, struct rowlist *list)
{
	for (uint32_t k = 0; k < WORK__MAX; k++)
		for (uint32_t other = w->rows[row].next[k]; other != row;
		     other = w->rows[other].next[k])
			rowlist_add(list, other);
}

void
rowlist_add(struct rowlist *list, uint32_t row)
{
	list->v = grow(list->v, list->n, &list->cap, sizeof(*list->v));
	list->v[list->n++] = row;
}

void
rowlist_release(struct rowlist *list)
{
	free(list->v);
	*list = (struct rowlist){0};
}

void
works_image(struct image *im, struct works *w)
{
	w->rows = image_array(im, w->rows, &w->n, &w->cap, sizeof(*w->rows));
	image_size(im, &w->linked);
	w->slots =
	    image_array(im, w->slots, &w->nslots, NULL, sizeof(*w->slots));
	image_size(im, &w->used);
}

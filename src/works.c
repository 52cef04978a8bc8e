/* SPDX-License-Identifier: MIT */
/* works.c - which rows have a key in common. */
#include <stdlib.h>
#include <string.h>

#include "image.h"
#include "util.h"
#include "works.h"

struct works {
	uint64_t (*keys)[WORK__MAX]; /* by row; 0: none */
	size_t keys_cap;
	uint32_t (*next)[WORK__MAX]; /* next key in the same bucket */
	size_t next_cap;
	uint32_t *buckets; /* row * WORK__MAX + kind + 1; 0: empty */
	size_t nbuckets;
	uint32_t n; /* rows that have keys here */
};

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
	free(w->keys);
	free(w->next);
	free(w->buckets);
	free(w);
}

const uint64_t *
works_keys(const struct works *w, uint32_t row)
{
	return w->keys[row];
}

static void
link_row(struct works *w, uint32_t row)
{
	for (uint32_t k = 0; k < WORK__MAX; k++) {
		uint32_t *bucket =
		    &w->buckets[w->keys[row][k] & (w->nbuckets - 1)];

		if (w->keys[row][k] == 0)
			continue;
		w->next[row][k] = *bucket;
		*bucket = row * WORK__MAX + k + 1;
	}
}

void
works_add(struct works *w, uint32_t row, const uint64_t keys[WORK__MAX])
{
	if (row >= UINT32_MAX / WORK__MAX - 1)
		abort();
	w->keys = grow(w->keys, row, &w->keys_cap, sizeof(*w->keys));
	w->next = grow(w->next, row, &w->next_cap, sizeof(*w->next));
	memcpy(w->keys[row], keys, sizeof(w->keys[row]));
	memset(w->next[row], 0, sizeof(w->next[row]));
	w->n = row + 1;
	if ((size_t)w->n * 2 <= w->nbuckets) {
		link_row(w, row);
		return;
	}
	free(w->buckets);
	w->nbuckets = w->nbuckets > 0 ? 2 * w->nbuckets : 64;
	w->buckets = xcalloc(w->nbuckets, sizeof(*w->buckets));
	for (uint32_t r = 0; r < w->n; r++)
		link_row(w, r);
}

void
works_neighbours(const struct works *w, uint32_t row, struct rowlist *list)
{
	for (uint32_t k = 0; k < WORK__MAX; k++) {
		uint64_t key = w->keys[row][k];
		uint32_t at = 0;

		if (key != 0)
			at = w->buckets[key & (w->nbuckets - 1)];
		while (at != 0) {
			uint32_t other = (at - 1) / WORK__MAX;
			uint32_t kind = (at - 1) % WORK__MAX;

			if (kind == k && w->keys[other][k] == key)
				rowlist_add(list, other);
			at = w->next[other][kind];
		}
	}
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
	size_t n = w->n;

	w->keys = image_array(im, w->keys, &n, &w->keys_cap, sizeof(*w->keys));
	w->next = image_array(im, w->next, &n, &w->next_cap, sizeof(*w->next));
	w->buckets = image_array(
	    im, w->buckets, &w->nbuckets, NULL, sizeof(*w->buckets));
	w->n = (uint32_t)n;
}

/* SPDX-License-Identifier: MIT */
/* strlist.c - many strings in one piece of memory. */
#include <endian.h>
#include <stdlib.h>
#include <string.h>

#include "image.h"
#include "strlist.h"
#include "util.h"

static uint32_t
append(struct strlist *list, const char *s, size_t n)
{
	size_t at = list->len;

	if (n >= UINT32_MAX - at)
		abort();
	while (list->cap - list->len <= n)
		list->bytes = grow(list->bytes, list->cap, &list->cap, 1);
	memcpy(list->bytes + at, s, n);
	list->bytes[at + n] = '\0';
	list->len += n + 1;
	return (uint32_t)at;
}

void
strlist_add(struct strlist *list, const char *s, size_t n)
{
	list->at = grow(list->at, list->n, &list->at_cap, sizeof(*list->at));
	list->at[list->n++] = append(list, s, n);
}

void
strlist_replace(struct strlist *list, size_t i, const char *s)
{
	list->at[i] = append(list, s, strlen(s));
}

void
strlist_release(struct strlist *list)
{
	free(list->bytes);
	free(list->at);
	*list = (struct strlist){0};
}

/*
 * The string, at or behind number `i`, that holds the byte at `offset`. The
 * steps double, then halve: hits are often close to each other.
 */
static size_t
number_at(const struct strlist *list, size_t i, size_t offset)
{
	size_t step = 1;

	while (i + step < list->n && list->at[i + step] <= offset) {
		i += step;
		step *= 2;
	}
	for (; step > 0; step /= 2)
		if (i + step < list->n && list->at[i + step] <= offset)
			i += step;
	return i;
}

size_t
strlist_find(const struct strlist *list, const char *needle, size_t from)
{
	const char *start;
	const char *hit;

	if (from >= list->n)
		return list->n;
	start = strlist_get(list, from);
	hit = memmem(start, (size_t)(list->bytes + list->len - start), needle,
	    strlen(needle));
	return hit != NULL ? number_at(list, from, (size_t)(hit - list->bytes))
			   : list->n;
}

/* Less than eight bytes as a number: some of them are read twice. */
static inline uint64_t
few_bytes(const char *s, size_t n)
{
	const unsigned char *u = (const unsigned char *)s;
	uint32_t first;
	uint32_t last;

	if (n == 0)
		return 0;
	if (n < sizeof(first))
		return u[0] | (uint64_t)u[n / 2] << n / 2 * 8 |
		       (uint64_t)u[n - 1] << (n - 1) * 8;
	memcpy(&first, s, sizeof(first));
	memcpy(&last, s + n - sizeof(last), sizeof(last));
	return le32toh(first) | (uint64_t)le32toh(last)
				    << (n - sizeof(last)) * 8;
}

static inline uint64_t
key_of(const char *s, size_t n)
{
	uint64_t key = n;
	uint64_t word;

	if (n < sizeof(word))
		return few_bytes(s, n);
	for (; n >= sizeof(word); s += sizeof(word), n -= sizeof(word)) {
		memcpy(&word, s, sizeof(word));
		key = strset_mix(key, le64toh(word));
	}
	return strset_long(strset_mix(key, few_bytes(s, n)));
}

/* Where the string is, or the free place where it would be. */
static inline size_t
find_slot(const struct strset *set, const char *s, size_t n, uint64_t key)
{
	size_t i = strset_place(set, key);

	for (;; i = (i + 1) & (set->nslots - 1)) {
		const struct strslot *slot = &set->slots[i];

		if (slot->number == 0 ||
		    (slot->key == key && strset_is(set, slot, s, n)))
			return i;
	}
}

static void
rehash(struct strset *set)
{
	struct strslot *old = set->slots;
	size_t n = set->nslots;

	set->nslots = n > 0 ? 2 * n : 16;
	set->slots = xcalloc(set->nslots, sizeof(*set->slots));
	for (size_t k = 0; k < n; k++) {
		size_t i = strset_place(set, old[k].key);

		if (old[k].number == 0)
			continue;
		while (set->slots[i].number != 0)
			i = (i + 1) & (set->nslots - 1);
		set->slots[i] = old[k];
	}
	free(old);
}

uint32_t
strset_intern(struct strset *set, const char *s, size_t n)
{
	uint64_t key = key_of(s, n);
	size_t i;

	if (4 * set->list.n >= 3 * set->nslots)
		rehash(set);
	i = find_slot(set, s, n, key);
	if (set->slots[i].number == 0) {
		strlist_add(&set->list, s, n);
		set->slots[i] = (struct strslot){
		    key, set->list.at[set->list.n - 1], (uint32_t)set->list.n};
	}
	return set->slots[i].number - 1;
}

long
strset_find(const struct strset *set, const char *s, size_t n)
{
	if (set->nslots == 0)
		return -1;
	return (long)set->slots[find_slot(set, s, n, key_of(s, n))].number - 1;
}

void
strset_release(struct strset *set)
{
	strlist_release(&set->list);
	free(set->slots);
	*set = (struct strset){0};
}

void
strlist_image(struct image *im, struct strlist *list)
{
	list->bytes = image_array(im, list->bytes, &list->len, &list->cap, 1);
	list->at = image_array(
	    im, list->at, &list->n, &list->at_cap, sizeof(*list->at));
}

void
strset_image(struct image *im, struct strset *set)
{
	strlist_image(im, &set->list);
	set->slots = image_array(
	    im, set->slots, &set->nslots, NULL, sizeof(*set->slots));
}

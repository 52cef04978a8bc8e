/* SPDX-License-Identifier: MIT */
/* strlist.h - many strings in one piece of memory, known by their numbers. */
#ifndef VITAE_STRLIST_H
#define VITAE_STRLIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * Strings that are added and never taken away. Zeroed memory is an empty
 * list. All of them together have at most 4 GB: more aborts.
 */
struct strlist {
	char *bytes; /* owned; each string ends with NUL */
	size_t len;
	size_t cap;
	uint32_t *at; /* owned; where each begins */
	size_t n;
	size_t at_cap;
};

/* Add `n` bytes, none of them NUL; they get the next number. */
void strlist_add(struct strlist *list, const char *s, size_t n);
/* Put another string in place of number `i`: strlist_find() is lost then. */
void strlist_replace(struct strlist *list, size_t i, const char *s);
void strlist_release(struct strlist *list);

/* Borrowed until something is added. */
static inline const char *
strlist_get(const struct strlist *list, size_t i)
{
	return list->bytes + list->at[i];
}

/*
 * The first string, from number `from` on, that contains `needle`, which is
 * not empty; list->n when none does.
 */
size_t
strlist_find(const struct strlist *list, const char *needle, size_t from);

/* Save it or load it into an empty one: see image.h. */
struct image;
void strlist_image(struct image *im, struct strlist *list);

/*
 * Where a string is found. Of less than eight bytes, as most have, the key is
 * all that it is, as it holds no NUL; of others a hash with the highest bit
 * set.
 */
struct strslot {
	uint64_t key;
	uint32_t at;	 /* where it begins, as in list.at */
	uint32_t number; /* + 1; 0: free */
};

/* A list of strings that are there once. Zeroed memory is an empty one. */
struct strset {
	struct strlist list;
	struct strslot *slots; /* owned */
	size_t nslots;	       /* a power of two */
};

/* For the set alone: keys, and where they are if nothing is in the way. */
#define STRSET_FACTOR UINT64_C(0x9e3779b97f4a7c15)
static inline uint64_t
strset_mix(uint64_t key, uint64_t bytes)
{
	key = (key ^ bytes) * STRSET_FACTOR;
	return key ^ key >> 32;
}
static inline uint64_t
strset_long(uint64_t mixed)
{
	return mixed | UINT64_C(1) << 63;
}
static inline size_t
strset_place(const struct strset *set, uint64_t key)
{
	return (key * STRSET_FACTOR >> 32) & (set->nslots - 1);
}

/* For the set alone: is it this string, whose key is that of the slot? */
static inline bool
strset_is(const struct strset *set, const struct strslot *slot, const char *s,
    size_t n)
{
	const char *known = set->list.bytes + slot->at;
	const size_t step = sizeof(uint64_t);

	if (n < step)
		return true;
	if (n >= set->list.len - slot->at || known[n] != '\0')
		return false;
	for (; n > step; known += step, s += step, n -= step)
		if (memcmp(known, s, step) != 0)
			return false;
	/* some are looked at twice */
	return memcmp(known + n - step, s + n - step, step) == 0;
}

/*
 * A quick look for a string of `n` bytes, less than sixteen, that are numbers
 * as well, the lowest byte first: eight in `first`, others in `second`. Its own
 * number + 1. 0: nothing is said.
 */
static inline uint32_t
strset_glance(const struct strset *set, const char *s, size_t n, uint64_t first,
    uint64_t second)
{
	const struct strslot *slot;
	uint64_t key = first;

	if (n >= sizeof(first))
		key = strset_long(strset_mix(strset_mix(n, first), second));
	if (set->nslots == 0)
		return 0;
	slot = &set->slots[strset_place(set, key)];
	return slot->key == key && strset_is(set, slot, s, n) ? slot->number
							      : 0;
}

/* The number of the string; if it is new, what list.n was before. */
uint32_t strset_intern(struct strset *set, const char *s, size_t n);
/* Its number, or -1. */
long strset_find(const struct strset *set, const char *s, size_t n);
void strset_release(struct strset *set);
void strset_image(struct image *im, struct strset *set);

#endif

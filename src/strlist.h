/* SPDX-License-Identifier: MIT */
/* strlist.h - many strings in one piece of memory, known by their numbers. */
#ifndef VITAE_STRLIST_H
#define VITAE_STRLIST_H

#include <stddef.h>
#include <stdint.h>

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

/* Where a string is found; most are so short that the key says it all. */
struct strslot {
	uint64_t key;
	uint32_t length;
	uint32_t number; /* + 1; 0: free */
};

/* A list of strings that are there once. Zeroed memory is an empty one. */
struct strset {
	struct strlist list;
	struct strslot *slots; /* owned */
	size_t nslots;	       /* a power of two */
};

/* The number of the string; if it is new, what list.n was before. */
uint32_t strset_intern(struct strset *set, const char *s, size_t n);
/* Its number, or -1. */
long strset_find(const struct strset *set, const char *s, size_t n);
void strset_release(struct strset *set);
void strset_image(struct image *im, struct strset *set);

#endif

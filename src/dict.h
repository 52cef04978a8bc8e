/* SPDX-License-Identifier: MIT */
/* dict.h - the values of one field, known by their numbers. */
#ifndef VITAE_DICT_H
#define VITAE_DICT_H

#include <stddef.h>
#include <stdint.h>

#include "strlist.h"

/* Zeroed memory is an empty one. Strings are borrowed until dict_add(). */
struct dict {
	struct strset ids;     /* what stands in a URL */
	struct strlist labels; /* what a reader sees */
	struct strset langs;   /* that labels are in */
	uint8_t *lang_of;      /* owned; number in langs, + 1; 0: nobody says */
	struct strlist slugs;  /* of the words it is found by */
	uint32_t *uses;	       /* owned; rows that have it: the caller counts */
	uint32_t *entries;     /* owned; entries that have it: likewise */
	size_t uses_cap;       /* of both, and of lang_of */
	uint64_t version; /* another one whenever values or labels change */
};

/*
 * The number of the value `id`, added if it is new. `label` NULL: there is a
 * word of the interface for it. A value keeps its first label as long as
 * something uses it.
 */
uint32_t dict_add(
    struct dict *dict, const char *id, const char *label, const char *words);
/* The same for a value that is known by its number. */
void dict_offer(struct dict *dict, uint32_t v, const char *label);
/* A label that was just taken is of no language until that is said. */
void dict_say_lang(struct dict *dict, uint32_t v, const char *lang);
void dict_release(struct dict *dict);
/* Save it or load it into an empty one: see image.h. */
struct image;
void dict_image(struct image *im, struct dict *dict);

/* The number of the value `id`, or -1. */
long dict_find(const struct dict *dict, const char *id);

static inline size_t
dict_size(const struct dict *dict)
{
	return dict->ids.list.n;
}

static inline const char *
dict_id(const struct dict *dict, size_t v)
{
	return strlist_get(&dict->ids.list, v);
}

/* NULL: a word of the interface. */
static inline const char *
dict_label(const struct dict *dict, size_t v)
{
	const char *label = strlist_get(&dict->labels, v);

	return label[0] != '\0' ? label : NULL;
}

/* The language that the label is in; "" when nobody says. */
static inline const char *
dict_lang(const struct dict *dict, size_t v)
{
	size_t lang = dict->lang_of[v];

	return lang > 0 ? strlist_get(&dict->langs.list, lang - 1) : "";
}

#endif

/* SPDX-License-Identifier: MIT */
/* pubindex.h - the columns of the publications: what can be filtered by. */
#ifndef VITAE_PUBINDEX_H
#define VITAE_PUBINDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "pubfields.h"

/* A value that publications have in a field. */
struct value {
	char *id;    /* owned; what stands in a URL */
	char *label; /* owned; what a reader sees, NULL: a word of the interface
		      */
	char *slug;  /* owned; of the words it is found by */
};

/* The values of one field; a publication refers to them by number. */
struct dict {
	struct value *values;
	size_t n;
	size_t cap;
	xmlHashTable *by_id; /* id -> number + 1 */
};

struct publication {
	xmlNode *node;	  /* borrowed */
	const char *key;  /* borrowed from the node */
	char *title;	  /* owned; folded, for sorting */
	char *text;	  /* owned; folded, for q */
	int date;	  /* yyyymmdd; unknown month or day is 00 */
	bool forthcoming; /* not out yet, whatever its date says */
	int status;	  /* the place of its status in the order of lists */
	long cited;	  /* -1 unknown */
	size_t
	    values[FIELD__MAX + 1]; /* field f: pool[values[f]..values[f+1]) */
};

struct pubindex {
	struct publication *pubs; /* in the default order */
	size_t n;
	size_t cap;
	struct dict fields[FIELD__MAX];
	uint32_t *pool;
	size_t npool;
	size_t pool_cap;
};

/*
 * Index the publications below every <publications> of `root`; hidden ones
 * are left out. `people` and `venues` resolve references, `owner` is the id
 * of the one whose list it is. Nodes stay the caller's and must outlive the
 * index.
 */
void pubindex_init(struct pubindex *ix, const xmlNode *root,
    xmlHashTable *people, xmlHashTable *venues, const char *owner);
void pubindex_release(struct pubindex *ix);

/* The publication of this key, or NULL. */
const struct publication *
pubindex_find(const struct pubindex *ix, const char *key);
/* The number of the value `id` in a field, or -1. */
long dict_find(const struct dict *dict, const char *id);
/* The number of a publication's first value in a field, or -1. */
long pubindex_value(
    const struct pubindex *ix, const struct publication *p, enum field f);
/* The label of a publication's first value in a field, or "". */
const char *pubindex_label(
    const struct pubindex *ix, const struct publication *p, enum field f);

#endif

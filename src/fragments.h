/* SPDX-License-Identifier: MIT */
/* fragments.h - what sheets have made of views, kept for the next page. */
#ifndef VITAE_FRAGMENTS_H
#define VITAE_FRAGMENTS_H

#include <stddef.h>
#include <stdint.h>

#include <libxml/tree.h>

#include "strbuf.h"
#include "util.h"

struct fragments;

/*
 * Keep up to `max_bytes`; what was not asked for the longest goes first.
 * 0 keeps nothing. Owned -> fragments_close().
 */
struct fragments *fragments_open(size_t max_bytes);
void fragments_close(struct fragments *f);
/* Forget all of them. */
void fragments_clear(struct fragments *f);

/*
 * The name of what the sheet `sheet` makes of a view: a sheet looks at
 * nothing else, so whatever has this key is the same. The view is all of
 * `root`; with `only`, one of its children, without the others of that name.
 * Where nothing is kept, all have the key 0.
 */
uint64_t fragments_key(struct fragments *f, const char *sheet,
    const xmlNode *root, const xmlNode *only);

/* The bytes of this key, or NULL; borrowed until the next call that adds. */
const char *fragments_find(struct fragments *f, uint64_t key, size_t *n);
/* Copies the bytes. More than there is room for is not kept. */
void
fragments_add(struct fragments *f, uint64_t key, const char *bytes, size_t n);

#endif

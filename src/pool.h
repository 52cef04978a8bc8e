/* SPDX-License-Identifier: MIT */
/* pool.h - memory for the many small things that libxml2 makes and frees. */
#ifndef VITAE_POOL_H
#define VITAE_POOL_H

#include <stddef.h>

/*
 * Like malloc() and its family, for a program without threads. What is small
 * comes from lists of pieces of one size; their memory is kept for later and
 * never given back. It is aligned to eight bytes, which is what pointers and
 * numbers need, and not to sixteen.
 */
void *pool_malloc(size_t size);
void *pool_realloc(void *p, size_t size);
char *pool_strdup(const char *s);
void pool_free(void *p);

/*
 * What a request makes and frees lies close together, and not in the gaps
 * that reading a large file has left behind: processors keep little near.
 */
enum pool { POOL_LASTING, POOL_REQUEST, POOL__MAX };

/* From now on take from this one; the one before, to be gone back to. */
enum pool pool_use(enum pool which);

/*
 * Let libxml2 take its memory here; before anything of it is called. Not when
 * memory errors are searched for: they would be hidden.
 */
void pool_install(void);

#endif

/* SPDX-License-Identifier: MIT */
/* tombs.h - who was taken away, for the next process. */
#ifndef VITAE_TOMBS_H
#define VITAE_TOMBS_H

#include <stddef.h>

/* Above that, the oldest are forgotten. */
enum { TOMBS_MAX = 10000 };

/* All take the state directory `dir`; NULL: nothing is kept. */

/*
 * Remember that the person was taken away, and remove the copy of the
 * profile. What cannot be written costs a warning, nothing else.
 */
void tombs_add(const char *dir, const char *id);
/* There is a file again. */
void tombs_remove(const char *dir, const char *id);
/* Call `found` with the id of everybody who was taken away. */
void tombs_list(
    const char *dir, void (*found)(void *ctx, const char *id), void *ctx);

#endif

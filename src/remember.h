/* SPDX-License-Identifier: MIT */
/* remember.h - what is known of everybody, for the next process. */
#ifndef VITAE_REMEMBER_H
#define VITAE_REMEMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "catalogue.h"
#include "census.h"

/*
 * To read, validate and index ten thousand profiles takes a while. What came
 * of it goes into a file of the state directory; a process that starts later
 * looks at the times of the profiles, and reads those that have changed.
 * Only the very program that wrote the file reads it.
 */

/* Save both, which are settled; `site` is the digest of site.xml. */
void remember_save(struct census *c, struct catalogue *lists, uint64_t site);

/*
 * Fill both, which are empty, with what is remembered of the same data. False:
 * nothing is, and they are still empty.
 */
bool remember_load(struct census *c, struct catalogue *lists, uint64_t *site);

#endif

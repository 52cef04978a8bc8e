/* SPDX-License-Identifier: MIT */
/* lastgood.h - copies of the last good version, for the next process. */
#ifndef VITAE_LASTGOOD_H
#define VITAE_LASTGOOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "strbuf.h"
#include "util.h"

/*
 * All take the state directory `dir`, NULL for none, and the id of a
 * person, NULL for site.xml.
 */

/* Append the copy to `out`; 0, or -1 when there is none. */
NODISCARD int lastgood_read(
    const char *dir, const char *id, size_t max_bytes, struct strbuf *out);

/*
 * Keep `xml` as the copy, whole or not at all. It gets the time of the
 * original, `mtime_ns`; a copy that is as long and has that time already is
 * left alone. A copy that cannot be written costs a warning, nothing else;
 * not even that if `*failed` says that the one before could not either.
 * Afterwards it says the same of this one, unless that was left alone.
 */
void lastgood_write(const char *dir, const char *id, const struct strbuf *xml,
    int64_t mtime_ns, bool *failed);

/* Remove the copy, if there is one. */
void lastgood_remove(const char *dir, const char *id);

#endif

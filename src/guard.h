/* SPDX-License-Identifier: MIT */
/* guard.h - look at XML before a parser does: bounds and forbidden parts. */
#ifndef VITAE_GUARD_H
#define VITAE_GUARD_H

#include <stddef.h>

#include "diag.h"
#include "util.h"

enum {
	GUARD_MAX_DEPTH = 64,
	GUARD_MAX_ATTRIBUTES = 64,
};

/*
 * May these `n` bytes go to the XML parser? Refused are: NUL bytes,
 * encodings other than UTF-8 and the Latin ones, a document type declaration
 * (entities are the way to read other files and to fill memory), more than
 * GUARD_MAX_DEPTH nested elements, more than GUARD_MAX_ATTRIBUTES in a tag.
 * Whether it is well-formed is the parser's business.
 *
 * Returns the name of the encoding for the parser (static), or NULL with the
 * reason, its line and the way out in `d`.
 */
NODISCARD const char *
guard_check(const char *xml, size_t n, const char *file, struct diag *d);

#endif

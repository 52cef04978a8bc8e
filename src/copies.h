/* SPDX-License-Identifier: MIT */
/* copies.h - where the files of several people do not agree on one paper. */
#ifndef VITAE_COPIES_H
#define VITAE_COPIES_H

#include "diag.h"
#include "profile.h"

struct copies;

struct copies *copies_new(void);
void copies_free(struct copies *c);

/* Note what the publications of one more person are; `file` is copied. */
void copies_add(struct copies *c, const char *file, const struct profile *p);

/*
 * One problem in `d` for each fact on which two files differ: the first file
 * is that of the copy that is not shown, the text names the other one.
 */
void copies_report(struct copies *c, struct diag *d);

#endif

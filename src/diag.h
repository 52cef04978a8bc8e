/* SPDX-License-Identifier: MIT */
/* diag.h - collected problems, each with its file and line. */
#ifndef VITAE_DIAG_H
#define VITAE_DIAG_H

#include <stddef.h>

#include "log.h"
#include "util.h"

struct problem {
	char *file; /* owned; NULL when no file is to blame */
	int line;   /* from 1; 0 when unknown */
	char *text; /* owned; what, and what would be right */
};

struct diag {
	struct problem *problems;
	size_t n;
	size_t cap;
};

void diag_init(struct diag *d);
void diag_release(struct diag *d);
void diag_reset(struct diag *d);

/*
 * Add a problem. `file` may be NULL; it and the text are copied. After 1,000
 * problems further ones are counted in one last problem, not kept.
 */
void diag_add(struct diag *d, const char *file, int line, const char *fmt, ...)
    PRINTF(4, 5);

/* Put the problems in order of file and line, keeping equal lines as added. */
void diag_sort(struct diag *d);

/* Write "file:line: text" of problem `i` to `sb`. */
struct strbuf;
void diag_format(const struct problem *p, struct strbuf *sb);

/* Log every problem with `level`. */
void diag_log(const struct diag *d, enum log_level level);

#endif

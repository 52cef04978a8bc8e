/* SPDX-License-Identifier: MIT */
/* sheet.h - one compiled stylesheet. */
#ifndef VITAE_SHEET_H
#define VITAE_SHEET_H

#include <stdbool.h>

#include "strbuf.h"
#include "util.h"

struct sheet;

/* Appends to `path` that of the sheet that is asked for as "base:NAME". */
struct sheet_base {
	void (*find)(const void *ctx, const char *name, struct strbuf *path);
	const void *ctx;
};

/*
 * Compile the file `path`; in logs it is called `name`. It begins in `mode`,
 * which must outlive it; NULL none. NULL: it does not compile, and the log says
 * why. Owned -> sheet_free(). Libxslt is set up here, once a process.
 */
struct sheet *sheet_compile(const char *name, const char *path,
    const char *mode, const struct sheet_base *base);

/*
 * What is compiled in `whole`, which must outlive it: it begins in no mode, and
 * what it makes is a part of a page and has no document type. Owned likewise.
 */
struct sheet *sheet_part(const char *name, const struct sheet *whole);

void sheet_free(struct sheet *s);

const char *sheet_name(const struct sheet *s);

/* For render.c: the compiled form of a sheet, an xsltStylesheet. */
void *sheet_compiled(const struct sheet *s);
const char *sheet_mode(const struct sheet *s);
bool sheet_is_part(const struct sheet *s);

#endif

/* SPDX-License-Identifier: MIT */
/* xmldiag.h - what libxml2 has to say goes into a diag. */
#ifndef VITAE_XMLDIAG_H
#define VITAE_XMLDIAG_H

#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

#include "diag.h"

/* libxml2 2.12 made the error that it hands out const. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *xmldiag_error;
#else
typedef xmlError *xmldiag_error;
#endif

/* Where errors go, and under which file name. */
struct xmldiag {
	struct diag *diag; /* borrowed */
	const char *file;  /* borrowed */
	/* borrowed; has the elements that may have been meant; NULL: none */
	const struct _xmlSchema *grammar;
};

/*
 * From now on errors of libxml2 on this thread go to `xd`, borrowed until
 * xmldiag_end().
 */
void xmldiag_begin(struct xmldiag *xd, struct diag *diag, const char *file);
void xmldiag_end(void);

/* The handler itself, for contexts that take their own; `ctx` is an xmldiag. */
void xmldiag_structured(void *ctx, xmldiag_error error);

#endif

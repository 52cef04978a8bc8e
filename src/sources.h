/* SPDX-License-Identifier: MIT */
/* sources.h - stylesheets as they are read, for whoever imports them. */
#ifndef VITAE_SOURCES_H
#define VITAE_SOURCES_H

#include <libxml/tree.h>

#include "util.h"

struct sources;

/* Owned -> sources_free(). */
struct sources *sources_new(void);
void sources_free(struct sources *s);

/*
 * The stylesheet in the file `path`, without comments and without blank text
 * that XSLT does not look at. A file is read once, however many sheets import
 * it. Names are taken from `dict`, which may be NULL. Owned -> xmlFreeDoc();
 * NULL: it cannot be read, and libxml2 has been told why.
 */
xmlDoc *sources_load(struct sources *s, const char *path, xmlDict *dict);

#endif

/* SPDX-License-Identifier: MIT */
/* html.h - a tree in writing, as HTML. */
#ifndef VITAE_HTML_H
#define VITAE_HTML_H

#include <libxml/tree.h>

#include "strbuf.h"

/*
 * Append `doc` as libxml2's htmlDocContentDumpFormatOutput() writes it in UTF-8
 * without indentation, but in a third of the time. Only "<!-- -->" and "&{}" in
 * attributes are no exception here: they are text like any other.
 */
void html_write(const xmlDoc *doc, struct strbuf *out);

#endif

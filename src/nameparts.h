/* SPDX-License-Identifier: MIT */
/* nameparts.h - which words of a name are what. */
#ifndef VITAE_NAMEPARTS_H
#define VITAE_NAMEPARTS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "strbuf.h"

/* Each with single blanks between its words; empty, if there is none. */
struct nameparts {
	struct strbuf given;
	struct strbuf particle; /* van der */
	struct strbuf family;
	struct strbuf suffix; /* Jr. */
};

void nameparts_init(struct nameparts *np);
void nameparts_release(struct nameparts *np);

/*
 * The parts of what `name` says, in place of those that were there. The
 * elements given, particle, family and suffix say it themselves, if there is a
 * family. Otherwise the text is split: what stands before the last word, or
 * before small words like "van der", is given; "Berg, Ada" says it itself. One
 * word, and a name that begins in Chinese, Japanese or Korean letters, are all
 * family; so is a `whole` name, like that of a collaboration. A title
 * (prefix) is no part of a name.
 */
void nameparts_read(struct nameparts *np, const xmlNode *name, bool whole);

/*
 * Is it a given and a family name, as most are: words without a sign that some
 * file format might take for its own, and none inside of a part that begins
 * with a small letter, like a particle?
 */
bool nameparts_are_plain(const struct nameparts *np);

/* Is it written in letters that have no small words, nor an order of parts? */
bool nameparts_begins_cjk(const char *text);

#endif

/* SPDX-License-Identifier: MIT */
/* viewcopy.h - copy what is shown: language chosen, references resolved. */
#ifndef VITAE_VIEWCOPY_H
#define VITAE_VIEWCOPY_H

#include <libxml/tree.h>

#include "page.h"

/*
 * Copy the element `src` with everything in it below `parent`; NULL when it
 * is hidden. The copy says its language where it is not the page's.
 */
xmlNode *copy_entry(const struct page *pg, const xmlNode *src, xmlNode *parent);
/* The same; NULL also when the text is there in a better language. */
xmlNode *
copy_variant(const struct page *pg, const xmlNode *src, xmlNode *parent);
/* Copy the children of `src` that are called `name`; all if it is NULL. */
void copy_children(
    const struct page *pg, const xmlNode *src, const char *name, xmlNode *dst);
/* Copy the headings of a section, which stand before all its entries. */
void copy_headings(const struct page *pg, const xmlNode *section, xmlNode *dst);
/* Copy one attribute, if it is there. */
void copy_attr(const xmlNode *src, const char *name, xmlNode *dst);
/* Say that `dst` is in `lang`, unless that is the page's or "". */
void copy_lang(const struct page *pg, const char *lang, xmlNode *dst);
/* Copy the text of a name, with spaces between its parts. */
void copy_name(const xmlNode *src, xmlNode *dst);
/*
 * The parts of the copied name as attributes (nameparts.h): given, particle,
 * family, suffix, as far as they are there, and plain="true" if they are plain.
 */
void set_name_parts(xmlNode *name, bool whole);
/* The child of `src` called `name` in the best language, or NULL. */
const xmlNode *
best_child(const struct page *pg, const xmlNode *src, const char *name);
/*
 * Spell out what the copied element `dst` refers to, if it refers to
 * anything: publications, people, venues. The language of words that it got
 * so, NULL if it has its own.
 */
const char *resolve(const struct page *pg, xmlNode *dst);
/*
 * Where `person`, whom the page's profile calls `id`, is to be found, as
 * attribute `href`: the page of that member of the site, else the link called
 * homepage. Nothing when neither is there, or `dst` says it itself.
 */
void set_person_link(
    const struct page *pg, const char *id, const xmlNode *person, xmlNode *dst);
/* Where the page of a publication is, as attribute `href`. */
void set_publication_href(
    const struct page *pg, const xmlNode *publication, xmlNode *dst);
/* A publication with its authors and its venue spelt out. */
xmlNode *copy_publication(
    const struct page *pg, const xmlNode *publication, xmlNode *parent);

#endif

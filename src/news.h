/* SPDX-License-Identifier: MIT */
/* news.h - news of many people as rows of an index. */
#ifndef VITAE_NEWS_H
#define VITAE_NEWS_H

#include <stddef.h>

#include "profile.h"
#include "pubfields.h"

/* Older ones of one person are left out of the list of all. */
enum { NEWS_MAX_ITEMS = 100 };

/* Each node is an item of a section of news. */
extern const struct rowkind news_rows;

/*
 * The newest that are not hidden, NEWS_MAX_ITEMS at most, newest first; in
 * `n` how many. They are borrowed from the profile and always the same.
 * Owned -> free(); NULL when there are none.
 */
xmlNode **news_items(const struct profile *p, size_t *n);

#endif

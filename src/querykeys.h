/* SPDX-License-Identifier: MIT */
/* querykeys.h - the keys of query strings, and the words they take. */
#ifndef VITAE_QUERYKEYS_H
#define VITAE_QUERYKEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "pubfields.h"
#include "strbuf.h"

/* What a visitor may ask, in canonical order. */
enum query_key {
	KEY_Q,
	KEY_AUTHOR,
	KEY_YEAR,
	KEY_TYPE,
	KEY_VENUE,
	KEY_KEYWORD,
	KEY_PROJECT,
	KEY_GRANT,
	KEY_PERSON,
	KEY_ROLE,
	KEY_GROUP,
	KEY_TOPIC,
	KEY_LETTER,
	KEY_STATUS,
	KEY_SELECTED,
	KEY_HAS,
	KEY_RANK,
	KEY_SORT,
	KEY_ORDER,
	KEY_BY,
	KEY_PAGE,
	KEY_PER,
	KEY_LANG,
	KEY__MAX,
	KEY_NONE = KEY__MAX
};

/* What is asked for. Lists of many people show a page of it at a time. */
enum query_of {
	QUERY_OF_PERSON, /* somebody's publications */
	QUERY_OF_SITE,	 /* everybody's */
	QUERY_OF_NEWS,
	QUERY_OF_PEOPLE,
};

const char *query_key_name(enum query_key key);
/* The key that filters by a field. */
enum query_key query_field_key(enum field f);

/* Are its values words of the interface? */
bool query_field_has_words(enum field f);

/* The words of sort, order and by, NULL behind the last. */
const char *query_choice(enum query_key key, size_t i);

/* For those who parse and write. */

/*
 * The key of this name, or KEY_NONE. Append to `value` what it is given: an
 * alias may know better than what was typed.
 */
enum query_key
query_key_find(const char *name, const char *typed, struct strbuf *value);
/* Does a list of this kind have the key? */
bool query_key_is_of(enum query_key key, enum query_of of);
/* The field that it filters by, or -1. */
int query_key_field(enum query_key key);
/*
 * The place of `word` among the words that the key takes, or -1; 0 when it
 * takes any.
 */
int query_key_word(enum query_key key, const char *word);

#endif

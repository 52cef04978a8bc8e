/* SPDX-License-Identifier: MIT */
/* querykeys.c - the keys of query strings, and the words they take. */
#include <string.h>

#include "querykeys.h"

/* Words that a key takes; NULL-terminated. */
static const char *const type_words[] = {"book", "chapter", "conference",
    "dataset", "demo", "journal", "other", "patent", "poster", "preprint",
    "report", "software", "thesis", "workshop", NULL};
static const char *const status_words[] = {"accepted", STATUS_FORTHCOMING,
    "in-preparation", "in-press", "published", "retracted", "submitted", NULL};
static const char *const selected_words[] = {"false", "true", NULL};
static const char *const has_words[] = {
    "code", "data", "paper", "slides", "video", NULL};
static const char *const sort_words[] = {
    "year", "title", "venue", "cited", NULL};
static const char *const order_words[] = {"desc", "asc", NULL};
static const char *const by_words[] = {"year", "type", "venue", "none", NULL};
static const char *const role_words[] = {"alumni", "emeritus", "lecturer",
    "phd", "postdoc", "professor", "researcher", "staff", "student", "visitor",
    NULL};

/* Lists that have a key. */
enum {
	PAPERS = 1 << QUERY_OF_PERSON | 1 << QUERY_OF_SITE,
	NEWS = 1 << QUERY_OF_NEWS,
	PEOPLE = 1 << QUERY_OF_PEOPLE,
	ALL = PAPERS | NEWS | PEOPLE,
};

/* Everything that differs between the keys. */
static const struct {
	const char *name;
	int field;		  /* -1: it is no field */
	const char *const *words; /* NULL: any */
	unsigned lists;
} keys[KEY__MAX] = {
    [KEY_Q] = {"q", -1, NULL, ALL},
    [KEY_AUTHOR] = {"author", FIELD_AUTHOR, NULL, PAPERS},
    [KEY_YEAR] = {"year", FIELD_YEAR, NULL, PAPERS | NEWS},
    [KEY_TYPE] = {"type", FIELD_TYPE, type_words, PAPERS},
    [KEY_VENUE] = {"venue", FIELD_VENUE, NULL, PAPERS},
    [KEY_KEYWORD] = {"keyword", FIELD_KEYWORD, NULL, PAPERS},
    [KEY_PROJECT] = {"project", FIELD_PROJECT, NULL, PAPERS},
    [KEY_GRANT] = {"grant", FIELD_GRANT, NULL, PAPERS},
    [KEY_PERSON] = {"person", FIELD_PERSON, NULL, PAPERS | NEWS},
    [KEY_ROLE] = {"role", FIELD_ROLE, role_words, PEOPLE},
    [KEY_GROUP] = {"group", FIELD_GROUP, NULL, ALL},
    [KEY_TOPIC] = {"topic", FIELD_TOPIC, NULL, PEOPLE},
    [KEY_LETTER] = {"letter", FIELD_LETTER, NULL, PEOPLE},
    [KEY_STATUS] = {"status", FIELD_STATUS, status_words, PAPERS},
    [KEY_SELECTED] = {"selected", FIELD_SELECTED, selected_words, PAPERS},
    [KEY_HAS] = {"has", FIELD_HAS, has_words, PAPERS},
    [KEY_RANK] = {"rank", FIELD_RANK, NULL, PAPERS},
    [KEY_SORT] = {"sort", -1, sort_words, PAPERS},
    [KEY_ORDER] = {"order", -1, order_words, PAPERS},
    [KEY_BY] = {"by", -1, by_words, PAPERS},
    [KEY_PAGE] = {"page", -1, NULL, ALL},
    [KEY_PER] = {"per", -1, NULL, ALL},
    [KEY_LANG] = {"lang", -1, NULL, ALL},
};

/* bibtexbrowser's names, for sites that migrate; and words people type. */
static const struct {
	const char *name;
	enum query_key key;
	const char *value; /* NULL: as given */
	const char *more;  /* comes behind the value */
} aliases[] = {
    {"search", KEY_Q, NULL, ""},
    {"range", KEY_YEAR, NULL, ""},
    {"since", KEY_YEAR, NULL, "-"},
    {"keywords", KEY_KEYWORD, NULL, ""},
    {"academic", KEY_BY, "type", ""},
};

const char *
query_key_name(enum query_key key)
{
	return keys[key].name;
}

enum query_key
query_field_key(enum field f)
{
	size_t k = 0;

	while (keys[k].field != (int)f)
		k++;
	return (enum query_key)k;
}

bool
query_field_has_words(enum field f)
{
	return keys[query_field_key(f)].words != NULL;
}

int
query_key_field(enum query_key key)
{
	return keys[key].field;
}

bool
query_key_is_of(enum query_key key, enum query_of of)
{
	return (keys[key].lists >> of & 1) != 0;
}

const char *
query_choice(enum query_key key, size_t i)
{
	return keys[key].words[i];
}

int
query_key_word(enum query_key key, const char *word)
{
	for (int i = 0; keys[key].words != NULL && keys[key].words[i] != NULL;
	     i++)
		if (strcmp(keys[key].words[i], word) == 0)
			return i;
	return keys[key].words != NULL ? -1 : 0;
}

enum query_key
query_key_find(const char *name, const char *typed, struct strbuf *value)
{
	for (size_t k = 0; k < KEY__MAX; k++)
		if (strcmp(keys[k].name, name) == 0) {
			strbuf_puts(value, typed);
			return (enum query_key)k;
		}
	for (size_t i = 0; i < ARRAY_SIZE(aliases); i++)
		if (strcmp(aliases[i].name, name) == 0) {
			strbuf_printf(value, "%s%s",
			    aliases[i].value != NULL ? aliases[i].value : typed,
			    aliases[i].more);
			return aliases[i].key;
		}
	return KEY_NONE;
}

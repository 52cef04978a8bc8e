/* SPDX-License-Identifier: MIT */
/* pubfields.h - what can be filtered by, read from a publication. */
#ifndef VITAE_PUBFIELDS_H
#define VITAE_PUBFIELDS_H

#include <stdbool.h>

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "strbuf.h"
#include "works.h"

/* In canonical order of the query; see query.h for how a visitor names them. */
enum field {
	FIELD_AUTHOR,
	FIELD_YEAR,
	FIELD_TYPE,
	FIELD_VENUE,
	FIELD_KEYWORD,
	FIELD_PROJECT,
	FIELD_GRANT,
	FIELD_PERSON,
	FIELD_ROLE,
	FIELD_GROUP,
	FIELD_TOPIC,
	FIELD_LETTER,
	FIELD_STATUS,
	FIELD_SELECTED,
	FIELD_HAS,
	FIELD_RANK,
	FIELD__MAX
};

/* A group of people. */
struct membership {
	const char *id;
	const char *label;
};

/* Does an entry have such values of all its copies, not only the best? */
static inline bool
field_is_of_copies(enum field f)
{
	return f == FIELD_PROJECT || f == FIELD_GRANT || f == FIELD_PERSON ||
	       f == FIELD_GROUP;
}

/* Have all rows of an owner the same values there? */
static inline bool
field_is_of_owner(enum field f)
{
	return f == FIELD_PERSON || f == FIELD_GROUP;
}

struct pubfields;
struct pubsource;

/* What the rows of an index are: publications, or others that lists show. */
struct rowkind {
	/* Call to->add for every value that `node` has in field `f`. */
	void (*collect)(
	    const struct pubfields *to, const xmlNode *node, enum field f);
	/* Its place in the order of lists; is it ahead of all others? */
	int (*status)(const xmlNode *node, bool *ahead);
	/* Append, folded, what decides between rows of one date. */
	void (*title)(const xmlNode *node, struct strbuf *out);
	/* Append, with blanks between, what q looks at ... */
	void (*text)(const xmlNode *node, const struct pubsource *source,
	    struct strbuf *out);
	/* ... beside the labels in these fields, a bit 1 << field for each. */
	unsigned labels;
	/*
	 * What the same row of other owners is known by; NULL: never any.
	 * `title` is its title, folded.
	 */
	void (*keys)(const xmlNode *node, const struct pubsource *source,
	    const struct strbuf *title, uint64_t keys[WORK__MAX]);
};

/*
 * Somebody's publications, or other rows, and what resolves their references;
 * borrowed.
 */
struct pubsource {
	const struct rowkind *kind;	 /* NULL: publications */
	const char *owner;		 /* id of the person whose list it is */
	const struct membership *groups; /* that the owner is in */
	size_t ngroups;
	/* digest of all that rows are made of besides the nodes; 0: unknown */
	uint64_t context;
	xmlNode *const *nodes; /* in order of the file */
	size_t n;
	xmlNode *const *publications; /* whatever the rows are */
	size_t npublications;
	xmlHashTable *people; /* id -> node, owner included */
	xmlHashTable *venues; /* id -> node */
};

/* Where the values go. */
struct pubfields {
	const struct pubsource *source;
	/*
	 * One value: its id is the slug of `name`, and without letters it is
	 * none. `label` is NULL when it is a word of the interface; it is in
	 * the language of the element `in`, or of none: NULL. `words` is what
	 * it is found by. The same value may come twice.
	 */
	void (*add)(void *ctx, enum field f, const char *name,
	    const char *label, const char *words, const xmlNode *in);
	void *ctx;
};

/* Call to->add for every value that the publication has in field `f`. */
void pubfields_collect(
    const struct pubfields *to, const xmlNode *publication, enum field f);

/* The place of the publication's status; what is not out yet is ahead. */
int pubfields_status(const xmlNode *publication, bool *ahead);

/* A word that visitors use for all statuses of what is not out yet. */
#define STATUS_FORTHCOMING "forthcoming"
bool status_is_forthcoming(const char *name);

/* The venue element that says it all: `venue` or what its ref points to. */
const xmlNode *venue_resolve(const xmlNode *venue, xmlHashTable *venues);

#endif

/* SPDX-License-Identifier: MIT */
/* profile.h - one person's file, read, checked and indexed. */
#ifndef VITAE_PROFILE_H
#define VITAE_PROFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "diag.h"
#include "pubindex.h"
#include "schema.h"
#include "util.h"

/* A section as it stands in the file; borrowed from the profile. */
struct section {
	xmlNode *node;
	const char *name; /* of its element: "news", "section" ... */
	const char *id;	  /* unique in the profile; by default the name */
	bool nomenu;
};

/*
 * A profile is read-only once loaded: requests copy what they show. Nodes
 * and strings are borrowed from `doc` unless said.
 */
struct profile {
	char *id;    /* owned; the file's name without .xml */
	xmlDoc *doc; /* owned */
	xmlNode *person;
	const char *lang;	  /* of the texts that do not say; "" unknown */
	struct section *sections; /* owned; hidden ones are not here */
	size_t nsections;
	xmlHashTable *people; /* id -> xmlNode of a person, owner included */
	xmlHashTable *venues; /* id -> xmlNode of a venue */
	struct pubindex publications; /* empty before profile_index() */
	bool indexed;
	uint64_t digest; /* of the bytes it was made from */
	size_t bytes;	 /* of memory that it takes, about */
};

/*
 * Parse and validate `n` bytes of a profile. `file` names it in messages,
 * `id` is what its file name says. Without `schemas` nothing is validated:
 * for bytes that were found good before. Owned -> profile_free(); NULL with
 * every problem in `d`.
 */
NODISCARD struct profile *
profile_parse(const char *xml, size_t n, const char *file, const char *id,
    const struct schemas *schemas, struct diag *d);
/* Index its publications, once. It takes longer than to parse them. */
void profile_index(struct profile *p);
/* What profile_parse() of these bytes will have as its digest. */
uint64_t profile_digest(const char *id, const char *xml, size_t n);
void profile_free(struct profile *p);

/* The section of this id, or NULL. */
const struct section *profile_section(const struct profile *p, const char *id);
/* The first section of this element name, or NULL. */
const struct section *
profile_section_named(const struct profile *p, const char *name);

#endif

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
	/* publications that are not hidden, in order of the file */
	xmlNode **nodes; /* owned array */
	size_t nnodes;
	/* empty before profile_index(); then row i is nodes[i] */
	struct pubindex publications;
	bool indexed;
	uint64_t digest; /* of the bytes it was made from */
	size_t bytes;	 /* of memory that it takes, about */
};

/*
 * Parse and validate `n` bytes of a profile. `file` names it in messages,
 * `id` is what its file name says. Without `schemas` nothing is validated: for
 * bytes that were found good before. Owned -> profile_free(); NULL with
 * every problem in `d`.
 */
NODISCARD struct profile *
profile_parse(const char *xml, size_t n, const char *file, const char *id,
    const struct schemas *schemas, struct diag *d);
/*
 * The same for whoever reads it once, for an index, and knows the digest of
 * the bytes: nothing is validated, and `bytes` of the profile is 0. What the
 * grammar asks for may be missing, but not the person. NULL: it cannot be read.
 */
NODISCARD struct profile *profile_skim(const char *xml, size_t n,
    const char *file, const char *id, uint64_t content);
/* Index its publications, once. It takes longer than to parse them. */
void profile_index(struct profile *p);
/* That of profile_parse(), of bytes of which hash_long() is `content`. */
uint64_t profile_digest(const char *id, uint64_t content);
void profile_free(struct profile *p);

/*
 * What an index needs to know of the profile's publications; borrowed from
 * it. Groups are not known here: there are none.
 */
struct pubsource profile_source(const struct profile *p);
/* Digest of all that makes rows of an index besides the publication itself. */
uint64_t profile_context(const struct profile *p);

/* The publication of this key, or NULL. */
const xmlNode *profile_publication(const struct profile *p, const char *key);
/* The row of one of the profile's publications in its own index. */
uint32_t profile_row(const struct profile *p, const xmlNode *publication);
/* The i-th publication in the order of lists. */
const xmlNode *profile_at(const struct profile *p, size_t i);
/* Those before and behind it in the order of lists; NULL at the ends. */
void profile_neighbours(const struct profile *p, const xmlNode *publication,
    const xmlNode **previous, const xmlNode **next);

/* The section of this id, or NULL. */
const struct section *profile_section(const struct profile *p, const char *id);
/* The first section of this element name, or NULL. */
const struct section *
profile_section_named(const struct profile *p, const char *name);

#endif

/* SPDX-License-Identifier: MIT */
/* pubindex.h - the columns of the publications: what can be filtered by. */
#ifndef VITAE_PUBINDEX_H
#define VITAE_PUBINDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bits.h"
#include "column.h"
#include "dict.h"
#include "pubfields.h"
#include "strlist.h"
#include "tokens.h"
#include "works.h"

/*
 * An index holds the publications of one profile, or of all of the site; or
 * other things that lists show (see struct rowkind): each in a row that is
 * known by its number. Rows are added and die; a number is not given out again
 * until pubindex_settle(), which may give new ones to all. Nothing here points
 * into a parsed document: whoever shows a row asks the profile of its owner for
 * the node of that ordinal.
 */
struct pubrow {
	uint32_t owner;	  /* the number that the caller knows the owner by */
	uint32_t ordinal; /* which of the owner's, in order of the file */
	int32_t date;	  /* yyyymmdd; unknown month or day is 00 */
	int32_t cited;	  /* -1 unknown */
	bool ahead;	  /* of all others, whatever its date says */
	uint8_t status;	  /* the place of its status in the order of lists */
	uint8_t filled;	  /* how much is known of it */
	/* of a publication of the site; 0 unknown */
	uint16_t self;	   /* the owner's place among the authors, from 1 */
	uint16_t nauthors; /* how many they are */
	uint32_t next;	   /* of the same owner, ascending; PUBROW_NONE */
	uint64_t content;  /* digest of what it was made of; 0: unknown */
};

/* The rows that one owner has. */
struct pubowner {
	uint32_t first; /* the others follow by `next` */
	uint32_t n;
};

/* Live rows in some order. */
struct sequence {
	uint32_t *rows; /* owned */
	size_t n;
	size_t cap;
	size_t seen; /* rows below it are in, if they are alive */
};

enum pubindex_kind {
	/* of one profile, which stays as long as the index */
	PUBINDEX_ONE,
	/* of the whole site: profiles come and go */
	PUBINDEX_SITE,
};

/* What is new in here belongs into pubimage.c, too. */
struct pubindex {
	enum pubindex_kind kind;
	struct pubsource source; /* PUBINDEX_ONE: borrowed; for words */
	struct pubrow *rows;	 /* dead ones, too */
	size_t n;
	size_t cap;
	struct column fields[FIELD__MAX];
	struct strlist keys;   /* by row; unique for an owner */
	struct strlist titles; /* by row; folded, for sorting */
	struct tokens *tokens; /* owned; words that q looks for, by row */
	struct bits live;
	size_t nlive;
	/*
	 * Publications of different owners that are the same work are one
	 * entry: that of the row where most is said, the others hang on it.
	 * Lists show entries and count them. In other indexes, each row is
	 * one.
	 */
	struct bits entries;
	size_t nentries;
	uint32_t *entry_of;  /* of a live row: the row that is shown for it */
	uint32_t *next_copy; /* the next row of the same entry; PUBROW_NONE */
	size_t copies_cap;
	struct rowlist loose;	 /* rows that may be in another entry now */
	struct rowlist moved;	 /* rows that may have another place now */
	struct works *works;	 /* owned; NULL: no row is a copy */
	struct pubowner *owners; /* by number of the owner */
	size_t nowners;
	struct sequence order;	/* that of lists */
	struct pubranks *ranks; /* owned; see rank.h */
};

/* No row; rows that are added get smaller numbers. */
#define PUBROW_NONE UINT32_MAX

void pubindex_init(struct pubindex *ix, enum pubindex_kind kind);
void pubindex_release(struct pubindex *ix);

/*
 * Add the publications of `source` as those of `owner`, who has none in the
 * index. Owners are numbered densely from 0, by the caller. An index of the
 * site keeps nothing of the source; one of a profile looks there for words
 * when somebody searches.
 */
void pubindex_add(
    struct pubindex *ix, uint32_t owner, const struct pubsource *source);
/*
 * The same instead of what the owner has: rows that would be the same are
 * left as they are, if the context is known. May have no publications.
 */
void pubindex_replace(
    struct pubindex *ix, uint32_t owner, const struct pubsource *source);
/* Has the owner any publications in the index? */
static inline bool
pubindex_has(const struct pubindex *ix, uint32_t owner)
{
	return owner < ix->nowners && ix->owners[owner].n > 0;
}
/* Take away what the owner has; nothing is an owner without publications. */
void pubindex_remove(struct pubindex *ix, uint32_t owner);
/*
 * Find out again the values that the rows have in field `f`, which depends on
 * their owners alone: `collect` calls to->add for each of an owner's.
 */
void pubindex_refill(struct pubindex *ix, enum field f,
    void (*collect)(void *ctx, uint32_t owner, const struct pubfields *to),
    void *ctx);
/*
 * Put in order what has been added and removed since the last time, at the
 * cost of walking once along the order. Until then the index is not to be
 * asked anything.
 */
void pubindex_settle(struct pubindex *ix);

/* Save it, settled, or load it into one that was just made: see image.h. */
struct image;
void pubindex_image(struct image *im, struct pubindex *ix);

/* For the index alone: rows come and go, a field has other values. */
void pubindex_append(struct pubindex *ix, uint32_t owner,
    const struct pubsource *source, const uint64_t *contents,
    const struct bits *but);
void pubindex_kill(struct pubindex *ix, uint32_t row);
void sequence_release(struct sequence *seq);
void entries_add(struct pubindex *ix, uint32_t row);
void entries_remove(struct pubindex *ix, uint32_t row);
void entries_settle(struct pubindex *ix);
void entries_count_again(struct pubindex *ix, enum field f);
/* Forget dead rows when there are many; all others get new numbers. */
void pubindex_compact(struct pubindex *ix);

/* For the index alone: where rank.c keeps what it made. */
struct pubranks *pubranks_new(void);
void pubranks_free(struct pubranks *ranks);

/* The words of all rows; borrowed until pubindex_add(). */
const struct tokens *pubindex_tokens(const struct pubindex *ix);

/* The place of a live row in the order. */
size_t pubindex_place(const struct pubindex *ix, uint32_t row);

/* The id of the person whose row it is, "" when the rows do not say. */
const char *pubindex_owner_id(const struct pubindex *ix, uint32_t row);

/* The number of a row's first value in a field, or -1. */
long pubindex_value(const struct pubindex *ix, uint32_t row, enum field f);

#endif

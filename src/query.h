/* SPDX-License-Identifier: MIT */
/* query.h - query string -> typed query, and back in canonical form. */
#ifndef VITAE_QUERY_H
#define VITAE_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "pubindex.h"
#include "querykeys.h"
#include "strbuf.h"
#include "util.h"

enum {
	QUERY_MAX_PAIRS = 32,
	QUERY_MAX_VALUE_BYTES = 256, /* of q; of each alternative */
	QUERY_MAX_WORDS = 16,	     /* of q: the longest are looked for */
	QUERY_MAX_TERMS = 16,	     /* alternatives within one key */
	QUERY_MAX_ALL_TERMS = 32,    /* of all keys together */
	QUERY_MAX_PER = 1000,
	QUERY_DEFAULT_PER = 50,
	QUERY_MAX_FILE = 10000, /* in a file of a list of many */
};

enum sort { SORT_YEAR, SORT_TITLE, SORT_VENUE, SORT_CITED };
enum order { ORDER_DESC, ORDER_ASC };
enum by { BY_YEAR, BY_TYPE, BY_VENUE, BY_NONE };

/* The alternatives of one field: sorted, without repetition, canonical. */
struct terms {
	char *v[QUERY_MAX_TERMS]; /* owned */
	size_t n;
};

struct query {
	enum query_of of;
	char *q;    /* owned; as typed, white space folded; NULL none */
	char *lang; /* owned; NULL none */
	struct terms fields[FIELD__MAX];
	size_t nterms; /* in all fields */
	enum sort sort;
	enum order order; /* of the chosen sort: its natural one by default */
	enum by by;
	unsigned page; /* from 1 */
	unsigned per;  /* 0: as many as query_per() says */
};

/*
 * Parse the query string `qs` of a list. Keys that it does not have and empty
 * values are dropped. 0; 400 with the key to blame in `bad` (KEY_NONE: the
 * string as a whole); then `q` holds what could be understood and may be used.
 * In every case query_release() is due.
 */
NODISCARD int query_parse(
    struct query *q, enum query_of of, const char *qs, enum query_key *bad);
void query_release(struct query *q);

/* One change to a query, for links to other views of the same list. */
struct query_edit {
	enum query_key key; /* KEY_NONE: no change */
	/*
	 * The new value; NULL takes the key away. For a field, the value is
	 * added if it is not there and else taken away.
	 */
	const char *value;
};

/*
 * Append the canonical form of `q` with `edit` applied: fixed order of keys,
 * sorted values, defaults left out, "" when nothing is left. Any edit but
 * one of the page leads to the first page.
 */
void
query_write(const struct query *q, struct query_edit edit, struct strbuf *out);

/* Calls `fn` for each pair of the canonical form but q and page. */
void query_params(const struct query *q,
    void (*fn)(void *ctx, const char *key, const char *value), void *ctx);

/* How many are on one page; 0: all. */
unsigned query_per(const struct query *q);

/* How many keys narrow the list down. */
size_t query_filters(const struct query *q);

/*
 * Is it a combination: more than one filter or alternative, words to search,
 * another order? There is no end of these, and they show nothing that simpler
 * addresses do not; robots are asked to keep out.
 */
bool query_combines(const struct query *q);

/* Does the field have this alternative? */
bool query_has(const struct query *q, enum field f, const char *term);

/* The word that `q` has chosen for sort, order or by. */
const char *query_chosen(const struct query *q, enum query_key key);

/*
 * What a term of `year` means: years from..to, both included; open ends are
 * 0 and 9999; both -1 for "latest". False: it is no such term.
 */
bool query_year_range(const char *term, int *from, int *to);

#endif

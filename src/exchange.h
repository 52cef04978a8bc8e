/* SPDX-License-Identifier: MIT */
/* exchange.h - all that is known of a request while it is answered. */
#ifndef VITAE_EXCHANGE_H
#define VITAE_EXCHANGE_H

#include "program.h"
#include "query.h"
#include "request.h"
#include "response.h"
#include "route.h"
#include "select.h"
#include "view.h"

enum { MAX_ALTERNATES = 16, MAX_PARTS = 3 };

/* A list that is a part of a page. */
struct exchange_part {
	struct query query;
	struct selection selection;
	struct strbuf list;
};

/*
 * Filled in the order of the way: request, route, query, selection, page,
 * response. The page borrows from everything before it.
 */
struct exchange {
	struct program *program; /* borrowed */
	struct request request;
	struct route route;
	struct query query;
	bool lists; /* the page shows what is in the selection */
	struct selection selection;
	struct exchange_part parts[MAX_PARTS];
	struct page part_pages[MAX_PARTS];
	struct page page;
	struct alternate alternates[MAX_ALTERNATES];
	struct language languages[PAGE_MAX_LANGUAGES];
	/* what the page's paths point to */
	struct strbuf base;
	struct strbuf statics;
	struct strbuf home;
	struct strbuf list;
	struct strbuf people;
	struct strbuf stem;
	struct strbuf path;
	struct strbuf canonical;
	struct strbuf redirect;
	struct strbuf hrefs[MAX_ALTERNATES];
};

void exchange_init(struct exchange *x, struct program *pr);
void exchange_release(struct exchange *x);

/*
 * Find out what x->request asks for: route, query, page. 0, or the status
 * that is to be answered instead of the page, with the key of the query that
 * is to blame in `bad_key` (KEY_NONE: none). A route that is no page
 * (redirect, health) ends the search early, with 0.
 */
int exchange_find(struct exchange *x, enum query_key *bad_key);

/*
 * The address that a request found should have been for, percent-encoded and
 * with its query; NULL: it is the one. Files answer to any spelling: who has
 * subscribed shall not be sent elsewhere. Borrowed.
 */
const char *exchange_redirect(struct exchange *x);

/* Fill the selection of the page that was found; answers as above. */
int exchange_select(struct exchange *x, enum query_key *bad_key);

/*
 * Fill x->page from request, route, query and selection. `error` is the
 * status of an error page, or 0; `bad_key` what a 400 is about.
 */
void exchange_compose(struct exchange *x, int error, enum query_key bad_key);

/*
 * Add the part to the page, unless there is nothing in it; `s` is the section
 * of the site that it is of.
 */
void exchange_compose_part(
    struct exchange *x, struct exchange_part *part, const struct section *s);

#endif

/* SPDX-License-Identifier: MIT */
/* exchange.c - all that is known of a request. */
#include <string.h>

#include "exchange.h"
#include "places.h"
#include "url.h"

void
exchange_init(struct exchange *x, struct program *pr)
{
	*x = (struct exchange){.program = pr};
	strbuf_init(&x->base);
	strbuf_init(&x->statics);
	strbuf_init(&x->home);
	strbuf_init(&x->list);
	strbuf_init(&x->people);
	strbuf_init(&x->stem);
	strbuf_init(&x->path);
	strbuf_init(&x->canonical);
	strbuf_init(&x->redirect);
	for (size_t i = 0; i < MAX_ALTERNATES; i++)
		strbuf_init(&x->hrefs[i]);
	for (size_t i = 0; i < MAX_PARTS; i++)
		strbuf_init(&x->parts[i].list);
}

void
exchange_release(struct exchange *x)
{
	strbuf_release(&x->base);
	strbuf_release(&x->statics);
	strbuf_release(&x->home);
	strbuf_release(&x->list);
	strbuf_release(&x->people);
	strbuf_release(&x->stem);
	strbuf_release(&x->path);
	strbuf_release(&x->canonical);
	strbuf_release(&x->redirect);
	for (size_t i = 0; i < MAX_ALTERNATES; i++)
		strbuf_release(&x->hrefs[i]);
	for (size_t i = 0; i < MAX_PARTS; i++) {
		select_release(&x->parts[i].selection);
		query_release(&x->parts[i].query);
		strbuf_release(&x->parts[i].list);
	}
	select_release(&x->selection);
	query_release(&x->query);
	route_release(&x->route);
	request_release(&x->request);
}

/* Lists of the whole site, and what they are made from. */
static const struct {
	const char *section;
	enum query_of of;
	const struct pubindex *(*index)(const struct store *st);
	const char *on_group; /* how much of it the page of a group shows */
} lists[] = {
    {"people", QUERY_OF_PEOPLE, store_people, "per=60"},
    {"publications", QUERY_OF_SITE, store_publications, "by=none&per=10"},
    {"news", QUERY_OF_NEWS, store_news, "per=5"},
};

/* The place in `lists` of the list that the route is of; -1: of none. */
static int
find_list(const struct route *r)
{
	if (r->profile != NULL || r->section == NULL)
		return -1;
	for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
		if (strcmp(r->section->name, lists[i].section) == 0)
			return (int)i;
	return -1;
}

/* Does the page have a list that the query is about? A CV lists all. */
static bool
has_list(const struct route *r)
{
	switch (r->kind) {
	case ROUTE_PEOPLE:
	case ROUTE_LIST:
		return true;
	case ROUTE_HOME:
	case ROUTE_CV:
		return profile_section_named(r->profile, "publications") !=
		       NULL;
	case ROUTE_SECTION:
		return strcmp(r->section->name, "publications") == 0;
	case ROUTE_FORMAT:
		return find_list(r) >= 0 ||
		       (r->format->of == FORMAT_OF_PUBLICATIONS &&
			   r->publication == NULL);
	default:
		return false;
	}
}

static bool
is_file_of_one(const struct route *r)
{
	return r->kind == ROUTE_FORMAT && r->publication != NULL;
}

/*
 * Feed readers want what is new, not all that ever was; a file has as much as
 * one can be asked to wait for.
 */
static int
run_query(struct exchange *x)
{
	const struct route *r = &x->route;
	const int list = find_list(r);
	const struct pubindex *ix = list >= 0
					? lists[list].index(x->program->store)
					: &r->profile->publications;
	struct query q = x->query;

	if (r->format != NULL && r->format->feed && q.per == 0)
		q.per = QUERY_DEFAULT_PER;
	if (r->format != NULL && list >= 0 && q.per == 0)
		q.per = QUERY_MAX_FILE;
	return select_run(&x->selection, ix, &q) ? 0 : 404;
}

/* What the page of a group shows of one list. */
static void
select_part(struct exchange *x, size_t i)
{
	struct exchange_part *part = &x->parts[i];
	const struct pubindex *ix = lists[i].index(x->program->store);
	enum query_key bad;
	struct strbuf qs;

	strbuf_init(&qs);
	strbuf_printf(
	    &qs, "group=%s&%s", x->route.group->id, lists[i].on_group);
	/* of such a string nothing can be bad, and a first page is there */
	if (query_parse(&part->query, lists[i].of, qs.buf, &bad) == 0 &&
	    select_run(&part->selection, ix, &part->query))
		exchange_compose_part(x, part, site_section(lists[i].section));
	strbuf_release(&qs);
}

int
exchange_find(struct exchange *x, enum query_key *bad_key)
{
	struct route *r = &x->route;
	int list;
	int status;

	route_find(r, x->program->store, x->request.path);
	list = find_list(r);
	status =
	    query_parse(&x->query, list >= 0 ? lists[list].of : QUERY_OF_PERSON,
		x->request.query, bad_key);
	if (r->kind == ROUTE_NOT_FOUND || r->kind == ROUTE_GONE) {
		*bad_key = KEY_NONE;
		return r->kind == ROUTE_GONE ? 410 : 404;
	}
	if (r->kind == ROUTE_REDIRECT || r->kind == ROUTE_HEALTH)
		return 0;
	if (status != 0)
		return status;
	x->lists = has_list(r) || is_file_of_one(r);
	exchange_compose(x, 0, KEY_NONE);
	/* what could be asked for need not fit when it is spelt as it should */
	return strlen(x->path.buf + strcspn(x->path.buf, "?")) >
		       REQUEST_MAX_QUERY_BYTES + 1
		   ? 414
		   : 0;
}

/* Where a path that is known leads: what was asked for goes with it. */
static void
write_location(struct exchange *x)
{
	const struct route *r = &x->route;
	const char *query = x->request.query;

	strbuf_puts(&x->redirect, x->request.base);
	url_encode(&x->redirect, r->location.buf);
	if (r->pairs.len > 0 || query[0] != '\0')
		strbuf_printf(&x->redirect, "?%s%s%s", r->pairs.buf,
		    r->pairs.len > 0 && query[0] != '\0' ? "&" : "", query);
}

const char *
exchange_redirect(struct exchange *x)
{
	const struct route *r = &x->route;

	strbuf_reset(&x->redirect);
	if (r->kind == ROUTE_REDIRECT) {
		write_location(x);
		return x->redirect.buf;
	}
	/* what a server adds or rewrites would come again, and again */
	if (r->kind == ROUTE_HEALTH || r->format != NULL || !x->request.exact)
		return NULL;
	request_write_address(&x->request, &x->redirect);
	return x->request.respelt || strcmp(x->redirect.buf, x->page.path) != 0
		   ? x->page.path
		   : NULL;
}

int
exchange_select(struct exchange *x, enum query_key *bad_key)
{
	const struct route *r = &x->route;

	*bad_key = KEY_NONE;
	if (is_file_of_one(r)) {
		select_one(&x->selection, &r->profile->publications,
		    profile_row(r->profile, r->publication));
	} else if (x->lists && run_query(x) != 0) {
		*bad_key = KEY_PAGE;
		return 404;
	}
	/* an empty list repeats what anybody may have put into a link */
	if (x->lists && x->selection.matches == 0 &&
	    query_filters(&x->query) > 0)
		x->page.noindex = true;
	for (size_t i = 0; r->kind == ROUTE_GROUP && i < ARRAY_SIZE(lists); i++)
		select_part(x, i);
	return 0;
}

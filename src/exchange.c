/* SPDX-License-Identifier: MIT */
/* exchange.c - all that is known of a request. */
#include <string.h>

#include "exchange.h"
#include "url.h"

void
exchange_init(struct exchange *x, struct program *pr)
{
	*x = (struct exchange){.program = pr};
	strbuf_init(&x->base);
	strbuf_init(&x->statics);
	strbuf_init(&x->home);
	strbuf_init(&x->list);
	strbuf_init(&x->stem);
	strbuf_init(&x->path);
	strbuf_init(&x->canonical);
	strbuf_init(&x->redirect);
	for (size_t i = 0; i < MAX_ALTERNATES; i++)
		strbuf_init(&x->hrefs[i]);
}

void
exchange_release(struct exchange *x)
{
	strbuf_release(&x->base);
	strbuf_release(&x->statics);
	strbuf_release(&x->home);
	strbuf_release(&x->list);
	strbuf_release(&x->stem);
	strbuf_release(&x->path);
	strbuf_release(&x->canonical);
	strbuf_release(&x->redirect);
	for (size_t i = 0; i < MAX_ALTERNATES; i++)
		strbuf_release(&x->hrefs[i]);
	select_release(&x->selection);
	query_release(&x->query);
	route_release(&x->route);
	request_release(&x->request);
}

/* Does the page have a list that the query is about? A CV lists all. */
static bool
has_list(const struct route *r)
{
	switch (r->kind) {
	case ROUTE_HOME:
	case ROUTE_CV:
		return profile_section_named(r->profile, "publications") !=
		       NULL;
	case ROUTE_SECTION:
		return strcmp(r->section->name, "publications") == 0;
	case ROUTE_FORMAT:
		return r->format->of == FORMAT_OF_PUBLICATIONS &&
		       r->publication == NULL;
	default:
		return false;
	}
}

static bool
is_file_of_one(const struct route *r)
{
	return r->kind == ROUTE_FORMAT && r->publication != NULL;
}

/* Feed readers want what is new, not all that ever was. */
static int
run_query(struct exchange *x)
{
	const struct route *r = &x->route;
	const struct pubindex *ix = &r->profile->publications;
	struct query q = x->query;

	if (r->format != NULL && r->format->feed && q.per == 0)
		q.per = QUERY_DEFAULT_PER;
	return select_run(&x->selection, ix, &q) ? 0 : 404;
}

int
exchange_find(struct exchange *x, enum query_key *bad_key)
{
	struct route *r = &x->route;
	int status = query_parse(&x->query, x->request.query, bad_key);

	route_find(r, x->program->store, x->request.path);
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

const char *
exchange_redirect(struct exchange *x)
{
	const struct route *r = &x->route;

	strbuf_reset(&x->redirect);
	if (r->kind == ROUTE_REDIRECT) {
		strbuf_puts(&x->redirect, x->request.base);
		url_encode(&x->redirect, r->location.buf);
		if (x->request.query[0] != '\0')
			strbuf_printf(&x->redirect, "?%s", x->request.query);
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
	return 0;
}

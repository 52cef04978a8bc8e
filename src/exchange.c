/* SPDX-License-Identifier: MIT */
/* exchange.c - all that is known of a request. */
#include <stdlib.h>
#include <string.h>

#include "exchange.h"
#include "xmlnode.h"

void
exchange_init(struct exchange *x, struct program *pr)
{
	*x = (struct exchange){.program = pr};
	strbuf_init(&x->base);
	strbuf_init(&x->statics);
	strbuf_init(&x->home);
	strbuf_init(&x->list);
	strbuf_init(&x->path);
	strbuf_init(&x->canonical);
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
	strbuf_release(&x->path);
	strbuf_release(&x->canonical);
	for (size_t i = 0; i < MAX_ALTERNATES; i++)
		strbuf_release(&x->hrefs[i]);
	select_release(&x->selection);
	query_release(&x->query);
	route_release(&x->route);
	request_release(&x->request);
}

/* The site's person has the short paths. */
static bool
is_home_person(const struct site *site, const struct profile *p)
{
	return site != NULL && site->home != NULL &&
	       strcmp(site->home, p->id) == 0;
}

/* Where the program, static files and the person are. */
static void
compose_places(struct exchange *x, const struct site *site)
{
	const struct profile *p = x->route.profile;
	const struct section *list;
	struct page *pg = &x->page;

	strbuf_printf(&x->base, "%s/", x->request.base);
	pg->base = x->base.buf;
	if (site != NULL && site->statics != NULL)
		strbuf_puts(&x->statics, site->statics);
	else
		strbuf_printf(&x->statics, "%sstatic/", x->base.buf);
	pg->statics = x->statics.buf;
	if (p == NULL)
		return;
	strbuf_puts(&x->home, x->base.buf);
	if (!is_home_person(site, p))
		strbuf_printf(&x->home, "%s/", p->id);
	pg->home = x->home.buf;
	list = profile_section_named(p, "publications");
	strbuf_printf(&x->list, "%s%s", x->home.buf,
	    list != NULL ? list->id : "publications");
	pg->list = x->list.buf;
}

/*
 * The one address of what is shown: without the id of the site's person, in
 * canonical spelling, and a filtered home page is the filtered list.
 */
static void
compose_path(struct exchange *x)
{
	const struct page *pg = &x->page;
	struct strbuf qs;

	strbuf_init(&qs);
	if (pg->query != NULL)
		query_write(
		    pg->query, (struct query_edit){KEY_NONE, NULL}, &qs);
	if (pg->home == NULL)
		strbuf_puts(&x->path, pg->base);
	else if (x->route.kind == ROUTE_HOME && qs.len > 0 &&
		 query_filters(pg->query) > 0)
		strbuf_puts(&x->path, pg->list);
	else if (x->route.kind == ROUTE_HOME || pg->section == NULL)
		strbuf_puts(&x->path, pg->home);
	else
		strbuf_printf(&x->path, "%s%s%s", pg->home, pg->section->id,
		    x->route.format != NULL ? x->route.format->suffix : "");
	if (qs.len > 0)
		strbuf_printf(&x->path, "?%s", qs.buf);
	strbuf_release(&qs);
}

static void
compose_canonical(struct exchange *x, const struct site *site)
{
	struct page *pg = &x->page;

	if (site == NULL)
		return;
	strbuf_printf(&x->canonical, "%s%s", site->base_url,
	    x->path.buf + strlen(pg->base));
	/* a feed says which page it is the feed of */
	if (x->route.format != NULL)
		strbuf_truncate(&x->canonical,
		    x->canonical.len - strlen(x->route.format->suffix));
	pg->canonical = x->canonical.buf;
}

/* Feeds and files of the sections that the page shows. */
static void
compose_alternates(struct exchange *x)
{
	struct page *pg = &x->page;
	const struct profile *p = pg->profile;
	const struct format *format;
	size_t n = 0;

	for (size_t i = 0; p != NULL && i < p->nsections; i++) {
		const struct section *s = &p->sections[i];

		if (pg->section != NULL && pg->section != s)
			continue;
		for (size_t k = 0; n < MAX_ALTERNATES &&
				   (format = route_format(s->name, k)) != NULL;
		     k++, n++) {
			strbuf_printf(&x->hrefs[n], "%s%s%s", pg->home, s->id,
			    format->suffix);
			x->alternates[n] = (struct alternate){
			    format->type, format->title, x->hrefs[n].buf};
		}
	}
	pg->alternates = x->alternates;
	pg->nalternates = n;
}

static const char *
kind_of(const struct exchange *x, int error)
{
	if (error != 0)
		return "error";
	switch (x->route.kind) {
	case ROUTE_HOME:
		return "home";
	case ROUTE_PEOPLE:
		return "people";
	case ROUTE_FORMAT:
		return "feed";
	default:
		return "section";
	}
}

/* What the visitor asks for, if there are words for it; else the site's. */
static void
compose_language(struct exchange *x, const struct site *site)
{
	const char *wanted = x->query.lang;
	const char *lang = NULL;
	struct page *pg = &x->page;

	if (wanted == NULL)
		wanted = site != NULL ? site->lang : "en";
	pg->strings = theme_strings(x->program->theme, wanted);
	if (pg->strings != NULL)
		lang = node_attr(pg->strings, "lang");
	pg->lang = lang != NULL ? lang : "en";
	if (x->query.lang != NULL && strcmp(x->query.lang, pg->lang) != 0) {
		free(x->query.lang);
		x->query.lang = NULL;
	}
}

void
exchange_compose(struct exchange *x, int error, enum query_key bad_key)
{
	const struct site *site = store_site(x->program->store);
	struct page *pg = &x->page;

	*pg = (struct page){.kind = kind_of(x, error),
	    .error = error,
	    .bad_key = bad_key,
	    .site = site,
	    .profile = x->route.profile,
	    .section = x->route.section};
	strbuf_reset(&x->base);
	strbuf_reset(&x->statics);
	strbuf_reset(&x->home);
	strbuf_reset(&x->list);
	strbuf_reset(&x->path);
	strbuf_reset(&x->canonical);
	compose_language(x, site);
	compose_places(x, site);
	if (x->selection.index != NULL && error == 0) {
		pg->query = &x->query;
		pg->selection = &x->selection;
	}
	compose_path(x);
	pg->path = x->path.buf;
	pg->noindex = error != 0 || query_filters(&x->query) >= 2;
	if (error == 0) {
		compose_canonical(x, site);
		compose_alternates(x);
	}
}

/* Does the page have a list that the query is about? */
static bool
has_list(const struct route *r)
{
	if (r->profile == NULL)
		return false;
	return r->kind == ROUTE_HOME ||
	       (r->kind == ROUTE_SECTION &&
		   strcmp(r->section->name, "publications") == 0);
}

int
exchange_find(struct exchange *x, enum query_key *bad_key)
{
	struct route *r = &x->route;

	*bad_key = KEY_NONE;
	route_find(r, x->program->store, x->request.path);
	if (r->kind == ROUTE_NOT_FOUND)
		return 404;
	if (r->kind == ROUTE_REDIRECT || r->kind == ROUTE_HEALTH)
		return 0;
	if (query_parse(&x->query, x->request.query, bad_key) != 0)
		return 400;
	if (has_list(r) &&
	    !select_run(&x->selection, &r->profile->publications, &x->query)) {
		*bad_key = KEY_PAGE;
		return 404;
	}
	exchange_compose(x, 0, KEY_NONE);
	return 0;
}

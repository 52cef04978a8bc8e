/* SPDX-License-Identifier: MIT */
/* compose.c - what the page of an exchange is of, and its addresses. */
#include <string.h>

#include "exchange.h"
#include "href.h"
#include "language.h"
#include "nearest.h"
#include "places.h"
#include "url.h"
#include "xmlnode.h"

static const struct query_edit no_edit = {KEY_NONE, NULL};

/* Where the program, static files and the person are. */
static void
compose_places(struct exchange *x, const struct site *site)
{
	const struct profile *p = x->route.profile;
	struct page *pg = &x->page;

	strbuf_printf(&x->base, "%s/", x->request.base);
	pg->base = x->base.buf;
	if (site != NULL && site->statics != NULL)
		strbuf_puts(&x->statics, site->statics);
	else
		strbuf_printf(&x->statics, "%sstatic/", x->base.buf);
	pg->statics = x->statics.buf;
	if (x->program->store != NULL && store_has_many(x->program->store)) {
		place_section(&x->people, x->base.buf, site, "people");
		pg->people = x->people.buf;
	}
	if (p != NULL) {
		place_person(&x->home, x->base.buf, site, p->id);
		pg->home = x->home.buf;
		place_publications(&x->list, x->base.buf, site, p);
		pg->list = x->list.buf;
	} else if (x->route.section != NULL) {
		place_section(
		    &x->list, x->base.buf, site, x->route.section->name);
		pg->list = x->list.buf;
	}
}

/* The page of a person that a route is of. */
static void
compose_personal_stem(struct exchange *x)
{
	const struct route *r = &x->route;
	struct page *pg = &x->page;
	bool filtered = pg->query != NULL && query_filters(pg->query) > 0;

	if (r->publication != NULL) {
		strbuf_printf(&x->stem, "%s/", pg->list);
		url_encode(&x->stem, node_attr(r->publication, "id"));
	} else if (r->section != NULL) {
		strbuf_puts(&x->stem, pg->home);
		url_encode(&x->stem, r->section->id);
	} else if (r->kind == ROUTE_CV) {
		strbuf_printf(&x->stem, "%scv", pg->home);
	} else {
		/* a filtered home page is the filtered list */
		strbuf_puts(&x->stem,
		    r->kind == ROUTE_HOME && filtered ? pg->list : pg->home);
	}
}

/* The page that a route is of, without query string and suffix. */
static void
compose_stem(struct exchange *x)
{
	struct page *pg = &x->page;

	if (pg->profile != NULL)
		compose_personal_stem(x);
	else if (pg->group != NULL)
		place_group(&x->stem, pg->base, pg->group->id);
	else
		strbuf_puts(&x->stem, pg->list != NULL ? pg->list : pg->base);
	pg->stem = x->stem.buf;
}

/* What follows the stem: the suffix of a format, the query string. */
static void
compose_path(struct exchange *x)
{
	const struct format *format = x->route.format;
	const struct page *pg = &x->page;
	struct strbuf path;

	strbuf_init(&path);
	if (format != NULL &&
	    (format->of == FORMAT_OF_PERSON || format->of == FORMAT_OF_PAGES))
		strbuf_printf(
		    &path, "%s%s%s", pg->base, pg->profile->id, format->suffix);
	else
		strbuf_printf(&path, "%s%s", x->stem.buf,
		    format != NULL ? format->suffix : "");
	href_write(&x->path, path.buf, href_own_query(pg), no_edit);
	strbuf_release(&path);
}

/* The one address of what is shown; of a file, the page that it is of. */
static void
compose_canonical(struct exchange *x, const struct site *site)
{
	struct page *pg = &x->page;

	if (site == NULL)
		return;
	strbuf_puts(&x->canonical, site->base_url);
	href_write(&x->canonical, pg->stem + strlen(pg->base),
	    href_own_query(pg), no_edit);
	pg->canonical = x->canonical.buf;
}

/* What a file of the list has: the filters, and neither pages nor groups. */
static struct query
file_query(const struct page *pg)
{
	struct query q = *href_own_query(pg); /* borrows from it */

	q.page = 1;
	q.per = 0;
	q.by = q.sort == SORT_YEAR ? BY_YEAR : BY_NONE;
	return q;
}

/* Add the formats of one kind; `stem` is what they are of. */
static void
add_alternates(struct exchange *x, enum format_of of, const char *section,
    const char *stem, const struct query *q)
{
	struct page *pg = &x->page;
	const struct format *format;
	struct strbuf path;

	strbuf_init(&path);
	for (size_t i = 0; pg->nalternates < MAX_ALTERNATES &&
			   (format = format_at(of, i)) != NULL;
	     i++) {
		struct strbuf *href = &x->hrefs[pg->nalternates];

		if (pg->publication != NULL && !format->one)
			continue;
		strbuf_reset(&path);
		strbuf_printf(&path, "%s%s", stem, format->suffix);
		strbuf_reset(href);
		href_write(href, path.buf, q, no_edit);
		x->alternates[pg->nalternates++] = (struct alternate){
		    section, format->type, format->name, href->buf};
	}
	strbuf_release(&path);
}

/* `pg` is the page, or one of those that it is made of. */
static void
add_section_alternates(
    struct exchange *x, const struct page *pg, const struct section *s)
{
	struct query q = file_query(pg);
	struct strbuf stem;
	enum format_of of;

	if (!format_of_section(s->name, &of))
		return;
	strbuf_init(&stem);
	if (pg->profile == NULL) {
		strbuf_puts(&stem, pg->list);
	} else if (pg->publication != NULL) {
		strbuf_puts(&stem, x->stem.buf);
	} else {
		strbuf_puts(&stem, pg->home);
		url_encode(&stem, s->id);
	}
	add_alternates(x, of, s->id, stem.buf,
	    of == FORMAT_OF_PUBLICATIONS || pg->profile == NULL ? &q
								: &pg->plain);
	strbuf_release(&stem);
}

/* Whoever gives a feed reader the address of the site wants what is new. */
static void
add_site_alternates(struct exchange *x)
{
	struct page list = x->page;
	struct strbuf path;
	const struct section *s;

	strbuf_init(&path);
	list.query = NULL;
	for (size_t i = 0; (s = site_section_at(i)) != NULL; i++) {
		strbuf_reset(&path);
		place_section(&path, list.base, list.site, s->name);
		list.list = path.buf;
		add_section_alternates(x, &list, s);
	}
	strbuf_release(&path);
}

/* Feeds and files of what the page shows. */
static void
compose_alternates(struct exchange *x)
{
	struct page *pg = &x->page;
	const struct profile *p = pg->profile;
	struct strbuf stem;

	pg->alternates = x->alternates;
	if (x->route.kind == ROUTE_PEOPLE)
		add_site_alternates(x);
	else if (p == NULL && pg->section != NULL)
		add_section_alternates(x, pg, pg->section);
	if (p == NULL)
		return;
	for (size_t i = 0; i < p->nsections; i++)
		if (pg->section == NULL || pg->section == &p->sections[i])
			add_section_alternates(x, pg, &p->sections[i]);
	if (pg->section != NULL)
		return;
	strbuf_init(&stem);
	strbuf_printf(&stem, "%s%s", pg->base, p->id);
	add_alternates(x, FORMAT_OF_PERSON, NULL, stem.buf, &pg->plain);
	strbuf_release(&stem);
}

static const char *
publication_key(const void *ctx, size_t i)
{
	return node_attr(profile_at(ctx, i), "id");
}

/* What a key may have meant that is not there. */
static void
compose_nearest(struct exchange *x)
{
	struct page *pg = &x->page;
	const struct profile *p = x->route.profile;
	size_t found[PAGE_MAX_NEAR];

	if (x->route.key.len == 0)
		return;
	pg->nnearest = nearest_find(x->route.key.buf, p->nnodes,
	    publication_key, p, found, PAGE_MAX_NEAR);
	for (size_t i = 0; i < pg->nnearest; i++)
		pg->nearest[i] = profile_at(p, found[i]);
}

static const char *
kind_of(const struct exchange *x, int error)
{
	static const char *const kinds[] = {
	    [ROUTE_PEOPLE] = "people",
	    [ROUTE_LIST] = "section",
	    [ROUTE_GROUPS] = "groups",
	    [ROUTE_GROUP] = "group",
	    [ROUTE_HOME] = "home",
	    [ROUTE_CV] = "cv",
	    [ROUTE_SECTION] = "section",
	    [ROUTE_PUBLICATION] = "publication",
	    [ROUTE_FORMAT] = "feed",
	};
	const char *kind = NULL;

	if (error == 0 && x->route.kind < ARRAY_SIZE(kinds))
		kind = kinds[x->route.kind];
	return kind != NULL ? kind : "error";
}

static void
reset(struct exchange *x)
{
	strbuf_reset(&x->base);
	strbuf_reset(&x->statics);
	strbuf_reset(&x->home);
	strbuf_reset(&x->list);
	strbuf_reset(&x->people);
	strbuf_reset(&x->stem);
	strbuf_reset(&x->path);
	strbuf_reset(&x->canonical);
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
	    .store = x->program->store,
	    .profile = x->route.profile,
	    .section = x->route.section,
	    .group = x->route.group,
	    .publication = x->route.publication,
	    .format = x->route.format};
	reset(x);
	language_compose(x, site);
	compose_places(x, site);
	if (x->lists && error == 0) {
		pg->selection = &x->selection;
		pg->query = pg->publication == NULL ? &x->query : NULL;
	}
	compose_stem(x);
	compose_path(x);
	pg->path = x->path.buf;
	pg->noindex = error != 0 || query_combines(&x->query);
	if (error == 0)
		compose_canonical(x, site);
	/* a section has its formats, but not what is not in it */
	if (error == 0 || (pg->section != NULL && x->route.key.len == 0))
		compose_alternates(x);
	compose_nearest(x);
}

void
exchange_compose_part(
    struct exchange *x, struct exchange_part *part, const struct section *s)
{
	struct page *pg = &x->page;
	struct page *one = &x->part_pages[pg->nparts];

	if (part->selection.matches == 0)
		return;
	strbuf_reset(&part->list);
	place_section(&part->list, pg->base, pg->site, s->name);
	*one = *pg;
	one->section = s;
	one->list = part->list.buf;
	one->query = &part->query;
	one->selection = &part->selection;
	one->alternates = NULL;
	one->nalternates = 0;
	pg->parts = x->part_pages;
	pg->nparts++;
	add_section_alternates(x, one, s);
}

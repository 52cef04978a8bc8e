/* SPDX-License-Identifier: MIT */
/* route.c - path -> which page of whom. */
#include <string.h>

#include "route.h"

static const struct format formats[] = {
    {".rss", "news", "formats/rss.xsl", "application/rss+xml; charset=utf-8",
	"feed.news.rss"},
};

const struct format *
route_format(const char *section, size_t i)
{
	for (size_t k = 0; k < ARRAY_SIZE(formats); k++)
		if (strcmp(formats[k].section, section) == 0 && i-- == 0)
			return &formats[k];
	return NULL;
}

/* "news.rss" -> the format, and "news" in `id`. */
static const struct format *
split_suffix(const struct profile *p, const char *segment, struct strbuf *id)
{
	for (size_t k = 0; k < ARRAY_SIZE(formats); k++) {
		size_t n = strlen(segment);
		size_t suffix = strlen(formats[k].suffix);
		const struct section *s;

		if (n <= suffix ||
		    strcmp(segment + n - suffix, formats[k].suffix) != 0)
			continue;
		strbuf_reset(id);
		strbuf_add(id, segment, n - suffix);
		s = profile_section(p, id->buf);
		if (s != NULL && strcmp(s->name, formats[k].section) == 0)
			return &formats[k];
	}
	return NULL;
}

/* What a person has at `segment`: a section, or a file of one. */
static void
find_section(struct route *r, const char *segment)
{
	struct strbuf id;

	r->section = profile_section(r->profile, segment);
	if (r->section != NULL) {
		r->kind = ROUTE_SECTION;
		return;
	}
	strbuf_init(&id);
	r->format = split_suffix(r->profile, segment, &id);
	if (r->format != NULL) {
		r->section = profile_section(r->profile, id.buf);
		r->kind = ROUTE_FORMAT;
	}
	strbuf_release(&id);
}

static void
redirect(struct route *r, const char *location, const char *more)
{
	r->kind = ROUTE_REDIRECT;
	strbuf_printf(&r->location, "%s%s", location, more);
}

/* Below a person's own path; `rest` follows the slash. */
static void
find_of_person(struct route *r, const char *rest)
{
	if (rest[0] == '\0')
		r->kind = ROUTE_HOME;
	else
		find_section(r, rest);
}

/* The person whose home page "/" is. */
static const struct profile *
home_profile(const struct store *st)
{
	const struct site *site = store_site(st);

	return site != NULL && site->home != NULL
		   ? store_profile(st, site->home)
		   : NULL;
}

static void
find(struct route *r, const struct store *st, const char *path)
{
	const struct profile *home = home_profile(st);
	size_t n = strcspn(path + 1, "/");
	struct strbuf first;

	if (strcmp(path, "/") == 0) {
		r->profile = home;
		r->kind = home != NULL ? ROUTE_HOME : ROUTE_PEOPLE;
		return;
	}
	if (strcmp(path, "/healthz") == 0) {
		r->kind = ROUTE_HEALTH;
		return;
	}
	strbuf_init(&first);
	strbuf_add(&first, path + 1, n);
	r->profile = store_profile(st, first.buf);
	if (r->profile != NULL && path[1 + n] == '/') {
		find_of_person(r, path + n + 2);
	} else if (r->profile != NULL) {
		redirect(r, path, "/");
	} else {
		r->profile = home;
		if (home != NULL)
			find_section(r, path + 1);
	}
	strbuf_release(&first);
}

void
route_find(struct route *r, const struct store *st, const char *path)
{
	size_t n = strlen(path);
	struct strbuf shorter;

	*r = (struct route){.kind = ROUTE_NOT_FOUND};
	strbuf_init(&r->location);
	find(r, st, path);
	/* a page whose path has one slash too many is meant all the same */
	if (r->kind == ROUTE_NOT_FOUND && n > 1 && path[n - 1] == '/') {
		struct route other;

		strbuf_init(&shorter);
		strbuf_add(&shorter, path, n - 1);
		other = (struct route){.kind = ROUTE_NOT_FOUND};
		strbuf_init(&other.location);
		find(&other, st, shorter.buf);
		if (other.kind != ROUTE_NOT_FOUND &&
		    other.kind != ROUTE_REDIRECT)
			redirect(r, shorter.buf, "");
		route_release(&other);
		strbuf_release(&shorter);
	}
}

void
route_release(struct route *r)
{
	strbuf_release(&r->location);
}

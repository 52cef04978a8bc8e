/* SPDX-License-Identifier: MIT */
/* route.c - path -> which page of whom. */
#include <stdlib.h>
#include <string.h>

#include "route.h"
#include "util.h"

static void
route_init(struct route *r)
{
	*r = (struct route){.kind = ROUTE_NOT_FOUND};
	strbuf_init(&r->location);
	strbuf_init(&r->key);
}

void
route_release(struct route *r)
{
	strbuf_release(&r->location);
	strbuf_release(&r->key);
}

static void
redirect(struct route *r, const char *location, const char *more)
{
	r->kind = ROUTE_REDIRECT;
	strbuf_printf(&r->location, "%s%s", location, more);
}

/* "news.rss": a format of the section "news". */
static void
find_list_format(struct route *r, const char *segment)
{
	char *id = xstrndup(segment, strcspn(segment, "."));
	enum format_of of;

	r->section = profile_section(r->profile, id);
	if (r->section != NULL && format_of_section(r->section->name, &of))
		r->format = format_find(of, segment);
	/* "news.old.rss" is no section */
	if (r->format != NULL &&
	    strcmp(segment + strlen(id), r->format->suffix) == 0)
		r->kind = ROUTE_FORMAT;
	else
		r->format = NULL;
	free(id);
}

/* A publication, or a file of it; `rest` follows "publications/". */
static void
find_publication(struct route *r, const char *rest)
{
	const struct format *format;
	char *key;

	r->publication = profile_publication(r->profile, rest);
	if (r->publication != NULL) {
		r->kind = ROUTE_PUBLICATION;
		return;
	}
	strbuf_puts(&r->key, rest);
	format = format_find(FORMAT_OF_PUBLICATIONS, rest);
	if (format == NULL || !format->one)
		return;
	key = xstrndup(rest, strlen(rest) - strlen(format->suffix));
	r->publication = profile_publication(r->profile, key);
	if (r->publication != NULL) {
		r->kind = ROUTE_FORMAT;
		r->format = format;
	}
	free(key);
}

/* Below a section's own path; `rest` follows the slash. */
static void
find_in_section(struct route *r, const char *id, const char *rest)
{
	r->section = profile_section(r->profile, id);
	if (r->section != NULL && rest[0] != '\0' &&
	    strcmp(r->section->name, "publications") == 0)
		find_publication(r, rest);
}

/* Below a person's own path; `rest` follows the slash. */
static void
find_of_person(struct route *r, const char *rest)
{
	const char *slash = strchr(rest, '/');
	char *id;

	if (rest[0] == '\0') {
		r->kind = ROUTE_HOME;
	} else if (strcmp(rest, "cv") == 0) {
		r->kind = ROUTE_CV;
	} else if (slash != NULL) {
		id = xstrndup(rest, (size_t)(slash - rest));
		find_in_section(r, id, slash + 1);
		free(id);
	} else {
		r->section = profile_section(r->profile, rest);
		if (r->section != NULL)
			r->kind = ROUTE_SECTION;
		else
			find_list_format(r, rest);
	}
}

/* "ada-berg.vcf" */
static void
find_person_format(struct route *r, struct store *st, const char *segment)
{
	const struct format *format = format_find(FORMAT_OF_PERSON, segment);
	const struct profile *profile;
	char *id;

	if (format == NULL)
		return;
	id = xstrndup(segment, strlen(segment) - strlen(format->suffix));
	profile = store_visit(st, id);
	if (profile != NULL) {
		r->profile = profile;
		r->format = format;
		r->kind = ROUTE_FORMAT;
	}
	free(id);
}

/* What belongs to nobody: files for machines. */
static bool
find_site_format(struct route *r, const char *path)
{
	const struct format *format = format_find(FORMAT_OF_SITE, path);

	if (format == NULL || strcmp(path + 1, format->suffix) != 0)
		return false;
	r->format = format;
	r->kind = ROUTE_FORMAT;
	return true;
}

/* The person whose home page "/" is. */
static const struct profile *
home_profile(struct store *st)
{
	const struct site *site = store_site(st);

	return site != NULL && site->home != NULL ? store_visit(st, site->home)
						  : NULL;
}

/* "ada-berg/news", "ada-berg.vcf": were they there as long as ada-berg was? */
static bool
was_taken_away(const struct store *st, const char *path)
{
	char *id = xstrndup(path, strcspn(path, "/."));
	const struct member *m = store_member(st, id);

	free(id);
	return m != NULL && m->state == MEMBER_GONE;
}

/* `path` begins with a person's id, or means the person at home. */
static void
find_below(struct route *r, struct store *st, const char *path)
{
	size_t n = strcspn(path + 1, "/");
	char *first = xstrndup(path + 1, n);

	r->profile = store_visit(st, first);
	if (r->profile != NULL && path[1 + n] == '/') {
		find_of_person(r, path + n + 2);
	} else if (r->profile != NULL) {
		redirect(r, path, "/");
	} else {
		r->profile = home_profile(st);
		if (r->profile != NULL)
			find_of_person(r, path + 1);
		if (r->kind == ROUTE_NOT_FOUND)
			find_person_format(r, st, path + 1);
		if (r->kind == ROUTE_NOT_FOUND && was_taken_away(st, path + 1))
			r->kind = ROUTE_GONE;
	}
	free(first);
}

static void
find(struct route *r, struct store *st, const char *path)
{
	if (strcmp(path, "/") == 0) {
		r->profile = home_profile(st);
		r->kind = r->profile != NULL ? ROUTE_HOME : ROUTE_PEOPLE;
	} else if (strcmp(path, "/healthz") == 0) {
		r->kind = ROUTE_HEALTH;
	} else if (!find_site_format(r, path)) {
		find_below(r, st, path);
	}
}

void
route_find(struct route *r, struct store *st, const char *path)
{
	size_t n = strlen(path);
	struct route other;
	char *shorter;

	route_init(r);
	find(r, st, path);
	if (r->kind != ROUTE_NOT_FOUND || n < 2 || path[n - 1] != '/')
		return;
	/* a page whose path has one slash too many is meant all the same */
	shorter = xstrndup(path, n - 1);
	route_init(&other);
	find(&other, st, shorter);
	if (other.kind != ROUTE_NOT_FOUND && other.kind != ROUTE_REDIRECT)
		redirect(r, shorter, "");
	route_release(&other);
	free(shorter);
}

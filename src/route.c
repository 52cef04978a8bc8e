/* SPDX-License-Identifier: MIT */
/* route.c - path -> which page of whom. */
#include <stdlib.h>
#include <string.h>

#include "places.h"
#include "route.h"
#include "util.h"

static void
route_init(struct route *r)
{
	*r = (struct route){.kind = ROUTE_NOT_FOUND};
	strbuf_init(&r->location);
	strbuf_init(&r->pairs);
	strbuf_init(&r->key);
}

void
route_release(struct route *r)
{
	strbuf_release(&r->location);
	strbuf_release(&r->pairs);
	strbuf_release(&r->key);
}

static void
redirect(struct route *r, const char *location, const char *more)
{
	r->kind = ROUTE_REDIRECT;
	strbuf_printf(&r->location, "%s%s", location, more);
}

/* ".rss" behind a section: a format that it can be had as. */
static void
find_list_format(
    struct route *r, const struct section *section, const char *suffix)
{
	enum format_of of;

	r->section = section;
	if (section != NULL && format_of_section(section->name, &of))
		r->format = format_named(of, suffix);
	if (r->format != NULL)
		r->kind = ROUTE_FORMAT;
}

/* "news.rss": a format of the section "news". */
static void
find_person_list(struct route *r, const char *segment)
{
	size_t n = strcspn(segment, ".");
	char *id = xstrndup(segment, n);

	find_list_format(r, profile_section(r->profile, id), segment + n);
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
			find_person_list(r, rest);
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
		format = format_find(FORMAT_OF_PAGES, segment);
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

/* Sections of the site, where people are listed and below it. */
static const struct {
	const char *path;
	enum route_kind kind;
	const char *section;
} site_pages[] = {
    {"", ROUTE_PEOPLE, "people"},
    {"publications", ROUTE_LIST, "publications"},
    {"news", ROUTE_LIST, "news"},
};

/* `rest` is a section of the site, or a format of one. */
static void
find_of_site(struct route *r, const char *rest)
{
	size_t n = strcspn(rest, ".");

	for (size_t i = 0; i < ARRAY_SIZE(site_pages); i++) {
		const char *path = site_pages[i].path;

		if (strlen(path) != n || strncmp(path, rest, n) != 0)
			continue;
		if (rest[n] != '\0') {
			find_list_format(
			    r, site_section(site_pages[i].section), rest + n);
		} else {
			r->section = site_section(site_pages[i].section);
			r->kind = site_pages[i].kind;
		}
	}
}

/* Below "/people": without a person at home, that is the front. */
static void
find_people(struct route *r, struct store *st, const char *rest)
{
	const struct site *site = store_site(st);

	if (!store_has_many(st))
		return;
	find_of_site(r, rest);
	if (r->kind != ROUTE_NOT_FOUND && (site == NULL || site->home == NULL))
		redirect(r, "/", rest);
}

/* What lists show of one group is the list, filtered by it. */
static void
find_in_group(struct route *r, struct store *st, const char *rest)
{
	const struct site *site = store_site(st);

	if (rest[0] != '\0')
		find_of_site(r, strcmp(rest, "people") == 0 ? "" : rest);
	if (r->kind == ROUTE_NOT_FOUND)
		return;
	redirect(r, site->home != NULL ? "/people" : "", "");
	if (r->section != site_section("people"))
		strbuf_printf(&r->location, "/%s", rest);
	else if (site->home == NULL)
		strbuf_puts(&r->location, "/");
	strbuf_printf(&r->pairs, "group=%s", r->group->id);
}

/* Below "/groups" */
static void
find_groups(struct route *r, struct store *st, const char *rest)
{
	const struct site *site = store_site(st);
	size_t n = strcspn(rest, "/");
	char *id;

	if (site == NULL || site->ngroups == 0)
		return;
	r->section = site_section("groups");
	if (rest[0] == '\0') {
		r->kind = ROUTE_GROUPS;
		return;
	}
	id = xstrndup(rest, n);
	r->group = site_group(site, id);
	free(id);
	if (r->group != NULL && rest[n] == '\0')
		r->kind = ROUTE_GROUP;
	else if (r->group != NULL)
		find_in_group(r, st, rest + n + 1);
}

static void
find_health(struct route *r, struct store *st, const char *rest)
{
	(void)st;
	if (rest[0] == '\0')
		r->kind = ROUTE_HEALTH;
}

/* Words of the program's own that paths begin with. */
static const struct {
	const char *word;
	void (*find)(struct route *r, struct store *st, const char *rest);
} words[] = {
    {"healthz", find_health},
    {"people", find_people},
    {"groups", find_groups},
};

static bool
find_word(struct route *r, struct store *st, const char *path)
{
	size_t n = strcspn(path + 1, "/");

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strlen(words[i].word) == n &&
		    strncmp(words[i].word, path + 1, n) == 0) {
			/* "/people/" is no page of its own */
			if (strcmp(path + 1 + n, "/") != 0)
				words[i].find(
				    r, st, path + 1 + n + (path[1 + n] == '/'));
			return true;
		}
	return false;
}

static void
find_front(struct route *r, struct store *st)
{
	r->profile = home_profile(st);
	if (r->profile != NULL)
		r->kind = ROUTE_HOME;
	else if (store_has_many(st))
		find_of_site(r, "");
}

static void
find(struct route *r, struct store *st, const char *path)
{
	const struct site *site = store_site(st);

	if (strcmp(path, "/") == 0) {
		find_front(r, st);
	} else if (!find_word(r, st, path) && !find_site_format(r, path)) {
		if (site == NULL || site->home == NULL)
			find_of_site(r, path + 1);
		if (r->kind == ROUTE_NOT_FOUND)
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
	if (other.kind == ROUTE_REDIRECT)
		redirect(r, other.location.buf, "");
	else if (other.kind != ROUTE_NOT_FOUND && other.kind != ROUTE_GONE)
		redirect(r, shorter, "");
	strbuf_puts(&r->pairs, other.pairs.buf);
	route_release(&other);
	free(shorter);
}

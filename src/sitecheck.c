/* SPDX-License-Identifier: MIT */
/* sitecheck.c - what site.xml and the profiles say of each other. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "sitecheck.h"
#include "text.h"
#include "xmlnode.h"

void
sitecheck_release(struct sitecheck *k)
{
	strset_release(&k->people);
	profile_free(k->home);
	free(k->home_file);
	*k = (struct sitecheck){0};
}

/* A language without words would be offered to nobody. */
static void
check_language(const struct site *site, const char *tag, size_t length,
    const char *const *tags, size_t n, const char *site_file, struct diag *d)
{
	struct strbuf known;

	for (size_t i = 0; i < n; i++)
		if (strlen(tags[i]) == length &&
		    strncasecmp(tags[i], tag, length) == 0)
			return;
	strbuf_init(&known);
	for (size_t i = 0; i < n; i++)
		strbuf_printf(&known, "%s%s", i > 0 ? ", " : "", tags[i]);
	diag_add(d, site_file, node_line(site->root),
	    "languages: the interface has no words in \"%.*s\"; it has %s; or "
	    "add strings/%.*s.xml to your theme",
	    (int)length, tag, known.buf, (int)length, tag);
	strbuf_release(&known);
}

void
sitecheck_languages(const struct sitecheck *k, const char *const *tags,
    size_t n, const char *site_file, struct diag *d)
{
	const char *s = k->site != NULL ? k->site->languages : NULL;

	for (size_t length; (length = text_next_word(&s)) > 0; s += length)
		check_language(k->site, s, length, tags, n, site_file, d);
}

/* Where a group is named. */
struct place {
	struct diag *d;
	const char *file;
	int line;
};

static void
check_group(void *ctx, const char *id, const struct site_group *group)
{
	const struct place *at = ctx;

	if (group == NULL)
		diag_add(at->d, at->file, at->line,
		    "group=\"%s\" is no group of site.xml; add <group "
		    "id=\"%s\"> there or correct the id",
		    id, id);
}

void
sitecheck_person(struct sitecheck *k, const char *id, struct profile *p,
    const char *file, struct diag *d)
{
	strset_intern(&k->people, id, strlen(id));
	if (p != NULL && k->site != NULL) {
		struct place at = {d, file, node_line(p->person)};

		site_groups_named(k->site, p->person, check_group, &at);
	}
	if (p == NULL || !site_is_home(k->site, id)) {
		profile_free(p);
		return;
	}
	profile_free(k->home);
	free(k->home_file);
	k->home = p;
	k->home_file = xstrdup(file);
}

/* The sections of the person at home stand beside the people. */
static void
check_section(
    const struct sitecheck *k, const struct section *section, struct diag *d)
{
	if (strset_find(&k->people, section->id, strlen(section->id)) < 0)
		return;
	diag_add(d, k->home_file, node_line(section->node),
	    "the section \"%s\" has no address of its own, because a person "
	    "has this id; give it another id=\"...\"",
	    section->id);
}

void
sitecheck_end(const struct sitecheck *k, const char *site_file, struct diag *d)
{
	const char *home = k->site != NULL ? k->site->home : NULL;

	if (home != NULL && strset_find(&k->people, home, strlen(home)) < 0)
		diag_add(d, site_file, node_line(k->site->root),
		    "home=\"%s\" is nobody; add people/%s.xml or correct the "
		    "id",
		    home, home);
	for (size_t i = 0; k->home != NULL && i < k->home->nsections; i++)
		check_section(k, &k->home->sections[i], d);
}

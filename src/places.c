/* SPDX-License-Identifier: MIT */
/* places.c - where the pages of the site and of its people are. */
#include <string.h>

#include "places.h"
#include "url.h"
#include "util.h"

static const struct section sections[] = {
    {NULL, "people", "people", false},
    {NULL, "publications", "publications", false},
    {NULL, "news", "news", false},
    {NULL, "groups", "groups", false},
};

const struct section *
site_section(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(sections); i++)
		if (strcmp(sections[i].name, name) == 0)
			return &sections[i];
	return NULL;
}

const struct section *
site_section_at(size_t i)
{
	return i < ARRAY_SIZE(sections) ? &sections[i] : NULL;
}

void
place_person(struct strbuf *out, const char *base, const struct site *site,
    const char *id)
{
	strbuf_puts(out, base);
	if (!site_is_home(site, id))
		strbuf_printf(out, "%s/", id);
}

void
place_publications(struct strbuf *out, const char *base,
    const struct site *site, const struct profile *p)
{
	const struct section *list = profile_section_named(p, "publications");

	place_person(out, base, site, p->id);
	url_encode(out, list != NULL ? list->id : "publications");
}

void
place_section(struct strbuf *out, const char *base, const struct site *site,
    const char *name)
{
	bool at_home = site != NULL && site->home != NULL;
	bool people = strcmp(name, "people") == 0;

	strbuf_puts(out, base);
	if (strcmp(name, "groups") == 0)
		strbuf_puts(out, name);
	else if (at_home)
		strbuf_printf(
		    out, "people%s%s", people ? "" : "/", people ? "" : name);
	else if (!people)
		strbuf_puts(out, name);
}

void
place_group(struct strbuf *out, const char *base, const char *id)
{
	strbuf_printf(out, "%sgroups/%s", base, id);
}

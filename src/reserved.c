/* SPDX-License-Identifier: MIT */
/* reserved.c - words that are no ids. */
#include <string.h>

#include "reserved.h"
#include "util.h"

/* Words that are paths of the site, or slots of the layout. */
static const char *const reserved[] = {
    "cv",
    "error",
    "groups",
    "healthz",
    "opensearch",
    "people",
    "person",
    "publication",
    "robots",
    "sitemap",
    "static",
};

bool
id_is_reserved(const char *id)
{
	for (size_t i = 0; i < ARRAY_SIZE(reserved); i++)
		if (strcmp(id, reserved[i]) == 0)
			return true;
	return false;
}

bool
person_id_is_reserved(const char *id)
{
	static const char *const sections[] = {"awards", "education",
	    "experience", "grants", "news", "projects", "publications",
	    "services", "software", "students", "talks", "teaching"};

	for (size_t i = 0; i < ARRAY_SIZE(sections); i++)
		if (strcmp(id, sections[i]) == 0)
			return true;
	return id_is_reserved(id);
}

bool
person_id_is_valid(const char *id)
{
	size_t n = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return n > 0 && id[n] == '\0' && id[0] != '-';
}

char *
person_id_of_file(const char *name)
{
	static const char suffix[] = ".xml";
	size_t n = strlen(name);

	if (name[0] == '.' || n < sizeof(suffix) ||
	    strcmp(name + n + 1 - sizeof(suffix), suffix) != 0)
		return NULL;
	return xstrndup(name, n + 1 - sizeof(suffix));
}

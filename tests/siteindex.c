/* SPDX-License-Identifier: MIT */
/* siteindex.c - an index of a site for tests. */
#include <string.h>

#include "siteindex.h"

void
siteindex_open(struct siteindex *si)
{
	*si = (struct siteindex){.schemas = open_schemas()};
	pubindex_init(&si->ix, PUBINDEX_SITE);
}

void
siteindex_put(struct siteindex *si, uint32_t owner, const char *publications)
{
	char id[] = {(char)('a' + owner), '\0'};
	struct pubsource source;
	struct strbuf xml;
	struct diag d;

	pubindex_remove(&si->ix, owner);
	profile_free(si->profiles[owner]);
	si->profiles[owner] = NULL;
	if (publications == NULL)
		return;
	diag_init(&d);
	strbuf_init(&xml);
	strbuf_printf(&xml,
	    "<profile version='1'><person id='%s'><name>%s</name></person>"
	    "<publications>%s</publications></profile>",
	    id, id, publications);
	si->profiles[owner] =
	    profile_parse(xml.buf, xml.len, id, id, si->schemas, &d);
	if (si->profiles[owner] == NULL)
		ck_abort_msg("%s", problems_of(&d));
	source = profile_source(si->profiles[owner]);
	pubindex_add(&si->ix, owner, &source);
	strbuf_release(&xml);
	diag_release(&d);
}

void
siteindex_close(struct siteindex *si)
{
	for (size_t i = 0; i < SITEINDEX_OWNERS; i++)
		profile_free(si->profiles[i]);
	pubindex_release(&si->ix);
	schemas_close(si->schemas);
}

unsigned
next_random(unsigned *state, unsigned n)
{
	*state = *state * 1103515245 + 12345;
	return (*state >> 16 & 0x7fff) % n;
}

void
random_publications(unsigned *state, struct strbuf *out)
{
	for (unsigned i = 0, n = next_random(state, 12); i < n; i++) {
		unsigned work = next_random(state, 30);

		strbuf_printf(out,
		    "<publication id='p%u' type='%s' date='20%02u'><title>"
		    "Title %u</title><authors><author>X %u</author></authors>",
		    i, work % 3 > 0 ? "book" : "thesis", work % 7,
		    next_random(state, 8) > 0 ? work : 99,
		    next_random(state, 4));
		if (next_random(state, 2) > 0)
			strbuf_printf(out,
			    "<identifier type='doi'>10.1/%u</identifier>",
			    work);
		if (next_random(state, 3) == 0)
			strbuf_printf(out,
			    "<identifier type='arxiv'>2401.%u</identifier>",
			    work / 2);
		if (next_random(state, 2) > 0)
			strbuf_printf(out, "<keyword>k%u</keyword>", work % 5);
		strbuf_puts(out, "</publication>");
	}
}

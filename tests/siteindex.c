/* SPDX-License-Identifier: MIT */
/* siteindex.c - an index of a site for tests. */
#include <stdlib.h>
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

	profile_free(si->profiles[owner]);
	si->profiles[owner] = NULL;
	if (publications == NULL) {
		pubindex_remove(&si->ix, owner);
		return;
	}
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
	source.context = profile_context(si->profiles[owner]);
	pubindex_replace(&si->ix, owner, &source);
	strbuf_release(&xml);
	diag_release(&d);
}

char *
siteindex_describe(const struct pubindex *ix)
{
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t i = 0; i < ix->order.n; i++) {
		uint32_t row = ix->order.rows[i];

		if (!bits_test(&ix->entries, row))
			continue;
		strbuf_puts(&sb, sb.len > 0 ? " " : "");
		for (; row != PUBROW_NONE; row = ix->next_copy[row])
			strbuf_printf(&sb, "%s/%s%s",
			    pubindex_owner_id(ix, row),
			    strlist_get(&ix->keys, row),
			    ix->next_copy[row] != PUBROW_NONE ? "+" : "");
	}
	return strbuf_detach(&sb);
}

/* All that is known of each row, in order. Owned. */
static char *
tell_all(const struct pubindex *ix)
{
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t i = 0; i < ix->order.n; i++) {
		uint32_t row = ix->order.rows[i];
		const struct pubrow *r = &ix->rows[row];

		strbuf_printf(&sb, "%u/%u %d %d %s %s", r->owner, r->ordinal,
		    r->date, r->filled, strlist_get(&ix->keys, row),
		    strlist_get(&ix->titles, row));
		for (unsigned f = 0; f < FIELD__MAX; f++) {
			const struct column *c = &ix->fields[f];
			size_t n;
			const uint32_t *v = column_values(c, row, &n);

			for (size_t k = 0; k < n; k++)
				strbuf_printf(
				    &sb, " %u:%s", f, dict_id(&c->dict, v[k]));
		}
		ck_assert_uint_eq(
		    index_row(ix, r->owner, strlist_get(&ix->keys, row)), row);
		strbuf_putc(&sb, '\n');
	}
	return strbuf_detach(&sb);
}

static void
ck_alike(const struct pubindex *ix, const struct pubindex *fresh,
    char *(*tell)(const struct pubindex *ix))
{
	char *want = tell(fresh);
	char *got = tell(ix);

	ck_assert_str_eq(got, want);
	free(got);
	free(want);
}

void
siteindex_ck_fresh(struct siteindex *si)
{
	struct pubindex fresh;

	pubindex_init(&fresh, PUBINDEX_SITE);
	for (uint32_t i = SITEINDEX_OWNERS; i-- > 0;)
		if (si->profiles[i] != NULL) {
			struct pubsource source =
			    profile_source(si->profiles[i]);

			pubindex_add(&fresh, i, &source);
		}
	pubindex_settle(&fresh);
	pubindex_settle(&si->ix);
	ck_alike(&si->ix, &fresh, siteindex_describe);
	ck_alike(&si->ix, &fresh, tell_all);
	ck_assert_uint_eq(si->ix.nentries, fresh.nentries);
	ck_assert_uint_eq(si->ix.nentries, bits_count(&si->ix.entries));
	ck_assert_uint_eq(si->ix.nlive, bits_count(&si->ix.live));
	ck_assert_uint_eq(si->ix.nlive, si->ix.order.n);
	pubindex_release(&fresh);
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

uint32_t
index_row(const struct pubindex *ix, uint32_t owner, const char *key)
{
	uint32_t row = PUBROW_NONE;

	if (pubindex_has(ix, owner))
		row = ix->owners[owner].first;
	while (
	    row != PUBROW_NONE && strcmp(strlist_get(&ix->keys, row), key) != 0)
		row = ix->rows[row].next;
	return row;
}

const char *
index_label(const struct pubindex *ix, uint32_t row, enum field f)
{
	const struct dict *dict = &ix->fields[f].dict;
	long v = pubindex_value(ix, row, f);
	const char *label;

	if (v < 0)
		return "";
	label = dict_label(dict, (size_t)v);
	return label != NULL ? label : dict_id(dict, (size_t)v);
}

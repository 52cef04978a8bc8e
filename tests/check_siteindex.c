/* SPDX-License-Identifier: MIT */
/* check_siteindex.c - selections of a site are what a plain look finds. */
#include <stdlib.h>
#include <string.h>

#include "facet.h"
#include "pubtext.h"
#include "siteindex.h"
#include "text.h"

/* The values of one entry in a field, " a b c ". */
struct values {
	struct strbuf ids;
	enum field field;
};

static void
add_value(void *ctx, enum field f, const char *name, const char *label,
    const char *words, const xmlNode *in)
{
	struct values *v = ctx;
	struct strbuf word;

	(void)label;
	(void)words;
	(void)in;
	if (f != v->field)
		return;
	strbuf_init(&word);
	strbuf_putc(&word, ' ');
	text_slug(&word, name);
	strbuf_putc(&word, ' ');
	if (strstr(v->ids.buf, word.buf) == NULL)
		strbuf_puts(&v->ids, word.buf + 1);
	strbuf_release(&word);
}

/* The node of a row, and what resolves its references. */
static const xmlNode *
node_of(const struct siteindex *si, uint32_t row, struct pubsource *source)
{
	const struct pubrow *r = &si->ix.rows[row];
	const struct profile *p = si->profiles[r->owner];

	*source = profile_source(p);
	return p->nodes[r->ordinal];
}

static void
values_init(
    struct values *v, const struct siteindex *si, uint32_t entry, enum field f)
{
	struct pubsource source;
	const struct pubfields to = {&source, add_value, v};

	*v = (struct values){.field = f};
	strbuf_init(&v->ids);
	strbuf_puts(&v->ids, " ");
	for (uint32_t row = entry; row != PUBROW_NONE;
	     row = field_is_of_copies(f) ? si->ix.next_copy[row] : PUBROW_NONE)
		pubfields_collect(&to, node_of(si, row, &source), f);
}

static bool
has_value(const struct values *v, const char *id)
{
	char word[64];

	snprintf(word, sizeof(word), " %s ", id);
	return strstr(v->ids.buf, word) != NULL;
}

static bool
has_words(const struct siteindex *si, uint32_t row, const char *q)
{
	char *words = xstrdup(q);
	struct pubsource source;
	const xmlNode *node = node_of(si, row, &source);
	struct strbuf text;
	bool all = true;

	strbuf_init(&text);
	pubtext_search(node, &source, &text);
	for (char *w = strtok(words, " "); w != NULL; w = strtok(NULL, " "))
		all = all && strstr(text.buf, w) != NULL;
	strbuf_release(&text);
	free(words);
	return all;
}

/* Does the entry match in everything but `except`? */
static bool
matches(const struct siteindex *si, uint32_t entry, const struct query *q,
    unsigned except)
{
	bool all = q->q == NULL || has_words(si, entry, q->q);

	for (unsigned f = 0; f < FIELD__MAX && all; f++) {
		const struct terms *terms = &q->fields[f];
		bool any = terms->n == 0 || f == except;
		struct values v;

		values_init(&v, si, entry, (enum field)f);
		for (size_t i = 0; i < terms->n; i++)
			any = any || has_value(&v, terms->v[i]);
		strbuf_release(&v.ids);
		all = any;
	}
	return all;
}

static void
ck_facet(const struct siteindex *si, const struct selection *sel,
    const struct query *q, enum field f)
{
	struct facet fc;

	facet_count(&fc, sel, f);
	for (size_t i = 0; i < fc.n; i++) {
		const char *id =
		    dict_id(&si->ix.fields[f].dict, fc.values[i].value);
		size_t n = 0;

		for (uint32_t row = 0; row < si->ix.n; row++) {
			struct values v;

			if (!bits_test(&si->ix.entries, row) ||
			    !matches(si, row, q, f))
				continue;
			values_init(&v, si, row, f);
			n += has_value(&v, id);
			strbuf_release(&v.ids);
		}
		ck_assert_msg(fc.values[i].n == n, "%s=%s: %zu, not %zu",
		    query_key_name(query_field_key(f)), id, fc.values[i].n, n);
	}
	facet_release(&fc);
}

static void
ck_query(const struct siteindex *si, const char *qs, enum field f)
{
	struct selection sel;
	enum query_key bad;
	struct query q;
	size_t n = 0;

	ck_assert_int_eq(query_parse(&q, QUERY_OF_SITE, qs, &bad), 0);
	select_run(&sel, &si->ix, &q);
	for (size_t i = 0; i < si->ix.order.n; i++) {
		uint32_t row = si->ix.order.rows[i];

		if (!bits_test(&si->ix.entries, row) ||
		    !matches(si, row, &q, FIELD__MAX))
			continue;
		if (n < sel.n)
			ck_assert_msg(sel.rows[n] == row, "?%s", qs);
		n++;
	}
	ck_assert_msg(
	    sel.matches == n, "?%s: %zu, not %zu", qs, sel.matches, n);
	ck_facet(si, &sel, &q, f);
	select_release(&sel);
	query_release(&q);
}

static void
random_query(unsigned *state, struct strbuf *out)
{
	strbuf_reset(out);
	if (next_random(state, 3) == 0)
		strbuf_printf(out, "&person=%c,%c",
		    (char)('a' + next_random(state, SITEINDEX_OWNERS)),
		    (char)('a' + next_random(state, SITEINDEX_OWNERS)));
	if (next_random(state, 3) == 0)
		strbuf_printf(out, "&year=20%02u,2003", next_random(state, 7));
	if (next_random(state, 3) == 0)
		strbuf_puts(out, "&type=thesis");
	if (next_random(state, 3) == 0)
		strbuf_printf(out, "&keyword=k%u", next_random(state, 5));
	if (next_random(state, 3) == 0)
		strbuf_printf(out, "&q=itl+%u", next_random(state, 30));
	if (next_random(state, 3) == 0)
		strbuf_puts(out, "&author=x-1,x-3");
}

START_TEST(selections_and_counts_are_those_of_the_files)
{
	unsigned state = 7;
	struct siteindex si;
	struct strbuf sb;
	size_t compacted = 0;

	siteindex_open(&si);
	strbuf_init(&sb);
	for (unsigned i = 0; i < 2400; i++) {
		size_t before = si.ix.n;

		strbuf_reset(&sb);
		random_publications(&state, &sb);
		siteindex_put(&si, next_random(&state, SITEINDEX_OWNERS),
		    next_random(&state, 9) > 0 ? sb.buf : NULL);
		pubindex_settle(&si.ix);
		if (si.ix.n < before) {
			compacted++;
			siteindex_ck_fresh(&si);
		}
		if (i % 12 != 0)
			continue;
		random_query(&state, &sb);
		ck_query(
		    &si, sb.buf, (enum field)next_random(&state, FIELD__MAX));
	}
	/* dead rows were forgotten on the way */
	ck_assert_uint_ge(compacted, 2);
	strbuf_release(&sb);
	siteindex_close(&si);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    selections_and_counts_are_those_of_the_files,
	    NULL,
	};

	return run_tests("siteindex", tests);
}

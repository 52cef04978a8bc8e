/* SPDX-License-Identifier: MIT */
/* copies.c - where files do not agree on one paper. */
#include <stdlib.h>
#include <string.h>

#include "copies.h"
#include "pubkeys.h"
#include "pubtext.h"
#include "text.h"
#include "util.h"
#include "xmlnode.h"

/* What is compared, in the order of the report. */
enum fact {
	FACT_DOI,
	FACT_TITLE,
	FACT_YEAR,
	FACT_VENUE,
	FACT_AUTHORS,
	FACT__MAX
};

static const char *const names[FACT__MAX] = {
    [FACT_DOI] = "DOI",
    [FACT_TITLE] = "title",
    [FACT_YEAR] = "year",
    [FACT_VENUE] = "venue",
    [FACT_AUTHORS] = "number of authors",
};

/* One publication; facts are numbers in copies.strings. */
struct record {
	int line;
	uint32_t facts[FACT__MAX];
};

struct copies {
	struct pubindex ix;   /* row i is records[i] */
	struct strlist files; /* by owner */
	struct strset strings;
	struct record *records;
	size_t cap;
};

static void
collect(const struct pubfields *to, const xmlNode *node, enum field f)
{
	if (f == FIELD_PERSON)
		pubfields_collect(to, node, f);
}

static void
no_text(const xmlNode *node, const struct pubsource *source, struct strbuf *out)
{
	(void)node;
	(void)source;
	(void)out;
}

static const struct rowkind copies_rows = {
    collect, pubfields_status, pubtext_title, no_text, 0, pubkeys_read};

struct copies *
copies_new(void)
{
	struct copies *c = xcalloc(1, sizeof(*c));

	pubindex_init(&c->ix, PUBINDEX_SITE);
	return c;
}

void
copies_free(struct copies *c)
{
	if (c == NULL)
		return;
	pubindex_release(&c->ix);
	strlist_release(&c->files);
	strset_release(&c->strings);
	free(c->records);
	free(c);
}

static void
read_venue(const xmlNode *node, const struct profile *p, struct strbuf *out)
{
	const xmlNode *venue =
	    venue_resolve(node_first(node, "venue"), p->venues);
	const xmlNode *name = node_first(venue, "name");

	if (name != NULL)
		node_text(name, out);
	else if (venue != NULL && node_attr(venue, "short") != NULL)
		strbuf_puts(out, node_attr(venue, "short"));
}

static void
read_authors(const xmlNode *node, struct strbuf *out)
{
	const xmlNode *authors = node_first(node, "authors");
	const xmlNode *a = node_first(authors, "author");
	size_t n = 0;

	for (; a != NULL; a = node_next(a, "author"))
		n++;
	/* a list that is not complete says nothing of how many there are */
	if (node_first(authors, "others") == NULL)
		strbuf_printf(out, "%zu", n);
}

static void
read_fact(const xmlNode *node, const struct profile *p, enum fact fact,
    struct strbuf *out)
{
	switch (fact) {
	case FACT_DOI:
		pubkeys_doi(node, out);
		break;
	case FACT_TITLE:
		node_text(node_first(node, "title"), out);
		break;
	case FACT_YEAR:
		strbuf_printf(out, "%.4s", node_attr(node, "date"));
		break;
	case FACT_VENUE:
		read_venue(node, p, out);
		break;
	default:
		read_authors(node, out);
		break;
	}
}

void
copies_add(struct copies *c, const char *file, const struct profile *p)
{
	struct pubsource source = profile_source(p);
	struct strbuf sb;

	strbuf_init(&sb);
	source.kind = &copies_rows;
	for (size_t i = 0; i < p->nnodes; i++) {
		struct record *r;

		c->records =
		    grow(c->records, c->ix.n + i, &c->cap, sizeof(*c->records));
		r = &c->records[c->ix.n + i];
		r->line = node_line(p->nodes[i]);
		for (unsigned k = 0; k < FACT__MAX; k++) {
			strbuf_reset(&sb);
			read_fact(p->nodes[i], p, (enum fact)k, &sb);
			r->facts[k] =
			    strset_intern(&c->strings, sb.buf, sb.len);
		}
	}
	pubindex_add(&c->ix, (uint32_t)c->files.n, &source);
	strlist_add(&c->files, file, strlen(file));
	strbuf_release(&sb);
}

static const char *
fact_of(const struct copies *c, uint32_t row, enum fact fact)
{
	return strlist_get(&c->strings.list, c->records[row].facts[fact]);
}

/* Small differences of spelling are none. */
static bool
is_alike(const char *a, const char *b)
{
	struct strbuf x;
	struct strbuf y;
	bool alike;

	strbuf_init(&x);
	strbuf_init(&y);
	text_slug(&x, a);
	text_slug(&y, b);
	alike = strcmp(x.buf, y.buf) == 0;
	strbuf_release(&x);
	strbuf_release(&y);
	return alike;
}

/* What one file does not say at all is no contradiction. */
static void
compare(const struct copies *c, uint32_t row, uint32_t other, enum fact fact,
    struct diag *d)
{
	const char *here = fact_of(c, row, fact);
	const char *there = fact_of(c, other, fact);
	const struct strlist *files = &c->files;

	if (here[0] == '\0' || there[0] == '\0' || is_alike(here, there))
		return;
	diag_add(d, strlist_get(files, c->ix.rows[row].owner),
	    c->records[row].line,
	    "the %s is \"%s\" here and \"%s\" in %s:%d, for \"%s\"",
	    names[fact], here, there,
	    strlist_get(files, c->ix.rows[other].owner), c->records[other].line,
	    fact_of(c, other, FACT_TITLE));
}

/* One entry: what is shown, and what others say of it. */
static void
compare_copies(const struct copies *c, uint32_t entry, struct diag *d)
{
	for (uint32_t row = c->ix.next_copy[entry]; row != PUBROW_NONE;
	     row = c->ix.next_copy[row])
		for (unsigned k = 0; k < FACT__MAX; k++)
			compare(c, row, entry, (enum fact)k, d);
}

/*
 * Different DOIs make different works. But when all else is alike, one of the
 * DOIs may be wrong.
 */
static void
compare_neighbours(const struct copies *c, uint32_t row, struct diag *d)
{
	static const enum fact alike[] = {FACT_TITLE, FACT_YEAR, FACT_AUTHORS};
	const struct pubindex *ix = &c->ix;
	struct rowlist near = {0};

	works_neighbours(ix->works, row, &near);
	for (size_t i = 0; i < near.n; i++) {
		uint32_t other = near.v[i];
		bool same = other > row &&
			    ix->entry_of[other] != ix->entry_of[row] &&
			    ix->rows[other].owner != ix->rows[row].owner;

		for (size_t k = 0; k < ARRAY_SIZE(alike) && same; k++)
			same = is_alike(fact_of(c, row, alike[k]),
			    fact_of(c, other, alike[k]));
		if (same)
			compare(c, row, other, FACT_DOI, d);
	}
	rowlist_release(&near);
}

void
copies_report(struct copies *c, struct diag *d)
{
	pubindex_settle(&c->ix);
	for (uint32_t row = 0; row < c->ix.n; row++) {
		if (bits_test(&c->ix.entries, row))
			compare_copies(c, row, d);
		compare_neighbours(c, row, d);
	}
}

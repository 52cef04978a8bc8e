/* SPDX-License-Identifier: MIT */
/* paint.c - a page, section after section. */
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "paint.h"
#include "text.h"

/*
 * Publications a transform: measured fastest between 50 and 100, and memory
 * stays flat however long the list is.
 */
enum { BATCH = 50 };

struct painter {
	struct theme *theme;
	const struct store *store;
	const struct page *page;
	const struct sheet *list; /* the sheet of the list that is painted */
	bool broken;
};

/* Apply the sheet `name` to `view`, which is consumed. */
static enum render_result
apply(struct painter *p, const char *name, xmlDoc *view, slot_fn *fn,
    struct sink *out)
{
	const struct sheet *sheet = theme_sheet(p->theme, name);
	enum render_result rc = RENDER_FAILED;

	if (sheet == NULL)
		log_event(LOG_ERROR, "%s: there is no such sheet", name);
	else
		rc = render(sheet, view, fn, p, out);
	xmlFreeDoc(view);
	return rc;
}

static enum render_result
paint_not_shown(struct painter *p, const struct section *s, struct sink *out)
{
	enum render_result rc;

	p->broken = true;
	rc = apply(p, "sections/not-shown.xsl", view_not_shown(p->page, s),
	    NULL, out);
	return rc == RENDER_FAILED ? RENDER_OK : rc;
}

/* A bad publication costs itself, not the fifty around it. */
static enum render_result
paint_batch(struct painter *p, size_t first, size_t n, struct sink *out)
{
	xmlDoc *items = view_items(p->page, first, n);
	enum render_result rc = render(p->list, items, NULL, NULL, out);

	xmlFreeDoc(items);
	if (rc != RENDER_FAILED)
		return rc;
	p->broken = true;
	rc = RENDER_OK;
	for (size_t i = 0; n > 1 && i < n && rc == RENDER_OK; i++)
		rc = paint_batch(p, first + i, 1, out);
	return rc;
}

/* Slot "items N": the publications of the N-th group. */
static enum render_result
fill_items(void *ctx, const char *name, struct sink *out)
{
	struct painter *p = ctx;
	const struct selection *sel = p->page->selection;
	enum render_result rc = RENDER_OK;
	const char *number = name + strcspn(name, " ");
	const struct group *g;
	long i;

	number += *number == ' ';
	i = text_parse_uint(number, strlen(number), 1000000);
	if (i < 0 || (size_t)i >= sel->ngroups) {
		log_event(LOG_ERROR, "slot \"%s\": there is no such group",
		    name);
		return RENDER_OK;
	}
	g = &sel->groups[i];
	for (size_t k = 0; k < g->n && rc == RENDER_OK; k += BATCH)
		rc = paint_batch(p, g->first + k,
		    g->n - k < BATCH ? g->n - k : BATCH, out);
	return rc;
}

/* The sheet of a section, by the name of its element. */
static void
sheet_of(const struct painter *p, const struct section *s,
    struct strbuf *name)
{
	strbuf_printf(name, "sections/%s.xsl", s->name);
	if (theme_sheet(p->theme, name->buf) == NULL) {
		strbuf_reset(name);
		strbuf_puts(name, "sections/default.xsl");
	}
}

static enum render_result
paint_section(struct painter *p, const struct section *s, struct sink *out)
{
	bool list = strcmp(s->name, "publications") == 0 &&
	    p->page->selection != NULL;
	enum render_result rc;
	struct strbuf name;

	strbuf_init(&name);
	sheet_of(p, s, &name);
	p->list = list ? theme_sheet(p->theme, name.buf) : NULL;
	rc = apply(p, name.buf,
	    list ? view_list(p->page, s) : view_section(p->page, s),
	    list ? fill_items : NULL, out);
	strbuf_release(&name);
	if (rc == RENDER_FAILED)
		rc = paint_not_shown(p, s, out);
	return rc;
}

static xmlDoc *
people_view(const struct painter *p)
{
	const struct profile **people = NULL;
	const struct profile *one;
	size_t cap = 0;
	size_t n = 0;
	xmlDoc *view;

	while (p->store != NULL &&
	    (one = store_profile_at(p->store, n)) != NULL) {
		people = grow(people, n, &cap, sizeof(*people));
		people[n++] = one;
	}
	view = view_people(p->page, people, n);
	free(people);
	return view;
}

/* A slot of the layout: a part that has its own sheet, or a section. */
static enum render_result
fill_page(void *ctx, const char *name, struct sink *out)
{
	struct painter *p = ctx;
	const struct section *s = NULL;
	enum render_result rc;

	if (strcmp(name, "person") == 0) {
		rc = apply(p, "sections/person.xsl", view_frame(p->page),
		    NULL, out);
	} else if (strcmp(name, "error") == 0) {
		rc = apply(p, "sections/error.xsl", view_frame(p->page), NULL,
		    out);
	} else if (strcmp(name, "people") == 0) {
		rc = apply(p, "sections/people.xsl", people_view(p), NULL,
		    out);
	} else {
		if (p->page->profile != NULL)
			s = profile_section(p->page->profile, name);
		if (s != NULL)
			return paint_section(p, s, out);
		log_event(LOG_ERROR, "slot \"%s\": there is no such section",
		    name);
		return RENDER_OK;
	}
	return rc == RENDER_FAILED ? paint_not_shown(p, NULL, out) : rc;
}

static enum paint_result
result_of(const struct painter *p, enum render_result rc)
{
	if (rc == RENDER_FAILED)
		return PAINT_FAILED;
	return p->broken ? PAINT_BROKEN : PAINT_OK;
}

enum paint_result
paint_page(struct theme *t, const struct store *st, const struct page *pg,
    struct sink *out)
{
	struct painter p = {.theme = t, .store = st, .page = pg};
	enum render_result rc;

	rc = apply(&p, "layout.xsl", view_frame(pg), fill_page, out);
	return result_of(&p, rc);
}

enum paint_result
paint_format(struct theme *t, const struct page *pg, const char *sheet,
    struct sink *out)
{
	struct painter p = {.theme = t, .page = pg};
	enum render_result rc;

	rc = apply(&p, sheet, view_feed(pg, pg->section), NULL, out);
	return result_of(&p, rc);
}

/* SPDX-License-Identifier: MIT */
/* paint.c - a page, section after section. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "paint.h"
#include "paintitems.h"
#include "pool.h"
#include "text.h"

struct painter {
	struct theme *theme;
	struct store *store;
	const struct page *page;
	struct itempainter items; /* of the list that is painted */
	bool broken;
};

/* What the sheet `name` makes of `view`: to be filled, see render.h. */
static enum render_result
make(struct painter *p, const char *name, xmlDoc *view, struct strbuf *made)
{
	const struct sheet *sheet = theme_sheet(p->theme, name);

	if (sheet != NULL)
		return render_open(sheet, view, p->page->words, made);
	log_event(LOG_ERROR, "%s: there is no such sheet", name);
	return RENDER_FAILED;
}

/* The same, or what was made of an equal view before. */
static enum render_result
find(struct painter *p, const char *name, xmlDoc *view, struct strbuf *made)
{
	struct fragments *kept = theme_fragments(p->theme);
	uint64_t key =
	    fragments_key(kept, name, xmlDocGetRootElement(view), NULL);
	enum render_result rc = RENDER_OK;
	const char *bytes;
	size_t n;

	bytes = fragments_find(kept, key, &n);
	if (bytes != NULL) {
		strbuf_add(made, bytes, n);
	} else {
		rc = make(p, name, view, made);
		if (rc == RENDER_OK)
			fragments_add(kept, key, made->buf, made->len);
	}
	return rc;
}

/* Is it made for one answer, or are there others like it? */
enum use { ONCE, OFTEN };

/* Apply the sheet `name` to `view`, which is consumed. */
static enum render_result
apply(struct painter *p, const char *name, xmlDoc *view, enum use use,
    slot_fn *fn, struct sink *out)
{
	enum render_result rc;
	struct strbuf made;

	strbuf_init(&made);
	rc = use == OFTEN ? find(p, name, view, &made)
			  : make(p, name, view, &made);
	xmlFreeDoc(view);
	if (rc == RENDER_OK)
		rc = render_fill(made.buf, fn, p, out);
	strbuf_release(&made);
	return rc;
}

/*
 * What is around the parts of a page is the same after most edits. It is not
 * kept of a choice: there are too many, and each is asked for once.
 */
static enum use
use_of_frame(const struct page *pg)
{
	bool chosen = pg->query != NULL &&
		      (query_filters(pg->query) > 0 || pg->query->page > 1);

	return pg->error != 0 || pg->publication != NULL || chosen ? ONCE
								   : OFTEN;
}

static enum render_result
paint_not_shown(struct painter *p, const struct section *s, struct sink *out)
{
	enum render_result rc;

	p->broken = true;
	rc = apply(p, "sections/not-shown.xsl", view_not_shown(p->page, s),
	    ONCE, NULL, out);
	return rc == RENDER_FAILED ? RENDER_OK : rc;
}

/*
 * Slot "items N": the publications of the N-th group; "items": all of the
 * selection.
 */
static bool
find_items(const struct page *pg, const char *slot, size_t *first, size_t *n)
{
	static const char word[] = "items ";
	const struct selection *sel = pg->selection;
	long i;

	if (sel == NULL)
		return false;
	*first = 0;
	*n = sel->n;
	if (strcmp(slot, "items") == 0)
		return true;
	if (strncmp(slot, word, strlen(word)) != 0)
		return false;
	slot += strlen(word);
	i = text_parse_uint(slot, strlen(slot), 1000000);
	if (i < 0 || (size_t)i >= sel->ngroups)
		return false;
	*first = sel->groups[i].first;
	*n = sel->groups[i].n;
	return true;
}

static enum render_result
fill_items(void *ctx, const char *name, struct sink *out)
{
	struct painter *p = ctx;
	enum render_result rc = RENDER_OK;
	size_t first;
	size_t n = 0;

	if (!find_items(p->page, name, &first, &n))
		log_event(
		    LOG_ERROR, "slot \"%s\": there is no such group", name);
	if (n > 0)
		rc = paint_items(&p->items, first, n, out);
	p->broken = p->broken || p->items.broken;
	return rc;
}

/* The sheet of a section, by the name of its element. */
static void
name_sheet(
    const struct painter *p, const struct section *s, struct strbuf *name)
{
	strbuf_printf(name, "sections/%s.xsl", s->name);
	if (theme_sheet(p->theme, name->buf) == NULL) {
		strbuf_reset(name);
		strbuf_puts(name, "sections/default.xsl");
	}
}

/* Of a person, publications; all that is of the site itself. */
static bool
is_list(const struct page *pg, const struct section *s)
{
	return pg->selection != NULL &&
	       (pg->profile == NULL || strcmp(s->name, "publications") == 0);
}

/* The list, whose entries are slots in it. */
static enum render_result
paint_list(struct painter *p, const struct section *s, const char *sheet,
    struct sink *out)
{
	enum render_result rc;

	itempainter_init(
	    &p->items, p->theme, p->page, theme_sheet(p->theme, sheet));
	rc = apply(p, sheet, view_list(p->page, s), use_of_frame(p->page),
	    fill_items, out);
	itempainter_release(&p->items);
	return rc;
}

static enum render_result
paint_section(struct painter *p, const struct section *s, struct sink *out)
{
	enum render_result rc;
	struct strbuf name;

	strbuf_init(&name);
	name_sheet(p, s, &name);
	if (is_list(p->page, s))
		rc = paint_list(p, s, name.buf, out);
	else
		rc = apply(
		    p, name.buf, view_section(p->page, s), OFTEN, NULL, out);
	strbuf_release(&name);
	if (rc == RENDER_FAILED)
		rc = paint_not_shown(p, s, out);
	return rc;
}

static xmlDoc *
intro_view(struct store *st, const struct page *pg)
{
	(void)st;
	return view_intro(pg);
}

static xmlDoc *
frame_view(struct store *st, const struct page *pg)
{
	(void)st;
	return view_frame(pg);
}

/* Slots that are no sections; their names are reserved as ids. */
static const struct part {
	const char *slot;
	const char *sheet;
	xmlDoc *(*view)(struct store *st, const struct page *pg);
	enum use use;
} parts[] = {
    {"person", "sections/person.xsl", intro_view, OFTEN},
    {"error", "sections/error.xsl", frame_view, ONCE},
    {"publication", "sections/publication.xsl", frame_view, ONCE},
    {"groups", "sections/groups.xsl", frame_view, ONCE},
};

static const struct part *
find_part(const char *slot)
{
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		if (strcmp(parts[i].slot, slot) == 0)
			return &parts[i];
	return NULL;
}

/* The page that the slot is filled from: a part is a page of its own. */
static const struct page *
page_of(const struct page *pg, const char *slot)
{
	for (size_t i = 0; i < pg->nparts; i++)
		if (strcmp(pg->parts[i].section->id, slot) == 0)
			return &pg->parts[i];
	return pg;
}

static const struct section *
find_section(const struct page *pg, const char *slot)
{
	if (pg->profile != NULL)
		return profile_section(pg->profile, slot);
	return pg->selection != NULL && strcmp(pg->section->id, slot) == 0
		   ? pg->section
		   : NULL;
}

static enum render_result
fill_page(void *ctx, const char *name, struct sink *out)
{
	struct painter *p = ctx;
	const struct page *whole = p->page;
	const struct part *part = find_part(name);
	const struct section *s;
	enum render_result rc = RENDER_OK;

	p->page = page_of(whole, name);
	s = find_section(p->page, name);
	if (part != NULL) {
		rc = apply(p, part->sheet, part->view(p->store, p->page),
		    part->use, NULL, out);
		if (rc == RENDER_FAILED)
			rc = paint_not_shown(p, NULL, out);
	} else if (s != NULL) {
		rc = paint_section(p, s, out);
	} else {
		log_event(
		    LOG_ERROR, "slot \"%s\": there is no such section", name);
	}
	p->page = whole;
	return rc;
}

static enum paint_result
result_of(const struct painter *p, enum render_result rc)
{
	if (rc == RENDER_FAILED)
		return PAINT_FAILED;
	return p->broken ? PAINT_BROKEN : PAINT_OK;
}

/* Pages without sections have nothing of the sheet that these are in. */
static const char *
layout_of(const struct page *pg, struct theme *t)
{
	static const char *const bare[] = {"error", "groups", "people"};

	for (size_t i = 0; i < ARRAY_SIZE(bare); i++)
		if (strcmp(bare[i], pg->kind) == 0)
			return "layout.xsl";
	return theme_sheet(t, "page.xsl") != NULL ? "page.xsl" : "layout.xsl";
}

enum paint_result
paint_page(
    struct theme *t, struct store *st, const struct page *pg, struct sink *out)
{
	struct painter p = {.theme = t, .store = st, .page = pg};
	enum pool before = pool_use(POOL_REQUEST);
	enum render_result rc;

	rc = apply(&p, layout_of(pg, t), view_frame(pg), use_of_frame(pg),
	    fill_page, out);
	pool_use(before);
	return result_of(&p, rc);
}

/* What the sheet of a format is applied to, by what the format is of. */
static xmlDoc *
format_view(struct store *st, const struct page *pg)
{
	switch (pg->format->of) {
	case FORMAT_OF_NEWS:
		return pg->profile != NULL ? view_feed(pg, pg->section)
					   : view_export(pg);
	case FORMAT_OF_PUBLICATIONS:
		return view_export(pg);
	case FORMAT_OF_PERSON:
		return view_person(pg);
	case FORMAT_OF_PAGES:
		return view_pages(pg);
	case FORMAT_OF_SITE:
		break;
	}
	return view_site(pg, st);
}

enum paint_result
paint_format(
    struct theme *t, struct store *st, const struct page *pg, struct sink *out)
{
	struct painter p = {.theme = t, .store = st, .page = pg};
	enum pool before = pool_use(POOL_REQUEST);
	enum render_result rc;

	itempainter_init(&p.items, t, pg, theme_sheet(t, pg->format->sheet));
	rc = apply(
	    &p, pg->format->sheet, format_view(st, pg), ONCE, fill_items, out);
	itempainter_release(&p.items);
	pool_use(before);
	return result_of(&p, rc);
}

xmlDoc *
paint_view(struct store *st, const struct page *pg, const char *slot)
{
	const struct page *whole = pg;
	const struct part *part = find_part(slot);
	const struct section *s;
	size_t first;
	size_t n;

	pg = page_of(whole, slot);
	s = find_section(pg, slot);
	if (slot[0] == '\0')
		return pg->format != NULL ? format_view(st, pg)
					  : view_frame(pg);
	if (part != NULL)
		return part->view(st, pg);
	if (s != NULL)
		return is_list(pg, s) ? view_list(pg, s) : view_section(pg, s);
	return find_items(pg, slot, &first, &n) ? view_items(pg, first, n)
						: NULL;
}

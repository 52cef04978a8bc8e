/* SPDX-License-Identifier: MIT */
/* viewlist.c - the parts of a view that choose. */
#include <stdio.h>
#include <string.h>

#include "facet.h"
#include "href.h"
#include "viewcopy.h"
#include "viewlist.h"
#include "xmlnode.h"

/* Pages that the pager names around the current one. */
enum { PAGER_AROUND = 2 };

static const enum field facet_order[] = {FIELD_YEAR, FIELD_TYPE, FIELD_VENUE,
    FIELD_KEYWORD, FIELD_AUTHOR, FIELD_PERSON, FIELD_GROUP, FIELD_PROJECT,
    FIELD_GRANT, FIELD_RANK, FIELD_HAS, FIELD_STATUS, FIELD_SELECTED,
    FIELD_ROLE, FIELD_TOPIC, FIELD_LETTER};

/* The list with one thing changed. */
static void
set_href(const struct page *pg, xmlNode *node, struct query_edit edit)
{
	href_set_query(node, pg->list, pg->query, edit);
}

/* False: there is no name in `src`, which may be NULL. */
static bool
set_name(const struct page *pg, const xmlNode *src, xmlNode *dst)
{
	const xmlNode *name = best_child(pg, src, "name");
	struct strbuf text;

	if (name == NULL)
		return false;
	strbuf_init(&text);
	node_text_without(name, "prefix", &text);
	node_set(dst, "label", text.buf);
	copy_lang(pg, node_lang(name), dst);
	strbuf_release(&text);
	return true;
}

static bool
set_group_name(const struct page *pg, const char *id, xmlNode *dst)
{
	const struct site_group *g =
	    pg->site != NULL ? site_group(pg->site, id) : NULL;

	return g != NULL && set_name(pg, g->node, dst);
}

/* Checked or not: the label in the index is from there, too. */
static bool
set_member_name(const struct page *pg, const char *id, xmlNode *dst)
{
	const struct member *m =
	    pg->store != NULL ? store_member(pg->store, id) : NULL;
	xmlNode *person = m != NULL ? member_open(m) : NULL;
	bool done = set_name(pg, person, dst);

	member_close(person);
	return done;
}

/* Attributes `label` and its language, unless the interface has a word. */
static void
set_label(const struct page *pg, enum field f, const char *term, xmlNode *dst)
{
	const struct dict *dict = &pg->selection->index->fields[f].dict;
	const long at = dict_find(dict, term);
	const char *label = term;

	/* these go by names in several languages */
	if ((f == FIELD_GROUP && set_group_name(pg, term, dst)) ||
	    (f == FIELD_PERSON && set_member_name(pg, term, dst)))
		return;
	if (at >= 0)
		label = dict_label(dict, (size_t)at);
	else if (query_field_has_words(f) || strcmp(term, "latest") == 0)
		label = NULL;
	if (label == NULL)
		return;
	node_set(dst, "label", label);
	if (at >= 0)
		copy_lang(pg, dict_lang(dict, (size_t)at), dst);
}

static xmlNode *
add_filter(const struct page *pg, xmlNode *query, enum query_key key,
    const char *id, size_t would)
{
	xmlNode *filter = node_add(query, "filter", NULL);

	node_set(filter, "key", query_key_name(key));
	node_set(filter, "id", id);
	node_setf(filter, "would", "%zu", would);
	set_href(
	    pg, filter, (struct query_edit){key, key == KEY_Q ? NULL : id});
	return filter;
}

/*
 * Taking one of several alternatives away need not show more, so `would` is
 * said of the key as a whole.
 */
static void
add_filters(const struct page *pg, xmlNode *query)
{
	const struct query *q = pg->query;
	const struct selection *sel = pg->selection;

	if (q->q != NULL)
		node_set(add_filter(
			     pg, query, KEY_Q, q->q, sel->without[FIELD__MAX]),
		    "label", q->q);
	for (size_t f = 0; f < FIELD__MAX; f++)
		for (size_t i = 0; i < q->fields[f].n; i++) {
			const char *term = q->fields[f].v[i];

			set_label(pg, (enum field)f, term,
			    add_filter(pg, query,
				query_field_key((enum field)f), term,
				sel->without[f]));
		}
}

static void
add_param(void *ctx, const char *key, const char *value)
{
	xmlNode *param = node_add(ctx, "param", NULL);

	node_set(param, "key", key);
	node_set(param, "value", value);
}

static void
add_choices(const struct page *pg, xmlNode *query)
{
	static const enum query_key keys[] = {KEY_SORT, KEY_ORDER, KEY_BY};

	for (size_t k = 0; k < ARRAY_SIZE(keys); k++) {
		const char *word = NULL;

		if (query_key_is_of(keys[k], pg->query->of))
			word = query_choice(keys[k], 0);

		for (size_t i = 0; word != NULL;
		     word = query_choice(keys[k], ++i)) {
			xmlNode *choice = node_add(query, "choice", NULL);

			node_set(choice, "key", query_key_name(keys[k]));
			node_set(choice, "id", word);
			if (strcmp(query_chosen(pg->query, keys[k]), word) == 0)
				node_set(choice, "current", "true");
			set_href(
			    pg, choice, (struct query_edit){keys[k], word});
		}
	}
}

/* A part of a page leads to the list that it is of. */
static void
set_whole(const struct page *pg, xmlNode *query)
{
	struct query whole = *pg->query; /* borrows from it */

	whole.per = 0;
	whole.by = whole.of == QUERY_OF_PEOPLE ? BY_NONE : BY_YEAR;
	href_set_query(
	    query, pg->list, &whole, (struct query_edit){KEY_NONE, NULL});
}

void
add_query(const struct page *pg, xmlNode *root)
{
	xmlNode *query = node_add(root, "query", NULL);

	node_set(query, "action", pg->list);
	if (pg->profile == NULL)
		node_set(query, "of", pg->section->name);
	if (pg->query->q != NULL)
		node_set(query, "q", pg->query->q);
	node_setf(query, "total", "%zu", pg->selection->total);
	node_setf(query, "shown", "%zu", pg->selection->matches);
	if (pg->group != NULL) {
		set_whole(pg, query);
		return;
	}
	add_filters(pg, query);
	query_params(pg->query, add_param, query);
	href_set(pg, node_add(query, "reset", NULL), "href", pg->list);
	add_choices(pg, query);
}

static void
add_facet_value(const struct page *pg, xmlNode *facet,
    const struct facet_value *fv, enum field f)
{
	xmlNode *value = node_add(facet, "value", NULL);
	/*
	 * A value that is asked for by a range or by a word is not there to
	 * be toggled: its link takes the whole key away.
	 */
	const struct dict *dict = &pg->selection->index->fields[f].dict;
	const char *id = dict_id(dict, fv->value);
	bool whole = fv->current && !query_has(pg->query, f, id);

	node_set(value, "id", id);
	set_label(pg, f, id, value);
	node_setf(value, "n", "%zu", fv->n);
	if (fv->current)
		node_set(value, "current", "true");
	set_href(pg, value,
	    (struct query_edit){query_field_key(f), whole ? NULL : id});
}

void
add_facets(const struct page *pg, xmlNode *root)
{
	for (size_t k = 0; k < ARRAY_SIZE(facet_order); k++) {
		enum field f = facet_order[k];
		struct facet fc;

		if (!query_key_is_of(query_field_key(f), pg->query->of))
			continue;
		facet_count(&fc, pg->selection, f);
		if (facet_matters(&fc, pg->selection)) {
			xmlNode *facet = node_add(root, "facet", NULL);

			node_set(
			    facet, "key", query_key_name(query_field_key(f)));
			if (fc.more > 0)
				node_setf(facet, "more", "%zu", fc.more);
			for (size_t i = 0; i < fc.n; i++)
				add_facet_value(pg, facet, &fc.values[i], f);
		}
		facet_release(&fc);
	}
}

static void
add_page_link(const struct page *pg, xmlNode *pager, unsigned n)
{
	xmlNode *page = node_add(pager, "page", NULL);
	char number[16];

	snprintf(number, sizeof(number), "%u", n);
	node_set(page, "n", number);
	if (n == pg->selection->page)
		node_set(page, "current", "true");
	set_href(
	    pg, page, (struct query_edit){KEY_PAGE, n > 1 ? number : NULL});
}

void
add_pager(const struct page *pg, xmlNode *root)
{
	const struct selection *sel = pg->selection;
	xmlNode *pager;

	if (sel->pages < 2)
		return;
	pager = node_add(root, "pager", NULL);
	node_setf(pager, "page", "%u", sel->page);
	node_setf(pager, "pages", "%u", sel->pages);
	node_setf(pager, "per", "%u", query_per(pg->query));
	for (unsigned n = 1; n <= sel->pages; n++)
		if (n == 1 || n == sel->pages ||
		    (n + PAGER_AROUND >= sel->page &&
			n <= sel->page + PAGER_AROUND))
			add_page_link(pg, pager, n);
}

void
add_groups(const struct page *pg, xmlNode *list)
{
	const struct selection *sel = pg->selection;

	for (size_t i = 0; i < sel->ngroups; i++) {
		const struct group *g = &sel->groups[i];
		xmlNode *group = node_add(list, "group", NULL);

		node_set(group, "key", query_chosen(pg->query, KEY_BY));
		node_set(group, "id", g->id);
		if (g->label != NULL)
			node_set(group, "label", g->label);
		copy_lang(pg, g->lang, group);
		node_setf(group, "n", "%zu", g->n);
		node_setf(group, "slot", "items %zu", i);
	}
}

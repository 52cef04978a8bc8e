/* SPDX-License-Identifier: MIT */
/* viewfile.c - the documents that the sheets of feeds and files get. */
#include <stdio.h>
#include <string.h>

#include "url.h"
#include "view.h"
#include "viewbase.h"
#include "viewcopy.h"
#include "viewlist.h"
#include "viewmany.h"
#include "xmlnode.h"

/* What a feed says of itself; `date` is "" when nothing in it has one. */
static void
add_feed_page(const struct page *pg, xmlNode *page, const char *date)
{
	node_setf(page, "self", "%s%s", pg->site->base_url,
	    pg->path + strlen(pg->base));
	node_set(page, "date", date);
	view_dates(page);
}

/* The feed is as new as its newest entry. */
static const char *
newest_date(const xmlNode *section)
{
	const char *newest = "";

	for (const xmlNode *n = node_first(section, NULL); n != NULL;
	     n = node_next(n, NULL)) {
		const char *date = node_attr(n, "date");

		if (date != NULL && strcmp(date, newest) > 0)
			newest = date;
	}
	return newest;
}

xmlDoc *
view_feed(const struct page *pg, const struct section *s)
{
	xmlNode *root = view_new(pg, s->id);
	xmlNode *page = node_first(root, "page");
	xmlNode *section;

	view_person_of(pg, root);
	section = copy_entry(pg, s->node, root);
	for (xmlNode *n = node_first(section, NULL); n != NULL;
	     n = node_next(n, NULL))
		view_dates(n);
	add_feed_page(pg, page, newest_date(section));
	return root->doc;
}

/* The newest day of the selection; unknown months and days are left out. */
static void
newest_publication(const struct selection *sel, char buf[16])
{
	int newest = 0;

	for (size_t i = 0; i < sel->n; i++)
		if (sel->index->rows[sel->rows[i]].date > newest)
			newest = sel->index->rows[sel->rows[i]].date;
	buf[0] = '\0';
	if (newest > 0)
		snprintf(buf, 16,
		    newest % 10000 == 0 ? "%04d"
		    : newest % 100 == 0 ? "%04d-%02d"
					: "%04d-%02d-%02d",
		    newest / 10000, newest / 100 % 100, newest % 100);
}

xmlDoc *
view_export(const struct page *pg)
{
	const struct section *s = pg->section;
	xmlNode *root = view_new(pg, s->id);
	xmlNode *list;
	char date[16];

	if (pg->profile != NULL)
		view_person_of(pg, root);
	if (pg->query != NULL)
		add_query(pg, root);
	list = node_add(root, s->name, NULL);
	node_set(list, "id", s->id);
	node_setf(list, "n", "%zu", pg->selection->n);
	copy_headings(pg, s->node, list);
	/* a feed of news is short */
	for (size_t i = 0; strcmp(s->name, "news") == 0 && i < pg->selection->n;
	     i++)
		view_dates(node_first(
		    many_row(pg, pg->selection->rows[i], list), "item"));
	newest_publication(pg->selection, date);
	add_feed_page(pg, node_first(root, "page"), date);
	return root->doc;
}

xmlDoc *
view_person(const struct page *pg)
{
	static const char *const said[] = {"education", "experience", "awards"};
	const struct profile *p = pg->profile;
	xmlNode *root = view_new(pg, NULL);

	view_person_of(pg, root);
	for (size_t i = 0; i < p->nsections; i++)
		for (size_t k = 0; k < ARRAY_SIZE(said); k++)
			if (strcmp(p->sections[i].name, said[k]) == 0)
				copy_entry(pg, p->sections[i].node, root);
	return root->doc;
}

/* SPDX-License-Identifier: MIT */
/* viewgroup.c - the groups of the site. */
#include "viewgroup.h"
#include "href.h"
#include "places.h"
#include "viewcopy.h"
#include "xmlnode.h"

void
viewgroup_href(const struct page *pg, xmlNode *dst, const char *id)
{
	struct strbuf path;

	strbuf_init(&path);
	place_group(&path, pg->base, id);
	href_set(pg, dst, "href", path.buf);
	strbuf_release(&path);
}

/* A group as a link, with how many people are in it. */
static xmlNode *
add_group(const struct page *pg, const char *name, const struct site_group *g,
    xmlNode *parent)
{
	const struct column *c = &store_people(pg->store)->fields[FIELD_GROUP];
	long v = dict_find(&c->dict, g->id);
	xmlNode *dst = node_add(parent, name, NULL);

	node_set(dst, "id", g->id);
	viewgroup_href(pg, dst, g->id);
	node_setf(dst, "n", "%u", v >= 0 ? (unsigned)c->dict.uses[v] : 0);
	copy_children(pg, g->node, "name", dst);
	return dst;
}

/*
 * The groups that stand in `number`, -1 for the site, with what they are; no
 * deeper than files.
 */
static void
add_groups_in(const struct page *pg, long number, bool deep, xmlNode *parent)
{
	const struct site *site = pg->site;

	for (size_t i = 0; i < site->ngroups; i++) {
		xmlNode *dst;

		if (site->groups[i].parent != number)
			continue;
		dst = add_group(pg, "group", &site->groups[i], parent);
		copy_children(pg, site->groups[i].node, "description", dst);
		if (deep)
			add_groups_in(pg, (long)i, deep, dst);
	}
}

static void
add_parents(const struct page *pg, long number, xmlNode *parent)
{
	if (number < 0)
		return;
	add_parents(pg, pg->site->groups[number].parent, parent);
	add_group(pg, "parent", &pg->site->groups[number], parent);
}

void
viewgroup_one(const struct page *pg, xmlNode *parent)
{
	static const char *const said[] = {"description", "link"};
	xmlNode *dst;

	add_parents(pg, pg->group->parent, parent);
	dst = add_group(pg, "group", pg->group, parent);
	for (size_t i = 0; i < ARRAY_SIZE(said); i++)
		copy_children(pg, pg->group->node, said[i], dst);
	add_groups_in(pg, pg->group - pg->site->groups, false, dst);
	for (size_t i = 0; i < pg->nparts; i++) {
		xmlNode *s = node_add(dst, "section", NULL);

		node_set(s, "name", pg->parts[i].section->name);
		node_set(s, "id", pg->parts[i].section->id);
	}
}

void
viewgroup_all(const struct page *pg, xmlNode *parent)
{
	add_groups_in(pg, -1, true, node_add(parent, "groups", NULL));
}

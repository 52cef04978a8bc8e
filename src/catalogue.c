/* SPDX-License-Identifier: MIT */
/* catalogue.c - what everybody has, in the indexes of the site. */
#include <stdlib.h>

#include "catalogue.h"
#include "news.h"
#include "people.h"

void
catalogue_init(struct catalogue *c)
{
	*c = (struct catalogue){0};
	pubindex_init(&c->people, PUBINDEX_SITE);
	pubindex_init(&c->publications, PUBINDEX_SITE);
	pubindex_init(&c->news, PUBINDEX_SITE);
}

void
catalogue_release(struct catalogue *c)
{
	pubindex_release(&c->people);
	pubindex_release(&c->publications);
	pubindex_release(&c->news);
}

/* The groups that somebody is in, as an index wants them; borrowed. */
struct memberships {
	struct membership *v;
	size_t n;
};

static void
memberships_init(
    struct memberships *ms, const struct site *site, const xmlNode *person)
{
	size_t *numbers = NULL;

	*ms = (struct memberships){0};
	if (site != NULL)
		numbers = site_groups_around(site, person, &ms->n);
	ms->v = xcalloc(ms->n, sizeof(*ms->v));
	for (size_t i = 0; i < ms->n; i++) {
		const struct site_group *g = &site->groups[numbers[i]];

		ms->v[i] = (struct membership){g->id, g->label};
	}
	free(numbers);
}

static void
replace(struct pubindex *ix, const struct member *m, struct pubsource source,
    const struct memberships *ms)
{
	source.groups = ms->v;
	source.ngroups = ms->n;
	pubindex_replace(ix, m->number, &source);
}

/* Nothing that rows of a member who was not there are compared with. */
static uint64_t
context_of(const struct catalogue *c, const struct member *m,
    const struct profile *p, const struct memberships *ms)
{
	uint64_t context;

	if (!pubindex_has(&c->people, m->number))
		return 0;
	context = profile_context(p);
	for (size_t i = 0; i < ms->n; i++)
		context =
		    hash_str(hash_str(context, ms->v[i].id), ms->v[i].label);
	return context;
}

void
catalogue_take(struct catalogue *c, const struct site *site,
    const struct member *m, const struct profile *p)
{
	struct pubsource source = profile_source(p);
	struct memberships ms;
	xmlNode **items;

	memberships_init(&ms, site, p->person);
	source.context = context_of(c, m, p, &ms);
	replace(&c->publications, m, source, &ms);
	source.kind = &people_rows;
	source.nodes = &p->person;
	source.n = 1;
	replace(&c->people, m, source, &ms);
	items = news_items(p, &source.n);
	source.kind = &news_rows;
	/* they are made of publications, too */
	source.context = 0;
	source.nodes = items;
	replace(&c->news, m, source, &ms);
	free(items);
	free(ms.v);
	c->unsettled = true;
}

void
catalogue_drop(struct catalogue *c, const struct member *m)
{
	pubindex_remove(&c->people, m->number);
	pubindex_remove(&c->publications, m->number);
	pubindex_remove(&c->news, m->number);
	c->unsettled = true;
}

struct regrouping {
	const struct site *site;
	const struct roster *people;
};

/* All values that the rows of an owner have in the field of groups. */
static void
collect_again(void *ctx, uint32_t owner, const struct pubfields *to)
{
	const struct regrouping *r = ctx;
	const struct entry *e = roster_numbered(r->people, owner);
	xmlNode *person = e != NULL ? member_open(&e->member) : NULL;
	struct memberships ms;

	if (person == NULL)
		return;
	memberships_init(&ms, r->site, person);
	for (size_t i = 0; i < ms.n; i++)
		to->add(to->ctx, FIELD_GROUP, ms.v[i].id, ms.v[i].label,
		    ms.v[i].label, NULL);
	free(ms.v);
	member_close(person);
}

void
catalogue_regroup(
    struct catalogue *c, const struct site *site, const struct roster *people)
{
	struct regrouping r = {site, people};
	struct pubindex *const indexes[] = {
	    &c->people, &c->publications, &c->news};

	for (size_t i = 0; i < ARRAY_SIZE(indexes); i++)
		pubindex_refill(indexes[i], FIELD_GROUP, collect_again, &r);
}

void
catalogue_settle(struct catalogue *c)
{
	if (!c->unsettled)
		return;
	pubindex_settle(&c->people);
	pubindex_settle(&c->publications);
	pubindex_settle(&c->news);
	c->unsettled = false;
}

void
catalogue_image(struct image *im, struct catalogue *c)
{
	pubindex_image(im, &c->people);
	pubindex_image(im, &c->publications);
	pubindex_image(im, &c->news);
}

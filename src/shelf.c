/* SPDX-License-Identifier: MIT */
/* shelf.c - the profiles that are in memory, within bounds. */
#include "shelf.h"

static void
link_newest(struct shelf *s, struct entry *e)
{
	e->newer = NULL;
	e->older = s->newest;
	if (s->newest != NULL)
		s->newest->newer = e;
	else
		s->oldest = e;
	s->newest = e;
}

static void
link_oldest(struct shelf *s, struct entry *e)
{
	e->older = NULL;
	e->newer = s->oldest;
	if (s->oldest != NULL)
		s->oldest->older = e;
	else
		s->newest = e;
	s->oldest = e;
}

static void
unlink_entry(struct shelf *s, struct entry *e)
{
	if (e->newer != NULL)
		e->newer->older = e->older;
	else
		s->newest = e->older;
	if (e->older != NULL)
		e->older->newer = e->newer;
	else
		s->oldest = e->newer;
	e->newer = NULL;
	e->older = NULL;
}

void
shelf_put(struct shelf *s, struct entry *e, struct profile *p)
{
	shelf_drop(s, e);
	e->profile = p;
	s->bytes += p->bytes;
	link_oldest(s, e);
}

void
shelf_touch(struct shelf *s, struct entry *e)
{
	if (s->newest == e)
		return;
	unlink_entry(s, e);
	link_newest(s, e);
}

void
shelf_drop(struct shelf *s, struct entry *e)
{
	if (e->profile == NULL)
		return;
	unlink_entry(s, e);
	s->bytes -= e->profile->bytes;
	profile_free(e->profile);
	e->profile = NULL;
}

void
shelf_trim(struct shelf *s, const struct profile *keep,
    bool (*stays)(const void *ctx, const struct entry *e), const void *ctx)
{
	struct entry *e = s->oldest;

	while (e != NULL && s->bytes > s->max_bytes) {
		struct entry *newer = e->newer;

		if (e->profile != keep && !stays(ctx, e))
			shelf_drop(s, e);
		e = newer;
	}
}

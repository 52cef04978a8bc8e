/* SPDX-License-Identifier: MIT */
/* roster.c - everybody whom the store knows. */
#include <stdlib.h>
#include <string.h>

#include "roster.h"

static int
compare_to_id(const void *key, const void *element)
{
	const struct entry *const *e = element;

	return strcmp(key, (*e)->member.id);
}

struct entry *
roster_find(const struct roster *r, const char *id)
{
	struct entry *const *found;

	if (r->nsorted == 0)
		return NULL;
	found = bsearch(
	    id, r->entries, r->nsorted, sizeof(*r->entries), compare_to_id);
	return found != NULL ? *found : NULL;
}

struct entry *
roster_numbered(const struct roster *r, uint32_t number)
{
	return number < r->n ? r->numbered[number] : NULL;
}

struct entry *
roster_add(struct roster *r, char *id, char *path)
{
	struct entry *e = xcalloc(1, sizeof(*e));

	e->member.id = id;
	e->member.number = (uint32_t)r->n;
	e->file.path = path;
	r->entries = grow(r->entries, r->n, &r->cap, sizeof(*r->entries));
	r->numbered =
	    grow(r->numbered, r->n, &r->numbered_cap, sizeof(*r->numbered));
	r->entries[r->n] = e;
	r->numbered[r->n++] = e;
	return e;
}

static int
compare_entries(const void *x, const void *y)
{
	const struct entry *const *a = x;
	const struct entry *const *b = y;

	return strcmp((*a)->member.id, (*b)->member.id);
}

void
roster_sort(struct roster *r)
{
	if (r->nsorted == r->n)
		return;
	qsort(r->entries, r->n, sizeof(*r->entries), compare_entries);
	r->nsorted = r->n;
}

/* Sums know no order, so that one of ten thousand can change by itself. */
void
roster_note(struct roster *r, struct entry *e)
{
	const struct member *m = &e->member;
	uint64_t id = hash_str(HASH_SEED, m->id);
	bool was = e->share != 0;

	r->digest -= e->share;
	e->share = 0;
	if (member_is_shown(m))
		e->share = hash_bytes(id, &m->digest, sizeof(m->digest)) | 1;
	r->digest += e->share;
	if (was == (e->share != 0))
		return;
	r->who += was ? -id : id;
	r->stale = true;
}

void
roster_update(struct roster *r)
{
	r->stale = false;
	r->nshown = 0;
	for (size_t i = 0; i < r->nsorted; i++) {
		if (!member_is_shown(&r->entries[i]->member))
			continue;
		r->shown =
		    grow(r->shown, r->nshown, &r->shown_cap, sizeof(*r->shown));
		r->shown[r->nshown++] = r->entries[i];
	}
}

void
roster_release(struct roster *r)
{
	for (size_t i = 0; i < r->n; i++) {
		profile_free(r->entries[i]->profile);
		member_release(&r->entries[i]->member);
		source_release(&r->entries[i]->file);
		free(r->entries[i]);
	}
	free(r->entries);
	free(r->numbered);
	free(r->shown);
	*r = (struct roster){0};
}

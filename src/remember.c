/* SPDX-License-Identifier: MIT */
/* remember.c - what is known of everybody, for the next process. */
#include <stdlib.h>
#include <string.h>

#include "image.h"
#include "log.h"
#include "remember.h"

static const char name[] = "remembered";

/* One person, in order of numbers. */
struct record {
	uint64_t digest;
	uint64_t tried;
	uint64_t state;
	uint64_t home;
	uint64_t unchecked;
	uint64_t bytes;	     /* of the member, packed; 0: none */
	struct file_id seen; /* all zero: to be looked at in any case */
};

struct records {
	struct record *v; /* owned */
	size_t n;
	struct strlist ids;
	struct strlist paths;
	char *members; /* owned; what they keep, one behind the other */
	size_t nbytes;
};

static void
release(struct records *rs)
{
	free(rs->v);
	strlist_release(&rs->ids);
	strlist_release(&rs->paths);
	free(rs->members);
}

static void
records_image(struct image *im, struct records *rs)
{
	rs->v = image_array(im, rs->v, &rs->n, NULL, sizeof(*rs->v));
	strlist_image(im, &rs->ids);
	strlist_image(im, &rs->paths);
	rs->members = image_array(im, rs->members, &rs->nbytes, NULL, 1);
	if (rs->ids.n != rs->n || rs->paths.n != rs->n)
		im->bad = true;
}

/* Only a good file is believed: any other is looked at anew. */
static struct record
record_of(const struct entry *e)
{
	struct record r = {.digest = e->member.digest,
	    .state = e->member.state,
	    .home = e->file.home,
	    .unchecked = e->unchecked,
	    .bytes = e->member.n};

	if (e->member.state == MEMBER_GOOD) {
		r.tried = e->file.tried;
		if (!e->file.racy)
			r.seen = e->file.seen;
	}
	return r;
}

static void
collect(const struct roster *people, struct records *rs)
{
	struct strbuf members;

	strbuf_init(&members);
	rs->n = people->n;
	rs->v = xcalloc(people->n, sizeof(*rs->v));
	for (size_t i = 0; i < people->n; i++) {
		const struct entry *e = people->numbered[i];
		const char *id = e->member.id;

		rs->v[i] = record_of(e);
		strlist_add(&rs->ids, id, strlen(id));
		strlist_add(&rs->paths, e->file.path, strlen(e->file.path));
		if (e->member.packed != NULL)
			strbuf_add(&members, e->member.packed, e->member.n);
	}
	rs->nbytes = members.len;
	rs->members = strbuf_detach(&members);
}

static void
restore(struct roster *people, const struct records *rs, size_t i,
    const char *packed)
{
	const struct record *r = &rs->v[i];
	struct entry *e = roster_add(people, xstrdup(strlist_get(&rs->ids, i)),
	    xstrdup(strlist_get(&rs->paths, i)));

	e->member.state = (enum member_state)r->state;
	e->file.home = r->home;
	e->unchecked = r->unchecked != 0;
	e->file.seen = r->seen;
	e->file.tried = r->tried;
	if (member_is_shown(&e->member))
		member_put(
		    &e->member, packed, r->bytes, r->digest, e->member.state);
}

static uint64_t
key_of(const struct intake *in)
{
	uint64_t program = image_program();
	uint64_t rules = schemas_digest(in->schemas);

	if (program == 0)
		return 0;
	program = hash_bytes(program, &rules, sizeof(rules));
	return hash_str(program, in->data_dir);
}

void
remember_save(struct census *c, struct catalogue *lists, uint64_t site)
{
	struct records rs = {0};
	struct image im;

	if (image_save(&im, c->in.state_dir, name, key_of(&c->in)) != 0)
		return;
	collect(&c->people, &rs);
	records_image(&im, &rs);
	catalogue_image(&im, lists);
	image_number(&im, &site);
	if (image_end(&im, c->in.state_dir, name) == 0)
		log_event(LOG_DEBUG, "%s/%s: written", c->in.state_dir, name);
	release(&rs);
}

bool
remember_load(struct census *c, struct catalogue *lists, uint64_t *site)
{
	struct records rs = {0};
	struct image im;
	bool good;

	if (image_load(&im, c->in.state_dir, name, key_of(&c->in)) != 0)
		return false;
	records_image(&im, &rs);
	catalogue_image(&im, lists);
	image_number(&im, site);
	good = image_end(&im, c->in.state_dir, name) == 0;
	for (size_t i = 0, at = 0; good && i < rs.n; at += rs.v[i++].bytes)
		restore(&c->people, &rs, i, rs.members + at);
	roster_sort(&c->people);
	release(&rs);
	if (!good) {
		catalogue_release(lists);
		catalogue_init(lists);
	}
	return good;
}

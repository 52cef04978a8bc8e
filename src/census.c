/* SPDX-License-Identifier: MIT */
/* census.c - who is there. */
#include <stdlib.h>
#include <string.h>

#include "census.h"
#include "log.h"
#include "reserved.h"
#include "tombs.h"

/* A person of whom nothing is known but the name of a file. Consumes `id`. */
static void
add_person(struct census *c, char *id)
{
	struct strbuf path;
	struct entry *e;

	strbuf_init(&path);
	strbuf_printf(&path, "people/%s.xml", id);
	e = roster_add(&c->people, id, strbuf_detach(&path));
	if (person_id_is_reserved(id)) {
		e->member.state = MEMBER_RESERVED;
		log_event(LOG_ERROR,
		    "%s: the program uses this word itself; rename the file",
		    e->file.path);
	}
	strbuf_release(&path);
}

static void
note_name(void *ctx, const char *name)
{
	struct census *c = ctx;
	char *id = person_id_of_file(name);

	if (id != NULL && roster_find(&c->people, id) == NULL)
		add_person(c, id);
	else
		free(id);
}

static void
note_tomb(void *ctx, const char *id)
{
	struct census *c = ctx;
	struct strbuf name;

	strbuf_init(&name);
	strbuf_printf(&name, "%s.xml", id);
	note_name(c, name.buf);
	strbuf_release(&name);
}

void
census_begin(struct census *c)
{
	tombs_list(c->in.state_dir, note_tomb, c);
	roster_sort(&c->people);
	for (size_t i = 0; i < c->people.n; i++) {
		struct member *m = &c->people.entries[i]->member;

		if (m->state == MEMBER_NONE)
			m->state = MEMBER_GONE;
	}
}

void
census_release(struct census *c)
{
	roster_release(&c->people);
}

void
census_list(struct census *c, int64_t now_ms)
{
	/* files that cannot be listed are missing: the round tells */
	(void)folder_look(
	    &c->folder, c->in.dirfd, "people", now_ms, note_name, c);
	roster_sort(&c->people);
}

static void
bury(struct census *c, struct entry *e)
{
	if (member_is_shown(&e->member)) {
		log_event(LOG_NOTICE,
		    "%s: was taken away; its pages answer 410", e->file.path);
		intake_bury(&c->in, e);
		c->changed(c->ctx, e);
	} else if (e->member.state == MEMBER_BROKEN) {
		e->member.state = MEMBER_NONE;
	}
}

static void
hold(struct census *c, struct entry *e)
{
	if (e->member.state != MEMBER_GOOD)
		return;
	intake_fall_back(&c->in, e);
	if (!member_is_shown(&e->member))
		c->changed(c->ctx, e);
}

static void
log_holding(const struct census *c, size_t missing, const struct entry *first)
{
	log_event(LOG_ERROR,
	    "%s/%s: No such file or directory%s; the last good version%s "
	    "served, because %zu of %zu profiles are missing at once",
	    c->in.data_dir, first->file.path,
	    missing > 1 ? " (nor are others)" : "",
	    missing > 1 ? "s are" : " is", missing, c->people.nshown);
}

/* Those shown whose files are missing for sure; the first goes to `first`. */
static size_t
count_missing(const struct roster *r, const struct entry **first)
{
	size_t missing = 0;

	for (size_t i = 0; i < r->nshown; i++)
		if (r->shown[i]->absence == ABSENCE_SURE && missing++ == 0)
			*first = r->shown[i];
	return missing;
}

/*
 * After a round: files that are missing were taken away, unless they are
 * more than half of all. Then somebody forgot to mount a disk.
 */
static void
end_round(struct census *c)
{
	struct roster *r = &c->people;
	const struct entry *first = NULL;
	size_t missing;
	bool held = c->holding;

	if (c->nabsent == 0)
		return;
	roster_update(r);
	missing = count_missing(r, &first);
	c->holding = missing * 2 > r->nshown;
	if (c->holding && !held)
		log_holding(c, missing, first);
	for (size_t i = 0; i < r->n; i++) {
		if (r->entries[i]->absence != ABSENCE_SURE)
			continue;
		if (c->holding)
			hold(c, r->entries[i]);
		else
			bury(c, r->entries[i]);
	}
	c->nabsent = 0;
}

/* True if that was more than a look. */
static bool
look_at(struct census *c, struct entry *e, int64_t now_ms)
{
	enum intake_news news;

	if (e->member.state == MEMBER_RESERVED)
		return false;
	news = intake_person(&c->in, e, now_ms);
	if (e->absence != ABSENCE_NONE)
		c->nabsent++;
	if (news == INTAKE_OTHER)
		c->changed(c->ctx, e);
	return news != INTAKE_SAME;
}

void
census_look(struct census *c, bool all, int64_t now_ms)
{
	const size_t n = c->people.n;
	const size_t due = all ? n : sweep_due(&c->sweep, n, now_ms);
	const int64_t began_ns = c->clock_ns();
	int64_t taking_ns = 0;
	int64_t at_ns = began_ns;
	size_t looks = 0;

	for (; looks < due; looks++) {
		bool took = look_at(c, c->people.entries[c->at], now_ms);
		int64_t was_ns = at_ns;

		at_ns = c->clock_ns();
		if (took) {
			taking_ns += at_ns - was_ns;
			intake_trim(&c->in, NULL);
		}
		c->at = (c->at + 1) % n;
		if (c->at == 0)
			end_round(c);
		if (!all && looks >= SWEEP_SLICE &&
		    at_ns - began_ns > SWEEP_MAX_STALL_MS * 1000000L)
			break;
	}
	if (looks > 0)
		sweep_done(
		    &c->sweep, looks, at_ns - began_ns - taking_ns, now_ms);
}

void
census_visit(struct census *c, struct entry *e, int64_t now_ms)
{
	if (e->visited_ms == now_ms || c->people.n <= SWEEP_SLICE)
		return;
	e->visited_ms = now_ms;
	look_at(c, e, now_ms);
}

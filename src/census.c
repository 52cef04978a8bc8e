/* SPDX-License-Identifier: MIT */
/* census.c - who is there. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "census.h"
#include "log.h"
#include "reserved.h"

void
census_begin(struct census *c)
{
	listing_begin(&c->listing, &c->people, c->in.state_dir);
}

void
census_release(struct census *c)
{
	listing_release(&c->listing);
	roster_release(&c->people);
}

void
census_set_template(struct census *c, const char *template)
{
	listing_set_template(&c->listing, template);
}

/* Nobody is found in a directory; once, `before` is what the last look said. */
static void
tell_folder(const struct folder *f, int before, const char *path)
{
	if (f->error != 0 && f->error != before)
		log_event(LOG_ERROR, "%s: %s; no profile is found there", path,
		    strerror(f->error));
}

void
census_list(struct census *c, int64_t now_ms)
{
	struct listing *l = &c->listing;
	const int people = l->people.error;
	const int homes = l->homes.error;
	struct strbuf path;

	listing_look(l, c->in.dirfd, now_ms);
	strbuf_init(&path);
	strbuf_printf(&path, "%s/people", c->in.data_dir);
	/* they may all be at home, or come later */
	if (l->people.error != ENOENT)
		tell_folder(&l->people, people, path.buf);
	tell_folder(&l->homes, homes, l->template);
	strbuf_release(&path);
}

/* The file of somebody who cannot be served; once, if there is one. */
static void
refuse(struct census *c, struct entry *e)
{
	const char *id = e->member.id;
	struct file_id seen;
	struct strbuf file;

	if (e->refused || file_stat(c->in.dirfd, e->file.path, &seen) != 0)
		return;
	e->refused = true;
	strbuf_init(&file);
	intake_name(&c->in, &e->file, &file);
	if (person_id_is_valid(id))
		log_event(LOG_ERROR,
		    "%s: the program uses the word \"%s\" itself; rename %s",
		    file.buf, id,
		    e->file.home > 0 ? "the directory" : "the file");
	else
		log_event(LOG_ERROR,
		    "%s: \"%s\" is no id; it may have a-z, 0-9 and -", file.buf,
		    id);
	strbuf_release(&file);
}

static void
bury(struct census *c, struct entry *e)
{
	if (member_is_shown(&e->member)) {
		if (!e->entombed)
			log_event(LOG_NOTICE,
			    "%s: was taken away; its pages answer 410",
			    e->file.path);
		intake_bury(&c->in, e);
		c->changed(c->ctx, e);
		listing_forget_homes(&c->listing);
	} else if (e->member.state == MEMBER_BROKEN) {
		e->member.state = MEMBER_NONE;
	}
}

static void
hold(struct census *c, struct entry *e)
{
	const uint64_t before = e->member.digest;

	/* what was not checked is not shown before the file is back */
	if (e->member.state != MEMBER_GOOD || e->unchecked)
		return;
	intake_fall_back(&c->in, e);
	if (!member_is_shown(&e->member) || e->member.digest != before)
		c->changed(c->ctx, e);
}

static void
log_holding(const struct census *c, size_t missing, const struct entry *first)
{
	struct strbuf file;

	strbuf_init(&file);
	intake_name(&c->in, &first->file, &file);
	log_event(LOG_ERROR,
	    "%s: No such file or directory%s; the last good version%s served, "
	    "because %zu of %zu profiles are missing at once; vitae(1), FILES, "
	    "says how to empty a site",
	    file.buf, missing > 1 ? " (nor are others)" : "",
	    missing > 1 ? "s are" : " is", missing, c->people.nshown);
	strbuf_release(&file);
}

/*
 * Those shown whose files are missing; the first of whom it is sure goes to
 * `first`. The others count as much: a disk may have vanished in the middle
 * of a round.
 */
static size_t
count_missing(const struct roster *r, const struct entry **first)
{
	size_t missing = 0;

	*first = NULL;
	for (size_t i = 0; i < r->nshown; i++) {
		const struct entry *e = r->shown[i];

		if (e->absence == ABSENCE_SURE && *first == NULL)
			*first = e;
		missing += e->absence != ABSENCE_NONE;
	}
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
	const struct entry *first;
	size_t missing;
	bool held = c->holding;

	if (c->nabsent == 0)
		return;
	roster_update(r);
	missing = count_missing(r, &first);
	c->holding = missing * 2 > r->nshown && first != NULL;
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

	if (e->member.state == MEMBER_RESERVED) {
		refuse(c, e);
		return false;
	}
	news = intake_person(&c->in, e, now_ms);
	if (e->absence != ABSENCE_NONE)
		c->nabsent++;
	if (news == INTAKE_OTHER)
		c->changed(c->ctx, e);
	if (news == INTAKE_SAME)
		return false;
	intake_indexed(&c->in, e);
	c->taken++;
	return true;
}

/* One that is no good is taken again, as if it had just been written. */
static void
check(struct census *c, struct entry *e, int64_t now_ms)
{
	if (e->unchecked)
		c->taken++;
	if (!intake_check(&c->in, e))
		look_at(c, e, now_ms);
}

/* Whose turn it is to be checked; NULL: all have had it. */
static struct entry *
next_unchecked(struct census *c)
{
	while (c->checked < c->people.n) {
		struct entry *e = c->people.numbered[c->checked++];

		if (e->unchecked)
			return e;
	}
	return NULL;
}

size_t
census_check(struct census *c, size_t n, int64_t now_ms)
{
	struct entry *e;
	size_t done = 0;

	for (; done < n && (e = next_unchecked(c)) != NULL; done++) {
		check(c, e, now_ms);
		intake_trim(&c->in, NULL);
	}
	return done;
}

/*
 * Some of those that were taken unchecked, within the time that was saved
 * since the last ones.
 */
static void
check_some(struct census *c, int64_t now_ms)
{
	const int64_t may_ns = sweep_share_ns(now_ms - c->checked_ms);
	int64_t took_ns = 0;
	int64_t at_ns;

	if (c->checked == c->people.n)
		return;
	at_ns = c->clock_ns();
	while (took_ns + c->check_ns <= may_ns &&
	       took_ns < SWEEP_MAX_STALL_MS * 1000000L &&
	       census_check(c, 1, now_ms) > 0) {
		c->check_ns = c->clock_ns() - at_ns;
		at_ns += c->check_ns;
		took_ns += c->check_ns;
		c->checked_ms = now_ms;
	}
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

	c->in.whole = due == n;
	c->in.trusting = c->in.trusting && n > CENSUS_CHECKED;
	if (c->in.whole)
		c->at = 0;
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
		if (!all && !sweep_takes_all(&c->sweep, n) &&
		    looks >= SWEEP_SLICE &&
		    at_ns - began_ns > SWEEP_MAX_STALL_MS * 1000000L)
			break;
	}
	if (looks > 0)
		sweep_done(
		    &c->sweep, looks, at_ns - began_ns - taking_ns, now_ms);
	if (all)
		c->checked_ms = now_ms;
	else
		check_some(c, now_ms);
}

void
census_visit(struct census *c, struct entry *e, int64_t now_ms)
{
	check(c, e, now_ms);
	if (e->visited_ms == now_ms || sweep_takes_all(&c->sweep, c->people.n))
		return;
	e->visited_ms = now_ms;
	look_at(c, e, now_ms);
}

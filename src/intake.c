/* SPDX-License-Identifier: MIT */
/* intake.c - bytes of a file -> the version that is served. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "intake.h"
#include "lastgood.h"
#include "log.h"
#include "tombs.h"

static const char *
words_for(bool served)
{
	return served ? "the last good version is served"
		      : "there is no version to serve";
}

/* One line, once: where to look, what else there is, what is served. */
static void
log_problems(const struct diag *d, bool served)
{
	const struct problem *p = &d->problems[0];

	log_event(LOG_ERROR, "%s:%d: %s%s; %s", p->file, p->line, p->text,
	    d->n > 1 ? " (vitae check tells the other problems)" : "",
	    words_for(served));
}

void
intake_name(
    const struct intake *in, const struct source *src, struct strbuf *sb)
{
	if (src->path[0] != '/')
		strbuf_printf(sb, "%s/", in->data_dir);
	strbuf_puts(sb, src->path);
}

static void
log_error(
    const struct intake *in, const struct source *src, int error, bool served)
{
	struct strbuf file;

	strbuf_init(&file);
	intake_name(in, src, &file);
	log_event(LOG_ERROR, "%s: %s; %s", file.buf, file_strerror(error),
	    words_for(served));
	strbuf_release(&file);
}

/* Is `fd` still what the path leads to? */
static bool
is_current(int fd, const char *path)
{
	struct stat there;
	struct stat open;

	return stat(path, &there) != 0 || fstat(fd, &open) != 0 ||
	       (there.st_dev == open.st_dev && there.st_ino == open.st_ino);
}

bool
intake_open(struct intake *in)
{
	if (in->dirfd >= 0 && !is_current(in->dirfd, in->data_dir)) {
		close(in->dirfd);
		in->dirfd = -1;
	}
	if (in->dirfd < 0)
		in->dirfd = file_open_dir(in->data_dir);
	return in->dirfd >= 0;
}

/* Consumes `p`, which may be NULL. */
static bool
set_profile(struct intake *in, struct entry *e, struct profile *p,
    enum member_state state)
{
	if (p == NULL)
		return false;
	e->unchecked = false;
	member_set(&e->member, p, state);
	shelf_put(&in->shelf, e, p);
	return true;
}

/*
 * The copy of a good version that is kept beside the data: the version that
 * is served, or, when a new process starts, the one that was.
 */
static bool
restore(struct intake *in, struct entry *e)
{
	struct member *m = &e->member;
	struct strbuf xml;
	struct diag d;
	bool done = false;

	diag_init(&d);
	strbuf_init(&xml);
	if (lastgood_read(in->state_dir, m->id, in->max_file_bytes, &xml) ==
	    0) {
		/* what is served already can be read when it is asked for */
		done = m->packed != NULL &&
		       profile_digest(m->id, source_digest(&xml)) == m->digest;
		if (!done && set_profile(in, e,
				 profile_parse(xml.buf, xml.len, e->file.path,
				     m->id, in->schemas, &d),
				 MEMBER_LAST_GOOD)) {
			log_event(LOG_NOTICE,
			    "%s: the copy of its last good version is served",
			    e->file.path);
			done = true;
		}
	}
	strbuf_release(&xml);
	diag_release(&d);
	return done;
}

static void
forget(struct intake *in, struct entry *e, enum member_state state)
{
	e->unchecked = false;
	shelf_drop(&in->shelf, e);
	member_clear(&e->member, state);
}

bool
intake_fall_back(struct intake *in, struct entry *e)
{
	/* what was never found good is nothing to go back to */
	if (e->unchecked)
		forget(in, e, MEMBER_NONE);
	if (e->profile != NULL || restore(in, e))
		e->member.state = MEMBER_LAST_GOOD;
	else
		member_clear(&e->member, MEMBER_BROKEN);
	return member_is_shown(&e->member);
}

void
intake_bury(struct intake *in, struct entry *e)
{
	forget(in, e, MEMBER_GONE);
	tombs_add(in->state_dir, e->member.id);
}

/* For now, and on no shelf; false: it has to be looked at at once. */
static bool
take_unchecked(struct entry *e, const struct strbuf *xml)
{
	e->profile = profile_skim(
	    xml->buf, xml->len, e->file.path, e->member.id, e->file.tried);
	e->unchecked = e->profile != NULL;
	if (e->unchecked)
		member_set(&e->member, e->profile, MEMBER_GOOD);
	return e->unchecked;
}

static void
take_person(struct intake *in, struct entry *e, const struct strbuf *xml)
{
	struct strbuf file;
	struct diag d;

	diag_init(&d);
	strbuf_init(&file);
	intake_name(in, &e->file, &file);
	if (set_profile(in, e,
		profile_parse(xml->buf, xml->len, file.buf, e->member.id,
		    in->schemas, &d),
		MEMBER_GOOD))
		lastgood_write(in->state_dir, e->member.id, xml,
		    e->file.seen.mtime_ns, &in->uncopied);
	else
		log_problems(&d, intake_fall_back(in, e));
	strbuf_release(&file);
	diag_release(&d);
}

/* The file is there, good or bad. */
static void
note_presence(struct intake *in, struct entry *e)
{
	e->absence = ABSENCE_NONE;
	if (e->member.state == MEMBER_GONE || e->entombed)
		tombs_remove(in->state_dir, e->member.id);
	e->entombed = false;
}

/* Nothing has come or gone in the directory for a while. */
static bool
is_quiet_around(
    const struct intake *in, const struct source *src, int64_t now_ms)
{
	const char *slash = strrchr(src->path, '/');
	struct file_id id;
	char *dir;
	int error;

	if (slash == NULL)
		return false;
	dir = xstrndup(src->path, (size_t)(slash - src->path));
	error = file_stat(in->dirfd, dir, &id);
	free(dir);
	return error == 0 && !source_is_racy(&id, now_ms);
}

/*
 * There is no file: the same as before, until that is sure. It is after a
 * second look, or when it must have been so for longer than a writer takes
 * for two steps.
 */
static enum intake_news
note_absence(const struct intake *in, struct entry *e, int64_t now_ms)
{
	if (e->absence == ABSENCE_ONCE ||
	    (in->whole && is_quiet_around(in, &e->file, now_ms)))
		e->absence = ABSENCE_SURE;
	if (e->absence == ABSENCE_NONE)
		e->absence = ABSENCE_ONCE;
	return INTAKE_SAME;
}

enum intake_news
intake_person(struct intake *in, struct entry *e, int64_t now_ms)
{
	const uint64_t before = e->member.digest;
	const bool shown = member_is_shown(&e->member);
	enum source_news news;
	struct strbuf xml;
	int error;

	strbuf_init(&xml);
	news = source_look(
	    &e->file, in->dirfd, in->max_file_bytes, now_ms, &xml, &error);
	if (error == ENOENT || error == ENOTDIR) {
		strbuf_release(&xml);
		return note_absence(in, e, now_ms);
	}
	if (e->absence != ABSENCE_NONE || e->member.state == MEMBER_GONE)
		note_presence(in, e);
	if (news == SOURCE_NEW &&
	    !(in->trusting && e->profile == NULL && take_unchecked(e, &xml)))
		take_person(in, e, &xml);
	if (news == SOURCE_BAD)
		log_error(in, &e->file, error, intake_fall_back(in, e));
	strbuf_release(&xml);
	if (news == SOURCE_SAME)
		return INTAKE_SAME;
	return before == e->member.digest &&
		       shown == member_is_shown(&e->member)
		   ? INTAKE_TRIED
		   : INTAKE_OTHER;
}

/* Is there a site now? A copy stands in only as long as there is none. */
static bool
keep_site(struct intake *in, struct site **site)
{
	struct strbuf xml;
	struct diag d;

	if (*site != NULL)
		return true;
	diag_init(&d);
	strbuf_init(&xml);
	if (lastgood_read(in->state_dir, NULL, in->max_file_bytes, &xml) == 0)
		*site =
		    site_parse(xml.buf, xml.len, "site.xml", in->schemas, &d);
	if (*site != NULL)
		log_event(LOG_NOTICE,
		    "site.xml: the copy of its last good version is served");
	strbuf_release(&xml);
	diag_release(&d);
	return *site != NULL;
}

static void
take_site(struct intake *in, const struct source *src, struct site **site,
    const struct strbuf *xml)
{
	struct strbuf file;
	struct site *good;
	struct diag d;

	diag_init(&d);
	strbuf_init(&file);
	intake_name(in, src, &file);
	good = site_parse(xml->buf, xml->len, file.buf, in->schemas, &d);
	if (good != NULL) {
		site_free(*site);
		*site = good;
		lastgood_write(in->state_dir, NULL, xml, src->seen.mtime_ns,
		    &in->uncopied);
	} else {
		log_problems(&d, keep_site(in, site));
	}
	strbuf_release(&file);
	diag_release(&d);
}

bool
intake_site(
    struct intake *in, struct source *src, struct site **site, int64_t now_ms)
{
	enum source_news news;
	struct strbuf xml;
	int error;

	strbuf_init(&xml);
	news = source_look(
	    src, in->dirfd, in->max_file_bytes, now_ms, &xml, &error);
	if (news == SOURCE_NEW)
		take_site(in, src, site, &xml);
	if (news == SOURCE_BAD)
		log_error(in, src, error, keep_site(in, site));
	strbuf_release(&xml);
	return news != SOURCE_SAME;
}

void
intake_no_site(
    struct intake *in, struct source *src, struct site **site, int error)
{
	if (source_is_news(src, error))
		log_error(in, src, error, keep_site(in, site));
}

/* SPDX-License-Identifier: MIT */
/* store.c - the data that is served now. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lastgood.h"
#include "log.h"
#include "reserved.h"
#include "roster.h"
#include "store.h"

enum { REFRESH_MS = 1000 };

struct store {
	struct store_config config;
	int dirfd;
	int64_t looked_ms;
	struct file_id people_seen;
	bool people_racy;
	struct source site_file;
	struct site *site; /* owned; NULL: none was good yet */
	struct roster people;
	uint64_t digest;
};

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

static void
log_error(const struct store *st, const char *path, int error, bool served)
{
	log_event(LOG_ERROR, "%s/%s: %s; %s", st->config.data_dir, path,
	    file_strerror(error), words_for(served));
}

/*
 * Parse and take `xml`, which is called `file`. `e` is whose it is, NULL the
 * site's.
 */
static int
parse(struct store *st, struct entry *e, const struct strbuf *xml,
    const char *file, enum member_state state, struct diag *d)
{
	struct profile *profile;
	struct site *site;

	if (e == NULL) {
		site =
		    site_parse(xml->buf, xml->len, file, st->config.schemas, d);
		if (site == NULL)
			return -1;
		site_free(st->site);
		st->site = site;
		return 0;
	}
	profile = profile_parse(
	    xml->buf, xml->len, file, e->member.id, st->config.schemas, d);
	if (profile == NULL)
		return -1;
	profile_free(e->profile);
	e->profile = profile;
	member_set(&e->member, profile, state);
	return 0;
}

static const char *
id_of(const struct entry *e)
{
	return e != NULL ? e->member.id : NULL;
}

static struct source *
file_of(struct store *st, struct entry *e)
{
	return e != NULL ? &e->file : &st->site_file;
}

/* The copy that an earlier process left, when the file itself is no good. */
static void
restore(struct store *st, struct entry *e)
{
	const char *path = file_of(st, e)->path;
	struct strbuf xml;
	struct diag d;

	diag_init(&d);
	strbuf_init(&xml);
	if (lastgood_read(st->config.state_dir, id_of(e),
		st->config.max_file_bytes, &xml) == 0 &&
	    parse(st, e, &xml, path, MEMBER_LAST_GOOD, &d) == 0)
		log_event(LOG_NOTICE,
		    "%s: the copy of its last good version is served", path);
	strbuf_release(&xml);
	diag_release(&d);
}

/* The file is no good: go on with what there is. Is there anything? */
static bool
fall_back(struct store *st, struct entry *e)
{
	if (e == NULL) {
		if (st->site == NULL)
			restore(st, NULL);
		return st->site != NULL;
	}
	if (e->member.doc == NULL)
		restore(st, e);
	else
		e->member.state = MEMBER_LAST_GOOD;
	return member_is_shown(&e->member);
}

static void
take(struct store *st, struct entry *e, const struct strbuf *xml)
{
	const struct source *src = file_of(st, e);
	struct strbuf file;
	struct diag d;

	diag_init(&d);
	strbuf_init(&file);
	strbuf_printf(&file, "%s/%s", st->config.data_dir, src->path);
	if (parse(st, e, xml, file.buf, MEMBER_GOOD, &d) == 0)
		lastgood_write(
		    st->config.state_dir, id_of(e), xml, src->seen.mtime_ns);
	else
		log_problems(&d, fall_back(st, e));
	strbuf_release(&file);
	diag_release(&d);
}

/* True if something was taken, or is no good any more. */
static bool
look(struct store *st, struct entry *e, int64_t now_ms)
{
	struct source *src = file_of(st, e);
	enum source_news news;
	struct strbuf xml;
	int error;

	strbuf_init(&xml);
	news = source_look(
	    src, st->dirfd, st->config.max_file_bytes, now_ms, &xml, &error);
	if (news == SOURCE_NEW)
		take(st, e, &xml);
	if (news == SOURCE_BAD)
		log_error(st, src->path, error, fall_back(st, e));
	strbuf_release(&xml);
	return news != SOURCE_SAME;
}

static void
add_person(struct store *st, char *id)
{
	struct strbuf path;
	struct entry *e;

	strbuf_init(&path);
	strbuf_printf(&path, "people/%s.xml", id);
	e = roster_add(&st->people, id, strbuf_detach(&path));
	if (person_id_is_reserved(id)) {
		e->member.state = MEMBER_RESERVED;
		log_event(LOG_ERROR,
		    "%s: the program uses this word itself; rename the file",
		    e->file.path);
	}
	strbuf_release(&path);
}

/* New files of people/. Files that are gone stay known: see store_refresh. */
static void
scan_people(struct store *st, int64_t now_ms)
{
	struct file_id id;
	const struct dirent *entry;
	int fd;
	DIR *dir;

	if (file_stat(st->dirfd, "people", &id) == 0 && !st->people_racy &&
	    file_id_equal(&id, &st->people_seen))
		return;
	st->people_seen = id;
	st->people_racy = source_is_racy(&id, now_ms);
	fd = openat(st->dirfd, "people", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	dir = fd >= 0 ? fdopendir(fd) : NULL;
	if (dir == NULL) {
		if (fd >= 0)
			close(fd);
		return;
	}
	for (entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
		char *person = person_id_of_file(entry->d_name);

		if (person != NULL && roster_find(&st->people, person) == NULL)
			add_person(st, person);
		else
			free(person);
	}
	closedir(dir);
	roster_sort(&st->people);
}

/* Who is shown, and the digest of it all. */
static void
update(struct store *st)
{
	const struct roster *r = &st->people;
	uint64_t digest = st->site != NULL ? st->site->digest : HASH_SEED;

	roster_update(&st->people);
	for (size_t i = 0; i < r->nshown; i++) {
		const struct member *m = &r->shown[i]->member;

		digest = hash_bytes(digest, &m->digest, sizeof(m->digest));
	}
	st->digest = digest;
}

void
store_refresh(struct store *st, int64_t now_ms)
{
	int64_t since_ms = now_ms - st->looked_ms;
	bool changed;

	/* since_ms is negative when the clock was set back */
	if (since_ms >= 0 && since_ms < REFRESH_MS)
		return;
	st->looked_ms = now_ms;
	if (st->dirfd < 0)
		st->dirfd = open(
		    st->config.data_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (st->dirfd < 0) {
		if (source_is_news(&st->site_file, errno))
			log_error(st, "site.xml", errno, fall_back(st, NULL));
		return;
	}
	changed = look(st, NULL, now_ms);
	scan_people(st, now_ms);
	for (size_t i = 0; i < st->people.n; i++) {
		struct entry *e = st->people.entries[i];

		if (e->member.state != MEMBER_RESERVED && look(st, e, now_ms))
			changed = true;
	}
	if (changed)
		update(st);
}

struct store *
store_open(const struct store_config *config, int64_t now_ms)
{
	struct store *st = xcalloc(1, sizeof(*st));

	st->config = *config;
	st->dirfd = -1;
	st->site_file.path = xstrdup("site.xml");
	st->looked_ms = now_ms - REFRESH_MS;
	store_refresh(st, now_ms);
	return st;
}

void
store_close(struct store *st)
{
	if (st == NULL)
		return;
	roster_release(&st->people);
	source_release(&st->site_file);
	site_free(st->site);
	if (st->dirfd >= 0)
		close(st->dirfd);
	free(st);
}

const struct site *
store_site(const struct store *st)
{
	return st->site;
}

uint64_t
store_digest(const struct store *st)
{
	return st->digest;
}

size_t
store_members(const struct store *st)
{
	return st->people.nshown;
}

const struct member *
store_member_at(const struct store *st, size_t i)
{
	return i < st->people.nshown ? &st->people.shown[i]->member : NULL;
}

const struct member *
store_member(const struct store *st, const char *id)
{
	const struct entry *e = roster_find(&st->people, id);

	return e != NULL ? &e->member : NULL;
}

const struct member *
store_member_numbered(const struct store *st, uint32_t number)
{
	const struct entry *e = roster_numbered(&st->people, number);

	return e != NULL ? &e->member : NULL;
}

static const struct profile *
profile_of(const struct entry *e)
{
	return e != NULL && member_is_shown(&e->member) ? e->profile : NULL;
}

const struct profile *
store_profile(struct store *st, const char *id)
{
	return profile_of(roster_find(&st->people, id));
}

const struct profile *
store_profile_numbered(struct store *st, uint32_t number)
{
	return profile_of(roster_numbered(&st->people, number));
}

const struct profile *
store_profile_at(struct store *st, size_t i)
{
	return i < st->people.nshown ? profile_of(st->people.shown[i]) : NULL;
}

void
store_trim(struct store *st, const struct profile *keep)
{
	(void)st;
	(void)keep;
}

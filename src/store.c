/* SPDX-License-Identifier: MIT */
/* store.c - the data that is served now. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "intake.h"
#include "log.h"
#include "reserved.h"
#include "store.h"

enum { REFRESH_MS = 1000 };

struct store {
	struct intake in;
	int64_t looked_ms;
	struct file_id people_seen;
	bool people_racy;
	struct source site_file;
	struct site *site; /* owned; NULL: none was good yet */
	struct roster people;
	uint64_t digest;
};

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

	if (file_stat(st->in.dirfd, "people", &id) == 0 && !st->people_racy &&
	    file_id_equal(&id, &st->people_seen))
		return;
	st->people_seen = id;
	st->people_racy = source_is_racy(&id, now_ms);
	fd = openat(st->in.dirfd, "people", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
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
	if (st->in.dirfd < 0)
		st->in.dirfd =
		    open(st->in.data_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (st->in.dirfd < 0) {
		intake_no_site(&st->in, &st->site_file, &st->site, errno);
		return;
	}
	changed = intake_site(&st->in, &st->site_file, &st->site, now_ms);
	scan_people(st, now_ms);
	for (size_t i = 0; i < st->people.n; i++) {
		struct entry *e = st->people.entries[i];

		if (e->member.state == MEMBER_RESERVED)
			continue;
		changed = intake_person(&st->in, e, now_ms) || changed;
		intake_trim(&st->in, NULL);
	}
	if (changed)
		update(st);
}

struct store *
store_open(const struct store_config *config, int64_t now_ms)
{
	struct store *st = xcalloc(1, sizeof(*st));

	st->in = (struct intake){
	    .data_dir = config->data_dir,
	    .state_dir = config->state_dir,
	    .schemas = config->schemas,
	    .max_file_bytes = config->max_file_bytes,
	    .dirfd = -1,
	    .shelf = {.max_bytes = config->max_memory_bytes},
	};
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
	if (st->in.dirfd >= 0)
		close(st->in.dirfd);
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
profile_of(struct store *st, struct entry *e)
{
	return e != NULL ? intake_profile(&st->in, e) : NULL;
}

const struct profile *
store_profile(struct store *st, const char *id)
{
	return profile_of(st, roster_find(&st->people, id));
}

const struct profile *
store_profile_numbered(struct store *st, uint32_t number)
{
	return profile_of(st, roster_numbered(&st->people, number));
}

const struct profile *
store_profile_at(struct store *st, size_t i)
{
	return i < st->people.nshown ? profile_of(st, st->people.shown[i])
				     : NULL;
}

void
store_trim(struct store *st, const struct profile *keep)
{
	intake_trim(&st->in, keep);
}

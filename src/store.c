/* SPDX-License-Identifier: MIT */
/* store.c - the data that is served now. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "lastgood.h"
#include "log.h"
#include "reserved.h"
#include "store.h"

enum {
	REFRESH_MS = 1000,
	/*
	 * A file this young may be written again without its times moving, so
	 * its bytes are looked at once more (git's racy rule).
	 */
	RACY_MS = 2000,
};

/* A file and what came of it: a site or a profile. */
struct source {
	char *path; /* below the data directory */
	char *id;   /* of the person; NULL for site.xml */
	struct file_id seen;
	uint64_t tried; /* digest of the bytes or the error met last */
	bool racy;
	bool reserved; /* its id is a word of our own: known, never read */
	void *good;    /* struct site or struct profile; NULL none yet */
};

struct store {
	struct store_config config;
	int dirfd;
	int64_t looked_ms;
	struct file_id people_seen;
	bool people_racy;
	struct source site;
	struct source *people; /* in order of ids */
	size_t n;
	size_t cap;
};

static void *
parse(const struct store *st, const struct source *src, const char *xml,
    size_t n, const char *file, struct diag *d)
{
	if (src->id == NULL)
		return site_parse(xml, n, file, st->config.schemas, d);
	return profile_parse(xml, n, file, src->id, st->config.schemas, d);
}

static void
replace(struct source *src, void *good)
{
	if (src->id == NULL)
		site_free(src->good);
	else
		profile_free(src->good);
	src->good = good;
}

/* One line, once: where to look, what else there is, what is served. */
static void
log_failure(const struct source *src, const struct diag *d)
{
	const struct problem *p = &d->problems[0];

	log_event(LOG_ERROR, "%s:%d: %s%s; %s", p->file, p->line, p->text,
	    d->n > 1 ? " (vitae check tells the other problems)" : "",
	    src->good != NULL ? "the last good version is served"
			      : "there is no version to serve");
}

/* The copy that an earlier process left, when the file itself is no good. */
static void
restore(struct store *st, struct source *src)
{
	struct strbuf xml;
	struct diag d;

	diag_init(&d);
	strbuf_init(&xml);
	if (lastgood_read(st->config.state_dir, src->id,
		st->config.max_file_bytes, &xml) == 0) {
		src->good = parse(st, src, xml.buf, xml.len, src->path, &d);
		if (src->good != NULL)
			log_event(LOG_NOTICE,
			    "%s: the copy of its last good version is served",
			    src->path);
	}
	strbuf_release(&xml);
	diag_release(&d);
}

static void
take(struct store *st, struct source *src, const struct strbuf *xml)
{
	struct strbuf file;
	struct diag d;
	void *good;

	diag_init(&d);
	strbuf_init(&file);
	strbuf_printf(&file, "%s/%s", st->config.data_dir, src->path);
	good = parse(st, src, xml->buf, xml->len, file.buf, &d);
	if (good != NULL) {
		replace(src, good);
		lastgood_write(
		    st->config.state_dir, src->id, xml, src->seen.mtime_ns);
	} else {
		if (src->good == NULL)
			restore(st, src);
		log_failure(src, &d);
	}
	strbuf_release(&file);
	diag_release(&d);
}

static void
note_unreadable(struct store *st, struct source *src, int error)
{
	uint64_t key = hash_bytes(HASH_SEED, &error, sizeof(error));

	/* it is being written at this moment: the next look will tell */
	if (error == EAGAIN || key == src->tried)
		return;
	src->tried = key;
	if (src->good == NULL)
		restore(st, src);
	log_event(LOG_ERROR, "%s/%s: %s; %s", st->config.data_dir, src->path,
	    file_strerror(error),
	    src->good != NULL ? "the last good version is served"
			      : "there is no version to serve");
}

static bool
is_young(const struct file_id *id, int64_t now_ms)
{
	int64_t age_ms = now_ms - id->mtime_ns / 1000000;

	return age_ms < RACY_MS;
}

static void
refresh_source(struct store *st, struct source *src, int64_t now_ms)
{
	struct file_id id;
	struct strbuf xml;
	uint64_t digest;
	int error = file_stat(st->dirfd, src->path, &id);

	if (error == 0 && !src->racy && file_id_equal(&id, &src->seen))
		return;
	strbuf_init(&xml);
	if (error == 0)
		error = file_read(
		    st->dirfd, src->path, st->config.max_file_bytes, &xml, &id);
	src->seen = id;
	src->racy = error == EAGAIN || is_young(&id, now_ms);
	if (error != 0) {
		note_unreadable(st, src, error);
	} else {
		digest = hash_bytes(HASH_SEED, xml.buf, xml.len);
		if (digest != src->tried) {
			src->tried = digest;
			take(st, src, &xml);
		}
	}
	strbuf_release(&xml);
}

/* Among the first `n` people, which are in order. */
static struct source *
find(const struct store *st, size_t n, const char *id)
{
	size_t low = 0;
	size_t high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = strcmp(st->people[mid].id, id);

		if (c == 0)
			return &st->people[mid];
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

static int
compare_sources(const void *x, const void *y)
{
	const struct source *a = x;
	const struct source *b = y;

	return strcmp(a->id, b->id);
}

static void
add_person(struct store *st, char *id)
{
	struct strbuf path;

	strbuf_init(&path);
	strbuf_printf(&path, "people/%s.xml", id);
	st->people = grow(st->people, st->n, &st->cap, sizeof(*st->people));
	st->people[st->n++] = (struct source){.path = strbuf_detach(&path),
	    .id = id,
	    .reserved = person_id_is_reserved(id)};
	if (person_id_is_reserved(id))
		log_event(LOG_ERROR,
		    "people/%s.xml: the program uses this word itself; rename "
		    "the file",
		    id);
	strbuf_release(&path);
}

/* New files of people/. Files that are gone stay known: see store_refresh. */
static void
scan_people(struct store *st, int64_t now_ms)
{
	struct file_id id;
	size_t known = st->n;
	const struct dirent *entry;
	int fd;
	DIR *dir;

	if (file_stat(st->dirfd, "people", &id) == 0 && !st->people_racy &&
	    file_id_equal(&id, &st->people_seen))
		return;
	st->people_seen = id;
	st->people_racy = is_young(&id, now_ms);
	fd = openat(st->dirfd, "people", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	dir = fd >= 0 ? fdopendir(fd) : NULL;
	if (dir == NULL) {
		if (fd >= 0)
			close(fd);
		return;
	}
	for (entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
		char *person = person_id_of_file(entry->d_name);

		if (person != NULL && find(st, known, person) == NULL)
			add_person(st, person);
		else
			free(person);
	}
	closedir(dir);
	if (st->n > known)
		qsort(st->people, st->n, sizeof(*st->people), compare_sources);
}

void
store_refresh(struct store *st, int64_t now_ms)
{
	int64_t since_ms = now_ms - st->looked_ms;

	/* since_ms is negative when the clock was set back */
	if (since_ms >= 0 && since_ms < REFRESH_MS)
		return;
	st->looked_ms = now_ms;
	if (st->dirfd < 0)
		st->dirfd = open(
		    st->config.data_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (st->dirfd < 0) {
		note_unreadable(st, &st->site, errno);
		return;
	}
	refresh_source(st, &st->site, now_ms);
	scan_people(st, now_ms);
	for (size_t i = 0; i < st->n; i++)
		if (!st->people[i].reserved)
			refresh_source(st, &st->people[i], now_ms);
}

struct store *
store_open(const struct store_config *config, int64_t now_ms)
{
	struct store *st = xcalloc(1, sizeof(*st));

	st->config = *config;
	st->dirfd = -1;
	st->site.path = xstrdup("site.xml");
	st->looked_ms = now_ms - REFRESH_MS;
	store_refresh(st, now_ms);
	return st;
}

static void
release_source(struct source *src)
{
	replace(src, NULL);
	free(src->path);
	free(src->id);
}

void
store_close(struct store *st)
{
	if (st == NULL)
		return;
	for (size_t i = 0; i < st->n; i++)
		release_source(&st->people[i]);
	release_source(&st->site);
	free(st->people);
	if (st->dirfd >= 0)
		close(st->dirfd);
	free(st);
}

const struct site *
store_site(const struct store *st)
{
	return st->site.good;
}

const struct profile *
store_profile(const struct store *st, const char *id)
{
	const struct source *src = find(st, st->n, id);

	return src != NULL ? src->good : NULL;
}

const struct profile *
store_profile_at(const struct store *st, size_t i)
{
	for (size_t k = 0; k < st->n; k++)
		if (st->people[k].good != NULL && i-- == 0)
			return st->people[k].good;
	return NULL;
}

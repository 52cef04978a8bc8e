/* SPDX-License-Identifier: MIT */
/* listing.c - directories are listed: whose file would be where. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "listing.h"
#include "reserved.h"
#include "strbuf.h"
#include "tombs.h"

/* Consumes `id` and `path`. */
static struct entry *
add_person(struct listing *l, char *id, char *path, size_t home)
{
	struct entry *e = roster_add(l->roster, id, path);

	e->file.home = home;
	if (!person_id_is_valid(id) || person_id_is_reserved(id))
		e->member.state = MEMBER_RESERVED;
	return e;
}

/* The file is now that, and was never looked at. Consumes `path`. */
static void
move_person(struct entry *e, char *path, size_t home)
{
	source_release(&e->file);
	e->file = (struct source){.path = path, .home = home};
	e->absence = ABSENCE_NONE;
}

static void
note_file(void *ctx, const char *name)
{
	struct listing *l = ctx;
	char *id = person_id_of_file(name);
	struct strbuf path;
	struct entry *e;

	if (id == NULL)
		return;
	e = roster_find(l->roster, id);
	if (e != NULL)
		free(id);
	if (e != NULL && e->file.home == 0)
		return;
	strbuf_init(&path);
	strbuf_printf(&path, "people/%s", name);
	if (e != NULL)
		move_person(e, strbuf_detach(&path), 0);
	else
		add_person(l, id, strbuf_detach(&path), 0);
	strbuf_release(&path);
}

/* "/home/" of "/home/x/profile.xml" whose x is a star. */
static size_t
length_before(const char *template)
{
	return strcspn(template, "*");
}

/* There is no file in people/ any more. */
static bool
has_left(const struct entry *e)
{
	return e->member.state == MEMBER_GONE ||
	       (e->member.state == MEMBER_NONE && e->absence == ABSENCE_SURE);
}

/* Append the path of the profile in the home `name`; so much is the home. */
static size_t
add_home_path(const struct listing *l, const char *name, struct strbuf *path)
{
	size_t before = length_before(l->template);

	strbuf_printf(path, "%.*s%s%s", (int)before, l->template, name,
	    l->template + before + 1);
	return before + strlen(name);
}

static void
note_home(void *ctx, const char *name)
{
	struct listing *l = ctx;
	struct entry *e = roster_find(l->roster, name);
	struct strbuf path;
	size_t home;

	if (name[0] == '.')
		return;
	if (e != NULL && e->file.home == 0 && !has_left(e))
		return;
	strbuf_init(&path);
	home = add_home_path(l, name, &path);
	if (e == NULL)
		add_person(l, xstrdup(name), strbuf_detach(&path), home);
	else if (strcmp(e->file.path, path.buf) != 0)
		move_person(e, strbuf_detach(&path), home);
	else
		e->file.unlisted = false;
	strbuf_release(&path);
}

static void
note_tomb(void *ctx, const char *id)
{
	struct listing *l = ctx;
	struct entry *e = roster_find(l->roster, id);
	struct strbuf path;

	/* who is remembered as being there: one more look will tell */
	if (e != NULL) {
		e->absence = ABSENCE_SURE;
		e->entombed = true;
	}
	if (e != NULL || !person_id_is_valid(id))
		return;
	strbuf_init(&path);
	strbuf_printf(&path, "people/%s.xml", id);
	add_person(l, xstrdup(id), strbuf_detach(&path), 0)->member.state =
	    MEMBER_GONE;
	strbuf_release(&path);
}

void
listing_begin(struct listing *l, struct roster *r, const char *state_dir)
{
	*l = (struct listing){.roster = r};
	tombs_list(state_dir, note_tomb, l);
	roster_sort(r);
}

void
listing_release(struct listing *l)
{
	free(l->template);
}

void
listing_forget_homes(struct listing *l)
{
	l->homes = (struct folder){.error = l->homes.error};
}

/* Is the file in a home where nobody looks any more? */
static bool
is_elsewhere(const struct listing *l, const struct entry *e)
{
	struct strbuf path;
	bool elsewhere;

	if (e->file.home == 0 || l->template == NULL)
		return e->file.home > 0;
	strbuf_init(&path);
	add_home_path(l, e->member.id, &path);
	elsewhere = strcmp(e->file.path, path.buf) != 0;
	strbuf_release(&path);
	return elsewhere;
}

void
listing_set_template(struct listing *l, const char *template)
{
	const char *old = l->template != NULL ? l->template : "";

	if (l->is_set && strcmp(old, template != NULL ? template : "") == 0)
		return;
	l->is_set = true;
	free(l->template);
	l->template = template != NULL ? xstrdup(template) : NULL;
	l->homes = (struct folder){0};
	/* until they are found there */
	for (size_t i = 0; i < l->roster->n; i++) {
		struct entry *e = l->roster->entries[i];

		e->file.unlisted = is_elsewhere(l, e);
	}
}

void
listing_look(struct listing *l, int dirfd, int64_t now_ms)
{
	char *homes;

	folder_look(&l->people, dirfd, "people", now_ms, note_file, l);
	roster_sort(l->roster);
	if (l->template == NULL)
		return;
	homes = xstrndup(l->template, length_before(l->template));
	folder_look(&l->homes, AT_FDCWD, homes, now_ms, note_home, l);
	roster_sort(l->roster);
	free(homes);
}

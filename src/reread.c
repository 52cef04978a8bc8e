/* SPDX-License-Identifier: MIT */
/* reread.c - the version that is served, once more from its file: intake.h. */
#include "excerpt.h"
#include "intake.h"
#include "lastgood.h"
#include "log.h"

/*
 * The very version that is served, from its bytes; they were good before.
 * Without `schemas`, `key` says which publication is enough; NULL: all.
 */
static struct profile *
parse_again(const struct entry *e, const char *key, const struct strbuf *xml,
    const struct schemas *schemas)
{
	const char *id = e->member.id;
	struct profile *p;
	struct strbuf part;
	struct diag d;

	if (e->member.packed == NULL ||
	    profile_digest(id, source_digest(xml)) != e->member.digest)
		return NULL;
	diag_init(&d);
	strbuf_init(&part);
	if (schemas == NULL && key != NULL &&
	    excerpt_make(xml->buf, xml->len, key, &part))
		xml = &part;
	p = profile_parse(xml->buf, xml->len, e->file.path, id, schemas, &d);
	strbuf_release(&part);
	diag_release(&d);
	return p;
}

/*
 * From the file, if it is still what it was; else from the copy. A file that
 * has another identity is not believed because of a digest. Owned.
 */
static struct profile *
read_again(struct intake *in, struct entry *e, const char *key)
{
	const struct source *src = &e->file;
	struct profile *p = NULL;
	struct file_id id;
	struct strbuf xml;
	bool good;

	strbuf_init(&xml);
	if (e->member.state == MEMBER_GOOD &&
	    source_read(src, in->dirfd, in->max_file_bytes, &xml, &id) == 0) {
		good = !e->unchecked && !src->racy &&
		       file_id_equal(&id, &src->seen);
		p = parse_again(e, key, &xml, good ? NULL : in->schemas);
		if (p != NULL && e->unchecked)
			lastgood_write(in->state_dir, e->member.id, &xml,
			    src->seen.mtime_ns, &in->uncopied);
	}
	strbuf_reset(&xml);
	if (p == NULL && lastgood_read(in->state_dir, e->member.id,
			     in->max_file_bytes, &xml) == 0)
		p = parse_again(e, key, &xml, NULL);
	strbuf_release(&xml);
	/* nothing is written where processes share what they loaded */
	if (e->unchecked && p != NULL)
		e->unchecked = false;
	else if (e->unchecked)
		source_forget(&e->file);
	return p;
}

bool
intake_check(struct intake *in, struct entry *e)
{
	struct profile *p;

	if (e->unchecked && (p = read_again(in, e, NULL)) != NULL)
		shelf_put(&in->shelf, e, p);
	return !e->unchecked;
}

const xmlNode *
intake_member(struct intake *in, struct entry *e)
{
	member_close(in->person);
	in->person = intake_check(in, e) ? member_open(&e->member) : NULL;
	return in->person;
}

static void
warn(struct intake *in, const char *why)
{
	if (in->state_dir != NULL || in->warned)
		return;
	in->warned = true;
	log_event(LOG_WARNING,
	    "there are %s: set --state, or one that breaks may have no good "
	    "version",
	    why);
}

void
intake_indexed(struct intake *in, struct entry *e)
{
	if (!e->unchecked)
		return;
	warn(in, "so many profiles that they are checked later");
	profile_free(e->profile);
	e->profile = NULL;
}

const struct profile *
intake_profile(struct intake *in, struct entry *e)
{
	struct profile *p;

	if (!member_is_shown(&e->member))
		return NULL;
	if (e->profile == NULL && (p = read_again(in, e, NULL)) != NULL)
		shelf_put(&in->shelf, e, p);
	if (e->profile != NULL)
		shelf_touch(&in->shelf, e);
	return e->profile;
}

const struct profile *
intake_excerpt(
    struct intake *in, struct entry *e, const char *key, int64_t now_ms)
{
	bool again = e->excerpted_ms == now_ms;

	e->excerpted_ms = now_ms;
	if (e->profile != NULL || again || !member_is_shown(&e->member))
		return intake_profile(in, e);
	profile_free(in->excerpt);
	in->excerpt = read_again(in, e, key);
	return in->excerpt;
}

/* A version that is neither in the file nor in a copy is kept. */
static bool
is_only_here(const void *ctx, const struct entry *e)
{
	const struct intake *in = ctx;

	return e->member.state == MEMBER_LAST_GOOD && in->state_dir == NULL;
}

void
intake_trim(struct intake *in, const struct profile *keep)
{
	profile_free(in->excerpt);
	in->excerpt = NULL;
	member_close(in->person);
	in->person = NULL;
	if (in->shelf.bytes <= in->shelf.max_bytes)
		return;
	warn(in, "more profiles than --memory holds");
	shelf_trim(&in->shelf, keep, is_only_here, in);
}

/* SPDX-License-Identifier: MIT */
/* source.c - a file of the data, and whether it has changed. */
#include <errno.h>
#include <stdlib.h>

#include "source.h"

enum {
	/*
	 * A file this young may be written again without its times moving, so
	 * its bytes are looked at once more (git's racy rule).
	 */
	RACY_MS = 2000,
};

bool
source_is_racy(const struct file_id *id, int64_t now_ms)
{
	return now_ms - id->mtime_ns / 1000000 < RACY_MS;
}

/* Is this not what was met the last time? From now on it is. */
static bool
is_news(struct source *src, uint64_t digest)
{
	if (digest == src->tried)
		return false;
	src->tried = digest;
	return true;
}

bool
source_is_news(struct source *src, int error)
{
	return is_news(src, hash_bytes(HASH_SEED, &error, sizeof(error)));
}

uint64_t
source_digest(const struct strbuf *xml)
{
	return hash_long(HASH_SEED, xml->buf, xml->len);
}

int
source_read(const struct source *src, int dirfd, size_t max_bytes,
    struct strbuf *xml, struct file_id *id)
{
	return src->home > 0
		   ? file_read_home(src->path, src->home, max_bytes, xml, id)
		   : file_read(dirfd, src->path, max_bytes, xml, id);
}

/*
 * A home directory that is closed to us and always was says nothing; most
 * people have no profile.
 */
static int
look_for(const struct source *src, int dirfd, struct file_id *id)
{
	bool known = src->seen.ino != 0;
	int error;

	*id = (struct file_id){0};
	if (src->unlisted)
		return ENOENT;
	/* there is nothing to compare with: it has to be read anyway */
	if (!known && src->home == 0)
		return 0;
	error = file_stat(dirfd, src->path, id);
	return error == EACCES && src->home > 0 && !known ? ENOENT : error;
}

enum source_news
source_look(struct source *src, int dirfd, size_t max_bytes, int64_t now_ms,
    struct strbuf *xml, int *error)
{
	struct file_id id;

	*error = look_for(src, dirfd, &id);
	if (*error == 0 && !src->racy && id.ino != 0 &&
	    file_id_equal(&id, &src->seen))
		return SOURCE_SAME;
	if (*error == 0)
		*error = source_read(src, dirfd, max_bytes, xml, &id);
	src->seen = id;
	src->racy = *error == EAGAIN || source_is_racy(&id, now_ms);
	/* it is being written at this moment: the next look will tell */
	if (*error == EAGAIN)
		return SOURCE_SAME;
	if (*error != 0)
		return source_is_news(src, *error) ? SOURCE_BAD : SOURCE_SAME;
	return is_news(src, source_digest(xml)) ? SOURCE_NEW : SOURCE_SAME;
}

void
source_forget(struct source *src)
{
	src->seen = (struct file_id){0};
	src->tried = 0;
}

void
source_release(struct source *src)
{
	free(src->path);
	*src = (struct source){0};
}

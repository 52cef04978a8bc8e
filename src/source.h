/* SPDX-License-Identifier: MIT */
/* source.h - a file of the data, and whether it has changed. */
#ifndef VITAE_SOURCE_H
#define VITAE_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "file.h"
#include "strbuf.h"
#include "util.h"

/* All zero but the path: never looked at. */
struct source {
	/* owned; below the directory that it is looked up in, or absolute */
	char *path;
	size_t home;   /* so much of it is its owner's directory; 0 none */
	bool unlisted; /* nobody looks there any more: as if it was missing */
	struct file_id seen;
	uint64_t tried; /* digest of the bytes or the error met last */
	bool racy;	/* looks at the times alone could miss a change */
};

enum source_news {
	SOURCE_SAME, /* nothing is new, or it is being written just now */
	SOURCE_NEW,  /* other bytes than before */
	SOURCE_BAD,  /* another error than before */
};

/*
 * Look at the file below `dirfd` and read it if it may have changed.
 * SOURCE_NEW: its bytes are in `xml`, which was empty. SOURCE_BAD: `error`
 * is an errno for file_strerror(). `now_ms` is the wall clock. Nothing is
 * written to `src` when nothing is new: processes share its memory.
 */
enum source_news source_look(struct source *src, int dirfd, size_t max_bytes,
    int64_t now_ms, struct strbuf *xml, int *error);

/*
 * Read the file, whatever is known of it, for `src` alone. 0, or an errno;
 * `id` is what was seen.
 */
NODISCARD int source_read(const struct source *src, int dirfd, size_t max_bytes,
    struct strbuf *xml, struct file_id *id);

/* What `tried` is after a file of these bytes was met. */
uint64_t source_digest(const struct strbuf *xml);

/* Is this errno another than what was met before? From now on it is not. */
bool source_is_news(struct source *src, int error);

/* Could the file of this identity change again without moving its times? */
bool source_is_racy(const struct file_id *id, int64_t now_ms);

/* The next look finds something new, whatever there is. */
void source_forget(struct source *src);

void source_release(struct source *src);

#endif

/* SPDX-License-Identifier: MIT */
/* sink.h - where bytes go: a socket, a file, memory, or nowhere. */
#ifndef VITAE_SINK_H
#define VITAE_SINK_H

#include <stddef.h>

#include "strbuf.h"
#include "util.h"

/*
 * A destination of bytes. `write` takes all `n` bytes and returns 0, or -1
 * when nobody takes any more (the peer has gone); then it is not called
 * again. `ctx` belongs to whoever made the sink.
 */
struct sink {
	int (*write)(void *ctx, const char *p, size_t n);
	void *ctx;
};

NODISCARD int sink_write(struct sink *to, const void *p, size_t n);
NODISCARD int sink_puts(struct sink *to, const char *s);

/* A sink that appends to `sb`; it borrows `sb`. */
struct sink sink_to_strbuf(struct strbuf *sb);
/*
 * A sink that writes to the file descriptor `*fd`, which it borrows and
 * which must outlive it.
 */
struct sink sink_to_fd(const int *fd);

#endif

/* SPDX-License-Identifier: MIT */
/* sink.h - where bytes go: a socket, a file, memory, or nowhere. */
#ifndef VITAE_SINK_H
#define VITAE_SINK_H

#include <stddef.h>
#include <sys/uio.h>

#include "strbuf.h"
#include "util.h"

enum { SINK_MAX_PIECES = 4 };

/* Bytes that lie somewhere else; borrowed. */
struct piece {
	const char *p;
	size_t n;
};

/*
 * A destination of bytes. `write` takes all `n` bytes and returns 0, or -1
 * when nobody takes any more (the peer has gone); then it is not called
 * again. `ctx` belongs to whoever made the sink.
 */
struct sink {
	int (*write)(void *ctx, const char *p, size_t n);
	void *ctx;
	/* the last pieces of all, if the sink wants to know; else NULL */
	int (*finish)(void *ctx, const struct piece *pieces, size_t n);
};

NODISCARD int sink_write(struct sink *to, const void *p, size_t n);
NODISCARD int sink_puts(struct sink *to, const char *s);
/*
 * Write these pieces, at most SINK_MAX_PIECES, and say that nothing comes
 * after them. A sink with an end of its own sends both at once.
 */
NODISCARD int
sink_finish(struct sink *to, const struct piece *pieces, size_t n);

/* A sink that appends to `sb`; it borrows `sb`. */
struct sink sink_to_strbuf(struct strbuf *sb);
/*
 * A sink that writes to the file descriptor `*fd`, which it borrows and
 * which must outlive it.
 */
struct sink sink_to_fd(const int *fd);

/*
 * Write all of `iov`, at most IOV_MAX pieces, to `fd`, in one system call if
 * it takes them; `iov` is used up. 0 or -1.
 */
NODISCARD int write_pieces(int fd, struct iovec *iov, int n);

#endif

/* SPDX-License-Identifier: MIT */
/* sink.c - where bytes go. */
#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "sink.h"

int
sink_write(struct sink *to, const void *p, size_t n)
{
	return n > 0 ? to->write(to->ctx, p, n) : 0;
}

int
sink_puts(struct sink *to, const char *s)
{
	return sink_write(to, s, strlen(s));
}

int
sink_finish(struct sink *to, const struct piece *pieces, size_t n)
{
	int rc = n <= SINK_MAX_PIECES ? 0 : -1;

	if (rc == 0 && to->finish != NULL)
		return to->finish(to->ctx, pieces, n);
	for (size_t i = 0; i < n && rc == 0; i++)
		rc = sink_write(to, pieces[i].p, pieces[i].n);
	return rc;
}

static int
write_strbuf(void *ctx, const char *p, size_t n)
{
	strbuf_add(ctx, p, n);
	return 0;
}

struct sink
sink_to_strbuf(struct strbuf *sb)
{
	return (struct sink){.write = write_strbuf, .ctx = sb};
}

int
write_pieces(int fd, struct iovec *iov, int n)
{
	while (n > 0) {
		ssize_t written = writev(fd, iov, n);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return -1;
		while (n > 0 && (size_t)written >= iov->iov_len) {
			written -= (ssize_t)iov->iov_len;
			iov++;
			n--;
		}
		if (n > 0) {
			iov->iov_base = (char *)iov->iov_base + written;
			iov->iov_len -= (size_t)written;
		}
	}
	return 0;
}

/* writev() only reads; the cast drops const for its type. */
static struct iovec
iovec_of(const char *p, size_t n)
{
	return (struct iovec){(void *)(uintptr_t)p, n};
}

static int
write_fd(void *ctx, const char *p, size_t n)
{
	const int *fd = ctx;
	struct iovec iov = iovec_of(p, n);

	return write_pieces(*fd, &iov, 1);
}

static int
finish_fd(void *ctx, const struct piece *pieces, size_t n)
{
	struct iovec iov[SINK_MAX_PIECES];
	const int *fd = ctx;

	for (size_t i = 0; i < n; i++)
		iov[i] = iovec_of(pieces[i].p, pieces[i].n);
	return write_pieces(*fd, iov, (int)n);
}

struct sink
sink_to_fd(const int *fd)
{
	/* the context is only read through; the cast drops const for it */
	return (struct sink){.write = write_fd,
	    .ctx = (void *)(uintptr_t)fd,
	    .finish = finish_fd};
}

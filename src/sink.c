/* SPDX-License-Identifier: MIT */
/* sink.c - where bytes go. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

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

static int
write_strbuf(void *ctx, const char *p, size_t n)
{
	strbuf_add(ctx, p, n);
	return 0;
}

struct sink
sink_to_strbuf(struct strbuf *sb)
{
	return (struct sink){write_strbuf, sb};
}

static int
write_fd(void *ctx, const char *p, size_t n)
{
	const int *fd = ctx;

	while (n > 0) {
		ssize_t done = write(*fd, p, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return -1;
		p += done;
		n -= (size_t)done;
	}
	return 0;
}

struct sink
sink_to_fd(const int *fd)
{
	/* the context is only read through; the cast drops const for it */
	return (struct sink){write_fd, (void *)(uintptr_t)fd};
}

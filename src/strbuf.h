/* SPDX-License-Identifier: MIT */
/* strbuf.h - a growable byte string, always NUL-terminated. */
#ifndef VITAE_STRBUF_H
#define VITAE_STRBUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "util.h"

/* `buf` is never NULL between init and release; `len` is without the NUL. */
struct strbuf {
	char *buf;
	size_t len;
	size_t cap;
	bool lent; /* the memory is somebody else's */
};

void strbuf_init(struct strbuf *sb);
/*
 * The same with room for `n` bytes that the caller lends, one at least, for
 * as long as the string is used: nothing is allocated unless it gets longer.
 * STRBUF_ROOM is enough for most names and titles.
 */
enum { STRBUF_ROOM = 256 };
void strbuf_lend(struct strbuf *sb, char *room, size_t n);
void strbuf_release(struct strbuf *sb);
/* Empty it and keep the memory. */
void strbuf_reset(struct strbuf *sb);
/* For strbuf_reserve() alone, when there is not enough. */
void strbuf_grow(struct strbuf *sb, size_t n);

/* Make room for `n` more bytes and the NUL behind `len`. */
static inline void
strbuf_reserve(struct strbuf *sb, size_t n)
{
	if (sb->cap <= n || sb->cap - n <= sb->len)
		strbuf_grow(sb, n);
}

void strbuf_add(struct strbuf *sb, const void *data, size_t n);
void strbuf_puts(struct strbuf *sb, const char *s);

static inline void
strbuf_putc(struct strbuf *sb, char c)
{
	strbuf_reserve(sb, 1);
	sb->buf[sb->len++] = c;
	sb->buf[sb->len] = '\0';
}

void strbuf_printf(struct strbuf *sb, const char *fmt, ...) PRINTF(2, 3);
void
strbuf_vprintf(struct strbuf *sb, const char *fmt, va_list ap) PRINTF(2, 0);
/* Cut to `len` bytes; longer than it is: no change. */
void strbuf_truncate(struct strbuf *sb, size_t len);
/* Hand the string to the caller, who frees it; `sb` is empty afterwards. */
char *strbuf_detach(struct strbuf *sb);

#endif

/* SPDX-License-Identifier: MIT */
/* strbuf.c - a growable byte string. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "strbuf.h"

/* Many strings stay empty: they all begin here, and cost nothing. */
static char nothing[1];

enum { FIRST_CAPACITY = 64 };

void
strbuf_grow(struct strbuf *sb, size_t n)
{
	size_t need = sb->len + n + 1;
	bool owned = sb->cap > 0 && !sb->lent;
	char *buf;

	if (need < n)
		abort();
	if (need < FIRST_CAPACITY)
		need = FIRST_CAPACITY;
	sb->cap = sb->cap * 2 > need ? sb->cap * 2 : need;
	buf = xrealloc(owned ? sb->buf : NULL, sb->cap);
	if (!owned)
		memcpy(buf, sb->buf, sb->len + 1);
	sb->buf = buf;
	sb->lent = false;
}

void
strbuf_init(struct strbuf *sb)
{
	*sb = (struct strbuf){.buf = nothing};
}

void
strbuf_lend(struct strbuf *sb, char *room, size_t n)
{
	room[0] = '\0';
	*sb = (struct strbuf){.buf = room, .cap = n, .lent = true};
}

void
strbuf_release(struct strbuf *sb)
{
	if (sb->cap > 0 && !sb->lent)
		free(sb->buf);
	*sb = (struct strbuf){0};
}

void
strbuf_reset(struct strbuf *sb)
{
	strbuf_truncate(sb, 0);
}

void
strbuf_add(struct strbuf *sb, const void *data, size_t n)
{
	strbuf_reserve(sb, n);
	if (n > 0)
		memcpy(sb->buf + sb->len, data, n);
	sb->len += n;
	sb->buf[sb->len] = '\0';
}

void
strbuf_puts(struct strbuf *sb, const char *s)
{
	strbuf_add(sb, s, strlen(s));
}

void
strbuf_vprintf(struct strbuf *sb, const char *fmt, va_list ap)
{
	va_list again;
	size_t room;
	int n;

	/* most of it fits at once */
	strbuf_reserve(sb, FIRST_CAPACITY - 1);
	room = sb->cap - sb->len;
	va_copy(again, ap);
	n = vsnprintf(sb->buf + sb->len, room, fmt, ap);
	if (n < 0)
		abort();
	if ((size_t)n >= room) {
		strbuf_reserve(sb, (size_t)n);
		vsnprintf(sb->buf + sb->len, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	sb->len += (size_t)n;
}

void
strbuf_printf(struct strbuf *sb, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	strbuf_vprintf(sb, fmt, ap);
	va_end(ap);
}

void
strbuf_truncate(struct strbuf *sb, size_t len)
{
	if (len >= sb->len)
		return;
	sb->len = len;
	sb->buf[len] = '\0';
}

char *
strbuf_detach(struct strbuf *sb)
{
	char *s = sb->cap > 0 && !sb->lent ? sb->buf : xstrdup(sb->buf);

	strbuf_init(sb);
	return s;
}

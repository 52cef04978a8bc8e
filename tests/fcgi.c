/* SPDX-License-Identifier: MIT */
/* fcgi.c - what a web server sends to a FastCGI program, and gets from it. */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "fcgi.h"
#include "testing.h"

enum { WAIT_MS = 20000 };

/* A record of the FastCGI protocol. */
void
fcgi_add_record(struct strbuf *sb, int version, int type, int request,
    const void *content, size_t n, size_t padding)
{
	const char header[8] = {(char)version, (char)type, (char)(request >> 8),
	    (char)request, (char)(n >> 8), (char)n, (char)padding, 0};

	strbuf_add(sb, header, sizeof(header));
	strbuf_add(sb, content, n);
	while (padding-- > 0)
		strbuf_putc(sb, 'p');
}

void
fcgi_add_begin(struct strbuf *sb, bool keep)
{
	const char body[8] = {0, 1, keep};

	fcgi_add_record(sb, 1, FCGI_BEGIN, 1, body, sizeof(body), 0);
}

void
fcgi_add_params(struct strbuf *sb, const void *content, size_t n)
{
	fcgi_add_record(sb, 1, FCGI_PARAMS, 1, content, n, 0);
}

static void
add_length(struct strbuf *sb, size_t n)
{
	if (n >= 0x80) {
		strbuf_putc(sb, (char)(0x80 | n >> 24));
		strbuf_putc(sb, (char)(n >> 16));
		strbuf_putc(sb, (char)(n >> 8));
	}
	strbuf_putc(sb, (char)n);
}

void
fcgi_add_pair(struct strbuf *sb, const char *name, const char *value)
{
	add_length(sb, strlen(name));
	add_length(sb, strlen(value));
	strbuf_puts(sb, name);
	strbuf_puts(sb, value);
}

void
fcgi_add_get(struct strbuf *sb, const char *uri, bool keep)
{
	struct strbuf params;

	strbuf_init(&params);
	fcgi_add_pair(&params, "REQUEST_METHOD", "GET");
	fcgi_add_pair(&params, "REQUEST_URI", uri);
	fcgi_add_pair(&params, "SCRIPT_NAME", "");
	fcgi_add_begin(sb, keep);
	fcgi_add_params(sb, params.buf, params.len);
	fcgi_add_params(sb, "", 0);
	fcgi_add_record(sb, 1, FCGI_STDIN, 1, "", 0, 0);
	strbuf_release(&params);
}

int
fcgi_connect(const char *path)
{
	struct sockaddr_un addr = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	ck_assert_uint_lt(strlen(path), sizeof(addr.sun_path));
	memcpy(addr.sun_path, path, strlen(path) + 1);
	ck_assert_int_eq(
	    connect(fd, (const struct sockaddr *)&addr, sizeof(addr)), 0);
	return fd;
}

void
fcgi_send(int fd, const struct strbuf *sb)
{
	ck_assert_int_eq(
	    send(fd, sb->buf, sb->len, MSG_NOSIGNAL), (ssize_t)sb->len);
}

static bool
has_input(int fd, int wait_ms)
{
	struct pollfd ready = {.fd = fd, .events = POLLIN};

	return poll(&ready, 1, wait_ms) == 1;
}

/* All of `n` bytes, or nothing. */
static bool
read_all(int fd, void *p, size_t n)
{
	char *to = p;

	while (n > 0) {
		ssize_t got = has_input(fd, WAIT_MS) ? read(fd, to, n) : -1;

		if (got <= 0)
			return false;
		to += got;
		n -= (size_t)got;
	}
	return true;
}

bool
fcgi_receive(int fd, struct strbuf *out)
{
	unsigned char head[8];
	char content[65536 + 255];

	while (read_all(fd, head, sizeof(head))) {
		size_t n = (size_t)(head[4] << 8 | head[5]);

		ck_assert_int_eq(head[0], 1);
		if (!read_all(fd, content, n + head[6]))
			return false;
		if (head[1] == FCGI_END)
			return true;
		ck_assert_int_eq(head[1], FCGI_STDOUT);
		strbuf_add(out, content, n);
	}
	return false;
}

bool
fcgi_is_closed(int fd)
{
	char byte;

	return has_input(fd, WAIT_MS) && read(fd, &byte, 1) <= 0;
}

bool
fcgi_is_quiet(int fd)
{
	return !has_input(fd, 0);
}

/* SPDX-License-Identifier: MIT */
/* response.c - status, headers and body. */
#include <stdarg.h>
#include <string.h>
#include <strings.h>

#include "response.h"

static const struct {
	int status;
	const char *reason;
} reasons[] = {
    {200, "OK"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {410, "Gone"},
    {414, "URI Too Long"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
};

const char *
response_reason(int status)
{
	for (size_t i = 0; i < ARRAY_SIZE(reasons); i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return "Unknown";
}

void
response_init(struct response *rs, enum method method, struct sink *out)
{
	*rs = (struct response){.out = out,
	    .head_only = method == METHOD_HEAD,
	    .status = 200,
	    .max_held = RESPONSE_HOLD_BYTES};
	strbuf_init(&rs->headers);
	strbuf_init(&rs->body);
}

void
response_release(struct response *rs)
{
	strbuf_release(&rs->headers);
	strbuf_release(&rs->body);
}

bool
response_is_open(const struct response *rs)
{
	return !rs->started;
}

void
response_reset(struct response *rs)
{
	strbuf_reset(&rs->headers);
	strbuf_reset(&rs->body);
	rs->whole = (struct piece){NULL, 0};
	rs->status = 200;
	rs->max_held = RESPONSE_HOLD_BYTES;
}

void
response_status(struct response *rs, int status)
{
	rs->status = status;
}

int
response_header(struct response *rs, const char *name, const char *value)
{
	for (const char *s = value; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || *s == 0x7f)
			return -1;
	strbuf_puts(&rs->headers, name);
	strbuf_puts(&rs->headers, ": ");
	strbuf_puts(&rs->headers, value);
	strbuf_puts(&rs->headers, "\r\n");
	return 0;
}

int
response_headerf(struct response *rs, const char *name, const char *fmt, ...)
{
	struct strbuf value;
	va_list ap;
	int rc;

	strbuf_init(&value);
	va_start(ap, fmt);
	strbuf_vprintf(&value, fmt, ap);
	va_end(ap);
	rc = response_header(rs, name, value.buf);
	strbuf_release(&value);
	return rc;
}

void
response_drop_header(struct response *rs, const char *name)
{
	size_t n = strlen(name);
	struct strbuf kept;

	strbuf_init(&kept);
	for (const char *line = rs->headers.buf; *line != '\0';) {
		size_t length = strcspn(line, "\n") + 1;

		if (strncasecmp(line, name, n) != 0 || line[n] != ':')
			strbuf_add(&kept, line, length);
		line += length;
	}
	strbuf_release(&rs->headers);
	rs->headers = kept;
}

/* The head as CGI wants it (RFC 3875, 6.3). */
static void
write_head(const struct response *rs, struct strbuf *head)
{
	strbuf_printf(
	    head, "Status: %d %s\r\n", rs->status, response_reason(rs->status));
	strbuf_add(head, rs->headers.buf, rs->headers.len);
	strbuf_puts(head, "\r\n");
}

/* The head and what is held back; more will follow. */
static int
start(struct response *rs)
{
	struct strbuf head;
	int rc;

	rs->started = true;
	strbuf_init(&head);
	write_head(rs, &head);
	if (!rs->head_only)
		strbuf_add(&head, rs->body.buf, rs->body.len);
	rc = sink_write(rs->out, head.buf, head.len);
	rs->gone = rc != 0;
	if (rs->head_only)
		rs->max_kept = 0;
	if (rs->body.len > rs->max_kept)
		strbuf_release(&rs->body);
	strbuf_release(&head);
	return rc;
}

/* What has left is remembered up to a limit, above it not at all. */
static void
remember(struct response *rs, const char *p, size_t n)
{
	if (rs->max_kept > 0 && rs->body.len + n <= rs->max_kept) {
		strbuf_add(&rs->body, p, n);
		return;
	}
	rs->max_kept = 0;
	strbuf_release(&rs->body);
}

static int
write_body(void *ctx, const char *p, size_t n)
{
	struct response *rs = ctx;

	if (rs->gone || (rs->started && rs->head_only))
		return -1;
	if (!rs->started && rs->body.len + n <= rs->max_held) {
		strbuf_add(&rs->body, p, n);
		return 0;
	}
	if (!rs->started && start(rs) != 0)
		return -1;
	remember(rs, p, n);
	if (rs->head_only || sink_write(rs->out, p, n) != 0)
		rs->gone = !rs->head_only;
	return rs->head_only || rs->gone ? -1 : 0;
}

void
response_add_headers(struct response *rs, const char *lines)
{
	strbuf_puts(&rs->headers, lines);
}

const char *
response_headers(const struct response *rs)
{
	return rs->headers.buf;
}

void
response_expect_long(struct response *rs)
{
	rs->max_held = RESPONSE_HOLD_LONG_BYTES;
}

void
response_whole(struct response *rs, const void *p, size_t n)
{
	rs->whole = (struct piece){p, n};
}

void
response_keep(struct response *rs, size_t max_bytes)
{
	rs->max_kept = max_bytes;
}

const char *
response_kept(const struct response *rs, size_t *n)
{
	*n = rs->body.len;
	if (rs->max_kept == 0 || rs->gone || *n > rs->max_kept)
		return NULL;
	return rs->body.buf;
}

struct sink
response_body(struct response *rs)
{
	return (struct sink){.write = write_body, .ctx = rs};
}

void
response_abort(struct response *rs)
{
	rs->gone = true;
}

/* All at once: the head, and the body where there is one. */
static int
send_whole(struct response *rs)
{
	struct piece body = {rs->body.buf, rs->body.len};
	struct strbuf head;
	int rc;

	if (rs->whole.p != NULL)
		body = rs->whole;
	rs->started = true;
	strbuf_init(&head);
	/* RFC 9110, 8.6: none in 204, and 304 has no body to measure */
	if (rs->status != 204 && rs->status != 304)
		response_headerf(rs, "Content-Length", "%zu", body.n);
	write_head(rs, &head);
	const struct piece pieces[] = {{head.buf, head.len}, body};
	rc = sink_finish(rs->out, pieces, rs->head_only ? 1 : 2);
	strbuf_release(&head);
	return rc;
}

int
response_end(struct response *rs)
{
	int rc;

	if (rs->gone)
		return -1;
	rc = rs->started ? sink_finish(rs->out, NULL, 0) : send_whole(rs);
	rs->gone = rc != 0;
	return rc;
}

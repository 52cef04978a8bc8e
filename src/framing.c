/* SPDX-License-Identifier: MIT */
/* framing.c - records of FastCGI: bytes of a connection -> requests. */
#include <stdint.h>
#include <string.h>

#include "framing.h"

/* FastCGI Specification 1.0, 8: types, roles and the header of a record. */
enum {
	VERSION_1 = 1,
	BEGIN_REQUEST = 1,
	ABORT_REQUEST = 2,
	END_REQUEST = 3,
	PARAMS = 4,
	STDIN = 5,
	STDOUT = 6,
	RESPONDER = 1,
	KEEP_CONN = 1,
	HEADER_BYTES = 8,
	BODY_BYTES = 8,	     /* of BEGIN_REQUEST and END_REQUEST */
	MAX_CONTENT = 65528, /* the largest multiple of 8 */
	MAX_RECORDS = 64,    /* in one system call */
};

struct record {
	unsigned type;
	unsigned request;
	size_t length;
	size_t padding;
	const unsigned char *content;
};

/* The header of a record; SHORT: it is not there whole. */
static enum framing
read_header(struct record *r, const unsigned char *p, size_t n)
{
	if (n > 0 && p[0] != VERSION_1)
		return FRAMING_BAD;
	if (n < HEADER_BYTES)
		return FRAMING_SHORT;
	*r = (struct record){
	    .type = p[1],
	    .request = (unsigned)(p[2] << 8 | p[3]),
	    .length = (size_t)(p[4] << 8 | p[5]),
	    .padding = p[6],
	    .content = p + HEADER_BYTES,
	};
	return FRAMING_GOOD;
}

static enum framing
read_record(struct record *r, const unsigned char **p, size_t *n)
{
	enum framing rc = read_header(r, *p, *n);
	size_t whole;

	if (rc != FRAMING_GOOD)
		return rc;
	whole = HEADER_BYTES + r->length + r->padding;
	if (*n < whole)
		return FRAMING_SHORT;
	*p += whole;
	*n -= whole;
	return FRAMING_GOOD;
}

/* A length of one byte, or of four with the top bit set (3.4). */
static int
read_length(const unsigned char **p, const unsigned char *end, size_t *length)
{
	const unsigned char *s = *p;

	if (s < end && s[0] < 0x80) {
		*length = s[0];
		*p += 1;
		return 0;
	}
	if (end - s < 4)
		return -1;
	*length = (size_t)(s[0] & 0x7f) << 24 | (size_t)s[1] << 16 |
		  (size_t)s[2] << 8 | s[3];
	*p += 4;
	return 0;
}

/* Copy `n` bytes and a NUL to `*to`. */
static const char *
copy_text(char **to, const unsigned char *p, size_t n)
{
	char *text = *to;

	memcpy(text, p, n);
	text[n] = '\0';
	*to += n + 1;
	return text;
}

/* Pairs of names and values -> strings (3.4). */
static enum framing
read_params(struct call *call, const unsigned char *p, size_t n)
{
	const unsigned char *end = p + n;
	char *to = call->text;

	call->nparams = 0;
	while (p < end) {
		size_t name;
		size_t value;

		if (call->nparams == FRAMING_MAX_PARAMS ||
		    read_length(&p, end, &name) != 0 ||
		    read_length(&p, end, &value) != 0)
			return FRAMING_BAD;
		if (name > (size_t)(end - p) ||
		    value > (size_t)(end - p) - name)
			return FRAMING_BAD;
		if (memchr(p, '\0', name + value) != NULL)
			return FRAMING_BAD;
		call->params[call->nparams].name = copy_text(&to, p, name);
		call->params[call->nparams++].value =
		    copy_text(&to, p + name, value);
		p += name + value;
	}
	return FRAMING_GOOD;
}

/*
 * Where the parameters are, in one piece. Most servers send a single record,
 * and then they lie in it; else they are put together in `joined`.
 */
static enum framing
join_params(unsigned id, const unsigned char **p, size_t *n,
    unsigned char joined[FRAMING_MAX_BYTES], struct record *all)
{
	struct record r;
	enum framing rc;

	*all = (struct record){.content = joined};
	while ((rc = read_record(&r, p, n)) == FRAMING_GOOD) {
		if (r.type != PARAMS || r.request != id ||
		    r.length > FRAMING_MAX_BYTES - all->length)
			return FRAMING_BAD;
		if (r.length == 0)
			return FRAMING_GOOD;
		if (all->length == 0) {
			all->content = r.content;
		} else if (all->content != joined) {
			memcpy(joined, all->content, all->length);
			all->content = joined;
		}
		if (all->content == joined)
			memcpy(joined + all->length, r.content, r.length);
		all->length += r.length;
	}
	return rc;
}

enum framing
framing_parse(struct call *call, const unsigned char *p, size_t n)
{
	unsigned char joined[FRAMING_MAX_BYTES];
	const unsigned char *start = p;
	struct record params;
	struct record r;
	enum framing rc = read_record(&r, &p, &n);

	if (rc != FRAMING_GOOD)
		return rc;
	if (r.type != BEGIN_REQUEST || r.length != BODY_BYTES ||
	    (r.content[0] << 8 | r.content[1]) != RESPONDER || r.request == 0)
		return FRAMING_BAD;
	call->id = r.request;
	call->keep = (r.content[2] & KEEP_CONN) != 0;
	rc = join_params(r.request, &p, &n, joined, &params);
	if (rc == FRAMING_GOOD)
		rc = read_params(call, params.content, params.length);
	call->bytes = (size_t)(p - start);
	return rc;
}

const char *
call_param(const struct call *call, const char *name)
{
	for (size_t i = 0; i < call->nparams; i++)
		if (strcmp(call->params[i].name, name) == 0)
			return call->params[i].value;
	return NULL;
}

static enum framing
skip_record(struct tail *tail, const unsigned char **p, size_t *n)
{
	size_t part = *n < tail->left ? *n : tail->left;
	enum framing rc;
	struct record r;

	*p += part;
	*n -= part;
	tail->left -= part;
	if (tail->left > 0 || tail->last)
		return FRAMING_SHORT;
	rc = read_header(&r, *p, *n);
	if (rc != FRAMING_GOOD)
		return rc;
	if ((r.type != STDIN && r.type != ABORT_REQUEST) ||
	    r.request != tail->id)
		return FRAMING_BAD;
	tail->left = HEADER_BYTES + r.length + r.padding;
	tail->last = r.type == STDIN && r.length == 0;
	return FRAMING_GOOD;
}

enum framing
framing_skip(struct tail *tail, const unsigned char *p, size_t n, size_t *used)
{
	const unsigned char *start = p;
	enum framing rc;

	while ((rc = skip_record(tail, &p, &n)) == FRAMING_GOOD)
		;
	if (tail->last && tail->left == 0)
		rc = FRAMING_GOOD;
	*used = (size_t)(p - start);
	tail->bytes += *used;
	return rc;
}

/* Records that are being put together for one system call. */
struct batch {
	int fd;
	unsigned id;
	size_t records;
	int n; /* of the pieces */
	unsigned char heads[MAX_RECORDS][HEADER_BYTES];
	struct iovec iov[2 * MAX_RECORDS];
};

static int
flush(struct batch *b)
{
	int rc = write_pieces(b->fd, b->iov, b->n);

	b->records = 0;
	b->n = 0;
	return rc;
}

static int
add_record(struct batch *b, unsigned type, const char *p, size_t n)
{
	const unsigned char head[HEADER_BYTES] = {VERSION_1,
	    (unsigned char)type, (unsigned char)(b->id >> 8),
	    (unsigned char)b->id, (unsigned char)(n >> 8), (unsigned char)n};

	if (b->records == MAX_RECORDS && flush(b) != 0)
		return -1;
	memcpy(b->heads[b->records], head, sizeof(head));
	b->iov[b->n++] = (struct iovec){b->heads[b->records], HEADER_BYTES};
	/* writev() only reads; the cast drops const for its type */
	if (n > 0)
		b->iov[b->n++] = (struct iovec){(void *)(uintptr_t)p, n};
	b->records++;
	return 0;
}

int
framing_write(
    int fd, unsigned id, const struct piece *pieces, size_t n, bool last)
{
	/* no status of an application, and the request is complete (5.5) */
	static const char end[BODY_BYTES];
	struct batch b = {.fd = fd, .id = id};
	int rc = 0;

	for (size_t i = 0; i < n && rc == 0; i++)
		for (size_t at = 0; at < pieces[i].n && rc == 0;
		     at += MAX_CONTENT) {
			size_t left = pieces[i].n - at;

			rc = add_record(&b, STDOUT, pieces[i].p + at,
			    left < MAX_CONTENT ? left : MAX_CONTENT);
		}
	if (last && rc == 0)
		rc = add_record(&b, STDOUT, NULL, 0);
	if (last && rc == 0)
		rc = add_record(&b, END_REQUEST, end, sizeof(end));
	return rc == 0 ? flush(&b) : -1;
}

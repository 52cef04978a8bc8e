/* SPDX-License-Identifier: MIT */
/* response.h - status, headers and body; small bodies are sent whole. */
#ifndef VITAE_RESPONSE_H
#define VITAE_RESPONSE_H

#include <stdbool.h>
#include <stddef.h>

#include "request.h"
#include "sink.h"
#include "strbuf.h"
#include "util.h"

/*
 * Up to so much is held back before the first byte leaves: until then an
 * error can still become a clean response, and a web server can ask another
 * worker when this one dies. Of a long response, which leaves before it is
 * whole anyway, it is little: the head of a page is made, so its status is
 * certain, and a browser can ask for what it names while the rest is made.
 */
enum {
	RESPONSE_HOLD_BYTES = 64 * 1024,
	RESPONSE_HOLD_LONG_BYTES = 4 * 1024,
};

struct response {
	struct sink *out; /* borrowed */
	bool head_only;	  /* the method is HEAD */
	int status;
	struct strbuf headers;
	struct strbuf body; /* held back; once started, what is kept of it */
	size_t max_held;
	size_t max_kept;    /* 0: nothing is kept once started */
	struct piece whole; /* instead of the body, if not NULL */
	bool started;	    /* the head has left */
	bool gone;	    /* the peer takes no more */
};

/* response_release() is due. `out` is borrowed until then. */
void response_init(struct response *rs, enum method method, struct sink *out);
void response_release(struct response *rs);

/* Has nothing left yet? Only then may status, headers and body be changed. */
bool response_is_open(const struct response *rs);
/* Forget status, headers and body: another response will be made. */
void response_reset(struct response *rs);

void response_status(struct response *rs, int status);
/*
 * Add a header; a value with a control character is not (RFC 9110, 5.5), and
 * -1 is returned.
 */
int response_header(struct response *rs, const char *name, const char *value);
int response_headerf(
    struct response *rs, const char *name, const char *fmt, ...) PRINTF(3, 4);
/* Take every header of this name away. */
void response_drop_header(struct response *rs, const char *name);

/*
 * Where the body goes. The sink is part of the response; it refuses bytes
 * when the peer is gone, and when a streamed HEAD response needs no more.
 */
struct sink response_body(struct response *rs);

/* Take over lines of headers as response_headers() gave them. */
void response_add_headers(struct response *rs, const char *lines);
/* Lines that end in CR LF. Borrowed until the next change. */
const char *response_headers(const struct response *rs);

/* The body will be longer than what is held back for sure: hold less. */
void response_expect_long(struct response *rs);

/*
 * The body is these bytes, and there is no other. Borrowed until
 * response_release().
 */
void response_whole(struct response *rs, const void *p, size_t n);

/*
 * Remember the body even when it streams, as long as it has no more than
 * `max_bytes`; to be called before the first byte of it.
 */
void response_keep(struct response *rs, size_t max_bytes);
/*
 * The body that was made, and its length; NULL when not all of it is there.
 * Borrowed until response_end().
 */
const char *response_kept(const struct response *rs, size_t *n);

/*
 * Say no more: what has been sent is not to be taken for all. The peer sees
 * the connection end in the middle.
 */
void response_abort(struct response *rs);

/*
 * Send what is still held back, with Content-Length when the body is known
 * whole. 0, or -1 when the peer has gone.
 */
int response_end(struct response *rs);

/* The reason phrase of a status that vitae uses. */
const char *response_reason(int status);

#endif

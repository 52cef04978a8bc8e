/* SPDX-License-Identifier: MIT */
/* framing.h - records of FastCGI: bytes of a connection -> requests. */
#ifndef VITAE_FRAMING_H
#define VITAE_FRAMING_H

#include <stdbool.h>
#include <stddef.h>

#include "sink.h"
#include "util.h"

enum {
	FRAMING_MAX_BYTES = 64 * 1024, /* of all parameters together */
	FRAMING_MAX_PARAMS = 256,
};

enum framing {
	FRAMING_GOOD,
	FRAMING_SHORT, /* good so far, but not all is here */
	FRAMING_BAD,
};

/* A request: BEGIN for a responder, and all of its parameters. */
struct call {
	unsigned id;
	bool keep;    /* the peer wants to use the connection again */
	size_t bytes; /* how many it was made of */
	size_t nparams;
	struct {
		const char *name; /* borrowed from `text`, as is the value */
		const char *value;
	} params[FRAMING_MAX_PARAMS];
	char text[FRAMING_MAX_BYTES + 2 * FRAMING_MAX_PARAMS];
};

/*
 * Take the request that these `n` bytes begin with. What is in `call` counts
 * only after FRAMING_GOOD.
 */
enum framing framing_parse(struct call *call, const unsigned char *p, size_t n);

/* The value of the first parameter of this name, or NULL. */
const char *call_param(const struct call *call, const char *name);

/* What follows the parameters: the body, which nobody wants. */
struct tail {
	unsigned id;  /* of the request */
	size_t left;  /* of the record that is being skipped */
	bool last;    /* that record is the last one */
	size_t bytes; /* skipped so far */
};

/*
 * Skip what is there of the body; `*used` says how much. FRAMING_GOOD: that
 * was all of it, and the next request follows.
 */
enum framing
framing_skip(struct tail *tail, const unsigned char *p, size_t n, size_t *used);

/*
 * Write pieces of the response to the request `id` on the socket `fd`, with
 * its end if they are the last. One system call, if the peer takes them: a
 * process that dies has then written nothing, and the web server asks
 * another, or all of a page that was held back. -1 when the peer takes no
 * more.
 */
NODISCARD int framing_write(
    int fd, unsigned id, const struct piece *pieces, size_t n, bool last);

#endif

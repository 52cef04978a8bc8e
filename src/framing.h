/* SPDX-License-Identifier: MIT */
/* framing.h - records of FastCGI, where libfcgi is not careful enough. */
#ifndef VITAE_FRAMING_H
#define VITAE_FRAMING_H

#include <stddef.h>

#include "util.h"

enum {
	FRAMING_MAX_BYTES = 64 * 1024, /* of all parameters together */
	FRAMING_MAX_PARAMS = 256,
	FRAMING_WAIT_MS = 1000, /* for a request to be there whole */
};

enum framing {
	FRAMING_GOOD,
	FRAMING_SHORT, /* good so far, but not all is here */
	FRAMING_BAD,
};

/*
 * Do these `n` bytes begin with a whole request: BEGIN for a responder, and
 * all of its parameters? Libfcgi 2.4.2 takes half the parameters for all of
 * them when a connection breaks, and does not survive every rubbish.
 */
enum framing framing_parse(const unsigned char *p, size_t n);

/*
 * Wait until a whole request lies in the socket `fd`, without taking it out.
 * 0, or -1 when none comes in time or what comes is none.
 */
NODISCARD int framing_wait(int fd);

/*
 * Write `n` bytes of the response to the request `id` on the socket `fd`, in
 * as few system calls as it takes: a process that dies has then written
 * nothing, and the web server asks another, or all of a page that was held
 * back. Libfcgi writes 8 KiB at a time. -1 when the peer takes no more.
 */
NODISCARD int framing_write(int fd, unsigned id, const char *p, size_t n);

#endif

/* SPDX-License-Identifier: MIT */
/* gateway.h - where requests come from: FastCGI or CGI. */
#ifndef VITAE_GATEWAY_H
#define VITAE_GATEWAY_H

#include "handover.h"
#include "program.h"
#include "util.h"

/*
 * Serve FastCGI requests from the listening socket `fd` until SIGTERM,
 * SIGINT or SIGUSR1; a request that has come by then is answered first. `h`
 * is what the workers on this socket share. 0, or -1 when the socket can no
 * longer be used; the reason is logged.
 */
NODISCARD int
gateway_fastcgi(struct program *pr, int fd, const struct handover *h);

/* Answer the CGI request in the environment on stdout (RFC 3875). */
NODISCARD int gateway_cgi(struct program *pr);

#endif

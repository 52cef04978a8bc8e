/* SPDX-License-Identifier: MIT */
/* serve.h - one request -> one response: the way through the house. */
#ifndef VITAE_SERVE_H
#define VITAE_SERVE_H

#include <stdint.h>

#include "program.h"
#include "request.h"
#include "sink.h"

/*
 * Answer the request that the CGI variables of `env` describe. The response
 * goes to `out` in the form of CGI (RFC 3875, 6): a head with Status, an
 * empty line, the body. `now_ms` is the wall clock. -1 when the peer has
 * gone.
 */
int serve(struct program *pr, const struct env *env, struct sink *out,
    int64_t now_ms);

#endif

/* SPDX-License-Identifier: MIT */
/* serve.h - one request -> one response: the way through the house. */
#ifndef VITAE_SERVE_H
#define VITAE_SERVE_H

#include <stdint.h>

#include "request.h"
#include "settings.h"
#include "sink.h"
#include "store.h"
#include "theme.h"

/* What lives longer than a request. */
struct program {
	struct schemas *schemas;
	struct store *store;
	struct theme *theme;
	char *base; /* where we are mounted; NULL: the server says */
};

/*
 * Open everything that the settings name and load the data. 0, or -1 with
 * the reasons in `d`. program_close() is due in both cases.
 */
NODISCARD int program_open(struct program *pr, const struct settings *s,
    int64_t now_ms, struct diag *d);
void program_close(struct program *pr);

/*
 * Answer the request that the CGI variables of `env` describe. The response
 * goes to `out` in the form of CGI (RFC 3875, 6): a head with Status, an
 * empty line, the body. -1 when the peer has gone.
 */
int serve(struct program *pr, const struct env *env, struct sink *out,
    int64_t now_ms);

/* The wall clock. */
int64_t clock_ms(void);

#endif

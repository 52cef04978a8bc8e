/* SPDX-License-Identifier: MIT */
/* listen.h - the socket that FastCGI connections come from. */
#ifndef VITAE_LISTEN_H
#define VITAE_LISTEN_H

#include <stdbool.h>
#include <sys/types.h>

#include "diag.h"
#include "util.h"

/* Is this descriptor a socket that connections can be taken from? */
bool listen_is(int fd);

/*
 * The listening socket that we were started with: from systemd
 * (sd_listen_fds(3)), or as fd 0 from whoever spawned us (FastCGI
 * Specification 1.0, 2.2). -1 when there is none. The variables of systemd
 * are removed from the environment.
 */
int listen_inherited(void);

/*
 * Listen on the unix socket `path` with permissions `mode`. A socket that
 * nobody serves any more is replaced; one that somebody serves is not.
 * Returns the socket, or -1 with the reason in `d`.
 */
NODISCARD int listen_unix(const char *path, mode_t mode, struct diag *d);

#endif

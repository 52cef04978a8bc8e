/* SPDX-License-Identifier: MIT */
/* peers.h - connections of web servers: read, answered, kept, closed. */
#ifndef VITAE_PEERS_H
#define VITAE_PEERS_H

#include <poll.h>
#include <stdbool.h>

#include "framing.h"
#include "handover.h"
#include "util.h"

enum {
	PEERS_MAX = 256,
	PEERS_REQUEST_MS = 1000, /* for a request to be there whole */
	PEERS_BODY_MS = 2000,	 /* for a body that nobody wants */
	PEERS_MAX_BODY_BYTES = 1024 * 1024,
};

/* Answer a request into `out`. -1: the peer has gone. */
typedef int answer_fn(void *ctx, const struct call *call, struct sink *out);

struct peers;

/*
 * A table of connections. `h` is where they are given away while a long
 * answer is made; both pointers are borrowed. Owned -> peers_free(), which
 * closes them all.
 */
struct peers *peers_new(answer_fn *answer, void *ctx, const struct handover *h);
void peers_free(struct peers *ps);

/*
 * Take the connection `fd` over, and answer what it has sent already. The
 * one that was idle longest makes room, if it must.
 */
void peers_add(struct peers *ps, int fd);
/* Is there no room, nor a connection that would make room? */
bool peers_are_full(const struct peers *ps);

/*
 * Fill `fds`, room for PEERS_MAX, with what is to be polled. Returns how
 * many; `*timeout_ms` becomes smaller, if one of them may not wait so long.
 */
size_t peers_poll(struct peers *ps, struct pollfd *fds, int *timeout_ms);
/*
 * Answer what has come, by what poll() said of all of `fds`. Each connection
 * gets one turn.
 */
void peers_hear(struct peers *ps, const struct pollfd *fds);

/* From now on none is kept; how many are still in the middle of something? */
size_t peers_stop(struct peers *ps);

#endif

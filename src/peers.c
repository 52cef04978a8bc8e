/* SPDX-License-Identifier: MIT */
/* peers.c - connections of web servers: read, answered, kept, closed. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "peers.h"

enum {
	WRITE_TIMEOUT_S = 10,
	/* a request with all headers of its records */
	READ_BYTES = 2 * FRAMING_MAX_BYTES,
};

/* A connection is idle, or in the middle of a request, or of its body. */
struct peer {
	int fd;	       /* -1: closed or given away */
	uint64_t turn; /* when it was heard last; for finding the oldest */
	int64_t deadline_ms; /* unless idle */
	bool keep;
	bool has_tail;
	struct tail tail;   /* of the request that was answered */
	struct strbuf rest; /* the beginning of a request */
};

struct peers {
	answer_fn *answer;
	void *ctx;
	const struct handover *handover;
	uint64_t turn;
	bool stopping;
	size_t n;
	struct peer all[PEERS_MAX];
	struct call call;
	unsigned char in[READ_BYTES];
};

static int64_t
now_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

struct peers *
peers_new(answer_fn *answer, void *ctx, const struct handover *h)
{
	struct peers *ps = xcalloc(1, sizeof(*ps));

	ps->answer = answer;
	ps->ctx = ctx;
	ps->handover = h;
	return ps;
}

static bool
is_idle(const struct peer *p)
{
	return !p->has_tail && p->rest.len == 0;
}

static void
forget(struct peer *p)
{
	strbuf_release(&p->rest);
	p->fd = -1;
}

static void
drop(struct peer *p)
{
	close(p->fd);
	forget(p);
}

void
peers_free(struct peers *ps)
{
	for (size_t i = 0; i < ps->n; i++)
		if (ps->all[i].fd >= 0)
			drop(&ps->all[i]);
	free(ps);
}

/* Those that are gone leave no gaps. */
static void
sweep(struct peers *ps)
{
	size_t kept = 0;

	for (size_t i = 0; i < ps->n; i++)
		if (ps->all[i].fd >= 0)
			ps->all[kept++] = ps->all[i];
	ps->n = kept;
}

/*
 * A long answer is on its way: whoever else has a connection to us, and a
 * request in it by now or soon, is better off with a worker that is free.
 */
static void
give_away(struct peers *ps, const struct peer *busy)
{
	for (size_t i = 0; i < ps->n; i++) {
		struct peer *p = &ps->all[i];

		if (p == busy || p->fd < 0 || !is_idle(p))
			continue;
		if (handover_give(ps->handover, p->fd) != 0)
			return;
		forget(p);
	}
}

/* Where an answer goes. */
struct reply {
	struct peers *peers;
	struct peer *peer;
	bool is_long; /* a part of it has left */
};

static int
write_part(void *ctx, const char *p, size_t n)
{
	struct reply *r = ctx;
	const struct piece piece = {p, n};

	if (!r->is_long && r->peers->handover->give >= 0)
		give_away(r->peers, r->peer);
	r->is_long = true;
	return framing_write(r->peer->fd, r->peers->call.id, &piece, 1, false);
}

static int
write_last(void *ctx, const struct piece *pieces, size_t n)
{
	struct reply *r = ctx;

	return framing_write(r->peer->fd, r->peers->call.id, pieces, n, true);
}

/* Answer the request that the bytes begin with; its body is what follows. */
static enum framing
answer(struct peers *ps, struct peer *p, const unsigned char *in, size_t n,
    size_t *used)
{
	enum framing rc = framing_parse(&ps->call, in, n);
	struct reply reply = {.peers = ps, .peer = p};
	struct sink out = {write_part, &reply, write_last};

	if (rc == FRAMING_BAD)
		log_event(LOG_DEBUG, "a connection without a request");
	if (rc != FRAMING_GOOD)
		return rc;
	*used = ps->call.bytes;
	if (ps->answer(ps->ctx, &ps->call, &out) != 0)
		return FRAMING_BAD;
	p->keep = ps->call.keep;
	p->has_tail = true;
	p->tail = (struct tail){.id = ps->call.id};
	p->deadline_ms = 0;
	return FRAMING_GOOD;
}

/* After the end of the body comes the next request, or nothing. */
static enum framing
skip(struct peers *ps, struct peer *p, const unsigned char *in, size_t n,
    size_t *used)
{
	enum framing rc = framing_skip(&p->tail, in, n, used);

	if (rc == FRAMING_GOOD) {
		p->has_tail = false;
		p->deadline_ms = 0;
		if (!p->keep || ps->stopping)
			return FRAMING_BAD;
	}
	return p->tail.bytes > PEERS_MAX_BODY_BYTES ? FRAMING_BAD : rc;
}

static void
understand(struct peers *ps, struct peer *p, size_t n)
{
	const unsigned char *in = ps->in;
	enum framing rc = FRAMING_GOOD;

	while (n > 0 && rc == FRAMING_GOOD) {
		size_t used = 0;

		rc = p->has_tail ? skip(ps, p, in, n, &used)
				 : answer(ps, p, in, n, &used);
		in += used;
		n -= used;
	}
	if (rc == FRAMING_BAD) {
		drop(p);
		return;
	}
	strbuf_add(&p->rest, in, n);
	if (!is_idle(p) && p->deadline_ms == 0)
		p->deadline_ms =
		    now_ms() + (p->has_tail ? PEERS_BODY_MS : PEERS_REQUEST_MS);
}

static void
hear(struct peers *ps, struct peer *p)
{
	size_t n = p->rest.len;
	ssize_t got;

	memcpy(ps->in, p->rest.buf, n);
	got = recv(p->fd, ps->in + n, sizeof(ps->in) - n, MSG_DONTWAIT);
	if (got < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (got <= 0) {
		drop(p);
		return;
	}
	if (n > 0) {
		strbuf_release(&p->rest);
		strbuf_init(&p->rest);
	}
	p->turn = ++ps->turn;
	understand(ps, p, n + (size_t)got);
}

/* The one that nobody has used for longest; NULL: all are busy. */
static struct peer *
oldest_idle(struct peers *ps)
{
	struct peer *oldest = NULL;

	for (size_t i = 0; i < ps->n; i++) {
		struct peer *p = &ps->all[i];

		if (p->fd >= 0 && is_idle(p) &&
		    (oldest == NULL || p->turn < oldest->turn))
			oldest = p;
	}
	return oldest;
}

bool
peers_are_full(const struct peers *ps)
{
	for (size_t i = 0; i < ps->n; i++)
		if (is_idle(&ps->all[i]))
			return false;
	return ps->n == PEERS_MAX;
}

void
peers_add(struct peers *ps, int fd)
{
	const struct timeval limit = {.tv_sec = WRITE_TIMEOUT_S};
	struct peer *p;

	if (ps->n == PEERS_MAX && (p = oldest_idle(ps)) != NULL)
		drop(p);
	sweep(ps);
	if (ps->n == PEERS_MAX) {
		close(fd);
		return;
	}
	/* no peer may hold us up for longer than this */
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
	p = &ps->all[ps->n++];
	*p = (struct peer){.fd = fd, .turn = ++ps->turn};
	strbuf_init(&p->rest);
	hear(ps, p);
}

size_t
peers_poll(struct peers *ps, struct pollfd *fds, int *timeout_ms)
{
	int64_t now = 0;

	sweep(ps);
	for (size_t i = 0; i < ps->n; i++) {
		const struct peer *p = &ps->all[i];
		int64_t left;

		fds[i] = (struct pollfd){.fd = p->fd, .events = POLLIN};
		if (is_idle(p))
			continue;
		if (now == 0)
			now = now_ms();
		left = p->deadline_ms > now ? p->deadline_ms - now : 0;
		if (*timeout_ms < 0 || left < *timeout_ms)
			*timeout_ms = (int)left;
	}
	return ps->n;
}

void
peers_hear(struct peers *ps, const struct pollfd *fds)
{
	size_t n = ps->n;

	for (size_t i = 0; i < n; i++) {
		struct peer *p = &ps->all[i];

		/* it may have been given away while another was answered */
		if (p->fd < 0)
			continue;
		if (fds[i].revents != 0)
			hear(ps, p);
		else if (!is_idle(p) && p->deadline_ms <= now_ms())
			drop(p);
	}
}

size_t
peers_stop(struct peers *ps)
{
	ps->stopping = true;
	for (size_t i = 0; i < ps->n; i++)
		if (ps->all[i].fd >= 0 && is_idle(&ps->all[i]))
			drop(&ps->all[i]);
	sweep(ps);
	return ps->n;
}

/* SPDX-License-Identifier: MIT */
/* gateway.c - where requests come from. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "cgi.h"
#include "gateway.h"
#include "log.h"
#include "peers.h"
#include "serve.h"
#include "supervise.h"

enum { PAUSE_MS = 50 };

/*
 * The signals that end us are blocked, so no response is cut in the middle,
 * and are read from a descriptor that is polled with the rest: a socket that
 * always has work cannot hide them. -1 with errno.
 */
static int
catch_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	return signalfd(-1, &set, SFD_CLOEXEC);
}

static const char *
get_param(const void *ctx, const char *name)
{
	return call_param(ctx, name);
}

static int
answer(void *ctx, const struct call *call, struct sink *out)
{
	const struct env env = {get_param, call};
	struct program *pr = ctx;
	int rc = serve(pr, &env, out, clock_ms());

	/* another process that has loaded the same would share more */
	if (pr->supervisor != 0 && store_is_apart(pr->store)) {
		kill(pr->supervisor, SUPERVISE_RENEW);
		pr->supervisor = 0;
	}
	return rc;
}

/* 0 when accept() may be tried again, after a pause if that helps. */
static int
survive(int error)
{
	const struct timespec pause = {.tv_nsec = PAUSE_MS * 1000000L};

	switch (error) {
	case EAGAIN:
	case EINTR:
	case ECONNABORTED:
		return 0;
	case EMFILE:
	case ENFILE:
	case ENOBUFS:
	case ENOMEM:
		log_event(LOG_WARNING, "accept: %s", strerror(error));
		nanosleep(&pause, NULL);
		return 0;
	default:
		log_event(LOG_ERROR, "accept: %s", strerror(error));
		return -1;
	}
}

/* Take one connection: the next one may go to another process. */
static int
accept_one(struct peers *ps, int listener)
{
	int fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC);

	if (fd < 0)
		return survive(errno);
	peers_add(ps, fd);
	return 0;
}

/* The places of poll() that are no connections. */
enum { SIGNALS, LISTENER, GIVEN, FIRST_PEER };

/* Wait for whatever comes, and do what there is to do. */
static int
take_turn(struct peers *ps, struct pollfd *fds)
{
	const struct handover given = {-1, fds[GIVEN].fd};
	bool full = peers_are_full(ps);
	int timeout_ms = -1;
	size_t n;
	int fd;

	n = FIRST_PEER + peers_poll(ps, fds + FIRST_PEER, &timeout_ms);
	fds[LISTENER].events = full ? 0 : POLLIN;
	fds[GIVEN].events = full ? 0 : POLLIN;
	if (poll(fds, n, timeout_ms) < 0)
		return survive(errno);
	peers_hear(ps, fds + FIRST_PEER);
	if (fds[SIGNALS].revents != 0)
		return 0;
	if ((fds[LISTENER].revents & (POLLERR | POLLNVAL)) != 0)
		return survive(EBADF);
	if (fds[LISTENER].revents != 0 && accept_one(ps, fds[LISTENER].fd) != 0)
		return -1;
	if (fds[GIVEN].revents != 0 && (fd = handover_take(&given)) >= 0)
		peers_add(ps, fd);
	return 0;
}

/* Nobody new; those in the middle of a request get their answer. */
static void
finish(struct peers *ps, struct pollfd *fds)
{
	while (peers_stop(ps) > 0) {
		int timeout_ms = -1;
		size_t n = peers_poll(ps, fds, &timeout_ms);

		if (poll(fds, n, timeout_ms) < 0 && errno != EINTR)
			break;
		peers_hear(ps, fds);
	}
}

int
gateway_fastcgi(struct program *pr, int fd, const struct handover *h)
{
	struct pollfd fds[FIRST_PEER + PEERS_MAX] = {
	    [SIGNALS] = {.fd = catch_signals(), .events = POLLIN},
	    [LISTENER] = {.fd = fd},
	    [GIVEN] = {.fd = h->take},
	};
	struct peers *ps;
	int rc = 0;

	if (fds[SIGNALS].fd < 0) {
		log_event(LOG_ERROR, "signalfd: %s", strerror(errno));
		return -1;
	}
	ps = peers_new(answer, pr, h);
	/* several processes share the socket: only one gets a connection */
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
	while (rc == 0 && fds[SIGNALS].revents == 0)
		rc = take_turn(ps, fds);
	if (rc == 0)
		finish(ps, fds + FIRST_PEER);
	peers_free(ps);
	close(fds[SIGNALS].fd);
	return rc;
}

int
gateway_cgi(struct program *pr)
{
	const int fd = STDOUT_FILENO;
	struct sink out = sink_to_fd(&fd);
	int rc;

	/* a client that goes away is no reason to die with a signal */
	signal(SIGPIPE, SIG_IGN);
	rc = serve(pr, &cgi_env, &out, clock_ms());
	cgi_discard_body();
	return rc;
}

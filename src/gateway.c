/* SPDX-License-Identifier: MIT */
/* gateway.c - where requests come from. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <fcgiapp.h>

#include "framing.h"
#include "gateway.h"
#include "log.h"
#include "serve.h"

enum {
	READ_TIMEOUT_S = 2,
	WRITE_TIMEOUT_S = 10,
	PAUSE_MS = 50,
	MAX_DISCARDED_BYTES = 1024 * 1024,
};

static volatile sig_atomic_t stopping;

static void
stop(int signo)
{
	(void)signo;
	stopping = 1;
}

/*
 * The signals that end us stay blocked but while we wait for work, so no
 * response is cut in the middle. Our handlers come before FCGX_Init(), which
 * would set its own and break a write that a signal interrupts.
 */
static void
catch_signals(sigset_t *waiting)
{
	static const int signals[] = {SIGTERM, SIGINT, SIGUSR1};
	struct sigaction sa = {.sa_handler = stop, .sa_flags = SA_RESTART};
	sigset_t blocked;

	sigemptyset(&sa.sa_mask);
	sigemptyset(&blocked);
	for (size_t i = 0; i < ARRAY_SIZE(signals); i++) {
		sigaction(signals[i], &sa, NULL);
		sigaddset(&blocked, signals[i]);
	}
	sigprocmask(SIG_BLOCK, &blocked, waiting);
	for (size_t i = 0; i < ARRAY_SIZE(signals); i++)
		sigdelset(waiting, signals[i]);
}

/* A socket that always has work would never let the signal through. */
static bool
is_told_to_stop(void)
{
	sigset_t pending;

	sigemptyset(&pending);
	sigpending(&pending);
	return stopping || sigismember(&pending, SIGTERM) == 1 ||
	       sigismember(&pending, SIGINT) == 1 ||
	       sigismember(&pending, SIGUSR1) == 1;
}

static const char *
get_param(const void *ctx, const char *name)
{
	const FCGX_Request *fcgi = ctx;

	return FCGX_GetParam(name, fcgi->envp);
}

static int
put(void *ctx, const char *p, size_t n)
{
	const FCGX_Request *fcgi = ctx;

	return framing_write(fcgi->ipcFd, (unsigned)fcgi->requestId, p, n);
}

/* No peer may hold us up for longer than this. */
static void
set_timeouts(int fd)
{
	const struct timeval in = {.tv_sec = READ_TIMEOUT_S};
	const struct timeval out = {.tv_sec = WRITE_TIMEOUT_S};

	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &in, sizeof(in));
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &out, sizeof(out));
}

/*
 * Hand an accepted connection to libfcgi and answer its request. Consumes
 * `fd`. The request is told that its connection is kept, or libfcgi would
 * close it before it has read anything; and that it is not, afterwards,
 * because a kept connection would bind this process to one client.
 */
static void
answer(struct program *pr, int fd)
{
	FCGX_Request fcgi;
	struct env env = {get_param, &fcgi};
	struct sink out = {put, &fcgi};

	set_timeouts(fd);
	if (framing_wait(fd) != 0) {
		log_event(LOG_DEBUG, "a connection without a request");
		close(fd);
		return;
	}
	FCGX_InitRequest(&fcgi, -1, 0);
	fcgi.ipcFd = fd;
	fcgi.keepConnection = 1;
	if (FCGX_Accept_r(&fcgi) != 0)
		return;
	fcgi.keepConnection = 0;
	if (FCGX_GetError(fcgi.in) == 0 &&
	    serve(pr, &env, &out, clock_ms()) != 0)
		/* or libfcgi would try to flush to it once more */
		shutdown(fd, SHUT_RDWR);
	FCGX_Finish_r(&fcgi);
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

int
gateway_fastcgi(struct program *pr, int fd)
{
	sigset_t waiting;
	int rc = 0;

	catch_signals(&waiting);
	if (FCGX_Init() != 0) {
		log_event(LOG_ERROR, "libfcgi cannot be set up");
		return -1;
	}
	signal(SIGPIPE, SIG_IGN);
	/* several processes share the socket: only one gets a connection */
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
	while (rc == 0 && !is_told_to_stop()) {
		struct pollfd ready = {.fd = fd, .events = POLLIN};
		int peer = -1;

		if (ppoll(&ready, 1, NULL, &waiting) < 0)
			rc = survive(errno);
		else if ((ready.revents & (POLLERR | POLLNVAL)) != 0)
			rc = survive(EBADF);
		else if ((peer = accept4(fd, NULL, NULL, SOCK_CLOEXEC)) < 0)
			rc = survive(errno);
		if (peer >= 0)
			answer(pr, peer);
	}
	return rc;
}

static const char *
get_variable(const void *ctx, const char *name)
{
	(void)ctx;
	return getenv(name);
}

/*
 * Nobody wants the body of a request, but Apache's mod_cgid passes it on a
 * socket, and closing that with bytes unread takes the response along.
 */
static void
discard_body(void)
{
	const char *length = getenv("CONTENT_LENGTH");
	long left = length != NULL ? strtol(length, NULL, 10) : 0;
	char buf[4096];
	ssize_t n = 1;

	if (left > MAX_DISCARDED_BYTES)
		left = MAX_DISCARDED_BYTES;
	for (; left > 0 && n > 0; left -= n)
		n = read(STDIN_FILENO, buf, sizeof(buf));
}

int
gateway_cgi(struct program *pr)
{
	const struct env env = {get_variable, NULL};
	const int fd = STDOUT_FILENO;
	struct sink out = sink_to_fd(&fd);
	int rc;

	/* a client that goes away is no reason to die with a signal */
	signal(SIGPIPE, SIG_IGN);
	rc = serve(pr, &env, &out, clock_ms());
	discard_body();
	return rc;
}

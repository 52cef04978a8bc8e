/* SPDX-License-Identifier: MIT */
/* supervise.c - several processes that do the same work. */
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "supervise.h"

/* A worker that lives shorter than this is replaced after a pause. */
enum { SHORT_LIFE_S = 1 };

struct worker {
	pid_t pid; /* 0: to be started */
	time_t since;
	bool old;    /* of before the last renewal */
	bool ending; /* it was told to stop */
};

static time_t
now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec;
}

/* 0 in the child. */
static pid_t
start(struct worker *w, const sigset_t *mask)
{
	pid_t parent = getpid();
	pid_t pid = fork();

	if (pid == 0) {
		sigprocmask(SIG_SETMASK, mask, NULL);
		prctl(PR_SET_PDEATHSIG, SIGTERM);
		/* it may have died before we asked to be told */
		if (getppid() != parent)
			raise(SIGTERM);
		return 0;
	}
	if (pid < 0)
		log_event(LOG_ERROR, "fork: %s", strerror(errno));
	*w = (struct worker){.pid = pid > 0 ? pid : 0, .since = now()};
	return -1;
}

static void
reap(struct worker *workers, unsigned n)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		if (WIFSIGNALED(status))
			log_event(LOG_ERROR, "worker %ld: killed by signal %d",
			    (long)pid, WTERMSIG(status));
		for (unsigned i = 0; i < n; i++)
			if (workers[i].pid == pid)
				workers[i] = (struct worker){
				    /* it was told to: the next one may come */
				    .since = workers[i].ending
						 ? 0
						 : workers[i].since,
				    .old = workers[i].old};
	}
}

/* Not at once again, when it died young: it would only die again. */
static bool
is_due(const struct worker *w)
{
	return w->pid == 0 &&
	       (w->since == 0 || now() - w->since > SHORT_LIFE_S);
}

/*
 * Those that are old are told to stop, one at a time, and only while all
 * others are there. False when there is none.
 */
static bool
retire(struct worker *workers, unsigned n)
{
	struct worker *old = NULL;
	bool all = true;

	for (unsigned i = 0; i < n; i++) {
		all = all && workers[i].pid > 0 && !workers[i].ending;
		if (workers[i].old)
			old = &workers[i];
	}
	if (old != NULL && all) {
		old->ending = true;
		kill(old->pid, SIGTERM);
	}
	return old != NULL;
}

static void
end_all(const struct worker *workers, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (workers[i].pid > 0)
			kill(workers[i].pid, SIGTERM);
	for (unsigned i = 0; i < n; i++)
		if (workers[i].pid > 0)
			waitpid(workers[i].pid, NULL, 0);
}

/* How many ask for it while the last time is not over makes no difference. */
static void
renew(struct worker *workers, unsigned n, const struct supervised *what,
    const char *why)
{
	log_event(LOG_NOTICE, "%s: the workers begin anew", why);
	what->renew(what->ctx);
	for (unsigned i = 0; i < n; i++)
		workers[i].old = true;
}

/* A bit of it; false when all is done. `*did`: it was not, before. */
static bool
idle(struct worker *workers, unsigned n, const struct supervised *what,
    bool *did)
{
	bool left = what->idle(what->ctx);

	/* those that begin from now on find it done */
	if (!left && *did)
		renew(workers, n, what, "all is checked");
	*did = left;
	return left;
}

static const int ending[] = {SIGTERM, SIGINT, SIGUSR1};

static bool
is_ending(int signo)
{
	for (size_t i = 0; i < ARRAY_SIZE(ending); i++)
		if (signo == ending[i])
			return true;
	return false;
}

/*
 * What we wait for. A log that nobody reads any more must not end us, nor all
 * who work.
 */
static void
block(sigset_t *signals, sigset_t *before)
{
	sigemptyset(signals);
	for (size_t i = 0; i < ARRAY_SIZE(ending); i++)
		sigaddset(signals, ending[i]);
	sigaddset(signals, SIGCHLD);
	sigaddset(signals, SUPERVISE_RENEW);
	sigprocmask(SIG_BLOCK, signals, before);
	signal(SIGPIPE, SIG_IGN);
}

int
supervise(unsigned n, const struct supervised *what, int *child)
{
	struct worker *workers = xcalloc(n, sizeof(*workers));
	const struct timespec while_ago = {.tv_sec = SHORT_LIFE_S};
	const struct timespec at_once = {0};
	sigset_t signals;
	sigset_t mask;
	int signo = 0;
	int rc = 0;
	bool busy = false;
	bool left = true;
	bool did = false;

	block(&signals, &mask);
	*child = 0;
	while (!is_ending(signo)) {
		reap(workers, n);
		for (unsigned i = 0; i < n; i++)
			if (is_due(&workers[i]) &&
			    start(&workers[i], &mask) == 0) {
				*child = 1;
				rc = what->work(what->ctx);
				goto out;
			}
		if (signo == SUPERVISE_RENEW && !busy)
			renew(workers, n, what, "much is new");
		if (left && !busy)
			left = idle(workers, n, what, &did);
		busy = retire(workers, n);
		/* and now and then, for those that were not due */
		signo = sigtimedwait(
		    &signals, NULL, left && !busy ? &at_once : &while_ago);
	}
	end_all(workers, n);
out:
	free(workers);
	return rc;
}

/* SPDX-License-Identifier: MIT */
/* sweep.c - when which files are looked at. */
#include "sweep.h"

enum { FRACTION = 50, NS_PER_MS = 1000000, FEW_MS = 1000, MANY_MS = 500 };

bool
sweep_takes_all(const struct sweep *s, size_t n)
{
	return n <= SWEEP_SLICE ||
	       (n <= SWEEP_FEW && s->cost_ns * (int64_t)n <=
				      SWEEP_MAX_STALL_MS * (int64_t)NS_PER_MS);
}

/* How long it takes until every file was looked at. */
static int64_t
round_ms(const struct sweep *s, size_t n)
{
	int64_t slow_ms = s->cost_ns * (int64_t)n / NS_PER_MS * FRACTION;
	int64_t fast_ms = sweep_takes_all(s, n) ? FEW_MS : MANY_MS;

	return slow_ms > fast_ms ? slow_ms : fast_ms;
}

/* So many looks take as long as a request may be held up. */
static size_t
stall_max(const struct sweep *s)
{
	int64_t max = SWEEP_MAX_STALL_MS * (int64_t)NS_PER_MS /
		      (s->cost_ns > 0 ? s->cost_ns : 1);

	return max > SWEEP_SLICE ? (size_t)max : SWEEP_SLICE;
}

size_t
sweep_due(const struct sweep *s, size_t n, int64_t now_ms)
{
	int64_t since_ms = now_ms - s->looked_ms;
	int64_t whole_ms = round_ms(s, n);
	size_t due;

	/* since_ms is negative when the clock was set back */
	if (since_ms < 0 || since_ms >= whole_ms)
		due = n;
	else
		due = (size_t)((int64_t)n * since_ms / whole_ms);
	if (due < n && (due < SWEEP_SLICE || sweep_takes_all(s, n)))
		return 0;
	return due < stall_max(s) || sweep_takes_all(s, n) ? due : stall_max(s);
}

int64_t
sweep_share_ns(int64_t since_ms)
{
	/* it is negative when the clock was set back: nobody knows */
	if (since_ms < 0)
		since_ms = (int64_t)SWEEP_MAX_STALL_MS * FRACTION;
	return since_ms * (NS_PER_MS / FRACTION);
}

void
sweep_done(struct sweep *s, size_t looks, int64_t took_ns, int64_t now_ms)
{
	s->looked_ms = now_ms;
	/* a few looks say nothing about all */
	if (looks >= SWEEP_SLICE / 2)
		s->cost_ns = (s->cost_ns + took_ns / (int64_t)looks) / 2;
}

/* SPDX-License-Identifier: MIT */
/* handover.h - workers pass connections to each other. */
#ifndef VITAE_HANDOVER_H
#define VITAE_HANDOVER_H

#include "util.h"

/*
 * What all workers share, made before they are started: connections that one
 * of them gives away lie in it until another takes them, or the same again.
 */
struct handover {
	int give; /* -1: there is nobody to give anything to */
	int take;
};

/* 0, or -1 with errno. handover_close() is due after 0. */
NODISCARD int handover_open(struct handover *h);
void handover_close(struct handover *h);

/*
 * Give the connection `fd` away. After 0 it is closed here; -1: it is still
 * ours. Never waits.
 */
NODISCARD int handover_give(const struct handover *h, int fd);

/* A connection that somebody gave away, or -1. Never waits. */
NODISCARD int handover_take(const struct handover *h);

#endif

/* SPDX-License-Identifier: MIT */
/* log.h - one line an event, to stderr or to whoever asked for it. */
#ifndef VITAE_LOG_H
#define VITAE_LOG_H

#include "util.h"

enum log_level { LOG_ERROR, LOG_WARNING, LOG_NOTICE, LOG_DEBUG };

/* Receives one event: a line without control characters or line end. */
typedef void log_fn(void *ctx, enum log_level level, const char *line);

/*
 * Log one event. Control characters of the text become spaces, so that no
 * input can forge a line. A log that cannot be written is dropped.
 */
void log_event(enum log_level level, const char *fmt, ...) PRINTF(2, 3);

/* Drop events less important than `level` (default LOG_NOTICE). */
void log_set_level(enum log_level level);
/* Send events to `fn`; NULL goes back to stderr. */
void log_set_sink(log_fn *fn, void *ctx);

#endif

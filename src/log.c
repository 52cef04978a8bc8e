/* SPDX-License-Identifier: MIT */
/* log.c - one line an event. */
#include <stdarg.h>
#include <stdio.h>

#include "log.h"
#include "strbuf.h"

static struct {
	enum log_level level;
	log_fn *fn;
	void *ctx;
} logger = {LOG_NOTICE, NULL, NULL};

static const char *const level_names[] = {
    [LOG_ERROR] = "error",
    [LOG_WARNING] = "warning",
    [LOG_NOTICE] = "notice",
    [LOG_DEBUG] = "debug",
};

void
log_set_level(enum log_level level)
{
	logger.level = level;
}

void
log_set_sink(log_fn *fn, void *ctx)
{
	logger.fn = fn;
	logger.ctx = ctx;
}

void
log_event(enum log_level level, const char *fmt, ...)
{
	struct strbuf line;
	va_list ap;

	if (level > logger.level)
		return;
	strbuf_init(&line);
	va_start(ap, fmt);
	strbuf_vprintf(&line, fmt, ap);
	va_end(ap);
	for (size_t i = 0; i < line.len; i++)
		if ((unsigned char)line.buf[i] < ' ' || line.buf[i] == 0x7f)
			line.buf[i] = ' ';
	if (logger.fn != NULL)
		logger.fn(logger.ctx, level, line.buf);
	else
		fprintf(
		    stderr, "vitae: %s: %s\n", level_names[level], line.buf);
	strbuf_release(&line);
}

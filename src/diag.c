/* SPDX-License-Identifier: MIT */
/* diag.c - collected problems. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "strbuf.h"

enum { MAX_PROBLEMS = 1000 };

void
diag_init(struct diag *d)
{
	*d = (struct diag){0};
}

void
diag_reset(struct diag *d)
{
	for (size_t i = 0; i < d->n; i++) {
		free(d->problems[i].file);
		free(d->problems[i].text);
	}
	d->n = 0;
}

void
diag_release(struct diag *d)
{
	diag_reset(d);
	free(d->problems);
	*d = (struct diag){0};
}

void
diag_add(struct diag *d, const char *file, int line, const char *fmt, ...)
{
	struct problem *p;
	struct strbuf sb;
	va_list ap;

	if (d->n > MAX_PROBLEMS)
		return;
	d->problems = grow(d->problems, d->n, &d->cap, sizeof(*d->problems));
	strbuf_init(&sb);
	if (d->n == MAX_PROBLEMS) {
		strbuf_puts(&sb, "too many problems; mend these first");
	} else {
		va_start(ap, fmt);
		strbuf_vprintf(&sb, fmt, ap);
		va_end(ap);
	}
	while (sb.len > 0 && strchr(" \n\r\t", sb.buf[sb.len - 1]) != NULL)
		strbuf_truncate(&sb, sb.len - 1);
	p = &d->problems[d->n++];
	*p = (struct problem){
	    file != NULL ? xstrdup(file) : NULL, line, strbuf_detach(&sb)};
	strbuf_release(&sb);
}

static int
compare(const struct problem *a, const struct problem *b)
{
	int c = strcmp(
	    a->file != NULL ? a->file : "", b->file != NULL ? b->file : "");

	return c != 0 ? c : (a->line > b->line) - (a->line < b->line);
}

void
diag_sort(struct diag *d)
{
	/* insertion: the list is short, nearly sorted, and must stay stable */
	for (size_t i = 1; i < d->n; i++) {
		struct problem p = d->problems[i];
		size_t j = i;

		for (; j > 0 && compare(&d->problems[j - 1], &p) > 0; j--)
			d->problems[j] = d->problems[j - 1];
		d->problems[j] = p;
	}
}

void
diag_format(const struct problem *p, struct strbuf *sb)
{
	if (p->file != NULL)
		strbuf_printf(sb, "%s:", p->file);
	if (p->file != NULL && p->line > 0)
		strbuf_printf(sb, "%d:", p->line);
	strbuf_printf(sb, "%s%s", p->file != NULL ? " " : "", p->text);
}

void
diag_log(const struct diag *d, enum log_level level)
{
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t i = 0; i < d->n; i++) {
		strbuf_reset(&sb);
		diag_format(&d->problems[i], &sb);
		log_event(level, "%s", sb.buf);
	}
	strbuf_release(&sb);
}

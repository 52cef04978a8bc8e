/* SPDX-License-Identifier: MIT */
/* cmd_view.c - what a stylesheet is given, for those who write them. */
#include <stdio.h>

#include "cmd.h"
#include "exchange.h"
#include "paint.h"

static int
print_view(struct exchange *x, const char *slot)
{
	xmlDoc *view;
	int rc;

	view = paint_view(x->program->store, &x->page, slot);
	if (view == NULL) {
		fprintf(stderr, "vitae: the page has no slot \"%s\"\n", slot);
		return 1;
	}
	if (x->page.words != NULL)
		words_lend(x->page.words, view);
	rc = xmlSaveFormatFileEnc("-", view, "UTF-8", 1) < 0 ? 1 : 0;
	if (x->page.words != NULL)
		words_return(x->page.words);
	xmlFreeDoc(view);
	return rc;
}

static int
view(struct program *pr, const char *path, const char *slot)
{
	const struct cmd_request rq = {.method = "GET", .path = path};
	const struct env env = {cmd_variable, &rq};
	enum query_key bad_key = KEY_NONE;
	struct exchange x;
	int status;
	int rc;

	exchange_init(&x, pr);
	status = request_init(&x.request, &env, pr->base);
	if (status == 0)
		status = exchange_find(&x, &bad_key);
	if (status == 0)
		status = exchange_select(&x, &bad_key);
	if (status != 0)
		exchange_compose(&x, status, bad_key);
	rc = print_view(&x, slot);
	exchange_release(&x);
	return rc;
}

int
cmd_view(const struct settings *s, int argc, char **argv)
{
	struct program pr;
	struct diag d;
	int rc = 1;

	if (argc < 1 || argc > 2 || argv[0][0] != '/') {
		fprintf(stderr, "usage: vitae view /PATH [SLOT]\n");
		return 2;
	}
	diag_init(&d);
	if (program_open(&pr, s, clock_ms(), &d) == 0)
		rc = view(&pr, argv[0], argc == 2 ? argv[1] : "");
	diag_log(&d, LOG_ERROR);
	program_close(&pr);
	diag_release(&d);
	return rc;
}

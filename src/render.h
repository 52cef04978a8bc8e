/* SPDX-License-Identifier: MIT */
/* render.h - a sheet applied to a view, its slots filled on the way. */
#ifndef VITAE_RENDER_H
#define VITAE_RENDER_H

#include <libxml/tree.h>

#include "sink.h"
#include "strbuf.h"
#include "theme.h"
#include "util.h"
#include "words.h"

enum render_result {
	RENDER_OK,
	RENDER_FAILED, /* the sheet failed; nothing was written */
	RENDER_HUP,    /* the sink takes no more */
};

/*
 * Called where the sheet has made an instruction <?slot NAME?>, in order;
 * also when its output is text. Whatever it writes goes in that place.
 * RENDER_HUP ends the rendering.
 */
typedef enum render_result
slot_fn(void *ctx, const char *name, struct sink *out);

/*
 * Apply `sheet` to `view` and write the result to `out`. The sheet runs
 * without access to files or network, with a limit on its operations and its
 * depth. Problems are logged. `words` are in the view as long as it runs; NULL
 * none. With `fn` NULL slots stay empty.
 */
NODISCARD enum render_result render(const struct sheet *sheet, xmlDoc *view,
    struct words *words, slot_fn *fn, void *ctx, struct sink *out);

/*
 * The same in two steps: append to `made` what the sheet makes, its slots still
 * open, and fill these, as often as it is needed.
 */
NODISCARD enum render_result render_open(const struct sheet *sheet,
    xmlDoc *view, struct words *words, struct strbuf *made);
NODISCARD enum render_result
render_fill(const char *made, slot_fn *fn, void *ctx, struct sink *out);

#endif

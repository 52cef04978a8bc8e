/* SPDX-License-Identifier: MIT */
/* world.h - a program with data and a small theme of its own, to be asked. */
#ifndef VITAE_WORLD_H
#define VITAE_WORLD_H

#include "program.h"
#include "sink.h"
#include "testing.h"

/* Copy the theme of tests/data/theme to `dir`/`below`. */
void put_theme(const char *dir, const char *below);

struct world {
	char *dir; /* everything is below it */
	struct strbuf data;
	struct strbuf share; /* xslt/ is the small theme */
	struct strbuf lines; /* of the log */
	struct settings settings;
	struct program program;
	int64_t now_ms; /* a day after the files were written */
};

/* site.xml and people/ada.xml are there, the program is not open. */
void world_begin(struct world *w);
/* The same with Bo Li, who has news, and with two publications of Ada's. */
void world_begin_two(struct world *w);
void world_open(struct world *w);
void world_end(struct world *w);

/* A request; what is NULL is not sent. */
struct ask {
	const char *uri;
	const char *method; /* GET */
	const char *script;
	const char *if_none_match;
	const char *accept_encoding;
	const char *accept_language;
};

/* Answer it into `out`, a second later; what serve() returned. */
int world_serve(struct world *w, struct ask ask, struct sink *out);
/* The whole response, a second later. Owned. */
char *world_ask(struct world *w, struct ask ask);
/* The same for a GET. */
char *world_get(struct world *w, const char *uri);

/* The value of a header in a response, or "" . Owned. */
char *header_of(const char *response, const char *name);
void ck_header(const char *response, const char *name, const char *want);
/* What follows the head. */
const char *body_of(const char *response);

/* What the slot of the page at `uri` is made from; "": the page's own. */
void world_ck_view(struct world *w, const char *uri, const char *slot,
    const struct path_case *cases, size_t n);
#define WORLD_CK_VIEW(w, uri, slot, ...)                                       \
	do {                                                                   \
		const struct path_case cases_[] = {__VA_ARGS__};               \
                                                                               \
		world_ck_view(w, uri, slot, cases_, ARRAY_SIZE(cases_));       \
	} while (0)

#endif

/* SPDX-License-Identifier: MIT */
/* request.h - CGI variables -> a typed, bounded request. */
#ifndef VITAE_REQUEST_H
#define VITAE_REQUEST_H

#include <stdbool.h>

#include "strbuf.h"
#include "util.h"

enum {
	REQUEST_MAX_PATH_BYTES = 1024, /* as sent, without the query */
	REQUEST_MAX_QUERY_BYTES = 2048,
	REQUEST_MAX_HEADER_BYTES = 4096,
};

/* Where variables come from; `get` returns NULL for one that is not set. */
struct env {
	const char *(*get)(const void *ctx, const char *name);
	const void *ctx;
};

enum method { METHOD_GET, METHOD_HEAD, METHOD_OPTIONS };

/*
 * Filled once and not changed. All strings are owned. The path of the URL is
 * `base` and `path` together.
 */
struct request {
	enum method method;
	char *base;  /* where we are mounted: "" or "/x/y", percent-encoded */
	char *path;  /* below it, decoded: begins with '/', no "//", no ".." */
	char *query; /* raw, without '?'; "" when there is none */
	/* path and query are as the client sent them, not made by a server */
	bool exact;
	/* the path had slashes too many or none at all, or needless escapes */
	bool respelt;
	/* headers; NULL when absent, empty or too long */
	char *if_none_match;
	char *accept_language;
	char *accept_encoding;
};

/*
 * Read a request from `env`. `configured_base` is the path that we are
 * mounted at as the administrator says it, "/" for the root; NULL or "":
 * the server says. Returns 0, or the status to answer with: 400, 405, 414,
 * 501; then path is "/", query "", method is GET unless it was understood,
 * and base is as right as can be. request_release() is due in every case.
 */
NODISCARD int request_init(
    struct request *rq, const struct env *env, const char *configured_base);
/* May be called for a zeroed request. */
void request_release(struct request *rq);

/*
 * Append the address that was asked for, as it is spelt when it is spelt
 * well: base, path and query. A blank of a query is %20; the '+' that forms
 * send is as good.
 */
void request_write_address(const struct request *rq, struct strbuf *out);

#endif

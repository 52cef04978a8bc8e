/* SPDX-License-Identifier: MIT */
/* fcgi.h - what a web server sends to a FastCGI program, and gets from it. */
#ifndef VITAE_FCGI_H
#define VITAE_FCGI_H

#include <stdbool.h>
#include <stddef.h>

#include "strbuf.h"

/* Types of records (FastCGI Specification 1.0, 8). */
enum {
	FCGI_BEGIN = 1,
	FCGI_ABORT = 2,
	FCGI_END = 3,
	FCGI_PARAMS = 4,
	FCGI_STDIN = 5,
	FCGI_STDOUT = 6,
	FCGI_GET_VALUES = 9,
};

/* Append a record, or one of request 1. */
void fcgi_add_record(struct strbuf *sb, int version, int type, int request,
    const void *content, size_t n, size_t padding);
void fcgi_add_begin(struct strbuf *sb, bool keep);
void fcgi_add_params(struct strbuf *sb, const void *content, size_t n);
/* Append a parameter to the content of a record. */
void fcgi_add_pair(struct strbuf *sb, const char *name, const char *value);

/* Append a whole GET as a web server sends it, with its empty body. */
void fcgi_add_get(struct strbuf *sb, const char *uri, bool keep);

/* Connect to the unix socket `path`; fails the test when it cannot. */
int fcgi_connect(const char *path);
void fcgi_send(int fd, const struct strbuf *sb);
/*
 * Append the content of one answer to `out`. Does it have its end? Waits, but
 * no longer than some seconds.
 */
bool fcgi_receive(int fd, struct strbuf *out);
/* Has the other side closed the connection? Waits likewise. */
bool fcgi_is_closed(int fd);
/* Is the other side silent, and the connection open? Does not wait. */
bool fcgi_is_quiet(int fd);

#endif

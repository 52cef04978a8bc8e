/* SPDX-License-Identifier: MIT */
/* kept.h - a whole answer that may be given again. */
#ifndef VITAE_KEPT_H
#define VITAE_KEPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etag.h"
#include "request.h"
#include "response.h"
#include "util.h"

/* An answer with status 200. All strings are owned by it. */
struct kept_page {
	char *key;	/* what was asked for */
	char *person;	/* whom the page is of; NULL: of everybody */
	uint64_t stamp; /* of all that it was made from */
	char etag[ETAG_SIZE];
	char *headers; /* lines that end in CR LF, without the length */
	char *body;
	size_t n;   /* bytes of the body */
	char *gzip; /* the body once more, compressed; NULL: it is not */
	size_t ngzip;
	bool gzip_tried;
	/* of whoever keeps it */
	size_t bytes;
	struct kept_page *next;
	struct kept_page *newer;
	struct kept_page *older;
};

/* Made by xcalloc(); NULL is none. */
void kept_free(struct kept_page *page);

/*
 * Compress the body, if that was not tried before and may be worth it.
 * Returns by how much the page has grown.
 */
size_t kept_compress(struct kept_page *page);

/*
 * Append what the page is kept by. What two mounts of the program call by the
 * same address are two pages; so are those of one address in two languages,
 * where browsers choose it: `lang`, else NULL.
 */
void kept_key(const struct request *rq, const char *address, const char *lang,
    struct strbuf *key);

/*
 * Answer `rq` with the page: 304 if the client has it, the form of the body
 * that it likes best if not. The body is borrowed from the page.
 */
void kept_answer(const struct kept_page *page, const struct request *rq,
    struct response *rs);
/* The last part of that: the body alone; the headers are there. */
void kept_body(const struct kept_page *page, const struct request *rq,
    struct response *rs);

#endif

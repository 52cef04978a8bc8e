/* SPDX-License-Identifier: MIT */
/* recall.h - answers that were given before, as long as they are true. */
#ifndef VITAE_RECALL_H
#define VITAE_RECALL_H

#include <stdbool.h>

#include "etag.h"
#include "exchange.h"
#include "response.h"

/*
 * Answer the request from memory, if there is the page that it asks for,
 * with 304 if the client has it. Most addresses are spelt as they should:
 * then nothing else need be known of the request. false: there is no answer,
 * and `rs` is as it was.
 */
bool recall_asked(struct exchange *x, struct response *rs);
/* The same for the page that was found, in whatever way it was asked for. */
bool recall_page(struct exchange *x, struct response *rs);

/*
 * The tag of the page: of what it is made from, and of nothing that depends
 * on the machine. Every node of a cluster gives the same (RFC 9110, 8.8.3).
 */
void recall_etag(const struct exchange *x, char tag[ETAG_SIZE]);

/*
 * Remember the page, which is good, if all of its body is there. What has not
 * left is sent compressed, if the client likes that.
 */
void recall_keep(struct exchange *x, struct response *rs, const char *etag);
/* Keep the page on disk, too, now that it has left. */
void recall_store(const struct exchange *x, int64_t now_ms);

#endif

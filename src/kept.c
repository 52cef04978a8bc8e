/* SPDX-License-Identifier: MIT */
/* kept.c - a whole answer that may be given again. */
#include <stdlib.h>
#include <string.h>

#include "coding.h"
#include "kept.h"

void
kept_free(struct kept_page *page)
{
	if (page == NULL)
		return;
	free(page->key);
	free(page->person);
	free(page->headers);
	free(page->body);
	free(page->gzip);
	free(page);
}

size_t
kept_compress(struct kept_page *page)
{
	struct strbuf sb;

	if (page->gzip_tried || page->n < CODING_MIN_BYTES)
		return 0;
	page->gzip_tried = true;
	strbuf_init(&sb);
	if (coding_gzip(page->body, page->n, &sb) == 0) {
		page->ngzip = sb.len;
		page->gzip = xmalloc(sb.len);
		memcpy(page->gzip, sb.buf, sb.len);
	}
	strbuf_release(&sb);
	return page->ngzip;
}

void
kept_key(const struct request *rq, const char *address, const char *lang,
    struct strbuf *key)
{
	strbuf_printf(key, "%s %s", rq->base, address);
	if (lang != NULL)
		strbuf_printf(key, " %s", lang);
}

void
kept_body(
    const struct kept_page *page, const struct request *rq, struct response *rs)
{
	if (page->gzip != NULL && coding_wants_gzip(rq->accept_encoding)) {
		response_header(rs, "Content-Encoding", "gzip");
		response_whole(rs, page->gzip, page->ngzip);
	} else {
		response_whole(rs, page->body, page->n);
	}
}

void
kept_answer(
    const struct kept_page *page, const struct request *rq, struct response *rs)
{
	response_add_headers(rs, page->headers);
	if (etag_match(page->etag, rq->if_none_match)) {
		response_status(rs, 304);
		response_drop_header(rs, "Content-Type");
	} else {
		kept_body(page, rq, rs);
	}
}

/* SPDX-License-Identifier: MIT */
/* recall.c - answers that were given before, as long as they are true. */
#include <stdlib.h>
#include <string.h>

#include "coding.h"
#include "recall.h"

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "unknown"
#endif

/*
 * Of all that a page is made from but its address: `person` is whom it is
 * of, NULL everybody. Nothing in it depends on the machine: every node of a
 * cluster gives the same tags (RFC 9110, 8.8.3).
 */
static uint64_t
stamp_of(const struct program *pr, const char *person)
{
	const struct member *m =
	    person != NULL ? store_look(pr->store, person) : NULL;
	const uint64_t theme = theme_digest(pr->theme);
	uint64_t stamp = store_digest(pr->store);

	if (m != NULL && member_is_shown(m))
		stamp = hash_bytes(store_site(pr->store)->digest, &m->digest,
		    sizeof(m->digest));
	stamp = hash_bytes(stamp, &theme, sizeof(theme));
	return hash_str(stamp, PACKAGE_VERSION);
}

static const char *
person_of(const struct exchange *x)
{
	return x->route.profile != NULL ? x->route.profile->id : NULL;
}

void
recall_etag(const struct exchange *x, char tag[ETAG_SIZE])
{
	const uint64_t parts[] = {
	    stamp_of(x->program, person_of(x)),
	    hash_str(hash_str(HASH_SEED, x->page.path), x->page.base),
	    hash_str(hash_str(HASH_SEED, x->page.kind), x->page.lang),
	};
	etag_make(tag, parts, ARRAY_SIZE(parts));
}

/*
 * What an address means depends on where the program is mounted, and, where
 * it varies, on what the browser asked for; that is known of pages only.
 */
static void
write_key(const struct exchange *x, const char *address, struct strbuf *key)
{
	strbuf_printf(key, "%s %s", x->request.base, address);
	if (x->page.varies)
		strbuf_printf(key, " %s", x->page.lang);
}

/* The body of a page that is kept, in the form that the client likes best. */
static void
send_body(const struct exchange *x, struct response *rs, struct kept_page *page)
{
	bool wanted = coding_wants_gzip(x->request.accept_encoding);

	if (wanted)
		pagecache_compress(x->program->pages, page);
	if (wanted && page->gzip != NULL) {
		response_header(rs, "Content-Encoding", "gzip");
		response_whole(rs, page->gzip, page->ngzip);
	} else {
		response_whole(rs, page->body, page->n);
	}
}

void
recall_keep(struct exchange *x, struct response *rs, const char *etag)
{
	const char *person = person_of(x);
	struct kept_page *page;
	struct strbuf key;
	size_t n;
	const char *body = response_kept(rs, &n);

	if (body == NULL)
		return;
	page = xcalloc(1, sizeof(*page));
	strbuf_init(&key);
	write_key(x, x->page.path, &key);
	page->key = strbuf_detach(&key);
	page->person = person != NULL ? xstrdup(person) : NULL;
	page->stamp = stamp_of(x->program, person);
	memcpy(page->etag, etag, ETAG_SIZE);
	page->headers = xstrdup(response_headers(rs));
	page->body = xmalloc(n);
	memcpy(page->body, body, n);
	page->n = n;
	page = pagecache_put(x->program->pages, page);
	if (page != NULL && response_is_open(rs))
		send_body(x, rs, page);
}

/* Answer from memory, if what lies there is still true. */
static bool
answer(struct exchange *x, struct response *rs, const char *address)
{
	struct pagecache *pages = x->program->pages;
	struct kept_page *page;
	struct strbuf key;

	strbuf_init(&key);
	write_key(x, address, &key);
	page = pagecache_find(pages, key.buf);
	strbuf_release(&key);
	if (page != NULL && page->stamp != stamp_of(x->program, page->person)) {
		pagecache_drop(pages, page);
		page = NULL;
	}
	if (page == NULL)
		return false;
	response_add_headers(rs, page->headers);
	if (etag_match(page->etag, x->request.if_none_match)) {
		response_status(rs, 304);
		response_drop_header(rs, "Content-Type");
	} else {
		send_body(x, rs, page);
	}
	return true;
}

bool
recall_asked(struct exchange *x, struct response *rs)
{
	struct strbuf asked;
	bool found;

	if (x->request.respelt)
		return false;
	strbuf_init(&asked);
	exchange_write_asked(x, &asked);
	found = answer(x, rs, asked.buf);
	strbuf_release(&asked);
	return found;
}

bool
recall_page(struct exchange *x, struct response *rs)
{
	return answer(x, rs, x->page.path);
}

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
	const uint64_t who = store_who(pr->store);
	uint64_t stamp = store_digest(pr->store);

	if (m != NULL && member_is_shown(m)) {
		stamp = hash_bytes(store_site(pr->store)->digest, &m->digest,
		    sizeof(m->digest));
		stamp = hash_bytes(stamp, &who, sizeof(who));
	}
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
 * Where a page varies, its language is part of what was asked for; that is
 * known of pages only.
 */
static void
write_key(const struct exchange *x, const char *address, struct strbuf *key)
{
	kept_key(
	    &x->request, address, x->page.varies ? x->page.lang : NULL, key);
}

/* Compressed forms are made when the first one is wanted. */
static void
compress(const struct exchange *x, struct kept_page *page)
{
	if (coding_wants_gzip(x->request.accept_encoding))
		pagecache_compress(x->program->pages, page);
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
	strbuf_release(&key);
	page->person = person != NULL ? xstrdup(person) : NULL;
	page->stamp = stamp_of(x->program, person);
	memcpy(page->etag, etag, ETAG_SIZE);
	page->headers = xstrdup(response_headers(rs));
	page->body = xmalloc(n);
	memcpy(page->body, body, n);
	page->n = n;
	page = pagecache_put(x->program->pages, page);
	if (page == NULL || !response_is_open(rs))
		return;
	compress(x, page);
	kept_body(page, &x->request, rs);
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
	compress(x, page);
	kept_answer(page, &x->request, rs);
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
	request_write_address(&x->request, &asked);
	found = answer(x, rs, asked.buf);
	strbuf_release(&asked);
	return found;
}

bool
recall_page(struct exchange *x, struct response *rs)
{
	return answer(x, rs, x->page.path);
}

void
recall_store(const struct exchange *x, int64_t now_ms)
{
	const struct program *pr = x->program;
	struct kept_page *page;
	struct strbuf key;

	if (pr->disk == NULL || x->page.path == NULL)
		return;
	strbuf_init(&key);
	write_key(x, x->page.path, &key);
	page = pagecache_find(pr->pages, key.buf);
	strbuf_release(&key);
	if (page == NULL)
		return;
	pagecache_compress(pr->pages, page);
	diskcache_write(pr->disk, page, now_ms);
}

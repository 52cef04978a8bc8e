/* SPDX-License-Identifier: MIT */
/* pagecache.c - whole answers, kept in memory for whoever asks again. */
#include <stdlib.h>
#include <string.h>

#include "pagecache.h"

enum {
	BUCKETS = 4096,
	/* no answer may push out most of the others */
	LARGEST_SHARE = 8,
	LARGEST_BODY = 2 * 1024 * 1024,
};

struct pagecache {
	size_t max_bytes;
	size_t bytes;
	size_t puts;
	struct kept_page *buckets[BUCKETS];
	struct kept_page *newest; /* asked for last */
	struct kept_page *oldest;
};

struct pagecache *
pagecache_new(size_t max_bytes)
{
	struct pagecache *c = xcalloc(1, sizeof(*c));

	c->max_bytes = max_bytes;
	return c;
}

void
pagecache_free(struct pagecache *c)
{
	if (c == NULL)
		return;
	while (c->oldest != NULL)
		pagecache_drop(c, c->oldest);
	free(c);
}

size_t
pagecache_max_body(const struct pagecache *c)
{
	size_t share = c->max_bytes / LARGEST_SHARE;

	return share < LARGEST_BODY ? share : LARGEST_BODY;
}

static struct kept_page **
bucket_of(struct pagecache *c, const char *key)
{
	return &c->buckets[hash_str(HASH_SEED, key) % BUCKETS];
}

static void
unlink_age(struct pagecache *c, const struct kept_page *p)
{
	*(p->newer != NULL ? &p->newer->older : &c->newest) = p->older;
	*(p->older != NULL ? &p->older->newer : &c->oldest) = p->newer;
}

static void
link_newest(struct pagecache *c, struct kept_page *p)
{
	p->newer = NULL;
	p->older = c->newest;
	*(c->newest != NULL ? &c->newest->newer : &c->oldest) = p;
	c->newest = p;
}

/* Where the pointer to the answer of this key is, or would be. */
static struct kept_page **
place_of(struct pagecache *c, const char *key)
{
	struct kept_page **at = bucket_of(c, key);

	while (*at != NULL && strcmp((*at)->key, key) != 0)
		at = &(*at)->next;
	return at;
}

struct kept_page *
pagecache_find(struct pagecache *c, const char *key)
{
	struct kept_page *p = *place_of(c, key);

	if (p != NULL && p != c->newest) {
		unlink_age(c, p);
		link_newest(c, p);
	}
	return p;
}

void
pagecache_drop(struct pagecache *c, struct kept_page *page)
{
	*place_of(c, page->key) = page->next;
	unlink_age(c, page);
	c->bytes -= page->bytes;
	kept_free(page);
}

static size_t
weigh(const struct kept_page *p)
{
	return sizeof(*p) + strlen(p->key) + strlen(p->headers) + p->n;
}

struct kept_page *
pagecache_put(struct pagecache *c, struct kept_page *page)
{
	struct kept_page *before = *place_of(c, page->key);

	if (before != NULL)
		pagecache_drop(c, before);
	page->bytes = weigh(page);
	if (page->n > pagecache_max_body(c) || page->bytes > c->max_bytes) {
		kept_free(page);
		return NULL;
	}
	while (c->bytes + page->bytes > c->max_bytes)
		pagecache_drop(c, c->oldest);
	page->next = NULL;
	*place_of(c, page->key) = page;
	link_newest(c, page);
	c->bytes += page->bytes;
	c->puts++;
	return page;
}

void
pagecache_compress(struct pagecache *c, struct kept_page *page)
{
	size_t more = kept_compress(page);

	page->bytes += more;
	c->bytes += more;
	/* it is the newest one, so it stays */
	while (c->bytes > c->max_bytes && c->oldest != page)
		pagecache_drop(c, c->oldest);
}

size_t
pagecache_puts(const struct pagecache *c)
{
	return c->puts;
}

size_t
pagecache_bytes(const struct pagecache *c)
{
	return c->bytes;
}

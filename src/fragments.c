/* SPDX-License-Identifier: MIT */
/* fragments.c - what sheets have made of views. */
#include <stdlib.h>
#include <string.h>

#include "fragments.h"
#include "siphash.h"

enum { BUCKETS = 8192 };

struct fragment {
	uint64_t key;
	struct fragment *chain; /* the next of the bucket */
	struct fragment *newer;
	struct fragment *older;
	size_t n;
	char bytes[];
};

struct fragments {
	struct siphash_key secret;
	struct strbuf view; /* the view whose key is made, in writing */
	size_t max_bytes;
	size_t used_bytes;
	struct fragment *newest;
	struct fragment *oldest;
	struct fragment *buckets[BUCKETS];
};

struct fragments *
fragments_open(size_t max_bytes)
{
	struct fragments *f = xcalloc(1, sizeof(*f));

	f->secret = siphash_random_key();
	f->max_bytes = max_bytes;
	strbuf_init(&f->view);
	return f;
}

static size_t
size_of(size_t n)
{
	return sizeof(struct fragment) + n;
}

static void
unlink_use(struct fragments *f, struct fragment *one)
{
	if (one->newer != NULL)
		one->newer->older = one->older;
	else
		f->newest = one->older;
	if (one->older != NULL)
		one->older->newer = one->newer;
	else
		f->oldest = one->newer;
}

static void
link_newest(struct fragments *f, struct fragment *one)
{
	one->newer = NULL;
	one->older = f->newest;
	if (f->newest != NULL)
		f->newest->newer = one;
	else
		f->oldest = one;
	f->newest = one;
}

static void
drop_oldest(struct fragments *f)
{
	struct fragment *one = f->oldest;
	struct fragment **at = &f->buckets[one->key % BUCKETS];

	while (*at != one)
		at = &(*at)->chain;
	*at = one->chain;
	unlink_use(f, one);
	f->used_bytes -= size_of(one->n);
	free(one);
}

void
fragments_clear(struct fragments *f)
{
	while (f->oldest != NULL)
		drop_oldest(f);
}

void
fragments_close(struct fragments *f)
{
	if (f == NULL)
		return;
	fragments_clear(f);
	strbuf_release(&f->view);
	free(f);
}

/*
 * The view in writing: each part begins with a character that no text of XML
 * can have, so that different views are never written alike.
 */
static void
write_node(struct strbuf *out, const xmlNode *node)
{
	if (node->type != XML_ELEMENT_NODE) {
		strbuf_putc(out, 3);
		if (node->content != NULL)
			strbuf_puts(out, (const char *)node->content);
		return;
	}
	strbuf_putc(out, 1);
	strbuf_puts(out, (const char *)node->name);
	for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
		strbuf_putc(out, 2);
		if (a->ns != NULL && a->ns->prefix != NULL)
			strbuf_puts(out, (const char *)a->ns->prefix);
		strbuf_putc(out, 6);
		strbuf_puts(out, (const char *)a->name);
		for (const xmlNode *n = a->children; n != NULL; n = n->next)
			write_node(out, n);
	}
	strbuf_putc(out, 5);
}

/*
 * No deeper than the guard allows a file to be. Children that are called as
 * `only` is are left out, unless they are it; NULL leaves none out.
 */
static void
write_tree(struct strbuf *out, const xmlNode *node, const xmlNode *only)
{
	write_node(out, node);
	if (node->type != XML_ELEMENT_NODE)
		return;
	for (const xmlNode *n = node->children; n != NULL; n = n->next)
		if (only == NULL || n == only ||
		    !xmlStrEqual(n->name, only->name))
			write_tree(out, n, NULL);
	strbuf_putc(out, 4);
}

uint64_t
fragments_key(struct fragments *f, const char *sheet, const xmlNode *root,
    const xmlNode *only)
{
	/* there is nothing that it could be the key of */
	if (f->max_bytes == 0)
		return 0;
	strbuf_reset(&f->view);
	strbuf_puts(&f->view, sheet);
	write_tree(&f->view, root, only);
	return siphash(&f->secret, f->view.buf, f->view.len);
}

const char *
fragments_find(struct fragments *f, uint64_t key, size_t *n)
{
	struct fragment *one = f->buckets[key % BUCKETS];

	while (one != NULL && one->key != key)
		one = one->chain;
	if (one == NULL)
		return NULL;
	unlink_use(f, one);
	link_newest(f, one);
	*n = one->n;
	return one->bytes;
}

void
fragments_add(struct fragments *f, uint64_t key, const char *bytes, size_t n)
{
	struct fragment *one;
	size_t there;

	if (size_of(n) > f->max_bytes || fragments_find(f, key, &there) != NULL)
		return;
	while (f->used_bytes + size_of(n) > f->max_bytes)
		drop_oldest(f);
	one = xmalloc(size_of(n));
	one->key = key;
	one->n = n;
	memcpy(one->bytes, bytes, n);
	one->chain = f->buckets[key % BUCKETS];
	f->buckets[key % BUCKETS] = one;
	link_newest(f, one);
	f->used_bytes += size_of(n);
}

/* SPDX-License-Identifier: MIT */
/* href.c - addresses of pages of the site. */
#include "href.h"
#include "xmlnode.h"

void
href_write(struct strbuf *out, const char *path, const struct query *q,
    struct query_edit edit)
{
	size_t start;

	strbuf_puts(out, path);
	strbuf_putc(out, '?');
	start = out->len;
	query_write(q, edit, out);
	if (out->len == start)
		strbuf_truncate(out, start - 1);
}

const struct query *
href_own_query(const struct page *pg)
{
	return pg->query != NULL ? pg->query : &pg->plain;
}

static void
set(xmlNode *node, const char *name, const char *path, const struct query *q,
    struct query_edit edit)
{
	struct strbuf href;

	strbuf_init(&href);
	href_write(&href, path, q, edit);
	node_set(node, name, href.buf);
	strbuf_release(&href);
}

void
href_set(
    const struct page *pg, xmlNode *node, const char *name, const char *path)
{
	set(node, name, path, &pg->plain, (struct query_edit){KEY_NONE, NULL});
}

void
href_set_query(xmlNode *node, const char *path, const struct query *q,
    struct query_edit edit)
{
	set(node, "href", path, q, edit);
}

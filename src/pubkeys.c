/* SPDX-License-Identifier: MIT */
/* pubkeys.c - what tells that two publications are one work. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "pubkeys.h"
#include "text.h"
#include "util.h"
#include "xmlnode.h"

/* What stands before the name itself, longest first where one begins so. */
static const char *const doi_prefixes[] = {"https://doi.org/",
    "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"};
static const char *const arxiv_prefixes[] = {"https://arxiv.org/abs/",
    "http://arxiv.org/abs/", "https://arxiv.org/pdf/", "arxiv:"};
/* arXiv gives DOIs, too: of the preprint, while the paper has another one */
static const char arxiv_doi[] = "10.48550/arxiv.";

static bool
skip_prefix(struct strbuf *sb, const char *prefix)
{
	size_t n = strlen(prefix);

	if (tolower((unsigned char)sb->buf[0]) != *prefix ||
	    strncasecmp(sb->buf, prefix, n) != 0)
		return false;
	memmove(sb->buf, sb->buf + n, sb->len - n + 1);
	sb->len -= n;
	return true;
}

/* The first identifier of a register, without an address around it. */
static void
read_identifier(const xmlNode *publication, const char *type,
    const char *const *prefixes, size_t n, struct strbuf *out)
{
	const xmlNode *id = node_first(publication, "identifier");

	while (id != NULL && !node_attr_is(id, "type", type))
		id = node_next(id, "identifier");
	if (id == NULL)
		return;
	node_text(id, out);
	for (size_t i = 0; i < n && !skip_prefix(out, prefixes[i]); i++)
		;
	for (size_t i = 0; i < out->len; i++)
		out->buf[i] = (char)tolower((unsigned char)out->buf[i]);
}

void
pubkeys_doi(const xmlNode *publication, struct strbuf *out)
{
	struct strbuf doi;
	char room[STRBUF_ROOM];

	strbuf_lend(&doi, room, sizeof(room));
	read_identifier(
	    publication, "doi", doi_prefixes, ARRAY_SIZE(doi_prefixes), &doi);
	strbuf_puts(out, doi.buf);
	strbuf_release(&doi);
}

/* Without the version: all of them are one work. */
static void
cut_version(struct strbuf *id)
{
	size_t n = id->len;

	while (n > 0 && isdigit((unsigned char)id->buf[n - 1]))
		n--;
	if (n > 1 && n < id->len && id->buf[n - 1] == 'v')
		strbuf_truncate(id, n - 1);
}

static uint64_t
digest(const struct strbuf *sb, enum work_key kind)
{
	uint64_t h;

	if (sb->len == 0)
		return 0;
	h = hash_bytes(HASH_SEED + kind, sb->buf, sb->len);
	return h != 0 ? h : 1;
}

uint64_t
pubkeys_title(const xmlNode *publication, const struct strbuf *title)
{
	const char *date = node_attr(publication, "date");
	struct strbuf sb;
	char room[STRBUF_ROOM];
	uint64_t h = 0;

	strbuf_lend(&sb, room, sizeof(room));
	text_slug_folded(&sb, title->buf, title->len);
	if (sb.len > 0 && date != NULL) {
		strbuf_putc(&sb, ' ');
		strbuf_add(&sb, date, strnlen(date, 4));
		h = digest(&sb, WORK_TITLE);
	}
	strbuf_release(&sb);
	return h;
}

void
pubkeys_read(const xmlNode *publication, const struct pubsource *source,
    const struct strbuf *title, uint64_t keys[WORK__MAX])
{
	struct strbuf sb;
	char room[STRBUF_ROOM];

	(void)source;
	strbuf_lend(&sb, room, sizeof(room));
	read_identifier(publication, "arxiv", arxiv_prefixes,
	    ARRAY_SIZE(arxiv_prefixes), &sb);
	cut_version(&sb);
	keys[WORK_ARXIV] = digest(&sb, WORK_ARXIV);
	strbuf_reset(&sb);
	pubkeys_doi(publication, &sb);
	keys[WORK_DOI] = 0;
	if (!skip_prefix(&sb, arxiv_doi)) {
		keys[WORK_DOI] = digest(&sb, WORK_DOI);
	} else if (keys[WORK_ARXIV] == 0) {
		cut_version(&sb);
		keys[WORK_ARXIV] = digest(&sb, WORK_ARXIV);
	}
	strbuf_release(&sb);
	keys[WORK_TITLE] = pubkeys_title(publication, title);
}

/*
 * Is there another one of its name before it? In a document that was parsed,
 * equal names are one string.
 */
static bool
is_repeated(const xmlNode *node)
{
	for (const xmlNode *n = node->prev; n != NULL; n = n->prev)
		if (n->name == node->name)
			return true;
	return false;
}

unsigned
pubkeys_filled(const xmlNode *publication)
{
	unsigned n = 0;

	for (const xmlNode *c = node_first(publication, NULL); c != NULL;
	     c = node_next(c, NULL))
		n += !is_repeated(c);
	return n;
}

static bool
is_owner(const xmlNode *author, const char *owner)
{
	const char *id = node_attr(author, "person");

	return node_flag(author, "self") ||
	       (id != NULL && owner != NULL && strcmp(id, owner) == 0);
}

uint16_t
pubkeys_self(const xmlNode *publication, const char *owner, uint16_t *n)
{
	const xmlNode *a =
	    node_first(node_first(publication, "authors"), "author");
	uint16_t self = 0;

	*n = 0;
	for (; a != NULL; a = node_next(a, "author")) {
		if (*n == UINT16_MAX) {
			*n = 0;
			return 0;
		}
		++*n;
		if (self == 0 && is_owner(a, owner))
			self = *n;
	}
	return self;
}

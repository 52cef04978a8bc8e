/* SPDX-License-Identifier: MIT */
/* pubtext.c - the words of a row. */
#include "pubtext.h"
#include "pubkeys.h"
#include "text.h"
#include "xmlnode.h"

void
pubtext_title(const xmlNode *publication, struct strbuf *out)
{
	const xmlNode *title = node_first(publication, "title");
	struct strbuf raw;
	char room[STRBUF_ROOM];

	if (title == NULL)
		return;
	strbuf_lend(&raw, room, sizeof(room));
	node_raw_text(title, &raw);
	text_fold(out, raw.buf);
	strbuf_release(&raw);
}

static void
add_text(const xmlNode *publication, const struct pubsource *source,
    struct strbuf *out)
{
	static const char *const texts[] = {
	    "title", "abstract", "note", "distinction"};
	const xmlNode *venue = node_first(publication, "venue");

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		node_raw_texts(publication, texts[i], out);
	node_raw_texts(venue_resolve(venue, source->venues), "name", out);
}

static const struct rowkind publications = {pubfields_collect, pubfields_status,
    pubtext_title, add_text,
    1 << FIELD_AUTHOR | 1 << FIELD_VENUE | 1 << FIELD_KEYWORD | 1 << FIELD_YEAR,
    pubkeys_read};

const struct rowkind *
rowkind_of(const struct pubsource *source)
{
	return source->kind != NULL ? source->kind : &publications;
}

static void
add_label(void *ctx, enum field f, const char *name, const char *label,
    const char *words, const xmlNode *in)
{
	(void)f;
	(void)name;
	(void)words;
	(void)in;
	pubtext_label(ctx, label);
}

void
pubtext_label(struct strbuf *out, const char *label)
{
	strbuf_puts(out, label);
	strbuf_putc(out, ' ');
}

void
pubtext_search(
    const xmlNode *node, const struct pubsource *source, struct strbuf *out)
{
	const struct rowkind *kind = rowkind_of(source);
	struct strbuf raw;
	const struct pubfields to = {source, add_label, &raw};

	strbuf_init(&raw);
	kind->text(node, source, &raw);
	for (unsigned f = 0; f < FIELD__MAX; f++)
		if ((kind->labels & 1U << f) != 0)
			kind->collect(&to, node, (enum field)f);
	text_fold(out, raw.buf);
	strbuf_release(&raw);
}

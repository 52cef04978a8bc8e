/* SPDX-License-Identifier: MIT */
/* pubtext.c - the words of a publication. */
#include "pubtext.h"
#include "text.h"
#include "xmlnode.h"

void
pubtext_title(const xmlNode *publication, struct strbuf *out)
{
	const xmlNode *title = node_first(publication, "title");
	struct strbuf raw;

	strbuf_init(&raw);
	if (title != NULL)
		node_text(title, &raw);
	text_fold(out, raw.buf);
	strbuf_release(&raw);
}

/* The texts of all children called `name`, one a line. */
static void
add_texts(const xmlNode *parent, const char *name, struct strbuf *raw)
{
	const xmlNode *n = node_first(parent, name);

	for (; n != NULL; n = node_next(n, name)) {
		node_text(n, raw);
		strbuf_putc(raw, '\n');
	}
}

static void
add_label(void *ctx, enum field f, const char *id, const char *label,
    const char *words)
{
	(void)f;
	(void)id;
	(void)words;
	strbuf_printf(ctx, "%s\n", label);
}

void
pubtext_search(const xmlNode *publication, const struct pubsource *source,
    struct strbuf *out)
{
	static const char *const searched[] = {
	    "title", "abstract", "note", "distinction"};
	static const enum field labels[] = {
	    FIELD_AUTHOR, FIELD_VENUE, FIELD_KEYWORD, FIELD_YEAR};
	const xmlNode *venue = node_first(publication, "venue");
	struct strbuf raw;
	const struct pubfields to = {source, add_label, &raw};

	strbuf_init(&raw);
	for (size_t i = 0; i < ARRAY_SIZE(searched); i++)
		add_texts(publication, searched[i], &raw);
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
		pubfields_collect(&to, publication, labels[i]);
	add_texts(venue_resolve(venue, source->venues), "name", &raw);
	text_fold(out, raw.buf);
	strbuf_release(&raw);
}

/* SPDX-License-Identifier: MIT */
/* namekey.c - what people are sorted by. */
#include <stdlib.h>
#include <string.h>

#include "namekey.h"
#include "nameparts.h"
#include "text.h"
#include "xmlnode.h"

/* Behind it, what tells people of one family apart. */
enum { SEPARATOR = 1 };

static void
add_key(const char *family, const char *rest, struct strbuf *out)
{
	text_slug(out, family);
	strbuf_putc(out, SEPARATOR);
	text_slug(out, rest);
}

/* "Sun, Xin" and "Sun Xin": what comes first counts first. */
static void
add_said(const char *text, struct strbuf *out)
{
	size_t n = strcspn(text, ",");
	char *first;

	if (text[n] == '\0')
		n = strcspn(text, " ");
	first = xstrndup(text, n);
	add_key(first, text + n, out);
	free(first);
}

static void
add_name(const xmlNode *name, struct strbuf *out)
{
	const char *said = node_attr(name, "sort-as");
	struct nameparts np;

	if (said != NULL && said[0] != '\0') {
		add_said(said, out);
		return;
	}
	nameparts_init(&np);
	nameparts_read(&np, name, false);
	add_key(np.family.buf, np.given.buf, out);
	nameparts_release(&np);
}

static bool
is_cjk(const xmlNode *name)
{
	struct strbuf text;
	bool cjk;

	strbuf_init(&text);
	node_text(name, &text);
	cjk = nameparts_begins_cjk(text.buf);
	strbuf_release(&text);
	return cjk;
}

void
namekey(const xmlNode *person, struct strbuf *out)
{
	const xmlNode *name = node_first(person, "name");
	const xmlNode *reading = name;

	if (name == NULL)
		return;
	if (node_attr(name, "sort-as") == NULL)
		while (reading != NULL && is_cjk(reading))
			reading = node_next(reading, "name");
	add_name(reading != NULL ? reading : name, out);
}

/* SPDX-License-Identifier: MIT */
/* news.c - news of many people as rows of an index. */
#include <stdlib.h>
#include <string.h>

#include "news.h"
#include "text.h"
#include "xmlnode.h"

static void
collect(const struct pubfields *to, const xmlNode *item, enum field f)
{
	if (f == FIELD_YEAR || f == FIELD_PERSON || f == FIELD_GROUP)
		pubfields_collect(to, item, f);
}

/* Two of one day are told apart by the files they stand in. */
static void
add_title(const xmlNode *item, struct strbuf *out)
{
	(void)item;
	(void)out;
}

static void
add_text(
    const xmlNode *item, const struct pubsource *source, struct strbuf *out)
{
	struct strbuf raw;

	(void)source;
	strbuf_init(&raw);
	node_text(item, &raw);
	text_fold(out, raw.buf);
	strbuf_release(&raw);
}

const struct rowkind news_rows = {collect, add_title, add_text, NULL};

/* An item and where it stands in the file. */
struct place {
	xmlNode *item;
	size_t at;
};

static int
compare(const void *x, const void *y)
{
	const struct place *a = x;
	const struct place *b = y;
	int c = strcmp(node_attr(b->item, "date"), node_attr(a->item, "date"));

	return c != 0 ? c : (a->at > b->at) - (a->at < b->at);
}

/* All that are not hidden. Owned. */
static struct place *
find_items(const struct profile *p, size_t *n)
{
	struct place *places = NULL;
	size_t cap = 0;

	*n = 0;
	for (size_t i = 0; i < p->nsections; i++) {
		xmlNode *item = NULL;

		if (strcmp(p->sections[i].name, "news") == 0)
			item = node_first(p->sections[i].node, "item");
		for (; item != NULL; item = node_next(item, "item")) {
			if (node_flag(item, "hidden"))
				continue;
			places = grow(places, *n, &cap, sizeof(*places));
			places[*n] = (struct place){item, *n};
			++*n;
		}
	}
	return places;
}

xmlNode **
news_items(const struct profile *p, size_t *n)
{
	struct place *places = find_items(p, n);
	xmlNode **items = NULL;

	if (*n > 0) {
		qsort(places, *n, sizeof(*places), compare);
		if (*n > NEWS_MAX_ITEMS)
			*n = NEWS_MAX_ITEMS;
		items = xcalloc(*n, sizeof(*items));
	}
	for (size_t i = 0; i < *n; i++)
		items[i] = places[i].item;
	free(places);
	return items;
}

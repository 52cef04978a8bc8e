/* SPDX-License-Identifier: MIT */
/* news.c - news of many people as rows of an index. */
#include <stdlib.h>
#include <string.h>

#include "news.h"
#include "pubkeys.h"
#include "pubtext.h"
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
	(void)source;
	node_raw_text(item, out);
}

/* With more of them it is nobody else's news. */
enum { MAX_TARGETS = 8 };

/* What tells that news of different people are the same. */
struct news_key {
	const struct pubsource *source;
	struct strbuf text;
	int targets;
	bool bad; /* where it leads is not known */
};

/* People call one paper by different keys, and different ones by one. */
static void
add_paper(struct news_key *key, const char *id)
{
	const struct pubsource *s = key->source;
	uint64_t digest = 0;

	for (size_t i = 0; i < s->npublications; i++)
		if (node_attr_is(s->publications[i], "id", id)) {
			struct strbuf title;

			strbuf_init(&title);
			pubtext_title(s->publications[i], &title);
			digest = pubkeys_title(s->publications[i], &title);
			strbuf_release(&title);
			break;
		}
	if (digest == 0)
		key->bad = true;
	strbuf_printf(&key->text, "\n%llx", (unsigned long long)digest);
}

/* Where what is in the element leads; no deeper than files. */
static void
add_targets(struct news_key *key, const xmlNode *node)
{
	for (const xmlNode *n = node_first(node, NULL); n != NULL && !key->bad;
	     n = node_next(n, NULL)) {
		const char *paper = node_attr(n, "publication");
		const char *href = node_attr(n, "href");

		if ((paper != NULL || href != NULL) &&
		    key->targets++ == MAX_TARGETS)
			key->bad = true;
		else if (paper != NULL)
			add_paper(key, paper);
		else if (href != NULL)
			strbuf_printf(&key->text, "\n%s", href);
		add_targets(key, n);
	}
}

/* One date, the same words, and links to the same: it is one item. */
static void
read_keys(const xmlNode *item, const struct pubsource *source,
    const struct strbuf *title, uint64_t keys[WORK__MAX])
{
	struct news_key key = {.source = source};
	uint64_t h;

	(void)title;
	strbuf_init(&key.text);
	strbuf_printf(&key.text, "%s\n", node_attr(item, "date"));
	pubtext_search(item, source, &key.text);
	add_targets(&key, item);
	h = hash_bytes(HASH_SEED, key.text.buf, key.text.len);
	keys[WORK_DOI] = keys[WORK_ARXIV] = 0;
	/* nobody means one thing by two items of the own file */
	keys[WORK_TITLE] = key.bad ? 0 : h;
	strbuf_release(&key.text);
}

const struct rowkind news_rows = {
    collect, pubfields_status, add_title, add_text, 0, read_keys};

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

/* All that have a day and are not hidden. Owned. */
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
			if (node_flag(item, "hidden") ||
			    node_attr(item, "date") == NULL)
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

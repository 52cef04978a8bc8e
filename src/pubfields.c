/* SPDX-License-Identifier: MIT */
/* pubfields.c - what can be filtered by, read from a publication. */
#include <stdint.h>
#include <string.h>

#include "pubfields.h"
#include "strbuf.h"
#include "text.h"
#include "util.h"
#include "xmlnode.h"

typedef void collect_fn(const struct pubfields *to, const xmlNode *node);

/* Statuses in the order in which lists show them. */
static const struct {
	const char *name;
	bool forthcoming;
} statuses[] = {
    {"in-press", true},
    {"accepted", true},
    {"submitted", true},
    {"in-preparation", true},
    {"published", false},
    {"retracted", false},
};

/* What a publication can have, by the kinds of link that give it. */
static const struct {
	const char *id;
	const char *rel;
} assets[] = {
    {"paper", "paper"},
    {"paper", "preprint"},
    {"code", "code"},
    {"data", "data"},
    {"slides", "slides"},
    {"video", "video"},
};

/* The id is made from the label. */
static void
add_labelled(const struct pubfields *to, enum field f, const char *label,
    const xmlNode *in)
{
	to->add(to->ctx, f, label, label, label, in);
}

/* A code, for which the interface has a word. */
static void
add_word(const struct pubfields *to, enum field f, const char *id)
{
	to->add(to->ctx, f, id, NULL, id, NULL);
}

/* A name without the title before it: nobody looks for Prof. */
static void
add_name(const xmlNode *name, struct strbuf *out)
{
	node_text_without(name, "prefix", out);
}

static void
collect_authors(const struct pubfields *to, const xmlNode *node)
{
	const xmlNode *a = node_first(node_first(node, "authors"), "author");
	struct strbuf name;
	char room[STRBUF_ROOM];

	strbuf_lend(&name, room, sizeof(room));
	for (; a != NULL; a = node_next(a, "author")) {
		/* the owner is one person, under whatever name */
		bool self = node_flag(a, "self");
		const char *id =
		    self ? to->source->owner : node_attr(a, "person");
		const xmlNode *person = id == NULL
					    ? NULL
					    : xmlHashLookup(to->source->people,
						  (const xmlChar *)id);

		/* papers print a name in many ways, the register in one */
		strbuf_reset(&name);
		if (person != NULL)
			add_name(node_first(person, "name"), &name);
		else
			node_text(a, &name);
		if (id != NULL)
			to->add(to->ctx, FIELD_AUTHOR, id, name.buf, name.buf,
			    person != NULL ? node_first(person, "name") : a);
		else
			add_labelled(to, FIELD_AUTHOR, name.buf, a);
	}
	strbuf_release(&name);
}

static void
collect_year(const struct pubfields *to, const xmlNode *node)
{
	const char *date = node_attr(node, "date");
	char year[5] = "";

	if (date != NULL)
		memcpy(year, date, strnlen(date, 4));
	add_labelled(to, FIELD_YEAR, year, NULL);
}

static void
collect_type(const struct pubfields *to, const xmlNode *node)
{
	const char *type = node_attr(node, "type");

	add_word(to, FIELD_TYPE, type != NULL ? type : "other");
}

const xmlNode *
venue_resolve(const xmlNode *venue, xmlHashTable *venues)
{
	const char *ref = venue != NULL ? node_attr(venue, "ref") : NULL;
	const xmlNode *found = NULL;

	if (ref != NULL)
		found = xmlHashLookup(venues, (const xmlChar *)ref);
	return found != NULL ? found : venue;
}

static void
collect_venue(const struct pubfields *to, const xmlNode *node)
{
	const xmlNode *venue = node_first(node, "venue");
	const char *label;
	const char *id;
	struct strbuf words;
	struct strbuf name;
	char words_room[STRBUF_ROOM];
	char room[STRBUF_ROOM];

	venue = venue_resolve(venue, to->source->venues);
	if (venue == NULL)
		return;
	strbuf_lend(&words, words_room, sizeof(words_room));
	strbuf_lend(&name, room, sizeof(room));
	if (node_first(venue, "name") != NULL)
		node_text(node_first(venue, "name"), &name);
	label = node_attr(venue, "short");
	if (label == NULL)
		label = name.buf;
	id = node_attr(venue, "id");
	if (id == NULL)
		id = label;
	/* found by its short name and by the words of the long one */
	strbuf_puts(&words, label);
	strbuf_putc(&words, ' ');
	strbuf_puts(&words, name.buf);
	/* a short name is of no language */
	to->add(to->ctx, FIELD_VENUE, id, label[0] != '\0' ? label : id,
	    words.buf, label == name.buf ? node_first(venue, "name") : NULL);
	strbuf_release(&words);
	strbuf_release(&name);
}

static void
collect_keywords(const struct pubfields *to, const xmlNode *node)
{
	const xmlNode *k = node_first(node, "keyword");
	struct strbuf text;
	char room[STRBUF_ROOM];

	strbuf_lend(&text, room, sizeof(room));
	for (; k != NULL; k = node_next(k, "keyword")) {
		strbuf_reset(&text);
		node_text(k, &text);
		add_labelled(to, FIELD_KEYWORD, text.buf, k);
	}
	strbuf_release(&text);
}

static bool
is_hidden(const xmlNode *entry)
{
	return node_flag(entry, "hidden") || node_flag(entry->parent, "hidden");
}

static void
collect_entry(const struct pubfields *to, const xmlNode *entry, enum field f,
    const char *id)
{
	const xmlNode *title = node_first(entry, "title");
	struct strbuf label;
	char room[STRBUF_ROOM];

	if (entry != NULL && is_hidden(entry))
		return;
	strbuf_lend(&label, room, sizeof(room));
	node_text(title, &label);
	if (label.len == 0)
		strbuf_puts(&label, id);
	to->add(to->ctx, f, id, label.buf, label.buf, title);
	strbuf_release(&label);
}

/* Ids with blanks between, each of an entry with a title. */
static void
collect_entries(const struct pubfields *to, const xmlNode *node, enum field f,
    const char *list_name, const char *name)
{
	const xmlNode *root = xmlDocGetRootElement(node->doc);
	const char *ids = node_attr(node, name);
	struct strbuf id;
	char room[STRBUF_ROOM];

	strbuf_lend(&id, room, sizeof(room));
	for (size_t n; (n = text_next_word(&ids)) > 0; ids += n) {
		strbuf_reset(&id);
		strbuf_add(&id, ids, n);
		collect_entry(
		    to, node_entry(root, list_name, name, id.buf), f, id.buf);
	}
	strbuf_release(&id);
}

static void
collect_projects(const struct pubfields *to, const xmlNode *node)
{
	collect_entries(to, node, FIELD_PROJECT, "projects", "project");
}

static void
collect_grants(const struct pubfields *to, const xmlNode *node)
{
	collect_entries(to, node, FIELD_GRANT, "grants", "grant");
}

static void
collect_person(const struct pubfields *to, const xmlNode *node)
{
	const char *owner = to->source->owner;
	const xmlNode *person =
	    xmlHashLookup(to->source->people, (const xmlChar *)owner);
	const xmlNode *first =
	    person != NULL ? node_first(person, "name") : NULL;
	struct strbuf name;

	(void)node;
	strbuf_init(&name);
	if (first != NULL)
		add_name(first, &name);
	to->add(to->ctx, FIELD_PERSON, owner, name.buf, name.buf, first);
	strbuf_release(&name);
}

static void
collect_groups(const struct pubfields *to, const xmlNode *node)
{
	const struct pubsource *source = to->source;

	(void)node;
	for (size_t i = 0; i < source->ngroups; i++)
		to->add(to->ctx, FIELD_GROUP, source->groups[i].id,
		    source->groups[i].label, source->groups[i].label, NULL);
}

static const char *
status_of(const xmlNode *publication)
{
	const char *name = node_attr(publication, "status");

	return name != NULL ? name : "published";
}

static void
collect_status(const struct pubfields *to, const xmlNode *node)
{
	add_word(to, FIELD_STATUS, status_of(node));
}

static void
collect_selected(const struct pubfields *to, const xmlNode *node)
{
	add_word(
	    to, FIELD_SELECTED, node_flag(node, "selected") ? "true" : "false");
}

static void
collect_has(const struct pubfields *to, const xmlNode *node)
{
	const xmlNode *link = node_first(node, "link");

	for (; link != NULL; link = node_next(link, "link")) {
		const char *rel = node_attr(link, "rel");

		for (size_t i = 0; rel != NULL && i < ARRAY_SIZE(assets); i++)
			if (rel[0] == assets[i].rel[0] &&
			    strcmp(rel, assets[i].rel) == 0)
				add_word(to, FIELD_HAS, assets[i].id);
	}
}

static void
collect_ranks(const struct pubfields *to, const xmlNode *node)
{
	const xmlNode *venue = node_first(node, "venue");
	const xmlNode *rank;
	struct strbuf label;
	char room[STRBUF_ROOM];

	venue = venue_resolve(venue, to->source->venues);
	rank = node_first(venue, "rank");
	strbuf_lend(&label, room, sizeof(room));
	for (; rank != NULL; rank = node_next(rank, "rank")) {
		const char *scheme = node_attr(rank, "scheme");

		strbuf_reset(&label);
		if (scheme != NULL && scheme[0] != '\0') {
			strbuf_puts(&label, scheme);
			strbuf_putc(&label, ' ');
		}
		node_text(rank, &label);
		add_labelled(to, FIELD_RANK, label.buf, NULL);
	}
	strbuf_release(&label);
}

static collect_fn *const collectors[FIELD__MAX] = {
    [FIELD_AUTHOR] = collect_authors,
    [FIELD_YEAR] = collect_year,
    [FIELD_TYPE] = collect_type,
    [FIELD_VENUE] = collect_venue,
    [FIELD_KEYWORD] = collect_keywords,
    [FIELD_PROJECT] = collect_projects,
    [FIELD_GRANT] = collect_grants,
    [FIELD_PERSON] = collect_person,
    [FIELD_GROUP] = collect_groups,
    [FIELD_STATUS] = collect_status,
    [FIELD_SELECTED] = collect_selected,
    [FIELD_HAS] = collect_has,
    [FIELD_RANK] = collect_ranks,
};

void
pubfields_collect(
    const struct pubfields *to, const xmlNode *publication, enum field f)
{
	if (collectors[f] != NULL)
		collectors[f](to, publication);
}

/* The place in the order of lists; behind the last when it is unknown. */
static size_t
find_status(const char *name)
{
	size_t i = 0;

	while (i < ARRAY_SIZE(statuses) && strcmp(name, statuses[i].name) != 0)
		i++;
	return i;
}

bool
status_is_forthcoming(const char *name)
{
	size_t i = find_status(name);

	return i < ARRAY_SIZE(statuses) && statuses[i].forthcoming;
}

int
pubfields_status(const xmlNode *publication, bool *ahead)
{
	const char *name = status_of(publication);

	*ahead = status_is_forthcoming(name);
	return (int)find_status(name);
}

/* SPDX-License-Identifier: MIT */
/* people.c - people as rows of an index. */
#include <string.h>

#include "namekey.h"
#include "people.h"
#include "text.h"
#include "xmlnode.h"

static void
collect_role(const struct pubfields *to, const xmlNode *person)
{
	const char *role = node_attr(person, "role");

	if (role != NULL)
		to->add(to->ctx, FIELD_ROLE, role, NULL, role, NULL);
}

/* What stands in all languages is found in each. */
static void
collect_topics(const struct pubfields *to, const xmlNode *person)
{
	const xmlNode *n = node_first(person, "interests");
	struct strbuf label;

	strbuf_init(&label);
	for (n = node_first(n, "interest"); n != NULL;
	     n = node_next(n, "interest")) {
		strbuf_reset(&label);
		node_text(n, &label);
		to->add(
		    to->ctx, FIELD_TOPIC, label.buf, label.buf, label.buf, n);
	}
	strbuf_release(&label);
}

static void
collect_letter(const struct pubfields *to, const xmlNode *person)
{
	struct strbuf key;
	struct strbuf small;
	struct strbuf capital;

	strbuf_init(&key);
	strbuf_init(&small);
	strbuf_init(&capital);
	namekey(person, &key);
	text_initial(&small, key.buf, false);
	text_initial(&capital, key.buf, true);
	if (small.len > 0)
		to->add(to->ctx, FIELD_LETTER, small.buf, capital.buf,
		    small.buf, NULL);
	else
		to->add(to->ctx, FIELD_LETTER, "other", NULL, "other", NULL);
	strbuf_release(&key);
	strbuf_release(&small);
	strbuf_release(&capital);
}

static void
collect(const struct pubfields *to, const xmlNode *person, enum field f)
{
	static void (*const collectors[FIELD__MAX])(
	    const struct pubfields *to, const xmlNode *person) = {
	    [FIELD_ROLE] = collect_role,
	    [FIELD_TOPIC] = collect_topics,
	    [FIELD_LETTER] = collect_letter,
	};

	if (f == FIELD_GROUP)
		pubfields_collect(to, person, f);
	else if (collectors[f] != NULL)
		collectors[f](to, person);
}

/* Who has left comes after all who are here. */
static int
status(const xmlNode *person, bool *ahead)
{
	const char *role = node_attr(person, "role");

	*ahead = role == NULL || strcmp(role, "alumni") != 0;
	return 0;
}

/* Names and what they are; what they work on and with whom are labels. */
static void
add_text(
    const xmlNode *person, const struct pubsource *source, struct strbuf *out)
{
	(void)source;
	node_raw_texts(person, "name", out);
	node_raw_texts(person, "position", out);
	node_raw_texts(person, "organization", out);
}

const struct rowkind people_rows = {collect, status, namekey, add_text,
    1 << FIELD_TOPIC | 1 << FIELD_GROUP, NULL};

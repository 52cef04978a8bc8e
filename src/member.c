/* SPDX-License-Identifier: MIT */
/* member.c - what stays in memory of every person. */
#include <stdlib.h>
#include <string.h>

#include "member.h"
#include "packed.h"
#include "xmlnode.h"

bool
member_is_shown(const struct member *m)
{
	return m->state == MEMBER_GOOD || m->state == MEMBER_LAST_GOOD;
}

/* Children of `person` that lists of people do without. */
static bool
is_left_out(const xmlNode *node)
{
	static const char *const names[] = {
	    "address", "bio", "email", "link", "metric", "phone", "pronouns"};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (node_is(node, names[i]))
			return true;
	return false;
}

/* In the element that it stands in, which says the language. */
static void
pack_person(const xmlNode *person, struct strbuf *out)
{
	packed_start(out, person->parent);
	packed_start(out, person);
	for (const xmlNode *n = node_first(person, NULL); n != NULL;
	     n = node_next(n, NULL))
		if (!is_left_out(n))
			packed_node(out, n);
	packed_end(out);
	packed_end(out);
}

void
member_clear(struct member *m, enum member_state state)
{
	free(m->packed);
	*m = (struct member){.id = m->id, .number = m->number, .state = state};
}

void
member_put(struct member *m, const char *packed, size_t n, uint64_t digest,
    enum member_state state)
{
	member_clear(m, state);
	m->packed = memcpy(xmalloc(n), packed, n);
	m->n = n;
	m->digest = digest;
}

void
member_set(struct member *m, const struct profile *p, enum member_state state)
{
	struct strbuf packed;

	strbuf_init(&packed);
	pack_person(p->person, &packed);
	member_put(m, packed.buf, packed.len, p->digest, state);
	strbuf_release(&packed);
}

xmlNode *
member_open(const struct member *m)
{
	xmlDoc *doc;

	if (m->packed == NULL)
		return NULL;
	doc = packed_open(m->packed);
	return node_first(doc->children, NULL);
}

void
member_close(const xmlNode *person)
{
	if (person != NULL)
		packed_close(person->doc);
}

void
member_release(struct member *m)
{
	free(m->packed);
	free(m->id);
	*m = (struct member){0};
}

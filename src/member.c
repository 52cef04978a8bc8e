/* SPDX-License-Identifier: MIT */
/* member.c - what stays in memory of every person. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "member.h"
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

/*
 * The document has no dictionary: strings of its own are freed with it, and
 * an empty dictionary is larger than a person.
 */
static void
copy_person(struct member *m, const struct profile *p)
{
	xmlNode *root = xmlNewNode(NULL, (const xmlChar *)"profile");

	m->doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlDocSetRootElement(m->doc, root);
	if (p->lang[0] != '\0')
		xmlNodeSetLang(root, (const xmlChar *)p->lang);
	m->person = node_add(root, "person", NULL);
	m->person->properties =
	    xmlCopyPropList(m->person, p->person->properties);
	for (xmlNode *n = node_first(p->person, NULL); n != NULL;
	     n = node_next(n, NULL))
		if (!is_left_out(n))
			xmlAddChild(m->person, xmlDocCopyNode(n, m->doc, 1));
}

void
member_clear(struct member *m, enum member_state state)
{
	xmlFreeDoc(m->doc);
	*m = (struct member){.id = m->id, .number = m->number, .state = state};
}

/* From its document. */
static void
borrow(struct member *m, uint64_t digest)
{
	m->lang = node_lang(m->person->parent);
	m->updated = node_attr(m->person->parent, "updated");
	m->digest = digest;
}

void
member_set(struct member *m, const struct profile *p, enum member_state state)
{
	const xmlNode *root = xmlDocGetRootElement(p->doc);

	member_clear(m, state);
	copy_person(m, p);
	if (node_attr(root, "updated") != NULL)
		node_set(
		    m->person->parent, "updated", node_attr(root, "updated"));
	borrow(m, p->digest);
}

void
member_release(struct member *m)
{
	xmlFreeDoc(m->doc);
	free(m->id);
	*m = (struct member){0};
}

void
member_dump(const struct member *m, struct strbuf *out)
{
	xmlChar *xml = NULL;
	int n = 0;

	if (m->doc != NULL)
		xmlDocDumpMemoryEnc(m->doc, &xml, &n, "UTF-8");
	if (xml != NULL)
		strbuf_add(out, xml, (size_t)n);
	xmlFree(xml);
}

int
member_undump(struct member *m, const char *xml, size_t n, uint64_t digest,
    enum member_state state)
{
	xmlParserCtxt *ctxt = xmlNewParserCtxt();

	member_clear(m, MEMBER_NONE);
	if (ctxt != NULL)
		m->doc = xmlCtxtReadMemory(ctxt, xml, (int)n, NULL, "UTF-8",
		    XML_PARSE_NONET | XML_PARSE_NODICT | XML_PARSE_COMPACT |
			XML_PARSE_NOERROR);
	xmlFreeParserCtxt(ctxt);
	m->person = m->doc != NULL
			? node_first(xmlDocGetRootElement(m->doc), "person")
			: NULL;
	if (m->person == NULL) {
		member_clear(m, MEMBER_NONE);
		return -1;
	}
	m->state = state;
	borrow(m, digest);
	return 0;
}

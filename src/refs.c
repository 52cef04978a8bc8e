/* SPDX-License-Identifier: MIT */
/* refs.c - what a grammar cannot say. */
#include <string.h>

#include "anchors.h"
#include "httpdate.h"
#include "refs.h"
#include "text.h"
#include "url.h"
#include "xmlnode.h"

struct check {
	const struct refs *refs;
	const char *file;
	struct diag *d;
};

typedef void check_fn(struct check *c, const xmlNode *node);

static void
check_person_ref(struct check *c, const xmlNode *node)
{
	const char *id = node_attr(node, "person");

	if (id == NULL)
		return;
	if (xmlHashLookup(c->refs->people, (const xmlChar *)id) == NULL)
		diag_add(c->d, c->file, node_line(node),
		    "person=\"%s\" is nobody in <people>; add "
		    "<person id=\"%s\"> there or correct the id",
		    id, id);
}

static void
check_author(struct check *c, const xmlNode *node)
{
	struct strbuf name;

	check_person_ref(c, node);
	if (node_attr(node, "person") != NULL || node_flag(node, "self"))
		return;
	strbuf_init(&name);
	node_text(node, &name);
	if (name.len == 0)
		diag_add(c->d, c->file, node_line(node),
		    "this author has no name; write it, or give self=\"true\" "
		    "or person=\"...\" of somebody in <people>");
	strbuf_release(&name);
}

static void
check_venue(struct check *c, const xmlNode *node)
{
	const char *ref = node_attr(node, "ref");

	if (ref != NULL &&
	    xmlHashLookup(c->refs->venues, (const xmlChar *)ref) == NULL)
		diag_add(c->d, c->file, node_line(node),
		    "ref=\"%s\" is no venue of <venues>; add "
		    "<venue id=\"%s\"> there or correct the ref",
		    ref, ref);
}

/* Hidden ones count. */
static bool
has_entry(const struct refs *refs, const char *list_name, const char *name,
    const char *id)
{
	return node_entry(xmlDocGetRootElement(refs->doc), list_name, name,
		   id) != NULL;
}

static void
check_ref(struct check *c, const xmlNode *node)
{
	const char *key = node_attr(node, "publication");

	if (key != NULL &&
	    !has_entry(c->refs, "publications", "publication", key))
		diag_add(c->d, c->file, node_line(node),
		    "publication=\"%s\" is no publication of this file; use "
		    "the id of one",
		    key);
}

/* Each word of the attribute `name` is the id of such an entry. */
static void
check_entry_refs(
    struct check *c, const xmlNode *node, const char *name, const char *list)
{
	const char *s = node_attr(node, name);
	struct strbuf id;

	strbuf_init(&id);
	for (size_t n; (n = text_next_word(&s)) > 0; s += n) {
		strbuf_reset(&id);
		strbuf_add(&id, s, n);
		if (!has_entry(c->refs, list, name, id.buf))
			diag_add(c->d, c->file, node_line(node),
			    "%s=\"%s\" is no %s of this file; use the id of "
			    "one",
			    name, id.buf, name);
	}
	strbuf_release(&id);
}

static void
check_metric(struct check *c, const xmlNode *node)
{
	if (node_attr(node, "value") != NULL &&
	    node_attr(node, "as-of") == NULL)
		diag_add(c->d, c->file, node_line(node),
		    "a number without its day is wrong in a year; add "
		    "as-of=\"...\" with the date it was read");
}

/* At most one of each of these in a publication. */
static void
check_publication(struct check *c, const xmlNode *node)
{
	static const char *const once[] = {"venue", "volume", "issue", "pages",
	    "publisher", "teaser", "bibtex"};

	for (size_t i = 0; i < ARRAY_SIZE(once); i++) {
		const xmlNode *n = node_first(node, once[i]);

		n = n != NULL ? node_next(n, once[i]) : NULL;
		if (n != NULL)
			diag_add(c->d, c->file, node_line(n),
			    "a second <%s>; a publication has at most one",
			    once[i]);
	}
	check_entry_refs(c, node, "project", "projects");
	check_entry_refs(c, node, "grant", "grants");
}

static void
check_free_section(struct check *c, const xmlNode *node)
{
	if (node_first(node, "heading") == NULL)
		diag_add(c->d, c->file, node_line(node),
		    "a section of your own needs a <heading>");
	if (node_attr(node, "id") == NULL)
		diag_add(c->d, c->file, node_line(node),
		    "a section of your own needs an id=\"...\": its address");
}

/* What is checked of which element, beside what is checked of all. */
static const struct {
	const char *name;
	check_fn *check;
} checks[] = {
    {"author", check_author},
    {"advisor", check_person_ref},
    {"student", check_person_ref},
    {"venue", check_venue},
    {"ref", check_ref},
    {"metric", check_metric},
    {"publication", check_publication},
    {"section", check_free_section},
};

static void
check_dates(struct check *c, const xmlNode *node)
{
	static const char *const names[] = {
	    "date", "from", "to", "as-of", "updated"};
	const char *from = node_attr(node, "from");
	const char *to = node_attr(node, "to");

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		const char *date = node_attr(node, names[i]);

		if (date != NULL && httpdate_from_iso(date) == HTTPDATE_NONE)
			diag_add(c->d, c->file, node_line(node),
			    "%s=\"%s\" is a day that does not exist", names[i],
			    date);
	}
	/* a year may end in its own months: compare what both say */
	if (from != NULL && to != NULL &&
	    strncmp(from, to,
		strlen(to) < strlen(from) ? strlen(to) : strlen(from)) > 0)
		diag_add(c->d, c->file, node_line(node),
		    "from=\"%s\" is after to=\"%s\"; exchange them", from, to);
}

/* Pages load nothing from elsewhere: no visitor is shown to third parties. */
static void
check_picture(struct check *c, const xmlNode *node, const char *name)
{
	const char *url = node_attr(node, name);

	if (url != NULL && url_is_absolute_http(url))
		diag_add(c->d, c->file, node_line(node),
		    "%s=\"%s\" is a picture on another site; copy it to your "
		    "static files and give its path, like files/me.jpg",
		    name, url);
}

static void
check_links(struct check *c, const xmlNode *node)
{
	static const char *const names[] = {
	    "href", "src", "logo", "video", "ror"};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		const char *url = node_attr(node, names[i]);

		if (url != NULL && !url_is_safe(url))
			diag_add(c->d, c->file, node_line(node),
			    "%s=\"%s\" is no link that may be published; use "
			    "http:, https:, mailto: or a path without scheme",
			    names[i], url);
	}
	check_picture(c, node, "src");
	check_picture(c, node, "logo");
}

/* Texts of which a page shows one, in the language that suits it. */
static const char *const variants[] = {
    "abstract", "bio", "heading", "name", "thesis", "title"};

static bool
is_variant(const xmlNode *node)
{
	/* a person may go by several names */
	if (node_is(node->parent, "person"))
		return node_is(node, "bio");
	for (size_t i = 0; i < ARRAY_SIZE(variants); i++)
		if (node_is(node, variants[i]))
			return true;
	return false;
}

static void
check_variant(struct check *c, const xmlNode *node)
{
	const char *name = (const char *)node->name;
	const xmlNode *n = node_first(node->parent, name);

	if (!is_variant(node))
		return;
	while (n != node && strcmp(node_lang(n), node_lang(node)) != 0)
		n = node_next(n, name);
	if (n != node)
		diag_add(c->d, c->file, node_line(node),
		    "a second <%s> in the same language, the first is in line "
		    "%d; give one of them its xml:lang, or remove it",
		    name, node_line(n));
}

static void
check_node(struct check *c, const xmlNode *node)
{
	check_variant(c, node);
	for (size_t i = 0; i < ARRAY_SIZE(checks); i++)
		if (node_is(node, checks[i].name))
			checks[i].check(c, node);
	if (node->properties == NULL)
		return; /* so are most elements */
	check_dates(c, node);
	check_links(c, node);
}

/* Every element below `top`, in document order, without recursion. */
static void
walk(struct check *c, const xmlNode *top)
{
	const xmlNode *n = top;

	while (n != NULL) {
		const xmlNode *next;

		check_node(c, n);
		next = node_first(n, NULL);
		while (next == NULL && n != top) {
			next = node_next(n, NULL);
			if (next == NULL)
				n = n->parent;
		}
		n = next;
	}
}

int
refs_check(const struct refs *refs, const char *file, struct diag *d)
{
	struct check c = {refs, file, d};
	const xmlNode *root = xmlDocGetRootElement(refs->doc);
	const xmlNode *person = node_first(root, "person");
	const char *owner = node_attr(person, "id");
	size_t before = d->n;

	if (owner != NULL && strcmp(owner, refs->id) != 0)
		diag_add(d, file, node_line(person),
		    "id=\"%s\" but the file is %s.xml; make them the same, or "
		    "leave the id out",
		    owner, refs->id);
	walk(&c, root);
	anchors_check(root, refs->id, file, d);
	return d->n == before ? 0 : -1;
}

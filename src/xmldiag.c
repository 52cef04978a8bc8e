/* SPDX-License-Identifier: MIT */
/* xmldiag.c - what libxml2 has to say goes into a diag. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>
#include <libxml/schemasInternals.h>
#include <libxml/tree.h>

#include "nearest.h"
#include "strbuf.h"
#include "xmldiag.h"

#define DATE "write a date as 2023, 2023-07 or 2023-07-31"
#define LINK                                                                   \
	"a link is http:, https:, mailto: or a path without scheme; write "    \
	"%20 for a blank"
#define PICTURE "write a path like files/me.jpg, or a whole address"

/* What would be right, for messages that only say what is wrong. */
static const struct {
	const char *wrong; /* both must stand in the message */
	const char *where;
	const char *hint;
} hints[] = {
    {"facet 'pattern'", "attribute 'date'",
	DATE "; a paper that is not out yet says so by status=\"accepted\""},
    {"facet 'pattern'", "attribute 'from'", DATE},
    {"facet 'pattern'", "attribute 'to'",
	DATE ", and leave it out while it is still running"},
    {"facet 'pattern'", "attribute 'updated'", DATE},
    {"facet 'pattern'", "attribute 'as-of'", DATE},
    {"facet 'pattern'", "attribute 'year'", "write a year as 2023"},
    {"facet 'pattern'", "attribute 'href'", LINK},
    {"facet 'pattern'", "attribute 'ror'", LINK},
    {"facet 'pattern'", "attribute 'src'", PICTURE},
    {"facet 'pattern'", "attribute 'logo'", PICTURE},
    {"facet 'pattern'", "attribute 'video'", PICTURE},
    {"facet 'pattern'", "attribute 'static'",
	"write a path or an address that ends in /, like /static/"},
    {"facet 'pattern'", "attribute 'people'",
	"write a path with * in place of one directory, like "
	"/home/*/public_html/profile.xml"},
    {"facet 'pattern'", "attribute 'base-url'",
	"write the full address with a slash at its end, like "
	"https://people.example.org/"},
    {"facet 'pattern'", "attribute 'currency'",
	"write three capital letters, like EUR"},
    {"facet 'pattern'", "Element 'email'", "write name@example.org"},
    {"facet 'pattern'", "attribute 'id'",
	"here an id has small letters, digits and hyphens only"},
    {"is not allowed", "attribute 'lang'", "write xml:lang"},
    {"atomic type", "'idref'", "an id has letters, digits, -, _, . and : only"},
    {"atomic type", "'xs:boolean'", "write true or false"},
    {"atomic type", "'xs:language'", "write a language as en, zh or pt-BR"},
    {"atomic type", "'xs:nonNegativeInteger'", "write a whole number"},
    {"atomic type", "'xs:positiveInteger'",
	"write a whole number, without a unit"},
    {"atomic type", "'xs:decimal'", "write a number like 1200 or 0.5"},
};

/*
 * libxml2 says of a bad value first which facet it breaks and then that it
 * is no value of the type: the second adds nothing.
 */
static bool
is_echo(const char *message)
{
	return strstr(message, "is not a valid value of the atomic type") !=
		   NULL &&
	       strstr(message, "xs:") == NULL;
}

static bool
repeats_last(const struct xmldiag *xd, int line)
{
	const struct diag *d = xd->diag;

	return d->n > 0 && d->problems[d->n - 1].line == line &&
	       (strstr(d->problems[d->n - 1].text, "[facet ") != NULL ||
		   strstr(d->problems[d->n - 1].text, "is not right") != NULL);
}

/* When a tag is missing, all that encloses it seems to be wrong, too. */
static const char not_closed[] = "is not closed before";

static bool
follows_from_last(const struct xmldiag *xd, int code)
{
	const struct diag *d = xd->diag;

	return d->n > 0 &&
	       (code == XML_ERR_TAG_NAME_MISMATCH ||
		   code == XML_ERR_TAG_NOT_FINISHED) &&
	       strstr(d->problems[d->n - 1].text, not_closed) != NULL;
}

/* Parsers speak of grammar; the author of a file wants to know what to do. */
static const struct {
	int code;
	const char *hint;
} parse_hints[] = {
    {XML_ERR_TAG_NOT_FINISHED, "the file ends too early; was it saved whole?"},
    {XML_ERR_GT_REQUIRED, "a > is missing"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED,
	"the value of an attribute stands in quotes, like name=\"value\""},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, "the closing quote is missing"},
    {XML_ERR_LT_IN_ATTRIBUTE,
	"write &lt; for <, or close the quotes of the attribute before"},
    {XML_ERR_SPACE_REQUIRED, "a space is missing"},
    {XML_ERR_NAME_REQUIRED, "write &amp; for the character &"},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, "write &amp; for the character &"},
    {XML_ERR_UNDECLARED_ENTITY,
	"only &amp; &lt; &gt; &quot; &apos; have names; write the character "
	"itself"},
    {XML_ERR_INVALID_ENCODING, "save the file as UTF-8"},
};

static const char *
hint_for(int code, const char *message)
{
	for (size_t i = 0; i < ARRAY_SIZE(parse_hints); i++)
		if (parse_hints[i].code == code)
			return parse_hints[i].hint;
	for (size_t i = 0; i < ARRAY_SIZE(hints); i++)
		if (strstr(message, hints[i].wrong) != NULL &&
		    strstr(message, hints[i].where) != NULL)
			return hints[i].hint;
	return NULL;
}

/*
 * "attribute 'date': [facet 'pattern'] The value 'x' is not accepted by the
 * pattern '...'": the value stands between these two.
 */
static const struct {
	const char *before;
	const char *after;
	bool listed; /* what would be right follows as 'a', 'b'} */
} forms[] = {
    {": [facet 'pattern'] The value ", " is not accepted by the pattern",
	false},
    {": [facet 'enumeration'] The value ", " is not an element of the set {",
	true},
    {": ", " is not a valid value of the atomic type", false},
};

static void
add_listed(struct strbuf *sb, const char *set)
{
	strbuf_puts(sb, strchr(set, ',') != NULL ? "write one of " : "write ");
	for (; *set != '\0' && *set != '}'; set++)
		if (*set != '\'')
			strbuf_putc(sb, *set);
}

/* What people can do with it: where, which value, and what would be right. */
static bool
add_value(
    const struct xmldiag *xd, int line, const char *message, const char *hint)
{
	struct strbuf right;
	bool added = false;

	strbuf_init(&right);
	for (size_t i = 0; i < ARRAY_SIZE(forms) && !added; i++) {
		const char *at = strstr(message, forms[i].before);
		const char *value =
		    at != NULL ? at + strlen(forms[i].before) : "";
		const char *end = strstr(value, forms[i].after);

		if (end != NULL && forms[i].listed)
			add_listed(&right, end + strlen(forms[i].after));
		else if (end != NULL && hint != NULL)
			strbuf_puts(&right, hint);
		added = right.len > 0;
		if (added)
			diag_add(xd->diag, xd->file, line,
			    "%.*s: the value %.*s is not right; %s",
			    (int)(at - message), message, (int)(end - value),
			    value, right.buf);
	}
	strbuf_release(&right);
	return added;
}

struct names {
	const char **v; /* owned; the names are borrowed */
	size_t n;
	size_t cap;
};

static void
collect_name(void *payload, void *ctx, const xmlChar *name)
{
	struct names *names = ctx;

	(void)payload;
	names->v = grow(names->v, names->n, &names->cap, sizeof(*names->v));
	names->v[names->n++] = (const char *)name;
}

static const char *
name_at(const void *ctx, size_t i)
{
	return ((const struct names *)ctx)->v[i];
}

/* Is the word one of those in "( heading, item )"? */
static bool
is_listed(const char *list, const char *word)
{
	const char *at = list;

	while ((at = strstr(at, word)) != NULL) {
		if (at > list && at[-1] == ' ' &&
		    strcspn(at, ", ") == strlen(word))
			return true;
		at++;
	}
	return false;
}

/*
 * The element of the grammar that may have been meant, or NULL; of those that
 * are as near, one that the message says would be right.
 */
static const char *
nearest_element(
    const struct _xmlSchema *grammar, const char *typed, const char *message)
{
	struct names names = {0};
	const char *meant = NULL;
	size_t found[4];
	size_t n;

	xmlHashScan(grammar->elemDecl, collect_name, &names);
	n = nearest_find(
	    typed, names.n, name_at, &names, found, ARRAY_SIZE(found));
	if (n > 0)
		meant = names.v[found[0]];
	for (size_t i = n; i-- > 0;)
		if (is_listed(message, names.v[found[i]]))
			meant = names.v[found[i]];
	free(names.v);
	return meant;
}

/* "Element 'intrests': This element is not expected." */
static bool
add_unexpected(const struct xmldiag *xd, int line, const xmlNode *node,
    const char *message)
{
	const char *at = strstr(message, "This element is not expected.");
	const char *meant;

	if (at == NULL || node == NULL || xd->grammar == NULL)
		return false;
	if (xmlHashLookup(xd->grammar->elemDecl, node->name) == NULL) {
		meant =
		    nearest_element(xd->grammar, (const char *)node->name, at);
		if (meant != NULL)
			diag_add(xd->diag, xd->file, line,
			    "%.*sthere is no such element; is <%s> meant?",
			    (int)(at - message), message, meant);
		return meant != NULL;
	}
	if (strstr(at, "Expected") != NULL)
		return false; /* libxml2 lists what would be right */
	diag_add(xd->diag, xd->file, line,
	    "%.*sit has no place here; vitae-profile(5) shows where it stands, "
	    "and before what",
	    (int)(at - message), message);
	return true;
}

static const char *
same_word(const void *ctx, size_t i)
{
	(void)i;
	return ctx;
}

/* "Opening and ending tag mismatch: place line 8 and person" */
static bool
add_open_tag(const struct xmldiag *xd, xmldiag_error error)
{
	size_t found;

	if (error->code != XML_ERR_TAG_NAME_MISMATCH || error->str1 == NULL ||
	    error->str2 == NULL)
		return false;
	if (nearest_find(error->str1, 1, same_word, error->str2, &found, 1) > 0)
		diag_add(xd->diag, xd->file, error->int1,
		    "<%s> %s </%s> in line %d; both must be the same word",
		    error->str1, not_closed, error->str2, error->line);
	else
		diag_add(xd->diag, xd->file, error->int1,
		    "<%s> %s </%s> in line %d; write </%s> where it ends",
		    error->str1, not_closed, error->str2, error->line,
		    error->str1);
	return true;
}

/* Append the message with names as they stand in files. */
static void
add_message(struct strbuf *sb, const char *message)
{
	static const char space[] = "{http://www.w3.org/XML/1998/namespace}";
	const char *at;

	while ((at = strstr(message, space)) != NULL) {
		strbuf_add(sb, message, (size_t)(at - message));
		strbuf_puts(sb, "xml:");
		message = at + strlen(space);
	}
	strbuf_puts(sb, message);
}

static void
tell(const struct xmldiag *xd, int line, xmldiag_error error,
    const char *message)
{
	size_t n = strcspn(message, "\n");
	const char *hint;

	if (is_echo(message) && repeats_last(xd, line))
		return;
	if (follows_from_last(xd, error->code) || add_open_tag(xd, error) ||
	    add_unexpected(xd, line, error->node, message))
		return;
	hint = hint_for(error->code, message);
	if (add_value(xd, line, message, hint))
		return;
	if (hint != NULL && n > 0 && message[n - 1] == '.')
		n--;
	diag_add(xd->diag, xd->file, line, "%.*s%s%s", (int)n, message,
	    hint != NULL ? "; " : "", hint != NULL ? hint : "");
}

void
xmldiag_structured(void *ctx, xmldiag_error error)
{
	const struct xmldiag *xd = ctx;
	int line = error->line;
	struct strbuf message;

	if (error->message == NULL || error->level < XML_ERR_ERROR)
		return;
	if (error->node != NULL && line >= 65535)
		line = (int)xmlGetLineNo(error->node);
	strbuf_init(&message);
	add_message(&message, error->message);
	tell(xd, line, error, message.buf);
	strbuf_release(&message);
}

void
xmldiag_begin(struct xmldiag *xd, struct diag *diag, const char *file)
{
	*xd = (struct xmldiag){diag, file, NULL};
	xmlSetStructuredErrorFunc(xd, xmldiag_structured);
}

void
xmldiag_end(void)
{
	xmlSetStructuredErrorFunc(NULL, NULL);
}

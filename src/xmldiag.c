/* SPDX-License-Identifier: MIT */
/* xmldiag.c - what libxml2 has to say goes into a diag. */
#include <stdbool.h>
#include <string.h>

#include <libxml/tree.h>

#include "xmldiag.h"

/* What would be right, for messages that only say what is wrong. */
static const struct {
	const char *wrong; /* both must stand in the message */
	const char *where;
	const char *hint;
} hints[] = {
    {"facet 'pattern'", "attribute 'date'",
	"write a date as 2023, 2023-07 or 2023-07-31; a paper that is not out "
	"yet says so by status=\"accepted\""},
    {"facet 'pattern'", "attribute 'from'",
	"write a date as 2023, 2023-07 or 2023-07-31"},
    {"facet 'pattern'", "attribute 'to'",
	"write a date as 2023, 2023-07 or 2023-07-31, and leave it out while "
	"it is still running"},
    {"facet 'pattern'", "attribute 'updated'",
	"write a date as 2023, 2023-07 or 2023-07-31"},
    {"facet 'pattern'", "attribute 'as-of'",
	"write a date as 2023, 2023-07 or 2023-07-31"},
    {"facet 'pattern'", "attribute 'href'",
	"a link is http:, https:, mailto: or a path without scheme"},
    {"facet 'pattern'", "attribute 'static'",
	"write a path or an address that ends in /, like /static/"},
    {"facet 'pattern'", "attribute 'people'",
	"write a path with * in place of one directory, like "
	"/home/*/public_html/profile.xml"},
    {"facet 'pattern'", "attribute 'base-url'",
	"write the full address with a slash at its end, like "
	"https://people.example.org/"},
    {"facet 'pattern'", "Element 'email'", "write name@example.org"},
    {"facet 'pattern'", "attribute 'id'",
	"here an id has small letters, digits and hyphens only"},
    {"'idref'", "attribute 'id'",
	"an id begins with a letter and has letters, digits, -, _ and . only"},
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

/* Parsers speak of grammar; the author of a file wants to know what to do. */
static const struct {
	int code;
	const char *hint;
} parse_hints[] = {
    {XML_ERR_TAG_NOT_FINISHED, "the file ends too early; was it saved whole?"},
    {XML_ERR_TAG_NAME_MISMATCH,
	"every <name> needs its </name>, the inner ones first"},
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
 * pattern '...'": the hint says the same to people.
 */
static bool
add_without_pattern(
    const struct xmldiag *xd, int line, const char *message, const char *hint)
{
	static const char facet[] = "[facet 'pattern'] The value ";
	const char *value = strstr(message, facet);
	const char *end;

	if (value == NULL)
		return false;
	end = strstr(value, " is not accepted by the pattern");
	if (end == NULL)
		return false;
	diag_add(xd->diag, xd->file, line,
	    "%.*sthe value %.*s is not right; %s", (int)(value - message),
	    message, (int)(end - value) - (int)strlen(facet),
	    value + strlen(facet), hint);
	return true;
}

void
xmldiag_structured(void *ctx, xmldiag_error error)
{
	const struct xmldiag *xd = ctx;
	const char *message = error->message;
	const char *hint;
	int line = error->line;

	if (message == NULL || error->level < XML_ERR_ERROR)
		return;
	if (error->node != NULL && line >= 65535)
		line = (int)xmlGetLineNo(error->node);
	if (is_echo(message) && repeats_last(xd, line))
		return;
	hint = hint_for(error->code, message);
	if (hint != NULL && add_without_pattern(xd, line, message, hint))
		return;
	diag_add(xd->diag, xd->file, line, "%.*s%s%s",
	    (int)strcspn(message, "\n"), message, hint != NULL ? "; " : "",
	    hint != NULL ? hint : "");
}

void
xmldiag_begin(struct xmldiag *xd, struct diag *diag, const char *file)
{
	*xd = (struct xmldiag){diag, file};
	xmlSetStructuredErrorFunc(xd, xmldiag_structured);
}

void
xmldiag_end(void)
{
	xmlSetStructuredErrorFunc(NULL, NULL);
}

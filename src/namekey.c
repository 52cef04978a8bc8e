/* SPDX-License-Identifier: MIT */
/* namekey.c - what people are sorted by. */
#include <stdlib.h>
#include <string.h>

#include "namekey.h"
#include "text.h"
#include "xmlnode.h"

/* Behind it, what tells people of one family apart. */
enum { SEPARATOR = 1 };

/* Small words that stand before a family name; split.xsl has the same. */
static const char small_words[] =
    " van von der den de del della di da do dos das du la le les lo ten ter te "
    "zu zum zur af av al el bin ibn ben ";
static const char suffixes[] = " Jr Jr. Sr Sr. II III IV ";

/* Is it one of the words, which have a blank on both sides? */
static bool
is_one_of(const char *words, const char *s, size_t n)
{
	for (const char *at = words + 1; *at != '\0';
	     at += strcspn(at, " ") + 1)
		if (strcspn(at, " ") == n && strncmp(at, s, n) == 0)
			return true;
	return false;
}

/* Kana, Han, Hangul: from three bytes of UTF-8 on; split.xsl says the same. */
static bool
begins_cjk(const char *s)
{
	unsigned char c = (unsigned char)s[0];

	return c >= 0xe3 && c <= 0xed;
}

static void
add_key(const char *family, const char *rest, struct strbuf *out)
{
	text_slug(out, family);
	strbuf_putc(out, SEPARATOR);
	text_slug(out, rest);
}

/* "Berg, Ada" */
static void
add_inverted(const char *text, size_t comma, struct strbuf *out)
{
	char *family = xstrndup(text, comma);
	const char *s = family;
	size_t n;

	while (
	    n = strcspn(s, " "), s[n] != '\0' && is_one_of(small_words, s, n))
		s += n + 1;
	add_key(s, text + comma + 1, out);
	free(family);
}

/* Where the family name begins in "Ada van der Berg", `n` bytes long. */
static size_t
find_family(const char *text, size_t n)
{
	size_t last = 0;
	bool particle = false;

	for (size_t at = 0, length; at < n; at += length + 1) {
		length = strcspn(text + at, " ");
		if (at + length > n)
			length = n - at;
		/* behind the particle, all that follows is the family */
		if (particle && !is_one_of(small_words, text + at, length))
			return at;
		particle = at > 0 && is_one_of(small_words, text + at, length);
		last = at;
	}
	return last;
}

/* "Ada van der Berg Jr." */
static void
add_plain(const char *text, struct strbuf *out)
{
	const char *space = strrchr(text, ' ');
	size_t n = strlen(text);
	size_t family;
	char *head;
	char *tail;

	if (space != NULL && is_one_of(suffixes, space + 1, strlen(space + 1)))
		n = (size_t)(space - text);
	family = find_family(text, n);
	tail = xstrndup(text + family, n - family);
	head = xstrndup(text, family);
	add_key(tail, head, out);
	free(head);
	free(tail);
}

static void
add_text(const char *text, struct strbuf *out)
{
	size_t comma = strcspn(text, ",");

	if (text[comma] != '\0' && comma > 0)
		add_inverted(text, comma, out);
	else if (begins_cjk(text))
		add_key(text, "", out);
	else
		add_plain(text, out);
}

/* All parts of a name that are called so, with a blank between. */
static void
collect(const xmlNode *name, const char *part, struct strbuf *out)
{
	for (const xmlNode *n = node_first(name, part); n != NULL;
	     n = node_next(n, part)) {
		if (out->len > 0)
			strbuf_putc(out, ' ');
		node_text(n, out);
	}
}

static void
add_parts(const xmlNode *name, struct strbuf *out)
{
	struct strbuf family;
	struct strbuf given;

	strbuf_init(&family);
	strbuf_init(&given);
	collect(name, "family", &family);
	collect(name, "given", &given);
	add_key(family.buf, given.buf, out);
	strbuf_release(&family);
	strbuf_release(&given);
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

/* The text of a name without the title before it, blanks folded. */
static void
text_of(const xmlNode *name, struct strbuf *out)
{
	xmlNode *copy =
	    xmlDocCopyNode((xmlNode *)(uintptr_t)name, name->doc, 1);
	xmlNode *prefix = node_first(copy, "prefix");

	if (prefix != NULL) {
		xmlUnlinkNode(prefix);
		xmlFreeNode(prefix);
	}
	node_text(copy, out);
	xmlFreeNode(copy);
}

static void
add_name(const xmlNode *name, struct strbuf *out)
{
	const char *said = node_attr(name, "sort-as");
	struct strbuf text;

	strbuf_init(&text);
	text_of(name, &text);
	if (said != NULL && said[0] != '\0')
		add_said(said, out);
	else if (node_first(name, "family") != NULL)
		add_parts(name, out);
	else
		add_text(text.buf, out);
	strbuf_release(&text);
}

static bool
is_cjk(const xmlNode *name)
{
	struct strbuf text;
	bool cjk;

	strbuf_init(&text);
	node_text(name, &text);
	cjk = begins_cjk(text.buf);
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

/* SPDX-License-Identifier: MIT */
/* nameparts.c - which words of a name are what. */
#include <string.h>

#include "nameparts.h"
#include "xmlnode.h"

/* Small words that stand before a family name. */
static const char small_words[] =
    " van von der den de del della di da do dos das du la le les lo ten ter te "
    "zu zum zur af av al el bin ibn ben ";
static const char suffixes[] = " Jr Jr. Sr Sr. II III IV ";

void
nameparts_init(struct nameparts *np)
{
	strbuf_init(&np->given);
	strbuf_init(&np->particle);
	strbuf_init(&np->family);
	strbuf_init(&np->suffix);
}

void
nameparts_release(struct nameparts *np)
{
	strbuf_release(&np->given);
	strbuf_release(&np->particle);
	strbuf_release(&np->family);
	strbuf_release(&np->suffix);
}

/* Is it one of the words, which have a blank on both sides? */
static bool
is_one_of(const char *words, const char *s, size_t n)
{
	for (const char *at = words + 1; *at != '\0'; at = strchr(at, ' ') + 1)
		if (at[0] == s[0] && strncmp(at, s, n) == 0 && at[n] == ' ')
			return true;
	return false;
}

/* Kana, Han, Hangul: from three bytes of UTF-8 on. */
bool
nameparts_begins_cjk(const char *s)
{
	unsigned char c = (unsigned char)s[0];

	return c >= 0xe3 && c <= 0xed;
}

/* How many bytes the first words of `s` have, of `n`; never the last word. */
static size_t
first_words(const char *s, size_t n, bool small)
{
	size_t at = 0;

	for (;;) {
		const char *space = memchr(s + at, ' ', n - at);
		size_t length = space != NULL ? (size_t)(space - s) - at : 0;

		if (length == 0 ||
		    is_one_of(small_words, s + at, length) != small)
			return at;
		at += length + 1;
	}
}

static void
set(struct strbuf *part, const char *s, size_t n)
{
	while (n > 0 && s[n - 1] == ' ')
		n--;
	while (n > 0 && s[0] == ' ') {
		s++;
		n--;
	}
	strbuf_add(part, s, n);
}

/* The particle and the family of the `n` bytes at `s`. */
static void
set_family(struct nameparts *np, const char *s, size_t n)
{
	size_t particle = first_words(s, n, true);

	set(&np->particle, s, particle);
	set(&np->family, s + particle, n - particle);
}

/* Take the last of three words or more, if it is one; the bytes left. */
static size_t
take_suffix(struct nameparts *np, const char *s)
{
	size_t n = strlen(s);
	const char *last = strrchr(s, ' ');

	if (last != NULL && memchr(s, ' ', (size_t)(last - s)) != NULL &&
	    is_one_of(suffixes, last + 1, strlen(last + 1))) {
		strbuf_puts(&np->suffix, last + 1);
		n = (size_t)(last - s);
	}
	return n > 0 && s[n - 1] == ',' ? n - 1 : n;
}

static void
split(struct nameparts *np, const char *s)
{
	size_t n = take_suffix(np, s);
	const char *comma = strstr(s, ", ");
	size_t given;

	if (comma != NULL && (size_t)(comma - s) + 1 < n) {
		given = (size_t)(comma - s) + 2;
		set(&np->given, s + given, n - given);
		set_family(np, s, (size_t)(comma - s));
		return;
	}
	given = first_words(s, n, false);
	set(&np->given, s, given);
	set_family(np, s + given, n - given);
}

/* The children that are called so, or the text, with a blank between. */
static void
collect(const xmlNode *name, const char *part, struct strbuf *out)
{
	struct strbuf text;

	strbuf_init(&text);
	for (const xmlNode *n = name->children; n != NULL; n = n->next) {
		strbuf_reset(&text);
		if (part != NULL ? node_is(n, part) : n->type == XML_TEXT_NODE)
			node_text(n, &text);
		if (text.len > 0 && out->len > 0)
			strbuf_putc(out, ' ');
		strbuf_add(out, text.buf, text.len);
	}
	strbuf_release(&text);
}

void
nameparts_read(struct nameparts *np, const xmlNode *name, bool whole)
{
	struct strbuf text;

	strbuf_reset(&np->given);
	strbuf_reset(&np->particle);
	strbuf_reset(&np->family);
	strbuf_reset(&np->suffix);
	if (node_first(name, "family") != NULL) {
		collect(name,
		    node_first(name, "given") != NULL ? "given" : NULL,
		    &np->given);
		collect(name, "particle", &np->particle);
		collect(name, "family", &np->family);
		collect(name, "suffix", &np->suffix);
		return;
	}
	strbuf_init(&text);
	node_text_without(name, "prefix", &text);
	if (whole || nameparts_begins_cjk(text.buf))
		strbuf_puts(&np->family, text.buf);
	else
		split(np, text.buf);
	strbuf_release(&text);
}

/* Letters beyond ASCII are nobody's signs. */
static bool
is_plain(const char *s)
{
	static const char alike[] = " .-'";

	for (const char *at = s; *at != '\0'; at++) {
		unsigned char c = (unsigned char)*at;
		bool small = c >= 'a' && c <= 'z';

		if (small && at > s && at[-1] == ' ')
			return false;
		if (!small && !(c >= 'A' && c <= 'Z') && c < 0x80 &&
		    strchr(alike, c) == NULL)
			return false;
	}
	return s[0] != '\0';
}

bool
nameparts_are_plain(const struct nameparts *np)
{
	return np->particle.len == 0 && np->suffix.len == 0 &&
	       is_plain(np->given.buf) && is_plain(np->family.buf);
}

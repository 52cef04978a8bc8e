/* SPDX-License-Identifier: MIT */
/* guard.c - look at XML before a parser does. */
#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "guard.h"
#include "text.h"

/* A place in the text that is looked at; `p` never passes `end`. */
struct scan {
	const char *p;
	const char *start;
	const char *end;
	const char *file;
	int depth;
	struct diag *d;
};

static const char *const encodings[] = {
    "UTF-8",
    "US-ASCII",
    "ISO-8859-1",
    "ISO-8859-15",
    "windows-1252",
};

static bool
starts_with(const struct scan *s, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(s->end - s->p) >= n && memcmp(s->p, word, n) == 0;
}

/* Lines are counted when there is something to say: there hardly ever is. */
static int
line_of(const char *xml, const char *at)
{
	int line = 1;

	for (; xml < at; xml++)
		line += *xml == '\n';
	return line;
}

/* Go on past the next `word`, or to the end. */
static void
skip_past(struct scan *s, const char *word)
{
	const char *at =
	    memmem(s->p, (size_t)(s->end - s->p), word, strlen(word));

	s->p = at != NULL ? at + strlen(word) : s->end;
}

/* Of eight bytes, a bit for those that are `c`; the lowest one is right. */
static uint64_t
bits_of(uint64_t word, unsigned char c)
{
	word ^= EIGHT(c);
	return (word - EIGHT(1)) & ~word & EIGHT(0x80);
}

/* The first quote or '>' at or behind `p`. */
static const char *
find_quote(const char *p, const char *end)
{
	uint64_t word;

	for (; end - p >= (ptrdiff_t)sizeof(word); p += sizeof(word)) {
		uint64_t bits;

		memcpy(&word, p, sizeof(word));
		word = le64toh(word);
		bits = bits_of(word, '>') | bits_of(word, '"') |
		       bits_of(word, '\'');
		if (bits != 0)
			return p + __builtin_ctzll(bits) / 8;
	}
	while (p < end && *p != '>' && *p != '"' && *p != '\'')
		p++;
	return p;
}

/*
 * Walk a tag to its '>' and count its attributes by their values, without which
 * the parser goes no further. A '>' inside quotes does not end the tag.
 */
static int
scan_tag(struct scan *s, bool *empty)
{
	const char *p = find_quote(s->p, s->end);
	int attributes = 0;

	while (p < s->end && *p != '>') {
		attributes++;
		p = memchr(p + 1, *p, (size_t)(s->end - p - 1));
		p = p != NULL ? find_quote(p + 1, s->end) : s->end;
	}
	*empty = p[-1] == '/';
	s->p = p;
	return attributes;
}

static int
scan_element(struct scan *s)
{
	const char *tag = s->p;
	bool empty;

	if (scan_tag(s, &empty) > GUARD_MAX_ATTRIBUTES) {
		diag_add(s->d, s->file, line_of(s->start, tag),
		    "a tag has more than %d attributes", GUARD_MAX_ATTRIBUTES);
		return -1;
	}
	if (!empty)
		s->depth++;
	if (s->depth > GUARD_MAX_DEPTH) {
		diag_add(s->d, s->file, line_of(s->start, tag),
		    "elements are nested more than %d deep", GUARD_MAX_DEPTH);
		return -1;
	}
	return 0;
}

static int
scan_other(struct scan *s)
{
	if (starts_with(s, "<!--")) {
		s->p += 4;
		skip_past(s, "-->");
	} else if (starts_with(s, "<![CDATA[")) {
		skip_past(s, "]]>");
	} else if (starts_with(s, "<?")) {
		skip_past(s, "?>");
	} else {
		diag_add(s->d, s->file, line_of(s->start, s->p),
		    "<!DOCTYPE and <!ENTITY are not accepted; remove the "
		    "declaration and write characters as they are");
		return -1;
	}
	return 0;
}

static int
scan_markup(struct scan *s)
{
	char kind = '\0';

	if (s->end - s->p > 1)
		kind = s->p[1];
	if (kind == '!' || kind == '?')
		return scan_other(s);
	if (kind != '/')
		return scan_element(s);
	/* nothing is in the tag at the end that could be taken for another */
	s->p += 2;
	s->depth--;
	return 0;
}

/* The declared encoding, from the XML declaration only. */
static const char *
find_encoding(struct scan *s)
{
	const char *end = memchr(s->p, '>', (size_t)(s->end - s->p));
	const char *at;
	char name[32] = "";
	size_t n;

	if (!starts_with(s, "<?xml") || end == NULL)
		return encodings[0];
	at = memmem(s->p, (size_t)(end - s->p), "encoding", 8);
	if (at == NULL)
		return encodings[0];
	at += strcspn(at, "\"'>");
	if (at + 1 < end)
		n = strcspn(at + 1, "\"'>");
	else
		n = 0;
	if (n < sizeof(name))
		memcpy(name, at + 1, n);
	for (size_t i = 0; i < ARRAY_SIZE(encodings); i++)
		if (strcasecmp(name, encodings[i]) == 0)
			return encodings[i];
	diag_add(s->d, s->file, 1,
	    "this encoding is not accepted; save the file as UTF-8");
	return NULL;
}

/* A line that is not UTF-8, found by checking line by line. */
static int
bad_line(const char *xml, size_t n)
{
	const char *end = xml + n;
	int line = 1;

	while (xml < end) {
		const char *nl = memchr(xml, '\n', (size_t)(end - xml));
		const char *stop = nl != NULL ? nl : end;

		if (!text_is_utf8(xml, (size_t)(stop - xml)))
			return line;
		xml = stop + 1;
		line++;
	}
	return 0;
}

const char *
guard_check(const char *xml, size_t n, const char *file, struct diag *d)
{
	struct scan s = {xml, xml, xml + n, file, 0, d};
	const char *nul = memchr(xml, '\0', n);
	const char *encoding;

	if (nul != NULL) {
		diag_add(d, file, line_of(xml, nul),
		    "the file contains a NUL byte; save it as UTF-8 text");
		return NULL;
	}
	if (starts_with(&s, "\xef\xbb\xbf"))
		s.p += 3;
	encoding = find_encoding(&s);
	if (encoding == NULL)
		return NULL;
	if (encoding == encodings[0] && !text_is_utf8(xml, n)) {
		diag_add(d, file, bad_line(xml, n),
		    "this is not valid UTF-8; save the file as UTF-8");
		return NULL;
	}
	while ((s.p = memchr(s.p, '<', (size_t)(s.end - s.p))) != NULL)
		if (scan_markup(&s) != 0)
			return NULL;
	return encoding;
}

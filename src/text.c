/* SPDX-License-Identifier: MIT */
/* text.c - UTF-8, folding and slugs. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "text.h"

/* What takes the place of a byte that is no UTF-8. */
#define REPLACEMENT "\xef\xbf\xbd"

/*
 * What a keyboard without the letter types for it, in order of `from`.
 * Unicode decomposes none of these.
 */
static const struct {
	utf8proc_int32_t from;
	const char *to;
} replacements[] = {
    /* guillemets */
    {0x00ab, "\""},
    {0x00bb, "\""},
    /* letters with a stroke, of two letters, of their own */
    {0x00e6, "ae"},
    {0x00f0, "d"},
    {0x00f8, "o"},
    {0x00fe, "th"},
    {0x0111, "d"},
    {0x0127, "h"},
    {0x0131, "i"},
    {0x0142, "l"},
    {0x0153, "oe"},
    {0x0167, "t"},
    /* letters that look like an apostrophe */
    {0x02b9, "'"},
    {0x02bb, "'"},
    {0x02bc, "'"},
    {0x02bd, "'"},
    /* quotes, prime, minus */
    {0x2018, "'"},
    {0x2019, "'"},
    {0x201a, "'"},
    {0x201b, "'"},
    {0x201c, "\""},
    {0x201d, "\""},
    {0x201e, "\""},
    {0x201f, "\""},
    {0x2032, "'"},
    {0x2039, "'"},
    {0x203a, "'"},
    {0x2212, "-"},
};

/* The code point at `s`, and in `length` its bytes; -1: none is there. */
static utf8proc_int32_t
decode(const char *s, size_t n, size_t *length)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t used = utf8proc_iterate(
	    (const utf8proc_uint8_t *)s, n < 4 ? (utf8proc_ssize_t)n : 4, &c);

	*length = used > 0 ? (size_t)used : 1;
	return used > 0 ? c : -1;
}

bool
text_is_utf8(const char *s, size_t n)
{
	for (size_t i = 0, length = 1; i < n; i += length) {
		length = 1;
		if ((unsigned char)s[i] >= 0x80 &&
		    decode(s + i, n - i, &length) < 0)
			return false;
	}
	return true;
}

bool
text_has_control(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s;

	for (size_t i = 0; i < n; i++) {
		if (p[i] < 0x20 || p[i] == 0x7f)
			return true;
		if (p[i] == 0xc2 && i + 1 < n && p[i + 1] >= 0x80 &&
		    p[i + 1] <= 0x9f)
			return true;
	}
	return false;
}

/* Where folded text goes: a space waits for the character that it parts. */
struct folder {
	struct strbuf *out;
	bool started;
	bool space;
};

static void
emit(struct folder *f, const void *bytes, size_t n)
{
	if (f->space && f->started)
		strbuf_putc(f->out, ' ');
	f->space = false;
	f->started = true;
	strbuf_add(f->out, bytes, n);
}

static void
emit_ascii(struct folder *f, char c)
{
	if (c == ' ' || (unsigned char)c < ' ' || c == 0x7f) {
		f->space = true;
		return;
	}
	if (c >= 'A' && c <= 'Z')
		c = (char)(c - 'A' + 'a');
	emit(f, &c, 1);
}

/*
 * Accents, points and enclosures, by canonical combining class. The other
 * classes hold marks that spell: without them different words would be one
 * (0 vowels, 7 nukta, 8 voicing of kana, 9 virama, from 84 to 132 vowels and
 * tones of Telugu, Thai, Lao and Tibetan).
 */
static bool
is_accent(const utf8proc_property_t *p)
{
	int class = p->combining_class;

	if (p->category == UTF8PROC_CATEGORY_ME)
		return true;
	return class == 1 || (class >= 10 && class <= 36) || class >= 200;
}

static bool
is_space(const utf8proc_property_t *p)
{
	return p->category == UTF8PROC_CATEGORY_ZS ||
	       p->category == UTF8PROC_CATEGORY_ZL ||
	       p->category == UTF8PROC_CATEGORY_ZP ||
	       p->category == UTF8PROC_CATEGORY_CC;
}

static void
emit_char(struct folder *f, utf8proc_int32_t c)
{
	const utf8proc_property_t *p;
	utf8proc_uint8_t bytes[4];

	if (c < 0x80) {
		emit_ascii(f, (char)c);
		return;
	}
	for (size_t i = 0;
	     i < ARRAY_SIZE(replacements) && replacements[i].from <= c; i++)
		if (replacements[i].from == c) {
			emit(f, replacements[i].to, strlen(replacements[i].to));
			return;
		}
	p = utf8proc_get_property(c);
	if (is_space(p))
		f->space = true;
	else if (p->category == UTF8PROC_CATEGORY_PD)
		emit_ascii(f, '-');
	else if (!is_accent(p))
		emit(f, bytes, (size_t)utf8proc_encode_char(c, bytes));
}

/* Append `s` with every byte that is no UTF-8 replaced. */
static void
repair(struct strbuf *out, const char *s, size_t n)
{
	for (size_t i = 0, length = 1; i < n; i += length) {
		if (decode(s + i, n - i, &length) < 0)
			strbuf_puts(out, REPLACEMENT);
		else
			strbuf_add(out, s + i, length);
	}
}

/* `s` is valid UTF-8. */
static void
fold_unicode(struct folder *f, const char *s, size_t n)
{
	const utf8proc_uint8_t *in = (const utf8proc_uint8_t *)s;
	const utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
				      UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	utf8proc_ssize_t length =
	    utf8proc_decompose(in, (utf8proc_ssize_t)n, NULL, 0, how);
	utf8proc_int32_t *chars;

	/* what is left to fail is a length beyond memory */
	if (length < 0)
		abort();
	chars = xmalloc((size_t)length * sizeof(*chars));
	if (utf8proc_decompose(in, (utf8proc_ssize_t)n, chars, length, how) !=
	    length)
		abort();
	for (utf8proc_ssize_t i = 0; i < length; i++)
		emit_char(f, chars[i]);
	free(chars);
}

void
text_fold(struct strbuf *out, const char *s)
{
	struct folder f = {.out = out};
	size_t n = strlen(s);
	size_t ascii = 0;

	/* most of what is folded is English */
	while (ascii < n && (unsigned char)s[ascii] < 0x80)
		ascii++;
	if (ascii == n) {
		for (size_t i = 0; i < n; i++)
			emit_ascii(&f, s[i]);
	} else if (text_is_utf8(s, n)) {
		fold_unicode(&f, s, n);
	} else {
		struct strbuf repaired;

		strbuf_init(&repaired);
		repair(&repaired, s, n);
		fold_unicode(&f, repaired.buf, repaired.len);
		strbuf_release(&repaired);
	}
}

static bool
is_word_char(utf8proc_int32_t c)
{
	utf8proc_category_t category = utf8proc_category(c);

	return category >= UTF8PROC_CATEGORY_LU &&
	       category <= UTF8PROC_CATEGORY_NO;
}

/* Signs that make another thing of the word before them: C++, C#, A*. */
static const char *
name_of_sign(char c)
{
	switch (c) {
	case '+':
		return "-plus";
	case '#':
		return "-sharp";
	case '*':
		return "-star";
	default:
		return NULL;
	}
}

void
text_slug(struct strbuf *out, const char *s)
{
	size_t before = out->len;
	bool after_sign = false;
	bool gap = false;
	struct strbuf folded;

	strbuf_init(&folded);
	text_fold(&folded, s);
	for (size_t i = 0, length = 1; i < folded.len; i += length) {
		const char *at = folded.buf + i;

		if (!is_word_char(decode(at, folded.len - i, &length))) {
			const char *sign = name_of_sign(*at);

			if (sign != NULL && !gap && out->len > before) {
				strbuf_puts(out, sign);
				after_sign = true;
			} else {
				gap = true;
			}
			continue;
		}
		if ((gap || after_sign) && out->len > before)
			strbuf_putc(out, '-');
		gap = after_sign = false;
		strbuf_add(out, at, length);
	}
	strbuf_release(&folded);
}

/* Characters that are words: there are thousands of them. */
static bool
is_ideograph(utf8proc_int32_t c)
{
	return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3400 && c <= 0x9fff) ||
	       (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

void
text_initial(struct strbuf *out, const char *slug, bool capital)
{
	size_t length;
	utf8proc_int32_t c = decode(slug, strlen(slug), &length);
	utf8proc_uint8_t bytes[4];
	utf8proc_category_t category;

	if (c < 0)
		return;
	category = utf8proc_category(c);
	if (category < UTF8PROC_CATEGORY_LU ||
	    category > UTF8PROC_CATEGORY_LO || is_ideograph(c))
		return;
	if (capital)
		c = utf8proc_toupper(c);
	strbuf_add(out, bytes, (size_t)utf8proc_encode_char(c, bytes));
}

bool
text_has_words(const char *slug, const char *words)
{
	size_t n = strlen(words);

	if (n == 0)
		return false;
	for (;;) {
		if (strncmp(slug, words, n) == 0 &&
		    (slug[n] == '\0' || slug[n] == '-'))
			return true;
		slug = strchr(slug, '-');
		if (slug == NULL)
			return false;
		slug++;
	}
}

bool
text_contains(const char *folded, const char *needle)
{
	return strstr(folded, needle) != NULL;
}

long
text_parse_uint(const char *s, size_t n, long max)
{
	long value = 0;

	for (size_t i = 0; i < n; i++) {
		int digit = s[i] - '0';

		if (digit < 0 || digit > 9)
			return -1;
		if (digit > max || value > (max - digit) / 10)
			return -1;
		value = value * 10 + digit;
	}
	return n > 0 ? value : -1;
}

int
text_compare(const char *a, const char *b)
{
	struct strbuf x;
	struct strbuf y;
	int c;

	if (strcmp(a, b) == 0)
		return 0;
	strbuf_init(&x);
	strbuf_init(&y);
	text_fold(&x, a);
	text_fold(&y, b);
	c = strcmp(x.buf, y.buf);
	strbuf_release(&x);
	strbuf_release(&y);
	return c != 0 ? c : strcmp(a, b);
}

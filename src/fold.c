/* SPDX-License-Identifier: MIT */
/* fold.c - text as it is compared: text_fold(). */
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

/* Where folded text goes: a space waits for the character that it parts. */
struct folder {
	struct strbuf *out;
	bool started;
	bool space;
};

/* The space before the next character, if there is one. */
static void
emit_space(struct folder *f)
{
	if (f->space && f->started)
		strbuf_putc(f->out, ' ');
	f->space = false;
	f->started = true;
}

static void
emit(struct folder *f, const void *bytes, size_t n)
{
	emit_space(f);
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
	emit_space(f);
	strbuf_putc(f->out, c);
}

/* The same for `n` of them: most of what is folded is English. */
static void
emit_ascii_run(struct folder *f, const char *s, size_t n)
{
	size_t i = 0;
	char *to;

	/* with the first, a space is due or not; each later one fits */
	while (i < n && !f->started)
		emit_ascii(f, s[i++]);
	strbuf_reserve(f->out, n - i + 1);
	to = f->out->buf + f->out->len;
	for (; i < n; i++) {
		char c = s[i];

		if ((unsigned char)c <= ' ' || c == 0x7f) {
			f->space = true;
			continue;
		}
		if (f->space)
			*to++ = ' ';
		f->space = false;
		*to++ = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	*to = '\0';
	f->out->len = (size_t)(to - f->out->buf);
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
		if (text_decode(s + i, n - i, &length) < 0)
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
	utf8proc_int32_t few[64];
	utf8proc_int32_t *chars = few;
	utf8proc_ssize_t length = utf8proc_decompose(
	    in, (utf8proc_ssize_t)n, few, ARRAY_SIZE(few), how);

	/* what is left to fail is a length beyond memory */
	if (length < 0)
		abort();
	if (length > (utf8proc_ssize_t)ARRAY_SIZE(few)) {
		chars = xmalloc((size_t)length * sizeof(*chars));
		if (utf8proc_decompose(
			in, (utf8proc_ssize_t)n, chars, length, how) != length)
			abort();
	}
	for (utf8proc_ssize_t i = 0; i < length; i++)
		emit_char(f, chars[i]);
	if (chars != few)
		free(chars);
}

/* How many of the `n` bytes at `s` are all ASCII, or all are not. */
static size_t
run_length(const char *s, size_t n)
{
	bool ascii = n > 0 && (unsigned char)s[0] < 0x80;
	size_t i = 0;

	while (i < n && ((unsigned char)s[i] < 0x80) == ascii)
		i++;
	return i;
}

/*
 * `s` is valid UTF-8. What is ASCII stays apart in any decomposition.
 */
static void
fold_runs(struct folder *f, const char *s, size_t n)
{
	while (n > 0) {
		size_t run = run_length(s, n);

		if ((unsigned char)s[0] >= 0x80)
			fold_unicode(f, s, run);
		else
			emit_ascii_run(f, s, run);
		s += run;
		n -= run;
	}
}

void
text_fold(struct strbuf *out, const char *s)
{
	struct folder f = {.out = out};
	size_t n = strlen(s);
	struct strbuf repaired;

	if (text_is_utf8(s, n)) {
		fold_runs(&f, s, n);
		return;
	}
	strbuf_init(&repaired);
	repair(&repaired, s, n);
	fold_runs(&f, repaired.buf, repaired.len);
	strbuf_release(&repaired);
}

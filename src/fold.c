/* SPDX-License-Identifier: MIT */
/* fold.c - text as it is compared: text_fold(). */
#include <endian.h>
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

/* Where folded text goes; one space at most stands at its end. */
struct folding {
	struct strbuf *out;
	size_t start;
};

static void
emit(struct folding *f, const void *bytes, size_t n)
{
	strbuf_add(f->out, bytes, n);
}

/* Is there something that a space would part from what follows? */
static bool
wants_space(const struct folding *f)
{
	return f->out->len > f->start && f->out->buf[f->out->len - 1] != ' ';
}

static void
emit_space(struct folding *f)
{
	if (wants_space(f))
		strbuf_putc(f->out, ' ');
}

static void
emit_ascii(struct folding *f, char c)
{
	if ((unsigned char)c <= ' ' || c == 0x7f)
		emit_space(f);
	else
		strbuf_putc(
		    f->out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
}

/*
 * Which of eight bytes, the first one lowest, are not to be folded by lower():
 * what is not ASCII, control characters, and spaces behind a space. Each has
 * its highest bit set, as have all spaces in `spaces`, which comes with those
 * of the eight bytes before. Nothing is said of bytes above the first such one.
 */
static uint64_t
odd_bytes(uint64_t word, uint64_t *spaces)
{
	uint64_t before = *spaces >> 56;
	uint64_t printable = (word | EIGHT(0x80)) - EIGHT(' ');
	uint64_t delete = word + EIGHT(1);

	*spaces = ~((word ^ EIGHT(' ')) + EIGHT(0x7f)) & EIGHT(0x80);
	return ((word | ~printable | delete) & EIGHT(0x80)) |
	       (*spaces & (*spaces << 8 | before));
}

static uint64_t
lower(uint64_t word)
{
	uint64_t from_a = word + EIGHT(0x80 - 'A');
	uint64_t behind_z = word + EIGHT(0x7f - 'Z');

	return word | (from_a & ~behind_z & EIGHT(0x80)) >> 2;
}

/*
 * Emit what stands before the first odd one of the `n` bytes, eight at a time:
 * most of what is folded is English. How many these were.
 */
static size_t
emit_plain(struct folding *f, const char *s, size_t n)
{
	uint64_t spaces = wants_space(f) ? 0 : EIGHT(0x80);
	uint64_t odd = 0;
	size_t i = 0;
	char *to;

	strbuf_reserve(f->out, n + sizeof(odd));
	to = f->out->buf + f->out->len;
	while (odd == 0) {
		uint64_t word = 0; /* odd behind the end */

		if (n - i >= sizeof(word))
			memcpy(&word, s + i, sizeof(word));
		else
			memcpy(&word, s + i, n - i);
		word = le64toh(word);
		odd = odd_bytes(word, &spaces);
		word = htole64(lower(word));
		memcpy(to + i, &word, sizeof(word));
		i += odd == 0 ? sizeof(word) : (size_t)__builtin_ctzll(odd) / 8;
	}
	to[i] = '\0';
	f->out->len += i;
	return i;
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
emit_char(struct folding *f, utf8proc_int32_t c)
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
		emit_space(f);
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
fold_unicode(struct folding *f, const char *s, size_t n)
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

/* Latin, Greek and Cyrillic letters of two bytes. */
enum { LETTERS_FROM = 0xc0, LETTERS_END = 0x530, LETTER_BYTES = 4 };

/* What a letter folds to; nothing: it is to be looked at with the others. */
struct letter {
	bool known;
	unsigned char n;
	char bytes[LETTER_BYTES];
};

/*
 * Letters fold one by one, whatever stands beside them, and names are full of
 * them: each is found out once.
 */
static const struct letter *
letter(int32_t c)
{
	static struct letter letters[LETTERS_END - LETTERS_FROM];
	struct letter *l = &letters[c - LETTERS_FROM];
	struct strbuf folded;
	struct folding f = {&folded, 0};
	utf8proc_category_t category;
	utf8proc_uint8_t bytes[4];

	if (l->known)
		return l;
	l->known = true;
	category = utf8proc_category(c);
	strbuf_init(&folded);
	fold_unicode(&f, (char *)bytes, (size_t)utf8proc_encode_char(c, bytes));
	if (category >= UTF8PROC_CATEGORY_LU &&
	    category <= UTF8PROC_CATEGORY_LO && folded.len <= LETTER_BYTES) {
		l->n = (unsigned char)folded.len;
		memcpy(l->bytes, folded.buf, folded.len);
	}
	strbuf_release(&folded);
	return l;
}

/* How many of the `n` bytes are such letters, up to the first that is none. */
static size_t
emit_letters(struct folding *f, const char *s, size_t n)
{
	const struct letter *l;
	size_t i;

	for (i = 0; n - i >= 2; i += 2) {
		const unsigned char *u = (const unsigned char *)s + i;
		int32_t c = (u[0] & 0x1f) << 6 | (u[1] & 0x3f);

		if ((u[0] & 0xe0) != 0xc0 || (u[1] & 0xc0) != 0x80 ||
		    c < LETTERS_FROM || c >= LETTERS_END)
			break;
		l = letter(c);
		if (l->n == 0)
			break;
		emit(f, l->bytes, l->n);
	}
	return i;
}

/* The same for what is not ASCII, whatever it is. */
static size_t
emit_others(struct folding *f, const char *s, size_t n)
{
	struct strbuf repaired;
	size_t run = 0;

	while (run < n && (unsigned char)s[run] >= 0x80)
		run++;
	if (run == 0)
		return 0;
	if (text_is_utf8(s, run)) {
		fold_unicode(f, s, run);
		return run;
	}
	strbuf_init(&repaired);
	repair(&repaired, s, run);
	fold_unicode(f, repaired.buf, repaired.len);
	strbuf_release(&repaired);
	return run;
}

/* What is ASCII stays apart in any decomposition. */
void
text_fold(struct strbuf *out, const char *s)
{
	struct folding f = {out, out->len};
	const char *end = s + strlen(s);

	while (s < end) {
		s += emit_plain(&f, s, (size_t)(end - s));
		if (s < end && (unsigned char)*s < 0x80)
			emit_ascii(&f, *s++);
		s += emit_letters(&f, s, (size_t)(end - s));
		s += emit_others(&f, s, (size_t)(end - s));
	}
	if (out->len > f.start && out->buf[out->len - 1] == ' ')
		strbuf_truncate(out, out->len - 1);
}

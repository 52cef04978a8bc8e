/* SPDX-License-Identifier: MIT */
/* text.c - UTF-8 and slugs. */
#include <endian.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "text.h"

int32_t
text_decode(const char *s, size_t n, size_t *length)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t used;

	if (n > 0 && (unsigned char)s[0] < 0x80) {
		*length = 1;
		return s[0];
	}
	used = utf8proc_iterate(
	    (const utf8proc_uint8_t *)s, n < 4 ? (utf8proc_ssize_t)n : 4, &c);
	*length = used > 0 ? (size_t)used : 1;
	return used > 0 ? c : -1;
}

/* Of the eight bytes at `s`, a bit for each that is not ASCII. */
static uint64_t
high_bits(const char *s)
{
	uint64_t word;

	memcpy(&word, s, sizeof(word));
	return le64toh(word) & EIGHT(0x80);
}

/* How many of the `n` bytes at `s` are ASCII, up to the first that is not. */
static size_t
ascii_length(const char *s, size_t n)
{
	size_t i = 0;

	while (n - i >= 32 &&
	       (high_bits(s + i) | high_bits(s + i + 8) |
		   high_bits(s + i + 16) | high_bits(s + i + 24)) == 0)
		i += 32;
	for (; n - i >= 8; i += 8) {
		uint64_t bits = high_bits(s + i);

		if (bits != 0)
			return i + (size_t)__builtin_ctzll(bits) / 8;
	}
	while (i < n && (unsigned char)s[i] < 0x80)
		i++;
	return i;
}

/* Is it a character of two bytes, as most are that are not ASCII? */
static bool
is_pair(const char *s, size_t n)
{
	return n >= 2 && (unsigned char)s[0] >= 0xc2 &&
	       (unsigned char)s[0] <= 0xdf &&
	       ((unsigned char)s[1] & 0xc0) == 0x80;
}

bool
text_is_utf8(const char *s, size_t n)
{
	size_t length;

	for (size_t i = ascii_length(s, n); i < n;
	     i += ascii_length(s + i, n - i)) {
		if (is_pair(s + i, n - i))
			length = 2;
		else if (text_decode(s + i, n - i, &length) < 0)
			return false;
		i += length;
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

size_t
text_next_word(const char **s)
{
	static const char blanks[] = " \t\r\n";

	if (*s == NULL)
		return 0;
	*s += strspn(*s, blanks);
	return strcspn(*s, blanks);
}

static bool
is_word_char(utf8proc_int32_t c)
{
	utf8proc_category_t category;

	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		       (c >= 'A' && c <= 'Z');
	category = utf8proc_category(c);
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

/* How many of the `n` bytes at `s`, folded, are letters, numbers and marks. */
static size_t
word_length(const char *s, size_t n)
{
	size_t i = 0;
	size_t length;

	while (i < n) {
		if ((s[i] >= 'a' && s[i] <= 'z') ||
		    (s[i] >= '0' && s[i] <= '9'))
			length = 1;
		else if (!is_word_char(text_decode(s + i, n - i, &length)))
			break;
		i += length;
	}
	return i;
}

void
text_slug_folded(struct strbuf *out, const char *s, size_t n)
{
	const char *end = s + n;
	size_t before = out->len;
	bool after_sign = false;
	bool gap = false;

	while (s < end) {
		size_t length = word_length(s, (size_t)(end - s));

		if (length > 0) {
			if ((gap || after_sign) && out->len > before)
				strbuf_putc(out, '-');
			gap = after_sign = false;
			strbuf_add(out, s, length);
		} else {
			const char *sign = name_of_sign(*s);

			if (sign != NULL && !gap && out->len > before) {
				strbuf_puts(out, sign);
				after_sign = true;
			} else {
				gap = true;
			}
			(void)text_decode(s, (size_t)(end - s), &length);
		}
		s += length;
	}
}

void
text_slug(struct strbuf *out, const char *s)
{
	struct strbuf folded;

	strbuf_init(&folded);
	text_fold(&folded, s);
	text_slug_folded(out, folded.buf, folded.len);
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
	utf8proc_int32_t c = text_decode(slug, strlen(slug), &length);
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

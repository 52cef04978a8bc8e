/* SPDX-License-Identifier: MIT */
/* acceptlang.c - which of the languages that we have suits best. */
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "acceptlang.h"
#include "util.h"

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

enum { MAX_TAG_BYTES = 64, QUALITY_ONE = 1000 };

/* An element of the header. */
struct range {
	const char *s;
	size_t n;
	int quality; /* in thousandths */
};

/* Is `tag` the range, or does it begin with it and go on with "-"? */
static bool
begins(struct range r, const char *tag)
{
	return strncasecmp(tag, r.s, r.n) == 0 &&
	       (tag[r.n] == '\0' || tag[r.n] == '-');
}

/* The range without its last part; a letter alone belongs to what follows. */
static size_t
shorten(struct range r)
{
	while (r.n > 0 && r.s[--r.n] != '-')
		;
	if (r.n >= 2 && r.s[r.n - 2] == '-')
		r.n -= 2;
	return r.n;
}

static int
lookup(struct range r, const char *const *have, size_t n)
{
	const struct range whole = r;

	for (; r.n > 0; r.n = shorten(r))
		for (size_t i = 0; i < n; i++)
			if (begins(r, have[i]) && have[i][r.n] == '\0')
				return (int)i;
	for (size_t i = 0; i < n; i++)
		if (begins(whole, have[i]))
			return (int)i;
	return -1;
}

int
acceptlang_lookup(const char *range, const char *const *have, size_t n)
{
	return lookup(
	    (struct range){range, strlen(range), QUALITY_ONE}, have, n);
}

static const char *
skip_space(const char *s)
{
	return s + strspn(s, " \t");
}

/* "0", "0.25", "1.000" (RFC 9110, 12.4.2); what follows it, or NULL. */
static const char *
parse_quality(const char *s, int *quality)
{
	int unit = QUALITY_ONE;

	if (*s != '0' && *s != '1')
		return NULL;
	*quality = (*s++ - '0') * unit;
	if (*s != '.')
		return s;
	for (s++; unit > 1 && *s >= '0' && *s <= '9'; s++) {
		unit /= 10;
		*quality += (*s - '0') * unit;
	}
	return *quality <= QUALITY_ONE ? s : NULL;
}

/*
 * language-range [ weight ], alone between commas. Returns what follows the
 * element; an element that is something else has no length.
 */
static const char *
parse_range(const char *s, struct range *r)
{
	const char *end = s + strcspn(s, ",");

	s = skip_space(s);
	*r = (struct range){s, strspn(s, LETTERS DIGITS "-*"), QUALITY_ONE};
	s = skip_space(s + r->n);
	if (*s == ';') {
		s = skip_space(s + 1);
		s = *s == 'q' || *s == 'Q' ? skip_space(s + 1) : NULL;
		if (s != NULL)
			s = *s == '='
				? parse_quality(skip_space(s + 1), &r->quality)
				: NULL;
		if (s != NULL)
			s = skip_space(s);
	}
	if (s != end || r->n > MAX_TAG_BYTES)
		r->n = 0;
	return *end == ',' ? end + 1 : end;
}

static size_t
parse(const char *header, struct range ranges[ACCEPTLANG_MAX_RANGES])
{
	size_t n = 0;

	while (*header != '\0' && n < ACCEPTLANG_MAX_RANGES) {
		header = parse_range(header, &ranges[n]);
		n += ranges[n].n > 0;
	}
	return n;
}

static bool
is_any(struct range r)
{
	return r.n == 1 && r.s[0] == '*';
}

/* Does a range of quality 0 name it? */
static bool
is_ruled_out(const char *tag, const struct range *ranges, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ranges[i].quality == 0 && begins(ranges[i], tag))
			return true;
	return false;
}

/* The best that is not yet used, the first of equals; NULL none. */
static struct range *
take_best(struct range *ranges, size_t n)
{
	struct range *best = NULL;

	for (size_t i = 0; i < n; i++)
		if (ranges[i].n > 0 && ranges[i].quality > 0 &&
		    (best == NULL || ranges[i].quality > best->quality))
			best = &ranges[i];
	return best;
}

int
acceptlang_choose(
    const char *header, const char *const *have, size_t n, size_t usual)
{
	struct range ranges[ACCEPTLANG_MAX_RANGES];
	struct range *r;
	size_t nranges;

	if (header == NULL)
		return -1;
	nranges = parse(header, ranges);
	while ((r = take_best(ranges, nranges)) != NULL) {
		int at = is_any(*r) ? (int)usual : lookup(*r, have, n);

		if (at >= 0 && !is_ruled_out(have[at], ranges, nranges))
			return at;
		r->n = 0; /* used */
	}
	return -1;
}

/* SPDX-License-Identifier: MIT */
/* coding.c - compressed bodies: who wants them, and how they are made. */
#include <limits.h>
#include <string.h>
#include <strings.h>

#include <zlib.h>

#include "coding.h"

/* Weights are in thousandths; what is not named has none. */
enum { UNNAMED = -1, MAX_WEIGHT = 1000 };

enum {
	/* gzip instead of zlib, with the largest window (zlib.h) */
	WINDOW_BITS = 15 + 16,
	MEM_LEVEL = 8,
};

/* tchar of RFC 9110, 5.6.2. */
static size_t
token_length(const char *s)
{
	return strspn(s,
	    "!#$%&'*+-.^_`|~0123456789"
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

static const char *
skip_space(const char *s)
{
	return s + strspn(s, " \t");
}

/* qvalue (12.4.2): "0.123", "1", "1.000". Returns what follows, or NULL. */
static const char *
parse_qvalue(const char *s, int *weight)
{
	int unit = MAX_WEIGHT;

	if (*s != '0' && *s != '1')
		return NULL;
	*weight = (*s - '0') * unit;
	s++;
	if (*s != '.')
		return s;
	for (s++; *s >= '0' && *s <= '9' && unit > 1; s++) {
		unit /= 10;
		*weight += (*s - '0') * unit;
	}
	return *weight <= MAX_WEIGHT ? s : NULL;
}

/* [ ";" "q=" qvalue ]. Returns what follows, or NULL. */
static const char *
parse_weight(const char *s, int *weight)
{
	*weight = MAX_WEIGHT;
	s = skip_space(s);
	if (*s != ';')
		return s;
	s = skip_space(s + 1);
	if ((*s != 'q' && *s != 'Q') || s[1] != '=')
		return NULL;
	s = parse_qvalue(s + 2, weight);
	return s != NULL ? skip_space(s) : NULL;
}

static bool
is_named(const char *s, size_t n, const char *name)
{
	return strlen(name) == n && strncasecmp(s, name, n) == 0;
}

bool
coding_wants_gzip(const char *header)
{
	int gzip = UNNAMED;
	int identity = UNNAMED;
	int others = UNNAMED;
	const char *s = header != NULL ? header : "";

	for (s = skip_space(s); *s != '\0'; s = skip_space(s)) {
		const char *name = s;
		size_t n = token_length(s);
		int weight;

		/* empty elements are allowed (5.6.1.2) */
		if (*s == ',') {
			s++;
			continue;
		}
		s = n > 0 ? parse_weight(s + n, &weight) : NULL;
		if (s == NULL || (*s != ',' && *s != '\0'))
			return false;
		if (is_named(name, n, "gzip") || is_named(name, n, "x-gzip"))
			gzip = weight > gzip ? weight : gzip;
		else if (is_named(name, n, "identity"))
			identity = weight;
		else if (is_named(name, n, "*"))
			others = weight;
	}
	if (gzip == UNNAMED)
		gzip = others;
	return gzip > 0 && gzip >= identity;
}

int
coding_gzip(const char *p, size_t n, struct strbuf *out)
{
	z_stream z = {0};
	size_t before = out->len;
	unsigned char buf[16384];
	int rc;

	if (n > UINT_MAX ||
	    deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, WINDOW_BITS,
		MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
		return -1;
	/* it is only read; the cast drops const for an old interface */
	z.next_in = (unsigned char *)(uintptr_t)p;
	z.avail_in = (unsigned)n;
	do {
		z.next_out = buf;
		z.avail_out = sizeof(buf);
		rc = deflate(&z, Z_FINISH);
		strbuf_add(out, buf, sizeof(buf) - z.avail_out);
	} while (rc == Z_OK || rc == Z_BUF_ERROR);
	deflateEnd(&z);
	if (rc == Z_STREAM_END && out->len - before < n)
		return 0;
	strbuf_truncate(out, before);
	return -1;
}

/* SPDX-License-Identifier: MIT */
/* etag.c - entity tags: made from digests, compared weakly. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "etag.h"
#include "util.h"

/* What stands between the quotes of a tag. */
struct opaque {
	const char *s;
	size_t n;
};

void
etag_make(char out[ETAG_SIZE], const uint64_t *parts, size_t n)
{
	uint64_t hash = HASH_SEED;

	/* byte by byte, for machines that store numbers the other way */
	for (size_t i = 0; i < n; i++) {
		unsigned char bytes[8];

		for (size_t k = 0; k < sizeof(bytes); k++)
			bytes[k] = (unsigned char)(parts[i] >> 8 * k);
		hash = hash_bytes(hash, bytes, sizeof(bytes));
	}
	snprintf(out, ETAG_SIZE, "W/\"%016" PRIx64 "\"", hash);
}

/*
 * RFC 9110, 8.8.3: [ W/ ] " *etagc ". Returns what follows the tag, or NULL
 * when there is none at `s`.
 */
static const char *
parse_tag(const char *s, struct opaque *tag)
{
	if (strncmp(s, "W/", 2) == 0)
		s += 2;
	if (*s++ != '"')
		return NULL;
	tag->s = s;
	while ((unsigned char)*s > ' ' && *s != '"' && *s != 0x7f)
		s++;
	tag->n = (size_t)(s - tag->s);
	return *s == '"' ? s + 1 : NULL;
}

/* Is `theirs` ours, or what a web server made of ours? */
static bool
is_same(struct opaque ours, struct opaque theirs)
{
	static const char *const suffixes[] = {
	    "", "-gzip", "-br", "-zstd", ";gzip"};

	if (theirs.n < ours.n || memcmp(theirs.s, ours.s, ours.n) != 0)
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(suffixes); i++)
		if (strlen(suffixes[i]) == theirs.n - ours.n &&
		    memcmp(theirs.s + ours.n, suffixes[i], theirs.n - ours.n) ==
			0)
			return true;
	return false;
}

static const char *
skip_space(const char *s)
{
	return s + strspn(s, " \t");
}

bool
etag_match(const char *tag, const char *header)
{
	struct opaque ours;
	struct opaque theirs;
	bool found = false;

	if (header == NULL || parse_tag(tag, &ours) == NULL)
		return false;
	header = skip_space(header);
	if (*header == '*')
		return *skip_space(header + 1) == '\0';
	for (; *header != '\0'; header = skip_space(header)) {
		/* empty elements are allowed (RFC 9110, 5.6.1.2) */
		if (*header == ',') {
			header++;
			continue;
		}
		header = parse_tag(header, &theirs);
		if (header == NULL)
			return false;
		found = found || is_same(ours, theirs);
		header = skip_space(header);
		if (*header != ',' && *header != '\0')
			return false;
	}
	return found;
}

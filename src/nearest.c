/* SPDX-License-Identifier: MIT */
/* nearest.c - what somebody who mistyped a word may have meant. */
#include <ctype.h>
#include <string.h>

#include "nearest.h"

/* Longer words are cut: what differs is seldom behind that. */
enum { MAX_LENGTH = 64, MAX_FOUND = 16 };

static size_t
min3(size_t a, size_t b, size_t c)
{
	a = a < b ? a : b;
	return a < c ? a : c;
}

/*
 * The number of letters to insert, delete or replace (Levenshtein), without
 * regard to case.
 */
static size_t
distance(const char *a, const char *b)
{
	size_t n = strnlen(a, MAX_LENGTH);
	size_t m = strnlen(b, MAX_LENGTH);
	size_t row[MAX_LENGTH + 1];

	for (size_t j = 0; j <= m; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t above = row[j];
			int x = tolower((unsigned char)a[i - 1]);
			int y = tolower((unsigned char)b[j - 1]);

			row[j] = min3(
			    above + 1, row[j - 1] + 1, diagonal + (x != y));
			diagonal = above;
		}
	}
	return row[m];
}

size_t
nearest_find(const char *typed, size_t n,
    const char *(*word)(const void *ctx, size_t i), const void *ctx,
    size_t *found, size_t max)
{
	size_t length = strnlen(typed, MAX_LENGTH);
	size_t distances[MAX_FOUND];
	size_t count = 0;

	if (max > MAX_FOUND)
		max = MAX_FOUND;
	for (size_t i = 0; i < n; i++) {
		size_t d = distance(typed, word(ctx, i));
		size_t at = count;

		/* half of the letters right, or it is another word */
		if (d > length / 2)
			continue;
		while (at > 0 && distances[at - 1] > d)
			at--;
		if (at >= max)
			continue;
		if (count < max)
			count++;
		memmove(&distances[at + 1], &distances[at],
		    (count - at - 1) * sizeof(*distances));
		memmove(&found[at + 1], &found[at],
		    (count - at - 1) * sizeof(*found));
		distances[at] = d;
		found[at] = i;
	}
	return count;
}

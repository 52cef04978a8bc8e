/* SPDX-License-Identifier: MIT */
/* tokens.c - in which rows a word stands. */
#include <endian.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "image.h"
#include "postings.h"
#include "strlist.h"
#include "tokens.h"
#include "util.h"

#define NO_ROW UINT32_MAX

/* One of the words that stand in texts. */
struct token {
	struct posting rows;
	uint64_t letters; /* see struct tokens */
};

struct tokens {
	struct strset words;
	struct token *tokens; /* by word */
	size_t cap;
	struct postings postings;
	/*
	 * By row, a bit for each letter and digit that its text has: a word of
	 * one letter stands in nearly all tokens, and few rows are without.
	 */
	uint64_t *letters;
	size_t nletters;
	size_t letters_cap;
	uint32_t end;
};

/* The number of its bit, or -1. */
static int
letter_of(char c)
{
	if (c >= 'a' && c <= 'z')
		return c - 'a';
	return c >= '0' && c <= '9' ? 'z' - 'a' + 1 + c - '0' : -1;
}

static uint64_t
letters_of(const char *s, size_t n)
{
	uint64_t letters = 0;

	for (size_t i = 0; i < n; i++)
		if (letter_of(s[i]) >= 0)
			letters |= UINT64_C(1) << letter_of(s[i]);
	return letters;
}

static void
set_letters(struct tokens *t, uint32_t row, uint64_t letters)
{
	for (; t->nletters <= row; t->nletters++) {
		t->letters = grow(t->letters, t->nletters, &t->letters_cap,
		    sizeof(*t->letters));
		t->letters[t->nletters] = 0;
	}
	t->letters[row] = letters;
}

struct tokens *
tokens_new(void)
{
	return xcalloc(1, sizeof(struct tokens));
}

void
tokens_free(struct tokens *t)
{
	if (t == NULL)
		return;
	strset_release(&t->words);
	free(t->tokens);
	postings_release(&t->postings);
	free(t->letters);
	free(t);
}

uint32_t
tokens_end(const struct tokens *t)
{
	return t->end;
}

/* Without any row if it is new. */
static struct token *
intern(struct tokens *t, const char *s, size_t n)
{
	size_t known = t->words.list.n;
	uint32_t word = strset_intern(&t->words, s, n);

	if (word == known) {
		t->tokens = grow(t->tokens, known, &t->cap, sizeof(*t->tokens));
		t->tokens[word] = (struct token){.letters = letters_of(s, n)};
	}
	return &t->tokens[word];
}

/* The lowest bit that is set is in the first byte that is a space. */
static inline uint64_t
spaces_in(uint64_t word)
{
	word ^= EIGHT(' ');
	return (word - EIGHT(1)) & ~word & EIGHT(0x80);
}

/* The bytes of `word` before the first of its spaces. */
static inline uint64_t
bytes_before(uint64_t word, uint64_t spaces)
{
	return word & (((spaces & -spaces) >> 7) - 1);
}

/* The first one is the lowest; what is missing are spaces. */
static inline uint64_t
eight_bytes(const char *s, const char *end)
{
	uint64_t part = EIGHT(' ');
	uint64_t word;

	if (end - s >= (ptrdiff_t)sizeof(word)) {
		memcpy(&word, s, sizeof(word));
		return le64toh(word);
	}
	memcpy(&part, s, (size_t)(end - s));
	return le64toh(part);
}

/*
 * In `n`, how many bytes there are before the next space or `end`. Of those
 * that are found at a glance the number + 1, of others 0.
 */
static inline uint32_t
next_token(
    const struct strset *words, const char *s, const char *end, size_t *n)
{
	uint64_t first = eight_bytes(s, end);
	uint64_t spaces = spaces_in(first);
	uint64_t second;
	const char *space;

	if (spaces != 0) {
		*n = (size_t)__builtin_ctzll(spaces) / 8;
		return strset_glance(
		    words, s, *n, bytes_before(first, spaces), 0);
	}
	second = eight_bytes(s + sizeof(first), end);
	spaces = spaces_in(second);
	if (spaces != 0) {
		*n = sizeof(first) + (size_t)__builtin_ctzll(spaces) / 8;
		return strset_glance(
		    words, s, *n, first, bytes_before(second, spaces));
	}
	space = memchr(s, ' ', (size_t)(end - s));
	*n = (size_t)((space != NULL ? space : end) - s);
	return 0;
}

void
tokens_add(struct tokens *t, uint32_t row, const char *text)
{
	const char *end = text + strlen(text);
	uint64_t letters = 0;
	size_t n;

	for (; text < end; text += n + 1) {
		uint32_t known = next_token(&t->words, text, end, &n);
		struct token *token;

		if (n == 0)
			continue;
		token = known > 0 ? &t->tokens[known - 1] : intern(t, text, n);
		letters |= token->letters;
		postings_add(&t->postings, &token->rows, row);
	}
	if (letters != 0)
		set_letters(t, row, letters);
	t->end = row + 1;
}

static void
match_letter(const struct tokens *t, int letter, struct bits *left)
{
	for (size_t r = bits_next(left, 0); r < t->nletters;
	     r = bits_next(left, r + 1))
		if ((t->letters[r] >> letter & 1) != 0)
			bits_clear(left, r);
}

void
tokens_match(const struct tokens *t, const char *word, struct bits *left)
{
	const struct strlist *words = &t->words.list;
	size_t first = 0; /* that is left */

	if (word[1] == '\0' && letter_of(word[0]) >= 0) {
		match_letter(t, letter_of(word[0]), left);
		return;
	}
	for (size_t i = strlist_find(words, word, 0); i < words->n;
	     i = strlist_find(words, word, i + 1)) {
		first = bits_next(left, first);
		if (first == left->n)
			return;
		postings_subtract(&t->postings, &t->tokens[i].rows, left);
	}
}

/* The token of that number, unless it is in no row any more. */
static void
copy_token(
    struct tokens *to, const struct tokens *t, size_t i, const uint32_t *map)
{
	const char *word = strlist_get(&t->words.list, i);
	struct token *token = NULL;
	struct posting_reader r;
	uint32_t rows[POSTING_GROUP];
	size_t n;

	posting_reader_init(&r, &t->postings, &t->tokens[i].rows);
	while ((n = posting_read(&r, rows)) > 0)
		for (size_t k = 0; k < n; k++) {
			uint32_t row = map[rows[k]];

			if (row == NO_ROW)
				continue;
			if (token == NULL)
				token = intern(to, word, strlen(word));
			postings_add(&to->postings, &token->rows, row);
		}
}

struct tokens *
tokens_renumber(const struct tokens *t, const uint32_t *map)
{
	struct tokens *to = tokens_new();

	for (uint32_t r = 0; r < t->end; r++) {
		if (map[r] == NO_ROW)
			continue;
		if (r < t->nletters)
			set_letters(to, map[r], t->letters[r]);
		to->end = map[r] + 1;
	}
	for (size_t i = 0; i < t->words.list.n; i++)
		copy_token(to, t, i, map);
	return to;
}

void
tokens_image(struct image *im, struct tokens *t)
{
	size_t n = t->words.list.n;
	size_t end = t->end;

	strset_image(im, &t->words);
	t->tokens = image_array(im, t->tokens, &n, &t->cap, sizeof(*t->tokens));
	postings_image(im, &t->postings);
	t->letters = image_array(
	    im, t->letters, &t->nletters, &t->letters_cap, sizeof(*t->letters));
	image_size(im, &end);
	t->end = (uint32_t)end;
}

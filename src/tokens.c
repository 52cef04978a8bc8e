/* SPDX-License-Identifier: MIT */
/* tokens.c - in which rows a word stands. */
#include <endian.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "image.h"
#include "strlist.h"
#include "tokens.h"
#include "util.h"

/*
 * The rows of a token are a chain of slices, each twice as large as the one
 * before up to a limit: most tokens occur once, few in most of the rows. A
 * slice begins with the place of the next one; then come the distances from
 * row to row, never 0, seven bits in a byte, low ones first, the highest bit
 * set on all but the last. So a byte of 0 is the end of what is in a slice.
 */
enum {
	LINK_BYTES = sizeof(uint32_t),
	MIN_SLICE = 8,
	MAX_SLICE = 1024,
	MAX_VARINT = 5,
};

#define NO_ROW UINT32_MAX

/* A token that occurs once has no slice. */
struct posting {
	uint32_t head;	  /* of the first slice; 0: none */
	uint32_t tail;	  /* where the next distance goes */
	uint32_t last;	  /* row */
	uint16_t room;	  /* bytes left in the last slice */
	uint16_t size;	  /* of the last slice */
	uint64_t letters; /* of the token: see struct tokens */
};

struct tokens {
	struct strset words;
	struct posting *postings; /* by word */
	size_t cap;
	unsigned char *pool; /* of the slices; place 0 is none */
	size_t used;
	size_t pool_cap;
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
	struct tokens *t = xcalloc(1, sizeof(*t));

	t->used = LINK_BYTES;
	return t;
}

void
tokens_free(struct tokens *t)
{
	if (t == NULL)
		return;
	strset_release(&t->words);
	free(t->postings);
	free(t->pool);
	free(t->letters);
	free(t);
}

uint32_t
tokens_end(const struct tokens *t)
{
	return t->end;
}

/* A new slice of zeros. */
static uint32_t
new_slice(struct tokens *t, size_t size)
{
	size_t at = t->used;

	if (size > UINT32_MAX - at)
		abort();
	while (t->pool_cap < at + size)
		t->pool = grow(t->pool, t->pool_cap, &t->pool_cap, 1);
	memset(t->pool + at, 0, size);
	t->used += size;
	return (uint32_t)at;
}

static void
add_slice(struct tokens *t, struct posting *p)
{
	size_t size = p->size == 0	    ? MIN_SLICE
		      : p->size < MAX_SLICE ? 2 * (size_t)p->size
					    : MAX_SLICE;
	uint32_t at = new_slice(t, size);

	if (p->head == 0)
		p->head = at;
	else
		memcpy(t->pool + p->tail + p->room - p->size, &at, LINK_BYTES);
	p->size = (uint16_t)size;
	p->room = (uint16_t)(size - LINK_BYTES);
	p->tail = at + LINK_BYTES;
}

static void
put_long(struct tokens *t, struct posting *p, uint32_t distance)
{
	unsigned char bytes[MAX_VARINT];
	uint16_t n = 0;

	for (; distance >= 0x80; distance >>= 7)
		bytes[n++] = (unsigned char)(distance | 0x80);
	bytes[n++] = (unsigned char)distance;
	if (p->room < n)
		add_slice(t, p);
	memcpy(t->pool + p->tail, bytes, n);
	p->tail += n;
	p->room = (uint16_t)(p->room - n);
}

/* Most of what is put are words that stand in many rows. */
static inline void
put(struct tokens *t, struct posting *p, uint32_t distance)
{
	if (distance < 0x80 && p->room > 0) {
		t->pool[p->tail++] = (unsigned char)distance;
		p->room--;
	} else {
		put_long(t, p, distance);
	}
}

/* The posting of a token, without any row if it is new. */
static inline struct posting *
intern(struct tokens *t, const char *s, size_t n)
{
	size_t known = t->words.list.n;
	uint32_t word = strset_intern(&t->words, s, n);

	if (word == known) {
		t->postings =
		    grow(t->postings, known, &t->cap, sizeof(*t->postings));
		t->postings[word] = (struct posting){
		    .last = NO_ROW, .letters = letters_of(s, n)};
	}
	return &t->postings[word];
}

static inline void
add_row(struct tokens *t, struct posting *p, uint32_t row)
{
	if (p->last == row)
		return;
	if (p->last != NO_ROW) {
		/* the first row is a distance from the row before all */
		if (p->head == 0)
			put_long(t, p, p->last + 1);
		put(t, p, row - p->last);
	}
	p->last = row;
	if (t->end <= row)
		t->end = row + 1;
}

/*
 * The bytes before the next space or `end`. If they are few, and there are
 * eight to look at, they are a number in `few`; otherwise that is 0.
 */
static inline size_t
token_length(const char *s, const char *end, uint64_t *few)
{
	const char *space;
	uint64_t spaces;
	uint64_t word;
	size_t n;

	*few = 0;
	if (end - s >= (ptrdiff_t)sizeof(word)) {
		memcpy(&word, s, sizeof(word));
		word = le64toh(word);
		spaces = word ^ EIGHT(' ');
		/* the lowest bit that is left is of a byte that is zero */
		spaces = (spaces - EIGHT(1)) & ~spaces & EIGHT(0x80);
		if (spaces != 0) {
			n = (size_t)__builtin_ctzll(spaces) / 8;
			*few = word & ((UINT64_C(1) << n * 8) - 1);
			return n;
		}
	}
	space = memchr(s, ' ', (size_t)(end - s));
	return (size_t)((space != NULL ? space : end) - s);
}

void
tokens_add(struct tokens *t, uint32_t row, const char *text)
{
	const char *end = text + strlen(text);
	uint64_t letters = 0;

	while (text < end) {
		uint64_t few;
		size_t n = token_length(text, end, &few);
		uint32_t known =
		    few != 0 ? strset_glance(&t->words, few, n) : 0;

		if (n > 0) {
			struct posting *p = known > 0 ? &t->postings[known - 1]
						      : intern(t, text, n);

			letters |= p->letters;
			add_row(t, p, row);
		}
		text += n + 1;
	}
	if (letters != 0)
		set_letters(t, row, letters);
}

/* Walks along the rows of one token. */
struct reader {
	const unsigned char *pool;
	size_t slice;
	size_t size;
	size_t at;
	uint32_t row;
	uint32_t last;
	bool done;
};

static void
reader_init(struct reader *r, const struct tokens *t, const struct posting *p)
{
	*r = (struct reader){.pool = t->pool,
	    .slice = p->head,
	    .size = MIN_SLICE,
	    .at = p->head + LINK_BYTES,
	    .row = NO_ROW,
	    .last = p->last};
}

static void
next_slice(struct reader *r)
{
	uint32_t next;

	memcpy(&next, r->pool + r->slice, LINK_BYTES);
	r->slice = next;
	r->at = next + LINK_BYTES;
	if (r->size < MAX_SLICE)
		r->size *= 2;
}

/* The next row; false behind the last. */
static inline bool
reader_next(struct reader *r, uint32_t *row)
{
	uint32_t distance;
	uint32_t byte;

	if (r->done)
		return false;
	if (r->slice == 0) {
		r->done = true;
		*row = r->last;
		return true;
	}
	if (r->at == r->slice + r->size || r->pool[r->at] == 0)
		next_slice(r);
	distance = byte = r->pool[r->at++];
	for (unsigned shift = 7; byte >= 0x80; shift += 7) {
		byte = r->pool[r->at++];
		/* takes the bit away that said that there is more */
		distance += (byte - 1) << shift;
	}
	/* the row before all is -1, as unsigned numbers wrap around */
	*row = r->row += distance;
	r->done = r->row == r->last;
	return true;
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
	size_t nleft = bits_count(left);

	if (word[1] == '\0' && letter_of(word[0]) >= 0) {
		match_letter(t, letter_of(word[0]), left);
		return;
	}
	for (size_t i = strlist_find(words, word, 0); i < words->n && nleft > 0;
	     i = strlist_find(words, word, i + 1)) {
		struct reader r;
		uint32_t row;

		reader_init(&r, t, &t->postings[i]);
		while (reader_next(&r, &row)) {
			nleft -= bits_test(left, row);
			bits_clear(left, row);
		}
	}
}

struct tokens *
tokens_renumber(const struct tokens *t, const uint32_t *map)
{
	struct tokens *to = tokens_new();

	for (size_t r = 0; r < t->nletters; r++)
		if (map[r] != NO_ROW)
			set_letters(to, map[r], t->letters[r]);
	for (size_t i = 0; i < t->words.list.n; i++) {
		const char *word = strlist_get(&t->words.list, i);
		struct posting *p = NULL;
		struct reader r;
		uint32_t row;

		reader_init(&r, t, &t->postings[i]);
		while (reader_next(&r, &row)) {
			if (map[row] == NO_ROW)
				continue;
			if (p == NULL)
				p = intern(to, word, strlen(word));
			add_row(to, p, map[row]);
		}
	}
	return to;
}

void
tokens_image(struct image *im, struct tokens *t)
{
	size_t n = t->words.list.n;
	size_t used = t->pool != NULL ? t->used : 0;
	size_t end = t->end;

	strset_image(im, &t->words);
	t->postings =
	    image_array(im, t->postings, &n, &t->cap, sizeof(*t->postings));
	t->pool = image_array(im, t->pool, &used, &t->pool_cap, 1);
	t->used = used > LINK_BYTES ? used : LINK_BYTES;
	t->letters = image_array(
	    im, t->letters, &t->nletters, &t->letters_cap, sizeof(*t->letters));
	image_size(im, &end);
	t->end = (uint32_t)end;
}

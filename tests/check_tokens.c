/* SPDX-License-Identifier: MIT */
/* check_tokens.c - tests of tokens.h. */
#include <stdlib.h>
#include <string.h>

#include "strbuf.h"
#include "testing.h"
#include "tokens.h"

/* Of `n` rows, those that have the word. */
static void
find(const struct tokens *t, const char *word, size_t n, struct bits *hits)
{
	struct bits left;

	bits_init(hits, n);
	for (size_t i = 0; i < n; i++)
		bits_set(hits, i);
	bits_copy(&left, hits);
	tokens_match(t, word, &left);
	bits_subtract(hits, &left);
	bits_release(&left);
}

/* "0 3 7": the rows that have the word. Owned. */
static char *
rows_of(const struct tokens *t, const char *word, size_t n)
{
	struct bits hits;
	struct strbuf sb;

	strbuf_init(&sb);
	find(t, word, n, &hits);
	for (size_t r = bits_next(&hits, 0); r < n; r = bits_next(&hits, r + 1))
		strbuf_printf(&sb, "%s%zu", sb.len > 0 ? " " : "", r);
	bits_release(&hits);
	return strbuf_detach(&sb);
}

static void
ck_rows(const struct tokens *t, const char *word, const char *want)
{
	char *got = rows_of(t, word, 10);

	ck_assert_msg(strcmp(got, want) == 0, "%s is in \"%s\", not \"%s\"",
	    word, got, want);
	free(got);
}

START_TEST(a_word_is_found_wherever_it_stands_in_a_token)
{
	struct tokens *t = tokens_new();

	ck_rows(t, "tree", "");
	tokens_add(t, 0, "the trees (of graphs)");
	tokens_add(t, 2, "");
	tokens_add(t, 3, "streets, street street");
	tokens_add(t, 9, "\u89c6\u9891\u7247\u6bb5\u68c0\u7d22 of trees");
	ck_assert_uint_eq(tokens_end(t), 10);
	ck_rows(t, "tree", "0 3 9");
	ck_rows(t, "trees", "0 9");
	ck_rows(t, "street", "3");
	ck_rows(t, "(of", "0");
	ck_rows(t, "\u7247\u6bb5", "9");
	ck_rows(t, "e", "0 3 9");
	ck_rows(t, "sof", "");
	ck_rows(t, "streetstreet", "");
	tokens_free(t);
}
END_TEST

START_TEST(rows_that_nobody_looks_for_stay_away)
{
	struct tokens *t = tokens_new();
	struct bits left;

	tokens_add(t, 0, "a b");
	tokens_add(t, 1, "b c");
	tokens_add(t, 2, "a");
	bits_init(&left, 3);
	bits_set(&left, 1);
	bits_set(&left, 2);
	tokens_match(t, "b", &left);
	ck_assert_uint_eq(bits_count(&left), 1);
	ck_assert(bits_test(&left, 2));
	bits_release(&left);
	tokens_free(t);
}
END_TEST

START_TEST(rows_get_other_numbers_and_some_are_left_out)
{
	static const uint32_t map[] = {UINT32_MAX, 0, 1, UINT32_MAX, 2};
	static const char *const texts[] = {
	    "only first", "a b", "b c", "b d", "a a"};
	struct tokens *t = tokens_new();
	struct tokens *to;

	for (uint32_t r = 0; r < 5; r++)
		tokens_add(t, r, texts[r]);
	to = tokens_renumber(t, map);
	ck_rows(to, "a", "0 2");
	ck_rows(to, "b", "0 1");
	ck_rows(to, "c", "1");
	ck_rows(to, "d", "");
	ck_rows(to, "first", "");
	ck_assert_uint_eq(tokens_end(to), 3);
	tokens_add(to, 5, "d a");
	ck_rows(to, "a", "0 2 5");
	ck_rows(to, "d", "5");
	tokens_free(to);
	tokens_free(t);
}
END_TEST

/* Numbers that are the same in every run. */
static unsigned
next_random(unsigned *state)
{
	*state = *state * 1103515245 + 12345;
	return *state >> 16 & 0x7fff;
}

/* A few words of one to three letters, some of them very frequent. */
static void
make_text(unsigned *state, struct strbuf *out)
{
	for (unsigned n = next_random(state) % 20; n > 0; n--) {
		for (unsigned k = next_random(state) % 3 + 1; k > 0; k--) {
			unsigned x = next_random(state) % 26;

			strbuf_putc(
			    out, (char)('a' + x * next_random(state) % 26));
		}
		strbuf_putc(out, ' ');
	}
	if (out->len > 0)
		strbuf_truncate(out, out->len - 1);
}

/* Is the word found in those of the texts that hold it, and no others? */
static void
ck_texts(const struct tokens *t, const char *word, const struct strbuf *texts,
    uint32_t n)
{
	struct bits hits;

	find(t, word, n, &hits);
	for (uint32_t r = 0; r < n; r++)
		ck_assert_msg(
		    bits_test(&hits, r) == (strstr(texts[r].buf, word) != NULL),
		    "%s in %u", word, r);
	bits_release(&hits);
}

START_TEST(many_rows_are_found_as_in_the_texts_themselves)
{
	enum { ROWS = 6000 };
	unsigned state = 1;
	struct tokens *t = tokens_new();
	struct strbuf *texts = xcalloc(ROWS, sizeof(*texts));

	for (uint32_t r = 0; r < ROWS; r++) {
		strbuf_init(&texts[r]);
		/* rows far from each other, too */
		if (r < 5000 || r % 100 == 0)
			make_text(&state, &texts[r]);
		tokens_add(t, r, texts[r].buf);
	}
	for (unsigned i = 0; i < 300; i++) {
		char word[3] = {(char)('a' + i % 26), (char)('a' + i / 26), 0};

		if (i >= 260)
			word[1] = '\0';
		ck_texts(t, word, texts, ROWS);
	}
	for (uint32_t r = 0; r < ROWS; r++)
		strbuf_release(&texts[r]);
	free(texts);
	tokens_free(t);
}
END_TEST

/* Eight bytes are looked at together, sixteen are found at a glance. */
START_TEST(words_that_differ_in_one_letter_are_kept_apart)
{
	enum { LENGTHS = 35, ROWS = LENGTHS * LENGTHS };
	struct tokens *t = tokens_new();
	struct strbuf *texts = xcalloc(ROWS, sizeof(*texts));

	for (uint32_t r = 0; r < ROWS; r++) {
		uint32_t length = r / LENGTHS;
		uint32_t at = r % LENGTHS;

		strbuf_init(&texts[r]);
		/* once more, as it may end with its text */
		for (uint32_t i = 0; i < 2 * length; i++) {
			if (i == length)
				strbuf_putc(&texts[r], ' ');
			strbuf_putc(&texts[r], i % length == at ? 'b' : 'a');
		}
		tokens_add(t, r, texts[r].buf);
	}
	for (uint32_t r = LENGTHS; r < ROWS; r++) {
		strbuf_truncate(&texts[r], r / LENGTHS);
		ck_texts(t, texts[r].buf, texts, ROWS);
	}
	for (uint32_t r = 0; r < ROWS; r++)
		strbuf_release(&texts[r]);
	free(texts);
	tokens_free(t);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_word_is_found_wherever_it_stands_in_a_token,
	    rows_that_nobody_looks_for_stay_away,
	    rows_get_other_numbers_and_some_are_left_out,
	    many_rows_are_found_as_in_the_texts_themselves,
	    words_that_differ_in_one_letter_are_kept_apart,
	    NULL,
	};

	return run_tests("tokens", tests);
}

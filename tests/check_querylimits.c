/* SPDX-License-Identifier: MIT */
/* check_querylimits.c - tests of query.h: what is too much. */
#include "query.h"
#include "testing.h"

static void
ck_status(const struct strbuf *qs, int want, enum query_key want_key)
{
	enum query_key key;
	struct query q;
	int status = query_parse(&q, QUERY_OF_PERSON, qs->buf, &key);

	query_release(&q);
	ck_assert_msg(status == want, "%s: %d", qs->buf, status);
	ck_assert_int_eq(key, want_key);
}

START_TEST(pairs_are_counted)
{
	struct strbuf qs;

	strbuf_init(&qs);
	for (int i = 0; i < QUERY_MAX_PAIRS; i++)
		strbuf_puts(&qs, "x=1&");
	ck_status(&qs, 0, KEY_NONE);
	strbuf_puts(&qs, "y=1");
	ck_status(&qs, 400, KEY_NONE);
	strbuf_release(&qs);
}
END_TEST

static void
add_as(struct strbuf *qs, size_t n)
{
	while (n-- > 0)
		strbuf_putc(qs, 'a');
}

START_TEST(values_are_measured)
{
	struct strbuf qs;

	strbuf_init(&qs);
	strbuf_puts(&qs, "q=");
	add_as(&qs, QUERY_MAX_VALUE_BYTES);
	ck_status(&qs, 0, KEY_NONE);
	add_as(&qs, 1);
	ck_status(&qs, 400, KEY_Q);
	strbuf_reset(&qs);
	/* in pieces too */
	strbuf_puts(&qs, "q=");
	add_as(&qs, QUERY_MAX_VALUE_BYTES);
	strbuf_puts(&qs, "&q=a");
	ck_status(&qs, 400, KEY_Q);
	strbuf_reset(&qs);
	strbuf_puts(&qs, "author=");
	add_as(&qs, QUERY_MAX_VALUE_BYTES + 1);
	ck_status(&qs, 400, KEY_AUTHOR);
	strbuf_reset(&qs);
	/* of alternatives, each by itself: so are they written */
	strbuf_puts(&qs, "author=b");
	add_as(&qs, QUERY_MAX_VALUE_BYTES - 1);
	strbuf_puts(&qs, ",");
	add_as(&qs, QUERY_MAX_VALUE_BYTES);
	ck_status(&qs, 0, KEY_NONE);
	strbuf_reset(&qs);
	/* nobody asks us for that */
	strbuf_puts(&qs, "unknown=");
	add_as(&qs, QUERY_MAX_VALUE_BYTES + 1);
	ck_status(&qs, 0, KEY_NONE);
	strbuf_release(&qs);
}
END_TEST

START_TEST(alternatives_are_counted)
{
	struct strbuf qs;

	strbuf_init(&qs);
	strbuf_puts(&qs, "year=");
	for (int i = 0; i < QUERY_MAX_TERMS; i++)
		strbuf_printf(&qs, "%d,", 2000 + i);
	ck_status(&qs, 0, KEY_NONE);
	/* once more the same is no more */
	strbuf_puts(&qs, "2003");
	ck_status(&qs, 0, KEY_NONE);
	strbuf_puts(&qs, ",1999");
	ck_status(&qs, 400, KEY_YEAR);
	strbuf_release(&qs);
}
END_TEST

START_TEST(alternatives_of_all_keys_are_counted_together)
{
	struct strbuf qs;

	strbuf_init(&qs);
	for (int k = 0; k < 2; k++) {
		strbuf_puts(&qs, k == 0 ? "year=" : "&author=");
		for (int i = 0; i < QUERY_MAX_TERMS; i++)
			strbuf_printf(&qs, "%d,", 2000 + i);
	}
	ck_status(&qs, 0, KEY_NONE);
	strbuf_puts(&qs, "&type=book");
	ck_status(&qs, 400, KEY_TYPE);
	strbuf_release(&qs);
}
END_TEST

START_TEST(a_term_that_grows_when_it_is_made_canonical_is_measured_after_it)
{
	struct strbuf qs;

	strbuf_init(&qs);
	/* U+FDFA: three bytes that decompose into eighteen letters */
	strbuf_puts(&qs, "keyword=");
	for (int i = 0; i < 80; i++)
		strbuf_puts(&qs, "\ufdfa");
	ck_status(&qs, 400, KEY_KEYWORD);
	strbuf_release(&qs);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    pairs_are_counted,
	    values_are_measured,
	    alternatives_are_counted,
	    alternatives_of_all_keys_are_counted_together,
	    a_term_that_grows_when_it_is_made_canonical_is_measured_after_it,
	    NULL,
	};

	return run_tests("querylimits", tests);
}

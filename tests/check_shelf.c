/* SPDX-License-Identifier: MIT */
/* check_shelf.c - tests of shelf.h. */
#include <stdlib.h>

#include "shelf.h"
#include "testing.h"

enum { N = 5, BYTES = 100 };

struct fixture {
	struct roster people; /* p0 to p4, all with a profile of BYTES */
	struct shelf shelf;
};

static struct entry *
at(const struct fixture *fx, uint32_t i)
{
	return roster_numbered(&fx->people, i);
}

static struct profile *
invent(void)
{
	struct profile *p = xcalloc(1, sizeof(*p));

	p->bytes = BYTES;
	return p;
}

static void
begin(struct fixture *fx)
{
	*fx = (struct fixture){0};
	for (int i = 0; i < N; i++) {
		struct strbuf id;

		strbuf_init(&id);
		strbuf_printf(&id, "p%d", i);
		roster_add(&fx->people, strbuf_detach(&id), xstrdup("x"));
		shelf_put(&fx->shelf, at(fx, (uint32_t)i), invent());
		shelf_touch(&fx->shelf, at(fx, (uint32_t)i));
		strbuf_release(&id);
	}
	ck_assert_uint_eq(fx->shelf.bytes, N * BYTES);
}

static void
end(struct fixture *fx)
{
	roster_release(&fx->people);
}

static bool
nobody(const void *ctx, const struct entry *e)
{
	(void)ctx;
	(void)e;
	return false;
}

static bool
is_it(const void *ctx, const struct entry *e)
{
	return ctx == e;
}

/* "24": the numbers of those that are still in memory. */
static void
ck_left(const struct fixture *fx, const char *want)
{
	struct strbuf sb;

	strbuf_init(&sb);
	for (uint32_t i = 0; i < N; i++)
		if (at(fx, i)->profile != NULL)
			strbuf_printf(&sb, "%u", (unsigned)i);
	ck_assert_str_eq(sb.buf, want);
	ck_assert_uint_eq(fx->shelf.bytes, sb.len * BYTES);
	strbuf_release(&sb);
}

START_TEST(the_oldest_go_until_the_rest_is_within_bounds)
{
	struct fixture fx;

	begin(&fx);
	fx.shelf.max_bytes = N * BYTES;
	shelf_trim(&fx.shelf, NULL, nobody, NULL);
	ck_left(&fx, "01234");
	fx.shelf.max_bytes = 2 * BYTES + 1;
	shelf_trim(&fx.shelf, NULL, nobody, NULL);
	ck_left(&fx, "34");
	fx.shelf.max_bytes = 0;
	shelf_trim(&fx.shelf, NULL, nobody, NULL);
	ck_left(&fx, "");
	shelf_put(&fx.shelf, at(&fx, 2), invent());
	ck_left(&fx, "2");
	end(&fx);
}
END_TEST

START_TEST(who_is_asked_for_stays_longer)
{
	struct fixture fx;

	begin(&fx);
	shelf_touch(&fx.shelf, at(&fx, 0));
	shelf_touch(&fx.shelf, at(&fx, 2));
	shelf_touch(&fx.shelf, at(&fx, 2));
	fx.shelf.max_bytes = 3 * BYTES;
	shelf_trim(&fx.shelf, NULL, nobody, NULL);
	ck_left(&fx, "024");
	end(&fx);
}
END_TEST

START_TEST(what_is_in_use_or_cannot_be_read_again_stays)
{
	struct fixture fx;

	begin(&fx);
	fx.shelf.max_bytes = 0;
	shelf_trim(&fx.shelf, at(&fx, 1)->profile, is_it, at(&fx, 3));
	ck_left(&fx, "13");
	end(&fx);
}
END_TEST

START_TEST(a_new_version_takes_the_place_of_the_old)
{
	struct profile *p = invent();
	struct fixture fx;

	begin(&fx);
	shelf_put(&fx.shelf, at(&fx, 1), p);
	ck_assert_ptr_eq(at(&fx, 1)->profile, p);
	ck_left(&fx, "01234");
	shelf_drop(&fx.shelf, at(&fx, 4));
	shelf_drop(&fx.shelf, at(&fx, 0));
	shelf_drop(&fx.shelf, at(&fx, 0));
	ck_left(&fx, "123");
	/* nobody asked for the new version yet */
	fx.shelf.max_bytes = 2 * BYTES;
	shelf_trim(&fx.shelf, NULL, nobody, NULL);
	ck_left(&fx, "23");
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    the_oldest_go_until_the_rest_is_within_bounds,
	    who_is_asked_for_stays_longer,
	    what_is_in_use_or_cannot_be_read_again_stays,
	    a_new_version_takes_the_place_of_the_old,
	    NULL,
	};

	return run_tests("shelf", tests);
}

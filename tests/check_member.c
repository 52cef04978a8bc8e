/* SPDX-License-Identifier: MIT */
/* check_member.c - tests of member.h. */
#include <string.h>

#include "member.h"
#include "testing.h"
#include "xmlnode.h"

#define ADA                                                                    \
	"<profile version=\"1\" xml:lang=\"en\" updated=\"2024-04-01\">\n"     \
	"<person id=\"ada\"><name><given>Ada</given> <family>Berg</family>"    \
	"</name><name xml:lang=\"zh\">\u5b59\u65b0</name>\n"                   \
	"<photo src=\"files/ada.jpg\" alt=\"Ada\"/>"                           \
	"<position>Professor</position><email>a@example.org</email>\n"         \
	"<link rel=\"homepage\" href=\"https://example.org/\">Home</link>"     \
	"<bio>Long.</bio><interests><interest>Graphs</interest></interests>"   \
	"</person>\n<news><item date=\"2024\">News</item></news></profile>\n"

struct fixture {
	struct schemas *schemas;
	struct profile *profile;
	struct member member;
};

static void
begin(struct fixture *fx, const char *xml)
{
	fx->schemas = open_schemas();
	fx->profile = parse_profile(fx->schemas, xml);
	fx->member = (struct member){.id = xstrdup("ada"), .number = 7};
}

static void
end(struct fixture *fx)
{
	member_release(&fx->member);
	profile_free(fx->profile);
	schemas_close(fx->schemas);
}

#define ck_member(m, expr, want)                                               \
	do {                                                                   \
		xmlNode *person_ = member_open(m);                             \
                                                                               \
		ck_assert_ptr_nonnull(person_);                                \
		ck_xpath(person_->doc, expr, want);                            \
		member_close(person_);                                         \
	} while (0)

START_TEST(a_member_outlives_its_profile)
{
	struct fixture fx;
	uint64_t digest;

	begin(&fx, ADA);
	digest = fx.profile->digest;
	member_set(&fx.member, fx.profile, MEMBER_GOOD);
	profile_free(fx.profile);
	fx.profile = NULL;
	ck_assert(member_is_shown(&fx.member));
	ck_assert_uint_eq(fx.member.digest, digest);
	ck_assert_uint_eq(fx.member.number, 7);
	ck_member(&fx.member, "string(/profile/@xml:lang)", "en");
	ck_member(&fx.member, "string(/profile/person/@id)", "ada");
	ck_member(&fx.member, "string(//name[1]/family)", "Berg");
	ck_member(&fx.member, "string(//name[1])", "Ada Berg");
	ck_member(&fx.member, "string(//name[2]/@xml:lang)", "zh");
	ck_member(&fx.member, "string(//photo/@src)", "files/ada.jpg");
	ck_member(&fx.member, "string(//position)", "Professor");
	ck_member(&fx.member, "string(//interest)", "Graphs");
	end(&fx);
}
END_TEST

START_TEST(what_only_the_own_page_shows_is_not_kept)
{
	struct fixture fx;

	begin(&fx, ADA);
	member_set(&fx.member, fx.profile, MEMBER_GOOD);
	ck_member(&fx.member, "count(//email|//link|//bio|//news)", "0");
	end(&fx);
}
END_TEST

START_TEST(a_member_is_the_same_from_what_another_one_kept)
{
	struct member other = {.id = xstrdup("ada")};
	struct fixture fx;

	begin(&fx, ADA);
	member_set(&fx.member, fx.profile, MEMBER_GOOD);
	member_put(&other, fx.member.packed, fx.member.n, fx.member.digest,
	    MEMBER_LAST_GOOD);
	ck_member(&other, "string(//name[1])", "Ada Berg");
	ck_assert_uint_eq(other.digest, fx.member.digest);
	ck_assert_int_eq(other.state, MEMBER_LAST_GOOD);
	member_release(&other);
	end(&fx);
}
END_TEST

START_TEST(a_profile_may_not_say_its_language)
{
	struct fixture fx;
	xmlNode *person;

	begin(&fx, NAMED("Ada"));
	member_set(&fx.member, fx.profile, MEMBER_LAST_GOOD);
	ck_assert(member_is_shown(&fx.member));
	person = member_open(&fx.member);
	ck_assert_str_eq(node_lang(person), "");
	member_close(person);
	end(&fx);
}
END_TEST

START_TEST(who_is_cleared_keeps_id_and_number_only)
{
	struct fixture fx;

	begin(&fx, ADA);
	member_set(&fx.member, fx.profile, MEMBER_GOOD);
	member_set(&fx.member, fx.profile, MEMBER_GOOD);
	member_clear(&fx.member, MEMBER_GONE);
	ck_assert(!member_is_shown(&fx.member));
	ck_assert_int_eq(fx.member.state, MEMBER_GONE);
	ck_assert_ptr_null(member_open(&fx.member));
	member_close(NULL);
	ck_assert_str_eq(fx.member.id, "ada");
	ck_assert_uint_eq(fx.member.number, 7);
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_member_outlives_its_profile,
	    what_only_the_own_page_shows_is_not_kept,
	    a_member_is_the_same_from_what_another_one_kept,
	    a_profile_may_not_say_its_language,
	    who_is_cleared_keeps_id_and_number_only,
	    NULL,
	};

	return run_tests("member", tests);
}

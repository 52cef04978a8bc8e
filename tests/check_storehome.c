/* SPDX-License-Identifier: MIT */
/* check_storehome.c - tests of store.h: profiles in home directories. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storehouse.h"

/* Some user that is not root; and a second one. */
enum { ADA_UID = 12345, BO_UID = 12346 };

static void
put_site(const struct storehouse *fx, const char *template)
{
	struct strbuf xml;

	strbuf_init(&xml);
	strbuf_puts(&xml, "<site version='1' base-url='https://example.org/'");
	if (template != NULL)
		strbuf_printf(&xml, " people='%s/%s'", fx->dir, template);
	strbuf_puts(&xml, "><name>S</name></site>");
	put_file(fx->data.buf, "site.xml", xml.buf);
	strbuf_release(&xml);
}

/* ada and bo have profiles at home, cy has none; dee's is in people/. */
static void
begin(struct storehouse *fx)
{
	storehouse_begin(fx);
	put_site(fx, "home/*/www/profile.xml");
	put_file(fx->dir, "home/ada/www/profile.xml", NAMED("Ada"));
	put_file(fx->dir, "home/bo/www/profile.xml", NAMED("Bo"));
	put_file(fx->dir, "home/cy/www/index.html", "");
	put_file(fx->data.buf, "people/dee.xml", NAMED("Dee"));
	set_time(fx->dir, "home", NOON_MS);
	set_time(fx->data.buf, "people", NOON_MS);
}

/* "Ada Bo": the names of all who are shown, in order of ids. */
static void
ck_people(const struct storehouse *fx, const char *want)
{
	const struct member *m;
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t i = 0; (m = store_member_at(fx->store, i)) != NULL; i++) {
		char *name = member_name(m);

		strbuf_printf(&sb, "%s%s", i > 0 ? " " : "", name);
		free(name);
		ck_assert_ptr_nonnull(store_profile(fx->store, m->id));
	}
	ck_assert_str_eq(sb.buf, want);
	strbuf_release(&sb);
}

START_TEST(profiles_at_home_are_served_beside_others)
{
	struct storehouse fx;

	begin(&fx);
	storehouse_open(&fx);
	ck_people(&fx, "Ada Bo Dee");
	ck_assert_ptr_null(store_member(fx.store, "cy"));
	ck_assert_str_eq(fx.lines.buf, "");
	/* and change as they do */
	put_file(fx.dir, "home/ada/www/profile.xml", NAMED("Ada Berg"));
	put_file(fx.dir, "home/cy/www/profile.xml", NAMED("Cy"));
	storehouse_refresh(&fx);
	ck_people(&fx, "Ada Berg Bo Cy Dee");
	put_file(fx.dir, "home/al/www/profile.xml", NAMED("Al"));
	remove_file(fx.dir, "home/bo/www/profile.xml");
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_people(&fx, "Ada Berg Al Cy Dee");
	ck_assert_int_eq(store_member(fx.store, "bo")->state, MEMBER_GONE);
	storehouse_end(&fx);
}
END_TEST

START_TEST(profiles_at_home_are_read_again_when_they_were_let_go)
{
	struct storehouse fx;

	begin(&fx);
	fx.config.max_memory_bytes = 1;
	storehouse_open(&fx);
	storehouse_refresh(&fx);
	ck_people(&fx, "Ada Bo Dee");
	storehouse_end(&fx);
}
END_TEST

START_TEST(a_directory_that_is_no_id_is_refused_if_it_has_a_profile)
{
	static const char *const names[] = {"news", "Ada", "j.doe", "-x"};
	struct storehouse fx;

	begin(&fx);
	put_file(fx.dir, "home/J.R/www/index.html", "");
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct strbuf path;

		strbuf_init(&path);
		strbuf_printf(&path, "home/%s/www/profile.xml", names[i]);
		put_file(fx.dir, path.buf, NAMED("X"));
		strbuf_release(&path);
	}
	put_file(fx.dir, "home/.hidden/www/profile.xml", NAMED("X"));
	storehouse_open(&fx);
	storehouse_refresh(&fx);
	ck_people(&fx, "Ada Bo Dee");
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct strbuf path;

		strbuf_init(&path);
		strbuf_printf(
		    &path, "%s/home/%s/www/profile.xml: ", fx.dir, names[i]);
		ck_assert_uint_eq(count_of(fx.lines.buf, path.buf), 1);
		strbuf_release(&path);
	}
	ck_assert_uint_eq(count_of(fx.lines.buf, "\n"), ARRAY_SIZE(names));
	storehouse_end(&fx);
}
END_TEST

START_TEST(people_of_the_site_come_before_people_at_home)
{
	struct storehouse fx;

	begin(&fx);
	put_file(fx.dir, "home/dee/www/profile.xml", NAMED("Dee at home"));
	storehouse_open(&fx);
	ck_people(&fx, "Ada Bo Dee");
	remove_file(fx.data.buf, "people/dee.xml");
	for (int i = 0; i < 3; i++)
		storehouse_refresh(&fx);
	ck_people(&fx, "Ada Bo Dee at home");
	put_file(fx.data.buf, "people/dee.xml", NAMED("Dee"));
	storehouse_refresh(&fx);
	ck_people(&fx, "Ada Bo Dee");
	storehouse_end(&fx);
}
END_TEST

START_TEST(another_place_is_looked_at_when_the_site_says_so)
{
	struct storehouse fx;

	begin(&fx);
	put_file(fx.dir, "home/ada/vitae/me.xml", NAMED("Ada 2"));
	put_file(fx.dir, "home/bo/vitae/me.xml", NAMED("Bo 2"));
	storehouse_open(&fx);
	put_site(&fx, "home/*/vitae/me.xml");
	storehouse_refresh(&fx);
	ck_people(&fx, "Ada 2 Bo 2 Dee");
	remove_file(fx.dir, "home/bo/vitae/me.xml");
	storehouse_refresh(&fx);
	storehouse_refresh(&fx);
	ck_people(&fx, "Ada 2 Dee");
	storehouse_end(&fx);
}
END_TEST

/* A slip of the pen in site.xml takes nobody away. */
START_TEST(when_the_place_is_wrong_everybody_stays)
{
	static const char *const wrong[] = {"hom/*/www/profile.xml", NULL};

	for (size_t i = 0; i < ARRAY_SIZE(wrong); i++) {
		struct storehouse fx;

		begin(&fx);
		storehouse_open(&fx);
		put_site(&fx, wrong[i]);
		for (int k = 0; k < 4; k++)
			storehouse_refresh(&fx);
		ck_people(&fx, "Ada Bo Dee");
		ck_assert_uint_eq(count_of(fx.lines.buf, "missing at once"), 1);
		ck_assert_uint_eq(
		    count_of(fx.lines.buf, "/hom/*/www/profile.xml: No such"),
		    wrong[i] != NULL);
		put_site(&fx, "home/*/www/profile.xml");
		storehouse_refresh(&fx);
		storehouse_refresh(&fx);
		ck_people(&fx, "Ada Bo Dee");
		ck_assert_int_eq(
		    store_member(fx.store, "ada")->state, MEMBER_GOOD);
		storehouse_end(&fx);
	}
}
END_TEST

/* While nobody was there to see it. */
START_TEST(after_a_restart_nobody_is_where_the_site_says_no_more)
{
	static const char *const templates[] = {NULL, "away/*/profile.xml"};

	for (size_t i = 0; i < ARRAY_SIZE(templates); i++) {
		struct storehouse fx;

		begin(&fx);
		fx.config.state_dir = fx.state.buf;
		put_file(fx.data.buf, "people/eve.xml", NAMED("Eve"));
		put_file(fx.dir, "away/ada/profile.xml", NAMED("Ada away"));
		storehouse_open(&fx);
		ck_people(&fx, "Ada Bo Dee Eve");
		/* as before, they are remembered */
		storehouse_restart(&fx);
		ck_people(&fx, "Ada Bo Dee Eve");
		put_site(&fx, templates[i]);
		storehouse_restart(&fx);
		storehouse_refresh(&fx);
		storehouse_refresh(&fx);
		ck_people(&fx, i == 0 ? "Dee Eve" : "Ada away Dee Eve");
		ck_assert_int_eq(
		    store_member(fx.store, "bo")->state, MEMBER_GONE);
		storehouse_end(&fx);
	}
}
END_TEST

START_TEST(nobody_leaves_home_while_there_is_no_site)
{
	struct storehouse fx;

	begin(&fx);
	fx.config.state_dir = fx.state.buf;
	storehouse_open(&fx);
	put_file(fx.data.buf, "site.xml", "broken");
	remove_file(fx.state.buf, "site.xml");
	storehouse_restart(&fx);
	for (int i = 0; i < 3; i++)
		storehouse_refresh(&fx);
	ck_assert_ptr_null(store_site(fx.store));
	ck_people(&fx, "Ada Bo Dee");
	storehouse_end(&fx);
}
END_TEST

START_TEST(homes_that_vanish_take_nobody_along)
{
	struct storehouse fx;

	begin(&fx);
	storehouse_open(&fx);
	move_file(fx.dir, "home", "away");
	for (int i = 0; i < 4; i++)
		storehouse_refresh(&fx);
	ck_people(&fx, "Ada Bo Dee");
	move_file(fx.dir, "away", "home");
	storehouse_refresh(&fx);
	ck_assert_int_eq(store_member(fx.store, "ada")->state, MEMBER_GOOD);
	storehouse_end(&fx);
}
END_TEST

START_TEST(the_home_itself_may_be_a_link_but_not_out_of_it)
{
	struct storehouse fx;

	begin(&fx);
	/* the administrator moved bo to another disk */
	move_file(fx.dir, "home/bo", "disk2");
	put_link(fx.dir, "home/bo", "../disk2");
	/* ada keeps the profile elsewhere in her home */
	put_file(fx.dir, "home/ada/doc/me.xml", NAMED("Ada"));
	remove_file(fx.dir, "home/ada/www/profile.xml");
	put_link(fx.dir, "home/ada/www/profile.xml", "../doc/me.xml");
	/* cy shows that of bo as hers */
	put_link(fx.dir, "home/cy/www/profile.xml", "../../bo/www/profile.xml");
	storehouse_open(&fx);
	ck_people(&fx, "Ada Bo Dee");
	ck_assert_int_eq(store_member(fx.store, "cy")->state, MEMBER_BROKEN);
	ck_assert_ptr_nonnull(strstr(fx.lines.buf,
	    "home/cy/www/profile.xml: a symbolic link leads out of"));
	ck_assert_uint_eq(count_of(fx.lines.buf, "\n"), 1);
	storehouse_end(&fx);
}
END_TEST

static const struct {
	uid_t uid;
	gid_t gid;
	mode_t mode;
	const char *logged; /* NULL: it is served */
} rights[] = {
    {ADA_UID, ADA_UID, 0644, NULL},
    {ADA_UID, ADA_UID, 0600, NULL},
    {ADA_UID, ADA_UID, 0664, NULL}, /* the group is hers alone */
    {ADA_UID, 100, 0644, NULL},
    {ADA_UID, 100, 0664, "chmod go-w"},
    {ADA_UID, ADA_UID, 0646, "chmod go-w"},
    {BO_UID, ADA_UID, 0644, "does not belong to the owner"},
    {0, 0, 0644, "does not belong to the owner"},
};

/* Only root can give files away. */
START_TEST(a_file_that_somebody_else_could_write_is_refused)
{
	for (size_t i = 0; geteuid() == 0 && i < ARRAY_SIZE(rights); i++) {
		struct storehouse fx;
		char *home;
		char *path;

		begin(&fx);
		home = path_in(fx.dir, "home/ada");
		path = path_in(home, "www/profile.xml");
		ck_assert_int_eq(chown(home, ADA_UID, ADA_UID), 0);
		ck_assert_int_eq(chown(path, rights[i].uid, rights[i].gid), 0);
		ck_assert_int_eq(chmod(path, rights[i].mode), 0);
		storehouse_open(&fx);
		storehouse_refresh(&fx);
		ck_people(
		    &fx, rights[i].logged == NULL ? "Ada Bo Dee" : "Bo Dee");
		if (rights[i].logged != NULL)
			ck_assert_ptr_nonnull(
			    strstr(fx.lines.buf, rights[i].logged));
		ck_assert_uint_eq(
		    count_of(fx.lines.buf, "\n"), rights[i].logged != NULL);
		/* set right, it is served */
		ck_assert_int_eq(chown(path, ADA_UID, ADA_UID), 0);
		ck_assert_int_eq(chmod(path, 0644), 0);
		storehouse_refresh(&fx);
		ck_people(&fx, "Ada Bo Dee");
		free(home);
		free(path);
		storehouse_end(&fx);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    profiles_at_home_are_served_beside_others,
	    profiles_at_home_are_read_again_when_they_were_let_go,
	    a_directory_that_is_no_id_is_refused_if_it_has_a_profile,
	    people_of_the_site_come_before_people_at_home,
	    another_place_is_looked_at_when_the_site_says_so,
	    when_the_place_is_wrong_everybody_stays,
	    after_a_restart_nobody_is_where_the_site_says_no_more,
	    nobody_leaves_home_while_there_is_no_site,
	    homes_that_vanish_take_nobody_along,
	    the_home_itself_may_be_a_link_but_not_out_of_it,
	    a_file_that_somebody_else_could_write_is_refused,
	    NULL,
	};

	return run_tests("storehome", tests);
}

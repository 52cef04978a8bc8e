/* SPDX-License-Identifier: MIT */
/* check_themelangs.c - tests of theme.h: which languages it has. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "testing.h"
#include "theme.h"
#include "themefiles.h"

#define WORDS(lang, text)                                                      \
	"<strings lang='" lang "'><s id='hi'>" text "</s></strings>"

struct fixture {
	char *dir;
	struct strbuf base;
	struct strbuf mine;
	struct strbuf lines;
	struct theme *theme;
	int64_t now_ms;
};

static void
begin(struct fixture *fx)
{
	*fx = (struct fixture){.dir = temp_begin()};
	log_begin(&fx->lines);
	strbuf_init(&fx->base);
	strbuf_init(&fx->mine);
	strbuf_printf(&fx->base, "%s/base", fx->dir);
	strbuf_printf(&fx->mine, "%s/mine", fx->dir);
	put_file(fx->base.buf, "strings/fr.xml", WORDS("fr", "Bonjour"));
	put_file(fx->base.buf, "strings/en.xml", WORDS("en", "Hello"));
	fx->now_ms = NOON_MS;
	fx->theme = theme_open(fx->base.buf, fx->mine.buf, fx->now_ms);
}

static void
end(struct fixture *fx)
{
	theme_close(fx->theme);
	strbuf_release(&fx->base);
	strbuf_release(&fx->mine);
	strbuf_release(&fx->lines);
	temp_end(fx->dir);
}

static void
ck_languages(struct fixture *fx, const char *want)
{
	struct strbuf got;
	size_t n;
	const char *const *tags = theme_languages(fx->theme, &n);

	strbuf_init(&got);
	for (size_t i = 0; i < n; i++)
		strbuf_printf(&got, "%s%s", i > 0 ? " " : "", tags[i]);
	ck_assert_str_eq(got.buf, want);
	strbuf_release(&got);
}

START_TEST(the_languages_of_both_directories_are_there_once_and_sorted)
{
	struct fixture fx;

	begin(&fx);
	ck_languages(&fx, "en fr");
	put_file(fx.mine.buf, "strings/fr.xml", WORDS("fr", "Salut"));
	put_file(fx.mine.buf, "strings/zh-Hant.xml",
	    "<strings lang='zh-Hant' name='?'/>");
	put_file(fx.mine.buf, "strings/de.xml", WORDS("de", "Hallo"));
	ck_languages(&fx, "en fr");
	theme_refresh(fx.theme, fx.now_ms + 1000);
	ck_languages(&fx, "de en fr zh-Hant");
	ck_assert_str_eq(words_lang(theme_words(fx.theme, "fr")), "fr");
	ck_assert_str_eq(words_name(theme_words(fx.theme, "zh-Hant")), "?");
	ck_assert_ptr_null(words_name(theme_words(fx.theme, "en")));
	end(&fx);
}
END_TEST

START_TEST(only_a_file_that_is_called_like_its_language_makes_one)
{
	struct fixture fx;

	begin(&fx);
	put_file(fx.base.buf, "strings/de.xml", WORDS("fr", "Bonjour"));
	put_file(fx.base.buf, "strings/es.xml", "<strings><s id='hi'>x</s>");
	put_file(fx.base.buf, "strings/it.xml", "<strings/>");
	put_file(fx.base.buf, "strings/ja.xml~", WORDS("ja", "?"));
	put_file(fx.base.buf, "strings/.pt.xml", WORDS(".pt", "?"));
	put_file(fx.base.buf, "strings/a b.xml", WORDS("a b", "?"));
	put_file(fx.base.buf, "strings/.xml", WORDS("", "?"));
	ck_languages(&fx, "en fr");
	end(&fx);
}
END_TEST

START_TEST(without_any_directory_there_are_no_languages)
{
	struct theme *theme = theme_open("/nowhere/base", NULL, NOON_MS);
	size_t n;

	theme_languages(theme, &n);
	ck_assert_uint_eq(n, 0);
	theme_close(theme);
}
END_TEST

START_TEST(languages_are_bounded)
{
	struct fixture fx;
	size_t n;

	begin(&fx);
	for (int i = 0; i < THEMEFILES_MAX_LANGUAGES + 2; i++) {
		char name[32];
		char text[64];

		snprintf(name, sizeof(name), "strings/l%d.xml", i);
		snprintf(text, sizeof(text), "<strings lang='l%d'/>", i);
		put_file(fx.mine.buf, name, text);
	}
	theme_languages(fx.theme, &n);
	ck_assert_uint_eq(n, THEMEFILES_MAX_LANGUAGES);
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    the_languages_of_both_directories_are_there_once_and_sorted,
	    only_a_file_that_is_called_like_its_language_makes_one,
	    without_any_directory_there_are_no_languages,
	    languages_are_bounded,
	    NULL,
	};

	return run_tests("themelangs", tests);
}

/* SPDX-License-Identifier: MIT */
/* check_lexicon.c - tests of lexicon.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "testing.h"
#include "themefiles.h"

#define WORDS(lang, text)                                                      \
	"<strings lang='" lang "'><s id='hi'>" text "</s></strings>"

struct fixture {
	char *dir;
	struct strbuf base;
	struct strbuf mine; /* the theme's own directory */
	struct strbuf lines;
	struct lexicon *lexicon;
};

/* As if something had changed. */
static void
reopen(struct fixture *fx)
{
	lexicon_free(fx->lexicon);
	fx->lexicon = lexicon_new(fx->base.buf, fx->mine.buf);
}

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
	reopen(fx);
}

static void
end(struct fixture *fx)
{
	lexicon_free(fx->lexicon);
	strbuf_release(&fx->base);
	strbuf_release(&fx->mine);
	strbuf_release(&fx->lines);
	temp_end(fx->dir);
}

static void
ck_words(const struct fixture *fx, const char *lang, const char *want)
{
	const struct words *words = lexicon_words(fx->lexicon, lang);

	ck_assert_msg((words != NULL) == (want != NULL), "%s", lang);
	if (words != NULL)
		ck_assert_str_eq(
		    (const char *)words_find(words, "hi")->children->content,
		    want);
}

static void
ck_languages(struct fixture *fx, const char *want)
{
	struct strbuf got;
	size_t n;
	const char *const *tags = lexicon_languages(fx->lexicon, &n);

	strbuf_init(&got);
	for (size_t i = 0; i < n; i++)
		strbuf_printf(&got, "%s%s", i > 0 ? " " : "", tags[i]);
	ck_assert_str_eq(got.buf, want);
	strbuf_release(&got);
}

START_TEST(words_are_those_of_the_language_or_english)
{
	struct fixture fx;

	begin(&fx);
	put_file(fx.mine.buf, "strings/fr.xml", WORDS("fr", "Salut"));
	put_file(
	    fx.mine.buf, "strings/zh-Hant.xml", WORDS("zh-Hant", "\u4f60"));
	ck_words(&fx, "en", "Hello");
	ck_words(&fx, "fr", "Salut");
	ck_words(&fx, "zh-Hant", "\u4f60");
	ck_words(&fx, "de", "Hello");
	ck_words(&fx, "", "Hello");
	remove_file(fx.base.buf, "strings/en.xml");
	reopen(&fx);
	ck_words(&fx, "de", NULL);
	ck_words(&fx, "fr", "Salut");
	end(&fx);
}
END_TEST

START_TEST(a_language_is_no_path)
{
	static const char *const paths[] = {
	    "../../outside", "../strings/fr", "/etc/passwd", "fr.xml", "fr\n"};
	struct fixture fx;

	begin(&fx);
	put_file(fx.dir, "outside.xml", WORDS("x", "secret"));
	for (size_t i = 0; i < ARRAY_SIZE(paths); i++)
		ck_words(&fx, paths[i], "Hello");
	end(&fx);
}
END_TEST

START_TEST(words_that_cannot_be_read_are_logged_and_others_taken)
{
	struct fixture fx;

	begin(&fx);
	put_file(fx.mine.buf, "strings/fr.xml", "<strings lang='fr'>");
	for (int i = 0; i < 2; i++)
		ck_words(&fx, "fr", "Bonjour");
	ck_assert_uint_eq(
	    count_of(fx.lines.buf, "/mine/strings/fr.xml:1: "), 1);
	end(&fx);
}
END_TEST

START_TEST(a_language_whose_words_cannot_be_read_is_not_offered_again)
{
	struct fixture fx;

	begin(&fx);
	put_file(fx.mine.buf, "strings/de.xml", "<strings lang='de'>");
	put_file(fx.mine.buf, "strings/zh.xml", WORDS("zh", "\u4f60"));
	ck_languages(&fx, "de en fr zh");
	ck_words(&fx, "de", "Hello");
	ck_languages(&fx, "en fr zh");
	ck_assert_ptr_nonnull(strstr(fx.lines.buf, "/mine/strings/de.xml:1: "));
	end(&fx);
}
END_TEST

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
	reopen(&fx);
	ck_languages(&fx, "de en fr zh-Hant");
	ck_assert_str_eq(lexicon_name(fx.lexicon, "zh-Hant"), "?");
	ck_assert_str_eq(lexicon_name(fx.lexicon, "en"), "en");
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
	put_file(fx.base.buf, "strings/pl.xml", "no XML");
	put_file(fx.base.buf, "strings/ja.xml~", WORDS("ja", "?"));
	put_file(fx.base.buf, "strings/.pt.xml", WORDS(".pt", "?"));
	put_file(fx.base.buf, "strings/a b.xml", WORDS("a b", "?"));
	put_file(fx.base.buf, "strings/.xml", WORDS("", "?"));
	ck_languages(&fx, "en fr");
	ck_assert_str_eq(fx.lines.buf, "");
	end(&fx);
}
END_TEST

START_TEST(without_any_directory_there_are_no_languages)
{
	struct lexicon *lexicon = lexicon_new("/nowhere/base", NULL);
	size_t n;

	lexicon_languages(lexicon, &n);
	ck_assert_uint_eq(n, 0);
	ck_assert_ptr_null(lexicon_words(lexicon, "en"));
	lexicon_free(lexicon);
	lexicon_free(NULL);
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
	lexicon_languages(fx.lexicon, &n);
	ck_assert_uint_eq(n, THEMEFILES_MAX_LANGUAGES);
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    words_are_those_of_the_language_or_english,
	    a_language_is_no_path,
	    words_that_cannot_be_read_are_logged_and_others_taken,
	    a_language_whose_words_cannot_be_read_is_not_offered_again,
	    the_languages_of_both_directories_are_there_once_and_sorted,
	    only_a_file_that_is_called_like_its_language_makes_one,
	    without_any_directory_there_are_no_languages,
	    languages_are_bounded,
	    NULL,
	};

	return run_tests("lexicon", tests);
}

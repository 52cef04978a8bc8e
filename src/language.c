/* SPDX-License-Identifier: MIT */
/* language.c - which language a page is in. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "acceptlang.h"
#include "language.h"
#include "text.h"

/* The tags of x->page.languages. */
struct tags {
	const char *v[PAGE_MAX_LANGUAGES];
	size_t n;
};

/* Is the tag the first `n` bytes of `s`? */
static bool
is_tag(const char *tag, const char *s, size_t n)
{
	return strlen(tag) == n && strncasecmp(tag, s, n) == 0;
}

static void
offer(struct tags *tags, const char *tag)
{
	for (size_t i = 0; i < tags->n; i++)
		if (strcmp(tags->v[i], tag) == 0)
			return;
	if (tags->n < PAGE_MAX_LANGUAGES)
		tags->v[tags->n++] = tag;
}

/* What site.xml lists, in its order, as far as it is in `all`; else all. */
static void
offer_listed(struct tags *tags, const char *const *all, size_t n,
    const struct site *site)
{
	const char *s = site != NULL ? site->languages : NULL;

	for (size_t i = 0; s == NULL && i < n; i++)
		offer(tags, all[i]);
	for (size_t length; (length = text_next_word(&s)) > 0; s += length)
		for (size_t i = 0; i < n; i++)
			if (is_tag(all[i], s, length))
				offer(tags, all[i]);
}

/*
 * The language in which the site speaks when nobody asks for another. NULL:
 * the theme has no words at all.
 */
static const char *
find_usual(const struct site *site, const char *const *all, size_t n)
{
	int at = acceptlang_lookup(site != NULL ? site->lang : "en", all, n);

	if (at < 0)
		at = acceptlang_lookup("en", all, n);
	if (at < 0 && n > 0)
		at = 0;
	return at >= 0 ? all[at] : NULL;
}

/* Does a page that is asked for in no language follow the browser? */
static bool
is_negotiated(const struct exchange *x, const struct site *site)
{
	const struct format *format = x->route.format;

	return site != NULL && site->negotiate && x->page.nlanguages > 1 &&
	       (format == NULL || format->of != FORMAT_OF_SITE);
}

/*
 * The place of the language of the page. One that the visitor asks for stays
 * in the query only where it makes a difference.
 */
static size_t
choose(struct exchange *x, const struct tags *tags, size_t usual)
{
	struct query *q = &x->query;
	int at = -1;

	if (q->lang != NULL)
		at = acceptlang_lookup(q->lang, tags->v, tags->n);
	free(q->lang);
	q->lang = NULL;
	if (at >= 0 && (x->page.usual == NULL || (size_t)at != usual))
		q->lang = xstrdup(tags->v[at]);
	if (at < 0 && x->page.usual == NULL)
		at = acceptlang_choose(
		    x->request.accept_language, tags->v, tags->n, usual);
	return at >= 0 ? (size_t)at : usual;
}

static void
set_languages(
    struct exchange *x, struct lexicon *lexicon, const struct tags *tags)
{
	struct page *pg = &x->page;

	for (size_t i = 0; i < tags->n; i++)
		x->languages[i] = (struct language){
		    tags->v[i], lexicon_name(lexicon, tags->v[i])};
	pg->languages = x->languages;
	pg->nlanguages = tags->n;
}

void
language_compose(struct exchange *x, const struct site *site)
{
	struct page *pg = &x->page;
	struct tags tags = {.n = 0};
	size_t at = 0;
	size_t n;
	struct lexicon *lexicon = theme_lexicon(x->program->theme);
	const char *const *all = lexicon_languages(lexicon, &n);
	const char *usual = find_usual(site, all, n);

	offer_listed(&tags, all, n, site);
	if (usual != NULL)
		offer(&tags, usual);
	while (at < tags.n && strcmp(tags.v[at], usual) != 0)
		at++;
	set_languages(x, lexicon, &tags);
	pg->usual = is_negotiated(x, site) ? NULL : usual;
	if (tags.n > 0)
		at = choose(x, &tags, at);
	pg->lang = tags.n > 0 ? tags.v[at] : "en";
	pg->words = lexicon_words(lexicon, pg->lang);
	pg->varies = is_negotiated(x, site) && x->query.lang == NULL;
	pg->plain = (struct query){.page = 1, .lang = x->query.lang};
}

/* SPDX-License-Identifier: MIT */
/* lexicon.c - the interface's words in all languages of a theme. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/hash.h>
#include <libxml/xmlreader.h>

#include "diag.h"
#include "lexicon.h"
#include "strbuf.h"
#include "themefiles.h"
#include "xmldiag.h"

struct lexicon {
	const char *base_dir;
	const char *theme_dir; /* NULL none */
	xmlHashTable *words;   /* language -> struct words */
	xmlHashTable *names;   /* tag -> what the language calls itself */
	char **tags;	       /* NULL: not looked for yet */
	size_t ntags;	       /* that are offered */
	size_t nowned;	       /* and behind them those that are not any more */
};

struct lexicon *
lexicon_new(const char *base_dir, const char *theme_dir)
{
	struct lexicon *l = xcalloc(1, sizeof(*l));

	l->base_dir = base_dir;
	l->theme_dir = theme_dir;
	l->words = xmlHashCreate(0);
	l->names = xmlHashCreate(0);
	return l;
}

static void
free_words(void *payload, const xmlChar *name)
{
	(void)name;
	words_free(payload);
}

static void
free_name(void *payload, const xmlChar *name)
{
	(void)name;
	xmlFree(payload);
}

void
lexicon_free(struct lexicon *l)
{
	if (l == NULL)
		return;
	xmlHashFree(l->words, free_words);
	xmlHashFree(l->names, free_name);
	for (size_t i = 0; i < l->nowned; i++)
		free(l->tags[i]);
	free(l->tags);
	free(l);
}

static bool
find_file(const char *dir, const char *lang, struct strbuf *path)
{
	if (dir == NULL)
		return false;
	strbuf_reset(path);
	strbuf_printf(path, "%s/strings/%s.xml", dir, lang);
	return access(path->buf, F_OK) == 0;
}

/* NULL: there is no such file, or it is broken. */
static struct words *
read_words(const char *dir, const char *lang)
{
	struct strbuf path;
	struct xmldiag xd;
	struct diag d;
	xmlDoc *doc = NULL;

	diag_init(&d);
	strbuf_init(&path);
	if (find_file(dir, lang, &path)) {
		xmldiag_begin(&xd, &d, path.buf);
		doc = xmlReadFile(
		    path.buf, NULL, XML_PARSE_NONET | XML_PARSE_NOBLANKS);
		xmldiag_end();
	}
	diag_log(&d, LOG_ERROR);
	strbuf_release(&path);
	diag_release(&d);
	return words_new(doc);
}

static void
offer_no_more(struct lexicon *l, const char *tag)
{
	for (size_t i = 0; i < l->ntags; i++)
		if (strcmp(l->tags[i], tag) == 0) {
			char *dropped = l->tags[i];

			l->ntags--;
			memmove(&l->tags[i], &l->tags[i + 1],
			    (l->ntags - i) * sizeof(l->tags[0]));
			l->tags[l->ntags] = dropped;
			return;
		}
}

static bool
is_tag(const char *lang)
{
	return lang[strspn(lang, "abcdefghijklmnopqrstuvwxyz"
				 "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] ==
	       '\0';
}

struct words *
lexicon_words(struct lexicon *l, const char *lang)
{
	struct words *w = xmlHashLookup(l->words, (const xmlChar *)lang);

	/* only languages that are there get remembered */
	if (w == NULL && is_tag(lang)) {
		w = read_words(l->theme_dir, lang);
		if (w == NULL)
			w = read_words(l->base_dir, lang);
		if (w != NULL)
			xmlHashAddEntry(l->words, (const xmlChar *)lang, w);
		else
			offer_no_more(l, lang);
	}
	if (w == NULL && strcmp(lang, "en") != 0)
		w = lexicon_words(l, "en");
	return w;
}

/*
 * What the root says of itself in the file; no more is read, because of most
 * languages a page tells but the names. True if it is called like the file.
 */
static bool
read_root(struct lexicon *l, const char *path, const char *tag)
{
	xmlTextReader *reader =
	    xmlReaderForFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
	xmlChar *lang = NULL;
	xmlChar *name = NULL;
	bool same;

	if (reader == NULL)
		return false;
	while (xmlTextReaderRead(reader) == 1)
		if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT) {
			lang = xmlTextReaderGetAttribute(
			    reader, (const xmlChar *)"lang");
			name = xmlTextReaderGetAttribute(
			    reader, (const xmlChar *)"name");
			break;
		}
	xmlFreeTextReader(reader);
	same = lang != NULL && strcmp((const char *)lang, tag) == 0;
	xmlFree(lang);
	if (!same || name == NULL ||
	    xmlHashAddEntry(l->names, (const xmlChar *)tag, name) != 0)
		xmlFree(name);
	return same;
}

static bool
is_language(struct lexicon *l, const char *tag)
{
	const char *dirs[] = {l->theme_dir, l->base_dir};
	struct strbuf path;
	bool is = false;

	strbuf_init(&path);
	for (size_t i = 0; i < ARRAY_SIZE(dirs) && !is; i++)
		is = find_file(dirs[i], tag, &path) &&
		     read_root(l, path.buf, tag);
	strbuf_release(&path);
	return is;
}

const char *const *
lexicon_languages(struct lexicon *l, size_t *n)
{
	if (l->tags == NULL) {
		size_t found;

		l->tags =
		    themefiles_languages(l->base_dir, l->theme_dir, &found);
		for (size_t i = 0; i < found; i++)
			if (is_language(l, l->tags[i]))
				l->tags[l->ntags++] = l->tags[i];
			else
				free(l->tags[i]);
		l->nowned = l->ntags;
	}
	*n = l->ntags;
	return (const char *const *)l->tags;
}

const char *
lexicon_name(struct lexicon *l, const char *tag)
{
	const char *name = xmlHashLookup(l->names, (const xmlChar *)tag);

	return name != NULL ? name : tag;
}

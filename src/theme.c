/* SPDX-License-Identifier: MIT */
/* theme.c - the stylesheets and the interface's words. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/hash.h>
#include <libxml/parser.h>

#include "log.h"
#include "pool.h"
#include "strlist.h"
#include "theme.h"
#include "themefiles.h"
#include "xmldiag.h"
#include "xmlnode.h"

enum { REFRESH_MS = 1000 };

/* The built-in sheet that has several sections in it, for all of these. */
static const char sections[] = "sections.xsl";
/* The one that has all of that and the page around them, in a mode. */
static const char page[] = "page.xsl";
static const char page_mode[] = "page";

/* What there is under a name. */
struct known {
	struct sheet *sheet; /* NULL: there is none, or it does not compile */
};

struct theme {
	char *base_dir;
	char *theme_dir; /* NULL none */
	int64_t looked_ms;
	struct file_stamp stamp; /* of the identities of all files */
	uint64_t digest;	 /* of their content */
	xmlHashTable *sheets;	 /* name -> struct known */
	struct strset parts;	 /* names of what sections.xsl includes */
	struct lexicon *lexicon;
	struct fragments *fragments; /* what the sheets have made */
};

static bool
is_part(const struct theme *t, const char *name)
{
	return strset_find(&t->parts, name, strlen(name)) >= 0;
}

/* Parts are nothing by themselves. */
static void
find_base(const void *ctx, const char *name, struct strbuf *path)
{
	const struct theme *t = ctx;

	strbuf_printf(
	    path, "%s/%s", t->base_dir, is_part(t, name) ? sections : name);
}

static bool
find_file(const char *dir, const char *name, struct strbuf *path)
{
	if (dir == NULL)
		return false;
	strbuf_printf(path, "%s/%s", dir, name);
	return access(path->buf, F_OK) == 0;
}

/* Compile DIR/NAME, if it is there. */
static struct sheet *
compile_in(const struct theme *t, const char *dir, const char *name)
{
	const char *mode = strcmp(name, page) == 0 ? page_mode : NULL;
	const struct sheet_base base = {find_base, t};
	struct strbuf path;
	struct sheet *s = NULL;

	strbuf_init(&path);
	if (find_file(dir, name, &path))
		s = sheet_compile(name, path.buf, mode, &base);
	strbuf_release(&path);
	return s;
}

/* Has the theme a sheet of its own in place of this one? */
static bool
replaces(const struct theme *t, const char *name)
{
	struct strbuf path;
	bool is;

	strbuf_init(&path);
	is = find_file(t->theme_dir, name, &path);
	strbuf_release(&path);
	return is;
}

/*
 * A section is taken from the sheet of the page if that is compiled already,
 * so that what both need is compiled once.
 */
static struct sheet *
take_part(struct theme *t, const char *name)
{
	const struct known *k = xmlHashLookup(t->sheets, (const xmlChar *)page);
	const struct sheet *whole = k != NULL ? k->sheet : NULL;

	if (whole == NULL)
		whole = theme_sheet(t, sections);
	return whole != NULL ? sheet_part(name, whole) : NULL;
}

static struct sheet *
make_sheet(struct theme *t, const char *name)
{
	struct sheet *s;

	if (strcmp(name, page) == 0 &&
	    (replaces(t, "layout.xsl") || replaces(t, sections)))
		return NULL;
	s = compile_in(t, t->theme_dir, name);
	if (s == NULL && is_part(t, name))
		s = take_part(t, name);
	else if (s == NULL)
		s = compile_in(t, t->base_dir, name);
	return s;
}

struct sheet *
theme_sheet(struct theme *t, const char *name)
{
	struct known *k = xmlHashLookup(t->sheets, (const xmlChar *)name);

	if (k == NULL) {
		enum pool before = pool_use(POOL_LASTING);

		k = xcalloc(1, sizeof(*k));
		k->sheet = make_sheet(t, name);
		xmlHashAddEntry(t->sheets, (const xmlChar *)name, k);
		pool_use(before);
	}
	return k->sheet;
}

static void
free_known(void *payload, const xmlChar *name)
{
	struct known *k = payload;

	(void)name;
	sheet_free(k->sheet);
	free(k);
}

static void
forget(struct theme *t)
{
	xmlHashFree(t->sheets, free_known);
	strset_release(&t->parts);
	lexicon_free(t->lexicon);
	t->sheets = NULL;
	t->lexicon = NULL;
	fragments_clear(t->fragments);
}

static void
read_parts(struct theme *t)
{
	struct strbuf path;
	struct diag d;
	struct xmldiag xd;
	xmlDoc *doc = NULL;
	const xmlNode *in;

	diag_init(&d);
	strbuf_init(&path);
	xmldiag_begin(&xd, &d, sections);
	if (find_file(t->base_dir, sections, &path))
		doc = xmlReadFile(path.buf, NULL, XML_PARSE_NONET);
	xmldiag_end();
	diag_log(&d, LOG_ERROR);
	in = node_first((xmlNode *)doc, NULL);
	for (in = node_first(in, "include"); in != NULL;
	     in = node_next(in, "include")) {
		const char *name = node_attr(in, "href");

		if (name != NULL)
			strset_intern(&t->parts, name, strlen(name));
	}
	xmlFreeDoc(doc);
	strbuf_release(&path);
	diag_release(&d);
}

static void
begin(struct theme *t)
{
	t->sheets = xmlHashCreate(0);
	t->lexicon = lexicon_new(t->base_dir, t->theme_dir);
	read_parts(t);
}

void
theme_refresh(struct theme *t, int64_t now_ms)
{
	int64_t since_ms = now_ms - t->looked_ms;
	struct file_stamp stamp = {0};

	if (since_ms >= 0 && since_ms < REFRESH_MS)
		return;
	t->looked_ms = now_ms;
	themefiles_add(t->base_dir, t->theme_dir, &stamp, NULL);
	if (stamp.sum == t->stamp.sum)
		return;
	t->stamp = stamp;
	t->digest = 0;
	themefiles_add(t->base_dir, t->theme_dir, NULL, &t->digest);
	forget(t);
	begin(t);
}

struct theme *
theme_open(const char *base_dir, const char *theme_dir, int64_t now_ms)
{
	struct theme *t = xcalloc(1, sizeof(*t));

	t->base_dir = xstrdup(base_dir);
	t->theme_dir = theme_dir != NULL ? xstrdup(theme_dir) : NULL;
	t->fragments = fragments_open(0);
	begin(t);
	t->looked_ms = now_ms - REFRESH_MS;
	theme_refresh(t, now_ms);
	return t;
}

void
theme_close(struct theme *t)
{
	if (t == NULL)
		return;
	forget(t);
	fragments_close(t->fragments);
	free(t->base_dir);
	free(t->theme_dir);
	free(t);
}

struct lexicon *
theme_lexicon(const struct theme *t)
{
	return t->lexicon;
}

void
theme_keep(struct theme *t, size_t max_bytes)
{
	fragments_close(t->fragments);
	t->fragments = fragments_open(max_bytes);
}

struct fragments *
theme_fragments(const struct theme *t)
{
	return t->fragments;
}

uint64_t
theme_digest(const struct theme *t)
{
	return t->digest;
}

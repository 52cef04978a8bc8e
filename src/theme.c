/* SPDX-License-Identifier: MIT */
/* theme.c - the stylesheets and the interface's words. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libexslt/exslt.h>
#include <libxml/hash.h>
#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "log.h"
#include "pool.h"
#include "strbuf.h"
#include "strlist.h"
#include "theme.h"
#include "themefiles.h"
#include "xmldiag.h"
#include "xmlnode.h"

enum { REFRESH_MS = 1000, MAX_TEMPLATE_DEPTH = 200 };

/* The built-in sheet that has several sections in it, for all of these. */
static const char sections[] = "sections.xsl";

struct sheet {
	char *name;
	xsltStylesheet *compiled; /* NULL: it does not compile */
	struct sheet *whole;	  /* what it is compiled in, with others */
};

struct theme {
	char *base_dir;
	char *theme_dir; /* NULL none */
	int64_t looked_ms;
	struct file_stamp stamp; /* of the identities of all files */
	uint64_t digest;	 /* of their content */
	xmlHashTable *sheets;	 /* name -> struct sheet */
	struct strset parts;	 /* names of what sections.xsl includes */
	struct lexicon *lexicon;
	struct fragments *fragments; /* what the sheets have made */
};

/* The built-in sheet that `name` is a part of, or else is itself. */
static const char *
name_of_whole(const struct theme *t, const char *name)
{
	bool part = strset_find(&t->parts, name, strlen(name)) >= 0;

	return part ? sections : name;
}

/*
 * Read a sheet; NULL: it cannot be read, and libxml2 has been told why. What
 * libxml2 opens itself it looks at four times before, for gzip and xz.
 */
static xmlDoc *
read_sheet(const char *path, xmlDict *dict)
{
	const int options = XSLT_PARSE_OPTIONS | XML_PARSE_NONET;
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	xmlDoc *doc = NULL;

	if (ctxt != NULL && dict != NULL) {
		xmlDictFree(ctxt->dict);
		ctxt->dict = dict;
		xmlDictReference(dict);
	}
	if (ctxt != NULL)
		doc = fd >= 0 ? xmlCtxtReadFd(ctxt, fd, path, NULL, options)
			      : xmlCtxtReadFile(ctxt, path, NULL, options);
	xmlFreeParserCtxt(ctxt);
	if (fd >= 0)
		close(fd);
	return doc;
}

/*
 * Stylesheets only, never the documents that document() asks for. "base:"
 * is the directory of the built-in sheets; which one that is stands in the
 * stylesheet that the import began with. Parts are nothing by themselves.
 */
static xmlDocPtr
load(const xmlChar *uri, xmlDictPtr dict, int options, void *ctxt,
    xsltLoadType type)
{
	const xsltStylesheet *style = ctxt;
	const struct theme *t;
	struct strbuf path;
	xmlDoc *doc;

	(void)options;
	if (type == XSLT_LOAD_DOCUMENT)
		return NULL;
	while (style != NULL && style->parent != NULL)
		style = style->parent;
	t = style != NULL ? style->_private : NULL;
	strbuf_init(&path);
	if (t != NULL && strncmp((const char *)uri, "base:", 5) == 0)
		strbuf_printf(&path, "%s/%s", t->base_dir,
		    name_of_whole(t, (const char *)uri + 5));
	else
		strbuf_puts(&path, (const char *)uri);
	doc = read_sheet(path.buf, dict);
	strbuf_release(&path);
	return doc;
}

/* To libxslt every scheme but file: is the network; ours is neither. */
static int
allow_base(
    xsltSecurityPrefsPtr prefs, xsltTransformContextPtr ctxt, const char *uri)
{
	(void)prefs;
	(void)ctxt;
	return strncmp(uri, "base:", 5) == 0;
}

static void
set_up_libxslt(void)
{
	xsltSecurityPrefs *prefs;

	if (xsltGetDefaultSecurityPrefs() != NULL)
		return;
	xsltSetLoaderFunc(load);
	xsltMaxDepth = MAX_TEMPLATE_DEPTH;
	/* one by one: dynamic evaluation and crypto stay out */
	exsltCommonRegister();
	exsltSetsRegister();
	exsltStrRegister();
	prefs = xsltNewSecurityPrefs();
	for (int o = XSLT_SECPREF_READ_FILE;
	     prefs != NULL && o <= XSLT_SECPREF_WRITE_NETWORK; o++)
		xsltSetSecurityPrefs(
		    prefs, (xsltSecurityOption)o, xsltSecurityForbid);
	/* imports are read by our loader under the default preferences */
	if (prefs != NULL) {
		xsltSetSecurityPrefs(
		    prefs, XSLT_SECPREF_READ_FILE, xsltSecurityAllow);
		xsltSetSecurityPrefs(
		    prefs, XSLT_SECPREF_READ_NETWORK, allow_base);
	}
	xsltSetDefaultSecurityPrefs(prefs);
}

/* Libxslt hands out its messages in pieces. */
static void PRINTF(2, 3) collect_error(void *ctx, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	strbuf_vprintf(ctx, fmt, ap);
	va_end(ap);
}

static xsltStylesheet *
compile(struct theme *t, const char *path)
{
	xsltStylesheet *style = xsltNewStylesheet();
	struct strbuf message;
	struct diag d;
	struct xmldiag xd;
	xmlDoc *doc;

	strbuf_init(&message);
	diag_init(&d);
	xsltSetGenericErrorFunc(&message, collect_error);
	xmldiag_begin(&xd, &d, path);
	doc = read_sheet(path, NULL);
	if (style != NULL && doc != NULL) {
		style->_private = t;
		if (xsltParseStylesheetUser(style, doc) != 0 ||
		    style->errors > 0 || style->warnings > 0) {
			/* until it owns the tree, freeing it is up to us */
			if (style->doc == NULL)
				xmlFreeDoc(doc);
			xsltFreeStylesheet(style);
			style = NULL;
		}
	} else {
		xsltFreeStylesheet(style);
		style = NULL;
	}
	xmldiag_end();
	xsltSetGenericErrorFunc(NULL, NULL);
	diag_log(&d, LOG_ERROR);
	if (message.len > 0)
		log_event(LOG_ERROR, "%s: %s", path, message.buf);
	strbuf_release(&message);
	diag_release(&d);
	return style;
}

/* Compile DIR/NAME, if it is there. */
static xsltStylesheet *
compile_in(struct theme *t, const char *dir, const char *name)
{
	xsltStylesheet *style = NULL;
	struct strbuf path;

	if (dir == NULL)
		return NULL;
	strbuf_init(&path);
	strbuf_printf(&path, "%s/%s", dir, name);
	if (access(path.buf, F_OK) == 0)
		style = compile(t, path.buf);
	strbuf_release(&path);
	return style;
}

struct sheet *
theme_sheet(struct theme *t, const char *name)
{
	struct sheet *s = xmlHashLookup(t->sheets, (const xmlChar *)name);
	const char *whole = name_of_whole(t, name);

	if (s == NULL) {
		enum pool before = pool_use(POOL_LASTING);

		s = xcalloc(1, sizeof(*s));
		s->name = xstrdup(name);
		s->compiled = compile_in(t, t->theme_dir, name);
		if (s->compiled == NULL && whole != name)
			s->whole = theme_sheet(t, whole);
		else if (s->compiled == NULL)
			s->compiled = compile_in(t, t->base_dir, name);
		xmlHashAddEntry(t->sheets, (const xmlChar *)name, s);
		pool_use(before);
	}
	if (s->compiled == NULL)
		s = s->whole;
	return s != NULL && s->compiled != NULL ? s : NULL;
}

void *
sheet_compiled(const struct sheet *sheet)
{
	return sheet->compiled;
}

const char *
sheet_name(const struct sheet *sheet)
{
	return sheet->name;
}

static void
free_sheet(void *payload, const xmlChar *name)
{
	struct sheet *s = payload;

	(void)name;
	xsltFreeStylesheet(s->compiled);
	free(s->name);
	free(s);
}

static void
forget(struct theme *t)
{
	xmlHashFree(t->sheets, free_sheet);
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
	strbuf_printf(&path, "%s/%s", t->base_dir, sections);
	xmldiag_begin(&xd, &d, path.buf);
	if (access(path.buf, F_OK) == 0)
		doc = read_sheet(path.buf, NULL);
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

	set_up_libxslt();
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

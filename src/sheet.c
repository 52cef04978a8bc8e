/* SPDX-License-Identifier: MIT */
/* sheet.c - one compiled stylesheet. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "log.h"
#include "sheet.h"
#include "xmldiag.h"

enum { MAX_TEMPLATE_DEPTH = 200 };

struct sheet {
	char *name;
	const char *mode;
	xsltStylesheet *compiled; /* owned, unless it is a part */
	bool part;
};

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
 * Stylesheets only, never the documents that document() asks for. What "base:"
 * is stands in the stylesheet that the import began with.
 */
static xmlDocPtr
load(const xmlChar *uri, xmlDictPtr dict, int options, void *ctxt,
    xsltLoadType type)
{
	const char *name = (const char *)uri;
	const xsltStylesheet *style = ctxt;
	const struct sheet_base *base;
	struct strbuf path;
	xmlDoc *doc;

	(void)options;
	if (type == XSLT_LOAD_DOCUMENT)
		return NULL;
	while (style != NULL && style->parent != NULL)
		style = style->parent;
	base = style != NULL ? style->_private : NULL;
	strbuf_init(&path);
	if (base != NULL && strncmp(name, "base:", 5) == 0)
		base->find(base->ctx, name + 5, &path);
	else
		strbuf_puts(&path, name);
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
compile(const char *path, const struct sheet_base *base)
{
	xsltStylesheet *style = xsltNewStylesheet();
	xmlDoc *doc = read_sheet(path, NULL);

	if (style == NULL || doc == NULL) {
		xmlFreeDoc(doc);
		xsltFreeStylesheet(style);
		return NULL;
	}
	style->_private = (void *)(uintptr_t)base;
	if (xsltParseStylesheetUser(style, doc) == 0 && style->errors == 0 &&
	    style->warnings == 0)
		return style;
	/* until it owns the tree, freeing it is up to us */
	if (style->doc == NULL)
		xmlFreeDoc(doc);
	xsltFreeStylesheet(style);
	return NULL;
}

static struct sheet *
new_sheet(const char *name)
{
	struct sheet *s = xcalloc(1, sizeof(*s));

	s->name = xstrdup(name);
	return s;
}

struct sheet *
sheet_compile(const char *name, const char *path, const char *mode,
    const struct sheet_base *base)
{
	xsltStylesheet *style;
	struct strbuf message;
	struct sheet *s = NULL;
	struct diag d;
	struct xmldiag xd;

	set_up_libxslt();
	strbuf_init(&message);
	diag_init(&d);
	xsltSetGenericErrorFunc(&message, collect_error);
	xmldiag_begin(&xd, &d, path);
	style = compile(path, base);
	xmldiag_end();
	xsltSetGenericErrorFunc(NULL, NULL);
	diag_log(&d, LOG_ERROR);
	if (message.len > 0)
		log_event(LOG_ERROR, "%s: %s", path, message.buf);
	strbuf_release(&message);
	diag_release(&d);
	if (style != NULL) {
		s = new_sheet(name);
		s->mode = mode;
		s->compiled = style;
	}
	return s;
}

struct sheet *
sheet_part(const char *name, const struct sheet *whole)
{
	struct sheet *s = new_sheet(name);

	s->compiled = whole->compiled;
	s->part = true;
	return s;
}

void
sheet_free(struct sheet *s)
{
	if (s == NULL)
		return;
	if (!s->part)
		xsltFreeStylesheet(s->compiled);
	free(s->name);
	free(s);
}

const char *
sheet_name(const struct sheet *s)
{
	return s->name;
}

void *
sheet_compiled(const struct sheet *s)
{
	return s->compiled;
}

const char *
sheet_mode(const struct sheet *s)
{
	return s->mode;
}

bool
sheet_is_part(const struct sheet *s)
{
	return s->part;
}

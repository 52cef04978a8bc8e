/* SPDX-License-Identifier: MIT */
/* render.c - a sheet applied to a view. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include <libxml/HTMLtree.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/functions.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "html.h"
#include "log.h"
#include "render.h"
#include "strbuf.h"
#include "xmlnode.h"

/*
 * The largest view, a frame with a thousand facet values, stays under a
 * tenth of this; a runaway sheet is stopped within half a second.
 */
enum { MAX_OPERATIONS = 5000000, MAX_SLOT_NAME = 128, MARK_BYTES = 21 };

static void PRINTF(2, 3) collect_message(void *ctx, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	strbuf_vprintf(ctx, fmt, ap);
	va_end(ap);
}

static int
forbid_everything(xsltTransformContext *ctxt, xsltSecurityPrefs *prefs)
{
	for (int o = XSLT_SECPREF_READ_FILE; o <= XSLT_SECPREF_WRITE_NETWORK;
	     o++)
		if (xsltSetSecurityPrefs(
			prefs, (xsltSecurityOption)o, xsltSecurityForbid) != 0)
			return -1;
	return xsltSetCtxtSecurityPrefs(prefs, ctxt);
}

static void
add_word(xmlNodeSet *found, const struct words *words, xmlChar *id)
{
	xmlNode *s = id != NULL ? words_find(words, (const char *)id) : NULL;

	if (s != NULL)
		xmlXPathNodeSetAdd(found, s);
	xmlFree(id);
}

/*
 * The function key() of sheets. The words are found in the table that they
 * have anyway: libxslt would go through all of them, and make one of its
 * own, for each transform.
 */
static void
find_key(xmlXPathParserContext *ctxt, int nargs)
{
	const struct words *words =
	    xsltXPathGetTransformContext(ctxt)->_private;
	const xmlXPathObject *key =
	    nargs == 2 ? ctxt->valueTab[ctxt->valueNr - 2] : NULL;
	xmlNodeSet *found;
	xmlXPathObject *id;

	if (words == NULL || key == NULL || key->type != XPATH_STRING ||
	    strcmp((const char *)key->stringval, "s") != 0) {
		xsltKeyFunction(ctxt, nargs);
		return;
	}
	found = xmlXPathNodeSetCreate(NULL);
	id = valuePop(ctxt);
	if (id->type == XPATH_NODESET || id->type == XPATH_XSLT_TREE)
		for (int i = 0; i < xmlXPathNodeSetGetLength(id->nodesetval);
		     i++)
			add_word(found, words,
			    xmlXPathCastNodeToString(
				id->nodesetval->nodeTab[i]));
	else
		add_word(found, words, xmlXPathCastToString(id));
	xmlXPathFreeObject(id);
	xmlXPathFreeObject(valuePop(ctxt));
	valuePush(ctxt, xmlXPathWrapNodeSet(found));
}

/* The result counts only if libxslt has nothing to complain about. */
static xmlDoc *
transform(const struct sheet *sheet, xmlDoc *view, struct words *words,
    struct strbuf *messages)
{
	xsltStylesheet *style = sheet_compiled(sheet);
	xsltTransformContext *ctxt = xsltNewTransformContext(style, view);
	xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();
	xmlDoc *result = NULL;

	if (ctxt == NULL || prefs == NULL ||
	    forbid_everything(ctxt, prefs) != 0)
		goto out;
	ctxt->_private = words;
	if (sheet_mode(sheet) != NULL)
		ctxt->mode = xmlDictLookup(
		    ctxt->dict, (const xmlChar *)sheet_mode(sheet), -1);
	/* libxslt's is not replaced before it is taken away */
	xmlXPathRegisterFunc(ctxt->xpathCtxt, (const xmlChar *)"key", NULL);
	xmlXPathRegisterFunc(ctxt->xpathCtxt, (const xmlChar *)"key", find_key);
	ctxt->opLimit = MAX_OPERATIONS;
	ctxt->xpathCtxt->opLimit = MAX_OPERATIONS;
	xsltSetTransformErrorFunc(ctxt, messages, collect_message);
	/* what the libraries would write to stderr past our log */
	xsltSetGenericErrorFunc(messages, collect_message);
	xmlSetGenericErrorFunc(messages, collect_message);
	result = xsltApplyStylesheetUser(style, view, NULL, NULL, NULL, ctxt);
	xmlSetGenericErrorFunc(NULL, NULL);
	xsltSetGenericErrorFunc(NULL, NULL);
	if (result != NULL && ctxt->state != XSLT_STATE_OK) {
		xmlFreeDoc(result);
		result = NULL;
	}
out:
	if (ctxt != NULL)
		xsltFreeTransformContext(ctxt);
	if (prefs != NULL)
		xsltFreeSecurityPrefs(prefs);
	return result;
}

/* What stands before the root of a page, but not of what is put into it. */
static void
drop_type(xmlDoc *result)
{
	xmlDtd *type = xmlGetIntSubset(result);

	if (type == NULL)
		return;
	xmlUnlinkNode((xmlNode *)type);
	xmlFreeDtd(type);
}

static int
append(void *ctx, const char *p, int n)
{
	strbuf_add(ctx, p, (size_t)n);
	return n;
}

/* HTML as all of our sheets make it. */
static bool
is_html(xsltStylesheet *style, const xmlDoc *result)
{
	const xmlChar *method = NULL;
	const xmlChar *encoding = NULL;
	int indent = -1;

	XSLT_GET_IMPORT_PTR(method, style, method)
	XSLT_GET_IMPORT_PTR(encoding, style, encoding)
	XSLT_GET_IMPORT_INT(indent, style, indent)
	return indent == 0 &&
	       (method == NULL ? result->type == XML_HTML_DOCUMENT_NODE
			       : strcmp((const char *)method, "html") == 0) &&
	       (encoding == NULL ||
		   xmlStrcasecmp(encoding, (const xmlChar *)"UTF-8") == 0);
}

static int
serialize(xmlDoc *result, xsltStylesheet *style, struct strbuf *out)
{
	xmlOutputBuffer *buf;
	int rc;

	if (is_html(style, result)) {
		htmlSetMetaEncoding(result, (const xmlChar *)"UTF-8");
		html_write(result, out);
		return 0;
	}
	buf = xmlOutputBufferCreateIO(append, NULL, out, NULL);
	if (buf == NULL)
		return -1;
	rc = xsltSaveResultTo(buf, result, style);
	if (xmlOutputBufferClose(buf) < 0)
		rc = -1;
	return rc < 0 ? -1 : 0;
}

/*
 * What stands for a slot in the bytes. It has a number that nobody can guess:
 * data could forge any mark that it knows, since libxml2, which writes what a
 * theme has indented, leaves "<!-- -->" in attributes as it is, and with it an
 * instruction inside.
 */
struct mark {
	char name[MARK_BYTES + 1]; /* "slot-0123456789abcdef" */
	bool text; /* the output is text, where instructions are lost */
};

static void
make_mark(struct mark *mark, xsltStylesheet *style)
{
	const xmlChar *method = NULL;
	uint64_t number = 0;

	if (getrandom(&number, sizeof(number), 0) != sizeof(number))
		number = (uintptr_t)mark ^ (uint64_t)time(NULL);
	snprintf(mark->name, sizeof(mark->name), "slot-%016" PRIx64, number);
	XSLT_GET_IMPORT_PTR(method, style, method)
	mark->text =
	    method != NULL && strcmp((const char *)method, "text") == 0;
}

/* Put the mark in place of one instruction. */
static void
mark_slot(const struct mark *mark, xmlNode *slot)
{
	struct strbuf text;
	xmlNode *node;

	if (!mark->text) {
		xmlNodeSetName(slot, (const xmlChar *)mark->name);
		return;
	}
	strbuf_init(&text);
	strbuf_printf(&text, "<?%s %s?>", mark->name,
	    slot->content != NULL ? (const char *)slot->content : "");
	node = xmlNewDocText(slot->doc, (const xmlChar *)text.buf);
	xmlReplaceNode(slot, node);
	xmlFreeNode(slot);
	strbuf_release(&text);
}

static void
mark_slots(const struct mark *mark, xmlDoc *result)
{
	xmlNode *next;

	for (xmlNode *n = result->children; n != NULL; n = next) {
		next = node_following(n);
		if (n->type == XML_PI_NODE &&
		    strcmp((const char *)n->name, "slot") == 0)
			mark_slot(mark, n);
	}
}

/*
 * The HTML serializer ends an instruction with ">", the XML one with "?>".
 */
static enum render_result
fill_slots(
    const char *mark, const char *p, slot_fn *fn, void *ctx, struct sink *out)
{
	size_t length = strlen(mark);
	enum render_result rc = RENDER_OK;
	const char *slot;

	while (rc == RENDER_OK && (slot = strstr(p, mark)) != NULL) {
		const char *name = slot + length + (slot[length] == ' ');
		size_t n = strcspn(name, "?>");
		char buf[MAX_SLOT_NAME] = "";

		/* without the "<?" before it */
		if (sink_write(out, p, (size_t)(slot - 2 - p)) != 0)
			return RENDER_HUP;
		if (n < sizeof(buf))
			memcpy(buf, name, n);
		if (fn != NULL)
			rc = fn(ctx, buf, out);
		p = name + n;
		p += strcspn(p, ">");
		p += *p == '>';
	}
	if (rc == RENDER_OK && sink_puts(out, p) != 0)
		rc = RENDER_HUP;
	return rc;
}

enum render_result
render_open(const struct sheet *sheet, xmlDoc *view, struct words *words,
    struct strbuf *made)
{
	enum render_result rc = RENDER_FAILED;
	xsltStylesheet *style = sheet_compiled(sheet);
	struct strbuf messages;
	struct mark mark;
	xmlDoc *result;

	strbuf_init(&messages);
	if (words != NULL)
		words_lend(words, view);
	result = transform(sheet, view, words, &messages);
	if (words != NULL)
		words_return(words);
	if (messages.len > 0)
		log_event(result != NULL ? LOG_WARNING : LOG_ERROR, "%s: %s",
		    sheet_name(sheet), messages.buf);
	else if (result == NULL)
		log_event(LOG_ERROR, "%s: stopped", sheet_name(sheet));
	if (result != NULL) {
		if (sheet_is_part(sheet))
			drop_type(result);
		make_mark(&mark, style);
		mark_slots(&mark, result);
		strbuf_puts(made, mark.name);
		if (serialize(result, style, made) == 0)
			rc = RENDER_OK;
	}
	xmlFreeDoc(result);
	strbuf_release(&messages);
	return rc;
}

enum render_result
render_fill(const char *made, slot_fn *fn, void *ctx, struct sink *out)
{
	char mark[MARK_BYTES + 1] = "";

	memcpy(mark, made, MARK_BYTES);
	return fill_slots(mark, made + MARK_BYTES, fn, ctx, out);
}

enum render_result
render(const struct sheet *sheet, xmlDoc *view, struct words *words,
    slot_fn *fn, void *ctx, struct sink *out)
{
	enum render_result rc;
	struct strbuf made;

	strbuf_init(&made);
	rc = render_open(sheet, view, words, &made);
	if (rc == RENDER_OK)
		rc = render_fill(made.buf, fn, ctx, out);
	strbuf_release(&made);
	return rc;
}

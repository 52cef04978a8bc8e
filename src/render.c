/* SPDX-License-Identifier: MIT */
/* render.c - a sheet applied to a view. */
#include <stdarg.h>
#include <string.h>

#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "log.h"
#include "render.h"
#include "strbuf.h"

/*
 * The largest view, a frame with a thousand facet values, stays under a
 * tenth of this; a runaway sheet is stopped within half a second.
 */
enum { MAX_OPERATIONS = 5000000, MAX_SLOT_NAME = 128 };

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

/* The result counts only if libxslt has nothing to complain about. */
static xmlDoc *
transform(xsltStylesheet *style, xmlDoc *view, struct strbuf *messages)
{
	xsltTransformContext *ctxt = xsltNewTransformContext(style, view);
	xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();
	xmlDoc *result = NULL;

	if (ctxt == NULL || prefs == NULL ||
	    forbid_everything(ctxt, prefs) != 0)
		goto out;
	ctxt->opLimit = MAX_OPERATIONS;
	ctxt->xpathCtxt->opLimit = MAX_OPERATIONS;
	xsltSetTransformErrorFunc(ctxt, messages, collect_message);
	result = xsltApplyStylesheetUser(style, view, NULL, NULL, NULL, ctxt);
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

static int
append(void *ctx, const char *p, int n)
{
	strbuf_add(ctx, p, (size_t)n);
	return n;
}

static int
serialize(xmlDoc *result, xsltStylesheet *style, struct strbuf *out)
{
	xmlOutputBuffer *buf = xmlOutputBufferCreateIO(append, NULL, out, NULL);
	int rc;

	if (buf == NULL)
		return -1;
	rc = xsltSaveResultTo(buf, result, style);
	if (xmlOutputBufferClose(buf) < 0)
		rc = -1;
	return rc < 0 ? -1 : 0;
}

/*
 * Text and attributes cannot forge a slot: the serializer escapes their "<".
 * The HTML serializer ends an instruction with ">", the XML one with "?>".
 */
static enum render_result
fill_slots(const char *p, slot_fn *fn, void *ctx, struct sink *out)
{
	static const char mark[] = "<?slot ";
	enum render_result rc = RENDER_OK;
	const char *slot;

	while (rc == RENDER_OK && (slot = strstr(p, mark)) != NULL) {
		const char *name = slot + strlen(mark);
		size_t n = strcspn(name, "?>");
		char buf[MAX_SLOT_NAME] = "";

		if (sink_write(out, p, (size_t)(slot - p)) != 0)
			return RENDER_HUP;
		if (n < sizeof(buf))
			memcpy(buf, name, n);
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
render(const struct sheet *sheet, xmlDoc *view, slot_fn *fn, void *ctx,
    struct sink *out)
{
	enum render_result rc = RENDER_FAILED;
	xsltStylesheet *style = sheet_compiled(sheet);
	struct strbuf messages;
	struct strbuf bytes;
	xmlDoc *result;

	strbuf_init(&messages);
	strbuf_init(&bytes);
	result = transform(style, view, &messages);
	if (messages.len > 0)
		log_event(result != NULL ? LOG_WARNING : LOG_ERROR, "%s: %s",
		    sheet_name(sheet), messages.buf);
	else if (result == NULL)
		log_event(LOG_ERROR, "%s: stopped", sheet_name(sheet));
	if (result != NULL && serialize(result, style, &bytes) == 0) {
		if (fn != NULL)
			rc = fill_slots(bytes.buf, fn, ctx, out);
		else
			rc = sink_write(out, bytes.buf, bytes.len) == 0
				 ? RENDER_OK
				 : RENDER_HUP;
	}
	xmlFreeDoc(result);
	strbuf_release(&messages);
	strbuf_release(&bytes);
	return rc;
}

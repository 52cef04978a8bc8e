/* SPDX-License-Identifier: MIT */
/* serve.c - one request -> one response. */
#include <string.h>

#include "etag.h"
#include "exchange.h"
#include "log.h"
#include "paint.h"
#include "recall.h"
#include "serve.h"
#include "url.h"

#define ALLOWED_METHODS "GET, HEAD, OPTIONS"
#define HTML "text/html; charset=utf-8"

enum { LONG_LIST = 200 }; /* entries */

/* A page takes nothing from anywhere but its own site. */
static const struct {
	const char *name;
	const char *value;
} security_headers[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "strict-origin-when-cross-origin"},
    {"Permissions-Policy",
	"camera=(), geolocation=(), microphone=(), payment=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
};

/* Style, script, pictures may be on a host of their own (site.xml, static=). */
static void
add_content_policy(struct response *rs, const struct site *site)
{
	const char *statics = site != NULL ? site->statics : NULL;
	struct strbuf host; /* " https://static.example.org", or nothing */

	strbuf_init(&host);
	if (statics != NULL && url_is_absolute_http(statics)) {
		const char *name = strstr(statics, "://") + 3;

		strbuf_putc(&host, ' ');
		strbuf_add(&host, statics,
		    (size_t)(name - statics) + strcspn(name, "/;, "));
	}
	response_headerf(rs, "Content-Security-Policy",
	    "default-src 'none'; style-src 'self'%s; script-src 'self'%s; "
	    "img-src 'self'%s; connect-src 'self'; form-action 'self'; "
	    "base-uri 'none'; frame-ancestors 'none'",
	    host.buf, host.buf, host.buf);
	strbuf_release(&host);
}

static void
add_common_headers(
    struct response *rs, const struct site *site, int status, const char *type)
{
	response_reset(rs);
	response_status(rs, status);
	if (type != NULL)
		response_header(rs, "Content-Type", type);
	add_content_policy(rs, site);
	for (size_t i = 0; i < ARRAY_SIZE(security_headers); i++)
		response_header(
		    rs, security_headers[i].name, security_headers[i].value);
}

static void
add_cache_control(const struct exchange *x, struct response *rs)
{
	response_headerf(rs, "Cache-Control",
	    "public, max-age=%ld, stale-if-error=86400",
	    store_site(x->program->store)->max_age_s);
}

/* When nothing else can be said: no sheet is needed for it. */
static void
answer_plainly(struct response *rs, int status)
{
	struct sink body = response_body(rs);

	add_common_headers(rs, NULL, status, "text/plain; charset=utf-8");
	response_header(rs, "Cache-Control", "no-store");
	if (sink_puts(&body, response_reason(status)) != 0 ||
	    sink_puts(&body, "\n") != 0)
		log_event(LOG_DEBUG, "the client has gone");
}

static void
answer_error(
    struct exchange *x, struct response *rs, int status, enum query_key bad_key)
{
	struct sink body = response_body(rs);

	exchange_compose(x, status, bad_key);
	add_common_headers(rs, x->page.site, status, HTML);
	response_header(rs, "Cache-Control", "no-store");
	response_header(rs, "Content-Language", x->page.lang);
	if (status == 405)
		response_header(rs, "Allow", ALLOWED_METHODS);
	if (status == 503)
		response_header(rs, "Retry-After", "10");
	if (paint_page(x->program->theme, NULL, &x->page, &body) ==
	    PAINT_FAILED)
		answer_plainly(rs, status);
}

/* Kept as long as a page: browsers keep for ever what does not say. */
static void
answer_redirect(
    const struct exchange *x, struct response *rs, const char *location)
{
	add_common_headers(rs, NULL, 301, NULL);
	add_cache_control(x, rs);
	if (response_header(rs, "Location", location) != 0)
		answer_plainly(rs, 400);
}

static void
answer_health(const struct exchange *x, struct response *rs)
{
	bool well = store_site(x->program->store) != NULL;

	answer_plainly(rs, well ? 200 : 503);
}

static void
add_validators(const struct exchange *x, struct response *rs, const char *etag)
{
	response_header(rs, "ETag", etag);
	response_header(rs, "Vary",
	    x->page.varies ? "Accept-Encoding, Accept-Language"
			   : "Accept-Encoding");
	add_cache_control(x, rs);
}

/*
 * A part could not be shown. A page with a hole can still be read, but nobody
 * shall keep it; a file with a hole misleads whoever imports it.
 */
static void
answer_broken(struct exchange *x, struct response *rs)
{
	if (x->route.format != NULL && response_is_open(rs)) {
		answer_error(x, rs, 500, KEY_NONE);
	} else if (x->route.format != NULL) {
		response_abort(rs);
	} else if (response_is_open(rs)) {
		response_drop_header(rs, "ETag");
		response_drop_header(rs, "Cache-Control");
		response_header(rs, "Cache-Control", "no-store");
	}
}

/*
 * Will the page have more than is held back? An entry has at least 400 bytes,
 * in a CV. A file is not sent before it must: it shall be whole or not at all.
 */
static bool
is_long(const struct exchange *x)
{
	return x->route.format == NULL && x->page.profile != NULL &&
	       x->page.selection != NULL && x->page.selection->n > LONG_LIST;
}

static void
paint(struct exchange *x, struct response *rs, const char *etag)
{
	const struct format *format = x->route.format;
	struct sink body = response_body(rs);
	enum paint_result result;

	response_keep(rs, pagecache_max_body(x->program->pages));
	if (is_long(x))
		response_expect_long(rs);
	if (format != NULL)
		result = paint_format(
		    x->program->theme, x->program->store, &x->page, &body);
	else
		result = paint_page(
		    x->program->theme, x->program->store, &x->page, &body);
	if (result == PAINT_FAILED)
		answer_error(x, rs, 500, KEY_NONE);
	else if (result == PAINT_BROKEN)
		answer_broken(x, rs);
	else
		recall_keep(x, rs, etag);
}

static void
answer_page(struct exchange *x, struct response *rs)
{
	const struct format *format = x->route.format;
	char etag[ETAG_SIZE];

	recall_etag(x, etag);
	if (etag_match(etag, x->request.if_none_match)) {
		add_common_headers(rs, x->page.site, 304, NULL);
		add_validators(x, rs, etag);
		return;
	}
	add_common_headers(
	    rs, x->page.site, 200, format != NULL ? format->type : HTML);
	add_validators(x, rs, etag);
	if (format == NULL || format->feed)
		response_header(rs, "Content-Language", x->page.lang);
	paint(x, rs, etag);
}

static void
answer_route(struct exchange *x, struct response *rs)
{
	enum query_key bad_key;
	int status = exchange_find(x, &bad_key);
	const char *location = status == 0 ? exchange_redirect(x) : NULL;
	bool health = x->route.kind == ROUTE_HEALTH;

	/* a file, asked for in another way */
	if (status == 0 && location == NULL && !health && recall_page(x, rs))
		return;
	if (status == 0 && location == NULL)
		status = exchange_select(x, &bad_key);
	if (status != 0)
		answer_error(x, rs, status, bad_key);
	else if (location != NULL)
		answer_redirect(x, rs, location);
	else if (health)
		answer_health(x, rs);
	else
		answer_page(x, rs);
}

static void
answer_options(struct response *rs)
{
	add_common_headers(rs, NULL, 204, NULL);
	response_header(rs, "Allow", ALLOWED_METHODS);
}

int
serve(
    struct program *pr, const struct env *env, struct sink *out, int64_t now_ms)
{
	struct exchange x;
	struct response rs;
	int status;
	int rc;

	store_refresh(pr->store, now_ms);
	theme_refresh(pr->theme, now_ms);
	exchange_init(&x, pr);
	status = request_init(&x.request, env, pr->base);
	response_init(&rs, x.request.method, out);
	if (status != 0)
		answer_error(&x, &rs, status, KEY_NONE);
	else if (x.request.method == METHOD_OPTIONS)
		answer_options(&rs);
	else if (store_site(pr->store) == NULL &&
		 strcmp(x.request.path, "/healthz") != 0)
		answer_error(&x, &rs, 503, KEY_NONE);
	else if (!recall_asked(&x, &rs))
		answer_route(&x, &rs);
	rc = response_end(&rs);
	recall_store(&x, now_ms);
	response_release(&rs);
	exchange_release(&x);
	return rc;
}

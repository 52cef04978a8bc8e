/* SPDX-License-Identifier: MIT */
/* request.c - CGI variables -> a typed, bounded request. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "request.h"
#include "text.h"
#include "url.h"

/* The methods that are ours, in the order of enum method. */
static const char *const methods[] = {"GET", "HEAD", "OPTIONS"};

/* What IANA registers beside them: known, not allowed. */
static const char *const other_methods[] = {"ACL", "BASELINE-CONTROL", "BIND",
    "CHECKIN", "CHECKOUT", "CONNECT", "COPY", "DELETE", "LABEL", "LINK", "LOCK",
    "MERGE", "MKACTIVITY", "MKCALENDAR", "MKCOL", "MKREDIRECTREF",
    "MKWORKSPACE", "MOVE", "ORDERPATCH", "PATCH", "POST", "PROPFIND",
    "PROPPATCH", "PUT", "QUERY", "REBIND", "REPORT", "SEARCH", "TRACE",
    "UNBIND", "UNCHECKOUT", "UNLINK", "UNLOCK", "UPDATE", "UPDATEREDIRECTREF",
    "VERSION-CONTROL"};

/* RFC 3875, 4.1: a variable that is empty and one that is not set are one. */
static const char *
get(const struct env *env, const char *name)
{
	const char *value = env->get(env->ctx, name);

	return value != NULL ? value : "";
}

static char *
get_header(const struct env *env, const char *name)
{
	const char *value = get(env, name);
	size_t n = strnlen(value, REQUEST_MAX_HEADER_BYTES + 1);

	return n > 0 && n <= REQUEST_MAX_HEADER_BYTES ? xstrdup(value) : NULL;
}

static int
parse_method(struct request *rq, const char *name)
{
	if (name[0] == '\0')
		return 400;
	for (size_t i = 0; i < ARRAY_SIZE(methods); i++)
		if (strcmp(methods[i], name) == 0) {
			rq->method = (enum method)i;
			return 0;
		}
	for (size_t i = 0; i < ARRAY_SIZE(other_methods); i++)
		if (strcmp(other_methods[i], name) == 0)
			return 405;
	return 501;
}

/*
 * A segment that says one thing to everybody: no way up, and nothing that
 * some server or browser takes for a separator or the end.
 */
static bool
is_plain_segment(const char *s, size_t n)
{
	if (n <= 2 && strncmp(s, "..", n) == 0)
		return false;
	return memchr(s, '/', n) == NULL && memchr(s, '\\', n) == NULL &&
	       text_is_utf8(s, n) && !text_has_control(s, n);
}

/* Append "/" and a segment, or leave `out` as it is and return -1. */
static int
add_segment(struct strbuf *out, const char *s, size_t n, bool encoded)
{
	size_t before = out->len;
	int rc = 0;

	strbuf_putc(out, '/');
	if (encoded)
		rc = url_decode(out, s, n, false);
	else
		strbuf_add(out, s, n);
	if (rc == 0 &&
	    is_plain_segment(out->buf + before + 1, out->len - before - 1))
		return 0;
	strbuf_truncate(out, before);
	return -1;
}

/*
 * Put the path at `s` into the empty `out`: decoded, beginning with '/', with
 * single slashes. 0 or 400; then `out` has the segments before the bad one.
 */
static int
normalise(struct strbuf *out, const char *s, size_t n, bool encoded)
{
	const char *end = s + n;

	while (s < end) {
		const char *slash = memchr(s, '/', (size_t)(end - s));
		size_t length = (size_t)((slash != NULL ? slash : end) - s);

		if (length > 0 && add_segment(out, s, length, encoded) != 0)
			return 400;
		s += length + (slash != NULL);
	}
	if (out->len == 0 || end[-1] == '/')
		strbuf_putc(out, '/');
	return 0;
}

/* What follows "http://host", or NULL when `uri` does not begin like that. */
static const char *
skip_authority(const char *uri)
{
	size_t n = strncasecmp(uri, "https", 5) == 0 ? 5 : 4;

	if (strncasecmp(uri, "http", 4) != 0 || strncmp(uri + n, "://", 3) != 0)
		return NULL;
	return uri + n + 3 + strcspn(uri + n + 3, "/?");
}

/*
 * Could the path at `s` be spelt more plainly without anybody on the way
 * minding? Other differences are left alone: a server in front may insist on
 * its own spelling, and a redirect would never end.
 */
static bool
is_respelt(const char *s, size_t n)
{
	static const char unreserved[] = "abcdefghijklmnopqrstuvwxyz"
					 "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
					 "0123456789-._~";
	struct strbuf escape;
	bool odd = false;

	strbuf_init(&escape);
	for (size_t i = 0; i + 1 < n && !odd; i++) {
		strbuf_reset(&escape);
		if (s[i] == '/')
			odd = s[i + 1] == '/';
		else if (s[i] == '%' && i + 2 < n &&
			 url_decode(&escape, s + i, 3, false) == 0)
			odd = memchr(unreserved, escape.buf[0],
				  sizeof(unreserved) - 1) != NULL;
	}
	strbuf_release(&escape);
	return odd;
}

static int
parse_path(struct strbuf *path, const char *raw, size_t n, bool encoded)
{
	bool too_long = n > REQUEST_MAX_PATH_BYTES;
	int status;

	/* of one that is too long, the beginning still tells the base */
	status = normalise(
	    path, raw, too_long ? REQUEST_MAX_PATH_BYTES : n, encoded);
	return too_long ? 414 : status;
}

/* Without REQUEST_URI: what the server took apart, put together again. */
static int
join_path(const struct env *env, struct strbuf *path)
{
	const char *info = get(env, "PATH_INFO");
	struct strbuf raw;
	int status;

	strbuf_init(&raw);
	strbuf_puts(&raw, get(env, "SCRIPT_NAME"));
	if (info[0] != '\0' && info[0] != '/')
		strbuf_putc(&raw, '/');
	strbuf_puts(&raw, info);
	status = parse_path(path, raw.buf, raw.len, false);
	strbuf_release(&raw);
	return status;
}

/*
 * The whole path as the client sees it, and the raw query, borrowed from
 * `env`; tells `rq` how it was spelt. REQUEST_URI is what the client sent with
 * every server measured; PATH_INFO is decoded, merged, split elsewhere or not
 * there at all.
 */
static int
parse_target(const struct env *env, struct request *rq, struct strbuf *path,
    const char **query)
{
	const char *uri = get(env, "REQUEST_URI");
	const char *rest = skip_authority(uri);
	size_t n;

	*query = get(env, "QUERY_STRING");
	if (uri[0] == '\0')
		return join_path(env, path);
	if (strcmp(uri, "*") == 0 && rq->method == METHOD_OPTIONS)
		return 0;
	if (rest != NULL)
		uri = rest;
	else if (uri[0] != '/')
		return 400;
	n = strcspn(uri, "?");
	if (uri[n] == '?')
		*query = uri + n + 1;
	rq->exact = uri[n] == '?' || (*query)[0] == '\0';
	rq->respelt = is_respelt(uri, n);
	return parse_path(path, uri, n, true);
}

static int
check_query(const char *query)
{
	size_t n = strnlen(query, REQUEST_MAX_QUERY_BYTES + 1);

	if (n > REQUEST_MAX_QUERY_BYTES)
		return 414;
	return text_has_control(query, n) ? 400 : 0;
}

/* Is `prefix` all of `path`, or all of it up to one of its slashes? */
static bool
is_mounted_at(const char *path, const char *prefix, size_t n)
{
	return strncmp(path, prefix, n) == 0 &&
	       (path[n] == '/' || path[n] == '\0');
}

/*
 * How much of `path` is below `prefix`, or, if that may be a file, below its
 * directory; into `length`.
 */
static bool
find_prefix(const char *path, const char *prefix, bool encoded,
    bool may_be_file, size_t *length)
{
	struct strbuf sb;
	bool found = false;

	strbuf_init(&sb);
	if (normalise(&sb, prefix, strlen(prefix), encoded) == 0) {
		if (sb.buf[sb.len - 1] == '/')
			strbuf_truncate(&sb, sb.len - 1);
		found = is_mounted_at(path, sb.buf, sb.len);
		if (!found && may_be_file) {
			strbuf_truncate(
			    &sb, (size_t)(strrchr(sb.buf, '/') - sb.buf));
			found = is_mounted_at(path, sb.buf, sb.len);
		}
		*length = sb.len;
	}
	strbuf_release(&sb);
	return found;
}

/*
 * Does SCRIPT_NAME only repeat the path? So it is with nginx and its own
 * fastcgi_params where nothing splits the path: PATH_INFO is then not sent,
 * or is the path once more.
 */
static bool
repeats_path(const struct env *env, const char *script, const char *path)
{
	const char *info = env->get(env->ctx, "PATH_INFO");

	if (info == NULL)
		info = get(env, "DOCUMENT_URI");
	return strcmp(script, path) == 0 && strcmp(info, path) == 0;
}

/* The length of the part of `path` that is our mount point. */
static size_t
find_base(const struct env *env, const char *configured, const char *path)
{
	const char *script = get(env, "SCRIPT_NAME");
	size_t n = 0;

	if (configured != NULL && configured[0] != '\0' &&
	    find_prefix(path, configured, true, false, &n))
		return n;
	/* the directory: /~ada/index.cgi serves /~ada/ by a rewrite rule */
	if (!repeats_path(env, script, path) &&
	    find_prefix(path, script, false, true, &n))
		return n;
	return 0;
}

static char *
encode_base(const char *path, size_t n)
{
	char *decoded = xstrndup(path, n);
	struct strbuf sb;
	char *base;

	strbuf_init(&sb);
	url_encode(&sb, decoded);
	base = strbuf_detach(&sb);
	strbuf_release(&sb);
	free(decoded);
	return base;
}

int
request_init(
    struct request *rq, const struct env *env, const char *configured_base)
{
	const char *query;
	struct strbuf path;
	int status;
	int rc;
	size_t n;

	*rq = (struct request){.method = METHOD_GET};
	strbuf_init(&path);
	status = parse_method(rq, get(env, "REQUEST_METHOD"));
	rc = parse_target(env, rq, &path, &query);
	if (rc == 0)
		rc = check_query(query);
	if (status == 0)
		status = rc;
	n = find_base(env, configured_base, path.buf);
	rq->base = encode_base(path.buf, n);
	/* the mount point itself, without the slash of what is in it */
	rq->respelt = rq->respelt || (n > 0 && n == path.len);
	rq->path = xstrdup(status == 0 && n < path.len ? path.buf + n : "/");
	rq->query = xstrdup(status == 0 ? query : "");
	rq->if_none_match = get_header(env, "HTTP_IF_NONE_MATCH");
	rq->accept_language = get_header(env, "HTTP_ACCEPT_LANGUAGE");
	rq->accept_encoding = get_header(env, "HTTP_ACCEPT_ENCODING");
	strbuf_release(&path);
	return status;
}

void
request_release(struct request *rq)
{
	free(rq->base);
	free(rq->path);
	free(rq->query);
	free(rq->if_none_match);
	free(rq->accept_language);
	free(rq->accept_encoding);
	*rq = (struct request){0};
}

void
request_write_address(const struct request *rq, struct strbuf *out)
{
	strbuf_puts(out, rq->base);
	url_encode(out, rq->path);
	if (rq->query[0] != '\0')
		strbuf_putc(out, '?');
	for (const char *s = rq->query; *s != '\0'; s++)
		if (*s == '+')
			strbuf_puts(out, "%20");
		else
			strbuf_putc(out, *s);
}

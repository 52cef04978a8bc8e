/* SPDX-License-Identifier: MIT */
/* url.c - percent-encoding, query strings, and which links are harmless. */
#include <string.h>
#include <strings.h>

#include "text.h"
#include "url.h"

/* RFC 3986: unreserved, and what is readable and harmless where we write. */
static const char literal[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			      "abcdefghijklmnopqrstuvwxyz"
			      "0123456789-._~,:/@";

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

int
url_decode(struct strbuf *out, const char *s, size_t n, bool plus_is_space)
{
	size_t before = out->len;

	for (size_t i = 0; i < n; i++) {
		int high = -1;
		int low = -1;

		if (s[i] != '%') {
			strbuf_putc(
			    out, s[i] == '+' && plus_is_space ? ' ' : s[i]);
			continue;
		}
		if (n - i > 2) {
			high = hex_digit(s[i + 1]);
			low = hex_digit(s[i + 2]);
		}
		if (high < 0 || low < 0) {
			strbuf_truncate(out, before);
			return -1;
		}
		strbuf_putc(out, (char)(high * 16 + low));
		i += 2;
	}
	return 0;
}

void
url_encode(struct strbuf *out, const char *s)
{
	while (*s != '\0') {
		size_t n = strspn(s, literal);

		strbuf_add(out, s, n);
		s += n;
		if (*s != '\0')
			strbuf_printf(out, "%%%02X", (unsigned char)*s++);
	}
}

void
url_pairs_init(struct url_pairs *it, const char *qs, size_t len)
{
	*it = (struct url_pairs){qs, qs + len};
}

/* A key or a value: text of one line. */
static int
decode_part(struct strbuf *out, const char *s, size_t n)
{
	if (url_decode(out, s, n, true) != 0)
		return -1;
	if (!text_is_utf8(out->buf, out->len) ||
	    text_has_control(out->buf, out->len))
		return -1;
	return 0;
}

int
url_pairs_next(struct url_pairs *it, struct strbuf *key, struct strbuf *value)
{
	const char *pair;
	const char *equals;
	size_t n;

	strbuf_reset(key);
	strbuf_reset(value);
	while (it->at < it->end && *it->at == '&')
		it->at++;
	if (it->at == it->end)
		return 0;
	pair = it->at;
	while (it->at < it->end && *it->at != '&')
		it->at++;
	n = (size_t)(it->at - pair);
	equals = memchr(pair, '=', n);
	if (equals == NULL)
		equals = pair + n;
	else if (decode_part(
		     value, equals + 1, (size_t)(pair + n - equals - 1)) != 0)
		goto bad;
	if (decode_part(key, pair, (size_t)(equals - pair)) == 0)
		return 1;
bad:
	strbuf_reset(key);
	strbuf_reset(value);
	return -1;
}

/* Does `s` begin with `prefix`, which is in lower case? */
static bool
has_prefix(const char *s, const char *prefix)
{
	return strncasecmp(s, prefix, strlen(prefix)) == 0;
}

static bool
is_slash(char c)
{
	/* browsers take a backslash for a slash */
	return c == '/' || c == '\\';
}

bool
url_is_safe(const char *href)
{
	size_t n = strcspn(href, ":/\\?#");

	/* browsers drop tabs and line ends wherever they are */
	if (text_has_control(href, strlen(href)) || href[0] == ' ')
		return false;
	if (href[0] == '\\' || (is_slash(href[0]) && is_slash(href[1])))
		return false;
	if (href[n] != ':')
		return true;
	return has_prefix(href, "http:") || has_prefix(href, "https:") ||
	       has_prefix(href, "mailto:");
}

bool
url_is_absolute_http(const char *s)
{
	const char *host;

	if (!has_prefix(s, "http://") && !has_prefix(s, "https://"))
		return false;
	host = strchr(s, '/') + 2;
	if (strcspn(host, "/?#:@") == 0)
		return false;
	return strpbrk(s, " \"<>\\^`{|}") == NULL &&
	       !text_has_control(s, strlen(s));
}

/* SPDX-License-Identifier: MIT */
/* excerpt.c - a profile with one of its publications. */
#include <string.h>

#include <libxml/chvalid.h>

#include "excerpt.h"
#include "util.h"

/* The rest of a text that is known to be well-formed. */
struct rest {
	const char *p;
	const char *end;
};

static bool
begins_with(const struct rest *r, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(r->end - r->p) >= n && memcmp(r->p, word, n) == 0;
}

static void
skip_past(struct rest *r, const char *word)
{
	const char *at =
	    memmem(r->p, (size_t)(r->end - r->p), word, strlen(word));

	r->p = at != NULL ? at + strlen(word) : r->end;
}

/* A '>' inside quotes does not end a tag. */
static void
skip_tag(struct rest *r)
{
	char quote = '\0';

	for (; r->p < r->end && (quote != '\0' || *r->p != '>'); r->p++)
		if (quote != '\0')
			quote = *r->p == quote ? '\0' : quote;
		else if (*r->p == '"' || *r->p == '\'')
			quote = *r->p;
	r->p += r->p < r->end;
}

/* What is no element, and may hold what looks like one. */
static const struct {
	const char *begin;
	const char *end;
} others[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};

/* Go on to the next tag; false when there is none. */
static bool
find_tag(struct rest *r)
{
	while ((r->p = memchr(r->p, '<', (size_t)(r->end - r->p))) != NULL) {
		size_t i = 0;

		while (
		    i < ARRAY_SIZE(others) && !begins_with(r, others[i].begin))
			i++;
		if (i == ARRAY_SIZE(others))
			return true;
		r->p += strlen(others[i].begin);
		skip_past(r, others[i].end);
	}
	r->p = r->end;
	return false;
}

/* Is this the tag `name`, which begins with "<" or "</"? */
static bool
is_tag(const struct rest *r, const char *name)
{
	const char *behind = r->p + strlen(name);

	return begins_with(r, name) && behind < r->end &&
	       (xmlIsBlank_ch(*behind) || *behind == '>' || *behind == '/');
}

/* Has the tag, without its '<' and name, the attribute id="`key`"? */
static bool
has_id(const char *p, const char *end, const char *key)
{
	size_t n = strlen(key);

	while ((p = memchr(p, '=', (size_t)(end - p))) != NULL) {
		const char *name = p;
		const char *value = p + 1;

		while (xmlIsBlank_ch(name[-1]))
			name--;
		while (value < end && xmlIsBlank_ch(*value))
			value++;
		if (value == end)
			return false;
		p = memchr(value + 1, *value, (size_t)(end - value - 1));
		if (p == NULL)
			return false;
		if (name[-1] == 'd' && name[-2] == 'i' &&
		    xmlIsBlank_ch(name[-3]))
			return (size_t)(p - value - 1) == n &&
			       memcmp(value + 1, key, n) == 0;
	}
	return false;
}

static const char last_tag[] = "</publication";

/* Is there anything but elements? */
static bool
has_others(const char *p, const char *end)
{
	for (const char *sign = "!?"; *sign != '\0'; sign++)
		for (const char *at = p;
		     (at = memchr(at, *sign, (size_t)(end - at))) != NULL; at++)
			if (at > p && at[-1] == '<')
				return true;
	return false;
}

/*
 * Go on behind the end of the element whose first tag has been passed: tag by
 * tag only if a comment, say, may hold what looks like its end.
 */
static void
skip_element(struct rest *r)
{
	const char *end = memmem(
	    r->p, (size_t)(r->end - r->p), last_tag, sizeof(last_tag) - 1);

	if (r->p[-2] == '/')
		return;
	if (end != NULL && !has_others(r->p, end))
		r->p = end;
	while (find_tag(r)) {
		bool ends = is_tag(r, last_tag);

		skip_tag(r);
		if (ends)
			return;
	}
}

static bool
refers(const char *p, const char *end)
{
	return memmem(p, (size_t)(end - p), "<ref", strlen("<ref")) != NULL;
}

bool
excerpt_make(const char *xml, size_t n, const char *key, struct strbuf *out)
{
	struct rest r = {xml, xml + n};
	size_t before = out->len;
	const char *from = xml; /* what was not copied yet */
	bool found = false;

	while (find_tag(&r)) {
		const char *begin = r.p;
		bool wanted;

		skip_tag(&r);
		if (!is_tag(&(struct rest){begin, r.end}, "<publication"))
			continue;
		wanted = has_id(begin + strlen("<publication"), r.p, key);
		skip_element(&r);
		if (wanted) {
			found = !refers(begin, r.p);
			continue;
		}
		strbuf_add(out, from, (size_t)(begin - from));
		from = r.p;
	}
	strbuf_add(out, from, (size_t)(r.end - from));
	if (!found)
		strbuf_truncate(out, before);
	return found;
}

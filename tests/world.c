/* SPDX-License-Identifier: MIT */
/* world.c - a program with data and a small theme of its own. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "exchange.h"
#include "paint.h"
#include "serve.h"
#include "world.h"

static const char *const theme_files[] = {"layout.xsl", "sections/default.xsl",
    "sections/error.xsl", "sections/news.xsl", "sections/not-shown.xsl",
    "sections/groups.xsl", "sections/people.xsl", "sections/person.xsl",
    "sections/publication.xsl", "sections/publications.xsl",
    "formats/bibtex.xsl", "formats/rss.xsl", "strings/en.xml",
    "strings/fr.xml"};

void
put_theme(const char *dir, const char *below)
{
	for (size_t i = 0; i < ARRAY_SIZE(theme_files); i++) {
		struct strbuf from;
		struct strbuf to;
		char *text;

		strbuf_init(&from);
		strbuf_init(&to);
		strbuf_printf(&from, "theme/%s", theme_files[i]);
		strbuf_printf(&to, "%s/%s", below, theme_files[i]);
		text = read_fixture(from.buf);
		put_file(dir, to.buf, text);
		free(text);
		strbuf_release(&from);
		strbuf_release(&to);
	}
}

static const char *
no_variable(const char *name)
{
	(void)name;
	return NULL;
}

void
world_begin(struct world *w)
{
	struct strbuf path;
	char *grammars;

	*w = (struct world){.dir = temp_begin(), .now_ms = NOON_MS + DAY_MS};
	strbuf_init(&w->data);
	strbuf_init(&w->share);
	strbuf_printf(&w->data, "%s/data", w->dir);
	strbuf_printf(&w->share, "%s/share", w->dir);
	log_begin(&w->lines);
	put_theme(w->dir, "share/xslt");
	strbuf_init(&path);
	strbuf_printf(&path, "%s/xml", share_dir());
	grammars = realpath(path.buf, NULL);
	ck_assert_ptr_nonnull(grammars);
	strbuf_reset(&path);
	strbuf_printf(&path, "%s/xml", w->share.buf);
	ck_assert_int_eq(symlink(grammars, path.buf), 0);
	free(grammars);
	strbuf_release(&path);
	put_file(w->data.buf, "site.xml", SITE);
	put_file(w->data.buf, "people/ada.xml",
	    PROFILE("<news><item id='n1' date='2024'>Hello</item></news>"
		    "<publications/>"));
	settings_init(&w->settings, no_variable);
	settings_set(&w->settings, SETTING_DATA, w->data.buf);
	settings_set(&w->settings, SETTING_SHARE, w->share.buf);
}

#define PUB(id, date)                                                          \
	"<publication id='" id "' type='book' date='" date                     \
	"'><title>Title " id                                                   \
	"</title><authors><author>B</author></authors></publication>"
#define ADA                                                                    \
	PROFILE("<news><item id='n1' date='2024'>Hello</item></news>"          \
		"<publications>" PUB("a", "2023")                              \
		    PUB("b", "2024") "</publications><section "                \
				     "id='\u00fcber'><heading>H</heading>"     \
				     "</section>")
#define BO                                                                     \
	"<profile version='1'><person><name>Bo Li</name></person><news>"       \
	"<item date='2024'>Moved</item></news></profile>"

void
world_begin_two(struct world *w)
{
	world_begin(w);
	put_file(w->data.buf, "people/ada.xml", ADA);
	put_file(w->data.buf, "people/bo.xml", BO);
}

void
world_open(struct world *w)
{
	struct diag d;

	diag_init(&d);
	ck_assert_int_eq(
	    program_open(&w->program, &w->settings, w->now_ms, &d), 0);
	ck_assert_uint_eq(d.n, 0);
	diag_release(&d);
}

void
world_end(struct world *w)
{
	program_close(&w->program);
	settings_release(&w->settings);
	strbuf_release(&w->data);
	strbuf_release(&w->share);
	strbuf_release(&w->lines);
	temp_end(w->dir);
}

static const char *
variable(const void *ctx, const char *name)
{
	const struct ask *ask = ctx;

	if (strcmp(name, "REQUEST_METHOD") == 0)
		return ask->method != NULL ? ask->method : "GET";
	if (strcmp(name, "REQUEST_URI") == 0)
		return ask->uri;
	if (strcmp(name, "SCRIPT_NAME") == 0)
		return ask->script;
	if (strcmp(name, "HTTP_IF_NONE_MATCH") == 0)
		return ask->if_none_match;
	if (strcmp(name, "HTTP_ACCEPT_ENCODING") == 0)
		return ask->accept_encoding;
	if (strcmp(name, "HTTP_ACCEPT_LANGUAGE") == 0)
		return ask->accept_language;
	return NULL;
}

int
world_serve(struct world *w, struct ask ask, struct sink *out)
{
	const struct env env = {variable, &ask};

	w->now_ms += 1000;
	return serve(&w->program, &env, out, w->now_ms);
}

char *
world_ask(struct world *w, struct ask ask)
{
	struct strbuf sb;
	struct sink out;

	strbuf_init(&sb);
	out = sink_to_strbuf(&sb);
	ck_assert_int_eq(world_serve(w, ask, &out), 0);
	return strbuf_detach(&sb);
}

char *
world_get(struct world *w, const char *uri)
{
	return world_ask(w, (struct ask){.uri = uri});
}

char *
header_of(const char *response, const char *name)
{
	const char *end = body_of(response);
	size_t n = strlen(name);

	for (const char *line = response; line < end;
	     line += strcspn(line, "\n") + 1)
		if (strncasecmp(line, name, n) == 0 && line[n] == ':')
			return xstrndup(
			    line + n + 2, strcspn(line + n + 2, "\r\n"));
	return xstrdup("");
}

void
ck_header(const char *response, const char *name, const char *want)
{
	char *got = header_of(response, name);

	ck_assert_msg(
	    strcmp(got, want) == 0, "%s: %s, not %s", name, got, want);
	free(got);
}

const char *
body_of(const char *response)
{
	const char *end = strstr(response, "\r\n\r\n");

	ck_assert_msg(end != NULL, "no head: %s", response);
	return end + 4;
}

void
world_ck_view(struct world *w, const char *uri, const char *slot,
    const struct path_case *cases, size_t n)
{
	const struct ask ask = {.uri = uri};
	const struct env env = {variable, &ask};
	enum query_key bad;
	struct exchange x;
	xmlDoc *view;

	exchange_init(&x, &w->program);
	ck_assert_int_eq(request_init(&x.request, &env, NULL), 0);
	ck_assert_int_eq(exchange_find(&x, &bad), 0);
	ck_assert_int_eq(exchange_select(&x, &bad), 0);
	view = paint_view(w->program.store, &x.page, slot);
	ck_assert_msg(view != NULL, "%s has no slot %s", uri, slot);
	ck_paths(view, cases, n);
	exchange_release(&x);
}

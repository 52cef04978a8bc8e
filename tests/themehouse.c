/* SPDX-License-Identifier: MIT */
/* themehouse.c - a theme over built-in sheets of its own. */
#include "themehouse.h"
#include "render.h"

void
themehouse_begin(struct themehouse *th)
{
	*th = (struct themehouse){.dir = temp_begin(), .now_ms = NOON_MS};
	strbuf_init(&th->base);
	strbuf_init(&th->mine);
	strbuf_printf(&th->base, "%s/base", th->dir);
	strbuf_printf(&th->mine, "%s/mine", th->dir);
	log_begin(&th->lines);
	put_file(th->base.buf, "sections/a.xsl", SAYS("base a"));
	put_file(th->base.buf, "sections/b.xsl", SAYS("base b"));
	put_file(th->mine.buf, "readme", "");
}

void
themehouse_open(struct themehouse *th)
{
	th->theme = theme_open(th->base.buf, th->mine.buf, th->now_ms);
}

void
themehouse_end(struct themehouse *th)
{
	theme_close(th->theme);
	strbuf_release(&th->base);
	strbuf_release(&th->mine);
	strbuf_release(&th->lines);
	temp_end(th->dir);
}

void
themehouse_refresh(struct themehouse *th)
{
	th->now_ms += 1000;
	theme_refresh(th->theme, th->now_ms);
}

void
ck_sheet(const struct themehouse *th, const char *name, const char *want)
{
	struct sheet *sheet = theme_sheet(th->theme, name);
	struct strbuf sb;
	struct sink out;
	xmlDoc *view;

	ck_assert_msg((sheet != NULL) == (want != NULL), "%s", name);
	if (sheet == NULL)
		return;
	strbuf_init(&sb);
	out = sink_to_strbuf(&sb);
	view = xmlNewDoc((const xmlChar *)"1.0");
	xmlDocSetRootElement(view, xmlNewNode(NULL, (const xmlChar *)"view"));
	ck_assert_int_eq(
	    render(sheet, view, NULL, NULL, NULL, &out), RENDER_OK);
	ck_assert_str_eq(sb.buf, want);
	ck_assert_str_eq(sheet_name(sheet), name);
	xmlFreeDoc(view);
	strbuf_release(&sb);
}

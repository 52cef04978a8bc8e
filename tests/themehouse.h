/* SPDX-License-Identifier: MIT */
/* themehouse.h - a theme over built-in sheets of its own. */
#ifndef VITAE_THEMEHOUSE_H
#define VITAE_THEMEHOUSE_H

#include "testing.h"
#include "theme.h"

#define XSL(body)                                                              \
	"<xsl:stylesheet version='1.0' "                                       \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>" body               \
	"</xsl:stylesheet>"
/* A sheet that says `text`. */
#define SAYS(text)                                                             \
	XSL("<xsl:output method='text'/><xsl:template match='/'>" text         \
	    "</xsl:template>")

struct themehouse {
	char *dir;
	struct strbuf base;
	struct strbuf mine; /* the theme's own directory */
	struct strbuf lines;
	struct theme *theme;
	int64_t now_ms;
};

/* The sheets sections/a.xsl and b.xsl are there, the theme is not open. */
void themehouse_begin(struct themehouse *th);
void themehouse_open(struct themehouse *th);
void themehouse_end(struct themehouse *th);

/* A request comes, a second later. */
void themehouse_refresh(struct themehouse *th);

/* The sheet makes this; `want` NULL: there is no such sheet. */
void ck_sheet(const struct themehouse *th, const char *name, const char *want);

#endif

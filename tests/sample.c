/* SPDX-License-Identifier: MIT */
/* sample.c - profiles and pages that tests are made with. */
#include <string.h>

#include <libxml/parser.h>

#include "sample.h"

static void
generate_publication(struct strbuf *out, size_t i)
{
	static const char *const types[] = {
	    "journal", "conference", "preprint"};
	static const char *const statuses[] = {"published", "published",
	    "published", "accepted", "submitted", "retracted", "published"};
	static const char *const venues[] = {
	    "Journal of Trees", "Acta Arborum", "STOA", "Zeitschrift", ""};
	static const char *const keywords[] = {"trees", "graphs", "leaf order",
	    "M\u00fcller automata", "\u89c6\u9891\u7247\u6bb5"};
	static const char *const rels[] = {"code", "paper", "data", "press"};
	const char *venue = venues[i / 2 % ARRAY_SIZE(venues)];

	strbuf_printf(out,
	    "<publication id=\"p%zu\" type=\"%s\" date=\"%zu\" status=\"%s\" "
	    "selected=\"%s\"><title>Title %zu</title><authors>",
	    i, types[i % ARRAY_SIZE(types)], 2015 + i * 7 % 11,
	    statuses[i % ARRAY_SIZE(statuses)], i % 6 == 0 ? "true" : "false",
	    i * 37 % 1000);
	strbuf_printf(out,
	    "<author person=\"ada\" self=\"true\"/><author>Co Author "
	    "%zu</author></authors>",
	    i % 13);
	if (venue[0] != '\0')
		strbuf_printf(out,
		    "<venue><name>%s</name><rank scheme=\"CCF\">%c</rank>"
		    "</venue>",
		    venue, (char)('A' + i % 3));
	strbuf_printf(out,
	    "<keyword>%s</keyword><keyword>%s</keyword>"
	    "<link rel=\"%s\" href=\"/x\"/>",
	    keywords[i % ARRAY_SIZE(keywords)],
	    keywords[i / 3 % ARRAY_SIZE(keywords)],
	    rels[i / 5 % ARRAY_SIZE(rels)]);
	if (i % 4 != 0)
		strbuf_printf(out,
		    "<metric type=\"citations\" value=\"%zu\" "
		    "as-of=\"2024\"/>",
		    i * 31 % 97);
	strbuf_puts(out, "</publication>\n");
}

void
generate_profile(struct strbuf *out, size_t n)
{
	strbuf_puts(out, "<profile version=\"1\" xml:lang=\"en\">\n"
			 "<person id=\"ada\"><name>Ada Berg</name></person>\n"
			 "<publications>\n");
	for (size_t i = 0; i < n; i++)
		generate_publication(out, i);
	strbuf_puts(out, "</publications>\n</profile>\n");
}

static void
fill_page(struct sample *s)
{
	s->page = (struct page){.kind = "home",
	    .lang = "en",
	    .base = "/",
	    .statics = "/static/",
	    .home = "/",
	    .list = "/publications",
	    .path = "/",
	    .canonical = "https://example.org/",
	    .bad_key = KEY_NONE,
	    .site = s->site,
	    .profile = s->profile,
	    .words = s->words,
	    .query = &s->query,
	    .selection = &s->selection};
}

void
sample_open(struct sample *s, const char *profile, const char *qs)
{
	static const char strings[] =
	    "<strings lang=\"en\"><s key=\"hi\">Hello</s></strings>";
	enum query_key bad;
	struct diag d;

	diag_init(&d);
	*s = (struct sample){.schemas = open_schemas()};
	s->profile = parse_profile(s->schemas, profile);
	s->site = site_parse(SITE, strlen(SITE), "site.xml", s->schemas, &d);
	ck_assert_ptr_nonnull(s->site);
	s->words = words_new(xmlReadMemory(
	    strings, (int)strlen(strings), NULL, NULL, XML_PARSE_NONET));
	ck_assert_int_eq(query_parse(&s->query, QUERY_OF_PERSON, qs, &bad), 0);
	select_run(&s->selection, &s->profile->publications, &s->query);
	fill_page(s);
	diag_release(&d);
}

void
sample_close(struct sample *s)
{
	select_release(&s->selection);
	query_release(&s->query);
	words_free(s->words);
	site_free(s->site);
	profile_free(s->profile);
	schemas_close(s->schemas);
}

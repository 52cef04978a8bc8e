/* SPDX-License-Identifier: MIT */
/* format.c - the feeds and files that pages can be had as. */
#include <string.h>

#include "format.h"
#include "util.h"

#define RSS "application/rss+xml; charset=utf-8"
#define ATOM "application/atom+xml; charset=utf-8"

/*
 * JSON has no charset parameter (RFC 8259, 11). BibTeX and RIS were never
 * registered; these are the names that reference managers know.
 */
static const struct format formats[] = {
    {".rss", FORMAT_OF_NEWS, "formats/rss.xsl", RSS, "feed.news.rss", false,
	true},
    {".atom", FORMAT_OF_NEWS, "formats/atom.xsl", ATOM, "feed.news.atom", false,
	true},
    {".json", FORMAT_OF_NEWS, "formats/jsonfeed.xsl", "application/feed+json",
	"feed.news.json", false, true},
    {".bib", FORMAT_OF_PUBLICATIONS, "formats/bibtex.xsl",
	"application/x-bibtex; charset=utf-8", "file.bib", true, false},
    {".ris", FORMAT_OF_PUBLICATIONS, "formats/ris.xsl",
	"application/x-research-info-systems; charset=utf-8", "file.ris", true,
	false},
    {".csl.json", FORMAT_OF_PUBLICATIONS, "formats/csl.xsl",
	"application/vnd.citationstyles.csl+json", "file.csl", true, false},
    {".csv", FORMAT_OF_PUBLICATIONS, "formats/csv.xsl",
	"text/csv; charset=utf-8; header=present", "file.csv", false, false},
    {".xml", FORMAT_OF_PUBLICATIONS, "formats/xml.xsl",
	"application/xml; charset=utf-8", "file.xml", true, false},
    {".json", FORMAT_OF_PUBLICATIONS, "formats/json.xsl", "application/json",
	"file.json", true, false},
    {".rss", FORMAT_OF_PUBLICATIONS, "formats/rss.xsl", RSS,
	"feed.publications.rss", false, true},
    {".atom", FORMAT_OF_PUBLICATIONS, "formats/atom.xsl", ATOM,
	"feed.publications.atom", false, true},
    {".vcf", FORMAT_OF_PERSON, "formats/vcard.xsl", "text/vcard; charset=utf-8",
	"file.vcf", false, false},
    {".jsonld", FORMAT_OF_PERSON, "formats/jsonld.xsl", "application/ld+json",
	"file.jsonld", false, false},
    {".sitemap.xml", FORMAT_OF_PAGES, "formats/sitemap.xsl",
	"application/xml; charset=utf-8", "file.sitemap", false, false},
    {"sitemap-pages.xml", FORMAT_OF_SITE, "formats/sitemap.xsl",
	"application/xml; charset=utf-8", "file.sitemap", false, false},
    {"sitemap.xml", FORMAT_OF_SITE, "formats/sitemap.xsl",
	"application/xml; charset=utf-8", "file.sitemap", false, false},
    {"robots.txt", FORMAT_OF_SITE, "formats/robots.xsl",
	"text/plain; charset=utf-8", "file.robots", false, false},
    {"opensearch.xml", FORMAT_OF_SITE, "formats/opensearch.xsl",
	"application/opensearchdescription+xml; charset=utf-8",
	"file.opensearch", false, false},
};

static const struct {
	const char *section;
	enum format_of of;
} sections[] = {
    {"news", FORMAT_OF_NEWS},
    {"publications", FORMAT_OF_PUBLICATIONS},
};

const struct format *
format_at(enum format_of of, size_t i)
{
	for (size_t k = 0; k < ARRAY_SIZE(formats); k++)
		if (formats[k].of == of && i-- == 0)
			return &formats[k];
	return NULL;
}

const struct format *
format_find(enum format_of of, const char *segment)
{
	const struct format *found = NULL;
	size_t n = strlen(segment);

	for (size_t k = 0; k < ARRAY_SIZE(formats); k++) {
		size_t m = strlen(formats[k].suffix);

		if (formats[k].of == of && n > m &&
		    strcmp(segment + n - m, formats[k].suffix) == 0 &&
		    (found == NULL || strlen(found->suffix) < m))
			found = &formats[k];
	}
	return found;
}

const struct format *
format_named(enum format_of of, const char *suffix)
{
	for (size_t k = 0; k < ARRAY_SIZE(formats); k++)
		if (formats[k].of == of &&
		    strcmp(formats[k].suffix, suffix) == 0)
			return &formats[k];
	return NULL;
}

bool
format_of_section(const char *name, enum format_of *of)
{
	for (size_t i = 0; i < ARRAY_SIZE(sections); i++)
		if (strcmp(sections[i].section, name) == 0) {
			*of = sections[i].of;
			return true;
		}
	return false;
}

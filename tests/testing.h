/* SPDX-License-Identifier: MIT */
/* testing.h - what several tests need. */
#ifndef VITAE_TESTING_H
#define VITAE_TESTING_H

#include <check.h>
#include <stdint.h>

#include <libxml/tree.h>

#include "diag.h"
#include "log.h"
#include "profile.h"
#include "schema.h"
#include "strbuf.h"

/* Some moment; nothing depends on the clock. 2025-03-14T12:00:00Z */
#define NOON_MS INT64_C(1741953600000)
enum { DAY_MS = 86400000 };

/* Run the tests, NULL-terminated, each in a process of its own. */
int run_tests(const char *suite, const TTest *const *tests);

/* $VITAE_SHARE, or ".": xslt/, xml/schema/ and tests/data/ are here. */
const char *share_dir(void);

/* A directory of its own; temp_end() removes it and frees the name. */
char *temp_begin(void);
void temp_end(char *dir);
/* DIR/NAME. Owned. */
char *path_in(const char *dir, const char *name);
/* Write the file, and the directories that lead to it, at NOON_MS. */
void put_file(const char *dir, const char *name, const char *text);
void put_bytes(const char *dir, const char *name, const void *p, size_t n);
/* Make a symbolic link to `to`, or a directory that is not there yet. */
void put_link(const char *dir, const char *name, const char *to);
void put_folder(const char *dir, const char *name);
void set_time(const char *dir, const char *name, int64_t mtime_ms);
void move_file(const char *dir, const char *from, const char *to);
void remove_file(const char *dir, const char *name);
/* Append the whole file to `out`; false when it cannot be read. */
bool read_whole(const char *path, struct strbuf *out);
/* The bytes of tests/data/NAME. Owned. */
char *read_fixture(const char *name);

/* From now on collect what is logged in `lines`: "error: text" each. */
void log_begin(struct strbuf *lines);
/* Without a NUL behind it: to read on is an error of ASan. Owned. */
char *bare_copy(const char *s, size_t n);
/* How often `word` stands in `text`. */
size_t count_of(const char *text, const char *word);

/* The text of `n` bytes that was compressed to `length` bytes. Owned. */
char *gunzip(const char *p, size_t length, size_t n);

struct schemas *open_schemas(void);
/* "file:line: text" of each problem, one a line. Owned. */
char *problems_of(const struct diag *d);

/* A profile of somebody called Ada Berg, id ada, with these parts. */
#define PROFILE_WITH(before, after)                                            \
	"<profile version=\"1\" xml:lang=\"en\">\n"                            \
	"<person id=\"ada\"><name>Ada Berg</name></person>\n" before after     \
	"</profile>\n"
#define PROFILE(sections) PROFILE_WITH("", sections)
/* A profile of somebody who has a name and nothing else. */
#define NAMED(name)                                                            \
	"<profile version=\"1\"><person><name>" name                           \
	"</name></person></profile>\n"
#define SITE                                                                   \
	"<site version=\"1\" base-url=\"https://example.org/\" "               \
	"home=\"ada\"><name>Bergs</name></site>\n"

/* Must succeed; the file is called people/ada.xml. */
struct profile *parse_profile(const struct schemas *schemas, const char *xml);

/* What XPath `expr` makes of the document, as a string. Owned. */
char *xpath(xmlDoc *doc, const char *expr);
#define ck_xpath(doc, expr, want)                                              \
	do {                                                                   \
		char *got_ = xpath(doc, expr);                                 \
                                                                               \
		ck_assert_msg(strcmp(got_, want) == 0,                         \
		    "%s is \"%s\", not \"%s\"", expr, got_, want);             \
		free(got_);                                                    \
	} while (0)

struct path_case {
	const char *expr;
	const char *want;
};

/* The same of many; the document is freed. */
void ck_paths(xmlDoc *doc, const struct path_case *cases, size_t n);

#endif

/* SPDX-License-Identifier: MIT */
/* cmd_check.c - tell every problem of the data. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/parser.h>

#include "cmd.h"
#include "copies.h"
#include "file.h"
#include "listing.h"
#include "profile.h"
#include "program.h"
#include "reserved.h"
#include "site.h"
#include "sitecheck.h"
#include "store.h"
#include "theme.h"
#include "xmlnode.h"

struct checker {
	const struct schemas *schemas;
	struct diag d;	   /* problems that were not printed yet */
	struct site *site; /* owned; NULL: it was not read, or is no good */
	bool site_told;	   /* the data directory's, which each id needs */
	struct sitecheck people;
	size_t files;
	size_t bad; /* files with problems */
	bool failed;
	struct theme *theme;
	struct copies *copies; /* owned; NULL: not all files are read */
};

/* Print what was found in one file, or about one thing. */
static void
print_problems(struct checker *c)
{
	struct strbuf line;

	diag_sort(&c->d);
	strbuf_init(&line);
	for (size_t i = 0; i < c->d.n; i++) {
		strbuf_reset(&line);
		diag_format(&c->d.problems[i], &line);
		puts(line.buf);
	}
	strbuf_release(&line);
	if (c->d.n > 0)
		c->failed = true;
	diag_reset(&c->d);
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* A word that cannot be the id of a person is a problem of its file. */
static bool
check_id(struct checker *c, const char *path, const char *id)
{
	if (id == NULL || !person_id_is_valid(id))
		diag_add(&c->d, path, 0,
		    "is not served: the name of the file, or of a home, is an "
		    "id with a-z, 0-9 and - only, like ada-berg");
	else if (person_id_is_reserved(id))
		diag_add(&c->d, path, 0,
		    "is not served: \"%s\" is a word that the program uses "
		    "itself; choose another name",
		    id);
	else
		return true;
	return false;
}

static void
check_profile(struct checker *c, const char *path, const char *id,
    const struct strbuf *xml)
{
	struct profile *p;

	if (!check_id(c, path, id))
		return;
	p = profile_parse(xml->buf, xml->len, path, id, c->schemas, &c->d);
	if (p != NULL && c->copies != NULL)
		copies_add(c->copies, path, p);
	sitecheck_person(&c->people, id, p, path, &c->d);
}

static void
check_site(struct checker *c, const char *path, const struct strbuf *xml)
{
	const char *const *tags;
	size_t n;

	site_free(c->site);
	c->site = site_parse(xml->buf, xml->len, path, c->schemas, &c->d);
	c->people.site = c->site;
	tags = lexicon_languages(theme_lexicon(c->theme), &n);
	sitecheck_languages(&c->people, tags, n, path, &c->d);
}

static const char *
template_of(const struct checker *c)
{
	return c->site != NULL ? c->site->people : NULL;
}

/* Print what is wrong with the file and forget it. */
static void
end_file(struct checker *c)
{
	c->files++;
	c->bad += c->d.n > 0;
	print_problems(c);
}

/*
 * The file `src` below `dirfd`; `path` is how messages call it, `id` whose it
 * is, NULL the site's or nobody's.
 */
static void
check_source(struct checker *c, int dirfd, const struct source *src,
    const char *path, const char *id)
{
	struct file_id seen;
	struct strbuf xml;
	int error;

	strbuf_init(&xml);
	error = source_read(src, dirfd, STORE_MAX_FILE_BYTES, &xml, &seen);
	if (error != 0)
		diag_add(&c->d, path, 0, "%s", file_strerror(error));
	else if (id == NULL && strcmp(base_name(path), "site.xml") == 0)
		check_site(c, path, &xml);
	else
		check_profile(c, path, id, &xml);
	strbuf_release(&xml);
	end_file(c);
}

/* The file `name` below `dirfd`: the site, or somebody's, who may be "site". */
static void
check_file(
    struct checker *c, int dirfd, const char *name, const char *path, bool site)
{
	const struct source src = {.path = (char *)(uintptr_t)name};
	char *id = person_id_of_file(base_name(path));

	check_source(c, dirfd, &src, path, site ? NULL : id);
	free(id);
}

/* -1 when it cannot be opened; the reason is then a problem. */
static int
open_directory(struct checker *c, const char *path)
{
	int fd = file_open_dir(path);

	if (fd < 0)
		diag_add(&c->d, path, 0, "%s", strerror(errno));
	return fd;
}

static void
check_argument(struct checker *c, const char *path)
{
	const char *name = base_name(path);
	char *dir =
	    name == path ? xstrdup(".") : xstrndup(path, (size_t)(name - path));
	int dirfd = open_directory(c, dir);

	if (dirfd >= 0) {
		check_file(c, dirfd, name, path, strcmp(name, "site.xml") == 0);
		close(dirfd);
	}
	free(dir);
}

static int
is_xml(const struct dirent *e)
{
	size_t n = strlen(e->d_name);

	return e->d_name[0] != '.' && n > 4 &&
	       strcmp(e->d_name + n - 4, ".xml") == 0;
}

static void
check_people(struct checker *c, int dirfd, const char *dir)
{
	struct dirent **entries = NULL;
	struct strbuf path;
	int n = scandirat(dirfd, "people", &entries, is_xml, alphasort);

	strbuf_init(&path);
	strbuf_printf(&path, "%s/people", dir);
	/* they may all be at home */
	if (n < 0 && (errno != ENOENT || template_of(c) == NULL))
		diag_add(&c->d, path.buf, 0, "%s", strerror(errno));
	print_problems(c);
	for (int i = 0; i < n; i++) {
		strbuf_reset(&path);
		strbuf_printf(&path, "%s/people/%s", dir, entries[i]->d_name);
		check_file(
		    c, dirfd, path.buf + strlen(dir) + 1, path.buf, false);
		free(entries[i]);
	}
	free(entries);
	strbuf_release(&path);
}

/* Profiles that site.xml says are elsewhere; `only` one of them, or NULL. */
static size_t
check_homes(struct checker *c, int dirfd, const char *only)
{
	struct roster people = {0};
	struct listing listing;
	struct file_id seen;
	size_t n = 0;

	listing_begin(&listing, &people, NULL);
	listing_set_template(&listing, template_of(c));
	listing_look(&listing, dirfd, 0);
	if (listing.homes.error != 0)
		diag_add(&c->d, template_of(c), 0, "%s",
		    strerror(listing.homes.error));
	print_problems(c);
	for (size_t i = 0; i < people.n; i++) {
		const struct entry *e = people.entries[i];
		const char *id = e->member.id;

		if (e->file.home == 0 ||
		    (only != NULL && strcmp(only, id) != 0) ||
		    file_stat(dirfd, e->file.path, &seen) != 0)
			continue;
		check_source(c, dirfd, &e->file, e->file.path, id);
		n++;
	}
	listing_release(&listing);
	roster_release(&people);
	return n;
}

/* Files that do not agree are told, but each of them is good. */
static void
check_copies(struct checker *c)
{
	bool failed = c->failed;

	copies_report(c->copies, &c->d);
	print_problems(c);
	c->failed = failed;
}

static void
check_everybody(
    struct checker *c, int dirfd, const char *dir, const char *site_file)
{
	c->copies = copies_new();
	check_people(c, dirfd, dir);
	check_homes(c, dirfd, NULL);
	sitecheck_end(&c->people, site_file, &c->d);
	print_problems(c);
	check_copies(c);
}

static void
check_one(struct checker *c, int dirfd, const char *dir, const char *id)
{
	struct file_id seen;
	struct strbuf path;

	strbuf_init(&path);
	strbuf_printf(&path, "%s/people/%s.xml", dir, id);
	if (file_stat(AT_FDCWD, path.buf, &seen) == 0) {
		check_file(
		    c, dirfd, path.buf + strlen(dir) + 1, path.buf, false);
	} else if (check_homes(c, dirfd, id) == 0) {
		diag_add(&c->d, path.buf, 0, "%s", strerror(ENOENT));
		end_file(c);
	}
	strbuf_release(&path);
}

/* Everybody, or `only` one person. */
static void
check_directory(struct checker *c, const char *dir, const char *only)
{
	int dirfd = open_directory(c, dir);
	struct strbuf site_file;

	if (dirfd < 0)
		return;
	strbuf_init(&site_file);
	strbuf_printf(&site_file, "%s/site.xml", dir);
	if (!c->site_told)
		check_file(c, dirfd, "site.xml", site_file.buf, true);
	c->site_told = true;
	if (only != NULL)
		check_one(c, dirfd, dir, only);
	else
		check_everybody(c, dirfd, dir, site_file.buf);
	strbuf_release(&site_file);
	close(dirfd);
}

int
cmd_check(const struct settings *s, int argc, char **argv)
{
	const char *data = s->value[SETTING_DATA];
	struct checker c = {0};
	struct schemas *schemas;
	struct strbuf path;

	diag_init(&c.d);
	strbuf_init(&path);
	strbuf_printf(&path, "%s/xml/schema", s->value[SETTING_SHARE]);
	xmlInitParser();
	schemas = schemas_open(path.buf, &c.d);
	c.schemas = schemas;
	strbuf_reset(&path);
	strbuf_printf(&path, "%s/xslt", s->value[SETTING_SHARE]);
	c.theme = theme_open(path.buf, s->value[SETTING_THEME], clock_ms());
	if (schemas != NULL && argc == 0)
		check_directory(&c, data, NULL);
	for (int i = 0; schemas != NULL && i < argc; i++)
		if (person_id_is_valid(argv[i]))
			check_directory(&c, data, argv[i]);
		else
			check_argument(&c, argv[i]);
	print_problems(&c);
	if (c.bad > 0 && c.files > 2)
		printf("%zu of %zu files have problems\n", c.bad, c.files);
	schemas_close(schemas);
	sitecheck_release(&c.people);
	site_free(c.site);
	copies_free(c.copies);
	theme_close(c.theme);
	strbuf_release(&path);
	diag_release(&c.d);
	return c.failed ? 1 : 0;
}

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
#include "file.h"
#include "profile.h"
#include "reserved.h"
#include "site.h"
#include "store.h"
#include "xmlnode.h"

struct checker {
	const struct schemas *schemas;
	struct diag d;
	struct site *site; /* owned; NULL: it was not read, or is no good */
};

/* Where a problem is found. */
struct place {
	struct checker *checker;
	const char *path;
	int line;
};

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* The file name without .xml; a name that is no id is a problem. */
static char *
id_of(struct checker *c, const char *path)
{
	char *id = person_id_of_file(base_name(path));

	if (id == NULL) {
		diag_add(&c->d, path, 0,
		    "is not served: a profile's file is called like its "
		    "address, with a-z, 0-9 and -, like ada-berg.xml");
		return NULL;
	}
	if (person_id_is_reserved(id)) {
		diag_add(&c->d, path, 0,
		    "is not served: \"%s\" is a word that the program uses "
		    "itself; rename the file",
		    id);
		free(id);
		return NULL;
	}
	return id;
}

static void
check_group(void *ctx, const char *id, const struct site_group *group)
{
	const struct place *at = ctx;

	if (group == NULL)
		diag_add(&at->checker->d, at->path, at->line,
		    "group=\"%s\" is no group of site.xml; add <group "
		    "id=\"%s\"> there or correct the id",
		    id, id);
}

static void
check_profile(struct checker *c, const char *path, const struct strbuf *xml)
{
	char *id = id_of(c, path);
	struct profile *p = NULL;

	if (id != NULL)
		p = profile_parse(
		    xml->buf, xml->len, path, id, c->schemas, &c->d);
	if (p != NULL && c->site != NULL) {
		struct place at = {c, path, node_line(p->person)};

		site_groups_named(c->site, p->person, check_group, &at);
	}
	profile_free(p);
	free(id);
}

static void
check_site(struct checker *c, const char *path, const struct strbuf *xml)
{
	site_free(c->site);
	c->site = site_parse(xml->buf, xml->len, path, c->schemas, &c->d);
}

/* The file `name` below `dirfd`; `path` is how messages call it. */
static void
check_file(struct checker *c, int dirfd, const char *name, const char *path)
{
	struct file_id seen;
	struct strbuf xml;
	int error;

	strbuf_init(&xml);
	error = file_read(dirfd, name, STORE_MAX_FILE_BYTES, &xml, &seen);
	if (error != 0)
		diag_add(&c->d, path, 0, "%s", file_strerror(error));
	else if (strcmp(base_name(path), "site.xml") == 0)
		check_site(c, path, &xml);
	else
		check_profile(c, path, &xml);
	strbuf_release(&xml);
}

/* -1 when it cannot be opened; the reason is then a problem. */
static int
open_directory(struct checker *c, const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

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
		check_file(c, dirfd, name, path);
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

/* What site.xml calls its home must be there. */
static void
check_home(struct checker *c, const char *dir, bool found)
{
	struct strbuf site;

	if (c->site == NULL || c->site->home == NULL || found)
		return;
	strbuf_init(&site);
	strbuf_printf(&site, "%s/site.xml", dir);
	diag_add(&c->d, site.buf, node_line(c->site->root),
	    "home=\"%s\" is nobody; add people/%s.xml or correct the id",
	    c->site->home, c->site->home);
	strbuf_release(&site);
}

static void
check_people(struct checker *c, int dirfd, const char *dir)
{
	struct dirent **entries = NULL;
	const char *home = c->site != NULL ? c->site->home : NULL;
	struct strbuf path;
	bool found = false;
	int n = scandirat(dirfd, "people", &entries, is_xml, alphasort);

	strbuf_init(&path);
	strbuf_printf(&path, "%s/people", dir);
	if (n < 0)
		diag_add(&c->d, path.buf, 0, "%s", strerror(errno));
	for (int i = 0; i < n; i++) {
		const char *name = entries[i]->d_name;
		size_t length = strlen(name) - strlen(".xml");

		strbuf_reset(&path);
		strbuf_printf(&path, "%s/people/%s", dir, name);
		check_file(c, dirfd, path.buf + strlen(dir) + 1, path.buf);
		if (home != NULL && strlen(home) == length &&
		    strncmp(home, name, length) == 0)
			found = true;
		free(entries[i]);
	}
	free(entries);
	check_home(c, dir, found);
	strbuf_release(&path);
}

static void
check_directory(struct checker *c, const char *dir)
{
	int dirfd = open_directory(c, dir);
	struct strbuf site;

	if (dirfd < 0)
		return;
	strbuf_init(&site);
	strbuf_printf(&site, "%s/site.xml", dir);
	check_file(c, dirfd, "site.xml", site.buf);
	check_people(c, dirfd, dir);
	strbuf_release(&site);
	close(dirfd);
}

static void
print_problems(struct diag *d)
{
	struct strbuf line;

	diag_sort(d);
	strbuf_init(&line);
	for (size_t i = 0; i < d->n; i++) {
		strbuf_reset(&line);
		diag_format(&d->problems[i], &line);
		puts(line.buf);
	}
	strbuf_release(&line);
}

int
cmd_check(const struct settings *s, int argc, char **argv)
{
	struct checker c = {0};
	struct schemas *schemas;
	struct strbuf path;
	int rc;

	diag_init(&c.d);
	strbuf_init(&path);
	strbuf_printf(&path, "%s/xml/schema", s->value[SETTING_SHARE]);
	xmlInitParser();
	schemas = schemas_open(path.buf, &c.d);
	c.schemas = schemas;
	if (schemas != NULL && argc == 0)
		check_directory(&c, s->value[SETTING_DATA]);
	for (int i = 0; schemas != NULL && i < argc; i++)
		check_argument(&c, argv[i]);
	print_problems(&c.d);
	rc = c.d.n > 0 ? 1 : 0;
	schemas_close(schemas);
	site_free(c.site);
	strbuf_release(&path);
	diag_release(&c.d);
	return rc;
}

/* SPDX-License-Identifier: MIT */
/* themefiles.c - which version of a theme's files there is. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "strbuf.h"
#include "themefiles.h"
#include "util.h"

/* Where sheets and words may be; "" is the directory itself. */
static const char *const folders[] = {
    "", "formats", "lib", "sections", "strings"};

/* One file of the theme: its identity into the stamp, or all its bytes. */
static void
add_file(int dirfd, uint64_t folder, const char *name, struct file_stamp *stamp,
    uint64_t *digest)
{
	struct file_id id;
	struct strbuf content;

	if (stamp != NULL) {
		if (file_stat(dirfd, name, &id) == 0)
			file_stamp_add(stamp, hash_str(folder, name), &id);
		return;
	}
	strbuf_init(&content);
	if (file_read(dirfd, name, 1 << 24, &content, &id) == 0)
		*digest += hash_bytes(
		    hash_str(folder, name), content.buf, content.len);
	strbuf_release(&content);
}

/* Sums do not depend on the order that a directory is read in. */
static void
add_folder(const char *path, uint64_t folder, struct file_stamp *stamp,
    uint64_t *digest)
{
	DIR *dir = opendir(path);
	const struct dirent *e;

	if (dir == NULL)
		return;
	for (e = readdir(dir); e != NULL; e = readdir(dir)) {
		const char *dot = strrchr(e->d_name, '.');

		if (dot != NULL && e->d_name[0] != '.' &&
		    (strcmp(dot, ".xsl") == 0 || strcmp(dot, ".xml") == 0))
			add_file(dirfd(dir), folder, e->d_name, stamp, digest);
	}
	closedir(dir);
}

void
themefiles_add(const char *base_dir, const char *theme_dir,
    struct file_stamp *stamp, uint64_t *digest)
{
	const char *dirs[] = {base_dir, theme_dir};
	struct strbuf path;

	strbuf_init(&path);
	for (size_t i = 0; i < ARRAY_SIZE(dirs) && dirs[i] != NULL; i++)
		for (size_t k = 0; k < ARRAY_SIZE(folders); k++) {
			strbuf_reset(&path);
			strbuf_printf(&path, "%s/%s", dirs[i], folders[k]);
			add_folder(path.buf,
			    hash_str(HASH_SEED + i, folders[k]), stamp, digest);
		}
	strbuf_release(&path);
}

/* LANG of LANG.xml; owned, NULL: it is another file. */
static char *
language_of(const char *name)
{
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz"
				"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

	return n > 0 && strcmp(name + n, ".xml") == 0 ? xstrndup(name, n)
						      : NULL;
}

/* Into its place, unless it is there; `tag` is consumed. */
static void
add_language(char **tags, size_t *n, char *tag)
{
	size_t at = 0;
	int c = 1;

	while (at < *n && (c = strcmp(tags[at], tag)) < 0)
		at++;
	if (*n == THEMEFILES_MAX_LANGUAGES || (at < *n && c == 0)) {
		free(tag);
		return;
	}
	memmove(&tags[at + 1], &tags[at], (*n - at) * sizeof(tags[0]));
	tags[at] = tag;
	(*n)++;
}

char **
themefiles_languages(const char *base_dir, const char *theme_dir, size_t *n)
{
	const char *dirs[] = {base_dir, theme_dir};
	char **tags = xcalloc(THEMEFILES_MAX_LANGUAGES, sizeof(*tags));
	struct strbuf path;

	*n = 0;
	strbuf_init(&path);
	for (size_t i = 0; i < ARRAY_SIZE(dirs) && dirs[i] != NULL; i++) {
		const struct dirent *e;
		DIR *dir;

		strbuf_reset(&path);
		strbuf_printf(&path, "%s/strings", dirs[i]);
		dir = opendir(path.buf);
		while (dir != NULL && (e = readdir(dir)) != NULL) {
			char *tag = language_of(e->d_name);

			if (tag != NULL)
				add_language(tags, n, tag);
		}
		if (dir != NULL)
			closedir(dir);
	}
	strbuf_release(&path);
	return tags;
}

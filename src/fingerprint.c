/* SPDX-License-Identifier: MIT */
/* fingerprint.c - which versions of its files an answer is made from. */
#include <dirent.h>
#include <fcntl.h>
#include <string.h>

#include "fingerprint.h"
#include "strbuf.h"
#include "themefiles.h"

/* A file that is not there counts, too: it may come. */
static void
add(struct file_stamp *stamp, int dirfd, const char *path)
{
	struct file_id id;

	file_stat(dirfd, path, &id);
	file_stamp_add(stamp, hash_str(HASH_SEED, path), &id);
}

static void
add_everybody(struct file_stamp *stamp, const char *data_dir)
{
	struct strbuf path;
	const struct dirent *e;
	DIR *dir;

	strbuf_init(&path);
	strbuf_printf(&path, "%s/people", data_dir);
	dir = opendir(path.buf);
	for (e = dir != NULL ? readdir(dir) : NULL; e != NULL; e = readdir(dir))
		if (e->d_name[0] != '.')
			add(stamp, dirfd(dir), e->d_name);
	if (dir != NULL)
		closedir(dir);
	strbuf_release(&path);
}

struct file_stamp
fingerprint(const struct settings *s, const char *program, const char *person)
{
	const char *data_dir = s->value[SETTING_DATA];
	struct file_stamp stamp = {0};
	struct strbuf path;

	strbuf_init(&path);
	add(&stamp, AT_FDCWD, program);
	strbuf_printf(&path, "%s/site.xml", data_dir);
	add(&stamp, AT_FDCWD, path.buf);
	strbuf_reset(&path);
	strbuf_printf(
	    &path, "%s/people/%s.xml", data_dir, person != NULL ? person : "");
	if (person != NULL)
		add(&stamp, AT_FDCWD, path.buf);
	else
		add_everybody(&stamp, data_dir);
	strbuf_reset(&path);
	strbuf_printf(&path, "%s/xslt", s->value[SETTING_SHARE]);
	themefiles_add(path.buf, s->value[SETTING_THEME], &stamp, NULL);
	strbuf_release(&path);
	return stamp;
}

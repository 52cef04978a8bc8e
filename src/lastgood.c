/* SPDX-License-Identifier: MIT */
/* lastgood.c - copies of the last good version. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "lastgood.h"
#include "log.h"
#include "sink.h"

/* "site.xml" stays apart from a person who is called site. */
static void
name_copy(struct strbuf *name, const char *id)
{
	if (id != NULL)
		strbuf_printf(name, "person-%s.xml", id);
	else
		strbuf_puts(name, "site.xml");
}

int
lastgood_read(
    const char *dir, const char *id, size_t max_bytes, struct strbuf *out)
{
	int dirfd = file_open_dir(dir);
	struct file_id seen;
	struct strbuf name;
	int error;

	if (dirfd < 0)
		return -1;
	strbuf_init(&name);
	name_copy(&name, id);
	error = file_read(dirfd, name.buf, max_bytes, out, &seen);
	strbuf_release(&name);
	close(dirfd);
	return error == 0 ? 0 : -1;
}

static bool
is_kept(int dirfd, const char *name, const struct strbuf *xml, int64_t mtime_ns)
{
	struct file_id have;

	return file_stat(dirfd, name, &have) == 0 &&
	       have.size == (int64_t)xml->len && have.mtime_ns == mtime_ns;
}

void
lastgood_write(const char *dir, const char *id, const struct strbuf *xml,
    int64_t mtime_ns, bool *failed)
{
	int dirfd = file_open_dir(dir);
	struct strbuf name;
	bool done;

	if (dir == NULL)
		return;
	strbuf_init(&name);
	name_copy(&name, id);
	if (dirfd < 0 || !is_kept(dirfd, name.buf, xml, mtime_ns)) {
		done = dirfd >= 0 &&
		       file_write(dirfd, name.buf, xml, &mtime_ns) == 0;
		if (!done && !*failed)
			log_event(LOG_WARNING,
			    "%s/%s: not written: %s; this is not said of "
			    "others until one is",
			    dir, name.buf, strerror(errno));
		*failed = !done;
	}
	strbuf_release(&name);
	if (dirfd >= 0)
		close(dirfd);
}

void
lastgood_remove(const char *dir, const char *id)
{
	int dirfd = file_open_dir(dir);
	struct strbuf name;

	if (dirfd < 0)
		return;
	strbuf_init(&name);
	name_copy(&name, id);
	unlinkat(dirfd, name.buf, 0);
	strbuf_release(&name);
	close(dirfd);
}

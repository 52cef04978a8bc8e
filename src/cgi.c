/* SPDX-License-Identifier: MIT */
/* cgi.c - what a CGI program gets from its web server (RFC 3875). */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cgi.h"
#include "strbuf.h"

enum { MAX_DISCARDED_BYTES = 1024 * 1024 };

static const char *
get_variable(const void *ctx, const char *name)
{
	(void)ctx;
	return getenv(name);
}

const struct env cgi_env = {get_variable, NULL};

void
cgi_find_data(struct settings *s)
{
	const char *script = getenv("SCRIPT_FILENAME");
	const char *slash = script != NULL ? strrchr(script, '/') : NULL;
	struct strbuf dir;
	struct stat st;

	if (slash == NULL || getenv("VITAE_DATA") != NULL)
		return;
	strbuf_init(&dir);
	strbuf_printf(&dir, "%.*s/vitae-data", (int)(slash - script), script);
	if (stat(dir.buf, &st) == 0 && S_ISDIR(st.st_mode))
		settings_set(s, SETTING_DATA, dir.buf);
	strbuf_release(&dir);
}

void
cgi_discard_body(void)
{
	const char *length = getenv("CONTENT_LENGTH");
	long left = length != NULL ? strtol(length, NULL, 10) : 0;
	char buf[4096];
	ssize_t n = 1;

	if (left > MAX_DISCARDED_BYTES)
		left = MAX_DISCARDED_BYTES;
	for (; left > 0 && n > 0; left -= n)
		n = read(STDIN_FILENO, buf, sizeof(buf));
}

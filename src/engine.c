/* SPDX-License-Identifier: MIT */
/* engine.c - the program that does the work, and where it is. */
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "engine.h"

#ifndef VITAE_ENGINE
#define VITAE_ENGINE "/usr/libexec/vitae/vitae-engine"
#endif

void
engine_find(struct strbuf *path)
{
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	const char *slash;

	self[n > 0 ? n : 0] = '\0';
	slash = strrchr(self, '/');
	if (slash != NULL) {
		strbuf_printf(
		    path, "%.*s/vitae-engine", (int)(slash - self), self);
		if (access(path->buf, X_OK) == 0)
			return;
	}
	strbuf_reset(path);
	strbuf_puts(path, VITAE_ENGINE);
}

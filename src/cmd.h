/* SPDX-License-Identifier: MIT */
/* cmd.h - what the program does when a person calls it. */
#ifndef VITAE_CMD_H
#define VITAE_CMD_H

#include "settings.h"

/*
 * Every command gets the words behind its name and returns the exit status:
 * 0 all is well, 1 it is not, 2 it was not called right.
 */
int cmd_check(const struct settings *s, int argc, char **argv);
int cmd_get(const struct settings *s, int argc, char **argv);
int cmd_view(const struct settings *s, int argc, char **argv);

/* The variables of a request, in place of a web server's. */
struct cmd_request {
	const char *method;
	const char *path;     /* with the query string */
	char *const *headers; /* "Name: value" */
	int nheaders;
};

/* For struct env: the CGI variable `name` of a cmd_request. */
const char *cmd_variable(const void *request, const char *name);

#endif

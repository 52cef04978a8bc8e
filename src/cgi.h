/* SPDX-License-Identifier: MIT */
/* cgi.h - what a CGI program gets from its web server (RFC 3875). */
#ifndef VITAE_CGI_H
#define VITAE_CGI_H

#include "request.h"
#include "settings.h"

/* The variables of the process. */
extern const struct env cgi_env;

/*
 * A host that runs CGI programs under another user drops the environment;
 * then the data lies beside the program that is called.
 */
void cgi_find_data(struct settings *s);

/*
 * Nobody wants the body of a request, but Apache's mod_cgid passes it on a
 * socket, and closing that with bytes unread takes the response along.
 */
void cgi_discard_body(void);

#endif

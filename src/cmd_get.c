/* SPDX-License-Identifier: MIT */
/* cmd_get.c - one response on stdout, as a web server would send it. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cmd.h"
#include "program.h"
#include "serve.h"

/* Does the CGI variable `name` stand for this header? (RFC 3875, 4.1.18) */
static bool
is_header(const char *name, const char *header, size_t n)
{
	if (strncmp(name, "HTTP_", 5) != 0 || strlen(name + 5) != n)
		return false;
	for (size_t i = 0; i < n; i++) {
		int c = toupper((unsigned char)header[i]);

		if (name[5 + i] != (c == '-' ? '_' : c))
			return false;
	}
	return true;
}

const char *
cmd_variable(const void *request, const char *name)
{
	const struct cmd_request *rq = request;

	if (strcmp(name, "REQUEST_METHOD") == 0)
		return rq->method;
	if (strcmp(name, "REQUEST_URI") == 0)
		return rq->path;
	for (int i = 0; i < rq->nheaders; i++) {
		size_t n = strcspn(rq->headers[i], ":");
		const char *value = rq->headers[i] + n;

		if (is_header(name, rq->headers[i], n)) {
			value += *value == ':';
			return value + strspn(value, " \t");
		}
	}
	return NULL;
}

/* Turns the head of CGI into that of HTTP; the rest goes through. */
struct http {
	int fd;
	bool started;
	int status;
};

static int
write_http(void *ctx, const char *p, size_t n)
{
	static const char head[] = "Status: ";
	struct http *http = ctx;
	struct sink out = sink_to_fd(&http->fd);

	if (!http->started && n >= strlen(head) &&
	    strncmp(p, head, strlen(head)) == 0) {
		http->started = true;
		p += strlen(head);
		n -= strlen(head);
		http->status = (int)strtol(p, NULL, 10);
		if (sink_puts(&out, "HTTP/1.1 ") != 0)
			return -1;
	}
	return sink_write(&out, p, n);
}

static int
get(const struct settings *s, const struct cmd_request *rq)
{
	struct http http = {.fd = STDOUT_FILENO};
	struct sink out = {.write = write_http, .ctx = &http};
	const struct env env = {cmd_variable, rq};
	struct program pr;
	struct diag d;
	int rc = 1;

	diag_init(&d);
	if (program_open(&pr, s, clock_ms(), &d) == 0 &&
	    serve(&pr, &env, &out, clock_ms()) == 0)
		rc = http.status < 400 ? 0 : 1;
	diag_log(&d, LOG_ERROR);
	program_close(&pr);
	diag_release(&d);
	return rc;
}

int
cmd_get(const struct settings *s, int argc, char **argv)
{
	char **headers = xcalloc((size_t)argc, sizeof(*headers));
	struct cmd_request rq = {.method = "GET", .headers = headers};
	int rc = 2;
	int i = 0;

	for (; i < argc && argv[i][0] == '-'; i++) {
		if (strcmp(argv[i], "-I") == 0)
			rq.method = "HEAD";
		else if (strcmp(argv[i], "-X") == 0 && i + 1 < argc)
			rq.method = argv[++i];
		else if (strcmp(argv[i], "-H") == 0 && i + 1 < argc)
			headers[rq.nheaders++] = argv[++i];
		else
			break;
	}
	if (i + 1 == argc && argv[i][0] == '/') {
		rq.path = argv[i];
		rc = get(s, &rq);
	} else {
		fprintf(stderr,
		    "usage: vitae get [-I] [-X METHOD] [-H 'Name: value'] "
		    "/PATH\n");
	}
	free(headers);
	return rc;
}

/* SPDX-License-Identifier: MIT */
/* hello.c - the least that libfcgi can do: one file, again and again. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include <fcgiapp.h>

#include "util.h"

enum { BACKLOG = 1024, MAX_THREADS = 128 };

struct hello {
	char head[128];
	int nhead;
	char *body;
	int nbody;
	int fd;
};

/* Each thread holds a connection as long as the web server keeps it. */
static void *
serve(void *ctx)
{
	const struct hello *h = ctx;
	FCGX_Request rq;

	FCGX_InitRequest(&rq, h->fd, 0);
	while (FCGX_Accept_r(&rq) == 0) {
		FCGX_PutStr(h->head, h->nhead, rq.out);
		FCGX_PutStr(h->body, h->nbody, rq.out);
		FCGX_Finish_r(&rq);
	}
	return NULL;
}

/* The whole file; 0 or -1. */
static int
read_body(struct hello *h, const char *path)
{
	FILE *f = fopen(path, "rb");
	long n;

	if (f == NULL)
		return -1;
	fseek(f, 0, SEEK_END);
	n = ftell(f);
	rewind(f);
	h->body = xmalloc((size_t)n + 1);
	h->nbody = (int)fread(h->body, 1, (size_t)n, f);
	fclose(f);
	return h->nbody == n ? 0 : -1;
}

int
main(int argc, char **argv)
{
	long threads = argc == 4 ? strtol(argv[3], NULL, 10) : 0;
	struct hello h = {0};

	if (threads < 1 || threads > MAX_THREADS) {
		fputs("usage: hello FILE SOCKET THREADS\n", stderr);
		return 2;
	}
	if (read_body(&h, argv[1]) != 0) {
		perror(argv[1]);
		return 1;
	}
	h.nhead = snprintf(h.head, sizeof(h.head),
	    "Content-Type: text/html; charset=utf-8\r\n"
	    "Content-Length: %d\r\n\r\n",
	    h.nbody);
	FCGX_Init();
	h.fd = FCGX_OpenSocket(argv[2], BACKLOG);
	if (h.fd < 0) {
		perror(argv[2]);
		return 1;
	}
	for (long i = 1; i < threads; i++) {
		pthread_t thread;

		if (pthread_create(&thread, NULL, serve, &h) != 0)
			return 1;
	}
	serve(&h);
	return 0;
}

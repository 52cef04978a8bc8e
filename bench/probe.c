/* SPDX-License-Identifier: MIT */
/* probe.c - one request again and again in one process, without a server. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "pool.h"
#include "program.h"
#include "serve.h"

/* A second later each time: what looks once a second looks every time. */
enum { STEP_MS = 1000 };

static const char *
variable(const void *path, const char *name)
{
	if (strcmp(name, "REQUEST_METHOD") == 0)
		return "GET";
	return strcmp(name, "REQUEST_URI") == 0 ? path : NULL;
}

static int
count(void *bytes, const char *p, size_t n)
{
	(void)p;
	*(size_t *)bytes += n;
	return 0;
}

/* The name is what valgrind is told to count: it is called for nothing else. */
__attribute__((noinline)) int probe_measured(struct program *pr,
    const struct env *env, struct sink *out, int64_t now_ms);

int
probe_measured(
    struct program *pr, const struct env *env, struct sink *out, int64_t now_ms)
{
	return serve(pr, env, out, now_ms);
}

static double
cpu_us(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ts);
	return (double)ts.tv_sec * 1e6 + (double)ts.tv_nsec / 1e3;
}

/* Serve it `warm` times, and `times` more that count. */
static int
probe(struct program *pr, const char *path, long warm, long times)
{
	const struct env env = {variable, path};
	int64_t now_ms = clock_ms();
	size_t bytes = 0;
	struct sink out = {count, &bytes, NULL};
	double start = 0;
	int rc = 0;

	for (long i = 0; i < warm && rc == 0; i++)
		rc = serve(pr, &env, &out, now_ms += STEP_MS);
	bytes = 0;
	start = cpu_us();
	for (long i = 0; i < times && rc == 0; i++)
		rc = probe_measured(pr, &env, &out, now_ms += STEP_MS);
	if (rc == 0)
		printf("%s %zu bytes %.1f us\n", path, bytes / (size_t)times,
		    (cpu_us() - start) / (double)times);
	return rc;
}

static const char *
get_variable(const char *name)
{
	return getenv(name);
}

int
main(int argc, char **argv)
{
	struct program pr;
	struct settings s;
	struct diag d;
	long warm = 1;
	long times = 1;
	int rc;
	int c;

	while ((c = getopt(argc, argv, "n:w:")) != -1) {
		if (c == 'n')
			times = strtol(optarg, NULL, 10);
		else
			warm = strtol(optarg, NULL, 10);
	}
	if (optind == argc || times < 1) {
		fputs("usage: probe [-w WARM] [-n TIMES] /PATH ...\n", stderr);
		return 2;
	}
	pool_install();
	diag_init(&d);
	settings_init(&s, get_variable);
	rc = program_open(&pr, &s, clock_ms(), &d);
	for (; optind < argc && rc == 0; optind++)
		rc = probe(&pr, argv[optind], warm, times);
	diag_log(&d, LOG_ERROR);
	program_close(&pr);
	settings_release(&s);
	diag_release(&d);
	return rc == 0 ? 0 : 1;
}

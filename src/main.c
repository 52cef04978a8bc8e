/* SPDX-License-Identifier: MIT */
/* main.c - who calls us, and what for. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cgi.h"
#include "cmd.h"
#include "gateway.h"
#include "listen.h"
#include "log.h"
#include "pool.h"
#include "program.h"
#include "strbuf.h"
#include "supervise.h"

static const struct {
	const char *name;
	int (*run)(const struct settings *s, int argc, char **argv);
	const char *words;
	const char *help;
} commands[] = {
    {"check", cmd_check, "[ID | FILE ...]",
	"tell every problem of the data, or of these people or files"},
    {"get", cmd_get, "[-I] [-X METHOD] [-H 'Name: value'] /PATH",
	"print the response that a server would send"},
    {"view", cmd_view, "/PATH [SLOT]",
	"print the document that a stylesheet is given"},
};

static void
print_help(void)
{
	puts("usage: vitae [--FLAG VALUE ...] [COMMAND]\n\n"
	     "Without a command vitae serves FastCGI, on the socket that it\n"
	     "was started with or on --listen. See vitae(1).\n");
	for (size_t i = 0; i < ARRAY_SIZE(commands); i++)
		printf("  %s %s\n      %s\n", commands[i].name,
		    commands[i].words, commands[i].help);
	putchar('\n');
	for (size_t i = 0; i < SETTING__MAX; i++)
		printf("  --%s %s (%s)\n      %s\n", setting_specs[i].flag,
		    setting_specs[i].argument, setting_specs[i].variable,
		    setting_specs[i].help);
}

static int
complain(struct diag *d, int status)
{
	diag_log(d, LOG_ERROR);
	diag_release(d);
	return status;
}

static int
run_cgi(struct settings *s)
{
	struct program pr;
	struct diag d;
	int rc = 1;

	diag_init(&d);
	cgi_find_data(s);
	log_set_level(settings_log_level(s));
	if (settings_check(s, &d) == 0 &&
	    program_open(&pr, s, clock_ms(), &d) == 0) {
		program_use_disk(&pr, s);
		rc = gateway_cgi(&pr) == 0 ? 0 : 1;
	} else {
		puts("Status: 500 Internal Server Error\r\n"
		     "Content-Type: text/plain; charset=utf-8\r\n\r\n"
		     "Internal Server Error");
	}
	rc = complain(&d, rc);
	fflush(stdout);
	/* giving memory back would take a twentieth of the time */
	_exit(rc);
}

struct service {
	struct program program;
	int fd;
	struct handover handover;
	bool supervised;
};

static int
work(void *ctx)
{
	struct service *sv = ctx;

	if (sv->supervised) {
		sv->program.supervisor = getppid();
		store_leave_checks(sv->program.store);
	}
	return gateway_fastcgi(&sv->program, sv->fd, &sv->handover);
}

static void
renew(void *ctx)
{
	struct service *sv = ctx;

	store_catch_up(sv->program.store, clock_ms());
}

static bool
idle(void *ctx)
{
	struct service *sv = ctx;

	return store_check(sv->program.store, clock_ms());
}

/* `fd` is the socket that we were started with, or -1. */
static int
run_fastcgi(const struct settings *s, int fd)
{
	unsigned workers =
	    (unsigned)strtoul(s->value[SETTING_WORKERS], NULL, 10);
	const char *path = s->value[SETTING_LISTEN];
	struct service sv = {
	    .fd = fd, .handover = {-1, -1}, .supervised = workers > 1};
	const struct supervised what = {work, renew, idle, &sv};
	struct diag d;
	int child = 0;
	int rc = -1;

	diag_init(&d);
	if (path != NULL)
		sv.fd = listen_unix(path + strlen("unix:"),
		    (mode_t)strtoul(s->value[SETTING_LISTEN_MODE], NULL, 8),
		    &d);
	/* without it each worker has its connections to itself */
	if (workers > 1 && handover_open(&sv.handover) != 0)
		log_event(LOG_WARNING, "socketpair: %s", strerror(errno));
	if (sv.fd >= 0 && program_open(&sv.program, s, clock_ms(), &d) == 0) {
		log_event(LOG_NOTICE, "serving %s", s->value[SETTING_DATA]);
		rc = sv.supervised ? supervise(workers, &what, &child)
				   : work(&sv);
	}
	program_close(&sv.program);
	if (sv.handover.give >= 0)
		handover_close(&sv.handover);
	if (path != NULL && sv.fd >= 0 && child == 0)
		unlink(path + strlen("unix:"));
	return complain(&d, rc == 0 ? 0 : 1);
}

static int
run_command(const struct settings *s, int argc, char **argv)
{
	const char *word = argv[0];

	if (strcmp(word, "--version") == 0 || strcmp(word, "version") == 0) {
		puts("vitae " PACKAGE_VERSION);
		return 0;
	}
	if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 ||
	    strcmp(word, "help") == 0) {
		print_help();
		return 0;
	}
	for (size_t i = 0; i < ARRAY_SIZE(commands); i++)
		if (strcmp(word, commands[i].name) == 0)
			return commands[i].run(s, argc - 1, argv + 1);
	fprintf(stderr, "vitae: there is no command \"%s\"; see vitae help\n",
	    word);
	return 2;
}

static int
run(struct settings *s, int argc, char **argv)
{
	int fd = listen_inherited();
	struct diag d;
	int used;

	/* a web server passes a query string like ?--flag as arguments */
	if (fd < 0 && getenv("GATEWAY_INTERFACE") != NULL)
		return run_cgi(s);
	diag_init(&d);
	used = settings_flags(s, argc - 1, argv + 1, &d);
	if (used < 0 || settings_check(s, &d) != 0)
		return complain(&d, 2);
	diag_release(&d);
	log_set_level(settings_log_level(s));
	if (used + 1 < argc) {
		/* copies of another owner would lock the service out */
		settings_set(s, SETTING_STATE, NULL);
		return run_command(s, argc - used - 1, argv + used + 1);
	}
	if (fd >= 0 || s->value[SETTING_LISTEN] != NULL)
		return run_fastcgi(s, fd);
	print_help();
	return 2;
}

static const char *
get_variable(const char *name)
{
	return getenv(name);
}

int
main(int argc, char **argv)
{
	struct settings s;
	int rc;

	pool_install();
	settings_init(&s, get_variable);
	rc = run(&s, argc, argv);
	settings_release(&s);
	return rc;
}

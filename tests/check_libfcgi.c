/* SPDX-License-Identifier: MIT */
/* check_libfcgi.c - framing.h and the library of FastCGI understand the same.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fcgiapp.h>

#include "fcgi.h"
#include "framing.h"
#include "testing.h"

/* "NAME=VALUE" lines of what libfcgi makes of the bytes. */
static void
ask_library(const struct strbuf *sb, struct strbuf *out)
{
	FCGX_Request fcgi;
	int fds[2];

	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
	fcgi_send(fds[0], sb);
	ck_assert_int_eq(FCGX_Init(), 0);
	FCGX_InitRequest(&fcgi, -1, 0);
	fcgi.ipcFd = fds[1];
	fcgi.keepConnection = 1;
	ck_assert_int_eq(FCGX_Accept_r(&fcgi), 0);
	strbuf_printf(
	    out, "id %d keep %d\n", fcgi.requestId, fcgi.keepConnection);
	for (char **p = fcgi.envp; *p != NULL; p++)
		if (strncmp(*p, "FCGI_ROLE=", 10) != 0)
			strbuf_printf(out, "%s\n", *p);
	/* or the library waits two seconds for us to do so */
	close(fds[0]);
	FCGX_Free(&fcgi, 1);
}

/* The same of our own. */
static void
ask_us(const struct strbuf *sb, struct strbuf *out)
{
	struct call *call = xmalloc(sizeof(*call));

	ck_assert_int_eq(
	    framing_parse(call, (const unsigned char *)sb->buf, sb->len),
	    FRAMING_GOOD);
	strbuf_printf(out, "id %u keep %d\n", call->id, call->keep);
	for (size_t i = 0; i < call->nparams; i++)
		strbuf_printf(out, "%s=%s\n", call->params[i].name,
		    call->params[i].value);
	free(call);
}

/* Parameters of many lengths, cut into records of `step` bytes. */
static void
add_request(struct strbuf *sb, size_t step, bool keep)
{
	struct strbuf params;
	struct strbuf value;

	strbuf_init(&params);
	strbuf_init(&value);
	for (size_t n = 0; n < 300; n = n * 2 + 1) {
		struct strbuf name;

		strbuf_init(&name);
		strbuf_printf(&name, "N%zu", n);
		strbuf_reset(&value);
		for (size_t i = 0; i < n; i++)
			strbuf_putc(&value, (char)(i % 255 + 1));
		fcgi_add_pair(&params, name.buf, value.buf);
		strbuf_release(&name);
	}
	fcgi_add_pair(&params, value.buf, "a long name");
	fcgi_add_begin(sb, keep);
	for (size_t i = 0; i < params.len; i += step)
		fcgi_add_record(sb, 1, FCGI_PARAMS, 1, params.buf + i,
		    params.len - i < step ? params.len - i : step, i % 256);
	fcgi_add_params(sb, "", 0);
	fcgi_add_record(sb, 1, FCGI_STDIN, 1, "", 0, 0);
	strbuf_release(&params);
	strbuf_release(&value);
}

START_TEST(the_library_and_we_read_the_same)
{
	for (size_t step = 1; step < 2000; step += 1 + step / 3) {
		struct strbuf theirs;
		struct strbuf ours;
		struct strbuf sb;

		strbuf_init(&theirs);
		strbuf_init(&ours);
		strbuf_init(&sb);
		add_request(&sb, step, step % 2 == 0);
		ask_library(&sb, &theirs);
		ask_us(&sb, &ours);
		ck_assert_str_eq(ours.buf, theirs.buf);
		strbuf_release(&theirs);
		strbuf_release(&ours);
		strbuf_release(&sb);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    the_library_and_we_read_the_same,
	    NULL,
	};

	return run_tests("libfcgi", tests);
}

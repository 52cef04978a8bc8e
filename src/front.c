/* SPDX-License-Identifier: MIT */
/*
 * front.c - the program that everybody calls. A CGI answer that lies on disk
 * is given before a library for XML is loaded; all else is for the engine.
 */
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cgi.h"
#include "diskcache.h"
#include "engine.h"
#include "listen.h"
#include "log.h"
#include "sink.h"

static const char *
get_variable(const char *name)
{
	return getenv(name);
}

/* Give the answer that is kept, if there is one. */
static bool
answer(const struct request *rq, const struct diskcache *cache)
{
	const int fd = STDOUT_FILENO;
	struct sink out = sink_to_fd(&fd);
	struct kept_page *page;
	struct response rs;
	struct strbuf address;
	struct strbuf key;

	strbuf_init(&address);
	strbuf_init(&key);
	request_write_address(rq, &address);
	kept_key(rq, address.buf, NULL, &key);
	page = diskcache_read(cache, key.buf);
	strbuf_release(&address);
	strbuf_release(&key);
	if (page == NULL)
		return false;
	/* a client that goes away is no reason to die with a signal */
	signal(SIGPIPE, SIG_IGN);
	response_init(&rs, rq->method, &out);
	kept_answer(page, rq, &rs);
	if (response_end(&rs) != 0)
		log_event(LOG_DEBUG, "the client has gone");
	response_release(&rs);
	cgi_discard_body();
	kept_free(page);
	return true;
}

static bool
answer_cgi(const char *engine)
{
	struct diskcache *cache;
	struct settings s;
	struct request rq;
	bool answered = false;

	settings_init(&s, get_variable);
	cgi_find_data(&s);
	log_set_level(settings_log_level(&s));
	cache = diskcache_open(&s, engine);
	if (cache != NULL) {
		if (request_init(&rq, &cgi_env, s.value[SETTING_BASE]) == 0 &&
		    rq.method != METHOD_OPTIONS && !rq.respelt)
			answered = answer(&rq, cache);
		request_release(&rq);
	}
	diskcache_close(cache);
	settings_release(&s);
	return answered;
}

/* As main.c decides it; whoever has a socket is no CGI program. */
static bool
is_cgi(void)
{
	return getenv("GATEWAY_INTERFACE") != NULL &&
	       getenv("LISTEN_FDS") == NULL && !listen_is(STDIN_FILENO);
}

int
main(int argc, char **argv)
{
	static const char sorry[] =
	    "Status: 500 Internal Server Error\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\n\r\n"
	    "Internal Server Error\n";
	struct strbuf engine;

	(void)argc;
	strbuf_init(&engine);
	engine_find(&engine);
	if (is_cgi() && answer_cgi(engine.buf)) {
		strbuf_release(&engine);
		return 0;
	}
	execv(engine.buf, argv);
	log_event(LOG_ERROR,
	    "%s: cannot be run; install vitae anew, or put vitae-engine beside "
	    "this program",
	    engine.buf);
	if (is_cgi() && write(STDOUT_FILENO, sorry, sizeof(sorry) - 1) < 0)
		return 2;
	return 1;
}

/* SPDX-License-Identifier: MIT */
/* check_log.c - tests of log.h. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "testing.h"

START_TEST(each_event_is_one_line_with_its_level)
{
	struct strbuf lines;

	log_begin(&lines);
	log_event(LOG_ERROR, "%s:%d: broken", "a.xml", 7);
	log_event(LOG_WARNING, "odd");
	log_event(LOG_NOTICE, "by the way");
	ck_assert_str_eq(lines.buf,
	    "error: a.xml:7: broken\nwarning: odd\nnotice: by the way\n");
	strbuf_release(&lines);
}
END_TEST

START_TEST(less_important_events_are_dropped)
{
	static const struct {
		enum log_level level;
		const char *lines;
	} cases[] = {
	    {LOG_ERROR, "error: e\n"},
	    {LOG_WARNING, "error: e\nwarning: w\n"},
	    {LOG_NOTICE, "error: e\nwarning: w\nnotice: n\n"},
	    {LOG_DEBUG, "error: e\nwarning: w\nnotice: n\ndebug: d\n"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf lines;

		log_begin(&lines);
		log_set_level(cases[i].level);
		log_event(LOG_ERROR, "e");
		log_event(LOG_WARNING, "w");
		log_event(LOG_NOTICE, "n");
		log_event(LOG_DEBUG, "d");
		ck_assert_str_eq(lines.buf, cases[i].lines);
		strbuf_release(&lines);
	}
}
END_TEST

START_TEST(debug_is_off_unless_asked_for)
{
	struct strbuf lines;

	log_begin(&lines);
	log_event(LOG_DEBUG, "chatter");
	ck_assert_str_eq(lines.buf, "");
	strbuf_release(&lines);
}
END_TEST

START_TEST(input_cannot_forge_a_line_or_a_colour)
{
	struct strbuf lines;
	char all[32];

	log_begin(&lines);
	log_event(
	    LOG_ERROR, "%s", "a\nvitae: error: forged\r\n\x1b[31mred\x7f\ttab");
	ck_assert_str_eq(
	    lines.buf, "error: a vitae: error: forged   [31mred  tab\n");
	strbuf_reset(&lines);
	for (char c = 1; c < 32; c++)
		all[c - 1] = c;
	all[31] = '\0';
	log_event(LOG_ERROR, "%s", all);
	for (const char *s = lines.buf; s[1] != '\0'; s++)
		ck_assert_int_ge((unsigned char)*s, ' ');
	strbuf_release(&lines);
}
END_TEST

START_TEST(words_of_other_scripts_stay_as_they_are)
{
	struct strbuf lines;

	log_begin(&lines);
	log_event(LOG_ERROR, "M\u00fcller \u5b59\u65b0 \U0001f389");
	ck_assert_str_eq(
	    lines.buf, "error: M\u00fcller \u5b59\u65b0 \U0001f389\n");
	strbuf_release(&lines);
}
END_TEST

/* What `work` writes to stderr. */
static void
capture(void (*work)(void), struct strbuf *out)
{
	char *dir = temp_begin();
	struct strbuf path;
	int saved = dup(STDERR_FILENO);
	int fd;

	strbuf_init(&path);
	strbuf_printf(&path, "%s/err", dir);
	fd = open(path.buf, O_CREAT | O_WRONLY, 0600);
	dup2(fd, STDERR_FILENO);
	work();
	dup2(saved, STDERR_FILENO);
	close(fd);
	close(saved);
	ck_assert(read_whole(path.buf, out));
	strbuf_release(&path);
	temp_end(dir);
}

static void
log_to_stderr(void)
{
	log_set_sink(NULL, NULL);
	log_event(LOG_ERROR, "100%% of %s", "it");
	log_event(LOG_WARNING, "w");
	log_event(LOG_NOTICE, "n");
}

START_TEST(without_a_sink_the_log_is_stderr)
{
	struct strbuf out;

	strbuf_init(&out);
	capture(log_to_stderr, &out);
	ck_assert_str_eq(out.buf,
	    "vitae: error: 100% of it\nvitae: warning: w\nvitae: notice: "
	    "n\n");
	strbuf_release(&out);
}
END_TEST

START_TEST(a_log_that_cannot_be_written_is_dropped)
{
	int saved = dup(STDERR_FILENO);
	int fd = open("/dev/full", O_WRONLY);

	if (fd < 0)
		return;
	dup2(fd, STDERR_FILENO);
	log_set_sink(NULL, NULL);
	for (int i = 0; i < 1000; i++)
		log_event(LOG_ERROR, "line %d", i);
	dup2(saved, STDERR_FILENO);
	close(fd);
	close(saved);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    each_event_is_one_line_with_its_level,
	    less_important_events_are_dropped,
	    debug_is_off_unless_asked_for,
	    input_cannot_forge_a_line_or_a_colour,
	    words_of_other_scripts_stay_as_they_are,
	    without_a_sink_the_log_is_stderr,
	    a_log_that_cannot_be_written_is_dropped,
	    NULL,
	};

	return run_tests("log", tests);
}

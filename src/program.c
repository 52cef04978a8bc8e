/* SPDX-License-Identifier: MIT */
/* program.c - what lives longer than a request. */
#include <stdlib.h>
#include <time.h>

#include <libxml/parser.h>

#include "engine.h"
#include "program.h"
#include "strbuf.h"

int64_t
clock_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_REALTIME, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int
program_open(struct program *pr, const struct settings *s, int64_t now_ms,
    struct diag *d)
{
	struct strbuf path;

	*pr = (struct program){0};
	xmlInitParser();
	strbuf_init(&path);
	strbuf_printf(&path, "%s/xml/schema", s->value[SETTING_SHARE]);
	pr->schemas = schemas_open(path.buf, d);
	if (pr->schemas != NULL) {
		const struct store_config config = {
		    .data_dir = s->value[SETTING_DATA],
		    .state_dir = s->value[SETTING_STATE],
		    .schemas = pr->schemas,
		    .max_file_bytes = STORE_MAX_FILE_BYTES,
		    .max_memory_bytes = settings_bytes(s, SETTING_MEMORY),
		};

		pr->store = store_open(&config, now_ms);
		strbuf_reset(&path);
		strbuf_printf(&path, "%s/xslt", s->value[SETTING_SHARE]);
		pr->theme =
		    theme_open(path.buf, s->value[SETTING_THEME], now_ms);
		pr->pages = pagecache_new(settings_bytes(s, SETTING_CACHE));
		theme_keep(pr->theme, settings_bytes(s, SETTING_PARTS));
	}
	if (s->value[SETTING_BASE] != NULL)
		pr->base = xstrdup(s->value[SETTING_BASE]);
	strbuf_release(&path);
	return pr->theme != NULL ? 0 : -1;
}

void
program_use_disk(struct program *pr, const struct settings *s)
{
	struct strbuf engine;

	strbuf_init(&engine);
	engine_find(&engine);
	pr->disk = diskcache_open(s, engine.buf);
	strbuf_release(&engine);
}

void
program_close(struct program *pr)
{
	diskcache_close(pr->disk);
	pagecache_free(pr->pages);
	theme_close(pr->theme);
	store_close(pr->store);
	schemas_close(pr->schemas);
	free(pr->base);
	*pr = (struct program){0};
}

/* SPDX-License-Identifier: MIT */
/* storehouse.c - a store with data of its own, looked at by its own clock. */
#include "storehouse.h"

enum { MAX_BYTES = 10000, MAX_MEMORY = 10000000 };

void
storehouse_begin(struct storehouse *sh)
{
	*sh = (struct storehouse){.dir = temp_begin(),
	    .schemas = open_schemas(),
	    .now_ms = NOON_MS + DAY_MS};
	strbuf_init(&sh->data);
	strbuf_init(&sh->state);
	strbuf_printf(&sh->data, "%s/data", sh->dir);
	strbuf_printf(&sh->state, "%s/state", sh->dir);
	put_folder(sh->dir, "state");
	log_begin(&sh->lines);
	put_file(sh->data.buf, "site.xml", SITE);
	sh->config = (struct store_config){.data_dir = sh->data.buf,
	    .schemas = sh->schemas,
	    .max_file_bytes = MAX_BYTES,
	    .max_memory_bytes = MAX_MEMORY};
}

void
storehouse_open(struct storehouse *sh)
{
	sh->store = store_open(&sh->config, sh->now_ms);
}

void
storehouse_restart(struct storehouse *sh)
{
	store_close(sh->store);
	storehouse_open(sh);
}

void
storehouse_end(struct storehouse *sh)
{
	store_close(sh->store);
	schemas_close(sh->schemas);
	strbuf_release(&sh->data);
	strbuf_release(&sh->state);
	strbuf_release(&sh->lines);
	temp_end(sh->dir);
}

void
storehouse_refresh(struct storehouse *sh)
{
	storehouse_refresh_after(sh, 1000);
}

void
storehouse_refresh_after(struct storehouse *sh, int64_t ms)
{
	sh->now_ms += ms;
	store_refresh(sh->store, sh->now_ms);
}

char *
member_name(const struct member *m)
{
	xmlNode *person = member_open(m);
	char *name;

	ck_assert_ptr_nonnull(person);
	name = xpath(person->doc, "string(/profile/person/name)");
	member_close(person);
	return name;
}

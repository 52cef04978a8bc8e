/* SPDX-License-Identifier: MIT */
/* storehouse.h - a store with data of its own, looked at by its own clock. */
#ifndef VITAE_STOREHOUSE_H
#define VITAE_STOREHOUSE_H

#include "store.h"
#include "testing.h"

struct storehouse {
	char *dir; /* everything is below it */
	struct strbuf data;
	struct strbuf state; /* an empty directory; the store uses none */
	struct strbuf lines; /* of the log */
	struct schemas *schemas;
	struct store_config config; /* may be changed before it is open */
	struct store *store;
	int64_t now_ms; /* a day after the files were written */
};

/* site.xml is there, the store is not open. */
void storehouse_begin(struct storehouse *sh);
void storehouse_open(struct storehouse *sh);
/* Close it and open it, as the next process does. */
void storehouse_restart(struct storehouse *sh);
void storehouse_end(struct storehouse *sh);

/* A request comes, a second later, or so much later. */
void storehouse_refresh(struct storehouse *sh);
void storehouse_refresh_after(struct storehouse *sh, int64_t ms);

/* The text of the name that lists show. Owned. */
char *member_name(const struct member *m);

#endif

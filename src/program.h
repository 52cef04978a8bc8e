/* SPDX-License-Identifier: MIT */
/* program.h - what lives longer than a request: grammars, data, theme. */
#ifndef VITAE_PROGRAM_H
#define VITAE_PROGRAM_H

#include <stdint.h>
#include <sys/types.h>

#include "diag.h"
#include "diskcache.h"
#include "pagecache.h"
#include "schema.h"
#include "settings.h"
#include "store.h"
#include "theme.h"
#include "util.h"

struct program {
	struct schemas *schemas;
	struct store *store;
	struct theme *theme;
	struct pagecache *pages;
	struct diskcache *disk; /* NULL none */
	char *base;	  /* where we are mounted; NULL: the server says */
	pid_t supervisor; /* of this process, who renews it; 0: nobody */
};

/*
 * Open everything that the settings name and load the data. 0, or -1 with
 * the reasons in `d`. program_close() is due in both cases. The settings
 * must outlive the program.
 */
NODISCARD int program_open(struct program *pr, const struct settings *s,
    int64_t now_ms, struct diag *d);
/* Keep answers on disk, too, if the settings name a place for them. */
void program_use_disk(struct program *pr, const struct settings *s);
void program_close(struct program *pr);

/* The wall clock. */
int64_t clock_ms(void);

#endif

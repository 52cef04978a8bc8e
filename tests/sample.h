/* SPDX-License-Identifier: MIT */
/* sample.h - profiles and pages that tests are made with. */
#ifndef VITAE_SAMPLE_H
#define VITAE_SAMPLE_H

#include "page.h"
#include "profile.h"
#include "query.h"
#include "schema.h"
#include "select.h"
#include "site.h"
#include "strbuf.h"
#include "testing.h"
#include "words.h"

/*
 * A profile with `n` publications p0, p1 ... whose fields run through their
 * values at different speeds, so that most combinations occur.
 */
void generate_profile(struct strbuf *out, size_t n);

/* A page of a profile and everything that it borrows from. */
struct sample {
	struct schemas *schemas;
	struct profile *profile;
	struct site *site;
	struct words *words;
	struct query query;
	struct selection selection;
	struct page page;
};

/* The page is a home page with the list that `qs` asks for. */
void sample_open(struct sample *s, const char *profile, const char *qs);
void sample_close(struct sample *s);

#endif

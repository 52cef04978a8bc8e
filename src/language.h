/* SPDX-License-Identifier: MIT */
/* language.h - which language a page is in. */
#ifndef VITAE_LANGUAGE_H
#define VITAE_LANGUAGE_H

#include "exchange.h"

/*
 * Fill in what x->page says of languages: the one it is in, its words, those
 * that can be chosen. First comes what the query asks for, then, if the site
 * wants it so, what the browser asks for, then the language of the site.
 *
 * In x->query is left, in its one spelling, a language that makes a
 * difference; any other is forgotten: it would be a second address of the
 * same page.
 */
void language_compose(struct exchange *x, const struct site *site);

#endif

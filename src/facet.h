/* SPDX-License-Identifier: MIT */
/* facet.h - how many publications each value of a field would show. */
#ifndef VITAE_FACET_H
#define VITAE_FACET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "query.h"
#include "select.h"

/* Facets list that many values at most, besides years, letters, what is chosen.
 */
enum { FACET_MAX_VALUES = 30 };

struct facet_value {
	uint32_t value; /* its number in the field */
	size_t n;	/* under all filters but this field's */
	bool current;	/* the query asks for it */
};

struct facet {
	enum field field;
	struct facet_value
	    *values; /* owned; years and letters ascending, else most first */
	size_t n;
	size_t more; /* values that would show something and are not listed */
};

/*
 * Count the values of field `f` among the publications that match in
 * everything else. Values that would show nothing are left out unless they
 * are asked for. facet_release() is due.
 */
void facet_count(struct facet *fc, const struct selection *sel, enum field f);
void facet_release(struct facet *fc);

/* Would choosing in this facet change what is shown? */
bool facet_matters(const struct facet *fc, const struct selection *sel);

#endif

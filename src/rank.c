/* SPDX-License-Identifier: MIT */
/* rank.c - labels as numbers that sort like them. */
#include <stdlib.h>
#include <string.h>

#include "rank.h"
#include "text.h"
#include "util.h"

struct pubranks {
	struct labelranks labels[FIELD__MAX]; /* owned */
	uint64_t labels_of[FIELD__MAX];	      /* version of the dictionary */
};

struct pubranks *
pubranks_new(void)
{
	return xcalloc(1, sizeof(struct pubranks));
}

void
pubranks_free(struct pubranks *ranks)
{
	if (ranks == NULL)
		return;
	for (size_t f = 0; f < FIELD__MAX; f++) {
		free(ranks->labels[f].unique);
		free(ranks->labels[f].shared);
	}
	free(ranks);
}

/* Labels, and what is compared of them first. */
struct naming {
	const struct dict *dict;
	struct strlist folded;
};

static const char *
name_of(const struct dict *dict, uint32_t v)
{
	const char *label = dict_label(dict, v);

	return label != NULL ? label : dict_id(dict, v);
}

/* By the folded labels, then by what they are, then as they were added. */
static int
compare_values(const void *x, const void *y, void *ctx)
{
	const struct naming *names = ctx;
	uint32_t a = *(const uint32_t *)x;
	uint32_t b = *(const uint32_t *)y;
	int c = strcmp(
	    strlist_get(&names->folded, a), strlist_get(&names->folded, b));

	if (c == 0)
		c = strcmp(name_of(names->dict, a), name_of(names->dict, b));
	return c != 0 ? c : (a > b) - (a < b);
}

/* All values, sorted. Owned. */
static uint32_t *
sort_values(const struct dict *dict)
{
	size_t n = dict_size(dict);
	uint32_t *sorted = xcalloc(n, sizeof(*sorted));
	struct naming names = {.dict = dict};
	struct strbuf sb;

	strbuf_init(&sb);
	for (uint32_t v = 0; v < n; v++) {
		sorted[v] = v;
		strbuf_reset(&sb);
		text_fold(&sb, name_of(dict, v));
		strlist_add(&names.folded, sb.buf, sb.len);
	}
	if (n > 0)
		qsort_r(sorted, n, sizeof(*sorted), compare_values, &names);
	strlist_release(&names.folded);
	strbuf_release(&sb);
	return sorted;
}

static void
make_labels(struct labelranks *ranks, const struct dict *dict)
{
	size_t n = dict_size(dict);
	uint32_t *sorted = sort_values(dict);

	free(ranks->unique);
	free(ranks->shared);
	ranks->unique = xcalloc(n, sizeof(*ranks->unique));
	ranks->shared = xcalloc(n, sizeof(*ranks->shared));
	for (uint32_t i = 0; i < n; i++) {
		uint32_t v = sorted[i];
		bool same = i > 0 && strcmp(name_of(dict, sorted[i - 1]),
					 name_of(dict, v)) == 0;

		ranks->unique[v] = i + 1;
		ranks->shared[v] = same ? ranks->shared[sorted[i - 1]] : i + 1;
	}
	free(sorted);
}

const struct labelranks *
rank_labels(const struct pubindex *ix, enum field f)
{
	struct pubranks *ranks = ix->ranks;
	const struct dict *dict = &ix->fields[f].dict;

	if (ranks->labels[f].unique == NULL ||
	    ranks->labels_of[f] != dict->version)
		make_labels(&ranks->labels[f], dict);
	ranks->labels_of[f] = dict->version;
	return &ranks->labels[f];
}

/* SPDX-License-Identifier: MIT */
/* pubimage.c - an index in a file: pubindex_image(). */
#include "image.h"
#include "pubindex.h"

static void
column_image(struct image *im, struct column *c, size_t rows)
{
	size_t n = c->first != NULL ? rows + 1 : 0;

	dict_image(im, &c->dict);
	c->first =
	    image_array(im, c->first, &n, &c->first_cap, sizeof(*c->first));
	c->values =
	    image_array(im, c->values, &c->n, &c->cap, sizeof(*c->values));
}

static void
sequence_image(struct image *im, struct sequence *seq)
{
	seq->rows =
	    image_array(im, seq->rows, &seq->n, &seq->cap, sizeof(*seq->rows));
	image_size(im, &seq->seen);
}

/* What is copies of what; nothing is loose once all is settled. */
static void
entries_image(struct image *im, struct pubindex *ix)
{
	size_t works = ix->works != NULL;
	size_t n = ix->n;

	bits_image(im, &ix->entries);
	image_size(im, &ix->nentries);
	ix->entry_of =
	    image_array(im, ix->entry_of, &n, NULL, sizeof(*ix->entry_of));
	ix->next_copy = image_array(
	    im, ix->next_copy, &n, &ix->copies_cap, sizeof(*ix->next_copy));
	image_size(im, &works);
	if (im->loading && works != 0)
		ix->works = works_new();
	if (works != 0)
		works_image(im, ix->works);
}

void
pubindex_image(struct image *im, struct pubindex *ix)
{
	ix->rows =
	    image_array(im, ix->rows, &ix->n, &ix->cap, sizeof(*ix->rows));
	for (size_t f = 0; f < FIELD__MAX; f++)
		column_image(im, &ix->fields[f], ix->n);
	strlist_image(im, &ix->keys);
	strlist_image(im, &ix->titles);
	tokens_image(im, ix->tokens);
	bits_image(im, &ix->live);
	image_size(im, &ix->nlive);
	entries_image(im, ix);
	ix->owners = image_array(
	    im, ix->owners, &ix->nowners, NULL, sizeof(*ix->owners));
	sequence_image(im, &ix->order);
}

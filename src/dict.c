/* SPDX-License-Identifier: MIT */
/* dict.c - the values of one field. */
#include <stdlib.h>
#include <string.h>

#include "dict.h"
#include "image.h"
#include "strbuf.h"
#include "text.h"

static void
add_strings(struct dict *dict, const char *label, const char *words)
{
	struct strbuf slug;

	strbuf_init(&slug);
	text_slug(&slug, words);
	strlist_add(&dict->slugs, slug.buf, slug.len);
	strlist_add(&dict->labels, label, strlen(label));
	strbuf_release(&slug);
}

static void
add_counts(struct dict *dict, size_t v)
{
	size_t cap = dict->uses_cap;

	dict->lang_of = grow(dict->lang_of, v, &cap, sizeof(*dict->lang_of));
	cap = dict->uses_cap;
	dict->uses = grow(dict->uses, v, &cap, sizeof(*dict->uses));
	dict->entries =
	    grow(dict->entries, v, &dict->uses_cap, sizeof(*dict->entries));
	dict->uses[v] = dict->entries[v] = 0;
	dict->lang_of[v] = 0;
}

void
dict_offer(struct dict *dict, uint32_t v, const char *label)
{
	if (label == NULL)
		label = "";
	if (dict->uses[v] > 0)
		return;
	dict->lang_of[v] = 0;
	if (strcmp(strlist_get(&dict->labels, v), label) == 0)
		return;
	strlist_replace(&dict->labels, v, label);
	dict->version++;
}

void
dict_say_lang(struct dict *dict, uint32_t v, const char *lang)
{
	size_t number = strset_intern(&dict->langs, lang, strlen(lang)) + 1;

	/* nobody writes in that many, but anybody may claim to */
	dict->lang_of[v] = number <= UINT8_MAX ? (uint8_t)number : 0;
}

uint32_t
dict_add(
    struct dict *dict, const char *id, const char *label, const char *words)
{
	size_t n = dict_size(dict);
	uint32_t v = strset_intern(&dict->ids, id, strlen(id));

	if (v == n) {
		add_strings(dict, label != NULL ? label : "", words);
		add_counts(dict, v);
		dict->version++;
	} else {
		dict_offer(dict, v, label);
	}
	return v;
}

void
dict_release(struct dict *dict)
{
	strset_release(&dict->ids);
	strlist_release(&dict->labels);
	strlist_release(&dict->slugs);
	strset_release(&dict->langs);
	free(dict->lang_of);
	free(dict->uses);
	free(dict->entries);
	*dict = (struct dict){0};
}

long
dict_find(const struct dict *dict, const char *id)
{
	return strset_find(&dict->ids, id, strlen(id));
}

void
dict_image(struct image *im, struct dict *dict)
{
	size_t n = dict_size(dict);

	strset_image(im, &dict->ids);
	strlist_image(im, &dict->labels);
	strlist_image(im, &dict->slugs);
	strset_image(im, &dict->langs);
	dict->lang_of =
	    image_array(im, dict->lang_of, &n, NULL, sizeof(*dict->lang_of));
	dict->uses = image_array(im, dict->uses, &n, NULL, sizeof(*dict->uses));
	dict->entries = image_array(
	    im, dict->entries, &n, &dict->uses_cap, sizeof(*dict->entries));
	image_number(im, &dict->version);
}

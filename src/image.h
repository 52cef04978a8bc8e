/* SPDX-License-Identifier: MIT */
/* image.h - what a process knows, in a file for the next one. */
#ifndef VITAE_IMAGE_H
#define VITAE_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "strbuf.h"
#include "util.h"

/*
 * One walk over the data writes it or reads it back: the two cannot differ.
 * Arrays go as they lie in memory, so a file is good for the very program
 * that wrote it; `key` says which that was, and for what. Once something is
 * wrong, `bad` is set, and everything that is still read is empty.
 */
struct image {
	int fd;
	bool loading;
	bool bad;
	uint64_t digest;   /* of all that went through */
	uint64_t left;	   /* bytes of the file that were not read yet */
	struct strbuf buf; /* not written yet, or read ahead */
	size_t at;	   /* of it were taken */
	char *temp;	   /* owned; name of the file while it is written */
};

/*
 * Begin to write the file `name` in the directory `dir`; nothing has changed
 * there before image_end(). Or to read it: it must be there with this key.
 * 0, or -1: there is nothing to do, nor to end.
 */
NODISCARD int
image_save(struct image *im, const char *dir, const char *name, uint64_t key);
NODISCARD int
image_load(struct image *im, const char *dir, const char *name, uint64_t key);
/* 0 when all of it was good, -1 when what was read must be thrown away. */
NODISCARD int image_end(struct image *im, const char *dir, const char *name);

void image_number(struct image *im, uint64_t *number);
void image_size(struct image *im, size_t *size);
/*
 * `n` elements of `size` bytes at `p`. Saving, returns `p`; loading, an array
 * that is the caller's to free, its length in `n` and in `cap`, which may be
 * NULL; of nothing, NULL.
 */
void *
image_array(struct image *im, void *p, size_t *n, size_t *cap, size_t size);

/* Whose key it is: another one for another build of the program. 0: unknown. */
uint64_t image_program(void);

#endif

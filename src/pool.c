/* SPDX-License-Identifier: MIT */
/* pool.c - memory for small things: a list of free pieces for each size. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <libxml/xmlmemory.h>

#include "pool.h"
#include "util.h"

enum {
	STEP = 16,  /* sizes are multiples of this, less the header */
	SIZES = 64, /* pieces of up to 1,024 bytes, header included */
	BLOCK = 2 * 1024 * 1024, /* what is taken from malloc() at once */
	HEADER = 8,		 /* before each piece: the number of its size */
	LARGE = SIZES,		 /* that number of what malloc() made */
	NUMBERS = 256, /* above them the header says which pool it is of */
};

/* A free piece holds the way to the next one. */
struct piece {
	struct piece *next;
};

static struct room {
	struct piece *lists[SIZES];
	char *block;
	size_t left;
} rooms[POOL__MAX];
static enum pool current = POOL_LASTING;

static uint64_t *
header_of(void *p)
{
	return (uint64_t *)(void *)((char *)p - HEADER);
}

/*
 * The kernel gives a block as one page, where it can, instead of 512: that is
 * a fifth of the time in which a program starts and shows one page.
 */
static char *
new_block(void)
{
	char *p = aligned_alloc(BLOCK, BLOCK);

#ifdef MADV_HUGEPAGE
	if (p != NULL)
		madvise(p, BLOCK, MADV_HUGEPAGE);
#endif
	return p;
}

static size_t
number_of(void *p)
{
	return *header_of(p) % NUMBERS;
}

/* What follows the header is aligned to 16 bytes, as malloc() does. */
static void *
carve(size_t number)
{
	struct room *room = &rooms[current];
	size_t size = (number + 1) * STEP;
	char *p;

	if (room->left < size) {
		/* what is left of the old block is less than one piece */
		room->block = new_block();
		if (room->block == NULL) {
			room->left = 0;
			return NULL;
		}
		room->block += HEADER;
		room->left = BLOCK - STEP;
	}
	p = room->block + HEADER;
	room->block += size;
	room->left -= size;
	*header_of(p) = number + NUMBERS * (uint64_t)current;
	return p;
}

static void *
malloc_large(size_t size)
{
	char *p = size < SIZE_MAX - STEP ? malloc(size + STEP) : NULL;

	if (p == NULL)
		return NULL;
	p += STEP;
	*header_of(p) = LARGE;
	return p;
}

void *
pool_malloc(size_t size)
{
	size_t number = (size + HEADER - 1) / STEP;
	struct piece *p;

	if (size > SIZES * STEP - HEADER)
		return malloc_large(size);
	p = rooms[current].lists[number];
	if (p == NULL)
		return carve(number);
	rooms[current].lists[number] = p->next;
	return p;
}

void
pool_free(void *p)
{
	struct piece *piece = p;
	struct piece **list;

	if (p == NULL)
		return;
	if (number_of(p) == LARGE) {
		free((char *)p - STEP);
		return;
	}
	/* back to where it came from */
	list = &rooms[*header_of(p) / NUMBERS].lists[number_of(p)];
	piece->next = *list;
	*list = piece;
}

void *
pool_realloc(void *p, size_t size)
{
	size_t number;
	size_t room;
	char *q;

	if (p == NULL)
		return pool_malloc(size);
	number = number_of(p);
	if (number == LARGE && size > SIZES * STEP - HEADER) {
		q = size < SIZE_MAX - STEP
			? realloc((char *)p - STEP, size + STEP)
			: NULL;
		return q != NULL ? q + STEP : NULL;
	}
	room = (number + 1) * STEP - HEADER;
	if (number != LARGE && size <= room)
		return p;
	q = pool_malloc(size);
	if (q == NULL)
		return NULL;
	memcpy(q, p, number == LARGE || size < room ? size : room);
	pool_free(p);
	return q;
}

char *
pool_strdup(const char *s)
{
	size_t n = strlen(s) + 1;
	char *p = pool_malloc(n);

	return p != NULL ? memcpy(p, s, n) : NULL;
}

enum pool
pool_use(enum pool which)
{
	enum pool before = current;

	current = which;
	return before;
}

void
pool_install(void)
{
#ifndef __SANITIZE_ADDRESS__
	xmlMemSetup(pool_free, pool_malloc, pool_realloc, pool_strdup);
#endif
}

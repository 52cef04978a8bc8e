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
	HEADER = 8, /* before each piece: the list that it goes back to */
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
static struct room *current = &rooms[POOL_LASTING];

/* NULL: malloc() made it. */
static struct piece ***
header_of(void *p)
{
	return (struct piece ***)(void *)((char *)p - HEADER);
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

/* What a piece of this list has room for. */
static size_t
room_of(struct piece **list)
{
	size_t i = (size_t)((char *)list - (char *)rooms) / sizeof(rooms[0]);

	return (size_t)(list - rooms[i].lists + 1) * STEP - HEADER;
}

/*
 * What follows the header is aligned to 16 bytes, as malloc() does. It and the
 * next one are seldom called: apart, they do not make what is called most
 * save registers for them.
 */
__attribute__((noinline)) static void *
carve(size_t number)
{
	struct room *room = current;
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
	*header_of(p) = &room->lists[number];
	return p;
}

__attribute__((noinline)) static void *
malloc_large(size_t size)
{
	char *p = size < SIZE_MAX - STEP ? malloc(size + STEP) : NULL;

	if (p == NULL)
		return NULL;
	p += STEP;
	*header_of(p) = NULL;
	return p;
}

void *
pool_malloc(size_t size)
{
	size_t number = (size + HEADER - 1) / STEP;
	struct piece **list;
	struct piece *p;

	if (size > SIZES * STEP - HEADER)
		return malloc_large(size);
	list = &current->lists[number];
	p = *list;
	if (p == NULL)
		return carve(number);
	*list = p->next;
	return p;
}

void
pool_free(void *p)
{
	struct piece *piece = p;
	struct piece **list;

	if (p == NULL)
		return;
	list = *header_of(p);
	if (list == NULL) {
		free((char *)p - STEP);
		return;
	}
	/* back to where it came from */
	piece->next = *list;
	*list = piece;
}

void *
pool_realloc(void *p, size_t size)
{
	struct piece **list;
	size_t room;
	char *q;

	if (p == NULL)
		return pool_malloc(size);
	list = *header_of(p);
	if (list == NULL && size > SIZES * STEP - HEADER) {
		q = size < SIZE_MAX - STEP
			? realloc((char *)p - STEP, size + STEP)
			: NULL;
		return q != NULL ? q + STEP : NULL;
	}
	room = list != NULL ? room_of(list) : size;
	if (list != NULL && size <= room)
		return p;
	q = pool_malloc(size);
	if (q == NULL)
		return NULL;
	memcpy(q, p, size < room ? size : room);
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
	enum pool before = (enum pool)(current - rooms);

	current = &rooms[which];
	return before;
}

void
pool_install(void)
{
#ifndef __SANITIZE_ADDRESS__
	xmlMemSetup(pool_free, pool_malloc, pool_realloc, pool_strdup);
#endif
}

/* SPDX-License-Identifier: MIT */
/* pool.c - memory for small things: a list of free pieces for each size. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <libxml/xmlmemory.h>

#include "pool.h"
#include "util.h"

enum {
	STEP = 8,    /* sizes are multiples of this */
	SIZES = 128, /* pieces of up to 1,024 bytes; malloc() has the others */
	RUN = 4096,  /* so many bytes have pieces of one size */
	BLOCK = 2 * 1024 * 1024, /* what is taken from the kernel at once */
	/* 16 GiB, or a part of 4: malloc() has what is more */
	BLOCKS = sizeof(void *) > 4 ? 8192 : 256,
	FEWEST_BLOCKS = 32,
};

/* A free piece holds the way to the next one. */
struct piece {
	struct piece *next;
};

/* What is left of the memory for one size. */
struct run {
	char *p;
	size_t left;
};

/* The sizes of one pool behind those of the other. */
static struct piece *lists[POOL__MAX * SIZES];
static struct run runs[POOL__MAX * SIZES];
static struct run blocks[POOL__MAX];
static size_t current = POOL_LASTING * SIZES;

/*
 * Addresses for all blocks, so that a piece needs nothing before it that says
 * what it is: that is a fifteenth of the memory of a tree.
 */
static struct {
	char *begin;
	size_t bytes; /* 0: not asked for yet, or there are none */
	size_t used;
	bool asked;
} area;
/* Of each run in it: the list that its pieces go back to. */
static uint8_t kinds[(size_t)BLOCKS * (BLOCK / RUN)];

/* Where the room for addresses is limited fewer will do. */
static void
find_area(void)
{
	size_t n = BLOCKS;
	char *p;

	area.asked = true;
	while ((p = mmap(NULL, (n + 1) * BLOCK, PROT_NONE,
		    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)) ==
		   MAP_FAILED &&
	       n > FEWEST_BLOCKS)
		n /= 2;
	if (p == MAP_FAILED)
		return;
	area.begin = p + (BLOCK - (uintptr_t)p % BLOCK);
	area.bytes = n * BLOCK;
}

/*
 * The kernel gives a huge block as one page, where it can, instead of 512: that
 * is a fifth of the time in which a program starts and shows one page.
 */
static char *
new_block(bool huge)
{
	char *p;

	if (!area.asked)
		find_area();
	if (area.used == area.bytes)
		return NULL;
	p = area.begin + area.used;
	if (mprotect(p, BLOCK, PROT_READ | PROT_WRITE) != 0)
		return NULL;
#ifdef MADV_HUGEPAGE
	if (huge)
		madvise(p, BLOCK, MADV_HUGEPAGE);
#endif
	area.used += BLOCK;
	return p;
}

static bool
is_ours(const void *p)
{
	return (uintptr_t)p - (uintptr_t)area.begin < area.used;
}

static uint8_t *
kind_of(const void *p)
{
	return &kinds[((uintptr_t)p - (uintptr_t)area.begin) / RUN];
}

static bool
new_run(size_t list)
{
	struct run *block = &blocks[list / SIZES];

	if (block->left == 0) {
		/* most requests need but a part of their first */
		block->p =
		    new_block(list / SIZES != POOL_REQUEST || block->p != NULL);
		if (block->p == NULL)
			return false;
		block->left = BLOCK;
	}
	*kind_of(block->p) = (uint8_t)list;
	runs[list] = (struct run){block->p, RUN};
	block->p += RUN;
	block->left -= RUN;
	return true;
}

/*
 * This and what is large are seldom asked for: apart, they do not make what is
 * called most save registers for them.
 */
__attribute__((noinline)) static void *
carve(size_t list)
{
	struct run *run = &runs[list];
	size_t size = (list % SIZES + 1) * STEP;
	char *p;

	if (run->left < size && !new_run(list))
		return malloc(size);
	p = run->p;
	run->p += size;
	run->left -= size;
	return p;
}

void *
pool_malloc(size_t size)
{
	size_t number = (size - 1) / STEP;
	struct piece *p;

	/* nothing is less than nothing: it comes from malloc(), too */
	if (number >= SIZES)
		return size <= PTRDIFF_MAX ? malloc(size) : NULL;
	p = lists[current + number];
	if (p == NULL)
		return carve(current + number);
	lists[current + number] = p->next;
	return p;
}

void
pool_free(void *p)
{
	struct piece *piece = p;
	struct piece **list;

	if (!is_ours(p)) {
		free(p);
		return;
	}
	/* back to where it came from */
	list = &lists[*kind_of(p)];
	piece->next = *list;
	*list = piece;
}

void *
pool_realloc(void *p, size_t size)
{
	size_t room;
	void *q;

	if (p == NULL)
		return pool_malloc(size);
	if (!is_ours(p))
		return size <= PTRDIFF_MAX ? realloc(p, size > 0 ? size : 1)
					   : NULL;
	room = ((size_t)*kind_of(p) % SIZES + 1) * STEP;
	if (size <= room)
		return p;
	q = pool_malloc(size);
	if (q == NULL)
		return NULL;
	memcpy(q, p, room);
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
	enum pool before = (enum pool)(current / SIZES);

	current = (size_t)which * SIZES;
	return before;
}

void
pool_install(void)
{
#ifndef __SANITIZE_ADDRESS__
	xmlMemSetup(pool_free, pool_malloc, pool_realloc, pool_strdup);
#endif
}

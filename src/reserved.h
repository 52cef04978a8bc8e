/* SPDX-License-Identifier: MIT */
/* reserved.h - words that are no ids. */
#ifndef VITAE_RESERVED_H
#define VITAE_RESERVED_H

#include <stdbool.h>

/* Is this word a path or a slot that the program uses itself? */
bool id_is_reserved(const char *id);
/* The same, or one that sections of the person at home may have. */
bool person_id_is_reserved(const char *id);

/* May a person be called so at all? */
bool person_id_is_valid(const char *id);

/*
 * The id of the person whose profile is the file `name`: "ada-berg.xml" ->
 * "ada-berg". Owned -> free(); NULL when it is no such file, like those that
 * editors leave. It may still be reserved, or not be valid.
 */
char *person_id_of_file(const char *name);

#endif

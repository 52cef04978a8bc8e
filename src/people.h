/* SPDX-License-Identifier: MIT */
/* people.h - people as rows of an index: what they can be chosen by. */
#ifndef VITAE_PEOPLE_H
#define VITAE_PEOPLE_H

#include "pubfields.h"

/*
 * Each node is the element person of a member: role, groups, topics and the
 * letter of the list. They are sorted as namekey.h says, alumni behind the
 * others.
 */
extern const struct rowkind people_rows;

#endif

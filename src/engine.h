/* SPDX-License-Identifier: MIT */
/* engine.h - the program that does the work, and where it is. */
#ifndef VITAE_ENGINE_H
#define VITAE_ENGINE_H

#include "strbuf.h"

/*
 * Append the path of the engine: beside the program that runs, whichever of
 * the two that is, or else where it was installed.
 */
void engine_find(struct strbuf *path);

#endif

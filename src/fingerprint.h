/* SPDX-License-Identifier: MIT */
/* fingerprint.h - which versions of its files an answer is made from. */
#ifndef VITAE_FINGERPRINT_H
#define VITAE_FINGERPRINT_H

#include "file.h"
#include "settings.h"

/*
 * Look at the file `program`, all sheets and words, site.xml, and the profile
 * of `person`, or of everybody if that is NULL. Nothing is read: an answer
 * that was made when the stamp was the same can be given again, before any
 * XML is parsed.
 */
struct file_stamp
fingerprint(const struct settings *s, const char *program, const char *person);

#endif

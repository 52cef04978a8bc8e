/* SPDX-License-Identifier: MIT */
/* httpdate.h - dates as HTTP, feeds and profiles write them. */
#ifndef VITAE_HTTPDATE_H
#define VITAE_HTTPDATE_H

#include <stdint.h>

/* Room for either form and its NUL. */
enum { HTTPDATE_SIZE = 30 };

/* No date. Not negative numbers: those are the dates before 1970. */
#define HTTPDATE_NONE INT64_MIN

/*
 * Write `unix_s`, seconds since 1970 in UTC, to `buf` of HTTPDATE_SIZE bytes:
 * "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7; good for RSS too), or
 * "1994-11-06T08:49:37Z" (RFC 3339). The same in every locale. A time outside
 * of the years 0 to 9999 is written as the nearest one inside.
 */
void httpdate_format(char *buf, int64_t unix_s);
void httpdate_rfc3339(char *buf, int64_t unix_s);

/*
 * The first second, in UTC, of "YYYY", "YYYY-MM" or "YYYY-MM-DD".
 * HTTPDATE_NONE when it is written otherwise or there is no such day.
 */
int64_t httpdate_from_iso(const char *iso);

#endif

/* SPDX-License-Identifier: MIT */
/* httpdate.c - dates as HTTP, feeds and profiles write them. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "httpdate.h"
#include "text.h"

enum { DAY_S = 86400 };

/* 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z */
static const int64_t first_s = INT64_C(-62167219200);
static const int64_t last_s = INT64_C(253402300799);

/* What the clock and the calendar show. */
struct moment {
	unsigned year;
	unsigned month;	  /* from 1 */
	unsigned day;	  /* from 1 */
	unsigned weekday; /* 0 is Sunday */
	unsigned hour;
	unsigned minute;
	unsigned second;
};

static bool
is_leap(unsigned year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static unsigned
month_days(unsigned year, unsigned month)
{
	static const unsigned char days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Days from 0000-01-01 to the first of January of `year`. */
static int64_t
days_before(unsigned year)
{
	int64_t past = (int64_t)year - 1;

	if (year == 0)
		return 0;
	return 366 + past * 365 + past / 4 - past / 100 + past / 400;
}

/* gmtime_r() would do, but for the years that a small time_t cannot hold. */
static struct moment
moment_at(int64_t unix_s)
{
	struct moment m = {.month = 1};
	int64_t days;
	unsigned rest;

	if (unix_s < first_s)
		unix_s = first_s;
	if (unix_s > last_s)
		unix_s = last_s;
	unix_s -= first_s;
	days = unix_s / DAY_S;
	rest = (unsigned)(unix_s % DAY_S);
	m.hour = rest / 3600;
	m.minute = rest / 60 % 60;
	m.second = rest % 60;
	/* 0000-01-01 was a Saturday */
	m.weekday = (unsigned)((days + 6) % 7);
	/* never too late: 400 years are 146,097 days, a bit less a year */
	m.year = (unsigned)(days * 400 / 146097);
	while (m.year > 0 && days_before(m.year) > days)
		m.year--;
	while (days_before(m.year + 1) <= days)
		m.year++;
	rest = (unsigned)(days - days_before(m.year));
	for (; rest >= month_days(m.year, m.month); m.month++)
		rest -= month_days(m.year, m.month);
	m.day = rest + 1;
	return m;
}

void
httpdate_format(char *buf, int64_t unix_s)
{
	static const char weekdays[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	struct moment m = moment_at(unix_s);

	snprintf(buf, HTTPDATE_SIZE, "%.3s, %02u %.3s %04u %02u:%02u:%02u GMT",
	    weekdays + m.weekday * 3, m.day, months + (m.month - 1) * 3, m.year,
	    m.hour, m.minute, m.second);
}

void
httpdate_rfc3339(char *buf, int64_t unix_s)
{
	struct moment m = moment_at(unix_s);

	snprintf(buf, HTTPDATE_SIZE, "%04u-%02u-%02uT%02u:%02u:%02uZ", m.year,
	    m.month, m.day, m.hour, m.minute, m.second);
}

int64_t
httpdate_from_iso(const char *iso)
{
	size_t n = strnlen(iso, 11);
	long year;
	long month = 1;
	long day = 1;
	int64_t days;

	if ((n != 4 && n != 7 && n != 10) || (n > 4 && iso[4] != '-') ||
	    (n > 7 && iso[7] != '-'))
		return HTTPDATE_NONE;
	year = text_parse_uint(iso, 4, 9999);
	if (n > 4)
		month = text_parse_uint(iso + 5, 2, 12);
	if (n > 7)
		day = text_parse_uint(iso + 8, 2, 31);
	if (year < 0 || month < 1 || day < 1 ||
	    day > (long)month_days((unsigned)year, (unsigned)month))
		return HTTPDATE_NONE;
	days = days_before((unsigned)year) + day - 1;
	for (unsigned i = 1; i < (unsigned)month; i++)
		days += month_days((unsigned)year, i);
	return first_s + days * DAY_S;
}

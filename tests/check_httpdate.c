/* SPDX-License-Identifier: MIT */
/* check_httpdate.c - tests of httpdate.h. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "httpdate.h"
#include "testing.h"
#include "util.h"

static const struct {
	int64_t unix_s;
	const char *http;
	const char *rfc3339;
} moments[] = {
    {784111777, "Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"},
    {0, "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z"},
    {-1, "Wed, 31 Dec 1969 23:59:59 GMT", "1969-12-31T23:59:59Z"},
    {951782400, "Tue, 29 Feb 2000 00:00:00 GMT", "2000-02-29T00:00:00Z"},
    {951868800, "Wed, 01 Mar 2000 00:00:00 GMT", "2000-03-01T00:00:00Z"},
    {1735689599, "Tue, 31 Dec 2024 23:59:59 GMT", "2024-12-31T23:59:59Z"},
    {4294967296, "Sun, 07 Feb 2106 06:28:16 GMT", "2106-02-07T06:28:16Z"},
    {-2147483649, "Fri, 13 Dec 1901 20:45:51 GMT", "1901-12-13T20:45:51Z"},
    {-62167219200, "Sat, 01 Jan 0000 00:00:00 GMT", "0000-01-01T00:00:00Z"},
    {253402300799, "Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59Z"},
};

START_TEST(moments_are_written_as_http_and_feeds_want_them)
{
	for (size_t i = 0; i < ARRAY_SIZE(moments); i++) {
		char buf[HTTPDATE_SIZE];

		httpdate_format(buf, moments[i].unix_s);
		ck_assert_str_eq(buf, moments[i].http);
		httpdate_rfc3339(buf, moments[i].unix_s);
		ck_assert_str_eq(buf, moments[i].rfc3339);
	}
}
END_TEST

START_TEST(moments_beyond_four_digit_years_are_clamped)
{
	static const struct {
		int64_t unix_s;
		const char *rfc3339;
	} cases[] = {
	    {INT64_MIN, "0000-01-01T00:00:00Z"},
	    {-62167219201, "0000-01-01T00:00:00Z"},
	    {253402300800, "9999-12-31T23:59:59Z"},
	    {INT64_MAX, "9999-12-31T23:59:59Z"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char buf[HTTPDATE_SIZE];

		httpdate_rfc3339(buf, cases[i].unix_s);
		ck_assert_str_eq(buf, cases[i].rfc3339);
		/* for the length: ASan watches */
		httpdate_format(buf, cases[i].unix_s);
		ck_assert_uint_eq(strlen(buf), HTTPDATE_SIZE - 1);
	}
}
END_TEST

/* The C library's calendar is another program than ours. */
START_TEST(every_day_agrees_with_the_c_library)
{
	const int64_t day_s = 86400;
	const int64_t first = httpdate_from_iso("1000");
	const int64_t last = httpdate_from_iso("9999-12-31");

	for (int64_t at = first; at <= last; at += day_s) {
		/* some second of the day, another one each day */
		time_t t = (time_t)(at + (at - first) / day_s * 7919 % day_s);
		struct tm tm;
		char want[64];
		char got[HTTPDATE_SIZE];

		gmtime_r(&t, &tm);
		strftime(want, sizeof(want), "%a, %d %b %Y %H:%M:%S GMT", &tm);
		httpdate_format(got, (int64_t)t);
		if (strcmp(want, got) != 0)
			ck_abort_msg("%s is not %s", got, want);
		strftime(want, sizeof(want), "%Y-%m-%d", &tm);
		if (httpdate_from_iso(want) != at)
			ck_abort_msg("%s", want);
	}
}
END_TEST

START_TEST(a_locale_changes_nothing)
{
	static const char *const names[] = {
	    "de_DE.UTF-8", "ar_EG.UTF-8", "C.UTF-8"};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		char buf[HTTPDATE_SIZE];

		/* where there is no such locale, nothing is tested */
		setlocale(LC_ALL, names[i]);
		httpdate_format(buf, moments[0].unix_s);
		ck_assert_str_eq(buf, moments[0].http);
	}
	setlocale(LC_ALL, "C");
}
END_TEST

START_TEST(iso_dates_are_their_first_second)
{
	static const struct {
		const char *iso;
		int64_t unix_s;
	} cases[] = {
	    {"1970", 0},
	    {"1970-01", 0},
	    {"1970-01-01", 0},
	    {"1970-01-02", 86400},
	    {"1969-12-31", -86400},
	    {"1950", -631152000},
	    {"2000-02-29", 951782400},
	    {"2024-02-29", 1709164800},
	    {"2024-03", 1709251200},
	    {"2023-12-31", 1703980800},
	    {"1000", -30610224000},
	    {"9999-12-31", 253402214400},
	    {"0000", -62167219200},
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		ck_assert_msg(
		    httpdate_from_iso(cases[i].iso) == cases[i].unix_s,
		    "%s is %lld", cases[i].iso,
		    (long long)httpdate_from_iso(cases[i].iso));
}
END_TEST

/* -1 is 1969-12-31T23:59:59Z, so it cannot mean "none". */
START_TEST(a_date_before_1970_is_a_date)
{
	ck_assert(httpdate_from_iso("1969") < 0);
	ck_assert(httpdate_from_iso("1969") != HTTPDATE_NONE);
	ck_assert(httpdate_from_iso("1000") != HTTPDATE_NONE);
}
END_TEST

START_TEST(days_that_do_not_exist_are_no_dates)
{
	static const char *const bad[] = {"2023-02-29", "1900-02-29",
	    "2100-02-29", "2024-02-30", "2023-04-31", "2023-06-31",
	    "2023-09-31", "2023-11-31", "2023-01-32", "2023-00", "2023-13",
	    "2023-01-00", "2023-00-01", "2023-13-01", "2023-99-99"};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		ck_assert_msg(
		    httpdate_from_iso(bad[i]) == HTTPDATE_NONE, "%s", bad[i]);
}
END_TEST

START_TEST(dates_written_otherwise_are_no_dates)
{
	static const char *const bad[] = {"", "2", "20", "202", "20233",
	    "2023-", "2023-1", "2023-1-1", "2023-01-", "2023-01-1",
	    "2023-01-011", "2023-01-01T00:00:00Z", "2023/01", "2023/01/01",
	    "2023-01/01", "20230101", "2023 01", " 2023", "2023 ", "-202",
	    "+202", "-2023-01", "2o23", "2023-0a", "2023-01-0x", "2023--1",
	    "2023-+1", "latest", "Nov", "2023-01- 1", "\u0662\u0660"};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		size_t n = strlen(bad[i]) + 1;
		char *copy = xmalloc(n);

		memcpy(copy, bad[i], n);
		ck_assert_msg(
		    httpdate_from_iso(copy) == HTTPDATE_NONE, "\"%s\"", bad[i]);
		free(copy);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    moments_are_written_as_http_and_feeds_want_them,
	    moments_beyond_four_digit_years_are_clamped,
	    every_day_agrees_with_the_c_library,
	    a_locale_changes_nothing,
	    iso_dates_are_their_first_second,
	    a_date_before_1970_is_a_date,
	    days_that_do_not_exist_are_no_dates,
	    dates_written_otherwise_are_no_dates,
	    NULL,
	};

	return run_tests("httpdate", tests);
}

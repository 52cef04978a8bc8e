/* SPDX-License-Identifier: MIT */
/* index.c - what an index of all publications of a site costs. */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "facet.h"
#include "pool.h"
#include "profile.h"
#include "strbuf.h"

enum {
	VOCABULARY = 60000,
	OTHERS = 200000, /* authors who are nobody here */
	VENUES = 3000,
	KEYWORDS = 5000,
	GROUPS = 100,
	ROUNDS = 15,
};

static uint64_t seed = 88172645463325252u;

static uint32_t
next_random(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 33) % n;
}

/* A few of `n` things are very frequent, most are rare. */
static uint32_t
next_skewed(uint32_t n)
{
	uint32_t i = next_random(n) + 1;

	i = next_random(i) + 1;
	return next_random(i);
}

static double
cpu_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* What of the process is in memory: room for later is no cost. */
static size_t
resident_bytes(void)
{
	size_t pages = 0;
	FILE *f;

	malloc_trim(0);
	f = fopen("/proc/self/statm", "r");
	if (f == NULL || fscanf(f, "%*u %zu", &pages) != 1)
		pages = 0;
	if (f != NULL)
		fclose(f);
	return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* A word that can be spoken, always the same for its number. */
static void
add_word(struct strbuf *out, uint32_t number)
{
	static const char *const parts[] = {"ba", "ce", "di", "fo", "gu", "ha",
	    "ke", "li", "mo", "nu", "pra", "sten", "tri", "vor", "we", "xan"};

	do {
		strbuf_puts(out, parts[number % ARRAY_SIZE(parts)]);
		number /= ARRAY_SIZE(parts);
	} while (number > 0);
}

static void
add_words(struct strbuf *out, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		add_word(out, next_skewed(VOCABULARY));
		strbuf_putc(out, i + 1 == n ? '.' : ' ');
	}
}

static void
add_authors(struct strbuf *out, uint32_t people)
{
	strbuf_puts(out, "<authors><author self='true'/>");
	for (uint32_t n = 1 + next_random(5); n > 0; n--) {
		bool member = next_random(4) == 0;

		strbuf_puts(out, "<author>");
		add_word(out, next_random(member ? people : OTHERS) + 7000);
		strbuf_putc(out, ' ');
		add_word(out, next_random(5000) + 500);
		strbuf_puts(out, "</author>");
	}
	strbuf_puts(out, "</authors>");
}

static void
add_publication(struct strbuf *out, uint32_t i, uint32_t people)
{
	static const char *const types[] = {"journal", "conference",
	    "conference", "preprint", "book", "thesis", "workshop"};
	static const char *const statuses[] = {
	    "submitted", "accepted", "in-press"};

	strbuf_printf(out,
	    "<publication id='k%u' type='%s' date='%u-%02u' status='%s'%s>"
	    "<title>",
	    i, types[next_skewed(ARRAY_SIZE(types))], 2024 - next_skewed(40),
	    1 + next_random(12),
	    next_random(30) > 0 ? "published" : statuses[next_random(3)],
	    next_random(10) == 0 ? " selected='true'" : "");
	add_words(out, 6 + next_random(8));
	strbuf_puts(out, "</title>");
	add_authors(out, people);
	strbuf_puts(out, "<venue><name>Journal of ");
	add_word(out, next_skewed(VENUES) + 300);
	strbuf_puts(out, "</name></venue>");
	/* one of three is on somebody else's list, too */
	if (next_random(2) > 0)
		strbuf_printf(out,
		    "<identifier type='doi'>10.1/%u</identifier>",
		    next_random(people * 100));
	for (uint32_t n = next_random(5); n > 0; n--) {
		strbuf_puts(out, "<keyword>");
		add_word(out, next_skewed(KEYWORDS) + 40);
		strbuf_puts(out, "</keyword>");
	}
	if (next_random(2) > 0) {
		strbuf_puts(out, "<abstract>");
		add_words(out, 60 + next_random(60));
		strbuf_puts(out, "</abstract>");
	}
	if (next_random(3) == 0)
		strbuf_puts(out, "<link rel='code' href='/x'/>");
	strbuf_printf(out,
	    "<metric type='citations' value='%u' as-of='2024'/></publication>",
	    next_skewed(3000));
}

static void
write_profile(struct strbuf *out, uint32_t owner, uint32_t people, uint32_t per)
{
	strbuf_printf(out,
	    "<?xml version='1.0'?><profile version='1'><person id='p%u'><name>",
	    owner);
	add_word(out, owner + 7000);
	strbuf_puts(out, "</name></person><publications>");
	for (uint32_t i = 0; i < per; i++)
		add_publication(out, i, people);
	strbuf_puts(out, "</publications></profile>");
}

/* What the parts of loading a profile cost together. */
struct costs {
	double parse_ms;
	double remove_ms;
	double add_ms;
};

static void
load(struct pubindex *ix, uint32_t owner, const struct strbuf *xml,
    struct costs *costs)
{
	char id[16];
	char group[16];
	struct membership member = {group, group};
	struct pubsource source;
	struct profile *p;
	struct diag d;
	double start = cpu_ms();

	snprintf(id, sizeof(id), "p%u", owner);
	snprintf(group, sizeof(group), "g%u", owner % GROUPS);
	diag_init(&d);
	p = profile_parse(xml->buf, xml->len, id, id, NULL, &d);
	if (p == NULL)
		abort();
	costs->parse_ms += cpu_ms() - start;
	source = profile_source(p);
	source.groups = &member;
	source.ngroups = 1;
	start = cpu_ms();
	pubindex_remove(ix, owner);
	costs->remove_ms += cpu_ms() - start;
	start = cpu_ms();
	pubindex_add(ix, owner, &source);
	costs->add_ms += cpu_ms() - start;
	profile_free(p);
	diag_release(&d);
}

static int
compare_times(const void *x, const void *y)
{
	double a = *(const double *)x;
	double b = *(const double *)y;

	return (a > b) - (a < b);
}

/* One query with all its facets; the first time is that of a new process. */
static void
measure(const struct pubindex *ix, const char *qs)
{
	double times[ROUNDS];
	double first = 0;
	size_t matches = 0;

	for (int i = -1; i < ROUNDS; i++) {
		struct selection sel;
		enum query_key bad;
		struct query q;
		double start = cpu_ms();

		if (query_parse(&q, QUERY_OF_SITE, qs, &bad) != 0)
			abort();
		select_run(&sel, ix, &q);
		for (unsigned f = 0; f < FIELD__MAX; f++) {
			struct facet fc;

			facet_count(&fc, &sel, (enum field)f);
			facet_release(&fc);
		}
		matches = sel.matches;
		select_release(&sel);
		query_release(&q);
		if (i < 0)
			first = cpu_ms() - start;
		else
			times[i] = cpu_ms() - start;
	}
	qsort(times, ROUNDS, sizeof(times[0]), compare_times);
	printf("| `%s` | %zu | %.2f | %.2f | %.2f |\n", qs, matches, first,
	    times[ROUNDS / 2], times[ROUNDS - 1]);
}

static const char *const queries[] = {"", "page=1000", "year=2020",
    "year=2019-2021", "year=2000-", "type=journal", "selected=true", "has=code",
    "status=forthcoming", "venue=ba", "keyword=fopra", "author=p77",
    "author=bafo", "person=p77", "person=p77,p78&year=2015-", "group=g7",
    "group=g1,g2,g3,g4", "type=journal&year=2020",
    "type=journal,book&year=2010-&has=code&group=g7,g8", "sort=title",
    "sort=cited", "sort=venue", "by=venue", "by=type",
    "sort=cited&by=type&year=2010-", "order=asc", "q=bafogu", "q=ba", "q=a",
    "q=sten+tri", "q=triweha", "q=nosuchword", "q=fo&year=2020",
    "q=ha+ke+li+mo", "q=a+b+c+d+e+f+g+h"};

int
main(int argc, char **argv)
{
	uint32_t people =
	    argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 10000;
	uint32_t per = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 50;
	struct costs all = {0};
	struct costs edit = {0};
	struct pubindex ix;
	struct strbuf xml;
	size_t xml_bytes = 0;
	size_t before;
	double start;
	double settle;

	pool_install();
	strbuf_init(&xml);
	before = resident_bytes();
	pubindex_init(&ix, PUBINDEX_SITE);
	for (uint32_t i = 0; i < people; i++) {
		strbuf_reset(&xml);
		write_profile(&xml, i, people, per);
		xml_bytes += xml.len;
		load(&ix, i, &xml, &all);
	}
	start = cpu_ms();
	pubindex_settle(&ix);
	settle = cpu_ms() - start;
	printf("%u people, %zu publications, %zu entries, %.0f MB of XML\n\n",
	    people, ix.nlive, ix.nentries, (double)xml_bytes / 1e6);
	printf("- parsing: %.0f ms of processor time\n", all.parse_ms);
	printf("- adding: %.0f ms, ordering: %.0f ms\n", all.add_ms, settle);
	printf("- memory: %.0f MB, %.0f bytes a publication\n",
	    (double)(resident_bytes() - before) / 1e6,
	    (double)(resident_bytes() - before) / (double)ix.nlive);
	for (uint32_t i = 0; i < ROUNDS; i++) {
		xml.len = 0;
		write_profile(&xml, i * 7 % people, people, per);
		load(&ix, i * 7 % people, &xml, &edit);
		start = cpu_ms();
		pubindex_settle(&ix);
		settle = i == 0 ? 0 : settle;
		settle += cpu_ms() - start;
	}
	printf("- an edit: %.2f ms to parse, %.2f to remove, %.2f to add, "
	       "%.2f to order\n\n",
	    edit.parse_ms / ROUNDS, edit.remove_ms / ROUNDS,
	    edit.add_ms / ROUNDS, settle / ROUNDS);
	puts("| query | entries | first ms | median ms | most ms |\n"
	     "|---|---|---|---|---|");
	for (size_t i = 0; i < ARRAY_SIZE(queries); i++)
		measure(&ix, queries[i]);
	pubindex_release(&ix);
	strbuf_release(&xml);
	return 0;
}

/* SPDX-License-Identifier: MIT */
/* check_fold.c - tests of text_fold(). */
#include <stdio.h>
#include <string.h>

#include "testing.h"
#include "text.h"

static const struct {
	const char *in;
	const char *folded;
} folds[] = {
    {"", ""},
    {"Plain ASCII 42", "plain ascii 42"},
    {"M\u00fcller", "muller"},
    {"Mu\u0308ller", "muller"},
    {"STRA\u00dfE \u1e9e", "strasse ss"},
    {"\u0141\u00f3d\u017a", "lodz"},
    {"\u00d8RSTED \u01fe", "orsted o"},
    {"\u00d0or\u00f0 \u0110or\u0111e", "dord dorde"},
    {"\u00deor \u00fe", "thor th"},
    {"\u00c6sop \u0152uvre", "aesop oeuvre"},
    {"I\u0131\u0130i", "iiii"},
    {"\u0126amrun \u0166", "hamrun t"},
    {"Vi\u1ec7t Nguy\u1ec5n", "viet nguyen"},
    {"o\u0335 A\u20dd", "o a"},
    {"\ufb01le \u2163 x\u00b2 \uff21\uff22", "file iv x2 ab"},
    /* Greek loses its accents and final sigma, Cyrillic its case */
    {"\u039f\u0394\u039f\u03a3 \u03cc\u03b4\u03cc\u03c2",
	"\u03bf\u03b4\u03bf\u03c3 \u03bf\u03b4\u03bf\u03c3"},
    {"\u0414\u041e\u041c", "\u0434\u043e\u043c"},
    /* Arabic and Hebrew lose their points */
    {"\u0643\u0650\u062a\u0627\u0628", "\u0643\u062a\u0627\u0628"},
    {"\u05e9\u05c1\u05b8\u05dc", "\u05e9\u05dc"},
    /* Han stays; marks that spell stay: Devanagari, Thai, kana */
    {"\u6771\u4eac", "\u6771\u4eac"},
    {"\u0939\u093f\u0928\u094d\u0926\u0940",
	"\u0939\u093f\u0928\u094d\u0926\u0940"},
    {"\u0e17\u0e35\u0e48", "\u0e17\u0e35\u0e48"},
    {"\u304c \uff76\uff9e", "\u304b\u3099 \u30ab\u3099"},
    /* white space of all kinds */
    {" \t a \r\n\n b\v\f", "a b"},
    {"\u00a0a\u2003\u3000b\u2028c\u2029", "a b c"},
    {"a\xc2\x85 b \u2009 c", "a b c"},
    {" \u00a0 ", ""},
    /* what cannot be seen does not count */
    {"soft\u00adhy\u200bphen\ufeff", "softhyphen"},
    /* typography */
    {"\u2018a\u2019 \u201cb\u201d \u201ec\u201f", "'a' \"b\" \"c\""},
    {"\u00abd\u00bb \u2039e\u203a O\u02bcNeil", "\"d\" 'e' o'neil"},
    {"1\u20132\u20143\u20104\u20115\u22126\u05be7", "1-2-3-4-5-6-7"},
    {"wait\u2026", "wait..."},
};

static void
expect(const char *in, const char *want)
{
	struct strbuf sb;

	strbuf_init(&sb);
	/* something before it must neither change nor matter */
	strbuf_puts(&sb, "Before ");
	text_fold(&sb, in);
	ck_assert_int_eq(strncmp(sb.buf, "Before ", 7), 0);
	ck_assert_str_eq(sb.buf + 7, want);
	strbuf_release(&sb);
}

START_TEST(folding_takes_accents_case_and_typography_away)
{
	for (size_t i = 0; i < ARRAY_SIZE(folds); i++) {
		expect(folds[i].in, folds[i].folded);
		expect(folds[i].folded, folds[i].folded);
	}
}
END_TEST

START_TEST(hangul_folds_alike_composed_and_decomposed)
{
	expect("\ud55c", "\u1112\u1161\u11ab");
	expect("\u1112\u1161\u11ab", "\u1112\u1161\u11ab");
}
END_TEST

/* Eight bytes are looked at together: wherever they end, it is the same. */
START_TEST(what_stands_between_letters_folds_alike_everywhere)
{
	static const struct {
		const char *in;
		const char *folded;
	} inserted[] = {
	    {" ", " "},
	    {"  ", " "},
	    {"\t", " "},
	    {" \n", " "},
	    {"\x1f", " "},
	    {"\x7f", " "},
	    {"\xff", "\ufffd"},
	    {"\xff\x7f", "\ufffd "},
	    {"\u00a0", " "},
	    {"\u00dc", "u"},
	    {"\u0414 ", "\u0434 "},
	    {"\u00b7\u00d1\u4e8c", "\u00b7n\u4e8c"},
	};
	static const char text[] = "ABCD EFGH IJ KLMNOPQRSTUVWX@[Z";
	static const char lower[] = "abcd efgh ij klmnopqrstuvwx@[z";

	for (size_t i = 0; i < ARRAY_SIZE(inserted); i++)
		for (int at = 1; at < (int)sizeof(text) - 2; at++) {
			char in[64];
			char want[64];

			if (text[at] == ' ' || text[at - 1] == ' ')
				continue;
			snprintf(in, sizeof(in), "%.*s%s%s", at, text,
			    inserted[i].in, text + at);
			snprintf(want, sizeof(want), "%.*s%s%s", at, lower,
			    inserted[i].folded, lower + at);
			expect(in, want);
		}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    folding_takes_accents_case_and_typography_away,
	    hangul_folds_alike_composed_and_decomposed,
	    what_stands_between_letters_folds_alike_everywhere,
	    NULL,
	};

	return run_tests("fold", tests);
}

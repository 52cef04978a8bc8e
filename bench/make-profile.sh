#!/bin/sh
# Write an invented profile with N publications: always the same for one N.
# usage: make-profile.sh N [ID] > people/ID.xml
set -eu
exec awk -v n="${1:?usage: make-profile.sh N [ID]}" -v id="${2:-test}" '
function pick(list, k) { return list[1 + int(next_number() % k)] }
# Park and Miller: the same numbers with every awk
function next_number() { seed = (seed * 16807) % 2147483647; return seed }
function words(k,   s, i) {
	s = pick(word, nword)
	for (i = 1; i < k; i++)
		s = s " " pick(word, nword)
	return s
}
# What else a profile has does not grow with its publications.
function print_news(   i) {
	print "<news>"
	for (i = 1; i <= 8; i++)
		printf "<item id=\"n%d\" date=\"%d-%02d\">A paper was accepted " \
			"by <em>%s</em>.</item>\n", i, 2024 - i % 3, i, pick(venue, nvenue)
	print "</news>"
}
function print_career(   i) {
	print "<experience>"
	for (i = 1; i <= 3; i++)
		printf "<job kind=\"internship\" from=\"202%d-07\" to=\"202%d-06\">" \
			"<organization>Laboratory %d</organization>" \
			"<place>Shanghai</place><topic>%s</topic></job>\n",
			i, i + 1, i, words(4)
	print "</experience>\n<education>"
	for (i = 1; i <= 3; i++)
		printf "<degree kind=\"master\" from=\"201%d-09\" to=\"201%d-06\">" \
			"<role>%s</role><organization>University %d</organization>" \
			"</degree>\n", i, i + 3, words(3), i
	print "</education>\n<awards>"
	for (i = 1; i <= 12; i++)
		printf "<award date=\"%d\"><title>%s</title></award>\n",
			2024 - i, words(5)
	print "</awards>"
}
BEGIN {
	seed = 42
	nword = split("graph signal video language model learning sparse " \
		"retrieval network robust attention dense temporal audio " \
		"visual cross modal weak supervised contrastive query token " \
		"matching ranking spectral kernel causal motion scene event", word, " ")
	nname = split("Ada Berg,Omar Haddad,Elif Kaya,Jonas Müller,Mei Tanaka," \
		"Inês Costa,Noor Silva,Ivan Petrov,Lena Rossi,Tomás García," \
		"Priya Patel,Zoë Moreau,Björn Lindqvist,Søren Andersen", name, ",")
	nvenue = split("ACL SIGIR CVPR ICML KDD CHI TPAMI JMLR", venue, " ")
	ntype = split("journal conference workshop preprint", type, " ")
	print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
	print "<profile version=\"1\" xml:lang=\"en\" updated=\"2024-04-01\">"
	print "<person><name>Test Person</name><bio>Invented.</bio></person>"
	print_news()
	print "<publications>"
	for (i = 1; i <= n; i++) {
		printf "<publication id=\"p%d\" type=\"%s\" date=\"%d-%02d\">",
			i, pick(type, ntype), 1990 + next_number() % 35,
			1 + next_number() % 12
		printf "<title>%s</title><authors>", words(8)
		for (k = 1 + next_number() % 5; k > 0; k--)
			printf "<author>%s</author>", pick(name, nname)
		printf "<author self=\"true\">Test Person</author></authors>"
		v = pick(venue, nvenue)
		printf "<venue short=\"%s\"><name>Proceedings of %s</name></venue>", v, v
		printf "<link rel=\"paper\" href=\"https://example.org/p%d.pdf\"/>", i
		printf "<abstract>%s</abstract>", words(30)
		printf "<keyword>%s</keyword><keyword>%s</keyword>",
			pick(word, nword), pick(word, nword)
		print "</publication>"
	}
	print "</publications>"
	print_career()
	print "</profile>"
}'

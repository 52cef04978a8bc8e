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
	print "</profile>"
}'

#!/bin/sh
# What vitae writes, read back by software that others have written.
# usage: run.sh [WORK]      node modules are kept in the directory WORK
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=${VITAE_SHARE:-$(cd "$here/../.." && pwd)}
vitae=${VITAE:-$top/vitae}
work=${1:-$PWD/formats}
VITAE_SHARE=$top
export VITAE_SHARE
failures=0

fail() {
	echo "FAIL: $*" >&2
	failures=$((failures + 1))
}

mkdir -p "$work"
cp "$here/package.json" "$here/package-lock.json" "$here/read.mjs" "$work"
[ -d "$work/node_modules" ] || (cd "$work" && npm ci --loglevel=error --no-audit --no-fund)

# get PATH FILE: the body of the answer; anything but 200 is a failure
get() {
	"$vitae" get "$1" >"$work/answer" || fail "$1: $(head -n 1 "$work/answer")"
	sed '1,/^\r$/d' "$work/answer" >"$2"
}

# Every format of the data in $VITAE_DATA into the directory $1.
fetch() {
	rm -rf "$1"
	mkdir -p "$1/keys"
	for file in publications.bib publications.ris publications.csl.json \
		publications.csv publications.xml publications.json \
		publications.rss publications.atom news.rss news.atom \
		news.json sitemap.xml opensearch.xml robots.txt; do
		get "/$file" "$1/$file"
	done
	get "/$person.vcf" "$1/person.vcf"
	get "/$person.jsonld" "$1/person.jsonld"
	get / "$1/home.html"
	get /news "$1/news.html"
	get /cv "$1/cv.html"
	get "/publications/$key" "$1/publication.html"
	get '/publications?year=2023' "$1/filtered.html"
	get '/publications?q=nothing-is-like-this' "$1/none.html"
}

# For thirty addresses, the page and all formats.
fetch_keys() {
	n=0
	while read -r query; do
		n=$((n + 1))
		get "/publications?$query" "$1/keys/$n.html"
		for suffix in bib ris csl.json csv xml json rss atom; do
			get "/publications.$suffix?$query" "$1/keys/$n.$suffix"
		done
	done <"$here/queries"
}

# titles_of FILE: of MODS, one a line, as bare letters
titles_of() {
	xmllint --nonet --xpath '//*[local-name()="mods"]/*[local-name()="titleInfo"]' \
		"$1" | sed 's/<[^>]*>//g' | tr -cd '[:alpha:]\n' |
		tr '[:upper:]' '[:lower:]' | sed '/^$/d' | sort
}

check_bibliographies() {
	(cd "$1" && biber --tool --validate-datamodel --quiet --quiet \
		--output-file "$1/biber.bib" publications.bib) >"$1/biber.out" 2>&1 ||
		fail "$1: biber: $(cat "$1/biber.out")"
	! grep -E 'WARN|ERROR' "$1/biber.out" "$1/publications.bib.blg" ||
		fail "$1: biber has something to say"
	printf '%s\n' '\relax' '\citation{*}' '\bibstyle{plain}' \
		'\bibdata{publications}' >"$1/x.aux"
	(cd "$1" && bibtex -terse x) >"$1/bibtex.out" 2>&1 ||
		fail "$1: bibtex: $(cat "$1/bibtex.out")"
	bib2xml -un -nt "$1/publications.bib" >"$1/bib.mods" 2>/dev/null
	ris2xml -un -nt "$1/publications.ris" >"$1/ris.mods" 2>/dev/null
	wanted=$(grep -c '^TY  - ' "$1/publications.ris")
	for kind in bib ris; do
		found=$(grep -c '<mods ' "$1/$kind.mods")
		[ "$found" = "$wanted" ] ||
			fail "$1: $kind: read back $found of $wanted entries"
		titles_of "$1/$kind.mods" >"$1/$kind.titles"
	done
}

check_html() {
	# three thousand invented names are Hungarian to it
	java -jar "$work/node_modules/vnu-jar/build/dist/vnu.jar" --Werror \
		--filterpattern '.*appears to be written in.*' --format gnu \
		"$1"/*.html || fail "$1: the Nu checker has something to say"
}

# A paper that three thousand have signed, and eleven more of its year.
make_crowd() {
	mkdir -p "$1/people"
	sed 's/home="hard"/home="crowd"/' "$top/tests/data/hard/site.xml" \
		>"$1/site.xml"
	awk 'BEGIN {
		print "<profile version=\"1\" xml:lang=\"en\">"
		print "<person><name>Crow D</name></person>"
		print "<news><item date=\"2023-05\">One of many.</item></news>"
		print "<publications>"
		for (k = 1; k <= 12; k++) {
			date = k % 3 == 0 ? "2023" : k % 3 == 1 ? "2023-05" : "2023-05-1" k % 10
			printf "<publication id=\"p%d\" type=\"journal\" date=\"%s\">", k, date
			printf "<title>Paper %d</title><authors>", k
			for (i = 1; i <= (k == 1 ? 3000 : 1); i++)
				printf "<author><given>A%d</given> <family>B%d</family></author>", i, i
			print "</authors><venue><name>Journal</name></venue></publication>"
		}
		print "</publications></profile>"
	}' >"$1/people/crowd.xml"
}

VITAE_DATA=$top/xml person=xin-sun key=zhang2023allinone
export VITAE_DATA
fetch "$work/seed"
fetch_keys "$work/seed"
VITAE_DATA=$top/tests/data/hard person=hard key=specials
fetch "$work/hard"

make_crowd "$work/crowd.data"
VITAE_DATA=$work/crowd.data person=crowd key=p1
fetch "$work/crowd"

for data in seed hard crowd; do
	for file in news.rss news.atom publications.rss publications.atom \
		publications.xml sitemap.xml opensearch.xml; do
		xmllint --nonet --noout "$work/$data/$file" || fail "$data/$file"
	done
	check_bibliographies "$work/$data"
	check_html "$work/$data"
	exact=
	[ "$data" = hard ] || exact=exact
	(cd "$work" && node read.mjs "$work/$data" $exact) || fail "$data"
done
cmp "$work/seed/bib.titles" "$work/seed/ris.titles" ||
	fail "BibTeX and RIS have different titles"
[ ! -s "$work/seed/bibtex.out" ] || fail "$(cat "$work/seed/bibtex.out")"

[ "$failures" = 0 ] || exit 1
echo "ok: formats read back"

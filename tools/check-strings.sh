#!/bin/sh
# SPDX-License-Identifier: MIT
# check-strings.sh - every language has the words that English has.
#
# usage: check-strings.sh [FILE.xml ...]
#
# Without names, all of xslt/strings/. Compared with en.xml: the ids, the names
# in braces of each, and that no text is empty unless English is. The file is
# named like its language, and says the name of that language in itself. Names that say the same in other words count as one:
# {mon} {month} {m}, {from} {from-short}, {to} {to-short}; dates may leave some
# out. Forms of a phrase for some numbers (ID.one, ID.few) are there for all
# categories that plurals has, but zero need not be; they may leave names out.
# Prints FILE: ID: PROBLEM for each, exit 1 if there are any.
set -u

top=$(cd "$(dirname "$0")/.." && pwd) || exit 2
english=$top/xslt/strings/en.xml
out=$(mktemp -d "${TMPDIR:-/tmp}/strings.XXXXXX") || exit 2
trap 'rm -rf "$out"' EXIT
trap 'exit 2' HUP INT TERM

command -v xsltproc >/dev/null || {
	echo "check-strings.sh: xsltproc is missing" >&2
	exit 2
}

# One line a word: its id, a tab, its text.
cat >"$out/words.xsl" <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text"/>
<xsl:template match="/strings"><xsl:apply-templates select="s"/></xsl:template>
<xsl:template match="s">
<xsl:value-of select="concat(@id, '&#9;', translate(., '&#9;&#10;', '  '), '&#10;')"/>
</xsl:template>
</xsl:stylesheet>
XSL

words() {
	xsltproc --nonet "$out/words.xsl" "$1"
}

# The attribute $1 of the words in the file $2.
attribute() {
	xmllint --nonet --xpath "string(/strings/@$1)" "$2"
}

# Compare the words $2, of the file $3, with the English $1; problems are
# printed.
compare() {
	awk -F '\t' '
	function names(text,   list, name, n, i, j, all, seen) {
		n = 0
		while (match(text, /\{[^}]*\}/)) {
			name = substr(text, RSTART + 1, RLENGTH - 2)
			text = substr(text, RSTART + RLENGTH)
			if (name == "mon" || name == "month")
				name = "m"
			sub(/-short$/, "", name)
			if (!(name in seen)) {
				seen[name] = 1
				list[++n] = name
			}
		}
		for (i = 2; i <= n; i++)
			for (j = i; j > 1 && list[j - 1] > list[j]; j--) {
				name = list[j]
				list[j] = list[j - 1]
				list[j - 1] = name
			}
		all = ""
		for (i = 1; i <= n; i++)
			all = all " {" list[i] "}"
		return all == "" ? " none" : all
	}
	# The phrase that ID.few is a form of, or "".
	function phrase(id) {
		return sub(/\.(zero|one|two|few|many)$/, "", id) ? id : ""
	}
	# Of the names in "a", those that "b" has not.
	function more(a, b,   list, n, i, all) {
		n = split(a, list, " ")
		all = ""
		for (i = 1; i <= n; i++)
			if (list[i] != "none" && index(b " ", list[i] " ") == 0)
				all = all " " list[i]
		return all
	}
	# What is wrong with the form "id", whose phrase is English "whole".
	function check_form(id, whole,   category) {
		category = substr(id, length(whole) + 2)
		form[whole] = 1
		if (index(" " plurals, " " category ":") == 0)
			print id ": plurals has no \"" category "\""
		if (more(names($2), names(text[whole])) != "")
			print id ": names" more(names($2), names(text[whole])) \
			    ", in English" names(text[whole])
	}
	FNR == 1 { file++ }
	file == 1 { text[$1] = $2; next }
	seen[$1]++ { print $1 ": is there more than once"; next }
	phrase($1) in text { check_form($1, phrase($1)); next }
	!($1 in text) { print $1 ": is not in English"; next }
	{
		if ($2 == "" && text[$1] != "")
			print $1 ": is empty"
		else if (names($2) != names(text[$1]))
			print $1 ": names" names($2) ", in English" \
			    names(text[$1])
	}
	END {
		for (id in text)
			if (!(id in seen) && !(phrase(id) in text))
				print id ": is missing"
		n = split(plurals, rules, " ")
		for (id in form)
			for (i = 1; i <= n; i++) {
				sub(/:.*/, "", rules[i])
				if (rules[i] != "zero" && !((id "." rules[i]) in seen))
					print id "." rules[i] ": is missing"
			}
	}' plurals="$(attribute plurals "$3")" "$1" "$2"
}

check() {
	name=${1#"$top"/}
	lang=$(basename "$1" .xml)
	if ! words "$1" >"$out/own"; then
		echo "$name: -: is not well-formed"
		return
	fi
	[ "$(attribute lang "$1")" = "$lang" ] ||
		echo "$name: -: lang must be $lang"
	[ -n "$(attribute name "$1")" ] ||
		echo "$name: -: name is missing"
	compare "$out/english" "$out/own" "$1" | sed "s|^|$name: |"
}

words "$english" >"$out/english" || exit 2
[ $# -gt 0 ] || set -- "$top"/xslt/strings/*.xml
for file in "$@"; do
	check "$file"
done | sort >"$out/problems"
cat "$out/problems"
[ ! -s "$out/problems" ]

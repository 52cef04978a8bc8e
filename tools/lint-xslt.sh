#!/bin/sh
# SPDX-License-Identifier: MIT
# lint-xslt.sh - what stylesheets may not do, and what they must have.
#
# usage: lint-xslt.sh [FILE.xsl ...]
#
# Without names, all sheets below xslt/. Prints FILE: PROBLEM for each, exit 1
# if there are any. Of the words, check-strings.sh says what is wrong.
set -u

top=$(cd "$(dirname "$0")/.." && pwd) || exit 2
words=$top/xslt/strings/en.xml
max_lines=150
problems=0

command -v xmllint >/dev/null || {
	echo "lint-xslt.sh: xmllint is missing" >&2
	exit 2
}

found=$(mktemp "${TMPDIR:-/tmp}/lint-xslt.XXXXXX") || exit 2
trap 'rm -f "$found"' EXIT
trap 'exit 2' HUP INT TERM

say() {
	echo "${1#"$top"/}: $2"
	problems=$((problems + 1))
}

xsl="namespace-uri() = 'http://www.w3.org/1999/XSL/Transform'"

# no PROBLEM XPATH: nothing in $file may be selected by it.
no() {
	n=$(xmllint --nonet --xpath "count($2)" "$file" 2>/dev/null) || n=error
	[ "$n" = 0 ] && return
	say "$file" "$1"
	xmllint --nonet --xpath "$2" "$file" 2>/dev/null | sed 's/^/    /'
}

# Linked data, which no browser runs, and the one script are each at one place.
check_constructs() {
	case $file in
	*/lib/linked.xsl) script="self::script[@type = 'application/ld+json'][count(@*) = 1]" ;;
	*/lib/script.xsl) script="self::script[@defer][not(@src)][count(*) = 1]" ;;
	*) script="false()" ;;
	esac
	no "output escaping must stay on" "//@disable-output-escaping"
	no "document() reads files" "//@*[contains(., 'document(')]"
	no "only one result document" \
		"//*[local-name() = 'document' and not($xsl)] |
		//*[local-name() = 'result-document']"
	no "generate-id() differs from run to run" \
		"//@*[contains(., 'generate-id(')]"
	no "the input may not be stripped" \
		"//*[local-name() = 'strip-space' and $xsl]"
	no "no scripts, styles or frames" \
		"//*[not($xsl)][local-name() = 'script' or local-name() = 'style'
		or local-name() = 'iframe' or local-name() = 'object'
		or local-name() = 'embed' or local-name() = 'base']
		[not($script)] |
		//*[local-name() = 'element' and $xsl]
		[@name = 'script' or @name = 'style']"
	no "no style attributes" \
		"//*[not($xsl)]/@style |
		//*[local-name() = 'attribute' and $xsl][@name = 'style']"
	no "no event handlers" \
		"//*[not($xsl)]/@*[starts-with(name(), 'on')] |
		//*[local-name() = 'attribute' and $xsl]
		[starts-with(@name, 'on')]"
	no "names of attributes are not made from data" \
		"//*[local-name() = 'attribute' and $xsl][contains(@name, '{')]"
	no "data is not copied: apply templates in a mode, like rich" \
		"//*[$xsl][local-name() = 'copy' or (local-name() = 'copy-of'
		and not(starts-with(@select, '\$')))]"
	no "comments and instructions are not copied or written" \
		"//*[local-name() = 'comment' and $xsl] |
		//*[local-name() = 'processing-instruction' and $xsl]
		[not(@name = 'slot')]"
}

# Only lib/link.xsl decides what becomes an address.
check_addresses() {
	case $file in
	*/lib/link.xsl) return ;;
	esac
	no "addresses are made in lib/link.xsl only (modes href, src, link)" \
		"//*[not($xsl)]/@*[contains(., '{')][name() = 'href' or
		name() = 'src' or name() = 'srcset' or name() = 'action' or
		name() = 'formaction' or name() = 'poster' or name() = 'data' or
		name() = 'background' or name() = 'cite' or name() = 'ping'] |
		//*[local-name() = 'attribute' and $xsl][@name = 'href' or
		@name = 'src' or @name = 'srcset' or @name = 'action' or
		@name = 'formaction' or @name = 'poster' or @name = 'data' or
		@name = 'background' or @name = 'cite' or @name = 'ping']"
}

# What readers see comes from the strings.
check_words() {
	case $file in
	*/lib/link.xsl | */lib/escape.xsl | */formats/*) ;;
	*)
		letters="'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'"
		no "words belong into strings/en.xml" \
			"//text()[translate(., $letters, '') != .]
			[not(ancestor::*[$xsl][local-name() = 'message' or
			local-name() = 'attribute' or
			local-name() = 'with-param' or
			local-name() = 'variable' or
			local-name() = 'processing-instruction'])]"
		;;
	esac
	for id in $(grep -o "key('s', *'[^']*')" "$file" |
		sed "s/.*'\([^']*\)')/\1/" | sort -u); do
		grep -q "<s id=\"$id\"" "$words" ||
			say "$file" "strings/en.xml has no \"$id\""
	done
}

# Libxslt matches these by searching the whole document in every transform.
check_patterns() {
	xmllint --nonet --xpath "//*[local-name() = 'template' and $xsl]/@match" \
		"$file" 2>/dev/null |
		grep -E '\] *\[|@[A-Za-z*:-]+\[|(text|node)\(\)\[' >"$found" &&
		say "$file" "patterns are slow with a predicate on what is no \
element, or two in a row (write [a and b], or select what is meant):" &&
		cat "$found"
}

check_shape() {
	lines=$(wc -l <"$file")
	[ "$lines" -le $max_lines ] ||
		say "$file" "$lines lines; the limit is $max_lines"
	n=$(xmllint --nonet --xpath \
		"count(/comment()[contains(., 'Input:')][contains(., 'Output root:')]
		[contains(., 'Parameters:')][following-sibling::*])" \
		"$file" 2>/dev/null)
	[ "$n" = 1 ] || say "$file" \
		"the head comment must say Input:, Output root: and Parameters:"
}

check_sheet() {
	file=$1
	if ! xmllint --nonet --noout "$file"; then
		say "$file" "this is not well-formed"
		return
	fi
	check_constructs
	check_addresses
	check_words
	check_patterns
	check_shape
}

if [ $# -gt 0 ]; then
	for sheet in "$@"; do
		check_sheet "$sheet"
	done
else
	for sheet in "$top"/xslt/*.xsl "$top"/xslt/*/*.xsl; do
		check_sheet "$sheet"
	done
fi
[ "$problems" -eq 0 ] || {
	echo "$problems problems"
	exit 1
}

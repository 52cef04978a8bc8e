#!/bin/sh
# SPDX-License-Identifier: MIT
# golden.sh - apply sheets to stored views and compare what comes out.
#
# usage: golden.sh [-u] [CASE ...]
#
# A case is a directory of tests/golden: view.xml is the document, sheet says
# in one line which stylesheet, as a path from the top of the tree, and out.html
# is what is expected. A view may include the words of the interface by XInclude.
# Anything said on stderr is a failure. -u writes what came out as the new
# expectation. Without names, all cases run.
set -u

usage() {
	echo "usage: golden.sh [-u] [CASE ...]" >&2
	exit 2
}

update=false
while getopts u flag; do
	case $flag in
	u) update=true ;;
	*) usage ;;
	esac
done
shift $((OPTIND - 1))

top=$(cd "$(dirname "$0")/.." && pwd) || exit 2
cases=$top/tests/golden
out=$(mktemp -d "${TMPDIR:-/tmp}/golden.XXXXXX") || exit 2
trap 'rm -rf "$out"' EXIT
trap 'exit 2' HUP INT TERM

command -v xsltproc >/dev/null || {
	echo "golden.sh: xsltproc is missing" >&2
	exit 2
}

# Run the case $1; its problem, if any, is printed.
run() {
	case_dir=$cases/$1
	if [ ! -f "$case_dir/view.xml" ] || [ ! -f "$case_dir/sheet" ]; then
		echo "$1: there is no such case"
		return 1
	fi
	sheet=$(cat "$case_dir/sheet")
	xsltproc --nonet --xinclude "$top/$sheet" "$case_dir/view.xml" \
		>"$out/html" 2>"$out/said"
	status=$?
	if [ "$status" -ne 0 ] || [ -s "$out/said" ]; then
		echo "$1: $sheet says (status $status):"
		cat "$out/said"
		return 1
	fi
	if $update; then
		cmp -s "$out/html" "$case_dir/out.html" ||
			cp "$out/html" "$case_dir/out.html"
		return 0
	fi
	if [ ! -f "$case_dir/out.html" ]; then
		echo "$1: out.html is missing; golden.sh -u $1 writes it"
		return 1
	fi
	cmp -s "$case_dir/out.html" "$out/html" && return 0
	echo "$1: $sheet gives something else:"
	diff -u "$case_dir/out.html" "$out/html"
	return 1
}

if [ $# -eq 0 ]; then
	for dir in "$cases"/*/; do
		[ -f "$dir/view.xml" ] && set -- "$@" "$(basename "$dir")"
	done
fi

passed=0
failed=0
for name in "$@"; do
	if run "$name"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

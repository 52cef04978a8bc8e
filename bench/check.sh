#!/bin/sh
# SPDX-License-Identifier: MIT
# check.sh - count the instructions of a few requests, compare with the record.
#
# usage: check.sh [-u] PROBE
#
# bench/instructions.txt says how many a request took when it was recorded;
# more than 3 % of difference is an error. -u writes the record anew, after a
# change that is meant. The counts are the same whatever else the machine does;
# other versions of the libraries give others.
set -eu

update=false
if [ "${1-}" = -u ]; then
	update=true
	shift
fi
probe=${1:?usage: check.sh [-u] PROBE}
top=$(cd "$(dirname "$0")/.." && pwd)
record=$top/bench/instructions.txt
command -v valgrind >/dev/null || {
	echo "check.sh: valgrind is missing; ./run bench installs it" >&2
	exit 2
}
run=$(mktemp -d "${TMPDIR:-/tmp}/vitae-count.XXXXXX")
trap 'rm -rf "$run"' EXIT
trap 'exit 2' HUP INT TERM

# The data stands still: the sample may be edited without this being wrong.
mkdir -p "$run/data/people"
printf '%s\n' '<site version="1" base-url="http://localhost/" home="test">' \
	'<name>Bench</name></site>' >"$run/data/site.xml"
"$top/bench/make-profile.sh" 100 >"$run/data/people/test.xml"

# The environment is fixed: where things lie in memory depends on its size.
count() {
	env -i PATH="$PATH" VITAE_DATA="$run/data" VITAE_SHARE="$top" \
		"VITAE_CACHE=$1" "VITAE_PARTS=$2" \
		valgrind --tool=callgrind --callgrind-out-file=/dev/null \
		--toggle-collect=probe_measured "$probe" -w "$3" "$4" \
		>"$run/said" 2>&1 &&
		sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$run/said"
}

# NAME CACHE PARTS WARM PATH
requests() {
	cat <<-'END'
		home-nothing-kept 0 0 1 /
		home-items-kept 0 64 1 /
		list-filtered 0 0 1 /publications?year=2000-2005&type=journal
		publication 0 0 1 /publications/p7
		news.rss 0 0 1 /news.rss
		publications.bib 0 0 1 /publications.bib
		home-kept 16 64 2 /
	END
}

$update && : >>"$record"

status=0
requests >"$run/requests"
while read -r name cache parts warm path; do
	n=$(count "$cache" "$parts" "$warm" "$path") && [ -n "$n" ] || {
		grep -v '^[-=][-=][0-9]' "$run/said" >&2
		exit 2
	}
	echo "$name $n" >>"$run/new"
	old=$(sed -n "s/^$name //p" "$record")
	awk -v name="$name" -v n="$n" -v old="${old:-0}" 'BEGIN {
		change = old > 0 ? 100 * (n - old) / old : 100
		said = old > 0 ? sprintf("%+.1f %%", change) : "not recorded"
		printf "%-20s %12d instructions, %s\n", name, n, said
		exit !(change > -3 && change < 3)
	}' || status=1
done <"$run/requests"
if $update; then
	cp "$run/new" "$record"
	exit 0
fi
[ "$status" -eq 0 ] || echo "check.sh: more than 3 % from" \
	"bench/instructions.txt; if that is meant, record it: check.sh -u"
exit "$status"

#!/bin/sh
# A module includes only what stands before it in the table of HACKING.md,
# and names a library only where the table allows it.
set -eu
cd "${srcdir:-$(dirname "$0")/..}"

# "| 2 data | a b c |" -> "2 a", "2 b", "2 c", in order
table=$(sed -n 's/^| \([0-4]\) [a-z0-9]* | \([a-z0-9_ ]*\) |$/\1 \2/p' \
	HACKING.md | awk '{for (i = 2; i <= NF; i++) print $1, $i}')
[ -n "$table" ] || { echo "HACKING.md: the table of levels is missing"; exit 1; }

failures=$(
	for file in src/*.[ch]; do
		module=$(basename "$file" | sed 's/\.[ch]$//')
		sed -n 's/^#include "\([a-z0-9_]*\)\.h"$/\1/p' "$file" |
			sed "s|^|$file $module |"
	done | awk -v table="$table" '
	BEGIN {
		n = split(table, row, "\n")
		for (i = 1; i <= n; i++) {
			split(row[i], word, " ")
			place[word[2]] = i
		}
	}
	!($2 in place) { print $1 ": is not in the table" ; next }
	!($3 in place) { print $1 ": " $3 ".h is not in the table"; next }
	$3 != $2 && place[$3] > place[$2] {
		print $1 ": includes " $3 ".h, which stands after it"
	}'
	for file in src/*.[ch]; do
		module=$(basename "$file" | sed 's/\.[ch]$//')
		level=$(echo "$table" | awk -v m="$module" '$2 == m {print $1}')
		case $module in sheet | render) ;; *)
			grep -Hn '<lib[e]*xslt/' "$file" || : ;;
		esac
		[ "${level:-9}" -gt 1 ] || grep -Hn '<libxml/' "$file" || :
		case $module in main) ;; *)
			grep -Hnw 'exit(' "$file" || : ;;
		esac
		case $module in main | log | cmd_*) ;; *)
			grep -HnE '\<(printf|puts|fprintf|perror)\(' "$file" || : ;;
		esac
		[ "$(wc -l <"$file")" -le 400 ] || echo "$file: over 400 lines"
	done
)
[ -z "$failures" ] || { printf '%s\n' "$failures"; exit 1; }

#!/bin/sh
# A profile that breaks under load: visitors see the last good version.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/servers.sh"
data=$dir/data
good=$top/xml/people/xin-sun.xml
person=$data/people/xin-sun.xml
trap 'touch "$dir/stop"; end; rm -rf "$dir"' EXIT

# Put a file in its place in one step, as editors do.
put() { cp "$1" "$dir/new" && mv "$dir/new" "$person"; }
says() { curl -s --max-time 5 "$url/" | grep -q "$1"; }
logged() { [ "$(grep -c "$1" "$dir/vitae.log")" -ge 1 ]; }

mkdir -p "$data/people"
cp "$top/xml/site.xml" "$data"
put "$good"
start_vitae
start_nginx
await answers

# the load: every answer is counted, a bad one kept
(
	while [ ! -e "$dir/stop" ]; do
		curl -s --max-time 10 -o "$dir/page" -w '%{http_code}\n' \
			"$url/" >>"$dir/statuses"
		grep -q 'Xin Sun' "$dir/page" ||
			echo "no name" >>"$dir/statuses"
	done
) &
load=$!

# try NAME LOGGED: after the file was spoilt, the page stays and the log says
spoilt() {
	await logged "$2"
	says 'Xin Sun' || fail "$1: the page is gone"
	lines=$(grep -c "$2" "$dir/vitae.log")
	[ "$lines" = 1 ] || fail "$1: logged $lines times"
	put "$good"
	sed 's|<position>[^<]*|<position>Repaired after '"$1"'|' "$good" >"$dir/r"
	put "$dir/r"
	await says "Repaired after $1"
	echo "ok: $1"
}

sed 's|</news>|</nwes>|' "$good" >"$dir/b"; put "$dir/b"
spoilt broken 'xin-sun.xml:[0-9]*: .*nwes'
head -n 60 "$good" >"$person"
spoilt truncated 'xin-sun.xml:[0-9]*: .*[Pp]remature end'
: >"$person"
spoilt emptied 'xin-sun.xml:[0-9]*: the file is empty'
rm "$person"
spoilt deleted 'xin-sun.xml: No such file'
if [ "$(id -u)" = 0 ]; then
	# root reads everything; a directory is as unreadable
	rm "$person"; mkdir "$person"
	await logged 'xin-sun.xml: this is not a regular file'
	says 'Xin Sun' || fail "a directory: the page is gone"
	rmdir "$person"
	put "$good"
else
	chmod 000 "$person"
	spoilt 'chmod' 'xin-sun.xml: Permission denied'
fi
await says 'Xin Sun'

touch "$dir/stop"
wait "$load" || :
total=$(wc -l <"$dir/statuses")
bad=$(grep -cv '^200$' "$dir/statuses" || :)
[ "$bad" = 0 ] || fail "$bad of $total answers under load were not good"
echo "ok: $total answers under load, all good"

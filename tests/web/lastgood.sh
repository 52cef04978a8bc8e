#!/bin/sh
# A profile that breaks under load: visitors see the last good version.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=${VITAE_SHARE:-$(cd "$here/../.." && pwd)}
vitae=${VITAE:-$top/vitae}
PATH=$PATH:/usr/sbin
dir=$(mktemp -d "${TMPDIR:-/tmp}/vitae-web.XXXXXX")
chmod 755 "$dir"
# below the ports that connections going out take
port=$((20000 + $$ % 12000))
url=http://127.0.0.1:$port
good=$top/xml/people/xin-sun.xml
person=$dir/data/people/xin-sun.xml
pids=

end() {
	touch "$dir/stop"
	for pid in $pids; do
		kill "$pid" 2>/dev/null || :
	done
	for pid in $pids; do
		wait "$pid" 2>/dev/null || :
	done
}
trap 'end; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM

fail() {
	echo "FAIL: $*" >&2
	tail -n 20 "$dir"/*.log >&2
	exit 1
}

# Put a file in its place in one step, as editors do.
put() { cp "$1" "$dir/new" && mv "$dir/new" "$person"; }
# Wait, no longer than ten seconds, until the command succeeds.
await() {
	tries=0
	until "$@"; do
		tries=$((tries + 1))
		[ "$tries" -lt 100 ] || fail "not in time: $*"
		sleep 0.1
	done
}
answers() { curl -s -o /dev/null --max-time 5 "$url/healthz"; }
says() { curl -s --max-time 5 "$url/" | grep -q "$1"; }
logged() { [ "$(grep -c "$1" "$dir/vitae.log")" -ge 1 ]; }

mkdir -p "$dir/data/people"
cp "$top/xml/site.xml" "$dir/data"
put "$good"
VITAE_DATA=$dir/data VITAE_SHARE=$top "$vitae" --listen \
	"unix:$dir/vitae.sock" --listen-mode 0666 2>"$dir/vitae.log" &
pids="$pids $!"
sed -e "s|@DIR@|$dir|g" -e "s|@TOP@|$top|g" -e "s|@PORT@|$port|g" \
	"$here/nginx.conf" >"$dir/nginx.conf"
nginx -p "$dir" -c "$dir/nginx.conf" 2>"$dir/nginx.log" &
pids="$pids $!"
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

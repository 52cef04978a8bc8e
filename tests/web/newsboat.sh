#!/bin/sh
# A feed reader that many people use shows the news.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=${VITAE_SHARE:-$(cd "$here/../.." && pwd)}
vitae=${VITAE:-$top/vitae}
PATH=$PATH:/usr/sbin
dir=$(mktemp -d "${TMPDIR:-/tmp}/vitae-web.XXXXXX")
# below the ports that connections going out take
port=$((20000 + $$ % 12000))
pid=
trap '[ -z "$pid" ] || kill "$pid"; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM

sed -e "s|@DIR@|$dir|g" -e "s|@TOP@|$top|g" -e "s|@PORT@|$port|g" \
	-e "s|@VITAE@|$vitae|g" "$here/lighttpd.conf" >"$dir/lighttpd.conf"
lighttpd -D -f "$dir/lighttpd.conf" 2>"$dir/lighttpd.log" &
pid=$!
tries=0
until curl -s -o /dev/null "http://127.0.0.1:$port/healthz"; do
	tries=$((tries + 1))
	[ "$tries" -lt 100 ] || { cat "$dir/lighttpd.log"; exit 1; }
	sleep 0.1
done

echo "http://127.0.0.1:$port/news.rss" >"$dir/urls"
: >"$dir/config"
HOME=$dir newsboat -q -u "$dir/urls" -c "$dir/cache.db" -C "$dir/config" \
	-x reload >"$dir/out" 2>&1 || { cat "$dir/out"; exit 1; }
unread=$(HOME=$dir newsboat -q -u "$dir/urls" -c "$dir/cache.db" \
	-C "$dir/config" -x print-unread)
case $unread in
"8 "*) echo "ok: newsboat: $unread" ;;
*)
	echo "FAIL: newsboat shows: $unread" >&2
	cat "$dir/out" >&2
	exit 1
	;;
esac

#!/bin/sh
# A feed reader that many people use shows the news.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/servers.sh"

start_lighttpd "$here/lighttpd.conf"
await answers

echo "$url/news.rss" >"$dir/urls"
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

#!/bin/sh
# Workers that are killed under load, behind connections that are kept:
# visitors notice nothing.
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
pids=

end() {
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

VITAE_DATA=$top/xml VITAE_SHARE=$top "$vitae" --listen \
	"unix:$dir/vitae.sock" --listen-mode 0666 --workers 2 \
	2>"$dir/vitae.log" &
vitae_pid=$!
pids="$pids $vitae_pid"
sed -e "s|@DIR@|$dir|g" -e "s|@TOP@|$top|g" -e "s|@PORT@|$port|g" \
	"$here/nginx.conf" >"$dir/nginx.conf"
nginx -p "$dir" -c "$dir/nginx.conf" 2>"$dir/nginx.log" &
pids="$pids $!"
tries=0
until curl -sf -o /dev/null --max-time 5 "$url/healthz"; do
	tries=$((tries + 1))
	[ "$tries" -lt 100 ] || fail "the server does not start"
	sleep 0.1
done

# eight clients, each with a connection of its own
loads=
for client in 1 2 3 4 5 6 7 8; do
	curl -s --max-time 60 -o "$dir/page.$client" -w '%{http_code}\n' \
		"$url/publications?q=word$client-[1-200]" \
		>"$dir/statuses.$client" &
	loads="$loads $!"
done
killed=0
while [ "$killed" -lt 10 ]; do
	worker=$(pgrep -P "$vitae_pid" | head -n 1)
	[ -z "$worker" ] || kill -9 "$worker" 2>/dev/null || :
	killed=$((killed + 1))
	sleep 0.2
done
for load in $loads; do
	wait "$load" || fail "a client got no answer"
done
total=$(cat "$dir"/statuses.* | wc -l)
bad=$(cat "$dir"/statuses.* | grep -cv '^200$' || :)
[ "$total" = 1600 ] || fail "$total answers"
[ "$bad" = 0 ] || fail "$bad of $total answers were not good"
echo "ok: $total answers while $killed workers were killed, all good"

#!/bin/sh
# Workers that are killed under load, behind connections that are kept:
# visitors notice nothing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/servers.sh"

start_vitae --workers 2
vitae_pid=$!
start_nginx
await answers

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

#!/bin/sh
# The program behind real web servers, all with the same table of requests.
# usage: run.sh [nginx|lighttpd|proxy_fcgi|fcgid|cgid ...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=${VITAE_SHARE:-$(cd "$here/../.." && pwd)}
vitae=${VITAE:-$top/vitae}
PATH=$PATH:/usr/sbin
dir=$(mktemp -d "${TMPDIR:-/tmp}/vitae-web.XXXXXX")
chmod 755 "$dir"
pids=
passed=0

end() {
	for pid in $pids; do
		kill "$pid" 2>/dev/null || :
	done
	for pid in $pids; do
		wait "$pid" 2>/dev/null || :
	done
	pids=
}
trap 'end; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM

count() { passed=$((passed + 1)); }
fail() {
	echo "FAIL: $server at $url: ${asked-}: $*" >&2
	sed 's/^/    /' "$dir/head" 2>/dev/null | head -20 >&2 || :
	tail -n 5 "$dir"/*.log >&2 2>/dev/null || :
	exit 1
}

. "$here/requests.sh"

# Copy a configuration with its places filled in.
fill() {
	user=$(id -un)
	[ "$user" != root ] || user=www-data
	group=$(id -gn "$user")
	sed -e "s|@DIR@|$dir|g" -e "s|@TOP@|$top|g" -e "s|@PORT@|$port|g" \
		-e "s|@VITAE@|$vitae|g" -e "s|@USER@|$user|g" \
		-e "s|@GROUP@|$group|g" "$here/$1" >"$dir/$1"
}

# Wait until the server and the program behind it, at $1, answer.
await() {
	tries=0
	until curl -sf -o /dev/null --max-time 5 \
		"http://127.0.0.1:$port$1/healthz"; do
		tries=$((tries + 1))
		[ "$tries" -lt 100 ] || fail "the server does not start"
		sleep 0.1
	done
}

# The daemon that nginx and mod_proxy_fcgi talk to.
start_vitae() {
	VITAE_DATA=$top/xml VITAE_SHARE=$top "$vitae" \
		--listen "unix:$dir/vitae.sock" --listen-mode 0666 --workers 2 \
		2>"$dir/vitae.log" &
	pids="$pids $!"
}

try() {
	base=$1
	url=http://127.0.0.1:$port$base
	requests
	hostile_requests
}

run_nginx() {
	fill nginx.conf
	start_vitae
	nginx -p "$dir" -c "$dir/nginx.conf" 2>"$dir/nginx.log" &
	pids="$pids $!"
	await ''
	try ''
	try /people
	base=/cached
	url=http://127.0.0.1:$port$base
	cached_requests
}

run_lighttpd() {
	fill lighttpd.conf
	lighttpd -D -f "$dir/lighttpd.conf" 2>"$dir/lighttpd.log" &
	pids="$pids $!"
	await ''
	try ''
}

run_apache() {
	fill apache.conf
	apache2 -d "$dir" -f "$dir/apache.conf" -D FOREGROUND -D "$1" \
		2>"$dir/apache.log" &
	pids="$pids $!"
	await "$2"
	try "$2"
}
run_proxy_fcgi() {
	start_vitae
	run_apache proxy_fcgi /people
}
run_fcgid() { run_apache fcgid /people; }
run_cgid() { run_apache cgid /cgi-bin/vitae; }

# below the ports that connections going out take
port=$((20000 + $$ % 12000))
[ $# -gt 0 ] || set -- nginx lighttpd proxy_fcgi fcgid cgid
for server in "$@"; do
	url=
	port=$((port + 1))
	passed=0
	"run_$server"
	end
	echo "ok: $server: $passed checks"
done

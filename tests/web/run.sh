#!/bin/sh
# The program behind real web servers, all with the same table of requests.
# usage: run.sh [nginx|lighttpd|proxy_fcgi|fcgid|cgid ...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/servers.sh"
passed=0

count() { passed=$((passed + 1)); }
fail() {
	echo "FAIL: $server at $url: ${asked-}: $*" >&2
	sed 's/^/    /' "$dir/head" 2>/dev/null | head -20 >&2 || :
	tail -n 5 "$dir"/*.log >&2 2>/dev/null || :
	exit 1
}

. "$here/requests.sh"

try() {
	base=$1
	url=http://127.0.0.1:$port$base
	requests
	hostile_requests
}

run_nginx() {
	start_vitae --workers 2
	start_nginx
	await answers
	try ''
	try /people
	base=/cached
	url=http://127.0.0.1:$port$base
	cached_requests
}

run_lighttpd() {
	start_lighttpd "$here/lighttpd.conf"
	await answers
	try ''
}

run_apache() {
	fill "$here/apache.conf"
	start apache apache2 -d "$dir" -f "$dir/apache.conf" -D FOREGROUND \
		-D "$1"
	url=http://127.0.0.1:$port$2
	await answers
	try "$2"
}
run_proxy_fcgi() {
	start_vitae --workers 2
	run_apache proxy_fcgi /people
}
run_fcgid() { run_apache fcgid /people; }
run_cgid() { run_apache cgid /cgi-bin/vitae; }

[ $# -gt 0 ] || set -- nginx lighttpd proxy_fcgi fcgid cgid
for server in "$@"; do
	port=$((port + 1))
	url=http://127.0.0.1:$port
	passed=0
	"run_$server"
	end
	echo "ok: $server: $passed checks"
done

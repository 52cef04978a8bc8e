# Servers for a test: started, waited for, and ended with it. Sourced, with the
# test's own directory in $here. What they write is in the directory $dir; they
# listen on $port, and $url is where the program is.
top=${VITAE_SHARE:-$(cd "$here/../.." && pwd)}
vitae=${VITAE:-$top/vitae}
PATH=$PATH:/usr/sbin
dir=$(mktemp -d "${TMPDIR:-/tmp}/vitae-web.XXXXXX")
chmod 755 "$dir"
# below the ports that connections going out take
port=$((20000 + $$ % 12000))
url=http://127.0.0.1:$port
# of what; a test may have data of its own
data=$top/xml
files=$top/htdocs/files
pids=

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

fail() {
	echo "FAIL: $*" >&2
	tail -n 20 "$dir"/*.log >&2 || :
	exit 1
}

# start NAME COMMAND ...: its process is the last of $pids, its log NAME.log
start() {
	name=$1
	shift
	"$@" 2>"$dir/$name.log" &
	pids="$pids $!"
}

# The daemon that nginx and mod_proxy_fcgi talk to.
start_vitae() {
	start vitae env "VITAE_DATA=$data" "VITAE_SHARE=$top" "$vitae" \
		--listen "unix:$dir/vitae.sock" --listen-mode 0666 "$@"
}

# fill FILE: copy a configuration to $dir with its places filled in
fill() {
	user=$(id -un)
	[ "$user" != root ] || user=www-data
	group=$(id -gn "$user")
	sed -e "s|@DIR@|$dir|g" -e "s|@TOP@|$top|g" -e "s|@PORT@|$port|g" \
		-e "s|@VITAE@|$vitae|g" -e "s|@USER@|$user|g" \
		-e "s|@GROUP@|$group|g" -e "s|@DATA@|$data|g" \
		-e "s|@FILES@|$files|g" "$1" >"$dir/${1##*/}"
}

start_nginx() {
	fill "$here/nginx.conf"
	start nginx nginx -p "$dir" -c "$dir/nginx.conf"
}

# start_lighttpd FILE
start_lighttpd() {
	fill "$1"
	start lighttpd lighttpd -D -f "$dir/${1##*/}"
}

# Wait, no longer than ten seconds, until the command succeeds.
await() {
	tries=0
	until "$@"; do
		tries=$((tries + 1))
		[ "$tries" -lt 100 ] || fail "not in time: $*"
		sleep 0.1
	done
}
# Does the server answer, and the program behind it?
answers() { curl -sf -o /dev/null --max-time 5 "$url/healthz"; }

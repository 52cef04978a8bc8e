#!/bin/sh
# The invented university, served as ./run demo does it, and robots in it.
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
pid=

end() {
	[ -z "$pid" ] || kill "$pid" 2>/dev/null || :
	[ -z "$pid" ] || wait "$pid" 2>/dev/null || :
}
trap 'end; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM

fail() {
	echo "FAIL: $*" >&2
	tail -n 20 "$dir"/*.log >&2 || :
	exit 1
}
demo() { python3 "$top/tools/demo/demo.py" --papers 3 "$@" >/dev/null; }
tree() { (cd "$1" && find . -type f | sort | xargs cat) | cksum; }

demo "$dir/data" || fail "there is no demo"
demo "$dir/again"
[ "$(tree "$dir/data")" = "$(tree "$dir/again")" ] ||
	fail "the demo is not the same twice"
[ "$(ls "$dir/data/people" | wc -l)" = 24 ] || fail "not 24 people"
echo >>"$dir/data/people/$(ls "$dir/data/people" | head -n 1)"
demo "$dir/data"
[ "$(tree "$dir/data")" != "$(tree "$dir/again")" ] ||
	fail "the demo forgets what was edited"
VITAE_SHARE=$top "$vitae" --data "$dir/data" check >"$dir/check.log" 2>&1 ||
	fail "the demo is not valid"

mkdir "$dir/state"
sed -e "s|@PORT@|$port|g" -e "s|@RUN@|$dir|g" -e "s|@TOP@|$top|g" \
	-e "s|@VITAE@|$vitae|g" -e "s|@DATA@|$dir/data|g" \
	-e "s|@FILES@|$dir/data/files|g" "$top/conf/run.lighttpd.conf" \
	>"$dir/lighttpd.conf"
lighttpd -D -f "$dir/lighttpd.conf" 2>"$dir/lighttpd.log" &
pid=$!
tries=0
until curl -sf -o /dev/null --max-time 5 "$url/healthz"; do
	tries=$((tries + 1))
	[ "$tries" -lt 100 ] || fail "the server does not start"
	sleep 0.1
done

# one that heeds what it is told reads every page once in each language, and
# little else
python3 "$top/tools/crawl.py" --polite "$url/" >"$dir/polite.log" ||
	fail "a polite robot finds:"
pages=$(sed -n 's/^pages in the sitemap: //p' "$dir/polite.log")
requests=$(sed -n 's/^requests: //p' "$dir/polite.log")
languages=$(ls "$top"/xslt/strings/*.xml | wc -l)
[ "$requests" -lt $(((pages + pages / 4) * languages)) ] ||
	fail "a polite robot asks $requests times for $pages pages"
# one that does not comes to an end all the same
python3 "$top/tools/crawl.py" --deep 100 "$url/" >"$dir/rude.log" ||
	fail "a rude robot finds:"
echo "ok: demo: $requests requests of a polite robot," \
	"$(sed -n 's/^requests: //p' "$dir/rude.log") of a rude one"

#!/bin/sh
# The invented university, served as ./run demo does it, and robots in it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/servers.sh"
data=$dir/data
files=$data/files

demo() { python3 "$top/tools/demo/demo.py" --papers 3 "$@" >/dev/null; }
tree() { (cd "$1" && find . -type f | sort | xargs cat) | cksum; }

demo "$data" || fail "there is no demo"
demo "$dir/again"
[ "$(tree "$data")" = "$(tree "$dir/again")" ] ||
	fail "the demo is not the same twice"
[ "$(ls "$data/people" | wc -l)" = 24 ] || fail "not 24 people"
echo >>"$data/people/$(ls "$data/people" | head -n 1)"
demo "$data"
[ "$(tree "$data")" != "$(tree "$dir/again")" ] ||
	fail "the demo forgets what was edited"
VITAE_SHARE=$top "$vitae" --data "$data" check >"$dir/check.log" 2>&1 ||
	fail "the demo is not valid"

mkdir "$dir/state"
start_lighttpd "$top/conf/run.lighttpd.conf"
await answers

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

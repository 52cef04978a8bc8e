#!/bin/sh
# The pages in a real browser: markup, accessibility, keyboard, layout, print.
# usage: run.sh [WORK [TEST.mjs [ARGUMENT ...]]]
# Node modules are kept in the directory WORK. Without TEST.mjs all tests run;
# "run.sh WORK shots.mjs DIR" takes pictures instead. CHROMIUM is the browser.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../web/servers.sh"
work=${1:-$PWD/browser}
[ $# -eq 0 ] || shift
failures=0

# configure NAME DATA THEME: lighttpd's configuration for the data in DATA
configure() {
	files=$2/files
	[ -d "$files" ] || files=$top/htdocs/files
	cat <<-END
	server.modules = ( "mod_alias", "mod_fastcgi" )
	server.bind = "127.0.0.1"
	server.port = $port
	server.document-root = "$dir"
	mimetype.assign = ( ".css" => "text/css; charset=utf-8",
		".js" => "text/javascript; charset=utf-8",
		".svg" => "image/svg+xml", ".pdf" => "application/pdf" )
	# the pictures of the invented person exist in name only
	alias.url = (
		"/static/files/ada.jpg" => "$top/htdocs/files/portrait.svg",
		"/static/files/leaf.png" => "$top/htdocs/files/sun2024multilevel.svg",
		"/static/files/treebase.png" => "$top/htdocs/files/sun2023relation.svg",
		"/static/files/uni.svg" => "$top/htdocs/files/sjtu.svg",
		"/static/files/" => "$files/",
		"/static/" => "$top/htdocs/" )
	\$HTTP["url"] !~ "^/static/" {
		fastcgi.server = ( "/" => ((
			"socket" => "$dir/$1.sock",
			"bin-path" => "$vitae",
			"bin-environment" => ( "VITAE_DATA" => "$2",
				"VITAE_THEME" => "$3", "VITAE_SHARE" => "$top" ),
			"max-procs" => 2,
			"check-local" => "disable",
			"fix-root-scriptname" => "enable"
		)) )
	}
	END
}

# serve NAME DATA [THEME]: serve the data in DATA; the address is in $url
serve() {
	tries=0
	while :; do
		port=$((port + 1))
		url=http://127.0.0.1:$port
		configure "$1" "$2" "${3-}" >"$dir/$1.conf"
		start "$1" lighttpd -D -f "$dir/$1.conf"
		! comes_up "$!" || return 0
		tries=$((tries + 1)) # somebody else may have had the port
		[ "$tries" -lt 5 ] || break
	done
	fail "lighttpd does not start"
}

# Wait until the server with the process id $1 answers, or has ended.
comes_up() {
	waits=0
	until answers; do
		waits=$((waits + 1))
		[ "$waits" -lt 600 ] && kill -0 "$1" 2>/dev/null || return 1
		sleep 0.1
	done
	kill -0 "$1" 2>/dev/null
}

mkdir -p "$work" "$dir/data"
cp "$here/package.json" "$here/package-lock.json" "$here"/*.mjs "$work"
if ! cmp -s "$work/package-lock.json" "$work/node_modules/.installed"; then
	(cd "$work" && npm ci --silent --no-audit)
	cp "$work/package-lock.json" "$work/node_modules/.installed"
fi
# it is large, no test needs it, and it asks for the latest of some modules
if [ "${1-}" = lighthouse.mjs ] && [ ! -d "$work/node_modules/lighthouse" ]; then
	(cd "$work" && npm install --no-save --silent --no-audit lighthouse@12.8.2)
fi

# the invented people, and one with more publications than anybody reads
cp -R "$top/tests/data/odd/site.xml" "$top/tests/data/odd/people" "$dir/data"
cp "$top/tests/data/ada-berg.xml" "$dir/data/people"
"$top/bench/make-profile.sh" 400 >"$dir/data/people/many.xml"
"${PYTHON:-python3}" "$top/tools/demo/demo.py" --people 24 --papers 8 \
	"$dir/demo" >/dev/null

serve sample "$top/xml"
SAMPLE=$url
serve people "$dir/data"
PEOPLE=$url
serve demo "$dir/demo"
DEMO=$url
serve failing "$top/xml" "$top/tests/data/failing"
FAILING=$url
export SAMPLE PEOPLE DEMO FAILING

# pictures shall have the letters that most visitors have, or the like
if [ "${1-}" = shots.mjs ]; then
	cat >"$dir/fonts.conf" <<-END
	<fontconfig>
	  <include>/etc/fonts/fonts.conf</include>
	  <match target="pattern">
	    <test name="family"><string>sans-serif</string></test>
	    <edit name="family" mode="prepend" binding="strong">
	      <string>Inter</string></edit>
	  </match>
	</fontconfig>
	END
	FONTCONFIG_FILE=$dir/fonts.conf
	export FONTCONFIG_FILE
fi
if [ $# -gt 0 ]; then
	test=$1
	shift
	node "$work/$test" "$@"
	exit
fi
for test in validate axe nojs script focus reflow print quiet wishes contrast weight; do
	node "$work/$test.mjs" || failures=$((failures + 1))
done
[ "$failures" = 0 ] || exit 1

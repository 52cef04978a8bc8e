# The table of requests: what every server must answer. Sourced by run.sh.
# $url is where the program is mounted, $base the same without the host.

# ask METHOD PATH [curl option ...]: keep status, head and body of the answer
ask() {
	method=$1
	path=$2
	shift 2
	case $method in
	HEAD) set -- --head "$@" ;;
	GET) ;;
	*) set -- -X "$method" "$@" ;;
	esac
	asked="$method $path"
	curl -sS --max-time 20 --path-as-is -D "$dir/head" -o "$dir/body" \
		-w '%{http_code}' "$@" "$url$path" >"$dir/status" ||
		fail "no answer"
	tr -d '\r' <"$dir/head" >"$dir/head.lf"
}

# status NUMBER, header ERE, no_header ERE, body ERE, no_body ERE
status() {
	count
	[ "$(cat "$dir/status")" = "$1" ] ||
		fail "status $(cat "$dir/status"), wanted $1"
}
header() {
	count
	grep -Eiq "$1" "$dir/head.lf" || fail "no header like $1"
}
no_header() {
	count
	! grep -Eiq "$1" "$dir/head.lf" || fail "a header like $1"
}
body() {
	count
	grep -Eq "$1" "$dir/body" || fail "no text like $1"
}
no_body() {
	count
	! grep -Eq "$1" "$dir/body" || fail "a text like $1"
}

# Compressed once by the program, and not again by the server.
compressed_requests() {
	ask GET /publications
	header '^vary: accept-encoding$'
	no_header '^content-encoding'
	cp "$dir/body" "$dir/plain"
	ask GET /publications -H 'Accept-Encoding: br;q=0, gzip'
	status 200
	header '^content-encoding: gzip$'
	header '^vary: accept-encoding$'
	length=$(sed -n 's/^[Cc]ontent-[Ll]ength: //p' "$dir/head.lf")
	# Apache sends what comes from a socket in chunks
	count
	[ "${length:-$(wc -c <"$dir/body")}" = "$(wc -c <"$dir/body")" ] ||
		fail "length $length"
	count
	gzip -dc <"$dir/body" | cmp -s - "$dir/plain" || fail "other bytes"
	etag=$(sed -n 's/^[Ee][Tt][Aa][Gg]: //p' "$dir/head.lf")
	ask GET /publications -H "If-None-Match: $etag" -H 'Accept-Encoding: gzip'
	status 304
	no_header '^content-encoding'
	ask GET /publications -H 'Accept-Encoding: gzip;q=0'
	no_header '^content-encoding'
	ask HEAD /publications -H 'Accept-Encoding: gzip'
	header '^content-encoding: gzip$'
}

# A visitor who chooses a language keeps it, and so do the filters.
language_requests() {
	ask GET '/publications?year=2023&lang=de'
	status 200
	header '^content-language: de$'
	no_header '^vary:.*accept-language'
	body '<html lang="de"'
	body '4 von 8 Publikationen: 2023'
	body "href=\"$base/publications\\?year=2023\"[^>]*>English"
	body "href=\"$base/publications\\?year=2023&amp;lang=ja\"[^>]*>日本語"
	body "href=\"$base/publications\\?year=2023&amp;type=journal&amp;lang=de\""
	body "href=\"$base/cv\\?lang=de\""
	no_body 'rel="alternate" hreflang="ar"'
	ask GET '/publications?lang=de'
	body 'rel="alternate" hreflang="ar" href="http://localhost:8080/publications\?lang=ar"'
	body 'hreflang="x-default" href="http://localhost:8080/publications"'
	ask GET '/?lang=ar'
	body '<html lang="ar" dir="rtl"'
	ask GET '/news.rss?lang=fr'
	header '^content-language: fr$'
	body '<language>fr</language>'
	ask GET '/no/such/page?lang=zh'
	status 404
	body '<html lang="zh"'
	ask GET '/cv?lang=DE-at'
	status 301
	header "^location: (http://[^/]*)?$base/cv\\?lang=de\$"
	ask GET '/cv?lang=en'
	status 301
	ask GET '/?lang=x%0ay'
	status 400
	# no link forgets it but those to other languages and to files
	for page in / /publications /publications/zhang2023allinone /cv /news; do
		ask GET "$page?lang=de"
		count
		! grep -o '<a [^>]*>' "$dir/body" | grep "href=\"$base/" |
			grep -v 'hreflang=\|/static/\|lang=de' >"$dir/lost" ||
			fail "without language: $(head -n 1 "$dir/lost")"
	done
	# the sample does not follow browsers
	ask GET / -H 'Accept-Language: de'
	header '^content-language: en$'
	no_header '^vary:.*accept-language'
}

requests() {
	ask GET /
	status 200
	header '^content-type: text/html; charset=utf-8$'
	header "^content-security-policy: default-src 'none'"
	header '^x-content-type-options: nosniff$'
	header '^cache-control: public, max-age=[0-9]+, stale-if-error='
	header '^etag: W/"'
	body '<h1[^>]*>.*Xin Sun'
	body "href=\"$base/static/style.css\""
	body "href=\"$base/news.rss\""
	no_body '<script(>| src)| style="'
	etag=$(sed -n 's/^[Ee][Tt][Aa][Gg]: //p' "$dir/head.lf")

	ask GET / -H "If-None-Match: $etag"
	status 304
	no_header '^content-type:'
	ask GET / -H "If-None-Match: $(echo "$etag" | sed 's/"$/-gzip"/')"
	status 304
	ask GET / -H 'If-None-Match: "other"'
	status 200

	ask HEAD /
	status 200
	header '^etag: W/"'
	compressed_requests
	language_requests
	ask OPTIONS /
	status 204
	header '^allow: GET, HEAD, OPTIONS$'
	ask POST / -d a=b
	status 405
	header '^allow: GET, HEAD, OPTIONS$'
	# a body is refused without being read, however long it is
	head -c 100000 /dev/zero >"$dir/upload"
	ask POST / --data-binary "@$dir/upload" -H 'Expect:'
	status 405
	ask BREW /
	status 501

	ask GET '/publications?year=2023'
	status 200
	body '<h[12][^>]*>[^<]*4 of 8 publications: 2023'
	body '<title>4 of 8 publications: 2023'
	no_body 'content="noindex'
	ask GET '/publications?has=code&utm_source=x&year=2023&q='
	status 301
	header "^location: (http://[^/]*)?$base/publications\\?year=2023&has=code\$"
	ask GET '/publications?year=2023&has=code'
	status 200
	body 'content="noindex,follow"'
	body 'rel="canonical" href="http://localhost:8080/publications\?year=2023&amp;has=code"'
	ask GET '/publications?year=soon'
	status 400
	body 'year'
	no_body 'soon'
	ask GET '/publications?q=%ff'
	status 400
	ask GET '/publications?q=nothinglikethis'
	status 200
	body '0 of 8 publications'

	ask GET /news.rss
	status 200
	header '^content-type: application/rss\+xml; charset=utf-8$'
	body '<rss [^>]*version="2.0"'
	ask GET /news
	status 200
	ask GET /publications/sun2022readagain
	status 200
	body '<meta name="citation_title" content="'
	body "href=\"$base/publications/sun2022readagain.bib\""
	ask GET /publications/sun2022readagian
	status 404
	body "href=\"$base/publications/sun2022readagain\""
	# what is not there is there in no format either
	ask GET /publications/xxxxxxxxxxxxxxxxxxxx
	status 404
	no_body "$base/publications.bib"
	ask GET '/publications.bib?year=2023&has=code'
	status 200
	header '^content-type: application/x-bibtex; charset=utf-8$'
	body '^@inproceedings[{]zhang2023allinone,'
	etag=$(sed -n 's/^[Ee][Tt][Aa][Gg]: //p' "$dir/head.lf")
	ask GET '/publications.bib?year=2023&has=code' -H "If-None-Match: $etag"
	status 304
	ask GET /publications.doc
	status 404
	body "$base/publications.bib"
	ask GET /cv
	status 200
	ask GET /sitemap.xml
	status 200
	ask GET /news/
	status 301
	header "^location: (http://[^/]*)?$base/news\$"
	ask GET /nothing-here
	status 404
	body '<main'
	ask GET "$(printf '/%0150d/%0150d/%0150d/%0150d/%0150d/%0150d/%0150d' \
		0 0 0 0 0 0 0)"
	status 414
	ask GET '/healthz'
	status 200
	# a query string without "=" must not become an option of the program
	ask GET '/?--version'
	status 301
	header "^location: (http://[^/]*)?$base/\$"
	ask GET '/?-c+/etc/passwd'
	status 301
	# feed readers and what they subscribed to stay together
	ask GET '/news.rss?utm_source=x'
	status 200
	ask GET '/static/style.css'
	status 200
	header '^content-type: text/css'
	ask GET '/static/vitae.js'
	status 200
	header '^content-type: (text|application)/javascript'
}

# What a cache in front makes of the headers.
cached_requests() {
	ask GET /
	header '^x-cache: miss$'
	cp "$dir/body" "$dir/plain"
	ask GET /
	header '^x-cache: hit$'
	etag=$(sed -n 's/^[Ee][Tt][Aa][Gg]: //p' "$dir/head.lf")
	ask GET / -H "If-None-Match: $etag"
	status 304
	header '^x-cache: hit$'
	ask GET / -H 'Accept-Encoding: gzip'
	header '^x-cache: miss$'
	ask GET / -H 'Accept-Encoding: gzip'
	header '^x-cache: hit$'
	header '^content-encoding: gzip$'
	count
	gzip -dc <"$dir/body" | cmp -s - "$dir/plain" || fail "other bytes"
	ask GET /
	header '^x-cache: hit$'
	no_header '^content-encoding'
	for path in /nothing-here '/publications?year=soon' /healthz; do
		ask GET "$path"
		ask GET "$path"
		header '^x-cache: miss$'
	done
}

# As the client writes it, the path differs between servers: all refuse it.
hostile_requests() {
	for path in '/../../etc/passwd' '/%2e%2e/%2e%2e/etc/passwd' \
		'/news%00.rss' '/news%0d%0aX-Evil:1' '/..%5c..%5cetc' \
		'/%c0%ae%c0%ae/'; do
		ask GET "$path"
		count
		case $(cat "$dir/status") in
		400 | 403 | 404 | 301) ;;
		*) fail "status $(cat "$dir/status") for a hostile path" ;;
		esac
		no_header '^x-evil'
		no_body 'root:'
	done
}

#!/bin/sh
# regenerate.sh - make the XSD and RNG files from the .rnc sources. For maintainers: needs trang.
# The results are shipped, so that nobody else does.
set -eu
cd "$(dirname "$0")"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

for name in profile site; do
	mkdir "$tmp/$name"
	trang "$name.rnc" "$name.rng"
	# Without abstract elements libxml2 names the real ones in its messages.
	trang -o disable-abstract-elements -o indent=1 "$name.rnc" "$tmp/$name/$name.xsd"
	# xml.xsd (xml:lang) serves both grammars: it must not import one of them.
	grep -v '<xs:import' "$tmp/$name/xml.xsd" >"$tmp/$name/xml"
	mv "$tmp/$name/$name.xsd" .
done
cmp "$tmp/profile/xml" "$tmp/site/xml"
mv "$tmp/profile/xml" xml.xsd

// Read back, with other people's software, what vitae has written.
// usage: node read.mjs DIR     a directory that run.sh has filled

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import jsonld from "jsonld";
import CSL from "citeproc";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { parse as parseVcard } from "vcard4";

const dir = process.argv[2];
const read = (name) => readFileSync(`${dir}/${name}`, "utf8");
const json = (name) => JSON.parse(read(name));
let checks = 0;
const check = (what, fn) => {
	try {
		fn();
	} catch (error) {
		console.error(`FAIL: ${dir}: ${what}: ${error.message}`);
		process.exitCode = 1;
	}
	checks++;
};

// The names that CSL 1.0.2 knows, as far as vitae writes them.
const cslNames = new Set(`abstract arxiv author collection-title
	container-title container-title-short DOI edition editor event-title
	genre id ISBN ISSN issue issued keyword language medium note number
	page PMCID PMID publisher publisher-place source status title
	title-short translator type URL version volume custom`.split(/\s+/));
const cslTypes = new Set(`article article-journal book chapter dataset
	document entry manuscript paper-conference patent post report software
	speech thesis webpage graphic`.split(/\s+/));

const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>plain</title><id>plain</id><updated>2020-01-01T00:00:00Z</updated>
</info><citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><group delimiter=". "><names variable="author">
<name and="text"/></names><text variable="title"/><text
variable="container-title"/><date variable="issued" form="numeric"
date-parts="year-month-day"/><text variable="DOI"/></group></layout>
</bibliography></style>`;
const locale = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
<style-options punctuation-in-quote="true"/><date form="numeric"><date-part
name="year"/></date><terms><term name="and">and</term><term name="et-al">et
al.</term><term name="open-quote">“</term><term name="close-quote">”</term>
<term name="open-inner-quote">‘</term><term
name="close-inner-quote">’</term></terms></locale>`;

function checkCsl(entries) {
	for (const entry of entries) {
		assert(cslTypes.has(entry.type), `${entry.id}: type ${entry.type}`);
		for (const key of Object.keys(entry))
			assert(cslNames.has(key), `${entry.id}: "${key}" is no name of CSL`);
		for (const name of entry.author ?? [])
			assert(name.literal || name.family, `${entry.id}: a name without words`);
		for (const part of entry.issued?.["date-parts"]?.[0] ?? [])
			assert(Number.isInteger(part), `${entry.id}: a date that is no number`);
	}
	const byId = new Map(entries.map((e) => [e.id, e]));
	const engine = new CSL.Engine({
		retrieveLocale: () => locale,
		retrieveItem: (id) => byId.get(id),
	}, style);
	engine.updateItems([...byId.keys()]);
	const [, lines] = engine.makeBibliography();
	assert.equal(lines.length, entries.length);
	assert(!lines.join("").includes("undefined"));
}

// Terms of schema.org, out of the types that describe them.
const require = createRequire(import.meta.url);
const terms = new Set(readFileSync(
	require.resolve("schema-dts").replace(/schema\.js$/, "schema.d.ts"),
	"utf8").match(/"[@A-Za-z0-9-]+"(?=\??:)|"[A-Z][A-Za-z0-9]+"/g)
	.map((word) => word.slice(1, -1)));

function checkTerms(node, where) {
	if (Array.isArray(node))
		return node.forEach((n) => checkTerms(n, where));
	if (node === null || typeof node !== "object")
		return;
	for (const [key, value] of Object.entries(node)) {
		if (!key.startsWith("@"))
			assert(terms.has(key), `${where}: "${key}" is no term`);
		if (key === "@type")
			for (const type of [value].flat())
				assert(terms.has(type), `${where}: no type "${type}"`);
		checkTerms(value, where);
	}
}

async function expand(document) {
	return jsonld.expand(document, {
		documentLoader: async (url) => {
			assert(/^https?:\/\/schema\.org\/?$/.test(url), url);
			return { document: { "@context": {
				"@vocab": "https://schema.org/" } } };
		},
	});
}

const linked = (html) => [...html.matchAll(
	/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
	.map((m) => JSON.parse(m[1]));

async function checkLinked(where, documents) {
	check(`${where}: has linked data`, () => assert(documents.length > 0));
	for (const document of documents) {
		check(`${where}: terms`, () => checkTerms(document, where));
		const expanded = await expand(document);
		check(`${where}: expands`, () => assert(expanded.length > 0));
	}
}

function checkVcard(text) {
	assert(!/[^\r]\n/.test(text), "a line that does not end in CR LF");
	for (const line of text.split("\r\n"))
		assert(Buffer.byteLength(line) <= 75, `a long line: ${line}`);
	const names = [parseVcard(text).getProperty("FN")].flat();
	assert(names.length > 0 && names.every((name) => name.value !== ""));
}

function checkFeeds(section) {
	const rss = parseRssFeed(read(`${section}.rss`)).items ?? [];
	const atom = parseAtomFeed(read(`${section}.atom`)).entries ?? [];
	const time = (date) => new Date(date).getTime();
	check(`${section}: RSS and Atom have the same entries`, () => {
		assert.deepEqual(rss.map((i) => i.guid?.value ?? i.guid),
			atom.map((e) => e.id));
		assert.deepEqual(rss.map((i) => time(i.pubDate)),
			atom.map((e) => time(e.published ?? e.updated)));
	});
	check(`${section}: weekdays are right`, () => {
		for (const item of rss) {
			const date = new Date(item.pubDate);
			assert.equal(item.pubDate, date.toUTCString());
		}
	});
	return rss;
}

// keys/N.FORMAT: the same publications whatever the format, and the page
function keysOf(name, text) {
	const all = (re) => [...text.matchAll(re)].map((m) => m[1]);
	switch (name.slice(name.indexOf(".") + 1)) {
	case "html": return all(/<li class="pub[^"]*" id="([^"]+)"/g);
	case "bib": return all(/^@\w+\{([^,\s]+),/gm);
	case "ris": return all(/^ID  - (.*)\r$/gm);
	case "csl.json": return JSON.parse(text).map((e) => e.id);
	case "json": return JSON.parse(text).publications.map((e) => e.id);
	case "csv": return all(/^"?([^",\r\n]+)"?,/gm).slice(1);
	case "xml": return all(/<publication\b[^>]*\bid="([^"]+)"/g);
	case "rss": return all(/<guid[^>]*>[^<]*\/([^<\/]+)<\/guid>/g);
	case "atom": return all(/<entry>\s*<id>[^<]*\/([^<\/]+)<\/id>/g);
	}
	throw new Error(name);
}

function checkKeys() {
	const files = readdirSync(`${dir}/keys`);
	for (const page of files.filter((f) => f.endsWith(".html"))) {
		const n = page.split(".")[0];
		const wanted = keysOf(page, read(`keys/${page}`)).sort();
		for (const file of files.filter((f) =>
			f.startsWith(`${n}.`) && f !== page))
			check(`${file}: the keys of the page`, () => assert.deepEqual(
				keysOf(file, read(`keys/${file}`)).sort(), wanted));
	}
}

// What bibutils has understood, against our own JSON. It has no number for a
// sign that BibTeX escapes, so titles are compared by their letters.
const letters = (text) => text.replace(/&\w+;/g, "")
	.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

function factsOfMods(text) {
	return [...text.matchAll(/<mods\b.*?<\/mods>/gs)].map(([mods]) => {
		const own = mods.replace(/<relatedItem.*?<\/relatedItem>/gs, "");
		const all = (re) => [...own.matchAll(re)].map((m) => m[1]);
		return {
			title: letters(all(/<(?:title|subTitle)>(.*?)<\//gs).join("")),
			families: all(/<name type="personal">.*?"family">(.*?)</gs)
				.map(letters),
			year: (mods.match(/<date(?:Issued)?[^>]*>(\d{4})/) ?? [])[1],
			doi: (own.match(/type="doi">(.*?)</) ?? [])[1] ?? "",
		};
	}).sort((a, b) => a.title.localeCompare(b.title));
}

function factsOfJson(publications) {
	return publications.map((p) => ({
		title: letters(p.title),
		families: p.authors.map((a) => letters(a.family ?? "")),
		year: p.date.slice(0, 4),
		doi: p.identifiers.find((i) => i.type === "doi")?.value ?? "",
	})).sort((a, b) => a.title.localeCompare(b.title));
}

function checkMods(name) {
	const read_back = factsOfMods(read(name));
	const wanted = factsOfJson(json("publications.json").publications);
	assert.equal(read_back.length, wanted.length);
	assert.deepEqual(read_back.map((f) => f.year).sort(),
		wanted.map((f) => f.year).sort());
	assert.deepEqual(read_back.map((f) => f.doi).sort(),
		wanted.map((f) => f.doi).sort());
	/* names without parts and formulas are nobody's strength */
	if (process.argv[3] === "exact")
		assert.deepEqual(read_back, wanted);
}

for (const name of ["bib.mods", "ris.mods"])
	check(name, () => checkMods(name));
check("CSL-JSON", () => checkCsl(json("publications.csl.json")));
check("vCard", () => checkVcard(read("person.vcf")));
check("JSON", () => assert(json("publications.json").publications.length > 0));
const rss = checkFeeds("news");
checkFeeds("publications");
check("JSON Feed has the entries of RSS", () => {
	const items = parseJsonFeed(read("news.json")).items;
	assert.deepEqual(items.map((i) => i.id), rss.map((i) => i.guid?.value ?? i.guid));
});
checkKeys();
await checkLinked("person.jsonld", [json("person.jsonld")]);
await checkLinked("home page", linked(read("home.html")));
await checkLinked("publication page", linked(read("publication.html")));
console.log(`${checks} checks`);

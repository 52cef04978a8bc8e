// What all tests share: the browser, the pages, and how a failure is told.

import { chromium } from "playwright-core";

const { SAMPLE, PEOPLE, DEMO, FAILING } = process.env;

// Every kind of page: name, server, path; status and method if unusual.
const page = (name, base, path, status = 200, method = "GET") =>
	({ name, base, path, status, method, url: base + path });
const ada = (section) =>
	page(`ada-${section.replace(/\W.*/, "")}`, PEOPLE, `/ada-berg/${section}`);
export const pages = [
	page("home", SAMPLE, "/"),
	page("publications", SAMPLE, "/publications"),
	page("filtered", SAMPLE, "/publications?year=2023"),
	page("combined", SAMPLE, "/publications?q=video&type=journal&by=type"),
	page("no-match", SAMPLE, "/publications?q=nothinglikethis"),
	page("publication", SAMPLE, "/publications/zhang2023allinone"),
	page("cv", SAMPLE, "/cv"),
	page("news", SAMPLE, "/news"),
	page("400", SAMPLE, "/publications?year=soon", 400),
	page("404", SAMPLE, "/no/such/page", 404),
	page("404-near", SAMPLE, "/publications/sun2022readagian", 404),
	page("405", SAMPLE, "/publications", 405, "POST"),
	page("500", FAILING, "/publications", 500),
	page("not-shown", FAILING, "/"),
	page("people", DEMO, "/"),
	page("people-filtered", DEMO, "/?role=professor"),
	page("people-none", DEMO, "/?q=nobodylikethis"),
	page("groups", DEMO, "/groups"),
	page("group", DEMO, "/groups/computer-vision"),
	page("group-publications", DEMO, "/groups/computer-vision/publications"),
	page("all-publications", DEMO, "/publications"),
	page("all-news", DEMO, "/news"),
	page("people-odd", PEOPLE, "/"),
	page("ada", PEOPLE, "/ada-berg/"),
	...["news", "publications", "experience", "education", "awards",
		"services", "teaching", "talks", "media", "students", "projects",
		"grants", "software", "join", "cv"].map(ada),
	page("ada-publication", PEOPLE, "/ada-berg/publications/berg2025leaf"),
	page("ada-retracted", PEOPLE, "/ada-berg/publications/berg2016hasty"),
	page("ada-404", PEOPLE, "/ada-berg/hobbies", 404),
	page("long-name", PEOPLE, "/long-name/"),
	page("one-publication", PEOPLE, "/one-publication/"),
	page("no-sections", PEOPLE, "/no-sections/"),
	...Object.entries({ home: "", filtered: "publications?year=2023",
		publication: "publications/zhang2023allinone", cv: "cv" })
		.flatMap(([name, path]) => ["ar", "zh"].map((lang) =>
			page(`${lang}-${name}`, SAMPLE,
				`/${path}${path.includes("?") ? "&" : "?"}lang=${lang}`))),
	page("ar-404", SAMPLE, "/no/such/page?lang=ar", 404),
	page("ar-400", SAMPLE, "/publications?year=soon&lang=ar", 400),
	page("many", PEOPLE, "/many/publications"),
	page("ar-people", DEMO, "/?lang=ar"),
	page("ar-news", DEMO, "/news?lang=ar"),
	page("de-all-publications", DEMO, "/publications?lang=de"),
	page("all-filtered", DEMO, "/publications?type=journal&year=2015-2024"),
	page("ar-group", DEMO, "/groups/computer-vision?lang=ar"),
	page("ja-ada", PEOPLE, "/ada-berg/?lang=ja"),
	page("pager", PEOPLE, "/many/publications?per=20&page=9"),
];
if (new Set(pages.map(({ name }) => name)).size < pages.length)
	throw new Error("two pages have one name");
export const sample = SAMPLE;

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
	// without a sandbox and /dev/shm it also runs as root, in a container
	args: ["--headless", "--no-sandbox", "--disable-dev-shm-usage",
		"--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update",
		"--disable-sync"],
});

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

let checks = 0;
export const count = () => { checks++; };
export const fail = (where, what) => {
	console.error(`FAIL: ${where}: ${what}`);
	process.exitCode = 1;
};
// check(where, what, ok): what is wrong unless ok
export const check = (where, what, ok) => {
	count();
	if (!ok)
		fail(where, what);
	return ok;
};

// Open a tab, give it to fn, close it; what fn throws is a failure.
export const tab = async (where, options, fn) => {
	const context = await browser.newContext({
		viewport: desktop,
		reducedMotion: "reduce",
		...options,
	});
	context.setDefaultTimeout(120000);
	try {
		await fn(await context.newPage());
	} catch (error) {
		fail(where, error.message);
	} finally {
		await context.close();
	}
};

// Go to a page of the list, and see that it is the one that was meant.
export const go = async (view, { name, url, status, method }) => {
	if (method !== "GET")
		await view.route(url, (route) => route.continue({ method }), { times: 1 });
	const answer = await view.goto(url);
	check(`${name} ${url}`, `status ${answer.status()}, wanted ${status}`,
		answer.status() === status);
};

// What is folded away or lazy has to be seen too.
export const unfold = (view) => view.evaluate(async () => {
	for (const details of document.querySelectorAll("details"))
		details.open = true;
	const images = [...document.images];
	for (const image of images)
		image.loading = "eager";
	await Promise.all(images.map((image) => image.decode().catch(() => {})));
});

// each(list, fn): fn(view, item) for all of them, two at a time, each time in a
// tab that has been used before, which is quicker
export const each = async (list, fn) => {
	const rest = [...list];
	const worker = () => tab("a tab", {}, async (view) => {
		while (rest.length > 0) {
			const item = rest.shift();
			try {
				await fn(view, item);
			} catch (error) {
				fail(`${item.name} ${item.path}`, error.message);
			}
		}
	});
	await Promise.all([worker(), worker()]);
};

// done(name): the end of a test
export const done = async (name) => {
	await browser.close();
	if (!process.exitCode)
		console.log(`ok: ${name}: ${checks} checks`);
};

// What Lighthouse says about a page on a phone. Not a test of ./run check: its
// figures depend on what else the machine does.
// usage: run.sh WORK lighthouse.mjs

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { check, done, fail, pages } from "./browser.mjs";

const least = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };
const names = ["home", "filtered", "publication"];

const chrome = await launch({
	chromePath: process.env.CHROMIUM || "/usr/bin/chromium",
	chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
		"--disable-gpu"],
});
for (const { name, path, url } of
	pages.filter(({ name }) => names.includes(name))) {
	const { lhr } = await lighthouse(url,
		{ port: chrome.port, logLevel: "error", output: "json" });
	const scores = Object.entries(lhr.categories)
		.map(([id, { score }]) => [id, Math.round(score * 100)]);
	console.log(`${name} ${path}: ${scores.map(([id, score]) =>
		`${id} ${score}`).join(", ")}`);
	for (const [id, score] of scores) {
		if (check(`${name} ${path}`, `${id} ${score}, wanted ${least[id]}`,
			score >= least[id]))
			continue;
		for (const { id: audit, weight } of lhr.categories[id].auditRefs) {
			const { score, title, displayValue } = lhr.audits[audit];
			if (weight && score !== null && score < 1)
				fail(`${name} ${path}`, `${audit} ${score}: ${title} ${
					displayValue ?? ""}`);
		}
	}
}
await chrome.kill();
await done("lighthouse");

// What a first visit to a home page costs, compressed as web servers do.

import { gzipSync } from "node:zlib";
import { check, desktop, done, go, pages, phone, tab } from "./browser.mjs";

const limits = { all: 40 * 1024, "style.css": 20 * 1024, "vitae.js": 4 * 1024 - 1 };
const home = pages.find(({ name }) => name === "home");

for (const viewport of [desktop, phone])
	await tab("weight", { viewport }, async (view) => {
		const bodies = [];
		view.on("response", (response) =>
			bodies.push(response.body().then((body) => [response.url(), body])));
		await go(view, home);
		await view.waitForLoadState("networkidle");
		let all = 0;
		for (const [url, body] of await Promise.all(bodies)) {
			const name = url.replace(/.*\//, "");
			all += gzipSync(body).length;
			if (name in limits)
				check(url, `${body.length} bytes, at most ${limits[name]}`,
					body.length <= limits[name]);
		}
		check(`home, ${viewport.width} px wide`, `${bodies.length} files: ${
			all} bytes compressed, at most ${limits.all}`, all <= limits.all);
		check("home", "style and script were not loaded", bodies.length > 3);
		if (process.argv[2])
			console.log(`${viewport.width} px: ${bodies.length} files, ${all} bytes`);
	});
await done("weight");

// Pictures of every kind of page, to look at.
// usage: run.sh WORK shots.mjs DIR

import { mkdirSync } from "node:fs";
import { count, desktop, done, each, go, pages, phone } from "./browser.mjs";

const dir = process.argv[2];
if (!dir) {
	console.error("usage: run.sh WORK shots.mjs DIR");
	process.exit(2);
}
mkdirSync(dir, { recursive: true });

const looks = {
	desktop: { size: desktop },
	phone: { size: phone },
	dark: { size: desktop, media: { colorScheme: "dark" } },
	// A4 without its margins
	print: { size: { width: 658, height: 1001 }, media: { media: "print" } },
};

await each(pages, async (view, page) => {
	await go(view, page);
	await view.evaluate(() => Promise.all([...document.images].map((image) => {
		image.loading = "eager";
		return image.decode().catch(() => {});
	})));
	for (const [look, { size, media }] of Object.entries(looks)) {
		await view.emulateMedia({ colorScheme: "light", media: "screen", ...media });
		await view.setViewportSize(size);
		await view.screenshot({
			path: `${dir}/${page.name}-${look}.png`, fullPage: true,
		});
		count();
	}
});
await done(`pictures in ${dir}`);

// Pictures of every kind of page, to look at; and the one of the README.
// usage: run.sh WORK shots.mjs DIR [NAME ...]      of all pages, or of some

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { count, desktop, done, each, fail, go, pages, phone } from "./browser.mjs";

const [dir, ...names] = process.argv.slice(2);
if (!dir) {
	console.error("usage: run.sh WORK shots.mjs DIR [NAME ...]");
	process.exit(2);
}
mkdirSync(dir, { recursive: true });

const looks = {
	desktop: { size: desktop },
	phone: { size: phone },
	dark: { size: desktop, colorScheme: "dark" },
};
// no picture is taller: what comes below looks like what is above
const tallest = 4000;

const load = (view) => view.evaluate(() => Promise.all(
	[...document.images].map((image) => {
		image.loading = "eager";
		return image.decode().catch(() => {});
	})));

const shoot = async (view, path, { width }, limit = tallest) => {
	const height = await view.evaluate(() => document.body.scrollHeight);
	await view.screenshot({
		path, fullPage: true,
		clip: { x: 0, y: 0, width, height: Math.min(height, limit) },
	});
	count();
};

// sheets of paper, if pdftoppm of poppler-utils is there to draw them
const print = async (view, path) => {
	writeFileSync(`${path}.pdf`, await view.pdf({ preferCSSPageSize: true }));
	try {
		execFileSync("pdftoppm",
			["-png", "-r", "80", "-l", "3", `${path}.pdf`, path]);
	} catch (error) {
		if (error.code !== "ENOENT")
			fail(path, error.message);
	}
};

await each(pages.filter(({ name }) => !names.length || names.includes(name)),
	async (view, page) => {
		await go(view, page);
		await load(view);
		for (const [look, { size, colorScheme = "light" }] of
			Object.entries(looks)) {
			await view.emulateMedia({ colorScheme });
			await view.setViewportSize(size);
			await shoot(view, `${dir}/${page.name}-${look}.png`, size);
		}
		await view.emulateMedia({ colorScheme: "light" });
		if (page.name === "home")
			await shoot(view, `${dir}/readme.png`, desktop, desktop.height);
		await print(view, `${dir}/${page.name}-print`);
	});
await done(`pictures in ${dir}`);

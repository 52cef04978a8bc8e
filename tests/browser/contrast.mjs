// The colours of the style sheet, each pair that meets as text on ground.

import { check, done, go, pages, tab } from "./browser.mjs";

const key = "color-mix(in srgb, var(--mark) 62%, transparent)";
const pairs = {
	ink: ["paper", "sheet", "mark", "slot", key],
	soft: ["paper", "mark", "slot", key],
	accent: ["paper", "sheet", "mark", "slot", "tint", key],
	paper: ["accent"],
	conf: ["conf-tint"],
	jour: ["jour-tint"],
	warn: ["paper", "mark", key],
};
const grounds = new Set(Object.values(pairs).flat());
// of these, nothing is read
const shapes = new Set(["bar"]);
// stand for conf, jour, or what a badge has otherwise: all in the table
const kinds = { kind: "color", "kind-tint": "background" };
const least = 4.5;

// The contrast of WCAG 2.2 between two values; half transparent grounds lie
// on paper. The browser itself turns each colour into red, green and blue.
const contrast = ([text, ground]) => {
	const probe = document.body.appendChild(document.createElement("span"));
	const canvas = document.createElement("canvas").getContext("2d",
		{ willReadFrequently: true });
	const paint = (...values) => {
		for (const value of values) {
			probe.style.color = value;
			canvas.fillStyle = getComputedStyle(probe).color;
			canvas.fillRect(0, 0, 1, 1);
		}
		const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data]
			.map((byte) => byte / 255)
			.map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
		return .2126 * r + .7152 * g + .0722 * b + .05;
	};
	const below = paint("var(--paper)", ground);
	const above = paint("var(--paper)", ground, text);
	probe.remove();
	return Math.max(below, above) / Math.min(below, above);
};

// What is written below without being in the table is missing there.
const complete = async (view) => {
	const answer = await view.request.get(await view.locator(
		"link[rel=stylesheet]").evaluate((link) => link.href));
	const sheet = await answer.text();
	for (const [rule, property, name] of sheet.matchAll(
		/(?<![-\w])(color|background):\s*var\(--([\w-]+)/g))
		check("style.css", `"${rule}" is not in the table of contrast.mjs`,
			kinds[name] === property || (property === "color" ? name in pairs :
				grounds.has(name) || shapes.has(name) || name === "kind"));
};

const home = pages.find(({ name }) => name === "home");
const value = (name) => name.includes("(") ? name : `var(--${name})`;
await tab("style.css", {}, async (view) => {
	await go(view, home);
	await complete(view);
	for (const colorScheme of ["light", "dark"])
		for (const more of ["no-preference", "more"]) {
			await view.emulateMedia({ colorScheme, contrast: more });
			for (const [text, under] of Object.entries(pairs))
				for (const ground of under) {
					const found = await view.evaluate(contrast,
						[value(text), value(ground)]);
					check(`${colorScheme}, contrast: ${more}`,
						`${text} on ${ground}: ${found.toFixed(2)}`,
						found >= least);
				}
		}
});
await done("contrast");

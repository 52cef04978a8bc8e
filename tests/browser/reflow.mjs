// No page is wider than its window, also with letters twice as large.

import { check, done, each, go, pages, unfold } from "./browser.mjs";

// the size of text, and the widths of windows
const sizes = { "100%": [320, 390, 768, 1280, 1920], "200%": [390, 640, 768, 1280, 1920] };

// How wide the page is, and what it is that makes it so: the innermost
// elements without which it would be narrower.
const measure = (view) => view.evaluate(() => {
	const root = document.documentElement;
	const size = { has: root.clientWidth, wants: root.scrollWidth };
	if (size.wants <= size.has)
		return size;
	const guilty = [...document.body.querySelectorAll("*")].filter((e) => {
		const { display } = e.style;
		e.style.display = "none";
		const narrower = root.scrollWidth < size.wants;
		e.style.display = display;
		return narrower;
	});
	size.why = guilty.filter((e) => !guilty.some((other) => e !== other &&
		e.contains(other))).slice(0, 3).map((e) => `<${e.localName} class="${
		e.getAttribute("class") ?? ""}"> ${e.textContent.trim().slice(0, 40)}`);
	return size;
});

await each(pages, async (view, page) => {
	await go(view, page);
	await unfold(view);
	for (const [size, widths] of Object.entries(sizes)) {
		await view.evaluate((size) => {
			document.documentElement.style.fontSize = size;
		}, size);
		for (const width of widths) {
			await view.setViewportSize({ width, height: 600 });
			const { has, wants, why } = await measure(view);
			check(`${page.name} ${page.path}`, `at ${width} px, text ${size}: ${
				wants} px wide: ${why?.join("; ")}`, wants <= has);
		}
	}
});
await done("reflow");

// No page is wider than its window, also with letters twice as large; and what
// stands at the side does not break inside of words and numbers.

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

// Words and numbers at the side that stand on two lines; a hyphen may end one.
const broken = (view) => view.evaluate(() => {
	const range = new Range();
	const found = [];
	for (const e of document.querySelectorAll(
		".rail :is(h1, h2, .n, .total, .facet a, .hist a)"))
		for (const text of e.childNodes)
			for (const word of text.nodeType === Node.TEXT_NODE ?
				text.data.matchAll(/[^\s\u002d\u2010-\u2015/]+/g) : []) {
				range.setStart(text, word.index);
				range.setEnd(text, word.index + word[0].length);
				const lines = new Set([...range.getClientRects()]
					.map(({ top }) => Math.round(top)));
				if (lines.size > 1)
					found.push(word[0]);
			}
	return found;
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
			const where = `at ${width} px, text ${size}`;
			check(`${page.name} ${page.path}`, `${where}: ${
				wants} px wide: ${why?.join("; ")}`, wants <= has);
			if (size === "100%") {
				const words = await broken(view);
				check(`${page.name} ${page.path}`, `${where}: broken: ${
					words.join(", ")}`, words.length === 0);
			}
		}
	}
});
await done("reflow");

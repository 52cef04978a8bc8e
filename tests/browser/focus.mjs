// Tab walks through a page; where it stands can be seen.

import { check, desktop, done, each, fail, go, pages, phone } from "./browser.mjs";

const walked = [
	[desktop, ["home", "combined", "publication", "cv", "people", "ada"]],
	[phone, ["home", "combined", "404-near"]],
];
const limit = 400;

// Run in the page: how all elements look while none of them has the focus. It
// may be told on the element itself or on the frame around it.
const prepare = () => {
	const look = (e) => [e, e.parentElement].map((e) => {
		const { outlineStyle, outlineWidth, outlineColor, boxShadow } =
			getComputedStyle(e);
		return [outlineStyle, outlineStyle !== "none" && outlineWidth + outlineColor,
			boxShadow].join(" ");
	}).join(" | ");
	const before = new Map([...document.body.querySelectorAll("*")]
		.map((e) => [e, look(e)]));
	// Is any part of it on the screen, with nothing else before it?
	const seen = (e) => [...e.getClientRects()].some((box) =>
		[.1, .3, .5, .7, .9].some((part) => {
			const front = document.elementFromPoint(box.left + box.width * part,
				(box.top + box.bottom) / 2);
			return front && (e.contains(front) || front.contains(e) &&
				!front.matches("html, body"));
		}));
	// Does a box that does not scroll sideways cut what is around it?
	const cut = (e) => {
		const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(e);
		const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
		const { left, right } = e.getBoundingClientRect();
		for (let up = e.parentElement; outlineStyle !== "none" && up;
			up = up.parentElement) {
			const box = up.getBoundingClientRect();
			const { overflowX } = getComputedStyle(up);
			if (overflowX !== "visible" && up.scrollWidth <= up.clientWidth &&
				(left - reach < box.left - .5 || right + reach > box.right + .5))
				return true;
		}
		return false;
	};
	window.stop = () => {
		const e = document.activeElement;
		return e !== document.body && {
			name: `<${e.localName}> "${e.textContent.trim().slice(0, 40)}"`,
			told: before.get(e) !== look(e),
			seen: seen(e),
			whole: !cut(e),
		};
	};
};

const walk = async (view, { size, ...page }) => {
	const where = `${page.name} ${page.path} (${size.width} px)`;
	await view.setViewportSize(size);
	await go(view, page);
	await view.evaluate(prepare);
	for (let stops = 0; stops < limit; stops++) {
		await view.keyboard.press("Tab");
		const stop = await view.evaluate(() => window.stop());
		if (!stop) {
			check(where, `only ${stops} stops for Tab`, stops > 2);
			return;
		}
		check(where, `nothing tells the focus of ${stop.name}`, stop.told);
		check(where, `what has the focus is hidden: ${stop.name}`, stop.seen);
		check(where, `the mark of the focus is cut: ${stop.name}`, stop.whole);
	}
	fail(where, `Tab does not come to an end in ${limit} steps`);
};

await each(walked.flatMap(([size, names]) => names.map((name) =>
	({ size, ...pages.find((page) => page.name === name) }))), walk);
await done("focus");

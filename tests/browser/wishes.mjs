// What visitors have told their system: colours of their own, nothing that moves.

import { check, done, each, go, pages } from "./browser.mjs";

const some = ["home", "combined", "publication", "people", "ada"];

// Boxes that only their colour shows, and whether it differs from the ground.
const bars = () => [...document.querySelectorAll(".hist svg, .kinds rect")]
	.filter((e) => e.checkVisibility() && e.getBoundingClientRect().width > 0)
	.map((e) => {
		const { fill, backgroundColor } = getComputedStyle(e);
		const ground = getComputedStyle(document.documentElement).backgroundColor;
		return (e.localName === "rect" ? fill : backgroundColor) !== ground;
	});

// What is current, and how many of its kind look the same around it.
const current = () => [...document.querySelectorAll("main [aria-current]")]
	.filter((e) => e.checkVisibility())
	.map((e) => {
		const look = (e) => {
			const { outlineStyle, fontWeight, borderStyle } = getComputedStyle(e);
			return [outlineStyle, fontWeight, borderStyle].join();
		};
		const other = [...e.closest("ul, ol").querySelectorAll("a")]
			.find((a) => !a.matches("[aria-current]"));
		return !other || look(other) !== look(e);
	});

const moving = () => [...document.querySelectorAll("*")].filter((e) => {
	const { animationName, transitionDuration, scrollBehavior } =
		getComputedStyle(e);
	return animationName !== "none" || transitionDuration !== "0s" ||
		scrollBehavior !== "auto";
}).length;

await each(pages.filter(({ name }) => some.includes(name)), async (view, page) => {
	const where = `${page.name} ${page.path}`;
	for (const colorScheme of ["light", "dark"]) {
		await view.emulateMedia({ colorScheme, forcedColors: "active" });
		await go(view, page);
		const seen = await view.evaluate(bars);
		check(where, `forced colours, ${colorScheme}: ${
			seen.filter((differs) => !differs).length} of ${seen.length
		} bars cannot be seen`, seen.every(Boolean));
		check(where, "forced colours: what is current looks like the others",
			(await view.evaluate(current)).every(Boolean));
	}
	await view.emulateMedia({ forcedColors: "none", reducedMotion: "reduce" });
	check(where, "something moves", await view.evaluate(moving) === 0);
});
await done("wishes of visitors");

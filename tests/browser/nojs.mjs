// A visitor without JavaScript and without a mouse finds a paper.

import { check, desktop, done, phone, sample, tab } from "./browser.mjs";

// Press Tab until it is the turn of the element.
const reach = async (view, what, locator) => {
	const element = await locator.elementHandle();
	for (let i = 0; i < 150; i++) {
		await view.keyboard.press("Tab");
		if (await element.evaluate((e) => e === document.activeElement))
			return;
	}
	throw new Error(`Tab does not reach ${what}`);
};

// Press Enter on what has the focus, and wait for the page it leads to.
const enter = async (view, url) => {
	await Promise.all([
		view.waitForURL(({ href }) => href === sample + url),
		view.keyboard.press("Enter"),
	]);
};

for (const [size, viewport] of [["desktop", desktop], ["phone", phone]])
	await tab(size, { javaScriptEnabled: false, viewport }, async (view) => {
		// the heading of a list tells how many of all are shown
		const heading = async (wanted, shown) => {
			const where = `${size} ${view.url()}`;
			const text = await view.locator(".state :is(h2, h3)").innerText();
			check(where, `the heading is "${text}", wanted "${wanted}"`,
				text === wanted);
			const papers = await view.locator(".pub").count();
			check(where, `${papers} publications, wanted ${shown}`,
				papers === shown);
		};
		const facet = (name) =>
			view.locator(".facet, .hist").getByRole("link", { name }).first();
		// a narrow screen folds the facets
		const unfold = async () => {
			if (size === "phone") {
				await reach(view, "the filter", view.locator(".facets > summary"));
				await view.keyboard.press("Enter");
			}
		};

		// from the home page by a query, a facet, and back by its chip
		await view.goto(`${sample}/`);
		await reach(view, "the search field", view.locator("input[name=q]"));
		await view.keyboard.type("video");
		await enter(view, "/publications?q=video");
		await heading("6 of 8 publications: “video”", 6);
		await unfold();
		await reach(view, "a facet", facet(/^Journal article/));
		await enter(view, "/publications?q=video&type=journal");
		await heading("4 of 8 publications: “video”, Journal article", 4);
		await reach(view, "a chip",
			view.locator(".chips").getByRole("link", { name: /Journal article/ }));
		await enter(view, "/publications?q=video");
		await heading("6 of 8 publications: “video”", 6);

		// by year
		await view.goto(`${sample}/publications`);
		await reach(view, "the year 2023", facet(/^2023/));
		await enter(view, "/publications?year=2023");
		await heading("4 of 8 publications: 2023", 4);

		// another language, kept by links and facets
		await reach(view, "the languages", view.locator(".langs summary"));
		await view.keyboard.press("Enter");
		await reach(view, "German", view.locator(".langs a[lang=de]"));
		await enter(view, "/publications?year=2023&lang=de");
		await heading("4 von 8 Publikationen: 2023", 4);
		await unfold();
		await reach(view, "a facet", facet(/^Zeitschriftenaufsatz/));
		await enter(view, "/publications?year=2023&type=journal&lang=de");
		await reach(view, "the home page", view.locator(".crumbs a").last());
		await enter(view, "/?lang=de");
		const said = await view.locator("html").getAttribute("lang");
		check(size, `the page is in ${said}, wanted de`, said === "de");
		await view.goto(`${sample}/publications?year=2023`);

		// an abstract
		const paper = view.locator("#zhang2023allinone");
		const summary = paper.locator("summary", { hasText: "Abstract" });
		const text = paper.locator(".p-summary");
		await reach(view, "an abstract", summary);
		check(size, "the abstract is open before", !await text.isVisible());
		await view.keyboard.press("Enter");
		await text.waitFor({ state: "visible" });
		await view.keyboard.press("Enter");
		await text.waitFor({ state: "hidden" });
	});
await done("without JavaScript, by keyboard");

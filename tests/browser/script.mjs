// With the script: entries are copied, lists change in place, "/" searches.

import { check, desktop, done, go, pages, sample, tab } from "./browser.mjs";

const page = (name) => pages.find((page) => page.name === name);
const focused = (view) => view.evaluate(() =>
	document.activeElement.textContent.trim() || document.activeElement.name);

// Do what shall change the list, and see that it was no new page.
const change = async (view, action, { path, heading, focus, told }) => {
	const where = `script: ${path}`;
	await view.evaluate(() => { window.same = true; });
	await action();
	await view.waitForFunction(({ url, heading }) => location.href === url &&
		document.querySelector("main:not([aria-busy]) .body :is(h2, h3)")
			?.textContent === heading, { url: sample + path, heading });
	check(where, "a new page was loaded", await view.evaluate(() => window.same));
	const has = await focused(view);
	check(where, `"${has}" has the focus, wanted "${focus}"`, has === focus);
	const status = await view.getByRole("status").textContent();
	check(where, `told is "${status}", wanted "${told}"`, status === told);
	const title = await view.title();
	check(where, `the title is "${title}"`, heading === "All publications" ||
		title.startsWith(heading));
	const canonical = await view.locator("link[rel=canonical]")
		.getAttribute("href");
	check(where, `canonical is ${canonical}`,
		canonical.endsWith(path));
};

await tab("lists", {}, async (view) => {
	await go(view, page("publications"));
	const link = (name) => view.locator("main").getByRole("link", { name }).first();
	const journal = "4 of 8 publications: Journal article";
	const both = "2 of 8 publications: 2023, Journal article";
	await change(view, () => link(/^Journal article/).click(),
		{ path: "/publications?type=journal", heading: journal,
			focus: "Journal article 4", told: journal });
	await change(view, () => link(/^2023/).click(),
		{ path: "/publications?year=2023&type=journal", heading: both,
			focus: "2023 2", told: both });
	// the chip is gone: its list is read from the start
	await change(view, () => link("Remove filter 2023").click(),
		{ path: "/publications?type=journal", heading: journal,
			focus: journal, told: "" });
	await change(view, () => view.goBack(),
		{ path: "/publications?year=2023&type=journal", heading: both,
			focus: both, told: "" });

	const found = "1 of 8 publications: “relation-aware”, 2023, Journal article";
	await view.keyboard.press("/");
	check("script", `"/" leads to "${await focused(view)}"`,
		await focused(view) === "q");
	await view.keyboard.type("relation-aware");
	await change(view, () => view.keyboard.press("Enter"),
		{ path: "/publications?q=relation-aware&year=2023&type=journal",
			heading: found, focus: "q", told: found });
	// in the field, it is a letter
	await view.keyboard.press("End");
	await view.keyboard.type("/");
	check("script", "no \"/\" can be typed",
		await view.locator("[type=search]").inputValue() === "relation-aware/");
	await change(view, () => link("Show all").click(),
		{ path: "/publications", heading: "All publications",
			focus: "All publications", told: "" });
});

await tab("a new page", {}, async (view) => {
	// with a key held down, the browser does what it always does
	await go(view, page("publications"));
	const [other] = await Promise.all([view.context().waitForEvent("page"),
		view.locator(".facet a").first().click({ modifiers: ["Control"] })]);
	await other.close();
	check("script", "Control and a click change the list",
		view.url() === `${sample}/publications`);
	// what does not answer as a list does is left to the browser
	await view.route(/type=journal/, (route) => route.abort(), { times: 1 });
	await view.locator(".facet a", { hasText: "Journal article" }).click();
	await view.waitForURL(/type=journal/);
	await view.locator(".state").waitFor();
});

const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };
await tab("entries", clipboard, async (view) => {
	for (const [name, open] of [["publication"], ["home", "BibTeX"]]) {
		await go(view, page(name));
		if (open)
			await view.locator("#zhang2023allinone summary", { hasText: open })
				.click();
		const button = view.getByRole("button", { name: "Copy" }).first();
		await button.click();
		await view.getByRole("status").filter({ hasText: "Copied" }).waitFor();
		const text = await view.evaluate(() => navigator.clipboard.readText());
		check(name, `"${text.slice(0, 40)}" was copied`,
			/^@inproceedings\{zhang2023allinone,[^]*\}$/.test(text));
	}
});
await done("with the script");

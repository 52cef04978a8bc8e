// The browser has nothing to complain about, and asks nobody else.

import { check, done, each, fail, go, pages, unfold } from "./browser.mjs";

// Rules broken in the page are events of it; they are kept for the end.
const listen = () => {
	if (window.violations)
		return;
	window.violations = [];
	document.addEventListener("securitypolicyviolation", (event) =>
		window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
};

// What may happen while the page loads, and is or is not as it should be.
const listeners = (page, where) => ({
	console: (message) => {
		// the status of the page itself is as wanted, or go() tells
		if (message.location().url !== page.url ||
			!/^Failed to load resource/.test(message.text()))
			fail(where, `console: ${message.type()}: ${message.text()}`);
	},
	pageerror: (error) => fail(where, `error: ${error.message}`),
	request: (request) => check(where,
		`a request to another host: ${request.url()}`,
		request.url().startsWith(`${page.base}/`)),
	requestfailed: (request) =>
		fail(where, `${request.url()}: ${request.failure().errorText}`),
	response: (response) => check(where,
		`${response.url()}: status ${response.status()}`,
		response.url() === page.url || [200, 304].includes(response.status())),
});

await each(pages, async (view, page) => {
	const where = `${page.name} ${page.path}`;
	for (const [event, listener] of Object.entries(listeners(page, where))) {
		view.removeAllListeners(event);
		view.on(event, listener);
	}
	await view.addInitScript(listen);
	await go(view, page);
	await unfold(view);

	const { violations, empty } = await view.evaluate(() => ({
		violations: window.violations,
		empty: [...document.images].filter((image) => !image.naturalWidth)
			.map((image) => image.src),
	}));
	check(where, `against the Content-Security-Policy: ${violations.join("; ")}`,
		violations.length === 0);
	check(where, `no picture: ${empty.join(", ")}`, empty.length === 0);

	// browsers without a window do not ask for the icon
	const icon = await view.locator("link[rel=icon]").getAttribute("href");
	const answer = await view.request.get(new URL(icon, page.url).href);
	check(where, `${icon}: status ${answer.status()}`, answer.ok());
});
await done("quiet");

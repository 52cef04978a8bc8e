// Makes three things quicker, all of which work without it: entries are copied
// by a button, lists change without a new page, and "/" goes to the search.
"use strict";
(() => {
	const { copy, copied } = document.currentScript.dataset;
	const one = (query, from = document) => from.querySelector(query);
	const all = (query, from = document) => [...from.querySelectorAll(query)];
	const status = document.createElement("p");
	status.className = "vh";
	status.setAttribute("role", "status");
	document.body.append(status);

	// Buttons, when the entries are first seen.
	const offer = (entries) => entries.forEach((pre) => {
		if (!navigator.clipboard || one("button", pre))
			return;
		const button = document.createElement("button");
		button.type = "button";
		button.textContent = copy;
		button.onclick = async () => {
			await navigator.clipboard.writeText(one("code", pre).textContent);
			status.textContent = button.textContent = copied;
			setTimeout(() => {
				status.textContent = "";
				button.textContent = copy;
			}, 3000);
		};
		pre.prepend(button);
	});
	document.addEventListener("toggle", ({ target }) =>
		offer(all("pre", target)), true);
	offer(all(".body > pre"));

	// Where the focus was: the field, or the link of that name in that place.
	const name = (e) => e.closest("nav, details, ul, form").className +
		(e.name || e.firstChild.textContent);
	const again = (old) => old && all(".filter :is(a, [name=q]), .choices a")
		.find((e) => name(e) === name(old));

	const show = (page, focus) => {
		const scroll = one(".rail:has(.filter)")?.scrollTop;
		const about = "[rel=canonical], [rel=alternate], [name=robots]";
		document.title = page.title;
		all(about).forEach((e) => e.remove());
		document.head.append(...all(about, page));
		for (const part of ["header", "main", "footer"])
			one(part).replaceWith(one(part, page));
		one(".rail:has(.filter)")?.scrollTo(0, scroll);

		// a list that moved is told by its heading, else by the status
		const heading = one(".state :is(h2, h3), .body h2");
		const same = again(focus);
		same?.focus({ preventScroll: true });
		const told = !same || same !== document.activeElement;
		status.textContent = told ? "" : heading.textContent;
		if (told) {
			heading.tabIndex = -1;
			heading.focus({ preventScroll: true });
		}
		if (one(".body").getBoundingClientRect().top < 0)
			one(".body").scrollIntoView();
	};

	let here = location.pathname + location.search;
	let last;
	const load = async (url, focus) => {
		last?.abort();
		last = new AbortController();
		one("main").ariaBusy = "true";
		try {
			const answer = await fetch(url, { signal: last.signal });
			const page = new DOMParser()
				.parseFromString(await answer.text(), "text/html");
			if (!answer.ok)
				throw new Error(answer.status);
			if (focus !== undefined)
				history.pushState(null, "", answer.url);
			here = location.pathname + location.search;
			show(page, focus);
		} catch (error) {
			if (error.name !== "AbortError")
				location.assign(url);
		}
	};

	document.addEventListener("click", (event) => {
		const a = event.target.closest(":is(.filter, .state, .choices, .pager, .ways) a");
		if (!a || a.origin + a.pathname !== location.origin + location.pathname ||
			event.button || event.ctrlKey || event.metaKey || event.shiftKey ||
			event.altKey)
			return;
		event.preventDefault();
		load(a.href, a.closest(".filter, .choices") ? a : null);
	});
	document.addEventListener("submit", (event) => {
		const url = new URL(event.target.action);
		if (url.pathname !== location.pathname)
			return;
		event.preventDefault();
		url.search = new URLSearchParams(new FormData(event.target));
		load(url, event.target.q);
	});
	addEventListener("popstate", () => {
		if (here !== location.pathname + location.search)
			load(location.href);
	});

	document.addEventListener("keydown", (event) => {
		const field = one("[type=search]");
		if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey ||
			!field || event.target.closest("input"))
			return;
		event.preventDefault();
		field.focus();
	});
})();

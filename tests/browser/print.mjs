// On paper: A4, the CV on two sheets, and nothing that can only be clicked.

import { check, done, go, pages, tab } from "./browser.mjs";

const wanted = { cv: 2, home: 2, publication: 1, "ada-cv": null };

await tab("print", {}, async (view) => {
	for (const [name, sheets] of Object.entries(wanted)) {
		const page = pages.find((page) => page.name === name);
		const where = `${name} ${page.path}`;
		await view.emulateMedia({ media: "screen" });
		await go(view, page);
		await view.emulateMedia({ media: "print" });
		const pdf = await view.pdf({ preferCSSPageSize: true });
		const text = pdf.toString("latin1");
		const found = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
		check(where, `${found} sheets, wanted ${sheets ?? "some"}`,
			sheets === null ? found > 0 : found === sheets);
		const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
		check(where, `not A4: ${boxes.join("; ") || "no size"}`,
			boxes.length > 0 && boxes.every(([, width, height]) =>
				Math.abs(width - 595.3) < 1 && Math.abs(height - 841.9) < 1));
		for (const name of [".top", ".filter", ".pager", ".more"])
			check(where, `${name} is printed`,
				await view.locator(`${name}:visible`).count() === 0);
	}
});
await done("print");

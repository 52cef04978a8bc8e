// Axe finds nothing, on any page, with everything unfolded.

import { AxeBuilder } from "@axe-core/playwright";
import { count, desktop, done, each, fail, go, pages, phone, unfold }
	from "./browser.mjs";

const rules = {
	runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa",
		"best-practice"],
	rules: { "target-size": { enabled: true } },
	resultTypes: ["violations"],
};
// each scheme and each size once; contrast.mjs has the colours in all pairs
const looks = [["light", desktop], ["dark", phone]];

await each(pages, async (view, page) => {
	await view.setViewportSize(desktop);
	await go(view, page);
	await unfold(view);
	for (const [colorScheme, size] of looks) {
		await view.emulateMedia({ colorScheme });
		await view.setViewportSize(size);
		// legacy: in this tab alone, which is quicker; there are no frames
		const { passes, violations } = await new AxeBuilder({ page: view })
			.setLegacyMode().options(rules).analyze();
		passes.forEach(count);
		for (const { id, help, nodes } of violations)
			for (const { target, failureSummary } of nodes.slice(0, 5))
				fail(`${page.name} ${page.path} (${colorScheme}, ${size.width} px)`,
					`${id}: ${help}: ${target.join(" ")}: ${
						failureSummary.split("\n").slice(1).join(";")}`);
	}
});
await done("axe");

// The markup of every page, read by html-validate and the Nu checker.

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { HtmlValidate } from "html-validate";
import { check, count, done, fail, pages } from "./browser.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const dir = `${here}markup`;
const html = new HtmlValidate({
	root: true,
	extends: ["html-validate:recommended"],
	rules: {
		// lists have names, too (ARIA 1.2, 5.2.8.5)
		"aria-label-misuse": ["error", { allowAnyNamable: true }],
		// as long as the title of a paper is
		"long-title": "off",
		// keys of papers may have dots; HTML wants an id without spaces, no more
		"valid-id": ["error", { relaxed: true }],
	},
});

rmSync(dir, { recursive: true, force: true });
mkdirSync(dir);
for (const { name, url, path, status, method } of pages) {
	const where = `${name} ${path}`;
	const answer = await fetch(url, { method });
	check(where, `status ${answer.status}`, answer.status === status);
	const text = await answer.text();
	writeFileSync(`${dir}/${name}.html`, text);
	const { results } = await html.validateString(text, url);
	for (const { line, column, ruleId, message } of results.flatMap(
		({ messages }) => messages))
		fail(where, `${line}:${column}: ${ruleId}: ${message}`);
	count();
}
try {
	// words of invented people are Hungarian to it
	execFileSync("java", ["-jar", `${here}node_modules/vnu-jar/build/dist/vnu.jar`,
		"--Werror", "--filterpattern", ".*appears to be written in.*",
		"--skip-non-html", dir], { stdio: "inherit" });
} catch (error) {
	fail("the Nu checker", error.message);
}
await done("validate");

/** The manual: every page in both languages, linked from the README, with tables that say what the program knows. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { languages } from "../src/language/index.ts";
import { text } from "../src/views/formats/text.ts";
import { topicPage } from "../src/views/manual.ts";
import { root } from "./cli/tanlu.ts";
import { generated, page, pageFile, readme, readmes, type Tongue, topics } from "./support/documentation.ts";

const update = (process.env["UPDATE_GOLDENS"] ?? "") !== "";
const tongues = Object.keys(readmes) as Tongue[];
const columnsCsv = readFileSync(join(root, "seeds", "columns.csv"), "utf8");
const pages = tongues.flatMap((tongue) => topics(tongue).map((topic) => [tongue, topic] as const));

describe.each(tongues)("the README in %s", (tongue) => {
	const lines = readme(tongue).split("\n");

	it("fits on a few screens", () => {
		expect(lines.length).toBeLessThanOrEqual(151);
	});

	it("says on its first screen what it is and the two commands that do all", () => {
		const first = lines.slice(0, 24).join("\n");
		for (const command of ["npm ci && npm start", "npm ci && npm test"]) expect(first).toContain(command);
	});

	it("leads to every page of the manual, and to nothing that is not there", () => {
		const links = [...readme(tongue).matchAll(/\]\(([^)#]+)\)/g)].map(([, to]) => to as string);
		const named = new Set(links.map((to) => join(root, dirname(readmes[tongue]), to)));
		expect([...named].filter((file) => !existsSync(file))).toEqual([]);
		expect(topics(tongue).filter((topic) => !named.has(pageFile(tongue, topic)))).toEqual([]);
	});
});

describe.each(pages)("the page in %s on %s", (tongue, topic) => {
	const written = page(tongue, topic);

	it("holds tables as the program makes them", () => {
		const made = written.replace(
			/<!-- generated: ([\w ]+) -->\n[\s\S]*?<!-- end -->/g,
			(_, what: string) => `<!-- generated: ${what} -->\n${generated(what, tongue, { columnsCsv })}\n<!-- end -->`,
		);
		if (update) writeFileSync(pageFile(tongue, topic), made);
		else expect(written).toBe(made);
	});

	it("is words on a terminal, no marks", () => {
		const language = languages.find(({ id }) => id === tongue);
		const shown = text(topicPage({ summary: "", text: written }, language?.report.leftOut ?? String), {
			columns: 100,
			paint: (_, words) => words,
		});
		expect(shown.split("\n").length).toBeGreaterThan(2);
		// A pattern such as data/**/*.csv is no mark.
		expect(shown.replaceAll("**/", "")).not.toMatch(/\*\*\p{L}|<!--|```|\]\(/u);
	});

	it("leads to nothing that is not there", () => {
		const links = [...written.matchAll(/\]\(([^)#\s]+)\)/g)].map(([, to]) => to as string).filter((to) => !/^https?:/.test(to));
		expect(links.filter((to) => !existsSync(join(dirname(pageFile(tongue, topic)), to)))).toEqual([]);
	});
});

it("has the same pages in every language", () => {
	const [first, ...more] = tongues.map(topics);
	for (const other of more) expect(other).toEqual(first);
});

/**
 * Whole outputs, byte for byte: a change of any of them is seen and meant. UPDATE_GOLDENS=1 writes them anew; what the figures
 * in them rest on is said in fixtures/README.md.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { codes } from "../src/findings/gravity.ts";
import { root, tanlu } from "./cli/tanlu.ts";

const fixtures = join(root, "fixtures");
const update = process.env["UPDATE_GOLDENS"] !== undefined && process.env["UPDATE_GOLDENS"] !== "";

/** Which files each case is compared with; the names of the folders in fixtures/cases. */
const cases: Readonly<Record<string, readonly ("text" | "csv" | "json")[]>> = {
	"demo-2023": ["text", "csv"],
	"two-firms": ["text", "csv", "json"],
};
const ending = { text: "txt", csv: "csv", json: "json" } as const;

function compared(path: string, found: string): void {
	if (update) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, found);
	}
	expect(found).toBe(readFileSync(path, "utf8"));
}

/** Without what changes with each version of the tool and of its seeds. */
const lasting = (json: string): string =>
	json.replace(/^( {4}"(version|seeds|rules)": )"[^"]+"/gm, (_, key: string, name: string) => `${key}"<${name}>"`);

describe("the cases", () => {
	it("are those of the folder", () => {
		expect(readdirSync(join(fixtures, "cases")).sort()).toEqual(Object.keys(cases).sort());
	});

	describe.each(Object.entries(cases))("%s", (name, formats) => {
		const cwd = join(fixtures, "cases", name);
		const expected = join(cwd, "expected");
		const argv = readFileSync(join(cwd, "argv.txt"), "utf8").trimEnd().split("\n");

		it.each(formats)("as %s", async (format) => {
			const { stdout } = await tanlu([...argv, "--format", format], { cwd });
			compared(join(expected, `report.${ending[format]}`), format === "json" ? lasting(stdout) : stdout);
		});

		it("tells the same findings and ends the same way whatever the format", async () => {
			for (const format of formats) {
				const { code, stderr } = await tanlu([...argv, "--format", format], { cwd });
				compared(join(expected, "stderr.txt"), stderr);
				compared(join(expected, "exit-code.txt"), `${code}\n`);
			}
		});

		it("has no file that nothing is compared with", () => {
			const wanted = ["exit-code.txt", "stderr.txt", ...formats.map((format) => `report.${ending[format]}`)];
			expect(readdirSync(expected).sort()).toEqual(wanted.sort());
		});
	});
});

describe("the placeholders", () => {
	it("stand for version, seeds and rules, and for nothing else", () => {
		const text = readFileSync(join(fixtures, "cases", "two-firms", "expected", "report.json"), "utf8");
		const { tool } = JSON.parse(text) as { tool: Record<string, string> };
		expect(tool).toEqual({ name: "tanlu", version: "<version>", seeds: "<seeds>", rules: "<rules>" });
		expect(text.match(/<(version|seeds|rules)>/g)).toHaveLength(3);
	});
});

describe("the codes of findings", () => {
	it("are those released: a code may be added, and is never renamed or taken away", () => {
		const list = `${[...codes].sort().join("\n")}\n`;
		compared(join(fixtures, "codes.txt"), list);
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
	});
});

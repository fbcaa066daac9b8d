/**
 * The answers of screening rules in the gallery: beside the input that a rule suspects stand one that passes, and one for each
 * reason not to check it. UPDATE_GOLDENS=1 writes the answers anew; the folder's name says what they must be in any case. The
 * form is told in fixtures/README.md.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Code } from "../src/findings/finding.ts";
import { whyNots } from "../src/screening/rule.ts";
import { firmRules, runRules } from "../src/screening/rules/index.ts";
import type { Check, CheckRule } from "../src/views/check.ts";
import { readGallery } from "../src/workshop/gallery.ts";
import { root } from "./cli/tanlu.ts";
import { heardIn } from "./support/in-folder.ts";

const update = process.env["UPDATE_GOLDENS"] !== undefined && process.env["UPDATE_GOLDENS"] !== "";
const gallery = join(root, "fixtures", "findings");
const ruleCodes = [...new Set([...firmRules, ...runRules].map(({ code }) => code))];
const named = ruleCodes.map((code) => [code] as const);

/** Folders of answers, of which each rule has both. */
const kinds = ["pass", "not-checked"] as const;

const linesOf = (path: string): string[] => readFileSync(path, "utf8").trimEnd().split("\n");
const foldersIn = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
/** A line in the place of inputs: why the rule never answers so. */
const neverOf = (code: Code, kind: (typeof kinds)[number]): string | undefined => {
	const path = join(gallery, code, kind, "never.txt");
	return existsSync(path) ? readFileSync(path, "utf8") : undefined;
};
/** The reasons that a rule has a case for. */
const reasonsOf = (code: Code): string[] =>
	neverOf(code, "not-checked") === undefined ? foldersIn(join(gallery, code, "not-checked")).sort() : [];

/** What the rules of a code answer to the case in a folder. */
async function answersIn(folder: string, code: Code): Promise<CheckRule[]> {
	const argv = linesOf(join(folder, "argv.txt"));
	const { stdout, stderr } = await heardIn(folder, ["check", ...argv.slice(1), "--format", "json", "--lang", "en"]);
	if (stdout === "") throw new Error(stderr);
	return (JSON.parse(stdout) as Check).rules.filter((one) => one.code === code);
}

/** The same, held against what the folder says it is, byte for byte. */
async function expectedIn(folder: string, code: Code): Promise<CheckRule[]> {
	expect(linesOf(join(folder, "argv.txt"))[0]).toBe("check");
	const answers = await answersIn(folder, code);
	const path = join(folder, "answers.json");
	const written = `[\n${answers.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n]\n`;
	if (update) writeFileSync(path, written);
	expect(written).toBe(readFileSync(path, "utf8"));
	expect(answers.map(({ failed }) => failed)).toEqual(answers.map(() => 0));
	return answers;
}

describe.each(named)("the rule of %s", (code) => {
	it("fails in its folder", async () => {
		const answers = await answersIn(join(gallery, code), code);
		expect(answers.length).toBeGreaterThan(0);
		expect(answers.some(({ failed }) => failed > 0)).toBe(true);
	});

	it.skipIf(neverOf(code, "pass") !== undefined)("passes where all is well", async () => {
		const answers = await expectedIn(join(gallery, code, "pass"), code);
		expect(answers.some(({ asked, passed }) => asked > 0 && passed === asked)).toBe(true);
	});

	it.each(reasonsOf(code).map((why) => [why] as const))("is not checked: %s", async (why) => {
		expect(whyNots).toContain(why);
		const answers = await expectedIn(join(gallery, code, "not-checked", why), code);
		const reasons = answers.flatMap(({ notChecked }) => notChecked.map((one) => one.why));
		expect(reasons).toContain(why);
		// Rules that share a code may each have a reason of their own.
		if (answers.length === 1) expect(reasons).toEqual([why]);
	});

	it("has an input for each answer, or says why there is none", () => {
		for (const kind of kinds) {
			const never = neverOf(code, kind);
			if (never === undefined) continue;
			expect(never).toMatch(/^.{20,}\.\n$/);
			expect(readdirSync(join(gallery, code, kind))).toEqual(["never.txt"]);
		}
		if (neverOf(code, "not-checked") === undefined) expect(reasonsOf(code).length).toBeGreaterThan(0);
	});
});

describe("answers in the gallery", () => {
	it("stand beside the codes of rules alone", () => {
		const answered = readGallery(gallery).filter(({ folder }) => foldersIn(folder).some((name) => name !== "expected"));
		const others = answered.filter(({ code }) => !ruleCodes.some((one) => one === code));
		expect(others.map(({ code }) => code)).toEqual([]);
	});

	it("hold each file that the command names, and no other", () => {
		const cases = ruleCodes.flatMap((code) => [
			...(neverOf(code, "pass") === undefined ? [join(gallery, code, "pass")] : []),
			...reasonsOf(code).map((why) => join(gallery, code, "not-checked", why)),
		]);
		for (const folder of cases) {
			const argv = linesOf(join(folder, "argv.txt"));
			const inputs = readdirSync(folder).filter((name) => !["argv.txt", "answers.json"].includes(name));
			expect(inputs.filter((name) => !argv.includes(name))).toEqual([]);
			const lines = inputs.flatMap((name) => linesOf(join(folder, name)));
			expect(lines.length).toBeLessThan(100);
		}
	});

	it("that are said never to be given are given nowhere else in the gallery", async () => {
		for (const { folder, argv, files } of readGallery(gallery)) {
			if (argv[0] !== "check" || files.some(({ lastRowTimes }) => lastRowTimes > 1)) continue;
			for (const code of ruleCodes) {
				const [pass, unchecked] = kinds.map((kind) => neverOf(code, kind) !== undefined);
				if (!pass && !unchecked) continue;
				for (const one of await answersIn(folder, code)) {
					if (pass) expect([code, one.passed]).toEqual([code, 0]);
					if (unchecked) expect([code, one.notChecked]).toEqual([code, []]);
				}
			}
		}
	});
});

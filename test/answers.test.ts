/**
 * The answers of screening rules in the gallery: beside the input that a rule suspects stand one that passes, and one for each
 * reason not to check it. UPDATE_GOLDENS=1 writes the answers anew; the folder's name says what they must be in any case. The
 * form is told in fixtures/README.md.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readGallery } from "../src/build/gallery.ts";
import type { Check, CheckRule } from "../src/contract/check.ts";
import { type FirmRule, type RunRule, whyNots } from "../src/screening/rule.ts";
import { firmRules, runRules } from "../src/screening/rules/index.ts";
import { root } from "./cli/tanlu.ts";
import { heardIn } from "./support/in-folder.ts";

type Rule = Pick<FirmRule | RunRule, "id" | "code">;

const update = process.env["UPDATE_GOLDENS"] !== undefined && process.env["UPDATE_GOLDENS"] !== "";
const gallery = join(root, "fixtures", "findings");
const rules: readonly Rule[] = [...firmRules, ...runRules];
const named = rules.map((rule) => [`${rule.id} ${rule.code}`, rule] as const);

/** A rule's folder: that of its code, or where rules share a code one of its own in it. */
function baseOf({ id, code }: Rule): string {
	const alone = rules.filter((other) => other.code === code).length === 1;
	return alone ? join(gallery, code) : join(gallery, code, id);
}

/** What a rule can answer, and the folder for it. */
const kinds = { fail: "", pass: "pass", "not-checked": "not-checked" } as const;
type Kind = keyof typeof kinds;

const linesOf = (path: string): string[] => readFileSync(path, "utf8").trimEnd().split("\n");
const foldersIn = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
/** A line in the place of inputs: why the rule never answers so. */
function neverOf(rule: Rule, kind: Kind): string | undefined {
	const path = join(baseOf(rule), kinds[kind], "never.txt");
	return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
/** The reasons that a rule has a case for. */
function reasonsOf(rule: Rule): string[] {
	return neverOf(rule, "not-checked") === undefined ? foldersIn(join(baseOf(rule), "not-checked")).sort() : [];
}
/** Every folder with inputs for a rule. */
function casesOf(rule: Rule): string[] {
	const base = baseOf(rule);
	return [
		...(neverOf(rule, "fail") === undefined ? [base] : []),
		...(neverOf(rule, "pass") === undefined ? [join(base, "pass")] : []),
		...reasonsOf(rule).map((why) => join(base, "not-checked", why)),
	];
}

/** What a rule answers to the case in a folder. */
async function answerIn(folder: string, { id, code }: Rule): Promise<CheckRule> {
	const argv = linesOf(join(folder, "argv.txt"));
	expect(argv[0]).toBe("check");
	const { stdout, stderr } = await heardIn(folder, [...argv, "--format", "json", "--lang", "en"]);
	if (stdout === "") throw new Error(stderr);
	const [answer, ...more] = (JSON.parse(stdout) as Check).rules.filter((one) => one.rule === id && one.code === code);
	if (answer === undefined || more.length > 0) throw new Error(`not one answer of ${id}`);
	return answer;
}

/** The same, held against what the folder has. */
async function expectedIn(folder: string, rule: Rule): Promise<CheckRule> {
	const answer = await answerIn(folder, rule);
	const path = join(folder, "answer.json");
	const written = `${JSON.stringify(answer)}\n`;
	if (update) writeFileSync(path, written);
	expect(written).toBe(readFileSync(path, "utf8"));
	return answer;
}

describe.each(named)("the rule %s", (_, rule) => {
	const base = baseOf(rule);

	// A rule that never fails, or never passes, says why in a `never.txt`: there is nothing to ask then.
	if (neverOf(rule, "fail") === undefined)
		it("fails in its folder", async () => {
			expect((await answerIn(base, rule)).failed).toBeGreaterThan(0);
		});

	if (neverOf(rule, "pass") === undefined)
		it("passes where all is well", async () => {
			const { asked, passed } = await expectedIn(join(base, "pass"), rule);
			expect([asked > 0, passed]).toEqual([true, asked]);
		});

	it.each(reasonsOf(rule).map((why) => [why] as const))("is not checked: %s", async (why) => {
		expect(whyNots).toContain(why);
		const { failed, notChecked } = await expectedIn(join(base, "not-checked", why), rule);
		expect([failed, notChecked.map((one) => one.why)]).toEqual([0, [why]]);
	});

	it("has an input for each answer, or says why there is none", () => {
		for (const kind of Object.keys(kinds) as Kind[]) {
			const never = neverOf(rule, kind);
			if (never === undefined) continue;
			expect(never).toMatch(/^.{20,}\.\n$/);
			const inputs = readdirSync(join(base, kinds[kind]), { withFileTypes: true }).filter((one) => one.isFile());
			expect(inputs.map(({ name }) => name)).toEqual(["never.txt"]);
		}
		if (neverOf(rule, "not-checked") === undefined) expect(reasonsOf(rule).length).toBeGreaterThan(0);
	});
});

describe("answers in the gallery", () => {
	it("stand beside the codes of rules alone", () => {
		// Other folders are inputs: some findings are told of files in folders.
		const ofAnswers = /^(?:pass|not-checked|[A-Z]-[0-9]+)$/;
		const answered = readGallery(gallery).filter(({ folder }) => foldersIn(folder).some((name) => ofAnswers.test(name)));
		const others = answered.filter(({ code }) => !rules.some((one) => one.code === code));
		expect(others.map(({ code }) => code)).toEqual([]);
	});

	it("are of rules that there are, in folders with a name of theirs", () => {
		const known: readonly string[] = ["expected", "pass", "not-checked"];
		for (const code of new Set(rules.map((rule) => rule.code))) {
			const ids = rules.filter((rule) => rule.code === code).map(({ id }) => id);
			const others = foldersIn(join(gallery, code)).filter((name) => !known.includes(name));
			expect([code, others.sort()]).toEqual([code, ids.length === 1 ? [] : [...ids].sort()]);
		}
	});

	it("hold each file that the command names, no other, and few lines", () => {
		for (const folder of new Set(rules.flatMap(casesOf))) {
			const argv = linesOf(join(folder, "argv.txt"));
			const inputs = readdirSync(folder, { withFileTypes: true })
				.filter((one) => one.isFile() && !["finding.yaml", "argv.txt", "also.txt", "answer.json"].includes(one.name))
				.map(({ name }) => name);
			expect(inputs.filter((name) => !argv.includes(name))).toEqual([]);
			expect(inputs.flatMap((name) => linesOf(join(folder, name))).length).toBeLessThan(100);
		}
	});

	it("that are said never to be given are given nowhere else in the gallery", async () => {
		const never = rules.filter((rule) => (Object.keys(kinds) as Kind[]).some((kind) => neverOf(rule, kind) !== undefined));
		for (const folder of new Set(rules.flatMap(casesOf))) {
			for (const rule of never) {
				const { failed, passed, notChecked } = await answerIn(folder, rule);
				if (neverOf(rule, "fail") !== undefined) expect([rule.id, failed]).toEqual([rule.id, 0]);
				if (neverOf(rule, "pass") !== undefined) expect([rule.id, passed]).toEqual([rule.id, 0]);
				if (neverOf(rule, "not-checked") !== undefined) expect([rule.id, notChecked]).toEqual([rule.id, []]);
			}
		}
	});
});

/** A rules file: limits and gravities in place of the tool's, rules that are not asked; what it says is told and hashed. */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/contract/check.ts";
import type { Report } from "../../src/index.ts";
import { rulesFileName } from "../../src/run/rules-file.ts";
import { tanlu } from "../support/in-process.ts";
import { folder, onlyLine, small } from "./tanlu.ts";

/** A measured oxidation rate of 0.79: below the limit of 0.8, a warning. */
const measured = {
	...small,
	"energy.csv": `${small["energy.csv"].replace("emission_factor\n", "emission_factor,oxidation_rate\n").replace(/,2.5\n/g, ",2.5,\n")}A,2021,bituminous-coal,2,t,,0.79\n`,
} as const;
const tables = ["energy.csv", "output.csv"] as const;
const rule = (section: string, name: string, value?: string): string =>
	JSON.stringify({ [section]: { [name]: { ...(value === undefined ? {} : { value }), reason: "as agreed" } } });

/** A rules file beside the inputs has no say of itself. */
const ofRules = (files: Readonly<Record<string, unknown>>, args: readonly string[] = []): string[] =>
	rulesFileName in files && !args.includes("--rules") ? ["--rules", rulesFileName] : [];

/** Two tonnes of coal that the base year had not are told besides, as a note. */
const notBesides = ({ code }: { readonly code: string }): boolean => code !== "carrier-appeared";

async function check(
	files: Readonly<Record<string, string | Uint8Array>>,
	...args: string[]
): Promise<{ readonly code: number | null; readonly made: Check; readonly told: string[] }> {
	const { code, stdout } = await tanlu(["check", ...tables, ...args, ...ofRules(files, args), "--format", "json"], {
		cwd: folder(files),
	});
	const made = JSON.parse(stdout) as Check;
	return {
		code,
		made,
		told: made.findings.list.filter(notBesides).map(({ gravity, code: of }) => `${gravity} ${of}`),
	};
}

async function report(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Report> {
	const { stdout } = await tanlu(["report", ...tables, ...args, ...ofRules(files, args), "--format", "json"], {
		cwd: folder(files),
	});
	return JSON.parse(stdout) as Report;
}

describe("a rule that is switched off", () => {
	it.each(["low-oxidation", "F-04"])("by %s is not asked, and that is told", async (name) => {
		expect((await check(measured)).told).toEqual(["warning low-oxidation"]);
		const { code, made, told } = await check({ ...measured, "own.json": rule("off", name) }, "--rules", "own.json");
		expect([code, told]).toEqual([0, []]);
		const answers = made.rules.find((one) => one.code === "low-oxidation");
		expect(answers).toMatchObject({ passed: 0, failed: 0, notChecked: [{ why: "switched-off", firms: 1 }] });
	});

	it("withholds nothing in report, and the report says that it was off", async () => {
		const { basis } = await report({ ...measured, [rulesFileName]: rule("off", "low-oxidation") });
		expect(basis.assertions).toEqual([`rules=${rulesFileName}`, "low-oxidation=off (as agreed)"]);
	});
});

describe("a limit", () => {
	// Five months of 10 t and one of 550 t: 55 times the usual, above 50 and below 60.
	const slipped = {
		"energy.csv": `firm,period,carrier,quantity,unit\n${[10, 10, 10, 10, 10, 550].map((tonnes, n) => `A,2021-0${n + 1},coke,${tonnes},t\n`).join("")}`,
		"output.csv": small["output.csv"],
	} as const;
	const sixty = { ...slipped, [rulesFileName]: rule("limits", "slip-ratio", "60") };

	it("that is changed is the one that is asked", async () => {
		expect((await check(slipped)).told).toContain("error unit-slip");
		expect((await check(sixty)).told).not.toContain("error unit-slip");
		expect((await check({ ...slipped, [rulesFileName]: rule("limits", "slip-ratio", "54.9") })).told).toContain(
			"error unit-slip",
		);
	});

	it("stands in the report with its reason, and in the hash of the rules", async () => {
		const own = await report(slipped);
		const changed = await report(sixty);
		expect(own.basis.assertions).toEqual([]);
		expect(changed.basis.assertions).toEqual([`rules=${rulesFileName}`, "slip-ratio=60 (as agreed)"]);
		// The hash of the tool's own limits, then what the file says, line by line.
		const seeds = own.tool.rules.replace(/^sha256:/, "");
		const hashed = createHash("sha256").update(`${seeds}\nslip-ratio=60 (as agreed)`).digest("hex");
		expect(changed.tool.rules).toBe(`sha256:${hashed}`);
		expect((await check(sixty)).made.tool.rules).toBe(changed.tool.rules);
	});

	it("is told in the text that people read", async () => {
		const { stdout } = await tanlu(["report", ...tables, "--rules", rulesFileName], { cwd: folder(sixty) });
		expect(stdout.replace(/\s+/g, " ")).toContain(`rules of ${rulesFileName}: slip-ratio 60 instead of 50 (as agreed)`);
		const chinese = await tanlu(["report", ...tables, "--rules", rulesFileName, "--lang", "zh"], { cwd: folder(sixty) });
		expect(chinese.stdout.replace(/\s+/g, "")).toContain(`规则文件${rulesFileName}：slip-ratio由50改为60（asagreed）`);
	});

	it("hashes the same in whatever order and spacing the file has it, and otherwise for another reason", async () => {
		const pair = (first: string, second: string): string =>
			`{\n "limits": { "${first}": { "reason": "r", "value": "1" },\n"${second}": { "value": "1", "reason": "r" } } }`;
		const hash = async (text: string): Promise<string> => (await check({ ...small, [rulesFileName]: text })).made.tool.rules;
		const one = await hash(pair("dust-run", "stale-months"));
		expect(await hash(pair("stale-months", "dust-run"))).toBe(one);
		expect(await hash(pair("dust-run", "stale-months").replace('"r"', '"s"'))).not.toBe(one);
	});

	it("that says nothing leaves the hash of the tool", async () => {
		expect((await check({ ...small, [rulesFileName]: "{}" })).made.tool.rules).toBe((await check(small)).made.tool.rules);
	});
});

describe("a gravity", () => {
	const graver = (value: string) => ({ ...measured, [rulesFileName]: rule("gravities", "low-oxidation", value) });

	it("that is changed is the one that is told, and the exit code follows", async () => {
		expect(await check(measured)).toMatchObject({ code: 0, told: ["warning low-oxidation"] });
		expect(await check(measured, "--max-warnings", "0")).toMatchObject({ code: 3 });
		expect(await check(graver("error"))).toMatchObject({ code: 1, told: ["error low-oxidation"] });
		expect(await check(graver("note"), "--max-warnings", "0")).toMatchObject({ code: 0, told: ["note low-oxidation"] });
	});

	it("is that of report too: on standard error, and in its exit code", async () => {
		const screened = (value: string) => tanlu(["report", ...tables, "--rules", rulesFileName], { cwd: folder(graver(value)) });
		const error = await screened("error");
		expect(error.code).toBe(1);
		expect(error.stderr).toMatch(/^error {2}low-oxidation$/m);
		const note = await screened("note");
		expect(note.code).toBe(0);
		expect(note.stderr).toMatch(/^note {2}low-oxidation$/m);
	});
});

describe("where rules come from", () => {
	const off = rule("off", "low-oxidation");
	const placed = (files: Readonly<Record<string, string>>): string => {
		const cwd = folder();
		for (const [name, text] of Object.entries(files)) {
			mkdirSync(join(cwd, dirname(name)), { recursive: true });
			writeFileSync(join(cwd, name), text);
		}
		return cwd;
	};
	const inData = { "data/energy.csv": measured["energy.csv"], "data/output.csv": measured["output.csv"] };
	const isTold = async (cwd: string, ...args: readonly string[]): Promise<boolean> => {
		const { code, stdout } = await tanlu(["check", ...args], { cwd });
		expect(code).toBeLessThan(2);
		return stdout.includes("low-oxidation");
	};

	it("the file of the working folder, where no input lies in it", async () => {
		const cwd = placed({ ...inData, [rulesFileName]: off });
		expect(await isTold(cwd, "data/energy.csv", "data/output.csv")).toBe(false);
		expect(await isTold(cwd, "data")).toBe(false);
	});

	it("not the one beside the inputs: it may have come with them", async () => {
		expect((await check({ ...measured })).told).toEqual(["warning low-oxidation"]);
		const beside = placed({ ...inData, [`data/${rulesFileName}`]: off });
		expect(await isTold(beside, "data/energy.csv", "data/output.csv")).toBe(true);
		const here = placed({ ...measured, [rulesFileName]: off });
		for (const files of [
			["energy.csv", "./output.csv"],
			[join(here, "energy.csv"), "output.csv"],
		])
			expect(await isTold(here, ...files)).toBe(true);
	});

	it("one that is met in a folder is refused by name, and so is one among the inputs", async () => {
		const cwd = placed({ ...inData, [`data/${rulesFileName}`]: off });
		for (const files of [["data"], ["data/energy.csv", "data/output.csv", `data/${rulesFileName}`]]) {
			const { code, stdout } = await tanlu(["check", ...files, "--format", "json"], { cwd });
			const { list } = (JSON.parse(stdout) as Check).findings;
			expect(code).toBe(1);
			const told = list.filter(notBesides).map(({ code: of, file }) => `${of} ${file}`);
			expect(told.sort()).toEqual(["low-oxidation data/energy.csv", `reference-not-named data/${rulesFileName}`]);
		}
	});

	it("--rules before the one of the working folder", async () => {
		const cwd = placed({ ...inData, [rulesFileName]: off, "own.json": rule("gravities", "low-oxidation", "error") });
		expect((await tanlu(["check", "data", "--rules", "own.json"], { cwd })).code).toBe(1);
	});
});

describe("a rules file that cannot be used", () => {
	const entry = (section: string, name: string, change: unknown): string => JSON.stringify({ [section]: { [name]: change } });
	const decimal = 'a plain decimal of zero or more in quotes, such as "60"';

	it.each<readonly [string, string | Uint8Array, string]>([
		["no JSON", "limits: slip-ratio", "it should be JSON in UTF-8"],
		["GBK", Buffer.from('{ "off": { "F-04": { "reason": "\u00d2\u00d1" } } }', "latin1"), "it should be JSON in UTF-8"],
		["another kind of value", "[]", "it should be an object"],
		["a section that is none", '{ "limit": {} }', "limit should be limits"],
		["a section of another kind", '{ "limits": [] }', "limits should be an object"],
		["a limit that is none", rule("limits", "slip-rato", "60"), "limits.slip-rato should be slip-ratio"],
		["a bare value", entry("limits", "slip-ratio", "60"), 'limits.slip-ratio should be { "value": "…", "reason": "…" }'],
		[
			"a binary number",
			entry("limits", "slip-ratio", { value: 60, reason: "x" }),
			"limits.slip-ratio.value should be a text in quotes",
		],
		["a limit in words", rule("limits", "slip-ratio", "sixty"), `limits.slip-ratio.value should be ${decimal}`],
		["a limit below zero", rule("limits", "slip-ratio", "-60"), `limits.slip-ratio.value should be ${decimal}`],
		["an exponent", rule("limits", "slip-ratio", "6e1"), `limits.slip-ratio.value should be ${decimal}`],
		["no reason", entry("limits", "slip-ratio", { value: "60" }), "limits.slip-ratio.reason should be a reason in words"],
		["a blank reason", entry("off", "F-04", { reason: " " }), "off.F-04.reason should be a reason in words"],
		["a word too many", entry("off", "F-04", { reason: "x", why: "y" }), "off.F-04.why should be value, reason"],
		["a value for off", rule("off", "F-04", "yes"), "off.F-04.value should be left out: there is only a reason"],
		["a rule that is none", rule("off", "low-oxidaton"), "off.low-oxidaton should be low-oxidation"],
		[
			"a gravity that is none",
			rule("gravities", "low-oxidation", "fatal"),
			"gravities.low-oxidation.value should be error, warning, note",
		],
		["a code that is none", rule("gravities", "low-oxidaton", "note"), "gravities.low-oxidaton should be low-oxidation"],
	])("says where and what was wanted, in one line: %s", async (_, text, said) => {
		const cwd = folder({ ...measured, "own.json": text });
		const ended = await tanlu(["check", ...tables, "--rules", "own.json"], { cwd });
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(onlyLine(ended)).toBe(`the rules file own.json cannot be used: ${said}. See README, 'Rules and limits'.`);
	});

	it("changes no gravity of what reading decides: an error there refuses the row", async () => {
		const cwd = folder({ ...measured, "own.json": rule("gravities", "negative-quantity", "note") });
		const ended = await tanlu(["check", ...tables, "--rules", "own.json"], { cwd });
		expect(onlyLine(ended)).toMatch(/gravities\.negative-quantity should be cut-off-value, /);
	});

	it("stops report as well, in the language of the run", async () => {
		const cwd = folder({ ...measured, [rulesFileName]: "[]" });
		const ended = await tanlu(["report", ...tables, "--rules", rulesFileName, "--lang", "zh"], { cwd });
		expect(ended.code).toBe(2);
		expect(onlyLine(ended)).toBe("规则文件tanlu.rules.json不能使用：整个文件应是对象，写在{ }中。写法见中文说明的“规则与限值”。");
	});
});

describe("the levels of rules in SARIF", () => {
	it("are those in force, also where nothing was found", async () => {
		const level = async (files: Readonly<Record<string, string>>): Promise<unknown> => {
			const { stdout } = await tanlu(["check", ...tables, ...ofRules(files), "--format", "sarif"], { cwd: folder(files) });
			const { runs } = JSON.parse(stdout) as {
				readonly runs: readonly {
					readonly tool: {
						readonly driver: { readonly rules: readonly { readonly id: string; readonly defaultConfiguration: unknown }[] };
					};
				}[];
			};
			return runs[0]?.tool.driver.rules.find(({ id }) => id === "low-oxidation")?.defaultConfiguration;
		};
		const graver = { [rulesFileName]: rule("gravities", "low-oxidation", "error") };
		expect(await level(small)).toEqual({ level: "warning" });
		expect(await level({ ...small, ...graver })).toEqual({ level: "error" });
		expect(await level({ ...measured, ...graver })).toEqual({ level: "error" });
	});
});

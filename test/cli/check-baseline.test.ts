/** Findings that are known and accepted: written by one run, recognised by the next, marked and never hidden. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/contract/check.ts";
import { tanlu } from "../support/in-process.ts";
import { checkFormatNames } from "../support/write-check.ts";
import { folder, onlyLine, small } from "./tanlu.ts";

/** An amount below zero is an error; a firm without a base year, a warning. */
const faulty = { ...small, "energy.csv": `${small["energy.csv"]}A,2021,coke,-3,t,2.5\n` } as const;

interface Entry {
	readonly fingerprint: string;
	readonly code: string;
	readonly firm: string | null;
	readonly period: string | null;
	readonly reason: string;
	readonly until: string | null;
}
interface Known {
	readonly schemaVersion: number;
	readonly entries: readonly Entry[];
}

const tables = ["energy.csv", "output.csv"] as const;
const check = (cwd: string, ...args: string[]) => tanlu(["check", ...tables, ...args], { cwd });
async function foundIn(cwd: string, ...args: string[]): Promise<{ readonly code: number | null; readonly check: Check }> {
	const { code, stdout } = await check(cwd, ...args, "--format", "json");
	return { code, check: JSON.parse(stdout) as Check };
}
const read = (cwd: string, name = "known.json"): Known => JSON.parse(readFileSync(join(cwd, name), "utf8")) as Known;
const write = (cwd: string, known: unknown): void => writeFileSync(join(cwd, "known.json"), JSON.stringify(known));

/** A folder whose findings are all in `known.json`. */
async function accepted(files: Readonly<Record<string, string>> = faulty, reason = "asked the firm"): Promise<string> {
	const cwd = folder(files);
	await check(cwd, "--write-baseline", "known.json", "--reason", reason);
	return cwd;
}

describe("--write-baseline", () => {
	it("writes every error and warning with its reason, and the run ends as without it", async () => {
		const cwd = folder(faulty);
		const plain = await check(cwd);
		const written = await check(cwd, "--write-baseline", "known.json", "--reason", "asked the firm");
		expect(written).toEqual(plain);
		expect(written.code).toBe(1);
		const known = read(cwd);
		expect(known.schemaVersion).toBe(1);
		expect(known.entries.map(({ code, reason, until }) => [code, reason, until])).toEqual([
			["negative-quantity", "asked the firm", null],
		]);
		expect(known.entries[0]).toMatchObject({ firm: "A", period: "2021" });
	});

	it("then --baseline: exit 0", async () => {
		const cwd = await accepted();
		const { code, check: made } = await foundIn(cwd, "--baseline", "known.json");
		expect(code).toBe(0);
		expect(made.findings.counts.error).toBe(0);
		expect(made.findings.known).toBe(1);
	});

	it("writes the same bytes again, known or not: nothing of a run gets lost", async () => {
		const cwd = await accepted();
		const once = readFileSync(join(cwd, "known.json"), "utf8");
		await check(cwd, "--baseline", "known.json", "--write-baseline", "known.json", "--reason", "another");
		expect(readFileSync(join(cwd, "known.json"), "utf8")).toBe(once);
	});

	it("leaves notes out: they count for nothing", async () => {
		// Thousands separators are read, with a note.
		const cwd = await accepted({
			...small,
			"energy.csv": small["energy.csv"].replace(",400,", ',"1,400",').replace(",360,", ",1360,"),
		});
		expect((await foundIn(cwd)).check.findings.counts.note).toBe(1);
		expect(read(cwd).entries).toEqual([]);
	});

	it.each([
		[["--write-baseline", "known.json"], "--write-baseline needs --reason."],
		[["--write-baseline", "known.json", "--reason", " "], "--write-baseline needs --reason."],
		[["--reason", "why not"], "--reason needs --write-baseline."],
		[
			["--write-baseline", "./energy.csv", "--reason", "x"],
			"--write-baseline ./energy.csv would overwrite an input. Name another file.",
		],
	])("is refused: %j", async (args, said) => {
		const cwd = folder(faulty);
		const ended = await check(cwd, ...args);
		expect([ended.code, ended.stdout, onlyLine(ended)]).toEqual([2, "", said]);
		expect(readFileSync(join(cwd, "energy.csv"), "utf8")).toBe(faulty["energy.csv"]);
	});

	it("that cannot be written is exit 2", async () => {
		const cwd = folder(faulty);
		expect((await check(cwd, "--write-baseline", "no/known.json", "--reason", "x")).code).toBe(2);
	});
});

describe("a known finding", () => {
	it("stands in every format, marked with its reason", async () => {
		const cwd = await accepted(faulty, "meter was turned back");
		for (const format of checkFormatNames) {
			const { code, stdout } = await check(cwd, "--baseline", "known.json", "--format", format);
			expect([format, code]).toEqual([format, 0]);
			// GitHub shows what is new; of known ones the number.
			expect([format, stdout.includes(format === "github" ? "1 known" : "meter was turned back")]).toEqual([format, true]);
		}
	});

	it("is marked in json, with its day", async () => {
		const cwd = await accepted();
		const { entries } = read(cwd);
		write(cwd, { schemaVersion: 1, entries: entries.map((one) => ({ ...one, until: "2026-12-31" })) });
		const { check: made } = await foundIn(cwd, "--baseline", "known.json");
		const [found] = made.findings.list.filter(({ code }) => code === "negative-quantity");
		expect(found).toMatchObject({ gravity: "error", known: { reason: "asked the firm", until: "2026-12-31" } });
		expect(made.findings.byCode).toContainEqual({ code: "negative-quantity", count: 1 });
	});

	it("changes no figure: the row stays refused", async () => {
		const cwd = await accepted();
		const { check: made } = await foundIn(cwd, "--baseline", "known.json");
		expect(made.inputs[0]?.rows).toEqual({ read: 3, used: 2, refused: 1, skipped: 0 });
	});

	it("does not count for --max-warnings, and a new one beside it does", async () => {
		const withBlanks = (...years: number[]): Record<string, string> => ({
			...small,
			"energy.csv": small["energy.csv"] + years.map((year) => `A,${year},diesel,,t,\n`).join(""),
		});
		const cwd = await accepted(withBlanks(2021));
		expect((await check(cwd, "--max-warnings", "0")).code).toBe(3);
		expect((await check(cwd, "--max-warnings", "0", "--baseline", "known.json")).code).toBe(0);
		writeFileSync(join(cwd, "energy.csv"), withBlanks(2021, 2020)["energy.csv"] as string);
		expect((await check(cwd, "--max-warnings", "0", "--baseline", "known.json")).code).toBe(3);
	});

	it("excuses no row of factors, deflators or targets: without errors, or not at all", async () => {
		const cwd = folder({ ...small, "own.csv": "carrier,unit,emission_factor,source\ndiesel,t,x,laboratory\n" });
		// sha-256 of code, firm, period, column and value, sixteen digits of it; made by the tool where the row is an energy row.
		const twin = await accepted({ ...small, "energy.csv": `${small["energy.csv"]}A,2021,coke,1,t,x\n` });
		const [entry] = read(twin).entries as [Entry];
		expect(entry.code).toBe("bad-number");
		const { createHash } = await import("node:crypto");
		const print = (firm: string, period: string): string =>
			createHash("sha256").update(["bad-number", firm, period, "emission_factor", "x"].join("\u001f")).digest("hex").slice(0, 16);
		expect(entry.fingerprint).toBe(print("A", "2021"));
		write(cwd, { schemaVersion: 1, entries: [{ ...entry, firm: null, period: null, fingerprint: print("", "") }] });
		const { code, stdout, stderr } = await check(cwd, "--factors", "own.csv", "--baseline", "known.json");
		expect([code, stdout]).toEqual([2, ""]);
		expect(stderr).toMatch(/^error {2}bad-number\n {2}own\.csv:2:emission_factor /);
	});
});

describe("what a finding is known by", () => {
	const codes = async (cwd: string, ...args: string[]): Promise<string[]> => {
		const { check: made } = await foundIn(cwd, "--baseline", "known.json", ...args);
		return made.findings.list.map(({ code, known }) => `${code} ${known === null ? "open" : "known"}`).sort();
	};

	it("outlives rows that move, and rows that come and go around it", async () => {
		const cwd = await accepted();
		const [head, ...rows] = faulty["energy.csv"].trimEnd().split("\n");
		writeFileSync(join(cwd, "energy.csv"), [head, "B,2020,coke,1,t,2.5", ...rows.reverse(), ""].join("\n"));
		expect(await codes(cwd)).toContain("negative-quantity known");
	});

	it("outlives another name, folder, encoding and separator of the file, and other places of the columns", async () => {
		const cwd = await accepted();
		const columns = faulty["energy.csv"].replace(/^.*$/gm, (row) => row.split(",").reverse().join(";"));
		writeFileSync(join(cwd, "renamed.csv"), Buffer.from(`\ufeff${columns}`, "utf16le"));
		const { code } = await tanlu(["check", "renamed.csv", "output.csv", "--baseline", "known.json"], { cwd });
		expect(code).toBe(0);
	});

	it.each([
		["the value", "A,2021,coke,-3,", "A,2021,coke,-3.5,"],
		["the period", "A,2021,coke,-3,", "A,2020,coke,-3,"],
		["the firm", "A,2021,coke,-3,", "B,2021,coke,-3,"],
		["the word of the header", ",quantity,", ",消费量,"],
	])("does not outlive a change of %s: the old entry is unused, the finding open", async (_, from, to) => {
		const cwd = await accepted();
		expect(faulty["energy.csv"]).toContain(from);
		writeFileSync(join(cwd, "energy.csv"), faulty["energy.csv"].replace(from, to));
		expect(await codes(cwd)).toEqual(expect.arrayContaining(["baseline-unused open", "negative-quantity open"]));
	});

	it("is the same for findings alike in code, firm, period, column and value: who accepts one accepts both", async () => {
		const cwd = await accepted();
		writeFileSync(join(cwd, "energy.csv"), `${faulty["energy.csv"]}A,2021,diesel,-3,t,\n`);
		expect(await codes(cwd)).toEqual(expect.arrayContaining(["negative-quantity known", "negative-quantity known"]));
		expect((await check(cwd, "--baseline", "known.json")).code).toBe(0);
	});

	it("of rows that contradict each other is that of each: turned round, they are still known", async () => {
		const rows = ["A,2021,coke,361,t,2.5", "A,2021,coke,362,t,2.5"];
		const withRows = (text: string, added: readonly string[]): string => `${text}${added.join("\n")}\n`;
		const one = small["energy.csv"].replace("A,2021,coke,360,t,2.5\n", "");
		const cwd = await accepted({ ...small, "energy.csv": withRows(one, rows) });
		expect(await codes(cwd)).toContain("conflicting-entries known");
		writeFileSync(join(cwd, "energy.csv"), withRows(one, [...rows].reverse()));
		expect((await codes(cwd)).filter((one) => one.startsWith("conflicting"))).toEqual([
			"conflicting-entries known",
			"conflicting-entries known",
		]);
	});
});

describe("an entry", () => {
	const until = async (day: string | null): Promise<string> => {
		const cwd = await accepted();
		write(cwd, { schemaVersion: 1, entries: read(cwd).entries.map((one) => ({ ...one, until: day })) });
		return cwd;
	};
	const told = (made: Check): string[] => made.findings.list.map(({ gravity, code }) => `${gravity} ${code}`);

	it("holds to the end of its last day", async () => {
		const cwd = await until("2026-03-31");
		expect((await foundIn(cwd, "--baseline", "known.json", "--as-of", "2026-03-31")).code).toBe(0);
		const after = await foundIn(cwd, "--baseline", "known.json", "--as-of", "2026-04-01");
		expect(after.code).toBe(1);
		expect(told(after.check)).toEqual(expect.arrayContaining(["error negative-quantity", "warning baseline-expired"]));
		expect(after.check.findings.list.find(({ code }) => code === "negative-quantity")?.known).toBeNull();
		const { message, value } = after.check.findings.list.find(({ code }) => code === "baseline-expired") ?? {};
		expect(message).toBe("the baseline accepted negative-quantity until 2026-03-31 ('asked the firm'); it counts again");
		expect(value).toBe(read(cwd).entries[0]?.fingerprint);
	});

	it("with a last day and no --as-of holds, and that nobody checked it is told", async () => {
		const { code, check: made } = await foundIn(await until("2020-01-01"), "--baseline", "known.json");
		expect(code).toBe(0);
		expect(made.findings.notChecked).toContainEqual({ rule: "baseline-expired", why: "no-as-of" });
		const { check: dateless } = await foundIn(await until(null), "--baseline", "known.json");
		expect(dateless.findings.notChecked).not.toContainEqual({ rule: "baseline-expired", why: "no-as-of" });
	});

	it("that has run out is written anew for the new reason, and nothing is written about the baseline itself", async () => {
		const cwd = await until("2026-03-31");
		const dated = ["--baseline", "known.json", "--as-of", "2026-04-01"];
		await check(cwd, ...dated, "--write-baseline", "known.json", "--reason", "asked again");
		expect(read(cwd).entries.map(({ code, reason, until: day }) => [code, reason, day])).toEqual([
			["negative-quantity", "asked again", null],
		]);
	});

	it("that meets no finding is a note, and fails nothing", async () => {
		const cwd = await accepted();
		writeFileSync(join(cwd, "energy.csv"), small["energy.csv"]);
		const { code, check: made } = await foundIn(cwd, "--baseline", "known.json", "--max-warnings", "0");
		expect(code).toBe(0);
		expect(told(made)).toEqual(["note baseline-unused"]);
		expect(made.findings.list[0]).toMatchObject({ file: "known.json", firm: "A", period: "2021" });
	});
});

describe("a baseline that cannot be used", () => {
	const entry = { fingerprint: "0123456789abcdef", code: "negative-quantity", reason: "asked the firm" };
	const of = (...entries: unknown[]): string => JSON.stringify({ schemaVersion: 1, entries });

	it.each([
		["no JSON", "{", "it should be JSON in UTF-8"],
		[
			"GBK, as a Chinese Windows saves it",
			Buffer.from(of({ ...entry, reason: "\u00d2\u00d1" }), "latin1"),
			"it should be JSON in UTF-8",
		],
		["another kind of value", "[]", "schemaVersion should be 1"],
		["null", "null", "schemaVersion should be 1"],
		["another version", '{ "schemaVersion": 2, "entries": [] }', "schemaVersion should be 1"],
		["no entries", '{ "schemaVersion": 1 }', "entries should be a list"],
		["an entry that is none", of(entry, null), "entries[1].fingerprint should be 16 hexadecimal digits"],
		["a fingerprint cut short", of({ ...entry, fingerprint: "0123" }), "entries[0].fingerprint should be 16 hexadecimal digits"],
		["no code", of({ ...entry, code: 7 }), "entries[0].code should be a code"],
		["no reason", of({ ...entry, reason: " " }), "entries[0].reason should be a reason in words"],
		["a day that is none", of({ ...entry, until: "31.12.2026" }), "entries[0].until should be a day such as 2026-12-31"],
		["a fingerprint twice", of(entry, entry), "entries[1].fingerprint should be a fingerprint that no other entry has"],
	])("says where and what was wanted, in one line: %s", async (_, text, said) => {
		const ended = await check(folder({ ...faulty, "known.json": text }), "--baseline", "known.json");
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(onlyLine(ended)).toBe(`the baseline known.json cannot be used: ${said}. --write-baseline makes one.`);
	});

	it("says it in Chinese", async () => {
		const ended = await check(folder({ ...faulty, "known.json": "{" }), "--baseline", "known.json", "--lang", "zh");
		expect(onlyLine(ended)).toBe("已知问题清单known.json不能使用：整个文件应是UTF-8编码的JSON。可用--write-baseline生成。");
	});

	it("takes a byte-order mark, as editors leave it", async () => {
		const cwd = folder({ ...faulty, "known.json": `\ufeff${of()}` });
		expect((await check(cwd, "--baseline", "known.json")).code).toBe(1);
	});
});

/** JUnit XML as the screens of GitLab and Jenkins read it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/contract/check.ts";
import { en } from "../../src/language/en/index.ts";
import { zh } from "../../src/language/zh/index.ts";
import { junit } from "../../src/views/formats/junit.ts";
import { harmless } from "../../src/views/width.ts";
import { anyCheck, checkOf, found, input, rule, small } from "../support/checks.ts";
import { type JunitCase, type JunitReport, readJunit } from "./readers.ts";

const read = (check: Check): Promise<JunitReport> => readJunit(junit(check, en));
const casesOf = (report: JunitReport): JunitCase[] => report.testsuite.flatMap(({ testcase }) => testcase ?? []);
const state = ({ failure, skipped }: JunitCase): string =>
	failure !== undefined ? "failed" : skipped !== undefined ? "skipped" : "passed";
const states = async (check: Check): Promise<(readonly [suite: string, name: string, state: string])[]> =>
	casesOf(await read(check)).map((one) => [one.classname, one.name, state(one)]);

describe("the small run", () => {
	it("is a suite for each file and one for the run", async () => {
		expect(await states(small)).toEqual([
			["energy.csv", "negative-quantity: Amount below zero", "failed"],
			["数据/产出 2023.csv", "full-width: Full-width characters", "passed"],
			["tanlu", "months-missing: Months missing that other tables have", "passed"],
			["tanlu", "Unit slip suspected (U-104)", "passed"],
			["tanlu", "Rows that say the same (X-501)", "skipped"],
			["tanlu", "Period in the future (future-month)", "skipped"],
		]);
	});

	it("tells the errors that fail in the failure, and the known one beside it", async () => {
		const [first] = casesOf(await read(small));
		expect(first?.file).toBe("energy.csv");
		expect(first?.failure).toEqual([
			{
				message: "2 errors: Amount below zero",
				type: "error",
				inner: [
					"2 errors: Amount below zero",
					"energy.csv:5:消费量  F1 2023-05: -3.2 is below zero; 120.55 t CO2, could turn the verdict",
					"energy.csv:6:消费量  F1 2023-06: -1 is below zero",
					"-> Correct the row itself.",
				].join("\n"),
			},
		]);
		expect(first?.["system-out"]).toEqual([
			[
				"1 error: Amount below zero",
				"energy.csv:7:消费量  F1 2023-07: -9 is below zero; accepted: meter was turned back, until 2027-01-01",
				"-> Correct the row itself.",
			].join("\n"),
		]);
	});

	it("says why a rule was not checked, where it is skipped and once more at the end", async () => {
		const report = await read(small);
		expect(casesOf(report).flatMap(({ skipped }) => skipped?.map(({ message }) => message) ?? [])).toEqual([
			"asked 1 time: 0 passed, 0 failed; not checked for 1 firm (no other firm to compare with)",
			"not checked (no --as-of DATE)",
		]);
		expect(report.testsuite.at(-1)?.["system-out"]?.[0]?.split("\n")).toEqual([
			"2 errors, 1 warning, 1 note; 1 known; 4 rules, 4 of them not checked, or not for every firm.",
			"Months missing that other tables have (M-301): not checked for 1 firm (no figures by month)",
			"Unit slip suspected (U-104): not checked for 1 firm (too few months)",
			"Rows that say the same (X-501): not checked for 1 firm (no other firm to compare with)",
			"Period in the future (future-month): not checked (no --as-of DATE)",
		]);
	});

	it("is in Chinese where that is asked for", async () => {
		const [first] = casesOf(await readJunit(junit(small, zh)));
		expect([first?.name, first?.failure?.[0]?.message]).toEqual(["negative-quantity: 数量小于零", "错误2个：数量小于零"]);
	});

	it("says which bytes it is about", async () => {
		const [first] = (await read(small)).testsuite;
		expect(Object.fromEntries((first?.properties ?? []).map(({ name, value }) => [name, value]))).toEqual({
			...{ kind: "energy", sha256: "c".repeat(64) },
			...{ "rows.read": "9", "rows.used": "7", "rows.refused": "2", "rows.skipped": "0" },
		});
	});
});

describe("a case", () => {
	it("fails where the exit code would be 1, and only there", async () => {
		const known = { reason: "accepted", until: null };
		const of = async (more: Parameters<typeof found>[0]): Promise<string | undefined> =>
			(await states(checkOf([found(more)])))[0]?.[2];
		expect(await of({})).toBe("failed");
		expect(await of({ known })).toBe("passed");
		expect(await of({ code: "partial-year", gravity: "warning" })).toBe("passed");
		expect(await of({ code: "full-width", gravity: "note" })).toBe("passed");
	});

	it("stands for a file in which nothing was found, so that no file is passed over", async () => {
		expect(await states(checkOf([], { inputs: [input("a.csv"), input("b.csv")] }))).toEqual([
			["a.csv", "no finding", "passed"],
			["b.csv", "no finding", "passed"],
		]);
	});

	it("says that not all are listed, and how many there are", async () => {
		const check = checkOf([found()]);
		const more = { ...check, findings: { ...check.findings, byCode: [{ code: "negative-quantity", count: 120_000 }] } };
		expect(casesOf(await read(more))[0]?.failure?.[0]?.message).toBe(
			"1 error listed of 120000 of this code in the run: Amount below zero",
		);
	});

	it("stands for a rule that found nothing; one that answered nobody is skipped", async () => {
		const rules = [
			rule({ rule: "M-301", passed: 3 }),
			rule({ rule: "M-302", passed: 1, asked: 3, notChecked: [{ why: "no-months", firms: 2 }] }),
			rule({ rule: "M-303", passed: 0, notChecked: [{ why: "switched-off", firms: 3 }] }),
			rule({ rule: "M-304", passed: 2, failed: 1 }),
			rule({ rule: "M-305", asked: 0, passed: 0 }),
		];
		expect((await states(checkOf([], { rules }))).slice(1).map(([, name, one]) => [name.slice(-6, -1), one])).toEqual([
			["M-301", "passed"],
			["M-302", "passed"],
			["M-303", "skipped"],
			["M-305", "skipped"],
		]);
	});

	it("gives each finding its own way out where they differ", async () => {
		const check = checkOf([found({ message: "one", remedy: "Do this." }), found({ message: "two", remedy: "Do that." })]);
		expect(
			casesOf(await read(check))[0]
				?.failure?.[0]?.inner.split("\n")
				.slice(1),
		).toEqual(["energy.csv:5:消费量  F1 2023-05: one", "  -> Do this.", "energy.csv:5:消费量  F1 2023-05: two", "  -> Do that."]);
	});
});

describe("whatever the tables hold", () => {
	it("the counts are those of the cases, and no two cases share both names", async () => {
		await fc.assert(
			fc.asyncProperty(anyCheck, async ({ check, language }) => {
				const report = await readJunit(junit(check, language));
				const count = (cases: readonly JunitCase[]): readonly string[] =>
					[
						cases.length,
						cases.filter((one) => state(one) === "failed").length,
						0,
						cases.filter((one) => state(one) === "skipped").length,
					].map(String);
				for (const suite of report.testsuite) {
					expect([suite.tests, suite.failures, suite.errors, suite.skipped]).toEqual(count(suite.testcase ?? []));
					for (const { classname } of suite.testcase ?? []) expect(classname).toBe(suite.name);
				}
				const cases = casesOf(report);
				expect([report.tests, report.failures, report.errors, report.skipped]).toEqual(count(cases));
				expect(new Set(cases.map(({ classname, name }) => JSON.stringify([classname, name]))).size).toBe(cases.length);
				expect(report.testsuite.map(({ name }) => name)).toEqual([...check.inputs.map(({ file }) => shown(file)), "tanlu"]);
			}),
			{ numRuns: 200 },
		);
	});

	it("a case fails exactly where its file has an error of its code that is not known", async () => {
		await fc.assert(
			fc.asyncProperty(anyCheck, async ({ check, language }) => {
				const failed = casesOf(await readJunit(junit(check, language)))
					.filter((one) => state(one) === "failed")
					.map(({ classname, name }) => `${classname} ${name.split(":")[0]}`);
				const wrong = check.findings.list
					.filter(({ gravity, known }) => gravity === "error" && known === null)
					.map(({ file, code }) => `${file === null ? "tanlu" : shown(file)} ${code}`);
				expect(failed.sort()).toEqual([...new Set(wrong)].sort());
			}),
			{ numRuns: 200 },
		);
	});
});

/** As XML can hold it. */
const shown = (text: string): string =>
	harmless(text).replace(/[\ufffe\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`);

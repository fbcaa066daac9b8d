/** Findings that a baseline accepts, in a report: marked, neither told again nor counted; no figure and no verdict is another for it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { tanlu } from "../support/in-process.ts";
import { folder, small } from "./tanlu.ts";

/** An amount below zero is an error. */
const faulty = { ...small, "energy.csv": `${small["energy.csv"]}A,2021,coke,-3,t,2.5\n` } as const;
const run = (cwd: string, ...args: string[]) => tanlu(["report", "energy.csv", "output.csv", ...args], { cwd });
const parsed = (text: string): Report => JSON.parse(text) as Report;

async function accepted(files: Readonly<Record<string, string>> = faulty): Promise<string> {
	const cwd = folder(files);
	await tanlu(["check", "energy.csv", "output.csv", "--write-baseline", "known.json", "--reason", "asked the firm"], { cwd });
	return cwd;
}

describe("report --baseline", () => {
	it("ends without the exit code of errors that are accepted, and tells their number alone", async () => {
		const cwd = await accepted();
		const [plain, known] = [await run(cwd), await run(cwd, "--baseline", "known.json")];
		expect([plain.code, known.code]).toEqual([1, 0]);
		expect(plain.stderr).toContain("negative-quantity");
		expect(known.stderr).not.toContain("negative-quantity");
		expect(known.stderr).toContain("1 known finding:");
		const csv = async (...args: string[]) => (await run(cwd, ...args, "--format", "csv")).stdout;
		expect(await csv("--baseline", "known.json")).toBe(await csv());
	});

	it("marks them in json with the reason, and leaves every figure and verdict as it was", async () => {
		const cwd = await accepted();
		const [plain, known] = [
			parsed((await run(cwd, "--format", "json")).stdout),
			parsed((await run(cwd, "--baseline", "known.json", "--format", "json")).stdout),
		];
		expect({ ...known, findings: null }).toEqual({ ...plain, findings: null });
		expect([known.findings.known, known.findings.counts.error]).toEqual([1, 0]);
		expect(known.findings.list.map(({ known: _, ...one }) => one)).toEqual(plain.findings.list);
		expect(known.findings.list.find(({ code }) => code === "negative-quantity")?.known).toEqual({
			reason: "asked the firm",
			until: null,
		});
		expect(plain.findings).not.toHaveProperty("known");
	});

	it("withholds what open findings outweigh, accepted or not", async () => {
		// Months of coke with one of fifty times: an error that is weighed.
		const months = Array.from(
			{ length: 12 },
			(_, at) => `A,2021-${String(at + 1).padStart(2, "0")},coke,${at === 5 ? 2000 : 40},t,2.5`,
		);
		const files = {
			"energy.csv": `firm,period,carrier,quantity,unit,emission_factor\nA,2020,coke,500,t,2.5\n${months.join("\n")}\n`,
			"output.csv": small["output.csv"],
		};
		const cwd = await accepted(files);
		const verdicts = (text: string): unknown => parsed(text).firms.map(({ years }) => years.map(({ verdict }) => verdict));
		const [plain, known] = [await run(cwd, "--format", "json"), await run(cwd, "--baseline", "known.json", "--format", "json")];
		expect(JSON.stringify(verdicts(plain.stdout))).toContain("withheld");
		expect(verdicts(known.stdout)).toEqual(verdicts(plain.stdout));
		expect(known.code).toBe(0);
	});

	it("counts an entry that has run out again, and tells one that meets nothing, unless rules were not asked", async () => {
		const cwd = await accepted();
		const known = JSON.parse(readFileSync(join(cwd, "known.json"), "utf8")) as { entries: object[] };
		const write = (entries: object[]): void => writeFileSync(join(cwd, "known.json"), JSON.stringify({ ...known, entries }));
		write(known.entries.map((one) => ({ ...one, until: "2026-01-31" })));
		const late = await run(cwd, "--baseline", "known.json", "--as-of", "2026-02-01");
		expect([late.code, late.stderr.includes("baseline-expired")]).toEqual([1, true]);
		expect((await run(cwd, "--baseline", "known.json")).stderr).toContain("--as-of");
		write([{ ...known.entries[0], fingerprint: "0".repeat(16) }]);
		expect((await run(cwd, "--baseline", "known.json")).stderr).toContain("baseline-unused");
		expect((await run(cwd, "--baseline", "known.json", "--no-screen")).stderr).not.toContain("baseline-unused");
	});

	it("is derived again by verify-report with what it accepts", async () => {
		const cwd = await accepted();
		await run(cwd, "--baseline", "known.json", "--format", "json", "--out", "report.json");
		const { code, stdout } = await tanlu(["verify-report", "report.json"], { cwd });
		expect([code, stdout.includes("Reproduced.")]).toEqual([0, true]);
		const made = parsed(readFileSync(join(cwd, "report.json"), "utf8"));
		for (const list of [null, [null], [...made.findings.list, {}]]) {
			writeFileSync(join(cwd, "edited.json"), JSON.stringify({ ...made, findings: { ...made.findings, list } }));
			expect((await tanlu(["verify-report", "edited.json"], { cwd })).code).toBe(3);
		}
	});

	it("is no place for the result, and a file that is none is exit 2", async () => {
		const cwd = await accepted();
		expect((await run(cwd, "--baseline", "known.json", "--out", "known.json")).code).toBe(2);
		expect((await run(cwd, "--baseline", "energy.csv")).code).toBe(2);
	});
});

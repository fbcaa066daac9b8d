/** The auditor's day: the script of the manual, run as it stands over two rounds of submissions. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Manifest } from "../../src/contract/evidence.ts";
import { page } from "../support/documentation.ts";
import { writeRounds } from "../support/submissions.ts";
import { bin, folder } from "./tanlu.ts";

const script = (language: "en" | "zh"): string => /```sh\n([\s\S]*?)```/.exec(page(language, "auditing"))?.[1] ?? "";

describe("the script of the manual", () => {
	it("has ten lines at most, and is the same in both languages", () => {
		expect(script("en").trimEnd().split("\n").length).toBeLessThanOrEqual(10);
		expect(script("zh")).toBe(script("en"));
	});

	it.skipIf(process.platform === "win32")(
		"runs as it stands: two rounds, evidence, claims, changes, every report derived again",
		() => {
			const cwd = folder();
			const rounds = writeRounds(cwd, 12);
			mkdirSync(join(cwd, "bin"));
			writeFileSync(join(cwd, "bin/tanlu"), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
			chmodSync(join(cwd, "bin/tanlu"), 0o755);
			const env = { ...process.env, PATH: `${join(cwd, "bin")}:${process.env["PATH"]}` };
			const { stdout, status } = spawnSync("bash", ["-c", script("en")], { cwd, env, encoding: "utf8" });
			// Nothing is said of reports that are reproduced.
			expect([stdout.includes("not reproduced"), status]).toEqual([false, 0]);

			const rowsOf = (file: string): Record<string, string>[] =>
				parse(readFileSync(join(cwd, file), "utf8"), { columns: true }) as Record<string, string>[];
			const stateOf = (file: string, name: string): string | undefined =>
				rowsOf(file).find(({ submission }) => submission === name)?.["state"];
			for (const { name, fault } of rounds) {
				expect([name, stateOf("round1.csv", name)]).toEqual([name, fault === "damaged" ? "unusable" : "judged"]);
				expect([name, stateOf("round2.csv", name)]).toEqual([name, "judged"]);
			}
			const errorsOf = (file: string): string[] =>
				rowsOf(file)
					.filter(({ errors, submission = "" }) => errors !== "0" && submission !== "")
					.map(({ submission }) => submission as string)
					.sort();
			const named = (...faults: string[]): string[] =>
				rounds.filter(({ fault }) => faults.includes(fault)).map(({ name }) => name);
			expect(errorsOf("round1.csv")).toEqual(named("negative", "own-factors", "unknown-carrier", "kept"));
			expect(errorsOf("round2.csv")).toEqual(named("kept"));

			// A month that is missing is no error, and no verdict.
			const [missing] = named("month-missing");
			const verdictOf = (file: string): string | undefined =>
				rowsOf(file).find(({ submission }) => submission === missing)?.["verdicts"];
			expect(verdictOf("round1.csv")).toContain("withheld");
			expect(verdictOf("round2.csv")).not.toContain("withheld");

			// Who claims a tenth is outside, and what could not be used is not asked.
			const outside = rowsOf("claims-outside.csv").filter(({ outcome }) => outcome === "outside");
			expect(outside.map(({ firm }) => firm)).toEqual(["F4"]);

			// A changed cell stands on its page.
			const [negative] = named("negative");
			expect(readFileSync(join(cwd, `changes/${negative}.md`), "utf8")).toMatch(/2023-05/);
			expect(readdirSync(join(cwd, "changes")).length).toBeGreaterThanOrEqual(rounds.length - 2);

			for (const ev of ["ev1", "ev2"]) {
				const { submissions } = JSON.parse(readFileSync(join(cwd, ev, "manifest.json"), "utf8")) as Manifest;
				expect(submissions.map(({ submission }) => submission)).toEqual(rounds.map(({ name }) => name));
				for (const { folder: place, state } of submissions)
					expect(existsSync(join(cwd, ev, place, "report.json"))).toBe(state === "judged");
			}
		},
		120_000,
	);
});

/** The monthly page of the manual: its commands run as they stand, in order, on a works' own files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tanlu } from "../support/in-process.ts";
import { root } from "./tanlu.ts";

const cwd = join(root, "fixtures", "monthly");

describe.each(["en", "zh"])("the monthly page in %s", (lang) => {
	const page = readFileSync(join(root, "src", "manual", lang, "monthly.md"), "utf8");
	const commands = [...page.matchAll(/^tanlu (.*)$/gm)].map(([, line]) => line as string);

	it("has the five steps", () => {
		expect([...new Set(commands.map((line) => line.split(" ")[0]))]).toEqual(["inspect", "check", "track", "drivers", "whatif"]);
	});

	it.each(commands)("runs tanlu %s", async (line) => {
		const { code, stdout, stderr } = await tanlu([...line.split(" "), "--lang", lang], { cwd });
		expect(stderr).not.toMatch(/error {2}|错误 {2}/);
		expect(code).toBe(0);
		expect(stdout.split("\n").length).toBeGreaterThan(8);
	});
});

describe("October of the works", () => {
	it("is the sum of its files", async () => {
		const text = (name: string): string => new TextDecoder("gb18030").decode(readFileSync(join(cwd, name)));
		const rows = (name: string): string[][] =>
			text(name)
				.split("\r\n")
				.filter((line) => /^\d{4}年\d+月,/.test(line))
				.map((line) => line.split(","));
		const ten = (name: string, column: number): number =>
			rows(name)
				.slice(0, 10)
				.reduce((all, row) => all + Math.round(Number(row[column]) * 100), 0) / 100;
		const { stdout } = await tanlu(
			[
				...["2025", "2026"].flatMap((year) => [`${year}-能源台账.csv`, `${year}-产出.csv`]),
				"--format",
				"json",
				"--no-screen",
			].toSpliced(0, 0, "track"),
			{ cwd },
		);
		const { firms } = JSON.parse(stdout) as { firms: { toDate: { output: string; emissions: string }; month: string }[] };
		expect(firms[0]?.month).toBe("2026-10");
		expect(Number(firms[0]?.toDate.output)).toBe(ten("2026-产出.csv", 1));
		// coke 28.446 × 0.0294 × 0.93, coal 23.204 × 0.02618 × 0.93, gas 389.31 × 0.0153 × 0.99, each × 44/12; power 5.306 t per 10^4 kWh; limestone 0.44.
		const [coke, coal, power, gas, lime] = [1, 2, 3, 4, 5].map((column) => ten("2026-能源台账.csv", column)) as [
			number,
			number,
			number,
			number,
			number,
		];
		const carbon = coke * 28.446 * 0.0294 * 0.93 + coal * 23.204 * 0.02618 * 0.93 + gas * 389.31 * 0.0153 * 0.99;
		expect(Number(firms[0]?.toDate.emissions)).toBeCloseTo((carbon * 44) / 12 + power * 5.306 + lime * 0.44, -1);
	});
});

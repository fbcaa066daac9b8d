/** One event, one finding: where a rule of reading explains the numbers, no suspicion of histories is told of these months. */
import { describe, expect, it } from "vitest";
import type { Report, Table } from "../../src/index.ts";
import { program } from "../support/memory-host.ts";
import { energy, monthly, output, type Row } from "../support/tables.ts";

/** What suspects numbers that a rule of reading explains. */
const SUSPICIONS = [
	...["suspected-unit-slip", "unit-slip", "month-unlike-history", "repeated-amount", "repeated-entry", "copied-year"],
	...["year-on-year-change", "step-change", "placeholder-amount", "round-amounts"],
];

const years = ["2021", "2022", "2023"];
const earned = output(years.flatMap((period) => [{ period, quantity: "1000" }]));
const month = (at: number): string => String(at + 1).padStart(2, "0");
const steady = (year: string, each = 97): Row[] =>
	monthly({ quantity: "" }, year).map((row, at) => ({ ...row, quantity: String(each + ((at * 7) % 11)) }));
const sumTo = (rows: readonly Row[], at: number): number =>
	rows.slice(0, at + 1).reduce((sum, { quantity }) => sum + Number(quantity), 0);

/** 2023 written otherwise beside two steady years. */
const beside = (rows: readonly Row[]): Table[] => [energy([...steady("2021"), ...steady("2022", 99), ...rows]), earned];

/** A report that asks whether figures are unlikely, which the library does not. */
const screened = async (tables: readonly Table[]): Promise<Report> => {
	const files = new Map(tables.map(({ name, text }) => [name, text]));
	return JSON.parse((await program(["report", "--screen", "--format", "json", ...files.keys()], { files })).stdout) as Report;
};

const told = async (tables: readonly Table[]): Promise<string[]> => {
	const { findings } = await screened(tables);
	return findings.list.filter(({ firm, period }) => firm === "F1" && period?.startsWith("2023")).map(({ code }) => code);
};

const plain = steady("2023", 101);

describe("suspicions are silent beside", () => {
	it.each<[string, string, readonly Row[]]>([
		[
			"amounts to date that nobody declared",
			"looks-to-date",
			plain.map((row, at) => ({ ...row, quantity: String(sumTo(plain, at)) })),
		],
		[
			"amounts to date that fall",
			"to-date-falls",
			plain.map((row, at) => ({
				...row,
				period: `2023年1-${at + 1}月`,
				quantity: String(at === 7 ? Math.round(sumTo(plain, at) / 100) : sumTo(plain, at)),
			})),
		],
		[
			"readings of a meter",
			"looks-like-readings",
			plain.flatMap((_, at) =>
				[5, 10, 15, 20, 25].map((day, step) => ({
					period: `2023-${month(at)}-${String(day).padStart(2, "0")}`,
					quantity: String(12_000 + at * 600 + step * 121),
				})),
			),
		],
		[
			"spans that overlap",
			"overlapping-periods",
			[
				{ period: "2023年1-6月", quantity: "640" },
				{ period: "2023年4-12月", quantity: "950" },
			],
		],
		[
			"months stamped twice",
			"conflicting-entries",
			plain.flatMap((row, at) => ["01", "28"].map((day) => ({ ...row, period: `2023-${month(at)}-${day}` }))),
		],
	])("%s", async (_, code, rows) => {
		const codes = await told(beside(rows));
		expect(codes).toContain(code);
		// Contradictions are told at each month that contradicts itself (D42), everything else once.
		if (code !== "conflicting-entries") expect(codes.filter((one) => one === code)).toHaveLength(1);
		expect(codes.filter((one) => SUSPICIONS.includes(one))).toEqual([]);
	});

	it("days that add up", async () => {
		const days = plain.flatMap(({ quantity }, at) =>
			["03", "13", "23"].map((day, part) => ({
				period: `2023-${month(at)}-${day}`,
				quantity: String(part === 2 ? Number(quantity) - 60 : 30),
			})),
		);
		const codes = await told(beside(days));
		expect(codes.filter((code) => SUSPICIONS.includes(code))).toEqual([]);
	});

	it("a span that stands for two months", async () => {
		const rows = [{ period: "2023年1-2月", quantity: "209" }, ...plain.slice(2)];
		expect((await told(beside(rows))).filter((code) => SUSPICIONS.includes(code))).toEqual([]);
	});

	it("a row that was lost", async () => {
		const [table, made] = beside(plain) as [Table, Table];
		const text = table.text.replace("F1,2023-05,coke,", "F1,2023-05,coke,1,");
		expect(text).not.toBe(table.text);
		const { findings } = await screened([{ ...table, text }, made]);
		const codes = findings.list.map(({ code }) => code);
		expect(codes).toContain("ragged-row");
		expect(codes.filter((code) => SUSPICIONS.includes(code))).toEqual([]);
	});
});

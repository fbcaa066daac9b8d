/**
 * The messy pack, file by file: every error and warning at a row, and no other, as the pack's rulings say (see
 * fixtures/README.md). Names, credit codes and by-product gas have tests of their own beside this one.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report, ReportOptions } from "../../src/index.ts";
import type { RunTerms } from "../../src/run/choices.ts";
import { buildReport } from "../../src/views/build-report.ts";
import { root } from "../cli/tanlu.ts";
import { run } from "../support/run.ts";
import { reasonsOf, yearOf } from "../support/tables.ts";

const folder = join(root, "fixtures/messy");

const reportOf = async (name: string, options: ReportOptions = {}, terms: RunTerms = {}): Promise<Report> => {
	const source = {
		name,
		bytes: async function* () {
			yield readFileSync(join(folder, name));
		},
	};
	const { assessment, frame } = await run([source], options, terms);
	return buildReport(assessment, frame);
};

/** `row column gravity code` of every error and warning at a place; notes only where asked for. */
const told = ({ findings }: Report, gravities: readonly string[] = ["error", "warning"]): string[] =>
	findings.list
		.filter(({ file, gravity }) => file !== null && gravities.includes(gravity))
		.map(({ row, column, gravity, code }) => `${row} ${column ?? "-"} ${gravity} ${code}`);

const quantities = (made: Report, firm: string, year: number): string[] =>
	yearOf(made, firm, year).carriers.map(({ carrier, quantity, unit }) => `${carrier} ${quantity} ${unit}`);

describe("02: thousands separators", () => {
	it("in the right places are read, in wrong ones refused; blanks are trimmed", async () => {
		const made = await reportOf("02-utf8-bom-crlf-thousands.csv");
		expect(told(made)).toEqual([
			// Raw coal has no CO2 factor anywhere: the file itself is not to blame.
			"2 消费量 error no-factor",
			"4 消费量 error bad-number",
			"7 消费量 error bad-number",
			"9 消费量 warning spaces-trimmed",
			"10 消费量 error bad-number",
		]);
		expect(made.inputs[0]).toMatchObject({ encoding: "utf-8", rows: { read: 9, used: 6, refused: 3, skipped: 0 } });
		// 22.7 + 19.4, and electricity 1,002.5 + 876.0 of 10^4 kWh: what is refused is not in it.
		expect(quantities(made, "9132021307Q41C8654", 2020)).toContain("diesel 42.1 t");
		expect(quantities(made, "9132021307Q41C8654", 2020)).toContain("electricity 18785000 kWh");
	});

	it("the mark at the beginning is no part of the first column's name", async () => {
		const made = await reportOf("02-utf8-bom-crlf-thousands.csv");
		expect(made.firms.map(({ name }) => name)).toEqual(["梁溪水泥股份有限公司"]);
	});
});

describe("04: what stands for nothing", () => {
	it("is missing and not zero, each told; a spreadsheet's error is refused; 0 is 0", async () => {
		const made = await reportOf("04-semicolon-placeholders.csv");
		expect(told(made)).toEqual([
			"2 消费量 warning months-missing",
			"3 消费量 warning missing-quantity",
			"5 消费量 warning missing-quantity",
			"6 消费量 warning missing-quantity",
			"7 消费量 warning missing-quantity",
			"8 消费量 warning missing-quantity",
			"9 消费量 warning months-missing",
			"10 消费量 error bad-number",
			"11 消费量 warning missing-quantity",
		]);
		expect(made.inputs[0]).toMatchObject({ separator: ";", rows: { read: 10, used: 3, refused: 1, skipped: 6 } });
		expect(reasonsOf(made, "913716256P28R5D185", 2022)).toContain("months-missing");
	});
});

describe("05: a wide table under three titles, with a total and a note below", () => {
	it("is accepted; titles, total, note, a column without amounts and a total that differs are told once each", async () => {
		const made = await reportOf("05-wide-monthly-title-total.csv");
		expect(told(made)).toEqual([
			"1 - warning title-lines",
			"4 原煤(吨) warning blank-column",
			"17 天然气(万立方米) warning total-differs",
			"17 月份 warning total-row",
			"18 - warning note-row",
		]);
		expect(made.findings.list.find(({ code }) => code === "total-differs")?.message).toContain(
			"printed as 1381.2 × 10^4 Nm3, but its rows add up to 1371.2 × 10^4 Nm3",
		);
		// The firm by its code in line 2; electricity of the twelve months as the total prints it, gas as the months have it.
		expect(made.firms.map(({ firm, name }) => [firm, name])).toEqual([["9144060531K9T7M40E", "禅城陶瓷有限公司"]]);
		expect(quantities(made, "9144060531K9T7M40E", 2023)).toEqual([
			"diesel 74.8 t",
			"electricity 36794000 kWh",
			"natural-gas 1371.2 10^4 Nm3",
			"steam 0 GJ",
		]);
		expect(made.inputs[0]).toMatchObject({ encoding: "gb18030", rows: { read: 14, used: 12, refused: 0, skipped: 2 } });
	});
});

describe("06: merged cells", () => {
	const file = "06-merged-cells-blank-ids.csv";
	const [foundry, cement, coking] = ["91330281MA9X7K2T6N", "9132021307Q41C8654", "91130209MAEH5W3U7C"] as const;

	it("that are blank are refused", async () => {
		const made = await reportOf(file);
		expect(told(made)).toEqual([
			"3 统一社会信用代码 error missing-firm",
			"4 统一社会信用代码 error missing-firm",
			"6 年月 error missing-cell",
			"6 统一社会信用代码 error missing-firm",
			"7 年月 error missing-cell",
			"7 统一社会信用代码 error missing-firm",
			"9 统一社会信用代码 error missing-firm",
		]);
		expect(told(made, ["note"])).toContain("8 - note blank-rows");
	});

	it("are filled on request, each row told; a name without a code and a code without a name are never joined", async () => {
		const made = await reportOf(file, { fillDown: true });
		expect(told(made)).toEqual([
			"3 - warning filled-down",
			"4 - warning filled-down",
			"6 - warning filled-down",
			"6 消费量 error no-factor",
			"7 - warning filled-down",
			"9 统一社会信用代码 error missing-firm",
		]);
		expect(quantities(made, foundry, 2022)).toEqual(["diesel 31.4 t", "electricity 49852000 kWh", "natural-gas 195.86 10^4 Nm3"]);
		expect(quantities(made, cement, 2022)).toEqual(["diesel 262.5 t", "electricity 118760000 kWh", "raw-coal 148220 t"]);
		expect(made.firms.find(({ firm }) => firm === coking)).toMatchObject({ name: null });
	});
});

describe("07: fourteen ways to write a month", () => {
	it("those that mean one month are read, the others refused; a day of a month and the month count once", async () => {
		const made = await reportOf("07-date-formats-fullwidth.csv");
		expect(told(made)).toEqual([
			"10 年月 error bad-period",
			"11 年月 error bad-period",
			"12 年月 error bad-period",
			"13 消费量 error overlapping-periods",
			"14 年月 error bad-period",
			"15 年月 error bad-period",
		]);
		expect(told(made, ["note"])).toEqual([
			"3 消费量 note full-width",
			"4 消费量 note full-width",
			"5 消费量 note full-width",
			"6 年月 note full-width",
			"6 消费量 note full-width",
			"8 消费量 note whole-equals-parts",
		]);
		// January to October stand together once more beside seven of these months: nobody can say what the year amounts to.
		expect(quantities(made, "91330281MA9X7K2T6N", 2023)).toEqual(["electricity null kWh"]);
	});

	it("each refusal says what the text may mean", async () => {
		const made = await reportOf("07-date-formats-fullwidth.csv");
		const said = made.findings.list.filter(({ code }) => code === "bad-period").map(({ message }) => message);
		expect(said.map((message) => message.replace(/^'[^']*' /, ""))).toEqual([
			"names a month or day that does not exist",
			"looks like a spreadsheet's day number, not a period",
			"may be a month of a year or a day of a month",
			"is written in Chinese numerals, which are not read",
			"has no year of four digits: it may be read in several ways",
		]);
	});
});

describe("09: months, the year and copies", () => {
	it("never add up: copies count once, a contradiction withholds, the whole year goes before its parts", async () => {
		const made = await reportOf("09-annual-and-monthly-duplicates.csv");
		expect(told(made)).toEqual([
			"7 消费量 error conflicting-entries",
			"15 消费量 warning repeated-entry",
			"16 消费量 error conflicting-entries",
			"17 消费量 warning repeated-entry",
			"19 消费量 warning whole-and-parts",
		]);
		for (const { code, message } of made.findings.list)
			if (code === "conflicting-entries")
				expect(message).toContain("09-annual-and-monthly-duplicates.csv:7, 09-annual-and-monthly-duplicates.csv:16");
		// 2020 is the base year, which has no verdict: what depends on the contradiction is unknown.
		const base = yearOf(made, "91330281MA9X7K2T6N", 2020);
		expect([base.emissions.electricity, base.emissions.total]).toEqual([null, null]);
		expect(quantities(made, "91330281MA9X7K2T6N", 2020)).toContain("natural-gas 192.4 10^4 Nm3");
		expect(quantities(made, "91330281MA9X7K2T6N", 2021)).toEqual(["electricity 48906000 kWh"]);
	});

	it("make 4801.0 once the contradiction is settled", async () => {
		const name = "09-annual-and-monthly-duplicates.csv";
		const text = readFileSync(join(folder, name), "utf8")
			.split("\n")
			.filter((line) => !line.includes(",349.4,"))
			.join("\n");
		const { assessment, frame } = await run([
			{
				name,
				bytes: async function* () {
					yield new TextEncoder().encode(text);
				},
			},
		]);
		expect(quantities(buildReport(assessment, frame), "91330281MA9X7K2T6N", 2020)).toEqual([
			"electricity 48010000 kWh",
			"natural-gas 192.4 10^4 Nm3",
		]);
	});
});

describe("10: slips of the unit, a negative amount", () => {
	it("withhold the year, and nothing is changed", async () => {
		const made = await reportOf("10-unit-slip-negative-constant.csv");
		expect(told(made)).toEqual([
			"6 消费量 error unit-slip",
			"14 消费量 error no-factor",
			"18 消费量 error negative-quantity",
			"24 消费量 error unit-slip",
		]);
		expect(reasonsOf(made, "9132021307Q41C8654", 2021)).toContain("errors");
	});
});

describe("12: a cell of two megabytes", () => {
	it("is refused by its length, without being printed; the rows beside it count", async () => {
		const made = await reportOf("12-two-megabyte-field.csv");
		expect(told(made)).toEqual(["3 企业名称 error cell-too-long"]);
		expect(made.inputs[0]?.rows).toEqual({ read: 3, used: 2, refused: 1, skipped: 0 });
		expect(JSON.stringify(made.findings).length).toBeLessThan(5000);
	});
});

describe("13: NUL bytes", () => {
	it("are refused where they stand, a tail of them once", async () => {
		const made = await reportOf("13-nul-bytes.csv");
		expect(told(made)).toEqual(["3 消费量 error nul-byte", "5 企业名称 error nul-byte"]);
		// 8120 + 8344: never 7655, never 76
		expect(quantities(made, "91130209MAEH5W3U7C", 2023)).toEqual(["cleaned-coal 16464 t"]);
	});
});

describe("14: a quote that never closes", () => {
	it("is told where it opens, once; what follows is skipped and counted", async () => {
		const made = await reportOf("14-unterminated-quote.csv");
		expect(told(made)).toEqual(["3 - error unclosed-quote"]);
		expect(made.findings.list.find(({ code }) => code === "unclosed-quote")?.message).toContain("3 lines could not be read");
		expect(made.inputs[0]?.rows).toEqual({ read: 2, used: 1, refused: 1, skipped: 0 });
	});
});

describe("15: output in many units of money", () => {
	const file = "15-output-mixed-money-units.csv";
	const [foundry, cement] = ["91330281MA9X7K2T6N", "9132021307Q41C8654"] as const;
	const withoutEnergy = (made: Report): string[] => told(made).filter((one) => !one.endsWith("months-missing"));

	it("is read as it says; pieces, a contradiction and a loss are refused; other prices from year to year are told", async () => {
		const made = await reportOf(file);
		expect(withoutEnergy(made)).toEqual([
			"1 - warning title-lines",
			"4 数量 warning mixed-prices",
			"11 计量单位 error unknown-unit",
			"14 数量 warning spreadsheet-exponent",
			"15 数量 error conflicting-entries",
			"16 数量 error conflicting-entries",
			"16 数量 error negative-quantity",
			"17 年份 warning total-row",
		]);
		expect(told(made, ["note"])).toEqual(["3 数量 note thousands-separators", "8 计量单位 note ambiguous-unit"]);
		// 8912.7; 92605000 yuan; 9.4480 × 10^7 yuan: in 10^4 yuan
		expect([2020, 2021, 2022].map((year) => yearOf(made, foundry, year).output.value)).toEqual(["8912.7", "9260.5", "9448"]);
		expect(yearOf(made, cement, 2022).output.value).toBeNull();
	});

	it("two names of revenue are contradicting rows only for --per revenue", async () => {
		expect(withoutEnergy(await reportOf(file, { per: "revenue" })).filter((one) => one.includes("conflicting"))).toEqual([
			"12 数量 error conflicting-entries",
			"13 数量 error conflicting-entries",
		]);
	});

	it("tonnes are tonnes: 2.2106 × 10^4 t are 22106 t", async () => {
		const made = await reportOf(file, { per: "product:铸件" });
		expect([2020, 2021].map((year) => yearOf(made, foundry, year).output.value)).toEqual(["21480", "22106"]);
	});
});

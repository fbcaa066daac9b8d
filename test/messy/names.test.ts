/**
 * Files of the messy pack whose names and credit codes are damaged, each as an office handed it over: every error and warning
 * that it earns, and no other. What each line holds is told in fixtures/README.md.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report, ReportYear } from "../../src/index.ts";
import { buildReport } from "../../src/views/build-report.ts";
import { csv } from "../../src/views/formats/csv.ts";
import { json } from "../../src/views/formats/json.ts";
import { root } from "../cli/tanlu.ts";
import { program } from "../support/memory-host.ts";
import { run } from "../support/run.ts";
import { yearOf } from "../support/tables.ts";

const bytesOf = (file: string): Uint8Array => readFileSync(join(root, "fixtures", "messy", file));

/** The report of files of the pack, from their bytes. */
const reportOf = async (...files: readonly string[]): Promise<Report> => {
	const sources = files.map((name) => ({
		name,
		bytes: async function* () {
			yield bytesOf(name);
		},
	}));
	const { assessment, frame } = await run(sources, {});
	return buildReport(assessment, frame);
};

/** `gravity code row column` of every error and warning at a place, in order of row; the file where there are several. */
const told = ({ findings, inputs }: Report): string[] =>
	findings.list
		.filter(({ file, gravity }) => file !== null && gravity !== "note")
		.map(({ file, gravity, code, row, column }) =>
			[...(inputs.length > 1 ? [(file ?? "").slice(0, 2)] : []), gravity, code, row, column ?? ""].join(" "),
		);
/** The same of those at no place: what the years lack. */
const lacking = ({ findings }: Report): string[] => [
	...new Set(
		findings.list
			.filter(({ file, gravity }) => file === null && gravity !== "note")
			.map(({ gravity, code }) => `${gravity} ${code}`),
	),
];
const lineOf = ({ findings }: Report, row: number): (number | null)[] => [
	...new Set(findings.list.filter((one) => one.row === row).map(({ line }) => line)),
];
const quantity = (year: ReportYear, carrier: string): (string | null)[] =>
	year.carriers.filter((one) => one.carrier === carrier).map((one) => one.quantity);
const messages = (found: Report, code: string): string[] =>
	found.findings.list.filter((one) => one.code === code).map(({ message }) => message);

const [names01, names06, names08, names11] = [
	"01-gb18030-long.csv",
	"06-merged-cells-blank-ids.csv",
	"08-excel-mangled-ids-scientific.csv",
	"11-formula-injection-ansi.csv",
] as const;

describe(names01, () => {
	it("is clean: a name that begins with a letter of four bytes is read whole", async () => {
		const found = await reportOf(names01);
		expect(told(found)).toEqual([]);
		expect(lacking(found)).toEqual(["warning no-output"]);
		expect(found.inputs[0]).toMatchObject({
			encoding: "gb18030",
			separator: ",",
			rows: { read: 24, used: 24, refused: 0, skipped: 0 },
		});
		expect(found.firms.map(({ firm, name }) => [firm, name])).toEqual([["91330281MA9X7K2T6N", "㐂源铸管有限公司"]]);
		// Its README: electricity 4,985.2 x 10^4 kWh, gas 195.86 x 10^4 m3.
		const year = yearOf(found, "91330281MA9X7K2T6N", 2020);
		expect([quantity(year, "electricity"), quantity(year, "natural-gas")]).toEqual([["49852000"], ["195.86"]]);
	});
});

describe(names06, () => {
	it("has no name that was filled in or joined: a code without a name has none, a name without a code is nobody's", async () => {
		const found = await reportOf(names06);
		expect(found.firms.map(({ firm, name }) => [firm, name])).toEqual([
			["91130209MAEH5W3U7C", null],
			["9132021307Q41C8654", "梁溪水泥股份有限公司"],
			["91330281MA9X7K2T6N", "甬江精密铸造有限公司"],
		]);
		expect(told(found).filter((one) => /code|name|firm/.test(one))).toEqual(
			[3, 4, 6, 7, 9].map((row) => `error missing-firm ${row} 统一社会信用代码`),
		);
	});

	it("gives a code of file 01 another name: two names under one code", async () => {
		const found = await reportOf(names01, names06);
		expect(told(found).filter((one) => /names?-/.test(one))).toEqual(["06 warning two-names-one-code 2 企业名称"]);
		expect(messages(found, "two-names-one-code")).toEqual([
			"several names stand under one credit code: 㐂源铸管有限公司, 甬江精密铸造有限公司; '㐂源铸管有限公司' is used",
		]);
		expect(found.findings.list.find(({ code }) => code === "two-names-one-code")).toMatchObject({
			firm: "91330281MA9X7K2T6N",
			file: names06,
			value: "甬江精密铸造有限公司",
		});
	});
});

describe(names08, () => {
	it("has these errors and warnings and no other", async () => {
		const found = await reportOf(names08);
		expect(told(found)).toEqual([
			"warning spreadsheet-exponent 2 消费量",
			"warning spreadsheet-exponent 3 消费量",
			"error bad-credit-code 4 统一社会信用代码",
			"error bad-credit-code 5 统一社会信用代码",
			"error bad-credit-code 6 统一社会信用代码",
			"warning credit-code-respelt 7 统一社会信用代码",
			"warning credit-code-respelt 8 统一社会信用代码",
			"error bad-credit-code 9 统一社会信用代码",
			"error bad-credit-code 10 统一社会信用代码",
			"warning credit-code-respelt 11 统一社会信用代码",
			"error bad-credit-code 12 统一社会信用代码",
		]);
		expect(lacking(found).sort()).toEqual([
			"warning no-base",
			"warning no-output",
			"warning partial-year",
			"warning pooled-figures-withheld",
		]);
		expect(found.inputs[0]?.rows).toEqual({ read: 11, used: 5, refused: 6, skipped: 0 });
	});

	it("is told of each code why it cannot be right", async () => {
		const list = messages(await reportOf(names08), "bad-credit-code");
		const why = [
			/^'9\.13E\+17' .*number/,
			/^'9132021307Q41C8655' .*end in '4'/,
			// 7·29 + Q·25 = 803 has become Q·29 + 7·25 = 871: 1763 + 68 = 59·31 + 2, and 31 − 2 = 29 is X.
			/^'913202130Q741C8654' .*end in 'X'/,
			/^'91130209MAOH5W3U7C' holds 'O'/,
			/^'130209000012345' has 15 digits: an old registration number/,
			/^'913716256P28R5D18' has 17 characters/,
		];
		expect(list).toHaveLength(why.length);
		for (const [at, message] of list.entries()) expect(message).toMatch(why[at] as RegExp);
	});

	it("has three firms, and every spelling of a code is the one firm", async () => {
		const found = await reportOf(names08);
		expect(found.firms.map(({ firm, name }) => [firm, name])).toEqual(
			[
				["91330281MA9X7K2T6N", "甬江精密铸造有限公司"],
				["9132021307Q41C8654", "梁溪水泥股份有限公司"],
				["913716256P28R5D185", "博兴铝材有限公司"],
			].sort(),
		);
		const power = (firm: string): unknown => quantity(yearOf(found, firm, 2021), "electricity");
		// 123000 + 120000 kWh; (990.1 + 985.0) and 23100 x 10^4 kWh.
		expect(power("91330281MA9X7K2T6N")).toEqual(["243000"]);
		expect(power("9132021307Q41C8654")).toEqual(["19751000"]);
		expect(power("913716256P28R5D185")).toEqual(["231000000"]);
	});
});

describe(names11, () => {
	it("has these errors and warnings and no other", async () => {
		const found = await reportOf(names11);
		expect(told(found)).toEqual([
			"warning formula-like-text 2 企业名称",
			"warning two-names-one-code 2 企业名称",
			"error control-character 3 企业名称",
			"warning formula-like-text 4 企业名称",
			"warning formula-like-text 5 企业名称",
			"error bad-number 6 消费量",
			"warning invisible-character 8 企业名称",
			"warning invisible-character 9 企业名称",
			"error control-character 10 企业名称",
		]);
		expect(lacking(found).sort()).toEqual(["warning no-base", "warning no-output", "warning partial-year"]);
		// Rows 7 and 8 of the text are one record: what follows is a line further down than its row.
		expect([6, 8, 9, 10].map((row) => lineOf(found, row))).toEqual([[6], [9], [10], [11]]);
		expect(found.inputs[0]?.rows).toEqual({ read: 9, used: 6, refused: 3, skipped: 0 });
	});

	it("keeps every name as one of its own, the line break read as a blank", async () => {
		const found = await reportOf(names11);
		const [message = ""] = messages(found, "two-names-one-code");
		for (const name of [
			"+cmd|' /C calc'!A0",
			'=HYPERLINK("http://example.invalid/x","博兴铝材有限公司")',
			"@SUM(1,2)",
			"博兴铝材有限公司,",
			"博兴铝材有限公司 (二分厂)",
			"博兴铝材有限公司\\u200b",
			"博兴铝材有限公司\\u202e芜",
		])
			expect(message).toContain(name);
		// The names of rows 3 and 10 are none.
		expect(message).not.toMatch(/\\x1b|pwned/);
		expect(found.firms).toHaveLength(1);
		expect(yearOf(found, "913716256P28R5D185", 2023).emissions.electricity).toBeNull();
	});

	it("reaches no output as it stands: nothing steers, nothing hides, nothing runs", async () => {
		const raw = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
		const files = new Map([[names11, new TextDecoder().decode(bytesOf(names11))]]);
		for (const lang of ["en", "zh"]) {
			for (const format of ["text", "markdown", "csv", "json"]) {
				const { code, stdout, stderr } = await program(["report", names11, "--format", format, "--lang", lang], { files });
				expect(code).toBe(1);
				expect(`${stdout}${stderr}`.replaceAll("\n", "")).not.toMatch(raw);
				expect(stderr).toContain("\\x1b[31m博兴铝材有限公司\\x1b[0m");
				expect(stderr).toContain("博兴铝材有限公司\\u202e芜");
			}
		}
		const found = await reportOf(names11);
		const rows = csv(found).split("\n").slice(1);
		expect(rows.filter((row) => /(^|,)"?[=+@]/.test(row))).toEqual([]);
		expect(rows.join("\n")).toContain("'+cmd|' /C calc'!A0");
		// As values they are what the cells hold.
		const values = (JSON.parse(json(found)) as Report).findings.list.map(({ value }) => value);
		expect(values).toEqual(expect.arrayContaining(["\u001b[31m博兴铝材有限公司\u001b[0m", "博兴铝材有限公司\u200b"]));
	});
});

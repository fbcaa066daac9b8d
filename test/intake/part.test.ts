/** Parts of a run: plain data that joins in any order, however the rows were cut, and that lines of text carry. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinParts, type Part } from "../../src/intake/part.ts";
import { readPart, writePart } from "../../src/intake/part-text.ts";
import { languageOf } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import type { Source } from "../../src/records/source.ts";
import { understand } from "../../src/run/choices.ts";
import { given } from "../../src/run/given.ts";
import { judge, Stopped } from "../../src/run/judge.ts";
import { read } from "../../src/run/read.ts";
import { buildReport } from "../../src/views/build-report.ts";
import { csv } from "../../src/views/formats/csv.ts";
import { frameOf } from "../../src/views/frame.ts";
import { csvText, type Row } from "../support/tables.ts";

const runs = { numRuns: 60 };
const choices = understand({});

const energyRow: fc.Arbitrary<Row> = fc.record({
	firm: fc.constantFrom("F1", "F2", "企业"),
	firm_name: fc.constantFrom("", "Works A", "Works B"),
	site: fc.constantFrom("", "east"),
	period: fc.constantFrom("2020", "2021", "2021-05", "2021Q1", "2022", "nonsense"),
	carrier: fc.constantFrom("coke", "焦炭", "electricity", "raw-coal", "phlogiston"),
	quantity: fc.constantFrom("1", "1.0", "2.25", "0.1", "123456789012345678.9", "1,000", "", "-1"),
	unit: fc.constantFrom("t", "kg", "MWh"),
	ncv: fc.constantFrom("", "", "28", "28.0"),
	emission_factor: fc.constantFrom("", "", "", "2.86"),
});
const outputRow: fc.Arbitrary<Row> = fc.record({
	firm: fc.constantFrom("F1", "F2", "企业"),
	sector: fc.constantFrom("steel", "nonferrous", "nowhere"),
	period: fc.constantFrom("2020", "2021", "2022"),
	indicator: fc.constantFrom("value_added", "revenue"),
	quantity: fc.constantFrom("10", "10.00", "20.5", "x"),
	unit: fc.constantFrom("万元", "亿元"),
	prices: fc.constantFrom("constant-2020", "constant-2020", "current"),
});

const sourceOf = (name: string, rows: readonly Row[]): Source => ({
	name,
	bytes: async function* () {
		yield new TextEncoder().encode(csvText(rows));
	},
});
const linesOf = (part: Part): string[] => [...writePart(part)];

/** The report of a part, or why there is none: as csv, and whole. */
const reportsOf = (part: Part): { readonly csv: string; readonly json: string } => {
	try {
		const judged = judge(part, choices);
		const made = buildReport(judged.assessment, frameOf(judged, languageOf("en") as Language, "0.0.0"));
		return { csv: csv(made), json: JSON.stringify(made) };
	} catch (error) {
		if (!(error instanceof Stopped)) throw error;
		return { csv: error.troubles[0].code, json: error.troubles[0].code };
	}
};

/** Rows of a few files, and the order in which their parts are joined. */
const cases = fc.record({
	energy: fc.array(energyRow, { minLength: 3, maxLength: 20 }),
	output: fc.array(outputRow, { minLength: 1, maxLength: 8 }),
	homes: fc.array(fc.nat({ max: 2 }), { minLength: 20, maxLength: 20 }),
	picks: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
});
type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;

/** The energy rows spread over files, and the output; no two files alike, since those would be one. */
const filesOf = ({ energy, output, homes }: Case): Source[] => {
	const spread = ["a.csv", "b.csv", "c.csv"].flatMap((name, home) => {
		const rows = energy.filter((_, index) => homes[index] === home);
		return rows.length === 0 ? [] : [{ name, rows }];
	});
	fc.pre(new Set(spread.map(({ rows }) => csvText(rows))).size === spread.length);
	return [...spread.map(({ name, rows }) => sourceOf(name, rows)), sourceOf("output.csv", output)];
};

/** Any two of the parts that are left are joined, till there is one; the parts themselves stay as they are. */
const joinedBy = (parts: readonly Part[], picks: readonly number[]): Part => {
	const left = [...parts];
	for (let round = 0; left.length > 1; round += 1) {
		const pick = picks[round] ?? 0;
		const [one] = left.splice(pick % left.length, 1) as [Part];
		const [other] = left.splice((pick >> 2) % left.length, 1) as [Part];
		left.push(joinParts(structuredClone(one), structuredClone(other)));
	}
	return left[0] as Part;
};

describe("parts of a run", () => {
	it("join to the part of the whole, in any order and grouping", async () => {
		await fc.assert(
			fc.asyncProperty(cases, async (one) => {
				const files = filesOf(one);
				const whole = await read(given(files), choices);
				const parts = await Promise.all(files.map((file) => read(given([file]), choices)));
				const joined = joinedBy(parts, one.picks);
				expect(joined).toEqual(whole);
				expect(linesOf(joined)).toEqual(linesOf(whole));
				expect(reportsOf(joined)).toEqual(reportsOf(whole));
			}),
			runs,
		);
	});

	it("give the same figures however the rows are spread over files", async () => {
		await fc.assert(
			fc.asyncProperty(cases, async (one) => {
				const spread = await read(given(filesOf(one)), choices);
				const together = await read(given([sourceOf("energy.csv", one.energy), sourceOf("output.csv", one.output)]), choices);
				expect(reportsOf(spread).csv).toBe(reportsOf(together).csv);
			}),
			runs,
		);
	});

	it("are plain data: a copy, and what lines carry, give the same report", async () => {
		await fc.assert(
			fc.asyncProperty(cases, async (one) => {
				const part = await read(given(filesOf(one)), choices);
				const before = linesOf(part);
				const carried = readPart(before) as Part;
				expect(carried).toEqual(part);
				expect(linesOf(carried)).toEqual(before);
				const said = reportsOf(part);
				expect(reportsOf(carried)).toEqual(said);
				expect(reportsOf(structuredClone(part))).toEqual(said);
				expect(linesOf(part)).toEqual(before);
			}),
			runs,
		);
	});
});

describe("lines of a part", () => {
	const row = { firm: "F1", period: "2020", carrier: "coke", quantity: "0.1", unit: "t" };
	const lines = async (): Promise<string[]> => linesOf(await read(given([sourceOf("energy.csv", [row])]), choices));

	it("hold amounts as decimals", async () => {
		expect((await lines())[2]).toContain('"amount":{"$decimal":"0.1"}');
	});

	it("that were cut off, are of another version or are something else are no part", async () => {
		const whole = await lines();
		expect(readPart(whole.slice(0, -1))).toBe("incomplete");
		expect(readPart(whole.filter((_, index) => index !== 2))).toBe("incomplete");
		expect(readPart(['{"tanluPart":2}', ...whole.slice(1)])).toBe("version");
		expect(readPart(["firm,period,carrier"])).toBe("unreadable");
		expect(readPart(["[]", ...whole.slice(1)])).toBe("unreadable");
		expect(readPart([])).toBe("incomplete");
	});
});

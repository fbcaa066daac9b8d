/** Rows of simple firm-years from their sums: the bytes that reading, judging and the csv of reports make of the same tables. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sectorOf } from "../../src/assessment/assessment.ts";
import type { Rules } from "../../src/assessment/rules.ts";
import { given } from "../../src/assessment/simple/registers.ts";
import { reportColumns } from "../../src/contract/report.ts";
import { obtain } from "../../src/domain/obtain.ts";
import { setWhole } from "../../src/exact/wide/registers.ts";
import type { ReportOptions, Table } from "../../src/index.ts";
import type { Path } from "../../src/trajectory/path.ts";
import { figureColumns, firmColumns, verdictColumns } from "../../src/views/simple-rows/columns.ts";
import { type RowWriter, rowRoom, rowWriter, writeRow } from "../../src/views/simple-rows/row.ts";
import { type Template, templateOf } from "../../src/views/simple-rows/template.ts";
import { type Case, isSimple, put, rowOf, runOf, shapeOf, templateFor, writerFor } from "../support/simple-rows.ts";
import { csvText, type Row } from "../support/tables.ts";

interface Counted {
	rows: number;
	/** Rows that an example of another firm was the template of. */
	byOthers: number;
	/** Rows that are none, since registers hold no such numbers. */
	none: number;
	readonly words: Map<string, number>;
}

/** Every simple row of the tables by registers, with the first firm of each shape for an example; the rows are those of the report. */
async function expectRows(tables: readonly Table[], options: ReportOptions, counted: Counted): Promise<void> {
	const run = await runOf(tables, options);
	const cases = run.cases.filter(isSimple);
	const writer = writerFor(cases);
	const templates = new Map<string, { readonly example: Case; readonly template: Template | undefined }>();
	for (const one of cases) {
		const shape = shapeOf(one);
		const { example, template } = obtain(templates, shape, () => ({ example: one, template: templateFor(run, one) }));
		if (template === undefined) throw new Error(`no template of ${shape}`);
		const row = rowOf(writer, template, one);
		if (row === null) {
			expect(mostDigits(writer, one)).toBeGreaterThan(31);
			counted.none += 1;
			continue;
		}
		expect(row).toBe(one.line);
		counted.rows += 1;
		if (example !== one) counted.byOthers += 1;
		const word = `${one.one.verdict?.word} ${one.one.verdict?.qualifiers.join(" ")}`.trim();
		counted.words.set(word, (counted.words.get(word) ?? 0) + 1);
	}
}

/** Digits of the largest whole number of a year. */
const mostDigits = ({ denominators }: RowWriter, { one, base, last }: Case): number =>
	Math.max(
		...[one, base, last].flatMap((year) =>
			[
				[year?.emissions.total, denominators.co2] as const,
				[year?.emissions.tce, denominators.tce] as const,
				[year?.output?.value, denominators.output] as const,
			].map(([value, under]) => (value == null ? 0 : String((value.over * under) / value.under).length)),
		),
	);

const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];

/** Cents and thousandths of amounts from next to nothing to the whole country's. */
const amount = fc
	.tuple(
		fc.constantFrom(1, 1, 10, 10, 1_000, 1_000, 10_000, 10_000, 10_000, 10_000, 1_000_000),
		fc.integer({ min: 1, max: 999_999 }),
		fc.integer({ min: 0, max: 3 }),
	)
	.map(([size, n, places]) => {
		const digits = String(BigInt(size) * BigInt(n)).padStart(places + 1, "0");
		return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
	});

/** What a year is to the base: exactly the target, the base, a boundary of a year, or anything. */
const moves = fc.oneof(
	{ weight: 1, arbitrary: fc.constantFrom("82", "100", "96.109", "91", "90", "82.0001", "99.9999") },
	{
		weight: 3,
		arbitrary: fc
			.integer({ min: 60_000, max: 125_000 })
			.map((n) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, "0")}`),
	},
);

interface Firm {
	readonly name: string;
	readonly cells: Row;
	readonly factor: string;
	readonly first: number;
	readonly moves: readonly string[];
	readonly output: readonly string[];
	readonly others: readonly (readonly Row[])[];
}

const other = fc.subarray(
	[
		{ carrier: "electricity", unit: "MWh" },
		{ carrier: "heat", unit: "GJ" },
		{ carrier: "bituminous-coal", unit: "t" },
		{ carrier: "natural-gas", unit: "10^4 m3" },
		{ carrier: "limestone-flux", unit: "t" },
	],
	{ minLength: 0 },
);

const firm: fc.Arbitrary<Firm> = fc
	.record({
		name: fc.constantFrom("", "宏远钢铁", 'Works, "No. 2"', "=1+1", "-"),
		sector: fc.constantFrom("", "steel", "steel", "cement"),
		factor: fc.constantFrom("1", "1", "2.5", "1.0000000000005", "0.1234567890125", "3"),
		first: fc.constantFrom(2019, 2020, 2020),
		moves: fc.array(moves, { minLength: years.length, maxLength: years.length }),
		steady: fc.boolean(),
		output: fc.array(amount, { minLength: years.length, maxLength: years.length }),
		carriers: other,
		amounts: fc.array(amount, { minLength: 5, maxLength: 5 }),
	})
	.map(({ name, sector, factor, first, moves: moved, steady, output, carriers, amounts }) => ({
		...{ name, factor, first, moves: moved },
		cells: { firm_name: name, sector },
		output: steady ? output.map(() => output[0] as string) : output,
		// Other carriers are the same each year, or a tenth of it more.
		others: years.map((_, at) => carriers.map((carrier, i) => ({ ...carrier, quantity: `${amounts[i]}${steady ? "" : at}` }))),
	}));

const tablesOf = (firms: readonly Firm[], measure: Row): Table[] => {
	const energy: Row[] = [];
	const output: Row[] = [];
	firms.forEach(({ cells, factor, first, moves: moved, output: outputs, others }, n) => {
		for (const [at, year] of years.entries()) {
			if (year < first) continue;
			const own = { firm: `F${n}`, ...cells, period: String(year) };
			energy.push({
				...own,
				carrier: "coke",
				unit: "t",
				quantity: year <= 2020 ? "100" : (moved[at] as string),
				emission_factor: factor,
			});
			for (const row of others[at] as readonly Row[]) energy.push({ ...own, ...row, emission_factor: "" });
			output.push({ ...own, ...measure, quantity: outputs[at] as string });
		}
	});
	return [
		{ name: "energy.csv", text: csvText(energy) },
		{ name: "output.csv", text: csvText(output) },
	];
};

/** A firm of plain numbers. */
const plain: Firm = {
	...{ name: "", cells: { sector: "steel" }, factor: "1", first: 2019 },
	moves: years.map(() => "95"),
	output: years.map(() => "1000"),
	others: years.map(() => []),
};

const money: Row = { indicator: "value_added", unit: "10^4 CNY", prices: "constant-2020" };
const steel: Row = { indicator: "production", product: "crude_steel", unit: "t" };

describe("the row of a simple firm-year", () => {
	it("has the columns of the report: each figure, and the verdict's side by side", () => {
		const columns = Object.keys(reportColumns);
		const places = figureColumns.map(({ column }) => columns.indexOf(column));
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(places).not.toContain(-1);
		const first = columns.indexOf(verdictColumns[0] as string);
		expect(columns.slice(first, first + verdictColumns.length)).toEqual(verdictColumns);
	});

	it("takes no column for the same in all firms but those that are", () => {
		const own = [...firmColumns, ...figureColumns.map(({ column }) => column), ...verdictColumns];
		expect(Object.keys(reportColumns).filter((column) => !(own as string[]).includes(column))).toEqual([
			...["year", "coverage", "output_unit", "prices", "intensity_unit", "own_targets", "own_base_year", "own_prices"],
			...["own_required_change_pct", "sector_base", "sector_firms", "sector_required", "sector_target", "reasons"],
		]);
	});

	it.each<[string, Row, ReportOptions]>([
		["money, each year by its plan", money, {}],
		["money, years after the plan too", money, { targets: "plan-14" }],
		["tonnes of a product", steel, { per: "product:crude_steel" }],
		["energy alone within the boundary", money, { boundary: "energy" }],
	])(
		"is that of the report for any firms: %s",
		async (_, measure, options) => {
			const counted: Counted = { rows: 0, byOthers: 0, none: 0, words: new Map() };
			await fc.assert(
				fc.asyncProperty(fc.array(firm, { minLength: 20, maxLength: 30 }), async (firms) => {
					await expectRows(tablesOf(firms, measure), options, counted);
				}),
				{ numRuns: 3, seed: 20_201_231, endOnFailure: true },
			);
			expect(counted.byOthers).toBeGreaterThan(400);
		},
		60_000,
	);

	it("is none where a total or an output is not above zero, and where a number is more than registers hold", async () => {
		const tables = tablesOf([plain], money);
		const run = await runOf(tables);
		const one = run.cases.find(({ shown }) => shown.year.year === 2022) as Case;
		const template = templateFor(run, one) as Template;
		const writer = writerFor(run.cases);
		const who = new Uint8Array(0);
		const out = new DataView(new ArrayBuffer(rowRoom));
		put(writer, one);
		expect(writeRow(out, 0, writer, template, who, 0, 0)).toBeGreaterThan(200);
		for (const register of [given.total, given.output, given.baseTotal, given.baseOutput, given.lastTotal, given.lastOutput])
			for (const value of [0n, -1n, 2n ** 104n]) {
				put(writer, one);
				setWhole(writer.registers, register, value);
				expect(writeRow(out, 0, writer, template, who, 0, 0)).toBe(-1);
			}
	});

	it("has no template of a year that is withheld, nor of terms that it was not judged by", async () => {
		const run = await runOf(tablesOf([plain, { ...plain, first: 2021 }], money));
		const rules = run.judged.assessment.plans[0] as Rules;
		const of = (firm: string): Case =>
			run.cases.find(({ shown }) => shown.firm.firm === firm && shown.year.year === 2022) as Case;
		const [one, withoutBase] = [of("F0"), of("F1")];
		const path = one.one.paths?.own as Path;
		const sector = sectorOf(run.judged.assessment, one.firm.pool, rules.plan);
		expect(templateOf(one.shown, { year: 2022, path, rules, sector })).toBeDefined();
		expect(withoutBase.one.verdict?.word).toBe("withheld");
		expect(templateOf(withoutBase.shown, { year: 2022, path, rules, sector })).toBeUndefined();
		expect(templateOf(one.shown, { year: 2023, path, rules, sector })).toBeUndefined();
		expect(templateOf(one.shown, { year: 2022, path, rules, sector: undefined })).toBeUndefined();
	});

	it("stands over denominators that registers hold", () => {
		expect(rowWriter({ co2: 10n ** 20n, tce: 1n, output: 1n })).toBeDefined();
		expect(rowWriter({ co2: 10n ** 30n, tce: 1n, output: 1n })).toBeUndefined();
	});
});

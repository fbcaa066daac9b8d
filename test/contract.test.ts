/** What programs may rely on: the report as json and as csv, for the demonstration and for tables with everything wrong. */

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { shapesOf } from "../src/contract/outputs.ts";
import { decimalPattern, shapeSchema } from "../src/contract/schemas.ts";
import { type Report, type ReportFirm, type ReportYear, report, type Table } from "../src/index.ts";
import { csv } from "../src/views/formats/csv.ts";
import { json } from "../src/views/formats/json.ts";
import { figures, keyOrder, keys } from "./contract/keys.ts";

const reportSchema = shapeSchema(shapesOf("report"), "report");

const demo = (): Table[] =>
	["output.csv", "firms.csv", "energy.csv"].map((name) => ({
		name,
		reference: name === "firms.csv",
		text: readFileSync(new URL(`../fixtures/demo/${name}`, import.meta.url), "utf8"),
	}));

/** Every finding and every unknown the demonstration does not show: measured and direct factors, refused rows, awkward names. */
const awkward: Table[] = [
	{
		name: "b/energy.csv",
		text: [
			"firm,firm_name,sector,period,carrier,use,quantity,unit,ncv,emission_factor",
			'"=HYPERLINK(""x"")","Smith, ""Steel""\nand sons",steel,2020,coke,,1000,t,28.435,',
			'"=HYPERLINK(""x"")","Smith, ""Steel""\nand sons",steel,2021,coke,,900,t,,',
			"@b,-1+1,chemicals,2020,coke,,10,t,,2.86",
			"@b,-1+1,chemicals,2021,coke,,-3.2,t,,2.86",
			"@b,-1+1,chemicals,2022,coke,,ten,t,,2.86",
			"c,,,2020,raw-coal,,10,t,,",
			"c,,,2021,electricity,,0,kWh,,",
			"d,,,2021,electricity,sold,7,MWh,,",
			"d,,,2020,electricity,,5,MWh,,",
			"d,,,2020,naphtha,feedstock,5,t,,",
			"d,,,2021-13,coke,,5,t,,",
		].join("\n"),
	},
	{
		name: "a/output.csv",
		text: [
			"firm,period,indicator,quantity,unit,prices",
			'"=HYPERLINK(""x"")",2020,value_added,300,万元,constant-2020',
			'"=HYPERLINK(""x"")",2021,value_added,290,万元,constant-2020',
			"@b,2020,value_added,7,万元,constant-2020",
			"@b,2021,value_added,0,万元,constant-2020",
			"d,2020,value_added,7,万元,current",
			"d,2021,value_added,7,万元,current",
		].join("\n"),
	},
	{ name: "a/factors.csv", reference: true, text: "carrier,unit,emission_factor,source\nlignite,t,1.1,laboratory\n" },
];

/** As the product's page has it. */
const HEADER = [
	"firm,name,sector,province,year,coverage,fuel_tco2,process_tco2,electricity_tco2,heat_tco2,total_tco2,energy_tce,output,output_unit,prices,",
	"intensity,intensity_unit,since_base_pct,since_last_year_pct,own_targets,own_base_year,own_prices,own_base,own_required,own_required_change_pct,own_gap,own_gap_pct,own_gap_points,",
	"own_gap_tonnes,own_target,own_target_gap_pct,needed_yearly_cut_pct,sector_base,sector_firms,sector_required,sector_gap,sector_gap_pct,",
	"sector_gap_tonnes,sector_target,sector_target_gap_pct,progress_pct,completion_pct,schedule_ratio,year_test,cumulative_test,verdict,qualifiers,reasons",
].join("");

/** The csv row of a firm-year, from the json alone; text as a reader of the csv gets it. */
const row = (firm: ReportFirm, one: ReportYear): (string | number | null | undefined)[] => {
	const { emissions, change, ownPath, sectorPath, progress, verdict } = one;
	return [
		...[firm.firm, firm.name, firm.sector, firm.province, one.year, one.coverage],
		...[emissions.fuel, emissions.process, emissions.electricity, emissions.heat, emissions.total, one.energy.value],
		...[one.output.value, one.output.unit, one.output.prices, one.intensity.value, one.intensity.unit],
		...[change?.sinceBasePercent, change?.sinceLastYearPercent],
		...[ownPath?.targets, ownPath?.baseYear, ownPath?.prices],
		...[ownPath?.base, ownPath?.required, ownPath?.requiredChangePercent, ownPath?.gap, ownPath?.gapPercent, ownPath?.gapPoints],
		...[ownPath?.gapTonnes, ownPath?.target, ownPath?.targetGapPercent, ownPath?.neededYearlyCutPercent],
		...[sectorPath?.base, sectorPath?.firms, sectorPath?.required, sectorPath?.gap, sectorPath?.gapPercent],
		...[sectorPath?.gapTonnes, sectorPath?.target, sectorPath?.targetGapPercent],
		...[progress?.percent, progress?.completionPercent, progress?.scheduleRatio],
		...[verdict?.yearTest, verdict?.cumulativeTest, verdict?.word, verdict?.qualifiers.join(" "), verdict?.reasons.join(" ")],
	];
};

const inOrder = (names: readonly string[]): boolean => names.every((name, i) => i === 0 || (names[i - 1] as string) < name);

const caseTables = (name: string, files: readonly string[]): Table[] =>
	files.map((file) => ({
		name: `${file}.csv`,
		text: readFileSync(new URL(`../fixtures/cases/${name}/${file}.csv`, import.meta.url), "utf8"),
		reference: file === "targets",
	}));

const runs: readonly (readonly [string, () => Promise<Report>])[] = [
	["the demonstration", () => report(demo())],
	["the demonstration along a line", () => report(demo(), { path: "linear", boundary: "energy" })],
	["the demonstration under the next plan", () => report(demo(), { targets: "plan-15", electricity: "national" })],
	["what the Plan asks besides", () => report(caseTables("plan-indicators", ["energy", "output"]))],
	["totals beside what is allowed", () => report(caseTables("caps", ["energy", "output", "targets"]))],
	["a year whose figure is known to be wrong", () => report(caseTables("../findings/zero-months", ["energy", "output"]))],
	["tables with everything wrong", () => report(awkward)],
	[
		"tables with everything wrong, asserted",
		() => report(awkward, { prices: "constant-2020", addRepeats: true, absentIsZero: true }),
	],
];

describe.each(runs)("the report of %s", (_, make) => {
	let found: Report;
	beforeAll(async () => {
		// What is written and read again: a key that is undefined would be missing.
		found = JSON.parse(json(await make())) as Report;
	});

	it("is what the schema allows and nothing else", () => {
		const checked = reportSchema.safeParse(found);
		expect(checked.error?.issues ?? []).toEqual([]);
		expect(checked.success).toBe(true);
	});

	it("has its keys in the order of the contract, at every level", () => {
		const { wrong, seen } = keyOrder(found);
		expect(wrong).toEqual([]);
		expect(seen.size).toBeGreaterThan(15);
	});

	it("writes every figure as a plain decimal of at most twelve places", () => {
		const texts = figures(found);
		expect(texts.length).toBeGreaterThan(20);
		expect(texts.filter(({ text }) => !decimalPattern(12).test(text))).toEqual([]);
	});

	it("lists inputs by name, firms by code unit, and each firm's years in time", () => {
		expect(inOrder(found.inputs.map(({ file }) => file))).toBe(true);
		expect(inOrder(found.firms.map(({ firm }) => firm))).toBe(true);
		for (const { years } of found.firms) expect(inOrder(years.map(({ year }) => String(year)))).toBe(true);
	});

	it("closes the sectors with all, the others in order of id", () => {
		const names = found.sectors.map(({ sector }) => sector);
		expect(names.at(-1)).toBe("all");
		expect(names.filter((name) => name === "all")).toHaveLength(1);
		expect(inOrder(names.slice(0, -1))).toBe(true);
	});

	it("accounts for every row: read is used, refused and skipped", () => {
		for (const { rows } of found.inputs) expect(rows.read).toBe(rows.used + rows.refused + rows.skipped);
	});

	it("counts at least the findings it lists", () => {
		for (const gravity of ["error", "warning", "note"] as const) {
			expect(found.findings.counts[gravity]).toBeGreaterThanOrEqual(
				found.findings.list.filter((one) => one.gravity === gravity).length,
			);
		}
	});

	it("withholds change, path and progress where it withholds the verdict", () => {
		const all = found.firms.flatMap(({ years }) => years).filter(({ verdict }) => verdict?.word === "withheld");
		for (const one of all) {
			expect([one.progress, one.verdict?.qualifiers, one.verdict?.yearTest]).toEqual([null, [], "not-checked"]);
			expect(one.verdict?.reasons.length).toBeGreaterThan(0);
		}
		expect(found.firms.length).toBeGreaterThan(0);
	});

	it("is the same facts as csv: the header of the contract, one row a firm and year, cell by cell", () => {
		const text = csv(found);
		expect(text.slice(0, text.indexOf("\n"))).toBe(HEADER);
		expect(text.endsWith("\n")).toBe(true);
		const [, ...rows] = parse(text, { relax_column_count: false }) as string[][];
		const expected = found.firms.flatMap((firm) => firm.years.map((one) => row(firm, one)));
		// Text that a spreadsheet would run has an apostrophe before it, and control characters are spelt out.
		const plain = (cell: string | number | null | undefined): string => {
			if (cell === null || cell === undefined) return "";
			const visible = String(cell).replaceAll("\n", "\\x0a");
			return /^[=+@]|^-[^\d]|^-\d+[^\d.]/.test(visible) ? `'${visible}` : visible;
		};
		expect(rows).toEqual(expected.map((cells) => cells.map(plain)));
		expect(rows.length).toBe(expected.length);
	});
});

describe("the contract as a whole", () => {
	it("is shown by these runs: every object it knows occurs in one of them", async () => {
		const seen = new Set<string>();
		for (const [, make] of runs) for (const place of keyOrder(await make()).seen) seen.add(place);
		expect(Object.keys(keys).filter((place) => !seen.has(place))).toEqual([]);
	});

	it("is the same bytes for the same tables, in whatever order they are given", async () => {
		const once = json(await report(demo()));
		expect(json(await report(demo()))).toBe(once);
		expect(json(await report(demo().reverse()))).toBe(once);
	});

	const measured = (header: string, cells: string): Promise<Report> =>
		report([{ name: "energy.csv", text: `firm,period,carrier,quantity,unit,${header}\nF,2020,coke,1,t,${cells}\n` }]);

	// To be `it` once measured values are written as other figures are, or the contract says that they are not.
	it("writes a measured value of many places with at most twelve", async () => {
		const found = await measured("ncv,carbon_content,oxidation_rate", "28.12345678901234567,0.0294,0.93");
		expect(reportSchema.safeParse(found).error?.issues ?? []).toEqual([]);
	});

	it("writes a measured factor without trailing zeros, like every number", async () => {
		const found = await measured("emission_factor", "2.860");
		expect(reportSchema.safeParse(found).error?.issues ?? []).toEqual([]);
		expect(found.firms[0]?.years[0]?.carriers[0]?.factor).toMatchObject({
			kind: "direct",
			emissionFactor: "2.86",
			measured: ["emission_factor"],
		});
	});

	it.each([
		"1.50",
		"-0",
		"0.0",
		"+1",
		"1e3",
		"01",
		".5",
		"5.",
		"-0.0",
		"1.0000000000001",
		"",
		"NaN",
	])("%j is no figure of it", (text) => {
		expect(decimalPattern(12).test(text)).toBe(false);
	});

	it.each(["0", "-1", "10", "100.000000000001", "-0.5", "0.000000000001", "12345678901234567890123"])("%j is one", (text) => {
		expect(decimalPattern(12).test(text)).toBe(true);
	});
});

/** What would be: the same as the report of tables that were edited by hand; what is needed is enough, and not too much. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WhatifOutput, WhatifState, WhatifYearOutput } from "../../src/contract/whatif.ts";
import { type ReportYear, report, type Table } from "../../src/index.ts";
import { compiled, faults, made } from "../contract/validator.ts";
import { type HeardIn, heardIn } from "../support/in-folder.ts";
import "../support/seed.ts";
import { energy, output, type Row, yearOf } from "../support/tables.ts";
import { Fine } from "./oracle.ts";

const run = async (tables: readonly Table[], ...words: readonly string[]): Promise<HeardIn> => {
	const folder = mkdtempSync(join(tmpdir(), "whatif-"));
	try {
		for (const { name, text } of tables) writeFileSync(join(folder, name), text);
		return await heardIn(folder, ["whatif", ...tables.map(({ name }) => name), "--no-screen", ...words]);
	} finally {
		rmSync(folder, { recursive: true });
	}
};
const told = async (tables: readonly Table[], ...words: readonly string[]): Promise<WhatifOutput> => {
	const { stdout, stderr, exitCode } = await run(tables, ...words, "--format", "json");
	if (exitCode > 1) throw new Error(stderr);
	return JSON.parse(stdout) as WhatifOutput;
};
const yearIn = async (tables: readonly Table[], ...words: readonly string[]): Promise<WhatifYearOutput> => {
	const { firms } = await told(tables, ...words);
	return firms[0]?.years[0] as WhatifYearOutput;
};

/** What the report has of a year, by the names of here. */
const stateOf = ({
	emissions,
	energy: used,
	output: out,
	intensity,
	ownPath,
	verdict,
	change,
}: ReportYear): Partial<WhatifState> => ({
	...{ fuel: emissions.fuel, electricity: emissions.electricity, emissions: emissions.total, energy: used.value },
	...{ output: out.value, intensity: intensity.value, sinceBasePercent: change?.sinceBasePercent ?? null },
	...{ required: ownPath?.required ?? null, gap: ownPath?.gap ?? null, gapPercent: ownPath?.gapPercent ?? null },
	...{ gapTonnes: ownPath?.gapTonnes ?? null, verdict: verdict?.word ?? null, reasons: verdict?.reasons ?? [] },
});

type Amounts = Readonly<Record<"coal" | "gas" | "power" | "green", number>>;
const rowsOf = (period: string, { coal, gas, power, green }: Amounts): Row[] => [
	{ period, carrier: "bituminous-coal", unit: "t", quantity: String(coal) },
	{ period, carrier: "natural-gas", unit: "10^4 Nm3", quantity: String(gas) },
	{ period, carrier: "electricity", unit: "10^4 kWh", quantity: String(power) },
	{ period, carrier: "green-electricity", unit: "10^4 kWh", quantity: String(green) },
];
const times = (row: Row, by: string): Row => ({ ...row, quantity: new Fine(row["quantity"] as string).times(by).toFixed() });
const share = (percent: string): string => new Fine(percent).dividedBy(100).toFixed();
const rest = (percent: string): string => new Fine(100).minus(percent).dividedBy(100).toFixed();
const isOf =
	(carrier: string) =>
	(row: Row): boolean =>
		row["carrier"] === carrier;

/** Heat values of the default set (ndrc-guidelines): GJ per t. */
const coalHeat = "23.204";

/** Rows of a year as an edit by hand would have them. */
const edits: Readonly<Record<string, (rows: readonly Row[], percent: string) => Row[]>> = {
	"electricity=-": (rows, percent) => rows.map((row) => (isOf("electricity")(row) ? times(row, rest(percent)) : row)),
	"natural-gas=+": (rows, percent) =>
		rows.map((row) => (isOf("natural-gas")(row) ? times(row, new Fine(share(percent)).plus(1).toFixed()) : row)),
	"bituminous-coal>natural-gas=": (rows, percent) =>
		rows.flatMap((row) =>
			isOf("bituminous-coal")(row)
				? [
						times(row, rest(percent)),
						{ ...times(times(row, share(percent)), coalHeat), carrier: "natural-gas", unit: "GJ", site: "new" },
					]
				: [row],
		),
	"green-electricity=": (rows, percent) =>
		rows.flatMap((row) => {
			if (isOf("electricity")(row))
				return [times(row, rest(percent)), { ...times(row, share(percent)), carrier: "green-electricity", site: "new" }];
			if (isOf("green-electricity")(row))
				return [times(row, share(percent)), { ...times(row, rest(percent)), carrier: "electricity", site: "new" }];
			return [row];
		}),
};

const amounts = fc.record({
	coal: fc.integer({ min: 1, max: 90_000 }),
	gas: fc.integer({ min: 1, max: 900 }),
	power: fc.integer({ min: 1, max: 9000 }),
	green: fc.integer({ min: 1, max: 900 }),
});
const percents = fc.integer({ min: 0, max: 1000 }).map((tenths) => new Fine(tenths).dividedBy(10).toFixed());

describe("any change", () => {
	const years = ["2020", "2022"];
	const outputs = [
		{ period: "2020", quantity: "9000" },
		{ period: "2022", quantity: "9500" },
	];

	it("comes to what the report makes of tables that were edited so", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.tuple(amounts, amounts),
				fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), percents), { minLength: 1, maxLength: 2 }),
				fc.boolean(),
				async (both, levers, market) => {
					const options = market ? ["--market-based", "--electricity", "national@2021"] : [];
					const [base, now] = both.map((one, at) => rowsOf(years[at] as string, one)) as [Row[], Row[]];
					// Sites of rows that an edit brings in twice would contradict each other.
					const edited = levers.reduce<Row[]>(
						(rows, [lever, percent], at) =>
							(edits[lever] as (typeof edits)[string])(rows, percent).map((row) =>
								row["site"] === "new" ? { ...row, site: `new ${at}` } : row,
							),
						now,
					);
					const sites = edited.map((row, at): Row => ({ ...row, site: `row ${at}` }));
					const found = await yearIn(
						[energy([...base, ...now]), output(outputs)],
						...levers.flatMap(([lever, percent]) => ["--set", `${lever}${percent}%`]),
						...options,
					);
					const wanted = await report([energy([...base.map((row) => ({ ...row, site: "" })), ...sites]), output(outputs)], {
						noScreen: true,
						electricity: "national@2021",
						marketBased: market,
					});
					expect(found.hindrances).toEqual([]);
					expect(found.whatIf).toMatchObject(stateOf(yearOf(wanted, "F1", 2022)));
					expect([found.reported.reportedData, found.whatIf?.reportedData]).toEqual([true, false]);
				},
			),
			{ numRuns: 30, endOnFailure: true },
		);
	}, 120_000);

	it("of the output comes to what the report makes of other output", async () => {
		const rows = years.flatMap((period) => rowsOf(period, { coal: 900, gas: 4, power: 70, green: 3 }));
		const found = await yearIn([energy(rows), output(outputs)], "--set", "output=+3.5%");
		const wanted = await report([energy(rows), output([outputs[0] as Row, { period: "2022", quantity: "9832.5" }])], {
			noScreen: true,
		});
		expect(found.whatIf).toMatchObject(stateOf(yearOf(wanted, "F1", 2022)));
	});

	it("in some months comes to what the report makes of those months edited", async () => {
		const months = (year: string): Row[] =>
			Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`).flatMap((period) =>
				rowsOf(period, { coal: 900 + Number(period.slice(5)), gas: 4, power: 70, green: 3 }),
			);
		const inLast = (row: Row): boolean => (row["period"] as string) >= "2022-09";
		const all = [...months("2020"), ...months("2022")];
		const found = await yearIn([energy(all), output(outputs)], "--set", "electricity=-40%", "--months", "9-12");
		const edited = all.map((row) => (isOf("electricity")(row) && inLast(row) ? times(row, "0.6") : row));
		const wanted = await report([energy(edited), output(outputs)], { noScreen: true });
		expect(found.whatIf).toMatchObject(stateOf(yearOf(wanted, "F1", 2022)));
		// A fuel that the firm has in no other month lacks in none.
		const lpg = await yearIn([energy(all), output(outputs)], "--set", "bituminous-coal>lpg=40%", "--months", "9-12");
		expect([lpg.whatIf?.reasons, lpg.whatIf?.verdict]).toEqual([[], "on-track"]);
	});
});

describe("what is needed", () => {
	const outputs = [
		{ period: "2020", quantity: "9000" },
		{ period: "2022", quantity: "9000" },
	];

	it("is enough, and a millionth of a per cent less is not", async () => {
		await fc.assert(
			fc.asyncProperty(fc.tuple(amounts, amounts), async ([then, now]) => {
				const tables = [energy([...rowsOf("2020", then), ...rowsOf("2022", now)]), output(outputs)];
				const options = ["--market-based", "--electricity", "national@2021"];
				const asked = ["bituminous-coal", "electricity", "bituminous-coal>natural-gas", "green-electricity", "output"];
				const { closing, reported } = await yearIn(tables, "--close-gap", ...options);
				expect(closing.map(({ lever }) => lever)).toEqual([
					"bituminous-coal",
					"electricity",
					"natural-gas",
					"green-electricity",
					"output",
				]);
				const some = await yearIn(tables, "--close-gap", ...asked.flatMap((lever) => ["--set", lever]), ...options);
				for (const { lever, state, percent } of some.closing) {
					if (new Fine(reported.gap ?? 0).lte(0)) {
						expect([lever, state, percent]).toEqual([lever, "reached-already", null]);
						continue;
					}
					const signs: Readonly<Record<string, string>> = { "bituminous-coal": "-", electricity: "-", output: "+" };
					const gapAt = async (amount: string): Promise<InstanceType<typeof Fine>> =>
						new Fine((await yearIn(tables, "--set", `${lever}=${signs[lever] ?? ""}${amount}%`, ...options)).whatIf?.gap ?? 0);
					if (state === "cannot") {
						expect(lever).not.toBe("output");
						expect((await gapAt("100")).gt(0)).toBe(true);
						continue;
					}
					expect(state).toBe("reaches");
					expect((await gapAt(percent as string)).lte(0)).toBe(true);
					expect((await gapAt(new Fine(percent as string).minus("0.000001").toFixed())).gt(0)).toBe(true);
				}
			}),
			{ numRuns: 8, endOnFailure: true },
		);
	}, 120_000);

	it("is unknown of a year without a path, and cannot be had of green power at the grid's factor", async () => {
		const rows = [
			...rowsOf("2020", { coal: 900, gas: 4, power: 70, green: 3 }),
			...rowsOf("2022", { coal: 990, gas: 4, power: 70, green: 3 }),
		];
		const base = await yearIn([energy(rows), output(outputs)], "--close-gap", "--set", "electricity", "--year", "2020");
		expect(base.closing[0]?.state).toBe("reached-already");
		const none = await yearIn([energy(rows.slice(4)), output(outputs.slice(1))], "--close-gap", "--set", "electricity");
		expect(none.closing).toEqual([{ lever: "electricity", state: "unknown", percent: null }]);
		const power = await yearIn([energy(rows), output(outputs)], "--close-gap", "--set", "green-electricity");
		expect(power.closing).toEqual([{ lever: "green-electricity", state: "cannot", percent: null }]);
	});
});

describe("what stands in the way", () => {
	const rows = ["2020", "2022"].flatMap((period) => rowsOf(period, { coal: 900, gas: 4, power: 70, green: 3 }));
	const outputs = [
		{ period: "2020", quantity: "9000" },
		{ period: "2022", quantity: "9000" },
	];
	const tables = [energy(rows), output(outputs)];

	it.each<readonly [string, readonly string[], string]>([
		["nothing", [], "--set"],
		["no amount", ["--set", "electricity"], "--set 'electricity'"],
		["no sign", ["--set", "electricity=5%"], "+5%"],
		["no per cent", ["--set", "electricity=-5"], "--set 'electricity=-5'"],
		["more than all", ["--set", "electricity=-101%"], "100%"],
		["more than all of a fuel", ["--set", "bituminous-coal>natural-gas=100.1%"], "100%"],
		["no output left", ["--set", "output=-100%"], "100%"],
		["a carrier that nobody knows", ["--set", "bitumnous-coal=-5%"], "bituminous-coal"],
		["a fuel in its own place", ["--set", "coke>coke=5%"], "two different fuels"],
		["power in the place of a fuel", ["--set", "coke>electricity=5%"], "two different fuels"],
		["a carrier that no firm has", ["--set", "coke=-5%"], "coke=-5%"],
		["a year that no firm has", ["--set", "electricity=-5%", "--year", "2021"], "--year '2021'"],
		["months of no year", ["--set", "electricity=-5%", "--months", "9-13"], "9-12"],
	])("is told in one line: %s", async (_, words, part) => {
		const { exitCode, stdout, stderr } = await run(tables, ...words, "--quiet");
		expect([exitCode, stdout]).toEqual([2, ""]);
		expect(stderr.trim().split("\n").at(-1)).toContain(part);
	});

	it.each<readonly [string, readonly string[], Row[], string]>([
		["months of an amount that covers the year", ["--set", "electricity=-5%", "--months", "9-12"], rows, "reaches-beyond"],
		[
			"a fuel without a heat value",
			["--set", "bituminous-coal>natural-gas=5%"],
			rows.map((row) => (isOf("bituminous-coal")(row) ? { ...row, emission_factor: "2" } : row)),
			"no-heat-value",
		],
		["a fuel without a factor in its place", ["--set", "bituminous-coal>industrial-waste=5%"], rows, "no-factor"],
		[
			"months without an amount",
			["--set", "electricity=-5%", "--months", "9"],
			[...rows.slice(0, 4), ...rows.slice(4).map((row) => ({ ...row, period: "2022-08" }))],
			"no-months",
		],
	])("is named, and no figure is told: %s", async (_, words, some, reason) => {
		const { hindrances, whatIf, difference } = await yearIn([energy(some), output(outputs)], ...words);
		expect([hindrances.map((one) => one.reason), whatIf, difference]).toEqual([[reason], null, null]);
		const { stdout } = await run([energy(some), output(outputs)], ...words, "--format", "csv");
		const [header, reported, changed] = stdout
			.trimEnd()
			.split("\n")
			.map((line) => line.split(","));
		const cell = (line: readonly string[] | undefined, column: string): string | undefined =>
			line?.[header?.indexOf(column) ?? -1];
		expect([
			cell(reported, "reported_data"),
			cell(changed, "reported_data"),
			cell(changed, "total_tco2"),
			cell(changed, "intensity"),
		]).toEqual(["yes", "no", "", ""]);
	});

	it("marks every line that is not reported, in every format", async () => {
		const text = (await run(tables, "--set", "electricity=-5%")).stdout.split("\n");
		expect(text[0]).toContain("NOT REPORTED DATA");
		const from = text.findIndex((line) => line.startsWith("figure"));
		for (const line of text.slice(from + 2, from + 12)) expect(line).toContain("*");
		const markdown = (await run(tables, "--set", "electricity=-5%", "--format", "markdown")).stdout;
		expect(markdown).toContain("NOT REPORTED DATA");
		const csv = (await run(tables, "--set", "electricity=-5%", "--format", "csv")).stdout.trimEnd().split("\n");
		expect(csv).toHaveLength(3);
	});

	it("writes json as its schema says", async () => {
		const valid = compiled(made.en.outputs.whatif);
		for (const words of [
			["--set", "electricity=-5%", "--close-gap"],
			["--set", "bituminous-coal>industrial-waste=5%"],
			["--close-gap", "--year", "2020,2022"],
		])
			expect(faults(valid, await told(tables, ...words))).toEqual([]);
	});
});

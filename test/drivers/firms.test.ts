/** Why firms moved, from their tables: against a second reckoning from the report of the same tables, and what cannot be told. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Drivers, DriversChange, DriversFirm, DriversLines } from "../../src/contract/drivers.ts";
import { type ReportYear, report, type Table } from "../../src/index.ts";
import { type HeardIn, heardIn } from "../support/in-folder.ts";
import "../support/seed.ts";
import { compiled, faults, made } from "../contract/validator.ts";
import { energy, output, type Row } from "../support/tables.ts";
import { Fine, mean, type Number120 } from "./oracle.ts";

const of = (value: string | number): Number120 => new Fine(value);
const zero = of(0);

const run = async (tables: readonly Table[], ...words: readonly string[]): Promise<HeardIn> => {
	const folder = mkdtempSync(join(tmpdir(), "drivers-"));
	try {
		for (const { name, text } of tables) writeFileSync(join(folder, name), text);
		return await heardIn(folder, ["drivers", ...tables.map(({ name }) => name), ...words]);
	} finally {
		rmSync(folder, { recursive: true });
	}
};

const driversOf = async (tables: readonly Table[], ...words: readonly string[]): Promise<Drivers> => {
	const { stdout, stderr, exitCode } = await run(tables, ...words, "--format", "json");
	if (exitCode > 1) throw new Error(stderr);
	return JSON.parse(stdout) as Drivers;
};

type Sums = Record<Exclude<keyof DriversLines, "residue" | "change">, Number120>;
const nothing = (): Sums => ({
	...{ activity: zero, structure: zero, energy: zero, mix: zero, factors: zero, grid: zero },
	...{ process: zero, entryExit: zero, outside: zero },
});
const ratio = (now: Number120, then: Number120): Number120 => now.dividedBy(then).ln();

/** A firm in two years as the report has them. */
interface Ends {
	readonly then: ReportYear;
	readonly now: ReportYear;
}

/** t CO2 and tce of each carrier of a year that was burnt, bought or used up, and of all that was subtracted. */
const linesOf = ({ carriers }: ReportYear) => {
	const found = new Map<string, { readonly co2: Number120; readonly tce: Number120 }>();
	let left = zero;
	for (const { carrier, use, co2, tce } of carriers) {
		if (use === "sold") left = left.plus(co2 ?? 0);
		else
			found.set(carrier, {
				co2: of(co2 ?? 0).plus(found.get(carrier)?.co2 ?? 0),
				tce: of(tce ?? 0).plus(found.get(carrier)?.tce ?? 0),
			});
	}
	return { found, left };
};
const materials = new Set(["limestone-flux"]);

/** Effects on the emissions of a firm within a pool of so much output; of a firm alone the pool is itself. */
const emissionEffects = ({ then, now }: Ends, pool: readonly [Number120, Number120] | null, per: boolean): Sums => {
	const [a, b] = [linesOf(then), linesOf(now)];
	const [v0, v1] = [of(then.output.value ?? 0), of(now.output.value ?? 0)];
	const [p0, p1] = pool ?? [v0, v1];
	const energyOf = ({ found }: typeof a): Number120 =>
		[...found].reduce((all, [carrier, { tce }]) => (materials.has(carrier) ? all : all.plus(tce)), zero);
	const [e0, e1] = [energyOf(a), energyOf(b)];
	const sums = nothing();
	const divided = (value: Number120, by: Number120): Number120 => (per ? value.dividedBy(by) : value);
	sums.outside = divided(b.left, p1).minus(divided(a.left, p0));
	for (const carrier of new Set([...a.found.keys(), ...b.found.keys()])) {
		const none = { co2: zero, tce: zero };
		const [x, y] = [a.found.get(carrier) ?? none, b.found.get(carrier) ?? none];
		const [c0, c1] = [divided(x.co2, p0), divided(y.co2, p1)];
		const own = materials.has(carrier) ? "process" : "mix";
		if (c0.isZero() || c1.isZero()) {
			sums[own] = sums[own].plus(c1.minus(c0));
			continue;
		}
		const weight = mean(c1, c0);
		const add = (driver: keyof Sums, change: Number120): void => {
			sums[driver] = sums[driver].plus(weight.times(change));
		};
		if (!per) add("activity", ratio(p1, p0));
		add("structure", ratio(v1, v0).minus(ratio(p1, p0)));
		if (own === "process") {
			add("process", ratio(y.co2, x.co2).minus(ratio(v1, v0)));
			continue;
		}
		add("energy", ratio(e1, e0).minus(ratio(v1, v0)));
		add("mix", ratio(y.tce, x.tce).minus(ratio(e1, e0)));
		add(carrier === "electricity" ? "grid" : "factors", ratio(y.co2, x.co2).minus(ratio(y.tce, x.tce)));
	}
	return sums;
};

const keys = Object.keys(nothing()) as (keyof Sums)[];
/** The report's figures have twelve places, and the amounts are a thousand and more. */
const expectNear = (found: DriversChange | null, wanted: Sums): void => {
	const lines = found?.additive as DriversLines;
	for (const key of keys)
		expect([
			key,
			of(lines[key] ?? 0)
				.minus(wanted[key])
				.abs()
				.lte("1e-6"),
		]).toEqual([key, true]);
	const all = keys.reduce((sum, key) => sum.plus(lines[key] ?? 0), zero).plus(lines.residue);
	expect(all.toFixed()).toBe(of(lines.change).toFixed());
};
const sumOf = (all: readonly Sums[]): Sums =>
	Object.fromEntries(keys.map((key) => [key, all.reduce((sum, one) => sum.plus(one[key]), zero)])) as Sums;

const amount = fc.oneof(
	{ weight: 6, arbitrary: fc.integer({ min: 1000, max: 500_000 }) },
	{ weight: 1, arbitrary: fc.constant(0) },
);
const used = [
	["bituminous-coal", "t", ""],
	["natural-gas", "10^4 Nm3", ""],
	["electricity", "10^4 kWh", ""],
	["onsite-renewable-electricity", "10^4 kWh", ""],
	["heat", "GJ", ""],
	["heat", "GJ", "sold"],
	["limestone-flux", "t", ""],
] as const;
const firmRows = (firm: string, years: readonly number[]): fc.Arbitrary<{ readonly energy: Row[]; readonly output: Row[] }> =>
	fc.record({
		energy: fc.tuple(...years.flatMap(() => used.map(() => amount))).map((amounts) =>
			years.flatMap((year, at) =>
				used.flatMap(([carrier, unit, use], index): Row[] => {
					const quantity = amounts[at * used.length + index] as number;
					// A coal that was measured moves its factor, and a year without any power is none of a firm here.
					const cells: Row = carrier === "bituminous-coal" && quantity % 3 === 0 ? { ncv: String(18 + (quantity % 7)) } : {};
					const row = { firm, period: String(year), carrier, unit, use, ...cells };
					return [{ ...row, quantity: String(carrier === "electricity" ? quantity + 1 : quantity) }];
				}),
			),
		),
		output: fc
			.tuple(...years.map(() => fc.integer({ min: 1000, max: 900_000 })))
			.map((values) =>
				years.map((year, at): Row => ({ firm, period: String(year), quantity: String(values[at]), sector: "steel" })),
			),
	});

describe("any firms", () => {
	const years = [2021, 2022, 2023];
	const three = fc.tuple(...["F1", "F2", "F3"].map((firm) => firmRows(firm, years)));

	it("have the effects that are reckoned a second time: each, their sector, and all of them", async () => {
		await fc.assert(
			fc.asyncProperty(three, async (firms) => {
				const tables = [energy(firms.flatMap((one) => one.energy)), output(firms.flatMap((one) => one.output))];
				const told = await report(tables, { electricity: "national", noScreen: true });
				const ends = new Map(
					told.firms.map(({ firm, years: all }) => {
						const [then, now] = [2021, 2023].map((year) => all.find((one) => one.year === year));
						return [firm, { then, now } as Ends];
					}),
				);
				const found = await driversOf(tables, "--from", "2021", "--to", "2023", "--electricity", "national");
				for (const { firm, emissions, intensity, withheld } of found.firms) {
					// Of a firm that sells more heat than it uses there are sums, and no ratios.
					expect(withheld.filter(({ reason }) => reason !== "not-positive")).toEqual([]);
					expectNear(emissions, emissionEffects(ends.get(firm) as Ends, null, false));
					expectNear(intensity, emissionEffects(ends.get(firm) as Ends, null, true));
				}
				const all = [...ends.values()];
				const pool = all.reduce<readonly [Number120, Number120]>(
					([a, b], { then, now }) => [a.plus(then.output.value ?? 0), b.plus(now.output.value ?? 0)],
					[zero, zero],
				);
				expect(found.sectors.map(({ sector, firms: count }) => [sector, count])).toEqual([
					["steel", 3],
					["all", 3],
				]);
				for (const { emissions, intensity } of found.sectors) {
					expectNear(emissions, sumOf(all.map((one) => emissionEffects(one, pool, false))));
					expectNear(intensity, sumOf(all.map((one) => emissionEffects(one, pool, true))));
				}
			}),
			{ numRuns: 12, endOnFailure: true },
		);
	}, 120_000);

	it("have the sum of their steps where effects are chained, and the product of their ratios", async () => {
		await fc.assert(
			fc.asyncProperty(firmRows("F1", years), async (firm) => {
				const tables = [energy(firm.energy), output(firm.output)];
				const between = async (from: number, to: number, ...more: readonly string[]): Promise<DriversFirm> =>
					(await driversOf(tables, "--from", String(from), "--to", String(to), ...more)).firms[0] as DriversFirm;
				const [first, second, chain] = [
					await between(2021, 2022),
					await between(2022, 2023),
					await between(2021, 2023, "--chained"),
				];
				for (const what of ["emissions", "intensity"] as const) {
					const lines = [first, second, chain].map((one) => one[what]?.additive as DriversLines);
					const ratios = [first, second, chain].map((one) => one[what]?.multiplicative);
					for (const key of keys) {
						const [a, b, whole] = lines.map((one) => of(one[key] ?? 0)) as [Number120, Number120, Number120];
						expect(a.plus(b).minus(whole).abs().lte("2e-12")).toBe(true);
						if (ratios.some((one) => one == null)) continue;
						const [x, y, all] = ratios.map((one) => of(one?.[key] ?? 1)) as [Number120, Number120, Number120];
						expect(x.times(y).minus(all).abs().lte(x.plus(y).plus(1).times("1e-12"))).toBe(true);
					}
				}
			}),
			{ numRuns: 8, endOnFailure: true },
		);
	}, 120_000);
});

describe("the same months of two years", () => {
	const carriers = [
		["bituminous-coal", "t"],
		["electricity", "10^4 kWh"],
	] as const;
	const months = (year: number, last: number): Row[] =>
		Array.from({ length: last }, (_, at) => at + 1).flatMap((month) =>
			carriers.map(([carrier, unit]): Row => {
				const quantity = String(1000 + ((month * 37 + year) % 91) * (carrier === "electricity" ? 3 : 5));
				return { period: `${year}-${String(month).padStart(2, "0")}`, carrier, unit, quantity };
			}),
		);
	const outputs = (year: number, last: number): Row[] =>
		Array.from(
			{ length: last },
			(_, at): Row => ({ period: `${year}-${String(at + 1).padStart(2, "0")}`, quantity: String(500 + at) }),
		);
	const span = ["--from", "2024-01..08", "--to", "2025-01..08"];

	it("are all that is compared: the other months may be there or not", async () => {
		const whole = await driversOf(
			[energy([...months(2024, 12), ...months(2025, 10)]), output([...outputs(2024, 12), ...outputs(2025, 9)])],
			...span,
		);
		const some = await driversOf(
			[energy([...months(2024, 8), ...months(2025, 8)]), output([...outputs(2024, 8), ...outputs(2025, 8)])],
			...span,
		);
		expect(whole.firms).toEqual(some.firms);
		expect(whole.firms[0]?.withheld).toEqual([]);
		expect(whole.basis.periods).toEqual(["2024-01..2024-08", "2025-01..2025-08"]);
	});

	it("come the same from amounts to date", async () => {
		const toDate = (rows: readonly Row[]): Row[] =>
			rows.map((row) => {
				const [year, month] = (row["period"] as string).split("-");
				const before = rows.filter(
					(one) =>
						one["carrier"] === row["carrier"] &&
						(one["period"] as string) <= (row["period"] as string) &&
						(one["period"] as string).startsWith(year as string),
				);
				return {
					...row,
					period: `${year}年1-${Number(month)}月`,
					quantity: before.reduce((sum, one) => sum.plus(one["quantity"] as string), zero).toFixed(),
				};
			});
		const monthly = await driversOf(
			[energy([...months(2024, 12), ...months(2025, 8)]), output([...outputs(2024, 12), ...outputs(2025, 8)])],
			...span,
		);
		const dated = await driversOf(
			[energy(toDate([...months(2024, 12), ...months(2025, 8)])), output(toDate([...outputs(2024, 12), ...outputs(2025, 8)]))],
			...span,
		);
		expect(dated.firms).toEqual(monthly.firms);
	});

	it("are withheld where one of them is in no table, or where an amount reaches beyond them", async () => {
		const lacking = await driversOf(
			[energy([...months(2024, 12), ...months(2025, 7)]), output([...outputs(2024, 12), ...outputs(2025, 8)])],
			...span,
		);
		expect(lacking.firms[0]?.withheld.map(({ reason, period }) => [reason, period])).toEqual([
			["months-missing", "2025-01..2025-08"],
		]);
		expect(lacking.firms[0]?.emissions).toBeNull();
		const year: Row[] = [{ period: "2024", carrier: "electricity", unit: "10^4 kWh", quantity: "9" }];
		const beyond = await driversOf(
			[
				energy([...months(2024, 12).filter((row) => row["carrier"] !== "electricity"), ...year, ...months(2025, 8)]),
				output([...outputs(2024, 12), ...outputs(2025, 8)]),
			],
			...span,
		);
		expect(beyond.firms[0]?.withheld.map(({ reason, period }) => [reason, period])).toEqual([
			["months-missing", "2024-01..2024-08"],
		]);
	});
});

describe("what cannot be told", () => {
	const year = (period: string, ...rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, period }));
	const coke: Row = { carrier: "coke", unit: "t", quantity: "100" };
	const power: Row = { carrier: "electricity", unit: "10^4 kWh", quantity: "50" };
	const both = (rows: readonly Row[]): Row[] => [...year("2021", ...rows), ...year("2023", ...rows)];
	const made2: Row[] = [
		{ period: "2021", quantity: "10" },
		{ period: "2023", quantity: "12" },
	];
	const reasons = async (rows: readonly Row[], made: readonly Row[], ...words: readonly string[]): Promise<unknown> => {
		const { firms } = await driversOf([energy(rows), output(made)], "--from", "2021", "--to", "2023", ...words);
		const [firm] = firms as [DriversFirm];
		if (firm.withheld.some(({ reason }) => reason !== "not-positive")) {
			expect([firm.from, firm.to, firm.emissions, firm.intensity, firm.carriers]).toEqual([null, null, null, null, []]);
		}
		return firm.withheld.map(({ reason, period, carriers }) => [reason, period, ...carriers].join(" ").trim());
	};

	it.each<readonly [string, Row[], Row[], string[], string[]]>([
		["a year that is missing", year("2021", coke), [made2[0] as Row], [], ["year-missing 2023"]],
		["errors", [...year("2021", coke), ...year("2023", coke, { ...power, quantity: "-3" })], made2, [], ["errors 2023"]],
		["no output", both([coke]), [made2[0] as Row], [], ["no-output 2023"]],
		["output of zero", both([coke]), [made2[0] as Row, { period: "2023", quantity: "0" }], [], ["no-output 2023"]],
		[
			"a part of a year",
			[...year("2021", coke), ...year("2023-01", coke)],
			[made2[0] as Row, { period: "2023-01", quantity: "1" }],
			[],
			["partial 2023"],
		],
		[
			"output at other prices",
			both([coke]),
			[made2[0] as Row, { period: "2023", quantity: "12", prices: "constant-2015" }],
			[],
			["prices 2023"],
		],
		[
			"prices that nobody states",
			both([coke]),
			[made2[0] as Row, { period: "2023", quantity: "12", prices: "" }],
			[],
			["prices 2023"],
		],
		[
			"another boundary",
			[...year("2021", coke), ...year("2023", coke, { carrier: "limestone-flux", unit: "t", quantity: "9" })],
			made2,
			[],
			["boundary 2023"],
		],
		[
			"no coal equivalent",
			both([coke, { carrier: "industrial-waste", unit: "t", quantity: "5", emission_factor: "1.2" }]),
			made2,
			[],
			["no-coal-equivalent 2021 industrial-waste", "no-coal-equivalent 2023 industrial-waste"],
		],
		["a chain with a link missing", both([coke]), made2, ["--chained"], ["year-missing 2022"]],
	])("is named: %s", async (_, rows, made, words, wanted) => {
		expect(await reasons(rows, made, ...words)).toEqual(wanted);
	});

	it("leaves ratios alone where a total is not above zero", async () => {
		const sold: Row = { ...power, use: "sold", quantity: "900" };
		expect(await reasons([...year("2021", coke), ...year("2023", coke, sold)], made2)).toEqual(["not-positive"]);
	});

	it("leaves a firm out of its pools, and counts it", async () => {
		const rows = [...both([coke]), ...year("2021", { ...coke, firm: "F2" })];
		const made = [...made2, { period: "2021", quantity: "3", firm: "F2" }];
		const { sectors } = await driversOf([energy(rows), output(made)], "--from", "2021", "--to", "2023");
		expect(sectors.map(({ sector, firms, left }) => [sector, firms, left])).toEqual([["all", 1, 1]]);
	});

	it("has nothing of the mix where there is one carrier, and gives all to the one thing that moved", async () => {
		const rows = [...year("2021", power), ...year("2023", { ...power, quantity: "60" })];
		const { firms } = await driversOf([energy(rows), output(made2)], "--from", "2021", "--to", "2023");
		const lines = firms[0]?.emissions?.additive;
		expect([lines?.mix, lines?.grid, lines?.energy, lines?.residue]).toEqual(["0", "0", "0", "0"]);
		// 50 and 60 × 10^4 kWh at 0.5568 kg.
		expect([lines?.activity, lines?.change]).toEqual(["55.68", "55.68"]);
	});
});

describe("the grid", () => {
	const rows = ["2021", "2023"].map((period): Row => ({ period, carrier: "electricity", unit: "10^4 kWh", quantity: "100" }));
	const made2 = ["2021", "2023"].map((period): Row => ({ period, quantity: "10" }));
	const lines = async (some: readonly Row[], ...words: readonly string[]): Promise<DriversLines> => {
		const { firms } = await driversOf([energy(some), output(made2)], "--from", "2021", "--to", "2023", ...words);
		return firms[0]?.emissions?.additive as DriversLines;
	};

	it("moves nothing under one factor, and all of it year by year", async () => {
		expect((await lines(rows)).change).toBe("0");
		// 0.5568 and 0.5306 kg for 10^6 kWh.
		expect(await lines(rows, "--electricity", "national")).toMatchObject({
			grid: "-26.2",
			factors: "0",
			change: "-26.2",
			residue: "0",
		});
	});

	it("is not what a row's own factor is", async () => {
		const own = rows.map((row, at) => ({
			...row,
			emission_factor: at === 0 ? "5.568" : "5.306",
			emission_factor_unit: "tCO2/10^4 kWh",
		}));
		expect(await lines(own)).toMatchObject({ grid: "0", factors: "-26.2", change: "-26.2" });
	});

	it("is the later year's plan's at both ends", async () => {
		const next = rows.map((row, at) => ({ ...row, period: at === 0 ? "2025" : "2026" }));
		const made = made2.map((row, at) => ({ ...row, period: at === 0 ? "2025" : "2026", prices: "constant-2025" }));
		const { basis, firms } = await driversOf([energy(next), output(made)], "--from", "2025", "--to", "2026");
		expect([basis.electricity, firms[0]?.emissions?.additive.change]).toEqual(["national@2023", "0"]);
	});
});

describe("the command line", () => {
	const tables = [energy([{ period: "2021" }, { period: "2023" }]), output([{ period: "2021" }, { period: "2023" }])];

	it.each([
		[[], "--from, --to"],
		[["--from", "2021"], "--to"],
		[["--from", "2021", "--to", "2021"], "a year after 2021"],
		[["--from", "2021-01..08", "--to", "2023"], "2023-01..2023-08"],
		[["--from", "tomorrow", "--to", "2023"], "--from 'tomorrow'"],
		[["--from", "2021-06-30", "--to", "2023-06-30"], "--from '2021-06-30'"],
	])("%j is refused in one line", async (words, told) => {
		const { exitCode, stdout, stderr } = await run(tables, ...words);
		expect([exitCode, stdout, stderr.trim().split("\n").length]).toEqual([2, "", 1]);
		expect(stderr).toContain(told);
	});

	it("takes months as people write them", async () => {
		for (const [from, to] of [
			["2021年1-8月", "2023年1-8月"],
			["2021Q2", "2023Q2"],
			["2021-08", "2023年8月"],
			["2021-01..2021-08", "2023年8月累计"],
		] as const)
			expect((await run(tables, "--from", from, "--to", to)).exitCode).toBe(0);
	});

	it("writes json as its schema says, in whichever state a firm is", async () => {
		const valid = compiled(made.en.outputs.drivers);
		for (const words of [
			["--from", "2021", "--to", "2023"],
			["--from", "2021", "--to", "2024"],
			["--from", "2021", "--to", "2023", "--chained"],
		])
			expect(faults(valid, await driversOf(tables, ...words))).toEqual([]);
	});
});

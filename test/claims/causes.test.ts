/** Likely causes: each with a claim that it explains, worked out here by hand, and one beside it that it does not. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { root } from "../cli/tanlu.ts";
import { Fraction, whole } from "../oracle/fraction.ts";
import { energy, output, type Row } from "../support/tables.ts";
import { claimed, claims, verified } from "./verifying.ts";

const tonnes = (quantity: string, more: Row = {}): Row => ({ quantity, emission_factor: "1", ...more });

/**
 * 31 415.9 t of fuel, 2 718.28 t of process, 10 000 MWh × 0.5568 = 5 568 t, 40 000 GJ × 0.11 = 4 400 t: 44 102.18 t over 9 876 × 10^4 yuan.
 * Coke has 0.9714 tce per t: 30 517.40526 tce, power 1 229, heat 1 364.8.
 */
const works = [
	energy([
		tonnes("31415.9"),
		{ carrier: "limestone", quantity: "2718.28", unit: "t", emission_factor: "1" },
		{ carrier: "electricity", quantity: "10000", unit: "MWh" },
		{ carrier: "heat", quantity: "40000", unit: "GJ" },
		tonnes("30000", { period: "2022" }),
	]),
	output([{ quantity: "9876" }, { quantity: "9000", period: "2022" }]),
];

const causesOf = async (rows: readonly Row[], options = {}): Promise<string[]> => {
	const { claims: all } = await verified([...works, claims(rows)], options);
	const one = all.find(({ outcome, metric }) => outcome !== "not-claimed" && metric !== "scope3");
	expect(one?.outcome).toBe("outside");
	return one?.causes.map(({ cause, detail }) => `${cause} ${detail}`.trim()) ?? [];
};

describe("the likely cause", () => {
	it.each<[string, Row, string]>([
		["a figure in 10^4 t written as t", { quantity: "4.4102" }, "power-of-ten 10^-4"],
		["a figure in kg written as t", { quantity: "44102180" }, "power-of-ten 10^3"],
		["a tenth", { quantity: "4410.218" }, "power-of-ten 10^-1"],
		["carbon in the place of CO2", { quantity: "12027.867" }, "carbon-for-co2 12/44"],
		["44/12 twice", { quantity: "161707.99" }, "carbon-for-co2 44/12"],
		["scope 1 in the place of the total", { quantity: "34134.18" }, "other-metric scope1"],
		["a total without its process", { quantity: "41383.90" }, "part-left-out process"],
		["a total without its heat", { quantity: "39702.18" }, "part-left-out heat"],
		["last year's figure", { quantity: "30000.0" }, "other-year 2022"],
		["coke in 10 t", { quantity: "326845.28" }, "carrier-power-of-ten coke 10^1"],
		["power in 10^4 kWh taken for MWh", { quantity: "94214.18" }, "carrier-power-of-ten electricity 10^1"],
		["two digits swapped", { quantity: "44120.18" }, "digits-swapped 44102.18"],
		["one digit wrong", { quantity: "47102.18" }, "digit-slip 44102.18"],
		[
			"the reporting factor of 2022 in scope 2",
			{ metric: "scope2", quantity: "10103.0" },
			"grid-factor 0.5703 CN 2022 enterprise-ets-reporting",
		],
		["the average of 2022 in the total", { quantity: "43900.18" }, "grid-factor 0.5366 CN 2022 average"],
		["an intensity per yuan", { metric: "intensity", quantity: "0.00044656", unit: "tCO2/10^4 CNY" }, "power-of-ten 10^-4"],
		["carbon per output", { metric: "intensity", quantity: "1.21789", unit: "tCO2/10^4 CNY" }, "carbon-for-co2 12/44"],
		["energy without its heat", { metric: "energy_tce", quantity: "31746.405", unit: "tce" }, "carrier-left-out heat"],
	])("of %s is named", async (_, row, cause) => {
		expect((await causesOf([row]))[0]).toBe(cause);
	});

	it.each<[string, Row]>([
		["a figure near to a power of ten", { quantity: "4.4106" }],
		["a figure near to the carbon", { quantity: "12028.867" }],
		["a figure near to scope 1", { quantity: "34135.18" }],
		["a figure near to the total without its process", { quantity: "41384.0" }],
		["a figure near to last year's", { quantity: "30000.1" }],
		["a figure near to coke in 10 t", { quantity: "326846.28" }],
		["digits that are swapped and one more that is wrong", { quantity: "44120.19" }],
		["two wrong digits", { quantity: "47202.18" }],
		// The last digits differ where figures differ at all.
		["a wrong digit at the end", { quantity: "44105" }],
		["a factor that nobody published", { metric: "scope2", quantity: "10104.0" }],
		["so few digits that several things would fit", { quantity: "4" }],
		["a claim of nothing", { quantity: "0" }],
	])("of %s is not named", async (_, row) => {
		expect(await causesOf([row])).toEqual([]);
	});

	it("is scope 3 inside a total where the firm claims both, and not another sum", async () => {
		const scope3 = { metric: "scope3", quantity: "1234.5" };
		expect((await causesOf([{ quantity: "45336.68" }, scope3]))[0]).toBe("scope-3-inside");
		expect(await causesOf([{ quantity: "45337.68" }, scope3])).toEqual([]);
		expect(await causesOf([{ quantity: "45336.68" }])).toEqual([]);
		// Of another period it stands in no total of this one.
		expect(await causesOf([{ quantity: "45336.68" }, { ...scope3, period: "2022" }])).toEqual([]);
	});

	it("is another published fuel set, by the factors of its table", async () => {
		const set = (id: string): Fraction => {
			const path = join(root, "seeds", "factors", id, "factors.csv");
			const rows = parse(readFileSync(path, "utf8"), { columns: true }) as Record<string, string>[];
			const row = rows.find(({ carrier, unit }) => carrier === "coke" && unit === "t") as Record<string, string>;
			return ["ncv", "carbon_content", "oxidation_rate"]
				.reduce((all, part) => all.mul(Fraction.from(row[part] as string)), whole(1))
				.mul(Fraction.of(44n, 12n));
		};
		const tables = [energy([{ quantity: "98765.4" }]), output([{}])];
		const by = set("gbt-32151").mul(Fraction.from("98765.4"));
		expect(by.text(3)).not.toBe(set("ndrc-guidelines").mul(Fraction.from("98765.4")).text(3));
		const one = await claimed([...tables, claims([{ metric: "scope1", quantity: by.text(3) }])]);
		expect(one.causes[0]?.cause).toBe("fuel-set");
		expect(one.causes[0]?.detail).toContain("gbt-32151");
		expect(
			Fraction.from(one.causes[0]?.value as string)
				.sub(by)
				.text(9),
		).toBe("0");
		const off = await claimed([...tables, claims([{ metric: "scope1", quantity: by.add(whole(1)).text(3) }])]);
		expect(off.causes).toEqual([]);
	});

	it("is output at other prices where the year is known at both", async () => {
		const tables = [
			energy([tonnes("10000"), tonnes("9000", { period: "2020" })]),
			output([{ quantity: "3000" }, { quantity: "3456", prices: "current" }, { quantity: "2800", period: "2020" }]),
		];
		const claim = (quantity: string) => claims([{ metric: "intensity", quantity, unit: "tCO2/10^4 CNY" }]);
		// 10 000 / 3 456 = 2.893518…
		expect((await claimed([...tables, claim("2.89352")])).causes[0]).toMatchObject({
			cause: "other-prices",
			detail: "constant-2023",
		});
		expect((await claimed([...tables, claim("2.89452")])).causes).toEqual([]);
	});

	it("may be off by the tolerance, where that leaves little of the difference and chance would seldom do it", async () => {
		// 4 410.218 is a tenth; 4 420 lies 0.22% from it.
		expect(await causesOf([{ quantity: "4420" }])).toEqual([]);
		expect((await causesOf([{ quantity: "4420" }], { tolerance: "0.5%" }))[0]).toBe("power-of-ten 10^-1");
		expect(await causesOf([{ quantity: "4450" }], { tolerance: "0.5%" })).toEqual([]);
		// Half of all figures lie within 20% of some power.
		expect(await causesOf([{ quantity: "5000" }], { tolerance: "20%" })).toEqual([]);
	});

	it("is none of a claim that is within", async () => {
		const one = await claimed([...works, claims([{ quantity: "44120.18" }])], { tolerance: "1%" });
		expect([one.outcome, one.causes]).toEqual(["within", []]);
	});

	it("is the one of the fewest that could be meant, and no more than three are told", async () => {
		// Only power and nothing else: scope 2 is the total.
		const tables = [energy([{ carrier: "electricity", unit: "MWh", quantity: "10000" }]), output([{}])];
		const one = await claimed([...tables, claims([{ quantity: "5810.00" }])]);
		expect(one.causes.map(({ cause }) => cause)).toEqual(["grid-factor"]);
		expect(one.causes[0]?.detail).toContain("enterprise-ets-reporting");
	});

	it("of random claims is named in fewer than one of five", async () => {
		let named = 0;
		let asked = 0;
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 100_000, max: 99_999_999 }), async (number) => {
				const text = String(number);
				const found = await claimed([...works, claims([{ quantity: `${text.slice(0, -2)}.${text.slice(-2)}` }])]);
				if (found.outcome !== "outside") return;
				asked += 1;
				if (found.causes.length > 0) named += 1;
			}),
		);
		expect(asked).toBeGreaterThan(50);
		expect(named * 5).toBeLessThan(asked);
	});
});

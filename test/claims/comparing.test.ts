/** Claims held against recomputed figures: equal, within and outside as fractions of whole numbers have them, written apart from the tool. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fraction, whole } from "../oracle/fraction.ts";
import { energy, monthly, output, type Row } from "../support/tables.ts";
import { claimed, claims, verified } from "./verifying.ts";

/** Tonnes of CO2: a factor of 1 t per t stands in the row. */
const tonnes = (quantity: string, more: Row = {}): Row => ({ quantity, emission_factor: "1", ...more });

const abs = (value: Fraction): Fraction => (value.sign < 0 ? value.neg() : value);
const atMost = (a: Fraction, b: Fraction): boolean => a.sub(b).sign <= 0;

/** What a printed claim is, once more: half a step of its last digit, and what is tolerated. */
function outcomeOf(printed: string, scale: Fraction, computed: Fraction, allowed: Fraction | undefined): string {
	const places = printed.split(".")[1]?.length ?? 0;
	const half = Fraction.of(1n, 2n * 10n ** BigInt(places)).mul(scale);
	const apart = abs(Fraction.from(printed).mul(scale).sub(computed));
	if (atMost(apart, half)) return "equal";
	return allowed !== undefined && atMost(apart, allowed) ? "within" : "outside";
}

const units: readonly (readonly [unit: string, scale: Fraction])[] = [
	["tCO2", whole(1)],
	["t", whole(1)],
	["kg", Fraction.of(1n, 1000n)],
	["万吨", whole(10_000)],
	["10^4 tCO2", whole(10_000)],
	["kt", whole(1000)],
];

const decimal = (most: number) =>
	fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: most })).map(([places, number]) => {
		const digits = String(number).padStart(places + 1, "0");
		return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
	});

/** A claim near to the figure, in any unit and with any number of places: about it the outcomes part. */
const near = fc
	.tuple(decimal(9_999_999), fc.constantFrom(...units), fc.integer({ min: 0, max: 5 }), fc.integer({ min: -12, max: 12 }))
	.map(([amount, [unit, scale], places, off]) => {
		const exact = Fraction.from(amount).div(scale);
		const steps = exact.mul(whole(10 ** places));
		const number = steps.num / steps.den + BigInt(off);
		const digits = (number < 0n ? 0n : number).toString().padStart(places + 1, "0");
		return { amount, unit, scale, printed: places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}` };
	});

describe("a claim", () => {
	it.each([
		["1234.5", "1234.5", "equal"],
		// 1234.45 lies half a step from 1234.4 and from 1234.5: either may be printed.
		["1234.45", "1234.4", "equal"],
		["1234.45", "1234.5", "equal"],
		["1234.45", "1234.6", "outside"],
		["1234.49", "1234", "equal"],
		["1234.51", "1234", "outside"],
		// Zeros behind the point were printed.
		["1234.01", "1234.00", "outside"],
		["1234.005", "1234.00", "equal"],
		["0", "0", "equal"],
		["0", "0.6", "outside"],
	])("of %s t printed as %s is %s... by its digits", async (amount, printed, outcome) => {
		const one = await claimed([energy([tonnes(amount)]), output([{}]), claims([{ quantity: printed }])]);
		expect(one.outcome).toBe(outcome);
	});

	it("is equal, within or outside as fractions have it, of random figures, units, digits and tolerances", async () => {
		const seen = { equal: 0, within: 0, outside: 0 };
		await fc.assert(
			fc.asyncProperty(
				near,
				fc.option(
					fc.oneof(
						decimal(500).map((of) => ({ of, unit: "%" })),
						decimal(5000).map((of) => ({ of, unit: "t" })),
					),
				),
				async ({ amount, unit, scale, printed }, tolerance) => {
					const computed = Fraction.from(amount);
					const allowed =
						tolerance === null
							? undefined
							: tolerance.unit === "%"
								? Fraction.from(tolerance.of).div(whole(100)).mul(computed)
								: Fraction.from(tolerance.of);
					const zero = tolerance !== null && Fraction.from(tolerance.of).sign === 0;
					fc.pre(!zero);
					const one = await claimed([energy([tonnes(amount)]), output([{}]), claims([{ quantity: printed, unit }])], {
						...(tolerance === null ? {} : { tolerance: `${tolerance.of}${tolerance.unit}` }),
					});
					const wanted = outcomeOf(printed, scale, computed, allowed);
					expect([printed, unit, amount, one.outcome]).toEqual([printed, unit, amount, wanted]);
					seen[wanted as keyof typeof seen] += 1;
					const difference = Fraction.from(printed).mul(scale).sub(computed);
					expect(one.difference).toBe(difference.text(12));
					expect(one.differencePercent).toBe(difference.div(computed).mul(whole(100)).text(12));
					expect(one.direction).toBe(difference.sign === 0 ? null : difference.sign > 0 ? "above" : "below");
				},
			),
		);
		expect(Math.min(seen.equal, seen.outside)).toBeGreaterThan(5);
	});

	it("of an intensity may lie off by as many tonnes as are tolerated, over the output", async () => {
		const tables = [energy([tonnes("1000")]), output([{ quantity: "400" }])];
		const claim = claims([{ metric: "intensity", quantity: "2.503", unit: "tCO2/10^4 CNY" }]);
		// 0.003 t per 10^4 yuan of 400 are 1.2 t.
		expect((await claimed([...tables, claim], { tolerance: "1.2t" })).outcome).toBe("within");
		expect((await claimed([...tables, claim], { tolerance: "1.19t" })).outcome).toBe("outside");
	});

	it.each([
		["2.5", "tCO2/万元"],
		["2500", "kgCO2/10^4 CNY"],
		["25000", "tCO2/亿元"],
		["25000", "tCO2/10^8 CNY"],
		["0.25", "kgCO2/元"],
		["250", "吨二氧化碳/百万元"],
		["2.5", "t/万元"],
	])("of an intensity of 2.5 is read as %s %s", async (quantity, unit) => {
		const one = await claimed([
			energy([tonnes("1000")]),
			output([{ quantity: "400" }]),
			claims([{ metric: "碳排放强度", quantity, unit }]),
		]);
		expect([one.outcome, one.claimed, one.unit]).toEqual(["equal", "2.5", "tCO2/10^4 CNY"]);
	});

	it.each([
		["34.1208", "tce"],
		["0.0034", "万吨标准煤"],
		["1000", "GJ"],
		["34.12", "t"],
	])("of energy is read as %s %s", async (quantity, unit) => {
		const tables = [energy([{ carrier: "heat", unit: "GJ", quantity: "1000" }]), output([{}])];
		const one = await claimed([...tables, claims([{ metric: "energy_tce", quantity, unit }])]);
		// 0.03412 tce per GJ by the table; a claim in GJ goes by 29.3076 GJ per tce.
		expect(one.recomputed).toBe("34.12");
		expect(one.outcome).toBe(unit === "tce" ? "outside" : "equal");
	});
});

describe("scopes", () => {
	const tables = [
		energy([
			tonnes("700"),
			{ carrier: "limestone", quantity: "100", unit: "t", emission_factor: "0.4" },
			{ carrier: "electricity", quantity: "100", unit: "MWh" },
			{ carrier: "heat", quantity: "1000", unit: "GJ" },
		]),
		output([{}]),
	];

	it("are fuel and process, power and heat; the sum of both is the total", async () => {
		const { claims: all } = await verified([
			...tables,
			claims([
				{ metric: "范围一", quantity: "740" },
				{ metric: "scope 2", quantity: "165.68" },
				{ metric: "碳排放总量", quantity: "905.68" },
			]),
		]);
		// 100 × 0.5568 + 1000 × 0.11.
		expect(all.filter(({ printed }) => printed !== null).map(({ outcome }) => outcome)).toEqual(["equal", "equal", "equal"]);
	});

	it("hold no process emissions where the boundary leaves them out", async () => {
		const one = await claimed([...tables, claims([{ metric: "scope1", quantity: "700" }])], { boundary: "energy" });
		expect(one.outcome).toBe("equal");
	});

	it("are known where only the output is not", async () => {
		const [used] = tables as [(typeof tables)[0]];
		const one = await claimed([used, output([{ unit: "miles" }]), claims([{ metric: "scope1", quantity: "740" }])]);
		expect(one.outcome).toBe("equal");
	});
});

describe("months", () => {
	const tables = [energy(monthly(tonnes("10"))), output(monthly({ quantity: "4" }))];

	it.each([
		["2023-06", "10"],
		["2023Q2", "30"],
		["2023年1-8月", "80"],
		["2023", "120"],
	])("of %s come to %s t", async (period, quantity) => {
		expect((await claimed([...tables, claims([{ period, quantity }])])).outcome).toBe("equal");
		const intensity = claims([{ period, metric: "intensity", quantity: "2.5", unit: "tCO2/10^4 CNY" }]);
		expect((await claimed([...tables, intensity])).outcome).toBe("equal");
	});

	it.each<[string, Row[], Row[], Row, string]>([
		["a year of which a month is missing", monthly(tonnes("10")).slice(1), monthly({}), {}, "months-missing"],
		["a year that goes on", monthly(tonnes("10")).slice(0, 6), monthly({}).slice(0, 6), {}, "partial"],
		["a month of amounts of a year", [tonnes("10")], [{}], { period: "2023-02" }, "not-monthly"],
		[
			"a month that no table has",
			monthly(tonnes("10")).slice(0, 6),
			monthly({}).slice(0, 6),
			{ period: "2023-09" },
			"no-such-period",
		],
		[
			"months of which one is missing",
			monthly(tonnes("10")).slice(0, 6),
			monthly({}).slice(0, 6),
			{ period: "2023年5-8月" },
			"months-missing",
		],
		["a year that no table has", [tonnes("10")], [{}], { period: "2021" }, "no-such-period"],
		["a firm that no table has", [tonnes("10")], [{}], { firm: "F9" }, "no-such-firm"],
		["scope 3", [tonnes("10")], [{}], { metric: "scope3" }, "not-computed"],
		["an intensity per tonne of value added", [tonnes("10")], [{}], { metric: "intensity", unit: "tCO2/t" }, "other-denominator"],
		[
			"an intensity without an output",
			[tonnes("10")],
			[{ period: "2022" }],
			{ metric: "intensity", unit: "t/万元" },
			"no-output",
		],
		["a total with a row that was refused", [tonnes("10"), { carrier: "gasoline", unit: "barrels" }], [{}], {}, "errors"],
	])("%s cannot be computed, and why is told", async (_, used, made, claim, why) => {
		const one = await claimed([energy(used), output(made), claims([claim])]);
		expect([one.outcome, one.why, one.recomputed, one.difference]).toEqual(["not-computable", why, null, null]);
	});
});

describe("figures that nobody claims", () => {
	it("are those of whole years, each metric that is computed", async () => {
		const { claims: all, counts } = await verified([
			energy([tonnes("10"), tonnes("12", { period: "2022" })]),
			output([{}]),
			claims([{ quantity: "10" }]),
		]);
		expect(all.map(({ period, metric, outcome }) => `${period} ${metric} ${outcome}`)).toEqual([
			...["2022 total_co2 not-claimed", "2022 scope1 not-claimed", "2022 scope2 not-claimed", "2022 energy_tce not-claimed"],
			...["2023 total_co2 equal", "2023 scope1 not-claimed", "2023 scope2 not-claimed", "2023 energy_tce not-claimed"],
			"2023 intensity not-claimed",
		]);
		expect(counts).toEqual({ equal: 1, within: 0, outside: 0, notClaimed: 8, notComputable: 0, refused: 0 });
	});

	it("leave out one whose claim was refused", async () => {
		const { claims: all } = await verified([energy([tonnes("10")]), output([{}]), claims([{ unit: "barrels" }])]);
		expect(all.find(({ metric }) => metric === "total_co2")?.outcome).toBe("refused");
	});
});

describe("a claim whose points or commas may be read two ways", () => {
	const tables = [energy([tonnes("12000")]), output([{}])];
	const outcomeOf = async (rows: readonly Row[], cut = ","): Promise<unknown> => {
		const one = claims(rows);
		const { claims: all } = await verified([...tables, { ...one, text: one.text.replaceAll('"', "").replaceAll(",", cut) }]);
		return all.find(({ metric }) => metric === "total_co2")?.outcome;
	};

	it("is refused, as one that was not read", async () => {
		expect(await outcomeOf([{ quantity: "12.000" }], ";")).toBe("refused");
		expect(await outcomeOf([{ quantity: "12.000" }, { metric: "scope1", quantity: "12.000.000" }], "\t")).toBe("refused");
	});

	it("is compared where a number of the table decides", async () => {
		expect(await outcomeOf([{ quantity: "12.000" }, { metric: "scope1", quantity: "0.5" }], ";")).toBe("outside");
		expect(await outcomeOf([{ quantity: "12.000" }])).toBe("outside");
	});
});

describe("several claims of one figure", () => {
	const tables = [energy([tonnes("38190416")]), output([{}])];

	it("are one where the printed digits of the coarser allow it, and the finer counts", async () => {
		const rows = [
			{ quantity: "3819.04", unit: "万吨" },
			{ quantity: "38190416", unit: "t" },
		];
		for (const order of [rows, rows.toReversed()]) {
			const one = await claimed([...tables, claims(order)]);
			expect([one.outcome, one.printed?.number]).toEqual(["equal", "38190416"]);
		}
	});

	it("are refused, all of them, where they are not, whatever the order", async () => {
		const rows = [{ quantity: "38190416" }, { quantity: "38190417" }, { quantity: "38190416" }];
		for (const order of [rows, rows.toReversed()]) {
			const { claims: all, findings } = await verified([...tables, claims(order)]);
			expect(all.find(({ metric }) => metric === "total_co2")?.outcome).toBe("refused");
			expect(findings.list.filter(({ code }) => code === "claims-differ").length).toBeGreaterThan(0);
		}
	});

	it("of one firm go by its name, where one firm alone has it", async () => {
		const named = energy([tonnes("38190416", { firm_name: "Works" })]);
		expect((await claimed([named, output([{}]), claims([{ firm: "Works", quantity: "38190416" }])])).firm).toBe("F1");
		const twice = energy([tonnes("1", { firm_name: "Works" }), tonnes("1", { firm: "F2", firm_name: "Works" })]);
		expect((await claimed([twice, output([{}]), claims([{ firm: "Works", quantity: "1" }])])).why).toBe("no-such-firm");
	});
});

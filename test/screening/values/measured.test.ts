/** Measured values: what cannot be, what is unlikely, and where the seeds say nothing. Figures are worked out by hand. */
import { describe, expect, it } from "vitest";
import { type ReportOptions, report } from "../../../src/index.ts";
import { loadReference } from "../../../src/reference/reference.ts";
import { coarseMeasurement } from "../../../src/screening/rules/coarse-measurement.ts";
import { heatAgainstCarbon } from "../../../src/screening/rules/heat-against-carbon.ts";
import {
	carbonContentRange,
	coalBasis,
	coalCarbonRange,
	heatValueRange,
	lowOxidation,
} from "../../../src/screening/rules/measured-values.ts";
import { valueRules } from "../../../src/screening/rules/values.ts";
import { ask, casesIn, impact, inWords, lot, suspicionOf } from "../../support/screening.ts";
import { energy, findingOf, monthly, type Row } from "../../support/tables.ts";

const asked = [lowOxidation, heatValueRange, carbonContentRange, coalCarbonRange, coalBasis];

/** The rules that suspect something of a lot. */
const suspects = async (cells: Row, options: ReportOptions = {}): Promise<string[]> => {
	const [only] = await casesIn([lot(cells)], options);
	if (only === undefined) throw new Error("the lot was refused");
	return asked.filter((rule) => rule.judge(only).kind === "fail").map(({ code }) => code);
};

describe("a measured value of a usual kind", () => {
	it.each([
		{ carrier: "bituminous-coal", ncv: "22.364", carbon_content: "0.02618", oxidation_rate: "0.93" },
		{ carrier: "anthracite", ncv: "25.118" },
		{ carrier: "lignite", ncv: "14.2", carbon_content: "0.0280" },
		{ carrier: "diesel", ncv: "42.652", carbon_content: "0.0202", oxidation_rate: "0.98" },
		{ carrier: "natural-gas", unit: "10^4 Nm3", ncv: "350", carbon_content: "0.0153" },
		{ carrier: "blast-furnace-gas", unit: "10^4 Nm3", ncv: "33.00", carbon_content: "0.0708" },
		{ emission_factor: "2.1" },
		// 23.0274 GJ/t, by its unit.
		{ ncv: "5500", ncv_unit: "kcal/kg", carbon_content: "26.18", carbon_content_unit: "kgC/GJ" },
	])("%o raises no question", async (cells) => {
		expect(await suspects(cells)).toEqual([]);
	});

	it("and every default of a published table is one, among its own", async () => {
		const rows = loadReference().seeds.fuelSets.flatMap(({ id, factors }) => factors.map((row) => ({ set: id, ...row })));
		expect(rows.length).toBeGreaterThan(150);
		for (const { set, carrier, unit, ncv, carbonContent } of rows) {
			const found = await suspects({ carrier, unit, ncv, carbon_content: carbonContent }, { factors: set });
			expect([set, carrier, found]).toEqual([set, carrier, []]);
		}
	});
});

/** What is refused when the lot is read: the finding, at its cell. */
async function refused(cells: Row): Promise<{ at: string; with: unknown } | undefined> {
	const { findings } = await report([energy([{ carrier: "bituminous-coal", quantity: "100", ...cells }, {}])]);
	const found = findings.list.find(({ code }) => code === "impossible-carbon");
	return found === undefined ? undefined : { at: `${found.row}:${found.column} ${found.value}`, with: found.message };
}

describe("what cannot be (F-04)", () => {
	it("is refused when it is read, and the unit that explains it is named", async () => {
		// 5500 × 0.02618 = 143.99; 5500 kcal/kg × 0.0041868 = 23.0274 GJ/t.
		expect(await refused({ ncv: "5500" })).toEqual({
			at: "2:ncv 5500",
			with: "bituminous-coal: 143.99 t of carbon in a tonne of fuel, and no more than 1 can be; written in kcal/kg, it would be 23.0274 GJ/t",
		});
		// 23.204 × 26.18 = 607.48072, shown to four places.
		expect(await refused({ carbon_content: "26.18" })).toEqual({
			at: "2:carbon_content 26.18",
			with: "bituminous-coal: 607.4807 t of carbon in a tonne of fuel, and no more than 1 can be; written in tC/TJ, it would be 0.02618 tC/GJ",
		});
	});

	it.each([
		// One tonne of carbon in a tonne is what carbon itself has; 44/12 t CO2 what burns from it.
		[{ carrier: "diesel", ncv: "40", carbon_content: "0.025" }, undefined],
		[{ carrier: "diesel", ncv: "40", carbon_content: "0.0250001" }, "2:carbon_content 0.0250001"],
		[{ emission_factor: "3.6666" }, undefined],
		[{ emission_factor: "3.6667" }, "2:emission_factor 3.6667"],
		[{ ncv: "33" }, undefined],
		[{ ncv: "33.01" }, "2:ncv 33.01"],
		[{ carrier: "natural-gas", unit: "10^4 Nm3", ncv: "389.31" }, undefined],
		[{ carrier: "natural-gas", unit: "10^4 Nm3", ncv: "8500" }, "2:ncv 8500"],
		[{ carrier: "natural-gas", unit: "10^4 Nm3", emission_factor: "21622" }, "2:emission_factor 21622"],
		[{ carrier: "electricity", unit: "MWh", emission_factor: "0.5703" }, undefined],
		[{ carrier: "electricity", unit: "kWh", emission_factor: "0.5703" }, "2:emission_factor 0.5703"],
		[{ carrier: "electricity", unit: "MWh", emission_factor: "570.3" }, "2:emission_factor 570.3"],
		[{ carrier: "heat", unit: "GJ", emission_factor: "0.11" }, undefined],
		[{ carrier: "heat", unit: "GJ", emission_factor: "110" }, "2:emission_factor 110"],
	])("%o: %s", async (cells, at) => {
		expect((await refused(cells))?.at).toBe(at);
	});
});

describe("a low oxidation rate (F-04)", () => {
	it("is asked about below 0.8", async () => {
		const found = suspicionOf(await ask(lowOxidation, [lot({ oxidation_rate: "0.79" })]));
		expect(found.finding).toMatchObject({
			at: { column: "oxidation_rate", value: "0.79" },
			with: { carrier: "bituminous-coal", least: "0.8" },
		});
		// 100 × 23.204 × 0.02618 × (0.93 − 0.79) × 11/3: 0.60748072 × 0.14 = 0.0850473008, × 1100/3.
		expect(impact(found.impact)).toBe(impact({ over: 850473008n * 1100n, under: 3n * 10n ** 10n }));
		expect(inWords(await ask(lowOxidation, [lot({ oxidation_rate: "0.8" })]))).toBe("pass");
		expect(inWords(await ask(lowOxidation, [lot({ ncv: "22.364" })]))).toBe("not checked: no-measured-values");
	});

	it("is the other way round of what is sold", async () => {
		const impactOf = async (use: string): Promise<string | null> =>
			impact(suspicionOf(await ask(lowOxidation, [lot({ oxidation_rate: "0.79", use })])).impact);
		expect(await impactOf("sold")).toBe(impact({ over: -850473008n * 1100n, under: 3n * 10n ** 10n }));
	});
});

describe("a heat value outside what its fuel has (F-05)", () => {
	it("is asked about, with what the year would be at the default", async () => {
		const found = suspicionOf(await ask(heatValueRange, [lot({ ncv: "12.000" })]));
		expect(found.finding).toMatchObject({
			code: "heat-value-out-of-range",
			at: { row: 2, column: "ncv", value: "12.000" },
			with: { carrier: "bituminous-coal", value: "12", low: "14.6", high: "33", unit: "GJ/t", likely: null },
		});
		// 100 × (23.204 − 12) × 0.02618 × 0.93 × 11/3 = 27.27882696 × 11/3.
		expect(impact(found.impact)).toBe(impact("100.02236552"));
	});

	it.each([
		["14.6", "pass"],
		["14.59", ["heat-value-out-of-range@energy.csv:2:ncv 14.59"]],
		["33", "pass"],
	])("bituminous coal of %s: %s", async (ncv, answer) => {
		expect(inWords(await ask(heatValueRange, [lot({ ncv })]))).toEqual(answer);
	});

	it("of gas in MJ per cubic metre names that unit", async () => {
		const found = suspicionOf(await ask(heatValueRange, [lot({ carrier: "天然气", unit: "10^4 Nm3", ncv: "38.931" })]));
		expect(found.finding.with).toMatchObject({ unit: "GJ/10^4 Nm3", likely: { written: "MJ/Nm3", value: "389.31" } });
	});

	it("has no range to go by for a mixture, and no value to ask about where the amount is heat", async () => {
		expect(inWords(await ask(heatValueRange, [lot({ carrier: "other-coal-products", ncv: "17.46" })]))).toBe(
			"not checked: not-in-tables",
		);
		expect(inWords(await ask(heatValueRange, [lot({ unit: "GJ", carbon_content: "0.026" })]))).toBe(
			"not checked: no-measured-values",
		);
	});

	it("goes by the coal that raw coal is mapped to", async () => {
		const tables = [lot({ carrier: "原煤", ncv: "12.0" })];
		expect(inWords(await ask(heatValueRange, tables, { map: ["原煤=lignite"] }))).toBe("pass");
		expect(inWords(await ask(heatValueRange, tables, { map: ["原煤=bituminous-coal"] }))).toEqual([
			"heat-value-out-of-range@energy.csv:2:ncv 12.0",
		]);
	});
});

describe("a carbon content outside what its fuel has (F-06)", () => {
	it("is asked about", async () => {
		const found = suspicionOf(await ask(carbonContentRange, [lot({ carbon_content: "0.02" })]));
		expect(found.finding).toMatchObject({
			code: "carbon-content-out-of-range",
			at: { column: "carbon_content", value: "0.02" },
			with: { value: "0.02", low: "0.0219", high: "0.0302", unit: "tC/GJ", likely: null },
		});
		// 100 × 23.204 × (0.02618 − 0.02) × 0.93 × 11/3 = 13.33626696 × 11/3.
		expect(impact(found.impact)).toBe(impact("48.89964552"));
	});

	it("ten per cent around refined products, fifteen around coals", async () => {
		const of = async (carrier: string, carbon_content: string): Promise<unknown> =>
			(await ask(carbonContentRange, [lot({ carrier, carbon_content })])).kind;
		// Diesel 0.0202: 0.01818 to 0.02222. Coking coal 0.0258: 0.02193 to 0.02967.
		expect([await of("diesel", "0.0223"), await of("diesel", "0.0224")]).toEqual(["pass", "fail"]);
		expect([await of("coking-coal", "0.0297"), await of("coking-coal", "0.0298")]).toEqual(["pass", "fail"]);
	});

	it("is asked of a heat amount, too", async () => {
		expect(inWords(await ask(carbonContentRange, [lot({ unit: "GJ", carbon_content: "0.0153" })]))).toEqual([
			"carbon-content-out-of-range@energy.csv:2:carbon_content 0.0153",
		]);
	});

	it("is not checked where none was measured", async () => {
		expect(inWords(await ask(carbonContentRange, [lot({ ncv: "22.3" })]))).toBe("not checked: no-measured-values");
	});
});

describe("the carbon in a tonne of coal (F-07)", () => {
	it("is asked about where inventories for China have none such, and each part is in its own range", async () => {
		const found = suspicionOf(await ask(coalCarbonRange, [lot({ ncv: "30", carbon_content: "0.026" })]));
		// 30 × 0.026 = 0.78.
		expect(found.finding).toMatchObject({ at: { column: "ncv" }, with: { tonnes: "0.78", low: "0.491", high: "0.746" } });
	});

	it.each([
		// 29.84 × 0.025 = 0.746, 24.55 × 0.02 would be 0.491 and is out by its carbon already.
		["29.84", "0.025", "pass"],
		["29.841", "0.025", ["coal-carbon-out-of-range@energy.csv:2:ncv 29.841"]],
		["19.64", "0.025", "pass"],
		["19.639", "0.025", ["coal-carbon-out-of-range@energy.csv:2:ncv 19.639"]],
		["12.0", "0.025", "pass"],
	])("bituminous coal of %s GJ/t with %s tC/GJ: %s", async (ncv, carbon_content, answer) => {
		expect(inWords(await ask(coalCarbonRange, [lot({ ncv, carbon_content })]))).toEqual(answer);
	});

	it("says why it is not checked", async () => {
		expect(inWords(await ask(coalCarbonRange, [lot({})]))).toBe("not checked: no-measured-values");
		expect(inWords(await ask(coalCarbonRange, [lot({ carrier: "lignite", ncv: "14" })]))).toBe("not checked: no-such-carrier");
	});
});

describe("heat and carbon of one coal (F-08)", () => {
	const lots = (cells: readonly (readonly [ncv: string, carbon: string])[]) => [
		energy(
			cells.map(([ncv, carbon_content], month) => ({
				carrier: "bituminous-coal",
				period: `2023-0${month + 1}`,
				ncv,
				carbon_content,
			})),
		),
	];
	const usual = [
		["24.00", "0.0262"],
		["24.20", "0.0262"],
		["24.10", "0.0262"],
		["23.90", "0.0262"],
	] as const;

	it("do not belong together where one is high and the other low", async () => {
		const found = suspicionOf(await ask(heatAgainstCarbon, lots([...usual, ["26.00", "0.0229"]])));
		// 26 × 0.0229 = 0.5954; medians 24.1 and 24 × 0.0262 = 0.6288; 26 is 7.9 % above, 0.5954 is 5.3 % below.
		expect(found.finding).toMatchObject({
			at: { row: 6, column: "ncv", value: "26.00" },
			with: { heat: "26", usualHeat: "24.1", carbon: "0.5954", usualCarbon: "0.6288" },
		});
	});

	it("or the reverse", async () => {
		// 22.5 × 0.0298 = 0.6705: 6.6 % less heat, 6.6 % more carbon.
		expect(inWords(await ask(heatAgainstCarbon, lots([...usual, ["22.50", "0.0298"]])))).toEqual([
			"heat-and-carbon-apart@energy.csv:6:ncv 22.50",
		]);
	});

	it("belong together where both move", async () => {
		expect(inWords(await ask(heatAgainstCarbon, lots([...usual, ["26.00", "0.0262"]])))).toBe("pass");
		// 4.9 % less carbon is within what two samples differ by: 26 × 0.023 = 0.598, and 0.6288 × 0.95 = 0.59736.
		expect(inWords(await ask(heatAgainstCarbon, lots([...usual, ["26.00", "0.0230"]])))).toBe("pass");
	});

	it("need four lots with both", async () => {
		expect(inWords(await ask(heatAgainstCarbon, lots(usual.slice(0, 3))))).toBe("not checked: no-measured-values");
		expect(inWords(await ask(heatAgainstCarbon, lots(usual)))).toBe("pass");
	});
});

describe("the basis of a coal's heat value (U-110)", () => {
	it("shows in a value above what the coal has as received", async () => {
		const found = suspicionOf(await ask(coalBasis, [lot({ carrier: "lignite", ncv: "25.4" })]));
		expect(found.finding).toMatchObject({ code: "coal-basis", at: { column: "ncv" }, with: { value: "25.4", high: "21.0" } });
		expect(await suspects({ carrier: "lignite", ncv: "25.4" })).toEqual(["coal-basis"]);
	});

	it("is not in the tables otherwise, whatever was measured", async () => {
		expect(inWords(await ask(coalBasis, [lot({ carrier: "lignite", ncv: "14.2" })]))).toBe("not checked: not-in-tables");
		expect(inWords(await ask(coalBasis, [lot({})]))).toBe("not checked: not-in-tables");
		expect(inWords(await ask(coalBasis, [lot({ carrier: "diesel" })]))).toBe("not checked: no-such-carrier");
	});
});

describe("the digits of a measured value (N-06)", () => {
	it.each([
		["24", ["coarse-measurement@energy.csv:2:ncv 24"]],
		["2.4E+1", ["coarse-measurement@energy.csv:2:ncv 2.4E+1"]],
		["24.0", "pass"],
		["24.25", "pass"],
	])("NCV %s: %s", async (ncv, answer) => {
		expect(inWords(await ask(coarseMeasurement, [lot({ ncv })]))).toEqual(answer);
	});

	it("counts from the first that is no zero, and whole numbers in full", async () => {
		const found = suspicionOf(await ask(coarseMeasurement, [lot({ carbon_content: "0.026" })]));
		expect(found.finding.with).toEqual({ carrier: "bituminous-coal", digits: 2, least: "3" });
		expect(inWords(await ask(coarseMeasurement, [lot({ ncv: "5500", ncv_unit: "kcal/kg" })]))).toBe("pass");
	});

	it("goes by the best writing of a value, whichever row comes first", async () => {
		const rows = ["24", "24.00"].map((ncv, month) => ({ carrier: "bituminous-coal", period: `2023-0${month + 1}`, ncv }));
		for (const list of [rows, [...rows].reverse()]) expect(inWords(await ask(coarseMeasurement, [energy(list)]))).toBe("pass");
	});

	it("is told once for a value that stands in every month", async () => {
		const rows = [
			...monthly({ carrier: "bituminous-coal", ncv: "24" }, "2022"),
			...monthly({ carrier: "bituminous-coal", ncv: "24" }),
		];
		const found = suspicionOf(await ask(coarseMeasurement, [energy(rows)]));
		expect(found.finding).toMatchObject({ at: { row: 2 }, period: "2022-01" });
		expect([found.year, found.impact]).toEqual([null, null]);
	});

	it("is not asked of an oxidation rate or a factor, which are given so", async () => {
		expect(inWords(await ask(coarseMeasurement, [lot({ oxidation_rate: "0.9" })]))).toBe("not checked: no-measured-values");
		expect(inWords(await ask(coarseMeasurement, [lot({ emission_factor: "2" })]))).toBe("not checked: no-measured-values");
	});
});

describe("an oxidation rate in per cent (N-09)", () => {
	it("is refused when it is read, and the sentence says how to write it", async () => {
		const tables = [energy([{ carrier: "bituminous-coal", oxidation_rate: "98" }, { period: "2022" }])];
		for (const lang of ["en", "zh"] as const) {
			const { code, row, value, remedy } = findingOf(await report(tables, { lang }), "bad-parameter");
			expect([code, row, value]).toEqual(["bad-parameter", 2, "98"]);
			expect(remedy).toContain("0.98");
		}
	});
});

describe("a wrong value of several years", () => {
	it("is told once a year, with that year's amount", async () => {
		const rows = ["2022", "2023"].map((period, year) => ({
			carrier: "bituminous-coal",
			period,
			quantity: `${year + 1}00`,
			ncv: "12.0",
		}));
		const answer = await ask(heatValueRange, [energy(rows)]);
		if (answer.kind !== "fail") throw new Error("nothing is suspected");
		expect(answer.suspicions.map(({ year, impact: tonnes }) => [year, impact(tonnes)]).sort()).toEqual([
			[2022, impact("100.02236552")],
			[2023, impact("200.04473104")],
		]);
	});

	it("has no impact where months and the whole year overlap: nobody knows which counts", async () => {
		const rows = [{ period: "2023" }, { period: "2023-05" }].map((row) => ({ carrier: "bituminous-coal", ncv: "12.0", ...row }));
		expect(suspicionOf(await ask(heatValueRange, [energy(rows)])).impact).toBeNull();
	});
});

describe("the shelf", () => {
	it("has one rule for each code", () => {
		const codes = valueRules.map(({ code }) => code);
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes.length).toBe(21);
	});
});

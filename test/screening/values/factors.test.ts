/** Emission factors of one's own: those of the wrong size are told with their cause, honest ones are left alone (F-09). */
import { describe, expect, it } from "vitest";
import { factorSize } from "../../../src/screening/rules/factor-size.ts";
import { ask, impact, inWords, suspicionOf } from "../../support/screening.ts";
import { energy, type Row } from "../../support/tables.ts";

const power: Row = { carrier: "electricity", quantity: "100", unit: "10^4 kWh" };
const coal: Row = { carrier: "bituminous-coal", quantity: "1000" };
const gas: Row = { carrier: "natural-gas", quantity: "10", unit: "10^4 Nm3" };
const diesel: Row = { carrier: "diesel", quantity: "40" };
const heat: Row = { carrier: "heat", quantity: "500", unit: "GJ" };
const anode: Row = { carrier: "炭阳极", quantity: "500" };
const per = (unit: string) => ({ emission_factor_unit: unit });

describe("a factor of another size", () => {
	it.each([
		["power by MWh beside 10^4 kWh", power, "0.5568", {}, "times", "10", "5.568"],
		["power by kWh beside 10^4 kWh", power, "0.0005568", {}, "times", "10^4", "5.568"],
		["power of a province by MWh", power, "0.4419", {}, "times", "10", "4.419"],
		["kilograms per MWh for per kWh", power, "0.0005568", per("kgCO2/kWh"), "times", "1000", "0.5568"],
		["a decimal point moved", power, "0.05366", per("kgCO2/kWh"), "times", "10", "0.5366"],
		["coal in kilograms", coal, "0.00207151", {}, "times", "1000", "2.07151"],
		["coal ten times too small, measured", coal, "0.198", {}, "times", "10", "1.98"],
		["carbon of coal, measured", coal, "0.54", {}, "carbon", "44/12", "1.98"],
		["carbon of diesel, as published", diesel, "0.8444", {}, "carbon", "44/12", "3.096133"],
		["coal by its heat", coal, "0.08927", {}, "of-heat", "23.204", "2.071421"],
		["gas by 10^3 cubic metres", gas, "2.162", {}, "times", "10", "21.62"],
		["gas by its heat", gas, "0.05554", {}, "of-heat", "389.31", "21.622277"],
		["gas by coal equivalent", gas, "1.6277", {}, "of-coal-equivalent", "13.2836", "21.621692"],
		["diesel without its oxidation rate", diesel, "3.2093", {}, "all-burnt", "0.98", "3.145114"],
		["heat by MJ", heat, "0.00011", {}, "times", "1000", "0.11"],
		["heat ten times too small", heat, "0.0110", {}, "times", "10", "0.11"],
	])("%s", async (_, row, factor, unit, why, times, meant) => {
		const given = await ask(factorSize, [energy([{ ...row, emission_factor: factor, ...unit }])]);
		expect(suspicionOf(given).finding).toMatchObject({
			code: "factor-of-another-size",
			at: { row: 2, column: "emission_factor", value: factor },
			with: { why, times, meant },
		});
	});

	it("weighs what the factor that is meant would change", async () => {
		// 100 × (5.568 − 0.5568).
		const found = suspicionOf(await ask(factorSize, [energy([{ ...power, emission_factor: "0.5568" }])]));
		expect([found.year, impact(found.impact)]).toEqual([2023, impact("501.12")]);
		const sold = suspicionOf(await ask(factorSize, [energy([{ ...power, use: "sold", emission_factor: "0.5568" }])]));
		expect(impact(sold.impact)).toBe(impact("-501.12"));
	});

	it("shows beside the firm's own in other years", async () => {
		// A measured factor that no table publishes.
		const rows = ["2021", "2022"].map((period) => ({ ...power, period, emission_factor: "0.6347", ...per("kgCO2/kWh") }));
		const wrong = { ...power, emission_factor: "0.06347", ...per("kgCO2/kWh") };
		expect(inWords(await ask(factorSize, [energy([...rows, wrong])]))).toEqual([
			"factor-of-another-size@energy.csv:4:emission_factor 0.06347",
		]);
		expect(inWords(await ask(factorSize, [energy([wrong])]))).toBe("pass");
	});

	it("stands in a factors table, and is told of each year that used it", async () => {
		const table = (factor: string, unit: string) => ({
			name: "factors.csv",
			reference: true,
			text: `carrier,unit,emission_factor,source\nelectricity,${unit},${factor},contract\n`,
		});
		const rows = energy([{ ...power, period: "2022" }, power]);
		expect(inWords(await ask(factorSize, [rows, table("0.05568", "MWh")]))).toEqual([
			"factor-of-another-size@factors.csv:2: 0.05568",
			"factor-of-another-size@factors.csv:2: 0.05568",
		]);
		expect(inWords(await ask(factorSize, [rows, table("0.5568", "MWh")]))).toBe("pass");
	});
});

describe("honest factors of one's own", () => {
	it.each([
		["green power", power, "0", {}],
		["power of mixed origin", power, "0.032", per("kgCO2/kWh")],
		["the cleanest grid", power, "0.1073", per("kgCO2/kWh")],
		["a coal grid", power, "1.0826", per("kgCO2/kWh")],
		["power in grams", power, "556.8", per("gCO2/kWh")],
		["a poor coal", coal, "1.21", {}],
		["a rich coal", coal, "2.74", {}],
		["coal by another table", coal, "1.9003", {}],
		["lean gas", gas, "18.2", {}],
		["diesel, measured", diesel, "3.1605", {}],
		["diesel with all its carbon burnt, in a table that says so", diesel, "3.096", {}],
		["heat of a gas boiler", heat, "0.0651", {}],
		["waste heat", heat, "0", {}],
		["anodes, measured", anode, "1.52", {}],
	])("%s", async (_, row, factor, unit) => {
		expect(inWords(await ask(factorSize, [energy([{ ...row, emission_factor: factor, ...unit }])]))).toBe("pass");
	});

	it("are not asked about where there are none", async () => {
		expect(inWords(await ask(factorSize, [energy([coal])]))).toBe("not checked: no-measured-values");
	});
});

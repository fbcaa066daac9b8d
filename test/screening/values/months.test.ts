/** What months say together: output without energy, units that change, months that are not over, tables that end early. */
import { describe, expect, it } from "vitest";
import { mixedUnits } from "../../../src/screening/rules/mixed-units.ts";
import { outputAndEnergy } from "../../../src/screening/rules/output-and-energy.ts";
import { seriesOutOfDate } from "../../../src/screening/rules/series-out-of-date.ts";
import { zeroBeforeMonthEnds } from "../../../src/screening/rules/zero-before-month-ends.ts";
import { ask, impact, inWords, suspicionOf } from "../../support/screening.ts";
import { energy, monthly, output, type Row } from "../../support/tables.ts";

/** A row for each amount, from January 2023 on; a row that is not there is left out. */
const months = (amounts: readonly (string | undefined)[], cells: Row = {}): Row[] =>
	amounts.flatMap((quantity, month) =>
		quantity === undefined ? [] : [{ ...cells, quantity, period: `2023-${String(month + 1).padStart(2, "0")}` }],
	);

describe("output and energy of a month (N-08)", () => {
	const used = months(["100", "104", "98", "101"]);

	it("go together", async () => {
		expect(inWords(await ask(outputAndEnergy, [energy(used), output(months(["50", "51", "49", "50"]))]))).toBe("pass");
	});

	it("disagree where there is energy as always and no output", async () => {
		const found = suspicionOf(await ask(outputAndEnergy, [energy(used), output(months(["50", "51", "0", "50"]))]));
		expect(found.finding).toMatchObject({
			code: "output-and-energy-disagree",
			at: { file: "output.csv", row: 4, value: "0" },
			period: "2023-03",
			with: { of: "no-output", carriers: ["coke"] },
		});
		expect([found.year, found.impact]).toEqual([2023, null]);
	});

	it("agree where a works stands still and is lit: up to a tenth of the usual month", async () => {
		// Others 100, 104, 101: median 101, a tenth of it 10.1.
		const still = (quantity: string) => [
			energy(months(["100", "104", quantity, "101"])),
			output(months(["50", "51", "0", "50"])),
		];
		expect(inWords(await ask(outputAndEnergy, still("10.1")))).toBe("pass");
		expect(inWords(await ask(outputAndEnergy, still("10.2")))).toEqual(["output-and-energy-disagree@output.csv:4:quantity 0"]);
	});

	it("disagree where there is output and the energy is zero; the impact is a usual month", async () => {
		const rows = months(["100", "104", "0", "101"], { emission_factor: "2.5" });
		const found = suspicionOf(await ask(outputAndEnergy, [energy(rows), output(months(["50", "51", "49", "50"]))]));
		expect(found.finding).toMatchObject({ at: { file: "energy.csv", row: 4 }, with: { of: "no-energy", carriers: ["coke"] } });
		// Median of 100, 101, 104 is 101; × 2.5.
		expect(impact(found.impact)).toBe(impact("252.5"));
	});

	it("are not compared where a month is missing: that is not zero", async () => {
		const tables = [energy(months(["100", "104", undefined, "101"])), output(months(["50", "51", "49", undefined]))];
		expect(inWords(await ask(outputAndEnergy, tables))).toBe("pass");
	});

	it("are not compared where one carrier runs: the zero of another may be right", async () => {
		const rows = [...used, ...months(["5", "5", "0", "5"], { carrier: "diesel" })];
		expect(inWords(await ask(outputAndEnergy, [energy(rows), output(months(["50", "51", "49", "50"]))]))).toBe("pass");
	});

	it("are not checked without months of both", async () => {
		expect(inWords(await ask(outputAndEnergy, [energy(used), output([{}])]))).toBe("not checked: no-output");
		expect(inWords(await ask(outputAndEnergy, [energy([{}]), output(months(["50"]))]))).toBe("not checked: no-months");
	});
});

describe("units of one history (U-108)", () => {
	it("are one unit, however it is spelt", async () => {
		expect(inWords(await ask(mixedUnits, [energy([...months(["1", "2"]), { period: "2023-03", unit: "吨" }])]))).toBe("pass");
	});

	it("that change are told once, at the first month that differs", async () => {
		const rows = [
			...months(["10", "11"]),
			{ period: "2023-03", quantity: "12000", unit: "kg" },
			{ period: "2023-04", unit: "kg" },
		];
		const found = suspicionOf(await ask(mixedUnits, [energy(rows)]));
		expect(found.finding).toMatchObject({
			code: "mixed-units",
			at: { row: 4, value: "12000" },
			period: "2023-03",
			with: { what: { carrier: "coke", use: "consumed" }, units: ["kg", "t"] },
		});
		expect(found.impact).toBeNull();
		const turned = suspicionOf(await ask(mixedUnits, [energy([...rows].reverse())]));
		expect(turned.finding).toMatchObject({ period: "2023-03", with: { units: ["kg", "t"] } });
	});

	it("of mass and of heat are mixed, too", async () => {
		const rows = [{ period: "2023-01" }, { period: "2023-02", quantity: "28", unit: "GJ" }];
		expect(inWords(await ask(mixedUnits, [energy(rows)]))).toEqual(["mixed-units@energy.csv:3:quantity 28"]);
	});

	it("of two carriers, two uses or two sites are each their own", async () => {
		const rows = [
			{ period: "2023-01", site: "A" },
			{ period: "2023-02", unit: "kg", site: "B" },
			{ period: "2023-03", unit: "kg", site: "A", use: "sold" },
			{ period: "2023-04", unit: "kg", site: "A", carrier: "diesel" },
		];
		expect(inWords(await ask(mixedUnits, [energy(rows)]))).toBe("pass");
	});

	it("are not checked where no month is given", async () => {
		expect(inWords(await ask(mixedUnits, [energy([{ period: "2023", unit: "kg" }, { period: "2022" }])]))).toBe(
			"not checked: no-months",
		);
	});
});

describe("a zero for a month that is not over (T-207)", () => {
	const june = { period: "2023-06", quantity: "0" };

	it("is asked about, in energy and in output", async () => {
		const tables = [energy([{ period: "2023-05" }, june]), output([{ period: "2023-05" }, june])];
		expect(inWords(await ask(zeroBeforeMonthEnds, tables, { asOf: "2023-06-15" }))).toEqual([
			"zero-before-month-ends@energy.csv:3:quantity 0",
			"zero-before-month-ends@output.csv:3:quantity 0",
		]);
	});

	it.each([
		["on its last day", "2023-06-30"],
		["later", "2023-07-01"],
	])("stays a zero %s", async (_, asOf) => {
		expect(inWords(await ask(zeroBeforeMonthEnds, [energy([june])], { asOf }))).toBe("pass");
	});

	it("is found in a quarter that ends with it, and in February whatever the year", async () => {
		const quarter = [energy([{ period: "2023Q2", quantity: "0" }])];
		expect(inWords(await ask(zeroBeforeMonthEnds, quarter, { asOf: "2023-06-29" }))).toEqual([
			"zero-before-month-ends@energy.csv:2:quantity 0",
		]);
		const february = [energy([{ period: "2024-02", quantity: "0" }])];
		expect((await ask(zeroBeforeMonthEnds, february, { asOf: "2024-02-28" })).kind).toBe("fail");
		expect((await ask(zeroBeforeMonthEnds, february, { asOf: "2024-02-29" })).kind).toBe("pass");
	});

	it("of a month still to come is refused when it is read, and not told twice", async () => {
		const tables = [energy([{ period: "2023-05" }, june])];
		expect(inWords(await ask(zeroBeforeMonthEnds, tables, { asOf: "2023-05-31" }))).toBe("pass");
	});

	it("is an amount like any other where there is one, and nobody can say without a date", async () => {
		expect(inWords(await ask(zeroBeforeMonthEnds, [energy([{ period: "2023-06" }])], { asOf: "2023-06-15" }))).toBe("pass");
		expect(inWords(await ask(zeroBeforeMonthEnds, [energy([june])]))).toBe("not checked: no-as-of");
	});
});

describe("tables that end long before the check (T-210)", () => {
	const year = energy(monthly({}));

	it.each([
		["2023-12-31", "pass"],
		["2024-03-31", "pass"],
		["2024-04-01", ["series-out-of-date@energy.csv:13:quantity 1"]],
	])("as of %s: %s", async (asOf, answer) => {
		expect(inWords(await ask(seriesOutOfDate, [year], { asOf }))).toEqual(answer);
	});

	it("are asked of energy and of the output each, and of the last row that either has", async () => {
		const tables = [energy([...monthly({}), { carrier: "diesel", period: "2024-02" }]), output(monthly({}))];
		const answer = await ask(seriesOutOfDate, tables, { asOf: "2024-05-31" });
		expect(inWords(answer)).toEqual(["series-out-of-date@output.csv:13:quantity 10"]);
		expect(suspicionOf(answer).finding).toMatchObject({
			with: { what: { of: "indicator", indicator: "value_added" }, last: "2023-12", asOf: "2024-05-31" },
		});
	});

	it("may be of years", async () => {
		expect(inWords(await ask(seriesOutOfDate, [energy([{}])], { asOf: "2024-11-30" }))).toBe("not checked: no-months");
		expect(inWords(await ask(seriesOutOfDate, [year]))).toBe("not checked: no-as-of");
	});
});

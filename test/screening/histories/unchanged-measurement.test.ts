/** K-202: laboratory values that do not change. */
import { describe, expect, it } from "vitest";
import { unchangedMeasurement } from "../../../src/screening/rules/unchanged-measurement.ts";
import { answerTo, onlyOf, said, suspicionsOf } from "../../support/histories.ts";
import { energy, factors, type Row } from "../../support/tables.ts";

/** Months from January on, each with a heat value of its coal; other cells as given. */
const coal = (values: readonly string[], cells: Row = {}): Row[] =>
	values.map((ncv, index) => ({
		...{ carrier: "bituminous-coal", quantity: String(500 + index), ncv, ncv_unit: ncv === "" ? "" : "GJ/t" },
		...cells,
		period: `2023-${String(index + 1).padStart(2, "0")}`,
	}));
const asked = (values: readonly string[], cells: Row = {}) => answerTo(unchangedMeasurement, [energy(coal(values, cells))]);

describe("a measured value that is the same to the last digit", () => {
	it("is told from the second month on", async () => {
		const answer = await asked(["22.117", "22.364", "22.364", "22.512"]);
		expect(said(answer)).toEqual(["2023-02 @3"]);
		expect(onlyOf("unchanged-measurement", answer)).toMatchObject({
			...{ parameter: "ncv", measured: "22.364", months: 2, to: "2023-03" },
		});
	});

	it("is told at the measured cell, as it is written", async () => {
		const [one] = suspicionsOf(await asked(["22.117", "22.3640", "22.3640"]));
		expect(one?.finding.at).toMatchObject({ row: 3, column: "ncv", value: "22.3640" });
		const inCarbon = coal(["22.117", "22.364"], { carbon_content: "0.02641" });
		const [other] = suspicionsOf(await answerTo(unchangedMeasurement, [energy(inCarbon)]));
		expect(other?.finding.at).toMatchObject({ row: 2, column: "carbon_content", value: "0.02641" });
	});

	it("of three digits repeats by chance, and is told from the third month on", async () => {
		expect(said(await asked(["22.1", "22.4", "22.4", "22.5"]))).toBe("pass");
		expect(said(await asked(["22.1", "22.4", "22.4", "22.4"]))).toEqual(["2023-02 @3"]);
	});

	it("is no matter in months that do not follow each other", async () => {
		expect(said(await asked(["22.364", "22.117", "22.364", "22.512"]))).toBe("pass");
		expect(said(await asked(["22.364", "", "22.364"]))).toBe("pass");
	});

	it("is found among several lots of a month", async () => {
		const lots = [...coal(["22.364", "22.117"]), ...coal(["21.005", "22.364"], { quantity: "77" })];
		expect(said(await answerTo(unchangedMeasurement, [energy(lots)]))).toEqual(["2023-01 @2"]);
	});

	it("is found in the carbon content too", async () => {
		const rows = coal(["22.117", "22.364", "22.512"], { carbon_content: "0.02641" });
		const answer = await answerTo(unchangedMeasurement, [energy(rows)]);
		expect(onlyOf("unchanged-measurement", answer)).toMatchObject({ parameter: "carbon_content", months: 3 });
	});
});

describe("a default in the column of measured values", () => {
	it.each([
		// Bituminous coal: 23.204 in the NDRC guidelines, 19.570 in those of steel.
		["as the chosen table prints it", "23.204"],
		["as another table prints it", "19.57"],
		["rounded", "23.2"],
	])("%s is no measurement", async (_, ncv) => {
		expect(said(await asked([ncv, ncv, ncv]))).toBe("no-measured-values");
	});

	it("that stands behind a coefficient of coal equivalent is none either", async () => {
		// Raw coal, 0.7143 tce/t: 20934 kJ/kg today, 20908 before 2020. 20.934 / 29.3076 = 0.71429, 20.908 / 29.271 = 0.71429.
		const emission = { carrier: "raw-coal", carbon_content: "0.02637", oxidation_rate: "0.94" };
		for (const ncv of ["20.934", "20.908"]) {
			const found = suspicionsOf(await asked([ncv, ncv, ncv], emission)).map(({ finding }) => finding.with);
			expect(found).not.toContainEqual(expect.objectContaining({ parameter: "ncv" }));
		}
		// 20.95 / 29.3076 = 0.71483, which is no 0.7143.
		const found = suspicionsOf(await asked(["20.95", "20.95"], emission)).map(({ finding }) => finding.with);
		expect(found).toContainEqual(expect.objectContaining({ parameter: "ncv", measured: "20.95" }));
	});

	it("of the user's own factor file is none either", async () => {
		const own = factors([{ carrier: "bituminous-coal", ncv: "22.364", carbon_content: "0.0261", oxidation_rate: "0.94" }]);
		const tables = [energy(coal(["22.364", "22.364", "22.364"])), own];
		expect(said(await answerTo(unchangedMeasurement, tables))).toBe("no-measured-values");
	});

	it("does not hide a measured month between", async () => {
		expect(said(await asked(["23.204", "22.364", "22.364", "23.204"]))).toEqual(["2023-02 @3"]);
	});
});

describe("not checked", () => {
	it("is a firm that measured nothing, once only, or by the year", async () => {
		expect(said(await asked(["", "", ""]))).toBe("no-measured-values");
		expect(said(await asked(["22.364", "", ""]))).toBe("too-few-months");
		const year = { carrier: "bituminous-coal", period: "2023", ncv: "22.364" };
		expect(said(await answerTo(unchangedMeasurement, [energy([year])]))).toBe("no-months");
	});
});

describe("honest values that are written to few digits", () => {
	/** Between 22.81 and 23.59, as a laboratory writes them: two neighbours agree by chance, and three may. */
	const honest = Array.from({ length: 24 }, (_, month) => (22.8 + ((month * 29) % 79) / 100).toFixed(2));
	const equal = (months: number) => honest.map((one, month) => (month >= 5 && month < 5 + months ? (honest[5] as string) : one));
	const months = (values: readonly string[]): Row[] =>
		values.map((ncv, index) => ({
			...{ carrier: "bituminous-coal", quantity: String(500 + index), ncv, ncv_unit: "GJ/t" },
			period: `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
		}));

	it("repeat in two months running, and are told nothing", async () => {
		expect(said(await answerTo(unchangedMeasurement, [energy(months(equal(2)))]))).toBe("pass");
	});

	it("are told where they repeat in more than chance leaves", async () => {
		expect(said(await answerTo(unchangedMeasurement, [energy(months(equal(3)))]))).toEqual(["2022-06 @7"]);
	});
});

/** M-302: changes from one year to the next. */
import { describe, expect, it } from "vitest";
import { yearChange } from "../../../src/screening/rules/year-change.ts";
import { slippedYear, yearApart } from "../../../src/screening/rules/years-apart.ts";
import { answerTo, onlyOf, said, stakesOf, suspicionsOf, yearsFrom } from "../../support/histories.ts";
import { energy, output, type Row } from "../../support/tables.ts";

const coke: Row = { emission_factor: "1" };
const diesel: Row = { ...coke, carrier: "diesel" };
const asked = (rows: readonly Row[], made: readonly Row[] = [], limits: Readonly<Record<string, string>> = {}) =>
	answerTo(yearChange, made.length === 0 ? [energy(rows)] : [energy(rows), output(made)], limits);

describe("what is used of a carrier", () => {
	it("may rise by half and fall by a third, and no further", async () => {
		expect(said(await asked(yearsFrom(2020, [100, 150, 100], coke)))).toBe("pass");
		const up = await asked(yearsFrom(2020, [100, 150.1], coke));
		expect(said(up)).toEqual(["2021 @3"]);
		expect(onlyOf("year-on-year-change", up)).toMatchObject({
			...{
				lastYear: 2020,
				before: { shown: { value: "100", unit: "t" } },
				now: { shown: { value: "150.1", unit: "t" } },
				percent: "50.1",
			},
		});
		// If the year was as the one before, it is 50.1 t of CO2 too many.
		expect(stakesOf(up)).toEqual(["-50.1"]);
		const down = await asked(yearsFrom(2020, [150.1, 100], coke));
		expect(onlyOf("year-on-year-change", down)).toMatchObject({ percent: "-33.4" });
	});

	it("may do what it likes where it hardly matters: two per cent of the year's emissions", async () => {
		const rows = (much: number) => [...yearsFrom(2020, [980, much], coke), ...yearsFrom(2020, [10, 30], diesel)];
		// 20 t of 1000, and of 1001.
		expect(said(await asked(rows(970)))).toEqual(["2021 @5"]);
		expect(said(await asked(rows(971)))).toBe("pass");
	});

	it("is compared with the year before and no other, and not where it comes or goes", async () => {
		expect(said(await asked([...yearsFrom(2020, [100], coke), ...yearsFrom(2022, [300], coke)]))).toBe("no-earlier-year");
		expect(said(await asked([...yearsFrom(2020, [100, 100], coke), ...yearsFrom(2020, [0, 300], diesel)]))).toBe("pass");
	});

	it("is compared whole year with whole year", async () => {
		const months = Array.from({ length: 5 }, (_, month) => ({ ...coke, period: `2021-0${month + 1}`, quantity: "8" }));
		expect(said(await asked([...yearsFrom(2020, [100], coke), ...months]))).toBe("no-earlier-year");
	});

	it("is added up over sites and lots", async () => {
		const sites = [
			...yearsFrom(2020, [60, 100], { ...coke, site: "north" }),
			...yearsFrom(2020, [60, 20], { ...coke, site: "south" }),
		];
		expect(said(await asked(sites))).toBe("pass");
		const lots = [...yearsFrom(2020, [100, 80]), ...yearsFrom(2021, [90], { ncv: "27.113" })];
		expect(onlyOf("year-on-year-change", await asked(lots))).toMatchObject({
			before: { shown: { value: "100", unit: "t" } },
			now: { shown: { value: "170", unit: "t" } },
		});
	});

	it("is not told again where a slip of the unit explains it", async () => {
		expect(said(await asked(yearsFrom(2020, [100, 110, 1050], coke)))).toBe("pass");
	});

	it("is not told beside a year that stands apart from several", async () => {
		expect(said(await asked(yearsFrom(2020, [100, 110, 700], coke)))).toBe("pass");
		expect(said(await answerTo(yearApart, [energy(yearsFrom(2020, [100, 110, 700], coke))]))).toEqual(["2022 @4"]);
	});
});

describe("an output of two years of which one is ten times too large", () => {
	it("is told as a change, since nobody knows which it is", async () => {
		const tables = [energy(yearsFrom(2020, [100, 99], coke)), output(yearsFrom(2020, [20000, 2030]))];
		expect(said(await answerTo(slippedYear, tables))).toBe("pass");
		expect(said(await answerTo(yearChange, tables))).toEqual(["2021 @0"]);
	});
});

describe("the intensity", () => {
	const made = (amounts: readonly number[], cells: Row = {}) => yearsFrom(2020, amounts, cells);

	it("may rise by 30 per cent and fall as far among several years", async () => {
		expect(said(await asked(yearsFrom(2020, [100, 114, 144], coke), made([100, 100, 100])))).toBe("pass");
	});

	it("may rise by a fifth of two years alone, and no further", async () => {
		// 100/100 = 1; 120/100 = 1.2 and 121/100 = 1.21.
		expect(said(await asked(yearsFrom(2020, [100, 120], coke), made([100, 100])))).toBe("pass");
		const answer = await asked(yearsFrom(2020, [100, 121], coke), made([100, 100]));
		expect(onlyOf("year-on-year-change", answer)).toMatchObject({
			...{
				what: null,
				before: { shown: { value: "1", unit: "tCO2/10^4 CNY" } },
				now: { shown: { value: "1.21", unit: "tCO2/10^4 CNY" } },
				percent: "21",
			},
		});
		expect(stakesOf(answer)).toEqual(["-21"]);
		expect(suspicionsOf(answer)[0]).toMatchObject({ year: 2021 });
	});

	it("is told though no carrier moves: the output does", async () => {
		const answer = await asked(yearsFrom(2020, [100, 100], coke), made([150, 100]));
		expect(onlyOf("year-on-year-change", answer)).toMatchObject({ what: null, percent: "50" });
	});

	it("is not compared at two kinds of prices, nor of two boundaries", async () => {
		const prices = [...made([150]), ...yearsFrom(2021, [100], { prices: "current" })];
		expect(said(await asked(yearsFrom(2020, [100, 100], coke), prices))).toBe("pass");
		const process = { carrier: "limestone-flux", period: "2021", quantity: "100" };
		expect(said(await asked([...yearsFrom(2020, [100, 100], coke), process], made([150, 100])))).toBe("pass");
	});

	it("goes by the limits of the run", async () => {
		const rows = yearsFrom(2020, [100, 104], coke);
		expect(said(await asked(rows, made([100, 100]), { "change-intensity": "0.03" }))).toEqual(["2021 @0"]);
	});
});

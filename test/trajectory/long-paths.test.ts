/** Paths of unusual length and steepness, through the whole tool: what a firm with its own base year or a far target is shown. */
import { describe, expect, it } from "vitest";
import type { ReportYear, Table } from "../../src/index.ts";
import { report } from "../support/reading.ts";

/** A firm with 100 (10^4 CNY) of output each year and so many tonnes of CO2; `more` is what else is said of it or of the targets. */
const firm = async (tonnes: Readonly<Record<number, string>>, more: Table): Promise<ReportYear[]> => {
	const years = Object.keys(tonnes);
	const energy = years.map((year) => `F,${year},coke,${tonnes[Number(year)] as string},t,1`);
	const output = years.map((year) => `F,${year},value_added,100,万元,constant-2020`);
	const found = await report([
		{ name: "energy.csv", text: ["firm,period,carrier,quantity,unit,emission_factor", ...energy].join("\n") },
		{ name: "output.csv", text: ["firm,period,indicator,quantity,unit,prices", ...output].join("\n") },
		more,
	]);
	return [...(found.firms[0]?.years ?? [])];
};
const own = (columns: string, cells: string): Table => ({
	name: "firms.csv",
	reference: true,
	text: `firm,sector,${columns}\nF,steel,${cells}\n`,
});
const target = (baseYear: number, targetYear: number, percent: string): Table => ({
	name: "targets.csv",
	reference: true,
	text: `scope,scope_id,base_year,target_year,reduction_pct,source\nall,,${baseYear},${targetYear},${percent},a decree\n`,
});

describe("a path of many years", () => {
	it("from 1998 still asks for the yearly rate of the plan", async () => {
		const [, last] = await firm({ 1998: "100", 2023: "37" }, own("base_year", "1998"));
		// 0.82^(25/5) is 0.82^5.
		expect(last?.ownPath).toMatchObject({ baseYear: 1998, base: "1", required: "0.3707398432" });
		expect(last?.verdict).toMatchObject({ word: "on-track", cumulativeTest: "pass" });
	});

	// To be `it` once only a straight line, which does fall to nothing, is without a path.
	it("from 1997 does too: at an equal rate no path falls to nothing", async () => {
		const [, last] = await firm({ 1997: "100", 2022: "37" }, own("base_year", "1997"));
		expect(last?.ownPath).toMatchObject({ baseYear: 1997, base: "1", required: "0.3707398432" });
	});

	it("to 2060 asks for 2.59% a year where it asks for 65%", async () => {
		const [first] = await firm({ 2020: "100", 2023: "90" }, target(2020, 2060, "65"));
		expect(first?.ownPath?.neededYearlyCutPercent).toBe("2.590413");
	});

	// To be `it` once a ratio too small for a float is left to whole powers.
	it("to 2060 is not out of reach, however far above it a firm stands", async () => {
		const [, last] = await firm({ 2020: "1", 2023: "1000000000000" }, target(2020, 2060, "65"));
		// 1 − (0.35 / 10^12)^(1/37), by the decimal arithmetic of another language.
		expect(last?.ownPath?.neededYearlyCutPercent).toBe("53.936897");
	});

	// To be `it` once an exact tie among logarithms is decided; till then the tool stops with a fault of its own.
	it("may leave a schedule ratio that is exactly half way at six places: the even digit is shown", async () => {
		// The target leaves 0.9^8 after 17 years; 0.9 is left after 16: (1/8) / (16/17) is 17/128 = 0.1328125.
		const [, last] = await firm({ 2008: "100", 2024: "90" }, own("base_year,target_pct", "2008,56.953279"));
		expect(last?.progress).toEqual({ completionPercent: null, percent: "12.5", scheduleRatio: "0.132812" });
	});
});

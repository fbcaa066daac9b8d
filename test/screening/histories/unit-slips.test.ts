/** The detective of unit slips: U-104 to U-107. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { powerShare } from "../../../src/screening/rules/power-share.ts";
import { sectorSlip } from "../../../src/screening/rules/sector-slip.ts";
import { slippedMonth } from "../../../src/screening/rules/slipped-month.ts";
import { slippedYear } from "../../../src/screening/rules/years-apart.ts";
import {
	answerOfAll,
	answerTo,
	casesIn,
	monthsFrom,
	onlyOf,
	said,
	stakesOf,
	suspicionsOf,
	yearsFrom,
} from "../../support/histories.ts";
import { energy, firms, output, type Row } from "../../support/tables.ts";

const months = (amounts: readonly (string | number)[], cells: Row = {}) =>
	answerTo(slippedMonth, [energy(monthsFrom(2023, amounts, cells))]);
const factors = (answer: Awaited<ReturnType<typeof months>>) =>
	onlyOf("suspected-unit-slip", answer).causes.map(({ factor }) => factor);

const steady = [388.2, 390.1, 379.7, 394.4, 401.3, 385.9, 392.2, 397.5, 383.8];

describe("a month that stands apart from its own history", () => {
	it("by ten is told, with what it would be and the tonnes at impact", async () => {
		// Every month but the last is 379.7 to 401.3; 3914 / 10 = 391.4.
		const answer = await months([...steady, 3914], { emission_factor: "1" });
		expect(said(answer)).toEqual(["2023-10 @11"]);
		// In order: 379.7 383.8 385.9 388.2 390.1 392.2 394.4 397.5 401.3; the fifth. 3914 / 390.1 = 10.0333.
		expect(onlyOf("suspected-unit-slip", answer)).toMatchObject({
			what: { of: "carrier", carrier: "coke", use: "consumed" },
			...{ why: "own-months", usual: { shown: { value: "390.1", unit: "t" } }, ratio: "10.0333" },
			causes: [{ factor: "10", given: "", under: "", wouldBe: { shown: { value: "391.4", unit: "t" } } }],
		});
		expect(stakesOf(answer)).toEqual(["-3522.6"]);
	});

	it("may be too small", async () => {
		const answer = await months([...steady, 39.4], { emission_factor: "1" });
		expect(onlyOf("suspected-unit-slip", answer).causes).toMatchObject([
			{ factor: "10", given: "", under: "", wouldBe: { shown: { value: "394", unit: "t" } } },
		]);
		expect(stakesOf(answer)).toEqual(["354.6"]);
	});

	it.each([
		// The amount that would stand there is 390 in each: 390 × 3.6 = 1404, × 8.141 = 3175, × 29.3076 = 11430, × 4.1868 = 1633,
		// × 44/12 = 1430.
		["electricity", "kWh", 1404, ["3.6", "44/12"], { given: "MJ", under: "kWh", wouldBe: { shown: { value: "390" } } }],
		["electricity", "kWh", 1430, ["44/12", "3.6"], { given: "CO2", under: "C", wouldBe: { shown: { value: "390" } } }],
		["electricity", "kWh", 3175, ["8.14"], { given: "kWh", under: "kgce" }],
		["heat", "GJ", 1404, ["3.6", "44/12"], { given: "MJ", under: "kWh", wouldBe: { shown: { value: "390" } } }],
		["heat", "GJ", 1633, ["4.1868"], { given: "kJ", under: "kcal" }],
		["heat", "GJ", 11430, ["29.3"], { given: "GJ", under: "tce" }],
		["natural-gas", "10^4 Nm3", 11430, ["29.3"], { given: "GJ", under: "tce" }],
		["electricity", "10^4 kWh", 3900, ["10"], { given: "MWh", under: "10^4 kWh" }],
		["bituminous-coal", "t", 15600, [], undefined],
	])("%s in %s, %d where 390 would be: by %j", async (carrier, unit, amount, names, first) => {
		const answer = await months([...steady, amount], { carrier, unit });
		if (first === undefined) expect(said(answer)).toBe("pass");
		else {
			expect(factors(answer)).toEqual(names);
			expect(onlyOf("suspected-unit-slip", answer).causes[0]).toMatchObject(first);
		}
	});

	it("names units only where the row is written in one of them", async () => {
		const cause = async (unit: string, amount: number) =>
			onlyOf("suspected-unit-slip", await months([...steady, amount], { carrier: "electricity", unit })).causes[0];
		expect(await cause("10^4 kWh", 3910)).toMatchObject({ given: "MWh", under: "10^4 kWh" });
		expect(await cause("MWh", 39.1)).toMatchObject({ given: "10^4 kWh", under: "MWh" });
		expect(await cause("kWh", 3910)).toMatchObject({ given: "", under: "" });
	});

	it("is told with another that slipped alike, whom the ledger's error does not reach", async () => {
		// Two months in kWh under 10^4 kWh: to each the other belongs to the history, which is then of no one size.
		const answer = await months([...steady, 3_914_000, 3_887_000, 391.2], { carrier: "electricity", unit: "10^4 kWh" });
		expect(said(answer)).toEqual(["2023-10 @11", "2023-11 @12"]);
		for (const { finding } of suspicionsOf(answer)) {
			expect(finding.with).toMatchObject({ causes: [{ factor: "10^4", given: "kWh", under: "10^4 kWh" }] });
		}
	});
});

describe("a month that stands apart and is no slip", () => {
	it("is fifty times the usual: that is an error already", async () => {
		expect(said(await months([...steady, 39_140]))).toBe("pass");
		expect(said(await months([...steady, 390.1 * 49]))).toBe("pass");
	});

	it("fits no factor, or is less than twice its neighbour", async () => {
		expect(said(await months([...steady, 2000]))).toBe("pass");
		expect(said(await months([...steady, 780]))).toBe("pass");
	});

	it("has too many like it: a season, or a campaign", async () => {
		const low = steady.slice(0, 8);
		expect(said(await months([3914, 3887, 3902, 3895, ...low]))).toBe("pass");
		expect(said(await months([3914, 3887, ...steady, 3902]))).toEqual(["2023-01 @2", "2023-02 @3", "2023-12 @13"]);
	});

	it("comes again in the same month of another year", async () => {
		const year = [...steady, 388.9, 391.7, 3914];
		expect(said(await months([...year, ...year]))).toBe("pass");
		expect(said(await months([...year, ...year.slice(0, 11), 389]))).toEqual(["2023-12 @13"]);
	});

	it("stands in a history that swings so far itself that nothing can be told", async () => {
		expect(said(await months([100, 60, 36, 22, 13, 8, 5, 3, 1.8, 1.1, 0.7, 0.45]))).toBe("pass");
	});

	it("is not checked with fewer than six months, or none", async () => {
		expect(said(await months(steady.slice(0, 5)))).toBe("too-few-months");
		expect(said(await answerTo(slippedMonth, [energy([{}])]))).toBe("no-months");
	});
});

describe("a year that stands apart from the firm's other years", () => {
	const years = (amounts: readonly (string | number)[], cells: Row = {}) =>
		answerTo(slippedYear, [energy(yearsFrom(2020, amounts, { emission_factor: "1", ...cells }))]);

	it("is told, the first, one between or the last", async () => {
		expect(said(await years([4000, 402, 395, 388]))).toEqual(["2020 @2"]);
		expect(said(await years([400, 402, 39.5, 388]))).toEqual(["2022 @4"]);
		const answer = await years([400, 402, 395, 388000]);
		expect(onlyOf("suspected-unit-slip", answer)).toMatchObject({
			// 395 goes on as 402 went to 395: 395 × 395 / 402 = 388.12189, and 388000 is 999.6859 times that.
			...{ why: "other-years", usual: { shown: { unit: "t" } }, ratio: "999.6859" },
			causes: [{ factor: "1000", given: "kg", under: "t", wouldBe: { shown: { value: "388", unit: "t" } } }],
		});
		expect(stakesOf(answer)).toEqual(["-387612"]);
	});

	it("of two, or two against two, is the later: it is held to last year", async () => {
		expect(said(await years([400, 4020]))).toEqual(["2021 @3"]);
		expect(said(await years([400, 402, 3950, 3880]))).toEqual(["2022 @4", "2023 @5"]);
	});

	it("is told of months too, all of which slipped", async () => {
		const rows = [
			...monthsFrom(2022, [...steady, 388.1, 391.3, 392.8], { emission_factor: "1" }),
			...monthsFrom(
				2023,
				[...steady, 388.1, 391.3, 392.8].map((amount) => (amount * 10.1).toFixed(1)),
				{ emission_factor: "1" },
			),
		];
		expect(said(await answerTo(slippedYear, [energy(rows)]))).toEqual(["2023 @14"]);
	});

	it("is let be where it would not matter, or where nothing explains it", async () => {
		const small = yearsFrom(2020, [1, 1, 11], { carrier: "diesel", emission_factor: "1" });
		const large = yearsFrom(2020, [1000, 1000, 1000], { emission_factor: "1" });
		expect(said(await answerTo(slippedYear, [energy([...large, ...small])]))).toBe("pass");
		expect(said(await years([400, 402, 395, 2500]))).toBe("pass");
	});

	it("is not checked without another year", async () => {
		expect(said(await years([400]))).toBe("no-earlier-year");
	});
});

describe("electricity beside what a firm burns", () => {
	/** Coke of 1000 t, 971.4 tce at 0.9714 tce/t, and so much electricity at 0.1229 kgce/kWh. */
	const works = (kilowattHours: string, more: readonly Row[] = [], cells: Row = {}) =>
		answerTo(powerShare, [
			energy([{ quantity: "1000" }, { carrier: "electricity", quantity: kilowattHours, unit: "kWh" }, ...more], "energy.csv"),
			...(Object.keys(cells).length === 0 ? [] : [firms([cells])]),
		]);

	it("that is less than a ten-thousandth is told", async () => {
		// 100 × 10^4 kWh were meant: 122.9 tce of 1094.3, 11.2 %. As written 0.01229 of 971.41229, 0.001265 %.
		const answer = await works("100");
		expect(said(answer)).toEqual(["2023 @3"]);
		expect(onlyOf("suspected-unit-slip", answer)).toMatchObject({
			...{ why: "power-share", usual: { shown: { value: "0.01", unit: "" } }, ratio: "0.001265" },
			causes: [{ factor: "10^4", given: "10^4 kWh", under: "kWh", wouldBe: { shown: { value: "1000000", unit: "kWh" } } }],
		});
		// 999900 kWh × 0.5568 kg.
		expect(stakesOf(answer)).toEqual(["556.74432"]);
	});

	it("that is more is let be", async () => {
		// 0.0001 / 0.9999 × 971.4 tce / 0.1229 kgce = 790.48 kWh.
		expect(said(await works("791"))).toBe("pass");
		expect(said(await works("790"))).toEqual(["2023 @3"]);
	});

	it("is not asked of who sells power, makes power, burns nothing or buys none", async () => {
		expect(said(await works("100", [{ carrier: "electricity", use: "sold", quantity: "5", unit: "kWh" }]))).toBe(
			"no-such-carrier",
		);
		expect(said(await works("100", [], { firm: "F1", sector: "D44" }))).toBe("no-such-carrier");
		expect(said(await works("100", [], { firm: "F1", sector: "C31" }))).toEqual(["2023 @3"]);
		const power = { carrier: "electricity", quantity: "100", unit: "kWh" };
		expect(said(await answerTo(powerShare, [energy([power])]))).toBe("no-such-carrier");
		expect(said(await answerTo(powerShare, [energy([{}])]))).toBe("no-such-carrier");
	});
});

describe("the case of the glass maker among the listed firms", () => {
	const text = readFileSync(new URL("../../../fixtures/listed-firms/energy.csv", import.meta.url), "utf8");
	const glass = async () => {
		const cases = await casesIn([{ name: "energy.csv", text }]);
		const found = cases.find(({ firm }) => firm.firm === "GLASS-2024042401734");
		if (found === undefined) throw new Error("no glass maker");
		return found;
	};

	it("its electricity is in kWh where 10^4 kWh are meant: its share shows it, year by year", async () => {
		const answer = powerShare.judge(await glass());
		expect(said(answer)).toEqual(["2021 @11", "2022 @12", "2023 @13"]);
		for (const { finding } of suspicionsOf(answer)) {
			expect(finding.with).toMatchObject({ causes: [{ factor: "10^4", given: "10^4 kWh", under: "kWh" }] });
		}
		// 2021: 31538.65 kWh × 0.0001229 = 3.876100 tce; gas 19472 × 13.3 = 258977.6, diesel 164.29 × 1.4571 = 239.386959, other
		// petroleum 14767.3 × 40.19 / 29.3076 = 20250.644440; together 279471.507499 tce: 0.001387 %.
		expect(suspicionsOf(answer)[0]?.finding.with).toMatchObject({
			ratio: "0.001387",
			causes: [{ wouldBe: { exact: "315386500", unit: "kWh" } }],
		});
		// 31538.65 × 9999 = 315354961.35 kWh × 0.5568 kg = 175589.64247968 t. The firm's own scope 2 is 220002.92 t.
		expect(stakesOf(answer)[0]).toBe("175589.64248");
	});

	it("its other years do not show it, since all slipped alike; they show the diesel of 2023", async () => {
		const answer = slippedYear.judge(await glass());
		expect(said(answer)).toEqual(["2023 @4"]);
		// 17185.86 t after 164.29 and 150.43: 104.6 times, and a hundredth is 171.8586.
		expect(onlyOf("suspected-unit-slip", answer)).toMatchObject({
			why: "other-years",
			causes: [{ factor: "100", wouldBe: { shown: { value: "171.8586", unit: "t" } } }],
		});
	});
});

describe("a firm beside its sector", () => {
	/** Six firms alike and a seventh: coke and electricity for 1000 × 10^4 yuan. */
	const sector = (
		odd: { readonly power?: Row; readonly coke?: Row; readonly made?: Row },
		others = 6,
		more: readonly Row[] = [],
	) => {
		const names = [...Array.from({ length: others }, (_, index) => `A${index + 1}`), "Z"];
		const rows = names.flatMap((firm, index) => [
			{ firm, quantity: String(90 + index * 4), ...(firm === "Z" ? odd.coke : {}) },
			...[
				{ firm, carrier: "electricity", quantity: String(95 + index * 3), unit: "10^4 kWh", ...(firm === "Z" ? odd.power : {}) },
			],
		]);
		const made = names.map((firm) => ({ firm, sector: "C31", quantity: "1000", ...(firm === "Z" ? odd.made : {}) }));
		return answerOfAll(sectorSlip, [energy([...rows, ...more]), output(made)]);
	};

	it("is told by one part that is hundreds of times off", async () => {
		const answer = await sector({ power: { quantity: "100", unit: "kWh" } });
		expect(said(answer)).toEqual(["2023 @15"]);
		expect(onlyOf("suspected-unit-slip", answer)).toMatchObject({
			what: { of: "carrier", carrier: "electricity" },
			// The middle of 95, 98, 101, 104, 107, 110 and 0.01 × 10^4 kWh is 101: 101 × 1.229 tce / 1000.
			...{ why: "sector", usual: { shown: { value: "0.124129", unit: "tce/10^4 CNY" } } },
			causes: [{ factor: "10^4", given: "10^4 kWh", under: "kWh", wouldBe: { shown: { value: "1000000", unit: "kWh" } } }],
		});
		// 999900 kWh × 0.5568 kg.
		expect(stakesOf(answer)).toEqual(["556.74432"]);
	});

	it("is told by its output where every part is off alike", async () => {
		const answer = await sector({ made: { quantity: "10000000", unit: "10^4 CNY" } });
		expect(said(answer)).toEqual(["2023 @8"]);
		expect(onlyOf("suspected-unit-slip", answer)).toMatchObject({
			what: { of: "indicator", indicator: "value_added" },
			causes: [
				{ factor: "10^4", given: "CNY", under: "10^4 CNY", wouldBe: { shown: { value: "1000", unit: "10^4 CNY" } } },
				{ factor: "1000" },
			],
		});
		expect(stakesOf(answer)).toEqual([null]);
	});

	it("is told where it sells of what it buys, by what leaves it more than nothing", async () => {
		// 10^6 × 10^4 kWh, of which 200 are sold: a ten-thousandth would be 100, less than that.
		const sold = { firm: "Z", carrier: "electricity", use: "sold", quantity: "200", unit: "10^4 kWh" };
		const answer = await sector({ power: { quantity: "1000000" } }, 6, [sold]);
		expect(onlyOf("suspected-unit-slip", answer).causes).toMatchObject([
			{ factor: "1000", wouldBe: { exact: "10000000", unit: "kWh" } },
		]);
	});

	it("may differ by tens: works do", async () => {
		expect(said(await sector({ power: { quantity: "3000" } }))).toBe("pass");
		expect(said(await sector({ coke: { quantity: "2" } }))).toBe("pass");
	});

	it("is not checked without a sector, an output, or five others", async () => {
		const one = { firm: "A", quantity: "1" };
		expect(said(await answerOfAll(sectorSlip, [energy([one]), output([one])]))).toBe("no-sector");
		expect(said(await answerOfAll(sectorSlip, [energy([one]), firms([{ firm: "A", sector: "C31" }])]))).toBe("no-output");
		expect(said(await sector({ power: { quantity: "100", unit: "kWh" } }, 4))).toBe("no-other-firm");
		expect(said(await sector({ power: { quantity: "100", unit: "kWh" } }, 5))).toEqual(["2023 @13"]);
	});
});

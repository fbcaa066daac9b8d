/** The oracle's meaning of tables, against every worked example of READING-TABLES that a row can show. */
import { describe, expect, it } from "vitest";
import { Fraction } from "./fraction.ts";
import { readMoment } from "./meaning/calendar.ts";
import { type Example, type Expected, lostRows, lostSection, sections, tablesOf } from "./meaning/examples.ts";
import type { Firm, FirmYear } from "./meaning/firm.ts";
import { impossibleGrid, impossiblePercent } from "./meaning/limits.ts";
import { whose } from "./meaning/lost.ts";
import { meaning } from "./meaning/meaning.ts";
import { sectorGap } from "./meaning/pool.ts";

const PLACES = 12;
const text = (value: { text(places: number): string } | null): string | null => value?.text(PLACES) ?? null;

const yearOf = (firm: Firm | undefined, year: number): FirmYear => {
	const found = firm?.years.find((one) => one.year === year);
	if (found === undefined) throw new Error(`no year ${year}`);
	return found;
};

const saysSo = (said: Firm["said"], asked: string): boolean => {
	const [gravity, code] = asked.split(" ");
	return said.some((one) => (gravity === "*" || one.gravity === gravity) && (code === undefined || one.code === code));
};

const found = (firm: Firm | undefined, year: FirmYear, expected: Expected) => ({
	total: expected.anyTotal ? expected.total : text(year.total),
	...("fuel" in expected ? { fuel: text(year.parts.fuel) } : {}),
	...("process" in expected ? { process: text(year.parts.process) } : {}),
	...("electricity" in expected ? { electricity: text(year.parts.electricity) } : {}),
	...("heat" in expected ? { heat: text(year.parts.heat) } : {}),
	...("apart" in expected ? { apart: text(year.apart) } : {}),
	reasons: [...year.reasons],
	says: (expected.says ?? []).filter((asked) => saysSo([...year.said, ...(firm?.said ?? [])], asked)),
	silent: (expected.silent ?? []).filter((code) => !year.said.some((one) => one.code === code)),
	weights: Object.fromEntries(
		Object.keys(expected.weights ?? {}).map((code) => [code, text(year.said.find((one) => one.code === code)?.weight ?? null)]),
	),
});

const wanted = ({ total, reasons, says = [], silent = [], weights = {}, ...parts }: Expected) => {
	const { firm: _firm, year: _year, anyTotal: _any, ...values } = parts;
	return { total, ...values, reasons, says, silent, weights };
};

describe.each(sections())("$source", ({ examples }) => {
	it.each(examples.map((example): [string, Example] => [`${example.id}: ${example.input}`, example]))("%s", (_, example) => {
		const firms = meaning(tablesOf(example));
		for (const expected of example.expect) {
			const firm = firms.get(expected.firm);
			expect(found(firm, yearOf(firm, expected.year), expected)).toEqual(wanted(expected));
		}
	});
});

describe(lostSection().source, () => {
	const { examples } = lostSection();
	it.each(
		examples.map((example): [string, (typeof examples)[number]] => [`${example.id}: ${example.input}`, example]),
	)("%s", (_, example) => {
		const years = new Map<string, number[] | null>();
		for (const loss of lostRows(example).map(whose)) {
			for (const firm of loss.firms) {
				const before = years.get(firm);
				const all = loss.years === null || before === null;
				years.set(firm, all ? null : [...new Set([...(before ?? []), ...(loss.years ?? [])])].sort());
			}
		}
		expect(Object.fromEntries(years)).toEqual(example.withheld);
	});
});

describe("READING", () => {
	const f = (value: string): Fraction => Fraction.from(value);

	it("tells days from spans", () => {
		// S11: one separator is a date, a month range is a span; S2 and the halves of a year
		expect(["2023-1-6", "2023/1/6"].map((cell) => readMoment(cell))).toMatchObject([
			{ grain: "day", first: 1, day: 6 },
			{ grain: "day", first: 1, day: 6 },
		]);
		expect(["2023/1-6", "2023年1-6月", "2023-01~2023-06", "2023年上半年"].map((cell) => readMoment(cell)?.grain)).toEqual(
			Array.from({ length: 4 }, () => "span"),
		);
		expect(readMoment("2023年一季度")).toMatchObject({ grain: "quarter", first: 1, last: 3 });
		expect(["2023.1", "2023-13", "6-Jan"].map((cell) => readMoment(cell))).toEqual([null, null, null]);
	});

	it("knows what no grid and no target can be", () => {
		expect(["0.5568", "2", "556.8"].map((factor) => impossibleGrid(f(factor)))).toEqual([false, false, true]);
		expect(["18", "1", "0.18"].map((percent) => impossiblePercent(f(percent)))).toEqual([false, false, true]);
	});

	it("compares a sector with the firms of its base", () => {
		// F: 1000 MWh × 0.5568 over 1000; G: 1500 MWh over 1000, but 0.9 is stated, so that it is in no pooled base.
		const amounts = (tonnes: string) => ({ emissions: f(tonnes), output: f("1000") });
		const members = [
			{ now: amounts("556.8"), base: amounts("556.8") },
			{ now: amounts("835.2"), base: null },
		];
		expect(sectorGap(members, f("1"))?.text(12)).toBe("0");
		expect(sectorGap(members.slice(1), f("1"))).toBeNull();
	});
});

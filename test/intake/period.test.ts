/** Periods: every form that tables write them in, and those that are refused because they may mean another. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	code,
	count,
	fromCode,
	months,
	monthsOf,
	type Period,
	read,
	readStamp,
	readYearAnd,
	wholeYear,
	write,
} from "../../src/domain/period.ts";
import { always } from "../exact/numbers.ts";
import { report } from "../support/reading.ts";

const said = (text: string): string => {
	const period = read(text);
	return period === undefined ? "refused" : write(period);
};

describe("a period is read in every form of the page", () => {
	it.each([
		["2023", "2023"],
		["2023年", "2023"],
		["2023年度", "2023"],
		["2023-06", "2023-06"],
		["2023-6", "2023-06"],
		["202306", "2023-06"],
		["2023/6", "2023-06"],
		["2023/06", "2023-06"],
		["2023.06", "2023-06"],
		["2023.10", "2023-10"],
		["2023.6", "2023-06"],
		["2023-06-30", "2023-06"],
		["2023/6/30", "2023-06"],
		["2023年6月", "2023-06"],
		["2023年06月", "2023-06"],
		["2023年6月份", "2023-06"],
		["2023年6月30日", "2023-06"],
		["2023Q2", "2023-Q2"],
		["2023-Q2", "2023-Q2"],
		["2023q4", "2023-Q4"],
		["2023年二季度", "2023-Q2"],
		["2023年第二季度", "2023-Q2"],
		["2023年2季度", "2023-Q2"],
		["2023年四季度", "2023-Q4"],
		["2023一季度", "2023-Q1"],
		["2023年全年", "2023"],
		["2023年全年合计", "2023"],
		["2023年合计", "2023"],
		["2023年度总计", "2023"],
		["2023 total", "2023"],
		["2023 full year", "2023"],
		["2023H1", "2023-01..2023-06"],
		["2023年上半年", "2023-01..2023-06"],
		["2023年下半年", "2023-07..2023-12"],
		["2023年前三季度", "2023-01..2023-09"],
		["2023年1-3季度", "2023-01..2023-09"],
		["2023年一至三季度", "2023-01..2023-09"],
		["2023年第二季度至第四季度", "2023-04..2023-12"],
		["2023年1-6月", "2023-01..2023-06"],
		["2023年1月-6月", "2023-01..2023-06"],
		["2023年1—6月", "2023-01..2023-06"],
		["2023年1至6月", "2023-01..2023-06"],
		["2023年1-12月", "2023"],
		["2023年4-4月", "2023-04"],
		["2023/1-6", "2023-01..2023-06"],
		["2023.1-6", "2023-01..2023-06"],
		["2023-01~2023-06", "2023-01..2023-06"],
		["2023-01..2023-06", "2023-01..2023-06"],
		["2023-01..06", "2023-01..2023-06"],
		["2023年1月-2023年6月", "2023-01..2023-06"],
		["2023-01-01~2023-06-30", "2023-01..2023-06"],
		["2023年1月1日至2023年3月31日", "2023-Q1"],
		// One separator is a date: the sixth of January, twice.
		["2023-1-6", "2023-01"],
		["2023/1/6", "2023-01"],
		["2023-01-01 00:00:00", "2023-01"],
		["2023/5/6 8:30", "2023-05"],
	])("%s is %s", (text, period) => {
		expect(said(text)).toBe(period);
	});

	it.each([
		["Excel writes 2023.10 so", "2023.1"],
		["a day count", "45170"],
		["a thirteenth month", "2023年13月"],
		["a thirteenth month", "2023-13"],
		["a thirteenth month", "202313"],
		["a month of nothing", "2023-00"],
		["a fifth quarter", "2023Q5"],
		["a quarter of nothing", "2023Q0"],
		["a thirty-second day", "2023-06-32"],
		["a day of nothing", "2023-06-00"],
		["no year", "06"],
		["a year of two digits", "23-06"],
		["a day before the year", "30/06/2023"],
		["eight digits", "20230630"],
		["a year that nobody reports", "1948"],
		["a year that nobody reports", "2101"],
		["a year of another age", "0023"],
		["a number with a point", "2023.123"],
		["a name of a month", "Jun-23"],
		["a span over two years", "2022-11~2023-02"],
		["a span that runs backwards", "2023年6-1月"],
		["days that are no months", "2023-01-05~2023-02-04"],
		["an hour that no day has", "2023-01-05 25:00"],
		["an amount to date", "2023年6月累计"],
		["to date, and no month", "2023年累计"],
		["to date, and no month", "1-本月"],
		["nothing", ""],
		["words", "合计"],
		["a blank within", "2023 06"],
	])("%s is refused: %s", (_, text) => {
		expect(said(text)).toBe("refused");
	});

	it.each([
		["2023年6月累计", "2023-01..2023-06"],
		["2023年1-6月累计", "2023-01..2023-06"],
		["2023年1—6月止累计数", "2023-01..2023-06"],
		["2023-12累计", "2023"],
	])("%s is an amount from January to the month", (text, period) => {
		const stamp = readStamp(text);
		expect(stamp?.toDate).toBe(true);
		expect(write(stamp?.period as Period)).toBe(period);
	});

	it.each([
		["2023", "6", "2023-06"],
		["2023年", "6月", "2023-06"],
		["2023", "06月份", "2023-06"],
		["2023", "1-6", "2023-01..2023-06"],
		["2023", "1-6月", "2023-01..2023-06"],
		["2023", "上半年", "2023-01..2023-06"],
		["2023", "一季度", "2023-Q1"],
		["2023", "全年", "2023"],
		["2023", "2023-06", "2023-06"],
		["2023", "6-Jan", "spreadsheet-date"],
		["2023", "1月6日", "spreadsheet-date"],
		["2023", "44932", "spreadsheet-date"],
		["2023", "2022-06", "two-years"],
		["2023", "13", "no-such-month"],
	])("year %s and month %s is %s", (year, month, wanted) => {
		const found = readYearAnd(year, month);
		expect(typeof found === "string" ? found : write(found.period)).toBe(wanted);
	});

	it("a day keeps its time, and midnight is none", () => {
		expect(readStamp("2023/5/6 8:30")).toMatchObject({ day: 6, time: "08:30:00" });
		expect(readStamp("2023-05-06 00:00:00")).toMatchObject({ day: 6, time: "" });
		expect(readStamp("2023-05")).toMatchObject({ day: 0, time: "" });
	});

	it("every month and every year is read in all its forms, and written back", () => {
		const forms: readonly ((y: number, m: number) => string)[] = [
			(y, m) => `${y}-${String(m).padStart(2, "0")}`,
			(y, m) => `${y}${String(m).padStart(2, "0")}`,
			(y, m) => `${y}/${m}`,
			(y, m) => `${y}.${String(m).padStart(2, "0")}`,
			(y, m) => `${y}-${String(m).padStart(2, "0")}-28`,
			(y, m) => `${y}年${m}月`,
		];
		for (let year = 1949; year <= 2100; year += 1) {
			expect(read(String(year))).toEqual({ year, from: 1, to: 12 });
			for (let month = 1; month <= 12; month += 1) {
				for (const form of forms) expect(read(form(year, month))).toEqual({ year, from: month, to: month });
			}
		}
	});

	it("no text is a fault", () => {
		const unit = fc.constantFrom(..."0123456789-/.年月日季度第一二三四Qq ");
		let periods = 0;
		fc.assert(
			fc.property(
				fc.oneof(fc.string({ unit, maxLength: 11 }), fc.stringMatching(/^20[0-9]{2}[-/.年]?[0-9]{0,2}[月日]?$/)),
				(text) => {
					const period = read(text);
					if (period === undefined) return;
					periods += 1;
					expect(period.year).toBeGreaterThanOrEqual(1949);
					expect(period.from >= 1 && period.from <= period.to && period.to <= 12).toBe(true);
					// What is written is read back as the same period.
					expect(read(write(period))).toEqual(period);
				},
			),
			always(),
		);
		expect(periods).toBeGreaterThan(100);
	});
});

describe("a period is a range of months", () => {
	const any: fc.Arbitrary<Period> = fc
		.tuple(fc.integer({ min: 1949, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
		.map(([year, a, b]) => ({ year, from: Math.min(a, b), to: Math.max(a, b) }));

	it("its months are as many bits", () => {
		expect(months({ from: 1, to: 12 })).toBe(wholeYear);
		expect(months({ from: 1, to: 1 })).toBe(1);
		expect(months({ from: 4, to: 6 })).toBe(0b111000);
		fc.assert(
			fc.property(any, (period) => {
				expect(count(months(period))).toBe(period.to - period.from + 1);
				expect(months(period) & ~wholeYear).toBe(0);
			}),
			always(),
		);
	});

	it("its code is its own and leads back to it", () => {
		fc.assert(
			fc.property(any, any, (a, b) => {
				expect(fromCode(code(a))).toEqual(a);
				expect(code(a) === code(b)).toBe(a.year === b.year && a.from === b.from && a.to === b.to);
			}),
			always(),
		);
	});

	it("the quarters of a year are its months, each once", () => {
		const quarters = ["2023Q1", "2023Q2", "2023Q3", "2023Q4"].map((text) => months(read(text) as Period));
		expect(quarters.reduce((a, b) => a + b)).toBe(wholeYear);
		expect(quarters.reduce((a, b) => a | b)).toBe(wholeYear);
	});

	it("a range that is neither year, quarter nor month is written with its two ends", () => {
		expect(write({ year: 2023, from: 2, to: 4 })).toBe("2023-02..2023-04");
		expect(write({ year: 2023, from: 1, to: 6 })).toBe("2023-01..2023-06");
	});

	it("months that are missing are named in order", () => {
		expect(monthsOf(2023, 0b1010000)).toEqual(["2023-05", "2023-07"]);
		expect(monthsOf(2023, 0)).toEqual([]);
	});
});

describe("the period of a row", () => {
	/** What became of one energy row: its years, and the findings about its period. */
	const row = async (header: string, cells: string): Promise<string[]> => {
		const found = await report([
			{
				name: "energy.csv",
				text: `firm,carrier,quantity,unit,${header}\nF,coke,1,t,${cells}\nF,coke,1,t,${header === "period" ? "2030" : "2030,01"}\n`,
			},
		]);
		const years = found.firms
			.flatMap(({ years }) => years.map(({ year, coverage }) => `${year} ${coverage}`))
			.filter((text) => !text.startsWith("2030"));
		const told = found.findings.list.filter(({ row: at, code: what }) => at === 2 && /period|full-width|missing-cell/.test(what));
		return [...years, ...told.map((one) => `${one.code} ${one.column} ${one.value}`)];
	};

	it("may stand in two columns, year and month, with their words", async () => {
		expect(await row("year,month", "2023,6")).toEqual(["2023 partial"]);
		expect(await row("year,month", "2023年,6月份")).toEqual(["2023 partial"]);
		expect(await row("year,month", "2023,")).toEqual(["2023 whole-year"]);
	});

	it("is read from full-width digits, with a note", async () => {
		expect(await row("period", "２０２３")).toEqual(["2023 whole-year", "full-width period ２０２３"]);
	});

	it.each(["2023.1", "45170", "2023年13月", "2023-00"])("%s is refused, and the cell is named", async (cell) => {
		expect(await row("period", cell)).toEqual([`bad-period period ${cell}`]);
	});

	it("a thirteenth month in a column of its own is refused", async () => {
		expect(await row("year,month", "2023,13")).toEqual(["bad-period month 13"]);
	});

	it("a period that is not there is missing", async () => {
		expect(await row("period", "")).toEqual(["missing-cell period "]);
	});
});

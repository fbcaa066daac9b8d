/** Large tables of totals are kept as numbers as they are read: whatever stands in them, a part is the one that records alone make. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writePart } from "../../src/intake/part-text.ts";
import { FirmShelf, isStored } from "../../src/ledger/firm-shelf.ts";
import type { ReportOptions } from "../../src/run/options.ts";
import { bothWays, type Texts } from "../support/both-ways.ts";
import { reportOf } from "../support/months.ts";
import { repeatsTold, totalText } from "../support/total-text.ts";

/** Both ways, told apart by nothing that can be seen; how many firms are kept as numbers. */
const agree = async (texts: Texts, options: ReportOptions = {}): Promise<number> => {
	const [swiftly, plainly] = await bothWays(texts, options);
	expect(swiftly.unusable).toEqual(plainly.unusable);
	expect([...writePart(swiftly)]).toEqual([...writePart(plainly)]);
	expect([...swiftly.ledger.firms.keys()]).toEqual([...plainly.ledger.firms.keys()]);
	expect(await totalText(swiftly)).toBe(await totalText(plainly));
	expect(repeatsTold(swiftly)).toEqual(repeatsTold(plainly));
	const { firms } = swiftly.ledger;
	const kept = firms instanceof FirmShelf ? [...firms.kept().values()].filter(isStored).length : 0;
	expect(reportOf(swiftly, options)).toBe(reportOf(plainly, options));
	return kept;
};

const header = "firm,period,carrier,quantity,unit";
const months = (firm: string, year: number, tail: string, amount: (month: number) => string): string[] =>
	Array.from({ length: 12 }, (_, at) => {
		const [carrier, unit] = tail.split(",");
		return `${firm},${year}-${String(at + 1).padStart(2, "0")},${carrier},${amount(at + 1)},${unit}`;
	});
const energyOf = (firm: string): string[] =>
	[2021, 2022].flatMap((year) =>
		["coke,t", "electricity,10^4 kWh"].flatMap((tail) =>
			months(firm, year, tail, (month) => `${100 + ((month * 7 + year) % 13)}.50`),
		),
	);
const outputHeader = "firm,firm_name,sector,period,indicator,quantity,unit,prices";
const outputOf = (firm: string): string[] =>
	[2021, 2022].flatMap((year) =>
		months(firm, year, "value_added,万元", (month) => `${500 + month}`).map((row) => {
			const [, period, indicator, amount, unit] = row.split(",");
			return `${firm},${firm} 公司,31,${period},${indicator},${amount},${unit},constant-2020`;
		}),
	);
const table = (head: string, rows: readonly string[]): string => `${[head, ...rows].join("\n")}\n`;
/** The totals of tables, as they are written. */
const totalsOf = async (texts: Texts): Promise<string> => totalText((await bothWays(texts))[1]);
const firms = ["F1", "甲厂", "F10"];
const regular = (more: readonly string[] = []): Promise<string> =>
	totalsOf({
		"e.csv": table(header, [...firms.flatMap(energyOf), ...more]),
		"o.csv": table(outputHeader, firms.flatMap(outputOf)),
	});
/** A cell of a table's row, of those that say no energy of the firm but this. */
const changed = (text: string, from: RegExp, to: string): string => {
	const other = text.replace(from, to);
	expect(other).not.toBe(text);
	return other;
};

describe("a table of totals", () => {
	it("is kept as numbers, with what it says of who the firms are", async () => {
		expect(await agree({ "t.csv": await regular() })).toBe(firms.length);
	});

	it.each([
		["a year given whole", ["F1,2023,coke,1200,t"], 2],
		["days", ["F1,2023-03-05,coke,12.5,t"], 2],
		["amounts to date", ["F1,2023年3月累计,coke,12,t"], 2],
		["rows that were refused", ["F1,2023-03,coke,-5,t", "F10,2022-01,phlogiston,5,t"], 1],
		["a month that was said twice", ["F1,2021-03,coke,17,t"], 2],
		["an amount with zeros in front", ["F1,2023-03,coke,007,t"], 2],
		["an amount of more digits than a float holds", ["F1,2023-03,coke,1234567890123456.5,t"], 2],
		["two units of a carrier", ["F1,2023-03,coke,17,kg", "F1,2023-04,coke,17,t"], 3],
	])("with %s", async (_, rows, kept) => {
		expect(await agree({ "t.csv": await regular(rows) })).toBe(kept);
	});

	it("beside another, and beside rows", async () => {
		const more = table(
			header,
			months("F1", 2023, "coke,t", (month) => `${month}.5`),
		);
		expect(await agree({ "t.csv": await regular(), "u.csv": await totalsOf({ "e.csv": more }) })).toBe(firms.length);
		expect(await agree({ "t.csv": await regular(), "e.csv": more })).toBe(firms.length);
	});

	it("beside one that overlaps it", async () => {
		const texts = { "t.csv": await regular(), "u.csv": await totalsOf({ "e.csv": table(header, energyOf("F1")) }) };
		expect(await agree(texts)).toBe(firms.length);
		await agree(texts, { addRepeats: true });
	});

	it("which a run reads as of a day, or with other names", async () => {
		expect(await agree({ "t.csv": await regular() }, { asOf: "2022-05-31" })).toBeLessThan(firms.length);
		const other = changed(await regular(), /,coke,/, ",焦渣,");
		await agree({ "t.csv": other });
		await agree({ "t.csv": other }, { map: ["焦渣=coke"] });
	});

	it.each([
		["a sum that its months do not make", /,2021,1(\d\d\d),/, ",2021,9$1,"],
		["a month that is none", /,107\.50,/, ",1e5,"],
		["a factor that is none", /,t,t,1,/, ",t,t,x,"],
		["a use that is none", /,consumed,/, ",burnt,"],
		["a measured value that is none", /,1,,,,,2021,/, ",1,ncv=x,,,,2021,"],
		["a year that is none", /,2021,/, ",21,"],
		["an output that is none", /,value_added,/, ",added_value,"],
		["a row less than it says", /^energy,F1,.*\n/m, ""],
	])("is not used where it has %s", async (_, from, to) => {
		const text = changed(await regular(), from, to);
		const [swiftly, plainly] = await bothWays({ "t.csv": text });
		expect(swiftly.unusable).toHaveLength(1);
		expect(swiftly.unusable).toEqual(plainly.unusable);
	});
});

it("whatever its rows were, and whichever of them are changed", async () => {
	const odd = fc.constantFrom(
		...[
			"F1,2023,coke,1200,t",
			"F1,2021,coke,1200,t",
			"F10,2023-03-05,coke,12.5,t",
			"F10,2023年3月累计,coke,12,t",
			"甲厂,2021-03,coke,-5,t",
		],
		...["F1,2021-03,coke,17,t", "F1,2021Q2,coke,17,t", "F9,2021-03,coke,0.10,t", "F9,2021-04,coke,0,t", "F9,2021-03,coke,0.1,kg"],
		...["F10,2021-03,煤炭,500,t", "F10,2023-01,coke,,t", "F1,2023-02,electricity,0.000001,MWh", "合计,2021-03,coke,5,t"],
	);
	const change = fc.constantFrom<readonly [RegExp, string]>(
		...([
			[/,consumed,/, ",feedstock,"],
			[/,coke,/, ",bituminous-coal,"],
			[/,t,t,1,/, ",kg,t,0.001,"],
			[/,2022,/, ",2021,"],
			[/^energy,F10,/m, "energy,F1,"],
			[/^energy,F1,/m, "energy,%46%31,"],
			[/^output,/m, "energy,"],
		] as const),
	);
	await fc.assert(
		fc.asyncProperty(
			fc.array(odd, { maxLength: 4 }),
			fc.array(change, { maxLength: 3 }),
			fc.boolean(),
			async (rows, changes, addRepeats) => {
				let text = await regular(rows);
				for (const [from, to] of changes) text = text.replace(from, to);
				await agree({ "t.csv": text }, { addRepeats });
			},
		),
		{ numRuns: 40 },
	);
});

/**
 * Totals of firms that are kept as numbers are written without their records: whatever the numbers are, they are the totals that the records come to. What the
 * records come to is asked by reading the same tables by the plain path alone.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Part } from "../../src/intake/part.ts";
import { FirmShelf, isStored } from "../../src/ledger/firm-shelf.ts";
import { StoredRows } from "../../src/ledger/total/stored-rows.ts";
import type { ReportOptions } from "../../src/run/options.ts";
import { ByteText } from "../../src/views/formats/byte-text.ts";
import { bothWays, type Texts } from "../support/both-ways.ts";
import { repeatsTold, totalText } from "../support/total-text.ts";

/** How many firms' rows come from numbers. */
const fromNumbers = ({ ledger: { firms, adding } }: Part): number => {
	if (!(firms instanceof FirmShelf)) return 0;
	const rows = new StoredRows(firms, adding);
	return [...firms.kept().values()].filter((slot) => isStored(slot) && rows.read(slot)).length;
};

/** The totals, the same by both paths; and how many firms' rows come from numbers. */
const totals = async (tables: Texts, options: ReportOptions = {}): Promise<{ readonly text: string; readonly swift: number }> => {
	const [swiftly, plainly] = await bothWays(tables, options);
	const text = await totalText(swiftly);
	expect(text).toBe(await totalText(plainly));
	expect(repeatsTold(swiftly)).toEqual(repeatsTold(plainly));
	return { text, swift: fromNumbers(swiftly) };
};

const header = "firm,period,carrier,quantity,unit";
const table = (...rows: readonly string[]): string => `${[header, ...rows].join("\n")}\n`;
const year = (firm: string, of: string, amount: (month: number) => string, tail = "coke"): string[] =>
	Array.from({ length: 12 }, (_, at) => `${firm},${of}-${String(at + 1).padStart(2, "0")},${tail},${amount(at + 1)},t`);
/** The rows of the totals, but for the header and the last. */
const rowsIn = (text: string): string[] => text.trimEnd().split("\n").slice(1, -1);

describe("a firm that is kept as numbers", () => {
	it("has its amounts as they are printed, and their exact sum", async () => {
		const rows = year("F1", "2024", (month) => (month === 3 ? "0.10" : month === 4 ? "0" : `${month}.50`));
		const { text, swift } = await totals({ "e.csv": table(...rows.slice(0, 11)) });
		expect(swift).toBe(1);
		// 1.5 + 2.5 + 0.1 + 0 + 5.5 + 6.5 + 7.5 + 8.5 + 9.5 + 10.5 + 11.5
		const amounts = "63.6,1.50,2.50,0.10,0,5.50,6.50,7.50,8.50,9.50,10.50,11.50,,";
		expect(rowsIn(text)).toEqual([`energy,F1,,,,,coke,consumed,,,,t,t,1,,,,,2024,${amounts}`]);
	});

	it.each([
		[
			"years that are partly there, and not in order",
			[...year("F1", "2024", String).slice(5), ...year("F1", "2022", String).slice(2, 4)],
		],
		[
			"two units of one carrier, month by month",
			year("F1", "2024", String).map((row, at) => (at % 2 === 0 ? row.replace(/t$/, "kg") : row)),
		],
		["a carrier by two names", year("F1", "2024", String).map((row, at) => (at % 2 === 0 ? row.replace("coke", "焦炭") : row))],
		["a name that needs quotes", year('"甲厂, 总部"', "2024", String)],
		["a name that is written in other letters", year("F1*二厂", "2024", String)],
		[
			"more carriers than are in order",
			["coke", "bituminous-coal", "anthracite"].flatMap((of) => year("F1", "2024", String, of)),
		],
	])("with %s", async (_, rows) => {
		const { swift } = await totals({ "e.csv": table(...rows, ...year("F2", "2024", String)) });
		expect(swift).toBe(2);
	});

	it("with another column that tells rows apart, which need not be asked where no two are of a month", async () => {
		const rows = year("F1", "2024", String).map((row, at) => `${row},${at % 2 === 0 ? "一班" : "二班"}`);
		const { swift } = await totals({ "e.csv": `${[`${header},班组`, ...rows].join("\n")}\n` });
		expect(swift).toBe(1);
	});

	it("with sites, measured values, uses, and another sector in each table", async () => {
		const head = "firm,sector,site,use,ncv,period,carrier,quantity,unit";
		const rows = year("F1", "2024", (month) => `${month}.5`).map((row, at) => {
			const [firm, ...others] = row.split(",");
			return [
				firm,
				31,
				at % 3 === 0 ? "东区" : "",
				at % 2 === 0 ? "consumed" : "feedstock",
				at < 6 ? "28.4" : "",
				...others,
			].join(",");
		});
		const output = ["firm,sector,period,indicator,quantity,unit,prices", ...year("F1", "2024", String).map(asOutput)].join("\n");
		const { text, swift } = await totals({ "e.csv": `${[head, ...rows].join("\n")}\n`, "o.csv": `${output}\n` });
		expect(swift).toBe(1);
		expect(rowsIn(text).map((row) => row.split(",")[0])).toEqual(["firm", "firm", ...new Array(8).fill("energy"), "output"]);
	});

	it("whose measured value is written in two ways is left to its record, in all its years", async () => {
		const head = `${header},ncv`;
		const rows = [
			...year("F1", "2023", String).map((row) => `${row},28.4`),
			...year("F1", "2024", String).map((row) => `${row},28.40`),
		];
		const { text, swift } = await totals({ "e.csv": `${[head, ...rows].join("\n")}\n` });
		expect(swift).toBe(0);
		expect(rowsIn(text).map((row) => row.split(",")[15])).toEqual(["ncv:ncv:28.40", "ncv:ncv:28.40"]);
	});

	it("in a table for each month has one row a year", async () => {
		const rows = year("F1", "2024", (month) => `${month}.25`);
		const tables = Object.fromEntries(rows.map((row, at) => [`${at}.csv`, table(row, row.replace("F1", "F2"))]));
		const { text, swift } = await totals(tables);
		expect(swift).toBe(2);
		expect(rowsIn(text)).toHaveLength(2);
	});

	it("of which two tables say a month is left to its record", async () => {
		const rows = year("F1", "2024", String);
		const tables = { "a.csv": table(...rows), "b.csv": table(rows[4] as string, (rows[5] as string).replace(",6,", ",7,")) };
		expect((await totals(tables)).swift).toBe(0);
		expect((await totals(tables, { addRepeats: true })).swift).toBe(0);
	});

	it("whose months are more together than a float holds is left to its record", async () => {
		const { text, swift } = await totals({ "e.csv": table(...year("F1", "2024", () => "999999999999999")) });
		expect(swift).toBe(0);
		expect(rowsIn(text)[0]?.split(",")[19]).toBe((999999999999999n * 12n).toString());
	});
});

const asOutput = (row: string): string => {
	const [firm, period, , amount] = row.split(",");
	return `${firm},35,${period},value_added,${amount},万元,constant-2020`;
};

/** An amount of up to fifteen letters, with a point or without. */
const amountText = fc
	.tuple(fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }), fc.nat(13))
	.map(([digits, places]) => parted(digits, places))
	.filter((text) => text.length <= 15);

const parted = (digits: bigint, places: number): string => {
	const text = digits.toString().padStart(places + 1, "0");
	return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
};

it("whatever is printed of whichever months, each row has it as it is, and the sum that whole numbers make", async () => {
	const month = fc.record({
		firm: fc.constantFrom("F1", "乙,厂", "F10"),
		year: fc.constantFrom("2021", "2022", "2024"),
		month: fc.integer({ min: 1, max: 12 }),
		carrier: fc.constantFrom("coke", "bituminous-coal", "anthracite"),
		unit: fc.constantFrom("t", "t", "万t"),
		amount: amountText,
		file: fc.constantFrom("a.csv", "a.csv", "b.csv"),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(month, { minLength: 1, maxLength: 60 }), fc.boolean(), async (months, addRepeats) => {
			const files: Record<string, string[]> = {};
			for (const one of months) {
				files[one.file] ??= [header];
				const period = `${one.year}-${String(one.month).padStart(2, "0")}`;
				files[one.file]?.push(`"${one.firm}",${period},${one.carrier},${one.amount},${one.unit}`);
			}
			const tables = Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, `${rows.join("\n")}\n`]));
			const { text } = await totals(tables, { addRepeats });
			for (const row of rowsIn(text)) {
				const [said = "", ...cells] = row.replace('"乙,厂"', "乙厂").split(",").slice(19, 32);
				if (said === "") continue;
				const amounts = cells.filter((cell) => cell !== "");
				const places = Math.max(...[said, ...amounts].map((cell) => cell.split(".")[1]?.length ?? 0));
				const whole = (cell: string): bigint => {
					const [left = "", right = ""] = cell.split(".");
					return BigInt(left + right.padEnd(places, "0"));
				};
				expect(whole(said)).toBe(amounts.map(whole).reduce((sum, one) => sum + one, 0n));
				expect(said).not.toMatch(/\.\d*0$/);
			}
		}),
		{ numRuns: 100 },
	);
});

it("a number by its digits is written as whole numbers write it, and none where there is none", () => {
	const digit = fc.oneof(fc.nat(2000), fc.nat(10 ** 9 + 5), fc.nat(2 ** 30 + 5), fc.maxSafeNat());
	fc.assert(
		fc.property(
			fc.array(fc.tuple(digit, fc.oneof(fc.constant(2), fc.nat(16))), { minLength: 12, maxLength: 12 }),
			fc.array(fc.nat(2 ** 12 - 1), { maxLength: 400 }),
			(numbers, masks) => {
				const text = new ByteText();
				const digits = Float64Array.from(numbers, ([one]) => one);
				const places = Uint8Array.from(numbers, ([, one]) => one);
				for (const mask of masks) text.putDecimals(digits, places, 0, mask, 12);
				const cells = numbers.map(([one, behind]) => parted(BigInt(one), behind));
				const expected = masks.map((mask) => cells.map((cell, at) => `${mask & (1 << at) ? cell : ""},`).join("")).join("");
				expect(new TextDecoder().decode(text.taken())).toBe(expected);
			},
		),
	);
});

it("the first numbers, with hundredths and without, and those about each power of ten, are written as whole numbers write them", () => {
	const edges = [10, 100, 1000, 10_000, 100_000, 1e6, 1e7, 1e8, 1e9].flatMap((power) => [power - 1, power, power + 1]);
	const all = Float64Array.from([...Array.from({ length: 100_000 }, (_, at) => at), ...edges, ...edges.map((one) => one * 100)]);
	const text = new ByteText();
	for (const behind of [0, 2]) {
		const places = new Uint8Array(all.length).fill(behind);
		for (let at = 0; at < all.length; at += 1) text.putDecimals(all, places, at, 1, 1);
	}
	const expected = [0, 2].flatMap((behind) => [...all].map((one) => `${parted(BigInt(one), behind)},`)).join("");
	expect(new TextDecoder().decode(text.taken())).toBe(expected);
});

it("bytes that stand there are put once more, whatever their number", () => {
	for (let size = 0; size < 40; size += 1) {
		const text = new ByteText();
		text.put("before");
		const from = text.end;
		const words = "firm,coke,consumed,东区,t,t,1,,,,,".repeat(2).slice(0, size);
		text.put(words);
		const [length, again] = [text.end - from, 20_000];
		for (let more = 0; more < again; more += 1) {
			text.putAgain(from, length);
			text.putLineEnd();
		}
		expect(new TextDecoder().decode(text.taken())).toBe(`before${words}${`${words}\n`.repeat(again)}`);
	}
});

it("pieces end at whole rows, and none is lost between them", async () => {
	const name = "甲".repeat(60);
	const rows = Array.from({ length: 1500 }, (_, at) => year(`${name}${at}`, "2024", String).slice(0, 2)).flat();
	const { text, swift } = await totals({ "e.csv": table(...rows) });
	expect(Buffer.byteLength(text)).toBeGreaterThan(1 << 18);
	expect(swift).toBe(1500);
	expect(rowsIn(text)).toHaveLength(1500);
});

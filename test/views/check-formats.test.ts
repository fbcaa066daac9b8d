/**
 * Findings in every format there is: the same tests for each, on whatever tables may hold. Each is read back by those who read it
 * elsewhere; a format that is added to the shelf is tested from then on.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Check, CheckFinding } from "../../src/contract/check.ts";
import { gravities } from "../../src/findings/gravity.ts";
import { en } from "../../src/language/en/index.ts";
import { compiled, faults, made } from "../contract/validator.ts";
import { anyCheck, checkOf, found, mark, small } from "../support/checks.ts";
import { checkFormatNames, writeCheck } from "../support/write-check.ts";
import { columnsOf, harm } from "./letters.ts";
import { readCommand, readCsv, readJunit, readSarif } from "./readers.ts";

const columns = 100;
const contract = compiled(made.en.outputs.check);

/** Reads a text as those do who take it; throws or fails where they would not. */
const readers: { readonly [format: string]: (text: string) => void | Promise<void> } = {
	text: (text) => {
		// A line that begins with two colons is broken after it was measured.
		for (const line of text.split("\n")) expect(columnsOf(line.replace("\\x3a:", "::"))).toBeLessThanOrEqual(columns);
		expect(text.replaceAll("\n", "")).not.toMatch(harm);
	},
	json: (text) => expect(faults(contract, JSON.parse(text))).toEqual([]),
	csv: (text) => {
		readCsv(text);
	},
	sarif: (text) => {
		readSarif(text);
	},
	junit: async (text) => {
		await readJunit(text);
	},
	github: (text) => {
		const lines = text.trimEnd().split("\n");
		for (const line of lines.slice(0, -1)) expect(readCommand(line)?.command).toMatch(/^(error|warning|notice)$/);
		expect(lines.at(-1)).toMatch(/^tanlu: /);
		expect(text.replaceAll("\n", "")).not.toMatch(harm);
	},
};

const isNew = ({ known }: CheckFinding): boolean => known === null;

/** Which findings a format tells one by one, where it does not tell all of them: the heaviest, as many as people or screens take. */
const told: { readonly [format: string]: (list: readonly CheckFinding[]) => CheckFinding[] } = {
	text: (list) =>
		[...new Set(list.map(({ code }) => code))].flatMap((code) =>
			list.filter((one) => one.code === code && isNew(one)).slice(0, 5),
		),
	github: (list) => gravities.flatMap((level) => list.filter((one) => one.gravity === level && isNew(one)).slice(0, 10)),
};

/** Frozen to the last, so that no writing can change what the next one gets. */
function frozen<V>(value: V): V {
	if (typeof value === "object" && value !== null) for (const one of Object.values(Object.freeze(value))) frozen(one);
	return value;
}

/** The same value with the keys of every object turned round. */
function turned<V>(value: V): V {
	if (Array.isArray(value)) return value.map(turned) as V;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, one]) => [key, turned(one)]),
	) as V;
}

const times = (text: string, part: string): number => text.split(part).length - 1;

describe.each(checkFormatNames)("the format %s", (format) => {
	it("is read by those who take it, whatever the tables hold", async () => {
		await fc.assert(
			fc.asyncProperty(anyCheck, async ({ check, language }) => {
				await readers[format]?.(writeCheck(format, check, language, columns));
			}),
			{ numRuns: 150 },
		);
	});

	it("is the same bytes for the same findings, which it leaves alone", () => {
		fc.assert(
			fc.property(anyCheck, ({ check, language }) => {
				const text = writeCheck(format, frozen(check), language, columns);
				expect(writeCheck(format, check, language, columns)).toBe(text);
				expect(text.endsWith("\n") && !text.endsWith("\n\n")).toBe(true);
				// Lines end one way, nothing rings a bell, and UTF-8 can hold all of it.
				expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}]/u);
			}),
			{ numRuns: 100 },
		);
	});

	it("tells every finding once, or the heaviest where it says that there are more", () => {
		fc.assert(
			fc.property(anyCheck, ({ check, language }) => {
				const text = writeCheck(format, check, language, columns);
				const { list } = check.findings;
				const expected = new Set(told[format]?.(list) ?? list);
				expect(list.map((_, index) => times(text, mark(index)))).toEqual(list.map((one) => (expected.has(one) ? 1 : 0)));
			}),
			{ numRuns: 150 },
		);
	});

	it("holds no address of this machine and no time of day", () => {
		const text = writeCheck(format, small, en, columns);
		expect(text).not.toMatch(/(^|[\s"'=])\/(home|tmp|root|Users|work)|file:\/\/|\d\d:\d\d:\d\d/);
	});

	it("takes a run without any finding", async () => {
		const text = writeCheck(format, checkOf([]), en, columns);
		await readers[format]?.(text);
		expect(text.length).toBeGreaterThan(40);
	});

	it("takes a code and a reason that nobody has named yet", async () => {
		const strange: Check = checkOf([found({ code: "brand-new-code" })], {
			notChecked: [{ rule: "Z-999", why: "brand-new-reason" }],
		});
		const text = writeCheck(format, strange, en, columns);
		await readers[format]?.(text);
		expect(text).toContain("brand-new-code");
	});
});

describe("findings as json", () => {
	it("are the value itself", () => {
		expect(JSON.parse(writeCheck("json", small, en, columns))).toEqual(small);
	});

	it("have the keys of the contract in its order, in whatever order the value has them", () => {
		fc.assert(
			fc.property(anyCheck, ({ check, language }) => {
				const text = writeCheck("json", check, language, columns);
				expect(writeCheck("json", turned(check), language, columns)).toBe(text);
			}),
			{ numRuns: 50 },
		);
		const keys = [...writeCheck("json", small, en, columns).matchAll(/^ {8}"(\w+)":/gm)].map(([, key]) => key);
		// The first finding, after the counts of codes; a name inside of `known` stands further in.
		const [first, last] = [keys.indexOf("gravity") - 1, keys.indexOf("known") + 1];
		expect(keys.slice(first, last).join(" ")).toBe(
			"code gravity file sheet row line column letter value firm period message remedy weightTonnes couldTurnVerdict cause fingerprint known",
		);
	});
});

describe("findings as csv", () => {
	const header =
		"gravity,code,file,sheet,row,line,column,letter,value,firm,period,message,remedy,weight_tonnes,could_turn_verdict,cause,fingerprint,known,known_until";

	it("are a row each, under the header of the contract", () => {
		expect(writeCheck("csv", small, en, columns)).toBe(
			[
				header,
				"error,negative-quantity,energy.csv,,5,5,消费量,,'-3.2,F1,2023-05,'-3.2 is below zero,Correct the row itself.,120.546,yes,,1111111111111111,,",
				"error,negative-quantity,energy.csv,,6,8,消费量,,'-1,F1,2023-06,'-1 is below zero,Correct the row itself.,,,,2222222222222222,,",
				"error,negative-quantity,energy.csv,,7,9,消费量,,'-9,F1,2023-07,'-9 is below zero,Correct the row itself.,,,,3333333333333333,meter was turned back,2027-01-01",
				"warning,months-missing,,,,,,,,F1,2023,coke lacks 2023-05,Fill in the months.,,,1111111111111111,4444444444444444,,",
				"note,full-width,数据/产出 2023.csv,,2,2,数量,,１２,,,'１２' was read as 12,Nothing.,,,,5555555555555555,,",
				"",
			].join("\n"),
		);
	});

	it("run nothing in a spreadsheet, and never look unknown where they are known", () => {
		fc.assert(
			fc.property(anyCheck, ({ check, language }) => {
				const rows = readCsv(writeCheck("csv", check, language, columns));
				expect(rows).toHaveLength(check.findings.list.length);
				for (const [index, row] of rows.entries()) {
					for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
					expect(row["known"] !== "").toBe(check.findings.list[index]?.known !== null);
				}
			}),
			{ numRuns: 100 },
		);
	});
});

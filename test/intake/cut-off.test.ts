/** Files that end within a character: told as cut off, wherever and in whatever encoding; what stands before is read. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type RunSource, run } from "../support/run.ts";

const header = "firm,period,carrier,quantity,unit\n";
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Of GB18030, the few letters that are used here; nothing in the platform writes it. */
const gb: Readonly<Record<string, readonly number[]>> = { 烟: [0xd1, 0xcc], 煤: [0xc3, 0xba], 吨: [0xb6, 0xd6] };
const gb18030 = (text: string): Uint8Array =>
	Uint8Array.from([...text].flatMap((letter) => gb[letter] ?? [letter.charCodeAt(0)]));
const utf16 = (text: string): Uint8Array =>
	Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8])]);

const output =
	"firm,period,indicator,quantity,unit,prices\n" +
	["A", "B", "C"]
		.flatMap((firm) => [2020, 2021].map((year) => `${firm},${year},value_added,${year - 1000},10^4 CNY,constant-2020\n`))
		.join("");
const source = (name: string, bytes: Uint8Array): RunSource => ({
	name,
	bytes: async function* () {
		yield bytes;
	},
});
const ran = (bytes: Uint8Array) => run([source("energy.csv", bytes), source("output.csv", utf8(output))]);

/** Codes of what is told, and the firm-years that have a total. */
const outcome = async (bytes: Uint8Array): Promise<{ codes: string[]; at: string[]; totals: string[] }> => {
	const { tally, assessment } = await ran(bytes);
	const cut = [...(tally.first.get("file-cut-off") ?? [])];
	return {
		codes: [...tally.first.keys()].sort(),
		at: cut.map(({ at }) => `${at.row} ${at.value}`),
		totals: assessment.firms.flatMap(({ firm, years }) =>
			years.flatMap(({ year, emissions, verdict }) =>
				emissions.total === null || verdict?.word === "withheld" ? [] : [`${firm} ${year}`],
			),
		),
	};
};

const rows = (order: readonly string[]): string => header + order.map((key) => `${key},烟煤,100,吨\n`).join("");
const sorted = rows(["A,2020", "A,2021", "B,2020", "B,2021", "C,2020"]);
/** All of a text but the last bytes: the newline, and one of its last character. */
const cutAt = (bytes: Uint8Array, left: number): Uint8Array => bytes.subarray(0, bytes.length - left);

describe("a file cut off within a character", () => {
	it.each([
		["UTF-8, one byte of three", cutAt(utf8(sorted), 3)],
		["UTF-8, two bytes of three", cutAt(utf8(sorted), 2)],
		["GB18030", cutAt(gb18030(sorted), 2)],
		["UTF-16", cutAt(utf16(sorted), 3)],
		["UTF-8, packed when it was cut", gzipSync(cutAt(utf8(sorted), 3))],
	])("%s", async (_, bytes) => {
		const { codes, at, totals } = await outcome(bytes);
		expect(codes).toContain("file-cut-off");
		expect(at).toEqual(["6 C,2020,烟煤,100,"]);
		// In order of firm: the rows before the last firm's are whole.
		expect(totals).toEqual(["A 2020", "A 2021"]);
	});

	it("leaves nobody standing in a table that is in no order of firm: anybody's rows may have come behind", async () => {
		const mixed = rows(["A,2020", "B,2020", "C,2020", "A,2021", "B,2021"]);
		expect((await outcome(cutAt(utf8(mixed), 3))).totals).toEqual([]);
	});

	it("within the first letter of a row refuses no row, and is told", async () => {
		const text = rows(["A,2020", "A,2021"]);
		const { at, totals } = await outcome(new Uint8Array([...utf8(text), 0xe7]));
		expect([at, totals]).toEqual([["4 "], []]);
	});

	it("is never told of one that is whole, nor of one that ends in a character of two bytes", async () => {
		for (const bytes of [utf8(sorted), utf8(sorted.trimEnd()), gb18030(sorted), gb18030(sorted.trimEnd()), utf16(sorted)])
			expect((await outcome(bytes)).codes).not.toContain("file-cut-off");
		// 浣 of GB18030 is how a letter of UTF-8 begins; nothing else says which it is.
		const ending = new Uint8Array([...utf8(`${header.trimEnd()},note\nA,2020,coke,1,t,`), 0xe4, 0xbd]);
		expect((await outcome(ending)).codes).not.toContain("file-cut-off");
	});

	it("at any byte gives no firm-year more or less than its rows say", async () => {
		const bytes = utf8(sorted);
		const whole = await ran(bytes);
		const known = new Map(
			whole.assessment.firms.flatMap(({ firm, years }) =>
				years.map(({ year, emissions }) => [`${firm} ${year}`, emissions.total]),
			),
		);
		for (let length = utf8(header).length + 1; length < bytes.length; length += 1) {
			const { assessment } = await ran(bytes.subarray(0, length));
			for (const { firm, years } of assessment.firms)
				for (const { year, emissions } of years)
					if (emissions.total !== null)
						expect(emissions.total, `${length} ${firm} ${year}`).toEqual(known.get(`${firm} ${year}`));
		}
	});

	it("that was packed and then cut is told as that", async () => {
		const packed = gzipSync(utf8(sorted));
		await expect(ran(packed.subarray(0, packed.length - 9))).rejects.toMatchObject({
			troubles: [{ code: "damaged-gzip", with: { why: "cut-off" } }],
		});
	});
});

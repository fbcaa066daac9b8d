/** Json written in pieces: joined it is byte for byte what is written at once, and no piece holds all of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "../../src/index.ts";
import type { Source } from "../../src/records/source.ts";
import { buildReport, openReport } from "../../src/views/build-report.ts";
import { json } from "../../src/views/formats/json.ts";
import { jsonPieces } from "../../src/views/formats/json-pieces.ts";
import { run } from "../support/run.ts";
import { energy, output, type Row } from "../support/tables.ts";

const asSource = ({ name, text }: Table): Source => ({
	name,
	bytes: async function* (): AsyncGenerator<Uint8Array> {
		yield new TextEncoder().encode(text);
	},
});

describe("json in pieces", () => {
	it("is what is written at once, of any object, in pieces of any size", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.integer({ min: 1, max: 200 }), (value, most) => {
				expect([...jsonPieces(value, most)].join("")).toBe(json(value));
			}),
		);
	});

	it.each<[string, Record<string, unknown>]>([
		["nothing", {}],
		["an empty list", { firms: [] }],
		["lists in lists", { firms: [[], [1, []], {}] }],
		[
			"signs that steer a terminal or a runner",
			{ firms: ["a\u0007\u202e\n##[error]x", { "\u2028": "##vso[" }], "##[k": "\ud83d\ude00" },
		],
		["a key without a value", { a: undefined, b: 1 }],
	])("is the same of %s", (_, value) => {
		for (const most of [1, 10, 1 << 16]) expect([...jsonPieces(value, most)].join("")).toBe(json(value));
	});

	it("makes the items of a list as they are asked for", () => {
		let made = 0;
		const list = function* (): Generator<number> {
			for (let each = 0; each < 1000; each++) {
				made += 1;
				yield each;
			}
		};
		const pieces = jsonPieces({ schemaVersion: 1, firms: list() }, 20);
		pieces.next();
		expect(made).toBeLessThan(10);
		expect([...pieces].length).toBeGreaterThan(300);
		expect(made).toBe(1000);
	});

	it("holds no more of a report than a firm and a little, whatever the number of firms", async () => {
		const firms = Array.from({ length: 60 }, (_, at) => `F${at}`);
		const rows = (row: Row): Row[] => firms.map((firm) => ({ ...row, firm }));
		const { assessment, frame } = await run([energy(rows({})), output(rows({}))].map(asSource));
		const whole = json(buildReport(assessment, frame));
		const pieces = [...jsonPieces(openReport(assessment, frame), 2000)];
		expect(pieces.join("")).toBe(whole);
		const longest = Math.max(...pieces.map(({ length }) => length));
		expect(pieces.length).toBeGreaterThan(firms.length / 2);
		expect(longest * 5).toBeLessThan(whole.length);
	});
});

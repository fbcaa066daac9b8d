// @vitest-environment-options { "counted": true }
/**
 * Files damaged in every way one can think of: no crash, no hang, no row unaccounted for, no work that grows faster than the
 * file. Few in `npm test`; TANLU_NIGHTLY=1 asks for 100,000, TANLU_FUZZ=20000 for so many, TANLU_FUZZ_SEED for others.
 */
import "./support/counting.ts";

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Trouble } from "../src/findings/trouble.ts";
import { Stopped } from "../src/run/judge.ts";
import { buildReport } from "../src/views/build-report.ts";
import { json } from "../src/views/formats/json.ts";
import { type Bytes, damaged } from "./support/damaged.ts";
import { growthOf, mostGrowth } from "./support/growth.ts";
import { run } from "./support/run.ts";

const numRuns = Number(process.env["TANLU_FUZZ"] ?? (process.env["TANLU_NIGHTLY"] === "1" ? 100_000 : 500));
/** Of so many of them also the growth of the work is measured: one in fifty. */
const grown = Math.ceil(numRuns / 50);
/** Bytes that are read once, and four times. */
const longEnough = 20_000;
const seed = Number(process.env["TANLU_FUZZ_SEED"] ?? 20251126);

/** The bytes in uneven pieces, as a disk may hand them over. */
const source = (name: string, bytes: Bytes) => ({
	name,
	bytes: async function* (): AsyncGenerator<Uint8Array> {
		for (let at = 0, size = 7; at < bytes.length; at += size, size = (size * 3) % 1021) yield bytes.subarray(at, at + size);
	},
});

/** Read as one file, whatever comes of it but a fault of ours. */
async function whatever(bytes: Bytes): Promise<void> {
	try {
		await run([source("file.csv", bytes)], {});
	} catch (error) {
		if (!(error instanceof Trouble || error instanceof Stopped)) throw error;
	}
}

describe("damaged files", () => {
	it("never crash the tool, and every row is used, refused or skipped", { timeout: 60_000 + numRuns * 200 }, async () => {
		let read = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 2 }), fc.boolean(), async (files, fillDown) => {
				const sources = files.map((bytes, index) => source(`file-${index}.csv`, bytes));
				try {
					const { assessment, frame, part } = await run(sources, { fillDown });
					for (const { rows, opened } of part.inputs) {
						expect(rows.used + rows.refused + rows.skipped).toBe(rows.read);
						expect([...rows.reasons.values()].reduce((all, count) => all + count, 0)).toBe(rows.refused + rows.skipped);
						expect(opened.header.words.length).toBeGreaterThanOrEqual(opened.header.width);
						read += rows.read;
					}
					// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not be there
					expect(json(buildReport(assessment, frame))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
				} catch (error) {
					if (!(error instanceof Trouble || error instanceof Stopped)) throw error;
				}
			}),
			{ numRuns, seed },
		);
		// Most of the files are still tables: otherwise nothing was tried.
		expect(read).toBeGreaterThan(numRuns);
	});

	it("cost no more than their length when they are as they are again and again", {
		timeout: 60_000 + grown * 5_000,
	}, async () => {
		const slow: string[] = [];
		let asked = 0;
		await fc.assert(
			fc.asyncProperty(damaged, async (bytes) => {
				// Small files are read in no time: each is laid below itself until there is something to measure.
				const growth = await growthOf(longEnough, (size) =>
					whatever(Buffer.concat(new Array(Math.ceil(size / Math.max(1, bytes.length))).fill(bytes))),
				);
				asked += 1;
				if (growth > mostGrowth) slow.push(`${growth.toFixed(2)}: ${bytes.toString("base64")}`);
			}),
			{ numRuns: grown, seed },
		);
		expect(slow).toEqual([]);
		expect(asked).toBe(grown);
	});

	it("keep their rows counted as an independent reading counts them", async () => {
		const text = fc.array(fc.constantFrom("a", "1", ",", "\n", "\r\n", "\r", " ", "合计", "注："), { maxLength: 60 });
		await fc.assert(
			fc.asyncProperty(text, async (parts) => {
				const body = parts.join("");
				const table = `firm,period,carrier,quantity,unit\nF1,2020,coke,1,t\n${body}`;
				const { part } = await run([source("e.csv", Buffer.from(table))], {});
				const lines = body.split(/\r\n|\n|\r/);
				if (lines.at(-1) === "") lines.pop();
				expect(part.inputs[0]?.rows.read).toBe(1 + lines.length);
				expect(part.inputs[0]?.rows.reasons.get("skipped blank") ?? 0).toBe(lines.filter((line) => /^[\s,]*$/.test(line)).length);
			}),
			{ numRuns: 300, seed },
		);
	});
});

/**
 * Files damaged in every way one can think of: no crash, no hang, no row unaccounted for. Few in `npm test`; TANLU_FUZZ=20000
 * asks for as many as a night has time for, and TANLU_FUZZ_SEED for others than last time.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { run, Stopped } from "../src/commands/run.ts";
import { Trouble } from "../src/findings/trouble.ts";
import { buildReport } from "../src/views/build-report.ts";
import { json } from "../src/views/formats/json.ts";
import { root } from "./cli/tanlu.ts";

const numRuns = Number(process.env["TANLU_FUZZ"] ?? 500);
const seed = Number(process.env["TANLU_FUZZ_SEED"] ?? 20251126);

const folder = join(root, "fixtures/messy");
/** Small enough to be damaged often: the file of two megabytes is not. */
const whole: Bytes[] = readdirSync(folder)
	.sort()
	.map((name) => readFileSync(join(folder, name)))
	.filter(({ length }) => length < 10_000)
	.concat(["energy.csv", "output.csv"].map((name) => readFileSync(join(root, "fixtures/cases/two-firms", name))));

/** Bytes that mean something to somebody. */
const pieces = [
	...[
		",",
		";",
		"\t",
		'"',
		'""',
		"\n",
		"\r\n",
		"\r",
		"\0",
		"\ufeff",
		"\u2028",
		"=1+2",
		"#REF!",
		"-",
		"1e9",
		"1.2.3",
		"合计",
		"小计",
	],
	...[
		"注：",
		"2023年",
		"202313",
		"（吨）",
		"(万千瓦时)",
		"'",
		"\u001b[31m",
		"\u202e",
		"\u200b",
		"total",
		"9".repeat(40),
		"0.",
		"NaN",
	],
].map((text) => Buffer.from(text));
pieces.push(
	Buffer.from([0xff]),
	Buffer.from([0xff, 0xfe]),
	Buffer.from([0x81]),
	Buffer.from([0xe4, 0xb8]),
	Buffer.from([0x84, 0x31]),
);

type Bytes = Buffer<ArrayBufferLike>;
type Damage = (bytes: Bytes) => Bytes;
const within = (bytes: Bytes, share: number): number => Math.floor(share * (bytes.length + 1));
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const damage: fc.Arbitrary<Damage> = fc.oneof(
	fc.tuple(share, fc.constantFrom(...pieces)).map(
		([at, piece]): Damage =>
			(bytes) => {
				const cut = within(bytes, at);
				return Buffer.concat([bytes.subarray(0, cut), piece, bytes.subarray(cut)]);
			},
	),
	fc.tuple(share, fc.integer({ min: 1, max: 60 })).map(
		([at, length]): Damage =>
			(bytes) => {
				const cut = within(bytes, at);
				return Buffer.concat([bytes.subarray(0, cut), bytes.subarray(cut + length)]);
			},
	),
	fc.tuple(share, fc.integer({ min: 0, max: 255 })).map(
		([at, byte]): Damage =>
			(bytes) => {
				const changed = Buffer.from(bytes);
				if (changed.length > 0) changed[Math.min(within(bytes, at), changed.length - 1)] = byte;
				return changed;
			},
	),
	fc.tuple(share, share, fc.integer({ min: 1, max: 400 })).map(
		([from, to, length]): Damage =>
			(bytes) => {
				const start = within(bytes, from);
				const cut = within(bytes, to);
				return Buffer.concat([bytes.subarray(0, cut), bytes.subarray(start, start + length), bytes.subarray(cut)]);
			},
	),
	fc.tuple(share).map(
		([at]): Damage =>
			(bytes) =>
				bytes.subarray(0, within(bytes, at)),
	),
	fc.constantFrom(...whole).map(
		(other): Damage =>
			(bytes) =>
				Buffer.concat([bytes, other]),
	),
	fc.constantFrom<Damage>(
		(bytes) => Buffer.from(bytes.toString("latin1").replaceAll(",", ";"), "latin1"),
		(bytes) => Buffer.from(bytes.toString("latin1").replaceAll("\n", "\r"), "latin1"),
	),
);
const damaged = fc
	.tuple(fc.constantFrom(...whole), fc.array(damage, { minLength: 1, maxLength: 6 }))
	.map(([bytes, all]) => all.reduce<Bytes>((one, change) => change(one), Buffer.from(bytes)));

/** The bytes in uneven pieces, as a disk may hand them over. */
const source = (name: string, bytes: Bytes) => ({
	name,
	bytes: async function* (): AsyncGenerator<Uint8Array> {
		for (let at = 0, size = 7; at < bytes.length; at += size, size = (size * 3) % 1021) yield bytes.subarray(at, at + size);
	},
});

describe("damaged files", () => {
	it("never crash the tool, and every row is used, refused or skipped", { timeout: 60_000 + numRuns * 200 }, async () => {
		let read = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 2 }), fc.boolean(), async (files, fillDown) => {
				const sources = files.map((bytes, index) => source(`file-${index}.csv`, bytes));
				try {
					const { assessment, frame, intake } = await run(sources, { fillDown }, "0.0.0");
					for (const { rows, opened } of intake.inputs) {
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

	it("keep their rows counted as an independent reading counts them", async () => {
		const text = fc.array(fc.constantFrom("a", "1", ",", "\n", "\r\n", "\r", " ", "合计", "注："), { maxLength: 60 });
		await fc.assert(
			fc.asyncProperty(text, async (parts) => {
				const body = parts.join("");
				const table = `firm,period,carrier,quantity,unit\nF1,2020,coke,1,t\n${body}`;
				const { intake } = await run([source("e.csv", Buffer.from(table))], {}, "0.0.0");
				const lines = body.split(/\r\n|\n|\r/);
				if (lines.at(-1) === "") lines.pop();
				expect(intake.inputs[0]?.rows.read).toBe(1 + lines.length);
				expect(intake.inputs[0]?.rows.reasons.get("skipped blank") ?? 0).toBe(
					lines.filter((line) => /^[\s,]*$/.test(line)).length,
				);
			}),
			{ numRuns: 300, seed },
		);
	});
});

/** Tables packed with gzip: the same table as unpacked, however it was packed and cut, and nothing missing goes unseen. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Trouble } from "../../src/findings/trouble.ts";
import { gunzip } from "../../src/records/gunzip.ts";
import { keeper, survey } from "../../src/records/survey.ts";
import { asLarge, gb18030, inPieces, readText, utf8, utf16le } from "./sources.ts";

const table = "firm,period,carrier,quantity,unit\n甲,2020,coke,1000,t\n甲,2021,coke,900,t\n";
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The text of a file, as a small file is read and as a large one is; or why it cannot be read. */
async function textOf(bytes: Uint8Array, size?: number): Promise<string | { readonly code: string; readonly with: unknown }> {
	const source = inPieces(bytes, size, "表.csv.gz");
	try {
		const surveyed = await survey(source, undefined);
		const small = await readText(source, surveyed);
		expect(await readText(source, asLarge(surveyed))).toBe(small);
		return small;
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		return { code: error.code, with: error.with };
	}
}
const damaged = (why: string) => ({ code: "damaged-gzip", with: { file: "表.csv.gz", why } });

describe("a packed table", () => {
	it("reads as the table, in whatever pieces it comes", async () => {
		const packed = gzipSync(table);
		for (let size = 1; size <= packed.length; size += 1) expect(await textOf(packed, size)).toBe(table);
	});

	it("may be in any encoding that a table may be in", async () => {
		expect(await textOf(gzipSync(gb18030("企业,能源\n㐂,电力\n")))).toBe("企业,能源\n㐂,电力\n");
		expect(await textOf(gzipSync(utf16le(table)))).toBe(table);
	});

	it("may be packed in many members, one behind the other, wherever they are cut", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.string({ maxLength: 200 }), { minLength: 1, maxLength: 5 }),
				fc.integer({ min: 1, max: 400 }),
				async (parts, size) => {
					// A mark at the beginning is no part of the text, packed or not.
					const members = [`a,${parts[0] ?? ""}`, ...parts.slice(1)];
					expect(await textOf(joined(...members.map((part) => gzipSync(part))), size)).toBe(utf8Text(members.join("")));
				},
			),
			{ numRuns: 200 },
		);
	});

	it("is known by two hashes: of the file, as sha256sum tells it, and of the table in it", async () => {
		const plain = utf8(table);
		for (const packed of [gzipSync(table), gzipSync(table, { level: 1 }), joined(gzipSync("firm,"), gzipSync(table.slice(5)))]) {
			const { sha256, content, size } = await survey(inPieces(packed, 7), undefined);
			expect([sha256, content, size]).toEqual([hashOf(packed), hashOf(plain), plain.length]);
		}
		const { sha256, content } = await survey(inPieces(plain), undefined);
		expect([sha256, content]).toEqual([hashOf(plain), hashOf(plain)]);
	});

	it("is unpacked as it is read: text comes while most of the file is still to be read", async () => {
		const lines = Array.from({ length: 60_000 }, (_, n) => `F${(n * 2654435761) % 4294967296},2020,coke,${n},t\n`);
		const packed = gzipSync(lines.join(""), { level: 1 });
		let given = 0;
		const pieces = async function* (): AsyncGenerator<Uint8Array> {
			for (let at = 0; at < packed.length; at += 4096) {
				given = at;
				yield packed.subarray(at, at + 4096);
			}
		};
		for await (const piece of gunzip("表.csv.gz", pieces())) {
			expect(piece.length).toBeLessThanOrEqual(65536);
			break;
		}
		expect(packed.length).toBeGreaterThan(300_000);
		expect(given).toBeLessThan(packed.length / 2);
	});
});

describe("a packed table that is not whole", () => {
	const packed = gzipSync(table);

	it("is told wherever its end is missing", async () => {
		// With fewer bytes nothing says that it is packed.
		for (let length = 2; length < packed.length; length += 1) {
			expect([length, await textOf(packed.subarray(0, length))]).toEqual([length, damaged("cut-off")]);
			expect(await textOf(packed.subarray(0, length), 5)).toEqual(damaged("cut-off"));
		}
	});

	it("is told where its second member is cut off, and where that one is damaged at its first byte", async () => {
		const second = gzipSync("乙,2020,coke,5,t\n");
		for (let length = 1; length < second.length; length += 1)
			expect(await textOf(joined(packed, second.subarray(0, length)))).toEqual(damaged("cut-off"));
		for (const size of [1, 16, 1000]) {
			for (const byte of [0x00, 0x1e, 0xff])
				expect(await textOf(joined(packed, new Uint8Array([byte]), second.subarray(1)), size)).toEqual(damaged("damaged"));
		}
	});

	it("is never read as another table: whatever byte is changed, it is told or changes nothing", async () => {
		const outcomes = { told: 0, same: 0 };
		for (let at = 2; at < packed.length; at += 1) {
			for (const bit of [0, 3, 7]) {
				const changed = new Uint8Array(packed);
				changed[at] = (changed[at] as number) ^ (1 << bit);
				const read = await textOf(changed);
				if (typeof read === "string") expect(read).toBe(table);
				else expect(read.code).toBe("damaged-gzip");
				outcomes[typeof read === "string" ? "same" : "told"] += 1;
			}
		}
		// Time, system and the like in the head of ten bytes say nothing of the table.
		expect(outcomes.same).toBeLessThanOrEqual(24);
		expect(outcomes.told).toBeGreaterThan(100);
	});

	it("may have zeros behind it that fill a block, and nothing behind those", async () => {
		const zeros = new Uint8Array(600);
		for (const size of [1, 64, 512, 5000]) {
			expect(await textOf(joined(packed, zeros), size)).toBe(table);
			for (const more of [utf8("xyz"), gzipSync("乙,2020,coke,5,t\n")])
				expect(await textOf(joined(packed, zeros, more), size)).toEqual(damaged("damaged"));
		}
	});

	it("lets pass what its file throws", async () => {
		const failing = async function* (): AsyncGenerator<Uint8Array> {
			yield packed.subarray(0, 20);
			throw new Trouble("cannot-open", { file: "表.csv.gz", why: "other", detail: "EIO" });
		};
		const reading = async (): Promise<void> => {
			for await (const _ of gunzip("表.csv.gz", failing()));
		};
		await expect(reading()).rejects.toMatchObject({ code: "cannot-open" });
	});
});

describe("what is kept of files until they are read", () => {
	it("is the whole of small ones, up to 64 MiB together, and nothing of large ones", async () => {
		const keep = keeper();
		const small = await survey(inPieces(new Uint8Array(1 << 20).fill(65)), undefined);
		const kept = Array.from({ length: 70 }, () => keep(small).head.length);
		expect(kept).toEqual([...Array(64).fill(1 << 20), ...Array(6).fill(0)]);
		expect(keeper()(await survey(inPieces(new Uint8Array((1 << 20) + 1).fill(65), 5000), undefined)).head.length).toBe(0);
	});

	it("makes no difference to what they say", async () => {
		for (const bytes of [utf8(table), gzipSync(table)]) {
			const source = inPieces(bytes);
			const surveyed = await survey(source, undefined);
			expect(await readText(source, { ...surveyed, head: new Uint8Array(0) })).toBe(table);
		}
	});
});

/** As UTF-8 says it: a lone half of a character becomes the sign for none. */
function utf8Text(text: string): string {
	return Buffer.from(text, "utf8").toString("utf8");
}

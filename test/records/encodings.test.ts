/** Bytes to text: which encoding a file is in, and what it says, wherever its bytes are cut. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Trouble } from "../../src/findings/trouble.ts";
import { encodings } from "../../src/records/sheet.ts";
import { survey } from "../../src/records/survey.ts";
import { headText } from "../../src/records/text.ts";
import { asLarge, gb18030, inPieces, readText, utf8, utf16be, utf16le, withMark } from "./sources.ts";

const said = "企业,能源\n㐂,电力\u{20000},1.5,吨，\n";
const files: readonly (readonly [string, Uint8Array, string, number])[] = [
	["UTF-8", utf8(said), "utf-8", 0],
	["UTF-8 with a byte-order mark", withMark(utf8(said)), "utf-8", 3],
	["GB18030, with characters of one, two and four bytes", gb18030(said), "gb18030", 0],
	["GB18030 with the mark that it gives to U+FEFF", new Uint8Array([0x84, 0x31, 0x95, 0x33, ...gb18030(said)]), "gb18030", 4],
	["UTF-16 LE with a byte-order mark", utf16le(said), "utf-16le", 2],
	["UTF-16 BE with a byte-order mark", utf16be(said), "utf-16be", 2],
];

describe("the encoding of a file", () => {
	it.each(files)("%s is recognised", async (_, bytes, encoding, markLength) => {
		const found = await survey(inPieces(bytes), undefined);
		expect([found.encoding, found.markLength, found.size]).toEqual([encoding, markLength, bytes.length]);
	});

	it.each(files)("%s is recognised wherever the bytes are cut, and so is its hash", async (_, bytes, encoding, markLength) => {
		const sha256 = createHash("sha256").update(bytes).digest("hex");
		for (let size = 1; size <= bytes.length; size += 1) {
			const found = await survey(inPieces(bytes, size), undefined);
			expect([size, found.encoding, found.markLength, found.sha256]).toEqual([size, encoding, markLength, sha256]);
		}
	});

	it("plain ASCII and an empty file are UTF-8", async () => {
		expect((await survey(inPieces(utf8("firm,period\n")), undefined)).encoding).toBe("utf-8");
		expect((await survey(inPieces(new Uint8Array(0)), undefined)).encoding).toBe("utf-8");
	});

	it("a character that the end of the file cuts off makes it something else than UTF-8", async () => {
		for (const missing of [1, 2]) {
			const bytes = utf8("吨").subarray(0, -missing);
			expect((await survey(inPieces(bytes), undefined)).encoding).toBe("gb18030");
		}
	});

	it.each([
		["a surrogate", [0xed, 0xa0, 0x80]],
		["an overlong slash", [0xc0, 0xaf]],
		["a byte that no character begins with", [0xff]],
		["a lone byte of the middle of a character", [0x41, 0x80, 0x41]],
	])("%s is not strict UTF-8, in whatever pieces it comes", async (_, bytes) => {
		for (let size = 1; size <= bytes.length; size += 1) {
			expect((await survey(inPieces(new Uint8Array(bytes), size), undefined)).encoding).toBe("gb18030");
		}
	});

	it("what the caller says wins, and then only the mark of that encoding is left out", async () => {
		for (const encoding of encodings) {
			expect((await survey(inPieces(utf8(said)), encoding)).encoding).toBe(encoding);
		}
		expect((await survey(inPieces(withMark(utf8(said))), "utf-8")).markLength).toBe(3);
		expect((await survey(inPieces(withMark(utf8(said))), "gb18030")).markLength).toBe(0);
	});

	it("a NUL byte is noticed wherever it stands", async () => {
		const bytes = utf8(`${"a,b\n".repeat(10)}\0`);
		for (const size of [1, 7, bytes.length]) expect((await survey(inPieces(bytes, size), undefined)).hasNul).toBe(true);
		expect((await survey(inPieces(utf8("a,b\n")), undefined)).hasNul).toBe(false);
	});
});

describe("the text of a file", () => {
	it.each(files)("of %s is what was written, without its mark", async (_, bytes) => {
		const surveyed = await survey(inPieces(bytes), undefined);
		expect(await readText(inPieces(bytes), surveyed)).toBe(said);
		expect(headText("a.csv", surveyed)).toBe(said);
	});

	it.each(files)("of %s may be cut anywhere, in pieces of every size", async (_, bytes) => {
		for (let size = 1; size <= bytes.length; size += 1) {
			const source = inPieces(bytes, size);
			const surveyed = await survey(source, undefined);
			expect(await readText(source, asLarge(surveyed))).toBe(said);
			expect(await readText(source, surveyed)).toBe(said);
		}
	});

	it("of any characters may be cut anywhere", async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 30 }), fc.integer({ min: 1, max: 9 }), async (wanted, size) => {
				for (const bytes of [withMark(utf8(wanted)), utf16le(wanted), utf16be(wanted)]) {
					const source = inPieces(bytes, size);
					expect(await readText(source, asLarge(await survey(source, undefined)))).toBe(wanted);
				}
			}),
			{ numRuns: 2_000, seed: 7 },
		);
	});

	it("a second byte-order mark is text", async () => {
		const bytes = withMark(withMark(utf8("a")));
		expect(await readText(inPieces(bytes), await survey(inPieces(bytes), undefined))).toBe("\ufeffa");
	});

	it.each([
		["a byte that GB18030 does not know", new Uint8Array([0x61, 0x62, 0x63, 0xff, 0x64]), undefined, "gb18030", 3],
		["half a character at the end", new Uint8Array([0x61, 0xb6]), undefined, "gb18030", 2],
		["Latin bytes forced to be UTF-8", new Uint8Array([0x61, 0xe9, 0x62]), "utf-8", "utf-8", 2],
	] as const)("%s is told with its place, never replaced", async (_, bytes, forced, encoding, offset) => {
		const surveyed = await survey(inPieces(bytes), forced);
		const fault = await readText(inPieces(bytes), surveyed).then(
			() => undefined,
			(error: unknown) => error,
		);
		expect(fault).toBeInstanceOf(Trouble);
		expect(fault).toMatchObject({ code: "cannot-decode", with: { file: "table.csv", encoding, offset } });
	});

	it("a byte that does not belong is told in a large file too, in pieces of every size", async () => {
		const bytes = new Uint8Array([...gb18030("企业,能源\n"), 0xff, 0x0a]);
		for (let size = 1; size <= bytes.length; size += 1) {
			const source = inPieces(bytes, size);
			await expect(readText(source, asLarge(await survey(source, undefined)))).rejects.toMatchObject({ code: "cannot-decode" });
		}
	});
});

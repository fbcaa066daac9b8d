/** Credit codes against the arithmetic of their standards, done here once more with whole numbers of any size. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeCharacters, creditCodeFault, spelt } from "../../src/domain/credit-code.ts";

/** Made up for the messy pack, each with both check characters worked out there. */
const valid = ["91330281MA9X7K2T6N", "9132021307Q41C8654", "913716256P28R5D185", "91130209MAEH5W3U7C"] as const;

/** GB 32100-2015, table of characters: digits, then letters without I, O, S, V, Z. */
const alphabet = [..."0123456789", ..."ABCDEFGHJKLMNPQRTUWXY"];
const swap = (text: string, i: number, j: number): string => {
	const letters = [...text];
	[letters[i], letters[j]] = [letters[j] as string, letters[i] as string];
	return letters.join("");
};
const replace = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

/** The character that brings the sum over 3^(i−1)·C(i), i = 1 to 17, and itself to a multiple of 31. */
const outer = (seventeen: string): string => {
	const sum = [...seventeen].reduce((total, one, at) => total + 3n ** BigInt(at) * BigInt(alphabet.indexOf(one)), 0n);
	return alphabet.find((_, worth) => (sum + BigInt(worth)) % 31n === 0n) as string;
};
/** GB 11714-1997: the character that brings the weighted sum and itself to a multiple of 11, X for ten. */
const inner = (eight: string): string => {
	const weights = [3n, 7n, 9n, 10n, 5n, 8n, 4n, 2n];
	const worth = (one: string): bigint => BigInt(/\d/.test(one) ? one : one.charCodeAt(0) - "A".charCodeAt(0) + 10);
	const sum = [...eight].reduce((total, one, at) => total + (weights[at] as bigint) * worth(one), 0n);
	return [..."0123456789X"].find((_, own) => (sum + BigInt(own)) % 11n === 0n) as string;
};

const letters = (length: number): fc.Arbitrary<string> =>
	fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((list) => list.join(""));
/** Any code that both standards allow. */
const code = fc.tuple(letters(8), letters(8)).map(([head, body]) => {
	const seventeen = head + body + inner(body);
	return seventeen + outer(seventeen);
});

describe("a credit code", () => {
	it("has characters worth their place in the alphabet", () => {
		expect([...codeCharacters]).toEqual(alphabet);
		expect(alphabet).toHaveLength(31);
	});

	// 9132021307Q41C865: 9·1 + 1·3 + 3·9 + 2·27 + 0·19 + 2·26 + 1·16 + 3·17 + 0·20 + 7·29 + 24·25 + 4·13 + 1·8 + 12·24 + 8·10 +
	// 6·30 + 5·28 = 1763 = 56·31 + 27, and 31 − 27 = 4. Inside, 07Q41C86: 0·3 + 7·7 + 26·9 + 4·10 + 1·5 + 12·8 + 8·4 + 6·2 = 468
	// = 42·11 + 6, and 11 − 6 = 5.
	it.each(valid)("%s may be right", (text) => {
		expect(creditCodeFault(text)).toBeUndefined();
	});

	it("may be right wherever both standards allow it", () => {
		fc.assert(fc.property(code, (text) => creditCodeFault(text) === undefined));
	});

	it.each([
		["9.13E+17", { why: "lost-digits" }],
		["9E+17", { why: "lost-digits" }],
		["9.1320213074E+17", { why: "lost-digits" }],
		// What a spreadsheet keeps of 18 digits: fifteen.
		["913202130741865000", { why: "lost-digits" }],
		["130209000012345", { why: "old-number" }],
		["13020900001234A", { why: "length", length: 15 }],
		["913716256P28R5D18", { why: "length", length: 17 }],
		["913716256P28R5D1855", { why: "length", length: 19 }],
		["91371625𠮷P28R5D1855", { why: "length", length: 19 }],
		["—", { why: "length", length: 1 }],
		["91130209MAOH5W3U7C", { why: "letter", letter: "O" }],
		["9113020𠮷MAEH5W3U7C", { why: "letter", letter: "𠮷" }],
		["91330281-MA9X7K2T6", { why: "letter", letter: "-" }],
		// The fifth of it would be 4 by the sum above.
		["9132021307Q41C8655", { why: "check", due: "4" }],
		["91330281ma9x7k2t6n", { why: "letter", letter: "m" }],
	] as const)("%s cannot be right: %j", (text, fault) => {
		expect(creditCodeFault(text)).toEqual(fault);
	});

	// As github.com/aarioai/id-rule worked them out: codes in force that do not follow the standard.
	it.each([
		["91350100M0001TGQXM", "1"],
		["91350211M0000XUF46", "R"],
		["91350203M0001FUE2P", "J"],
	])("%s, given out before the standard was followed everywhere, should end in %s", (text, due) => {
		expect(creditCodeFault(text)).toEqual({ why: "check", due });
	});

	it("of fifteen digits and three zeros may be right all the same", () => {
		const right = Array.from({ length: 100_000 }, (_, n) => `9133028100${String(n).padStart(5, "0")}000`).filter(
			(text) => inner(text.slice(8, 16)) === "0" && outer(text.slice(0, 17)) === "0",
		);
		// About one in 341.
		expect(right.length).toBeGreaterThan(200);
		expect(right.filter((text) => creditCodeFault(text) !== undefined)).toEqual([]);
	});

	it("names the organisation code where that alone is wrong", () => {
		fc.assert(
			fc.property(letters(8), letters(8), fc.constantFrom(...alphabet), (head, body, other) => {
				const due = inner(body);
				fc.pre(other !== due);
				const seventeen = head + body + other;
				const text = seventeen + outer(seventeen);
				expect(creditCodeFault(text)).toEqual({ why: "organisation", due });
			}),
		);
	});
});

describe("a slip in a credit code", () => {
	/** What the outer check says; three zeros at the end of digits are put down to a spreadsheet. */
	const seen = (text: string): void => {
		const due = outer(text.slice(0, 17));
		expect(due).not.toBe(text[17]);
		const expected = /^\d{15}000$/.test(text) ? { why: "lost-digits" } : { why: "check", due };
		expect([text, creditCodeFault(text)]).toEqual([text, expected]);
	};

	it("of one character is always seen", () => {
		fc.assert(
			fc.property(code, fc.nat(17), fc.constantFrom(...alphabet), (text, at, by) => {
				fc.pre(by !== text[at]);
				seen(replace(text, at, by));
			}),
			{ numRuns: 2000 },
		);
	});

	it("of one character is always seen: all 18 times 30 of them", () => {
		for (const text of valid)
			for (let at = 0; at < 18; at += 1) for (const by of alphabet) if (by !== text[at]) seen(replace(text, at, by));
	});

	it("of two neighbours changing places is always seen where they differ", () => {
		fc.assert(
			fc.property(code, fc.nat(16), (text, at) => {
				fc.pre(text[at] !== text[at + 1]);
				seen(swap(text, at, at + 1));
			}),
			{ numRuns: 2000 },
		);
	});

	it("of any two that differ changing places is seen, but for the first and the last", () => {
		fc.assert(
			fc.property(code, fc.nat(17), fc.nat(17), (text, i, j) => {
				fc.pre(i < j && text[i] !== text[j]);
				if (i === 0 && j === 17) {
					// Both weigh 1: the sum is the same, and so is the organisation code.
					expect(creditCodeFault(swap(text, i, j))).toBeUndefined();
				} else seen(swap(text, i, j));
			}),
			{ numRuns: 4000 },
		);
	});

	it("of letters eleven apart inside the organisation code is not seen there: the outer check is needed", () => {
		// A and L are worth 10 and 21 to GB 11714.
		expect(inner("MA9X7K2T")).toBe(inner("ML9X7K2T"));
		seen("91330281ML9X7K2T6N");
	});
});

describe("what a cell spells", () => {
	it.each([
		["９１３２０２１３０７Ｑ４１Ｃ８６５４", "9132021307Q41C8654"],
		["9132021307q41c8654", "9132021307Q41C8654"],
		["'913716256P28R5D185", "913716256P28R5D185"],
		["’913716256P28R5D185", "913716256P28R5D185"],
		["＇913716256P28R5D185", "913716256P28R5D185"],
		['="913716256P28R5D185"', "913716256P28R5D185"],
		["\t913716256P28R5D185", "913716256P28R5D185"],
		["913716 256P28R5D18\u30005", "913716256P28R5D185"],
		["91371625 6P28\nR5D185\u00a0", "913716256P28R5D185"],
		["\u200b913716256P28R5D185\ufeff", "913716256P28R5D185"],
		["'", ""],
		[" \u200b", ""],
		["=913716256P28R5D185", "=913716256P28R5D185"],
	])("%j is %s", (text, code) => {
		expect(spelt(text)).toBe(code);
	});

	it("is the code, however it was mangled on the way", () => {
		const wide = (one: string): string => String.fromCharCode(one.charCodeAt(0) + 0xfee0);
		const change = fc.constantFrom<(one: string) => string>(
			(one) => one,
			wide,
			(one) => one.toLowerCase(),
			(one) => ` ${one}`,
			(one) => `${one}\u3000`,
			(one) => `\u200e${one}`,
		);
		fc.assert(
			fc.property(
				code,
				fc.array(change, { minLength: 18, maxLength: 18 }),
				fc.constantFrom("", "'", "‘"),
				(text, list, before) => {
					const mangled = before + [...text].map((one, at) => (list[at] as (one: string) => string)(one)).join("");
					expect(spelt(mangled)).toBe(text);
				},
			),
		);
	});
});

/** Letters whose width on a terminal is known beforehand, and texts made of them: nothing here asks the code under test. */
import fc from "fast-check";

const narrow = [..."aZ09 .,:;-+%()[]{}/\\|`*_<>&~$#!?@'\"=éßñЖλאع…×°ｱ"];
const wide = [..."汉字名铁路䨻（），。：？、《》ＡＺ０９あカ한一　𠮷𪚥😀🏭🚀🦊"];
/** Drawn on the letter before them: an acute, a ring, a cedilla, a circle, a vowel sign. */
const marks = ["\u0301", "\u030a", "\u0327", "\u20dd", "\u0e34"];
/** What may steer a terminal, turn a line round or hide: never to be written as it is. */
export const harmful: readonly string[] = [
	...["\u001b[31m", "\u001b]0;title\u0007", "\u0000", "\u0007", "\b", "\t", "\r", "\n", "\u007f", "\u0085", "\u009b2J"],
	...["\u00ad", "\u061c", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e"],
	...["\u2060", "\u2066", "\u2069", "\ufeff", "\ue000", "\ud800", "\udfff", "\u{e0001}", "\u{e0041}", "\u{f0000}"],
];
/** None of these may reach a reader; a line feed ends a line and nothing else. */
export const harm = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

const widths = new Map([
	...narrow.map((letter) => [letter, 1] as const),
	...wide.map((letter) => [letter, 2] as const),
	...marks.map((letter) => [letter, 0] as const),
]);

const ideograph = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u;

/** The letters of a text in the columns of a terminal: a wide one fills its second column with nothing. */
export function cellsOf(line: string): string[] {
	const cells: string[] = [];
	for (const letter of line) {
		const own = widths.get(letter) ?? (ideograph.test(letter) ? 2 : 1);
		if (own === 0) cells[cells.length - 1] += letter;
		else cells.push(letter, ...(own === 2 ? [""] : []));
	}
	return cells;
}

export const columnsOf = (line: string): number => cellsOf(line).length;

const letter = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...narrow) },
	{ weight: 4, arbitrary: fc.constantFrom(...wide) },
	{
		weight: 1,
		arbitrary: fc
			.tuple(fc.constantFrom("e", "名"), fc.array(fc.constantFrom(...marks), { minLength: 1, maxLength: 3 }))
			.map(([base, on]) => base + on.join("")),
	},
);

const trimmed = (text: string): string => text.trim().replace(/^(?=\p{M})/u, "e");

/** A text of letters of known width that neither begins nor ends with a blank; now and then a very long one. */
export const someText: fc.Arbitrary<string> = fc
	.oneof(
		{ weight: 6, arbitrary: fc.array(letter, { maxLength: 24 }) },
		{ weight: 1, arbitrary: fc.array(letter, { minLength: 60, maxLength: 320 }) },
		{ weight: 1, arbitrary: fc.tuple(letter, fc.integer({ min: 1, max: 320 })).map(([one, times]) => Array(times).fill(one)) },
	)
	.map((letters) => trimmed(letters.join("")));

/** The same with harmful letters in it. */
export const hostileText: fc.Arbitrary<string> = fc
	.array(fc.oneof(letter, fc.constantFrom(...harmful)), { maxLength: 30 })
	.map((letters) => letters.join(""));

export const figureText: fc.Arbitrary<string> = fc.oneof(
	fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => (n / 100).toFixed(2)),
	fc.constantFrom("?", "-", "0.00", "+3.7234", "-0.01", "123456789012345.67"),
);

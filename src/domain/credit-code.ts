/**
 * The unified social credit code of a firm (统一社会信用代码): why a text cannot be one.
 *
 * GB 32100-2015: eighteen characters, which are digits and capitals without I, O, S, V and Z, worth 0 to 30 in that order:
 * registering department (1), kind of body (2), administrative division (3 to 8), organisation code (9 to 17), check character
 * (18). With W(i) = 3^(i−1) mod 31, the check character is worth (31 − Σ C(i)·W(i) mod 31) mod 31, i from 1 to 17. So the sum over
 * all eighteen, the last with weight 1, is a multiple of 31.
 *
 * GB 11714-1997 is the organisation code inside it: eight characters and a check character, worth (11 − Σ C(i)·W(i) mod 11) mod
 * 11 with the weights 3, 7, 9, 10, 5, 8, 4, 2; a digit is worth itself, a letter its place after 9 (A 10 … Z 35); ten is written X.
 *
 * What the outer check promises: 31 is a prime, 3 has the order 30 modulo 31, and characters differ by less than 31. So every
 * change of a single character is seen. Changing places of two different characters is seen where their weights differ: always,
 * but for the first and the last, which both weigh 1; always of two neighbours. Of other texts of eighteen characters one in 31
 * passes, and one in 341 passes both checks. The inner check promises less: it takes letters 11 apart for the same.
 *
 * Some codes that Xiamen gave out before 2016 fail the outer check and are in force all the same (chinabugotech/hutool, issues
 * 2020 and 4119). Nobody can tell them from a slip: whoever has one can put it where any id may stand, in the column `firm`.
 */
import { seen } from "./letters.ts";

export type CreditCodeFault =
	/** A spreadsheet took it for a number: `9.13E+17`, or fifteen digits and three zeros. The rest is lost. */
	| { readonly why: "lost-digits" }
	/** Fifteen digits: the registration number that credit codes replaced. */
	| { readonly why: "old-number" }
	| { readonly why: "length"; readonly length: number }
	| { readonly why: "letter"; readonly letter: string }
	/** The check character is not `due`, which the seventeen before it ask for. */
	| { readonly why: "check"; readonly due: string }
	/** The organisation code inside does not end in `due`, which its first eight characters ask for. */
	| { readonly why: "organisation"; readonly due: string };

/** The characters of a code, each worth its place. */
export const codeCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const length = 18;
const weights: readonly number[] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights: readonly number[] = [3, 7, 9, 10, 5, 8, 4, 2];

/** Why a code cannot be right; undefined where it may be. Reads it as it stands: see `spelt`. */
export function creditCodeFault(code: string): CreditCodeFault | undefined {
	if (/^\d(\.\d+)?E\+\d+$/.test(code)) return { why: "lost-digits" };
	if (/^\d{15}$/.test(code)) return { why: "old-number" };
	const characters = [...code];
	if (characters.length !== length) return { why: "length", length: characters.length };
	const letter = characters.find((one) => !codeCharacters.includes(one));
	if (letter !== undefined) return { why: "letter", letter };
	const due = checkCharacter(characters);
	if (due !== characters[17]) return /^\d{15}000$/.test(code) ? { why: "lost-digits" } : { why: "check", due };
	const organisation = characters.slice(8, 17);
	const dueInside = organisationCheck(organisation);
	return dueInside === organisation[8] ? undefined : { why: "organisation", due: dueInside };
}

/**
 * The code that a cell spells: half-width capitals without blanks or invisible marks, and without what keeps a spreadsheet from
 * taking it for a number, an apostrophe before it or `="…"` around it.
 */
export function spelt(text: string): string {
	return seen(text.normalize("NFKC"))
		.replace(/\s+/g, "")
		.replace(/^="(.*)"$/, "$1")
		.replace(/^['‘’]/, "")
		.toUpperCase();
}

/** What the first seventeen characters ask the eighteenth to be. */
function checkCharacter(characters: readonly string[]): string {
	const sum = weights.reduce((total, weight, at) => total + codeCharacters.indexOf(characters[at] as string) * weight, 0);
	return codeCharacters[(31 - (sum % 31)) % 31] as string;
}

/** What the first eight characters of an organisation code ask the ninth to be. */
function organisationCheck(characters: readonly string[]): string {
	const worth = (one: string): number => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(one);
	const sum = organisationWeights.reduce((total, weight, at) => total + worth(characters[at] as string) * weight, 0);
	return "0123456789X"[(11 - (sum % 11)) % 11] as string;
}

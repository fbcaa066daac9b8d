/**
 * Codes and names of firms that differ in one character, where a year's energy stands under the one and its output under the other: one
 * firm, and a slip of the pen. Firms that have both of a year are no slip, however like their codes are.
 */
import { obtain } from "../domain/obtain.ts";
import { fromCode } from "../domain/period.ts";
import { longestName } from "../findings/bounds.ts";
import { type Finding, finding, nowhere, type Place, remark } from "../findings/finding.ts";
import { byClaim, type Entry, placeOf } from "../ledger/entry.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { AssessedFirm } from "./firm.ts";

/** Shorter names are like each other by chance. */
const fewest = 4;

/** A warning for each firm that has energy of a year without output, and one other that has its output without energy. */
export function nearCodes(firms: readonly AssessedFirm[], ledger: Ledger): Finding[] {
	const outputs = new Map<string, Set<string>>();
	const used: { readonly firm: string; readonly year: number }[] = [];
	for (const { firm, years } of firms) {
		if (firm.length < fewest || firm.length > longestName) continue;
		for (const { year, emissions, output } of years) {
			const energy = emissions.present.size > 0;
			if (energy && output === null) used.push({ firm, year });
			if (energy || output === null) continue;
			for (const key of keysOf(firm)) obtain(outputs, `${year} ${key}`, () => new Set()).add(firm);
		}
	}
	const pairs = new Map<string, { readonly firm: string; readonly other: string; readonly year: number }>();
	for (const { firm, year } of used) {
		const others = new Set(keysOf(firm, true).flatMap((key) => [...(outputs.get(`${year} ${key}`) ?? [])]));
		const [other, ...more] = others;
		// Like several, it may be none of them.
		if (other === undefined || more.length > 0) continue;
		const pair = `${firm}\u001f${other}`;
		if (!pairs.has(pair)) pairs.set(pair, { firm, other, year });
	}
	return [...pairs.values()].map(({ firm, other, year }) =>
		finding(remark("near-codes", { codes: [firm, other].sort() }), placeIn(ledger, firm, year), firm, String(year)),
	);
}

/**
 * Under what a name is kept, and what is looked for: a name of which one character is another, one that has one more, one that has
 * one less.
 */
function keysOf(name: string, looks = false): string[] {
	const letters = [...name];
	const without = letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join(""));
	const [whole, less] = looks ? (["longer", "shorter"] as const) : (["shorter", "longer"] as const);
	return [
		`${whole} ${name}`,
		...new Set([...without.map((rest, at) => `${at} ${rest}`), ...without.map((rest) => `${less} ${rest}`)]),
	];
}

/** The firm's first row of energy in a year. */
function placeIn(ledger: Ledger, firm: string, year: number): Place {
	let first: Entry | undefined;
	for (const { entries } of ledger.firms.get(firm)?.energy.values() ?? [])
		for (const [code, entry] of entries)
			if (fromCode(code).year === year && (first === undefined || byClaim(entry, first) < 0)) first = entry;
	return first === undefined ? nowhere : { ...placeOf(first), column: "", value: firm };
}

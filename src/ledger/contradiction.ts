/** Rows of one key that say different things: other amounts, or one amount and other cells beside it. */
import { equal } from "../exact/exact.ts";
import { type Remark, remark, type Subject } from "../findings/finding.ts";
import { amountOf, rowOf } from "./amounts.ts";
import type { Claim } from "./entry.ts";

/** What is told of them. */
export function contradiction(what: Subject, claims: readonly Claim[]): Remark {
	const [first] = claims;
	if (claims.some(({ from }) => from.summed === true))
		return remark("overlapping-totals", { what, values: claims.map(amountOf), rows: claims.map(rowOf) });
	const alike = first !== undefined && claims.every(({ amount, unit }) => unit === first.unit && equal(amount, first.amount));
	return remark("conflicting-entries", {
		what,
		values: claims.map(amountOf),
		rows: claims.map(rowOf),
		differIn: alike ? differing(claims.map(({ beside }) => cellsOf(beside ?? ""))) : [],
	});
}

/** The columns in which not all have the same cell, by their header words. */
function differing(rows: readonly ReadonlyMap<string, string>[]): string[] {
	const words = new Set(rows.flatMap((cells) => [...cells.keys()]));
	return [...words].filter((word) => new Set(rows.map((cells) => cells.get(word))).size > 1).sort();
}

/** Cells beside an amount, by their header word. */
function cellsOf(beside: string): Map<string, string> {
	const cells = new Map<string, string>();
	for (const pair of beside.split(cellEnd)) {
		const at = pair.indexOf(wordEnd);
		if (at < 0) continue;
		const word = pair.slice(0, at);
		const before = cells.get(word);
		cells.set(word, before === undefined ? pair.slice(at + 1) : `${before}${wordEnd}${pair.slice(at + 1)}`);
	}
	return cells;
}

const wordEnd = "\u001f";
const cellEnd = "\u001e";

/** One cell beside an amount, as `beside` of a claim holds it. */
export function besideCell(word: string, cell: string): string {
	return `${word}${wordEnd}${cell}${cellEnd}`;
}

/** Months of a plain firm's series that equal earlier ones, in typed memory that is used again for the next firm. */
import { type Measures, monthsInYear } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";

/** How many months before. */
export type Lag = 1 | 2 | 3 | 12;

/** Amounts that stand in an earlier month as well: of which kind, in which month, and how many months before. */
export interface Echoes {
	count: number;
	kinds: Uint8Array;
	months: Uint16Array;
	lags: Uint8Array;
}

const echoes: Echoes = { count: 0, kinds: new Uint8Array(256), months: new Uint16Array(256), lags: new Uint8Array(256) };

function note(kind: number, month: number, lag: Lag): void {
	const { count, kinds, months, lags } = echoes;
	if (count === kinds.length) {
		echoes.kinds = new Uint8Array(2 * count);
		echoes.months = new Uint16Array(2 * count);
		echoes.lags = new Uint8Array(2 * count);
		echoes.kinds.set(kinds);
		echoes.months.set(months);
		echoes.lags.set(lags);
	}
	echoes.kinds[count] = kind;
	echoes.months[count] = month;
	echoes.lags[count] = lag;
	echoes.count += 1;
}

/** All of what is used and of the output, without those that another rule tells of. Good until the next firm's are asked for. */
export function echoesOf(plain: PlainCase, all: Measures): Echoes {
	echoes.count = 0;
	const repeats = plain.limit("same-months") > 2;
	const year = plain.limit("copied-months");
	for (let kind = 0; kind < all.energies; kind += 1) find(all, kind, repeats, year);
	if (all.output >= 0) find(all, all.output, repeats, year);
	return echoes;
}

function find(all: Measures, kind: number, repeats: boolean, wholeYear: number): void {
	if (repeats && (all.repeated[kind] as number) >= 2) findPairs(all, kind);
	const seen = all.echoes[kind] as number;
	if ((seen & 1) !== 0) findBehind(all, kind, 2);
	if ((seen & 2) !== 0) findBehind(all, kind, 3);
	if ((seen & 4) !== 0) findYearBehind(all, kind, wholeYear);
}

function findBehind({ amounts, months }: Measures, kind: number, lag: 2 | 3): void {
	const begin = kind * months;
	for (let at = begin + lag; at < begin + months; at += 1)
		if (amounts[at] === amounts[at - lag] && amounts[at] !== amounts[at - 1]) note(kind, at - begin, lag);
}

function findYearBehind({ amounts, months }: Measures, kind: number, wholeYear: number): void {
	const begin = kind * months;
	for (let from = monthsInYear; from < months; from += monthsInYear) {
		const first = echoes.count;
		for (let at = from; at < from + monthsInYear; at += 1)
			if (amounts[begin + at] === amounts[begin + at - monthsInYear]) note(kind, at, 12);
		// A whole year again is no month again.
		if (echoes.count === first + monthsInYear && monthsInYear >= wholeYear) echoes.count = first;
	}
}

/** The second of two months running that are one amount, where no third is. */
function findPairs({ amounts, months }: Measures, kind: number): void {
	const begin = kind * months;
	const first = echoes.count;
	for (let from = 0; from < months; ) {
		let next = from + 1;
		while (next < months && amounts[begin + next] === amounts[begin + from]) next += 1;
		if (next - from === 2) note(kind, from + 1, 1);
		from = next;
	}
	const all = echoes.months.slice(first, echoes.count);
	echoes.count = first;
	// The same two months equal in several years are shares of a year by a key, and no copies.
	for (const at of all) if (!all.some((other) => other !== at && other % monthsInYear === at % monthsInYear)) note(kind, at, 1);
}
